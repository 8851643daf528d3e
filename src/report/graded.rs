//! Marks a table of responses collected elsewhere, row by row: CSV in, the same CSV with scores out. Opens no file.

mod columns;
mod fault;
mod lines;
mod scored;

pub use fault::{GradeError, Remark, RowFault};

use super::table::BYTE_ORDER_MARK;
use crate::bank::{Bank, Question};
use crate::paper::PaperItem;
use crate::sitting::{Certainty, Trace, Turn, Untraced, as_asked, certainty, grade_written};
use crate::syntax::did_you_mean::nearest;
use columns::{Columns, Optional};
use csv::{ByteRecord, ReaderBuilder, Terminator, WriterBuilder};
use lines::Lines;
use scored::Scored;
use std::collections::HashMap;
use std::io::{Read, Write};

/// How many rows there were, and what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows after the header.
    pub rows: usize,
    /// Rows that could not be used; their scores are empty.
    pub unusable: usize,
}

/// Marks each row of `table` by `bank` and writes it to `out` with `score`, `max_score` and `verdict`; `bom` puts a byte
/// order mark before it. Rows stay in their order, and all other cells as they are, but for a cell that a spreadsheet
/// would run: it gets its apostrophe. Of the table no more than one row is in memory.
///
/// `faulty` are the ids of the questions that the bank has and that cannot be asked. `tell` hears of each row that
/// cannot be used or is odd, with its line.
///
/// # Errors
/// Where the table has no column `question` or `response`, or has one of them twice, and what reading and writing return.
pub fn grade_csv(
    bank: &Bank,
    faulty: &[&str],
    mut table: impl Read,
    mut out: impl Write,
    bom: bool,
    tell: &mut dyn FnMut(u64, &Remark),
) -> Result<Tally, GradeError> {
    let start = start(&mut table)?;
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).from_reader(Lines::new(start.as_slice().chain(table)));
    let (mut record, mut row) = (ByteRecord::new(), ByteRecord::new());
    reader.read_byte_record(&mut record).map_err(GradeError::reading)?;
    let columns = Columns::of(&record)?;
    if bom {
        out.write_all(BYTE_ORDER_MARK).map_err(GradeError::Writing)?;
    }
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).flexible(true).from_writer(out);
    columns.header(&record, &mut row);
    writer.write_byte_record(&row).map_err(GradeError::writing)?;
    let mut marker = Marker::new(bank, faulty);
    let mut tally = Tally::default();
    while reader.read_byte_record(&mut record).map_err(GradeError::reading)? {
        let byte = record.position().map_or(0, csv::Position::byte);
        let line = reader.get_mut().of_record(byte);
        let scored = marker.score(&columns, &record);
        tally.rows += 1;
        if let Some(remark) = remark(&scored, || columns.question(&record)) {
            tally.unusable += usize::from(scored.is_err());
            tell(line, &remark);
        }
        columns.row(&record, scored.as_ref().ok(), &mut row);
        writer.write_byte_record(&row).map_err(GradeError::writing)?;
    }
    writer.flush().map_err(GradeError::Writing)?;
    Ok(tally)
}

/// The first bytes without a byte order mark.
fn start(table: &mut impl Read) -> Result<Vec<u8>, GradeError> {
    let mut start = Vec::new();
    table.take(BYTE_ORDER_MARK.len() as u64).read_to_end(&mut start).map_err(GradeError::Reading)?;
    match start.as_slice() {
        mark if mark == BYTE_ORDER_MARK => start.clear(),
        // The marks of UTF-16, which spreadsheets call "Unicode text".
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => return Err(GradeError::NotText),
        _ => {}
    }
    Ok(start)
}

fn remark<'r>(
    scored: &Result<Scored, RowFault>,
    question: impl FnOnce() -> Result<&'r str, RowFault>,
) -> Option<Remark> {
    match scored {
        Ok(scored) => scored
            .oddity
            .clone()
            .map(|oddity| Remark::Odd { question: question().unwrap_or_default().trim().to_owned(), oddity }),
        Err(fault) => Some(Remark::Unusable(fault.clone())),
    }
}

/// Marks one row after the other by the same bank.
struct Marker<'a> {
    bank: &'a Bank,
    faulty: &'a [&'a str],
    /// A turn of each question, which is marked anew for every row.
    turns: HashMap<&'a str, Turn>,
}

