//! Rows that tell several facts of one subject: what they become, and what is told of the rest.

use crate::facts::{Object, read};
use crate::syntax::LineIndex;

/// A table whose facts all stand in a spreadsheet.
const TABLE: &str = r#"(
    format: 1, id: "rivers", title: "Rivers",
    banks: [(id: "rivers", title: "Rivers")],
    classes: {"river": (noun: "river"), "sea": (noun: "sea")},
    entities: {
        "rhine": (name: "Rhine", class: "river", the: true),
        "north-sea": (name: "North Sea", class: "sea", the: true, also: ["German Ocean"]),
        "black-1": (name: "Black", class: "river"),
        "black-2": (name: "Black", class: "river"),
    },
    relations: {
        "ends": (from: "river", to: "sea", subjects: All, says: ["{subject} ends in {object}."], asks_object: ["Where does {subject} end?"]),
        "long": (from: "river", says: ["{subject} is {object} long."], asks_object: ["How long is {subject}?"]),
    },
    rows: ["rivers.csv"],
)"#;

/// A table with a relation of several objects, whose rows tell all of a river.
fn wide(csv: &str) -> (Vec<String>, Vec<String>) {
    let table = TABLE.replace(
        "relations: {",
        r#"relations: {
        "flows through": (from: "river", to: "sea", objects: All, subjects: All, says: ["{subject} flows through {object}."], gaps: [Object]),"#,
    );
    let reading = read(&table, &|_| Ok(csv.into()));
    let lines = LineIndex::new(csv);
    let told = reading.problems.iter().filter(|problem| problem.file.is_some());
    let told = told.map(|problem| problem.line(&lines)).collect();
    let facts = reading.table.expect("a table").facts;
    let line = |fact: &crate::facts::Fact| match &fact.object {
        Some(Object::Is(object)) => format!("{}: {object}, {}, {}", fact.id, fact.topic, fact.more),
        Some(Object::Amount(amount)) => {
            format!("{}: {} {}, {}, {}", fact.id, amount.value, amount.unit, fact.topic, fact.more)
        }
        None => fact.id.to_string(),
    };
    (facts.iter().map(line).collect(), told)
}

#[test]
fn a_row_tells_a_fact_of_each_relation_that_has_a_column() {
    let csv = "subject,topic,Ends,Flows through,long,long more\n\
               Rhine,Europe,North Sea,Lake A; Lake B,1233 km,Measured anew in 2011.\n\
               Main,Europe,,,525 km,\n";
    let (facts, told) = wide(csv);
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(
        facts,
        [
            "rhine-ends: north-sea, Europe, ",
            "rhine-flows-through-lake-a: lake-a, Europe, ",
            "rhine-flows-through-lake-b: lake-b, Europe, ",
            "rhine-long: 1233 km, Europe, Measured anew in 2011.",
            "main-long: 525 km, Europe, ",
        ]
    );
}

#[test]
fn a_wide_row_tells_what_is_wrong_in_the_cell_where_it_stands() {
    let (facts, told) = wide("subject,ends,long,long colour\nRhine,North Sea,far,\n,North Sea,,\n");
    assert_eq!(facts, ["rhine-ends: north-sea, , "]);
    assert_eq!(told.len(), 3, "{told:#?}");
    assert!(told[0].contains("long colour"), "{told:#?}");
    assert!(told[1].contains("\"far\""), "{told:#?}");
}

#[test]
fn a_wide_row_may_have_an_id_and_a_further_fact() {
    let (facts, told) = wide("id,subject,relation,object,ends\nr1,Rhine,long,1233 km,North Sea\n");
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(facts, ["r1-ends: north-sea, , ", "r1: 1233 km, , "]);
}
