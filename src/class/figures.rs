//! What a class's answers come to, as values: one computation, from which every view, command and export takes its figures.

use std::collections::BTreeSet;

/// How figures are computed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeasuringOptions {
    /// Leaves the weak prior on the difficulties of items off, as published figures do.
    pub no_prior: bool,
    /// Places of questions that are left out of every sum.
    pub left_out: BTreeSet<u32>,
}

/// The figures of a class. `None` stands for what cannot be computed; nothing is ever not a number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClassFigures {
    /// Sittings that count: finished, with at least one first answer of its learner.
    pub sittings: u32,
    /// Learners of these sittings.
    pub learners: u32,
    /// Sittings that were begun and not finished.
    pub unfinished: u32,
    /// The scores of the sittings that count.
    pub scores: ScoreFigures,
    /// Cronbach's α × 100, and its interval.
    pub internal_consistency: Option<f64>,
    /// Lower end of Feldt's 95 % interval of it.
    pub consistency_low: Option<f64>,
    /// Upper end.
    pub consistency_high: Option<f64>,
    /// Over whom it was computed.
    pub consistency_basis: Option<ConsistencyBasis>,
    /// Share of the spread that is chance, percent: `100 · √(1 − α)`.
    pub error_ratio: Option<f64>,
    /// Standard error of a score, in points of percent.
    pub standard_error: Option<f64>,
    /// Whether any two sittings that count have a question or a learner in common through others: papers that nothing ties
    /// cannot be compared.
    pub is_comparable: bool,
    /// Whether all sittings that count asked the same questions.
    pub is_one_paper: bool,
    /// One for each question that counts and that somebody was asked, in the order of [`questions`](crate::class::Class::questions).
    pub items: Vec<ItemFigures>,
    /// Topic by topic, in alphabetical order.
    pub topics: Vec<TopicFigures>,
    /// One for each learner of a sitting that counts, in the order of [`learners`](crate::class::Class::learners).
    pub learner_figures: Vec<LearnerFigures>,
    /// The Rasch fit.
    pub rasch: Option<RaschFigures>,
}

/// Moments of the scores in percent, over sittings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScoreFigures {
    /// The scores themselves, in percent, in the order of [`sittings`](crate::class::Class::sittings).
    pub percents: Vec<f64>,
    /// Mean.
    pub mean_percent: Option<f64>,
    /// Median.
    pub median_percent: Option<f64>,
    /// Standard deviation, with n − 1.
    pub sd_percent: Option<f64>,
    /// Skewness, bias-corrected as Moodle does (g₁ · √(n(n−1)) / (n−2)).
    pub skewness: Option<f64>,
    /// Excess kurtosis, bias-corrected.
    pub kurtosis: Option<f64>,
}

/// Over whom the internal consistency was computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConsistencyBasis {
    /// Learners who had the same questions.
    pub learners: u32,
    /// How many questions these were.
    pub questions: u32,
    /// Whether it is the person reliability of the Rasch fit, since too few had the same questions.
    pub is_from_rasch: bool,
}

/// The figures of one question, over each learner's first answer to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ItemFigures {
    /// Place of the question.
    pub question: u32,
    /// Learners who were asked it; n of all figures.
    pub attempts: u32,
    /// Mean mark as a share of the maximum, 0 to 1 (below 0 with negative marks).
    pub facility: Option<f64>,
    /// Lower end of its 95 % interval: Wilson's, or t where there are part marks.
    pub facility_low: Option<f64>,
    /// Upper end.
    pub facility_high: Option<f64>,
    /// Standard deviation of the mark, in points.
    pub sd: Option<f64>,
    /// Share of the maximum score, percent.
    pub intended_weight: Option<f64>,
    /// Share that it has in the spread of scores, percent; `None` where it works against it.
    pub effective_weight: Option<f64>,
    /// `100 · corr(x, rest)`, percent.
    pub discrimination_index: Option<f64>,
    /// Lower end of its 80 % interval, by Fisher's z, percent.
    pub discrimination_low: Option<f64>,
    /// Upper end.
    pub discrimination_high: Option<f64>,
    /// `100 · cov(x, rest) / largest possible cov`, percent.
    pub discriminative_efficiency: Option<f64>,
    /// Mean mark of a guess, percent of the maximum: 0 for typed answers; `None` where it cannot be told.
    pub random_guess: Option<f64>,
    /// Difficulty by the Rasch model.
    pub rasch: Option<RaschItem>,
    /// Median time to answer, in milliseconds, over those who answered.
    pub median_ms: Option<u32>,
    /// Learners who passed over it and answered a later question.
    pub left_blank: u32,
    /// Learners who did not come to it: blank from here to the end.
    pub not_reached: u32,
    /// Option by option, in the order of the version asked last, for `Choice`, `Choices`, `TrueFalse` and `Hotspot`; empty for other
    /// kinds.
    pub options: Vec<OptionFigures>,
    /// How sure they were, and whether they were right.
    pub certainty: CertaintyCounts,
    /// Marks that learners set aside.
    pub overruled: u32,
    /// Remarks that learners made.
    pub remarks: u32,
    /// Facility when every answer is compared with the key of the version asked last; `None` where the key did not change or
    /// where that cannot be told from the table.
    pub facility_by_last_key: Option<f64>,
    /// Learners who had a version with another key.
    pub had_another_key: u32,
    /// What to look at, most pressing first.
    pub flags: Vec<Flag>,
    /// Versions with another key than that asked last, and the sittings that had them.
    pub other_keys: Vec<OtherKey>,
}

