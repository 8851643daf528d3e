//! The tables and their migrations.

use crate::history::HistoryError;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::path::Path;

/// Stands in the file's header ("Toru"), so that another program's database is not mistaken for ours.
const APPLICATION_ID: i64 = 0x546F_7275;

/// The SQL that leads from each version to the next; a file's `user_version` is how many were applied.
/// A step that was released is never changed: a new one is added.
pub(in crate::history) const MIGRATIONS: &[&str] =
    &[VERSION_1, VERSION_2, VERSION_3, VERSION_4, VERSION_5, VERSION_6, VERSION_7];

/// Times are Unix milliseconds with the offset from UTC, in seconds, that the learner's clock had.
const VERSION_1: &str = "
PRAGMA application_id = 0x546F7275;

CREATE TABLE learner (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    created_offset_secs INTEGER NOT NULL,
    deleted_ms INTEGER,
    is_purged INTEGER NOT NULL DEFAULT 0 CHECK (is_purged IN (0, 1))
) STRICT;

-- A row for each version of a question that was ever asked; body is the whole question as RON.
CREATE TABLE question (
    id INTEGER PRIMARY KEY,
    bank_id TEXT NOT NULL,
    hash TEXT NOT NULL,
    question_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    topic TEXT NOT NULL,
    prompt TEXT NOT NULL,
    correct_response TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (bank_id, hash)
) STRICT;

CREATE TABLE sitting (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    learner INTEGER NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    bank_id TEXT NOT NULL,
    bank_title TEXT NOT NULL,
    quiz_id TEXT NOT NULL,
    seed INTEGER NOT NULL,
    mode TEXT NOT NULL,
    time_limit_secs INTEGER,
    pass_percent REAL,
    started_ms INTEGER NOT NULL,
    started_offset_secs INTEGER NOT NULL,
    finished_ms INTEGER,
    finished_offset_secs INTEGER,
    state TEXT NOT NULL CHECK (state IN ('in_progress', 'finished', 'abandoned')),
    elapsed_ms INTEGER NOT NULL,
    current_turn INTEGER NOT NULL
) STRICT;
CREATE INDEX sitting_by_start ON sitting (started_ms);
CREATE INDEX sitting_by_learner ON sitting (learner, state, started_ms);

-- A row for each time that a question is asked; response is null until it is answered.
CREATE TABLE turn (
    id INTEGER PRIMARY KEY,
    sitting INTEGER NOT NULL REFERENCES sitting (id) ON DELETE CASCADE,
    turn_index INTEGER NOT NULL,
    question INTEGER NOT NULL REFERENCES question (id),
    attempt INTEGER NOT NULL,
    option_order TEXT NOT NULL,
    options TEXT NOT NULL,
    response TEXT,
    fraction REAL,
    note TEXT,
    verdict TEXT NOT NULL CHECK (verdict IN ('correct', 'partial', 'wrong', 'unanswered')),
    score REAL NOT NULL,
    max_score REAL NOT NULL,
    answered_ms INTEGER,
    answered_offset_secs INTEGER,
    duration_ms INTEGER NOT NULL,
    hints_used INTEGER NOT NULL,
    is_flagged INTEGER NOT NULL CHECK (is_flagged IN (0, 1)),
    certainty INTEGER CHECK (certainty BETWEEN 1 AND 3),
    is_overruled INTEGER NOT NULL DEFAULT 0 CHECK (is_overruled IN (0, 1)),
    remark TEXT NOT NULL DEFAULT '',
    UNIQUE (sitting, turn_index)
) STRICT;
CREATE INDEX turn_by_question ON turn (question);
";

/// What was drawn for a turn: the values of its variables, joined by commas, and what they make of the question's
/// prompt and right answer. All null where nothing was drawn, and the question's own row tells.
const VERSION_2: &str = "
ALTER TABLE turn ADD COLUMN drawn TEXT;
ALTER TABLE turn ADD COLUMN prompt TEXT;
ALTER TABLE turn ADD COLUMN correct_response TEXT;
";

