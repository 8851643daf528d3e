//! A field to type one line into, with its label above.

use crate::app::theme::{CONTROL_RADIUS, Theme};
use crate::app::widgets::heard;
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{CornerRadius, FontId, Frame, Margin, Response, Stroke, TextEdit, Ui, pos2, vec2};

/// Space between the edge of a field and its text, to the sides and above, where the edge is 1 thick.
const PADDING: (i8, i8) = (14, 10);
/// What a learner may type at most: longer texts are never a sensible answer to one line.
const CHAR_LIMIT: usize = 2000;

/// Shows a labelled field over the width there is; `example` stands in it while it is empty. `Enter` is left to the screen.
pub fn show(ui: &mut Ui, label: &str, text: &mut String, example: &str) -> Response {
    labelled(ui, label, text, example, None)
}

/// The same with an edge that tells when what stands in it cannot be; why stands below it.
pub fn checked(ui: &mut Ui, label: &str, text: &mut String, example: &str, is_faulty: bool) -> Response {
    let edge = is_faulty.then(|| Stroke::new(2.0, Theme::of(ui.ctx()).palette.wrong));
    let response = labelled(ui, label, text, example, edge);
    if is_faulty {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_invalid(egui::accesskit::Invalid::True));
    }
    response
}

fn labelled(ui: &mut Ui, label: &str, text: &mut String, example: &str, edge: Option<Stroke>) -> Response {
    let theme = Theme::of(ui.ctx());
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        heard::leave_out(&super::text::small(ui, label));
        let response = edit(ui, text, example, theme.body(), false, edge).accessible_name(label);
        if text.is_empty() && !example.is_empty() {
            heard::describe(&response, &format!("for example {example}"));
        }
        response
    })
    .inner
}

/// Shows the large field in which a question is answered. With `takes_focus` it has the keyboard at once, so that a key
/// that arrives together with the question is not lost.
pub fn answer(ui: &mut Ui, label: &str, text: &mut String, hint: &str, takes_focus: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        heard::leave_out(&super::text::small(ui, label));
        edit(ui, text, hint, theme.option(), takes_focus, None).accessible_name(label)
    })
    .inner
}

/// Shows a field of a given width in the line that is being written; only screen readers say its name.
pub fn inline(ui: &mut Ui, name: &str, text: &mut String, width: f32, takes_focus: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let response = edit_sized(ui, text, "", theme.sentence(), width, takes_focus, None);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    response
}

/// Puts the cursor of a field behind what stands in it.
pub fn go_to_end(ui: &Ui, field: &Response, text: &str) {
    let end = CCursor::new(text.chars().count());
    let mut state = TextEditState::load(ui.ctx(), field.id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(end)));
    state.store(ui.ctx(), field.id);
}

/// How high a field is that stands in a line of text.
pub fn inline_height(ui: &Ui) -> f32 {
    let theme = Theme::of(ui.ctx());
    let text = ui.fonts_mut(|fonts| fonts.row_height(&theme.sentence()));
    (text + 2.0 * (f32::from(PADDING.1) + 1.0)).max(theme.control_height())
}

fn edit(ui: &mut Ui, text: &mut String, hint: &str, font: FontId, takes_focus: bool, edge: Option<Stroke>) -> Response {
    let width = ui.available_width();
    edit_sized(ui, text, hint, font, width, takes_focus, edge)
}

fn edit_sized(
    ui: &mut Ui,
    text: &mut String,
    hint: &str,
    font: FontId,
    width: f32,
    takes_focus: bool,
    edge: Option<Stroke>,
) -> Response {
    let theme = Theme::of(ui.ctx());
    let palette = &theme.palette;
    let id = ui.next_auto_id().with("field");
    if takes_focus {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let plain_edge = if has_focus { theme.focus_stroke() } else { Stroke::new(1.0, palette.line_strong) };
    let edge = edge.unwrap_or(plain_edge);
    let is_thick = edge.width > 1.0;
    let frame =
        Frame::new().fill(palette.surface).stroke(edge).corner_radius(CornerRadius::same(CONTROL_RADIUS)).inner_margin(
            if is_thick {
                Margin::symmetric(PADDING.0 - 1, PADDING.1 - 1)
            } else {
                Margin::symmetric(PADDING.0, PADDING.1)
            },
        );
    let response = ui.add(
        TextEdit::singleline(text)
            .id(id)
            .font(font.clone())
            .text_color(palette.text)
            .frame(frame)
            .char_limit(CHAR_LIMIT)
            .return_key(None)
            .desired_width(width - 30.0)
            .min_size(vec2(width, theme.control_height())),
    );
    if text.is_empty() && !hint.is_empty() {
        paint_hint(ui, &response, hint, font);
    }
    response
}

/// A hint that is painted here and told as a description. What a text field shows by itself is read as if it stood in it.
fn paint_hint(ui: &Ui, response: &Response, hint: &str, font: FontId) {
    let ink = Theme::of(ui.ctx()).palette.soft;
    heard::describe(response, hint);
    let room = response.rect.shrink2(vec2(f32::from(PADDING.0) + 1.0, 0.0));
    let galley = ui.fonts_mut(|fonts| fonts.layout_no_wrap(hint.to_owned(), font, ink));
    let at = pos2(room.left(), room.center().y - galley.size().y / 2.0);
    ui.painter().with_clip_rect(room.intersect(ui.clip_rect())).galley(at, galley, ink);
}
