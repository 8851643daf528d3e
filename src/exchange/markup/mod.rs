//! Formatted text between programs: HTML to the CommonMark of banks and back. Knows no format's own signs.

mod attributes;
mod builder;
mod commonmark;
mod formulas;
mod html_in;
mod html_out;
mod inlines;
mod mathml;
mod pictures;
mod purpose;
mod scripts;
mod signs;
#[cfg(test)]
mod tests;
mod tex_signs;

use crate::exchange::Remark;
use crate::text::rich::{Block, Inline, Rich, Style, Table};
use crate::text::{is_plain, maths, parse};
use pulldown_cmark::{Event, Options, Parser};

pub use pictures::{NoPictures, PictureTaker};
pub use purpose::Purpose;

/// A text of a bank, and what was lost on the way to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Converted {
    /// The text.
    pub text: String,
    /// What was lost.
    pub remarks: Vec<Remark>,
}

/// HTML as a text of a bank.
pub fn from_html(html: &str, purpose: Purpose, pictures: &mut dyn PictureTaker) -> Converted {
    if is_bare(html, purpose) {
        return Converted { text: html.trim().to_owned(), remarks: Vec::new() };
    }
    let (rich, mut remarks) = html_in::read(html, pictures);
    if purpose == Purpose::Plain && has_markup(&rich) {
        remarks.push(Remark::MarkupInAnswer);
    }
    Converted { text: commonmark::write(&rich, purpose), remarks }
}

/// A formatted text that another program's own format gave, as a text of a bank.
pub fn from_rich(rich: &Rich, purpose: Purpose) -> String {
    commonmark::write(rich, purpose)
}

/// Raised or lowered words: as signs of Unicode where there are such, else as TeX.
pub fn script(is_raised: bool, words: &str) -> Vec<Inline> {
    scripts::script(is_raised, vec![words_of(words)])
}

/// Whether a text is the same in HTML and in banks, told from its signs alone.
fn is_bare(text: &str, purpose: Purpose) -> bool {
    let is_special =
        |byte: u8| matches!(byte, b'<' | b'&' | b'\n' | b'\r' | b'\t' | b'*' | b'_' | b'`' | b'[' | b'$' | b'\\');
    let is_gap = |byte: u8| purpose == Purpose::Cloze && matches!(byte, b'{' | b'}' | b'|' | b'~');
    let is_brace = |byte: u8| purpose == Purpose::Calculated && byte == b'{';
    !text.bytes().any(|byte| is_special(byte) || is_gap(byte) || is_brace(byte))
        && !text.contains(['\u{a0}', '\0', '\u{FDD0}', '\u{FDD1}'])
        && !text.contains("  ")
}

/// Whether there is anything but words.
fn has_markup(rich: &Rich) -> bool {
    let is_words = |inline: &&Inline| matches!(inline, Inline::Text { style, .. } if *style == Style::default());
    rich.blocks.len() > 1
        || rich.blocks.iter().any(|block| !matches!(block, Block::Paragraph(_)))
        || rich.inlines().iter().any(|inline| !is_words(inline))
}

/// Text without markup as a text of a bank: what would be markup is escaped, apart from maths between dollars where
/// `has_maths`.
pub fn from_plain(plain: &str, purpose: Purpose, has_maths: bool) -> String {
    if is_bare(plain, purpose) {
        return plain.trim().to_owned();
    }
    let mut blocks = Vec::new();
    let mut line = Vec::new();
    for words in plain.lines().map(str::trim) {
        if words.is_empty() {
            if !line.is_empty() {
                blocks.push(Block::Paragraph(std::mem::take(&mut line)));
            }
            continue;
        }
        if !line.is_empty() {
            line.push(Inline::Break);
        }
        if has_maths { between_dollars(words, &mut line) } else { line.push(words_of(words)) }
    }
    if !line.is_empty() {
        blocks.push(Block::Paragraph(line));
    }
    commonmark::write(&Rich { blocks }, purpose)
}

fn words_of(text: &str) -> Inline {
    Inline::Text { text: text.to_owned(), style: Style::default() }
}

/// The words with the maths between dollars, and between the other signs for it.
fn between_dollars(text: &str, line: &mut Vec<Inline>) {
    let (mut start, mut at) = (0, 0);
    let mut search = maths::Search::default();
    while let Some(offset) = text[at..].find(['$', '\\']) {
        at += offset;
        if text[at..].starts_with('\\') {
            at += 1 + text[at + 1..].chars().next().map_or(0, char::len_utf8);
            continue;
        }
        let Some(length) = search.leading(text, at) else {
            at += 1;
            continue;
        };
        tex_signs::words(&text[start..at], &Style::default(), line);
        let source = &text[at..at + length];
        let is_display = source.starts_with("$$");
        line.push(Inline::Maths { tex: source.trim_matches('$').to_owned(), is_display });
        at += length;
        start = at;
    }
    tex_signs::words(&text[start..], &Style::default(), line);
}

/// Someone else's Markdown as a text of a bank: it is CommonMark already, and only what Torus reads otherwise is escaped.
pub fn from_markdown(markdown: &str, purpose: Purpose, pictures: &mut dyn PictureTaker) -> Converted {
    if is_bare(markdown, purpose) && is_plain(markdown) && !markdown.contains(['#', '>', '-', '+', '~', '|', '.', ')'])
    {
        return Converted { text: markdown.trim().to_owned(), remarks: Vec::new() };
    }
    let parser = Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_MATH);
    let parser = parser.map(|event| if event == Event::SoftBreak { Event::HardBreak } else { event });
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, parser);
    from_html(&html, purpose, pictures)
}

/// A text of a bank as HTML: `picture` gives the address for the path of a picture; maths stands between `\(` and `\)`, on a
/// line of its own between `\[` and `\]`.
pub fn to_html(text: &str, picture: &mut dyn FnMut(&str) -> String) -> String {
    html_out::write(&parse(text), picture)
}

/// A text of a bank without markup; formulas stay TeX between `\(` and `\)` where `keeps_maths`, else become Unicode.
pub fn to_plain(text: &str, keeps_maths: bool) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let rich = parse(text);
    if keeps_maths { Rich { blocks: rich.blocks.into_iter().map(with_tex).collect() }.plain() } else { rich.plain() }
}

/// The block with words of TeX in place of its formulas.
fn with_tex(block: Block) -> Block {
    let line = |line: Vec<Inline>| -> Vec<Inline> {
        let words = |inline| match inline {
            Inline::Maths { tex, is_display: false } => words_of(&format!("\\({tex}\\)")),
            Inline::Maths { tex, is_display: true } => words_of(&format!("\\[{tex}\\]")),
            other => other,
        };
        line.into_iter().map(words).collect()
    };
    match block {
        Block::Paragraph(inlines) => Block::Paragraph(line(inlines)),
        Block::Heading(inlines) => Block::Heading(line(inlines)),
        Block::Quote(blocks) => Block::Quote(blocks.into_iter().map(with_tex).collect()),
        Block::List { first, items } => {
            let items = items.into_iter().map(|item| item.into_iter().map(with_tex).collect()).collect();
            Block::List { first, items }
        }
        Block::Table(table) => {
            let row = |row: Vec<Vec<Inline>>| row.into_iter().map(line).collect();
            let rows = table.rows.into_iter().map(row).collect();
            Block::Table(Table { columns: table.columns, head: table.head.into_iter().map(line).collect(), rows })
        }
        Block::Code(_) | Block::Rule => block,
    }
}
