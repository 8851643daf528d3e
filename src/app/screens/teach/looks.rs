//! What several parts of the class's page need: another look at its tables, and whether there is room.

use crate::app::action::{Action, Look, TeachDeed};
use crate::app::state::model::Model;
use crate::app::theme::Theme;
use egui::Ui;

/// Another look, changed from the present one.
pub(super) fn look(model: &Model, change: impl FnOnce(&mut Look)) -> Action {
    let mut look = model.teach.look.clone();
    change(&mut look);
    Action::Teach(TeachDeed::Look(look))
}

/// Whether cards stand side by side.
pub(super) fn is_wide(ui: &Ui, least: f32) -> bool {
    ui.available_width() >= least * Theme::of(ui.ctx()).text_scale
}
