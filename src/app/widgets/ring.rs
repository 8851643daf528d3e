//! The torus seen from above: a ring that fills with mastery or with a score.

use crate::app::theme::Theme;
use crate::app::wording::words;
use egui::{Color32, Pos2, Response, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo};
use std::f32::consts::TAU;

/// Shows a ring of `diameter` points, `share` (0 to 1) of it filled, with the percentage inside. What it is a share of
/// is to stand beside it.
pub fn show(ui: &mut Ui, share: f32, diameter: f32, name: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let percent = words::percent(f64::from(share.clamp(0.0, 1.0)) * 100.0);
    let diameter = diameter * (0.5 + 0.5 * theme.text_scale);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(diameter), Sense::hover());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, format!("{name}: {percent}"));
        info.value = Some(f64::from(share));
        info
    });
    if ui.is_rect_visible(rect) {
        let width = diameter / 7.5;
        paint(ui, rect.center(), diameter / 2.0, width, share);
        let font = if diameter > 100.0 * theme.text_scale { theme.display() } else { small_bold(&theme) };
        ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, percent, font, theme.palette.text);
    }
    response
}

/// Paints the program's mark: the ring, three quarters full.
pub fn paint_mark(ui: &Ui, center: Pos2, radius: f32) {
    paint(ui, center, radius, radius * 0.42, 0.72);
}

fn small_bold(theme: &Theme) -> egui::FontId {
    // "100 %" keeps clear of the ring.
    egui::FontId::new(12.0 * theme.text_scale, crate::app::theme::semibold())
}

/// Paints a ring of outer radius `radius` whose band is `width` wide, filled clockwise from the top.
fn paint(ui: &Ui, center: Pos2, radius: f32, width: f32, share: f32) {
    let theme = Theme::of(ui.ctx());
    let middle = radius - width / 2.0;
    ui.painter().add(arc(center, middle, width, 1.0, theme.palette.ring_track));
    let colour = theme.palette.accent;
    let share = share.clamp(0.0, 1.0);
    let end = point(center, middle, share);
    if share > 0.0 {
        ui.painter().circle_filled(point(center, middle, 0.0), width / 2.0, colour);
        ui.painter().circle_filled(end, width / 2.0, colour);
        ui.painter().add(arc(center, middle, width, share, colour));
    } else {
        ui.painter().circle_filled(end, width / 2.0, colour);
    }
}

fn arc(center: Pos2, radius: f32, width: f32, share: f32, colour: Color32) -> Shape {
    let steps = (share * 96.0).ceil().max(2.0) as usize;
    let points = (0..=steps).map(|step| point(center, radius, share * step as f32 / steps as f32)).collect();
    Shape::line(points, Stroke::new(width, colour))
}

fn point(center: Pos2, radius: f32, share: f32) -> Pos2 {
    center + radius * Vec2::angled(share * TAU - TAU / 4.0)
}
