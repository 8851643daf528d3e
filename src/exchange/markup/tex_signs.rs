//! Finds the formulas in words that other programs put between `\(` and `\)` and the like. Reads no formula.

use crate::text::rich::{Block, Inline, Style, Table};

/// What stands before and after a formula, and whether that is displayed. Those that begin alike: the longer first.
const DELIMITERS: [(&str, &str, bool); 8] = [
    ("\\(", "\\)", false),
    ("\\[", "\\]", true),
    ("$$", "$$", true),
    ("[tex]", "[/tex]", false),
    ("[latex]", "[/latex]", false),
    ("[$$]", "[/$$]", true),
    ("[$]", "[/$]", false),
    ("<anki-mathjax>", "</anki-mathjax>", false),
];

/// The block with the formulas among its words told from these.
pub(super) fn with_maths(block: Block) -> Block {
    match block {
        Block::Paragraph(line) => Block::Paragraph(split(line)),
        Block::Heading(line) => Block::Heading(split(line)),
        Block::Quote(blocks) => Block::Quote(blocks.into_iter().map(with_maths).collect()),
        Block::List { first, items } => {
            let items = items.into_iter().map(|item| item.into_iter().map(with_maths).collect()).collect();
            Block::List { first, items }
        }
        Block::Table(table) => {
            let row = |row: Vec<Vec<Inline>>| row.into_iter().map(split).collect();
            let rows = table.rows.into_iter().map(row).collect();
            Block::Table(Table { columns: table.columns, head: table.head.into_iter().map(split).collect(), rows })
        }
        Block::Code(_) | Block::Rule => block,
    }
}

fn split(line: Vec<Inline>) -> Vec<Inline> {
    let mut all = Vec::with_capacity(line.len());
    for inline in line {
        match inline {
            Inline::Text { text, style } => {
                let text = without_hard_spaces(text);
                if !style.is_code && text.contains(['\\', '$', '[']) {
                    words(&text, &style, &mut all);
                } else {
                    all.push(Inline::Text { text, style });
                }
            }
            other => all.push(other),
        }
    }
    all
}

/// The words with the formulas among them.
pub(super) fn words(text: &str, style: &Style, all: &mut Vec<Inline>) {
    let (mut start, mut at) = (0, 0);
    let mut hopeless = [false; DELIMITERS.len()];
    while let Some(offset) = text[at..].find(['\\', '$', '[', '<']) {
        at += offset;
        let begun = DELIMITERS.iter().position(|(begin, ..)| text[at..].starts_with(begin));
        let found = begun.filter(|kind| !hopeless[*kind]).and_then(|kind| {
            let (begin, end, is_display) = DELIMITERS[kind];
            let inside = &text[at + begin.len()..];
            let length = inside.find(end);
            hopeless[kind] = length.is_none();
            let tex = inside[..length?].trim();
            let whole = begin.len() + length? + end.len();
            (!tex.is_empty()).then(|| (Inline::Maths { tex: tex.to_owned(), is_display }, whole))
        });
        match found {
            Some((maths, whole)) => {
                if start < at {
                    all.push(Inline::Text { text: text[start..at].to_owned(), style: style.clone() });
                }
                all.push(maths);
                at += whole;
                start = at;
            }
            None => at += 1,
        }
    }
    if start < text.len() {
        all.push(Inline::Text { text: text[start..].to_owned(), style: style.clone() });
    }
}

/// The words with blanks for hard spaces, but for those within numbers.
fn without_hard_spaces(words: String) -> String {
    if !words.contains('\u{a0}') {
        return words;
    }
    let mut shown = String::with_capacity(words.len());
    let mut signs = words.chars().peekable();
    while let Some(sign) = signs.next() {
        let before = shown.chars().next_back();
        let is_in_number =
            before.is_some_and(|sign| sign.is_ascii_digit()) && signs.peek().is_some_and(|next| next.is_ascii_digit());
        match sign {
            '\u{a0}' if is_in_number => shown.push(sign),
            '\u{a0}' | ' ' if before == Some(' ') => {}
            '\u{a0}' => shown.push(' '),
            _ => shown.push(sign),
        }
    }
    shown
}
