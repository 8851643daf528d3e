//! A question that the search has found: two lines, in which the words that were looked for stand out.

use crate::app::input::keys;
use crate::app::state::found::Found;
use crate::app::theme::{CONTROL_RADIUS, Theme, semibold};
use crate::app::widgets::{button, rich_text};
use crate::app::wording::kind_words;
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, CornerRadius, CursorIcon, FontId, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use std::ops::Range;

/// Space above and below the words.
const PADDING: f32 = 7.0;
/// How far the ground of a line reaches beyond its words, so that these stand in line with the rest of the page.
const OUTSIDE: f32 = 10.0;

/// What a screen reader says of it.
pub(super) fn name(found: &Found) -> String {
    format!("{}, {}, {}", rich_text::one_line(&found.prompt), place(found), kind_words::name(found.kind))
}

/// Shows the question over the width there is.
pub(super) fn show(ui: &mut Ui, found: &Found, wanted: &str, is_selected: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let palette = &theme.palette;
    let width = ui.available_width();
    let kind = ui.fonts_mut(|fonts| {
        fonts.layout_no_wrap(kind_words::name(found.kind).to_owned(), theme.small(), Color32::PLACEHOLDER)
    });
    let wrap = (width - kind.size().x - 20.0).max(60.0);
    let prompt = rich_text::one_line(&found.prompt);
    let prompt = line(ui, &prompt, wanted, theme.body(), wrap);
    let note = line(ui, &place(found), wanted, theme.small(), wrap);
    let height = prompt.size().y + note.size().y + 2.0 * PADDING;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name(found)));
    if response.has_focus() {
        keys::note_focused_button(ui.ctx(), response.id);
    }
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let ground = rect.expand2(vec2(OUTSIDE, 0.0));
    if is_selected || response.hovered() {
        let fill = if is_selected { palette.accent_soft } else { palette.hover };
        ui.painter().rect_filled(ground, CornerRadius::same(CONTROL_RADIUS), fill);
    }
    if response.has_focus() {
        button::focus_ring(ui, ground.shrink(3.0));
    }
    let (top, below) = (rect.top() + PADDING, rect.top() + PADDING + prompt.size().y);
    ui.painter().galley(pos2(rect.left(), top), prompt, palette.text);
    ui.painter().galley(pos2(rect.left(), below), note, palette.soft);
    let at = pos2(rect.right() - kind.size().x, rect.center().y - kind.size().y / 2.0);
    ui.painter().galley(at, kind, palette.soft);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// The bank and the topic.
fn place(found: &Found) -> String {
    if found.topic.is_empty() {
        found.bank_title.clone()
    } else {
        format!("{} · {}", found.bank_title, found.topic.replace('/', " · "))
    }
}

/// One line, cut off where it does not fit, with the words that were looked for in semi-bold.
fn line(ui: &Ui, words: &str, wanted: &str, font: FontId, wrap: f32) -> std::sync::Arc<egui::Galley> {
    let bold = FontId::new(font.size, semibold());
    let format = |font: &FontId| TextFormat::simple(font.clone(), Color32::PLACEHOLDER);
    let mut job = LayoutJob::default();
    let mut written = 0;
    for range in matches(words, wanted) {
        job.append(&words[written..range.start], 0.0, format(&font));
        job.append(&words[range.clone()], 0.0, format(&bold));
        written = range.end;
    }
    job.append(&words[written..], 0.0, format(&font));
    job.wrap.max_width = wrap;
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Where the words that were looked for stand, in order and apart from each other.
fn matches(text: &str, wanted: &str) -> Vec<Range<usize>> {
    let wanted: Vec<String> = wanted.split_whitespace().map(str::to_lowercase).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let length = wanted.iter().filter_map(|word| length_of(&text[at..], word)).max();
        match length {
            Some(length) => {
                found.push(at..at + length);
                at += length;
            }
            None => at += text[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

/// How many bytes at the beginning of `text` are `word`, which is in small letters, whatever letters are large.
fn length_of(text: &str, word: &str) -> Option<usize> {
    let mut rest = word;
    for (at, letter) in text.char_indices() {
        if rest.is_empty() {
            return Some(at);
        }
        for small in letter.to_lowercase() {
            rest = rest.strip_prefix(small)?;
        }
    }
    rest.is_empty().then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, wanted: &str, expected: &[&str]) {
        let found: Vec<&str> = matches(text, wanted).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{wanted} in {text}");
    }

    #[test]
    fn words_that_were_looked_for_are_found_whatever_letters_are_large() {
        check("Which WALL has JET?", "jet wall", &["WALL", "JET"]);
        check("Walls and wallpaper", "wall", &["Wall", "wall"]);
        check("İzmir liegt in der Türkei", "türkei", &["Türkei"]);
        check("no such thing", "zz", &[]);
        check("aaa", "a aa", &["aa", "a"]);
        check("", "a", &[]);
    }
}
