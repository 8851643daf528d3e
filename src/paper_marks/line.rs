//! Reads one line of a marking grid: whose paper, which version, and what stands at each question.

use super::PrintedPaper;
use super::cells::{Cell, Unclosed, cells, whole};
use crate::bank::{Answer, Kind};
use crate::paper::{Paper, PaperItem};
use crate::report::{LettersError, letter, letter_index, read_letters};
use crate::sitting::Response;
use crate::sitting::response::join_parts;
use thiserror::Error;

/// What a learner has done with one question.
#[derive(Clone, Debug, PartialEq)]
pub enum Answered {
    /// Nothing: `-`.
    Blank,
    /// Something that cannot be read, `?`: counts as nothing.
    Unreadable,
    /// More than one mark where one is asked for: wrong.
    Double {
        /// The options that are marked, as files write several.
        written: String,
    },
    /// An answer.
    Given(Response),
}

/// A line that can be marked.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Whose paper it is, as typed.
    pub name: String,
    /// Index of the version that it was answered on.
    pub version: usize,
    /// What stands at each question of that version.
    pub answers: Vec<Answered>,
    /// What was typed for each.
    pub(super) cells: Vec<Cell>,
}

/// Why a line cannot be marked.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LineFault {
    /// Nothing parts the name from the answers.
    #[error("a colon belongs between the name and the answers, as in \"Ada: c a b\"")]
    NoColon,
    /// Nothing stands before the colon.
    #[error("a name belongs before the colon")]
    NoName,
    /// A version that was not printed.
    #[error("there is no version {written}: they go from A to {last}")]
    NoSuchVersion {
        /// The letter that is typed.
        written: String,
        /// The last that there is.
        last: String,
    },
    /// A quotation mark without another.
    #[error("a quotation mark is not closed")]
    Unclosed,
    /// Not as many answers as questions.
    #[error("{typed} for {asked}: type - for what is blank, or ... where the rest is blank",
        typed = counted(*typed, "answer"), asked = counted(*asked, "question"))]
    Count {
        /// How many are typed.
        typed: usize,
        /// How many questions there are.
        asked: usize,
    },
    /// An answer that the question cannot have.
    #[error("question {number}: {fault}")]
    Answer {
        /// Its number on the paper, from 1.
        number: usize,
        /// What is odd about it.
        fault: LettersError,
    },
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// Reads `Ada: c a b d`, or `Ada (B): c a b d` for another version than the one at index `version`.
///
/// `-` is blank, `?` cannot be read, `...` leaves the rest blank, and what has spaces stands in quotation marks. Where every
/// question takes one letter, nothing needs to stand between them: `Ada: cabd`. Where there is one question alone, all
/// behind the colon is its answer.
///
/// # Errors
/// Why it cannot be marked.
pub fn read_line(paper: &PrintedPaper, version: usize, text: &str) -> Result<Line, LineFault> {
    let (before, after) = text.split_once([':', '：', '\t']).ok_or(LineFault::NoColon)?;
    let (name, version) = name_and_version(paper, version, before.trim())?;
    if name.is_empty() {
        return Err(LineFault::NoName);
    }
    let cells = cells_of(&paper.papers[version], after)?;
    let answers = answers(&paper.papers[version], &cells)?;
    Ok(Line { name: name.to_owned(), version, answers, cells })
}

/// The name that stands before the colon of a line, and the letter of a version behind it in brackets, if there is one.
pub(super) fn split_version(before: &str) -> (&str, Option<&str>) {
    let inside = before.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    match inside.map(|(name, letter)| (name.trim(), letter.trim())) {
        Some((name, letter)) if letter.len() == 1 && letter.chars().all(|sign| sign.is_ascii_alphabetic()) => {
            (name, Some(letter))
        }
        _ => (before.trim(), None),
    }
}

fn name_and_version<'t>(paper: &PrintedPaper, version: usize, before: &'t str) -> Result<(&'t str, usize), LineFault> {
    let (name, written) = if paper.has_versions() { split_version(before) } else { (before, None) };
    let last = paper.papers.len().saturating_sub(1);
    let named = written.map_or(Some(version), letter_index).filter(|version| *version < paper.papers.len());
    let version = named.ok_or_else(|| LineFault::NoSuchVersion {
        written: written.unwrap_or_default().to_uppercase(),
        last: letter(last),
    })?;
    Ok((name, version))
}

