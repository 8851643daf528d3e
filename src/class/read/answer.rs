//! One row of an export as an answer: every cell that the figures need, read, or why the row cannot be used. Gathers nothing.

use crate::bank::wording::signs::is_blank;
use crate::bank::{Kind, Mode};
use crate::class::read::changed::{is_scientific, is_short_date};
use crate::class::read::columns::{ExportColumn, Row, bare};
use crate::class::read::fault::RowFault;
use crate::class::read::when::moment;
use crate::moment::Moment;
use crate::sitting::{Certainty, Mark, State, Verdict};

/// The columns of an export of responses; those behind the first five may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Learner,
    Sitting,
    Question,
    Score,
    MaxScore,
    Bank,
    BankTitle,
    Quiz,
    Mode,
    StartedAt,
    FinishedAt,
    State,
    Position,
    Kind,
    Topic,
    Prompt,
    Response,
    CorrectResponse,
    Verdict,
    Certainty,
    HintsUsed,
    DurationSecs,
    AnsweredAt,
    Flag,
    LearnerId,
    Attempt,
    Options,
    QuestionHash,
    Overruled,
    Remark,
    MarkedScore,
}

impl ExportColumn for Column {
    const NAMES: &'static [&'static str] = &[
        "learner",
        "sitting",
        "question",
        "score",
        "max_score",
        "bank",
        "bank_title",
        "quiz",
        "mode",
        "started_at",
        "finished_at",
        "state",
        "position",
        "kind",
        "topic",
        "prompt",
        "response",
        "correct_response",
        "verdict",
        "certainty",
        "hints_used",
        "duration_secs",
        "answered_at",
        "flag",
        "learner_id",
        "attempt",
        "options",
        "question_hash",
        "overruled",
        "remark",
        "marked_score",
    ];
    const NEEDED: usize = 5;

    fn place(self) -> usize {
        self as usize
    }
}

/// What a row says, borrowed from it.
#[derive(Clone, Debug)]
pub(super) struct RowAnswer<'r> {
    pub learner: &'r str,
    pub learner_id: String,
    pub sitting: String,
    pub bank: &'r str,
    pub title: &'r str,
    pub quiz: &'r str,
    pub mode: Option<Mode>,
    pub started_at: &'r str,
    pub finished_at: &'r str,
    pub state: State,
    pub question: &'r str,
    pub hash: &'r str,
    pub kind: Option<Kind>,
    pub topic: &'r str,
    pub prompt: &'r str,
    pub key: &'r str,
    pub options: &'r str,
    pub position: u32,
    pub attempt: u16,
    pub score: f64,
    pub max_score: f64,
    pub verdict: Verdict,
    pub response: Option<&'r str>,
    pub certainty: Option<Certainty>,
    pub hints_used: u16,
    pub duration_ms: Option<u32>,
    pub answered_at: Option<Moment>,
    pub is_overruled: bool,
    pub is_flagged: bool,
    pub remark: &'r str,
}

/// What a row says; `None` for one that is no answer: a line of totals, or the header again.
pub(super) fn answer<'r>(row: &Row<'r, Column>) -> Result<Option<RowAnswer<'r>>, RowFault> {
    let is_named = |column: Column| row.text(column).trim().eq_ignore_ascii_case(row.name(column));
    let is_total = is_blank(row.text(Column::Sitting)) && is_blank(row.text(Column::Question));
    if is_total || (is_named(Column::Sitting) && is_named(Column::Question)) {
        return Ok(None);
    }
    let max_score = row.number(Column::MaxScore)?;
    let score = score(row, Column::Score, max_score)?;
    let is_overruled = !is_blank(row.text(Column::MarkedScore));
    let marked = is_overruled.then(|| self::score(row, Column::MarkedScore, max_score)).transpose()?;
    let kind = optional(row, Column::Kind, Kind::from_name, "a kind of question, such as `choice`")?;
    let response = response(row)?.map(|text| statement(row, Column::Response, kind, text));
    Ok(Some(RowAnswer {
        learner: row.text(Column::Learner).trim(),
        learner_id: id(row, Column::LearnerId, row.text(Column::LearnerId).trim())?.to_lowercase(),
        sitting: id(row, Column::Sitting, row.filled(Column::Sitting)?)?.to_lowercase(),
        bank: id(row, Column::Bank, row.text(Column::Bank).trim())?,
        title: row.text(Column::BankTitle).trim(),
        quiz: row.text(Column::Quiz).trim(),
        mode: optional(row, Column::Mode, Mode::from_name, "`practice` or `test`")?,
        started_at: row.text(Column::StartedAt),
        finished_at: row.text(Column::FinishedAt),
        state: optional(row, Column::State, State::from_name, "`finished`, `in_progress` or `abandoned`")?
            .unwrap_or(State::Finished),
        question: id(row, Column::Question, row.filled(Column::Question)?)?,
        hash: row.text(Column::QuestionHash).trim(),
        kind,
        topic: row.text(Column::Topic).trim(),
        prompt: row.text(Column::Prompt),
        key: statement(row, Column::CorrectResponse, kind, row.text(Column::CorrectResponse)),
        options: row.text(Column::Options),
        position: row.whole(Column::Position)?.unwrap_or(0),
        attempt: u16::try_from(row.whole(Column::Attempt)?.unwrap_or(1)).unwrap_or(u16::MAX),
        score: marked.unwrap_or(score),
        max_score,
        verdict: match marked {
            Some(marked) => verdict_of(marked, max_score),
            None => {
                optional(row, Column::Verdict, Verdict::from_name, "`correct`, `partial`, `wrong` or `unanswered`")?
                    .unwrap_or_else(|| verdict_of(score, max_score))
            }
        },
        response,
        certainty: certainty(row)?,
        hints_used: row
            .whole(Column::HintsUsed)
            .ok()
            .flatten()
            .map_or(0, |hints| u16::try_from(hints).unwrap_or(u16::MAX)),
        duration_ms: duration_ms(row)?,
        answered_at: moment(row.text(Column::AnsweredAt)),
        is_overruled: row.truth(Column::Overruled) == Some(true),
        is_flagged: row.truth(Column::Flag) == Some(true),
        remark: row.text(Column::Remark).trim(),
    }))
}

