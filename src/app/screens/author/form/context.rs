//! What the form is shown with, and what it tells afterwards. Holds values only.

use crate::app::state::pictures::Pictures;
use crate::author::form::{FieldFault, FieldName};

/// What the form is shown with.
#[derive(Clone, Copy, Debug)]
pub struct FormContext<'a> {
    /// Topics that the bank has, to complete from.
    pub topics: &'a [String],
    /// Sources of the bank, key and title, to complete from.
    pub sources: &'a [(String, String)],
    /// Pictures beside the bank.
    pub pictures: &'a Pictures,
    /// Why what is typed in some fields is no value.
    pub faults: &'a [FieldFault],
    /// What the check says of some fields.
    pub problems: &'a [FieldProblem],
    /// The field that is to have the keyboard from this frame on.
    pub focus: Option<FieldName>,
    /// Tells one question from another: what was tried on one is not shown on the next.
    pub question: u64,
}

/// What the check says of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// Which field.
    pub field: FieldName,
    /// What is wrong and what to do, as sentences.
    pub words: String,
    /// Whether it keeps the question from being asked; else it is advice.
    pub is_error: bool,
}

/// What is wanted beside what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormWish {
    /// Another question of this kind, with topic and source kept.
    NextQuestion,
    /// A picture file, whose name goes into that field.
    ChoosePicture(FieldName),
}

/// What has become of the fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FormNews {
    /// Whether the form is another than before.
    pub is_changed: bool,
    /// The field that the keyboard has left.
    pub left: Option<FieldName>,
    /// What is wanted besides.
    pub wish: Option<FormWish>,
}
