//! A picture with its places: drawn and moved with the mouse, moved with arrow keys, and written as numbers. Knows no other kind.

use super::spots;
use crate::app::screens::author::form::context::FormWish;
use crate::app::screens::author::form::pen::Pen;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, heard, spot_outline, text};
use crate::author::form::{FieldName, ShapeForm, SpotRow};
use crate::bank::Shape;
use egui::{
    Align2, Color32, EventFilter, Image, Key, Modifiers, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
};
use egui::{WidgetInfo, vec2};
use egui_material_icons::icons::{ICON_ADD, ICON_FOLDER_OPEN};

/// The picture takes this share of the window's height at most.
const PICTURE_SHARE: f32 = 0.5;
/// How far an arrow key moves a place, and how far with `Shift`, in shares of the picture.
const STEP: f64 = 0.01;
const FINE_STEP: f64 = 0.001;

pub(in super::super) fn show(ui: &mut Ui, pen: &mut Pen<'_>) {
    pen.line(ui, FieldName::Image, "Picture, beside the bank", "map.png");
    if ui.add(Button::secondary("Choose a picture…").icon(ICON_FOLDER_OPEN)).clicked() {
        pen.news.wish = Some(FormWish::ChoosePicture(FieldName::Image));
    }
    pen.line(ui, FieldName::Alt, "What the picture shows, for those who cannot see it", "");
    picture(ui, pen);
    spots::show(ui, pen);
    if ui.add(Button::quiet("Add place").icon(ICON_ADD).in_line()).clicked() {
        let middle = Shape::Rect { x: 0.4, y: 0.4, width: 0.2, height: 0.2 };
        add(pen, &middle);
    }
}

fn add(pen: &mut Pen<'_>, shape: &Shape) {
    let spots = &mut pen.form.answer.hotspot.spots;
    let mut spot = SpotRow::drawn(shape);
    spot.is_right = spots.is_empty();
    spots.push(spot);
    let last = spots.len() - 1;
    pen.state.spot = Some(last);
    pen.state.focus = Some(FieldName::SpotName(last));
    pen.has_changed();
}

fn picture(ui: &mut Ui, pen: &mut Pen<'_>) {
    let named = pen.form.answer.hotspot.image.trim();
    if named.is_empty() {
        return;
    }
    let Ok(found) = pen.context.pictures.find(named) else {
        text::small(ui, format!("The picture {named} cannot be shown. Its places can still be entered as numbers."));
        return;
    };
    text::small(
        ui,
        "Draw a new place with the mouse. With the picture in focus, digits choose a place, arrow keys move it, Alt and arrows change its size; with Shift by less.",
    );
    // Never higher than what is in sight of the form.
    let height = (ui.ctx().content_rect().height() * PICTURE_SHARE).min(ui.clip_rect().height() * 0.85);
    let most = vec2(ui.available_width(), height);
    let image = Image::from_uri(found.uri()).fit_to_exact_size(most).sense(Sense::click_and_drag());
    let shown = ui.add(image);
    let name = format!("Picture with {} places", pen.form.answer.hotspot.spots.len());
    shown.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    if let Some(spot) = pen.state.spot.and_then(|spot| pen.form.answer.hotspot.spots.get(spot)) {
        heard::describe(&shown, &format!("{}: {}", spot.name.text, spot.shape.numbers.join(", ")));
    }
    draw(pen, &shown);
    move_by_keys(ui, pen, &shown);
    paint(ui, pen, &shown);
}

/// A press chooses a place, a drag on free ground draws a new one.
fn draw(pen: &mut Pen<'_>, shown: &Response) {
    let share = |at: Pos2| {
        let part = (at - shown.rect.min) / shown.rect.size();
        (f64::from(part.x), f64::from(part.y))
    };
    if shown.drag_started() {
        let pressed = shown.ctx.input(|input| input.pointer.press_origin());
        pen.state.drag_from = pressed.map(share);
    }
    if shown.drag_stopped()
        && let (Some(from), Some(to)) = (pen.state.drag_from.take(), shown.interact_pointer_pos())
        && let Some(shape) = ShapeForm::between(from, share(to)).and_then(|shape| shape.shape())
    {
        add(pen, &shape);
    }
    if shown.clicked()
        && let Some((x, y)) = shown.interact_pointer_pos().map(share)
    {
        let aspect = f64::from(shown.rect.height() / shown.rect.width());
        let spots = &pen.form.answer.hotspot.spots;
        pen.state.spot =
            spots.iter().position(|spot| spot.shape.shape().is_some_and(|shape| shape.contains(x, y, aspect)));
        shown.request_focus();
    }
}

fn move_by_keys(ui: &Ui, pen: &mut Pen<'_>, shown: &Response) {
    if !shown.has_focus() {
        return;
    }
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(shown.id, filter));
    let digits = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    for (index, digit) in digits.into_iter().enumerate() {
        if index < pen.form.answer.hotspot.spots.len()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, digit))
        {
            pen.state.spot = Some(index);
        }
    }
    let Some(spot) = pen.state.spot.and_then(|spot| pen.form.answer.hotspot.spots.get_mut(spot)) else { return };
    let before = spot.shape.clone();
    let ways = [
        (Key::ArrowLeft, -1.0, 0.0),
        (Key::ArrowRight, 1.0, 0.0),
        (Key::ArrowUp, 0.0, -1.0),
        (Key::ArrowDown, 0.0, 1.0),
    ];
    for (key, x, y) in ways {
        for (shift, step) in [(Modifiers::SHIFT, FINE_STEP), (Modifiers::NONE, STEP)] {
            if ui.input_mut(|input| input.consume_key(Modifiers::ALT | shift, key)) {
                spot.shape.grow(x * step, y * step);
            } else if ui.input_mut(|input| input.consume_key(shift, key)) {
                spot.shape.shift(x * step, y * step);
            }
        }
    }
    pen.news.is_changed |= spot.shape != before;
}

fn paint(ui: &Ui, pen: &Pen<'_>, shown: &Response) {
    let palette = &Theme::of(ui.ctx()).palette;
    let rect = shown.rect;
    if shown.has_focus() {
        ui.painter().rect_stroke(rect, 8, Theme::of(ui.ctx()).focus_stroke(), StrokeKind::Outside);
    }
    for (index, spot) in pen.form.answer.hotspot.spots.iter().enumerate() {
        let Some(shape) = spot.shape.shape() else { continue };
        let is_chosen = pen.state.spot == Some(index);
        let ink = if spot.is_right { palette.right } else { palette.accent };
        let fill = if is_chosen { ink.gamma_multiply(0.25) } else { Color32::TRANSPARENT };
        spot_outline::paint(ui, rect, &shape, fill, palette.surface, ink);
        let (x, y) = shape.centre();
        let centre = rect.min + vec2(x as f32, y as f32) * rect.size();
        let scale = Theme::of(ui.ctx()).text_scale;
        ui.painter().circle(centre, 12.0 * scale, palette.surface, Stroke::new(2.0, ink));
        let number = (index + 1).to_string();
        ui.painter().text(centre, Align2::CENTER_CENTER, number, Theme::of(ui.ctx()).mono(), palette.text);
    }
    if let (Some((x, y)), Some(to)) = (pen.state.drag_from, shown.interact_pointer_pos()) {
        let from = rect.min + vec2(x as f32, y as f32) * rect.size();
        let drawn = Rect::from_two_pos(from, to).intersect(rect);
        ui.painter().rect_stroke(drawn, 4, Stroke::new(2.0, palette.accent), StrokeKind::Middle);
    }
}
