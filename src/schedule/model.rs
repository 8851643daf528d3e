//! The model of forgetting: FSRS-6 with its parameters, and the questions that we ask of it.

use super::Grade;
use fsrs::{FSRS, MemoryState};
use std::ops::RangeInclusive;
use thiserror::Error;

/// What the model is called where figures leave the program.
pub const MODEL_NAME: &str = "fsrs-6";

/// How many parameters the model has.
pub const PARAMETERS: usize = 21;

/// The parameters of FSRS-6 that fit many learners on average, of open-spaced-repetition. They are written out here, because
/// what a crate takes for its defaults may change with its next version, and schedules would jump.
pub const DEFAULT_PARAMETERS: [f32; PARAMETERS] = [
    0.212,
    1.2931,
    2.3065,
    8.2956,
    6.4133,
    0.8334,
    3.0194,
    0.001,
    1.8722,
    0.1666,
    0.796,
    1.4835,
    0.0614,
    0.2629,
    1.6483,
    0.6014,
    1.8729,
    0.5425,
    0.0912,
    0.0658,
    DEFAULT_DECAY,
];

const DEFAULT_DECAY: f32 = 0.1542;
/// Place of the parameter that says how fast the curve of forgetting falls.
const DECAY: usize = 20;
/// The crate forces the decay into this range without a word, and would then forget by another curve than we do.
const DECAY_RANGE: RangeInclusive<f32> = 0.1..=0.8;
/// At one stability after an answer, this much is recalled: it defines what stability means.
const RECALL_AT_STABILITY: f64 = 0.9;

/// Parameters that are none.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
pub enum ParameterFault {
    /// One is no finite number, by its place from 0.
    #[error("parameter {0} is not a finite number")]
    NotFinite(usize),
    /// The last one is out of range.
    #[error("the last parameter is from 0.1 to 0.8, and not {0}")]
    Decay(f32),
}

/// How memories form and fade, in the terms of FSRS-6.
#[derive(Clone, Debug)]
pub struct Model {
    fsrs: FSRS,
    parameters: [f32; PARAMETERS],
    /// What makes the curve 0.9 at one stability.
    factor: f64,
}

/// How a memory stands, in the terms of FSRS.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Strength {
    pub stability: f32,
    pub difficulty: f32,
}

impl Model {
    /// The model with these parameters. Each is forced into the range that FSRS allows for it.
    ///
    /// # Errors
    /// Where one is no finite number, or where the last one is out of its range.
    pub fn with_parameters(parameters: [f32; PARAMETERS]) -> Result<Self, ParameterFault> {
        if let Some(place) = parameters.iter().position(|parameter| !parameter.is_finite()) {
            return Err(ParameterFault::NotFinite(place));
        }
        let decay = parameters[DECAY];
        if !DECAY_RANGE.contains(&decay) {
            return Err(ParameterFault::Decay(decay));
        }
        // As many parameters as there must be, all finite: nothing is left to be refused.
        let fsrs = FSRS::new(&parameters).unwrap_or_default();
        Ok(Self { fsrs, parameters, factor: factor_of(decay) })
    }

    /// The parameters, as they were given.
    pub fn parameters(&self) -> &[f32; PARAMETERS] {
        &self.parameters
    }

    /// How a memory stands after an answer of that grade, so many days after the one before; `None` before the first.
    pub(super) fn after(&self, before: Option<Strength>, elapsed_days: u32, grade: Grade) -> Strength {
        let state = before.map(|Strength { stability, difficulty }| MemoryState { stability, difficulty });
        // Fails only where a strength is no finite number, and none comes out of here that is.
        let Ok(next) = self.fsrs.next_states(state, RECALL_AT_STABILITY as f32, elapsed_days) else {
            return before.unwrap_or_else(|| self.first(grade));
        };
        let item = match grade {
            Grade::Again => next.again,
            Grade::Hard => next.hard,
            Grade::Good => next.good,
            Grade::Easy => next.easy,
        };
        Strength { stability: item.memory.stability, difficulty: item.memory.difficulty }
    }

