//! Holds the rules of ARCHITECTURE.md: which folder of `src/` may know which, what each may never ask for, and that no
//! files know each other in a circle.

mod circles;
mod paths;
mod source;

use crate::circles::{circles, graph};
use crate::paths::Paths;
use crate::source::{SOURCE, modules};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder of `src/`, or a file beside them, and the others that it may name.
const MAY_KNOW: [(&str, &[&str]); 24] = [
    ("text", &[]),
    ("syntax", &[]),
    ("table", &[]),
    ("bank", &["kinds", "syntax", "text"]),
    ("kinds", &["bank", "syntax"]),
    ("facts", &["table", "bank", "kinds", "syntax", "text", "formula_guard"]),
    ("paper", &["bank", "kinds"]),
    ("author", &["bank", "kinds", "syntax", "text"]),
    ("sitting", &["bank", "kinds", "paper", "moment"]),
    ("schedule", &["bank", "sitting", "moment"]),
    ("class", &["bank", "sitting", "table", "formula_guard", "moment"]),
    ("progress", &["bank", "sitting", "schedule", "moment"]),
    (
        "report",
        &[
            "fonts",
            "class",
            "exchange",
            "progress",
            "table",
            "bank",
            "paper",
            "sitting",
            "schedule",
            "syntax",
            "text",
            "formula_guard",
            "moment",
        ],
    ),
    ("exchange", &["bank", "kinds", "paper", "sitting", "table", "text", "syntax", "formula_guard"]),
    ("paper_marks", &["bank", "paper", "sitting", "report", "moment"]),
    ("history", &["bank", "paper", "sitting", "schedule", "progress", "moment"]),
    ("disk", &["class", "exchange", "table", "bank", "syntax", "fonts", "moment"]),
    (
        "cli",
        &[
            "author", "class", "exchange", "table", "bank", "facts", "paper", "sitting", "schedule", "syntax",
            "report", "history", "disk", "moment",
        ],
    ),
    (
        "app",
        &[
            "author",
            "class",
            "exchange",
            "bank",
            "paper",
            "sitting",
            "schedule",
            "progress",
            "syntax",
            "report",
            "paper_marks",
            "history",
            "disk",
            "text",
            "moment",
            "fonts",
        ],
    ),
    ("fonts", &[]),
    ("formula_guard", &[]),
    ("moment", &[]),
    ("lib", &[]),
    ("main", &["app", "cli", "disk"]),
];

/// What the core may never ask for: files, clocks, global chance, a window.
const NOT_IN_THE_CORE: [&str; 12] = [
    "std::fs",
    "std::net",
    "std::env",
    "std::thread",
    "std::process",
    "SystemTime",
    "Instant",
    "Zoned::now",
    "Timestamp::now",
    "egui",
    "rusqlite",
    "SysRng",
];

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the source").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(files_below(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    assert!(!files.is_empty(), "{} holds no source", folder.display());
    files
}

/// The lines of a file that are no comments and stand before its tests.
fn code_lines(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).expect("a source file");
    let code = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).map(str::to_owned).collect()
}

fn is_test_file(path: &Path) -> bool {
    path.file_stem().is_some_and(|stem| stem.to_string_lossy().ends_with("tests"))
}

/// The folder of `src/`, or the file beside them, that a file lies in.
fn room(file: &str) -> &str {
    file.split_once('/').map_or_else(|| file.trim_end_matches(".rs"), |(folder, _)| folder)
}

#[test]
fn every_folder_has_a_rule_and_every_rule_a_folder() {
    let rooms: BTreeSet<String> = files_below(Path::new(SOURCE))
        .iter()
        .map(|path| room(path.strip_prefix(SOURCE).expect("below").to_str().expect("plain names")).to_owned())
        .collect();
    let ruled: BTreeSet<String> = MAY_KNOW.iter().map(|(room, _)| (*room).to_owned()).collect();
    assert_eq!(rooms, ruled, "what is there, and what MAY_KNOW names");
}

#[test]
fn every_folder_knows_only_those_it_may() {
    let modules = modules();
    let paths = Paths { modules: &modules };
    let mut broken = BTreeSet::new();
    for (path, module) in &modules {
        let from = room(&module.file);
        let known = MAY_KNOW.iter().find(|(folder, _)| *folder == from).map_or(&[][..], |(_, known)| known);
        for named in &module.named {
            let to = paths.absolute(path, &named.path).and_then(|absolute| absolute.first().cloned());
            let Some(to) = to.filter(|to| to != from && MAY_KNOW.iter().any(|(room, _)| room == to)) else { continue };
            if !known.contains(&to.as_str()) && from != "lib" {
                broken.insert(format!("{}: {}", module.file, named.path.join("::")));
            }
        }
    }
    assert!(broken.is_empty(), "folders know what they may not:\n{}", lines(&broken));
}