/// A cell for each question.
fn cells_of(paper: &Paper, text: &str) -> Result<Vec<Cell>, LineFault> {
    let asked = paper.items.len();
    let mut found = if asked == 1 { whole(text) } else { cells(text) }.map_err(|Unclosed| LineFault::Unclosed)?;
    if let [only] = found.as_slice()
        && asked > 1
        && !only.is_quoted
        && only.text.chars().count() == asked
        && paper.items.iter().all(takes_one_letter)
    {
        found = only.text.chars().map(|sign| Cell { text: sign.to_string(), is_quoted: false }).collect();
    }
    let leaves_rest = found.last().is_some_and(|last| !last.is_quoted && matches!(&*last.text, "..." | "…"));
    if leaves_rest {
        found.pop();
        found.resize(asked.max(found.len()), Cell { text: "-".to_owned(), is_quoted: false });
    }
    match found.len() == asked {
        true => Ok(found),
        false => Err(LineFault::Count { typed: found.len(), asked }),
    }
}

/// Whether one letter of the alphabet answers it.
fn takes_one_letter(item: &PaperItem) -> bool {
    const ALPHABET: usize = 26;
    matches!(item.question.kind(), Kind::Choice | Kind::TrueFalse) && item.option_order.len() <= ALPHABET
}

/// What the cells mean on this paper.
fn answers(paper: &Paper, cells: &[Cell]) -> Result<Vec<Answered>, LineFault> {
    let read = |(index, (item, cell)): (usize, (&PaperItem, &Cell))| {
        answered(item, cell).map_err(|fault| LineFault::Answer { number: index + 1, fault })
    };
    paper.items.iter().zip(cells).enumerate().map(read).collect()
}

/// What one cell means.
pub(super) fn answered(item: &PaperItem, cell: &Cell) -> Result<Answered, LettersError> {
    let text = cell.text.trim();
    if !cell.is_quoted && is_dash(text) {
        return Ok(Answered::Blank);
    }
    if !cell.is_quoted && !text.is_empty() && text.chars().all(|sign| matches!(sign, '?' | '？')) {
        return Ok(Answered::Unreadable);
    }
    if let Some(written) = double(item, text) {
        return Ok(Answered::Double { written });
    }
    let given = read_letters(item, rated(item, text))?;
    Ok(given.map_or(Answered::Blank, Answered::Given))
}

fn is_dash(text: &str) -> bool {
    let mut signs = text.chars();
    signs.next().is_some_and(|sign| matches!(sign, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}'))
        && signs.next().is_none()
}

/// The options that are marked where one may be, as files write several; `None` where not more than one is.
fn double(item: &PaperItem, text: &str) -> Option<String> {
    match &item.question.answer {
        Answer::Choice { correct, distractors } => {
            if !matches!(read_letters(item, text), Err(LettersError::Several { .. })) {
                return None;
            }
            let mut several = item.clone();
            several.question.answer =
                Answer::Choices { correct: [correct.clone()].into(), distractors: distractors.clone() };
            let response = read_letters(&several, text).ok()??;
            Some(response.written(&several.question))
        }
        Answer::TrueFalse(_) => {
            let mut letters: Vec<char> =
                text.chars().filter(|sign| sign.is_alphabetic()).map(|sign| sign.to_ascii_lowercase()).collect();
            letters.sort_unstable();
            (letters == ['f', 't']).then(|| join_parts(["true", "false"]))
        }
        Answer::Choices { .. }
        | Answer::Number { .. }
        | Answer::Text { .. }
        | Answer::Order { .. }
        | Answer::Match { .. }
        | Answer::Cloze { .. }
        | Answer::Categorise { .. }
        | Answer::Hotspot { .. }
        | Answer::Calculated { .. }
        | Answer::Recall { .. } => None,
    }
}

/// What a teacher says of an answer that only people can judge: `r` is right and `w` wrong.
fn rated<'t>(item: &PaperItem, text: &'t str) -> &'t str {
    match (item.question.kind().is_self_rated(), text) {
        (true, "r" | "R") => "right",
        (true, "w" | "W") => "wrong",
        _ => text,
    }
}

#[cfg(test)]
mod tests;
