//! A field of the form: one line or several, with an edge that tells when what stands in it cannot be. Knows no form.

use crate::app::theme::{CONTROL_RADIUS, Theme};
use crate::app::widgets::heard;
use egui::accesskit::Invalid;
use egui::text_edit::TextEditState;
use egui::{CornerRadius, Frame, Id, Margin, Response, Stroke, TextEdit, Ui, pos2, vec2};

/// How a field looks and what it is called.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look<'a> {
    pub id: Id,
    /// What screen readers say.
    pub name: &'a str,
    /// What stands in it while it is empty.
    pub example: &'a str,
    /// How many lines it shows; with one, it takes no line breaks.
    pub lines: usize,
    pub width: f32,
    pub is_faulty: bool,
    pub is_small: bool,
}

const PADDING: Margin = Margin::symmetric(12, 8);
const MOST_CHARS: usize = 200_000;

/// Shows the field. Undoing is the page's own: a field keeps nothing of what stood in it, which may have been another question's.
pub(super) fn show(ui: &mut Ui, text: &mut String, look: Look<'_>) -> Response {
    let theme = Theme::of(ui.ctx());
    let palette = &theme.palette;
    let font = if look.is_small { theme.small() } else { theme.body() };
    let has_focus = ui.memory(|memory| memory.has_focus(look.id));
    let edge = match (look.is_faulty, has_focus) {
        (true, _) => Stroke::new(2.0, palette.wrong),
        (false, true) => theme.focus_stroke(),
        (false, false) => Stroke::new(1.0, palette.line_strong),
    };
    let margin = if edge.width > 1.0 { PADDING - Margin::same(1) } else { PADDING };
    let frame = Frame::new()
        .fill(palette.surface)
        .stroke(edge)
        .corner_radius(CornerRadius::same(CONTROL_RADIUS))
        .inner_margin(margin);
    let field = match look.lines {
        1 => TextEdit::singleline(text).return_key(None),
        lines => TextEdit::multiline(text).desired_rows(lines),
    };
    let height = if look.is_small { 0.0 } else { theme.control_height() };
    let response = ui.add(
        field
            .id(look.id)
            .font(font.clone())
            .text_color(palette.text)
            .frame(frame)
            .char_limit(MOST_CHARS)
            .desired_width(look.width - 26.0)
            .min_size(vec2(look.width, height)),
    );
    if let Some(mut kept) = TextEditState::load(ui.ctx(), look.id) {
        kept.clear_undoer();
        kept.store(ui.ctx(), look.id);
    }
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label(look.name);
        if look.is_faulty {
            node.set_invalid(Invalid::True);
        }
    });
    if text.is_empty() && !look.example.is_empty() {
        heard::describe(&response, look.example);
        let room = response.rect.shrink2(vec2(13.0, 0.0));
        let galley = ui.fonts_mut(|fonts| fonts.layout_no_wrap(look.example.to_owned(), font, palette.soft));
        let top = if look.lines == 1 { room.center().y - galley.size().y / 2.0 } else { room.top() + 9.0 };
        ui.painter().with_clip_rect(room.intersect(ui.clip_rect())).galley(
            pos2(room.left(), top),
            galley,
            palette.soft,
        );
    }
    response
}
