//! Cards: surfaces that hold one thing each.

use crate::app::theme::{CARD_MARGIN, CARD_RADIUS, Theme};
use egui::epaint::RectShape;
use egui::{Color32, CornerRadius, Frame, InnerResponse, Rect, Shape, Stroke, StrokeKind, Ui, pos2};

/// Width of the coloured edge.
const EDGE_WIDTH: f32 = 4.0;

/// A card with a thin edge.
pub fn show<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let theme = Theme::of(ui.ctx());
    frame(theme.palette.surface, theme.palette.line).show(ui, |ui| {
        ui.set_width(ui.available_width());
        contents(ui)
    })
}

/// A card that asks for attention.
pub fn accent<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let theme = Theme::of(ui.ctx());
    frame(theme.palette.accent_soft, theme.palette.accent_soft).show(ui, |ui| {
        ui.set_width(ui.available_width());
        contents(ui)
    })
}

/// A card with a coloured left edge.
pub fn edged<R>(ui: &mut Ui, edge: Color32, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let theme = Theme::of(ui.ctx());
    let (back, band) = (ui.painter().add(Shape::Noop), ui.painter().add(Shape::Noop));
    let shown = frame(Color32::TRANSPARENT, Color32::TRANSPARENT).show(ui, |ui| {
        ui.set_width(ui.available_width());
        contents(ui)
    });
    let rect = shown.response.rect;
    let radius = CornerRadius::same(CARD_RADIUS);
    let line = Stroke::new(1.0, theme.palette.line);
    let surface = RectShape::new(rect, radius, theme.palette.surface, line, StrokeKind::Inside);
    ui.painter().set(back, surface);
    // Cut off at its side, so that nothing of its colour lies under the other corners and shines through their edges.
    let strip = Rect::from_min_max(rect.min, pos2(rect.left() + EDGE_WIDTH, rect.bottom()));
    let at_the_side = ui.painter().with_clip_rect(strip.intersect(ui.clip_rect()));
    at_the_side.set(band, Shape::rect_filled(rect, radius, edge));
    shown
}

fn frame(fill: Color32, edge: Color32) -> Frame {
    Frame::new()
        .fill(fill)
        .stroke(Stroke::new(1.0, edge))
        .corner_radius(CornerRadius::same(CARD_RADIUS))
        .inner_margin(CARD_MARGIN)
}
