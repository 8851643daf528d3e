//! Marks a response that was written down elsewhere: on paper, in a form, in another program. Never asks where.

use super::grade::grade_in_steps;
use super::lookup::Lookup;
use super::pairs::sides;
use super::parts::{join_parts, split_parts};
use super::response::option_sides;
use super::steps::{Step, Steps};
use super::{Mark, Response};
use crate::bank::model::cloze::Gap;
use crate::bank::wording::signs::is_blank;
use crate::bank::{Answer, ClozeText, Kind, Question};
use std::borrow::Cow;
use thiserror::Error;

/// What came of a response that was written down.
#[derive(Clone, Debug, PartialEq)]
pub struct Collected {
    /// What it is worth; `None` where nothing was answered.
    pub mark: Option<Mark>,
    /// What is odd about how it is written. It is marked all the same.
    pub oddity: Option<Oddity>,
}

/// Something in a response that no learner could have picked: more often a slip in writing it down than a wrong answer.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Oddity {
    /// It is neither of the two words that can stand there.
    #[error("\"{}\" is neither `{}` nor `{}`", shortened(.written), words[0], words[1])]
    NoSuchWord {
        /// What is written.
        written: String,
        /// What can be.
        words: [&'static str; 2],
    },
    /// A part names nothing that can be picked.
    #[error("\"{}\" is none of the options", shortened(.part))]
    NoSuchOption {
        /// The part.
        part: String,
    },
    /// A letter of a printed paper, and nobody knows what it stood for.
    #[error("\"{}\" is a letter on a paper that is not told: write its seed under `seed`, and the number of the question under `position`", shortened(.part))]
    LetterWithoutSeed {
        /// The letter.
        part: String,
    },
    /// An order leaves items out, or names one twice.
    #[error("an order names every item once, with `; ` between them")]
    NotEachItemOnce,
    /// A part is not `left = right`.
    #[error("\"{}\" is no pair: write `left = right`, with `; ` between pairs", shortened(.part))]
    NoPair {
        /// The part.
        part: String,
    },
    /// A left side has two right ones.
    #[error("\"{}\" is paired twice", shortened(.left))]
    PairedTwice {
        /// The left side.
        left: String,
    },
    /// There are more parts than gaps.
    #[error("there are {parts} parts for {gaps} gaps: a `;` inside a part takes a backslash")]
    TooManyParts {
        /// Parts written.
        parts: usize,
        /// Gaps in the text.
        gaps: usize,
    },
}

/// A text as a message shows it: nobody reads on after so many signs.
pub fn shortened(text: &str) -> Cow<'_, str> {
    const MOST_CHARS: usize = 80;
    match text.char_indices().nth(MOST_CHARS) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

impl Collected {
    const UNANSWERED: Self = Self { mark: None, oddity: None };
}

/// An index that no option has, for a part that names none: [`super::grade`] counts it for nothing.
const NO_OPTION: usize = usize::MAX;

/// Marks what is written as [`Response::written`] writes it, and so to the same mark as the response itself. A part that
/// names nothing earns nothing and takes nothing away; what cannot be a response to this kind of question is wrong.
///
/// A calculated question must have its values drawn, see [`super::asked`].
pub fn grade_written(question: &Question, written: &str) -> Collected {
    grade_written_in_steps(question, written, &mut Steps::unasked())
}

fn grade_written_in_steps(question: &Question, written: &str, steps: &mut Steps) -> Collected {
    if is_blank(written) {
        return Collected::UNANSWERED;
    }
    let (response, oddity) = match Response::from_written(question, written) {
        Some(response) => (Some(response), None),
        None => lenient(question, written),
    };
    match response {
        Some(response) if response.is_blank() && oddity.is_none() => Collected::UNANSWERED,
        Some(response) => Collected { mark: Some(grade_in_steps(question, &response, steps)), oddity },
        None => Collected { mark: Some(Mark::WRONG), oddity },
    }
}

/// Marks as [`grade_written`] does, and tells how the mark came about.
pub fn explain_written(question: &Question, written: &str) -> (Collected, Vec<Step>) {
    let mut steps = Steps::asked();
    let collected = grade_written_in_steps(question, written, &mut steps);
    (collected, steps.taken())
}

/// Whether `part` names something that can be picked, or that something can be paired with.
pub fn names_an_option(question: &Question, part: &str) -> bool {
    let (_, rights) = option_sides(&question.answer);
    Lookup::new(question.options()).find(part).is_some() || Lookup::new(rights).find(part).is_some()
}

