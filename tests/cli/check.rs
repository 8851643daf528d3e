//! `torus check`, `torus explain` and `torus new`: what they print, in both formats, and how they end.

use super::{Folder, bank, choices, text, torus};
use serde_json::{Value, json};
use std::fs;

/// A bank with an error on line 3 and a warning on line 4.
const FAULTY: &str = "Bank(format: 1, id: \"b\", title: \"B\", questions: [\n\
    Question(id: \"a\", prompt: \"Ä?\", answer: TrueFalse(true), explanation: \"E\"),\n\
    Question(id: \"b\", prompt: \"ö\", answer: Choice(correct: \"x\", distracters: [\"y\"]), explanation: \"E\"),\n\
    Question(id: \"c\", prompt: \"Which is not red?\", answer: Choice(correct: \"x\", distractors: [\"y\"]), explanation: \"E\"),\n\
    ])\n";

/// A bank that has nothing but warnings.
const FLAWED: &str =
    "Bank(format: 1, id: \"b\", title: \"B\", questions: [(id: \"a\", prompt: \"?\", answer: TrueFalse(true))])";

/// A bank with nothing to tell of.
fn sound() -> String {
    let question = "(id: \"a\", prompt: \"Is it?\", answer: TrueFalse(true), explanation: \"It is.\")".to_owned();
    bank("sound", &[question], "")
}

fn found(folder: &Folder, more: &[&str]) -> Value {
    let ran = torus(&[&["check", folder.path(), "--format", "json"], more].concat());
    serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}", ran.out))
}

#[test]
fn json_has_the_fields_of_each_problem_in_the_order_of_the_file() {
    let folder = Folder::new();
    let file = folder.file("faulty.ron", FAULTY);
    let expected = json!([
        {
            "file": file, "line": 3, "column": 61, "severity": "error", "code": "unknown-field",
            "message": "`distracters` is not a field of Choice: did you mean `distractors`?", "question": "b",
        },
        {
            "file": file, "line": 4, "column": 27, "severity": "warning", "code": "negative-prompt",
            "message": "\"not\" is easy to miss: ask for what is so; where that cannot be, make the word stand out, as in **NOT**",
            "question": "c",
        },
    ]);
    assert_eq!(found(&folder, &[]), expected);
}

#[test]
fn text_shows_the_line_underlined_and_what_to_write() {
    let folder = Folder::new();
    let file = folder.file("faulty.ron", FAULTY);
    let ran = torus(&["check", &file]);
    let shown = [
        "error[unknown-field]: `distracters` is not a field of Choice\n",
        &format!("┌─ {file}:3:61\n"),
        "3 │ Question(id: \"b\", prompt: \"ö\", answer: Choice(correct: \"x\", distracters: [\"y\"]), explanation: \"E\"),\n",
        " ^^^^^^^^^^^ did you mean `distractors`?\n",
        "= question \"b\"\n",
        "warning[negative-prompt]: ",
    ];
    for part in shown {
        assert!(ran.out.contains(part), "{part}\n{}", ran.out);
    }
    assert!(!ran.out.contains('\u{1b}'), "colours where there is no terminal: {}", ran.out);
    assert_eq!(ran.status, 1);
    assert!(ran.talk.starts_with("torus: 1 bank checked: 1 error, 1 warning\n"), "{}", ran.talk);
}

#[test]
fn errors_end_with_1_and_warnings_do_where_they_are_to_count() {
    for (content, plain, strict) in [(FAULTY, 1, 1), (FLAWED, 0, 1), (&sound(), 0, 0), ("", 1, 1)] {
        let folder = Folder::new();
        let file = folder.file("b.ron", content);
        assert_eq!(torus(&["check", &file]).status, plain, "{content}");
        assert_eq!(torus(&["check", &file, "--strict"]).status, strict, "{content}");
        assert_eq!(torus(&["check", "--strict", "--format", "json", &file]).status, strict, "{content}");
    }
}

#[test]
fn a_sound_bank_prints_nothing_but_an_empty_list() {
    let folder = Folder::new();
    let file = folder.file("b.ron", sound());
    assert_eq!(torus(&["check", &file]).out, "");
    assert_eq!(found(&folder, &[]), json!([]));
}

#[test]
fn every_bank_below_a_folder_is_checked_in_sorted_order() {
    let folder = Folder::new();
    for name in ["b.ron", "a/z.ron", "a/b/c.ron"] {
        folder.file(name, FLAWED);
    }
    folder.file("notes.txt", "no bank");
    let found = found(&folder, &[]);
    let files: Vec<&str> = found.as_array().unwrap().iter().map(|problem| problem["file"].as_str().unwrap()).collect();
    let expected: Vec<String> = ["a/b/c.ron", "a/z.ron", "b.ron"].iter().map(|name| text(&folder.join(name))).collect();
    assert_eq!(files, expected);
}

