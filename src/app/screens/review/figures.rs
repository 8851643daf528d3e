//! The figures of the review page: what is known today, what would be known at an exam, what is stubborn. Counts nothing.

use crate::app::state::agenda::Agenda;
use crate::app::widgets::figures::{self, Figure};
use crate::app::wording::{review_words, words};
use egui::Ui;

/// Shows the figures.
pub(super) fn show(ui: &mut Ui, agenda: &Agenda) {
    let mut told: Vec<Figure> = vec![[
        "You know today".to_owned(),
        words::percent(100.0 * agenda.known),
        format!("of {} met", words::count(agenda.met, "question")),
    ]];
    for exam in &agenda.exams {
        told.push([
            format!("You would know on {}", review_words::day(exam.day, agenda.day)),
            words::percent(100.0 * exam.recall_then),
            format!(
                "of {}, with about {} a day from tomorrow",
                title(agenda, &exam.bank_id),
                words::count(exam.per_day as usize, "question")
            ),
        ]);
    }
    if !agenda.stubborn.is_empty() {
        told.push([
            "Stubborn".to_owned(),
            agenda.stubborn.len().to_string(),
            "missed on 8 days and set aside".to_owned(),
        ]);
    }
    figures::show(ui, &told);
}

fn title<'a>(agenda: &'a Agenda, bank_id: &'a str) -> &'a str {
    agenda.banks.iter().find(|line| line.id == bank_id).map_or(bank_id, |line| &line.title)
}
