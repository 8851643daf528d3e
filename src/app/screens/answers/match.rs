//! Pairs: a right side dragged to each left one, pressed and placed, or chosen with the arrow keys.

use super::board::Board;
use super::carry::Hold;
use super::focus::FocusWish;
use crate::app::theme::{CONTROL_RADIUS, Theme};
use crate::app::widgets::{Token, TokenLook, button, rich_text, text, token};
use crate::sitting::Turn;
use egui::{Align2, CornerRadius, CursorIcon, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui};
use egui::{WidgetInfo, pos2, vec2};

const PADDING: f32 = 14.0;
/// Width below which a pair stands in two lines, at normal text size.
const ONE_LINE_WIDTH: f32 = 480.0;
/// The share of a pair's width that its left side takes.
const LEFT_SHARE: f32 = 0.44;

pub(super) fn show(ui: &mut Ui, turn: &Turn, chosen: &mut [Option<usize>], hold: &mut Hold, focus: FocusWish) {
    text::small(
        ui,
        "Drag each answer to its place, or press it and then the place. On a place, ← and → or a number choose.",
    );
    let Some(board) = Board::of(&turn.item) else { return };
    let base = ui.scope_id();
    let mut places: Vec<(usize, Rect)> = Vec::new();
    let mut focused = None;
    for (nth, item) in board.items.iter().copied().enumerate() {
        let side = chosen.get(item).copied().flatten();
        let response = place(ui, base.with(("place", item)), &board, item, side, hold);
        places.push((item, response.rect));
        let wants_focus = hold.wants_focus.take_if(|wanted| *wanted == item).is_some();
        if wants_focus || focus.is_for(ui, nth) {
            response.request_focus();
        }
        if let Some(side) = side {
            hold.follow(ui, &response, side, Some(item));
        }
        if response.has_focus() {
            focused = Some(item);
            if let Some(wish) = board.key_wish(ui, &response, side) {
                board.put(chosen, hold, item, wish);
            }
        }
        if response.clicked() {
            press_place(&board, chosen, hold, item, side);
        }
    }
    hold.focused = focused;
    ui.add_space(4.0);
    answers(ui, base, &board, chosen, hold);
    hold.tell(ui);
    if let Some(dragged) = hold.dragged {
        hold.show(ui, board.side_name(dragged.what));
    }
    if let Some(dropped) = hold.take_dropped(ui) {
        let target = places.iter().find(|(_, rect)| rect.contains(dropped.at)).map(|(item, _)| *item);
        drop_side(&board, chosen, hold, dropped.what, dropped.from, target);
    }
}

/// A press on a place puts there what was picked up, or picks up what is there, or waits for an answer to be pressed.
fn press_place(board: &Board, chosen: &mut [Option<usize>], hold: &mut Hold, item: usize, side: Option<usize>) {
    match (hold.picked, side) {
        (Some(picked), _) => board.put(chosen, hold, item, Some(picked)),
        (None, Some(side)) => {
            board.put(chosen, hold, item, None);
            hold.pick_up(side, &rich_text::one_line(board.side_name(side)));
        }
        (None, None) => {
            let waits = hold.waiting != Some(item);
            hold.waiting = waits.then_some(item);
            let state = if waits { "waits for an answer" } else { "waits no more" };
            hold.tell_of(format!("{}: {state}", rich_text::one_line(board.name(item))));
        }
    }
}

/// What is dropped on another place changes places with what was there; outside of every place it comes off.
fn drop_side(
    board: &Board,
    chosen: &mut [Option<usize>],
    hold: &mut Hold,
    side: usize,
    from: Option<usize>,
    target: Option<usize>,
) {
    let Some(target) = target else {
        if let Some(from) = from {
            board.put(chosen, hold, from, None);
        }
        return;
    };
    if let Some(from) = from.filter(|from| *from != target) {
        let other = chosen.get(target).copied().flatten();
        board.put(chosen, hold, from, other);
    }
    board.put(chosen, hold, target, Some(side));
}

