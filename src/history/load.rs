//! Loads whole sittings with the questions as they were asked, so that no bank is needed.

use crate::bank::{Mode, Question};
use crate::history::values::{columns, fitting, moment, optional_moment, uuid};
use crate::history::{History, HistoryError, note, question};
use crate::moment::Moment;
use crate::paper::PaperItem;
use crate::sitting::response::split_parts;
use crate::sitting::{Certainty, Mark, Overruling, Response, Sitting, State, Terms, Turn};
use rusqlite::{OptionalExtension, Row};
use uuid::Uuid;

columns! { TurnColumns:
    bank_id, body, option_order, attempt, response, answered_ms, answered_offset_secs, fraction, note, duration_ms,
    hints_used, is_flagged, drawn, certainty, other_answers, is_overruled, overruled_ms, overruled_offset_secs, remark
}

/// A sitting that can be carried on.
#[derive(Clone, Debug, PartialEq)]
pub struct UnfinishedSitting {
    /// For [`History::load_sitting`].
    pub id: Uuid,
    /// Id of the bank.
    pub bank_id: String,
    /// Its title when the sitting began.
    pub bank_title: String,
    /// Id of the ready-made quiz, or of what was put together for the learner; empty for neither.
    pub quiz_id: String,
    /// Practice or test.
    pub mode: Mode,
    /// Questions of the paper, those that came again left out.
    pub questions: u32,
    /// How many of them were answered.
    pub answered: u32,
    /// When it began.
    pub started_at: Moment,
    /// Milliseconds left when it was last on the screen; `None` without a time limit.
    pub remaining_ms: Option<u64>,
    /// Since when the time runs on without it; `None` where it stands still.
    pub running_since: Option<Moment>,
}

impl UnfinishedSitting {
    /// Takes off what has passed until `now`, where the time runs on.
    pub fn run_on(&mut self, now: Moment) {
        let Some(since) = self.running_since else { return };
        let passed_ms = u64::try_from(now.unix_ms.saturating_sub(since.unix_ms)).unwrap_or_default();
        self.remaining_ms = self.remaining_ms.map(|left_ms| left_ms.saturating_sub(passed_ms));
    }
}

impl History {
    /// The sitting as it was last written down; `None` where there is none of that id, or its learner is deleted.
    ///
    /// # Errors
    /// [`HistoryError::UnreadableTurn`] where the file was changed by hand, or what SQLite says.
    pub fn load_sitting(&self, id: Uuid) -> Result<Option<Sitting>, HistoryError> {
        // One transaction, so that an answer recorded elsewhere does not come in between.
        let transaction = self.connection.unchecked_transaction()?;
        let found = transaction
            .prepare_cached(
                "SELECT s.id, s.bank_id, s.bank_title, s.quiz_id, s.seed, s.mode, s.time_limit_secs, s.pass_percent,
                        s.started_ms, s.started_offset_secs, s.finished_ms, s.finished_offset_secs, s.state,
                        s.elapsed_ms, s.current_turn, s.counts_certainty, s.runs_on, s.counts_for_review, s.seen_ms, s.seen_offset_secs,
                        s.times_left, s.away_ms
                 FROM sitting s JOIN learner l ON l.id = s.learner
                 WHERE s.uuid = ?1 AND l.deleted_ms IS NULL",
            )?
            .query_row([id.to_string()], |row| Ok((row.get::<_, i64>("id")?, sitting_without_turns(id, row)?)))
            .optional()?;
        let Some((row_id, mut sitting)) = found else { return Ok(None) };
        sitting.turns = self.turns(row_id, id)?.into_iter().map(|turn| turn.under(&sitting.terms)).collect();
        // Changed by hand, the file may name a turn that there is not.
        sitting.current = sitting.current.min(sitting.turns.len().saturating_sub(1));
        Ok(Some(sitting))
    }

    /// The sittings that this learner can carry on, newest first.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn unfinished(&self, learner_id: i64) -> Result<Vec<UnfinishedSitting>, HistoryError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT s.uuid, s.bank_id, s.bank_title, s.quiz_id, s.mode, count(t.id) AS questions, count(t.answered_ms) AS answered, s.started_ms,
                    s.started_offset_secs, s.time_limit_secs, s.elapsed_ms, s.runs_on, s.seen_ms, s.seen_offset_secs
             FROM sitting s JOIN learner l ON l.id = s.learner
             LEFT JOIN turn t ON t.sitting = s.id AND t.attempt = 1
             WHERE s.learner = ?1 AND s.state = 'in_progress' AND l.deleted_ms IS NULL
             GROUP BY s.id
             ORDER BY s.started_ms DESC, s.id DESC",
        )?;
        let sittings = statement.query_map([learner_id], unfinished_sitting)?;
        Ok(sittings.collect::<Result<_, _>>()?)
    }

    fn turns(&self, row_id: i64, sitting: Uuid) -> Result<Vec<Turn>, HistoryError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT q.bank_id, q.body, t.option_order, t.attempt, t.response, t.answered_ms, t.answered_offset_secs,
                    t.fraction, t.note, t.duration_ms, t.hints_used, t.is_flagged, t.drawn,
                    t.certainty, t.other_answers, t.is_overruled, t.overruled_ms, t.overruled_offset_secs,
                    t.remark
             FROM turn t JOIN question q ON q.id = t.question
             WHERE t.sitting = ?1 ORDER BY t.turn_index",
        )?;
        let at = TurnColumns::of(&statement)?;
        let mut rows = statement.query([row_id])?;
        let mut turns = Vec::new();
        while let Some(row) = rows.next()? {
            let turn_index = turns.len();
            turns.push(turn(row, &at)?.ok_or(HistoryError::UnreadableTurn { sitting, turn_index })?);
        }
        Ok(turns)
    }
}

