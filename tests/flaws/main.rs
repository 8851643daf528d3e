//! How often each rule about the writing of questions is right: precision and recall on questions labelled by hand.
//!
//! `cargo test --test flaws -- --nocapture` prints the table that stands in `docs/checks.md`.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod labelled;
mod page;
mod strangers;

use labelled::{Labelled, labelled};
use std::collections::BTreeMap;
use std::fmt::Write;
use torus::bank::{Severity, explanations};

/// What each rule and all together must reach.
const LEAST_OVERALL: f64 = 0.9;
/// A rule below this would have to be asked for.
const LEAST_PRECISION: f64 = 0.7;

/// How often a rule was right, wrong, and silent where it should have spoken.
#[derive(Clone, Copy, Debug, Default)]
struct Score {
    hits: u32,
    false_alarms: u32,
    misses: u32,
}

impl Score {
    fn precision(self) -> f64 {
        f64::from(self.hits) / f64::from((self.hits + self.false_alarms).max(1))
    }

    fn recall(self) -> f64 {
        f64::from(self.hits) / f64::from((self.hits + self.misses).max(1))
    }

    fn add(&mut self, other: Self) {
        self.hits += other.hits;
        self.false_alarms += other.false_alarms;
        self.misses += other.misses;
    }
}

fn scores(all: &[Labelled]) -> BTreeMap<&str, Score> {
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    for one in all {
        for code in one.expected.union(&one.found) {
            let score = scores.entry(code).or_default();
            match (one.expected.contains(code), one.found.contains(code)) {
                (true, true) => score.hits += 1,
                (true, false) => score.misses += 1,
                (false, _) => score.false_alarms += 1,
            }
        }
    }
    scores
}

fn overall(scores: &BTreeMap<&str, Score>) -> Score {
    scores.values().fold(Score::default(), |mut all, score| {
        all.add(*score);
        all
    })
}

/// The table of the docs.
fn table(scores: &BTreeMap<&str, Score>) -> String {
    let mut table = String::from("| code | labelled | found | precision | recall |\n| --- | --- | --- | --- | --- |\n");
    let all = overall(scores);
    let rows = scores.iter().map(|(code, score)| (format!("`{code}`"), *score)).chain([("all".to_owned(), all)]);
    for (name, score) in rows {
        let (labelled, found) = (score.hits + score.misses, score.hits + score.false_alarms);
        let (precision, recall) = (score.precision(), score.recall());
        writeln!(table, "| {name} | {labelled} | {found} | {precision:.2} | {recall:.2} |").unwrap();
    }
    table
}

#[test]
#[expect(clippy::print_stdout, reason = "the table is what one runs this for")]
fn the_rules_are_right_as_often_as_the_docs_say() {
    let all = labelled();
    let scores = scores(&all);
    for one in all.iter().filter(|one| one.expected != one.found) {
        println!("{}: expected {:?}, found {:?}", one.name, one.expected, one.found);
    }
    println!("{}", table(&scores));
    let overall = overall(&scores);
    assert!(overall.precision() >= LEAST_OVERALL, "precision {}", overall.precision());
    assert!(overall.recall() >= LEAST_OVERALL, "recall {}", overall.recall());
    for (code, score) in scores {
        assert!(score.precision() >= LEAST_PRECISION, "{code}: {score:?}");
    }
}

#[test]
fn the_labelled_set_is_large_and_has_every_rule() {
    let all = labelled();
    let flawed = all.iter().filter(|one| !one.expected.is_empty()).count();
    assert!(all.len() >= 200, "{}", all.len());
    assert!((0.4..=0.6).contains(&(flawed as f64 / all.len() as f64)), "{flawed} of {}", all.len());
    let scores = scores(&all);
    for page in explanations().filter(|page| page.severity == Severity::Warning && page.code != "thin-topic") {
        let score = scores.get(page.code).copied().unwrap_or_default();
        assert!(score.hits + score.misses >= 2, "{}: {score:?}", page.code);
    }
}