/// The answers to choose from. One may belong to several places, so it stays here when it is placed; where none does, it
/// stands back.
fn answers(ui: &mut Ui, base: Id, board: &Board, chosen: &mut [Option<usize>], hold: &mut Hold) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(10.0, 10.0);
        for (nth, (side, name)) in board.sides.iter().copied().enumerate() {
            let is_away = hold.dragged.is_some_and(|dragged| dragged.what == side && dragged.from.is_none());
            let is_used = board.is_used_up(chosen, side);
            let look = match (is_away, hold.picked == Some(side), is_used) {
                (true, ..) => TokenLook::Away,
                (_, true, _) => TokenLook::PickedUp,
                (.., true) => TokenLook::Used,
                _ => TokenLook::Resting,
            };
            let token = Token { text: name, number: nth + 1, look };
            let size = token.size(ui, ui.max_rect().width());
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            let spoken = format!("{}{}", rich_text::one_line(name), if is_used { ", used" } else { "" });
            let response = token.show_at(ui, base.with(("side", side)), rect, Role::Button, &spoken);
            hold.follow(ui, &response, side, None);
            if response.clicked() {
                match hold.waiting {
                    Some(item) => board.put(chosen, hold, item, Some(side)),
                    None => hold.pick_up(side, &rich_text::one_line(name)),
                }
            }
        }
    });
}

/// A left side with the place beside it.
fn place(ui: &mut Ui, id: Id, board: &Board, item: usize, side: Option<usize>, hold: &Hold) -> Response {
    let theme = Theme::of(ui.ctx());
    let palette = &theme.palette;
    let width = ui.available_width();
    let is_one_line = width >= ONE_LINE_WIDTH * theme.text_scale;
    let left_width = if is_one_line { width * LEFT_SHARE } else { width - 2.0 * PADDING };
    let slot_width = if is_one_line { width - left_width - 6.0 } else { width - 12.0 };
    let name = rich_text::lay_out(ui, board.name(item), &theme.option(), left_width - 2.0 * PADDING);
    let filled = side.map(|side| Token { text: board.side_name(side), number: 0, look: TokenLook::Resting });
    let slot_height = filled.map_or(theme.control_height() + 4.0, |token| token.size(ui, slot_width).y);
    let height = match is_one_line {
        true => name.size().y.max(slot_height) + 12.0,
        false => name.size().y + slot_height + 22.0,
    };
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let response = ui.interact(rect, id, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, board.standing(item, side)));
    let is_target = hold.is_over(ui, rect) || hold.waiting == Some(item);
    let can_take = hold.picked.is_some() && response.hovered();
    let edge = match (is_target || can_take, response.hovered()) {
        (true, _) => Stroke::new(2.0, palette.accent),
        (false, true) => Stroke::new(1.0, palette.text),
        (false, false) => Stroke::new(1.0, palette.line_strong),
    };
    ui.painter().rect(rect, CornerRadius::same(CONTROL_RADIUS + 2), palette.surface, edge, StrokeKind::Inside);
    if response.has_focus() {
        button::focus_ring(ui, rect);
    }
    let slot = match is_one_line {
        true => Rect::from_min_max(pos2(rect.right() - 6.0 - slot_width, rect.top() + 6.0), rect.max - vec2(6.0, 6.0)),
        false => {
            Rect::from_min_max(pos2(rect.left() + 6.0, rect.bottom() - 6.0 - slot_height), rect.max - vec2(6.0, 6.0))
        }
    };
    let name_top = if is_one_line { rect.center().y - name.size().y / 2.0 } else { rect.top() + 8.0 };
    name.paint(ui, pos2(rect.left() + PADDING, name_top), palette.text);
    match filled {
        Some(token) if hold.dragged.is_none_or(|dragged| dragged.from != Some(item)) => {
            token.paint(ui, slot, response.hovered());
        }
        _ => empty_slot(ui, slot, is_target || can_take),
    }
    let cursor = if side.is_some() { CursorIcon::Grab } else { CursorIcon::PointingHand };
    response.on_hover_cursor(cursor)
}

fn empty_slot(ui: &Ui, slot: Rect, is_target: bool) {
    let theme = Theme::of(ui.ctx());
    token::drop_place(ui, slot, is_target);
    if !is_target {
        ui.painter().text(slot.center(), Align2::CENTER_CENTER, "?", theme.option(), theme.palette.soft);
    }
}
