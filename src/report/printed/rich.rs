//! Formatted text as HTML: every letter escaped, maths drawn, pictures held in the page itself. Loads nothing.

use super::words::escaped;
use crate::text::rich::{Column, Table};
use crate::text::{Block, Inline, Rich, Style, formula, is_plain, parse, tex};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fmt::{Debug, Write};

/// Pictures larger than this stand as their words: a page of many would be too large to send or to open.
pub const LARGEST_EMBEDDED_BYTES: usize = 5 * 1024 * 1024;

/// Who has the pictures of the banks. The page only holds them.
pub trait PrintedPictures: Debug {
    /// The picture that a bank names, where it is at hand.
    fn picture(&self, bank_id: &str, path: &str) -> Option<PrintedPicture>;
}

/// A picture to hold in a page.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintedPicture {
    /// The kind, such as `image/png`.
    pub kind: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
    /// Its width in pixels, above 0.
    pub width: f32,
    /// Its height in pixels, above 0.
    pub height: f32,
}

/// Has no picture: their words stand in their place.
#[derive(Clone, Copy, Debug)]
pub struct NoPictures;

impl PrintedPictures for NoPictures {
    fn picture(&self, _bank_id: &str, _path: &str) -> Option<PrintedPicture> {
        None
    }
}

/// Writes formatted text of one bank as HTML.
pub(in crate::report) struct Html<'a> {
    /// Who has the pictures.
    pub pictures: &'a dyn PrintedPictures,
    /// Whose pictures they are.
    pub bank_id: &'a str,
}

/// The size of maths beside the text: the fonts for maths are smaller to the eye than Verdana and its like.
const EM: f64 = 1.12;

impl Html<'_> {
    /// A text as HTML. One that is a single paragraph has no element around it.
    pub fn text(&self, text: &str) -> String {
        if is_plain(text) { escaped(text) } else { self.rich(&parse(text), &|_| String::new()) }
    }

    /// An option or an item: in a `div` where it has blocks, which a `span` cannot hold.
    pub fn option(&self, text: &str) -> String {
        let html = self.text(text);
        let element = if !is_plain(text) && parse(text).blocks.len() > 1 { "div" } else { "span" };
        format!("<{element} class=\"option\" dir=\"auto\">{html}</{element}>")
    }

    /// A text that was taken apart; `gap` writes what stands in its gaps.
    pub fn rich(&self, rich: &Rich, gap: &dyn Fn(usize) -> String) -> String {
        let mut html = String::new();
        match &*rich.blocks {
            [Block::Paragraph(inlines)] => self.line(&mut html, inlines, gap),
            blocks => self.blocks(&mut html, blocks, gap),
        }
        html
    }

    /// A picture, or its words where it is not at hand.
    pub fn picture(&self, path: &str, alt: &str) -> String {
        self.at_hand(path).map_or_else(|| escaped(&picture_words(path, alt)), |picture| picture.html(alt))
    }

    /// A picture that is not too large to be held in the page.
    pub fn at_hand(&self, path: &str) -> Option<PrintedPicture> {
        let picture = self.pictures.picture(self.bank_id, path)?;
        (picture.bytes.len() <= LARGEST_EMBEDDED_BYTES).then_some(picture)
    }

    fn blocks(&self, html: &mut String, blocks: &[Block], gap: &dyn Fn(usize) -> String) {
        for block in blocks {
            match block {
                Block::Paragraph(inlines) => self.element(html, "p", inlines, gap),
                Block::Heading(inlines) => {
                    html.push_str("<p><strong>");
                    self.line(html, inlines, gap);
                    html.push_str("</strong></p>");
                }
                Block::Code(code) => push(html, format_args!("<pre><code>{}</code></pre>", escaped(code))),
                Block::Quote(quoted) => {
                    html.push_str("<blockquote>");
                    self.blocks(html, quoted, gap);
                    html.push_str("</blockquote>");
                }
                Block::List { first, items } => {
                    match first {
                        Some(first) => push(html, format_args!("<ol start=\"{first}\">")),
                        None => html.push_str("<ul>"),
                    }
                    for item in items {
                        html.push_str("<li>");
                        match &**item {
                            [Block::Paragraph(inlines)] => self.line(html, inlines, gap),
                            blocks => self.blocks(html, blocks, gap),
                        }
                        html.push_str("</li>");
                    }
                    html.push_str(if first.is_some() { "</ol>" } else { "</ul>" });
                }
                Block::Table(table) => self.table(html, table, gap),
                Block::Rule => html.push_str("<hr>"),
            }
        }
    }

    fn element(&self, html: &mut String, name: &str, inlines: &[Inline], gap: &dyn Fn(usize) -> String) {
        push(html, format_args!("<{name}>"));
        self.line(html, inlines, gap);
        push(html, format_args!("</{name}>"));
    }

    fn table(&self, html: &mut String, table: &Table, gap: &dyn Fn(usize) -> String) {
        html.push_str("<table>");
        for (index, row) in std::iter::once(&table.head).chain(&table.rows).enumerate() {
            let name = if index == 0 { "th" } else { "td" };
            html.push_str("<tr>");
            for (cell, column) in row.iter().zip(&table.columns) {
                let side = match column {
                    Column::Left => "",
                    Column::Middle => " style=\"text-align:center\"",
                    Column::Right => " style=\"text-align:right\"",
                };
                push(html, format_args!("<{name}{side}>"));
                self.line(html, cell, gap);
                push(html, format_args!("</{name}>"));
            }
            html.push_str("</tr>");
        }
        html.push_str("</table>");
    }

    fn line(&self, html: &mut String, inlines: &[Inline], gap: &dyn Fn(usize) -> String) {
        for inline in inlines {
            match inline {
                Inline::Text { text, style } => styled(html, text, style),
                Inline::Maths { tex, is_display } => html.push_str(&maths(tex, *is_display)),
                Inline::Picture { path, alt } => html.push_str(&self.picture(path, alt)),
                Inline::Break => html.push_str("<br>"),
                Inline::Gap(number) => html.push_str(&gap(*number)),
            }
        }
    }
}

