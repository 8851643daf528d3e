//! What a learner does on paper with each kind of question, before it is text or HTML.

use crate::bank::{Answer, Question, Shape, Spot};
use crate::paper::PaperItem;
use crate::text::{Rich, literal};

/// The space under a prompt. Options are in CommonMark, in the order shown; their letters follow from that.
#[derive(Debug, PartialEq)]
pub(super) enum Task {
    /// Options to tick.
    Ticked {
        /// Whether more than one may be ticked.
        allows_several: bool,
        /// The options.
        options: Vec<String>,
    },
    /// True or false to tick.
    TrueFalse,
    /// A line to write on, and the unit after it.
    Line {
        /// In CommonMark; empty for none.
        unit: String,
    },
    /// Options whose letters are to be written in another order.
    Ordered {
        /// The options.
        options: Vec<String>,
    },
    /// Things with a blank for a letter before each, beside options.
    Columns {
        /// What to do.
        instruction: &'static str,
        /// The things.
        blanks: Vec<String>,
        /// The options.
        options: Vec<String>,
    },
    /// A text with blanks in it.
    Words {
        /// The text; each gap is told by its index.
        text: Rich,
        /// For each gap the options to choose from; none where it is typed.
        lists: Vec<Vec<String>>,
    },
    /// Places to tick that stand on a picture as letters.
    Places {
        /// Whether more than one may be ticked.
        allows_several: bool,
        /// Path of the picture.
        image: String,
        /// Words for the picture.
        alt: String,
        /// The places.
        places: Vec<Place>,
    },
    /// So many lines to write on.
    Lines(usize),
}

/// A place on a picture, without its name, which may be the answer.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Place {
    /// Where its letter stands: a fraction of the picture's width.
    pub x: f64,
    /// Where its letter stands: a fraction of the picture's height.
    pub y: f64,
    /// What may be said of it, in CommonMark: what the teacher wrote, or else roughly where it is.
    pub words: String,
}

/// What to do where several options may be ticked.
pub(super) const SEVERAL: &str = "Choose all that apply.";
/// What to do with places on a picture, of which one is right.
pub(super) const ONE_PLACE: &str = "Choose one place.";
/// What to do with items in the wrong order.
pub(super) const ORDER: &str = "Put these in order.";
/// What stands before the blanks for the letters of an order.
pub(super) const ORDERED: &str = "Letters in the right order:";

/// A blank in a text, wide enough to write a word on.
pub(super) const BLANK: &str = "______________";

/// What is to be done with a question.
pub(super) fn task(item: &PaperItem) -> Task {
    let question = &item.question;
    let shown = || trimmed(&item.shown_options());
    match &question.answer {
        Answer::Choice { .. } => Task::Ticked { allows_several: false, options: shown() },
        Answer::Choices { .. } => Task::Ticked { allows_several: true, options: shown() },
        Answer::TrueFalse(_) => Task::TrueFalse,
        Answer::Number { unit, .. } | Answer::Calculated { unit, .. } => {
            Task::Line { unit: literal(unit.trim()).into_owned() }
        }
        Answer::Text { .. } => Task::Line { unit: String::new() },
        Answer::Order { .. } => Task::Ordered { options: shown() },
        Answer::Match { pairs, .. } => Task::Columns {
            instruction: "Write the letter that belongs to each.",
            blanks: pairs.iter().map(|(left, _)| left.trim().to_owned()).collect(),
            options: shown(),
        },
        Answer::Categorise { groups } => Task::Columns {
            instruction: "Write the letter of its group before each.",
            blanks: shown(),
            options: groups.iter().map(|(name, _)| name.trim().to_owned()).collect(),
        },
        Answer::Cloze { text } => {
            Task::Words { text: text.rich(), lists: item.shown_lists().iter().map(|list| trimmed(list)).collect() }
        }
        Answer::Hotspot { image, spots, .. } => Task::Places {
            allows_several: has_several_keys(question),
            image: image.to_string(),
            alt: question.alt.trim().to_owned(),
            places: item.option_order.iter().filter_map(|&index| spots.get(index)).map(place).collect(),
        },
        Answer::Recall { .. } => Task::Lines(3),
    }
}

/// What stands before a gap, or before its list: its number, where there are others to tell it from.
pub(super) fn gap_number(index: usize, count: usize) -> String {
    if count > 1 { format!("({}) ", index + 1) } else { String::new() }
}

fn has_several_keys(question: &Question) -> bool {
    question.answer.right_spots().into_iter().filter(|is_right| *is_right).count() > 1
}

fn trimmed(options: &[&str]) -> Vec<String> {
    options.iter().map(|option| option.trim().to_owned()).collect()
}

fn place(spot: &Spot) -> Place {
    let (x, y) = spot.shape.centre();
    let words = match spot.describe.trim() {
        "" => region(&spot.shape).to_owned(),
        describe => literal(describe).into_owned(),
    };
    Place { x, y, words }
}

/// Which ninth of the picture a place lies in.
fn region(shape: &Shape) -> &'static str {
    const REGIONS: [[&str; 3]; 3] = [
        ["at the upper left", "at the top", "at the upper right"],
        ["at the left", "in the middle", "at the right"],
        ["at the lower left", "at the bottom", "at the lower right"],
    ];
    let third = |share: f64| if share < 1.0 / 3.0 { 0 } else { usize::from(share > 2.0 / 3.0) + 1 };
    let (x, y) = shape.centre();
    REGIONS[third(y)][third(x)]
}
