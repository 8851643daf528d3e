//! A plot, painted as its drawing says. Where the pointer is on something that tells more, it tells it.

use crate::app::theme::{Palette, Theme};
use crate::app::widgets::heard;
use crate::report::plots::{Anchor, Dot, Drawing, Ink, Mark};
use egui::{
    Align2, Color32, CornerRadius, Id, Pos2, Rect, Response, Sense, Shape, Stroke, Tooltip, Ui, Vec2, pos2, vec2,
};

/// How far from a dot the pointer may be.
const REACH: f32 = 8.0;

/// Shows a plot, which can have the focus: `name` is what a screen reader says of it.
pub fn show(ui: &mut Ui, id: Id, name: &str, drawing: &Drawing) {
    let shown = heard::reading(ui, id, name, |ui| {
        let (rect, response) = ui.allocate_exact_size(vec2(drawing.width, drawing.height), Sense::hover());
        heard::leave_out(&response);
        paint(ui, rect, drawing);
        (rect, response)
    });
    let (rect, response) = shown.inner;
    if shown.response.has_focus() {
        let theme = Theme::of(ui.ctx());
        ui.painter().rect_stroke(rect.expand(4.0), 4.0, theme.focus_stroke(), egui::StrokeKind::Outside);
    }
    tell(ui, id, &response, rect, drawing);
}

/// What the thing under the pointer tells.
fn tell(ui: &Ui, id: Id, response: &Response, rect: Rect, drawing: &Drawing) {
    let Some(at) = response.hover_pos() else { return };
    let at = at - rect.min.to_vec2();
    let Some(says) = drawing.marks.iter().rev().find_map(|mark| said_at(mark, at, drawing.dot_radius())) else {
        return;
    };
    Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), id.with("told"), egui::PopupAnchor::Pointer)
        .gap(12.0)
        .show(|ui| ui.label(says));
}

fn said_at(mark: &Mark, at: Pos2, radius: f32) -> Option<&str> {
    let (is_there, says) = match mark {
        Mark::Box { place, says, .. } => (rect_of(*place, Vec2::ZERO).contains(at), says),
        Mark::Dot { at: dot, says, .. } => (pos2(dot[0], dot[1]).distance(at) < radius + REACH, says),
        Mark::Line { .. } | Mark::Words { .. } => return None,
    };
    (is_there && !says.is_empty()).then_some(says)
}

fn paint(ui: &Ui, rect: Rect, drawing: &Drawing) {
    let theme = Theme::of(ui.ctx());
    let (palette, offset, painter) = (&theme.palette, rect.min.to_vec2(), ui.painter());
    let there = |[x, y]: [f32; 2]| pos2(x, y) + offset;
    for mark in &drawing.marks {
        match mark {
            Mark::Line { points, width, ink } => {
                let points = points.iter().copied().map(there).collect();
                painter.add(Shape::line(points, Stroke::new(*width, colour(palette, *ink))));
            }
            Mark::Box { place, radius, ink, .. } => {
                let radius = CornerRadius::same(radius.round() as u8);
                painter.rect_filled(rect_of(*place, offset), radius, colour(palette, *ink));
            }
            Mark::Dot { at, shape, ink, .. } => {
                painter.add(dot(there(*at), *shape, drawing.dot_radius(), colour(palette, *ink), palette));
            }
            Mark::Words { at, anchor, words, ink, most_width } => {
                let align = match anchor {
                    Anchor::Start => Align2::LEFT_CENTER,
                    Anchor::Middle => Align2::CENTER_CENTER,
                    Anchor::End => Align2::RIGHT_CENTER,
                };
                let ink = colour(palette, *ink);
                let font = egui::FontId::new(drawing.letter, egui::FontFamily::Proportional);
                let mut job = egui::text::LayoutJob::simple_singleline(words.clone(), font, ink);
                job.wrap = egui::text::TextWrapping::truncate_at_width(*most_width);
                let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
                let place = align.anchor_size(there(*at), galley.size());
                painter.galley(place.min, galley, ink);
            }
        }
    }
}

fn rect_of([left, top, width, height]: [f32; 4], offset: Vec2) -> Rect {
    Rect::from_min_size(pos2(left, top) + offset, vec2(width, height))
}

fn dot(at: Pos2, shape: Dot, radius: f32, ink: Color32, palette: &Palette) -> Shape {
    match shape {
        Dot::Round => Shape::circle_filled(at, radius, ink),
        Dot::Ring => egui::epaint::CircleShape {
            center: at,
            radius,
            fill: palette.surface,
            stroke: Stroke::new(radius * 0.5, ink),
        }
        .into(),
        Dot::Square => Shape::rect_filled(Rect::from_center_size(at, Vec2::splat(2.0 * radius)), 0.0, ink),
        Dot::Triangle => {
            let corners =
                [vec2(0.0, -1.2 * radius), vec2(1.2 * radius, radius), vec2(-1.2 * radius, radius)].map(|to| at + to);
            Shape::convex_polygon(corners.to_vec(), ink, Stroke::NONE)
        }
    }
}

fn colour(palette: &Palette, ink: Ink) -> Color32 {
    match ink {
        Ink::Text => palette.text,
        Ink::Soft => palette.soft,
        Ink::Grid => palette.line,
        Ink::Main => palette.accent,
        Ink::Second => palette.second,
        Ink::Track => palette.ring_track,
        Ink::Level(shade) => palette.shades[usize::from(shade.clamp(1, 4)) - 1],
    }
}
