//! A history with many questions met, each answered many times over two years. Measures nothing.

use rusqlite::Connection;
use std::path::Path;
use torus::history::{History, Learner};
use torus::moment::Moment;
use torus::schedule::StudyDay;
use uuid::Uuid;

const NOW: Moment = Moment { unix_ms: 1_795_413_600_000, offset_secs: 3600 };
/// 2026-11-23, on which the last answers were given.
pub const LAST_DAY: StudyDay = StudyDay(20_780);

/// Quizzes of 20 questions, round after round through all of them, on some 700 days. The questions lie in ten banks with 40
/// topics each.
const TABLES: &str = "
PRAGMA synchronous = OFF;
BEGIN;
CREATE TEMP TABLE n (i INTEGER PRIMARY KEY);
WITH RECURSIVE c (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM c WHERE i + 1 < :questions * :rounds)
INSERT INTO n SELECT i FROM c;
INSERT INTO question (id, bank_id, hash, question_id, kind, topic, prompt, correct_response, body)
SELECT i + 1, 'bank-' || (i % 10), 'h' || i, 'q' || i,
       CASE i % 3 WHEN 0 THEN 'choice' WHEN 1 THEN 'text' ELSE 'true_false' END,
       'topic ' || (i / 10 % 8) || '/part ' || (i / 80 % 5), 'Which of these is number ' || i || '?', 'answer ' || i, '()'
FROM n WHERE i < :questions;
INSERT INTO sitting (id, uuid, learner, bank_id, bank_title, quiz_id, seed, mode, started_ms, started_offset_secs, finished_ms,
                     finished_offset_secs, state, elapsed_ms, current_turn)
SELECT i + 1, printf('00000000-0000-0000-0001-%012d', i), 1, 'bank-' || (i % 10), 'Bank number ' || (i % 10), '', i,
       CASE i % 4 WHEN 0 THEN 'test' ELSE 'practice' END,
       :now - 60480000000 + CAST(i * 60480000000.0 * 20 / (:questions * :rounds) AS INTEGER), 3600,
       :now - 60480000000 + CAST(i * 60480000000.0 * 20 / (:questions * :rounds) AS INTEGER) + 240000, 3600,
       'finished', 240000, 19
FROM n WHERE i < :questions * :rounds / 20;
INSERT INTO turn (sitting, turn_index, question, attempt, option_order, options, response, fraction, verdict, score, max_score,
                  answered_ms, answered_offset_secs, duration_ms, hints_used, is_flagged, certainty)
SELECT s.id, n.i % 20, n.i % :questions + 1, 1, CASE n.i % :questions % 3 WHEN 0 THEN '2,0,1,3' ELSE '' END, '', 'answer', r, 
       CASE r WHEN 1.0 THEN 'correct' ELSE 'wrong' END, r, 1.0, s.started_ms + n.i % 20 * 12000, 3600,
       3000 + n.i * 7919 % 15000, 0, 0, CASE s.id % 5 WHEN 0 THEN n.i % 3 + 1 END
FROM (SELECT i, CASE WHEN i * 2654435761 % 1000 < 550 + 400 * (i / :questions) / :rounds THEN 1.0 ELSE 0.0 END AS r FROM n) n
     JOIN sitting s ON s.id = n.i / 20 + 1;
UPDATE learner SET memory_is_whole = 0;
COMMIT;
";

/// A history of so many questions, each answered in so many rounds.
pub fn filled(folder: &Path, questions: usize, rounds: usize) -> (History, Learner) {
    let path = folder.join("torus.db");
    let history = History::open(&path, NOW).expect("opens").history;
    let learner = history.add_learner(Uuid::from_u128(1), "Ada Lovelace", NOW).expect("adds");
    let connection = Connection::open(&path).expect("opens");
    let numbers =
        [(":questions", questions.to_string()), (":rounds", rounds.to_string()), (":now", NOW.unix_ms.to_string())];
    let sql = numbers.iter().fold(TABLES.to_owned(), |sql, (name, number)| sql.replace(name, number));
    connection.execute_batch(&sql).expect("fills");
    drop(connection);
    history.remember_all(learner.id, &|_| true).expect("remembers");
    (history, learner)
}
