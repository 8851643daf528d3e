//! `torus recall`: what is predicted from exports, which rows count, and what is told of those that do not.

use super::{Folder, Ran, text, torus};
use serde_json::Value;

const HEADER: &str = "learner,sitting,bank,position,question,kind,topic,correct_response,score,max_score,verdict,certainty,\
    hints_used,answered_at,learner_id,attempt,overruled,note,counts\n";

/// A row of Ada's, answered at noon of a day of November; `end` is what stands from `attempt` on.
fn row(sitting: &str, position: u32, question: &str, verdict: &str, day: &str, end: &str) -> String {
    let score = if verdict == "correct" { 1 } else { 0 };
    format!(
        "Ada,{sitting},b,{position},{question},text,T/one,key,{score},1,{verdict},,0,2026-11-{day}T12:00:00+01:00,id-a,{end}\n"
    )
}

fn plain(sitting: &str, question: &str, verdict: &str, day: &str) -> String {
    row(sitting, 1, question, verdict, day, "1,,,")
}

fn recall(tables: &[String], more: &[&str]) -> Ran {
    let folder = Folder::new();
    let paths: Vec<String> = tables
        .iter()
        .enumerate()
        .map(|(at, rows)| folder.file(&format!("{at}.csv"), format!("{HEADER}{rows}")))
        .collect();
    let mut args = vec!["recall", "--on", "2026-11-28"];
    args.extend(paths.iter().map(String::as_str));
    args.extend(more);
    let ran = torus(&args);
    Ran { talk: ran.talk.replace(folder.path(), ""), ..ran }
}

fn json(tables: &[String]) -> Value {
    let ran = recall(tables, &["--format", "json"]);
    assert_eq!((ran.status, ran.talk.as_str()), (0, ""));
    serde_json::from_str(&ran.out).unwrap()
}

fn items(tables: &[String]) -> Value {
    json(tables)["learners"][0]["items"].clone()
}

#[test]
fn a_question_is_predicted_by_fsrs_6() {
    let found = json(&[plain("s1", "q", "correct", "20")]);
    // One good answer: stability 2.3065 days, and eight days later (1 + 8 f / 2.3065) ^ -0.1542, f = 0.9 ^ (1 / -0.1542) - 1.
    let expected = serde_json::json!({
        "on": "2026-11-28",
        "model": "fsrs-6",
        "learners": [{
            "learner": "Ada",
            "learner_id": "id-a",
            "items": [{
                "bank": "b", "question": "q", "topic": "T/one", "answers": 1, "last_answered_on": "2026-11-20",
                "stability_days": 2.3065, "difficulty": 2.1181, "recall": 0.7957, "due_on": "2026-11-23",
            }],
        }],
    });
    assert_eq!(found, expected);
}

#[test]
fn an_answer_in_two_tables_counts_once_and_the_overruled_copy_of_it() {
    let (wrong, right) = (plain("s1", "q", "wrong", "20"), row("s1", 1, "q", "correct", "20", "1,true,,"));
    let once = items(std::slice::from_ref(&right));
    assert_eq!(items(&[wrong.clone(), right.clone()]), once);
    assert_eq!(items(&[right, wrong]), once);
}

#[test]
fn tables_tell_the_same_in_any_order() {
    let one = [plain("s1", "q", "correct", "20"), plain("s3", "p", "wrong", "21")].concat();
    let other = [plain("s2", "q", "wrong", "20"), plain("s4", "q", "correct", "24")].concat();
    let found = items(&[one.clone(), other.clone()]);
    assert_eq!(found, items(&[other, one]));
    let answers: Vec<_> = found.as_array().unwrap().iter().map(|item| item["answers"].clone()).collect();
    assert_eq!(answers, [1, 3]);
}

#[test]
fn only_the_key_of_the_newest_answer_counts_and_draws_of_a_calculated_question_are_one_key() {
    let old = plain("s1", "q", "correct", "10").replace(",key,", ",another,");
    let new = plain("s2", "q", "correct", "20");
    assert_eq!(items(&[[old.clone(), new.clone()].concat()]), items(std::slice::from_ref(&new)));
    let drawn = [old, new].concat().replace(",text,", ",calculated,");
    assert_eq!(items(&[drawn])[0]["answers"], 2);
}

#[test]
fn what_nobody_answered_and_what_does_not_count_is_no_evidence_and_giving_up_is() {
    let none = [
        row("s1", 1, "q", "unanswered", "20", "1,,,"),
        row("s1", 2, "p", "correct", "20", "1,,,false"),
        row("s1", 3, "p", "correct", "20", "1,,,FALSE"),
    ];
    assert_eq!(json(&[none.concat()])["learners"], serde_json::json!([]));
    let given_up = row("s1", 1, "q", "unanswered", "20", "1,,not_known,");
    assert_eq!(items(&[given_up])[0]["stability_days"], 0.212);
}

