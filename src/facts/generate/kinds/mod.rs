//! The kinds of question, one file each. A kind makes proposals from one fact, or from several of a relation, and decides
//! nothing about the bank as a whole.

pub(crate) mod categorise;
pub(crate) mod choice;
pub(crate) mod choices;
pub(crate) mod cloze;
pub(crate) mod r#match;
pub(crate) mod number;
pub(crate) mod order;
pub(crate) mod text;
pub(crate) mod true_false;

use crate::bank::Kind;

/// How many of a kind a good bank has, in proportion.
pub(crate) fn weight(kind: Kind) -> f64 {
    match kind {
        Kind::Choice => 5.0,
        Kind::TrueFalse | Kind::Cloze => 2.0,
        Kind::Choices
        | Kind::Number
        | Kind::Text
        | Kind::Order
        | Kind::Match
        | Kind::Categorise
        | Kind::Hotspot
        | Kind::Calculated
        | Kind::Recall => 1.5,
    }
}

/// What to type, for a question of this kind and id whose prompt another question has too; `None` for kinds that are not
/// typed.
pub(crate) fn wish(kind: Kind, id: &str) -> Option<&'static str> {
    match kind {
        Kind::Text => Some("Write the answer."),
        Kind::Number if id.ends_with("-year-typed") => Some("Write the year."),
        Kind::Number => Some("Write the number."),
        Kind::Choice
        | Kind::Choices
        | Kind::TrueFalse
        | Kind::Order
        | Kind::Match
        | Kind::Cloze
        | Kind::Categorise
        | Kind::Hotspot
        | Kind::Calculated
        | Kind::Recall => None,
    }
}
