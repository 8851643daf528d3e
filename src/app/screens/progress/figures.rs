//! The figures above the plots. Counts nothing.

use crate::app::theme::{CARD_GAP, Theme};
use crate::app::widgets::{card, heard, page, text};
use crate::app::wording::words;
use crate::progress::Progress;
use crate::sitting::Certainty;
use egui::{Align, Layout, Role, Ui, vec2};

/// Width of a figure below which fewer stand side by side, at normal text size.
const LEAST_WIDTH: f32 = 180.0;

/// Shows the figures.
pub(super) fn show(ui: &mut Ui, progress: &Progress) {
    let figures = figures(progress);
    let least = LEAST_WIDTH * Theme::of(ui.ctx()).text_scale + CARD_GAP;
    let columns = ((ui.available_width() / least) as usize).clamp(1, figures.len());
    let width = (ui.available_width() - CARD_GAP * (columns as f32 - 1.0)) / columns as f32;
    for (place, in_row) in figures.chunks(columns).enumerate() {
        if place > 0 {
            page::gap(ui);
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = CARD_GAP;
            for [what, figure, of] in in_row {
                ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(width);
                    heard::group(ui, Role::Group, &format!("{what}: {figure} {of}"), |ui| one(ui, what, figure, of));
                });
            }
        });
    }
}

/// What, how much, and of what.
fn figures(progress: &Progress) -> Vec<[String; 3]> {
    let known = progress.known.last().map_or(0.0, |known| known.recall);
    let average = progress.weekly_average.round();
    let of_met = if progress.met == 0 {
        "nothing met yet".to_owned()
    } else {
        format!("of {} met", words::count(progress.met, "question"))
    };
    let mut figures = vec![
        ["Known today".to_owned(), words::percent(100.0 * known), of_met],
        ["Answered".to_owned(), progress.answers.to_string(), format!("{} this week", progress.answers_this_week)],
        ["In a week".to_owned(), words::points(average), "answers on average".to_owned()],
    ];
    let certain = progress.calibration.iter().find(|sure| sure.certainty == Certainty::High);
    figures.extend(certain.map(|sure| {
        let wrong = words::percent(100.0 * (1.0 - sure.right));
        ["Certain and right".to_owned(), words::percent(100.0 * sure.right), format!("certain and not right {wrong}")]
    }));
    figures
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
