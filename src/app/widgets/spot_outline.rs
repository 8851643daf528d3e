//! The edge of a place in a picture.

use crate::bank::Shape;
use egui::{Color32, Rect, Stroke, StrokeKind, Ui, pos2};

/// Paints the edge of a place, on a lighter or darker one that sets it off from any picture.
pub fn paint(ui: &Ui, rect: Rect, shape: &Shape, fill: Color32, halo: Color32, ink: Color32) {
    let at = |x: f64, y: f64| pos2(rect.left() + x as f32 * rect.width(), rect.top() + y as f32 * rect.height());
    let painter = ui.painter().with_clip_rect(rect.expand(3.0).intersect(ui.clip_rect()));
    for (width, colour, fill) in [(5.0, halo, Color32::TRANSPARENT), (2.5, ink, fill)] {
        let stroke = Stroke::new(width, colour);
        match shape {
            Shape::Circle { x, y, r } => {
                painter.circle(at(*x, *y), *r as f32 * rect.width(), fill, stroke);
            }
            Shape::Rect { x, y, width, height } => {
                let rect = Rect::from_two_pos(at(*x, *y), at(x + width, y + height));
                painter.rect(rect, 4.0, fill, stroke, StrokeKind::Middle);
            }
            Shape::Polygon(corners) => {
                let corners = corners.iter().map(|(x, y)| at(*x, *y)).collect();
                painter.add(egui::Shape::closed_line(corners, stroke));
            }
        }
    }
}
