//! Texts of a bank for programs that take no pictures: the words for a picture stand in its place. Knows no format.

use crate::bank::Question;
use crate::exchange::markup::{Purpose, from_rich};
use crate::text::parse;
use crate::text::rich::{Block, Inline, Rich, Style, Table};
use std::borrow::Cow;

/// The text with the words for each picture in its place; the same text where it has none.
pub(super) fn without_pictures(text: &str) -> Cow<'_, str> {
    if !text.contains("![") {
        return Cow::Borrowed(text);
    }
    let rich = parse(text);
    let is_picture = |inline: &&Inline| matches!(inline, Inline::Picture { .. });
    if !rich.inlines().iter().any(is_picture) {
        return Cow::Borrowed(text);
    }
    let rich = Rich { blocks: rich.blocks.into_iter().map(block).collect() };
    Cow::Owned(from_rich(&rich, Purpose::Text).trim().to_owned())
}

/// Whether any text of a question shows a picture.
pub(super) fn has_pictures(question: &Question) -> bool {
    question.texts().into_iter().any(|text| matches!(without_pictures(text), Cow::Owned(_)))
}

fn block(it: Block) -> Block {
    match it {
        Block::Paragraph(inlines) => Block::Paragraph(line(inlines)),
        Block::Heading(inlines) => Block::Heading(line(inlines)),
        Block::Quote(blocks) => Block::Quote(blocks.into_iter().map(block).collect()),
        Block::List { first, items } => {
            let items = items.into_iter().map(|item| item.into_iter().map(block).collect()).collect();
            Block::List { first, items }
        }
        Block::Table(table) => {
            let row = |row: Vec<Vec<Inline>>| row.into_iter().map(line).collect();
            let rows = table.rows.into_iter().map(row).collect();
            Block::Table(Table { columns: table.columns, head: row(table.head), rows })
        }
        Block::Code(_) | Block::Rule => it,
    }
}

/// The line with words for its pictures, parted by blanks from those beside them.
fn line(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut written: Vec<Inline> = Vec::new();
    let mut is_after_picture = false;
    for inline in inlines {
        if let Inline::Picture { alt, .. } = inline {
            if alt.trim().is_empty() {
                continue;
            }
            let is_parted = match written.last() {
                None | Some(Inline::Break) => true,
                Some(Inline::Text { text, .. }) => text.ends_with(char::is_whitespace),
                Some(_) => false,
            };
            let blank = if is_parted { "" } else { " " };
            written.push(words(format!("{blank}{}", alt.trim())));
            is_after_picture = true;
            continue;
        }
        if std::mem::take(&mut is_after_picture) {
            let is_parted = match &inline {
                Inline::Text { text, .. } => !text.starts_with(|sign: char| sign.is_alphanumeric() || sign == '('),
                Inline::Break => true,
                _ => false,
            };
            if !is_parted {
                written.push(words(" ".to_owned()));
            }
        }
        written.push(inline);
    }
    written
}

fn words(text: String) -> Inline {
    Inline::Text { text, style: Style::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(without_pictures(text), expected);
    }

    #[test]
    fn the_words_for_a_picture_stand_in_its_place() {
        check("Which is *it*?![The map](m.svg)", "Which is *it*? The map");
        check("![A map](m.svg)Which?", "A map Which?");
        check("See ![A map](m.svg), and name it.", "See A map, and name it.");
        check("One:\n\n![](m.svg)\n\nTwo", "One:\n\nTwo");
        check("![a](b.svg)![c](d.svg)", "a c");
        check("Not \\![a](b.svg)", "Not \\![a](b.svg)");
    }
}
