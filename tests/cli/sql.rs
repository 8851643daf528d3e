//! The SQL in `docs/statistics.md` gives the figures of `torus report`. It runs in DuckDB, by way of Python: where neither is
//! there the test says so and passes, unless `TORUS_DUCKDB_PYTHON` names a Python that must have it.

use super::{Folder, torus};
use serde_json::Value;
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::Command;

const DOCS: &str = include_str!("../../docs/statistics.md");

/// Runs statements in DuckDB, and prints the rows of those that have a name as one object.
const RUN: &str = "
import duckdb, json, sys
base = duckdb.connect()
found = {}
for name, statement in json.load(open(sys.argv[1], encoding='utf8')):
    rows = base.execute(statement)
    if name:
        names = [column[0] for column in rows.description]
        found[name] = [dict(zip(names, row)) for row in rows.fetchall()]
print(json.dumps(found, default=float))
";

/// The statements for DuckDB, each with what it gives; empty where it makes something.
fn statements(tables: &str) -> Vec<(String, String)> {
    let blocks = DOCS.split("```sql ").skip(1).filter_map(|block| block.split("```").next());
    let named = blocks.filter_map(|block| block.split_once('\n')).filter_map(|(head, statement)| {
        let (dialect, name) = head.split_once(' ').unwrap_or((head, ""));
        let statement = statement.replace("responses/*.csv", tables);
        (dialect != "postgresql").then(|| (name.to_owned(), statement))
    });
    named.collect()
}

/// Sixty learners in two files: marks of none, half and all, blanks, an overruled mark, a second sitting, a second attempt.
fn tables() -> [String; 2] {
    let header = "learner,sitting,bank,state,position,question,kind,topic,prompt,response,correct_response,score,max_score,\
        verdict,duration_secs,answered_at,learner_id,attempt,options,started_at,finished_at,marked_score\n";
    let mut tables = [header.to_owned(), header.to_owned()];
    let mut chance = 7_u32;
    for learner in 0..60 {
        for question in 0..8_u32 {
            chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let drawn = (chance >> 16) % 60;
            let worth = 1 + question % 3;
            let (share, verdict) = match drawn + learner / 2 {
                20.. if drawn > 8 => (1.0, "correct"),
                12.. => (0.5, "partial"),
                _ => (0.0, "wrong"),
            };
            let is_blank = drawn == 3 || (question > 5 && learner % 4 == 0);
            let (share, verdict) = if is_blank { (0.0, "unanswered") } else { (share, verdict) };
            let response = ["", "a", "b", "c"][if is_blank { 0 } else { 1 + (share * 2.0) as usize }];
            let answered = if is_blank { String::new() } else { format!("2026-11-28T10:{question:02}:00+01:00") };
            let (score, topic) = (share * f64::from(worth), ["Dates", "People", ""][question as usize % 3]);
            let (given, marked) =
                if drawn == 5 && !is_blank { (f64::from(worth), score.to_string()) } else { (score, String::new()) };
            let mut row = |sitting: &str, attempt: u32, score: f64, day: u32| {
                let answered = answered.replace("11-28", &format!("11-{day}"));
                let _ = writeln!(
                    tables[learner as usize % 2],
                    "L{learner},{sitting}{learner},b,finished,{},q{question},choice,{topic},P?,{response},c,{score},{worth},\
                     {verdict},{}.25,{answered},id{learner},{attempt},a; b; c,2026-11-{day}T10:00:00+01:00,\
                     2026-11-{day}T11:00:00+01:00,{marked}",
                    question + 1,
                    2 + drawn
                );
            };
            row("s", 1, given, 27);
            if learner % 7 == 0 {
                row("s", 2, f64::from(worth), 27);
                row("later", 1, 0.0, 28);
            }
        }
    }
    tables
}

/// What the statements give, or why they could not run.
fn run(folder: &Folder) -> Result<Value, String> {
    let must_run = std::env::var("TORUS_DUCKDB_PYTHON").ok();
    let python = must_run.as_deref().unwrap_or("python3");
    let has_duckdb = Command::new(python).args(["-c", "import duckdb"]).output().is_ok_and(|ran| ran.status.success());
    if !has_duckdb {
        assert!(must_run.is_none(), "{python} has no duckdb");
        return Err(format!("{python} has no duckdb"));
    }
    let list = statements(&format!("{}/*.csv", folder.path()));
    let script = folder.file("run.py", RUN);
    let path = folder.file("statements.json", serde_json::to_string(&list).unwrap());
    let ran = Command::new(python).args([script, path]).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    Ok(serde_json::from_slice(&ran.stdout).unwrap())
}

#[track_caller]
fn check(sql: &Value, report: &Value, figures: &[(&str, f64)]) {
    for (figure, within) in figures {
        match (sql[figure].as_f64(), report[figure].as_f64()) {
            (Some(one), Some(other)) => {
                let is_near = (one - other).abs() <= *within;
                assert!(is_near, "{figure}: {one} in SQL, {other} in the report");
            }
            _ => assert_eq!(sql[figure], report[figure], "{figure}"),
        }
    }
}

#[test]
fn the_statements_of_the_docs_give_the_figures_of_the_report() {
    let folder = Folder::new();
    let paths: Vec<String> = (0..).zip(tables()).map(|(at, table)| folder.file(&format!("{at}.csv"), table)).collect();
    let ran = torus(&["report", &paths[0], &paths[1], "--format", "json"]);
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}", ran.talk));
    let sql = match run(&folder) {
        Ok(found) => found,
        Err(reason) => {
            // Past the harness, which keeps what a passing test prints to itself.
            let _ = writeln!(std::io::stderr(), "the SQL of docs/statistics.md was not run: {reason}");
            return;
        }
    };
    let items = report["items"].as_array().unwrap();
    assert_eq!((items.len(), sql["items"].as_array().map(Vec::len)), (8, Some(8)));
    for (of_sql, item) in sql["items"].as_array().unwrap().iter().zip(items) {
        let exact = 1e-9;
        check(of_sql, item, &[("attempts", 0.0), ("facility", exact), ("sd", exact), ("discrimination_index", 1e-6)]);
        check(of_sql, item, &[("left_blank", 0.0), ("not_reached", 0.0), ("median_ms", 1.0)]);
        for option in item["options"].as_array().unwrap() {
            let of_option = |row: &&Value| row["question"] == item["question"] && row["response"] == option["option"];
            let chosen =
                sql["options"].as_array().unwrap().iter().find(of_option).map_or(0.into(), |row| row["chosen"].clone());
            assert_eq!(chosen, option["chosen"], "{item}");
        }
    }
    check(
        &sql["scores"][0],
        &report,
        &[("sittings", 0.0), ("mean_percent", 1e-9), ("median_percent", 1e-9), ("sd_percent", 1e-9)],
    );
    check(&sql["consistency"][0], &report, &[("internal_consistency", 1e-9)]);
    let topics = report["topics"].as_array().unwrap();
    assert_eq!(sql["topics"].as_array().map(Vec::len), Some(topics.len()));
    for (of_sql, topic) in sql["topics"].as_array().unwrap().iter().zip(topics) {
        assert_eq!(of_sql["topic"], topic["topic"]);
        check(of_sql, topic, &[("answers", 0.0), ("questions", 0.0), ("facility", 1e-9)]);
    }
}
