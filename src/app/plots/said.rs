//! The heading of each plot and the sentence that says what it means.

use super::drawn::mean_of;
use crate::app::wording::{review_words, words};
use crate::progress::Progress;
use crate::report::Plot;
use crate::sitting::Certainty;

/// The heading of a plot.
pub fn title(plot: Plot) -> &'static str {
    match plot {
        Plot::Known => "Known over time",
        Plot::Scores => "Scores",
        Plot::Topics => "Topics that need you most",
        Plot::Days => "Days",
        Plot::ComingUp => "Coming up for review",
        Plot::Retention => "Predicted and right",
        Plot::Calibration => "How sure, how right",
        Plot::Time => "Time for a question",
    }
}

/// Whether there is nothing to draw.
pub fn is_empty(progress: &Progress, plot: Plot) -> bool {
    match plot {
        Plot::Known => progress.known.is_empty(),
        Plot::Scores => progress.scores.is_empty(),
        Plot::Topics => progress.topics.is_empty(),
        Plot::Days => progress.days.is_empty(),
        Plot::ComingUp => progress.coming_up.iter().all(|day| day.due == 0),
        Plot::Retention => progress.retention.is_empty(),
        Plot::Calibration => progress.calibration.is_empty(),
        Plot::Time => progress.times.is_empty(),
    }
}

/// What stands in the place of a plot that has nothing to draw.
fn nothing(plot: Plot) -> &'static str {
    match plot {
        Plot::Known | Plot::Topics => "No question was answered that counts for review.",
        Plot::Scores => "No quiz was finished in this period.",
        Plot::Days => "Nothing was answered in the last year.",
        Plot::ComingUp => "Nothing comes up in the next 30 days.",
        Plot::Retention => "No question has come again on another day in this period.",
        Plot::Calibration => "No quiz of this period has asked how sure you were.",
        Plot::Time => "Nothing was answered in this period.",
    }
}

/// What a plot means, in plain words with its main figures.
pub fn sentence(progress: &Progress, plot: Plot) -> String {
    if is_empty(progress, plot) {
        return nothing(plot).to_owned();
    }
    match plot {
        Plot::Known => known(progress),
        Plot::Scores => scores(progress),
        Plot::Topics => "How much of each topic you would know today, the weakest first.".to_owned(),
        Plot::Days => days(progress),
        Plot::ComingUp => coming_up(progress),
        Plot::Retention => retention(progress),
        Plot::Calibration => calibration(progress),
        Plot::Time => "Half of your answers to questions of a kind took no longer than this.".to_owned(),
    }
}

fn known(progress: &Progress) -> String {
    let [Some(first), Some(last)] = [progress.known.first(), progress.known.last()] else { return String::new() };
    let now = format!(
        "Of {} that you have met you would know {} today.",
        words::count(last.met, "question"),
        words::percent(100.0 * last.recall)
    );
    if progress.known.len() == 1 {
        return now;
    }
    let then = review_words::day(first.day, progress.today);
    let met = first.met;
    format!("{now} On {then} it was {} of {met}.", words::percent(100.0 * first.recall))
}

fn scores(progress: &Progress) -> String {
    let last = progress.scores.last().map_or(0.0, |score| score.percent);
    let points = match mean_of(progress) {
        1 => "Each point is a quiz that you finished".to_owned(),
        count => format!("Each point is the mean of {count} quizzes in a row"),
    };
    format!("{points}; the last quiz earned {}.", words::percent(last))
}

fn days(progress: &Progress) -> String {
    let answers = progress.days.iter().map(|day| day.answers).sum();
    let average = progress.weekly_average.round().max(1.0);
    format!(
        "You gave {} in the last year, about {average} a week. A day begins at four in the morning.",
        words::count(answers, "answer")
    )
}

fn coming_up(progress: &Progress) -> String {
    let today = progress.coming_up.first().map_or(0, |day| day.due);
    let later: usize = progress.coming_up.iter().skip(1).map(|day| day.due).sum();
    let are = if today == 1 { "is" } else { "are" };
    format!("{} {are} due today, and {later} in the 29 days after.", words::count(today, "question"))
}

fn retention(progress: &Progress) -> String {
    let answers: usize = progress.retention.iter().map(|retained| retained.answers).sum();
    let mean = |share: fn(&crate::progress::Retained) -> f64| {
        let sum: f64 = progress.retention.iter().map(|retained| share(retained) * retained.answers as f64).sum();
        words::percent(100.0 * sum / answers as f64)
    };
    format!(
        "Where both signs stand together, questions come back at the right time. Of {} after a day or more, {} were \
         expected to be right, lucky guesses included, and {} were.",
        words::count(answers, "answer"),
        mean(|retained| retained.predicted),
        mean(|retained| retained.right)
    )
}

fn calibration(progress: &Progress) -> String {
    let certain = progress.calibration.iter().find(|sure| sure.certainty == Certainty::High);
    match certain {
        Some(sure) => format!(
            "Who is well calibrated is right more often the surer they are. When you were certain, {} were right.",
            words::percent(100.0 * sure.right)
        ),
        None => "Who is well calibrated is right more often the surer they are.".to_owned(),
    }
}
