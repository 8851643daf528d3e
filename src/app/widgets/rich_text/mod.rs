//! Text in CommonMark with maths and pictures, in the theme's sizes and colours. Text without markup is laid out as any
//! other, at no more cost. Fetches nothing; opens a link only when it is pressed.
//!
//! `egui_commonmark` is not used: it takes texts apart anew in each frame, adds a widget for every run of words, so that
//! a screen reader hears pieces, and cannot lay text out inside a row that is painted by hand.

mod cache;
mod flow;
mod ink;
mod laid;
mod page;
mod rows;

pub use laid::Laid;
pub use rows::with_gaps;

use self::cache::{Entry, cache};
use crate::app::input::keys;
use crate::app::state::pictures::Pictures;
use crate::app::theme::Theme;
use crate::app::widgets::{button, heard, text};
use crate::text::{is_plain, parse};
use egui::{Color32, CursorIcon, FontId, OpenUrl, Response, Role, Sense, Ui, WidgetInfo};
use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A text as it is said: without markup, formulas in Unicode, pictures as the words for them.
pub use crate::text::plain;

/// Shows a text that wraps at the end of the line.
pub fn show(ui: &mut Ui, words: &str, font: FontId, colour: Color32) -> Response {
    if is_plain(words) {
        return text::paragraph(ui, words, font, colour);
    }
    let laid = lay_out(ui, words, &font, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(laid.size(), Sense::hover());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Label, enabled, laid.plain()));
    if ui.is_rect_visible(rect) {
        laid.paint(ui, rect.min, colour);
    }
    links(ui, &laid, &response);
    response
}

/// A paragraph to read.
pub fn body(ui: &mut Ui, words: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    show(ui, words, theme.body(), theme.palette.text)
}

/// A page's title, which screen readers list as a heading.
pub fn title(ui: &mut Ui, words: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    heading_in(ui, words, theme.title())
}

/// A card's heading.
pub fn heading(ui: &mut Ui, words: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    heading_in(ui, words, theme.heading())
}

fn heading_in(ui: &mut Ui, words: &str, font: FontId) -> Response {
    let ink = Theme::of(ui.ctx()).palette.text;
    let response = show(ui, words, font, ink);
    heard::rename(&response, Role::Heading, &plain(words));
    response
}

/// Lays a text out at a width, for a widget that paints it by itself. Kept from frame to frame.
pub fn lay_out(ui: &Ui, words: &str, font: &FontId, width: f32) -> Laid {
    if is_plain(words) {
        return Laid::of_words(ui, words, font, width);
    }
    let ctx = ui.ctx();
    let pictures = Pictures::of(ctx);
    let mut hasher = DefaultHasher::new();
    let looks = (font, width.to_bits(), ui.pixels_per_point().to_bits(), Theme::of(ctx).is_dark, pictures.stamp());
    (words, looks).hash(&mut hasher);
    let window_height =
        if crate::bank::model::picture::may_hold_one(words) { ctx.content_rect().height().to_bits() } else { 0 };
    window_height.hash(&mut hasher);
    let key = hasher.finish();
    let now = ctx.cumulative_pass_nr();
    let cache = cache(ui);
    if let Some(entry) = cache.lock().entries.get_mut(&key).filter(|entry| entry.words == words) {
        entry.last_used = now;
        return entry.laid.clone();
    }
    let laid = page::lay_out(ui, &parse(words), font, width, &pictures, &cache);
    let mut cache = cache.lock();
    cache.tidy(now);
    cache.entries.insert(key, Entry { words: words.to_owned(), laid: laid.clone(), last_used: now });
    laid
}

/// The words of a text in one line, for where there is room for no more.
pub fn one_line(words: &str) -> Cow<'_, str> {
    let plain = plain(words);
    if plain.contains('\n') { plain.replace('\n', " ").into() } else { plain }
}

/// The addresses in a text, each a widget of its own.
fn links(ui: &mut Ui, laid: &Laid, text: &Response) {
    for (index, link) in laid.links().iter().enumerate() {
        for (piece, area) in link.areas.iter().enumerate() {
            let rect = area.translate(text.rect.min.to_vec2());
            // One stop for the keyboard and one name, even where the words go over two lines.
            let sense = if piece == 0 { Sense::click() } else { Sense::CLICK };
            let response = ui.interact(rect, text.id.with(("link", index, piece)), sense);
            if piece == 0 {
                response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &link.words));
            }
            if response.has_focus() {
                keys::note_focused_button(ui.ctx(), response.id);
                button::focus_ring(ui, rect);
            }
            if response.clicked() {
                ui.ctx().open_url(OpenUrl::new_tab(&link.address));
            }
            response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(&*link.address);
        }
    }
}