#[test]
fn no_files_know_each_other_in_a_circle() {
    let modules = modules();
    let circles = circles(&graph(&modules));
    let shown = circles.iter().map(|circle| format!("{} -> {}", circle.join(" -> "), circle[0])).collect();
    assert!(circles.is_empty(), "files that know each other in a circle:\n{}", lines(&shown));
}

fn lines(of: &BTreeSet<String>) -> String {
    of.iter().cloned().collect::<Vec<_>>().join("\n")
}

#[test]
fn the_core_asks_for_no_file_no_clock_no_chance_and_no_window() {
    let mut broken = Vec::new();
    for folder in [
        "text",
        "table",
        "syntax",
        "bank",
        "kinds",
        "author",
        "facts",
        "paper",
        "sitting",
        "schedule",
        "progress",
        "class",
        "paper_marks",
    ] {
        for path in files_below(&Path::new(SOURCE).join(folder)).into_iter().filter(|path| !is_test_file(path)) {
            for line in code_lines(&path) {
                for forbidden in NOT_IN_THE_CORE.iter().filter(|forbidden| line.contains(**forbidden)) {
                    broken.push(format!("{}: {forbidden} in: {}", path.display(), line.trim()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "the core reaches into the world:\n{}", broken.join("\n"));
}

#[test]
fn only_the_app_itself_touches_history_and_disk_behind_the_screens() {
    let mut broken = Vec::new();
    for folder in ["app/screens", "app/widgets"] {
        for path in files_below(&Path::new(SOURCE).join(folder)) {
            for line in code_lines(&path) {
                let reaches = ["std::fs", "rusqlite", "History::", "save_atomically", "DataFolder"];
                if reaches.iter().any(|reach| line.contains(reach)) {
                    broken.push(format!("{}: {}", path.display(), line.trim()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "screens reach past the model:\n{}", broken.join("\n"));
}

#[test]
fn only_the_theme_names_colours() {
    let mut broken = Vec::new();
    for folder in ["app/screens", "app/widgets"] {
        for path in files_below(&Path::new(SOURCE).join(folder)) {
            for line in code_lines(&path) {
                if ["Color32::from_rgb", "from_gray", "from_black", "from_white", "from_hex"]
                    .iter()
                    .any(|colour| line.contains(colour))
                {
                    broken.push(format!("{}: {}", path.display(), line.trim()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "colours outside the theme:\n{}", broken.join("\n"));
}

#[test]
fn every_file_tells_its_job_in_its_first_line() {
    let silent: Vec<_> = files_below(Path::new(SOURCE))
        .into_iter()
        .filter(|path| !fs::read_to_string(path).expect("a source file").starts_with("//!"))
        .collect();
    assert!(silent.is_empty(), "{silent:?}");
}

/// Whether the pattern of an arm names a kind of answer.
fn names_a_kind(arm: &str) -> bool {
    let pattern = arm.split("=>").next().unwrap_or_default();
    let mut words = pattern.split(|sign: char| !sign.is_alphanumeric() && sign != ':');
    let is_kind =
        |word: &str| ["Answer::", "Kind::", "Response::", "Draft::"].iter().any(|kind| word.starts_with(kind));
    !arm.starts_with('}') && words.any(is_kind)
}

/// The arms above the one in line `at`: as rustfmt lays them out, they stand as deep, up to the `match`.
fn arms_above(lines: &[String], at: usize) -> impl Iterator<Item = &str> {
    let depth = |line: &str| line.len() - line.trim_start().len();
    let own = depth(&lines[at]);
    let above = lines[..at].iter().rev().filter(|line| !line.trim().is_empty());
    above.take_while(move |line| depth(line) >= own).filter(move |line| depth(line) == own).map(|line| line.trim())
}

#[test]
fn no_wildcard_stands_for_a_kind_of_answer() {
    let mut broken = Vec::new();
    // The kinds in there are those of errors and of filters in pictures.
    let disk = Path::new(SOURCE).join("disk");
    for path in files_below(Path::new(SOURCE)).into_iter().filter(|path| !path.starts_with(&disk)) {
        let lines = code_lines(&path);
        for (at, line) in lines.iter().enumerate() {
            let is_wildcard = line.trim_start().starts_with("_ ") && line.contains("=>");
            if is_wildcard && arms_above(&lines, at).any(names_a_kind) {
                broken.push(format!("{}: {}", path.display(), line.trim()));
            }
        }
    }
    assert!(broken.is_empty(), "a new kind would be forgotten here:\n{}", broken.join("\n"));
}
