//! Files that are not what they say: each gets a message, none stops the program or keeps it waiting.

use super::{Folder, Ran, bank, choices, text, torus};
use std::fs::File;
use std::time::{Duration, Instant};

/// Long for a busy machine, short for reading 300 MB or waiting on a pipe.
const PATIENCE: Duration = Duration::from_secs(20);

/// Reads a folder of one good bank beside something hostile.
fn check(folder: &Folder, expected_status: i32, expected_talk: &str) -> Ran {
    folder.file("good.ron", bank("good", &choices(2), ""));
    let start = Instant::now();
    let ran = torus(&["paper", folder.path(), "--format", "json", "--seed", "1"]);
    assert!(start.elapsed() < PATIENCE);
    assert_eq!(ran.status, expected_status, "{}", ran.talk);
    assert!(ran.talk.contains(expected_talk), "{}", ran.talk);
    assert_eq!(ran.out.matches("\"bank\":\"good\"").count(), 2, "{ran:?}");
    assert!(ran.talk.len() < 2000, "{}", ran.talk);
    ran
}

#[test]
fn a_folder_called_like_a_bank_is_a_folder() {
    let folder = Folder::new();
    folder.file("evil.ron/inside.ron", bank("inside", &choices(1), ""));
    let ran = check(&folder, 0, "");
    assert!(ran.out.contains("\"bank\":\"inside\""));
}

#[cfg(unix)]
#[test]
fn a_named_pipe_keeps_nobody_waiting() {
    let folder = Folder::new();
    let pipe = folder.join("evil.ron");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    check(&folder, 1, "evil.ron");
    assert_eq!(torus(&["paper", &text(&pipe)]).status, 1);
}

#[test]
fn a_file_beyond_the_limit_is_not_read_to_its_end() {
    let folder = Folder::new();
    File::create(folder.join("evil.ron")).unwrap().set_len(300_000_000).unwrap();
    check(&folder, 1, "evil.ron");
}

#[test]
fn bytes_that_are_not_utf8_are_told() {
    let folder = Folder::new();
    folder.file("evil.ron", b"Bank(format: 1, id: \"\xff\xfe\")");
    check(&folder, 1, "evil.ron");
}

#[test]
fn nesting_of_any_depth_does_not_stop_the_program() {
    for (opening, closing) in [("[", "]"), ("(", ")"), ("Some(", ")"), ("{\"a\":", "}"), ("/*", "*/")] {
        let folder = Folder::new();
        let deep = format!("{}{}", opening.repeat(100_000), closing.repeat(100_000));
        let bank = format!("Bank(format: 1, id: \"deep\", title: \"Deep\", questions: {deep})");
        folder.file("evil.ron", bank);
        folder.file("half.ron", opening.repeat(100_000));
        check(&folder, 1, "evil.ron");
    }
}

#[test]
fn messages_and_papers_carry_no_control_characters_to_a_terminal() {
    let folder = Folder::new();
    folder.file("evil.ron", "Bank(format: 1, id: \"e\", title: \"E\", \u{1b}]0;owned\u{7}: 3, questions: [])");
    let ran = check(&folder, 1, "evil.ron");
    assert!(!ran.talk.chars().any(|letter| letter.is_control() && letter != '\n'), "{:?}", ran.talk);
}

/// Two links in a circle would make more paths than can ever be walked.
#[cfg(unix)]
#[test]
fn folders_that_are_links_are_left_out() {
    use std::os::unix::fs::symlink;
    let (folder, elsewhere) = (Folder::new(), Folder::new());
    elsewhere.file("far.ron", bank("far", &choices(1), ""));
    symlink(elsewhere.path(), folder.join("linked")).unwrap();
    symlink(folder.path(), folder.join("circle.ron")).unwrap();
    let ran = check(&folder, 0, "");
    assert!(!ran.out.contains("\"bank\":\"far\""), "{}", ran.out);
}

#[cfg(unix)]
#[test]
fn a_file_without_permission_ends_with_2_and_nothing_is_printed() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let file = folder.file("shut.ron", bank("m", &choices(1), ""));
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser may read all the same.
    if File::open(&file).is_err() {
        let ran = torus(&["paper", "quizzes", &file]);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""));
        assert!(ran.talk.contains("shut.ron"), "{}", ran.talk);
    }
}
