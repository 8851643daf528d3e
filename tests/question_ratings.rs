//! The sheet in docs/question-ratings.csv: every question made from the tables that come with Torus has a row in it, with
//! the words that were rated. `TORUS_WRITE_RATINGS=1 cargo test --test question_ratings` adds rows for what is new, without
//! a rating, and takes out what is no more.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use torus::bank::Bank;
use torus::facts::{FactTable, generate, read, read_pins};

const PAGE: &str = include_str!("../docs/question-ratings.md");
const HEADER: [&str; 9] =
    ["bank", "question", "origin", "prompt", "answer", "one_key", "key_right", "plausible", "clear_or_remark"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// What was rated, and how.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    bank: String,
    question: String,
    /// `generated` as it was made, before any pin; `pinned` as a teacher reworded or added it.
    origin: &'static str,
    prompt: String,
    answer: String,
    /// Exactly one answer is right: `yes` or `no`.
    one_key: String,
    /// What is marked as right is right: `yes` or `no`.
    key_right: String,
    /// The wrong answers could be taken for right by somebody unsure: `yes` or `no`; `-` where there is none to see.
    plausible: String,
    /// `yes` where the question reads well and is understood without the article; else what is wrong with it.
    clear: String,
}

impl Row {
    fn is_acceptable(&self) -> bool {
        [&self.one_key, &self.key_right, &self.clear].iter().all(|rating| **rating == "yes") && self.plausible != "no"
    }

    fn is_rated(&self) -> bool {
        let is_judgement = |text: &String| text == "yes" || text == "no";
        is_judgement(&self.one_key)
            && is_judgement(&self.key_right)
            && (is_judgement(&self.plausible) || self.plausible == "-")
            && !self.clear.is_empty()
    }

    fn name(&self) -> (String, String, &'static str) {
        (self.bank.clone(), self.question.clone(), self.origin)
    }

    fn cells(&self) -> [&str; 9] {
        let Self { bank, question, origin, prompt, answer, one_key, key_right, plausible, clear } = self;
        [bank, question, origin, prompt, answer, one_key, key_right, plausible, clear]
    }
}

fn rows_of(banks: &[Bank], origin: &'static str) -> Vec<Row> {
    let row = |bank: &Bank, question: &torus::bank::Question| Row {
        bank: bank.id.to_string(),
        question: question.id.to_string(),
        origin,
        prompt: question.prompt.to_string(),
        answer: ron::to_string(&question.answer).unwrap(),
        one_key: String::new(),
        key_right: String::new(),
        plausible: String::new(),
        clear: String::new(),
    };
    banks.iter().flat_map(|bank| bank.questions.iter().map(move |question| row(bank, question))).collect()
}

/// A row for each question as it is made, and for each that a pin changed or added; none is rated.
fn wanted() -> Vec<Row> {
    let folder = root().join("assets/facts");
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "ron"));
    paths.sort();
    let spreadsheet = |name: &str| fs::read_to_string(folder.join(name)).map_err(|error| error.to_string());
    let mut rows = Vec::new();
    for path in paths {
        let table: FactTable = read(&fs::read_to_string(&path).unwrap(), &spreadsheet).table.unwrap();
        let made = generate(&table);
        let generated = rows_of(&made, "generated");
        let pins = fs::read_to_string(path.with_file_name("pins").join(path.file_name().unwrap())).unwrap_or_default();
        let (banks, _) = read_pins(&pins, "pins").pins.apply(&table, made, &pins, "pins");
        let pinned = rows_of(&banks, "pinned").into_iter().filter(|row| {
            generated
                .iter()
                .all(|made| (&made.question, &made.prompt, &made.answer) != (&row.question, &row.prompt, &row.answer))
        });
        let pinned: Vec<Row> = pinned.collect();
        rows.extend(generated);
        rows.extend(pinned);
    }
    rows
}

fn sheet() -> Vec<Row> {
    let text = fs::read_to_string(root().join("docs/question-ratings.csv")).unwrap_or_default();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let row = |record: csv::StringRecord| {
        let cell = |index: usize| record.get(index).unwrap().to_owned();
        Row {
            bank: cell(0),
            question: cell(1),
            origin: if &record[2] == "pinned" { "pinned" } else { "generated" },
            prompt: cell(3),
            answer: cell(4),
            one_key: cell(5),
            key_right: cell(6),
            plausible: cell(7),
            clear: cell(8),
        }
    };
    reader.records().map(|record| row(record.unwrap())).collect()
}

/// The wanted rows with what was rated before, where the words are the same.
fn carried_over() -> Vec<Row> {
    let before: HashMap<_, Row> = sheet().into_iter().map(|row| (row.name(), row)).collect();
    let rated = |row: Row| match before.get(&row.name()) {
        Some(known) if (&known.prompt, &known.answer) == (&row.prompt, &row.answer) => known.clone(),
        _ => row,
    };
    wanted().into_iter().map(rated).collect()
}

#[test]
fn every_question_made_from_the_tables_is_rated_with_its_words() {
    let rows = carried_over();
    if std::env::var_os("TORUS_WRITE_RATINGS").is_some() {
        let mut writer = csv::Writer::from_path(root().join("docs/question-ratings.csv")).unwrap();
        writer.write_record(HEADER).unwrap();
        for row in &rows {
            writer.write_record(row.cells()).unwrap();
        }
        writer.flush().unwrap();
    }
    let unrated: Vec<_> = rows.iter().filter(|row| !row.is_rated()).map(Row::name).collect();
    assert_eq!(unrated, [], "rate these in docs/question-ratings.csv");
    assert_eq!(sheet(), rows, "TORUS_WRITE_RATINGS=1 cargo test --test question_ratings takes out what is no more");
}

/// A line of the page's table: how many questions, how many of them acceptable, and the share.
fn line(name: &str, rows: &[&Row]) -> String {
    let good = rows.iter().filter(|row| row.is_acceptable()).count();
    let share = good as f64 * 100.0 / rows.len().max(1) as f64;
    format!("| {name} | {} | {good} | {share:.1} % |", rows.len())
}

#[test]
fn the_page_tells_the_shares_of_the_sheet() {
    let rows = sheet();
    let generated: Vec<&Row> = rows.iter().filter(|row| row.origin == "generated").collect();
    let mut lines = Vec::new();
    for bank in ["fusion-cooperation", "fusion-machines", "fusion-people", "solar-system"] {
        let of_bank: Vec<&Row> = generated.iter().copied().filter(|row| row.bank == bank).collect();
        lines.push(line(&format!("`{bank}`"), &of_bank));
    }
    lines.push(line("all, as generated", &generated));
    let pinned: Vec<&Row> = rows.iter().filter(|row| row.origin == "pinned").collect();
    lines.push(line("pinned: reworded or added", &pinned));
    for line in lines {
        assert!(PAGE.contains(&line), "docs/question-ratings.md should say:\n{line}");
    }
}

/// What ships is meant to be acceptable: whatever is not, and was not put right by a pin, is told on the page.
#[test]
fn every_question_found_wanting_is_named_on_the_page() {
    for row in sheet().iter().filter(|row| !row.is_acceptable()) {
        assert!(PAGE.contains(&format!("`{}`", row.question)), "{}", row.question);
    }
}
