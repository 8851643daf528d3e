//! `torus results`: the columns, the rows that are wanted, and what happens where there are none.

use super::{Folder, Ran, program, ran, torus};
use torus::bank::Question;
use torus::history::History;
use torus::moment::Moment;
use torus::paper::{Paper, PaperItem};
use torus::sitting::{Mark, Response, Sitting, Terms};
use uuid::Uuid;

const RESPONSES: &str = "learner,sitting,bank,bank_title,quiz,mode,seed,started_at,finished_at,state,position,question,kind,topic,prompt,response,correct_response,score,max_score,verdict,certainty,hints_used,duration_secs,answered_at,flag,learner_id,attempt,options,question_hash,overruled,remark,note,counts,marked_score\r\n";
const SITTINGS: &str = "learner,sitting,bank,bank_title,quiz,mode,seed,started_at,finished_at,state,duration_secs,questions,answered,score,max_score,percent,passed,learner_id,times_left,away_secs\r\n";
const HISTORY_FILE: &str = "torus.db";

fn results(folder: &Folder, more: &[&str]) -> Ran {
    torus(&[&["results", "--data-dir", folder.path()], more].concat())
}

/// A data folder in which each learner has answered one question of the bank `machines`, with this response.
fn recorded(learners: &[(&str, &str)]) -> Folder {
    let folder = Folder::new();
    let history = History::open(&folder.join(HISTORY_FILE), moment(0)).unwrap().history;
    for (number, (name, typed)) in learners.iter().enumerate() {
        let start = moment(i64::try_from(number).unwrap());
        let learner = history.add_learner(id(1, number), name, start).unwrap();
        let mut sitting = Sitting::begin(id(2, number), "machines", "Machines", "", Terms::default(), paper(), start);
        history.begin(learner.id, &sitting).unwrap();
        let turn = &mut sitting.turns[0];
        turn.response = Some(Response::Text((*typed).to_owned()));
        turn.mark = Some(Mark { fraction: 1.0, note: None });
        turn.answered_at = Some(start);
        history.record_answer(&sitting, 0).unwrap();
    }
    folder
}

fn id(kind: u64, number: usize) -> Uuid {
    Uuid::from_u64_pair(kind, u64::try_from(number).unwrap())
}

fn moment(secs: i64) -> Moment {
    Moment { unix_ms: 1_795_413_600_000 + secs * 1000, offset_secs: 3600 }
}

fn paper() -> Paper {
    let ron = r#"(id: "city", topic: "ITER", prompt: "Which city?", answer: Text(accept: ["Reykjavik", "Reykjavík"]))"#;
    let question: Question = ron::from_str(ron).unwrap();
    let item = PaperItem::new("machines", question, Vec::new());
    Paper { seed: 7, items: vec![item], short_by: 0 }
}

