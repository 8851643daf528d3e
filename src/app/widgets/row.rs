//! A row with something at its left and something at its right edge, in the order of sight: what stands left comes first for
//! the keyboard and for screen readers too, which a layout from the right turns round.

use egui::{Align, Layout, Rect, Ui, UiBuilder, pos2, vec2};

/// Shows `left` from the left over the room that `right` leaves, and `right` flush with the right edge. Gives back what
/// both gave back.
pub fn split<L, R>(ui: &mut Ui, left: impl FnOnce(&mut Ui) -> L, right: impl FnOnce(&mut Ui) -> R) -> (L, R) {
    aligned(ui, Align::Center, left, right)
}

/// The same, with both aligned at the top.
pub fn split_top<L, R>(ui: &mut Ui, left: impl FnOnce(&mut Ui) -> L, right: impl FnOnce(&mut Ui) -> R) -> (L, R) {
    aligned(ui, Align::Min, left, right)
}

/// Shows things one beside the other in the middle of the width there is; from the left where they need more.
pub fn centred(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ui.horizontal_wrapped(|ui| {
        let slot = ui.unique_id().with("width of a row in the middle");
        let known = ui.data(|data| data.get_temp::<f32>(slot));
        let room = ui.available_width();
        ui.add_space(((room - known.unwrap_or(room)) / 2.0).max(0.0));
        let left = ui.cursor().left();
        contents(ui);
        let needed = ui.min_rect().right() - left;
        if known != Some(needed) && needed < room {
            ui.data_mut(|data| data.insert_temp(slot, needed));
            ui.ctx().request_discard("a row in the middle has another width");
        }
    });
}

fn aligned<L, R>(
    ui: &mut Ui,
    align: Align,
    left: impl FnOnce(&mut Ui) -> L,
    right: impl FnOnce(&mut Ui) -> R,
) -> (L, R) {
    let layout = Layout::left_to_right(align);
    let contents = |ui: &mut Ui| {
        let slot = ui.unique_id().with("width at the right");
        let known = ui.data(|data| data.get_temp::<f32>(slot));
        let row = ui.available_rect_before_wrap();
        let width = known.unwrap_or(row.width());
        let left_width = (row.width() - width - ui.spacing().item_spacing.x).max(0.0);
        let left_room = Rect::from_min_size(row.min, vec2(left_width, row.height()));
        // As wide as the row, so that nothing is broken or cut where more is to be shown than in the pass before.
        let right_room = Rect::from_min_size(pos2(row.right() - width, row.top()), row.size());
        let left = ui.scope_builder(UiBuilder::new().max_rect(left_room).layout(layout), left).inner;
        let shown = ui.scope_builder(UiBuilder::new().max_rect(right_room).layout(layout), right);
        let needed = shown.response.rect.width();
        if known != Some(needed) {
            ui.data_mut(|data| data.insert_temp(slot, needed));
            ui.ctx().request_discard("the right side of a row has another width");
        }
        (left, shown.inner)
    };
    match align {
        Align::Center => ui.horizontal(contents).inner,
        _ => ui.horizontal_top(contents).inner,
    }
}
