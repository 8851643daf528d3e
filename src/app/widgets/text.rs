//! Lines and paragraphs of text in the theme's sizes.

use crate::app::theme::Theme;
use crate::app::widgets::heard;
use egui::{Color32, CursorIcon, FontId, Label, Response, RichText, Sense, Ui};

/// A paragraph in `font` and `colour` that wraps at the end of the line.
pub fn paragraph(ui: &mut Ui, text: impl Into<String>, font: FontId, colour: Color32) -> Response {
    ui.add(Label::new(RichText::new(text).font(font).color(colour)).wrap())
}

/// One line that is cut off with an ellipsis where it does not fit.
pub fn line(ui: &mut Ui, text: impl Into<String>, font: FontId, colour: Color32) -> Response {
    ui.add(Label::new(RichText::new(text).font(font).color(colour)).truncate())
}

/// A page's title, which screen readers list as a heading.
pub fn title(ui: &mut Ui, text: impl Into<String>) -> Response {
    let font = Theme::of(ui.ctx()).title();
    named_heading(ui, text.into(), font)
}

/// A card's heading.
pub fn heading(ui: &mut Ui, text: impl Into<String>) -> Response {
    let font = Theme::of(ui.ctx()).heading();
    named_heading(ui, text.into(), font)
}

/// A card's heading that leads to what the card is about. A short way for the pointer alone: with keys, which would stop
/// at each card once more, it is a way that some other button or list of the card leads too.
pub fn leading_heading(ui: &mut Ui, text: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let is_hovered = ui.ctx().read_response(ui.next_auto_id()).is_some_and(|response| response.hovered());
    let words = RichText::new(text).font(theme.heading());
    let words = match is_hovered {
        true => words.color(theme.palette.accent).underline(),
        false => words.color(theme.palette.text),
    };
    let response = ui.add(Label::new(words).wrap().selectable(false).sense(Sense::CLICK));
    heard::rename(&response, egui::Role::Heading, text);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A paragraph to read.
pub fn body(ui: &mut Ui, text: impl Into<String>) -> Response {
    let theme = Theme::of(ui.ctx());
    paragraph(ui, text, theme.body(), theme.palette.text)
}

/// A paragraph that stands back.
pub fn soft(ui: &mut Ui, text: impl Into<String>) -> Response {
    let theme = Theme::of(ui.ctx());
    paragraph(ui, text, theme.body(), theme.palette.soft)
}

/// A small paragraph that stands back.
pub fn small(ui: &mut Ui, text: impl Into<String>) -> Response {
    let theme = Theme::of(ui.ctx());
    paragraph(ui, text, theme.small(), theme.palette.soft)
}

/// A label keeps its words as its value, but a heading is read by its name: without one it is silent.
fn named_heading(ui: &mut Ui, words: String, font: FontId) -> Response {
    let ink = Theme::of(ui.ctx()).palette.text;
    let response = paragraph(ui, words.as_str(), font, ink);
    heard::rename(&response, egui::Role::Heading, &words);
    response
}
