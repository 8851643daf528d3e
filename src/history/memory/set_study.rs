//! Keeps how a learner wants to study, with what follows from it for what is remembered.

use super::scheduler::Scheduler;
use super::whole::begin_anew;
use crate::history::study::{Study, study_of};
use crate::history::values::integer;
use crate::history::{History, HistoryError};
use rusqlite::named_params;

impl History {
    /// Keeps how this learner wants to study. Another target moves the day on which each question is due; other parameters
    /// change what is remembered, which [`Self::remember_all`] then works out anew.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn set_study(&self, learner_id: i64, study: &Study) -> Result<(), HistoryError> {
        let transaction = self.transaction()?;
        let before = study_of(&transaction, learner_id)?;
        transaction
            .prepare_cached(
                "INSERT INTO study (learner, target_recall, new_per_day, daily_limit, spreads_backlog, parameters, fit_outcome,
                                    fit_answers)
                 VALUES (:learner, :target_recall, :new_per_day, :daily_limit, :spreads_backlog, :parameters, :fit_outcome,
                         :fit_answers)
                 ON CONFLICT (learner) DO UPDATE SET target_recall = :target_recall, new_per_day = :new_per_day,
                                                     daily_limit = :daily_limit, spreads_backlog = :spreads_backlog,
                                                     parameters = :parameters, fit_outcome = :fit_outcome,
                                                     fit_answers = :fit_answers",
            )?
            .execute(named_params! {
                ":learner": learner_id,
                ":target_recall": study.target.share(),
                ":new_per_day": integer(study.new_per_day),
                ":daily_limit": integer(study.daily_limit),
                ":spreads_backlog": study.spreads_backlog,
                ":fit_outcome": study.last_fit.map(|fit| fit.outcome.as_str()),
                ":fit_answers": study.last_fit.map(|fit| integer(fit.answers)),
                ":parameters": study.parameters.map(|parameters| parameters.map(|number| number.to_string()).join(",")),
            })?;
        if before.parameters != study.parameters {
            begin_anew(&transaction, learner_id)?;
        } else if before.target != study.target {
            Scheduler::of(&transaction, learner_id)?.move_due_days(&transaction)?;
        }
        Ok(transaction.commit()?)
    }
}