/// What can be made of a text that is no response as it stands.
fn lenient(question: &Question, written: &str) -> (Option<Response>, Option<Oddity>) {
    let no_word = |words| (None, Some(Oddity::NoSuchWord { written: written.to_owned(), words }));
    match (question.kind(), &question.answer) {
        (Kind::TrueFalse, _) => no_word(["true", "false"]),
        (Kind::Recall, _) => no_word(["right", "wrong"]),
        (Kind::Choice, _) => (None, Some(Oddity::NoSuchOption { part: written.to_owned() })),
        (Kind::Choices, _) => {
            let (picked, oddity) = picks(question, written);
            (Some(Response::Choices(picked)), oddity)
        }
        (Kind::Hotspot, _) => {
            let (picked, oddity) = picks(question, written);
            (Some(Response::Spots(picked)), oddity)
        }
        (Kind::Order, _) => order(question, written),
        (Kind::Match | Kind::Categorise, _) => {
            let (chosen, oddity) = pairs(question, written);
            (Some(Response::Pairs(chosen)), oddity)
        }
        (_, Answer::Cloze { text }) => gaps(text, written),
        // Whatever is typed is a response.
        _ => (Some(Response::Typed(written.to_owned())), None),
    }
}

fn picks(question: &Question, written: &str) -> (Vec<usize>, Option<Oddity>) {
    let options = Lookup::new(question.options());
    let mut oddity = None;
    let parts = split_parts(written).into_iter().filter(|part| !is_blank(part));
    let pick = |part: String| {
        options.find(&part).unwrap_or_else(|| {
            oddity.get_or_insert(Oddity::NoSuchOption { part });
            NO_OPTION
        })
    };
    (parts.map(pick).collect(), oddity)
}

/// A `;` too many, at the end or between two, is passed over.
fn order(question: &Question, written: &str) -> (Option<Response>, Option<Oddity>) {
    let parts: Vec<String> = split_parts(written).into_iter().filter(|part| !is_blank(part)).collect();
    if parts.is_empty() {
        return (Some(Response::Order(Vec::new())), None);
    }
    if let Some(order) = incomplete_order(question, &parts) {
        return (Some(Response::Order(order)), Some(Oddity::NotEachItemOnce));
    }
    match Response::from_written(question, &join_parts(parts.iter().map(String::as_str))) {
        Some(response) => (Some(response), None),
        None => (None, Some(Oddity::NotEachItemOnce)),
    }
}

/// The items that are named, where some are left out or are none of the question's, and none stands twice.
fn incomplete_order(question: &Question, parts: &[String]) -> Option<Vec<usize>> {
    let items = Lookup::new(question.options());
    let order: Vec<usize> = parts.iter().filter_map(|part| items.find(part)).collect();
    let mut sorted = order.clone();
    sorted.sort_unstable();
    sorted.dedup();
    (order.len() < question.options().len() && sorted.len() == order.len()).then_some(order)
}

fn pairs(question: &Question, written: &str) -> (Vec<Option<usize>>, Option<Oddity>) {
    let (lefts, rights) = option_sides(&question.answer);
    let mut chosen = vec![None; lefts.len()];
    let (lefts, rights) = (Lookup::new(lefts), Lookup::new(rights));
    let mut oddity = None;
    for part in sides(written).into_iter().filter(|part| part.iter().any(|side| !is_blank(side))) {
        let [left, right] = part.as_slice() else {
            oddity.get_or_insert(Oddity::NoPair { part: part.join("=") });
            continue;
        };
        let Some(place) = lefts.find(left).and_then(|index| chosen.get_mut(index)) else {
            oddity.get_or_insert(Oddity::NoSuchOption { part: left.clone() });
            continue;
        };
        let found = rights.find(right).unwrap_or_else(|| {
            oddity.get_or_insert(Oddity::NoSuchOption { part: right.clone() });
            NO_OPTION
        });
        // Who pairs one side with two others has not said which is meant.
        let is_second = place.is_some_and(|earlier| earlier != found);
        *place = Some(if is_second { NO_OPTION } else { found });
        if is_second {
            oddity.get_or_insert(Oddity::PairedTwice { left: left.clone() });
        }
    }
    (chosen, oddity)
}

/// The parts as they stand in the gaps; an option that a list does not have is not right. With more parts than gaps
/// nobody knows which part belongs where.
fn gaps(text: &ClozeText, written: &str) -> (Option<Response>, Option<Oddity>) {
    let (mut filled, count) = (split_parts(written), text.gaps().count());
    while filled.len() > count && filled.last().is_some_and(|part| is_blank(part)) {
        filled.pop();
    }
    if filled.len() > count {
        return (None, Some(Oddity::TooManyParts { parts: filled.len(), gaps: count }));
    }
    filled.resize(count, String::new());
    let mut oddity = None;
    for (gap, part) in text.gaps().zip(&mut filled) {
        let Gap::List(options) = gap else { continue };
        match Lookup::new(options.iter().map(|option| &**option).collect()).find(part) {
            Some(found) => *part = options[found].to_string(),
            None if is_blank(part) => {}
            None => drop(oddity.get_or_insert(Oddity::NoSuchOption { part: part.clone() })),
        }
    }
    (Some(Response::Gaps(filled)), oddity)
}