    fn first(&self, grade: Grade) -> Strength {
        const MIDDLE_DIFFICULTY: f32 = 5.0;
        Strength { stability: self.parameters[grade.rating() as usize - 1], difficulty: MIDDLE_DIFFICULTY }
    }

    /// The chance of recall so many days after the last of these answers, each by its rating and the days before it.
    pub(super) fn recall_after(&self, answers: impl Iterator<Item = (u32, u32)>, days: u32) -> f64 {
        let step = |strength: Option<Strength>, (rating, elapsed_days)| {
            Some(self.after(strength, elapsed_days, Grade::from_rating(rating).unwrap_or(Grade::Again)))
        };
        answers.fold(None, step).map_or(0.0, |strength| self.recall(strength.stability, days.into()))
    }

    /// The chance of recall so many days after an answer, 0 to 1: (1 + f · t ÷ S) to the power of −decay, where f makes it 0.9
    /// at t = S (the curve of FSRS-6). Worked out in double precision, so that it falls with every day.
    pub fn recall(&self, stability: f32, days: f64) -> f64 {
        let decay = f64::from(self.parameters[DECAY]);
        (days * self.factor / f64::from(stability) + 1.0).powf(-decay)
    }

    /// After how many days, not rounded, recall has fallen to `share`.
    pub fn interval(&self, stability: f32, share: f64) -> f64 {
        let decay = f64::from(self.parameters[DECAY]);
        f64::from(stability) / self.factor * (share.powf(-1.0 / decay) - 1.0)
    }
}

fn factor_of(decay: f32) -> f64 {
    RECALL_AT_STABILITY.powf(-1.0 / f64::from(decay)) - 1.0
}

impl Default for Model {
    fn default() -> Self {
        let fsrs = FSRS::new(&DEFAULT_PARAMETERS).unwrap_or_default();
        Self { fsrs, parameters: DEFAULT_PARAMETERS, factor: factor_of(DEFAULT_DECAY) }
    }
}

/// Two models are the same if their parameters are.
impl PartialEq for Model {
    fn eq(&self, other: &Self) -> bool {
        self.parameters == other.parameters
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn our_parameters_are_those_that_the_pinned_crate_was_made_for() {
        assert_eq!(DEFAULT_PARAMETERS, fsrs::DEFAULT_PARAMETERS);
    }

    #[test]
    fn each_first_grade_starts_from_its_own_parameter() {
        let stability = Grade::ALL.map(|grade| Model::default().after(None, 0, grade).stability);
        assert_eq!(stability, DEFAULT_PARAMETERS[..4]);
        assert_eq!(Model::default().after(None, 0, Grade::Easy).difficulty, 1.0);
    }

    #[test]
    fn parameters_that_cannot_be_are_refused() {
        let with = |place: usize, value: f32| {
            let mut parameters = DEFAULT_PARAMETERS;
            parameters[place] = value;
            Model::with_parameters(parameters)
        };
        assert_eq!(with(3, f32::NAN), Err(ParameterFault::NotFinite(3)));
        assert_eq!(with(20, f32::INFINITY), Err(ParameterFault::NotFinite(20)));
        assert_eq!(with(20, 0.05), Err(ParameterFault::Decay(0.05)));
        assert_eq!(with(20, DEFAULT_DECAY), Ok(Model::default()));
    }

    proptest! {
        #[test]
        fn our_curve_is_that_of_the_crate(stability in 0.001_f32..36_500.0, days in 0_u32..40_000) {
            let state = MemoryState { stability, difficulty: 5.0 };
            let theirs = f64::from(fsrs::current_retrievability(state, days as f32, DEFAULT_DECAY));
            prop_assert!((Model::default().recall(stability, days.into()) - theirs).abs() < 1e-4);
        }

        #[test]
        fn at_its_interval_recall_has_fallen_to_the_share(stability in 0.001_f32..36_500.0, share in 0.5..0.99) {
            let model = Model::default();
            let days = model.interval(stability, share);
            prop_assert!((model.recall(stability, days) - share).abs() < 1e-9);
        }
    }
}
