//! Groups: items dragged into boxes, pressed and placed, or moved from box to box with the arrow keys.

use super::board::Board;
use super::carry::Hold;
use super::focus::FocusWish;
use crate::app::theme::{CARD_RADIUS, Theme};
use crate::app::widgets::{Token, TokenLook, button, rich_text, text, token};
use crate::app::wording::words;
use crate::sitting::Turn;
use egui::{CornerRadius, CursorIcon, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

/// Width of a box, at normal text size, below which fewer stand side by side.
const MIN_BOX_WIDTH: f32 = 210.0;
const PADDING: f32 = 12.0;
const GAP: f32 = 8.0;
/// Size of the digit that stands for a group.
const NUMBER_SIZE: f32 = 22.0;
const BOX_GAP: f32 = 14.0;
/// The least height of what is inside a box: room to drop something.
const MIN_ROOM: f32 = 56.0;

pub(super) fn show(ui: &mut Ui, turn: &Turn, chosen: &mut [Option<usize>], hold: &mut Hold, focus: FocusWish) {
    text::small(
        ui,
        "Drag each item into its group, or press it and then the group. On an item, ← and → or a number choose.",
    );
    let Some(board) = Board::of(&turn.item) else { return };
    let mut sorting =
        Sorting { base: ui.scope_id(), board: &board, hold, focused: None, wish: None, rooms: Vec::new() };
    let tray = sorting.tray(ui, chosen);
    ui.add_space(4.0);
    let boxes = sorting.boxes(ui, chosen);
    sorting.items(ui, focus);
    let Sorting { focused, wish, .. } = sorting;
    hold.focused = focused;
    match wish {
        Some(Wish::Put(item, side)) => board.put(chosen, hold, item, side),
        Some(Wish::PickUp(item)) => hold.pick_up(item, &rich_text::one_line(board.name(item))),
        None => {}
    }
    hold.tell(ui);
    if let Some(dragged) = hold.dragged {
        hold.show(ui, board.name(dragged.what));
    }
    if let Some(dropped) = hold.take_dropped(ui) {
        let target = boxes.iter().find(|(_, rect)| rect.contains(dropped.at)).map(|(side, _)| *side);
        if target.is_some() || tray.contains(dropped.at) {
            board.put(chosen, hold, dropped.what, target);
        }
    }
}

/// What the learner wants of an item.
enum Wish {
    Put(usize, Option<usize>),
    PickUp(usize),
}

/// The items and the boxes while they are shown.
struct Sorting<'a> {
    base: Id,
    board: &'a Board<'a>,
    hold: &'a mut Hold,
    focused: Option<usize>,
    wish: Option<Wish>,
    /// Each item with its room and its group.
    rooms: Vec<(usize, Rect, Option<usize>)>,
}

