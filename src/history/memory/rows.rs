//! The rows of memories and of the log of answers: read and written, and nothing worked out.

use super::evidence::Newest;
use crate::bank::Kind;
use crate::history::HistoryError;
use crate::history::values::{columns, fitting, integer};
use crate::progress::{Answered, pack};
use crate::schedule::{Grade, Memory, StudyDay};
use crate::sitting::Verdict;
use rusqlite::{Connection, Params, Row, named_params};

/// A question as a learner remembers it.
#[derive(Clone, Debug, PartialEq)]
pub struct Remembered {
    /// Id of the bank.
    pub bank_id: String,
    /// Id of the question.
    pub question_id: String,
    /// The key that it was remembered under, see [`super::key_of`].
    pub key: String,
    /// Kind of the question when it was answered last.
    pub kind: Kind,
    /// Topic of the question when it was answered last.
    pub topic: String,
    /// What is remembered.
    pub memory: Memory,
    /// The study day on which it is due.
    pub due_day: StudyDay,
    /// What became of the last answer.
    pub last_verdict: Verdict,
}

const REMEMBERED: &str = "
    SELECT bank_id, question_id, key, kind, topic, stability, difficulty, first_day, last_day, due_day, answers, right_streak,
           last_grade, last_verdict, was_right, was_known, missed_days, last_missed_day
    FROM memory WHERE learner = ?1";

columns! { RememberedColumns:
    bank_id, question_id, key, kind, topic, stability, difficulty, first_day, last_day, due_day, answers, right_streak,
    last_grade, last_verdict, was_right, was_known, missed_days, last_missed_day
}

/// The memories of a learner, who is the first of `parameters`; `more` narrows and orders them.
pub(super) fn select(
    connection: &Connection,
    more: &str,
    parameters: impl Params,
) -> Result<Vec<Remembered>, HistoryError> {
    let mut statement = connection.prepare_cached(&format!("{REMEMBERED} {more}"))?;
    let at = RememberedColumns::of(&statement)?;
    let rows = statement.query_map(parameters, |row| remembered(row, &at))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whose memory of what a row is.
#[derive(Clone, Copy)]
pub(super) struct Owner<'a> {
    pub learner_id: i64,
    pub bank_id: &'a str,
    pub question_id: &'a str,
}

/// Takes the memories of a question and the log of its answers out.
pub(super) fn clear(connection: &Connection, owner: Owner<'_>) -> Result<(), HistoryError> {
    for table in ["memory", "answer_log"] {
        connection
            .prepare_cached(&format!("DELETE FROM {table} WHERE learner = ?1 AND bank_id = ?2 AND question_id = ?3"))?
            .execute((owner.learner_id, owner.bank_id, owner.question_id))?;
    }
    Ok(())
}

/// Keeps the log of the answers to a question.
pub(super) fn store_log(
    connection: &Connection,
    owner: Owner<'_>,
    newest: &Newest,
    log: &[Answered],
) -> Result<(), HistoryError> {
    connection
        .prepare_cached(
            "INSERT INTO answer_log (learner, bank_id, question_id, kind, topic, answers) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute((
            owner.learner_id,
            owner.bank_id,
            owner.question_id,
            newest.kind.as_str(),
            &newest.topic,
            pack(log),
        ))?;
    Ok(())
}

/// Keeps what is remembered under a key, with the day on which it is due.
pub(super) fn store(
    connection: &Connection,
    owner: Owner<'_>,
    key: &str,
    newest: &Newest,
    memory: &Memory,
    due_day: StudyDay,
) -> Result<(), HistoryError> {
    connection
        .prepare_cached(
            "INSERT INTO memory (learner, bank_id, question_id, key, kind, topic, stability, difficulty, first_day,
                                 last_day, due_day, answers, right_streak, last_grade, last_verdict, was_right,
                                 was_known, missed_days, last_missed_day)
             VALUES (:learner, :bank_id, :question_id, :key, :kind, :topic, :stability, :difficulty, :first_day,
                     :last_day, :due_day, :answers, :right_streak, :last_grade, :last_verdict, :was_right,
                     :was_known, :missed_days, :last_missed_day)",
        )?
        .execute(named_params! {
            ":learner": owner.learner_id,
            ":bank_id": owner.bank_id,
            ":question_id": owner.question_id,
            ":key": key,
            ":kind": newest.kind.as_str(),
            ":topic": newest.topic,
            ":stability": f64::from(memory.stability),
            ":difficulty": f64::from(memory.difficulty),
            ":first_day": integer(memory.first_day.0),
            ":last_day": integer(memory.last_day.0),
            ":due_day": integer(due_day.0),
            ":answers": integer(memory.answer_count),
            ":right_streak": integer(memory.right_streak),
            ":last_grade": integer(memory.last_grade.rating()),
            ":last_verdict": newest.verdict.as_str(),
            ":was_right": memory.was_right,
            ":was_known": memory.was_known,
            ":missed_days": integer(memory.missed_days),
            ":last_missed_day": memory.last_missed_day.map(|day| integer(day.0)),
        })?;
    Ok(())
}

fn remembered(row: &Row<'_>, at: &RememberedColumns) -> rusqlite::Result<Remembered> {
    let day = |column: usize| row.get::<_, i64>(column).map(|day| StudyDay(fitting(day)));
    let last_missed_day: Option<i64> = row.get(at.last_missed_day)?;
    Ok(Remembered {
        bank_id: row.get(at.bank_id)?,
        question_id: row.get(at.question_id)?,
        key: row.get(at.key)?,
        kind: row.get(at.kind)?,
        topic: row.get(at.topic)?,
        memory: Memory {
            stability: row.get::<_, f64>(at.stability)? as f32,
            difficulty: row.get::<_, f64>(at.difficulty)? as f32,
            last_day: day(at.last_day)?,
            first_day: day(at.first_day)?,
            answer_count: fitting(row.get(at.answers)?),
            right_streak: fitting(row.get(at.right_streak)?),
            last_grade: Grade::from_rating(fitting(row.get(at.last_grade)?)).unwrap_or(Grade::Again),
            was_right: row.get(at.was_right)?,
            was_known: row.get(at.was_known)?,
            missed_days: fitting(row.get(at.missed_days)?),
            last_missed_day: last_missed_day.map(|day| StudyDay(fitting(day))),
        },
        due_day: day(at.due_day)?,
        last_verdict: row.get(at.last_verdict)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::file::schema;

    #[test]
    fn what_is_due_comes_from_an_index() {
        let steps = schema::plan(&format!("{REMEMBERED} AND due_day <= 5"));
        assert!(steps.iter().any(|step| step.contains("memory_by_due")), "{steps:#?}");
    }
}
