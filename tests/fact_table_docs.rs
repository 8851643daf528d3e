//! The examples in docs/fact-tables.md: the first is a whole table, the others join it, and banks are made from all.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use torus::bank::{Bank, Explanation, Kind, Quietly, Severity, check};
use torus::facts::{
    Entity, EntityClass, Fact, FactBank, FactTable, Pins, Quantity, Relation, TableDiagnostic, generate,
    generated_text, read, read_pins, starter_table, table_explanations,
};

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
    let rows = |name: &str| match name {
        "battles.csv" => Ok(only("csv").to_owned()),
        "people.csv" => Ok(only("csv,entities").to_owned()),
        _ => Err("not there".to_owned()),
    };
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
    text.insert_str(end, "    rows: [\"battles.csv\", \"people.csv\"],\n");
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
fn the_first_page_shows_the_files_that_are_written() {
    let starter = starter_table("novels");
    let is_text = |line: &&str| !line.trim_start().starts_with("//");
    let lines = |text: &'static str| text.lines().collect::<Vec<_>>();
    assert_eq!(lines(only("ron,starter")), starter.text.lines().filter(is_text).collect::<Vec<_>>());
    assert!(starter.rows.trim_start_matches('\u{feff}').starts_with(only("csv,starter")));
}

#[test]
fn what_the_page_says_of_another_id_is_so() {
    let banks = generate(&whole_table());
    assert!(banks[0].questions.iter().any(|question| &*question.id == "duke-at-waterloo-true"));
}

/// The names in the first column of the table of fields below that heading, which must be there.
fn fields_below(heading: &str) -> BTreeSet<String> {
    let (_, below) = PAGE.split_once(&format!("\n## {heading}\n")).unwrap_or_else(|| panic!("{heading}"));
    let table = below.lines().skip_while(|line| !line.starts_with("| field |")).skip(2);
    let cells = table.take_while(|line| line.starts_with('|')).filter_map(|line| line.split('|').nth(1));
    cells.flat_map(|cell| cell.split(',')).map(|name| name.trim().trim_matches('`').to_owned()).collect()
}

/// The fields that can be written in a part of a table.
fn fields_of<T: serde::de::DeserializeOwned>() -> BTreeSet<String> {
    match ron::from_str::<T>("(nothing: 1)").err().unwrap().code {
        ron::Error::NoSuchStructField { expected, .. } => expected.iter().map(|name| (*name).to_owned()).collect(),
        other => panic!("{other}"),
    }
}

#[test]
fn the_tables_of_fields_name_every_field_and_no_other() {
    assert_eq!(fields_below("The table"), fields_of::<FactTable>());
    assert_eq!(fields_below("Banks"), fields_of::<FactBank>());
    assert_eq!(fields_below("Classes"), fields_of::<EntityClass>());
    assert_eq!(fields_below("Entities"), fields_of::<Entity>());
    assert_eq!(fields_below("Relations"), fields_of::<Relation>());
    assert_eq!(fields_below("Facts"), fields_of::<Fact>());
    assert_eq!(fields_below("Quantities"), fields_of::<Quantity>());
    assert_eq!(fields_below("Pins: the last word is yours"), fields_of::<Pins>());
}

#[test]
fn the_table_of_kinds_names_every_kind_that_is_made() {
    let (_, below) = PAGE.split_once("| kind | name in `without` |").unwrap();
    let rows = below.lines().skip(2).take_while(|line| line.starts_with('|'));
    let named: Vec<&str> =
        rows.filter_map(|line| line.split('|').nth(2)).map(|cell| cell.trim().trim_matches('`')).collect();
    let made = |kind: &&Kind| !matches!(kind, Kind::Hotspot | Kind::Calculated | Kind::Recall);
    let kinds: BTreeSet<&str> = Kind::ALL.iter().filter(made).map(|kind| kind.as_str()).collect();
    assert_eq!(named.iter().copied().collect::<BTreeSet<_>>(), kinds);
    assert_eq!(named.len(), kinds.len());
}

#[test]
fn a_wide_spreadsheet_tells_a_fact_of_each_relation() {
    let text = r#"(
        id: "countries", title: "Countries",
        relations: {
            "capital of": (from: "country", to: "city", says: ["The capital of {subject} is {object}."], asks_object: ["What is the capital of {subject}?"]),
            "borders": (from: "country", to: "country", objects: All, subjects: All, says: ["{subject} borders {object}."], asks_objects: ["Which of these does {subject} border?"]),
        },
        rows: ["countries.csv"],
    )"#;
    let reading = read(text, &|_| Ok(only("csv,wide").to_owned()));
    assert_eq!(told(&reading.problems), Vec::<String>::new());
    let facts = reading.table.unwrap().facts;
    let ids: Vec<&str> = facts.iter().map(|fact| &*fact.id).collect();
    let expected = [
        "france-capital-of",
        "france-borders-spain",
        "france-borders-belgium",
        "france-borders-italy",
        "spain-capital-of",
        "spain-borders-france",
        "spain-borders-portugal",
    ];
    assert_eq!(ids, expected);
    assert!(facts[1].more.starts_with("The Pyrenees") && facts[0].more.is_empty());
}

#[test]
fn every_block_is_known_to_the_tests() {
    let labels =
        PAGE.split("```").skip(1).step_by(2).filter_map(|block| block.split_once('\n')).map(|(label, _)| label);
    for label in labels {
        let known = [
            "ron,table",
            "ron,entities",
            "ron,relations",
            "ron,facts",
            "ron,pins",
            "ron,starter",
            "csv",
            "csv,entities",
            "csv,starter",
            "csv,wide",
        ];
        assert!(known.contains(&label), "{label}");
    }
}

const CHECKS: &str = "\
# What can be wrong with a table

`torus generate` tells all that is wrong with a table, its spreadsheets and its pins in one run, each with its line and its code; `torus
explain CODE` shows its page from here. An **error** keeps the banks from being made. A **warning** does not, but the command
ends with 1, unless it is merely worth knowing. How the text itself is written, and what can be wrong with any question,
[the checks of banks](checks.md) tell: a table can have those problems too.

This file is made from the program's own texts: `TORUS_WRITE_DOCS=1 cargo test --test fact_table_docs` writes it anew.
";

/// `docs/table-checks.md` as it should be.
fn checks() -> String {
    let mut page = CHECKS.to_owned();
    for (severity, title) in [(Severity::Error, "## Errors"), (Severity::Warning, "## Warnings")] {
        page.push_str(&format!("\n{title}\n"));
        for one in table_explanations().filter(|one| one.severity == severity) {
            let Explanation { code, title, why, fix, .. } = one;
            page.push_str(&format!("\n### `{code}`\n\n{title}. {why}\n\nWhat to do: {fix}.\n"));
            for (name, example) in [("Before", one.before), ("After", one.after)] {
                let is_in_words =
                    example.starts_with(['`']) || ["a ", "the ", "two "].iter().any(|word| example.starts_with(word));
                page.push_str(&match !is_in_words {
                    true => format!("\n{name}:\n\n```\n{example}\n```\n"),
                    false => format!("\n{name}: {example}\n"),
                });
            }
        }
    }
    page
}

#[test]
fn the_page_of_checks_says_what_the_program_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/table-checks.md");
    if std::env::var_os("TORUS_WRITE_DOCS").is_some() {
        fs::write(&path, checks()).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(written, checks(), "run TORUS_WRITE_DOCS=1 cargo test --test fact_table_docs");
}
