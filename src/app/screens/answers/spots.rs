//! Places in a picture: pointed at with the mouse, or picked from a list that tells no names.

use super::{Draft, FocusWish, takes_one};
use crate::app::model::Pictures;
use crate::app::theme::Theme;
use crate::app::widgets::{OptionLook, OptionRow, text};
use crate::bank::{Answer, Spot};
use crate::sitting::Turn;
use crate::text::literal;
use egui::{Align2, CursorIcon, Image, Pos2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

/// A picture takes this share of the window's height at most, so that the list below it is in sight.
const PICTURE_SHARE: f32 = 0.42;

pub(super) fn show(ui: &mut Ui, turn: &Turn, pictures: &Pictures, draft: &mut Draft, focus: FocusWish) {
    let Answer::Hotspot { image, spots, .. } = &turn.item.question.answer else { return };
    let is_picked = |draft: &Draft, index: usize| matches!(draft, Draft::Picked(picked) if picked.contains(&index));
    let order = &turn.item.option_order;
    let looks: Vec<(usize, bool)> = order.iter().map(|index| (*index, is_picked(draft, *index))).collect();
    if let Some(index) = picture(ui, turn, image, spots, &looks, pictures) {
        draft.pick(takes_one(turn), index);
    }
    for (position, index) in order.iter().enumerate() {
        let Some(spot) = spots.get(*index) else { continue };
        let label = place_words(spot, position, order.len());
        let look = OptionLook::Open(is_picked(draft, *index));
        let is_multiple = !takes_one(turn);
        let response = ui.add(OptionRow { number: position + 1, text: &literal(&label), look, is_multiple });
        if position == 0 && focus.is_granted(ui) {
            response.request_focus();
        }
        if response.clicked() {
            draft.pick(takes_one(turn), *index);
        }
    }
}

/// Before marking a place has no name: its description, or where it stands among the others.
fn place_words(spot: &Spot, position: usize, count: usize) -> String {
    if spot.describe.is_empty() { format!("Place {} of {count}", position + 1) } else { spot.describe.to_string() }
}

/// Shows the picture with a numbered mark at each place; gives back the place that was pressed.
fn picture(
    ui: &mut Ui,
    turn: &Turn,
    image: &str,
    spots: &[Spot],
    looks: &[(usize, bool)],
    pictures: &Pictures,
) -> Option<usize> {
    let Some(path) = pictures.get(image) else {
        text::small(ui, format!("The picture {image} cannot be shown."));
        return None;
    };
    let theme = Theme::of(ui.ctx());
    let most = vec2(ui.available_width(), ui.ctx().content_rect().height() * PICTURE_SHARE);
    let shown =
        ui.add(Image::from_uri(format!("file://{}", path.display())).fit_to_exact_size(most).sense(Sense::click()));
    let alt = if turn.item.question.alt.is_empty() { "The picture of the question" } else { &turn.item.question.alt };
    shown.widget_info(|| WidgetInfo::labeled(Role::Image, true, alt));
    let rect = shown.rect;
    let at = |x: f64, y: f64| rect.min + vec2(x as f32, y as f32) * rect.size();
    for (position, (index, is_picked)) in looks.iter().enumerate() {
        let Some(spot) = spots.get(*index) else { continue };
        let (x, y) = spot.shape.centre();
        mark(ui, &theme, at(x, y), position + 1, *is_picked);
    }
    let pointer = shown.clicked().then(|| shown.interact_pointer_pos()).flatten();
    shown.on_hover_cursor(CursorIcon::Crosshair);
    pointer.and_then(|pointer| pressed(spots, rect, pointer))
}

fn pressed(spots: &[Spot], rect: Rect, pointer: Pos2) -> Option<usize> {
    let x = f64::from((pointer.x - rect.left()) / rect.width());
    let y = f64::from((pointer.y - rect.top()) / rect.height());
    let aspect = f64::from(rect.height() / rect.width());
    spots.iter().position(|spot| spot.shape.contains(x, y, aspect))
}

fn mark(ui: &Ui, theme: &Theme, center: Pos2, number: usize, is_picked: bool) {
    let palette = &theme.palette;
    let (fill, ink) = if is_picked { (palette.accent, palette.on_accent) } else { (palette.surface, palette.text) };
    let radius = 13.0 * theme.text_scale;
    ui.painter().circle(center, radius, fill, Stroke::new(2.0, palette.accent));
    ui.painter().text(center, Align2::CENTER_CENTER, number, theme.mono(), ink);
}
