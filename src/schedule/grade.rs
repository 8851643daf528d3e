//! What an answer tells of a memory: its grade, in which luck is no knowledge. Knows nothing of forgetting.

use crate::bank::Kind;
use crate::moment::Moment;
use crate::sitting::{Certainty, Verdict, certainty};

/// The least mark that shows that something was remembered, 0 to 1.
const REMEMBERED: f64 = 2.0 / 3.0;
/// Marks are sums and quotients of fractions, which are not exact: two thirds of the points may come out a hair below ⅔. Far
/// below what one part of an answer is worth.
const DUST: f64 = 1e-9;

/// How well something was remembered, in the four grades of FSRS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Forgotten, or only guessed.
    Again,
    /// Remembered in part, with help, or perhaps by luck.
    Hard,
    /// Remembered.
    Good,
    /// Remembered, and known to be so.
    Easy,
}

impl Grade {
    /// Every grade, from the lowest to the highest.
    pub const ALL: [Self; 4] = [Self::Again, Self::Hard, Self::Good, Self::Easy];

    /// 1 to 4, as FSRS numbers them.
    pub fn rating(self) -> u32 {
        match self {
            Self::Again => 1,
            Self::Hard => 2,
            Self::Good => 3,
            Self::Easy => 4,
        }
    }

    /// The grade of that number.
    pub fn from_rating(rating: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|grade| grade.rating() == rating)
    }

    /// Whether the question counts as missed.
    pub fn is_missed(self) -> bool {
        self == Self::Again
    }

    /// Whether it shows, by itself, that the answer was known.
    pub fn is_known(self) -> bool {
        self >= Self::Good
    }
}

/// One answer, as far as it tells of a memory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evidence {
    /// Kind of the question as it was asked.
    pub kind: Kind,
    /// What was earned before certainty counted, a share of the points from 0 to 1; see [`mark_of`].
    pub mark: f64,
    /// How sure the learner was, where that was asked.
    pub certainty: Option<Certainty>,
    /// How many hints were shown.
    pub hints_used: u32,
    /// Whether the learner said not to know it. The mark does not matter then.
    pub is_given_up: bool,
    /// When it was answered.
    pub answered_at: Moment,
}

/// What earlier answers to the same question have to do with the grade of the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// Whether there was any.
    pub is_met: bool,
    /// Whether one of them was right, if only by luck.
    pub was_right: bool,
}

impl Evidence {
    /// Whether the whole mark was earned.
    pub fn is_right(&self) -> bool {
        !self.is_given_up && self.mark >= 1.0 - DUST
    }

    /// The grade, given what was answered before.
    ///
    /// A right answer among four options is luck in one case of four. So where one of few is picked, a right answer that
    /// the learner was not sure of counts as missed, and the first right one without a word on how sure, as barely
    /// remembered; and nothing is easy that was never asked before.
    pub fn grade(&self, before: Before) -> Grade {
        let is_pick = is_pick(self.kind);
        let is_unsure = self.certainty == Some(Certainty::Low);
        if self.is_given_up || !self.is_remembered() || (is_pick && is_unsure) {
            Grade::Again
        } else if !self.is_right() || self.hints_used > 0 || is_unsure || self.is_perhaps_luck(before) {
            Grade::Hard
        } else if self.certainty == Some(Certainty::High) && before.is_met {
            Grade::Easy
        } else {
            Grade::Good
        }
    }

    /// A mark that is no number is none.
    fn is_remembered(&self) -> bool {
        self.mark >= REMEMBERED - DUST
    }

    fn is_perhaps_luck(&self, before: Before) -> bool {
        is_pick(self.kind) && self.certainty.is_none() && !before.was_right
    }
}

impl Before {
    /// What is known once this answer was given too.
    pub fn and(self, evidence: &Evidence) -> Self {
        Self { is_met: true, was_right: self.was_right || evidence.is_right() }
    }
}

/// Whether one of few is picked, so that a right answer may be luck.
pub(super) fn is_pick(kind: Kind) -> bool {
    match kind {
        Kind::Choice | Kind::TrueFalse => true,
        Kind::Choices
        | Kind::Number
        | Kind::Text
        | Kind::Order
        | Kind::Match
        | Kind::Cloze
        | Kind::Categorise
        | Kind::Hotspot
        | Kind::Calculated
        | Kind::Recall => false,
    }
}

