//! What was recorded as rows for CSV and lists. Deleted learners never show; nothing is formatted here but times.

use super::learners::normal_name;
use super::values::{fitting, moment, optional_moment};
use super::{History, HistoryError};
use crate::report::{ResponseRow, SittingRow};
use crate::sitting::{State, outcome};
use rusqlite::{Row, named_params};
use uuid::Uuid;

/// Which rows are wanted; all that is set must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only learners of exactly this name.
    pub learner_name: Option<String>,
    /// Only this learner.
    pub learner_id: Option<i64>,
    /// Only questions, or sittings, of the bank with this id.
    pub bank: Option<String>,
    /// Only this sitting.
    pub sitting: Option<Uuid>,
}

/// From the sitting's start on; the index of that order makes sorting needless, so rows stream.
const RESPONSES: &str = "
    SELECT l.name, s.uuid, q.bank_id, s.bank_title, s.quiz_id, s.mode, s.seed, s.started_ms, s.started_offset_secs,
           s.finished_ms, s.finished_offset_secs, s.state, t.turn_index, q.question_id, q.kind, q.topic,
           coalesce(t.prompt, q.prompt),
           t.response, coalesce(t.correct_response, q.correct_response), t.score, t.max_score, t.verdict, t.certainty, t.hints_used, t.duration_ms,
           t.answered_ms, t.answered_offset_secs, t.is_flagged, l.uuid, t.attempt, t.options, q.hash, t.is_overruled,
           t.remark
    FROM sitting s
    CROSS JOIN learner l ON l.id = s.learner
    CROSS JOIN turn t ON t.sitting = s.id
    CROSS JOIN question q ON q.id = t.question
    WHERE l.deleted_ms IS NULL
          AND (t.response IS NOT NULL OR (s.state = 'finished' AND t.attempt = 1))
          AND (:learner_name IS NULL OR l.name = :learner_name)
          AND (:learner_id IS NULL OR l.id = :learner_id)
          AND (:bank IS NULL OR q.bank_id = :bank)
          AND (:sitting IS NULL OR s.uuid = :sitting)
    ORDER BY s.started_ms, s.id, t.turn_index";

const SITTINGS: &str = "
    SELECT l.name, s.uuid, s.bank_id, s.bank_title, s.quiz_id, s.mode, s.seed, s.started_ms, s.started_offset_secs,
           s.finished_ms, s.finished_offset_secs, s.state, s.elapsed_ms, count(t.id), count(t.response),
           total(t.score), total(t.max_score), s.pass_percent, l.uuid, s.times_left, s.away_ms
    FROM sitting s
    JOIN learner l ON l.id = s.learner
    LEFT JOIN turn t ON t.sitting = s.id AND t.attempt = 1
    WHERE l.deleted_ms IS NULL
          AND (:learner_name IS NULL OR l.name = :learner_name)
          AND (:learner_id IS NULL OR l.id = :learner_id)
          AND (:bank IS NULL OR s.bank_id = :bank)
          AND (:sitting IS NULL OR s.uuid = :sitting)
    GROUP BY s.id
    ORDER BY s.started_ms, s.id";

impl History {
    /// One row a sitting, oldest first.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn sitting_rows(&self, filter: &Filter) -> Result<Vec<SittingRow>, HistoryError> {
        let mut rows = Vec::new();
        self.for_each_row(SITTINGS, filter, |row| {
            rows.push(sitting_row(row)?);
            Ok::<_, HistoryError>(())
        })?;
        Ok(rows)
    }

    /// Hands over one row a question, by the sitting's start and then by position, without holding them all.
    ///
    /// Of a finished sitting every question is a row; of one in progress or abandoned, only those answered.
    ///
    /// # Errors
    /// What SQLite says, or what `take` returns, which ends it.
    pub fn for_each_response<E: From<HistoryError>>(
        &self,
        filter: &Filter,
        mut take: impl FnMut(ResponseRow) -> Result<(), E>,
    ) -> Result<(), E> {
        self.for_each_row(RESPONSES, filter, |row| {
            let row = response_row(row).map_err(|error| E::from(error.into()))?;
            take(row)
        })
    }

    fn for_each_row<E: From<HistoryError>>(
        &self,
        sql: &str,
        filter: &Filter,
        mut take: impl FnMut(&Row<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let failed = |error: rusqlite::Error| E::from(error.into());
        let mut statement = self.connection.prepare_cached(sql).map_err(failed)?;
        let learner_name = filter.learner_name.as_deref().map(normal_name);
        let sitting = filter.sitting.map(|id| id.to_string());
        let mut rows = statement
            .query(named_params! {
                ":learner_name": learner_name,
                ":learner_id": filter.learner_id,
                ":bank": filter.bank,
                ":sitting": sitting,
            })
            .map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            take(row)?;
        }
        Ok(())
    }
}

