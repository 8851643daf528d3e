//! Records a sitting as it goes on: its start, each answer, its end.

use crate::bank::Question;
use crate::history::memory::Scheduler;
use crate::history::results::sum_up;
use crate::history::values::{fitting, integer, real};
use crate::history::{History, HistoryError, note, question};
use crate::sitting::response::{correct_written, join_parts, written_options};
use crate::sitting::{Certainty, Note, Sitting, State, Turn};
use rusqlite::{Connection, OptionalExtension, named_params};

impl History {
    /// Writes down a sitting that has just begun, with every question as it will be asked.
    ///
    /// # Errors
    /// [`HistoryError::UnknownLearner`] where there is no such learner.
    pub fn begin(&self, learner_id: i64, sitting: &Sitting) -> Result<(), HistoryError> {
        let transaction = self.transaction()?;
        self.require_learner(learner_id)?;
        let row = insert_sitting(&transaction, learner_id, sitting)?;
        insert_turns(&transaction, row, sitting, 0)?;
        store_place(&transaction, row, sitting)?;
        Ok(transaction.commit()?)
    }

    /// Writes down an answer, the place in the sitting, and any turns that came since: one transaction, which is on
    /// the disk when this returns. A blank response is no answer.
    ///
    /// # Errors
    /// [`HistoryError::UnknownSitting`] before [`Self::begin`], [`HistoryError::UnknownTurn`] past the last turn,
    /// [`HistoryError::WentOnElsewhere`] where answers came in meanwhile that this sitting does not have.
    pub fn record_answer(&self, sitting: &Sitting, turn_index: usize) -> Result<(), HistoryError> {
        let transaction = self.transaction()?;
        let row = row_of(&transaction, sitting)?;
        require_own_answers(&transaction, row, sitting, Some(turn_index))?;
        let known = known_turns(&transaction, row)?;
        insert_turns(&transaction, row, sitting, known)?;
        store_turn(&transaction, row, sitting, turn_index)?;
        store_place(&transaction, row, sitting)?;
        remember(&transaction, row, sitting, turn_index..turn_index + 1)?;
        // In practice the last answer ends it, and the window may be gone before it is handed in.
        if sitting.state == State::Finished {
            sum_up(&transaction, row)?;
        }
        Ok(transaction.commit()?)
    }

    /// Writes down what changed in a turn without an answer: its flag, the hints shown, its time.
    ///
    /// # Errors
    /// As [`Self::record_answer`].
    pub fn record_turn(&self, sitting: &Sitting, turn_index: usize) -> Result<(), HistoryError> {
        let transaction = self.transaction()?;
        let row = row_of(&transaction, sitting)?;
        store_turn(&transaction, row, sitting, turn_index)?;
        let known = known_turns(&transaction, row)?;
        // A flag is of the question, so its other turns may have changed too.
        for same in sitting.turns_of_same_question(turn_index) {
            if same != turn_index && same < known {
                store_turn(&transaction, row, sitting, same)?;
            }
        }
        Ok(transaction.commit()?)
    }

    /// Writes down that a mark was overruled or that this was taken back, with the second tries that went or came by it.
    ///
    /// # Errors
    /// As [`Self::record_answer`].
    pub fn record_overruling(&self, sitting: &Sitting, turn_index: usize) -> Result<(), HistoryError> {
        let transaction = self.transaction()?;
        let row = row_of(&transaction, sitting)?;
        require_own_answers(&transaction, row, sitting, None)?;
        store_turn(&transaction, row, sitting, turn_index)?;
        // Second tries stand behind the whole paper; those behind one that went have other numbers now.
        let first_again = sitting.question_count();
        transaction
            .prepare_cached("DELETE FROM turn WHERE sitting = ?1 AND turn_index >= ?2")?
            .execute((row, integer(first_again)))?;
        insert_turns(&transaction, row, sitting, first_again)?;
        store_place(&transaction, row, sitting)?;
        remember(&transaction, row, sitting, turn_index..turn_index + 1)?;
        sum_up(&transaction, row)?;
        Ok(transaction.commit()?)
    }