/// What an answer earned before certainty counted, a share of the points from 0 to 1, from what a row of results holds; `None`
/// for what nobody answered.
///
/// With certainty a full mark counts one, two or three times, and `max_score` is three times the points
/// ([`crate::sitting::certainty_score`]); this is undone here. A part of no points is nothing.
pub fn mark_of(verdict: Verdict, score: f64, max_score: f64, certainty: Option<Certainty>) -> Option<f64> {
    match verdict {
        Verdict::Unanswered => None,
        Verdict::Correct => Some(1.0),
        Verdict::Wrong => Some(0.0),
        Verdict::Partial => {
            let counted = certainty.map_or(1.0, |certainty| f64::from(certainty.level()) / certainty::MOST);
            let share = score / (max_score * counted);
            Some(if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) })
        }
    }
}

/// The chance of a right answer by guessing, 0 to 1, for a question with so many `options`.
pub fn guessing_share(kind: Kind, options: usize) -> f64 {
    match kind {
        Kind::Choice => 1.0 / options.max(1) as f64,
        Kind::TrueFalse => 0.5,
        Kind::Choices
        | Kind::Number
        | Kind::Text
        | Kind::Order
        | Kind::Match
        | Kind::Cloze
        | Kind::Categorise
        | Kind::Hotspot
        | Kind::Calculated
        | Kind::Recall => 0.0,
    }
}

/// The share of right answers to expect where `recall` of them are known, both 0 to 1: who does not know may still guess, so it
/// is g + (1 − g) · R (Lord and Novick 1968, "Statistical theories of mental test scores", on knowledge or random guessing).
pub fn expected_share_right(recall: f64, kind: Kind, options: usize) -> f64 {
    let guessed = guessing_share(kind, options);
    guessed + (1.0 - guessed) * recall
}

