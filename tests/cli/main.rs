//! The real program on the command line: what it prints, what it says, and how it ends.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod check;
mod exchange;
mod fmt;
mod formatted;
mod generate;
mod grade;
mod hostile;
mod marks;
mod merge;
mod paper;
mod recall;
mod regrade;
mod report;
mod results;
mod sql;
mod usage;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// What came of running the program.
#[derive(Debug)]
struct Ran {
    status: i32,
    out: String,
    talk: String,
}

/// The program, knowing no display and no data folder but what the test gives it.
fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_torus"));
    for variable in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "TORUS_DATA_DIR"] {
        command.env_remove(variable);
    }
    command.stdin(Stdio::null());
    command
}

fn torus(args: &[&str]) -> Ran {
    ran(program().args(args).output().unwrap())
}

fn ran(output: Output) -> Ran {
    Ran {
        status: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        talk: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A folder that is gone after the test, with files in it.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self) -> &str {
        self.0.path().to_str().unwrap()
    }

    fn join(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file, with the folders above it, and gives its path back.
    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        text(&path)
    }
}

fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

/// A bank with these questions and quizzes, each as RON.
fn bank(id: &str, questions: &[String], quizzes: &str) -> String {
    let questions = questions.join(",\n");
    format!(
        "Bank(format: 1, id: \"{id}\", title: \"Bank {id}\",\nquestions: [\n{questions}\n],\nquizzes: [{quizzes}])\n"
    )
}

/// A choice among four, with anything more that it shall say.
fn choice(id: &str, more: &str) -> String {
    format!(
        "Question(id: \"{id}\", prompt: \"Which is {id}?\", \
         answer: Choice(correct: \"key of {id}\", distractors: [\"one\", \"two\", \"three\"]), {more})"
    )
}

/// As many choices as asked for: `q1`, `q2` and on.
fn choices(count: usize) -> Vec<String> {
    (1..=count).map(|number| choice(&format!("q{number}"), "")).collect()
}
