//! Formatted text between programs: HTML to the CommonMark of banks and back. Knows no format's own signs.

mod escape;
mod events;
mod from_html;
mod maths;
mod script;
#[cfg(test)]
mod tests;
mod to_html;

use crate::exchange::Remark;
use crate::text;
use crate::text::rich::Inline;

/// What a text will be in a bank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A prompt, an explanation, a hint: CommonMark of several lines.
    Text,
    /// An option, an item, one side of a pair: CommonMark of one line.
    Line,
    /// The words between the gaps of a cloze: as [`Self::Text`], and braces, `|` and `~` escaped.
    Cloze,
    /// The prompt of a calculated question: as [`Self::Text`], with braces that are no placeholders escaped.
    Calculated,
    /// What learners type: no markup, whatever was there.
    Plain,
}

/// A text of a bank, and what was lost on the way to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Converted {
    /// The text.
    pub text: String,
    /// What was lost.
    pub remarks: Vec<Remark>,
}

/// Gives the path of a picture in the bank for its address in the other program's text.
pub trait PictureTaker {
    /// The path relative to the bank.
    ///
    /// # Errors
    /// Why there is none: [`Remark::RemotePicture`] puts a link in its place, all others its words.
    fn take(&mut self, address: &str) -> Result<Box<str>, Remark>;
}

/// Has no picture: those of the net are told as such, all others as missing.
pub struct NoPictures;

impl PictureTaker for NoPictures {
    fn take(&mut self, address: &str) -> Result<Box<str>, Remark> {
        if address.starts_with("http") {
            Err(Remark::RemotePicture(address.into()))
        } else {
            Err(Remark::MissingPicture(address.into()))
        }
    }
}

/// HTML as a text of a bank.
pub fn from_html(html: &str, purpose: Purpose, pictures: &mut dyn PictureTaker) -> Converted {
    from_html::convert(html, purpose, pictures)
}

/// Text without markup as a text of a bank: what would be markup is escaped, apart from maths in other programs' spellings
/// where `has_maths`. Lines stay lines, apart from a [`Purpose::Line`].
pub fn from_plain(plain: &str, purpose: Purpose, has_maths: bool) -> String {
    let lines: Vec<&str> = plain.trim().lines().map(str::trim_end).collect();
    let words = |line: &str| {
        if has_maths { maths::words_and_formulas(line, purpose) } else { escape::escaped(line, purpose) }
    };
    match purpose {
        Purpose::Plain => lines.join(" "),
        Purpose::Line => lines.iter().map(|line| words(line)).collect::<Vec<_>>().join(" "),
        Purpose::Text | Purpose::Cloze | Purpose::Calculated => match &lines[..] {
            [line] => words(line),
            lines => lines.iter().map(|line| escape::line_start(&words(line))).collect::<Vec<_>>().join("\n"),
        },
    }
}

/// Someone else's Markdown as a text of a bank: it is CommonMark already. Formulas in other spellings become TeX between
/// dollars, pictures get their paths, and for a cloze or a calculated question braces are escaped.
pub fn from_markdown(markdown: &str, purpose: Purpose, pictures: &mut dyn PictureTaker) -> Converted {
    let mut converted = Converted::default();
    let mut rest = markdown.trim();
    while let Some((at, length, alt, address)) = next_picture(rest) {
        converted.text.push_str(&rest[..at]);
        match pictures.take(address) {
            Ok(path) => converted.text.push_str(&format!("![{alt}]({path})")),
            Err(remark) => {
                match &remark {
                    Remark::RemotePicture(_) => converted.text.push_str(&format!("[{alt}]({address})")),
                    _ => converted.text.push_str(alt),
                }
                converted.remarks.push(remark);
            }
        }
        rest = &rest[at + length..];
    }
    converted.text.push_str(rest);
    converted.text = escape::for_purpose(&converted.text, purpose);
    converted
}

/// The next picture of a Markdown text: where it begins, its length, its words and its address.
fn next_picture(text: &str) -> Option<(usize, usize, &str, &str)> {
    let mut from = 0;
    while let Some(at) = text[from..].find("![").map(|at| from + at) {
        let inside = &text[at + 2..];
        if let Some((alt, behind)) = inside.split_once("](")
            && !alt.contains(['[', '\n'])
            && let Some((address, _)) = behind.split_once(')')
            && !address.contains(['\n', ' '])
        {
            return Some((at, 2 + alt.len() + 2 + address.len() + 1, alt, address));
        }
        from = at + 2;
    }
    None
}

/// A text of a bank as HTML: `picture` gives the address for the path of a picture; maths stands between `\(` and `\)`, on a
/// line of its own between `\[` and `\]`.
pub fn to_html(text: &str, picture: &mut dyn FnMut(&str) -> String) -> String {
    to_html::html(text, picture)
}

/// A text of a bank without markup; formulas stay TeX between `\(` and `\)` where `keeps_maths`, else become Unicode.
pub fn to_plain(text: &str, keeps_maths: bool) -> String {
    if !keeps_maths {
        return text::plain(text).into_owned();
    }
    let mut rich = text::parse(text);
    for block in &mut rich.blocks {
        keep_maths(block);
    }
    rich.plain()
}

/// Puts words in the place of formulas.
fn keep_maths(block: &mut text::Block) {
    use text::Block::{Code, Heading, List, Paragraph, Quote, Rule, Table};
    let keep = |line: &mut Vec<Inline>| {
        for inline in line {
            if let Inline::Maths { tex, .. } = inline {
                *inline = Inline::Text { text: format!("\\({tex}\\)"), style: text::Style::default() };
            }
        }
    };
    match block {
        Paragraph(line) | Heading(line) => keep(line),
        Quote(inner) => inner.iter_mut().for_each(keep_maths),
        List { items, .. } => items.iter_mut().flatten().for_each(keep_maths),
        Table(table) => table.head.iter_mut().chain(table.rows.iter_mut().flatten()).for_each(keep),
        Code(_) | Rule => {}
    }
}
