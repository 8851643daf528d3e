//! The sheet in docs/question-ratings.csv: a random sample of the questions made from the tables that come with Torus, each
//! rated by two readers with the words that they read. The page tells how many of these have other words by now, or are no
//! longer made.
//!
//! `TORUS_WRITE_RATINGS=1 cargo test --test question_ratings` writes a new sample to `target/question-ratings.csv`, unrated,
//! a row for each question and rater.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use torus::bank::{Bank, Question};
use torus::facts::{FactTable, generate, read};

const PAGE: &str = include_str!("../docs/question-ratings.md");
const HEADER: [&str; 15] = [
    "bank",
    "question",
    "rater",
    "prompt",
    "answer",
    "hint",
    "explanation",
    "one_key",
    "key_right",
    "plausible",
    "clear",
    "hint_helps",
    "explanation_teaches",
    "would_set",
    "remark",
];
/// Columns before the ratings.
const WORDS: usize = 7;
/// Questions in the sample.
const SAMPLE: usize = 150;
const RATERS: [&str; 2] = ["A", "B"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// What one rater said of one question.
#[derive(Clone, Debug, PartialEq)]
struct Row(Vec<String>);

impl Row {
    fn cell(&self, column: &str) -> &str {
        &self.0[HEADER.iter().position(|name| *name == column).unwrap()]
    }

    fn name(&self) -> (&str, &str) {
        (self.cell("bank"), self.cell("question"))
    }

    /// Whether a teacher would set it as it is.
    fn is_acceptable(&self) -> bool {
        self.cell("would_set") == "yes"
    }

    /// Whether nothing at all was found wanting.
    fn is_faultless(&self) -> bool {
        self.0[WORDS..HEADER.len() - 1].iter().all(|rating| rating != "no")
    }

    fn is_rated(&self) -> bool {
        let ratings = &self.0[WORDS..HEADER.len() - 1];
        ratings.iter().all(|rating| ["yes", "no", "-"].contains(&rating.as_str())) && self.cell("one_key") != "-"
    }
}

/// The tables that come with Torus, and what is made from them before any pin.
fn made() -> Vec<(Bank, Question)> {
    let folders = ["assets/facts", "assets/facts/school"].map(|folder| root().join(folder));
    let entries = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "ron"));
    paths.sort();
    let banks = paths.iter().flat_map(|path| {
        let spreadsheet = |name: &str| fs::read_to_string(path.with_file_name(name)).map_err(|error| error.to_string());
        let table: FactTable = read(&fs::read_to_string(path).unwrap(), &spreadsheet).table.unwrap();
        generate(&table)
    });
    banks.flat_map(|bank| bank.questions.clone().into_iter().map(move |question| (bank.clone(), question))).collect()
}

fn words_of(bank: &Bank, question: &Question) -> [String; 6] {
    [
        bank.id.to_string(),
        question.id.to_string(),
        question.prompt.to_string(),
        ron::to_string(&question.answer).unwrap(),
        question.hints.join(" / "),
        question.explanation.to_string(),
    ]
}

/// The same questions wherever and whenever the sample is drawn: those whose names come first by a hash (FNV-1a).
fn sample() -> Vec<Row> {
    let hash = |text: &str| {
        text.bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    };
    let mut all: Vec<[String; 6]> = made().iter().map(|(bank, question)| words_of(bank, question)).collect();
    all.sort_by_key(|[bank, question, ..]| hash(&format!("{bank}/{question}")));
    all.truncate(SAMPLE);
    all.sort();
    let row = |rater: &str, [bank, question, words @ ..]: &[String; 6]| {
        let mut cells = vec![bank.clone(), question.clone(), rater.to_owned()];
        cells.extend(words.iter().cloned());
        cells.resize(HEADER.len(), String::new());
        Row(cells)
    };
    RATERS.iter().flat_map(|rater| all.iter().map(|words| row(rater, words))).collect()
}

fn sheet() -> Vec<Row> {
    let mut reader = csv::Reader::from_path(root().join("docs/question-ratings.csv")).unwrap();
    assert_eq!(reader.headers().unwrap(), &HEADER[..]);
    reader.records().map(|record| Row(record.unwrap().iter().map(str::to_owned).collect())).collect()
}

