//! The words that a window has for each kind of answer. Paints nothing.

use crate::bank::{Kind, Mode};
use crate::text::{literal, literal_but_maths};

/// A kind of question as a teacher reads it in a list.
pub fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Choice => "Choice",
        Kind::Choices => "Choices",
        Kind::TrueFalse => "True or false",
        Kind::Number => "Number",
        Kind::Text => "Text",
        Kind::Order => "Order",
        Kind::Match => "Match",
        Kind::Cloze => "Cloze",
        Kind::Categorise => "Categorise",
        Kind::Hotspot => "Hotspot",
        Kind::Calculated => "Calculated",
        Kind::Recall => "Recall",
    }
}

/// What a learner is to do, as it stands above the prompt.
pub fn task(kind: Kind) -> &'static str {
    match kind {
        Kind::Choice => "One answer",
        Kind::Choices => "All that apply",
        Kind::TrueFalse => "True or false",
        Kind::Number | Kind::Calculated => "A number",
        Kind::Text => "A word or a phrase",
        Kind::Order => "Put in order",
        Kind::Match => "Pairs",
        Kind::Cloze => "Fill the gaps",
        Kind::Categorise => "Sort",
        Kind::Hotspot => "Point to it",
        Kind::Recall => "From memory",
    }
}

/// What to say where an answer is missing.
pub fn missing(kind: Kind, mode: Mode) -> String {
    let first = match kind {
        Kind::Choice | Kind::Choices | Kind::TrueFalse => "Choose an answer first",
        Kind::Number | Kind::Text | Kind::Calculated => "Type an answer first",
        Kind::Order => "Move an item first, press 1 to keep this order",
        Kind::Match => "Make at least one pair first",
        Kind::Categorise => "Put at least one item into a group first",
        Kind::Cloze => "Fill at least one gap first",
        Kind::Hotspot => "Choose a place first",
        Kind::Recall => return "Press 1 if you did not know it yet, 2 if you did.".to_owned(),
    };
    format!("{first}, or {}.", way_out(mode))
}

/// What to say where something else than a number was typed and a number is asked for.
pub fn not_a_number(mode: Mode) -> String {
    format!("That is not a number. Type one, such as 12.5 or 3e8, or {}.", way_out(mode))
}

/// What can be done instead of an answer.
fn way_out(mode: Mode) -> &'static str {
    match mode {
        Mode::Practice => "say that you don’t know",
        Mode::Test => "skip the question",
    }
}

/// What to say once of the parts that are open; `None` where none is, or the kind has no parts.
pub fn open(kind: Kind, open: usize) -> Option<String> {
    let (one, many, does) = match kind {
        Kind::Match => ("1 item has no pair yet", "items have no pair yet", "pair"),
        Kind::Categorise => ("1 item is in no group yet", "items are in no group yet", "place"),
        Kind::Cloze => ("1 gap is still empty", "gaps are still empty", "fill"),
        Kind::Choice
        | Kind::Choices
        | Kind::TrueFalse
        | Kind::Number
        | Kind::Text
        | Kind::Order
        | Kind::Hotspot
        | Kind::Calculated
        | Kind::Recall => return None,
    };
    match open {
        0 => None,
        1 => Some(format!("{one}: {does} it, or press Enter again to leave it open.")),
        open => Some(format!("{open} {many}: {does} them, or press Enter again to leave them open.")),
    }
}

/// A part of the right answer in CommonMark, as its option is written; what is typed, or named, shows its signs as they are.
pub fn shown_part(kind: Kind, part: String) -> String {
    match kind {
        Kind::TrueFalse if part == "true" => "True".to_owned(),
        Kind::TrueFalse => "False".to_owned(),
        Kind::Cloze => literal_but_maths(&part).into_owned(),
        Kind::Number | Kind::Text | Kind::Calculated | Kind::Hotspot => literal(&part).into_owned(),
        Kind::Choice | Kind::Choices | Kind::Order | Kind::Match | Kind::Categorise | Kind::Recall => part,
    }
}

/// The parts of the right answer that are told where there is no answer; `None` where they stand above, part by part.
pub fn worth_telling(kind: Kind, parts: &[String]) -> Option<&[String]> {
    match kind {
        // One accepted form is enough to learn; the others are ways to write the same.
        Kind::Text => Some(&parts[..parts.len().min(1)]),
        Kind::Order | Kind::Match | Kind::Categorise | Kind::Cloze | Kind::Recall => None,
        Kind::Choice | Kind::Choices | Kind::TrueFalse | Kind::Number | Kind::Hotspot | Kind::Calculated => Some(parts),
    }
}
