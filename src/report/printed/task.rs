//! What a learner does on paper with each kind of question, before it is text or HTML. Prints nothing itself.

use crate::bank::{Answer, ClozeText, Question, Spot};
use crate::paper::PaperItem;
use crate::text::{Rich, literal};
use std::ops::Range;

/// The space under a prompt.
#[derive(Debug, PartialEq)]
pub(super) enum Task {
    /// Options with letters, of which one is picked.
    Options(Vec<String>),
    /// True or false.
    TrueFalse,
    /// A line for a number, with the unit that stands after it; empty for a bare number.
    Number(String),
    /// A line for a word or a phrase.
    Line,
    /// Options with letters, and a line to write letters on.
    Lettered {
        /// What to do.
        instruction: &'static str,
        /// The options as shown, in CommonMark.
        options: Vec<String>,
        /// What stands before the line; empty where each option has a box to tick.
        line: &'static str,
    },
    /// Things with a blank before each, beside options with letters.
    Columns {
        /// What to do.
        instruction: &'static str,
        /// The things.
        blanks: Vec<String>,
        /// The options as shown, in CommonMark.
        options: Vec<String>,
    },
    /// A text with blanks in it.
    Words {
        /// The text; each gap is told by its index.
        text: Rich,
        /// For each gap the options to choose from, in the order shown; none where it is typed.
        lists: Vec<Vec<String>>,
    },
    /// So many lines to write on.
    Lines(usize),
}

const ALL_THAT_APPLY: &str = "Choose all that apply.";

/// A blank in a text, wide enough to write a word on.
pub(super) const BLANK: &str = "______________";

/// The task of a question.
pub(super) fn task(item: &PaperItem) -> Task {
    match &item.question.answer {
        Answer::Choice { .. } => Task::Options(shown(item)),
        Answer::Choices { .. } => Task::Lettered { instruction: ALL_THAT_APPLY, options: shown(item), line: "" },
        Answer::TrueFalse(_) => Task::TrueFalse,
        Answer::Number { unit, .. } | Answer::Calculated { unit, .. } => Task::Number(unit.to_string()),
        Answer::Text { .. } => Task::Line,
        Answer::Order { .. } => Task::Lettered {
            instruction: "Put these in order.",
            options: shown(item),
            line: "Letters in the right order:",
        },
        Answer::Match { pairs, .. } => Task::Columns {
            instruction: "Write the letter that belongs to each.",
            blanks: pairs.iter().map(|(left, _)| left.trim().to_owned()).collect(),
            options: shown(item),
        },
        Answer::Categorise { groups } => Task::Columns {
            instruction: "Write the letter of its group before each.",
            blanks: shown(item),
            options: groups.iter().map(|(name, _)| name.trim().to_owned()).collect(),
        },
        Answer::Cloze { text } => Task::Words { text: text.rich(), lists: lists(text, &item.option_order) },
        Answer::Hotspot { spots, correct, .. } => Task::Lettered {
            instruction: if correct.len() > 1 { ALL_THAT_APPLY } else { "Choose one place." },
            options: item.option_order.iter().filter_map(|&index| spots.get(index)).map(place).collect(),
            line: "",
        },
        Answer::Recall { .. } => Task::Lines(3),
    }
}

/// The path of the picture of a hotspot, and the words for it.
pub(super) fn picture(question: &Question) -> Option<(&str, &str)> {
    let Answer::Hotspot { image, .. } = &question.answer else { return None };
    Some((image, question.alt.trim()))
}

/// The options in the order shown.
fn shown(item: &PaperItem) -> Vec<String> {
    let options = item.question.options();
    item.option_order.iter().filter_map(|&index| options.get(index)).map(|option| option.trim().to_owned()).collect()
}

/// A place without its name, which may be the answer.
fn place(spot: &Spot) -> String {
    let (x, y) = spot.shape.centre();
    let percent = |share: f64| (share * 100.0).round() + 0.0;
    let at = format!("{} % from the left, {} % from the top", percent(x), percent(y));
    match spot.describe.trim() {
        "" => at,
        describe => format!("{} ({at})", literal(describe)),
    }
}

/// The options of each gap's list in the order shown.
fn lists(text: &ClozeText, order: &[usize]) -> Vec<Vec<String>> {
    let options: Vec<&str> = text.list_options().collect();
    let list = |range: Range<usize>| {
        let shown = order.iter().filter(|index| range.contains(index)).filter_map(|&index| options.get(index));
        shown.map(|option| (*option).to_owned()).collect()
    };
    text.list_ranges().map(list).collect()
}
