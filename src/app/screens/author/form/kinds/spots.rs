//! The places of a picture as a list: name, whether it is right, words for those who cannot see it, and its numbers.

use crate::app::screens::author::form::pen::{Bare, Pen, beside_or_below, id_of};
use crate::app::theme::Theme;
use crate::app::widgets::{Button, heard, segmented, text};
use crate::author::form::{FieldName, ShapeForm, ShapeSort};
use crate::bank::Shape;
use egui::{Id, Role, Ui};
use egui_material_icons::icons::ICON_CLOSE;

pub(in super::super) fn show(ui: &mut Ui, pen: &mut Pen<'_>) {
    let mut removed = None;
    for index in 0..pen.form.answer.hotspot.spots.len() {
        let name = format!("Place {}", index + 1);
        heard::group(ui, Role::Group, &name, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            if spot(ui, pen, index, &name) {
                removed = Some(index);
            }
        });
        if is_of(ui.memory(|memory| memory.focused()), index) {
            pen.state.spot = Some(index);
        }
    }
    if let Some(index) = removed {
        pen.form.answer.hotspot.spots.remove(index);
        pen.state.spot = None;
        pen.has_changed();
    }
    let unknown: Vec<&str> = pen.form.answer.hotspot.unknown_right().collect();
    if !unknown.is_empty() {
        text::small(ui, format!("Marked as right, but no place has this name: {}", unknown.join(", ")));
        if ui.add(Button::secondary("Take these names out")).clicked() {
            pen.form.answer.hotspot.forget_unknown();
            pen.has_changed();
        }
    }
}

/// Shows a place; gives back whether it is to go.
fn spot(ui: &mut Ui, pen: &mut Pen<'_>, index: usize, name: &str) -> bool {
    let mut is_removed = false;
    let field = FieldName::SpotName(index);
    beside_or_below(ui, 440.0, |ui| {
        let width = (220.0 * Theme::of(ui.ctx()).text_scale).min(ui.available_width());
        let called = format!("{name}: name");
        pen.bare(ui, field, Bare { name: &called, example: name, lines: 1, width, is_small: false });
        let is_right = pen.form.answer.hotspot.spots[index].is_right;
        if let Some(chosen) = segmented::show(ui, name, &[(true, "right"), (false, "wrong")], is_right) {
            pen.form.answer.hotspot.spots[index].is_right = chosen;
            pen.has_changed();
        }
        is_removed = ui.add(Button::icon_only(ICON_CLOSE, &format!("Remove {}", name.to_lowercase()))).clicked();
    });
    pen.faults(ui, field);
    let width = ui.available_width();
    let describe = format!("{name}: where it lies, without its name");
    let bare = Bare { name: &describe, example: "Where it lies, without its name", lines: 1, width, is_small: true };
    pen.bare(ui, FieldName::SpotDescribe(index), bare);
    if !pen.form.answer.hotspot.spots[index].is_right {
        let said = format!("Feedback to {}", name.to_lowercase());
        let bare =
            Bare { name: &said, example: "What to say to whoever points at it", lines: 1, width, is_small: true };
        pen.bare(ui, FieldName::SpotSaid(index), bare);
        pen.faults(ui, FieldName::SpotSaid(index));
    }
    numbers(ui, pen, index, name);
    is_removed
}

fn numbers(ui: &mut Ui, pen: &mut Pen<'_>, index: usize, name: &str) {
    let shape = &pen.form.answer.hotspot.spots[index].shape;
    let count = shape.numbers.len();
    let labels: &[&str] = match shape.sort {
        ShapeSort::Circle => &["x", "y", "radius"],
        ShapeSort::Rect => &["x", "y", "width", "height"],
        ShapeSort::Polygon => &["x", "y"],
    };
    // One row, or one a corner.
    for row in (0..count).step_by(labels.len()) {
        ui.columns(labels.len(), |columns| {
            for (place, (ui, label)) in columns.iter_mut().zip(labels).enumerate() {
                if row + place < count {
                    coordinate(ui, pen, FieldName::SpotNumber(index, row + place), label, name);
                }
            }
        });
    }
    let sort = pen.form.answer.hotspot.spots[index].shape.sort;
    let choices = [(ShapeSort::Rect, "rectangle"), (ShapeSort::Circle, "circle")];
    if sort != ShapeSort::Polygon
        && let Some(chosen) = segmented::show(ui, &format!("{name}: shape"), &choices, sort)
    {
        turn(&mut pen.form.answer.hotspot.spots[index].shape, chosen);
        pen.has_changed();
    }
    for number in 0..count {
        pen.faults(ui, FieldName::SpotNumber(index, number));
    }
}

fn coordinate(ui: &mut Ui, pen: &mut Pen<'_>, field: FieldName, label: &str, spot: &str) {
    ui.spacing_mut().item_spacing.y = 4.0;
    heard::leave_out(&text::small(ui, label));
    let called = format!("{spot}: {label}");
    let width = ui.available_width();
    pen.bare(ui, field, Bare { name: &called, example: "", lines: 1, width, is_small: true });
}

/// A circle where a rectangle was, or the other way round, about as large; nothing where its numbers cannot be read.
fn turn(shape: &mut ShapeForm, to: ShapeSort) {
    let turned = match (shape.shape(), to) {
        (Some(Shape::Rect { x, y, width, height }), ShapeSort::Circle) => {
            Shape::Circle { x: x + width / 2.0, y: y + height / 2.0, r: width.min(height) / 2.0 }
        }
        (Some(Shape::Circle { x, y, r }), ShapeSort::Rect) => {
            let (left, top) = ((x - r).max(0.0), (y - r).max(0.0));
            Shape::Rect { x: left, y: top, width: (2.0 * r).min(1.0 - left), height: (2.0 * r).min(1.0 - top) }
        }
        _ => return,
    };
    *shape = ShapeForm::of(&turned);
}

/// Whether a field belongs to that place.
pub(in super::super) fn is_of(id: Option<Id>, index: usize) -> bool {
    let fields = [FieldName::SpotName(index), FieldName::SpotDescribe(index), FieldName::SpotSaid(index)];
    id.is_some_and(|id| fields.iter().any(|field| id_of(*field) == id))
}