impl Sorting<'_> {
    /// The items that are in no group yet; gives back where they stand.
    fn tray(&mut self, ui: &mut Ui, chosen: &[Option<usize>]) -> Rect {
        let waiting: Vec<usize> = self.inside(chosen, None);
        let shown = ui.horizontal_wrapped(|ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(10.0, 10.0);
            if waiting.is_empty() {
                let height = Theme::of(ui.ctx()).control_height() + 4.0;
                let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
                token::drop_place(ui, rect, self.hold.is_over(ui, rect));
            }
            for item in waiting {
                let size = self.token(item).size(ui, ui.max_rect().width());
                let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
                self.rooms.push((item, rect, None));
            }
        });
        shown.response.rect
    }

    /// The groups, as many side by side as fit; gives back where each stands.
    fn boxes(&mut self, ui: &mut Ui, chosen: &[Option<usize>]) -> Vec<(usize, Rect)> {
        let theme = Theme::of(ui.ctx());
        let width = ui.available_width();
        let sides = self.board.sides.clone();
        let fitting = ((width + BOX_GAP) / (MIN_BOX_WIDTH * theme.text_scale + BOX_GAP)) as usize;
        let columns = fitting.clamp(1, sides.len().max(1));
        let box_width = (width - BOX_GAP * (columns as f32 - 1.0)) / columns as f32;
        let mut rects = Vec::new();
        for row in sides.chunks(columns) {
            let heights =
                row.iter().map(|(side, name)| self.box_height(ui, name, box_width, &self.inside(chosen, Some(*side))));
            let height = heights.fold(0.0, f32::max);
            let (line, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
            for (column, (side, name)) in row.iter().enumerate() {
                let left = line.left() + column as f32 * (box_width + BOX_GAP);
                let rect = Rect::from_min_size(egui::pos2(left, line.top()), vec2(box_width, height));
                self.group(ui, *side, name, rect, chosen);
                rects.push((*side, rect));
            }
        }
        rects
    }

    /// The items of a group, or those of none, in the order shown.
    fn inside(&self, chosen: &[Option<usize>], side: Option<usize>) -> Vec<usize> {
        self.board.items.iter().copied().filter(|item| chosen.get(*item).copied().flatten() == side).collect()
    }

    fn box_height(&self, ui: &Ui, name: &str, width: f32, items: &[usize]) -> f32 {
        let heading = self.heading(ui, name, width).size().y;
        let inside: f32 = items.iter().map(|item| self.token(*item).size(ui, width - 2.0 * PADDING).y + GAP).sum();
        heading + GAP + inside.max(MIN_ROOM) + 2.0 * PADDING
    }

    fn heading(&self, ui: &Ui, name: &str, width: f32) -> rich_text::Laid {
        let theme = Theme::of(ui.ctx());
        let wrap = width - 2.0 * PADDING - NUMBER_SIZE * theme.text_scale - GAP;
        rich_text::lay_out(ui, name, &theme.heading(), wrap)
    }

    fn group(&mut self, ui: &Ui, side: usize, name: &str, rect: Rect, chosen: &[Option<usize>]) {
        let theme = Theme::of(ui.ctx());
        let palette = &theme.palette;
        let items = self.inside(chosen, Some(side));
        let picked = self.hold.picked;
        let spoken = rich_text::one_line(name);
        // A box can be pressed, and reached by Tab, only while something is there to be put into it.
        let sense = if picked.is_some() { Sense::click() } else { Sense::hover() };
        let response = ui.interact(rect, self.base.with(("group", side)), sense);
        response.widget_info(|| match picked {
            Some(item) => WidgetInfo::labeled(
                Role::Button,
                true,
                format!("Put {} into {spoken}", rich_text::one_line(self.board.name(item))),
            ),
            None => WidgetInfo::labeled(Role::Label, true, format!("{spoken}: {}", words::count(items.len(), "item"))),
        });
        let is_target = self.hold.is_over(ui, rect) || (picked.is_some() && response.hovered());
        let (fill, edge) = if is_target {
            (palette.accent_soft, Stroke::new(2.0, palette.accent))
        } else {
            (palette.sunk, Stroke::new(1.0, palette.line_strong))
        };
        ui.painter().rect(rect, CornerRadius::same(CARD_RADIUS), fill, edge, StrokeKind::Inside);
        if response.has_focus() {
            button::focus_ring(ui, rect);
        }
        if picked.is_some() && response.clicked() {
            self.wish = picked.map(|item| Wish::Put(item, Some(side)));
        }
        if picked.is_some() {
            response.on_hover_cursor(CursorIcon::PointingHand);
        }
        let heading = self.heading(ui, name, rect.width());
        let mut top = rect.top() + PADDING + heading.size().y + GAP;
        heading.paint(ui, rect.min + vec2(PADDING, PADDING), palette.text);
        let size = NUMBER_SIZE * theme.text_scale;
        let cap = Rect::from_min_size(rect.right_top() + vec2(-PADDING - size, PADDING), vec2(size, size));
        if side < 9 {
            button::paint_key(ui, cap, &(side + 1).to_string(), palette.soft);
        }
        for item in items {
            let width = rect.width() - 2.0 * PADDING;
            let height = self.token(item).size(ui, width).y;
            let place = Rect::from_min_size(egui::pos2(rect.left() + PADDING, top), vec2(width, height));
            self.rooms.push((item, place, Some(side)));
            top += height + GAP;
        }
    }

    /// Shows the items where their rooms are, in an order that stays: from an item that was sorted, `Tab` leads to the next.
    fn items(&mut self, ui: &Ui, focus: FocusWish) {
        let rooms = std::mem::take(&mut self.rooms);
        for (nth, item) in self.board.items.clone().into_iter().enumerate() {
            if let Some((_, rect, side)) = rooms.iter().find(|(other, ..)| *other == item) {
                self.item(ui, item, *rect, *side, focus.is_for(ui, nth));
            }
        }
    }

    fn token(&self, item: usize) -> Token<'_> {
        let look = match (self.hold.is_dragging(item), self.hold.picked == Some(item)) {
            (true, _) => TokenLook::Away,
            (_, true) => TokenLook::PickedUp,
            _ => TokenLook::Resting,
        };
        Token { text: self.board.name(item), number: 0, look }
    }

    fn item(&mut self, ui: &Ui, item: usize, rect: Rect, side: Option<usize>, takes_focus: bool) {
        let id = self.base.with(("item", item));
        let response = self.token(item).show_at(ui, id, rect, Role::ListItem, &self.board.standing(item, side));
        if self.hold.wants_focus.take_if(|wanted| *wanted == item).is_some() || takes_focus {
            response.request_focus();
        }
        self.hold.follow(ui, &response, item, side);
        if response.has_focus() {
            self.focused = Some(item);
            if let Some(wish) = self.board.key_wish(ui, &response, side) {
                self.wish = Some(Wish::Put(item, wish));
            }
        }
        if response.clicked() {
            // A press on an item of another group, with something in hand, means that group.
            self.wish = match (self.hold.picked, side) {
                (Some(picked), Some(_)) if picked != item => Some(Wish::Put(picked, side)),
                _ => Some(Wish::PickUp(item)),
            };
        }
    }
}
