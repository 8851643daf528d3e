//! What becomes of GIFT's kinds of question, for teachers. Reads none.

use crate::exchange::KindRow;

const fn row(theirs: &'static str, ours: &'static str, note: &'static str) -> KindRow {
    KindRow { theirs, ours, note }
}

pub(super) const MULTIPLE_CHOICE: KindRow =
    row("multiple choice", "Choice or Choices", "Shares of the points are told");
pub(super) const TRUE_FALSE: KindRow = row("true/false", "TrueFalse", "");
pub(super) const SHORT_ANSWER: KindRow =
    row("short answer", "Text", "Asterisks that stand for any text cannot be carried");
pub(super) const NUMERICAL: KindRow = row("numerical", "Number", "Several right numbers become a Text");
pub(super) const MATCHING: KindRow = row("matching", "Match", "");
pub(super) const MISSING_WORD: KindRow = row("missing word", "Cloze", "");
pub(super) const EMBEDDED: KindRow = row(
    "embedded answers, {1:SA:=…}",
    "Cloze",
    "left out where a gap has feedback, a tolerance or answers that earn a part",
);
pub(super) const ESSAY: KindRow = row("essay", "left out", "");
pub(super) const DESCRIPTION: KindRow = row("description", "left out", "");

/// Every kind that GIFT has.
pub(in crate::exchange) const KINDS: &[KindRow] =
    &[MULTIPLE_CHOICE, TRUE_FALSE, SHORT_ANSWER, NUMERICAL, MATCHING, MISSING_WORD, EMBEDDED, ESSAY, DESCRIPTION];