/// A key that a question had before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OtherKey {
    /// Place of the version in the question.
    pub version: u16,
    /// Places of the sittings whose first answer to the question was marked by it, ascending.
    pub sittings: Vec<u32>,
}

/// What scores are out of, with some questions left out or with none.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Denominator {
    /// Questions that count and that somebody was asked.
    pub questions: u32,
    /// The fewest points that a sitting could earn; less than the most where papers differ.
    pub fewest_points: f64,
    /// The most.
    pub most_points: f64,
    /// Mean score, percent.
    pub mean_percent: Option<f64>,
    /// Median score, percent.
    pub median_percent: Option<f64>,
}

/// Who chose an option. Thirds of the learners by their score on the rest; ties are shared by fractions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OptionFigures {
    /// The option.
    pub text: Box<str>,
    /// Whether it is right, or belongs to the key.
    pub is_key: bool,
    /// Learners who chose it.
    pub chosen: u32,
    /// Of the lower third.
    pub lower: f64,
    /// Of the middle third.
    pub middle: f64,
    /// Of the upper third.
    pub upper: f64,
    /// Correlation of choosing it with the score on the rest, −1 to 1.
    pub correlation: Option<f64>,
}

/// Answers by certainty, 1 to 3, then by right and not right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CertaintyCounts {
    /// Full marks.
    pub right: [u32; 3],
    /// Less.
    pub wrong: [u32; 3],
}

/// Something about a question that a teacher should look at.
#[derive(Clone, Debug, PartialEq)]
pub enum Flag {
    /// The key may be wrong.
    CheckKey {
        /// What speaks against it.
        doubt: KeyDoubt,
        /// Whether the class is too small to be sure.
        is_hint: bool,
    },
    /// Nobody picks a wrong option.
    NobodyPicks {
        /// The option.
        option: Box<str>,
        /// Whether too few answered to be sure.
        is_hint: bool,
    },
    /// Nearly everybody knows it: it tells nobody apart.
    TooEasy,
    /// Hardly anybody does better than by guessing.
    TooHard,
    /// It can be read in two ways.
    Ambiguous,
    /// It takes far longer than the others.
    Slow,
    /// Its key or its options changed between sittings.
    DiffersByVersion,
}

/// What speaks against a key.
#[derive(Clone, Debug, PartialEq)]
pub enum KeyDoubt {
    /// Those who do well on the rest do no better on this.
    Discrimination,
    /// More of the best chose this wrong option.
    BestChose {
        /// The option.
        option: Box<str>,
    },
}

/// A topic, over the first answers to its questions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TopicFigures {
    /// The topic, parts joined by `/`; empty for questions without one.
    pub topic: Box<str>,
    /// Answers that count.
    pub answers: u32,
    /// Learners who gave them.
    pub learners: u32,
    /// Questions that were asked.
    pub questions: u32,
    /// Mean share of the points.
    pub facility: Option<f64>,
    /// Lower end of its 95 % interval.
    pub facility_low: Option<f64>,
    /// Upper end.
    pub facility_high: Option<f64>,
}

/// A learner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LearnerFigures {
    /// Place of the learner.
    pub learner: u32,
    /// Sittings that count.
    pub sittings: u32,
    /// First answers that count.
    pub answers: u32,
    /// Points earned with them.
    pub score: f64,
    /// Points that could be earned.
    pub max_score: f64,
    /// Score in percent.
    pub percent: Option<f64>,
    /// Ability by the Rasch fit, in logits.
    pub ability: Option<f64>,
    /// Its standard error.
    pub ability_se: Option<f64>,
}

/// The Rasch fit of all questions: slope 1, learners spread normally about 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RaschFigures {
    /// Standard deviation of the learners, in logits.
    pub sigma: f64,
    /// Logarithm of the likelihood.
    pub log_likelihood: f64,
    /// Share of the spread of abilities that is no chance, 0 to 1.
    pub person_reliability: Option<f64>,
}

/// A question in the Rasch fit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RaschItem {
    /// Difficulty in logits: 0 is right half the time by a learner of ability 0.
    pub difficulty: f64,
    /// Its standard error, in logits.
    pub standard_error: f64,
}
