//! Marks a table of responses collected elsewhere, row by row: a table in, the same table with scores out. Opens no file.

pub(super) mod columns;
mod compare;
mod fault;
mod letters;
mod scored;
mod suspicion;

pub use compare::{Difference, compare_csv};
pub use fault::{GradeError, Remark, RowFault};

use super::table::BYTE_ORDER_MARK;
use crate::bank::wording::signs::is_blank;
use crate::bank::{Bank, Question};
use crate::class::{bare, whole};
use crate::paper::PaperItem;
use crate::sitting::{Certainty, Collected, Trace, Turn, Untraced, as_asked, certainty, grade, grade_written};
use crate::syntax::did_you_mean::nearest;
use crate::table::{Encoding, Record, Records, RowWriter, decode, separator};
use columns::{Columns, Optional};
use csv::ByteRecord;
use letters::Written;
use scored::Scored;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::io::{Read, Write};

/// How many rows there were, and what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows after the header.
    pub rows: usize,
    /// Rows that could not be used; their scores are empty.
    pub unusable: usize,
}

/// Marks each row of `table` by `bank` and writes it to `out` with `score`, `max_score` and `verdict`, in UTF-8 and with
/// the sign between cells that the table has; `bom` puts a byte order mark before it. Rows stay in their order, and all
/// other cells as they are, but for a cell that a spreadsheet would run: it gets its apostrophe. Rows with nothing in any
/// cell are passed on.
///
/// `faulty` are the ids of the questions that the bank has and that cannot be asked. `tell` hears of each row that
/// cannot be used or is odd, with its line, and of an encoding that was guessed.
///
/// # Errors
/// Where a quotation mark makes rows be lost, where the table has no column `question` or `response`, or has one of them
/// twice, and what reading and writing return. Nothing is written then, but for an error of writing.
pub fn grade_csv(
    bank: &Bank,
    faulty: &[&str],
    mut table: impl Read,
    mut out: impl Write,
    bom: bool,
    tell: &mut dyn FnMut(u64, &Remark),
) -> Result<Tally, GradeError> {
    let mut bytes = Vec::new();
    table.read_to_end(&mut bytes).map_err(GradeError::Reading)?;
    let table = Responses::new(&bytes)?;
    let mut marker = Marker::new(bank, faulty);
    table.hold_every_row(&marker)?;
    table.tell_encoding(tell);
    if bom {
        out.write_all(BYTE_ORDER_MARK).map_err(GradeError::Writing)?;
    }
    out.write_all(table.text[..table.start].as_bytes()).map_err(GradeError::Writing)?;
    let mut writer = RowWriter::new(out, table.sign);
    let mut row = ByteRecord::new();
    table.columns.header(&table.header, &mut row);
    writer.write(&row).map_err(GradeError::Writing)?;
    let mut tally = Tally::default();
    for record in table.rows() {
        let record = record?;
        let scored = if record.is_blank() { None } else { Some(marker.score(&table.columns, &record)) };
        tally.rows += 1;
        match &scored {
            Some(Ok(scored)) => scored.remarks.iter().for_each(|remark| tell(record.line, remark)),
            Some(Err(fault)) => {
                tally.unusable += 1;
                tell(record.line, &Remark::Unusable(fault.clone()));
            }
            None => {}
        }
        table.columns.row(&record, scored.as_ref().and_then(|scored| scored.as_ref().ok()), &mut row);
        writer.write(&row).map_err(GradeError::Writing)?;
    }
    writer.finish().map_err(GradeError::Writing)?;
    Ok(tally)
}

/// A line inside a cell with as many parts as there are columns reads as a row, where these are more than so many: an answer
/// of several lines may well hold a comma.
const FEWEST_TELLING: usize = 2;

/// A table of responses, with its columns found.
struct Responses<'b> {
    text: Cow<'b, str>,
    encoding: Encoding,
    sign: u8,
    /// Where the table begins behind a line that names the sign between its cells.
    start: usize,
    header: Vec<String>,
    columns: Columns,
}

impl<'b> Responses<'b> {
    fn new(bytes: &'b [u8]) -> Result<Self, GradeError> {
        let (text, encoding) = decode(bytes);
        let found = separator(&text, &["question", "response"]);
        let header = Records::new(&text, found.sign, found.start).next().transpose()?;
        let header: Vec<String> =
            header.into_iter().flat_map(|record| record.cells).map(|cell| cell.text.into_owned()).collect();
        let columns = Columns::of(&header)?;
        Ok(Self { text, encoding, sign: found.sign, start: found.start, header, columns })
    }

