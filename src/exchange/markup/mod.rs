//! Formatted text between programs: HTML to the CommonMark of banks and back. Knows no format's own signs.

use crate::exchange::Remark;

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
    let _ = (purpose, pictures);
    Converted { text: html.to_owned(), remarks: Vec::new() }
}

/// Text without markup as a text of a bank: what would be markup is escaped, apart from maths between dollars where
/// `has_maths`.
pub fn from_plain(plain: &str, purpose: Purpose, has_maths: bool) -> String {
    let _ = (purpose, has_maths);
    plain.to_owned()
}

/// Someone else's Markdown as a text of a bank: it is CommonMark already, and only what Torus reads otherwise is escaped.
pub fn from_markdown(markdown: &str, purpose: Purpose, pictures: &mut dyn PictureTaker) -> Converted {
    let _ = (purpose, pictures);
    Converted { text: markdown.to_owned(), remarks: Vec::new() }
}

/// A text of a bank as HTML: `picture` gives the address for the path of a picture; maths stands between `\(` and `\)`, on a
/// line of its own between `\[` and `\]`.
pub fn to_html(text: &str, picture: &mut dyn FnMut(&str) -> String) -> String {
    let _ = picture;
    text.to_owned()
}

/// A text of a bank without markup; formulas stay TeX between `\(` and `\)` where `keeps_maths`, else become Unicode.
pub fn to_plain(text: &str, keeps_maths: bool) -> String {
    let _ = keeps_maths;
    text.to_owned()
}
