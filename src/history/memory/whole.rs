//! Works out anew what is remembered: of a whole learner, or of the questions that were changed by other means than answering.

use super::scheduler::Scheduler;
use crate::history::{History, HistoryError};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

/// Questions that are worked out in one transaction, so that an answer never waits long.
const QUESTIONS_AT_ONCE: usize = 250;

impl History {
    /// Works out what is remembered of every question from the answers alone, in many small transactions, so that answers
    /// can be recorded meanwhile. `tell` hears the share that is done, 0 to 1, and says whether to go on.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn remember_all(&self, learner_id: i64, tell: &dyn Fn(f32) -> bool) -> Result<(), HistoryError> {
        let round: i64 = self
            .connection
            .prepare_cached("SELECT memory_round FROM learner WHERE id = ?1")?
            .query_row([learner_id], |row| row.get(0))?;
        let questions = self.answered_questions(learner_id)?;
        self.forget_what_was_never_answered(learner_id)?;
        self.sum_up_sittings(learner_id)?;
        for (part, some) in questions.chunks(QUESTIONS_AT_ONCE).enumerate() {
            let transaction = self.transaction()?;
            let scheduler = Scheduler::of(&transaction, learner_id)?;
            for (bank_id, question_id) in some {
                scheduler.remember(&transaction, bank_id, question_id)?;
            }
            transaction.commit()?;
            if !tell(((part + 1) * QUESTIONS_AT_ONCE).min(questions.len()) as f32 / questions.len() as f32) {
                return Ok(());
            }
        }
        // Where it was asked for anew meanwhile, some of it was worked out as before, and it is not whole.
        self.connection.execute(
            "UPDATE learner SET memory_is_whole = 1 WHERE id = ?1 AND memory_round = ?2",
            [learner_id, round],
        )?;
        Ok(())
    }

    pub(super) fn answered_questions(&self, learner_id: i64) -> Result<Vec<(String, String)>, HistoryError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT DISTINCT q.bank_id, q.question_id
             FROM sitting s JOIN turn t ON t.sitting = s.id JOIN question q ON q.id = t.question
             WHERE s.learner = ?1 AND t.answered_ms IS NOT NULL",
        )?;
        let questions = statement.query_map([learner_id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(questions.collect::<Result<_, _>>()?)
    }

    /// Rows whose answers are gone, which another program may have taken out.
    fn forget_what_was_never_answered(&self, learner_id: i64) -> Result<(), HistoryError> {
        for table in ["memory", "answer_log"] {
            let delete = format!(
                "DELETE FROM {table} WHERE learner = ?1 AND NOT EXISTS (
                     SELECT 1 FROM question q JOIN turn t ON t.question = q.id JOIN sitting s ON s.id = t.sitting
                     WHERE q.bank_id = {table}.bank_id AND q.question_id = {table}.question_id AND s.learner = ?1
                           AND t.answered_ms IS NOT NULL)"
            );
            self.connection.execute(&delete, [learner_id])?;
        }
        Ok(())
    }
}

/// Notes that all that is remembered of this learner is to be worked out anew.
pub(super) fn begin_anew(connection: &Connection, learner_id: i64) -> Result<(), HistoryError> {
    connection.execute(
        "UPDATE learner SET memory_is_whole = 0, memory_round = memory_round + 1 WHERE id = ?1",
        [learner_id],
    )?;
    Ok(())
}

/// The questions whose answers were changed by other means than answering, for each learner.
#[derive(Default)]
pub(in crate::history) struct Touched {
    /// Rows of questions by the learner's row.
    questions: BTreeMap<i64, BTreeSet<i64>>,
    /// Learners of whom every question is to be worked out anew.
    all: BTreeSet<i64>,
}

impl Touched {
    /// Notes a question by its row.
    pub fn add(&mut self, learner_id: i64, question: i64) {
        self.questions.entry(learner_id).or_default().insert(question);
    }

    /// Notes every question of a learner, whose way to study has changed.
    pub fn add_all(&mut self, learner_id: i64) {
        self.questions.entry(learner_id).or_default();
        self.all.insert(learner_id);
    }

    /// Notes every question that was answered in a sitting, by its row.
    pub fn add_sitting(&mut self, connection: &Connection, learner_id: i64, sitting: i64) -> Result<(), HistoryError> {
        let mut statement =
            connection.prepare_cached("SELECT question FROM turn WHERE sitting = ?1 AND answered_ms IS NOT NULL")?;
        let mut rows = statement.query([sitting])?;
        while let Some(row) = rows.next()? {
            self.add(learner_id, row.get(0)?);
        }
        Ok(())
    }

    /// Works out what is remembered of these questions. Gives back the learners who have more of them than one transaction
    /// should hold: [`History::remember_all`] is to follow, and follows at the next start where it is cut short.
    pub fn remember(&self, connection: &Connection) -> Result<Vec<i64>, HistoryError> {
        let mut unfinished = Vec::new();
        for (&learner, questions) in &self.questions {
            if questions.len() > QUESTIONS_AT_ONCE || self.all.contains(&learner) {
                begin_anew(connection, learner)?;
                unfinished.push(learner);
                continue;
            }
            let scheduler = Scheduler::of(connection, learner)?;
            let mut name = connection.prepare_cached("SELECT bank_id, question_id FROM question WHERE id = ?1")?;
            for question in questions {
                let (bank_id, question_id): (String, String) =
                    name.query_row([question], |row| Ok((row.get(0)?, row.get(1)?)))?;
                scheduler.remember(connection, &bank_id, &question_id)?;
            }
        }
        Ok(unfinished)
    }
}
