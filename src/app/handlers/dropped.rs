//! Files that are dropped on the window: banks go to the library, results to the class, and other programs' questions to the
//! page where they become a bank.

use crate::app::action::Page;
use crate::app::app::App;
use crate::app::world::PICTURE_ENDINGS;
use crate::disk::head_of;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// So much of a file tells what it is.
const HEAD_BYTES: usize = 4096;

/// What was dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dropped {
    Bank,
    Results,
    Questions,
}

impl App {
    /// Takes what was dropped to where it belongs. Of several files of questions the first is looked at.
    pub(in crate::app) fn drop_in(&mut self, paths: Vec<PathBuf>) {
        let (mut banks, mut results, mut questions) = (Vec::new(), Vec::new(), Vec::new());
        let is_teaching = self.model.page == Page::Teach;
        for path in paths {
            if self.model.author.is_some() && is_picture(&path) {
                self.take_picture(&path);
                continue;
            }
            match kind_of(&path, is_teaching) {
                Dropped::Bank => banks.push(path),
                Dropped::Results => results.push(path),
                Dropped::Questions => questions.push(path),
            }
        }
        if !banks.is_empty() {
            self.add_banks(banks);
        }
        if !results.is_empty() {
            self.add_results(&results);
        }
        if let Some(path) = questions.into_iter().next() {
            self.import_dropped(path);
        }
    }
}

/// Whether a file is called as pictures are.
fn is_picture(path: &Path) -> bool {
    let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
    PICTURE_ENDINGS.contains(&&*ending)
}

fn kind_of(path: &Path, is_teaching: bool) -> Dropped {
    let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
    let head = || head_of(path, HEAD_BYTES).unwrap_or_default();
    match &*ending {
        "ron" => Dropped::Bank,
        _ if is_teaching => Dropped::Results,
        // The library says what is wrong with a folder.
        _ if path.is_dir() => Dropped::Bank,
        "csv" if is_of_results(&head()) => Dropped::Results,
        _ if is_bank(&head()) => Dropped::Bank,
        _ => Dropped::Questions,
    }
}

/// Whether a table begins as one of results does: with a column of sittings or of responses.
fn is_of_results(head: &str) -> bool {
    // Every second byte of UTF-16 is nothing, and a spreadsheet may tell its separator in a line before the header.
    let head = head.replace('\0', "").to_lowercase();
    let mut columns = head.lines().take(2).flat_map(|line| line.split([',', ';', '\t']));
    columns.any(|column| matches!(column.trim().trim_matches('"'), "sitting" | "response"))
}

/// Whether a text begins as a bank does, behind comments.
fn is_bank(head: &str) -> bool {
    let is_code = |line: &&str| !line.is_empty() && !line.starts_with("//") && !line.starts_with("#![");
    let first = head.trim_start_matches('\u{FEFF}').lines().map(str::trim).find(is_code).unwrap_or_default();
    let inside = first.strip_prefix("Bank").unwrap_or(first).trim_start();
    inside.strip_prefix('(').is_some_and(|rest| first.starts_with("Bank") || rest.trim_start().starts_with("format"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_is_shows_at_its_beginning() {
        let folder = tempfile::tempdir().expect("a folder");
        let check = |name: &str, text: &str, expected: Dropped| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).expect("written");
            assert_eq!(kind_of(&path, false), expected, "{name}");
        };
        check("a.ron", "whatever", Dropped::Bank);
        check("bank.txt", "// A bank.\nBank(\n  format: 1,", Dropped::Bank);
        check("bare.txt", "( format: 1,", Dropped::Bank);
        check("results.csv", "\u{feff}learner;sitting;question\n", Dropped::Results);
        check("kahoot.csv", "question,answer 1,answer 2\n", Dropped::Questions);
        check("gift.txt", "// Rivers\n::Q1:: Is it long? {T}\n", Dropped::Questions);
        check("empty.xml", "", Dropped::Questions);
        assert_eq!(kind_of(folder.path(), false), Dropped::Bank);
        assert_eq!(kind_of(folder.path(), true), Dropped::Results);
    }
}
