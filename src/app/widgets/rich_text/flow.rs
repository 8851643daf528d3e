//! Breaks a paragraph into rows: words, with formulas and small pictures on their base line. Knows no blocks.

use super::ink::Drawn;
use super::laid::{Element, Link, Page};
use crate::app::theme::{Theme, semibold};
use crate::text::Style;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, FontFamily, FontId, Galley, Rect, Stroke, Ui, Vec2, pos2, vec2};
use std::sync::Arc;

/// A part of a paragraph as it is laid out.
#[derive(Clone)]
pub(super) enum Bit {
    /// Words that look alike.
    Words { text: String, style: Style },
    /// A formula in the line.
    Formula(Drawn),
    /// A picture no higher than the line.
    Picture { uri: Arc<str>, size: Vec2 },
    /// The end of a line.
    Break,
}

/// Lays out one paragraph with its upper left corner at `at`; gives back its size.
pub(super) fn lay_out(ui: &Ui, page: &mut Page, bits: &[Bit], font: &FontId, width: f32, at: Vec2) -> Vec2 {
    let theme = Theme::of(ui.ctx());
    let has_boxes = bits.iter().any(|bit| matches!(bit, Bit::Formula(_) | Bit::Picture { .. }));
    if has_boxes {
        return Flow { ui, theme: &theme, font, width }.lay_out(page, bits, at);
    }
    // Words alone: egui breaks them as it breaks all other text.
    let mut job = LayoutJob { wrap: TextWrapping::wrap_at_width(width), ..LayoutJob::default() };
    let mut links = Vec::new();
    for bit in bits {
        match bit {
            Bit::Words { text, style } => {
                let start = job.text.chars().count();
                job.append(text, 0.0, format_of(style, font, &theme));
                if let Some(address) = &style.link {
                    links.push((start..job.text.chars().count(), text, address));
                }
            }
            _ => job.append("\n", 0.0, format_of(&Style::default(), font, &theme)),
        }
    }
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    for (range, words, address) in links {
        let areas = areas(&galley, range).into_iter().map(|area| area.translate(at)).collect();
        page.links.push(Link { words: words.clone(), address: Arc::clone(address), areas });
    }
    let size = galley.size();
    page.elements.push((at, Element::Words(galley)));
    size
}

/// How words look. Those that are strong in text that is strong already are underlined.
pub(super) fn format_of(style: &Style, font: &FontId, theme: &Theme) -> TextFormat {
    let mut format = TextFormat::simple(font.clone(), Color32::PLACEHOLDER);
    if style.is_bold {
        if font.family == semibold() {
            format.underline = Stroke::new(font.size / 12.0, Color32::PLACEHOLDER);
        } else {
            format.font_id.family = semibold();
        }
    }
    if style.is_code {
        format.font_id = FontId::new(font.size * 0.95, FontFamily::Monospace);
        format.background = theme.palette.sunk;
    }
    if style.link.is_some() {
        format.color = theme.palette.accent;
        format.underline = Stroke::new(1.0, theme.palette.accent);
    }
    format.italics = style.is_italic;
    format
}

/// Where the letters of `range` stand: an area in each row.
fn areas(galley: &Galley, range: std::ops::Range<usize>) -> Vec<Rect> {
    let mut areas = Vec::new();
    let mut index = 0;
    for row in &galley.rows {
        let letters = row.glyphs.iter().enumerate().filter(|(place, _)| range.contains(&(index + place)));
        let spans: Vec<_> = letters.map(|(_, glyph)| (glyph.pos.x, glyph.max_x())).collect();
        if let (Some((left, _)), Some((_, right))) = (spans.first(), spans.last()) {
            let top = row.rect().top();
            areas.push(Rect::from_min_max(pos2(row.pos.x + left, top), pos2(row.pos.x + right, row.rect().bottom())));
        }
        index += row.glyphs.len() + usize::from(row.ends_with_newline);
    }
    areas
}

/// A paragraph with formulas in it.
struct Flow<'a> {
    ui: &'a Ui,
    theme: &'a Theme,
    font: &'a FontId,
    width: f32,
}

