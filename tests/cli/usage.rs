//! Help, version, usage errors and the window on a machine without a display.

use super::{Folder, program, ran, torus};

#[test]
fn help_shows_an_example_on_every_command() {
    for args in [
        &["--help"][..],
        &["paper", "--help"],
        &["results", "--help"],
        &["merge", "--help"],
        &["check", "--help"],
        &["explain", "--help"],
        &["new", "--help"],
        &["grade", "--help"],
        &["generate", "--help"],
        &["-h"],
    ] {
        let ran = torus(args);
        assert_eq!((ran.status, ran.talk.as_str()), (0, ""), "{args:?}");
        assert!(ran.out.contains("Examples:\n  torus"), "{args:?}: {}", ran.out);
        assert_fits(&ran.out);
    }
}

/// No line of what stands below the examples is broken anew by the terminal, which would leave words alone on a line.
fn assert_fits(help: &str) {
    let (_, examples) = help.split_once("Examples:").unwrap();
    let lines: Vec<&str> = examples.lines().collect();
    for pair in lines.windows(2).filter(|pair| pair.iter().all(|line| !line.is_empty() && !line.starts_with(' '))) {
        assert!(pair[0].len() > 60, "{pair:?}");
    }
    assert!(lines.iter().all(|line| line.len() <= 86), "{examples}");
}

#[test]
fn version_is_the_packages() {
    assert_eq!(torus(&["--version"]).out, concat!("torus ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn usage_errors_end_with_2_and_print_nothing() {
    let cases: &[&[&str]] = &[
        &["--nonsense"],
        &["paper"],
        &["paper", "quizzes", "--seed", "-1"],
        &["paper", "quizzes", "--seed", "4294967296"],
        &["paper", "quizzes", "--seed", "seven"],
        &["paper", "quizzes", "--count", "0"],
        &["paper", "quizzes", "--format", "pdf"],
        &["paper", "quizzes", "--quiz", "ten-minutes", "--count", "3"],
        &["results", "--kind", "marks"],
        &["results", "surplus"],
        &["merge"],
        &["check"],
        &["check", "quizzes", "--format", "html"],
        &["new"],
        &["quizzes/fusion-machines.ron", "--data-dir", "nowhere", "paper", "quizzes"],
    ];
    for args in cases {
        let ran = torus(args);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(!ran.talk.is_empty(), "{args:?}");
    }
}

#[test]
fn without_a_display_the_window_says_so_in_one_sentence() {
    for args in [&[][..], &["quizzes/fusion-machines.ron"], &["./paper"]] {
        let ran = torus(args);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.talk.contains("no display"), "{}", ran.talk);
        assert_eq!(ran.talk.lines().count(), 1, "{}", ran.talk);
    }
}

#[test]
fn an_empty_display_variable_names_no_display() {
    let ran = ran(program().env("DISPLAY", "").env("WAYLAND_DISPLAY", "").output().unwrap());
    assert_eq!(ran.status, 2, "{}", ran.talk);
}

#[test]
fn a_start_without_a_display_leaves_no_trace() {
    let folder = Folder::new();
    let data = folder.join("data");
    assert_eq!(torus(&["--data-dir", data.to_str().unwrap()]).status, 2);
    assert!(!data.exists());
}
