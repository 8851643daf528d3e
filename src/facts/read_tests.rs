//! What reading makes of sound and damaged tables.

use super::*;

fn read_text(text: &str) -> TableReading {
    read(text, &|name| Err(format!("there is no {name}")))
}

/// What is told of a text.
fn told(text: &str) -> Vec<String> {
    read_text(text).problems.iter().map(ToString::to_string).collect()
}

const TABLE: &str = r#"// A small table.
FactTable(
    format: 1,
    id: "talks",
    title: "Talks",
    sources: {"paper": Source(title: "A paper", year: 2022)},
    banks: [FactBank(id: "talks", title: "Talks")],
    classes: {
        "person": EntityClass(noun: "person", plural: "people"),
        "country": (noun: "country", plural: "countries"),
    },
    entities: {
        "alfven": Entity(name: "Hannes Alfvén", class: "person"),
        "ussr": (name: "USSR", class: "country", also: ["Soviet Union"], the: true),
        "sweden": (name: "Sweden", class: "country"),
    },
    relations: {
        "spoke-for": Relation(
            from: "person", to: "country", subjects: All,
            says: ["{subject} spoke for {object}."],
            asks_object: ["For which country did {subject} speak?"],
        ),
        "filled": (
            from: "person", says: ["{subject} filled {object}."],
            asks_object: ["How much did {subject} fill?"],
        ),
    },
    facts: [
        Fact(id: "A6", relation: "spoke-for", subject: "alfven", object: "sweden", when: "1958", source: "paper", places: ["A6"]),
        (id: "A11", relation: "filled", subject: "alfven", object: Quantity(value: 33, words: "volumes"), when: 1958),
    ],
)
"#;

#[test]
fn a_sound_table_reads_without_a_problem() {
    let reading = read_text(TABLE);
    assert_eq!(reading.problems, []);
    let table = reading.table.expect("a table");
    assert_eq!((table.facts.len(), table.entities.0.len(), table.relations.0.len()), (2, 3, 2));
    assert_eq!(table.facts[1].when, When::read("1958"));
}
