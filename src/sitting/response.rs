//! What a learner answered, and how it is written in files. Does not judge it.

use crate::bank::Question;

/// An answer to a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Response {
    /// The option picked, as an index into [`Question::options`].
    Choice(usize),
    /// The options picked, as indices into [`Question::options`], ascending.
    Choices(Vec<usize>),
    /// True or false.
    TrueFalse(bool),
    /// What was typed, untouched.
    Typed(String),
}

impl Response {
    /// As CSV files and the history write it: an option's text, `true`, what was typed, or parts joined by `; ` with
    /// `;`, `=` and `\` inside a part escaped by a backslash.
    pub fn written(&self, _question: &Question) -> String {
        unimplemented!()
    }

    /// Reads back what [`Self::written`] wrote. An option matches exactly, or else after Unicode NFC, trimming and
    /// case folding. `None` where nothing was answered (blank) or where it does not fit the question.
    pub fn from_written(_question: &Question, _written: &str) -> Option<Self> {
        unimplemented!()
    }

    /// Whether this counts as no answer: nothing picked, or only white space typed.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Choice(_) | Self::TrueFalse(_) => false,
            Self::Choices(picked) => picked.is_empty(),
            Self::Typed(text) => text.trim().is_empty(),
        }
    }
}

/// The parts of the right answer, as `correct` in JSON lists them and `correct_response` in CSV joins them.
pub fn correct_parts(_question: &Question) -> Vec<String> {
    unimplemented!()
}

/// Joins parts by `; `, escaping `;`, `=` and `\` inside them by a backslash.
pub fn join_parts<'a>(_parts: impl IntoIterator<Item = &'a str>) -> String {
    unimplemented!()
}

/// Takes apart what [`join_parts`] joined.
pub fn split_parts(_joined: &str) -> Vec<String> {
    unimplemented!()
}
