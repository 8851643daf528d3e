//! Reads exported responses: every answer that tells of a memory, or why a row cannot. Predicts nothing.

use crate::bank::{Kind, Quietly};
use crate::class::{ExportColumn, Fault, Row, RowFault, TableTold, each_row};
use crate::moment::Moment;
use crate::schedule::{Evidence, mark_of};
use crate::sitting::{Certainty, Note, Verdict};

/// What a table holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    pub(super) answers: Vec<Answer>,
    /// The rows that cannot be used, and the encoding.
    pub told: TableTold,
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
impl ExportColumn for Column {
    const NAMES: &'static [&'static str] = &[
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
    const NEEDED: usize = 13;

    fn place(self) -> usize {
        self as usize
    }
}

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
    let mut answers = Vec::new();
    let told = each_row(bytes, &Quietly, &mut |row: &Row<Column>| {
        answers.extend(row.answer()?);
        Ok(())
    })?;
    Ok(Answers { answers, told })
}

impl Row<'_, Column> {
    /// The answer in this row; `None` where nobody answered.
    fn answer(&self) -> Result<Option<Answer>, RowFault> {
        let Some(evidence) = self.evidence()? else { return Ok(None) };
        let place = Place {
            sitting: self.filled(Column::Sitting)?.to_owned(),
            position: self.whole(Column::Position)?.ok_or(RowFault::Empty { column: "position".into() })?,
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
        let verdict =
            self.named(Column::Verdict, Verdict::from_name, "`correct`, `partial`, `wrong` or `unanswered`")?;
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
            kind: self.named(Column::Kind, Kind::from_name, "a kind of question, such as `choice`")?,
            mark: mark_of(verdict, score, max_score, certainty).unwrap_or(0.0),
            certainty,
            hints_used: self.whole(Column::HintsUsed)?.unwrap_or(0),
            is_given_up,
            answered_at: self.moment()?,
        }))
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

    fn is_word(&self, column: Column, word: &str) -> bool {
        self.text(column).trim().eq_ignore_ascii_case(word)
    }
}
