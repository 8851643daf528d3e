//! Works out what is remembered of a question from its answers alone, and logs them.

use super::evidence::{Answers, Place, answers_to};
use super::rows::{self, Owner};
use crate::history::HistoryError;
use crate::history::study::study_of;
use crate::history::values::integer;
use crate::progress::{Answered, Expected, Rightness, Trace};
use crate::schedule::{Memory, Model, StudyDay, Target, expected_share_right, in_order};
use rusqlite::Connection;

/// What works out memories for one learner: the model of their forgetting and the target.
pub(in crate::history) struct Scheduler {
    learner_id: i64,
    model: Model,
    target: Target,
}

impl Scheduler {
    /// The scheduler of that learner.
    pub fn of(connection: &Connection, learner_id: i64) -> Result<Self, HistoryError> {
        let study = study_of(connection, learner_id)?;
        Ok(Self { learner_id, model: study.model(), target: study.target })
    }

    /// Works out what is remembered of one question, under every key that it had, from its answers alone, and logs them.
    pub fn remember(&self, connection: &Connection, bank_id: &str, question_id: &str) -> Result<(), HistoryError> {
        let owner = Owner { learner_id: self.learner_id, bank_id, question_id };
        rows::clear(connection, owner)?;
        let (by_key, newest) = answers_to(connection, self.learner_id, bank_id, question_id)?;
        let mut log = Vec::new();
        for (key, mut answers) in by_key {
            in_order(&mut answers.evidence);
            let memory = self.fold(&answers, &mut log);
            if let (Some(memory), Some(newest)) = (memory, &answers.newest) {
                let due_day = memory.due_on(self.target, &self.model);
                rows::store(connection, owner, &key, newest, &memory, due_day)?;
            }
        }
        // Those under different keys mix in time.
        log.sort_by(|(one, _), (other, _)| one.cmp(other));
        let log: Vec<Answered> = log.into_iter().map(|(_, answered)| answered).collect();
        newest.map_or(Ok(()), |newest| rows::store_log(connection, owner, &newest, &log))
    }

    /// What these answers leave in the memory; each of them goes into the log.
    fn fold(&self, answers: &Answers, log: &mut Vec<((i64, Place), Answered)>) -> Option<Memory> {
        let mut memory: Option<Memory> = None;
        for ((place, beside), evidence) in &answers.evidence {
            let day = StudyDay::of(evidence.answered_at);
            let trace = beside.counts_for_review.then(|| {
                let expected = memory.as_ref().map(|memory| {
                    let recall = memory.recall_on(day, &self.model);
                    let interval_days = day.days_since(memory.last_day);
                    Expected {
                        interval_days: interval_days.try_into().unwrap_or(u16::MAX),
                        share_right: expected_share_right(recall, evidence.kind, beside.options) as f32,
                    }
                });
                let after = Memory::after(memory.as_ref(), evidence, &self.model);
                memory = Some(after);
                Trace { stability: after.stability, expected }
            });
            let answered = Answered {
                day,
                rightness: Rightness::of(if evidence.is_given_up { 0.0 } else { evidence.mark }),
                certainty: evidence.certainty,
                duration_ms: beside.duration_ms,
                trace,
            };
            log.push(((evidence.answered_at.unix_ms, place.clone()), answered));
        }
        memory
    }

    /// Moves the day on which each question is due to where the target puts it.
    pub fn move_due_days(&self, connection: &Connection) -> Result<(), HistoryError> {
        let mut update = connection.prepare_cached(
            "UPDATE memory SET due_day = ?5 WHERE learner = ?1 AND bank_id = ?2 AND question_id = ?3 AND key = ?4",
        )?;
        // All are read before the first is moved: moving changes the index that they may be read by.
        for row in rows::select(connection, "", [self.learner_id])? {
            let due_day = row.memory.due_on(self.target, &self.model);
            update.execute((self.learner_id, row.bank_id, row.question_id, row.key, integer(due_day.0)))?;
        }
        Ok(())
    }
}
