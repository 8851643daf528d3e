//! Blackboard's text: no headings, a row a question, the first cell an English word for its kind.

use crate::bank::{Answer as BankAnswer, ClozeText, Kind, Progress};
use crate::exchange::markup::{NoPictures, Purpose, from_html};
use crate::exchange::sheet::cells::{number, truth};
use crate::exchange::sheet::found::Found;
use crate::exchange::sheet::grid::{Grid, Row};
use crate::exchange::sheet::heading::normal;
use crate::exchange::sheet::types::{Becomes, becomes};
use crate::exchange::stock::FILL;
use crate::exchange::{Answer, Draft, DraftNumber, DraftOption, DraftText, Remark, Unreadable};

const WORDS: &[&str] = &[
    "MC",
    "MA",
    "TF",
    "ESS",
    "ORD",
    "MAT",
    "FIB",
    "FIB_PLUS",
    "FIL",
    "NUM",
    "SR",
    "OP",
    "JUMBLED_SENTENCE",
    "QUIZ_BOWL",
];

/// The first row, where most of the head are questions.
pub fn begins(grid: &Grid) -> Option<usize> {
    let is_question = |row: &&Row| row.cells.len() > 1 && WORDS.contains(&row.text(0));
    let questions = grid.head().iter().filter(is_question).count();
    let first = grid.head().iter().position(|row| is_question(&row))?;
    (questions * 2 > grid.head().len()).then_some(first)
}

/// Reads every row.
pub fn read(grid: &Grid, first: usize, progress: &dyn Progress) -> Result<Found, Unreadable> {
    let rows = &grid.rows[first..];
    let mut drafts = Vec::with_capacity(rows.len());
    for row in rows {
        let mut remarks = Vec::new();
        let prompt = html(row.text(1), Purpose::Text, &mut remarks);
        let answer = answer(row, &mut remarks).unwrap_or_else(Answer::LeftOut);
        let mut draft = Draft::new(grid.place(row, 0), row.text(0), prompt, answer);
        draft.remarks = remarks;
        if let Answer::Ready { answer: BankAnswer::Cloze { .. }, .. } = draft.answer {
            draft.prompt = FILL.to_owned();
        }
        drafts.push(draft);
        if drafts.len().is_multiple_of(64) && !progress.advance(drafts.len() as f32 / rows.len() as f32) {
            return Err(Unreadable::Cancelled);
        }
    }
    Ok((drafts, Vec::new()))
}

fn answer(row: &Row, remarks: &mut Vec<Remark>) -> Result<Answer, Remark> {
    if let Some(fault) = &row.fault {
        return Err(Remark::Damaged(fault.clone()));
    }
    if row.text(1).is_empty() {
        return Err(Remark::Damaged("it asks nothing".into()));
    }
    match becomes(&normal(row.text(0))).ok_or_else(|| Remark::UnknownType(row.text(0).into()))? {
        Becomes::Choice => options(row, false, remarks),
        Becomes::Choices => options(row, true, remarks),
        Becomes::TrueFalse => {
            let is_true = truth(row.text(2)).ok_or(Remark::NoKey)?;
            Ok(Answer::TrueFalse { is_true, feedback: [String::new(), String::new()] })
        }
        Becomes::Number => numeric(row),
        Becomes::Text => Ok(Answer::Texts { texts: rest(row).map(draft_text).collect(), is_case_counted: false }),
        Becomes::Order => order(row, remarks),
        Becomes::Match => pairs(row, remarks),
        Becomes::Cloze => cloze(row, remarks),
        Becomes::ByPerson => Err(Remark::MarkedByPerson),
        Becomes::Nothing(reason) => Err(Remark::CannotCarry(reason)),
    }
}

/// The cells behind the question that are not blank.
fn rest(row: &Row) -> impl Iterator<Item = &str> {
    (2..row.cells.len()).map(|column| row.text(column)).filter(|text| !text.is_empty())
}

fn draft_text(form: &str) -> DraftText {
    DraftText {
        text: html(form, Purpose::Plain, &mut Vec::new()),
        is_pattern: false,
        weight: 1.0,
        feedback: String::new(),
    }
}

