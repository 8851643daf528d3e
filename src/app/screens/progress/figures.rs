//! The figures above the plots. Counts nothing.

use crate::app::widgets::figures::{self, Figure};
use crate::app::wording::words;
use crate::progress::Progress;
use crate::sitting::Certainty;
use egui::Ui;

/// Shows the figures.
pub(super) fn show(ui: &mut Ui, progress: &Progress) {
    figures::show(ui, &figures_of(progress));
}

fn figures_of(progress: &Progress) -> Vec<Figure> {
    let known = progress.known.last().map_or(0.0, |known| known.recall);
    let average = progress.weekly_average.round();
    let of_met = if progress.met == 0 {
        "nothing met yet".to_owned()
    } else {
        format!("of {} met", words::count(progress.met, "question"))
    };
    let mut figures = vec![
        ["Known today".to_owned(), words::percent(100.0 * known), of_met],
        [
            "Answered".to_owned(),
            progress.answers.to_string(),
            format!("{} in the last 7 days", progress.answers_this_week),
        ],
        ["Per week".to_owned(), words::points(average), "answers on average".to_owned()],
    ];
    let certain = progress.calibration.iter().find(|sure| sure.certainty == Certainty::High);
    figures.extend(certain.map(|sure| {
        let of = format!("of {}", words::count(sure.answers, "answer"));
        ["Right when certain".to_owned(), words::percent(100.0 * sure.right), of]
    }));
    figures
}
