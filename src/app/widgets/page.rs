//! The column that a page stands in.

use crate::app::theme::{PAGE_WIDTH, READING_WIDTH};
use egui::{Id, Margin, ScrollArea, Ui, vec2};

/// What is seen around that which has the focus, so that its ring is whole.
const FOCUS_MARGIN: f32 = 12.0;

/// A page of cards that scrolls, at most [`PAGE_WIDTH`] wide.
pub fn wide<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    column(ui, PAGE_WIDTH, contents)
}

/// A page to read that scrolls, at most [`READING_WIDTH`] wide.
pub fn reading<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    column(ui, READING_WIDTH, contents)
}

fn column<R>(ui: &mut Ui, max_width: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ScrollArea::vertical()
        .auto_shrink(false)
        .show(ui, |ui| {
            let available = ui.available_width();
            let side = ((available - max_width) / 2.0).clamp(16.0, 40.0);
            let width = (available - 2.0 * side).min(max_width);
            let left =
                if max_width < PAGE_WIDTH { (available - width) / 2.0 } else { side.min((available - width) / 2.0) };
            egui::Frame::new()
                .inner_margin(Margin { left: 0, right: 0, top: 28, bottom: 28 })
                .show(ui, |ui| {
                    ui.horizontal_top(|ui| {
                        ui.add_space(left);
                        ui.allocate_ui_with_layout(vec2(width, 0.0), egui::Layout::top_down(egui::Align::Min), |ui| {
                            ui.set_width(width);
                            let shown = contents(ui);
                            follow_focus(ui);
                            shown
                        })
                        .inner
                    })
                    .inner
                })
                .inner
        })
        .inner
}

/// Scrolls to what has the focus when it moves out of sight: whoever works with keys must see where they are.
fn follow_focus(ui: &Ui) {
    let slot = Id::unique("focus followed");
    let focused = ui.memory(|memory| memory.focused());
    let before = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default::<Option<Id>>(slot), focused));
    let Some(id) = focused.filter(|_| focused != before) else { return };
    let Some(response) = ui.ctx().read_response(id) else { return };
    // Only what the page cuts off: bars and side bars stand still.
    if response.interact_rect != response.rect && !ui.clip_rect().contains_rect(response.rect) {
        ui.scroll_to_rect(response.rect.expand(FOCUS_MARGIN), None);
    }
}
