//! Fits the model to one learner, and decides whether the fit is taken. Words for the decision are made elsewhere.

use super::grade::is_pick;
use super::{Evidence, Memory, Model, PARAMETERS, StudyDay};
use fsrs::{CombinedProgressState, ComputeParametersInput, FSRSError, FSRSItem, FSRSReview, compute_parameters};
use std::sync::{Arc, Mutex, PoisonError};

/// How many reviews a fit needs, those on the day of the answer before left out. A fifth of them, 200, judges it.
pub const FEWEST_REVIEWS: usize = 1000;
/// One review in so many, the newest ones, judges a fit that was made from the others.
const JUDGING_PART: usize = 5;
/// The longest stability that a first miss may leave, in days: who missed it will not know it the day after tomorrow.
const LONGEST_AFTER_MISS: f32 = 1.0;
/// No prediction is taken to be surer than this, so that a single surprise does not decide.
const SUREST: f64 = 1e-4;

/// What came of a fit.
#[derive(Clone, Debug, PartialEq)]
pub enum Fit {
    /// The parameters predict better than those in force: take them.
    Better {
        /// The parameters, fitted to all reviews but the newest fifth.
        parameters: [f32; PARAMETERS],
        /// How much better.
        judgement: Judgement,
    },
    /// They do not predict better by more than chance may give.
    NotBetter(Judgement),
    /// They are such as no memory has: the stabilities that first answers leave are out of order, or a miss leaves more than a day.
    NotSane([f32; PARAMETERS]),
    /// There are too few reviews yet, of the 1,000 that it takes.
    TooFew {
        /// How many there are.
        reviews: usize,
    },
    /// It was stopped before its end.
    Stopped,
    /// No parameters could be found.
    Failed,
}

/// How well the fitted parameters predict the newest fifth of the reviews.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judgement {
    /// How many reviews they were judged by.
    pub reviews: usize,
    /// Mean log loss under the parameters in force, in nats; lower is better.
    pub loss_in_force: f64,
    /// Mean log loss under the fitted parameters.
    pub loss_fitted: f64,
    /// Standard error of the mean difference, review by review.
    pub standard_error: f64,
}

impl Judgement {
    /// How much lower the mean log loss is; negative where the fit predicts worse.
    pub fn gain(&self) -> f64 {
        self.loss_in_force - self.loss_fitted
    }

    fn is_better(&self) -> bool {
        self.gain() > self.standard_error
    }
}

/// Tells how far a fit is, and stops it; clones are handles of the same fit, for other threads.
#[derive(Clone, Debug, Default)]
pub struct FitProgress(Arc<Mutex<CombinedProgressState>>);

impl FitProgress {
    /// The share that is done, 0 to 1.
    pub fn share(&self) -> f64 {
        let state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match (state.finished(), state.total()) {
            (true, _) => 1.0,
            (false, 0) => 0.0,
            (false, total) => state.current() as f64 / total as f64,
        }
    }

    /// Stops the fit before its next step.
    pub fn stop(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).want_abort = true;
    }

    fn is_stopped(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).want_abort
    }
}

/// Fits the parameters to one learner: `questions` holds the answers to each question under one key, in the order in which they
/// count. Takes seconds for 100,000 answers, so it belongs on a worker; `progress` tells how far it is.
///
/// Questions that are picked from few options are left out: luck would be fitted as memory. The fit is made from the
/// older four fifths of the reviews and judged by the newest fifth, so that it is taken only for what it foretells.
pub fn fit(questions: &[Vec<Evidence>], in_force: &Model, progress: &FitProgress) -> Fit {
    let is_fitted = |answers: &&Vec<Evidence>| !answers.iter().any(|evidence| is_pick(evidence.kind));
    let questions: Vec<&Vec<Evidence>> = questions.iter().filter(is_fitted).collect();
    let mut reviews: Vec<Review> =
        questions.iter().enumerate().flat_map(|(question, answers)| reviews_of(question, answers, in_force)).collect();
    if reviews.len() < FEWEST_REVIEWS {
        return Fit::TooFew { reviews: reviews.len() };
    }
    reviews.sort_by_key(|review| (review.unix_ms, review.question, review.item.reviews.len()));
    let judging = reviews.split_off(reviews.len() - reviews.len() / JUDGING_PART);
    let parameters = match find(&reviews, progress) {
        Ok(parameters) => with_short_misses(parameters),
        Err(FSRSError::Interrupted) => return Fit::Stopped,
        Err(_) => return Fit::Failed,
    };
    let fitted = match Model::with_parameters(parameters) {
        Ok(fitted) if is_sane(&parameters) => fitted,
        _ => return Fit::NotSane(parameters),
    };
    let judgement = judge(&judging, in_force, &fitted);
    if judgement.is_better() { Fit::Better { parameters, judgement } } else { Fit::NotBetter(judgement) }
}