#[test]
fn before_anything_is_recorded_there_is_a_header_and_no_trace() {
    let folder = Folder::new();
    for (kind, header) in [("responses", RESPONSES), ("sittings", SITTINGS)] {
        let ran = results(&folder, &["--kind", kind]);
        assert_eq!((ran.status, ran.out.as_str(), ran.talk.as_str()), (0, header, ""));
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn the_docs_tell_what_each_column_holds() {
    let page = include_str!("../../docs/results.md");
    for (heading, header) in [("\n## Responses\n", RESPONSES), ("\n## Sittings\n", SITTINGS)] {
        let section = page.split(heading).nth(1).and_then(|rest| rest.split("\n## ").next()).unwrap();
        let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
        let told: Vec<&str> = rows.filter_map(|row| row.split('`').next()).collect();
        assert_eq!(told.join(","), header.trim_end(), "{heading}");
    }
}

#[test]
fn a_data_folder_that_is_not_there_is_told_after_the_header_and_not_made() {
    let folder = Folder::new();
    let data = folder.join("mistyped");
    for (kind, header) in [("responses", RESPONSES), ("sittings", SITTINGS)] {
        let ran = torus(&["results", "--kind", kind, "--data-dir", data.to_str().unwrap()]);
        let told = format!("torus: there is no folder {}\n", data.display());
        assert_eq!((ran.status, ran.out.as_str(), ran.talk), (1, header, told));
    }
    assert!(!data.exists());
}

#[test]
fn a_data_folder_of_the_environment_may_be_made_later() {
    let folder = Folder::new();
    let ran = ran(program().arg("results").env("TORUS_DATA_DIR", folder.join("later")).output().unwrap());
    assert_eq!((ran.status, ran.out.as_str(), ran.talk.as_str()), (0, RESPONSES, ""));
}

#[test]
fn responses_are_what_is_handed_out_unless_sittings_are_asked_for() {
    let folder = recorded(&[("Ada", "Reykjavik")]);
    let ran = results(&folder, &[]);
    assert_eq!(ran.status, 0, "{}", ran.talk);
    let row = ran.out.strip_prefix(RESPONSES).unwrap();
    assert!(row.starts_with("Ada,"), "{row}");
    let cells = ",machines,Machines,,practice,7,2026-11-23T07:00:00+01:00,,in_progress,1,city,text,ITER,Which city?,\
                 Reykjavik,Reykjavik; Reykjavík,1,1,correct,";
    assert!(row.contains(cells), "{row}");
    assert_eq!(row.matches("\r\n").count(), 1);
}

#[test]
fn sittings_have_a_row_each() {
    let folder = recorded(&[("Ada", "Reykjavik"), ("Ben", "Oslo")]);
    let ran = results(&folder, &["--kind", "sittings"]);
    let rows: Vec<_> = ran.out.strip_prefix(SITTINGS).unwrap().lines().collect();
    assert!(rows.len() == 2 && rows[0].starts_with("Ada,") && rows[1].starts_with("Ben,"), "{rows:?}");
}

#[test]
fn rows_are_those_of_the_learner_and_the_bank_asked_for() {
    let folder = recorded(&[("Ada", "Reykjavik"), ("Zo\u{eb}", "Oslo")]);
    let check = |more: &[&str], expected_rows: usize, expected_status: i32| {
        for kind in ["responses", "sittings"] {
            let ran = results(&folder, &[&["--kind", kind], more].concat());
            assert_eq!(
                (ran.out.lines().count() - 1, ran.status),
                (expected_rows, expected_status),
                "{more:?}: {ran:?}"
            );
            assert_eq!(ran.talk.is_empty(), expected_status == 0, "{more:?}: {ran:?}");
        }
    };
    check(&[], 2, 0);
    check(&["--learner", "Ada"], 1, 0);
    check(&["--learner", "Zoe\u{308}"], 1, 0);
    check(&["--bank", "machines"], 2, 0);
    check(&["--bank", "machines", "--learner", "Ada"], 1, 0);
    check(&["--learner", "ada"], 0, 1);
    check(&["--bank", "machine"], 0, 1);
    check(&["--bank", "machine", "--learner", "Ada"], 0, 1);
}

#[test]
fn an_unknown_name_is_told_also_where_nothing_is_recorded() {
    let folder = Folder::new();
    let ran = results(&folder, &["--learner", "Nobody"]);
    assert_eq!((ran.status, ran.out.as_str()), (1, RESPONSES));
    assert!(ran.talk.contains("Nobody"), "{}", ran.talk);
}

#[test]
fn a_file_gets_the_same_bytes_and_a_mark_where_it_is_wanted() {
    let folder = recorded(&[("Zoë", "Reykjavík")]);
    let printed = results(&folder, &[]).out;
    let path = folder.join("out.csv");
    let saved = results(&folder, &["-o", path.to_str().unwrap(), "--bom"]);
    assert_eq!((saved.status, saved.out.as_str(), saved.talk.as_str()), (0, "", ""));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), format!("\u{feff}{printed}"));
    assert_eq!(results(&folder, &["--bom"]).out, format!("\u{feff}{printed}"));
}

#[test]
fn a_file_that_cannot_be_written_ends_with_2() {
    let folder = recorded(&[("Ada", "Reykjavik")]);
    let path = folder.join("no/such/folder/out.csv");
    let ran = results(&folder, &["-o", path.to_str().unwrap()]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.talk.contains("out.csv"), "{}", ran.talk);
}

