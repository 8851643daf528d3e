//! Streams every response as a record. Deleted learners are left out.

use crate::history::values::{columns, fitting, moment, optional_moment, uuid};
use crate::history::{Filter, History, HistoryError, Unreadable, note};
use crate::sitting::ResponseRecord;
use rusqlite::Row;

/// From the sitting's start on; the index of that order makes sorting needless, so records stream.
const RESPONSES: &str = "
    SELECT l.name AS learner_name, l.uuid AS learner_id, s.uuid AS sitting, q.bank_id, s.bank_title, s.quiz_id, s.mode,
           s.seed, s.started_ms, s.started_offset_secs, s.finished_ms, s.finished_offset_secs, s.state, t.turn_index,
           t.attempt, q.question_id, q.hash, q.kind, q.topic, coalesce(t.prompt, q.prompt) AS prompt, t.options,
           t.response, coalesce(t.correct_response, q.correct_response) AS correct_response, t.score, t.max_score,
           t.verdict, t.note, t.certainty, t.hints_used, t.duration_ms, t.answered_ms, t.answered_offset_secs,
           t.is_flagged, t.is_overruled, t.remark, s.counts_for_review, t.marked_score
    FROM sitting s
    CROSS JOIN learner l ON l.id = s.learner
    CROSS JOIN turn t ON t.sitting = s.id
    CROSS JOIN question q ON q.id = t.question
    WHERE l.deleted_ms IS NULL
          AND (t.answered_ms IS NOT NULL OR (s.state = 'finished' AND t.attempt = 1))
          AND (:learner_name IS NULL OR l.name = :learner_name)
          AND (:learner_id IS NULL OR l.id = :learner_id)
          AND (:bank IS NULL OR q.bank_id = :bank)
          AND (:sitting IS NULL OR s.uuid = :sitting)
    ORDER BY s.started_ms, s.id, t.turn_index";

columns! { Columns:
    learner_name, learner_id, sitting, bank_id, bank_title, quiz_id, mode, seed, started_ms, started_offset_secs,
    finished_ms, finished_offset_secs, state, turn_index, attempt, question_id, hash, kind, topic, prompt, options,
    response, correct_response, score, max_score, verdict, note, certainty, hints_used, duration_ms, answered_ms,
    answered_offset_secs, is_flagged, is_overruled, remark, counts_for_review, marked_score
}

impl History {
    /// Hands over one record a question, by the sitting's start and then by position, without holding them all.
    ///
    /// Of a finished sitting every question is a record; of one in progress or abandoned, only those
    /// answered or said not to be known. What this program cannot make sense of is left out and given back.
    ///
    /// # Errors
    /// What SQLite says, or what `take` returns, which ends it.
    pub fn for_each_response<E: From<HistoryError>>(
        &self,
        filter: &Filter,
        take: impl FnMut(ResponseRecord) -> Result<(), E>,
    ) -> Result<Vec<Unreadable>, E> {
        self.for_each_record(RESPONSES, filter, Columns::of, record, take)
    }
}

fn record(row: &Row<'_>, at: &Columns) -> rusqlite::Result<ResponseRecord> {
    Ok(ResponseRecord {
        learner_name: row.get(at.learner_name)?,
        learner_id: uuid(row, at.learner_id)?,
        sitting_id: uuid(row, at.sitting)?,
        bank_id: row.get(at.bank_id)?,
        bank_title: row.get(at.bank_title)?,
        quiz_id: row.get(at.quiz_id)?,
        mode: row.get(at.mode)?,
        seed: fitting(row.get(at.seed)?),
        started_at: moment(row, at.started_ms, at.started_offset_secs)?,
        finished_at: optional_moment(row, at.finished_ms, at.finished_offset_secs)?,
        state: row.get(at.state)?,
        position: fitting::<u32>(row.get(at.turn_index)?).saturating_add(1),
        attempt: fitting(row.get(at.attempt)?),
        question_id: row.get(at.question_id)?,
        question_hash: row.get(at.hash)?,
        kind: row.get(at.kind)?,
        topic: row.get(at.topic)?,
        prompt: row.get(at.prompt)?,
        options: row.get(at.options)?,
        response: row.get(at.response)?,
        correct_response: row.get(at.correct_response)?,
        score: row.get(at.score)?,
        max_score: row.get(at.max_score)?,
        verdict: row.get(at.verdict)?,
        note: row.get_ref(at.note)?.as_str_or_null()?.and_then(note::from_column),
        certainty: row.get(at.certainty)?,
        hints_used: fitting(row.get(at.hints_used)?),
        duration_ms: fitting(row.get(at.duration_ms)?),
        answered_at: optional_moment(row, at.answered_ms, at.answered_offset_secs)?,
        is_flagged: row.get(at.is_flagged)?,
        is_overruled: row.get(at.is_overruled)?,
        remark: row.get(at.remark)?,
        counts_for_review: row.get(at.counts_for_review)?,
        marked_score: row.get(at.marked_score)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::file::schema;

    #[test]
    fn a_million_responses_are_never_sorted_in_memory() {
        let plan = schema::plan(RESPONSES);
        assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{plan:#?}");
    }
}
