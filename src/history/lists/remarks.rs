//! What learners said about the questions of a bank, for its teacher: remarks, and marks that they overruled.

use crate::history::values::{columns, moment};
use crate::history::{History, HistoryError};
use crate::moment::Moment;
use rusqlite::Row;

/// Something that a learner said about a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// Id of the question.
    pub question_id: String,
    /// What it asked.
    pub prompt: String,
    /// Who said it.
    pub learner_name: String,
    /// What was said; empty where a mark was overruled without a word.
    pub words: String,
    /// What was answered; empty where nothing was.
    pub response: String,
    /// Whether the learner overruled the mark of that answer.
    pub is_overruled: bool,
    /// When the sitting began in which it was said.
    pub sat_at: Moment,
}

/// The partial index `turn_disputed` holds just these turns, so that a million others cost nothing.
const REMARKS: &str = "
    SELECT q.question_id, coalesce(t.prompt, q.prompt) AS prompt, l.name AS learner_name, t.remark,
           coalesce(t.response, '') AS response, t.is_overruled, s.started_ms, s.started_offset_secs
    FROM question q
    JOIN turn t ON t.question = q.id
    JOIN sitting s ON s.id = t.sitting
    JOIN learner l ON l.id = s.learner
    WHERE q.bank_id = ?1 AND (t.is_overruled = 1 OR t.remark <> '') AND l.deleted_ms IS NULL
    ORDER BY s.started_ms DESC, s.id DESC, t.turn_index";

columns! { Columns:
    question_id, prompt, learner_name, remark, response, is_overruled, started_ms, started_offset_secs
}

impl History {
    /// What every learner said about the questions of that bank, newest first.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn remarks(&self, bank_id: &str) -> Result<Vec<Remark>, HistoryError> {
        let mut statement = self.connection.prepare_cached(REMARKS)?;
        let at = Columns::of(&statement)?;
        let remarks = statement.query_map([bank_id], |row| remark(row, &at))?;
        Ok(remarks.collect::<Result<_, _>>()?)
    }
}

fn remark(row: &Row<'_>, at: &Columns) -> rusqlite::Result<Remark> {
    Ok(Remark {
        question_id: row.get(at.question_id)?,
        prompt: row.get(at.prompt)?,
        learner_name: row.get(at.learner_name)?,
        words: row.get(at.remark)?,
        response: row.get(at.response)?,
        is_overruled: row.get(at.is_overruled)?,
        sat_at: moment(row, at.started_ms, at.started_offset_secs)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::file::schema;

    #[test]
    fn only_disputed_turns_are_looked_at() {
        let plan = schema::plan(REMARKS);
        assert!(plan.iter().any(|step| step.contains("turn_disputed")), "{plan:#?}");
    }
}