#[test]
fn an_old_export_stands_until_the_new_one_is_whole() {
    let folder = recorded(&[("Ada", "Reykjavik")]);
    let out = folder.file("out.csv", "the export of last week");
    let history = folder.join(HISTORY_FILE);
    for journal in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(folder.join(&format!("{HISTORY_FILE}{journal}")));
    }
    std::fs::write(history, "no database".repeat(1000)).unwrap();
    let ran = results(&folder, &["-o", &out]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{}", ran.talk);
    assert_eq!(std::fs::read_to_string(out).unwrap(), "the export of last week");
}

#[test]
fn a_formula_leaves_as_text() {
    let folder = recorded(&[("=1+1", "=HYPERLINK(\"x\")")]);
    let out = results(&folder, &[]).out;
    assert!(out.contains("\r\n'=1+1,") && out.contains(",\"'=HYPERLINK(\"\"x\"\")\","), "{out}");
}

#[test]
fn the_data_folder_can_come_from_the_environment_and_the_option_goes_before_it() {
    let (ada, ben) = (recorded(&[("Ada", "x")]), recorded(&[("Ben", "y")]));
    let from_environment = ran(program().arg("results").env("TORUS_DATA_DIR", ada.path()).output().unwrap());
    assert!(from_environment.out.contains("\r\nAda,"), "{from_environment:?}");
    let both = ["--data-dir", ben.path(), "results"];
    let option = ran(program().args(both).env("TORUS_DATA_DIR", ada.path()).output().unwrap());
    assert!(option.out.contains("\r\nBen,"), "{option:?}");
}

#[test]
fn results_are_read_while_somebody_has_them_open() {
    let folder = recorded(&[("Ada", "Reykjavik")]);
    let history = History::open(&folder.join(HISTORY_FILE), moment(9)).unwrap().history;
    history.add_learner(id(1, 99), "Eve", moment(9)).unwrap();
    assert_eq!(results(&folder, &[]).out.lines().count(), 2);
    assert_eq!(results(&folder, &["--learner", "Eve"]).status, 0);
}

#[test]
fn what_somebody_changed_by_hand_is_left_out_and_told() {
    let folder = recorded(&[("Ada", "Reykjavik"), ("Ben", "Oslo")]);
    let by_hand = |sql: &str| {
        let connection = rusqlite::Connection::open(folder.join(HISTORY_FILE)).unwrap();
        connection.execute_batch(sql).unwrap();
    };
    by_hand("UPDATE sitting SET mode = 'contest' WHERE bank_id = 'machines' AND id = 1");
    for kind in ["responses", "sittings"] {
        let ran = results(&folder, &["--kind", kind, "--bank", "machines"]);
        let question = if kind == "responses" { ", question 1" } else { "" };
        let told = format!(
            "torus: left out: sitting {}{question}: `mode` is contest, which this version of Torus does not know\n",
            id(2, 0)
        );
        assert_eq!((ran.status, ran.out.lines().count(), ran.talk), (1, 2, told));
        assert!(ran.out.contains("\r\nBen,"), "{}", ran.out);
    }
    by_hand("UPDATE sitting SET mode = 'contest'");
    assert_eq!(results(&folder, &[]).out, RESPONSES);
    by_hand("UPDATE question SET kind = 'essay'; UPDATE sitting SET mode = 'test'");
    let ran = results(&folder, &[]);
    assert_eq!((ran.status, ran.out.as_str(), ran.talk.matches("`kind` is essay").count()), (1, RESPONSES, 2));
}

#[test]
fn a_state_or_verdict_that_the_file_forbids_is_damage_and_no_panic() {
    for change in ["UPDATE sitting SET state = 'paused'", "UPDATE turn SET verdict = 'splendid'"] {
        let folder = recorded(&[("Ada", "Reykjavik")]);
        let connection = rusqlite::Connection::open(folder.join(HISTORY_FILE)).unwrap();
        connection.execute_batch(&format!("PRAGMA ignore_check_constraints = ON; {change}")).unwrap();
        drop(connection);
        let ran = results(&folder, &[]);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""));
        assert!(ran.talk.contains("the file with the results is damaged"), "{}", ran.talk);
    }
}
