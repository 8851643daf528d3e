//! The answers to a question, read from the turns as evidence of a memory. Works out nothing.

use crate::bank::Kind;
use crate::history::values::{columns, fitting, moment};
use crate::history::{History, HistoryError, note};
use crate::schedule::{Evidence, in_order, mark_of};
use crate::sitting::{Certainty, Note, Verdict};
use rusqlite::{Connection, Row};
use std::collections::BTreeMap;

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
pub(super) type Place = (String, i64, i64);

/// What is known of an answer beside the evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Beside {
    pub counts_for_review: bool,
    pub duration_ms: u32,
    pub options: usize,
}

/// The answers under one key, with what the newest of them says of the question.
pub(super) struct Answers {
    pub evidence: Vec<((Place, Beside), Evidence)>,
    /// Of those that count for review.
    pub newest: Option<Newest>,
}

/// What the newest answer says of the question.
#[derive(Clone)]
pub(super) struct Newest {
    when: (i64, Place),
    pub topic: String,
    pub kind: Kind,
    pub verdict: Verdict,
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
    /// The answers of this learner to each question under each key, in the order in which they count: what a model is fitted
    /// to.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn evidence(&self, learner_id: i64) -> Result<Vec<Vec<Evidence>>, HistoryError> {
        let mut all = Vec::new();
        for (bank_id, question_id) in self.answered_questions(learner_id)? {
            let (by_key, _) = answers_to(&self.connection, learner_id, &bank_id, &question_id)?;
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
}

/// The answers of a learner to a question by key, and what the newest of all says of the question.
pub(super) fn answers_to(
    connection: &Connection,
    learner_id: i64,
    bank_id: &str,
    question_id: &str,
) -> Result<(BTreeMap<String, Answers>, Option<Newest>), HistoryError> {
    let mut statement = connection.prepare_cached(EVIDENCE)?;
    let at = EvidenceColumns::of(&statement)?;
    let mut rows = statement.query((learner_id, bank_id, question_id))?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::file::schema;

    #[test]
    fn an_answer_looks_at_the_turns_of_its_question_alone() {
        let steps = schema::plan(EVIDENCE);
        assert!(steps.iter().any(|step| step.contains("question_by_name")), "{steps:#?}");
        assert!(steps.iter().any(|step| step.contains("turn_by_question")), "{steps:#?}");
        assert!(!steps.iter().any(|step| step.starts_with("SCAN")), "{steps:#?}");
    }
}