/// What cannot be broken: a word, or words, formulas and pictures without a space between them.
#[derive(Default)]
struct Unit {
    bits: Vec<Bit>,
    width: f32,
    /// The space before it, where it does not begin a row.
    space: f32,
    ends_row: bool,
}

impl Flow<'_> {
    fn lay_out(&self, page: &mut Page, bits: &[Bit], at: Vec2) -> Vec2 {
        let mut rows: Vec<Vec<Unit>> = vec![Vec::new()];
        let mut used = 0.0;
        for unit in self.units(bits) {
            if used > 0.0 && used + unit.space + unit.width > self.width {
                rows.push(Vec::new());
                used = 0.0;
            }
            used += unit.width + if used > 0.0 { unit.space } else { 0.0 };
            let ends_row = unit.ends_row;
            if let Some(row) = rows.last_mut() {
                row.push(unit);
            }
            if ends_row {
                rows.push(Vec::new());
                used = 0.0;
            }
        }
        if rows.last().is_some_and(Vec::is_empty) && rows.len() > 1 {
            rows.pop();
        }
        let mut size = Vec2::ZERO;
        for row in rows {
            let row_size = self.row(page, row, at + vec2(0.0, size.y));
            size = vec2(size.x.max(row_size.x), size.y + row_size.y);
        }
        size
    }

    /// Cuts at spaces; a word wider than the column is cut between its letters.
    fn units(&self, bits: &[Bit]) -> Vec<Unit> {
        let mut units = vec![Unit::default()];
        for bit in bits {
            match bit {
                Bit::Words { text, style } => {
                    for (index, word) in text.split(' ').enumerate() {
                        if index > 0 {
                            units.push(Unit { space: self.words(" ", style).size().x, ..Unit::default() });
                        }
                        for piece in self.pieces(word, style) {
                            let width = self.words(&piece, style).size().x;
                            // Scripts without spaces may break between any two letters.
                            let last =
                                units.last().filter(|unit| unit.width + width > self.width || breaks_between(&piece));
                            if last.is_some_and(|unit| !unit.bits.is_empty()) {
                                units.push(Unit::default());
                            }
                            if let Some(unit) = units.last_mut() {
                                unit.width += width;
                                unit.bits.push(Bit::Words { text: piece, style: style.clone() });
                            }
                        }
                    }
                }
                Bit::Break => {
                    if let Some(unit) = units.last_mut() {
                        unit.ends_row = true;
                    }
                    units.push(Unit::default());
                }
                Bit::Formula(_) | Bit::Picture { .. } => {
                    let width = match bit {
                        Bit::Formula(drawn) => drawn.width,
                        Bit::Picture { size, .. } => size.x,
                        _ => 0.0,
                    };
                    if let Some(unit) = units.last_mut() {
                        unit.width += width;
                        unit.bits.push(bit.clone());
                    }
                }
            }
        }
        units
    }

    /// A word whole, or in pieces that fit the column.
    fn pieces(&self, word: &str, style: &Style) -> Vec<String> {
        if word.is_empty() {
            return Vec::new();
        }
        let galley = self.words(word, style);
        if galley.size().x <= self.width && !word.contains(is_wide) {
            return vec![word.to_owned()];
        }
        let mut pieces = vec![String::new()];
        let mut start = 0.0;
        for (letter, glyph) in word.chars().zip(galley.rows.iter().flat_map(|row| &row.glyphs)) {
            let is_full = glyph.max_x() - start > self.width;
            if let Some(piece) = pieces.last_mut() {
                if !piece.is_empty() && (is_full || is_wide(letter)) {
                    start = glyph.pos.x;
                    pieces.push(letter.to_string());
                } else {
                    piece.push(letter);
                }
            }
        }
        pieces
    }

    fn words(&self, text: &str, style: &Style) -> Arc<Galley> {
        let job = LayoutJob::single_section(text.to_owned(), format_of(style, self.font, self.theme));
        self.ui.fonts_mut(|fonts| fonts.layout_job(job))
    }

    /// Lays out one row; words side by side become one galley.
    fn row(&self, page: &mut Page, units: Vec<Unit>, at: Vec2) -> Vec2 {
        let base = self.words("x", &Style::default());
        let (mut ascent, mut descent) = (base_line(&base), base.size().y - base_line(&base));
        let mut things: Vec<Thing> = Vec::new();
        for (index, unit) in units.into_iter().enumerate() {
            let mut space = (index > 0 && unit.space > 0.0).then_some(unit.space);
            for bit in unit.bits {
                match bit {
                    Bit::Words { text, style } => {
                        let has_space = space.take().is_some();
                        match things.last_mut() {
                            Some(Thing::Words(runs)) => add_run(runs, text, style, has_space),
                            _ => {
                                let mut runs = Vec::new();
                                add_run(&mut runs, text, style, has_space);
                                things.push(Thing::Words(runs));
                            }
                        }
                    }
                    Bit::Break => {}
                    Bit::Formula(drawn) => {
                        things.extend(space.take().map(Thing::Space));
                        ascent = ascent.max(drawn.ascent);
                        descent = descent.max(drawn.size.y - drawn.ascent);
                        things.push(Thing::Formula(drawn));
                    }
                    Bit::Picture { uri, size } => {
                        things.extend(space.take().map(Thing::Space));
                        ascent = ascent.max(size.y);
                        things.push(Thing::Picture(uri, size));
                    }
                }
            }
            things.extend(space.map(Thing::Space));
        }
        let mut x = 0.0;
        for thing in things {
            x += self.place(page, thing, at + vec2(x, ascent));
        }
        vec2(x, ascent + descent)
    }

    /// Puts a thing onto its base line; gives back how wide it is.
    fn place(&self, page: &mut Page, thing: Thing, at: Vec2) -> f32 {
        match thing {
            Thing::Space(width) => width,
            Thing::Words(runs) => {
                let mut job = LayoutJob { wrap: TextWrapping::no_max_width(), ..LayoutJob::default() };
                let mut links = Vec::new();
                for (text, style) in &runs {
                    let start = job.text.chars().count();
                    job.append(text, 0.0, format_of(style, self.font, self.theme));
                    links.extend(style.link.as_ref().map(|link| (start..job.text.chars().count(), text, link)));
                }
                let galley = self.ui.fonts_mut(|fonts| fonts.layout_job(job));
                let upper_left = at - vec2(0.0, base_line(&galley));
                for (range, words, address) in links {
                    let areas = areas(&galley, range).into_iter().map(|area| area.translate(upper_left)).collect();
                    page.links.push(Link { words: words.trim().to_owned(), address: Arc::clone(address), areas });
                }
                let width = galley.size().x;
                page.elements.push((upper_left, Element::Words(galley)));
                width
            }
            Thing::Formula(drawn) => {
                let upper_left = at - vec2(drawn.margin, drawn.ascent);
                page.elements.push((upper_left, Element::Formula { texture: drawn.texture, size: drawn.size }));
                drawn.width
            }
            Thing::Picture(uri, size) => {
                page.elements.push((at - vec2(0.0, size.y), Element::Picture { uri, size }));
                size.x
            }
        }
    }
}

