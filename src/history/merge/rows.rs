//! Reads and writes the rows that are put together.

use crate::history::HistoryError;
use crate::history::merge::together::StoredSitting;
use crate::history::merge::union::{StoredOverruling, StoredTurn};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params, params_from_iter};
use std::collections::HashMap;

/// What of a sitting is as it was when it began.
const SITTING_REST: &str = "bank_id, bank_title, quiz_id, seed, mode, time_limit_secs, pass_percent, started_ms, \
                            started_offset_secs, counts_certainty, runs_on";
/// What of a turn goes with its answer.
const TURN_REST: &str = "option_order, options, fraction, note, max_score, answered_offset_secs, certainty, drawn, prompt, \
                         correct_response, other_answers";

/// A learner as the other file has them.
pub(super) struct StoredLearner {
    pub id: i64,
    pub uuid: String,
    pub name: String,
    pub created_ms: i64,
    pub created_offset_secs: i64,
}

/// Everybody in the file who is not deleted.
pub(super) fn learners(connection: &Connection) -> Result<Vec<StoredLearner>, HistoryError> {
    let mut statement = connection.prepare(
        "SELECT id, uuid, name, created_ms, created_offset_secs FROM learner WHERE deleted_ms IS NULL ORDER BY id",
    )?;
    let learners = statement.query_map([], |row| {
        Ok(StoredLearner {
            id: row.get(0)?,
            uuid: row.get(1)?,
            name: row.get(2)?,
            created_ms: row.get(3)?,
            created_offset_secs: row.get(4)?,
        })
    })?;
    Ok(learners.collect::<Result<_, _>>()?)
}

/// The sittings of everybody who is not deleted, the oldest first.
pub(super) fn sittings(connection: &Connection) -> Result<Vec<StoredSitting>, HistoryError> {
    let sql = format!("{} WHERE l.deleted_ms IS NULL ORDER BY s.started_ms, s.uuid", select_sittings());
    let mut statement = connection.prepare(&sql)?;
    let sittings = statement.query_map([], sitting)?;
    Ok(sittings.collect::<Result<_, _>>()?)
}

/// The sitting of that UUID, also of a learner who is deleted.
pub(super) fn sitting_of(connection: &Connection, uuid: &str) -> Result<Option<StoredSitting>, HistoryError> {
    let mut statement = connection.prepare_cached(&format!("{} WHERE s.uuid = ?1", select_sittings()))?;
    Ok(statement.query_row([uuid], sitting).optional()?)
}

fn select_sittings() -> String {
    let rest = SITTING_REST.split(", ").map(|column| format!("s.{column}")).collect::<Vec<_>>().join(", ");
    format!(
        "SELECT s.id, s.uuid, l.uuid, l.deleted_ms IS NOT NULL, s.given_ms, s.counts_for_review, s.review_set_ms, s.state,
                s.finished_ms, s.finished_offset_secs, s.elapsed_ms, s.current_turn, s.seen_ms, s.seen_offset_secs,
                s.times_left, s.away_ms, s.mode = 'test', {rest}
         FROM sitting s JOIN learner l ON l.id = s.learner"
    )
}

fn sitting(row: &Row<'_>) -> rusqlite::Result<StoredSitting> {
    Ok(StoredSitting {
        id: row.get(0)?,
        uuid: row.get(1)?,
        learner: row.get(2)?,
        is_deleted: row.get(3)?,
        given_ms: row.get(4)?,
        counts_for_review: row.get(5)?,
        review_set_ms: row.get(6)?,
        state: row.get(7)?,
        finished: (row.get(8)?, row.get(9)?),
        elapsed_ms: row.get(10)?,
        current_turn: row.get(11)?,
        seen: (row.get(12)?, row.get(13)?),
        times_left: row.get(14)?,
        away_ms: row.get(15)?,
        is_test: row.get(16)?,
        rest: values_from(row, 17)?,
    })
}

/// What stands in the columns from `first` on.
pub(super) fn values_from(row: &Row<'_>, first: usize) -> rusqlite::Result<Vec<Value>> {
    (first..row.as_ref().column_count()).map(|column| row.get(column)).collect()
}

/// Adds a sitting without its turns.
pub(super) fn insert_sitting(
    connection: &Connection,
    sitting: &StoredSitting,
    learner: i64,
) -> Result<i64, HistoryError> {
    let places = vec!["?"; SITTING_REST.split(", ").count()].join(", ");
    let sql = format!(
        "INSERT INTO sitting (uuid, learner, state, elapsed_ms, current_turn, {SITTING_REST})
         VALUES (?, ?, ?, 0, 0, {places})"
    );
    let mut values = vec![sitting.uuid.clone().into(), learner.into(), sitting.state.clone().into()];
    values.extend(sitting.rest.iter().cloned());
    connection.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    let id = connection.last_insert_rowid();
    update_sitting(connection, id, sitting, learner)?;
    Ok(id)
}