fn response_row(row: &Row<'_>) -> rusqlite::Result<ResponseRow> {
    Ok(ResponseRow {
        learner: row.get(0)?,
        sitting: row.get(1)?,
        bank: row.get(2)?,
        bank_title: row.get(3)?,
        quiz: row.get(4)?,
        mode: row.get(5)?,
        seed: fitting(row.get(6)?),
        started_at: moment(row, 7)?.to_iso(),
        finished_at: optional_iso(row, 9)?,
        state: row.get(11)?,
        position: fitting::<u32>(row.get(12)?).saturating_add(1),
        question: row.get(13)?,
        kind: row.get(14)?,
        topic: row.get(15)?,
        prompt: row.get(16)?,
        response: row.get::<_, Option<String>>(17)?.unwrap_or_default(),
        correct_response: row.get(18)?,
        score: row.get(19)?,
        max_score: row.get(20)?,
        verdict: row.get(21)?,
        certainty: row.get::<_, Option<i64>>(22)?.map(fitting),
        hints_used: fitting(row.get(23)?),
        duration_secs: secs(row.get(24)?),
        answered_at: optional_iso(row, 25)?,
        flag: row.get(27)?,
        learner_id: row.get(28)?,
        attempt: fitting(row.get(29)?),
        options: row.get(30)?,
        question_hash: row.get(31)?,
        overruled: row.get(32)?,
        remark: row.get(33)?,
    })
}

fn sitting_row(row: &Row<'_>) -> rusqlite::Result<SittingRow> {
    let state: String = row.get(11)?;
    let (score, max_score): (f64, f64) = (row.get(15)?, row.get(16)?);
    let percent = outcome::percent(score, max_score);
    let pass_percent: Option<f64> = row.get(17)?;
    let is_finished = state == State::Finished.as_str();
    Ok(SittingRow {
        learner: row.get(0)?,
        sitting: row.get(1)?,
        bank: row.get(2)?,
        bank_title: row.get(3)?,
        quiz: row.get(4)?,
        mode: row.get(5)?,
        seed: fitting(row.get(6)?),
        started_at: moment(row, 7)?.to_iso(),
        finished_at: optional_iso(row, 9)?,
        state,
        duration_secs: secs(row.get(12)?),
        questions: fitting(row.get(13)?),
        answered: fitting(row.get(14)?),
        score,
        max_score,
        percent,
        passed: percent.zip(pass_percent).filter(|_| is_finished).map(|(got, pass)| outcome::is_passed(got, pass)),
        learner_id: row.get(18)?,
        times_left: fitting(row.get(19)?),
        away_secs: secs(row.get(20)?),
    })
}

fn optional_iso(row: &Row<'_>, first: usize) -> rusqlite::Result<String> {
    Ok(optional_moment(row, first)?.map(crate::moment::Moment::to_iso).unwrap_or_default())
}

#[expect(clippy::cast_precision_loss, reason = "no sitting lasts 285 thousand years, where milliseconds would blur")]
fn secs(duration_ms: i64) -> f64 {
    duration_ms as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::schema;
    use rusqlite::Connection;

    #[test]
    fn a_million_responses_are_never_sorted_in_memory() {
        let connection = Connection::open_in_memory().expect("opens");
        schema::migrate(&connection, schema::MIGRATIONS).expect("makes the tables");
        let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {RESPONSES}")).expect("plans");
        let plan: Vec<String> =
            statement.raw_query().mapped(|row| row.get(3)).collect::<Result<_, _>>().expect("tells");
        assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{plan:#?}");
    }
}
