//! What reading makes of tables, spreadsheets and pins that are damaged or were written to harm: no panic, no hanging.

use crate::facts::read::tests::TABLE;
use crate::facts::{generate, read, read_pins};
use crate::syntax::LineIndex;
use proptest::collection::vec;
use proptest::prelude::*;

const PINS: &str = "Pins(keep: [Question(id: \"a\", prompt: \"?\", answer: Choice(correct: \"b\", distractors: [\"c\"]), facts: [\"A6\"])],\
    reword: {\"b\": Reword(prompt: \"?\", distractors: [\"c\"])}, reject: {\"c\": \"bad\"}, add: {\"talks\": [(id: \"x\", prompt: \"?\", \
    answer: TrueFalse(true))]})";

const ROWS: &str =
    "id,subject,relation,object,unit,when\nB1,alfven,spoke-for,Norway,,1958\nB2,\"Lev, A.\",filled,\"1,5\",m,-44\n";

/// Text with some of its letters taken out or replaced by others.
fn mutated(text: &'static str) -> impl Strategy<Value = String> {
    let letters = prop::sample::select("\"'(){}[]:,;=\\/*\n\t é9-#r|".chars().collect::<Vec<_>>());
    vec((any::<prop::sample::Index>(), prop::option::of(letters)), 1..8).prop_map(move |changes| {
        let mut changed: Vec<char> = text.chars().collect();
        for (at, letter) in changes {
            let at = at.index(changed.len());
            match letter {
                Some(letter) => changed[at] = letter,
                None => drop(changed.remove(at)),
            }
        }
        changed.into_iter().collect()
    })
}

/// Reads all three, and makes banks of what is left.
fn read_all(table: &str, rows: &str, pins: &str) {
    let table = table.replace("\n)", "\n rows: [\"rows.csv\"],\n)");
    let reading = read(&table, &|_| Ok(rows.to_owned()));
    for problem in &reading.problems {
        let text = if problem.file.is_some() { rows } else { table.as_str() };
        assert!(text.get(problem.span.clone()).is_some(), "{problem:?}: no such bytes");
        let lines: Vec<&str> = text.split('\n').collect();
        let place = LineIndex::new(text).place(problem.span.start);
        let line = lines.get(place.line - 1).unwrap_or_else(|| panic!("{problem:?}: no such line"));
        assert!(place.column <= line.chars().count() + 1, "{problem:?}: no such column");
    }
    let read_pins = read_pins(pins, "pins.ron").pins;
    if let Some(table) = &reading.table {
        let _ = read_pins.apply(table, generate(table), pins, "pins.ron");
    }
}

proptest! {
    #[test]
    fn a_damaged_table_is_read_without_a_panic(table in mutated(TABLE)) {
        read_all(&table, ROWS, PINS);
    }

    #[test]
    fn a_damaged_spreadsheet_is_read_without_a_panic(rows in mutated(ROWS)) {
        read_all(TABLE, &rows, PINS);
    }

    #[test]
    fn damaged_pins_are_read_without_a_panic(pins in mutated(PINS)) {
        read_all(TABLE, ROWS, &pins);
    }

    #[test]
    fn any_text_at_all_is_read_without_a_panic(table in "\\PC{0,60}", rows in "[\\PC,;\n\"]{0,60}", pins in "\\PC{0,60}") {
        read_all(&table, &rows, &pins);
        read_all(TABLE, &format!("subject,relation,object\n{rows}"), &pins);
        read_all(TABLE, &format!("name,class,within,year\n{rows}"), &pins);
    }

    /// The letter may be the one that tells where the fact ends, so its neighbour may be lost, never more.
    #[test]
    fn damage_to_one_fact_costs_no_other(which in 0..20_usize, at: prop::sample::Index) {
        let fact = |n: usize| format!("(id: \"F{n:02}\", relation: \"spoke-for\", subject: \"alfven\", object: \"p{n}\", when: 1958),\n");
        let entities: String = (0..20).map(|n| format!("\"p{n}\": (name: \"Place {n}\", class: \"country\"),\n")).collect();
        let table = TABLE.replace("subjects: All", "objects: All, subjects: All").replace("entities: {", &format!("entities: {{{entities}"));
        let facts: String = (0..20).map(fact).collect();
        let mut text = table.replace("facts: [", &format!("facts: [\n{facts}"));
        let start = text.find(&fact(which)).expect("the fact");
        let letters: Vec<usize> = fact(which).trim_end().trim_end_matches(',').char_indices().map(|(at, _)| start + at).collect();
        text.remove(letters[at.index(letters.len())]);
        let reading = read(&text, &|_| Err(String::new()));
        let kept = reading.table.expect("a table").facts;
        let lost = (0..20).filter(|n| *n != which && !kept.iter().any(|fact| *fact.id == format!("F{n:02}"))).count();
        prop_assert!(lost == 0, "{} lost of {}", lost, text);
    }
}