    /// The rows after the header.
    fn rows(&self) -> impl Iterator<Item = Result<Record<'_>, GradeError>> {
        Records::new(&self.text, self.sign, self.start).skip(1).map(|record| record.map_err(GradeError::from))
    }

    /// Refuses a table in which a quotation mark joins rows: those after it would be lost.
    fn hold_every_row(&self, marker: &Marker) -> Result<(), GradeError> {
        let mut named: HashSet<&str> = HashSet::new();
        let mut long = Vec::new();
        let records = Records::new(&self.text, self.sign, self.start);
        for (place, record) in records.clone().enumerate() {
            let record = record?;
            let joined = records.joined(&record);
            if place > 0
                && joined.is_none()
                && let Some(cell) = record.cells.get(self.columns.question)
            {
                named.insert(&self.text[cell.start..cell.end]);
            }
            if let Some(fault) = joined {
                if self.columns.fit(&record).is_err() {
                    return Err(fault.into());
                }
                long.push(record);
            }
        }
        // Of an answer of several lines the first and the last lie beside other cells, and are no whole rows together.
        let fewest = self.header.iter().rposition(|name| !is_blank(name)).map_or(0, |last| last + 1);
        let is_row = |parts: &[&str]| {
            let question = parts.get(self.columns.question).map_or("", |part| part.trim());
            let is_whole = parts.len() == self.header.len() && parts.len() > FEWEST_TELLING;
            let is_named = !question.is_empty() && (marker.knows(question) || named.contains(question));
            parts.len() >= fewest && (is_whole || is_named)
        };
        long.iter().try_for_each(|record| records.is_one_row(record, &is_row)).map_err(GradeError::from)
    }

    fn tell_encoding(&self, tell: &mut dyn FnMut(u64, &Remark)) {
        if self.encoding == Encoding::Utf16 {
            tell(1, &Remark::Utf16);
        }
        if let Some((name, line)) = self.encoding.guess() {
            tell(line, &Remark::Guessed { name });
        }
    }
}

/// Marks one row after the other by the same bank.
struct Marker<'a> {
    bank: &'a Bank,
    faulty: &'a [&'a str],
    /// A turn of each question, which is marked anew for every row.
    turns: HashMap<&'a str, Turn>,
    /// Ids without what cannot be seen and in any case; `None` where several become one.
    alike: HashMap<String, Option<&'a str>>,
    /// The version of the paper that each seed was first met with.
    versions: HashMap<u32, String>,
}

impl<'a> Marker<'a> {
    fn new(bank: &'a Bank, faulty: &'a [&'a str]) -> Self {
        let turn = |question: &Question| Turn::new(PaperItem::new(&*bank.id, question.clone(), Vec::new()), 1);
        let turns = bank.questions.iter().map(|question| (&*question.id, turn(question))).collect();
        let mut alike = HashMap::new();
        for question in &bank.questions {
            let id: &str = &question.id;
            alike.entry(bare(id)).and_modify(|known| *known = None).or_insert(Some(id));
        }
        Self { bank, faulty, turns, alike, versions: HashMap::new() }
    }

    /// Whether a question of the bank is named so.
    fn knows(&self, id: &str) -> bool {
        self.id(id).is_some() || self.faulty.contains(&id.trim())
    }

    /// The id that is written: exactly, or else the only one that differs in what cannot be seen, in case, or by the `.0`
    /// that spreadsheets add to whole numbers.
    fn id(&self, written: &str) -> Option<&'a str> {
        let exact = |id: &str| self.turns.get_key_value(id).map(|(id, _)| *id);
        let alike = |id: &str| self.alike.get(&bare(id)).copied().flatten();
        exact(written).or_else(|| exact(written.trim())).or_else(|| alike(written)).or_else(|| {
            let whole = whole(written)?;
            exact(&whole)
        })
    }