/// An answer on a later day than the one before, with all that came before it.
struct Review {
    question: usize,
    unix_ms: i64,
    item: FSRSItem,
}

fn reviews_of(question: usize, answers: &[Evidence], model: &Model) -> Vec<Review> {
    let (mut memory, mut given, mut reviews) = (None::<Memory>, Vec::new(), Vec::new());
    for evidence in answers {
        let day = StudyDay::of(evidence.answered_at);
        let delta_t = memory.map_or(0, |memory| day.days_since(memory.last_day));
        let after = Memory::after(memory.as_ref(), evidence, model);
        given.push(FSRSReview { rating: after.last_grade.rating(), delta_t });
        memory = Some(after);
        if delta_t > 0 {
            let item = FSRSItem { reviews: given.clone() };
            reviews.push(Review { question, unix_ms: evidence.answered_at.unix_ms, item });
        }
    }
    reviews
}

fn find(reviews: &[Review], progress: &FitProgress) -> Result<[f32; PARAMETERS], FSRSError> {
    if progress.is_stopped() {
        return Err(FSRSError::Interrupted);
    }
    let input = ComputeParametersInput {
        train_set: reviews.iter().map(|review| review.item.clone()).collect(),
        card_ids: Some(reviews.iter().map(|review| review.question as i64).collect()),
        progress: Some(progress.0.clone()),
        ..ComputeParametersInput::default()
    };
    let parameters = compute_parameters(input)?;
    parameters.try_into().map_err(|_| FSRSError::InvalidParameters)
}

/// The parameters with a miss that leaves a day at most. They are judged like this, so what the limit costs counts against them.
fn with_short_misses(mut parameters: [f32; PARAMETERS]) -> [f32; PARAMETERS] {
    parameters[0] = parameters[0].min(LONGEST_AFTER_MISS);
    parameters
}

/// Whether a better first answer leaves a memory that lasts at least as long, and a miss one of a day at most.
fn is_sane(parameters: &[f32; PARAMETERS]) -> bool {
    let first = &parameters[..4];
    first.is_sorted() && first[0] <= LONGEST_AFTER_MISS
}

fn judge(judging: &[Review], in_force: &Model, fitted: &Model) -> Judgement {
    let losses_under = |model: &Model| judging.iter().map(|review| loss(&review.item, model)).collect::<Vec<f64>>();
    let (losses_in_force, losses_fitted) = (losses_under(in_force), losses_under(fitted));
    let differences: Vec<f64> = losses_in_force.iter().zip(&losses_fitted).map(|(old, new)| old - new).collect();
    Judgement {
        reviews: judging.len(),
        loss_in_force: mean(&losses_in_force),
        loss_fitted: mean(&losses_fitted),
        standard_error: standard_error(&differences),
    }
}

/// The log loss of the last answer, as the model predicts it from those before.
fn loss(item: &FSRSItem, model: &Model) -> f64 {
    let Some((last, before)) = item.reviews.split_last() else { return 0.0 };
    let recall = model.recall_after(before.iter().map(|review| (review.rating, review.delta_t)), last.delta_t);
    let recall = recall.clamp(SUREST, 1.0 - SUREST);
    if last.rating > 1 { -recall.ln() } else { -(1.0 - recall).ln() }
}

fn mean(figures: &[f64]) -> f64 {
    figures.iter().sum::<f64>() / figures.len().max(1) as f64
}

