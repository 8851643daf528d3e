//! The program where no window can be opened.

use crate::program::Home;
use std::process::Output;

/// One sentence, exit status 2, and nothing that only a programmer understands.
fn check(output: &Output) {
    let talk = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{talk}");
    assert_eq!(talk.lines().count(), 1, "{talk}");
    assert!(talk.starts_with("torus: ") && !talk.contains("panicked"), "{talk}");
    assert!(!talk.contains(".rs"), "{talk}");
    assert!(output.stdout.is_empty());
}

#[test]
fn without_a_display_the_program_says_so() {
    check(&Home::new().program(&[]).output().unwrap());
}

#[test]
fn a_display_that_is_not_there_is_told_in_one_sentence() {
    for display in [":987", "nowhere.invalid:0", "nonsense"] {
        check(&Home::new().program(&[]).env("DISPLAY", display).output().unwrap());
    }
}

#[test]
fn a_wayland_server_that_is_not_there_is_told_in_one_sentence() {
    check(&Home::new().program(&[]).env("WAYLAND_DISPLAY", "wayland-987").output().unwrap());
}