    fn score(&mut self, columns: &Columns, record: &Record) -> Result<Scored, RowFault> {
        columns.fit(record)?;
        let bank = columns.optional(record, Optional::Bank).trim();
        if !bank.is_empty() && bare(bank) != bare(&self.bank.id) {
            return Err(RowFault::OtherBank { bank: bank.to_owned() });
        }
        let certainty = certainty_of(columns, record)?;
        let written = columns.response(record);
        let hints_used = columns.number(record, Optional::HintsUsed, "how many hints were shown")?;
        let trace = Trace {
            prompt: columns.optional(record, Optional::Prompt),
            correct_response: columns.optional(record, Optional::CorrectResponse),
            seed: columns.number(record, Optional::Seed, "the seed of the paper")?,
            position: columns.number(record, Optional::Position, "the place on the paper, from 1")?,
        };
        let shared_seed = self.shared_seed(columns.optional(record, Optional::Version), trace.seed);
        let bank = self.bank;
        let turn = self.turn(columns.question(record))?;
        let question = &turn.item.question;
        let id = || question.id.to_string();
        let asked = as_asked(question, &trace).map_err(|reason| match reason {
            Untraced::NothingNoted => RowFault::UnknownValues { id: id() },
            Untraced::Contradiction => RowFault::OtherValues { id: id() },
        });
        let mut remarks: Vec<Remark> = shared_seed.into_iter().collect();
        // Where nothing was answered, it does not matter with which values.
        let mark = if is_blank(written) {
            None
        } else {
            let asked = asked?;
            // What this program has exported is in words.
            let is_export = !columns.optional(record, Optional::Sitting).is_empty();
            let meant = if is_export { Written::Words } else { letters::read(&bank.id, &asked, written, &trace) };
            let collected = match meant {
                Written::Words => grade_written(&asked, written),
                Written::Letters(response) => {
                    Collected { mark: response.map(|response| grade(&asked, &response)), oddity: None }
                }
                Written::NoSuchLetters(error) => {
                    remarks.push(Remark::Letters { question: id(), error });
                    Collected { oddity: None, ..grade_written(&asked, written) }
                }
                Written::UnknownPaper(oddity) => Collected { oddity: Some(oddity), ..grade_written(&asked, written) },
            };
            remarks.extend(collected.oddity.map(|oddity| Remark::Odd { question: id(), oddity }));
            if !is_export {
                remarks.extend(letters::doubt(&asked, written, &trace));
            }
            let is_right = collected.mark.as_ref().is_some_and(|mark| mark.fraction >= 1.0);
            if !is_right {
                remarks.extend(suspicion::of(bank, question, written, &trace));
            }
            collected.mark
        };
        let most_hints = question.hints.len();
        if let Some(used) = hints_used.filter(|used| *used as usize > most_hints) {
            remarks.push(Remark::ManyHints { question: id(), used, most: most_hints });
        }
        let is_rated = question.kind().is_self_rated();
        let counts_certainty = certainty.is_some() || asks_certainty(bank, columns, record, question.points);
        turn.counts_certainty = counts_certainty && !is_rated;
        turn.certainty = certainty;
        turn.mark = mark;
        turn.hints_used = hints_used.unwrap_or(0);
        Ok(Scored { score: turn.score(), max_score: turn.max_score(), verdict: turn.verdict(), remarks })
    }

    /// Versions have seeds of their own: one that two of them share tells neither how options stood nor which values were drawn.
    fn shared_seed(&mut self, version: &str, seed: Option<u32>) -> Option<Remark> {
        let (version, seed) = (bare(version), seed?);
        if version.is_empty() {
            return None;
        }
        let other = self.versions.entry(seed).or_insert_with(|| version.clone());
        let (version, other) = (version.to_uppercase(), other.to_uppercase());
        (version != other).then_some(Remark::SharedSeed { seed, version, other })
    }

    /// The turn of the question of that id.
    fn turn(&mut self, written: &str) -> Result<&mut Turn, RowFault> {
        let id = written.trim();
        if is_blank(id) {
            return Err(RowFault::NoQuestion);
        }
        let known = self.id(written);
        if known.is_none() && self.faulty.contains(&id) {
            return Err(RowFault::FaultyQuestion { id: id.to_owned() });
        }
        let questions = &self.bank.questions;
        let unknown = || RowFault::UnknownQuestion {
            id: id.to_owned(),
            suggestion: nearest(id, questions.iter().map(|question| &*question.id)),
        };
        known.and_then(|id| self.turns.get_mut(id)).ok_or_else(unknown)
    }
}

/// How sure the learner was, where that is told.
fn certainty_of(columns: &Columns, record: &Record) -> Result<Option<Certainty>, RowFault> {
    const EXPECTED: &str = "1, 2 or 3";
    let Some(level) = columns.number(record, Optional::Certainty, EXPECTED)? else { return Ok(None) };
    let certainty = u8::try_from(level).ok().and_then(Certainty::from_level);
    let no_level = || RowFault::NoNumber { column: "certainty", cell: level.to_string(), expected: EXPECTED };
    certainty.map(Some).ok_or_else(no_level)
}

/// Whether a row comes from a sitting in which certainty counted. An export tells by its quiz, or by what could be earned:
/// that is all that a question shows which nobody answered.
fn asks_certainty(bank: &Bank, columns: &Columns, record: &Record, points: f64) -> bool {
    let quiz = columns.optional(record, Optional::Quiz);
    let is_of_quiz = bank.quizzes.iter().any(|known| known.certainty && *known.id == *quiz);
    let is_export = !columns.optional(record, Optional::Sitting).is_empty();
    let most: Option<f64> = columns.recorded(record, columns::MAX_SCORE).and_then(|cell| cell.parse().ok());
    is_of_quiz || (is_export && most == Some(points * certainty::MOST))
}
