//! The examples in docs/fact-tables.md: the first is a whole table, the others join it, and banks are made from all.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use torus::bank::{Bank, Quietly, check};
use torus::facts::{FactTable, TableDiagnostic, generate, generated_text, read, read_pins};

const PAGE: &str = include_str!("../docs/fact-tables.md");

/// The fenced blocks under that label.
fn blocks(label: &str) -> Vec<&'static str> {
    let fenced = PAGE.split("```").skip(1).step_by(2).filter_map(|block| block.split_once('\n'));
    fenced.filter(|(name, _)| *name == label).map(|(_, text)| text).collect()
}

fn only(label: &str) -> &'static str {
    let [block] = blocks(label)[..] else { panic!("{label}: not one block") };
    block
}

fn told(problems: &[TableDiagnostic]) -> Vec<String> {
    problems.iter().map(|problem| format!("{}: {}", problem.code(), problem.problem)).collect()
}

fn table(text: &str) -> FactTable {
    let rows =
        |name: &str| if name == "battles.csv" { Ok(only("csv").to_owned()) } else { Err("not there".to_owned()) };
    let reading = read(text, &rows);
    assert_eq!(told(&reading.problems), Vec::<String>::new());
    reading.table.unwrap()
}

/// The first table with all that the page adds to it.
fn whole_table() -> FactTable {
    let mut text = only("ron,table").to_owned();
    for (list, label) in [("entities: {", "ron,entities"), ("relations: {", "ron,relations"), ("facts: [", "ron,facts")]
    {
        let end = text.find(list).unwrap() + list.len();
        text.insert_str(end, &format!("\n{}", blocks(label).join("\n")));
    }
    let end = text.rfind(')').unwrap();
    text.insert_str(end, "    rows: [\"battles.csv\"],\n");
    table(&text)
}

fn sound(banks: &[Bank]) {
    for bank in banks {
        assert_eq!(check(&generated_text(bank, "battles.ron"), &Quietly), [], "{}", bank.id);
    }
}

#[test]
fn the_first_table_makes_a_bank_of_several_kinds() {
    let banks = generate(&table(only("ron,table")));
    sound(&banks);
    let kinds: BTreeSet<&str> = banks[0].questions.iter().map(|question| question.kind().as_str()).collect();
    assert!(banks[0].questions.len() >= 12 && kinds.len() >= 4, "{} {kinds:?}", banks[0].questions.len());
}

#[test]
fn every_example_joins_the_first_table() {
    let table = whole_table();
    let banks = generate(&table);
    sound(&banks);
    let asked: BTreeSet<&str> =
        banks[0].questions.iter().flat_map(|question| &question.facts).map(|fact| &**fact).collect();
    for fact in &table.facts {
        assert!(asked.contains(&*fact.id), "{}", fact.id);
    }
}

#[test]
fn what_the_page_says_of_bluecher_and_ney_is_so() {
    let banks = generate(&whole_table());
    let options = |id: &str| {
        let question = banks[0].questions.iter().find(|question| &*question.id == id).unwrap();
        question.options().into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let victor = options("waterloo-object");
    assert!(victor.contains(&"Michel Ney".to_owned()), "{victor:?}");
    assert!(!victor.contains(&"Gebhard von Blücher".to_owned()), "{victor:?}");
}

#[test]
fn the_pins_on_the_page_hold() {
    let table = table(only("ron,table"));
    let reading = read_pins(only("ron,pins"), "battles.ron");
    assert_eq!(told(&reading.problems), Vec::<String>::new());
    let (banks, problems) = reading.pins.apply(&table, generate(&table), only("ron,pins"), "battles.ron");
    assert_eq!(told(&problems), Vec::<String>::new());
    sound(&banks);
    let find = |id: &str| banks[0].questions.iter().find(|question| &*question.id == id);
    assert_eq!(
        find("hastings-year").map(|question| &*question.prompt),
        Some("In which year did William of Normandy win the Battle of Hastings?")
    );
    assert!(find("bayeux").is_some() && find("agincourt-year").is_none());
}

#[test]
fn every_block_is_known_to_the_tests() {
    let labels =
        PAGE.split("```").skip(1).step_by(2).filter_map(|block| block.split_once('\n')).map(|(label, _)| label);
    for label in labels {
        let known = ["ron,table", "ron,entities", "ron,relations", "ron,facts", "ron,pins", "csv"];
        assert!(known.contains(&label), "{label}");
    }
}
