//! Adds what another data folder has recorded. Learners and sittings are told apart by their UUIDs, so that twice is once;
//! what two computers know of one sitting becomes the same on both, whichever takes in the other. All or nothing.

mod rows;
mod together;
mod union;

use crate::history::memory::Touched;
use crate::history::question::hash;
use crate::history::results::sum_up;
use crate::history::{History, HistoryError};
use rows::{Questions, StoredLearner};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::HashMap;
use std::path::Path;
use together::StoredSitting;
use union::{StoredTurn, union};

/// What came in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Learners who were not known.
    pub learners: usize,
    /// Sittings that were not known.
    pub sittings: usize,
    /// Answers that were not known, those of new sittings included.
    pub answers: usize,
    /// Sittings that were known, and of which something came in.
    pub went_on: usize,
    /// Sittings there that stay out because their learner was deleted here.
    pub left_out: usize,
}

impl Merged {
    /// Whether nothing came in.
    pub fn is_nothing(&self) -> bool {
        Self { left_out: 0, ..*self } == Self::default()
    }
}

impl History {
    /// Adds what the file of results at `other` holds, which is read and never changed. `tell` hears the share that is done,
    /// 0 to 1, and says whether to go on.
    ///
    /// Nothing here is overwritten: names stay, and so does what learners chose for their study. A learner who was deleted
    /// here stays deleted. Of a sitting that went on in two places both have the union of the turns, the newest word on a
    /// mark, on whose it is and on whether it counts; where one question was answered in both, see the file `union.rs`.
    ///
    /// # Errors
    /// [`HistoryError::NoResults`], [`HistoryError::DamagedElsewhere`], [`HistoryError::NotAHistory`] or
    /// [`HistoryError::NewerVersion`] about that file, [`HistoryError::Stopped`] where `tell` says so, or what SQLite says. In
    /// each case nothing was added.
    pub fn merge(&self, other: &Path, tell: &dyn Fn(f32) -> bool) -> Result<Merged, HistoryError> {
        let named = |error| match error {
            HistoryError::Damaged => HistoryError::DamagedElsewhere { path: other.to_path_buf() },
            error => error,
        };
        let no_results = || HistoryError::NoResults { path: other.parent().unwrap_or(other).to_path_buf() };
        let theirs = Self::open_read_only(other).map_err(named)?.ok_or_else(no_results)?;
        let source = theirs.connection.unchecked_transaction()?;
        let transaction = self.transaction()?;
        let mut merging = Merging::new(&transaction, &source);
        merging.take_learners()?;
        let sittings = rows::sittings(&source).map_err(named)?;
        for (nth, sitting) in sittings.iter().enumerate() {
            if !tell(nth as f32 / sittings.len() as f32) {
                return Err(HistoryError::Stopped);
            }
            merging.take_sitting(sitting)?;
        }
        let merged = merging.merged;
        let unfinished = merging.touched.remember(&transaction)?;
        transaction.commit()?;
        // A great many questions are worked out afterwards, so that nobody's answer waits for them.
        for learner in unfinished {
            self.remember_all(learner, tell)?;
        }
        Ok(merged)
    }
}

/// A merge under way.
struct Merging<'c> {
    ours: &'c Connection,
    theirs: &'c Connection,
    questions: Questions<'c>,
    /// Rows here by UUID, of everybody who may come in.
    learners: HashMap<String, i64>,
    touched: Touched,
    merged: Merged,
}

impl<'c> Merging<'c> {
    fn new(ours: &'c Connection, theirs: &'c Connection) -> Self {
        let (learners, touched, merged) = Default::default();
        Self { ours, theirs, questions: Questions::of(theirs), learners, touched, merged }
    }

