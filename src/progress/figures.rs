//! The figures of learning: plain values that screens, tables and pictures are made from.

use crate::bank::{Kind, Mode};
use crate::moment::Moment;
use crate::progress::Wish;
use crate::schedule::StudyDay;
use crate::sitting::Certainty;

/// What was learned.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    /// The day that it is told for.
    pub today: StudyDay,
    /// What it was asked of.
    pub wish: Wish,
    /// The first day of the period.
    pub begins: StudyDay,
    /// Every bank that questions were answered of, by title.
    pub banks: Vec<BankName>,
    /// Every topic of the bank that is asked for, or of all, in the order of the alphabet.
    pub topic_names: Vec<String>,
    /// How many answers there were, whenever.
    pub answers: usize,
    /// How many of them in the last seven days.
    pub answers_this_week: usize,
    /// How many questions were met.
    pub met: usize,
    /// Predicted recall over all questions met, over time, ending with today.
    pub known: Vec<Known>,
    /// What each finished quiz earned, oldest first.
    pub scores: Vec<Score>,
    /// How well each topic is known, weakest first.
    pub topics: Vec<TopicKnown>,
    /// The days of the last year with answers, in order.
    pub days: Vec<DayCount>,
    /// Answers a week, on average since the first in the last year.
    pub weekly_average: f64,
    /// What is due on each of the next 30 days; what is overdue, today.
    pub coming_up: Vec<ComingUp>,
    /// Predicted and actual shares of right answers, by interval and kind.
    pub retention: Vec<Retained>,
    /// How right answers were, by how sure; lowest first.
    pub calibration: Vec<Sure>,
    /// How long questions took, by kind.
    pub times: Vec<TimeTaken>,
}

/// A bank by id and title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BankName {
    /// Its id.
    pub id: String,
    /// Its title, or its id where no title is known.
    pub title: String,
}

/// How much was known on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Known {
    /// The day.
    pub day: StudyDay,
    /// How many questions were met by then.
    pub met: usize,
    /// The predicted share of them that would be recalled, 0 to 1.
    pub recall: f64,
}

/// Which series of scores a quiz belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Series {
    /// A quiz of a bank, for practice.
    Practice,
    /// A test.
    Test,
    /// Questions put together from what is due, missed or flagged.
    Review,
}

impl Series {
    /// Every series.
    pub const ALL: [Self; 3] = [Self::Practice, Self::Test, Self::Review];

    /// That of a sitting.
    pub fn of(mode: Mode, is_put_together: bool) -> Self {
        match (is_put_together, mode) {
            (true, _) => Self::Review,
            (false, Mode::Practice) => Self::Practice,
            (false, Mode::Test) => Self::Test,
        }
    }

    /// As the CSV has it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Practice => "practice",
            Self::Test => "test",
            Self::Review => "review",
        }
    }
}

/// What a finished quiz earned.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// When it was finished.
    pub finished_at: Moment,
    /// What it was called.
    pub title: String,
    /// Its series.
    pub series: Series,
    /// 0 to 100; below where certainty took points.
    pub percent: f64,
}

/// How well a topic is known.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicKnown {
    /// Its bank.
    pub bank: BankName,
    /// Its path; empty for questions without one.
    pub topic: String,
    /// How many of its questions were met.
    pub met: usize,
    /// The predicted share of them that is recalled today, 0 to 1.
    pub recall: f64,
}

/// What was answered on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayCount {
    /// The day.
    pub day: StudyDay,
    /// How many answers.
    pub answers: usize,
    /// How many of them earned all.
    pub right: usize,
}

/// What is due on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComingUp {
    /// The day.
    pub day: StudyDay,
    /// How many questions.
    pub due: usize,
}

/// A range of days between two answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Interval {
    /// The least, 1 at least.
    pub least: u16,
    /// The most; `None` for the last range.
    pub most: Option<u16>,
}

impl Interval {
    /// The ranges, each some twice as long as the one before.
    pub const ALL: [Self; 6] = [
        Self { least: 1, most: Some(1) },
        Self { least: 2, most: Some(3) },
        Self { least: 4, most: Some(7) },
        Self { least: 8, most: Some(20) },
        Self { least: 21, most: Some(60) },
        Self { least: 61, most: None },
    ];

    /// The place of the range that so many days fall into; `None` on one day.
    pub fn place_of(days: u16) -> Option<usize> {
        Self::ALL.iter().rposition(|interval| days >= interval.least)
    }
}

/// Predicted and actual shares of right answers to questions of one kind that came again after some time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Retained {
    /// How long after.
    pub interval: Interval,
    /// The kind.
    pub kind: Kind,
    /// How many answers.
    pub answers: usize,
    /// The predicted share of right ones, lucky guesses included, 0 to 1.
    pub predicted: f64,
    /// The share that was right, 0 to 1: at least two thirds of the points.
    pub right: f64,
}

/// How right answers were of which the learner was so sure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sure {
    /// How sure.
    pub certainty: Certainty,
    /// How many answers.
    pub answers: usize,
    /// The share that earned all, 0 to 1.
    pub right: f64,
}

/// How long questions of a kind took.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeTaken {
    /// The kind.
    pub kind: Kind,
    /// How many answers.
    pub answers: usize,
    /// The middle one of their times, in milliseconds.
    pub median_ms: u32,
}
