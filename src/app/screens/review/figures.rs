//! The figures of the review page: what is known today, what would be known at an exam, what is stubborn. Counts nothing.

use crate::app::state::agenda::Agenda;
use crate::app::theme::{CARD_GAP, Theme};
use crate::app::widgets::{card, heard, text};
use crate::app::wording::{review_words, words};
use egui::{Align, Layout, Role, Ui, vec2};

/// Width of a page below which the figures stand one under the other, at normal text size.
const SIDE_BY_SIDE_WIDTH: f32 = 640.0;

/// Shows the figures.
pub(super) fn show(ui: &mut Ui, agenda: &Agenda) {
    let mut figures = vec![(
        "You know today".to_owned(),
        words::percent(100.0 * agenda.known),
        format!("of {} met", words::count(agenda.met, "question")),
    )];
    for exam in &agenda.exams {
        figures.push((
            format!("Would know on {}", review_words::day(exam.day, agenda.day)),
            words::percent(100.0 * exam.recall_then),
            format!(
                "of {}, with {} a day",
                title(agenda, &exam.bank_id),
                words::count(exam.per_day as usize, "question")
            ),
        ));
    }
    if !agenda.stubborn.is_empty() {
        figures.push((
            "Stubborn".to_owned(),
            agenda.stubborn.len().to_string(),
            "missed on 8 days and set aside".to_owned(),
        ));
    }
    let theme = Theme::of(ui.ctx());
    let columns =
        if ui.available_width() < SIDE_BY_SIDE_WIDTH * theme.text_scale { 1 } else { figures.len().clamp(1, 3) };
    let width = (ui.available_width() - CARD_GAP * (columns as f32 - 1.0)) / columns as f32;
    for in_row in figures.chunks(columns) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = CARD_GAP;
            for (what, figure, of) in in_row {
                ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(width);
                    heard::group(ui, Role::Group, &format!("{what}: {figure} {of}"), |ui| one(ui, what, figure, of));
                });
            }
        });
    }
}

fn one(ui: &mut Ui, what: &str, figure: &str, of: &str) {
    let theme = Theme::of(ui.ctx());
    card::show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        text::small(ui, what);
        text::paragraph(ui, figure, theme.title(), theme.palette.text);
        text::small(ui, of);
    });
}

fn title<'a>(agenda: &'a Agenda, bank_id: &'a str) -> &'a str {
    agenda.banks.iter().find(|line| line.id == bank_id).map_or(bank_id, |line| &line.title)
}
