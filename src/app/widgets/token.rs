//! A thing that can be carried to a place: a side of a pair, an item of a group. Says where it can go; carries nothing.

use crate::app::theme::{CONTROL_RADIUS, Theme};
use crate::app::widgets::{button, icon, rich_text};
use egui::{Align2, CornerRadius, CursorIcon, Id, Rect, Response, Role, Sense, Shape, Stroke};
use egui::{StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::{ICON_CHECK, ICON_DRAG_INDICATOR};

const PADDING: Vec2 = vec2(12.0, 9.0);
const GRIP_WIDTH: f32 = 22.0;
const NUMBER_SIZE: f32 = 24.0;

/// How a thing looks that can be carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenLook {
    /// It waits where it is.
    Resting,
    /// It was picked up by a press and waits for a place.
    PickedUp,
    /// The pointer carries it; here it has left its trace.
    Away,
    /// It is placed already, and belongs to one place at most.
    Used,
}

/// A thing that can be carried.
#[derive(Clone, Copy, Debug)]
pub struct Token<'a> {
    /// What stands on it, in CommonMark.
    pub text: &'a str,
    /// The digit that stands for it, shown up to 9; 0 for none.
    pub number: usize,
    /// How it looks.
    pub look: TokenLook,
}

/// A token with its text laid out.
struct Layout {
    text: rich_text::Laid,
    text_left: f32,
    size: Vec2,
}

impl Token<'_> {
    /// The size that it takes where there is so much width.
    pub fn size(&self, ui: &Ui, max_width: f32) -> Vec2 {
        self.layout(ui, max_width).size
    }

    /// Shows it in `rect`, under an id that stays the same wherever it goes. `name` is what screen readers say.
    pub fn show_at(&self, ui: &Ui, id: Id, rect: Rect, role: Role, name: &str) -> Response {
        let response = ui.interact(rect, id, Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(role, true, name));
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, response.hovered() || response.has_focus());
            if response.has_focus() {
                button::focus_ring(ui, rect);
            }
        }
        let is_held = response.dragged();
        response.on_hover_cursor(if is_held { CursorIcon::Grabbing } else { CursorIcon::Grab })
    }

    /// Paints it in `rect`, without any use.
    pub fn paint(&self, ui: &Ui, rect: Rect, is_lit: bool) {
        let painter = ui.painter();
        let theme = Theme::of(ui.ctx());
        let palette = &theme.palette;
        let radius = CornerRadius::same(CONTROL_RADIUS);
        if self.look == TokenLook::Away {
            painter.rect(rect, radius, palette.sunk, Stroke::new(1.0, palette.line), StrokeKind::Inside);
            return;
        }
        let (fill, edge) = match self.look {
            TokenLook::PickedUp => (palette.accent_soft, Stroke::new(2.0, palette.accent)),
            TokenLook::Used if !is_lit => (palette.sunk, Stroke::new(1.0, palette.line)),
            _ if is_lit => (palette.surface, Stroke::new(1.0, palette.text)),
            _ => (palette.surface, Stroke::new(1.0, palette.line_strong)),
        };
        painter.rect(rect, radius, fill, edge, StrokeKind::Inside);
        let layout = self.layout(ui, rect.width());
        if self.has_number() {
            let size = Vec2::splat(NUMBER_SIZE * theme.text_scale);
            let cap = Rect::from_center_size(pos2(rect.left() + PADDING.x + size.x / 2.0, rect.center().y), size);
            painter.rect_stroke(cap, CornerRadius::same(5), Stroke::new(1.0, palette.line_strong), StrokeKind::Inside);
            painter.text(cap.center(), Align2::CENTER_CENTER, self.number, theme.mono(), palette.soft);
        }
        let top = rect.center().y - layout.text.size().y / 2.0;
        let is_used = self.look == TokenLook::Used;
        let ink = if is_used { palette.soft } else { palette.text };
        layout.text.paint(ui, pos2(rect.left() + layout.text_left, top), ink);
        let grip = pos2(rect.right() - PADDING.x / 2.0 - GRIP_WIDTH * theme.text_scale / 2.0, rect.center().y);
        let font = theme.icon(18.0);
        let sign = if is_used { ICON_CHECK } else { ICON_DRAG_INDICATOR };
        painter.text(grip, Align2::CENTER_CENTER, sign.codepoint, font, palette.soft);
    }

    fn has_number(&self) -> bool {
        (1..=9).contains(&self.number)
    }

    fn layout(&self, ui: &Ui, max_width: f32) -> Layout {
        let theme = Theme::of(ui.ctx());
        let number = if self.has_number() { NUMBER_SIZE * theme.text_scale + 10.0 } else { 0.0 };
        let text_left = PADDING.x + number;
        let around = text_left + GRIP_WIDTH * theme.text_scale + PADDING.x;
        let wrap = (max_width - around).max(40.0);
        let text = rich_text::lay_out(ui, self.text, &theme.option(), wrap);
        let height = (text.size().y + 2.0 * PADDING.y).max(theme.control_height() + 4.0);
        // Rounded up, so that the same text laid out in this width breaks at the same places.
        let size = vec2((text.size().x + around).ceil() + 1.0, height);
        Layout { text, text_left, size }
    }
}

/// Paints a place where something can be dropped; `is_over` where it would be dropped now.
pub fn drop_place(ui: &Ui, rect: Rect, is_over: bool) {
    let palette = &Theme::of(ui.ctx()).palette;
    let radius = CornerRadius::same(CONTROL_RADIUS);
    if is_over {
        let edge = Stroke::new(2.0, palette.accent);
        ui.painter().rect(rect, radius, palette.accent_soft, edge, StrokeKind::Inside);
        return;
    }
    ui.painter().rect_filled(rect, radius, palette.sunk);
    let line = rect.shrink(1.0);
    let corners = [line.left_top(), line.right_top(), line.right_bottom(), line.left_bottom(), line.left_top()];
    ui.painter().extend(Shape::dashed_line(&corners, Stroke::new(1.0, palette.line_strong), 6.0, 4.0));
}

/// Paints the sign of something that can be dragged.
pub fn grip(ui: &Ui, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let place = pos2(rect.right() - 22.0 * theme.text_scale, rect.center().y);
    icon::paint(ui, ICON_DRAG_INDICATOR, 20.0, place, theme.palette.soft);
}
