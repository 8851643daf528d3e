//! The figures of learning, from the log of answers and from what sittings earned: no turn is read.

use crate::history::values::{columns, fitting, integer, moment};
use crate::history::{History, HistoryError};
use crate::moment::Moment;
use crate::progress::{ComingUp, Counting, Progress, Question, Score, Series, Wish, unpack};
use crate::schedule::StudyDay;
use crate::sitting::outcome::percent;
use crate::sitting::put_together;
use rusqlite::OptionalExtension;
use std::collections::HashMap;

/// How many days it is told what comes up on.
const DAYS_AHEAD: i32 = 30;

const LOG: &str =
    "SELECT bank_id, topic, kind, answers FROM answer_log WHERE learner = ?1 ORDER BY bank_id, question_id";

columns! { LogColumns: bank_id, topic, kind, answers }

const DUE: &str = "
    SELECT bank_id, topic, due_day, count(*) AS due FROM memory WHERE learner = ?1 AND due_day <= ?2
    GROUP BY due_day, bank_id, topic";

columns! { DueColumns: bank_id, topic, due_day, due }

const RESULTS: &str = "
    SELECT s.bank_id, s.bank_title, s.quiz_id, s.mode, s.finished_ms, s.finished_offset_secs, r.score, r.max_score
    FROM sitting s JOIN sitting_result r ON r.sitting = s.id
    WHERE s.learner = ?1 AND s.state = 'finished' AND s.finished_ms IS NOT NULL
    ORDER BY s.finished_ms, s.id";

columns! { ResultColumns: bank_id, bank_title, quiz_id, mode, finished_ms, finished_offset_secs, score, max_score }

impl History {
    /// What this learner has learned, of what is wished for. `titles` names banks by their ids; those that are in no library
    /// any more have the title that they had in their last quiz.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn progress(
        &self,
        learner_id: i64,
        wish: &Wish,
        today: StudyDay,
        titles: &HashMap<String, String>,
    ) -> Result<Progress, HistoryError> {
        let transaction = self.connection.unchecked_transaction()?;
        let model = self.study(learner_id)?.model();
        let first = self.first_day(learner_id)?.unwrap_or(today);
        let mut counting = Counting::new(wish.clone(), today, first, &model);
        self.read_log(learner_id, &mut counting)?;
        let results = self.results(learner_id)?;
        let title = |id: &str| {
            let told = results.iter().rev().find(|result| result.is_of_bank && result.bank_id == id);
            titles.get(id).cloned().or_else(|| Some(told?.score.title.clone())).unwrap_or_else(|| id.to_owned())
        };
        let mut progress = counting.finish(title);
        progress.coming_up = self.coming_up(learner_id, wish, today)?;
        let is_wanted = |result: &Finished| {
            let day = StudyDay::of(result.score.finished_at);
            day >= progress.begins && wish.bank.as_ref().is_none_or(|bank| result.is_of_bank && *bank == result.bank_id)
        };
        progress.scores =
            results.iter().filter(|result| is_wanted(result)).map(|result| result.score.clone()).collect();
        transaction.commit()?;
        Ok(progress)
    }

    fn first_day(&self, learner_id: i64) -> Result<Option<StudyDay>, HistoryError> {
        let remembered: Option<i64> = self
            .connection
            .prepare_cached("SELECT min(first_day) FROM memory WHERE learner = ?1")?
            .query_row([learner_id], |row| row.get(0))?;
        let remembered = remembered.map(|day| StudyDay(fitting(day)));
        // Not every quiz counts for review.
        let began = self
            .connection
            .prepare_cached(
                "SELECT started_ms, started_offset_secs FROM sitting WHERE learner = ?1 ORDER BY started_ms LIMIT 1",
            )?
            .query_row([learner_id], |row| moment(row, "started_ms", "started_offset_secs"))
            .optional()?;
        Ok(remembered.into_iter().chain(began.map(StudyDay::of)).min())
    }

    fn read_log(&self, learner_id: i64, counting: &mut Counting<'_>) -> Result<(), HistoryError> {
        let mut statement = self.connection.prepare_cached(LOG)?;
        let at = LogColumns::of(&statement)?;
        let mut rows = statement.query([learner_id])?;
        while let Some(row) = rows.next()? {
            let text = |column| Ok::<_, rusqlite::Error>(row.get_ref(column)?.as_str()?);
            let question = Question { bank_id: text(at.bank_id)?, topic: text(at.topic)?, kind: row.get(at.kind)? };
            counting.take(question, unpack(row.get_ref(at.answers)?.as_blob().map_err(rusqlite::Error::from)?));
        }
        Ok(())
    }

    fn results(&self, learner_id: i64) -> Result<Vec<Finished>, HistoryError> {
        let mut statement = self.connection.prepare_cached(RESULTS)?;
        let at = ResultColumns::of(&statement)?;
        let mut rows = statement.query([learner_id])?;
        let mut results = Vec::new();
        while let Some(row) = rows.next()? {
            let quiz_id: String = row.get(at.quiz_id)?;
            let finished_at: Moment = moment(row, at.finished_ms, at.finished_offset_secs)?;
            // Where nothing could be earned there is no share of it.
            let Some(percent) = percent(row.get(at.score)?, row.get(at.max_score)?) else { continue };
            let is_of_bank = !put_together::ALL.contains(&&*quiz_id);
            let series = Series::of(row.get(at.mode)?, !is_of_bank);
            let score = Score { finished_at, title: row.get(at.bank_title)?, series, percent };
            results.push(Finished { bank_id: row.get(at.bank_id)?, is_of_bank, score });
        }
        Ok(results)
    }

    fn coming_up(&self, learner_id: i64, wish: &Wish, today: StudyDay) -> Result<Vec<ComingUp>, HistoryError> {
        let mut days: Vec<ComingUp> = (0..DAYS_AHEAD).map(|ahead| ComingUp { day: today + ahead, due: 0 }).collect();
        let mut statement = self.connection.prepare_cached(DUE)?;
        let at = DueColumns::of(&statement)?;
        let mut rows = statement.query((learner_id, integer((today + (DAYS_AHEAD - 1)).0)))?;
        while let Some(row) = rows.next()? {
            let (bank_id, topic): (String, String) = (row.get(at.bank_id)?, row.get(at.topic)?);
            let ahead = StudyDay(fitting(row.get(at.due_day)?)).days_since(today) as usize;
            if let Some(day) = days.get_mut(ahead).filter(|_| wish.takes(&bank_id, &topic)) {
                day.due += fitting::<usize>(row.get(at.due)?);
            }
        }
        Ok(days)
    }
}

/// A finished sitting.
struct Finished {
    bank_id: String,
    is_of_bank: bool,
    score: Score,
}
