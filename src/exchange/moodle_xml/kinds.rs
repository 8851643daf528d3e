//! What becomes of Moodle's kinds of question, for teachers. Reads none.

use crate::exchange::KindRow;

const fn row(theirs: &'static str, ours: &'static str, note: &'static str) -> KindRow {
    KindRow { theirs, ours, note }
}

/// Every type that is known by name. Any other is left out by its name.
pub(in crate::exchange) const KINDS: &[KindRow] = &[
    row("multichoice", "Choice or Choices", "Shares of the points and guessing penalties are told"),
    row("truefalse", "TrueFalse", ""),
    row("shortanswer", "Text", "Asterisks that stand for any text cannot be carried"),
    row("numerical", "Number", "Several right numbers become a Text"),
    row("matching", "Match", ""),
    row("ddmatch", "Match", ""),
    row("multianswer", "Cloze", "Feedback and tolerances in gaps are dropped"),
    row("cloze", "Cloze", "Feedback and tolerances in gaps are dropped"),
    row("gapselect", "Cloze with lists", ""),
    row("ddwtos", "Cloze with lists", ""),
    row("ordering", "Order", "Orders that are right in part earn another share"),
    row("calculatedsimple", "Calculated", "A tolerance that is not relative is reckoned anew"),
    row("calculated", "Calculated", "A tolerance that is not relative is reckoned anew"),
    row("oumultiresponse", "Choices", "Shares of the points differ"),
    row("multichoiceset", "Choices", "All or nothing there; a share here"),
    row("mtf", "Choices", "Each statement is true or false there"),
    row("kprime", "Choices", "Each statement is true or false there"),
    row("gapfill", "Cloze", ""),
    row("essay", "left out, or Recall where cards are asked for", ""),
    row("description", "left out", ""),
    row("calculatedmulti", "left out", ""),
    row("ddmarker", "left out", ""),
    row("ddimageortext", "left out", ""),
    row("randomsamatch", "left out", ""),
    row("random", "left out", ""),
];
