//! The tables in `assets/facts/`: that they read without a problem, and that the banks in `quizzes/` are what they make.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use torus::bank::Bank;
use torus::facts::{FactTable, TableProblem, generate, generated_text, read, read_pins};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// Every table, with the name of its file.
fn tables() -> Vec<(String, FactTable)> {
    let folder = root().join("assets/facts");
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "ron"));
    paths.sort();
    assert!(!paths.is_empty());
    let rows = |name: &str| fs::read_to_string(folder.join(name)).map_err(|error| error.to_string());
    let table = |path: PathBuf| {
        let reading = read(&fs::read_to_string(&path).unwrap(), &rows);
        assert_eq!(told(&reading.problems), Vec::<String>::new(), "{}", path.display());
        (path.file_name().unwrap().to_str().unwrap().to_owned(), reading.table.unwrap())
    };
    paths.into_iter().map(table).collect()
}

fn told(problems: &[TableProblem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

/// The banks of a table under its pins.
fn banks(file: &str, table: &FactTable) -> Vec<Bank> {
    let made = generate(table);
    let Ok(text) = fs::read_to_string(root().join("assets/facts/pins").join(file)) else { return made };
    let reading = read_pins(&text, file);
    assert_eq!(told(&reading.problems), Vec::<String>::new());
    let (banks, problems) = reading.pins.apply(table, made, &text, file);
    assert_eq!(told(&problems), Vec::<String>::new());
    banks
}

#[test]
fn the_banks_in_the_folder_are_what_the_tables_make() {
    for (file, table) in tables() {
        for bank in banks(&file, &table) {
            let path = root().join("quizzes").join(format!("{}.ron", bank.id));
            let text = fs::read_to_string(&path).unwrap();
            let is_same = text == generated_text(&bank, &file);
            assert!(is_same, "{}: run `torus generate assets/facts/{file} -o quizzes`", path.display());
        }
    }
}

#[test]
fn every_generated_question_stands_on_facts_of_its_table() {
    for (_, table) in tables() {
        let facts: HashSet<&str> = table.facts.iter().map(|fact| &*fact.id).collect();
        for question in generate(&table).iter().flat_map(|bank| &bank.questions) {
            assert!(!question.facts.is_empty(), "{}", question.id);
            assert!(question.facts.iter().all(|fact| facts.contains(&**fact)), "{}", question.id);
        }
    }
}

/// The facts that are there for the wrong years alone tell nothing of fusion research, and are not asked for.
#[test]
fn every_fact_with_a_topic_is_asked_for() {
    for (file, table) in tables() {
        let banks = banks(&file, &table);
        let asked: HashSet<&str> = banks
            .iter()
            .flat_map(|bank| &bank.questions)
            .flat_map(|question| &question.facts)
            .map(|id| &**id)
            .collect();
        for fact in table.facts.iter().filter(|fact| !fact.topic.is_empty()) {
            assert!(asked.contains(&*fact.id), "{file}: {}", fact.id);
        }
    }
}
