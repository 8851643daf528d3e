//! The banks that are made from tables of facts: each lies in `quizzes/` as the table gives it, and every question leads
//! back to its facts.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use torus::bank::Bank;
use torus::facts::{Fact, FactTable, generate, generated_text, is_made_from, read, read_pins};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A table in `assets/facts/` or `assets/facts/school/`, and the banks made from it under its pins.
struct Made {
    /// Where its banks lie.
    folder: PathBuf,
    file_name: String,
    table: FactTable,
    /// As they were made.
    bare: Vec<Bank>,
    /// Under the pins.
    banks: Vec<Bank>,
}

fn tables() -> Vec<PathBuf> {
    let is_table = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "ron");
    let entries = ["", "school"].map(|folder| fs::read_dir(Path::new(ROOT).join("assets/facts").join(folder)).unwrap());
    let mut paths: Vec<PathBuf> =
        entries.into_iter().flatten().map(|entry| entry.unwrap().path()).filter(is_table).collect();
    paths.sort();
    paths
}

/// Reads a table with what stands beside it; nothing may be wrong with any of it.
fn made(path: &Path) -> Made {
    let file_name = path.file_name().unwrap().to_str().unwrap().to_owned();
    let rows = |name: &str| fs::read_to_string(path.with_file_name(name)).map_err(|error| error.to_string());
    let reading = read(&fs::read_to_string(path).unwrap(), &rows);
    assert_eq!(reading.problems, [], "{file_name}");
    let table = reading.table.unwrap();
    let bare = generate(&table);
    let mut banks = bare.clone();
    if let Ok(pins) = fs::read_to_string(path.with_file_name("pins").join(&file_name)) {
        let reading = read_pins(&pins, &file_name);
        assert_eq!(reading.problems, [], "pins/{file_name}");
        let (pinned, problems) = reading.pins.apply(&table, banks, &pins, &file_name);
        assert_eq!(problems, [], "pins/{file_name}");
        banks = pinned;
    }
    let is_of_school = path.parent().unwrap().ends_with("school");
    let folder = Path::new(ROOT).join(if is_of_school { "quizzes/school" } else { "quizzes" });
    Made { folder, file_name, table, bare, banks }
}

#[test]
fn every_bank_in_the_folder_is_as_its_table_gives_it() {
    for path in tables() {
        let Made { folder, file_name, banks, .. } = made(&path);
        let mut wanted = HashSet::new();
        for bank in banks {
            let bank_file = format!("{}.ron", bank.id);
            let lies = fs::read_to_string(folder.join(&bank_file)).unwrap_or_default();
            let is_same = lies.replace("\r\n", "\n") == generated_text(&bank, &file_name);
            assert!(is_same, "{bank_file} differs: run `torus generate` with {file_name} and -o {}", folder.display());
            wanted.insert(bank_file);
        }
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let is_made = fs::read_to_string(&path).is_ok_and(|text| is_made_from(&text, &file_name));
            let is_wanted = wanted.contains(path.file_name().unwrap().to_str().unwrap());
            assert!(!is_made || is_wanted, "{} is left over from {file_name}", path.display());
        }
    }
}

#[test]
fn every_question_leads_back_to_its_facts_and_cites_their_places() {
    for path in tables() {
        let Made { table, bare, banks, .. } = made(&path);
        let nameless = bare.iter().flat_map(|bank| &bank.questions).find(|question| question.facts.is_empty());
        assert_eq!(nameless, None, "a question names no fact");
        let facts: HashMap<&str, &Fact> = table.facts.iter().map(|fact| (&*fact.id, fact)).collect();
        for question in banks.iter().flat_map(|bank| &bank.questions) {
            let known: Vec<&Fact> = question
                .facts
                .iter()
                .map(|id| *facts.get(&**id).unwrap_or_else(|| panic!("{}: there is no fact {id}", question.id)))
                .collect();
            // A question by hand may stand on many facts and name none.
            let known = if known.is_empty() { table.facts.iter().collect() } else { known };
            for cite in &question.cite.0 {
                let is_place_of = |fact: &&Fact| {
                    fact.source == cite.source && (fact.places.contains(&cite.place) || fact.places.is_empty())
                };
                let is_theirs = known.iter().any(is_place_of);
                assert!(is_theirs, "{} cites {} {}, which is none of its facts'", question.id, cite.source, cite.place);
            }
        }
    }
}

/// Facts without a topic are there for their years alone: they make good wrong ones.
#[test]
fn every_fact_with_a_topic_is_asked_for() {
    for path in tables() {
        let Made { file_name, table, banks, .. } = made(&path);
        let asked: HashSet<&str> = banks
            .iter()
            .flat_map(|bank| &bank.questions)
            .flat_map(|question| &question.facts)
            .map(|id| &**id)
            .collect();
        for fact in table.facts.iter().filter(|fact| !fact.topic.is_empty()) {
            assert!(asked.contains(&*fact.id), "{file_name}: {}", fact.id);
        }
    }
}
