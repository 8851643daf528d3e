//! What stands around a question: the bar above with place and time, the bar below with what can be done.

use crate::app::action::Action;
use crate::app::keys;
use crate::app::model::{Phase, Play};
use crate::app::theme::Theme;
use crate::app::widgets::{Button, bar, chip, text};
use crate::app::words;
use egui::{Align, Frame, Id, Layout, Margin, Panel, Response, Ui};
use egui_material_icons::icons::{ICON_CLOSE, ICON_FLAG};

/// Shows place, time and flag; gives back whether the sitting is to be left.
pub fn top(ui: &mut Ui, play: &Play, actions: &mut Vec<Action>) -> bool {
    let theme = Theme::of(ui.ctx());
    let frame = Frame::new().fill(theme.palette.canvas).inner_margin(Margin::symmetric(20, 12));
    Panel::top("sitting top")
        .frame(frame)
        .show_separator_line(false)
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                let leaves = ui.add(Button::icon_only(ICON_CLOSE, "Leave; the sitting is kept")).clicked();
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if play.phase != Phase::Overview {
                        flag(ui, play, actions);
                    }
                    if let Some(remaining_ms) = play.sitting.remaining_ms() {
                        let clock = chip::mono(ui, &words::clock(remaining_ms));
                        ui.ctx().accesskit_node_builder(clock.id, |node| {
                            node.set_label(format!("Time left: {}", words::clock(remaining_ms)));
                        });
                    }
                    let place = play.place_words();
                    if play.phase != Phase::Overview {
                        text::paragraph(ui, &place, theme.body(), theme.palette.soft);
                    }
                    let share = play.progress();
                    let width = ui.available_width();
                    bar::sized(ui, share, width, 6.0, &format!("Progress: {place}"));
                });
                leaves
            })
            .inner
        })
        .inner
}

fn flag(ui: &mut Ui, play: &Play, actions: &mut Vec<Action>) {
    let is_flagged = play.sitting.turn().is_flagged;
    let name =
        if is_flagged { "Flagged to look at again: take the flag away (F)" } else { "Flag to look at again (F)" };
    let response = ui.add(Button::icon_only(ICON_FLAG, name));
    if is_flagged {
        let theme = Theme::of(ui.ctx());
        ui.painter().circle_filled(response.rect.right_top() + egui::vec2(-8.0, 8.0), 5.0, theme.palette.amber);
    }
    if response.clicked() {
        actions.push(Action::Flag);
    }
}

/// Shows the bar below: what else can be done on the left, the primary button on the right.
///
/// Gives back what the two sides gave back.
pub fn bottom<L, R>(ui: &mut Ui, left: impl FnOnce(&mut Ui) -> L, right: impl FnOnce(&mut Ui) -> R) -> (L, R) {
    let theme = Theme::of(ui.ctx());
    let frame = Frame::new().fill(theme.palette.surface).inner_margin(Margin::symmetric(28, 16));
    Panel::bottom("sitting bottom")
        .frame(frame)
        .show(ui, |ui| {
            ui.horizontal(|ui| (left(ui), ui.with_layout(Layout::right_to_left(Align::Center), right).inner)).inner
        })
        .inner
}

/// The ground that a page stands on.
pub fn canvas(ui: &Ui) -> Frame {
    Frame::new().fill(Theme::of(ui.ctx()).palette.canvas)
}

/// Makes screen readers say what the widget shows as soon as it appears.
pub fn announce(ui: &Ui, id: Id) {
    ui.ctx().accesskit_node_builder(id, |node| node.set_live(egui::accesskit::Live::Polite));
}

/// Shows the primary button of a page, which takes the focus where that is lost; gives back whether it was pressed.
pub fn primary(ui: &mut Ui, button: Button<'_>) -> bool {
    let response = ui.add(button);
    hold_focus(ui, &response);
    response.clicked()
}

/// Gives the focus to the primary button where what had it is gone, so that the keyboard is never lost.
pub fn hold_focus(ui: &Ui, primary: &Response) {
    if keys::is_focus_lost(ui.ctx()) {
        primary.request_focus();
    }
}
