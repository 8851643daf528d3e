//! Progress: what was learned, over time, in figures and plots. Each plot says in a sentence what it means.

mod figures;
mod filters;
mod plot_card;
pub(in crate::app::screens) mod table;

use crate::app::action::{Action, Page};
use crate::app::input::keys;
use crate::app::screens::frame;
use crate::app::state::model::Model;
use crate::app::theme::{CARD_GAP, Theme};
use crate::app::widgets::{Button, menu, page, text};
use crate::progress::Progress;
use crate::report::Plot;
use egui::{Align, Layout, Ui, vec2};
use std::collections::HashSet;

/// Width of a page from which two cards stand side by side, at normal text size.
const SIDE_BY_SIDE_WIDTH: f32 = 760.0;

/// The cards as they stand side by side.
const GRID: [&[Plot]; 5] = [
    &[Plot::Known, Plot::Scores],
    &[Plot::Topics, Plot::ComingUp],
    &[Plot::Days],
    &[Plot::Retention],
    &[Plot::Calibration, Plot::Time],
];

/// Which plots are shown as tables too.
#[derive(Debug, Default)]
pub struct ProgressScreen {
    tables: HashSet<Plot>,
}

impl ProgressScreen {
    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
        if !model.is_modal_open() && !menu::is_any_open(ui) && keys::take_escape(ui.ctx()) {
            actions.push(Action::Go(Page::Library));
        }
        page::wide(ui, |ui| {
            text::title(ui, "Progress");
            ui.add_space(4.0);
            let Some(progress) = &model.progress else {
                text::soft(ui, "Your results are being looked through…");
                return;
            };
            if progress.banks.is_empty() {
                empty(ui, actions);
                return;
            }
            filters::show(ui, progress, actions);
            page::gap(ui);
            figures::show(ui, progress);
            page::gap(ui);
            self.cards(ui, model, progress, actions);
        });
    }

    fn cards(&mut self, ui: &mut Ui, model: &Model, progress: &Progress, actions: &mut Vec<Action>) {
        let is_wide = ui.available_width() >= SIDE_BY_SIDE_WIDTH * Theme::of(ui.ctx()).text_scale;
        for in_row in GRID {
            let columns = if is_wide { in_row.len() } else { 1 };
            let width = ((ui.available_width() - CARD_GAP * (columns as f32 - 1.0)) / columns as f32).floor();
            for plots in in_row.chunks(columns) {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = CARD_GAP;
                    for plot in plots {
                        ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                            ui.set_width(width);
                            plot_card::show(ui, model, progress, *plot, &mut self.tables, actions);
                        });
                    }
                });
                page::gap(ui);
            }
        }
    }
}

fn empty(ui: &mut Ui, actions: &mut Vec<Action>) {
    text::soft(
        ui,
        "Take a quiz, and you will see here what you know, how your scores grow, and what comes up for review.",
    );
    ui.add_space(8.0);
    if frame::primary(ui, Button::primary("Choose a bank")) {
        actions.push(Action::Go(Page::Library));
    }
}
