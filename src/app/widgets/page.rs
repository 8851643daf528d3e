//! The column that a page stands in.

use crate::app::input::keys;
use crate::app::theme::{CARD_GAP, PAGE_MARGIN, PAGE_WIDTH, READING_WIDTH, Theme};
use crate::app::widgets::scroll;
use egui::{Align, Id, Layout, Margin, ScrollArea, Ui, vec2};

/// What is seen around that which has the focus, so that its ring is whole.
const FOCUS_MARGIN: f32 = 12.0;
/// The narrowest space beside a page.
const LEAST_MARGIN: f32 = 16.0;
/// In so many frames a page that is new on the screen gives the focus to what is wanted there.
const OPENING_FRAMES: u64 = 3;
/// What stays free between what is read and the bar that scrolls it.
const SCROLL_BAR_ROOM: f32 = 14.0;

/// A page of cards that scrolls, centred, at most [`PAGE_WIDTH`] wide at normal text size. Who comes back by mouse finds it where it was left; who
/// works by keys finds it at its beginning, where the focus is.
pub fn wide<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let is_kept = !keys::is_keyboard_in_use(ui.ctx());
    column(ui, PAGE_WIDTH, is_kept, contents)
}

/// A page to read that scrolls, centred, at most [`READING_WIDTH`] wide at normal text size. It opens at its beginning.
pub fn reading<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    column(ui, READING_WIDTH, false, contents)
}

fn column<R>(ui: &mut Ui, max_width: f32, is_kept: bool, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let age = age_of(ui);
    let mut area = ScrollArea::vertical().auto_shrink(false);
    if age == 0 && !is_kept {
        area = area.vertical_scroll_offset(0.0);
    }
    scroll::show(ui, area, |ui| {
        let (left, width) = centred(ui, max_width);
        egui::Frame::new()
            .inner_margin(Margin { left: 0, right: 0, top: 28, bottom: 28 })
            .show(ui, |ui| {
                ui.horizontal_top(|ui| {
                    ui.add_space(left);
                    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                        ui.set_width(width);
                        let shown = contents(ui);
                        follow_focus(ui, age);
                        shown
                    })
                    .inner
                })
                .inner
            })
            .inner
    })
}

/// Where a column to read stands over the width there is: what is left of it, and its width.
pub fn reading_column(ui: &Ui) -> (f32, f32) {
    centred(ui, READING_WIDTH)
}

/// Where a column stands that is at most `max_width` wide at normal text size: what is left of it, and its width.
fn centred(ui: &Ui, max_width: f32) -> (f32, f32) {
    let (available, most) = (ui.available_width(), Theme::of(ui.ctx()).width_of_text(max_width));
    let side = ((available - most) / 2.0).clamp(LEAST_MARGIN, PAGE_MARGIN);
    let width = (available - 2.0 * side).min(most);
    (((available - width) / 2.0).floor(), width)
}

/// How wide what is read may be in a part that scrolls by itself: no wider than is good to read, and clear of its bar.
pub fn beside_scroll_bar(ui: &Ui) -> f32 {
    Theme::of(ui.ctx()).width_of_text(READING_WIDTH).min(ui.available_width() - SCROLL_BAR_ROOM)
}

/// The space between two cards.
pub fn gap(ui: &mut Ui) {
    ui.add_space(CARD_GAP - ui.spacing().item_spacing.y);
}

/// For how many frames the page has been on the screen without a break.
fn age_of(ui: &Ui) -> u64 {
    let slot = ui.scope_id().with("page on the screen");
    let now = ui.ctx().cumulative_frame_nr();
    ui.data_mut(|data| {
        let (born, seen) = data.get_temp_mut_or::<(u64, u64)>(slot, (now, now));
        if now > *seen + 1 {
            *born = now;
        }
        *seen = now;
        now - *born
    })
}

/// Scrolls to what has the focus when it moves out of sight: whoever works with keys must see where they are. A page that
/// has just opened shows its beginning, wherever the focus is: a prompt is read before it is answered.
fn follow_focus(ui: &Ui, age: u64) {
    let slot = Id::unique("focus followed");
    scroll_to_focus(ui, slot, age >= OPENING_FRAMES);
}

/// The same for a part of a page that scrolls by itself, which `slot` names.
pub fn keep_focus_in_sight(ui: &Ui, slot: &'static str) {
    scroll_to_focus(ui, Id::unique(("focus followed", slot)), true);
}

fn scroll_to_focus(ui: &Ui, slot: Id, may_scroll: bool) {
    let focused = ui.memory(|memory| memory.focused());
    let before = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default::<Option<Id>>(slot), focused));
    let Some(id) = focused.filter(|_| focused != before && may_scroll) else { return };
    let Some(response) = ui.ctx().read_response(id) else { return };
    // Only what the page cuts off: bars and side bars stand still.
    if response.interact_rect != response.rect && !ui.clip_rect().contains_rect(response.rect) {
        ui.scroll_to_rect(response.rect.expand(FOCUS_MARGIN), None);
    }
}