/// A part of a row.
enum Thing {
    Space(f32),
    Words(Vec<(String, Style)>),
    Formula(Drawn),
    Picture(Arc<str>, Vec2),
}

/// Adds words to a row. A space between words that look different is plain, so that no line is drawn under it.
fn add_run(runs: &mut Vec<(String, Style)>, text: String, style: Style, has_space: bool) {
    match runs.last_mut() {
        Some((before, look)) if *look == style => {
            before.push_str(if has_space { " " } else { "" });
            before.push_str(&text);
        }
        _ => {
            runs.extend(has_space.then(|| (" ".to_owned(), Style::default())));
            runs.push((text, style));
        }
    }
}

/// From the top of a galley of one row to its base line.
pub(super) fn base_line(galley: &Galley) -> f32 {
    let Some(row) = galley.rows.first() else { return 0.0 };
    row.glyphs.first().map_or(row.rect().height() * 0.8, |glyph| row.pos.y + glyph.pos.y)
}

/// Whether a line may break on both sides of a letter: Chinese, Japanese and Korean are written without spaces.
fn is_wide(letter: char) -> bool {
    matches!(u32::from(letter), 0x2E80..=0x9FFF | 0xAC00..=0xD7AF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

fn breaks_between(piece: &str) -> bool {
    piece.starts_with(is_wide)
}
