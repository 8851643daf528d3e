//! How responses and right answers are written in files, and read back. Does not judge them.

use crate::bank::Question;
use crate::bank::wording::signs::is_blank;

pub use crate::kinds::Response;
pub(crate) use crate::kinds::shared::pairs::split_pairs;
pub use crate::kinds::shared::parts::{join_parts, split_at_semicolons, split_parts};

impl Response {
    /// As CSV files and the history write it: an option's text, `true`, what was typed, or parts joined by `; ` with
    /// `;`, `=` and `\` inside a part escaped by a backslash.
    ///
    /// A blank response is the empty text, and an index that no option has is left out.
    pub fn written(&self, question: &Question) -> String {
        if self.is_blank() {
            return String::new();
        }
        question.answer.with_kind(|kind| kind.written(self))
    }

    /// Reads back what [`Self::written`] wrote. An option matches exactly, or else after Unicode NFC, with white space
    /// trimmed and made single, and case folding. `None` where nothing was answered (blank) or where it does not fit the
    /// question: an order must name every item once, a pair one left and one right side, and no gap may be filled that
    /// there is not.
    ///
    /// Folding that makes two options alike matches neither. A choice written as one escaped part is taken too.
    pub fn from_written(question: &Question, written: &str) -> Option<Self> {
        if is_blank(written) {
            return None;
        }
        question.answer.with_kind(|kind| kind.parse(written))
    }
}

/// The parts of the right answer, as `correct` in JSON lists them and `correct_response` in CSV joins them.
///
/// Every key of a choice, `true` or `false`, a number with its unit, every accepted form of a text, the items in order,
/// `left = right` for pairs and groups, the first form for each gap, the names of the right spots, `right` for a recall.
/// Not escaped, but for `;`, `=` and `\` inside the sides of a pair. None for a calculated question whose values are not
/// drawn.
pub fn correct_parts(question: &Question) -> Vec<String> {
    question.answer.with_kind(|kind| kind.correct_parts())
}

/// The right answer as the CSV's `correct_response` has it: written as a response of that kind is, so only the kinds
/// of several parts are escaped; the accepted forms of a text are joined as parts.
pub fn correct_written(question: &Question) -> String {
    question.answer.with_kind(|kind| kind.correct_written())
}

/// The options in the order shown, as the CSV's `options` has them: parts joined by `; `. An index in `order` that no
/// option has is left out.
pub fn written_options(question: &Question, order: &[usize]) -> String {
    let options = question.options();
    join_parts(order.iter().filter_map(|index| options.get(*index).copied()))
}