impl<'a> Marker<'a> {
    fn new(bank: &'a Bank, faulty: &'a [&'a str]) -> Self {
        let turn = |question: &Question| Turn::new(PaperItem::new(&*bank.id, question.clone(), Vec::new()), 1);
        let turns = bank.questions.iter().map(|question| (&*question.id, turn(question))).collect();
        Self { bank, faulty, turns }
    }

    fn score(&mut self, columns: &Columns, record: &ByteRecord) -> Result<Scored, RowFault> {
        columns.fit(record)?;
        let bank = columns.optional(record, Optional::Bank)?.trim();
        if !bank.is_empty() && bank != self.bank.id.trim() {
            return Err(RowFault::OtherBank { bank: bank.to_owned() });
        }
        let certainty = certainty_of(columns, record)?;
        let written = columns.response(record)?;
        let hints_used = columns.number(record, Optional::HintsUsed, "how many hints were shown")?;
        let trace = Trace {
            prompt: columns.optional(record, Optional::Prompt)?,
            correct_response: columns.optional(record, Optional::CorrectResponse)?,
            seed: columns.number(record, Optional::Seed, "the seed of the paper")?,
            position: columns.number(record, Optional::Position, "the place on the paper, from 1")?,
        };
        let bank = self.bank;
        let turn = self.turn(columns.question(record)?)?;
        let question = &turn.item.question;
        let id = || question.id.to_string();
        let asked = as_asked(question, &trace).map_err(|reason| match reason {
            Untraced::NothingNoted => RowFault::UnknownValues { id: id() },
            Untraced::Contradiction => RowFault::OtherValues { id: id() },
        });
        // Where nothing was answered, it does not matter with which values.
        let (mark, oddity) = match asked {
            _ if written.trim().is_empty() => (None, None),
            asked => {
                let asked = asked?;
                let collected = grade_written(&asked, written);
                (collected.mark, collected.oddity)
            }
        };
        let is_rated = question.kind().is_self_rated();
        let counts_certainty = certainty.is_some() || asks_certainty(bank, columns, record, question.points)?;
        turn.counts_certainty = counts_certainty && !is_rated;
        turn.certainty = certainty;
        turn.mark = mark;
        turn.hints_used = hints_used.unwrap_or(0);
        Ok(Scored { score: turn.score(), max_score: turn.max_score(), verdict: turn.verdict(), oddity })
    }

    /// The turn of the question of that id.
    fn turn(&mut self, id: &str) -> Result<&mut Turn, RowFault> {
        let id = if self.turns.contains_key(id) { id } else { id.trim() };
        if id.is_empty() {
            return Err(RowFault::NoQuestion);
        }
        if self.faulty.contains(&id) && !self.turns.contains_key(id) {
            return Err(RowFault::FaultyQuestion { id: id.to_owned() });
        }
        let questions = &self.bank.questions;
        self.turns.get_mut(id).ok_or_else(|| RowFault::UnknownQuestion {
            id: id.to_owned(),
            suggestion: nearest(id, questions.iter().map(|question| &*question.id)),
        })
    }
}

/// How sure the learner was, where that is told.
fn certainty_of(columns: &Columns, record: &ByteRecord) -> Result<Option<Certainty>, RowFault> {
    const EXPECTED: &str = "1, 2 or 3";
    let Some(level) = columns.number(record, Optional::Certainty, EXPECTED)? else { return Ok(None) };
    let certainty = u8::try_from(level).ok().and_then(Certainty::from_level);
    let no_level = || RowFault::NoNumber { column: "certainty", cell: level.to_string(), expected: EXPECTED };
    certainty.map(Some).ok_or_else(no_level)
}

/// Whether a row comes from a sitting in which certainty counted. An export tells by its quiz, or by what could be earned:
/// that is all that a question shows which nobody answered.
fn asks_certainty(bank: &Bank, columns: &Columns, record: &ByteRecord, points: f64) -> Result<bool, RowFault> {
    let quiz = columns.optional(record, Optional::Quiz)?;
    let is_of_quiz = bank.quizzes.iter().any(|known| known.certainty && *known.id == *quiz);
    let is_export = !columns.optional(record, Optional::Sitting)?.is_empty();
    let most: Option<f64> = columns.recorded_max_score(record).and_then(|cell| cell.parse().ok());
    Ok(is_of_quiz || (is_export && most == Some(points * certainty::MOST)))
}
