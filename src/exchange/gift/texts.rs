//! The texts of a question in whichever format GIFT says that they have.

use super::escape::meant;
use crate::exchange::Remark;
use crate::exchange::markup::{NoPictures, PictureTaker, Purpose, from_html, from_markdown, from_plain};
use crate::exchange::moodle_xml::is_html;

/// The format of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextFormat {
    /// Plain, with HTML and line breaks as they come.
    Moodle,
    Html,
    Plain,
    Markdown,
}

impl TextFormat {
    /// Its name between brackets, as it stands before a text.
    pub const NAMES: [&'static str; 4] = ["[html]", "[moodle]", "[plain]", "[markdown]"];

    /// The format that a text names in front of it, and the text.
    pub fn of(guarded: &str, otherwise: Self) -> (Self, &str) {
        let guarded = guarded.trim_start();
        let formats = [Self::Html, Self::Moodle, Self::Plain, Self::Markdown];
        let named =
            Self::NAMES.iter().zip(formats).find_map(|(name, format)| Some((format, guarded.strip_prefix(name)?)));
        named.map_or((otherwise, guarded), |(format, rest)| (format, rest.trim_start()))
    }
}

/// Turns the texts of a question into those of a bank, and gathers what was lost.
pub(super) struct Texts {
    pub format: TextFormat,
    pub remarks: Vec<Remark>,
}

impl Texts {
    /// A guarded text, in the format of the question unless it names its own.
    pub fn text(&mut self, guarded: &str, purpose: Purpose) -> String {
        let (format, guarded) = TextFormat::of(guarded.trim(), self.format);
        self.converted(format, guarded, purpose)
    }

    /// A guarded text in the format of the question.
    pub fn words(&mut self, guarded: &str, purpose: Purpose) -> String {
        self.converted(self.format, guarded.trim(), purpose)
    }

    fn converted(&mut self, format: TextFormat, guarded: &str, purpose: Purpose) -> String {
        let text = meant(guarded);
        let converted = match format {
            TextFormat::Plain => return from_plain(text.trim(), purpose, true),
            TextFormat::Moodle if !is_html(&text) => return from_plain(text.trim(), purpose, true),
            TextFormat::Moodle => from_html(&text.replace('\n', "<br>\n"), purpose, &mut Lost),
            TextFormat::Html => from_html(&text, purpose, &mut Lost),
            TextFormat::Markdown => from_markdown(&text, purpose, &mut Lost),
        };
        converted.remarks.into_iter().for_each(|remark| self.tell(remark));
        converted.text.trim().to_owned()
    }

    /// What learners type.
    pub fn plain(&mut self, guarded: &str) -> String {
        let (_, guarded) = TextFormat::of(guarded.trim(), self.format);
        let text = meant(guarded);
        if !is_html(&text) {
            return text.trim().to_owned();
        }
        let converted = from_html(&text, Purpose::Plain, &mut NoPictures);
        converted.remarks.into_iter().for_each(|remark| self.tell(remark));
        converted.text.trim().to_owned()
    }

    /// Says each thing once.
    pub fn tell(&mut self, remark: Remark) {
        if !self.remarks.contains(&remark) {
            self.remarks.push(remark);
        }
    }
}

/// GIFT holds no picture.
struct Lost;

impl PictureTaker for Lost {
    fn take(&mut self, address: &str) -> Result<Box<str>, Remark> {
        let name = address.strip_prefix("@@PLUGINFILE@@/").unwrap_or(address);
        NoPictures.take(name)
    }
}