#[test]
fn answers_after_the_day_are_set_aside_and_told() {
    let rows = [plain("s1", "q", "correct", "20"), plain("s2", "q", "wrong", "29")].concat();
    let ran = recall(&[rows], &["--format", "json"]);
    assert_eq!((ran.status, ran.talk.as_str()), (0, "torus: set aside 1 answer after 2026-11-28\n"));
    let found: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(found["learners"][0]["items"][0]["answers"], 1);
}

#[test]
fn a_day_begins_at_four() {
    let night = plain("s1", "q", "correct", "29").replace("T12:00", "T03:59");
    assert_eq!(items(&[night])[0]["last_answered_on"], "2026-11-28");
}

#[test]
fn luck_and_certainty_count_as_the_schedule_counts_them() {
    let check = |kind: &str, certainty: &str, expected: f64| {
        let row = plain("s1", "q", "correct", "20").replace(",text,", &format!(",{kind},"));
        let row = row.replace(",correct,,", &format!(",correct,{certainty},"));
        assert_eq!(items(&[row])[0]["stability_days"], expected, "{kind} {certainty}");
    };
    check("choice", "", 1.2931);
    check("choice", "1", 0.212);
    check("choice", "3", 2.3065);
    check("text", "1", 1.2931);
    check("recall", "", 2.3065);
}

#[test]
fn two_learners_of_one_name_stay_two_and_without_ids_a_name_is_one() {
    let here = plain("s1", "q", "correct", "20");
    let there = plain("s2", "q", "correct", "20").replace("id-a", "id-b");
    assert_eq!(json(&[here.clone(), there.clone()])["learners"].as_array().unwrap().len(), 2);
    let nameless = [here, there].concat().replace("id-a", "").replace("id-b", "");
    assert_eq!(json(&[nameless])["learners"].as_array().unwrap().len(), 1);
}

#[test]
fn text_goes_by_learner_and_topic_weakest_first() {
    let rows = [
        plain("s1", "known", "correct", "27"),
        plain("s2", "faint", "wrong", "20"),
        plain("s3", "other", "correct", "27").replace("T/one", ""),
    ];
    let ran = recall(&[rows.concat()], &[]);
    assert_eq!((ran.status, ran.talk.as_str()), (0, ""));
    let expected = "\
What is still known on 2026-11-28, as far as can be told from the answers:

Ada: 82 % of 3 questions
  T/one: 76 % of 2 questions
     57 %  b faint: answered once, last on 2026-11-20; was due on 2026-11-21
     95 %  b known: answered once, last on 2026-11-27; due on 2026-11-30
  no topic: 95 % of 1 question
     95 %  b other: answered once, last on 2026-11-27; due on 2026-11-30
";
    assert_eq!(ran.out, expected);
    assert_eq!(recall(&[String::new()], &[]).out.lines().last(), Some("Nobody has answered anything until then."));
}

#[test]
fn csv_has_a_row_for_each_question() {
    let ran = recall(&[plain("s1", "=q", "correct", "20").replace("Ada", "'=Ada")], &["--format", "csv"]);
    let expected = "on,learner,learner_id,bank,question,topic,answers,last_answered_on,stability_days,difficulty,recall,due_on\r\n\
        2026-11-28,'=Ada,id-a,b,'=q,T/one,1,2026-11-20,2.3065,2.1181,0.7957,2026-11-23\r\n";
    assert_eq!((ran.out.as_str(), ran.status), (expected, 0));
}

#[test]
fn tables_are_read_as_spreadsheets_save_them() {
    let table = format!("{HEADER}{}", plain("s1", "q", "partial", "20").replace(",0,1,partial", ",\"0,8\",1,partial"));
    let expected = items(&[plain("s1", "q", "partial", "20").replace(",0,1,partial", ",0.8,1,partial")]);
    let folder = Folder::new();
    let semicolons = table.replace(',', ";").replace("\"0;8\"", "0,8");
    let utf_16: Vec<u8> = format!("\u{feff}{semicolons}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, bytes) in [("bom.csv", format!("\u{feff}sep=;\r\n{semicolons}").into_bytes()), ("utf16.csv", utf_16)] {
        let path = folder.file(name, bytes);
        let ran = torus(&["recall", &path, "--on", "2026-11-28", "--format", "json"]);
        let found: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!((&found["learners"][0]["items"], ran.talk.as_str()), (&expected, ""), "{name}");
    }
}

