//! What the form says: what is wrong in a field, what a kind is for, how marks come about. Paints nothing.

use crate::app::wording::words;
use crate::author::form::{Fault, NoGap};
use crate::bank::Kind;
use crate::bank::values::quantity::written;
use crate::sitting::Mark;

/// What is wrong with what is typed, and what to do.
pub(super) fn fault(fault: &Fault) -> String {
    match fault {
        Fault::Blank => "A number is needed here.".to_owned(),
        Fault::TwoWays(one, other) => {
            format!("This can be read as {} and as {}: choose one.", written(*one, ""), written(*other, ""))
        }
        Fault::ListOrDecimal(typed) => {
            format!(
                "In “{typed}” a comma may part two numbers or begin decimals: write semicolons between the numbers."
            )
        }
        Fault::WithUnit { value, unit } => {
            format!("Write {} alone here; “{unit}” has a field of its own.", written(*value, ""))
        }
        Fault::NotExact => "Write it as a decimal number: this fraction has no end.".to_owned(),
        Fault::NotWhole => "A whole number is needed, 0 or more.".to_owned(),
        Fault::NoNumber(fault) => format!("This cannot be read as a number: {fault}."),
        Fault::NameTwice(name) if name.trim().is_empty() => "Give it a name: another one has none either.".to_owned(),
        Fault::NameTwice(name) => format!("Another one is called “{name}” already."),
        Fault::SaidTwice(answer) => format!("There is feedback to “{answer}” in another row already."),
    }
}

/// What could be written instead.
pub(super) fn ways_out(fault: &Fault) -> Vec<String> {
    match fault {
        Fault::TwoWays(one, other) => vec![written(*one, ""), written(*other, "")],
        Fault::WithUnit { value, .. } => vec![written(*value, "")],
        Fault::Blank
        | Fault::ListOrDecimal(_)
        | Fault::NotExact
        | Fault::NotWhole
        | Fault::NoNumber(_)
        | Fault::NameTwice(_)
        | Fault::SaidTwice(_) => Vec::new(),
    }
}

/// What a kind of answer is for.
pub(super) fn purpose(kind: Kind) -> &'static str {
    match kind {
        Kind::Choice => "pick the one right option",
        Kind::Choices => "pick all options that are right",
        Kind::TrueFalse => "say whether a statement is true",
        Kind::Number => "type a number, with or without its unit",
        Kind::Text => "type a word or a phrase",
        Kind::Cloze => "fill the gaps of a text",
        Kind::Calculated => "work out a number from values that differ for each paper",
        Kind::Order => "put steps or dates in order",
        Kind::Match => "pair what belongs together",
        Kind::Categorise => "sort items by the group that each belongs to",
        Kind::Hotspot => "point to a place in a picture",
        Kind::Recall => "think, look, and rate yourself; never in a test",
    }
}

/// How marks come about.
pub(super) fn marked(kind: Kind) -> &'static str {
    match kind {
        Kind::Choice | Kind::TrueFalse | Kind::Text => "Marked all or nothing.",
        Kind::Number => "Marked all or nothing. Answers exactly at the limits of the tolerance are right.",
        Kind::Calculated => "Marked all or nothing, within the tolerance around what the formula gives.",
        Kind::Choices => {
            "Marked by the share of right answers picked, minus the share of wrong ones, and never below 0."
        }
        Kind::Order => {
            "Marked by pairs of items: those in the right order minus those the wrong way round. Five items with two neighbours swapped earn 0.8."
        }
        Kind::Match => "Marked by the share of pairs that are right.",
        Kind::Categorise => "Marked by the share of items in their right group.",
        Kind::Cloze => "Marked by the share of gaps that are right.",
        Kind::Hotspot => "Marked all or nothing where one place is right; where several are, like Choices.",
        Kind::Recall => "Learners reveal the answer and rate themselves.",
    }
}

/// What a tolerance comes to.
pub(super) fn range(least: f64, most: f64, unit: &str) -> String {
    if least == most {
        format!("Only {} is right.", written(least, unit))
    } else {
        format!("{} to {} is right.", written(tidy(least), ""), written(tidy(most), unit))
    }
}

/// Without the dust of binary sums: 59.2 − 0.7 as 58.5.
fn tidy(number: f64) -> f64 {
    format!("{number:.12e}").parse().unwrap_or(number)
}

/// What a tried answer would get, with what the learner would be told of it.
pub(super) fn mark(mark: &Mark) -> String {
    let verdict = if mark.fraction >= 1.0 {
        "Right.".to_owned()
    } else if mark.fraction <= 0.0 {
        "Not right.".to_owned()
    } else {
        format!("{} % of the points.", (mark.fraction * 100.0).round())
    };
    match mark.note.as_ref().map(words::note) {
        Some(note) => format!("{verdict} {note}"),
        None => verdict,
    }
}

/// Why no gap can be made.
pub(super) fn no_gap(why: NoGap) -> &'static str {
    match why {
        NoGap::NothingSelected => "Select the words in the text first.",
        NoGap::BraceSelected => "Select words without braces.",
        NoGap::InGap => "These words are in a gap already.",
    }
}
