//! Reads exported responses: every answer that tells of a memory, or why a row cannot. Predicts nothing.

use super::fault::{Fault, RowFault};
use crate::bank::Kind;
use crate::bank::wording::signs::is_blank;
use crate::bank::wording::truth::spreadsheet_truth;
use crate::moment::Moment;
use crate::report::cell::unguard;
use crate::report::graded::columns::{bare, whole};
use crate::schedule::{Evidence, mark_of};
use crate::sitting::{Certainty, Note, Verdict};
use crate::table::{Encoding, Record, Records, decode, separator};

/// What a table holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    pub(super) answers: Vec<Answer>,
    /// The rows that cannot be used, with their lines.
    pub faults: Vec<(u64, RowFault)>,
    /// The first line that is not UTF-8 and was read as Windows-1252, a guess.
    pub guessed_from: Option<u64>,
}

/// An answer as it was exported.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Answer {
    pub place: Place,
    pub learner: String,
    pub learner_id: String,
    pub bank: String,
    pub question: String,
    pub topic: String,
    pub key: Key,
    pub is_overruled: bool,
    /// Whether its sitting counts for review.
    pub counts: bool,
    pub evidence: Evidence,
}

/// Where an answer was given: unlike any other's, on any computer. Answers of one instant count in this order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Place {
    pub sitting: String,
    pub position: u32,
    pub attempt: u32,
}

/// What is remembered: another right answer is another memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// The right answer as it is written.
    Written(String),
    /// A number to work out: other values are drawn each time, and the way to it is the same.
    WorkedOut,
}

/// Columns that an export has, in the order of [`Column`].
const NAMES: [&str; 19] = [
    "learner",
    "sitting",
    "bank",
    "position",
    "question",
    "kind",
    "correct_response",
    "score",
    "max_score",
    "verdict",
    "certainty",
    "hints_used",
    "answered_at",
    // Those from here on may be missing.
    "topic",
    "learner_id",
    "attempt",
    "overruled",
    "note",
    "counts",
];
/// How many of them must be there.
const NEEDED: usize = 13;

#[derive(Clone, Copy)]
enum Column {
    Learner,
    Sitting,
    Bank,
    Position,
    Question,
    Kind,
    CorrectResponse,
    Score,
    MaxScore,
    Verdict,
    Certainty,
    HintsUsed,
    AnsweredAt,
    Topic,
    LearnerId,
    Attempt,
    Overruled,
    Note,
    Counts,
}

/// Reads a table of responses as it was exported, or as a spreadsheet saved it since.
///
/// # Errors
/// Where a column is missing or twice, or where a quotation mark makes rows be lost.
pub fn read(bytes: &[u8]) -> Result<Answers, Fault> {
    let (text, encoding) = decode(bytes);
    let found = separator(&text, &NAMES[..NEEDED]);
    let mut records = Records::new(&text, found.sign, found.start);
    let header = records.next().transpose()?;
    let columns = Columns::of(header.as_ref())?;
    let mut answers = Answers { guessed_from: guessed_from(encoding), ..Answers::default() };
    let is_row = |parts: &[&str]| parts.len() == columns.count;
    for record in records.clone() {
        let record = record?;
        if record.is_blank() {
            continue;
        }
        if let Err(fault) = columns.fit(&record) {
            // A cell over several lines in a row that does not fit most likely holds the rows that follow.
            if let Some(joined) = records.joined(&record) {
                return Err(joined.into());
            }
            answers.faults.push((record.line, fault));
            continue;
        }
        records.is_one_row(&record, &is_row)?;
        match (Row { columns: &columns, record: &record }).answer() {
            Ok(answer) => answers.answers.extend(answer),
            Err(fault) => answers.faults.push((record.line, fault)),
        }
    }
    Ok(answers)
}

fn guessed_from(encoding: Encoding) -> Option<u64> {
    match encoding {
        Encoding::Utf8 | Encoding::Utf16 => None,
        Encoding::Windows1252 { line } => Some(line),
    }
}

/// Where the columns are.
struct Columns {
    count: usize,
    is_named: Vec<bool>,
    places: [Option<usize>; NAMES.len()],
}

impl Columns {
    /// Finds the columns by their names, as `torus grade` does: capitals and outer spaces do not matter.
    fn of(header: Option<&Record>) -> Result<Self, Fault> {
        let line = header.map_or(1, |header| header.line);
        let cells = header.map(|header| &header.cells[..]).unwrap_or_default();
        let names: Vec<String> = cells.iter().map(|cell| bare(unguard(&cell.text))).collect();
        let places = NAMES.map(|wanted| names.iter().position(|name| name == wanted));
        for (column, place) in NAMES.into_iter().zip(places).take(NEEDED) {
            let place = place.ok_or(Fault::NoColumn { column, line })?;
            if names[place + 1..].iter().any(|name| name == column) {
                return Err(Fault::ColumnTwice { column, line });
            }
        }
        Ok(Self { count: names.len(), is_named: names.iter().map(|name| !name.is_empty()).collect(), places })
    }

    /// Refuses a row of another length; empty cells beyond the last column are none, and those without a name may be missing.
    fn fit(&self, record: &Record) -> Result<(), RowFault> {
        let (found, expected) = (record.cells.len(), self.count);
        let has_more = (expected..found).any(|place| !is_blank(&record.cells[place].text));
        let lacks = (found..expected).any(|place| self.is_named[place]);
        if has_more || lacks { Err(RowFault::Ragged { found, expected }) } else { Ok(()) }
    }
}

/// A row with its columns.
struct Row<'r> {
    columns: &'r Columns,
    record: &'r Record<'r>,
}

