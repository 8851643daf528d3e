//! What a learner answered, and how it is written in files. Does not judge it.

use crate::bank::quantity;
use crate::bank::{Answer, Kind, Question};
use unicase::UniCase;
use unicode_normalization::UnicodeNormalization;

pub use super::parts::{join_parts, split_parts};

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
    ///
    /// A blank response is the empty text, and an index that no option has is left out.
    pub fn written(&self, question: &Question) -> String {
        match self {
            Self::Choice(index) => question.options().get(*index).copied().unwrap_or_default().to_owned(),
            Self::Choices(picked) => written_options(question, picked),
            Self::TrueFalse(is_true) => is_true.to_string(),
            Self::Typed(_) if self.is_blank() => String::new(),
            Self::Typed(text) => text.clone(),
        }
    }

    /// Reads back what [`Self::written`] wrote. An option matches exactly, or else after Unicode NFC, trimming and
    /// case folding. `None` where nothing was answered (blank) or where it does not fit the question.
    ///
    /// Folding that makes two options alike matches neither. A choice written as one escaped part is taken too.
    pub fn from_written(question: &Question, written: &str) -> Option<Self> {
        if written.trim().is_empty() {
            return None;
        }
        let options = question.options();
        match question.kind() {
            Kind::Choice => find_choice(&options, written).map(Self::Choice),
            Kind::Choices => find_choices(&options, written).map(Self::Choices),
            Kind::TrueFalse => find_option(&["true", "false"], written).map(|index| Self::TrueFalse(index == 0)),
            Kind::Number | Kind::Text => Some(Self::Typed(written.to_owned())),
        }
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
///
/// Every key of a choice, `true` or `false`, a number with its unit, every accepted form of a text. Not escaped.
pub fn correct_parts(question: &Question) -> Vec<String> {
    match &question.answer {
        Answer::Choice { correct, .. } => vec![correct.to_string()],
        Answer::Choices { correct, .. } => correct.iter().map(ToString::to_string).collect(),
        Answer::TrueFalse(is_true) => vec![is_true.to_string()],
        Answer::Number { value, unit, .. } => vec![quantity::written(*value, unit)],
        Answer::Text { accept, .. } => accept.iter().map(ToString::to_string).collect(),
    }
}

/// The right answer as the CSV's `correct_response` has it: written as a response of that kind is, so only the kinds
/// of several parts are escaped; the accepted forms of a text are joined as parts.
pub fn correct_written(question: &Question) -> String {
    let parts = correct_parts(question);
    match question.kind() {
        Kind::Choices | Kind::Text => join_parts(parts.iter().map(String::as_str)),
        Kind::Choice | Kind::TrueFalse | Kind::Number => parts.concat(),
    }
}

/// The options in the order shown, as the CSV's `options` has them: parts joined by `; `. An index in `order` that no
/// option has is left out.
pub fn written_options(question: &Question, order: &[usize]) -> String {
    let options = question.options();
    join_parts(order.iter().filter_map(|index| options.get(*index).copied()))
}

fn find_choice(options: &[&str], written: &str) -> Option<usize> {
    find_option(options, written).or_else(|| match split_parts(written).as_slice() {
        [part] => find_option(options, part),
        _ => None,
    })
}

/// The options named by the parts, ascending and each once; `None` if a part names none.
fn find_choices(options: &[&str], written: &str) -> Option<Vec<usize>> {
    let parts = split_parts(written);
    let named = parts.iter().filter(|part| !part.trim().is_empty());
    let mut picked = named.map(|part| find_option(options, part)).collect::<Option<Vec<_>>>()?;
    picked.sort_unstable();
    picked.dedup();
    if picked.is_empty() { None } else { Some(picked) }
}

fn find_option(options: &[&str], written: &str) -> Option<usize> {
    options.iter().position(|option| *option == written).or_else(|| {
        let wanted = folded(written);
        let mut alike = (0..options.len()).filter(|index| folded(options[*index]) == wanted);
        alike.next().filter(|_| alike.next().is_none())
    })
}

fn folded(option: &str) -> String {
    let composed: String = option.trim().nfc().collect();
    UniCase::new(composed).to_folded_case().nfc().collect()
}
