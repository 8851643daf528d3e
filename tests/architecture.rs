//! Holds the rules of ARCHITECTURE.md: which folder of `src/` may know which, and what each may never ask for.

use std::fs;
use std::path::{Path, PathBuf};

const SOURCE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src");

/// A folder of `src/`, and the other folders that it may name after `crate::`.
const MAY_KNOW: [(&str, &[&str]); 12] = [
    ("table", &["table"]),
    ("text", &["text"]),
    ("syntax", &["syntax", "bank"]),
    ("bank", &["bank", "syntax", "text"]),
    ("facts", &["bank", "facts", "syntax", "table", "text", "formula_guard"]),
    ("paper", &["bank", "paper"]),
    ("sitting", &["bank", "paper", "sitting", "moment"]),
    ("report", &["bank", "paper", "sitting", "syntax", "table", "report", "text", "formula_guard", "moment"]),
    ("history", &["bank", "paper", "sitting", "report", "history", "moment"]),
    ("disk", &["bank", "disk", "table"]),
    ("cli", &["bank", "facts", "paper", "sitting", "syntax", "table", "report", "history", "disk", "cli", "moment"]),
    ("app", &["bank", "paper", "sitting", "syntax", "report", "history", "disk", "app", "text", "moment"]),
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

#[test]
fn every_folder_knows_only_those_it_may() {
    let mut broken = Vec::new();
    for (folder, known) in MAY_KNOW {
        for path in files_below(&Path::new(SOURCE).join(folder)) {
            for line in code_lines(&path) {
                for piece in line.split("crate::").skip(1) {
                    let name: String =
                        piece.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
                    if !known.contains(&name.as_str()) {
                        broken.push(format!("{}: {}", path.display(), line.trim()));
                    }
                }
            }
        }
    }
    assert!(broken.is_empty(), "folders know what they may not:\n{}", broken.join("\n"));
}

#[test]
fn the_core_asks_for_no_file_no_clock_no_chance_and_no_window() {
    let mut broken = Vec::new();
    for folder in ["text", "table", "syntax", "bank", "facts", "paper", "sitting"] {
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
