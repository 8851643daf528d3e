//! That every code has one page, and that the examples on it are true.

use crate::bank::{explanation, explanations};
use crate::facts::explain::*;
use crate::facts::{generate, read, read_pins};
use std::collections::BTreeSet;

/// A table that the examples join.
const FRAME: &str = r#"FactTable(
    id: "rivers", title: "Rivers", sources: {"atlas": Source(title: "School atlas")}, banks: [<banks>],
    classes: {"river": (noun: "river"), "sea": (noun: "sea")},
    entities: {
        "rhine": (name: "Rhine", class: "river", the: true), "elbe": (name: "Elbe", class: "river", the: true),
        "danube": (name: "Danube", class: "river", the: true),
        "north-sea": (name: "North Sea", class: "sea", the: true, also: ["German Ocean"]),
        "black-sea": (name: "Black Sea", class: "sea", the: true), <entities>
    },
    relations: {
        "ends in": (from: "river", to: "sea", subjects: All, says: ["{subject} ends in {object}."], asks_object: ["Where does {subject} end?"]),
        "length": (from: "river", says: ["{subject} is {object} long."], asks_object: ["How long is {subject}?"]), <relations>
    },
    facts: [
        (id: "rhine-sea", relation: "ends in", subject: "rhine", object: "north-sea"),
        (id: "danube-sea", relation: "ends in", subject: "danube", object: "black-sea"), <facts>
    ],
    rows: [<rows>],
)"#;

/// An example taken apart.
#[derive(Default)]
struct Example {
    banks: String,
    entities: String,
    relations: String,
    facts: String,
    rows: String,
    pins: String,
}

impl Example {
    /// `None` for one in words.
    fn of(text: &str) -> Option<Self> {
        let mut example = Self::default();
        for part in text.split("\n\n") {
            let list = match part {
                _ if part.starts_with("FactBank(") => &mut example.banks,
                _ if part.starts_with("Fact(") => &mut example.facts,
                _ if part.starts_with("Pins(") => &mut example.pins,
                _ if part.contains(": Entity(") => &mut example.entities,
                _ if part.contains(": Relation(") => &mut example.relations,
                _ if part.contains("subject,") => &mut example.rows,
                _ => return None,
            };
            list.push_str(part);
            if !part.starts_with("Pins(") && !part.contains("subject,") {
                list.push(',');
            }
        }
        Some(example)
    }

    fn table(&self) -> String {
        let rows = if self.rows.is_empty() { "" } else { "\"rows.csv\"" };
        let banks = if self.banks.is_empty() { "(id: \"rivers\", title: \"Rivers\")" } else { &self.banks };
        let filled = FRAME.replace("<banks>", banks).replace("<entities>", &self.entities);
        filled.replace("<relations>", &self.relations).replace("<facts>", &self.facts).replace("<rows>", rows)
    }

    fn codes(&self) -> BTreeSet<&'static str> {
        let reading = read(&self.table(), &|_| Ok(self.rows.clone()));
        let mut problems = reading.problems;
        if !self.pins.is_empty() {
            let table = reading.table.expect("a table");
            let pins = read_pins(&self.pins, "rivers.ron");
            problems.extend(pins.problems);
            problems.extend(pins.pins.apply(&table, generate(&table), &self.pins, "rivers.ron").1);
        }
        problems.iter().map(|problem| problem.code()).collect()
    }
}

#[test]
fn every_example_has_the_fault_before_and_none_after() {
    let examples = table_explanations().flat_map(|page| {
        [(page.before, BTreeSet::from([page.code])), (page.after, BTreeSet::new())].map(|example| (page.code, example))
    });
    let told = examples.filter_map(|(code, (text, expected))| {
        let found = Example::of(text)?.codes();
        (found != expected).then(|| format!("{code}: {found:?} in {text}"))
    });
    assert_eq!(told.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn few_examples_are_in_words() {
    let in_words: Vec<_> =
        table_explanations().filter(|page| Example::of(page.before).is_none()).map(|page| page.code).collect();
    assert_eq!(in_words, ["not-english", "ambiguous-name", "guessed-encoding", "rows-outside", "rows-unread"]);
}

#[test]
fn no_code_has_two_pages_be_it_one_of_banks() {
    let pages: Vec<_> = explanations().chain(table_explanations()).map(|page| page.code).collect();
    assert_eq!(pages.iter().collect::<BTreeSet<_>>().len(), pages.len());
}

#[test]
fn each_part_stands_in_alphabetical_order() {
    for part in [table::ALL, rows::ALL, pins::ALL] {
        assert!(part.is_sorted_by_key(|page| page.code), "{:?}", part.iter().map(|page| page.code).collect::<Vec<_>>());
    }
}

#[test]
fn a_page_is_found_by_its_code() {
    assert_eq!(table_explanation("two-of-one").map(|page| page.code), Some("two-of-one"));
    assert!(table_explanation("blank").is_none() && explanation("blank").is_some());
}
