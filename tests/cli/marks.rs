//! `torus marks`: what is written for a school's system, what is told, and how it ends.

use super::{Folder, Ran, torus};
use std::fs;

const HEADER: &str = "learner,sitting,bank,bank_title,mode,started_at,finished_at,state,position,question,kind,prompt,response,\
    correct_response,score,max_score,verdict,learner_id,attempt,options\n";

fn row(learner: &str, sitting: u32, state: &str, score: &str) -> String {
    format!(
        "{learner},00000000-0000-4000-8000-{sitting:012},rivers,Rivers,test,2026-11-01T10:00:00+01:00,2026-11-01T10:05:00+01:00,\
         {state},1,q1,choice,Which?,b,a,{score},2,,id-{learner},1,a; b\n"
    )
}

fn table(rows: &[String]) -> String {
    [HEADER, &rows.concat()].concat()
}

fn marks(folder: &Folder, table: &str, to: &str, more: &[&str]) -> (Ran, Option<String>) {
    let table = folder.file("exports/class.csv", table);
    let output = format!("{}/marks.out", folder.path());
    let ran = torus(&[&["marks", &table, "--to", to, "-o", &output], more].concat());
    (ran, fs::read_to_string(output).ok())
}

#[test]
fn what_cannot_be_done_ends_with_2_and_writes_nothing() {
    let folder = Folder::new();
    let (ran, written) = marks(&folder, "no table\n", "moodle", &[]);
    assert_eq!((ran.status, written), (2, None), "{}", ran.talk);
    let (ran, _) = marks(&folder, &table(&[row("Ada", 1, "finished", "1")]), "webct", &[]);
    assert_eq!(ran.status, 2);
    assert_eq!(torus(&["marks", "gone.csv", "--to", "moodle", "-o", "x.csv"]).status, 2);
    let (ran, _) = marks(&folder, &table(&[row("Ada", 1, "finished", "1")]), "moodle", &["--class", "gone.csv"]);
    assert_eq!(ran.status, 2);
}

#[test]
fn an_export_is_never_written_over() {
    let folder = Folder::new();
    let export = table(&[row("Ada", 1, "finished", "1")]);
    let path = folder.file("class.csv", &export);
    let list = folder.file("list.csv", "name\nAda\n");
    for output in [&path, &list] {
        let ran = torus(&["marks", folder.path(), "--to", "xapi", "--class", &list, "-o", output]);
        assert_eq!((ran.status, ran.talk.contains("choose another name")), (2, true), "{}", ran.talk);
    }
    assert_eq!(fs::read_to_string(path).unwrap(), export);
}

#[test]
fn without_a_finished_quiz_nothing_is_written() {
    let folder = Folder::new();
    for to in ["moodle", "canvas", "brightspace", "xapi"] {
        let (ran, written) = marks(&folder, &table(&[row("Ada", 1, "in_progress", "1")]), to, &[]);
        assert_eq!((ran.status, written), (1, None), "{to}: {}", ran.talk);
    }
}

#[test]
fn where_nobody_has_a_row_nothing_is_written() {
    let folder = Folder::new();
    let list = folder.file("list.csv", "name,email\nZoe Zander,zoe@x.org\n");
    for system in ["moodle", "canvas", "brightspace"] {
        let (ran, written) = marks(&folder, &table(&[row("Ada", 1, "finished", "1")]), system, &["--class", &list]);
        assert_eq!((ran.status, written), (1, None), "{}", ran.talk);
        assert!(ran.talk.contains("there are no marks to write"), "{}", ran.talk);
    }
}

#[test]
fn a_row_that_cannot_be_used_is_told_and_the_others_count() {
    let folder = Folder::new();
    let rows = [row("Ada", 1, "finished", "1"), row("Ben", 2, "finished", "much")];
    let (ran, written) = marks(&folder, &table(&rows), "canvas", &[]);
    assert_eq!((ran.status, ran.talk.contains("class.csv:3:")), (1, true), "{}", ran.talk);
    assert_eq!(
        written.unwrap(),
        "Student,ID,SIS User ID,SIS Login ID,Section,Rivers\r\n    Points Possible,,,,,2\r\nAda,,,,,1\r\n"
    );
}

#[test]
fn who_is_missing_on_either_side_of_the_class_list_is_told() {
    let folder = Folder::new();
    let list = folder.file("list.csv", "name,email,number\nAda,ada@x.org,7\nCleo,c@x.org,8\n");
    let rows = [row("Ada", 1, "finished", "1.5"), row("Ben", 2, "finished", "0")];
    let (ran, written) = marks(&folder, &table(&rows), "moodle", &["--class", &list]);
    assert_eq!(ran.status, 1, "{}", ran.talk);
    for told in ["Ben (id-ben) is not on the class list", "Cleo is on the class list and has no results"] {
        assert!(ran.talk.contains(told), "{}", ran.talk);
    }
    let written = written.unwrap();
    assert!(written.ends_with("\r\nAda,,7,ada@x.org,1.5,\"1.5 of 2 points, taken on 2026-11-01\"\r\n"), "{written}");
    assert!(!written.contains("Ben") && !written.contains("Cleo"));
}

#[test]
fn a_learner_with_two_ids_has_a_row_once_it_is_decided() {
    let folder = Folder::new();
    let list = folder.file("list.csv", "name,number\nAda,7\n");
    let rows = [row("Ada", 1, "finished", "1"), row("ADA", 2, "finished", "0").replace("id-ADA", "other")];
    let (ran, written) = marks(&folder, &table(&rows), "brightspace", &["--class", &list]);
    assert_eq!((ran.status, ran.talk.contains("see --people")), (1, true), "{}", ran.talk);
    assert_eq!(written, None, "a table of headings alone is none");
    let people = folder.file("people.ron", "[Same(\"id-ada\", \"other\")]");
    let (ran, written) = marks(&folder, &table(&rows), "brightspace", &["--class", &list, "--people", &people]);
    assert_eq!(ran.status, 0, "{}", ran.talk);
    assert!(written.unwrap().ends_with("\r\n7,,1,#\r\n"));
}

#[test]
fn a_second_run_gives_the_same_bytes() {
    let folder = Folder::new();
    let rows = [row("Ada", 1, "finished", "1"), row("Ben", 2, "finished", "0")];
    for to in ["moodle", "canvas", "brightspace", "xapi"] {
        let (ran, first) = marks(&folder, &table(&rows), to, &[]);
        assert_eq!(ran.status, 0, "{}", ran.talk);
        let (_, second) = marks(&folder, &table(&[rows[1].clone(), rows[0].clone()]), to, &[]);
        assert_eq!(first, second, "{to}");
    }
}