/// Writes what can change of a sitting.
pub(super) fn update_sitting(
    connection: &Connection,
    id: i64,
    sitting: &StoredSitting,
    learner: i64,
) -> Result<(), HistoryError> {
    connection
        .prepare_cached(
            "UPDATE sitting SET learner = ?2, given_ms = ?3, counts_for_review = ?4, review_set_ms = ?5, state = ?6,
                                finished_ms = ?7, finished_offset_secs = ?8, elapsed_ms = ?9, current_turn = ?10,
                                seen_ms = ?11, seen_offset_secs = ?12, times_left = ?13, away_ms = ?14
             WHERE id = ?1",
        )?
        .execute(params![
            id,
            learner,
            sitting.given_ms,
            sitting.counts_for_review,
            sitting.review_set_ms,
            sitting.state,
            sitting.finished.0,
            sitting.finished.1,
            sitting.elapsed_ms,
            sitting.current_turn,
            sitting.seen.0,
            sitting.seen.1,
            sitting.times_left,
            sitting.away_ms,
        ])?;
    Ok(())
}

/// The turns of a sitting by place, their questions as rows of the same file.
pub(super) fn turns(connection: &Connection, sitting: i64) -> Result<Vec<StoredTurn>, HistoryError> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT turn_index, question, attempt, answered_ms, response, overruled_ms, overruled_offset_secs, is_overruled,
                verdict, score, marked_score, marked_verdict, duration_ms, hints_used, is_flagged, remark, {TURN_REST}
         FROM turn WHERE sitting = ?1 ORDER BY turn_index"
    ))?;
    let turns = statement.query_map([sitting], |row| {
        Ok(StoredTurn {
            turn_index: row.get(0)?,
            question: row.get(1)?,
            attempt: row.get(2)?,
            answered_ms: row.get(3)?,
            response: row.get(4)?,
            overruling: StoredOverruling {
                said_ms: row.get(5)?,
                offset_secs: row.get(6)?,
                stands: row.get(7)?,
                verdict: row.get(8)?,
                score: row.get(9)?,
                marked_score: row.get(10)?,
                marked_verdict: row.get(11)?,
            },
            duration_ms: row.get(12)?,
            hints_used: row.get(13)?,
            is_flagged: row.get(14)?,
            remark: row.get(15)?,
            rest: values_from(row, 16)?,
        })
    })?;
    Ok(turns.collect::<Result<_, _>>()?)
}

/// Writes the turns of a sitting in place of those that it had.
pub(super) fn replace_turns(connection: &Connection, sitting: i64, turns: &[StoredTurn]) -> Result<(), HistoryError> {
    connection.prepare_cached("DELETE FROM turn WHERE sitting = ?1")?.execute([sitting])?;
    let places = vec!["?"; TURN_REST.split(", ").count()].join(", ");
    let mut statement = connection.prepare_cached(&format!(
        "INSERT INTO turn (sitting, turn_index, question, attempt, answered_ms, response, overruled_ms,
                           overruled_offset_secs, is_overruled, verdict, score, marked_score, marked_verdict, duration_ms,
                           hints_used, is_flagged, remark, {TURN_REST})
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, {places})"
    ))?;
    for turn in turns {
        let said = &turn.overruling;
        let mut values: Vec<Value> = vec![
            sitting.into(),
            turn.turn_index.into(),
            turn.question.into(),
            turn.attempt.into(),
            turn.answered_ms.into(),
            turn.response.clone().into(),
            said.said_ms.into(),
            said.offset_secs.into(),
            said.stands.into(),
            said.verdict.clone().into(),
            said.score.into(),
            said.marked_score.into(),
            said.marked_verdict.clone().into(),
            turn.duration_ms.into(),
            turn.hints_used.into(),
            turn.is_flagged.into(),
            turn.remark.clone().into(),
        ];
        values.extend(turn.rest.iter().cloned());
        statement.execute(params_from_iter(values))?;
    }
    Ok(())
}

/// The rows here of the questions there, which share a row where bank and hash are the same.
pub(super) struct Questions<'c> {
    theirs: &'c Connection,
    known: HashMap<i64, i64>,
}

impl<'c> Questions<'c> {
    pub fn of(theirs: &'c Connection) -> Self {
        Self { theirs, known: HashMap::new() }
    }

    /// The row here of that question there, made where there is none.
    pub fn row_here(&mut self, ours: &Connection, there: i64) -> Result<i64, HistoryError> {
        if let Some(here) = self.known.get(&there) {
            return Ok(*here);
        }
        let columns = "bank_id, hash, question_id, kind, topic, prompt, correct_response, body";
        let question: Vec<Value> = self
            .theirs
            .prepare_cached(&format!("SELECT {columns} FROM question WHERE id = ?1"))?
            .query_row([there], |row| values_from(row, 0))?;
        ours.prepare_cached(&format!(
            "INSERT INTO question ({columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (bank_id, hash) DO NOTHING"
        ))?
        .execute(params_from_iter(&question))?;
        let here = ours
            .prepare_cached("SELECT id FROM question WHERE bank_id = ?1 AND hash = ?2")?
            .query_row((&question[0], &question[1]), |row| row.get(0))?;
        self.known.insert(there, here);
        Ok(here)
    }
}
