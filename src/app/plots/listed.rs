//! What each plot shows as a table: for the eye, and for who listens.

use super::drawn::{coming_day, interval, secs, series, topic_name};
use crate::app::wording::{kind_words, review_words, words};
use crate::progress::Progress;
use crate::report::Plot;
use crate::schedule::StudyDay;

/// So many rows are shown; a file has all.
const MOST_ROWS: usize = 100;

/// A table: the names of its columns, and its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// The names of its columns.
    pub columns: &'static [&'static str],
    /// Its rows, a cell a column.
    pub rows: Vec<Vec<String>>,
    /// How many rows there are in all.
    pub row_count: usize,
}

/// What a plot shows as a table; what is newest comes first.
pub fn listing(progress: &Progress, plot: Plot) -> Listing {
    let day = |day: StudyDay| review_words::day(day, progress.today);
    let percent = |share: f64| words::percent(100.0 * share);
    match plot {
        Plot::Known => listed(&["Day", "Questions met", "Known"], progress.known.iter().rev(), |known| {
            vec![day(known.day), known.met.to_string(), percent(known.recall)]
        }),
        Plot::Scores => listed(&["Day", "Quiz", "Mode", "Score"], progress.scores.iter().rev(), |score| {
            let (title, mode) = (score.title.clone(), series(score.series).to_owned());
            vec![day(StudyDay::of(score.finished_at)), title, mode, words::percent(score.percent)]
        }),
        Plot::Topics => listed(&["Topic", "Bank", "Questions met", "Known"], progress.topics.iter(), |topic| {
            vec![topic_name(topic), topic.bank.title.clone(), topic.met.to_string(), percent(topic.recall)]
        }),
        Plot::Days => listed(&["Day", "Answers", "Right"], progress.days.iter().rev(), |count| {
            vec![day(count.day), count.answers.to_string(), count.right.to_string()]
        }),
        Plot::ComingUp => listed(&["Day", "Due"], progress.coming_up.iter(), |coming| {
            vec![coming_day(progress, coming.day), coming.due.to_string()]
        }),
        Plot::Retention => {
            listed(&["Interval", "Kind", "Answers", "Predicted", "Right"], progress.retention.iter(), |retained| {
                let (after, kind) = (interval(retained.interval), kind_words::name(retained.kind).to_owned());
                let [predicted, right] = [retained.predicted, retained.right].map(percent);
                vec![after, kind, retained.answers.to_string(), predicted, right]
            })
        }
        Plot::Calibration => listed(&["How sure", "Answers", "Right"], progress.calibration.iter(), |sure| {
            vec![words::certainty(sure.certainty).to_owned(), sure.answers.to_string(), percent(sure.right)]
        }),
        Plot::Time => listed(&["Kind", "Answers", "Half took at most"], progress.times.iter(), |time| {
            vec![kind_words::name(time.kind).to_owned(), time.answers.to_string(), secs(time.median_ms)]
        }),
    }
}

fn listed<T>(
    columns: &'static [&'static str],
    values: impl ExactSizeIterator<Item = T>,
    row: impl Fn(T) -> Vec<String>,
) -> Listing {
    let row_count = values.len();
    Listing { columns, rows: values.take(MOST_ROWS).map(row).collect(), row_count }
}
