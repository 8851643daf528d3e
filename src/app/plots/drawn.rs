//! What each plot draws.

use crate::app::wording::{kind_words, review_words, words};
use crate::bank::Kind;
use crate::progress::{Interval, Progress, Retained, Score, Series, TopicKnown};
use crate::report::Plot;
use crate::report::plots::{Cell, Column, Dot, Drawing, Ink, Line, Pair, Row, columns, heat, lines, pairs, rows};
use crate::schedule::StudyDay;

/// More quizzes than this are drawn as means of several in a row.
const MOST_SCORES: usize = 60;
/// The topics that are drawn; the table has all.
const MOST_TOPICS: usize = 8;
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A plot so wide, with letters of that height.
pub fn drawing(progress: &Progress, plot: Plot, width: f32, letter: f32) -> Drawing {
    match plot {
        Plot::Known => known(progress, width, letter),
        Plot::Scores => scores(progress, width, letter),
        Plot::Topics => rows(width, letter, &topics(progress)),
        Plot::Days => days(progress, width, letter),
        Plot::ComingUp => coming_up(progress, width, letter),
        Plot::Retention => pairs(width, letter, &retention(progress), ["Predicted", "Right"]),
        Plot::Calibration => rows(width, letter, &calibration(progress)),
        Plot::Time => rows(width, letter, &times(progress)),
    }
}

/// What a topic is called: its path, or its bank's title where it has none.
pub fn topic_name(topic: &TopicKnown) -> String {
    if topic.topic.is_empty() { topic.bank.title.clone() } else { topic.topic.replace('/', " · ") }
}

/// How many quizzes in a row a point of the scores stands for.
pub(super) fn mean_of(progress: &Progress) -> usize {
    progress.scores.len().div_ceil(MOST_SCORES).max(1)
}

/// The words for a range of days.
pub(super) fn interval(interval: Interval) -> String {
    match (interval.least, interval.most) {
        (1, Some(1)) => "After 1 day".to_owned(),
        (least, Some(most)) => format!("After {least}–{most} days"),
        (least, None) => format!("After {least} days or more"),
    }
}

/// The name of a series of scores.
pub(super) fn series(series: Series) -> &'static str {
    match series {
        Series::Practice => "Practice",
        Series::Test => "Test",
        Series::Review => "Review and lists",
    }
}

fn known(progress: &Progress, width: f32, letter: f32) -> Drawing {
    let point = |known: &crate::progress::Known| {
        let percent = 100.0 * known.recall;
        let day = review_words::day(known.day, progress.today);
        (f64::from(known.day.0), percent, format!("{day}: {} of {}", words::percent(percent), known.met))
    };
    let line = Line { name: "", dot: Dot::Round, ink: Ink::Main, points: progress.known.iter().map(point).collect() };
    let begin = match progress.known.first() {
        Some(first) if first.day < progress.today => review_words::day(first.day, progress.today),
        _ => String::new(),
    };
    lines(width, letter, &[line], [&begin, "today"])
}

fn scores(progress: &Progress, width: f32, letter: f32) -> Drawing {
    let size = mean_of(progress);
    let look = [(Dot::Round, Ink::Main), (Dot::Square, Ink::Text), (Dot::Triangle, Ink::Second)];
    let of_series = |(series_of, (dot, ink)): (Series, (Dot, Ink))| {
        let scores: Vec<&Score> = progress.scores.iter().filter(|score| score.series == series_of).collect();
        let points = scores.chunks(size).map(|scores| mean(progress, scores)).collect();
        Line { name: series(series_of), dot, ink, points }
    };
    let all: Vec<Line<'_>> =
        Series::ALL.into_iter().zip(look).map(of_series).filter(|line| !line.points.is_empty()).collect();
    let day = |score: Option<&Score>| {
        score.map_or_else(String::new, |score| review_words::day(StudyDay::of(score.finished_at), progress.today))
    };
    let [begin, end] = [day(progress.scores.first()), day(progress.scores.last())];
    lines(width, letter, &all, if begin == end { ["", &end] } else { [&begin, &end] })
}

fn mean(progress: &Progress, scores: &[&Score]) -> (f64, f64, String) {
    let count = scores.len() as f64;
    let percent = scores.iter().map(|score| score.percent).sum::<f64>() / count;
    let time = scores.iter().map(|score| score.finished_at.unix_ms as f64).sum::<f64>() / count;
    let last = scores[scores.len() - 1];
    let day = review_words::day(StudyDay::of(last.finished_at), progress.today);
    let what = if scores.len() == 1 { last.title.clone() } else { format!("Mean of {} quizzes", scores.len()) };
    (time, percent, format!("{what}, {day}: {}", words::percent(percent)))
}

