//! The values of each plot as CSV: one row a point.

use super::table::{Cell, Column, Table};
use crate::progress::{ComingUp, DayCount, Known, Progress, Retained, Score, Sure, TimeTaken, TopicKnown};

/// A plot of what was learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Plot {
    /// Predicted recall over all questions met, over time.
    Known,
    /// What each quiz earned.
    Scores,
    /// How well each topic is known.
    Topics,
    /// A year of days.
    Days,
    /// What is due on each of the next days.
    ComingUp,
    /// Predicted against actual shares of right answers.
    Retention,
    /// How sure against how right.
    Calibration,
    /// Seconds a question.
    Time,
}

impl Plot {
    /// Every plot, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::Known,
        Self::Scores,
        Self::Topics,
        Self::ComingUp,
        Self::Days,
        Self::Retention,
        Self::Calibration,
        Self::Time,
    ];

    /// What it is called in the name of a file.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::Scores => "scores",
            Self::Topics => "topics",
            Self::Days => "days",
            Self::ComingUp => "coming-up",
            Self::Retention => "retention",
            Self::Calibration => "calibration",
            Self::Time => "time",
        }
    }
}

const KNOWN: &[Column<Known>] = &[
    Column { name: "day", cell: |known| Cell::Day(known.day) },
    Column { name: "met", cell: |known| count(known.met) },
    Column { name: "recall", cell: |known| share(known.recall) },
];

const SCORES: &[Column<Score>] = &[
    Column { name: "finished_at", cell: |score| Cell::Time(score.finished_at) },
    Column { name: "title", cell: |score| Cell::Text(&score.title) },
    Column { name: "series", cell: |score| Cell::Name(score.series.as_str()) },
    Column { name: "percent", cell: |score| Cell::Number(score.percent) },
];

const TOPICS: &[Column<TopicKnown>] = &[
    Column { name: "bank", cell: |topic| Cell::Text(&topic.bank.id) },
    Column { name: "bank_title", cell: |topic| Cell::Text(&topic.bank.title) },
    Column { name: "topic", cell: |topic| Cell::Text(&topic.topic) },
    Column { name: "met", cell: |topic| count(topic.met) },
    Column { name: "recall", cell: |topic| share(topic.recall) },
];

const DAYS: &[Column<DayCount>] = &[
    Column { name: "day", cell: |day| Cell::Day(day.day) },
    Column { name: "answers", cell: |day| count(day.answers) },
    Column { name: "right", cell: |day| count(day.right) },
];

const COMING_UP: &[Column<ComingUp>] =
    &[Column { name: "day", cell: |day| Cell::Day(day.day) }, Column { name: "due", cell: |day| count(day.due) }];

const RETENTION: &[Column<Retained>] = &[
    Column { name: "least_days", cell: |retained| Cell::Integer(retained.interval.least.into()) },
    Column {
        name: "most_days",
        cell: |retained| retained.interval.most.map_or(Cell::Empty, |most| Cell::Integer(most.into())),
    },
    Column { name: "kind", cell: |retained| Cell::Name(retained.kind.as_str()) },
    Column { name: "answers", cell: |retained| count(retained.answers) },
    Column { name: "predicted", cell: |retained| share(retained.predicted) },
    Column { name: "right", cell: |retained| share(retained.right) },
];

const CALIBRATION: &[Column<Sure>] = &[
    Column { name: "certainty", cell: |sure| Cell::Integer(sure.certainty.level().into()) },
    Column { name: "answers", cell: |sure| count(sure.answers) },
    Column { name: "right", cell: |sure| share(sure.right) },
];

const TIME: &[Column<TimeTaken>] = &[
    Column { name: "kind", cell: |time| Cell::Name(time.kind.as_str()) },
    Column { name: "answers", cell: |time| count(time.answers) },
    Column { name: "median_secs", cell: |time| Cell::Secs(time.median_ms.into()) },
];

/// The values of a plot as CSV with its header and a byte order mark, and how many rows there are. Shares are from 0 to 1.
pub fn plot_csv(progress: &Progress, plot: Plot) -> (Vec<u8>, usize) {
    match plot {
        Plot::Known => table(KNOWN, &progress.known),
        Plot::Scores => table(SCORES, &progress.scores),
        Plot::Topics => table(TOPICS, &progress.topics),
        Plot::Days => table(DAYS, &progress.days),
        Plot::ComingUp => table(COMING_UP, &progress.coming_up),
        Plot::Retention => table(RETENTION, &progress.retention),
        Plot::Calibration => table(CALIBRATION, &progress.calibration),
        Plot::Time => table(TIME, &progress.times),
    }
}

fn table<R>(columns: &'static [Column<R>], records: &[R]) -> (Vec<u8>, usize) {
    let written = Table::new(Vec::new(), columns, true).and_then(|mut table| {
        records.iter().try_for_each(|record| table.write(record))?;
        table.finish()
    });
    (written.expect("writing to memory cannot fail, and every row has the header's columns"), records.len())
}

fn count(count: usize) -> Cell<'static> {
    Cell::Integer(count.try_into().unwrap_or(u32::MAX))
}

/// Four decimals: more would be no knowledge.
fn share(share: f64) -> Cell<'static> {
    Cell::Number((share * 1e4).round() / 1e4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::Kind;
    use crate::progress::{BankName, Interval};
    use crate::schedule::StudyDay;

    fn lines(progress: &Progress, plot: Plot) -> Vec<String> {
        let (bytes, _) = plot_csv(progress, plot);
        let text = String::from_utf8(bytes).expect("UTF-8");
        text.trim_start_matches('\u{feff}').lines().map(str::to_owned).collect()
    }

    #[test]
    fn each_plot_has_a_header_even_where_there_is_nothing() {
        for plot in Plot::ALL {
            assert_eq!(lines(&Progress::default(), plot).len(), 1, "{plot:?}");
        }
    }

    #[test]
    fn rows_are_written_to_the_letter() {
        let day = StudyDay::from_iso("2026-11-28").expect("a date");
        let progress = Progress {
            known: vec![Known { day, met: 3, recall: 2.0 / 3.0 }],
            topics: vec![TopicKnown {
                bank: BankName { id: "fusion".into(), title: "=Fusion".into() },
                topic: "JET/dates".into(),
                met: 2,
                recall: 0.34,
            }],
            retention: vec![Retained {
                interval: Interval::ALL[5],
                kind: Kind::TrueFalse,
                answers: 4,
                predicted: 0.95,
                right: 1.0,
            }],
            ..Progress::default()
        };
        assert_eq!(lines(&progress, Plot::Known), ["day,met,recall", "2026-11-28,3,0.6667"]);
        assert_eq!(
            lines(&progress, Plot::Topics),
            ["bank,bank_title,topic,met,recall", "fusion,'=Fusion,JET/dates,2,0.34"]
        );
        assert_eq!(
            lines(&progress, Plot::Retention),
            ["least_days,most_days,kind,answers,predicted,right", "61,,true_false,4,0.95,1"]
        );
    }
}