    fn take_learners(&mut self) -> Result<(), HistoryError> {
        for learner in rows::learners(self.theirs)? {
            let known: Option<(i64, bool)> = self
                .ours
                .prepare_cached("SELECT id, deleted_ms IS NOT NULL FROM learner WHERE uuid = ?1")?
                .query_row([&learner.uuid], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?;
            let row = match known {
                Some((_, true)) => continue,
                Some((row, false)) => row,
                None if self.is_gone(&learner.uuid)? => continue,
                None => self.add_learner(&learner)?,
            };
            self.take_choices(learner.id, row)?;
            self.learners.insert(learner.uuid, row);
        }
        Ok(())
    }

    fn is_gone(&self, uuid: &str) -> Result<bool, HistoryError> {
        Ok(self.ours.prepare_cached("SELECT 1 FROM gone_learner WHERE uuid_hash = ?1")?.exists([hash(uuid)])?)
    }

    fn add_learner(&mut self, learner: &StoredLearner) -> Result<i64, HistoryError> {
        self.ours.execute(
            "INSERT INTO learner (uuid, name, created_ms, created_offset_secs, memory_is_whole) VALUES (?1, ?2, ?3, ?4, 1)",
            params![learner.uuid, learner.name, learner.created_ms, learner.created_offset_secs],
        )?;
        self.merged.learners += 1;
        Ok(self.ours.last_insert_rowid())
    }

    /// How the learner studies, where nothing was chosen here.
    fn take_choices(&mut self, there: i64, here: i64) -> Result<(), HistoryError> {
        let tables = [
            ("study", "target_recall, new_per_day, daily_limit, spreads_backlog, parameters, fit_outcome, fit_answers"),
            ("bank_study", "bank_id, is_followed, exam_day"),
        ];
        for (table, columns) in tables {
            let mut chosen =
                self.theirs.prepare_cached(&format!("SELECT {columns} FROM {table} WHERE learner = ?1"))?;
            let places = vec!["?"; columns.split(", ").count()].join(", ");
            let mut keep = self.ours.prepare_cached(&format!(
                "INSERT INTO {table} (learner, {columns}) VALUES (?, {places}) ON CONFLICT DO NOTHING"
            ))?;
            let mut rows = chosen.query([there])?;
            while let Some(row) = rows.next()? {
                let mut values = vec![here.into()];
                values.extend(rows::values_from(row, 0)?);
                if keep.execute(rusqlite::params_from_iter(values))? == 1 && table == "study" {
                    self.touched.add_all(here);
                }
            }
        }
        Ok(())
    }

    fn take_sitting(&mut self, theirs: &StoredSitting) -> Result<(), HistoryError> {
        match rows::sitting_of(self.ours, &theirs.uuid)? {
            Some(ours) if ours.is_deleted => self.merged.left_out += 1,
            Some(ours) => self.go_on(&ours, theirs)?,
            None => match self.learners.get(&theirs.learner).copied() {
                Some(learner) => self.add_sitting(theirs, learner)?,
                None => self.merged.left_out += 1,
            },
        }
        Ok(())
    }

    fn add_sitting(&mut self, theirs: &StoredSitting, learner: i64) -> Result<(), HistoryError> {
        let turns = self.turns_there(theirs.id)?;
        let row = rows::insert_sitting(self.ours, theirs, learner)?;
        rows::replace_turns(self.ours, row, &turns)?;
        sum_up(self.ours, row)?;
        self.merged.sittings += 1;
        self.merged.answers += answered(&turns);
        self.touch(learner, &turns);
        Ok(())
    }

    /// Takes in what is known there of a sitting that is known here.
    fn go_on(&mut self, ours: &StoredSitting, theirs: &StoredSitting) -> Result<(), HistoryError> {
        let turns_here = rows::turns(self.ours, ours.id)?;
        let turns_there = self.turns_there(theirs.id)?;
        // Of another paper under the same UUID nothing can be made: ours stays.
        let Some(turns) = union(&turns_here, &turns_there, ours.is_test) else { return Ok(()) };
        let mut both = ours.with(theirs);
        let owner = self.row_of_learner(&ours.learner)?;
        let mut new_owner = owner;
        if both.learner != ours.learner {
            match self.learners.get(&both.learner) {
                Some(&learner) => new_owner = learner,
                // Given to somebody who was deleted here: it stays with whoever has it.
                None => (both.given_ms, both.learner) = (ours.given_ms, ours.learner.clone()),
            }
        }
        if both == *ours && turns == turns_here {
            return Ok(());
        }
        rows::update_sitting(self.ours, ours.id, &both, new_owner)?;
        if turns != turns_here {
            rows::replace_turns(self.ours, ours.id, &turns)?;
        }
        sum_up(self.ours, ours.id)?;
        self.merged.went_on += 1;
        self.merged.answers += answered(&turns).saturating_sub(answered(&turns_here));
        for learner in [owner, new_owner] {
            self.touch(learner, &turns_here);
            self.touch(learner, &turns);
        }
        Ok(())
    }

    fn row_of_learner(&self, uuid: &str) -> Result<i64, HistoryError> {
        let mut statement = self.ours.prepare_cached("SELECT id FROM learner WHERE uuid = ?1")?;
        Ok(statement.query_row([uuid], |row| row.get(0))?)
    }

    /// The turns of a sitting there, their questions as rows here.
    fn turns_there(&mut self, sitting: i64) -> Result<Vec<StoredTurn>, HistoryError> {
        let mut turns = rows::turns(self.theirs, sitting)?;
        for turn in &mut turns {
            turn.question = self.questions.row_here(self.ours, turn.question)?;
        }
        Ok(turns)
    }

    fn touch(&mut self, learner: i64, turns: &[StoredTurn]) {
        let answered = turns.iter().filter(|turn| turn.answered_ms.is_some());
        answered.for_each(|turn| self.touched.add(learner, turn.question));
    }
}

fn answered(turns: &[StoredTurn]) -> usize {
    turns.iter().filter(|turn| turn.answered_ms.is_some()).count()
}