impl PrintedPicture {
    /// The picture as an element that holds it.
    pub(super) fn html(&self, alt: &str) -> String {
        format!("<img alt=\"{}\" src=\"data:{};base64,{}\">", escaped(alt), self.kind, STANDARD.encode(&self.bytes))
    }
}

/// What stands for a picture on paper: its words, or else its path.
pub(super) fn picture_words(path: &str, alt: &str) -> String {
    let alt = alt.trim();
    format!("[Picture: {}]", if alt.is_empty() { path } else { alt })
}

fn styled(html: &mut String, text: &str, style: &Style) {
    let marks = [(style.is_bold, "strong"), (style.is_italic, "em"), (style.is_code, "code")];
    let names: Vec<&str> = marks.iter().filter(|(is_on, _)| *is_on).map(|(_, name)| *name).collect();
    if let Some(address) = &style.link {
        push(html, format_args!("<a href=\"{}\">", escaped(address)));
    }
    names.iter().for_each(|name| push(html, format_args!("<{name}>")));
    html.push_str(&escaped(text));
    names.iter().rev().for_each(|name| push(html, format_args!("</{name}>")));
    if style.link.is_some() {
        html.push_str("</a>");
    }
}

/// A formula as an SVG on the base line of the text, with its words for who cannot see it.
fn maths(tex: &str, is_display: bool) -> String {
    /// Units of the drawing to an em: enough for two decimals to be finer than any printer.
    const UNITS: f64 = 10.0;
    let spoken = escaped(&tex::unicode(tex));
    let name = if is_display { "maths display" } else { "maths" };
    let Ok(formula) = formula(tex, is_display) else { return format!("<em class=\"{name}\">{spoken}</em>") };
    let svg = formula.svg(UNITS, [0; 3]);
    let (width, height) = (formula.width() * EM, (formula.height() + formula.depth()) * EM);
    let (view_width, view_height) = (formula.width() * UNITS, (formula.height() + formula.depth()) * UNITS);
    let body = svg.split_once('>').map_or("", |(_, body)| body);
    format!(
        "<svg class=\"{name}\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{spoken}\" overflow=\"visible\" \
         viewBox=\"0 0 {view_width:.3} {view_height:.3}\" \
         style=\"width:{width:.3}em;height:{height:.3}em;vertical-align:{:.3}em\">{body}",
        // Never −0.
        0.0 - formula.depth().max(0.0) * EM,
    )
}

fn push(html: &mut String, words: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = html.write_fmt(words);
}
