//! Which questions a learner has flagged. A flag belongs to the question: the next time it is asked, it is flagged still.

use crate::history::{History, HistoryError};
use std::collections::HashSet;

/// The partial index `turn_flagged` holds the flagged turns alone: they name the questions, each once. Of each question the
/// newest time that it was asked tells: a flag that was taken away there is gone, however often the question was flagged before.
const FLAGGED: &str = "
    WITH ever AS (
        SELECT DISTINCT q.bank_id, q.question_id
        FROM sitting s
        CROSS JOIN turn t ON t.sitting = s.id AND t.is_flagged = 1
        CROSS JOIN question q ON q.id = t.question
        WHERE s.learner = ?1)
    SELECT bank_id, question_id FROM ever
    WHERE (SELECT t.is_flagged
           FROM question q
           JOIN turn t ON t.question = q.id
           JOIN sitting s ON s.id = t.sitting
           WHERE q.bank_id = ever.bank_id AND q.question_id = ever.question_id AND s.learner = ?1
           ORDER BY s.started_ms DESC, s.id DESC, t.turn_index DESC LIMIT 1)
    ORDER BY bank_id, question_id";

impl History {
    /// The flagged questions, as ids of bank and question.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn flagged(&self, learner_id: i64) -> Result<HashSet<(String, String)>, HistoryError> {
        let mut statement = self.connection.prepare_cached(FLAGGED)?;
        let rows = statement.query_map([learner_id], |row| Ok((row.get("bank_id")?, row.get("question_id")?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::file::schema;

    #[test]
    fn turns_without_a_flag_are_not_looked_through() {
        let plan = schema::plan(FLAGGED);
        assert!(plan.iter().any(|step| step.contains("turn_flagged")), "{plan:#?}");
        assert!(!plan.iter().any(|step| step.starts_with("SCAN t ")), "{plan:#?}");
    }
}
