//! Lays out blocks one below the other: paragraphs, lists, quotations, code, tables and pictures. Paints nothing.

use super::cache::Cache;
use super::flow::{self, Bit};
use super::laid::{Element, Laid, Page};
use crate::app::state::pictures::Pictures;
use crate::app::theme::{Theme, semibold};
use crate::text::rich::{Column, Table};
use crate::text::{Block, Inline, Rich, Style, TexFault};
use egui::{FontFamily, FontId, Ui, Vec2, mutex::Mutex, vec2};
use std::sync::Arc;

/// A picture takes this share of the window's height at most, so that the question stays in sight.
const PICTURE_SHARE: f32 = 0.5;
/// So many formulas of one text are drawn, and so many cells of a table stand in columns: more than fit any screen. The rest
/// is shown in plain words, so that no text makes the window stand still.
const MOST_FORMULAS: usize = 200;
const MOST_CELLS: usize = 2000;
/// No column of a table is narrower, in font sizes.
const LEAST_COLUMN: f32 = 2.5;

/// Lays out a text at a width.
pub(super) fn lay_out(
    ui: &Ui,
    rich: &Rich,
    font: &FontId,
    width: f32,
    pictures: &Pictures,
    cache: &Mutex<Cache>,
) -> Laid {
    let mut setter =
        Setter { ui, theme: Theme::of(ui.ctx()), pictures, cache, page: Page::default(), formulas_drawn: 0 };
    let size = setter.blocks(&rich.blocks, font, width, Vec2::ZERO, Gap::Wide);
    Laid::of_page(setter.page, size, rich.plain())
}

/// The space between blocks.
#[derive(Clone, Copy)]
enum Gap {
    Wide,
    Narrow,
}

struct Setter<'a> {
    ui: &'a Ui,
    theme: Arc<Theme>,
    pictures: &'a Pictures,
    cache: &'a Mutex<Cache>,
    page: Page,
    formulas_drawn: usize,
}

/// A part of a paragraph: a line of words, or what stands on its own below it.
enum Part {
    Line(Vec<Bit>),
    Formula(super::ink::Drawn),
    Picture(Arc<str>, Vec2),
}

