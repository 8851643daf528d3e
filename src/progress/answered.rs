//! One answer as the figures of learning need it, and how the answers to a question are packed into bytes.

use crate::schedule::StudyDay;
use crate::sitting::Certainty;

/// How many bytes an answer takes.
const BYTES: usize = 20;
/// Beside the mark: that the answer counts for review.
const COUNTS: u8 = 0x10;

/// How right an answer was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rightness {
    /// It earned nothing.
    Wrong,
    /// It earned something, less than the two thirds from which a question counts as recalled.
    Partly,
    /// It earned two thirds or more, and not all.
    Mostly,
    /// It earned all.
    Fully,
}

impl Rightness {
    /// That of a mark, 0 to 1, before certainty counted.
    pub fn of(mark: f64) -> Self {
        // Marks are sums of fractions, which are not exact: the same dust as in the grades of `schedule`.
        const DUST: f64 = 1e-9;
        const RECALLED: f64 = 2.0 / 3.0 - DUST;
        match mark {
            mark if mark >= 1.0 - DUST => Self::Fully,
            mark if mark >= RECALLED => Self::Mostly,
            mark if mark > 0.0 => Self::Partly,
            _ => Self::Wrong,
        }
    }

    /// Whether it shows that the question was recalled.
    pub fn is_recalled(self) -> bool {
        matches!(self, Self::Mostly | Self::Fully)
    }

    fn code(self) -> u8 {
        match self {
            Self::Wrong => 0,
            Self::Partly => 1,
            Self::Mostly => 2,
            Self::Fully => 3,
        }
    }

    fn from_code(code: u8) -> Self {
        match code & 0x0F {
            0 => Self::Wrong,
            1 => Self::Partly,
            2 => Self::Mostly,
            _ => Self::Fully,
        }
    }
}

/// One answer to a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answered {
    /// The study day that it was given on.
    pub day: StudyDay,
    /// How right it was.
    pub rightness: Rightness,
    /// How sure the learner was, where that was asked.
    pub certainty: Option<Certainty>,
    /// How long the question was on the screen, in milliseconds.
    pub duration_ms: u32,
    /// What it did to the memory; `None` where it does not count for review.
    pub trace: Option<Trace>,
}

/// What an answer did to the memory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trace {
    /// Days until recall has fallen to 90 %, after this answer.
    pub stability: f32,
    /// What was expected of it; `None` for the first answer.
    pub expected: Option<Expected>,
}

/// What was expected of an answer before it was given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expected {
    /// Study days since the answer before it, at most 65,535.
    pub interval_days: u16,
    /// The chance of a right answer, lucky guesses included, 0 to 1.
    pub share_right: f32,
}

/// The answers as bytes.
pub fn pack(answers: &[Answered]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(answers.len() * BYTES);
    for answer in answers {
        let expected = answer.trace.and_then(|trace| trace.expected);
        bytes.extend_from_slice(&answer.day.0.to_le_bytes());
        bytes.extend_from_slice(&answer.duration_ms.to_le_bytes());
        bytes.extend_from_slice(&answer.trace.map_or(0.0, |trace| trace.stability).to_le_bytes());
        bytes.extend_from_slice(&expected.map_or(f32::NAN, |expected| expected.share_right).to_le_bytes());
        bytes.extend_from_slice(&expected.map_or(0, |expected| expected.interval_days).to_le_bytes());
        bytes.push(answer.certainty.map_or(0, Certainty::level));
        bytes.push(answer.rightness.code() | if answer.trace.is_some() { COUNTS } else { 0 });
    }
    bytes
}

/// The answers in these bytes, in the order given; what is left over at the end is no answer.
pub fn unpack(bytes: &[u8]) -> impl Iterator<Item = Answered> + '_ {
    let (answers, _) = bytes.as_chunks::<BYTES>();
    answers.iter().map(|[d0, d1, d2, d3, t0, t1, t2, t3, s0, s1, s2, s3, e0, e1, e2, e3, i0, i1, certainty, mark]| {
        let share_right = f32::from_le_bytes([*e0, *e1, *e2, *e3]);
        let interval_days = u16::from_le_bytes([*i0, *i1]);
        let trace = Trace {
            stability: f32::from_le_bytes([*s0, *s1, *s2, *s3]),
            expected: (!share_right.is_nan()).then_some(Expected { interval_days, share_right }),
        };
        Answered {
            day: StudyDay(i32::from_le_bytes([*d0, *d1, *d2, *d3])),
            rightness: Rightness::from_code(*mark),
            certainty: Certainty::from_level(*certainty),
            duration_ms: u32::from_le_bytes([*t0, *t1, *t2, *t3]),
            trace: (mark & COUNTS != 0).then_some(trace),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_answer() -> impl Strategy<Value = Answered> {
        let expected = prop::option::of((any::<u16>(), 0.0..=1.0_f32));
        let trace = prop::option::of((0.001..36_500.0_f32, expected));
        (any::<i32>(), 0_u8..4, 0_u8..4, any::<u32>(), trace).prop_map(|(day, code, level, duration_ms, trace)| {
            Answered {
                day: StudyDay(day),
                rightness: Rightness::from_code(code),
                certainty: Certainty::from_level(level),
                duration_ms,
                trace: trace.map(|(stability, expected)| Trace {
                    stability,
                    expected: expected.map(|(interval_days, share_right)| Expected { interval_days, share_right }),
                }),
            }
        })
    }

    proptest! {
        #[test]
        fn what_is_packed_comes_out_again(answers in prop::collection::vec(any_answer(), 0..9)) {
            prop_assert_eq!(unpack(&pack(&answers)).collect::<Vec<_>>(), answers);
        }

        #[test]
        fn any_bytes_can_be_unpacked(bytes in prop::collection::vec(any::<u8>(), 0..99)) {
            prop_assert_eq!(unpack(&bytes).count(), bytes.len() / BYTES);
        }
    }

    #[test]
    fn two_thirds_of_a_mark_are_enough_to_count_as_recalled() {
        let recalled = [0.0, 0.5, 0.66, 2.0 / 3.0, 0.9, 1.0].map(|mark| Rightness::of(mark).is_recalled());
        assert_eq!(recalled, [false, false, false, true, true, true]);
    }
}