/// Whether a sitting's answers count by how sure the learner was; `turn.certainty` says how sure.
const VERSION_3: &str = "
ALTER TABLE sitting ADD COLUMN counts_certainty INTEGER NOT NULL DEFAULT 0 CHECK (counts_certainty IN (0, 1));
";

/// Whether a sitting's time runs on while it is left; when it was last on the screen, how often and for how long it was left.
const VERSION_4: &str = "
ALTER TABLE sitting ADD COLUMN runs_on INTEGER NOT NULL DEFAULT 0 CHECK (runs_on IN (0, 1));
ALTER TABLE sitting ADD COLUMN seen_ms INTEGER;
ALTER TABLE sitting ADD COLUMN seen_offset_secs INTEGER;
ALTER TABLE sitting ADD COLUMN times_left INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sitting ADD COLUMN away_ms INTEGER NOT NULL DEFAULT 0;
";

/// The answers of the bank's other questions that no slip leads to, joined as the parts of a response are; null where there
/// are none. They belong to the bank as it was and not to the question, so they stand with the turn.
const VERSION_5: &str = "
ALTER TABLE turn ADD COLUMN other_answers TEXT;
";

/// Spaced review. `memory` holds what the turns make of each question, under its bank, id and key: it can be thrown away
/// and made again from the turns, which it is for every learner whose `memory_is_whole` is 0. Days are study days, counted from
/// 1970-01-01. `study` and `bank_study` hold what learners chose. An overruled turn keeps the automatic mark beside the
/// learner's own. `given_ms` and `review_set_ms` tell when a sitting was given to another learner and when it was left out of
/// review or taken in again: of two computers the newest counts. `gone_learner` keeps a hash of the UUID of each
/// learner who was wiped, and no more, so that another computer's results do not bring them back.
const VERSION_6: &str = "
ALTER TABLE sitting ADD COLUMN counts_for_review INTEGER NOT NULL DEFAULT 1 CHECK (counts_for_review IN (0, 1));
ALTER TABLE sitting ADD COLUMN given_ms INTEGER;
ALTER TABLE sitting ADD COLUMN review_set_ms INTEGER;
ALTER TABLE turn ADD COLUMN marked_score REAL;
ALTER TABLE turn ADD COLUMN marked_verdict TEXT;
ALTER TABLE turn ADD COLUMN overruled_ms INTEGER;
ALTER TABLE turn ADD COLUMN overruled_offset_secs INTEGER;
ALTER TABLE learner ADD COLUMN memory_is_whole INTEGER NOT NULL DEFAULT 0 CHECK (memory_is_whole IN (0, 1));
CREATE INDEX question_by_name ON question (bank_id, question_id);
CREATE INDEX turn_flagged ON turn (sitting, question) WHERE is_flagged = 1;
CREATE INDEX turn_disputed ON turn (question) WHERE is_overruled = 1 OR remark <> '';

