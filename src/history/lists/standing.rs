//! A learner's progress, for drawing papers and for the cards of the library.

use crate::history::values::{columns, fitting, optional_moment};
use crate::history::{History, HistoryError};
use crate::moment::Moment;
use crate::paper::Met;
use crate::sitting::outcome::percent;
use rusqlite::{OptionalExtension, Row};
use std::collections::HashMap;
use uuid::Uuid;

/// How a learner stands with a bank.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Standing {
    /// Different questions whose latest answer was fully right.
    pub known_questions: u32,
    /// Different questions that were met: answered, or left open in a sitting that was finished.
    pub met_questions: u32,
    /// Result of the sitting that was finished last, 0 to 100; `None` where there is none or nothing could be earned.
    /// One that was put together for the learner, such as one of mistakes alone, does not count.
    pub last_percent: Option<f64>,
    /// When that was.
    pub last_finished_at: Option<Moment>,
}

/// Points earned and points to earn over the first attempts of the sitting `s`, for [`percent_of`].
const POINTS: &str = "(SELECT total(t.score) FROM turn t WHERE t.sitting = s.id AND t.attempt = 1) AS score,
                      (SELECT total(t.max_score) FROM turn t WHERE t.sitting = s.id AND t.attempt = 1) AS max_score";

/// That the sitting `s` was of a bank, and not put together for the learner: see [`crate::sitting::put_together`].
const OF_A_BANK: &str = "s.quiz_id NOT IN ('review', 'mistakes', 'flagged', 'not_yet_met', 'weakest_topic', 'stubborn',
                                           'found')";

/// Turns that are counted in a few milliseconds.
const QUICKLY_COUNTED: i64 = 10_000;

columns! { MetColumns: bank_id, question_id, sittings }

impl History {
    /// Whether so much was recorded that counting it would hold a window back. Costs nothing.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn takes_long_to_count(&self) -> Result<bool, HistoryError> {
        let newest: Option<i64> = self.connection.query_row("SELECT max(id) FROM turn", [], |row| row.get(0))?;
        Ok(newest.is_some_and(|id| id > QUICKLY_COUNTED))
    }

    /// In how many sittings this learner met each question of that bank.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn met(&self, learner_id: i64, bank_id: &str) -> Result<Met, HistoryError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT q.bank_id, q.question_id, count(DISTINCT s.id) AS sittings
             FROM sitting s
             CROSS JOIN turn t ON t.sitting = s.id
             CROSS JOIN question q ON q.id = t.question
             WHERE s.learner = ?1 AND q.bank_id = ?2 AND (s.state = 'finished' OR t.answered_ms IS NOT NULL)
             GROUP BY q.bank_id, q.question_id",
        )?;
        let at = MetColumns::of(&statement)?;
        let mut rows = statement.query((learner_id, bank_id))?;
        let mut met = Met::new();
        while let Some(row) = rows.next()? {
            let bank_id: String = row.get(at.bank_id)?;
            met.entry(bank_id).or_default().insert(row.get(at.question_id)?, fitting(row.get(at.sittings)?));
        }
        Ok(met)
    }

    /// How this learner stands with each bank that they met.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn standings(&self, learner_id: i64) -> Result<HashMap<String, Standing>, HistoryError> {
        let transaction = self.connection.unchecked_transaction()?;
        let mut standings = HashMap::new();
        self.add_known(learner_id, &mut standings)?;
        self.add_last(learner_id, &mut standings)?;
        transaction.commit()?;
        Ok(standings)
    }

    /// The percentage of the sitting of that bank that this learner finished last before `before` was finished, or at
    /// all where `before` is not finished. Those that were put together for the learner are left out: they tell nothing of the bank.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn previous_percent(&self, learner_id: i64, bank_id: &str, before: Uuid) -> Result<Option<f64>, HistoryError> {
        let percent = self
            .connection
            .prepare_cached(&format!(
                "WITH this AS (SELECT finished_ms, id FROM sitting WHERE uuid = ?3 AND state = 'finished')
                 SELECT {POINTS} FROM sitting s
                 WHERE s.learner = ?1 AND s.bank_id = ?2 AND s.state = 'finished' AND {OF_A_BANK}
                       AND NOT EXISTS (SELECT 1 FROM this WHERE (s.finished_ms, s.id) >= (this.finished_ms, this.id))
                 ORDER BY s.finished_ms DESC, s.id DESC LIMIT 1"
            ))?
            .query_row((learner_id, bank_id, before.to_string()), percent_of)
            .optional()?;
        Ok(percent.flatten())
    }

    fn add_known(&self, learner_id: i64, standings: &mut HashMap<String, Standing>) -> Result<(), HistoryError> {
        let mut statement = self.connection.prepare_cached(
            "WITH met AS (
                 SELECT q.bank_id, t.verdict,
                        row_number() OVER (PARTITION BY q.bank_id, q.question_id
                                           ORDER BY t.answered_ms IS NULL, t.answered_ms DESC, t.id DESC) AS nth
                 FROM sitting s JOIN turn t ON t.sitting = s.id JOIN question q ON q.id = t.question
                 WHERE s.learner = ?1 AND (s.state = 'finished' OR t.answered_ms IS NOT NULL))
             SELECT bank_id, sum(verdict = 'correct') AS known, count(*) AS met FROM met WHERE nth = 1 GROUP BY bank_id",
        )?;
        let mut rows = statement.query([learner_id])?;
        while let Some(row) = rows.next()? {
            let standing: &mut Standing = standings.entry(row.get("bank_id")?).or_default();
            standing.known_questions = fitting(row.get("known")?);
            standing.met_questions = fitting(row.get("met")?);
        }
        Ok(())
    }

    fn add_last(&self, learner_id: i64, standings: &mut HashMap<String, Standing>) -> Result<(), HistoryError> {
        let mut statement = self.connection.prepare_cached(&format!(
            "WITH finished AS (
                 SELECT id, bank_id, finished_ms, finished_offset_secs,
                        row_number() OVER (PARTITION BY bank_id ORDER BY finished_ms DESC, id DESC) AS nth
                 FROM sitting s WHERE learner = ?1 AND state = 'finished' AND {OF_A_BANK})
             SELECT s.bank_id, {POINTS}, s.finished_ms, s.finished_offset_secs FROM finished s WHERE nth = 1"
        ))?;
        let mut rows = statement.query([learner_id])?;
        while let Some(row) = rows.next()? {
            let standing: &mut Standing = standings.entry(row.get("bank_id")?).or_default();
            standing.last_percent = percent_of(row)?;
            standing.last_finished_at = optional_moment(row, "finished_ms", "finished_offset_secs")?;
        }
        Ok(())
    }
}

/// The percentage that the columns of [`POINTS`] come to.
fn percent_of(row: &Row<'_>) -> rusqlite::Result<Option<f64>> {
    Ok(percent(row.get("score")?, row.get("max_score")?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sitting::put_together;

    #[test]
    fn every_sitting_that_is_put_together_is_left_out() {
        let listed = OF_A_BANK.matches('\'').count() / 2;
        assert_eq!(listed, put_together::ALL.len());
        assert!(put_together::ALL.iter().all(|id| OF_A_BANK.contains(&format!("'{id}'"))));
    }
}
