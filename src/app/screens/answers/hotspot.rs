//! Places in a picture: pointed at with the mouse, or picked from a list that tells no names.

use super::focus::FocusWish;
use super::picks::Picks;
use crate::app::state::pictures::Pictures;
use crate::app::theme::Theme;
use crate::app::widgets::{OptionLook, OptionRow, spot_outline, text};
use crate::bank::{Answer, Shape, Spot};
use crate::sitting::{Response, Turn};
use crate::text::literal;
use egui::{Align, Align2, Color32, CursorIcon, Image, Layout, Pos2, Rect, Role, Sense, Stroke, Ui};
use egui::{WidgetInfo, vec2};

/// Width that the list needs to stand beside the picture, at normal text size.
const LIST_WIDTH: f32 = 300.0;
/// A picture takes this share of the window's height at most, so that the list below it is in sight.
const PICTURE_SHARE: f32 = 0.42;

pub(super) fn show(ui: &mut Ui, turn: &Turn, pictures: &Pictures, picks: &mut Picks, focus: FocusWish) {
    let Answer::Hotspot { image, spots, .. } = &turn.item.question.answer else { return };
    let order = &turn.item.option_order;
    let (shown, lit) = beside(
        ui,
        |ui| picture(ui, turn, image, pictures, Sense::click()),
        |ui, shown| {
            let at = |at: Option<Pos2>| shown.and_then(|shown| spot_at(spots, shown.rect, at?));
            if let Some(shown) = shown.filter(|shown| shown.clicked())
                && let Some(index) = at(shown.interact_pointer_pos())
            {
                picks.pick(index);
            }
            list(ui, turn, spots, picks, focus, at(shown.and_then(egui::Response::hover_pos)))
        },
    );
    let Some(shown) = shown else { return };
    let theme = Theme::of(ui.ctx());
    for (position, index) in order.iter().enumerate() {
        let Some(spot) = spots.get(*index) else { continue };
        let (palette, is_picked) = (&theme.palette, picks.has(*index));
        if is_picked || lit == Some(*index) {
            let fill = if is_picked { palette.accent.gamma_multiply(0.25) } else { Color32::TRANSPARENT };
            spot_outline::paint(ui, shown.rect, &spot.shape, fill, palette.surface, palette.accent);
        }
        let (fill, ink) = if is_picked { (palette.accent, palette.on_accent) } else { (palette.surface, palette.text) };
        badge(ui, shown.rect, &spot.shape, &(position + 1).to_string(), Badge { fill, ink, edge: palette.accent });
    }
    let is_pointed = shown.hover_pos().is_some_and(|at| spot_at(spots, shown.rect, at).is_some());
    shown.on_hover_cursor(if is_pointed { CursorIcon::PointingHand } else { CursorIcon::Default });
}

/// The places as a list; gives back the one that the learner looks at: in the picture (`pointed`), or in the list.
fn list(
    ui: &mut Ui,
    turn: &Turn,
    spots: &[Spot],
    picks: &mut Picks,
    focus: FocusWish,
    pointed: Option<usize>,
) -> Option<usize> {
    let order = &turn.item.option_order;
    let mut lit = pointed;
    for (position, index) in order.iter().enumerate() {
        let Some(spot) = spots.get(*index) else { continue };
        let label = place_words(spot, position, order.len());
        let look = OptionLook::Open(picks.has(*index));
        let is_multiple = !picks.takes_one;
        let response = ui.add(OptionRow { number: position + 1, text: &literal(&label), look, is_multiple });
        if focus.is_for(ui, position) {
            response.request_focus();
        }
        if response.clicked() {
            picks.pick(*index);
        }
        if response.hovered() || (response.has_focus() && pointed.is_none()) {
            lit = Some(*index);
        }
    }
    lit
}

/// What is picked of the places of an answer.
pub(super) fn picks(answer: &Answer, picked: Vec<usize>) -> Picks {
    Picks { picked, takes_one: takes_one(&answer.right_spots()) }
}

/// Whether one place at most can be picked.
fn takes_one(is_right: &[bool]) -> bool {
    is_right.iter().filter(|is_right| **is_right).count() == 1
}