fn options(row: &Row, is_many: bool, remarks: &mut Vec<Remark>) -> Result<Answer, Remark> {
    let cells: Vec<&str> = rest(row).collect();
    let is_right = |word: &str| word.eq_ignore_ascii_case("correct");
    let is_known = |word: &str| is_right(word) || word.eq_ignore_ascii_case("incorrect");
    let (pairs, odd) = cells.as_chunks::<2>();
    if !odd.is_empty() || !pairs.iter().all(|[_, word]| is_known(word)) {
        return Err(Remark::Damaged("an option is not followed by “correct” or “incorrect”".into()));
    }
    let right = pairs.iter().filter(|[_, word]| is_right(word)).count().max(1) as f64;
    let wrong = pairs.iter().filter(|[_, word]| !is_right(word)).count().max(1) as f64;
    let weight = |is_right: bool| match (is_many, is_right) {
        (false, true) => 1.0,
        (false, false) => 0.0,
        (true, true) => 1.0 / right,
        (true, false) => -1.0 / wrong,
    };
    let option = |[text, word]: &[&str; 2]| DraftOption {
        text: html(text, Purpose::Line, remarks),
        weight: weight(is_right(word)),
        feedback: String::new(),
    };
    Ok(Answer::Options { options: pairs.iter().map(option).collect(), is_many })
}

fn numeric(row: &Row) -> Result<Answer, Remark> {
    let (value, _) = number(row.text(2)).ok_or_else(|| Remark::Damaged("its answer is no number".into()))?;
    let tolerance = number(row.text(3)).map_or(0.0, |(tolerance, _)| tolerance);
    let number = DraftNumber { value, tolerance, weight: 1.0, feedback: String::new() };
    Ok(Answer::Numbers { numbers: vec![number], unit: Box::default(), is_unit_required: false })
}

fn order(row: &Row, remarks: &mut Vec<Remark>) -> Result<Answer, Remark> {
    const FEWEST: usize = 3;
    let items: Vec<Box<str>> = rest(row).map(|item| html(item, Purpose::Line, remarks).into()).collect();
    if items.len() < FEWEST {
        return Err(Remark::TooFew(Kind::Order, items.len(), FEWEST));
    }
    Ok(Answer::Ready { answer: BankAnswer::Order { items: items.into() }, feedback: Vec::new() })
}

fn pairs(row: &Row, remarks: &mut Vec<Remark>) -> Result<Answer, Remark> {
    let cells: Vec<Box<str>> = rest(row).map(|cell| html(cell, Purpose::Line, remarks).into()).collect();
    let (pairs, odd) = cells.as_chunks::<2>();
    if !odd.is_empty() {
        return Err(Remark::Damaged("a left side has no right one".into()));
    }
    let pairs = pairs.iter().map(|[left, right]| (left.clone(), right.clone())).collect();
    Ok(Answer::Ready { answer: BankAnswer::Match { pairs, extra: Box::default() }, feedback: Vec::new() })
}

/// `[x]` in the question names a gap; the cells behind it are names, each with its answers up to a blank cell.
fn cloze(row: &Row, remarks: &mut Vec<Remark>) -> Result<Answer, Remark> {
    let cells: Vec<&str> = (2..row.cells.len()).map(|column| row.text(column)).collect();
    let mut text = html(row.text(1), Purpose::Cloze, remarks);
    for gap in cells.split(|cell| cell.is_empty()).filter(|gap| !gap.is_empty()) {
        let forms: Vec<String> = gap[1..].iter().map(|form| escaped(form)).collect();
        let names = [format!("[{}]", gap[0]), format!("\\[{}\\]", gap[0])];
        let Some(name) = names.iter().find(|name| text.contains(&***name)).filter(|_| !forms.is_empty()) else {
            return Err(Remark::Damaged(
                format!("the gap “{}” is not in its question, or has no answer", gap[0]).into(),
            ));
        };
        text = text.replacen(&**name, &format!("{{{}}}", forms.join("|")), 1);
    }
    let text = ClozeText::new(&text);
    if text.fault().is_some() {
        return Err(Remark::TooFew(Kind::Cloze, 0, 1));
    }
    Ok(Answer::Ready { answer: BankAnswer::Cloze { text }, feedback: Vec::new() })
}

/// Plain text as a gap holds it.
fn escaped(form: &str) -> String {
    let signs = form
        .chars()
        .flat_map(|sign| matches!(sign, '{' | '}' | '|' | '~' | '$' | '\\').then_some('\\').into_iter().chain([sign]));
    signs.collect()
}

fn html(text: &str, purpose: Purpose, remarks: &mut Vec<Remark>) -> String {
    let converted = from_html(text, purpose, &mut NoPictures);
    remarks.extend(converted.remarks);
    converted.text
}
