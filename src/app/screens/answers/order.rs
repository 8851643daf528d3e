//! Items to put in order: dragged with the mouse, or moved with the arrow keys while they have the focus.

use super::FocusWish;
use crate::app::theme::{CONTROL_RADIUS, Theme};
use crate::app::widgets::{button, icon, rich_text, text};
use crate::sitting::Turn;
use egui::{Align2, CornerRadius, CursorIcon, EventFilter, Key, Modifiers, Rect, Response, Role, Sense, Stroke};
use egui::{StrokeKind, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::ICON_DRAG_INDICATOR;

const MIN_HEIGHT: f32 = 52.0;

pub(super) fn show(ui: &mut Ui, turn: &Turn, items: &mut Vec<usize>, is_touched: &mut bool, focus: FocusWish) {
    text::small(ui, "Drag the items, or move the one with the focus by ↑ and ↓. 1 keeps the order as it stands.");
    let options = turn.item.question.options();
    let count = items.len();
    let mut wish = None;
    for (place, item) in items.iter().enumerate() {
        let Some(option) = options.get(*item) else { continue };
        let response = row(ui, count, *item, place, count, option);
        if place == 0 && focus.is_granted(ui) {
            response.request_focus();
        }
        if response.has_focus() {
            wish = wish.or(key_wish(ui, &response, place, count));
        }
        if response.dragged()
            && let Some(pointer) = response.interact_pointer_pos()
        {
            wish = wish.or(Some((place, pointer.y)).and_then(|(place, y)| drag_wish(place, y, response.rect)));
        }
        if response.clicked() {
            response.request_focus();
        }
    }
    if let Some((from, to)) = wish.filter(|(_, to)| *to < count) {
        let item = items.remove(from);
        items.insert(to, item);
        *is_touched = true;
    }
}

/// Keeps the order for `1`; a higher digit brings the item at that place to the front.
pub(super) fn move_to_front(items: &mut Vec<usize>, is_touched: &mut bool, place: usize) {
    if place < items.len() {
        let item = items.remove(place);
        items.insert(0, item);
        *is_touched = true;
    }
}

/// One place up or down for the arrow keys, which otherwise move the focus.
fn key_wish(ui: &Ui, response: &Response, place: usize, count: usize) -> Option<(usize, usize)> {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::ArrowUp) && place > 0 {
        Some((place, place - 1))
    } else if pressed(Key::ArrowDown) && place + 1 < count {
        Some((place, place + 1))
    } else {
        None
    }
}

/// One place up or down once the pointer has left the row: rows change places under the hand, and nothing jumps.
fn drag_wish(place: usize, pointer_y: f32, row: Rect) -> Option<(usize, usize)> {
    if pointer_y < row.top() - row.height() * 0.2 {
        Some((place, place.checked_sub(1)?))
    } else if pointer_y > row.bottom() + row.height() * 0.2 {
        Some((place, place + 1))
    } else {
        None
    }
}

fn row(ui: &mut Ui, salt: usize, item: usize, place: usize, count: usize, label: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let palette = &theme.palette;
    let width = ui.available_width();
    let left = 52.0 * theme.text_scale;
    let words = rich_text::lay_out(ui, label, &theme.option(), (width - left - 48.0 * theme.text_scale).max(60.0));
    let (rect, _) = ui.allocate_exact_size(vec2(width, (words.size().y + 26.0).max(MIN_HEIGHT)), Sense::hover());
    // The item keeps its id when it moves, and with it the focus and the drag.
    let response = ui.interact(rect, ui.scope_id().with(("item", salt, item)), Sense::click_and_drag());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::ListItem, true, format!("{}, place {} of {count}", words.plain(), place + 1))
    });
    let is_held = response.dragged();
    let (fill, edge) = if is_held {
        (palette.accent_soft, Stroke::new(2.0, palette.accent))
    } else {
        (palette.surface, Stroke::new(1.0, if response.hovered() { palette.text } else { palette.line_strong }))
    };
    ui.painter().rect(rect, CornerRadius::same(CONTROL_RADIUS + 2), fill, edge, StrokeKind::Inside);
    if response.has_focus() {
        button::focus_ring(ui, rect);
    }
    let number = pos2(rect.left() + left / 2.0, rect.center().y);
    ui.painter().text(number, Align2::CENTER_CENTER, place + 1, theme.mono(), palette.soft);
    words.paint(ui, pos2(rect.left() + left, rect.center().y - words.size().y / 2.0), palette.text);
    let grip = pos2(rect.right() - 22.0 * theme.text_scale, rect.center().y);
    icon::paint(ui, ICON_DRAG_INDICATOR, 20.0, grip, palette.soft);
    response.on_hover_cursor(if is_held { CursorIcon::Grabbing } else { CursorIcon::Grab })
}