fn topics(progress: &Progress) -> Vec<Row> {
    let row = |topic: &TopicKnown| Row {
        label: topic_name(topic),
        figure: words::percent(100.0 * topic.recall),
        share: topic.recall as f32,
    };
    progress.topics.iter().take(MOST_TOPICS).map(row).collect()
}

fn days(progress: &Progress, width: f32, letter: f32) -> Drawing {
    let cells: Vec<Cell> = progress
        .days
        .iter()
        .map(|day| Cell {
            day: day.day,
            value: day.answers,
            says: format!(
                "{}: {}, {} right",
                review_words::day(day.day, progress.today),
                words::count(day.answers, "answer"),
                day.right
            ),
        })
        .collect();
    heat(width, letter, &cells, progress.today, ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], month)
}

/// The month that begins in the week of that Monday.
fn month(monday: StudyDay) -> Option<String> {
    let iso = (0..7).map(|ahead| (monday + ahead).to_iso()).find(|iso| iso.ends_with("-01"))?;
    let number: usize = iso.get(iso.len() - 5..iso.len() - 3)?.parse().ok()?;
    MONTHS.get(number.checked_sub(1)?).map(|month| (*month).to_owned())
}

fn coming_up(progress: &Progress, width: f32, letter: f32) -> Drawing {
    let column = |(place, day): (usize, &crate::progress::ComingUp)| Column {
        value: day.due,
        is_first: place == 0,
        says: format!("{}: {} due", coming_day(progress, day.day), words::count(day.due, "question")),
    };
    let all: Vec<Column> = progress.coming_up.iter().enumerate().map(column).collect();
    columns(width, letter, &all, ["today", "in 29 days"])
}

/// `Today`, or a date.
pub(super) fn coming_day(progress: &Progress, day: StudyDay) -> String {
    if day == progress.today { "Today".to_owned() } else { review_words::day(day, progress.today) }
}

/// All kinds together by interval, and then all intervals together by kind.
fn retention(progress: &Progress) -> Vec<Pair> {
    let intervals = Interval::ALL
        .into_iter()
        .filter_map(|range| pair(progress, interval(range), |retained| retained.interval == range));
    let kinds = Kind::ALL
        .into_iter()
        .filter_map(|kind| pair(progress, kind_words::name(kind).to_owned(), |retained| retained.kind == kind));
    intervals.chain(kinds).collect()
}

fn pair(progress: &Progress, label: String, is_wanted: impl Fn(&Retained) -> bool) -> Option<Pair> {
    let wanted: Vec<&Retained> = progress.retention.iter().filter(|retained| is_wanted(retained)).collect();
    let answers: usize = wanted.iter().map(|retained| retained.answers).sum();
    if answers == 0 {
        return None;
    }
    let mean = |share: fn(&Retained) -> f64| {
        wanted.iter().map(|retained| share(retained) * retained.answers as f64).sum::<f64>() / answers as f64
    };
    let [expected, found] = [mean(|retained| retained.predicted), mean(|retained| retained.right)];
    let says = format!(
        "{label}: {} predicted, {} right, of {}",
        words::percent(100.0 * expected),
        words::percent(100.0 * found),
        words::count(answers, "answer")
    );
    Some(Pair { label, expected: expected as f32, found: found as f32, says })
}

fn calibration(progress: &Progress) -> Vec<Row> {
    let row = |sure: &crate::progress::Sure| Row {
        label: words::certainty(sure.certainty).to_owned(),
        figure: format!("{} of {} right", words::percent(100.0 * sure.right), words::count(sure.answers, "answer")),
        share: sure.right as f32,
    };
    progress.calibration.iter().map(row).collect()
}

fn times(progress: &Progress) -> Vec<Row> {
    let longest = progress.times.iter().map(|time| time.median_ms).max().unwrap_or(0).max(1);
    let row = |time: &crate::progress::TimeTaken| Row {
        label: kind_words::name(time.kind).to_owned(),
        figure: secs(time.median_ms),
        share: time.median_ms as f32 / longest as f32,
    };
    progress.times.iter().map(row).collect()
}

/// `7.3 s`.
pub(super) fn secs(ms: u32) -> String {
    format!("{:.1} s", f64::from(ms) / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_named_in_the_week_in_which_it_begins() {
        let monday = |iso| month(StudyDay::from_iso(iso).expect("a date"));
        assert_eq!(monday("2026-11-30").as_deref(), Some("Dec"));
        assert_eq!(monday("2026-12-28").as_deref(), Some("Jan"));
        assert_eq!(monday("2026-12-07"), None);
    }

    #[test]
    fn every_plot_is_drawn_of_nothing_at_all() {
        for plot in Plot::ALL {
            let drawing = drawing(&Progress::default(), plot, 500.0, 13.0);
            assert!(drawing.height.is_finite(), "{plot:?}");
        }
    }
}
