//! The heading of each plot and the sentence that says what it means.

use super::drawn::mean_of;
use crate::app::wording::{review_words, words};
use crate::progress::{Known, Progress};
use crate::report::Plot;
use crate::sitting::Certainty;

/// A share that lies so far below another is worth a word.
const MARKEDLY: f64 = 0.05;
/// What is known so well needs nobody.
const WELL_KNOWN: f64 = 0.9;
/// Fewer answers tell nothing about predictions.
const ENOUGH_ANSWERS: usize = 20;

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
        Plot::Topics => topics(progress),
        Plot::Days => days(progress),
        Plot::ComingUp => coming_up(progress),
        Plot::Retention => retention(progress),
        Plot::Calibration => calibration(progress),
        Plot::Time => "The typical (median) time of an answer, by kind of question.".to_owned(),
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
    let on = |known: &Known| review_words::day(known.day, progress.today);
    let lowest = progress.known.iter().min_by(|one, other| one.recall.total_cmp(&other.recall)).unwrap_or(first);
    if lowest.recall + MARKEDLY < first.recall.min(last.recall) {
        return format!("{now} At its lowest, on {}, it was {}.", on(lowest), words::percent(100.0 * lowest.recall));
    }
    let then = words::percent(100.0 * first.recall);
    format!("{now} On {} it was {then} of the {} met until then.", on(first), first.met)
}

fn topics(progress: &Progress) -> String {
    let weakest = progress.topics.iter().map(|topic| topic.recall).fold(1.0, f64::min);
    if weakest >= WELL_KNOWN {
        return "No topic needs you today: you would know most of each.".to_owned();
    }
    "How much of each topic you would know today, the weakest first.".to_owned()
}

fn scores(progress: &Progress) -> String {
    let last = progress.scores.last().map_or(0.0, |score| score.percent);
    let points = match mean_of(progress) {
        1 => "Each point is a quiz that you finished".to_owned(),
        count => format!("Each point is the mean of {count} quizzes in a row"),
    };
    format!("{points}; the last quiz earned {} of its points.", words::percent(last))
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
    let today = match today {
        0 => "Nothing is".to_owned(),
        1 => "1 question is".to_owned(),
        many => format!("{many} questions are"),
    };
    format!("{today} due today, {later} in the 29 days after.")
}

fn retention(progress: &Progress) -> String {
    let answers: usize = progress.retention.iter().map(|retained| retained.answers).sum();
    let mean = |share: fn(&crate::progress::Retained) -> f64| {
        let sum: f64 = progress.retention.iter().map(|retained| share(retained) * retained.answers as f64).sum();
        words::percent(100.0 * sum / answers as f64)
    };
    if answers < ENOUGH_ANSWERS {
        return format!(
            "Only {} so far, a day or more after the one before: too few to tell whether the predictions hold.",
            words::count(answers, "answer")
        );
    }
    format!(
        "The closer the two marks, the better the prediction. Of {} a day or more after the one before, {} were \
         predicted right, lucky guesses included; {} were.",
        words::count(answers, "answer"),
        mean(|retained| retained.predicted),
        mean(|retained| retained.right)
    )
}

fn calibration(progress: &Progress) -> String {
    let certain = progress.calibration.iter().find(|sure| sure.certainty == Certainty::High);
    match certain {
        Some(sure) => format!(
            "If you judge yourself well, you are right the more often the surer you are. When you were certain, {} of {} \
             were right.",
            words::percent(100.0 * sure.right),
            words::count(sure.answers, "answer")
        ),
        None => "If you judge yourself well, you are right the more often the surer you are.".to_owned(),
    }
}
