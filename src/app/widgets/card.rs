//! Cards: surfaces that hold one thing each.

use crate::app::theme::{CARD_MARGIN, CARD_RADIUS, Theme};
use egui::{Color32, CornerRadius, Frame, InnerResponse, Rect, Stroke, Ui, pos2};

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
    let back = ui.painter().add(egui::Shape::Noop);
    let shown = frame(Color32::TRANSPARENT, theme.palette.line).show(ui, |ui| {
        ui.set_width(ui.available_width());
        contents(ui)
    });
    let rect = shown.response.rect;
    let radius = CornerRadius::same(CARD_RADIUS);
    let inner = Rect::from_min_max(pos2(rect.left() + 4.0, rect.top() + 1.0), rect.max - egui::vec2(1.0, 1.0));
    let inner_radius = CornerRadius { nw: CARD_RADIUS - 3, sw: CARD_RADIUS - 3, ..radius };
    ui.painter().set(
        back,
        egui::Shape::Vec(vec![
            egui::Shape::rect_filled(rect, radius, theme.palette.line),
            egui::Shape::rect_filled(
                Rect::from_min_max(rect.min, pos2(rect.left() + f32::from(CARD_RADIUS), rect.bottom())),
                CornerRadius { ne: 0, se: 0, ..radius },
                edge,
            ),
            egui::Shape::rect_filled(inner, inner_radius, theme.palette.surface),
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