/// The standard deviation of the sample over the root of its size.
fn standard_error(figures: &[f64]) -> f64 {
    let (count, mean) = (figures.len() as f64, mean(figures));
    let squares: f64 = figures.iter().map(|figure| (figure - mean).powi(2)).sum();
    (squares / (count - 1.0).max(1.0) / count.max(1.0)).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::Kind;
    use crate::moment::Moment;
    use crate::schedule::{DEFAULT_PARAMETERS, Target};
    use rand::rngs::ChaCha8Rng;
    use rand::{RngExt, SeedableRng};

    const DAY_MS: i64 = 86_400_000;

    /// What a learner with these parameters answers, asked on the days that the default parameters give, so many times each.
    fn learner(truth: &Model, questions: usize, times: usize, kind: Kind) -> Vec<Vec<Evidence>> {
        let (mut chance, asking) = (ChaCha8Rng::seed_from_u64(7), Model::default());
        let history = |start: usize, chance: &mut ChaCha8Rng| {
            let (mut planned, mut known) = (None::<Memory>, None::<Memory>);
            let mut day = StudyDay(20_000 + (start % 100) as i32);
            let mut answers = Vec::new();
            for _ in 0..times {
                let recall = known.map_or(0.6, |memory| memory.recall_on(day, truth));
                let answered_at = Moment { unix_ms: i64::from(day.0) * DAY_MS + DAY_MS / 2, offset_secs: 0 };
                let mark = if chance.random_range(0.0..1.0) < recall { 1.0 } else { 0.0 };
                let evidence = Evidence { kind, mark, certainty: None, hints_used: 0, is_given_up: false, answered_at };
                planned = Some(Memory::after(planned.as_ref(), &evidence, &asking));
                known = Some(Memory::after(known.as_ref(), &evidence, truth));
                answers.push(evidence);
                day = planned.map_or(day, |memory| memory.due_on(Target::default(), &asking));
            }
            answers
        };
        (0..questions).map(|start| history(start, &mut chance)).collect()
    }

    /// Forgets far sooner than most.
    fn quick_to_forget() -> Model {
        let mut parameters = DEFAULT_PARAMETERS;
        parameters[..4].iter_mut().for_each(|stability| *stability *= 0.3);
        parameters[8] = 1.0;
        Model::with_parameters(parameters).expect("in range")
    }

    #[test]
    fn a_learner_who_forgets_otherwise_gets_parameters_that_predict_better() {
        let answers = learner(&quick_to_forget(), 400, 6, Kind::Text);
        let progress = FitProgress::default();
        let Fit::Better { parameters, judgement } = fit(&answers, &Model::default(), &progress) else {
            panic!("not taken")
        };
        assert!(judgement.gain() > judgement.standard_error && judgement.reviews == 400, "{judgement:?}");
        assert!(is_sane(&parameters));
        assert!(parameters[2] < DEFAULT_PARAMETERS[2], "{parameters:?}");
        assert_eq!(progress.share(), 1.0);
    }

    #[test]
    fn parameters_in_force_that_are_the_truth_stay() {
        let truth = quick_to_forget();
        let found = fit(&learner(&truth, 400, 6, Kind::Text), &truth, &FitProgress::default());
        assert!(matches!(found, Fit::NotBetter(_)), "{found:?}");
    }

    #[test]
    fn too_few_reviews_and_picks_among_few_options_fit_nothing() {
        let few = learner(&Model::default(), 100, 6, Kind::Text);
        assert_eq!(fit(&few, &Model::default(), &FitProgress::default()), Fit::TooFew { reviews: 500 });
        for kind in [Kind::Choice, Kind::TrueFalse] {
            let picked = learner(&Model::default(), 400, 6, kind);
            assert_eq!(fit(&picked, &Model::default(), &FitProgress::default()), Fit::TooFew { reviews: 0 });
        }
    }

    #[test]
    fn answers_of_one_day_are_no_reviews() {
        let mut answers = learner(&Model::default(), 400, 6, Kind::Text);
        answers.iter_mut().for_each(|answers| {
            let first = answers[0].answered_at;
            answers.iter_mut().for_each(|answer| answer.answered_at = first);
        });
        assert_eq!(fit(&answers, &Model::default(), &FitProgress::default()), Fit::TooFew { reviews: 0 });
    }

    #[test]
    fn a_fit_that_is_stopped_changes_nothing() {
        let progress = FitProgress::default();
        progress.stop();
        let answers = learner(&Model::default(), 400, 6, Kind::Text);
        assert_eq!(fit(&answers, &Model::default(), &progress), Fit::Stopped);
    }

    #[test]
    fn a_miss_leaves_a_day_at_most() {
        let mut parameters = DEFAULT_PARAMETERS;
        parameters[0] = 1.2;
        assert_eq!(with_short_misses(parameters)[..2], [1.0, DEFAULT_PARAMETERS[1]]);
        assert_eq!(with_short_misses(DEFAULT_PARAMETERS), DEFAULT_PARAMETERS);
    }

    #[test]
    fn first_stabilities_out_of_order_and_misses_that_last_are_not_sane() {
        let with = |first: [f32; 4]| {
            let mut parameters = DEFAULT_PARAMETERS;
            parameters[..4].copy_from_slice(&first);
            is_sane(&parameters)
        };
        assert!(with([0.2, 1.3, 2.3, 8.3]) && with([1.0, 1.0, 1.0, 1.0]));
        assert!(!with([0.2, 2.4, 2.3, 8.3]));
        assert!(!with([1.1, 1.3, 2.3, 8.3]));
        assert!(!with([f32::NAN, 1.3, 2.3, 8.3]));
    }
}
