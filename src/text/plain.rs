//! The plain form of a text: what a screen reader says and a terminal shows. Keeps no markup.

use super::parse::parse;
use super::rich::{Block, Inline, Rich};
use super::{maths, tex};
use crate::text::masking::begins_a_block;
use std::borrow::Cow;

/// Whether a text is its own plain form for sure, told from its signs alone. Most texts are, and cost no more than this.
pub fn is_plain(text: &str) -> bool {
    let is_markup = |byte: &u8| matches!(byte, b'*' | b'_' | b'`' | b'[' | b'$' | b'\\' | b'<' | b'&' | b'\n' | b'\r');
    if !text.as_bytes().iter().any(is_markup) {
        return !text.contains(['\u{FDD0}', '\u{FDD1}']);
    }
    let has_inline_markup = text.as_bytes().iter().any(|byte| !matches!(byte, b'\n' | b'\r') && is_markup(byte));
    let is_plain_line = |line: &str| {
        let start = line.trim_start_matches(' ');
        !begins_a_block(start) && !line.starts_with("    ") && !start.starts_with('\t') && !line.contains('|')
    };
    !has_inline_markup && !text.contains(['\r', '\u{FDD0}', '\u{FDD1}']) && text.lines().all(is_plain_line)
}

/// The text without its markup: formulas in Unicode, pictures as the words for them.
pub fn plain(text: &str) -> Cow<'_, str> {
    plain_by(text, &Rich::plain)
}

/// The plain form to be read: see [`Rich::plain_with`].
pub fn plain_with<'a>(text: &'a str, picture: &dyn Fn(&str, &str) -> String) -> Cow<'a, str> {
    plain_by(text, &|rich| rich.plain_with(picture, &blank))
}

fn plain_by<'a>(text: &'a str, say: &dyn Fn(&Rich) -> String) -> Cow<'a, str> {
    if is_plain(text) {
        return text.into();
    }
    let rich = parse(text);
    match rich.as_words() {
        Some(words) => words.to_owned().into(),
        None => say(&rich).into(),
    }
}

/// What stands for a gap.
fn blank(_number: usize) -> String {
    "____".to_owned()
}

/// The words for what is no words.
#[derive(Clone, Copy)]
struct Saying<'a> {
    picture: &'a dyn Fn(&str, &str) -> String,
    gap: &'a dyn Fn(usize) -> String,
    /// Whether strong words stand between asterisks, where they are read and not heard.
    marks_strong: bool,
}

/// CommonMark that shows `words` as they are: for what is no CommonMark, such as what a learner has typed.
pub fn literal(words: &str) -> Cow<'_, str> {
    if is_plain(words) { words.into() } else { escaped(words).into() }
}

/// The same, and maths between `$` stays maths: for what stands in the gap of a cloze.
pub fn literal_but_maths(words: &str) -> Cow<'_, str> {
    if is_plain(words) {
        return words.into();
    }
    let mut shown = String::new();
    let (mut at, mut start) = (0, 0);
    let mut search = maths::Search::default();
    while let Some(offset) = words[at..].find('$') {
        at += offset;
        let length = search.leading(words, at);
        if let Some(length) = length {
            shown.push_str(&escaped(&words[start..at]));
            shown.push_str(&words[at..at + length]);
            start = at + length;
        }
        at += length.unwrap_or(1);
    }
    shown.push_str(&escaped(&words[start..]));
    shown.into()
}

/// With a backslash before every sign that could be markup. A text of one line holds no blocks as it is.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len() + 8);
    for sign in words.chars() {
        if sign.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(sign);
    }
    escaped
}

impl Rich {
    /// The plain form.
    pub fn plain(&self) -> String {
        self.spoken(&blank)
    }

    /// The plain form as it is heard, with the words for a gap made from its index.
    pub fn spoken(&self, gap: &dyn Fn(usize) -> String) -> String {
        let picture = |_: &str, alt: &str| if alt.is_empty() { "picture".to_owned() } else { alt.to_owned() };
        self.say(Saying { picture: &picture, gap, marks_strong: false })
    }

    /// The plain form to be read: with the words for a picture made from its path and the words for it, those for a gap
    /// from its index, and `*asterisks*` around what is strong.
    pub fn plain_with(&self, picture: &dyn Fn(&str, &str) -> String, gap: &dyn Fn(usize) -> String) -> String {
        self.say(Saying { picture, gap, marks_strong: true })
    }

    fn say(&self, saying: Saying<'_>) -> String {
        let mut lines = Vec::new();
        blocks(&self.blocks, &mut lines, saying);
        lines.join("\n")
    }
}

fn blocks(blocks: &[Block], lines: &mut Vec<String>, saying: Saying<'_>) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading(inlines) => lines.push(line(inlines, saying)),
            Block::Code(code) => lines.extend(code.lines().map(str::to_owned)),
            Block::Quote(quoted) => self::blocks(quoted, lines, saying),
            Block::List { first, items } => list(*first, items, lines, saying),
            Block::Table(table) => {
                for row in std::iter::once(&table.head).chain(&table.rows) {
                    let cells: Vec<String> = row.iter().map(|cell| line(cell, saying)).collect();
                    lines.push(cells.join(" | "));
                }
            }
            Block::Rule => {}
        }
    }
}

fn list(first: Option<u64>, items: &[Vec<Block>], lines: &mut Vec<String>, saying: Saying<'_>) {
    for (index, item) in items.iter().enumerate() {
        let lead = marker(first, index);
        let mut inside = Vec::new();
        blocks(item, &mut inside, saying);
        if inside.is_empty() {
            lines.push(lead.trim_end().to_owned());
        }
        for (place, text) in inside.into_iter().enumerate() {
            let lead = if place == 0 { lead.clone() } else { " ".repeat(lead.chars().count()) };
            lines.push(lead + &text);
        }
    }
}

/// What stands before an item: `• ` or its number.
fn marker(first: Option<u64>, index: usize) -> String {
    first.map_or_else(|| "• ".to_owned(), |first| format!("{}. ", first.saturating_add(index as u64)))
}

/// One paragraph; a picture and a displayed formula take part in the line as words do.
fn line(inlines: &[Inline], saying: Saying<'_>) -> String {
    let words = |inline: &Inline| match inline {
        Inline::Text { text, style } if saying.marks_strong && style.is_bold => {
            let inside = text.trim();
            text.replacen(inside, &format!("*{inside}*"), usize::from(!inside.is_empty()))
        }
        Inline::Text { text, .. } => text.clone(),
        Inline::Maths { tex, .. } => tex::unicode(tex),
        Inline::Picture { path, alt } => (saying.picture)(path, alt),
        Inline::Break => "\n".to_owned(),
        Inline::Gap(number) => (saying.gap)(*number),
    };
    inlines.iter().map(words).collect()
}
