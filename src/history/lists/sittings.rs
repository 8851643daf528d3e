//! Lists sittings with their results. Deleted learners are left out.

use crate::history::values::{columns, fitting, moment, optional_moment, uuid};
use crate::history::{Filter, History, HistoryError, Unreadable};
use crate::sitting::SittingRecord;
use rusqlite::Row;

const SITTINGS: &str = "
    SELECT s.uuid AS sitting, l.name AS learner_name, l.uuid AS learner_id, s.bank_id, s.bank_title, s.quiz_id, s.mode,
           s.seed, s.started_ms, s.started_offset_secs, s.finished_ms, s.finished_offset_secs, s.state, s.elapsed_ms,
           count(t.id) AS questions, count(t.response) AS answered, total(t.score) AS score,
           total(t.max_score) AS max_score, s.pass_percent, s.times_left, s.away_ms
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

columns! { Columns:
    sitting, learner_name, learner_id, bank_id, bank_title, quiz_id, mode, seed, started_ms, started_offset_secs,
    finished_ms, finished_offset_secs, state, elapsed_ms, questions, answered, score, max_score, pass_percent, times_left,
    away_ms
}

/// The sittings that were found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sittings {
    /// One a sitting, oldest first.
    pub records: Vec<SittingRecord>,
    /// Those that this program cannot make sense of.
    pub unreadable: Vec<Unreadable>,
}

impl History {
    /// The sittings that the filter lets through.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn sittings(&self, filter: &Filter) -> Result<Sittings, HistoryError> {
        let mut records = Vec::new();
        let unreadable = self.for_each_record(SITTINGS, filter, Columns::of, record, |record| {
            records.push(record);
            Ok::<_, HistoryError>(())
        })?;
        Ok(Sittings { records, unreadable })
    }
}

fn record(row: &Row<'_>, at: &Columns) -> rusqlite::Result<SittingRecord> {
    Ok(SittingRecord {
        id: uuid(row, at.sitting)?,
        learner_name: row.get(at.learner_name)?,
        learner_id: uuid(row, at.learner_id)?,
        bank_id: row.get(at.bank_id)?,
        bank_title: row.get(at.bank_title)?,
        quiz_id: row.get(at.quiz_id)?,
        mode: row.get(at.mode)?,
        seed: fitting(row.get(at.seed)?),
        started_at: moment(row, at.started_ms, at.started_offset_secs)?,
        finished_at: optional_moment(row, at.finished_ms, at.finished_offset_secs)?,
        state: row.get(at.state)?,
        elapsed_ms: fitting(row.get(at.elapsed_ms)?),
        questions: fitting(row.get(at.questions)?),
        answered: fitting(row.get(at.answered)?),
        score: row.get(at.score)?,
        max_score: row.get(at.max_score)?,
        pass_percent: row.get(at.pass_percent)?,
        times_left: fitting(row.get(at.times_left)?),
        away_ms: fitting(row.get(at.away_ms)?),
    })
}