#[test]
fn a_folder_is_every_table_below_it() {
    let folder = Folder::new();
    folder.file("deep/a.CSV", format!("{HEADER}{}", plain("s1", "q", "correct", "20")));
    folder.file("b.csv", format!("{HEADER}{}", plain("s2", "q", "correct", "24")));
    folder.file("notes.txt", "no table");
    let ran = torus(&["recall", folder.path(), "--on", "2026-11-28", "--format", "json"]);
    let found: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((found["learners"][0]["items"][0]["answers"].as_u64(), ran.status), (Some(2), 0));
}

#[test]
fn a_row_that_cannot_be_used_is_told_and_the_others_count() {
    let good = plain("s1", "q", "correct", "20");
    let rows = [
        good.clone(),
        plain("s2", "q", "right", "20"),
        plain("s3", "q", "correct", "20").replace("2026-11-20T12:00:00+01:00", "20.11.2026 12:00"),
        plain("s4", "q", "correct", "20").replace(",text,", ",essay,"),
        plain("s5", "", "correct", "20"),
        "Ada,s6,b\n".to_owned(),
    ];
    let ran = recall(&[rows.concat()], &["--format", "json"]);
    let expected = "\
/0.csv:3: `verdict` is \"right\" and should be `correct`, `partial`, `wrong` or `unanswered`: the row is left out
/0.csv:4: `answered_at` is \"20.11.2026 12:00\" and should be a time with its offset, such as 2026-11-23T06:15:00+01:00: the row is left out
/0.csv:5: `kind` is \"essay\" and should be a kind of question, such as `choice`: the row is left out
/0.csv:6: `question` is empty: the row is left out
/0.csv:7: this row has 3 cells and the first row has 19: look for a comma or a quotation mark that is missing or too many: the row is left out
";
    assert_eq!((ran.talk.as_str(), ran.status), (expected, 1));
    let found: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(found["learners"][0]["items"], items(&[good]));
}

#[test]
fn a_table_without_a_column_is_told_and_without_any_table_nothing_is_done() {
    let folder = Folder::new();
    let (sittings, good) =
        ("learner,sitting,bank\nAda,s,b\n", format!("{HEADER}{}", plain("s1", "q", "correct", "20")));
    let path = folder.file("sittings.csv", sittings);
    let told =
        format!("{path}:1: there is no column `position`: take a table as `torus results` or the window exports it\n");
    let alone = torus(&["recall", &path]);
    let expected = format!("{told}torus: there is no table of responses to predict from\n");
    assert_eq!((alone.talk, alone.out.as_str(), alone.status), (expected, "", 2));
    let beside = torus(&["recall", &path, &folder.file("r.csv", good), "--on", "2026-11-28"]);
    assert_eq!((beside.talk, beside.status), (told, 1));
    assert!(beside.out.contains("b q: answered once"), "{}", beside.out);
}

#[test]
fn a_quotation_mark_that_swallows_rows_is_told() {
    let rows =
        [plain("s1", "q", "correct", "20"), plain("s2", "\"p", "correct", "21"), plain("s3", "q\"", "wrong", "22")];
    let ran = recall(&[rows.concat()], &[]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.talk.starts_with("/0.csv:3: "), "{}", ran.talk);
}

#[test]
fn files_that_are_not_there_and_days_that_are_none_are_refused() {
    let folder = Folder::new();
    let missing = torus(&["recall", &text(&folder.join("none.csv"))]);
    assert_eq!((missing.status, missing.out.as_str()), (2, ""));
    let day = torus(&["recall", folder.path(), "--on", "1.12.2026"]);
    assert_eq!(day.status, 2);
    assert!(day.talk.contains("such as 2026-12-01"), "{}", day.talk);
    let empty = torus(&["recall", folder.path()]);
    assert_eq!(empty.status, 2);
    assert!(empty.talk.contains("there is no .csv file in this folder"), "{}", empty.talk);
}

#[test]
fn a_sitting_that_was_left_out_since_stays_out_also_in_a_spreadsheet_of_another_language() {
    let folder = Folder::new();
    let header = "learner,sitting,bank,position,question,kind,correct_response,score,max_score,verdict,certainty,hints_used,answered_at,counts";
    let row = |counts: &str| {
        format!("{header}\nAda,s1,rivers,1,rhine,text,Rhine,1,1,correct,,0,2026-11-23T07:00:00+01:00,{counts}\n")
    };
    let older = folder.file("older.csv", row(""));
    let one = torus(&["recall", &older, "--on", "2026-11-30", "--format", "csv"]);
    assert_eq!(one.out.lines().count(), 2, "{one:?}");
    for left_out in ["false", "FALSCH", "faux"] {
        let newer = folder.file("newer.csv", row(left_out));
        for tables in [[&older, &newer], [&newer, &older]] {
            let ran = torus(&["recall", tables[0], tables[1], "--on", "2026-11-30", "--format", "csv"]);
            assert_eq!(ran.out.lines().count(), 1, "{left_out}: {ran:?}");
        }
    }
}
