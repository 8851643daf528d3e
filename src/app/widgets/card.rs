//! Cards: surfaces that hold one thing each.

use crate::app::theme::{CARD_MARGIN, CARD_RADIUS, Theme};
use egui::epaint::RectShape;
use egui::{Color32, CornerRadius, Frame, InnerResponse, Rect, Shape, Stroke, StrokeKind, Ui, pos2};

/// Width of the coloured edge.
const EDGE_WIDTH: f32 = 5.0;

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
    let back = ui.painter().add(Shape::Noop);
    let shown = frame(Color32::TRANSPARENT, Color32::TRANSPARENT).show(ui, |ui| {
        ui.set_width(ui.available_width());
        contents(ui)
    });
    let rect = shown.response.rect;
    let radius = CornerRadius::same(CARD_RADIUS);
    let surface = Rect::from_min_max(pos2(rect.left() + EDGE_WIDTH, rect.top()), rect.max);
    let surface_radius = CornerRadius { nw: 4, sw: 4, ..radius };
    let line = Stroke::new(1.0, theme.palette.line);
    ui.painter().set(
        back,
        Shape::Vec(vec![
            Shape::rect_filled(rect, radius, edge),
            Shape::Rect(RectShape::new(surface, surface_radius, theme.palette.surface, line, StrokeKind::Inside)),
        ]),
    );
    shown
}

fn frame(fill: Color32, edge: Color32) -> Frame {
    Frame::new()
        .fill(fill)
        .stroke(Stroke::new(1.0, edge))
        .corner_radius(CornerRadius::same(CARD_RADIUS))
        .inner_margin(CARD_MARGIN)
}