#[test]
fn every_question_of_the_sample_is_rated_by_two_and_the_page_tells_how_many_have_changed() {
    if std::env::var_os("TORUS_WRITE_RATINGS").is_some() {
        let mut writer = csv::Writer::from_path(root().join("target/question-ratings.csv")).unwrap();
        writer.write_record(HEADER).unwrap();
        sample().iter().for_each(|row| writer.write_record(&row.0).unwrap());
        writer.flush().unwrap();
    }
    let rows = sheet();
    let unrated: Vec<_> = rows.iter().filter(|row| !row.is_rated()).map(Row::name).collect();
    assert_eq!(unrated, [], "rate these in docs/question-ratings.csv");
    for rater in RATERS {
        let rated: HashSet<_> = rows.iter().filter(|row| row.cell("rater") == rater).map(Row::name).collect();
        assert_eq!(rated.len(), SAMPLE, "{rater}");
    }
    let made: HashMap<(String, String), [String; 6]> = made()
        .iter()
        .map(|(bank, question)| ((bank.id.to_string(), question.id.to_string()), words_of(bank, question)))
        .collect();
    let is_changed = |row: &&Row| {
        let now = made.get(&(row.cell("bank").to_owned(), row.cell("question").to_owned()));
        let read = ["prompt", "answer", "hint", "explanation"].map(|column| row.cell(column));
        now.is_none_or(|now| now[2..].iter().zip(read).any(|(now, read)| now != read))
    };
    let changed = rows.iter().filter(|row| row.cell("rater") == RATERS[0]).filter(is_changed).count();
    let line = format!("{changed} of the 150 have other words now");
    assert!(PAGE.contains(&line), "docs/question-ratings.md should say, or have a new sample rated:\n{line}");
}

/// By bank: questions, and how many of them A, B and both would set as they are.
fn shares(rows: &[Row]) -> BTreeMap<String, [usize; 4]> {
    let said: HashMap<(&str, (&str, &str)), bool> =
        rows.iter().map(|row| ((row.cell("rater"), row.name()), row.is_acceptable())).collect();
    let mut shares: BTreeMap<String, [usize; 4]> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.cell("rater") == RATERS[0]) {
        let [a, b] = RATERS.map(|rater| said[&(rater, row.name())]);
        for name in [format!("`{}`", row.cell("bank")), "all".to_owned()] {
            let counts = shares.entry(name).or_default();
            for (count, is_counted) in counts.iter_mut().zip([true, a, b, a && b]) {
                *count += usize::from(is_counted);
            }
        }
    }
    shares
}

/// How far two raters agree beyond chance (Cohen 1960): 1 where always, 0 where as often as by chance. With hardly any
/// question refused it is low however often they agree, so the share of agreement is told beside it.
fn kappa(rows: &[Row]) -> (f64, f64) {
    let [count, a, b, both] = shares(rows)["all"].map(|count| count as f64);
    let agreed = (both + (count - a - b + both)) / count;
    let by_chance = (a * b + (count - a) * (count - b)) / (count * count);
    (agreed, (agreed - by_chance) / (1.0 - by_chance))
}

#[test]
fn the_page_tells_the_shares_of_the_sheet() {
    let rows = sheet();
    for (name, [count, a, b, both]) in shares(&rows) {
        let share = |part: usize| part as f64 * 100.0 / count as f64;
        let line = format!(
            "| {name} | {count} | {a} ({:.1} %) | {b} ({:.1} %) | {both} ({:.1} %) |",
            share(a),
            share(b),
            share(both)
        );
        assert!(PAGE.contains(&line), "docs/question-ratings.md should say:\n{line}");
    }
    let faultless =
        RATERS.map(|rater| rows.iter().filter(|row| row.cell("rater") == rater && row.is_faultless()).count());
    let line = format!("nothing at all in {} and {}", faultless[0], faultless[1]);
    assert!(PAGE.contains(&line), "docs/question-ratings.md should say:\n{line}");
    let (agreed, kappa) = kappa(&rows);
    let line = format!("agreed on {:.1} %", 100.0 * agreed);
    assert!(PAGE.contains(&line), "docs/question-ratings.md should say:\n{line}");
    let line = format!("κ = {kappa:.2}");
    assert!(PAGE.contains(&line), "docs/question-ratings.md should say:\n{line}");
}

/// What either rater would not set is told, so that nobody need search for it.
#[test]
fn every_question_found_wanting_is_named_on_the_page() {
    for row in sheet().iter().filter(|row| !row.is_acceptable()) {
        assert!(PAGE.contains(&format!("`{}`", row.cell("question"))), "{}", row.cell("question"));
    }
}