CREATE TABLE memory (
    learner INTEGER NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    bank_id TEXT NOT NULL,
    question_id TEXT NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    topic TEXT NOT NULL,
    stability REAL NOT NULL,
    difficulty REAL NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    due_day INTEGER NOT NULL,
    answers INTEGER NOT NULL,
    right_streak INTEGER NOT NULL,
    last_grade INTEGER NOT NULL,
    last_verdict TEXT NOT NULL,
    was_right INTEGER NOT NULL CHECK (was_right IN (0, 1)),
    was_known INTEGER NOT NULL CHECK (was_known IN (0, 1)),
    missed_days INTEGER NOT NULL,
    last_missed_day INTEGER,
    PRIMARY KEY (learner, bank_id, question_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX memory_by_due ON memory (learner, due_day);

CREATE TABLE study (
    learner INTEGER PRIMARY KEY REFERENCES learner (id) ON DELETE CASCADE,
    target_recall REAL NOT NULL,
    new_per_day INTEGER NOT NULL,
    daily_limit INTEGER NOT NULL,
    spreads_backlog INTEGER NOT NULL CHECK (spreads_backlog IN (0, 1)),
    parameters TEXT,
    fit_outcome TEXT,
    fit_answers INTEGER
) STRICT;

CREATE TABLE bank_study (
    learner INTEGER NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    bank_id TEXT NOT NULL,
    is_followed INTEGER CHECK (is_followed IN (0, 1)),
    exam_day INTEGER,
    PRIMARY KEY (learner, bank_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE gone_learner (uuid_hash TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
";

/// The figures of learning. `answer_log` holds the answers to each question, packed, so that a million answers can be looked
/// through at once; `sitting_result` holds what a finished sitting earned. Both follow from the turns and are made anew with
/// `memory`.
const VERSION_7: &str = "
CREATE TABLE answer_log (
    learner INTEGER NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    bank_id TEXT NOT NULL,
    question_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    topic TEXT NOT NULL,
    answers BLOB NOT NULL,
    PRIMARY KEY (learner, bank_id, question_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sitting_result (
    sitting INTEGER PRIMARY KEY REFERENCES sitting (id) ON DELETE CASCADE,
    score REAL NOT NULL,
    max_score REAL NOT NULL
) STRICT;

ALTER TABLE learner ADD COLUMN memory_round INTEGER NOT NULL DEFAULT 0;
UPDATE learner SET memory_is_whole = 0;
";

/// What stands in a file before anything is done to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::history) enum Contents {
    /// Not one table.
    Nothing,
    /// Our tables in this version, which is not above the one known here.
    Version(i64),
}

/// Looks at whose file it is and how old.
///
/// # Errors
/// [`HistoryError::NotAHistory`], [`HistoryError::NewerVersion`], or what SQLite says.
pub(in crate::history) fn look(connection: &Connection, path: &Path) -> Result<Contents, HistoryError> {
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let found = user_version(connection)?;
    let application_id: i64 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let supported = newest_version();
    if tables == 0 && found == 0 {
        Ok(Contents::Nothing)
    } else if application_id != APPLICATION_ID {
        Err(HistoryError::NotAHistory { path: path.to_path_buf() })
    } else if found > supported {
        Err(HistoryError::NewerVersion { path: path.to_path_buf(), found, supported })
    } else {
        Ok(Contents::Version(found))
    }
}

/// The version that this program writes.
pub(in crate::history) fn newest_version() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// Applies what of `migrations` the file does not have, each in one transaction.
pub(in crate::history) fn migrate(connection: &Connection, migrations: &[&str]) -> Result<(), HistoryError> {
    for (index, sql) in migrations.iter().enumerate() {
        let version = i64::try_from(index + 1).unwrap_or(i64::MAX);
        if user_version(connection)? >= version {
            continue;
        }
        let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
        // Asked again under the lock: another program may have done it in between.
        if user_version(&transaction)? < version {
            transaction.execute_batch(sql)?;
            transaction.pragma_update(None, "user_version", version)?;
        }
        transaction.commit()?;
    }
    Ok(())
}

/// That every table is there: a file that lost one is damaged, however well it reads.
pub(in crate::history) fn require_tables(connection: &Connection) -> Result<(), HistoryError> {
    let found: i64 = connection.query_row(
        "SELECT count(*) FROM sqlite_schema
         WHERE type = 'table'
               AND name IN ('learner', 'question', 'sitting', 'turn', 'memory', 'study', 'bank_study', 'gone_learner',
                            'answer_log', 'sitting_result')",
        [],
        |row| row.get(0),
    )?;
    if found == 10 { Ok(()) } else { Err(HistoryError::Damaged) }
}

/// The steps by which SQLite would answer this, for tests that hold an index.
#[cfg(test)]
pub(in crate::history) fn plan(sql: &str) -> Vec<String> {
    let connection = Connection::open_in_memory().expect("opens");
    migrate(&connection, MIGRATIONS).expect("makes the tables");
    let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("plans");
    statement.raw_query().mapped(|row| row.get(3)).collect::<Result<_, _>>().expect("tells")
}

fn user_version(connection: &Connection) -> Result<i64, HistoryError> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEXT_VERSION: &str = "ALTER TABLE learner ADD COLUMN colour TEXT NOT NULL DEFAULT 'plain'";

    fn version_1_with_a_learner() -> Connection {
        let connection = Connection::open_in_memory().expect("opens");
        migrate(&connection, &[VERSION_1]).expect("makes version 1");
        connection
            .execute("INSERT INTO learner VALUES (1, 'u', 'Ada', 0, 0, NULL, 0)", [])
            .expect("version 1 takes a learner");
        connection
    }

    #[test]
    fn a_later_version_keeps_what_version_1_held() {
        let connection = version_1_with_a_learner();
        migrate(&connection, &[VERSION_1, NEXT_VERSION]).expect("goes on to the next version");
        let row: (String, String) = connection
            .query_row("SELECT name, colour FROM learner", [], |row| Ok((row.get(0)?, row.get(1)?)))
            .expect("reads");
        assert_eq!(row, ("Ada".into(), "plain".into()));
        assert_eq!(user_version(&connection).expect("reads"), 2);
    }

    #[test]
    fn a_turn_of_version_1_has_nothing_drawn_and_counts_no_certainty() {
        let connection = version_1_with_a_learner();
        connection
            .execute_batch(
                "INSERT INTO question VALUES (1, 'b', 'h', 'q', 'number', '', 'How much?', '59 MJ', '()');
                 INSERT INTO sitting VALUES (1, 's', 1, 'b', 'B', '', 7, 'practice', NULL, NULL, 0, 0, NULL, NULL,
                                             'in_progress', 0, 0);
                 INSERT INTO turn (sitting, turn_index, question, attempt, option_order, options, verdict, score,
                                   max_score, duration_ms, hints_used, is_flagged)
                 VALUES (1, 0, 1, 1, '', '', 'unanswered', 0, 1, 0, 0, 0);",
            )
            .expect("version 1 takes a turn");
        migrate(&connection, MIGRATIONS).expect("goes on to the newest version");
        let drawn: [Option<String>; 3] = connection
            .query_row("SELECT drawn, prompt, correct_response FROM turn", [], |row| {
                Ok([row.get(0)?, row.get(1)?, row.get(2)?])
            })
            .expect("reads");
        assert_eq!(drawn, [const { None }; 3]);
        let counted: (i64, Option<i64>) = connection
            .query_row("SELECT counts_certainty, certainty FROM sitting, turn", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .expect("reads");
        assert_eq!(counted, (0, None));
    }

    #[test]
    fn a_migration_that_fails_leaves_the_version_before_it() {
        let connection = version_1_with_a_learner();
        let half_good = "CREATE TABLE extra (a INTEGER) STRICT; INSERT INTO no_such_table VALUES (1)";
        assert!(migrate(&connection, &[VERSION_1, half_good]).is_err());
        assert_eq!(user_version(&connection).expect("reads"), 1);
        assert!(connection.prepare("SELECT * FROM extra").is_err(), "half of the failed step stayed");
    }

    #[test]
    fn migrating_twice_changes_nothing() {
        let connection = version_1_with_a_learner();
        migrate(&connection, MIGRATIONS).expect("nothing to do");
        assert_eq!(look(&connection, Path::new("x")).expect("ours"), Contents::Version(newest_version()));
    }

    #[test]
    fn the_header_names_the_application_that_the_check_expects() {
        let connection = version_1_with_a_learner();
        let id: i64 = connection.query_row("PRAGMA application_id", [], |row| row.get(0)).expect("reads");
        assert_eq!(id, APPLICATION_ID);
    }

    #[test]
    fn every_table_is_strict() {
        let connection = version_1_with_a_learner();
        let loose: i64 = connection
            .query_row(
                "SELECT count(*) FROM pragma_table_list WHERE NOT strict AND name NOT LIKE 'sqlite_%'",
                [],
                |row| row.get(0),
            )
            .expect("reads");
        assert_eq!(loose, 0);
    }
}