    /// Writes down which question is on the screen and how long the sitting was open.
    ///
    /// # Errors
    /// [`HistoryError::UnknownSitting`] before [`Self::begin`].
    pub fn record_place(&self, sitting: &Sitting) -> Result<(), HistoryError> {
        let transaction = self.transaction()?;
        store_place(&transaction, row_of(&transaction, sitting)?, sitting)?;
        Ok(transaction.commit()?)
    }

    /// Writes down the end of a sitting, with every turn as it stands now.
    ///
    /// # Errors
    /// [`HistoryError::UnknownSitting`] before [`Self::begin`], [`HistoryError::WentOnElsewhere`] as
    /// [`Self::record_answer`].
    pub fn finish(&self, sitting: &Sitting) -> Result<(), HistoryError> {
        let transaction = self.transaction()?;
        let row = row_of(&transaction, sitting)?;
        require_own_answers(&transaction, row, sitting, None)?;
        let known = known_turns(&transaction, row)?;
        for turn_index in 0..known.min(sitting.turns.len()) {
            store_turn(&transaction, row, sitting, turn_index)?;
        }
        insert_turns(&transaction, row, sitting, known)?;
        store_place(&transaction, row, sitting)?;
        remember(&transaction, row, sitting, 0..sitting.turns.len())?;
        sum_up(&transaction, row)?;
        Ok(transaction.commit()?)
    }
}

/// Works out anew what is remembered of the questions of these turns, and logs what does not count for review too.
fn remember(
    connection: &Connection,
    row: i64,
    sitting: &Sitting,
    turns: std::ops::Range<usize>,
) -> Result<(), HistoryError> {
    let learner: i64 =
        connection.prepare_cached("SELECT learner FROM sitting WHERE id = ?1")?.query_row([row], |row| row.get(0))?;
    let scheduler = Scheduler::of(connection, learner)?;
    for turn in sitting.turns.get(turns).unwrap_or_default().iter() {
        scheduler.remember(connection, &turn.item.bank_id, &turn.item.question.id)?;
    }
    Ok(())
}

fn insert_sitting(connection: &Connection, learner_id: i64, sitting: &Sitting) -> Result<i64, HistoryError> {
    connection
        .prepare_cached(
            "INSERT INTO sitting (uuid, learner, bank_id, bank_title, quiz_id, seed, mode, time_limit_secs,
                                  pass_percent, counts_certainty, runs_on, counts_for_review, started_ms, started_offset_secs, state,
                                  elapsed_ms, current_turn)
             VALUES (:uuid, :learner, :bank_id, :bank_title, :quiz_id, :seed, :mode, :time_limit_secs,
                     :pass_percent, :counts_certainty, :runs_on, :counts_for_review, :started_ms, :started_offset_secs,
                     'in_progress', 0, 0)",
        )?
        .execute(named_params! {
            ":uuid": sitting.id.to_string(),
            ":learner": learner_id,
            ":bank_id": sitting.bank_id,
            ":bank_title": sitting.bank_title,
            ":quiz_id": sitting.quiz_id,
            ":seed": sitting.seed,
            ":mode": sitting.terms.mode.as_str(),
            ":time_limit_secs": sitting.terms.time_limit_secs,
            ":pass_percent": sitting.terms.pass_percent,
            ":counts_certainty": sitting.terms.certainty,
            ":runs_on": sitting.terms.runs_on,
            ":counts_for_review": !sitting.terms.stays_out_of_review,
            ":started_ms": sitting.started_at.unix_ms,
            ":started_offset_secs": sitting.started_at.offset_secs,
        })?;
    Ok(connection.last_insert_rowid())
}