/// No time is asserted, for machines differ; but whoever makes reading quadratic will wait here for minutes.
#[test]
fn hostile_repetition_is_read_to_its_end() {
    #[rustfmt::skip]
    let units = [
        "(", "(id:", "Fact(", "]", "]/*", "\"", "r#\"", "(id:\"x", "\"a\": Entity(", "\"a\":(", "},", "entities:{", "(id:7),", "\"a\":7,",
        "(id:\"a\",relation:\"spoke-for\",subject:\"nobody\"),", "(id:\"a\",relation:\"spoke-for\",subject:\"alfven\",object:\"sweden\"),",
        "\"x\": (name: \"X\", class: \"country\", within: [\"x\"]),",
    ];
    for unit in units {
        let heap = unit.repeat(60_000 / unit.len());
        for list in ["facts: [", "entities: {", "relations: {"] {
            let reading = read(&TABLE.replace(list, &format!("{list}{heap}")), &|_| Err(String::new()));
            assert!(reading.has_errors(), "{list} {unit}");
        }
        let _ = read_pins(&PINS.replace("reject: {", &format!("reject: {{{heap}")), "pins.ron");
    }
    for unit in ["\"", "\"\"", ",", ";", "\n", "alfven,", "alfven,spoke-for,nowhere\n", "nobody,spoke-for,sweden\n"] {
        let rows = format!("subject,relation,object\n{}", unit.repeat(60_000 / unit.len()));
        read_all(TABLE, &rows, PINS);
    }
}

#[test]
fn ten_thousand_facts_are_read_and_a_chain_of_ten_thousand_entities_too() {
    const COUNT: usize = 10_000;
    let entity = |n: usize| format!("\"p{n}\": (name: \"Place {n}\", class: \"country\", within: [\"p{}\"]),", n + 1);
    let entities: String = (0..COUNT).map(entity).collect();
    let fact = |n: usize| format!("(id: \"F{n}\", relation: \"spoke-for\", subject: \"alfven\", object: \"p{n}\"),");
    let facts: String = (0..COUNT).map(fact).collect();
    let table = TABLE
        .replace("subjects: All", "objects: All, subjects: All")
        .replace("entities: {", &format!("entities: {{ \"p{COUNT}\": (name: \"Last\", class: \"country\"), {entities}"))
        .replace("facts: [", &format!("facts: [{facts}"));
    let reading = read(&table, &|_| Err(String::new()));
    assert_eq!(reading.problems, []);
    assert_eq!(reading.table.expect("a table").facts.len(), COUNT + 2);
    // The same with a fault in each.
    let reading = read(&table.replace("object: \"p", "object: \"q"), &|_| Err(String::new()));
    assert_eq!(reading.problems.len(), COUNT);
    let rows: String = (0..COUNT).map(|n| format!("alfven,spoke-for,Town {n}\n")).collect();
    let table =
        TABLE.replace("subjects: All", "objects: All, subjects: All").replace("\n)", "\n rows: [\"rows.csv\"],\n)");
    let reading = read(&table, &|_| Ok(format!("subject,relation,object\n{rows}")));
    assert_eq!(reading.problems, []);
    assert_eq!(reading.table.expect("a table").facts.len(), COUNT + 2);
}
