//! What is remembered of each question, kept beside the turns that it follows from: it can be thrown away and worked out again,
//! to the same values. An answer and what follows from it are one transaction.

use crate::bank::{Kind, Question};
use crate::history::study::{Study, study_of};
use crate::history::values::{columns, fitting, integer, moment};
use crate::history::{History, HistoryError, note};
use crate::progress::{Answered, Expected, Rightness, Trace, pack};
use crate::schedule::{Evidence, Grade, Memory, Model, StudyDay, Target, expected_share_right, in_order, mark_of};
use crate::sitting::response::correct_written;
use crate::sitting::{Certainty, Note, Verdict};
use rusqlite::{Connection, Row, named_params};
use std::collections::{BTreeMap, BTreeSet};

/// Questions that are worked out in one transaction, so that an answer never waits long.
const QUESTIONS_AT_ONCE: usize = 250;

/// A question as a learner remembers it.
#[derive(Clone, Debug, PartialEq)]
pub struct Remembered {
    /// Id of the bank.
    pub bank_id: String,
    /// Id of the question.
    pub question_id: String,
    /// The key that it was remembered under, see [`key_of`].
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

/// The key under which a question is remembered: its right answer, as the CSV writes it. So a question that is reworded keeps
/// its memory, and one with another right answer starts afresh. Any draw of a calculated question has the same key, which is
/// empty.
pub fn key_of(question: &Question) -> String {
    if question.kind() == Kind::Calculated { String::new() } else { correct_written(question) }
}

const REMEMBERED: &str = "
    SELECT bank_id, question_id, key, kind, topic, stability, difficulty, first_day, last_day, due_day, answers, right_streak,
           last_grade, last_verdict, was_right, was_known, missed_days, last_missed_day
    FROM memory WHERE learner = ?1";

columns! { RememberedColumns:
    bank_id, question_id, key, kind, topic, stability, difficulty, first_day, last_day, due_day, answers, right_streak,
    last_grade, last_verdict, was_right, was_known, missed_days, last_missed_day
}

/// The answers of a learner to one question, under every key that it had.
const EVIDENCE: &str = "
    SELECT CASE q.kind WHEN 'calculated' THEN '' ELSE q.correct_response END AS key, q.kind, q.topic, t.verdict, t.score,
           t.max_score, t.certainty, t.hints_used, t.note, t.answered_ms, t.answered_offset_secs, s.uuid AS sitting,
           t.turn_index, t.attempt, s.counts_for_review, s.counts_certainty, t.duration_ms, t.option_order
    FROM question q
    JOIN turn t ON t.question = q.id
    JOIN sitting s ON s.id = t.sitting
    WHERE q.bank_id = ?2 AND q.question_id = ?3 AND s.learner = ?1 AND t.answered_ms IS NOT NULL";

columns! { EvidenceColumns:
    key, kind, topic, verdict, score, max_score, certainty, hints_used, note, answered_ms, answered_offset_secs, sitting,
    turn_index, attempt, counts_for_review, counts_certainty, duration_ms, option_order
}

/// An answer's place among those of the same instant: its sitting, position and attempt.
type Place = (String, i64, i64);

/// What is known of an answer beside the evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Beside {
    counts_for_review: bool,
    duration_ms: u32,
    options: usize,
}

/// The answers under one key, with what the newest of them says of the question.
struct Answers {
    evidence: Vec<((Place, Beside), Evidence)>,
    /// Of those that count for review.
    newest: Option<Newest>,
}

/// What the newest answer says of the question.
#[derive(Clone)]
struct Newest {
    when: (i64, Place),
    topic: String,
    kind: Kind,
    verdict: Verdict,
}

impl Newest {
    /// Takes `this` over where it is newer.
    fn take(newest: &mut Option<Self>, this: &Self) {
        if newest.as_ref().is_none_or(|newest| this.when >= newest.when) {
            *newest = Some(this.clone());
        }
    }
}

impl History {
    /// The questions that are due on that study day or were before, the longest due first. What is due stands in an index.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn due(&self, learner_id: i64, on: StudyDay) -> Result<Vec<Remembered>, HistoryError> {
        let sql = format!("{REMEMBERED} AND due_day <= ?2 ORDER BY due_day, bank_id, question_id, key");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let at = RememberedColumns::of(&statement)?;
        let rows = statement.query_map((learner_id, integer(on.0)), |row| remembered(row, &at))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Every question that this learner has met, with what is remembered of it, by bank and question.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn remembered(&self, learner_id: i64) -> Result<Vec<Remembered>, HistoryError> {
        let mut statement =
            self.connection.prepare_cached(&format!("{REMEMBERED} ORDER BY bank_id, question_id, key"))?;
        let at = RememberedColumns::of(&statement)?;
        let rows = statement.query_map([learner_id], |row| remembered(row, &at))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What is remembered of one question under one key; `None` where it was never answered so.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn memory_of(
        &self,
        learner_id: i64,
        bank_id: &str,
        question_id: &str,
        key: &str,
    ) -> Result<Option<Remembered>, HistoryError> {
        let sql = format!("{REMEMBERED} AND bank_id = ?2 AND question_id = ?3 AND key = ?4");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let at = RememberedColumns::of(&statement)?;
        let mut rows = statement.query_map((learner_id, bank_id, question_id, key), |row| remembered(row, &at))?;
        Ok(rows.next().transpose()?)
    }

    /// Whether what is remembered was worked out from every answer of this learner. It was not for results that an earlier
    /// version of Torus recorded, and after [`History::set_study`] with other parameters.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn memory_is_whole(&self, learner_id: i64) -> Result<bool, HistoryError> {
        let mut statement = self.connection.prepare_cached("SELECT memory_is_whole FROM learner WHERE id = ?1")?;
        Ok(statement.query_row([learner_id], |row| row.get(0))?)
    }

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