impl<'r> Row<'r> {
    /// The answer in this row; `None` where nobody answered.
    fn answer(&self) -> Result<Option<Answer>, RowFault> {
        let Some(evidence) = self.evidence()? else { return Ok(None) };
        let place = Place {
            sitting: self.filled(Column::Sitting)?.to_owned(),
            position: self.whole(Column::Position)?.ok_or(RowFault::Empty { column: "position" })?,
            attempt: self.whole(Column::Attempt)?.unwrap_or(1),
        };
        let key = match evidence.kind {
            Kind::Calculated => Key::WorkedOut,
            Kind::Choice
            | Kind::Choices
            | Kind::TrueFalse
            | Kind::Number
            | Kind::Text
            | Kind::Order
            | Kind::Match
            | Kind::Cloze
            | Kind::Categorise
            | Kind::Hotspot
            | Kind::Recall => Key::Written(self.text(Column::CorrectResponse).to_owned()),
        };
        Ok(Some(Answer {
            place,
            learner: self.text(Column::Learner).trim().to_owned(),
            learner_id: self.text(Column::LearnerId).trim().to_lowercase(),
            bank: self.filled(Column::Bank)?.to_owned(),
            question: self.filled(Column::Question)?.to_owned(),
            topic: self.text(Column::Topic).trim().to_owned(),
            key,
            is_overruled: self.truth(Column::Overruled) == Some(true),
            counts: self.truth(Column::Counts) != Some(false),
            evidence,
        }))
    }

    fn evidence(&self) -> Result<Option<Evidence>, RowFault> {
        let verdict = self.verdict()?;
        let is_given_up = verdict == Verdict::Unanswered && self.is_word(Column::Note, Note::NotKnown.as_str());
        if verdict == Verdict::Unanswered && !is_given_up {
            return Ok(None);
        }
        let certainty = self.certainty()?;
        let (score, max_score) = match verdict {
            Verdict::Partial => (self.number(Column::Score)?, self.number(Column::MaxScore)?),
            Verdict::Correct | Verdict::Wrong | Verdict::Unanswered => (0.0, 0.0),
        };
        Ok(Some(Evidence {
            kind: self.kind()?,
            mark: mark_of(verdict, score, max_score, certainty).unwrap_or(0.0),
            certainty,
            hints_used: self.whole(Column::HintsUsed)?.unwrap_or(0),
            is_given_up,
            answered_at: self.moment()?,
        }))
    }

    fn verdict(&self) -> Result<Verdict, RowFault> {
        let known = Verdict::from_name(&bare(self.filled(Column::Verdict)?));
        known.ok_or_else(|| self.unreadable(Column::Verdict, "`correct`, `partial`, `wrong` or `unanswered`"))
    }

    fn kind(&self) -> Result<Kind, RowFault> {
        let name = bare(self.filled(Column::Kind)?);
        let known = Kind::ALL.into_iter().find(|kind| kind.as_str() == name);
        known.ok_or_else(|| self.unreadable(Column::Kind, "a kind of question, such as `choice`"))
    }

    fn certainty(&self) -> Result<Option<Certainty>, RowFault> {
        let Some(level) = self.whole(Column::Certainty)? else { return Ok(None) };
        let known = u8::try_from(level).ok().and_then(Certainty::from_level);
        known.map(Some).ok_or_else(|| self.unreadable(Column::Certainty, "1, 2, 3 or empty"))
    }

    fn moment(&self) -> Result<Moment, RowFault> {
        let known = Moment::from_iso(self.filled(Column::AnsweredAt)?);
        known.ok_or_else(|| {
            self.unreadable(Column::AnsweredAt, "a time with its offset, such as 2026-11-23T06:15:00+01:00")
        })
    }

    /// A whole number, which spreadsheets may write as `1.0`; `None` for an empty cell.
    fn whole(&self, column: Column) -> Result<Option<u32>, RowFault> {
        let cell = self.text(column).trim();
        if is_blank(cell) {
            return Ok(None);
        }
        let number = whole(cell).as_deref().unwrap_or(cell).parse().ok();
        number.map(Some).ok_or_else(|| self.unreadable(column, "a whole number"))
    }

    /// A number, with a point or with the comma that some spreadsheets make of it.
    fn number(&self, column: Column) -> Result<f64, RowFault> {
        let number = self.filled(column)?.replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite());
        number.ok_or_else(|| self.unreadable(column, "a number"))
    }

    /// `true` or `false`, also as a spreadsheet of another language has saved it.
    fn truth(&self, column: Column) -> Option<bool> {
        match bare(self.text(column)).as_str() {
            "true" => Some(true),
            "false" => Some(false),
            other => spreadsheet_truth(other),
        }
    }

    fn is_word(&self, column: Column, word: &str) -> bool {
        self.text(column).trim().eq_ignore_ascii_case(word)
    }

    fn filled(&self, column: Column) -> Result<&'r str, RowFault> {
        let cell = self.text(column).trim();
        if is_blank(cell) { Err(RowFault::Empty { column: NAMES[column as usize] }) } else { Ok(cell) }
    }

    /// The text in a cell, without the apostrophe that keeps spreadsheets from running it.
    fn text(&self, column: Column) -> &'r str {
        let cell = self.columns.places[column as usize].and_then(|place| self.record.cells.get(place));
        cell.map_or("", |cell| unguard(&cell.text))
    }

    fn unreadable(&self, column: Column, expected: &'static str) -> RowFault {
        RowFault::Unreadable { column: NAMES[column as usize], cell: self.text(column).trim().to_owned(), expected }
    }
}
