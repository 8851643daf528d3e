//! Items to put in order: dragged with the mouse, or moved with the arrow keys while they have the focus.

use super::carry::{Hold, move_secs, scroll_at_edges};
use super::focus::FocusWish;
use crate::app::theme::{CONTROL_RADIUS, Theme};
use crate::app::widgets::{MarkedRow, button, rich_text, text, token};
use crate::sitting;
use crate::sitting::Turn;
use egui::{Align2, CornerRadius, CursorIcon, EventFilter, Id, Key, Modifiers, Rect, Response, Role};
use egui::{Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

const MIN_HEIGHT: f32 = 52.0;
const GAP: f32 = 10.0;
/// The share of the width that places take beside their items.
const PLACE_SHARE: f32 = 0.04;

pub(super) fn show(
    ui: &mut Ui,
    turn: &Turn,
    items: &mut Vec<usize>,
    is_touched: &mut bool,
    hold: &mut Hold,
    focus: FocusWish,
) {
    text::small(
        ui,
        "Drag the items, or press one and then its place, or move it by ↑ and ↓. 1 keeps the order as it stands.",
    );
    let options = turn.item.question.options();
    let width = ui.available_width();
    let rows: Vec<Row> =
        items.iter().filter_map(|item| Some(Row::new(ui, *item, options.get(*item)?, width))).collect();
    let height = rows.iter().map(|row| row.height + GAP).sum::<f32>() - GAP;
    let (list, _) = ui.allocate_exact_size(vec2(width, height.max(0.0)), Sense::hover());
    let held = hold.dragged.and_then(|dragged| Some((rows.iter().position(|row| row.item == dragged.what)?, dragged)));
    let held_top = held.and_then(|(place, dragged)| {
        let at = ui.input(|input| input.pointer.latest_pos())?;
        scroll_at_edges(ui, at);
        let top = at.y - dragged.grasp.y - list.top();
        Some((place, top.clamp(-GAP, (height - rows[place].height).max(0.0) + GAP)))
    });
    let target = held_top.map(|(place, top)| (place, place_for(&rows, place, top)));
    let shown = order_shown(rows.len(), target);
    let mut top = 0.0;
    let mut wish = None;
    for (new_place, place) in shown.into_iter().enumerate() {
        let row = &rows[place];
        let is_held = held_top.is_some_and(|(held, _)| held == place);
        if is_held {
            let slot = Rect::from_min_size(list.min + vec2(0.0, top), vec2(width, row.height));
            token::drop_place(ui, slot, true);
        } else {
            let response = row.show(ui, list, top, move_secs(ui), new_place, rows.len(), Look::of(row.item, hold));
            wish = wish.or(row.listen(ui, &response, place, items, hold, focus));
        }
        top += row.height + GAP;
    }
    // What is held is painted last, above the others.
    if let Some((place, top)) = held_top {
        let new_place = target.map_or(place, |(_, target)| target);
        let response = rows[place].show(ui, list, top, 0.0, new_place, rows.len(), Look::Held);
        wish = wish.or(rows[place].listen(ui, &response, place, items, hold, focus));
    }
    if hold.take_dropped(ui).is_some() {
        wish = target;
    }
    hold.tell(ui);
    if let Some((from, to)) = wish.filter(|(from, to)| *from < items.len() && *to < items.len()) {
        let item = items.remove(from);
        items.insert(to, item);
        *is_touched = true;
        hold.put_down();
        hold.tell_of(options.get(item).map(|option| name_of(option, to, items.len())).unwrap_or_default());
        ui.ctx().request_repaint();
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

/// What a screen reader says of an item.
fn name_of(label: &str, place: usize, count: usize) -> String {
    format!("{}, place {} of {count}", rich_text::one_line(label), place + 1)
}

/// The place whose top is nearest to that of the row which is held. It hangs on where the others would lie without it,
/// not on where they lie now, so that nothing wavers.
fn place_for(rows: &[Row], held: usize, top: f32) -> usize {
    let heights = rows.iter().enumerate().filter(|(place, _)| *place != held).map(|(_, row)| row.height + GAP);
    let tops = std::iter::once(0.0).chain(heights.scan(0.0, |sum, height| {
        *sum += height;
        Some(*sum)
    }));
    let nearest = tops.enumerate().min_by(|(_, one), (_, other)| (one - top).abs().total_cmp(&(other - top).abs()));
    nearest.map_or(held, |(place, _)| place)
}

/// The places of the rows in the order shown, with the one that is held where it would be dropped.
fn order_shown(count: usize, target: Option<(usize, usize)>) -> Vec<usize> {
    let mut shown: Vec<usize> = (0..count).collect();
    if let Some((from, to)) = target {
        let row = shown.remove(from);
        shown.insert(to.min(shown.len()), row);
    }
    shown
}

/// How an item looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Resting,
    /// It was picked up by a press.
    PickedUp,
    /// Another was picked up, and can be put here.
    Target,
    /// The pointer drags it.
    Held,
}

impl Look {
    fn of(item: usize, hold: &Hold) -> Self {
        match hold.picked {
            None => Self::Resting,
            Some(picked) if picked == item => Self::PickedUp,
            Some(_) => Self::Target,
        }
    }
}

/// An item with its text laid out.
struct Row<'a> {
    item: usize,
    label: &'a str,
    text: rich_text::Laid,
    height: f32,
}

impl<'a> Row<'a> {
    fn new(ui: &Ui, item: usize, label: &'a str, width: f32) -> Self {
        let theme = Theme::of(ui.ctx());
        let wrap = (width - 100.0 * theme.text_scale).max(60.0);
        let text = rich_text::lay_out(ui, label, &theme.option(), wrap);
        let height = (text.size().y + 26.0).max(MIN_HEIGHT);
        Self { item, label, text, height }
    }

    /// Shows the item on its way to `top` below the upper edge of `list`.
    #[expect(clippy::too_many_arguments, reason = "where it is, where it counts, and whether it is held")]
    fn show(&self, ui: &Ui, list: Rect, top: f32, secs: f32, place: usize, count: usize, look: Look) -> Response {
        let theme = Theme::of(ui.ctx());
        let palette = &theme.palette;
        // The item keeps its id when it moves, and with it the focus and the drag.
        let id: Id = ui.scope_id().with(("item", self.item));
        let top = ui.ctx().animate_value_with_time(id.with("top"), top, secs);
        let rect = Rect::from_min_size(list.min + vec2(0.0, top), vec2(list.width(), self.height));
        let response = ui.interact(rect, id, Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, name_of(self.label, place, count)));
        let is_held = look == Look::Held;
        let (fill, edge) = match look {
            Look::Held | Look::PickedUp => (palette.accent_soft, Stroke::new(2.0, palette.accent)),
            Look::Target if response.hovered() => (palette.surface, Stroke::new(2.0, palette.accent)),
            _ if response.hovered() => (palette.surface, Stroke::new(1.0, palette.text)),
            _ => (palette.surface, Stroke::new(1.0, palette.line_strong)),
        };
        let radius = CornerRadius::same(CONTROL_RADIUS + 2);
        if is_held {
            ui.painter().add(ui.style().visuals.popup_shadow.as_shape(rect, radius));
        }
        ui.painter().rect(rect, radius, fill, edge, StrokeKind::Inside);
        if response.has_focus() {
            button::focus_ring(ui, rect);
        }
        let left = 52.0 * theme.text_scale;
        let number = pos2(rect.left() + left / 2.0, rect.center().y);
        ui.painter().text(number, Align2::CENTER_CENTER, place + 1, theme.mono(), palette.soft);
        let text_top = rect.center().y - self.text.size().y / 2.0;
        self.text.paint(ui, pos2(rect.left() + left, text_top), palette.text);
        token::grip(ui, rect);
        response.on_hover_cursor(if is_held { CursorIcon::Grabbing } else { CursorIcon::Grab })
    }

    /// What the learner does with the item: a drag that begins, or a place up or down by the arrow keys.
    fn listen(
        &self,
        ui: &Ui,
        response: &Response,
        place: usize,
        order: &[usize],
        hold: &mut Hold,
        focus: FocusWish,
    ) -> Option<(usize, usize)> {
        hold.follow(ui, response, self.item, Some(place));
        if response.clicked() || focus.is_for(ui, place) {
            response.request_focus();
        }
        if response.clicked() {
            // Without a drag: one press takes an item, the next says where to.
            match hold.picked.filter(|picked| *picked != self.item) {
                Some(picked) => {
                    hold.put_down();
                    return Some((order.iter().position(|item| *item == picked)?, place));
                }
                None => hold.pick_up(self.item, &rich_text::one_line(self.label)),
            }
        }
        if response.has_focus() { key_wish(ui, response, place, order.len()) } else { None }
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

/// Hands over each place with the item that stands there, and the one that belongs there.
pub(super) fn each_marked(turn: &Turn, take: &mut dyn FnMut(MarkedRow<'_>)) {
    let items = turn.item.question.options();
    let order: &[usize] = if let Some(sitting::Response::Order(order)) = &turn.response { order } else { &[] };
    for (place, right) in items.iter().copied().enumerate() {
        let index = order.get(place).copied();
        let given = index.and_then(|index| items.get(index).copied());
        let lead = (place + 1).to_string();
        take(MarkedRow { lead: &lead, lead_share: PLACE_SHARE, given, right, is_right: index == Some(place) });
    }
}