    /// How many answers of this learner count for review.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn answer_count(&self, learner_id: i64) -> Result<u32, HistoryError> {
        let mut statement =
            self.connection.prepare_cached("SELECT coalesce(sum(answers), 0) FROM memory WHERE learner = ?1")?;
        Ok(fitting(statement.query_row([learner_id], |row| row.get(0))?))
    }

    /// The answers of this learner to each question under each key, in the order in which they count: what a model is fitted
    /// to.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn evidence(&self, learner_id: i64) -> Result<Vec<Vec<Evidence>>, HistoryError> {
        let scheduler = Scheduler::of(&self.connection, learner_id)?;
        let mut all = Vec::new();
        for (bank_id, question_id) in self.answered_questions(learner_id)? {
            let (by_key, _) = scheduler.answers(&self.connection, &bank_id, &question_id)?;
            for mut answers in by_key.into_values() {
                answers.evidence.retain(|((_, beside), _)| beside.counts_for_review);
                in_order(&mut answers.evidence);
                all.push(answers.evidence.into_iter().map(|(_, evidence)| evidence).collect());
            }
        }
        // What was answered only where it does not count is no evidence.
        all.retain(|answers: &Vec<Evidence>| !answers.is_empty());
        Ok(all)
    }

    fn answered_questions(&self, learner_id: i64) -> Result<Vec<(String, String)>, HistoryError> {
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
fn begin_anew(connection: &Connection, learner_id: i64) -> Result<(), HistoryError> {
    connection.execute(
        "UPDATE learner SET memory_is_whole = 0, memory_round = memory_round + 1 WHERE id = ?1",
        [learner_id],
    )?;
    Ok(())
}

/// The questions whose answers were changed by other means than answering, for each learner.
#[derive(Default)]
pub(super) struct Touched {
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

/// What works out memories for one learner: the model of their forgetting and the target.
pub(super) struct Scheduler {
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
        for table in ["memory", "answer_log"] {
            connection
                .prepare_cached(&format!(
                    "DELETE FROM {table} WHERE learner = ?1 AND bank_id = ?2 AND question_id = ?3"
                ))?
                .execute((self.learner_id, bank_id, question_id))?;
        }
        let (by_key, newest) = self.answers(connection, bank_id, question_id)?;
        let mut log = Vec::new();
        for (key, mut answers) in by_key {
            in_order(&mut answers.evidence);
            let memory = self.fold(&answers, &mut log);
            if let (Some(memory), Some(newest)) = (memory, &answers.newest) {
                self.store(connection, [bank_id, question_id, &key], newest, &memory)?;
            }
        }
        // Those under different keys mix in time.
        log.sort_by(|(one, _), (other, _)| one.cmp(other));
        let log: Vec<Answered> = log.into_iter().map(|(_, answered)| answered).collect();
        newest.map_or(Ok(()), |newest| self.store_log(connection, [bank_id, question_id], &newest, &log))
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
        let mut statement = connection.prepare_cached(REMEMBERED)?;
        let at = RememberedColumns::of(&statement)?;
        let rows = statement.query_map([self.learner_id], |row| remembered(row, &at))?;
        let mut update = connection.prepare_cached(
            "UPDATE memory SET due_day = ?5 WHERE learner = ?1 AND bank_id = ?2 AND question_id = ?3 AND key = ?4",
        )?;
        // All are read before the first is moved: moving changes the index that they may be read by.
        for row in rows.collect::<Result<Vec<_>, _>>()? {
            let due_day = row.memory.due_on(self.target, &self.model);
            update.execute((self.learner_id, row.bank_id, row.question_id, row.key, integer(due_day.0)))?;
        }
        Ok(())
    }

    /// The answers by key, and what the newest of all says of the question.
    fn answers(
        &self,
        connection: &Connection,
        bank_id: &str,
        question_id: &str,
    ) -> Result<(BTreeMap<String, Answers>, Option<Newest>), HistoryError> {
        let mut statement = connection.prepare_cached(EVIDENCE)?;
        let at = EvidenceColumns::of(&statement)?;
        let mut rows = statement.query((self.learner_id, bank_id, question_id))?;
        let (mut answers, mut newest): (BTreeMap<String, Answers>, _) = (BTreeMap::new(), None);
        while let Some(row) = rows.next()? {
            let Some((evidence, verdict)) = evidence(row, &at)? else { continue };
            let place: Place = (row.get(at.sitting)?, row.get(at.turn_index)?, row.get(at.attempt)?);
            let beside = beside(row, &at)?;
            let when = (evidence.answered_at.unix_ms, place.clone());
            let this = Newest { when, topic: row.get(at.topic)?, kind: evidence.kind, verdict };
            let under_key = answers.entry(row.get(at.key)?).or_insert(Answers { evidence: Vec::new(), newest: None });
            under_key.evidence.push(((place, beside), evidence));
            Newest::take(&mut newest, &this);
            if beside.counts_for_review {
                Newest::take(&mut under_key.newest, &this);
            }
        }
        Ok((answers, newest))
    }

    fn store_log(
        &self,
        connection: &Connection,
        [bank_id, question_id]: [&str; 2],
        newest: &Newest,
        log: &[Answered],
    ) -> Result<(), HistoryError> {
        connection
            .prepare_cached(
                "INSERT INTO answer_log (learner, bank_id, question_id, kind, topic, answers) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute((self.learner_id, bank_id, question_id, newest.kind.as_str(), &newest.topic, pack(log)))?;
        Ok(())
    }

    fn store(
        &self,
        connection: &Connection,
        [bank_id, question_id, key]: [&str; 3],
        newest: &Newest,
        memory: &Memory,
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
                ":learner": self.learner_id,
                ":bank_id": bank_id,
                ":question_id": question_id,
                ":key": key,
                ":kind": newest.kind.as_str(),
                ":topic": newest.topic,
                ":stability": f64::from(memory.stability),
                ":difficulty": f64::from(memory.difficulty),
                ":first_day": integer(memory.first_day.0),
                ":last_day": integer(memory.last_day.0),
                ":due_day": integer(memory.due_on(self.target, &self.model).0),
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
}

/// What an answer tells, with its verdict; `None` where nothing was answered, or where this program does not know what
/// was.
fn evidence(row: &Row<'_>, at: &EvidenceColumns) -> rusqlite::Result<Option<(Evidence, Verdict)>> {
    let name = |column: usize| Ok::<_, rusqlite::Error>(row.get_ref(column)?.as_str_or_null()?.unwrap_or_default());
    let (verdict, kind) = (Verdict::from_name(name(at.verdict)?), Kind::from_name(name(at.kind)?));
    let (Some(verdict), Some(kind)) = (verdict, kind) else { return Ok(None) };
    let certainty = row.get::<_, Option<i64>>(at.certainty)?.and_then(|level| Certainty::from_level(fitting(level)));
    // Who did not say how sure they were was not sure, and the score says so.
    let counted = if row.get(at.counts_certainty)? { certainty.or(Some(Certainty::Low)) } else { certainty };
    let note = row.get_ref(at.note)?.as_str_or_null()?.and_then(note::from_column);
    let is_given_up = note == Some(Note::NotKnown);
    let mark = mark_of(verdict, row.get(at.score)?, row.get(at.max_score)?, counted).or(is_given_up.then_some(0.0));
    let Some(mark) = mark else { return Ok(None) };
    let evidence = Evidence {
        kind,
        mark,
        certainty,
        hints_used: fitting(row.get(at.hints_used)?),
        is_given_up,
        answered_at: moment(row, at.answered_ms, at.answered_offset_secs)?,
    };
    Ok(Some((evidence, verdict)))
}

fn beside(row: &Row<'_>, at: &EvidenceColumns) -> rusqlite::Result<Beside> {
    let order = row.get_ref(at.option_order)?.as_str_or_null()?.unwrap_or_default();
    Ok(Beside {
        counts_for_review: row.get(at.counts_for_review)?,
        duration_ms: row.get::<_, i64>(at.duration_ms)?.clamp(0, u32::MAX.into()) as u32,
        options: if order.is_empty() { 0 } else { order.split(',').count() },
    })
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

    fn plan(sql: &str) -> Vec<String> {
        let connection = Connection::open_in_memory().expect("opens");
        schema::migrate(&connection, schema::MIGRATIONS).expect("makes the tables");
        let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("plans");
        statement.raw_query().mapped(|row| row.get(3)).collect::<Result<_, _>>().expect("tells")
    }

    #[test]
    fn what_is_due_comes_from_an_index() {
        let steps = plan(&format!("{REMEMBERED} AND due_day <= 5"));
        assert!(steps.iter().any(|step| step.contains("memory_by_due")), "{steps:#?}");
    }

    #[test]
    fn an_answer_looks_at_the_turns_of_its_question_alone() {
        let steps = plan(EVIDENCE);
        assert!(steps.iter().any(|step| step.contains("question_by_name")), "{steps:#?}");
        assert!(steps.iter().any(|step| step.contains("turn_by_question")), "{steps:#?}");
        assert!(!steps.iter().any(|step| step.starts_with("SCAN")), "{steps:#?}");
    }
}
