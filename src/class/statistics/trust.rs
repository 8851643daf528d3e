//! From how many answers on a figure is worth showing, and a flag worth raising. Every view asks here, so that all say
//! the same of the same class.

use crate::class::figures::ConsistencyBasis;

/// How far a figure can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// Too few to judge: it is not shown.
    TooFew {
        /// Learners that it takes.
        learners: u32,
        /// Questions that it takes; 0 where their number does not matter.
        questions: u32,
    },
    /// Shown with its interval, and no flag follows from it.
    IntervalOnly,
    /// Flags that follow from it are hints.
    Hint,
    /// Enough.
    Sound,
}

/// Below, only facility and options are shown: the interval of a correlation spans nearly everything.
const FEWEST_FOR_CORRELATION: u32 = 8;
/// In a class of 20 a good question (r = .30) shows a negative correlation one time in ten.
const FEWEST_FOR_HINTS: u32 = 20;
/// From here on the 80 % interval of a correlation is less than half a unit wide.
const FEWEST_FOR_FLAGS: u32 = 30;
/// Fewer learners leave Feldt's interval of α wider than half of its range.
const FEWEST_FOR_CONSISTENCY: (u32, u32) = (15, 5);
/// Fewer answers leave a standard error of more than half a logit.
const FEWEST_FOR_RASCH: u32 = 15;
/// Fewer learners are asked, not counted.
const FEWEST_FOR_LESSONS: u32 = 8;

impl Trust {
    /// Of a question's correlation with the rest, by the learners who were asked it.
    pub fn discrimination(attempts: u32) -> Self {
        if attempts < FEWEST_FOR_CORRELATION {
            Self::TooFew { learners: FEWEST_FOR_CORRELATION, questions: 0 }
        } else if attempts < FEWEST_FOR_HINTS {
            Self::IntervalOnly
        } else if attempts < FEWEST_FOR_FLAGS {
            Self::Hint
        } else {
            Self::Sound
        }
    }

    /// Of the internal consistency.
    pub fn consistency(basis: &ConsistencyBasis) -> Self {
        let (learners, questions) = FEWEST_FOR_CONSISTENCY;
        if basis.learners < learners || basis.questions < questions {
            Self::TooFew { learners, questions }
        } else {
            Self::Sound
        }
    }

    /// Of a question's Rasch difficulty, by the learners who were asked it.
    pub fn rasch(attempts: u32) -> Self {
        if attempts < FEWEST_FOR_RASCH {
            Self::TooFew { learners: FEWEST_FOR_RASCH, questions: 0 }
        } else {
            Self::Sound
        }
    }

    /// Of a facility from which a lesson follows, by the learners who answered.
    pub fn lesson(learners: u32) -> Self {
        if learners < FEWEST_FOR_LESSONS {
            Self::TooFew { learners: FEWEST_FOR_LESSONS, questions: 0 }
        } else {
            Self::Sound
        }
    }

    /// Whether the figure is shown.
    pub fn is_shown(self) -> bool {
        !matches!(self, Self::TooFew { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_answers_are_not_trusted() {
        let too_few = |learners, questions| Trust::TooFew { learners, questions };
        let found = [7, 8, 19, 20, 29, 30].map(Trust::discrimination);
        let hint = Trust::Hint;
        assert_eq!(found, [too_few(8, 0), Trust::IntervalOnly, Trust::IntervalOnly, hint, hint, Trust::Sound]);
        assert_eq!([14, 15].map(Trust::rasch), [too_few(15, 0), Trust::Sound]);
        assert_eq!([7, 8].map(Trust::lesson), [too_few(8, 0), Trust::Sound]);
        let consistency =
            |learners, questions| Trust::consistency(&ConsistencyBasis { learners, questions, is_from_rasch: false });
        assert_eq!(consistency(14, 5), too_few(15, 5));
        assert_eq!(consistency(15, 4), too_few(15, 5));
        assert!(consistency(15, 5).is_shown());
    }
}