fn store_place(connection: &Connection, row: i64, sitting: &Sitting) -> Result<(), HistoryError> {
    connection
        .prepare_cached(
            "UPDATE sitting SET current_turn = :current_turn, elapsed_ms = :elapsed_ms, state = :state,
                                finished_ms = :finished_ms, finished_offset_secs = :finished_offset_secs,
                                seen_ms = :seen_ms, seen_offset_secs = :seen_offset_secs, times_left = :times_left,
                                away_ms = :away_ms
             WHERE id = :id",
        )?
        .execute(named_params! {
            ":id": row,
            ":current_turn": integer(sitting.current),
            ":elapsed_ms": integer(sitting.elapsed_ms),
            ":state": sitting.state.as_str(),
            ":finished_ms": sitting.finished_at.map(|at| at.unix_ms),
            ":finished_offset_secs": sitting.finished_at.map(|at| at.offset_secs),
            ":seen_ms": sitting.seen_at.map(|at| at.unix_ms),
            ":seen_offset_secs": sitting.seen_at.map(|at| at.offset_secs),
            ":times_left": sitting.times_left,
            ":away_ms": integer(sitting.away_ms),
        })?;
    Ok(())
}

/// Adds the sitting's turns from `first` on, as they stand.
fn insert_turns(connection: &Connection, row: i64, sitting: &Sitting, first: usize) -> Result<(), HistoryError> {
    for (turn_index, turn) in sitting.turns.iter().enumerate().skip(first) {
        let item = &turn.item;
        let order: Vec<String> = item.option_order.iter().map(usize::to_string).collect();
        let drawn = item.drawn.as_ref();
        connection
            .prepare_cached(
                "INSERT INTO turn (sitting, turn_index, question, attempt, option_order, options, verdict, score,
                                   max_score, duration_ms, hints_used, is_flagged, drawn, prompt, correct_response,
                                   other_answers)
                 VALUES (:sitting, :turn_index, :question, :attempt, :option_order, :options, 'unanswered', 0,
                         :max_score, 0, 0, 0, :drawn, :prompt, :correct_response, :other_answers)",
            )?
            .execute(named_params! {
                ":sitting": row,
                ":turn_index": integer(turn_index),
                ":question": question::row_of(connection, &item.bank_id, item.original())?,
                ":attempt": turn.attempt,
                ":option_order": order.join(","),
                ":options": written_options(&item.question, &item.option_order),
                ":max_score": real(turn.max_score()),
                ":drawn": drawn.map(|drawn| drawn_column(&drawn.values)),
                ":prompt": drawn.map(|_| &item.question.prompt),
                ":correct_response": drawn.map(|_| correct_written(&item.question)),
                ":other_answers": other_answers_column(&item.question),
            })?;
        if is_touched(turn) {
            store_turn(connection, row, sitting, turn_index)?;
        }
    }
    Ok(())
}

/// What no slip may lead to, beside what the question itself names.
fn other_answers_column(question: &Question) -> Option<String> {
    let others = question.answer.other_answers();
    (!others.is_empty()).then(|| join_parts(others.iter().map(|form| &**form)))
}

/// The shortest text of each number reads back as the same number.
fn drawn_column(values: &[f64]) -> String {
    values.iter().map(f64::to_string).collect::<Vec<_>>().join(",")
}

fn is_touched(turn: &Turn) -> bool {
    turn.is_done() || turn.is_flagged || turn.hints_used > 0 || turn.duration_ms > 0 || !turn.remark.is_empty()
}

