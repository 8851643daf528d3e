//! What was learned, as figures: how much is known, what was answered and how right, what comes up. Worked out from the log of
//! answers, which comes in question by question, so that a million answers are never held at once. Asks no clock and no disk.

mod answered;
mod counting;
mod figures;
mod wish;

pub use answered::{Answered, Expected, Rightness, Trace, pack, unpack};
pub use counting::{Counting, Question};
pub use figures::{
    BankName, ComingUp, DayCount, Interval, Known, Progress, Retained, Score, Series, Sure, TimeTaken, TopicKnown,
};
pub use wish::{Period, Wish};