/// An id as it stands, unless a spreadsheet has made a number or a date of it.
fn id<'r>(row: &Row<'r, Column>, column: Column, cell: &'r str) -> Result<&'r str, RowFault> {
    let shows_month = cell.bytes().any(|byte| byte.is_ascii_uppercase()) && is_short_date(cell);
    if is_scientific(cell) || shows_month { Err(changed(row, column)) } else { Ok(cell) }
}

/// `true` or `false` of a statement, which a spreadsheet may have saved as `TRUE` or `WAHR`; any other text as it stands.
fn statement<'r>(row: &Row<'r, Column>, column: Column, kind: Option<Kind>, text: &'r str) -> &'r str {
    match row.truth(column).filter(|_| kind == Some(Kind::TrueFalse)) {
        Some(true) => "true",
        Some(false) => "false",
        None => text,
    }
}

/// What was answered. One that a spreadsheet has made a date of is known by not being among the options, or by being right
/// without being in the key.
fn response<'r>(row: &Row<'r, Column>) -> Result<Option<&'r str>, RowFault> {
    let cell = row.text(Column::Response);
    if cell.is_empty() {
        return Ok(None);
    }
    if is_short_date(cell.trim()) || is_scientific(cell.trim()) {
        let (options, key) = (row.text(Column::Options), row.text(Column::CorrectResponse));
        let is_right = bare(row.text(Column::Verdict)) == Verdict::Correct.as_str();
        let may_be = if options.is_empty() { !is_right || key.is_empty() } else { false };
        let stands = options.contains(cell.trim()) || key.contains(cell.trim());
        if !stands && !may_be {
            return Err(changed(row, Column::Response));
        }
    }
    Ok(Some(cell))
}

fn changed(row: &Row<Column>, column: Column) -> RowFault {
    RowFault::Changed { column: row.name(column).into(), cell: row.text(column).trim().to_owned() }
}

/// What stands in a cell that may be empty, or whose column may be missing.
fn optional<T>(
    row: &Row<Column>,
    column: Column,
    read: impl Fn(&str) -> Option<T>,
    expected: &'static str,
) -> Result<Option<T>, RowFault> {
    if is_blank(row.text(column)) { Ok(None) } else { row.named(column, read, expected).map(Some) }
}

pub(super) fn verdict_of(score: f64, max_score: f64) -> Verdict {
    let fraction = if max_score > 0.0 { score / max_score } else { 0.0 };
    Mark { fraction, note: None }.verdict()
}

fn certainty(row: &Row<Column>) -> Result<Option<Certainty>, RowFault> {
    let Some(level) = row.whole(Column::Certainty)? else { return Ok(None) };
    let known = u8::try_from(level).ok().and_then(Certainty::from_level);
    known.map(Some).ok_or_else(|| row.unreadable(Column::Certainty, "1, 2, 3 or empty"))
}

/// Points. More than certainty can make of them are 0.125 where a point before three digits was taken for a thousands mark.
fn score(row: &Row<Column>, column: Column, max_score: f64) -> Result<f64, RowFault> {
    let score = row.number(column)?;
    let certainty = MOST_LOST_BY_CERTAINTY * max_score..=MOST_BY_CERTAINTY * max_score;
    let is_changed = score.fract() == 0.0 && score.abs() >= 1.0 && max_score > 0.0 && !certainty.contains(&score);
    if is_changed { Err(changed(row, column)) } else { Ok(score) }
}

/// As multiples of the points, what an answer can count with certainty.
const MOST_BY_CERTAINTY: f64 = 3.0;
const MOST_LOST_BY_CERTAINTY: f64 = -6.0;

/// How long the answer took. A whole number of a thousand and more may be 12.346 seconds whose point was taken for a thousands
/// mark: it is, where the whole sitting was shorter; else nobody can tell.
fn duration_ms(row: &Row<Column>) -> Result<Option<u32>, RowFault> {
    const LONGEST_SECS: f64 = 4_000_000.0;
    if is_blank(row.text(Column::DurationSecs)) {
        return Ok(None);
    }
    let secs = row.number(Column::DurationSecs)?.clamp(0.0, LONGEST_SECS);
    if secs < 1000.0 || row.text(Column::DurationSecs).contains(['.', ',']) {
        return Ok(Some((secs * 1000.0).round() as u32));
    }
    let moments = moment(row.text(Column::StartedAt)).zip(moment(row.text(Column::FinishedAt)));
    let is_longer = moments.is_some_and(|(start, end)| secs * 1000.0 > (end.unix_ms - start.unix_ms).max(0) as f64);
    Ok(is_longer.then(|| secs.round() as u32))
}