/// Shows what became of each place, in the picture and beside it by name.
pub(super) fn show_marked(ui: &mut Ui, turn: &Turn, pictures: &Pictures) {
    let Answer::Hotspot { image, spots, .. } = &turn.item.question.answer else { return };
    let right = turn.item.question.answer.right_spots();
    let is_picked = |index: usize| matches!(&turn.response, Some(Response::Hotspot(picked)) if picked.contains(&index));
    let has_others = turn.response.is_some() && right.iter().filter(|is_right| **is_right).count() > 1;
    let look =
        |index: usize| OptionLook::marked(is_picked(index), right.get(index).copied().unwrap_or(false), has_others);
    let (shown, ()) = beside(
        ui,
        |ui| picture(ui, turn, image, pictures, Sense::hover()),
        |ui, _| {
            for (position, index) in turn.item.option_order.iter().enumerate() {
                let Some(spot) = spots.get(*index) else { continue };
                let (number, is_multiple) = (position + 1, !takes_one(&right));
                ui.add(OptionRow { number, text: &literal(&spot.name), look: look(*index), is_multiple });
            }
        },
    );
    let Some(shown) = shown else { return };
    let theme = Theme::of(ui.ctx());
    for (position, index) in turn.item.option_order.iter().enumerate() {
        let Some(spot) = spots.get(*index) else { continue };
        let palette = &theme.palette;
        let ink = match look(*index) {
            OptionLook::PickedRight | OptionLook::MissedRight => palette.right,
            OptionLook::MissedOther => palette.amber,
            OptionLook::PickedWrong => palette.wrong,
            _ => palette.line_strong,
        };
        if look(*index) != OptionLook::Passed {
            spot_outline::paint(ui, shown.rect, &spot.shape, ink.gamma_multiply(0.2), palette.surface, ink);
        }
        let number = (position + 1).to_string();
        badge(ui, shown.rect, &spot.shape, &number, Badge { fill: palette.surface, ink: palette.text, edge: ink });
    }
}

/// Shows a picture with a list beside it where there is room, else below it.
fn beside<T>(
    ui: &mut Ui,
    picture: impl FnOnce(&mut Ui) -> Option<egui::Response>,
    list: impl FnOnce(&mut Ui, Option<&egui::Response>) -> T,
) -> (Option<egui::Response>, T) {
    let width = ui.available_width();
    let list_width = LIST_WIDTH * Theme::of(ui.ctx()).text_scale;
    ui.with_layout(Layout::left_to_right(Align::Min).with_main_wrap(true), |ui| {
        ui.spacing_mut().item_spacing = vec2(18.0, 10.0);
        let shown = ui.vertical(picture).inner;
        let left = width - shown.as_ref().map_or(width, |shown| shown.rect.width() + 18.0);
        let list_width = if left >= list_width { left } else { width };
        if list_width == width {
            ui.end_row();
        }
        let listed = ui.allocate_ui_with_layout(vec2(list_width, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(list_width);
            ui.spacing_mut().item_spacing.y = 10.0;
            list(ui, shown.as_ref())
        });
        (shown, listed.inner)
    })
    .inner
}

/// Before marking a place has no name: its description, or where it stands among the others.
fn place_words(spot: &Spot, position: usize, count: usize) -> String {
    if spot.describe.is_empty() { format!("Place {} of {count}", position + 1) } else { spot.describe.to_string() }
}

/// Shows the picture; `None` where it cannot be shown, which is said.
fn picture(ui: &mut Ui, turn: &Turn, image: &str, pictures: &Pictures, sense: Sense) -> Option<egui::Response> {
    let Ok(found) = pictures.find(image) else {
        text::small(ui, format!("The picture {image} cannot be shown."));
        return None;
    };
    let most = vec2(ui.available_width(), ui.ctx().content_rect().height() * PICTURE_SHARE);
    let shown = ui.add(Image::from_uri(found.uri()).corner_radius(8).fit_to_exact_size(most).sense(sense));
    let alt = if turn.item.question.alt.is_empty() { "The picture of the question" } else { &turn.item.question.alt };
    shown.widget_info(|| WidgetInfo::labeled(Role::Image, true, alt));
    Some(shown)
}

/// The place at `at` in a picture that is shown in `rect`.
fn spot_at(spots: &[Spot], rect: Rect, at: Pos2) -> Option<usize> {
    let x = f64::from((at.x - rect.left()) / rect.width());
    let y = f64::from((at.y - rect.top()) / rect.height());
    let aspect = f64::from(rect.height() / rect.width());
    spots.iter().position(|spot| spot.shape.contains(x, y, aspect))
}

/// The colours of a number at a place.
struct Badge {
    fill: Color32,
    ink: Color32,
    edge: Color32,
}

fn badge(ui: &Ui, rect: Rect, shape: &Shape, number: &str, Badge { fill, ink, edge }: Badge) {
    let theme = Theme::of(ui.ctx());
    let (x, y) = shape.centre();
    let centre = rect.min + vec2(x as f32, y as f32) * rect.size();
    ui.painter().circle(centre, 13.0 * theme.text_scale, fill, Stroke::new(2.0, edge));
    ui.painter().text(centre, Align2::CENTER_CENTER, number, theme.mono(), ink);
}