fn sitting_without_turns(id: Uuid, row: &Row<'_>) -> rusqlite::Result<Sitting> {
    Ok(Sitting {
        id,
        bank_id: row.get("bank_id")?,
        bank_title: row.get("bank_title")?,
        quiz_id: row.get("quiz_id")?,
        seed: fitting(row.get("seed")?),
        terms: Terms {
            mode: mode(row)?,
            time_limit_secs: row.get::<_, Option<i64>>("time_limit_secs")?.map(fitting),
            pass_percent: row.get("pass_percent")?,
            certainty: row.get("counts_certainty")?,
            runs_on: row.get("runs_on")?,
            stays_out_of_review: !row.get::<_, bool>("counts_for_review")?,
        },
        started_at: moment(row, "started_ms", "started_offset_secs")?,
        finished_at: optional_moment(row, "finished_ms", "finished_offset_secs")?,
        state: State::from_name(row.get_ref("state")?.as_str()?).unwrap_or(State::InProgress),
        elapsed_ms: fitting(row.get("elapsed_ms")?),
        seen_at: optional_moment(row, "seen_ms", "seen_offset_secs")?,
        times_left: fitting(row.get("times_left")?),
        away_ms: fitting(row.get("away_ms")?),
        turns: Vec::new(),
        current: fitting(row.get("current_turn")?),
    })
}

/// The turn of a row; `None` where its question, the order of its options or its values cannot be understood.
fn turn(row: &Row<'_>, at: &TurnColumns) -> rusqlite::Result<Option<Turn>> {
    let Some(mut question) = question::from_body(row.get_ref(at.body)?.as_str()?) else { return Ok(None) };
    if let Some(others) = row.get_ref(at.other_answers)?.as_str_or_null()? {
        question.answer.set_other_answers(split_parts(others).into_iter().map(Into::into).collect());
    }
    let Some(option_order) = option_order(row.get_ref(at.option_order)?.as_str()?, &question) else { return Ok(None) };
    let item = PaperItem::new(row.get::<_, String>(at.bank_id)?, question, option_order);
    let item = match row.get_ref(at.drawn)?.as_str_or_null()? {
        Some(drawn) => drawn_values(drawn).and_then(|values| item.with_values(values).ok()),
        None => Some(item),
    };
    let Some(item) = item else { return Ok(None) };
    let written = row.get_ref(at.response)?.as_str_or_null()?;
    let response = written.and_then(|written| Response::from_written(&item.question, written));
    let note = row.get_ref(at.note)?.as_str_or_null()?.and_then(note::from_column);
    let mark = row.get::<_, Option<f64>>(at.fraction)?.map(|fraction| Mark { fraction, note });
    let stands = row.get(at.is_overruled)?;
    let overruled_at = optional_moment(row, at.overruled_ms, at.overruled_offset_secs)?;
    Ok(Some(Turn {
        overruling: overruled_at.map(|at| Overruling { stands, at }),
        remark: row.get(at.remark)?,
        attempt: fitting(row.get(at.attempt)?),
        answered_at: optional_moment(row, at.answered_ms, at.answered_offset_secs)?,
        response,
        mark,
        duration_ms: fitting(row.get(at.duration_ms)?),
        hints_used: fitting(row.get(at.hints_used)?),
        is_flagged: row.get(at.is_flagged)?,
        counts_certainty: false,
        certainty: row.get::<_, Option<i64>>(at.certainty)?.and_then(|level| Certainty::from_level(fitting(level))),
        item,
    }))
}

/// The values that were drawn; `None` unless all are numbers.
fn drawn_values(text: &str) -> Option<Vec<f64>> {
    text.split(',').filter(|part| !part.is_empty()).map(|part| part.parse().ok()).collect()
}

/// The order in which options were shown; `None` unless it names every option of the question once.
fn option_order(text: &str, question: &Question) -> Option<Vec<usize>> {
    let order: Vec<usize> =
        text.split(',').filter(|part| !part.is_empty()).map(str::parse).collect::<Result<_, _>>().ok()?;
    let mut sorted = order.clone();
    sorted.sort_unstable();
    sorted.iter().copied().eq(0..question.options().len()).then_some(order)
}

fn unfinished_sitting(row: &Row<'_>) -> rusqlite::Result<UnfinishedSitting> {
    let limit_secs: Option<i64> = row.get("time_limit_secs")?;
    let elapsed_ms: u64 = fitting(row.get("elapsed_ms")?);
    Ok(UnfinishedSitting {
        id: uuid(row, "uuid")?,
        bank_id: row.get("bank_id")?,
        bank_title: row.get("bank_title")?,
        quiz_id: row.get("quiz_id")?,
        mode: mode(row)?,
        questions: fitting(row.get("questions")?),
        answered: fitting(row.get("answered")?),
        started_at: moment(row, "started_ms", "started_offset_secs")?,
        remaining_ms: limit_secs.map(|secs| fitting::<u64>(secs).saturating_mul(1000).saturating_sub(elapsed_ms)),
        running_since: if row.get("runs_on")? { optional_moment(row, "seen_ms", "seen_offset_secs")? } else { None },
    })
}

fn mode(row: &Row<'_>) -> rusqlite::Result<Mode> {
    Ok(Mode::from_name(row.get_ref("mode")?.as_str()?).unwrap_or_default())
}