#[test]
fn a_file_that_is_no_text_is_told_with_its_place() {
    let folder = Folder::new();
    folder.file("latin.ron", b"Bank(\n  title: \"caf\xe9\")");
    folder.file("sound.ron", sound());
    let found = found(&folder, &[]);
    assert_eq!(found.as_array().unwrap().len(), 1, "{found}");
    assert_eq!(
        (&found[0]["code"], &found[0]["line"], &found[0]["column"]),
        (&json!("not-text"), &json!(2), &json!(14))
    );
}

#[test]
fn a_file_that_is_not_there_ends_with_2_and_prints_nothing() {
    let folder = Folder::new();
    let sound = folder.file("b.ron", FLAWED);
    let ran = torus(&["check", &sound, &text(&folder.join("gone.ron")), "--format", "json"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.talk.contains("gone.ron"), "{}", ran.talk);
}

#[test]
fn a_folder_without_banks_is_told() {
    let folder = Folder::new();
    let ran = torus(&["check", folder.path()]);
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert!(ran.talk.contains("no .ron file"), "{}", ran.talk);
}

#[test]
fn no_bank_brings_control_characters_to_a_terminal() {
    let folder = Folder::new();
    let evil = "Bank(format: 1, id: \"b\", title: \"B\", questions: [(id: \"\\u{1b}[2J\", prompt: \"\u{1b}]0;x\u{7}\", \
                answer: Choice(correct: \"\u{9b}31m\", distractors: [\"None of these\\r\"]))])";
    let file = folder.file("evil.ron", evil);
    let ran = torus(&["check", &file]);
    assert!(ran.out.contains("none-of-the-above"), "{}", ran.out);
    let is_evil = |letter: char| letter.is_control() && letter != '\n';
    assert!(!ran.out.contains(is_evil) && !ran.talk.contains(is_evil), "{:?}", ran.out);
}

#[test]
fn a_byte_order_mark_moves_no_column() {
    let folder = Folder::new();
    folder.file("b.ron", format!("\u{feff}{FLAWED}"));
    assert_eq!(found(&folder, &[])[0]["column"], json!(FLAWED.find("(id: \"a\"").unwrap() + 1));
}

#[test]
fn every_code_is_explained() {
    for code in ["longest-key", "unknown-field", "syntax", "not-text", " Longest-Key "] {
        let ran = torus(&["explain", code]);
        assert_eq!((ran.status, ran.talk.as_str()), (0, ""), "{code}");
        for part in [code.trim().to_lowercase().as_str(), "Why: ", "What to do: ", "Source: ", "Before:\n", "After:\n"]
        {
            assert!(ran.out.contains(part), "{code}: {part}\n{}", ran.out);
        }
    }
}

#[test]
fn an_unknown_code_ends_with_2_and_names_the_nearest() {
    let ran = torus(&["explain", "longest-keys"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.talk.contains("did you mean longest-key"), "{}", ran.talk);
    assert_eq!(torus(&["explain"]).status, 2);
}

#[test]
fn a_new_bank_reads_and_has_no_problem() {
    let folder = Folder::new();
    let file = text(&folder.join("Rivers 7b.ron"));
    let ran = torus(&["new", &file]);
    assert_eq!((ran.status, ran.out.as_str()), (0, ""), "{}", ran.talk);
    assert!(fs::read_to_string(&file).unwrap().contains("id: \"rivers-7b\""));
    let ran = torus(&["check", "--strict", &file]);
    assert_eq!((ran.status, ran.out.as_str()), (0, ""), "{}", ran.talk);
    assert_eq!(torus(&["paper", &file, "--seed", "1"]).status, 0);
}

#[test]
fn a_new_bank_never_takes_the_place_of_a_file() {
    let folder = Folder::new();
    let file = folder.file("mine.ron", "my own");
    let ran = torus(&["new", &file]);
    assert_eq!(ran.status, 2);
    assert!(ran.talk.contains("there already"), "{}", ran.talk);
    assert_eq!(fs::read_to_string(&file).unwrap(), "my own");
}

#[test]
fn a_new_bank_needs_a_folder_and_the_ending_of_a_bank() {
    let folder = Folder::new();
    for (name, advice) in
        [("none/bank.ron", "there is no folder"), ("rivers", "call it"), ("rivers.txt", "rivers.txt.ron")]
    {
        let ran = torus(&["new", &text(&folder.join(name))]);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{name}");
        assert!(ran.talk.contains(advice) && !ran.talk.contains(".torus-"), "{name}: {}", ran.talk);
    }
    assert_eq!(fs::read_dir(folder.join("")).unwrap().count(), 0, "something was written");
}

#[test]
fn a_bank_on_one_long_line_is_shown_in_part() {
    let folder = Folder::new();
    let file = folder.file("long.ron", bank("long", &choices(2_000), "").replace('\n', " "));
    let ran = torus(&["check", &file]);
    assert!(ran.out.lines().all(|line| line.chars().count() < 300), "a line is too long");
    assert_eq!(ran.out.matches("warning[missing-explanation]").count(), 2_000);
}

#[test]
fn a_new_table_of_facts_takes_the_place_of_neither_file() {
    let folder = Folder::new();
    let file = text(&folder.join("mine.ron"));
    let rows = folder.file("mine.csv", "my own");
    let ran = torus(&["new", &file, "--facts"]);
    assert_eq!(ran.status, 2);
    assert!(ran.talk.contains("mine.csv") && ran.talk.contains("there already"), "{}", ran.talk);
    assert_eq!((fs::read_to_string(&rows).unwrap().as_str(), fs::exists(&file).unwrap()), ("my own", false));
    fs::remove_file(&rows).unwrap();
    folder.file("mine.ron", "my own");
    assert_eq!(torus(&["new", &file, "--facts"]).status, 2);
    assert_eq!((fs::read_to_string(&file).unwrap().as_str(), fs::exists(&rows).unwrap()), ("my own", false));
}

#[test]
fn a_new_table_of_facts_makes_a_bank_without_a_problem() {
    let folder = Folder::new();
    let file = text(&folder.join("Novels 9.ron"));
    let ran = torus(&["new", &file, "--facts"]);
    assert_eq!((ran.status, ran.out.as_str()), (0, ""), "{}", ran.talk);
    let banks = text(&folder.join("banks"));
    let ran = torus(&["generate", &file, "-o", &banks]);
    assert_eq!(ran.status, 0, "{}", ran.talk);
    let ran = torus(&["check", "--strict", &banks]);
    assert_eq!((ran.status, ran.out.as_str()), (0, ""), "{}", ran.talk);
}

#[test]
fn what_is_certain_is_mended_in_place_and_the_rest_is_told() {
    let folder = Folder::new();
    let question = "(id: \"q\", prompt: “Is it?”; answer: TrueFalse(True), explanation: \"It is.\") // sure";
    let undecided = "(id: \"r\", prompt: Is it, answer: TrueFalse(true), explanation: \"It is.\")";
    let before = bank("damaged", &[format!("{question}\n"), undecided.to_owned()], "").replace('\n', "\r\n");
    let file = folder.file("damaged.ron", &before);
    let ran = torus(&["check", &file, "--fix"]);
    assert_eq!(ran.status, 1, "{}", ran.talk);
    assert!(ran.talk.contains(&format!("{file}: mended ")), "{}", ran.talk);
    assert!(ran.out.contains("error[") && ran.out.contains("Is it"), "{}", ran.out);
    let after = fs::read_to_string(&file).expect("read");
    let mended = "(id: \"q\", prompt: \"Is it?\", answer: TrueFalse(true), explanation: \"It is.\") // sure";
    assert_eq!(after, before.replace(question, mended));
    let again = torus(&["check", &file, "--fix"]);
    assert!(!again.talk.contains("mended"), "{}", again.talk);
    assert_eq!(fs::read_to_string(&file).expect("read"), after);
}

#[test]
fn a_dry_run_shows_the_change_and_writes_nothing() {
    let folder = Folder::new();
    let file = folder.file("faulty.ron", FAULTY);
    let ran = torus(&["check", &file, "--fix", "--dry-run"]);
    assert_eq!(ran.status, 0, "{}", ran.talk);
    assert!(ran.out.starts_with(&format!("--- {file}\n+++ {file}\n@@ ")), "{}", ran.out);
    assert!(
        ran.out.contains("\n+Question(id: \"b\", prompt: \"ö\", answer: Choice(correct: \"x\", distractors: [\"y\"])")
    );
    assert!(ran.talk.contains("1 error can be mended"), "{}", ran.talk);
    assert_eq!(fs::read_to_string(&file).expect("read"), FAULTY);
    assert_eq!(torus(&["check", &file, "--dry-run"]).status, 2, "there is nothing to rehearse without --fix");
}

#[test]
fn a_file_without_certain_mistakes_keeps_its_bytes_and_its_time() {
    let folder = Folder::new();
    let file = folder.file("sound.ron", sound());
    let time = fs::metadata(&file).and_then(|there| there.modified()).expect("a time");
    assert_eq!(torus(&["check", &file, "--fix"]).status, 0);
    assert_eq!(fs::metadata(&file).and_then(|there| there.modified()).expect("a time"), time);
}

#[cfg(unix)]
#[test]
fn a_read_only_file_is_not_replaced() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let file = folder.file("faulty.ron", FAULTY);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).expect("set");
    let ran = torus(&["check", &file, "--fix"]);
    assert_eq!(ran.status, 1);
    assert!(ran.talk.contains("read-only"), "{}", ran.talk);
    assert_eq!(fs::read_to_string(&file).expect("read"), FAULTY);
}