impl Setter<'_> {
    fn blocks(&mut self, blocks: &[Block], font: &FontId, width: f32, at: Vec2, gap: Gap) -> Vec2 {
        let gap = match gap {
            Gap::Wide => font.size * 0.6,
            Gap::Narrow => font.size * 0.25,
        };
        let mut size = Vec2::ZERO;
        for (index, block) in blocks.iter().enumerate() {
            if index > 0 {
                size.y += gap;
            }
            let block_size = self.block(block, font, width, at + vec2(0.0, size.y));
            size = vec2(size.x.max(block_size.x), size.y + block_size.y);
        }
        size
    }

    fn block(&mut self, block: &Block, font: &FontId, width: f32, at: Vec2) -> Vec2 {
        // Lists and tables of a prompt are there to be read, not to be called out.
        let is_title = *font == self.theme.title();
        let calm = self.theme.option();
        let font = match block {
            Block::Paragraph(_) | Block::Heading(_) | Block::Rule => font,
            _ if is_title => &calm,
            _ => font,
        };
        match block {
            Block::Paragraph(inlines) => self.paragraph(inlines, font, width, at),
            Block::Heading(inlines) => self.paragraph(inlines, &strong(font), width, at),
            Block::Code(code) => self.code(code, font, width, at),
            Block::Quote(blocks) => self.quote(blocks, font, width, at),
            Block::List { first, items } => self.list(*first, items, font, width, at),
            Block::Table(table) if (table.rows.len() + 1) * table.columns.len() > MOST_CELLS => {
                let rows = Rich { blocks: vec![block.clone()] }.plain();
                self.paragraph(&[Inline::Text { text: rows, style: Style::default() }], font, width, at)
            }
            Block::Table(table) => self.table(table, font, width, at),
            Block::Rule => {
                self.page.elements.push((at + vec2(0.0, font.size * 0.4), Element::Line(vec2(width, 0.0))));
                vec2(width, font.size * 0.8)
            }
        }
    }

    fn paragraph(&mut self, inlines: &[Inline], font: &FontId, width: f32, at: Vec2) -> Vec2 {
        let mut size = Vec2::ZERO;
        for (index, part) in self.parts(inlines, font, width).into_iter().enumerate() {
            if index > 0 {
                size.y += font.size * 0.4;
            }
            let here = at + vec2(0.0, size.y);
            let part_size = match part {
                Part::Line(bits) => flow::lay_out(self.ui, &mut self.page, &bits, font, width, here),
                Part::Formula(drawn) => {
                    let indent = (font.size * 1.5).min((width - drawn.width).max(0.0));
                    let element = Element::Formula { texture: drawn.texture, size: drawn.size };
                    self.page.elements.push((here + vec2(indent - drawn.margin, 0.0), element));
                    vec2(indent + drawn.width, drawn.size.y)
                }
                Part::Picture(uri, picture_size) => {
                    self.page.elements.push((here, Element::Picture { uri, size: picture_size }));
                    picture_size
                }
            };
            size = vec2(size.x.max(part_size.x), size.y + part_size.y);
        }
        size
    }

    /// Cuts a paragraph where a picture or a displayed formula stands on its own.
    fn parts(&mut self, inlines: &[Inline], font: &FontId, width: f32) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut line = Vec::new();
        for inline in inlines {
            match inline {
                Inline::Text { text, style } => line.push(Bit::Words { text: text.clone(), style: style.clone() }),
                Inline::Break => line.push(Bit::Break),
                Inline::Gap(_) => line.push(words("____".to_owned(), Style::default())),
                Inline::Maths { tex, is_display } => {
                    self.formulas_drawn += 1;
                    let is_drawn = self.formulas_drawn <= MOST_FORMULAS;
                    let draw = || self.cache.lock().formulas.draw(self.ui.ctx(), tex, *is_display, font.size, width);
                    match if is_drawn { draw() } else { Err(TexFault::TooLarge) } {
                        Ok(drawn) if *is_display => {
                            end_line(&mut line, &mut parts);
                            parts.push(Part::Formula(drawn));
                        }
                        Ok(drawn) => line.push(Bit::Formula(drawn)),
                        Err(_) => {
                            let style = Style { is_italic: true, ..Style::default() };
                            line.push(words(crate::text::tex::unicode(tex), style));
                        }
                    }
                }
                Inline::Picture { path, alt } => match self.pictures.find(path) {
                    Ok(picture) => {
                        let uri: Arc<str> = picture.uri().into();
                        let natural = vec2(picture.width, picture.height) * self.theme.text_scale;
                        if natural.y <= font.size * 1.6 && natural.x <= width {
                            line.push(Bit::Picture { uri, size: natural });
                            continue;
                        }
                        end_line(&mut line, &mut parts);
                        let most = vec2(width, self.ui.ctx().content_rect().height() * PICTURE_SHARE);
                        let scale = (most.x / natural.x).min(most.y / natural.y).min(1.0);
                        parts.push(Part::Picture(uri, (natural * scale).max(Vec2::splat(1.0))));
                    }
                    Err(fault) => {
                        let style = Style { is_italic: true, ..Style::default() };
                        let told = format!("[The picture “{path}” {fault}.");
                        let told = if alt.is_empty() { told + "]" } else { format!("{told} It shows: {alt}]") };
                        line.push(words(told, style));
                    }
                },
            }
        }
        end_line(&mut line, &mut parts);
        parts
    }

    fn code(&mut self, code: &str, font: &FontId, width: f32, at: Vec2) -> Vec2 {
        let padding = font.size * 0.5;
        let place = self.page.elements.len();
        let mono = FontId::new(font.size * 0.9, FontFamily::Monospace);
        let bits = [words(code.to_owned(), Style::default())];
        let inner =
            flow::lay_out(self.ui, &mut self.page, &bits, &mono, width - 2.0 * padding, at + Vec2::splat(padding));
        let size = vec2(width.min(inner.x + 2.0 * padding).max(inner.x), inner.y + 2.0 * padding);
        self.page.elements.insert(place, (at, Element::Ground(size)));
        size
    }

    fn quote(&mut self, blocks: &[Block], font: &FontId, width: f32, at: Vec2) -> Vec2 {
        let indent = font.size;
        let inner = self.blocks(blocks, font, (width - indent).max(40.0), at + vec2(indent, 0.0), Gap::Wide);
        self.page.elements.push((at + vec2(1.5, 0.0), Element::Line(vec2(0.0, inner.y))));
        vec2(indent + inner.x, inner.y)
    }

    fn list(&mut self, first: Option<u64>, items: &[Vec<Block>], font: &FontId, width: f32, at: Vec2) -> Vec2 {
        let markers: Vec<String> = (0..items.len()).map(|index| marker(first, index)).collect();
        let galleys: Vec<_> = markers
            .into_iter()
            .map(|marker| {
                let ink = egui::Color32::PLACEHOLDER;
                self.ui.fonts_mut(|fonts| fonts.layout_no_wrap(marker, font.clone(), ink))
            })
            .collect();
        let widest = galleys.iter().map(|galley| galley.size().x).fold(0.0, f32::max);
        let indent = widest + font.size * 0.5;
        let mut size = Vec2::ZERO;
        for (index, (item, galley)) in items.iter().zip(galleys).enumerate() {
            if index > 0 {
                size.y += font.size * 0.25;
            }
            let here = at + vec2(0.0, size.y);
            let height = galley.size().y;
            let left = widest - galley.size().x;
            self.page.elements.push((here + vec2(left, 0.0), Element::Words(galley)));
            let inner = self.blocks(item, font, (width - indent).max(40.0), here + vec2(indent, 0.0), Gap::Narrow);
            size = vec2(size.x.max(indent + inner.x), size.y + inner.y.max(height));
        }
        size
    }

    fn table(&mut self, table: &Table, font: &FontId, width: f32, at: Vec2) -> Vec2 {
        let padding = vec2(font.size * 0.6, font.size * 0.35);
        let widths = self.column_widths(table, font, width, padding.x);
        let total = widths.iter().sum::<f32>();
        let mut y = 0.0;
        for (index, row) in std::iter::once(&table.head).chain(&table.rows).enumerate() {
            let font = if index == 0 { strong(font) } else { font.clone() };
            let mut x = 0.0;
            let mut height = font.size;
            for (cell, (width, column)) in row.iter().zip(widths.iter().zip(&table.columns)) {
                let inner = width - 2.0 * padding.x;
                let (first, first_link) = (self.page.elements.len(), self.page.links.len());
                let here = at + vec2(x + padding.x, y + padding.y);
                let size = self.paragraph(cell, &font, inner, here);
                let shift = match column {
                    Column::Left => 0.0,
                    Column::Middle => (inner - size.x).max(0.0) / 2.0,
                    Column::Right => (inner - size.x).max(0.0),
                };
                self.shift(first, first_link, shift);
                height = height.max(size.y);
                x += width;
            }
            y += height + 2.0 * padding.y;
            self.page.elements.push((at + vec2(0.0, y), Element::Line(vec2(total, 0.0))));
        }
        vec2(total, y + 1.0)
    }

    /// Moves what was laid out since to the right.
    fn shift(&mut self, first: usize, first_link: usize, by: f32) {
        for (offset, _) in &mut self.page.elements[first..] {
            offset.x += by;
        }
        for link in &mut self.page.links[first_link..] {
            for area in &mut link.areas {
                *area = area.translate(vec2(by, 0.0));
            }
        }
    }

    /// Each column as wide as its cells, or, where that is too much, a fair share of the room.
    fn column_widths(&mut self, table: &Table, font: &FontId, width: f32, padding: f32) -> Vec<f32> {
        let mut widths = vec![font.size * LEAST_COLUMN; table.columns.len()];
        for (index, row) in std::iter::once(&table.head).chain(&table.rows).enumerate() {
            let font = if index == 0 { strong(font) } else { font.clone() };
            for (cell, wanted) in row.iter().zip(&mut widths) {
                // Laid out once for its width alone.
                let page = std::mem::take(&mut self.page);
                let size = self.paragraph(cell, &font, width, Vec2::ZERO);
                self.page = page;
                *wanted = wanted.max(size.x + 2.0 * padding + 1.0);
            }
        }
        let total = widths.iter().sum::<f32>();
        if total > width {
            // Narrow columns keep their width; the others share what is left by what they want.
            let fair = width / widths.len().max(1) as f32;
            let narrow = widths.iter().filter(|wanted| **wanted <= fair).sum::<f32>();
            let scale = (width - narrow).max(0.0) / (total - narrow).max(1.0);
            for wanted in widths.iter_mut().filter(|wanted| **wanted > fair) {
                *wanted = (*wanted * scale).max(font.size * LEAST_COLUMN);
            }
        }
        widths
    }
}

fn words(text: String, style: Style) -> Bit {
    Bit::Words { text, style }
}

/// Ends a line of words, without the line breaks at its ends.
fn end_line(line: &mut Vec<Bit>, parts: &mut Vec<Part>) {
    let is_break = |bit: &Bit| matches!(bit, Bit::Break);
    let is_blank = |bit: &Bit| is_break(bit) || matches!(bit, Bit::Words { text, .. } if text.trim().is_empty());
    while line.last().is_some_and(is_blank) {
        line.pop();
    }
    let leading = line.iter().take_while(|bit| is_blank(bit)).count();
    line.drain(..leading);
    if let Some(Bit::Words { text, .. }) = line.first_mut() {
        text.drain(..text.len() - text.trim_start().len());
    }
    if !line.is_empty() {
        parts.push(Part::Line(std::mem::take(line)));
    }
}

fn strong(font: &FontId) -> FontId {
    FontId::new(font.size, semibold())
}

/// A bullet or a number, as the plain form has it.
pub(super) fn marker(first: Option<u64>, index: usize) -> String {
    first.map_or_else(|| "•".to_owned(), |first| format!("{}.", first.saturating_add(index as u64)))
}