/// What can change of a turn that is there.
fn store_turn(connection: &Connection, row: i64, sitting: &Sitting, turn_index: usize) -> Result<(), HistoryError> {
    let unknown = HistoryError::UnknownTurn { sitting: sitting.id, turn_index };
    let Some(turn) = sitting.turns.get(turn_index) else { return Err(unknown) };
    let response = turn.response.as_ref().filter(|response| !response.is_blank());
    let mark = turn.mark.as_ref().filter(|_| response.is_some());
    let answered_at = turn.answered_at.filter(|_| response.is_some() || turn.is_not_known());
    let note = if turn.is_not_known() { Some(&Note::NotKnown) } else { mark.and_then(|mark| mark.note.as_ref()) };
    let changed = connection
        .prepare_cached(
            "UPDATE turn SET response = :response, fraction = :fraction, note = :note, verdict = :verdict,
                             score = :score, answered_ms = :answered_ms, answered_offset_secs = :answered_offset_secs,
                             duration_ms = :duration_ms, hints_used = :hints_used, is_flagged = :is_flagged,
                             certainty = :certainty, is_overruled = :is_overruled, overruled_ms = :overruled_ms,
                             overruled_offset_secs = :overruled_offset_secs, marked_score = :marked_score,
                             marked_verdict = :marked_verdict, remark = :remark
             WHERE sitting = :sitting AND turn_index = :turn_index",
        )?
        .execute(named_params! {
            ":sitting": row,
            ":turn_index": integer(turn_index),
            ":response": response.map(|response| response.written(&turn.item.question)),
            ":fraction": mark.map(|mark| real(mark.fraction)),
            ":note": note.map(note::to_column),
            ":verdict": if mark.is_some() { turn.verdict().as_str() } else { "unanswered" },
            ":score": real(if mark.is_some() { turn.score() } else { 0.0 }),
            ":answered_ms": answered_at.map(|at| at.unix_ms),
            ":answered_offset_secs": answered_at.map(|at| at.offset_secs),
            ":duration_ms": integer(turn.duration_ms),
            ":hints_used": turn.hints_used,
            ":is_flagged": turn.is_flagged,
            ":certainty": turn.certainty.filter(|_| response.is_some()).map(Certainty::level),
            ":is_overruled": turn.is_overruled(),
            ":overruled_ms": turn.overruling.map(|overruling| overruling.at.unix_ms),
            ":overruled_offset_secs": turn.overruling.map(|overruling| overruling.at.offset_secs),
            ":marked_score": turn.is_overruled().then(|| real(turn.marked_score())),
            ":marked_verdict": turn.is_overruled().then(|| turn.marked_verdict().as_str()),
            ":remark": turn.remark,
        })?;
    if changed == 1 { Ok(()) } else { Err(unknown) }
}

fn row_of(connection: &Connection, sitting: &Sitting) -> Result<i64, HistoryError> {
    connection
        .prepare_cached("SELECT id FROM sitting WHERE uuid = ?1")?
        .query_row([sitting.id.to_string()], |row| row.get(0))
        .optional()?
        .ok_or(HistoryError::UnknownSitting { id: sitting.id })
}

/// That no answer stands in the file that the sitting does not have, as after a merge meanwhile: what is written now would
/// write over it. The turn at `but` is being answered, and in a test may have been before.
fn require_own_answers(
    connection: &Connection,
    row: i64,
    sitting: &Sitting,
    but: Option<usize>,
) -> Result<(), HistoryError> {
    let mut statement = connection.prepare_cached(
        "SELECT turn_index FROM turn WHERE sitting = ?1 AND answered_ms IS NOT NULL ORDER BY turn_index",
    )?;
    let mut rows = statement.query([row])?;
    while let Some(row) = rows.next()? {
        let turn_index: usize = fitting(row.get(0)?);
        let is_own = sitting.turns.get(turn_index).is_some_and(|turn| turn.answered_at.is_some());
        if !is_own && but != Some(turn_index) {
            return Err(HistoryError::WentOnElsewhere { sitting: sitting.id });
        }
    }
    Ok(())
}

/// How many turns are written down; they are numbered without gaps, so the last one tells.
fn known_turns(connection: &Connection, row: i64) -> Result<usize, HistoryError> {
    let known: i64 = connection
        .prepare_cached("SELECT coalesce(max(turn_index) + 1, 0) FROM turn WHERE sitting = ?1")?
        .query_row([row], |row| row.get(0))?;
    Ok(fitting(known))
}