/// Puts answers in the order in which they count: by instant, those of one instant by `K`, which is their sitting, position
/// and attempt. So answers from two computers tell the same in whichever order they were put together.
pub fn in_order<K: Ord>(answers: &mut [(K, Evidence)]) {
    answers.sort_by(|(key, evidence), (other_key, other)| {
        evidence.answered_at.unix_ms.cmp(&other.answered_at.unix_ms).then_with(|| key.cmp(other_key))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use Grade::{Again, Easy, Good, Hard};
    use proptest::prelude::*;

    const NEW: Before = Before { is_met: false, was_right: false };
    const MISSED: Before = Before { is_met: true, was_right: false };
    const RIGHT: Before = Before { is_met: true, was_right: true };

    fn evidence(kind: Kind, mark: f64, level: u8) -> Evidence {
        let answered_at = Moment { unix_ms: 0, offset_secs: 0 };
        Evidence { kind, mark, certainty: Certainty::from_level(level), hints_used: 0, is_given_up: false, answered_at }
    }

    /// Grades of an answer to a question that is new, that was missed, and that was answered right before.
    fn check(kind: Kind, mark: f64, level: u8, expected: [Grade; 3]) {
        let evidence = evidence(kind, mark, level);
        assert_eq!([NEW, MISSED, RIGHT].map(|before| evidence.grade(before)), expected, "{evidence:?}");
    }

    #[test]
    fn less_than_two_thirds_is_missed_and_less_than_all_is_hard() {
        check(Kind::Choices, 0.0, 0, [Again; 3]);
        check(Kind::Choices, 0.66, 3, [Again; 3]);
        check(Kind::Choices, 2.0 / 3.0, 0, [Hard; 3]);
        check(Kind::Order, 0.2 / 0.3, 3, [Hard; 3]);
        check(Kind::Cloze, 0.99, 3, [Hard; 3]);
        check(Kind::Cloze, f64::NAN, 3, [Again; 3]);
    }

    #[test]
    fn a_typed_answer_is_good_and_easy_only_if_met_before_and_sure() {
        check(Kind::Text, 1.0, 0, [Good; 3]);
        check(Kind::Text, 1.0, 1, [Hard; 3]);
        check(Kind::Text, 1.0, 2, [Good; 3]);
        check(Kind::Text, 1.0, 3, [Good, Easy, Easy]);
        check(Kind::Text, 0.0, 3, [Again; 3]);
    }

    #[test]
    fn luck_among_few_options_is_no_knowledge() {
        for kind in [Kind::Choice, Kind::TrueFalse] {
            check(kind, 1.0, 0, [Hard, Hard, Good]);
            check(kind, 1.0, 1, [Again; 3]);
            check(kind, 1.0, 2, [Good; 3]);
            check(kind, 1.0, 3, [Good, Easy, Easy]);
            check(kind, 0.0, 0, [Again; 3]);
        }
    }

    #[test]
    fn a_rating_of_oneself_is_believed() {
        check(Kind::Recall, 1.0, 0, [Good; 3]);
        check(Kind::Recall, 0.0, 0, [Again; 3]);
    }

    #[test]
    fn help_makes_it_hard_and_giving_up_is_a_miss() {
        let helped = Evidence { hints_used: 1, ..evidence(Kind::Number, 1.0, 3) };
        assert_eq!(helped.grade(RIGHT), Hard);
        let given_up = Evidence { is_given_up: true, ..evidence(Kind::Number, 1.0, 3) };
        assert_eq!(given_up.grade(RIGHT), Again);
        assert!(!Before::default().and(&given_up).was_right);
    }

    #[test]
    fn the_mark_of_a_row_is_what_it_was_before_certainty_counted() {
        let check = |verdict, score, max_score, level, expected: Option<f64>| {
            let mark = mark_of(verdict, score, max_score, Certainty::from_level(level));
            let is_near = match (mark, expected) {
                (Some(mark), Some(expected)) => (mark - expected).abs() < 1e-12,
                (mark, expected) => mark == expected,
            };
            assert!(is_near, "{verdict:?} {score} of {max_score}, {level}: {mark:?}");
        };
        check(Verdict::Unanswered, 0.0, 1.0, 0, None);
        // A hint takes from the score of a right answer, and leaves it right.
        check(Verdict::Correct, 0.75, 1.0, 0, Some(1.0));
        check(Verdict::Correct, 1.0, 3.0, 1, Some(1.0));
        check(Verdict::Wrong, -6.0, 3.0, 3, Some(0.0));
        check(Verdict::Partial, 0.5, 1.0, 0, Some(0.5));
        check(Verdict::Partial, 3.0, 4.0, 0, Some(0.75));
        check(Verdict::Partial, 0.5, 3.0, 1, Some(0.5));
        check(Verdict::Partial, 1.0, 3.0, 2, Some(0.5));
        check(Verdict::Partial, 1.5, 3.0, 3, Some(0.5));
        check(Verdict::Partial, 0.0, 0.0, 0, Some(0.0));
        check(Verdict::Partial, 5.0, 1.0, 0, Some(1.0));
        check(Verdict::Partial, -1.0, 1.0, 0, Some(0.0));
    }

    #[test]
    fn who_knows_nothing_is_right_as_often_as_luck_has_it() {
        assert_eq!(expected_share_right(0.0, Kind::Choice, 4), 0.25);
        assert_eq!(expected_share_right(0.0, Kind::TrueFalse, 0), 0.5);
        assert_eq!(expected_share_right(0.9, Kind::TrueFalse, 2), 0.95);
        assert_eq!(expected_share_right(0.9, Kind::Text, 4), 0.9);
        assert_eq!(expected_share_right(1.0, Kind::Choice, 0), 1.0);
    }

    fn any_evidence() -> impl Strategy<Value = Evidence> {
        (0..Kind::ALL.len(), 0.0..=1.0, 0_u8..4, 0_u32..3, any::<bool>()).prop_map(
            |(kind, mark, level, hints_used, is_given_up)| Evidence {
                hints_used,
                is_given_up,
                ..evidence(Kind::ALL[kind], mark, level)
            },
        )
    }

    proptest! {
        #[test]
        fn a_better_answer_never_gets_a_lower_grade(answer in any_evidence(), better in 0.0..=1.0) {
            let better = Evidence { mark: answer.mark.max(better), ..answer };
            let unaided = Evidence { hints_used: 0, ..answer };
            for before in [NEW, MISSED, RIGHT] {
                prop_assert!(answer.grade(before) <= better.grade(before));
                prop_assert!(answer.grade(before) <= unaided.grade(before));
            }
        }

        #[test]
        fn being_surer_never_lowers_the_grade(answer in any_evidence(), surer in 1_u8..4) {
            let level = answer.certainty.map_or(1, Certainty::level);
            let unsure = Evidence { certainty: Certainty::from_level(level), ..answer };
            let surer = Evidence { certainty: Certainty::from_level(level.max(surer)), ..answer };
            for before in [NEW, MISSED, RIGHT] {
                prop_assert!(unsure.grade(before) <= surer.grade(before));
            }
        }

        #[test]
        fn ratings_are_those_of_fsrs(rating in 0_u32..6) {
            let grade = Grade::from_rating(rating);
            prop_assert_eq!(grade.map(Grade::rating), (1..=4).contains(&rating).then_some(rating));
        }
    }
}
