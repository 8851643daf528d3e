//! `torus fmt`: what it lays out, and what it leaves as it is.

use super::{Folder, Ran, bank, choices, torus};
use std::fs;

fn fmt(path: &str, more: &[&str]) -> Ran {
    torus(&[&["fmt", path], more].concat())
}

const UNTIDY: &str = "// Rivers of Europe\nBank(format:1,id:\"r\",title:\"R\",questions:[\n  // the first\n  (id:\"a\",prompt:\"Is it?\",answer:TrueFalse(true)), // sure\n])\n";

#[test]
fn a_damaged_bank_is_told_with_its_line_and_left_as_it_is() {
    let folder = Folder::new();
    let damaged = UNTIDY.replace("prompt:", "prompt ");
    let path = folder.file("r.ron", &damaged);
    let ran = fmt(&path, &[]);
    assert_eq!(ran.status, 1, "{}", ran.talk);
    assert!(ran.talk.contains("r.ron:4:"), "{}", ran.talk);
    assert_eq!(fs::read_to_string(&path).unwrap(), damaged);
}

#[test]
fn a_question_that_cannot_be_asked_keeps_its_bank_from_being_laid_out() {
    let folder = Folder::new();
    let path = folder.file("r.ron", UNTIDY.replace("Is it?", ""));
    let ran = fmt(&path, &[]);
    assert_eq!((ran.status, ran.talk.contains("r.ron:4:")), (1, true), "{}", ran.talk);
}

#[test]
fn what_is_not_there_is_no_text_or_holds_no_bank_is_told() {
    let folder = Folder::new();
    assert_eq!(fmt(&format!("{}/gone.ron", folder.path()), &[]).status, 2);
    let empty = fmt(folder.path(), &[]);
    assert_eq!((empty.status, empty.talk.contains("there is no .ron file")), (1, true), "{}", empty.talk);
    let latin = folder.file("latin.ron", b"Bank(title: \"\xfc\")");
    let ran = fmt(&latin, &[]);
    assert_eq!((ran.status, ran.talk.contains("not UTF-8")), (1, true), "{}", ran.talk);
}

#[test]
#[cfg(unix)]
fn a_read_only_bank_is_left_as_it_is() {
    let folder = Folder::new();
    let path = folder.file("r.ron", UNTIDY);
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let ran = fmt(&path, &[]);
    assert_eq!((ran.status, ran.talk.contains("read-only")), (1, true), "{}", ran.talk);
    assert_eq!(fs::read_to_string(&path).unwrap(), UNTIDY);
}

#[test]
fn check_writes_nothing_and_names_what_is_not_laid_out() {
    let folder = Folder::new();
    let path = folder.file("r.ron", UNTIDY);
    let ran = fmt(folder.path(), &["--check"]);
    assert_eq!((ran.status, ran.talk.contains("r.ron: not laid out")), (1, true), "{}", ran.talk);
    assert_eq!(fs::read_to_string(&path).unwrap(), UNTIDY);
    assert_eq!(fmt(&path, &[]).status, 0);
    let ran = fmt(folder.path(), &["--check"]);
    assert_eq!((ran.status, ran.talk.contains("0 of 1 bank not laid out")), (0, true), "{}", ran.talk);
}

#[test]
fn comments_stay_with_their_questions() {
    let folder = Folder::new();
    let path = folder.file("r.ron", UNTIDY);
    assert_eq!(fmt(&path, &[]).status, 0);
    let expected = "// Rivers of Europe\nBank(\n    format: 1,\n    id: \"r\",\n    title: \"R\",\n    questions: [\n        // the first\n        \
                    (id: \"a\", prompt: \"Is it?\", answer: TrueFalse(true)), // sure\n    ],\n)\n";
    assert_eq!(fs::read_to_string(&path).unwrap(), expected);
}

#[test]
fn one_bad_bank_of_a_folder_costs_the_others_nothing() {
    let folder = Folder::new();
    folder.file("a.ron", "Bank(");
    let good = folder.file("below/b.ron", bank("b", &choices(3), ""));
    let ran = fmt(folder.path(), &[]);
    assert_eq!((ran.status, ran.talk.contains("1 of 2 banks laid out anew")), (1, true), "{}", ran.talk);
    assert!(fs::read_to_string(good).unwrap().contains("\n    questions: [\n"));
}

/// The banks that come with the program, and that which `torus new` writes.
fn known_banks(folder: &Folder) -> Vec<(String, String)> {
    let starter = format!("{}/starter.ron", folder.path());
    assert_eq!(torus(&["new", &starter]).status, 0);
    let mut folders = vec![std::path::PathBuf::from("quizzes")];
    let mut found = vec![(starter.clone(), fs::read_to_string(&starter).unwrap())];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "ron") {
                let text = fs::read_to_string(&path).unwrap();
                let name = path.to_str().unwrap().replace(['/', '\\'], "-");
                found.push((folder.file(&name, &text), text));
            }
        }
    }
    found
}

fn comments(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| line.starts_with("//")).collect()
}

#[test]
fn every_bank_that_comes_with_the_program_keeps_its_values_and_comments_and_is_laid_out_once() {
    let folder = Folder::new();
    let banks = known_banks(&folder);
    assert!(banks.len() > 5);
    let ran = fmt(folder.path(), &[]);
    assert_eq!(ran.status, 0, "{}", ran.talk);
    for (path, before) in &banks {
        let after = fs::read_to_string(path).unwrap();
        let read = |text: &str| torus::bank::read(text, &torus::bank::Quietly).bank;
        assert_eq!(read(&after), read(before), "{path}");
        assert_eq!(comments(&after), comments(before), "{path}");
    }
    assert_eq!(fmt(folder.path(), &["--check"]).status, 0);
}
