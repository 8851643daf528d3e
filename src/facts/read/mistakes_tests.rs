//! Every mistake of a damaged part is told in one run, with the bytes that it is about.

use crate::facts::read::tests::TABLE;
use crate::facts::*;
use crate::syntax::LineIndex;

/// What is told of the table with each `from` replaced by its `to`: line, code, part and the underlined text.
fn told(changes: &[(&str, &str)]) -> Vec<String> {
    let text = changes.iter().fold(TABLE.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    });
    let plain = told_of(&text);
    assert_eq!(told_of(&format!("\u{feff}{text}")), plain, "a byte order mark changes nothing");
    plain
}

fn told_of(text: &str) -> Vec<String> {
    let lines = LineIndex::new(text);
    let words = |diagnostic: &TableDiagnostic| {
        let about = diagnostic.about.as_ref().map_or("-", |about| &*about.id);
        let line = lines.place(diagnostic.span.start).line;
        format!("{line} {} {about} `{}`", diagnostic.code(), &text[diagnostic.span.clone()])
    };
    read(text, &|_| Err("not there".into())).problems.iter().map(words).collect()
}

#[test]
fn all_mistakes_of_a_fact_are_told_in_one_run() {
    assert_eq!(
        told(&[
            ("(id: \"A11\", relation: \"filled\", subject", "(id: \"A11\" relation = \"filled\"; subjct"),
            ("when: 1958)", "wen: 1958, colour: \"red\")")
        ]),
        [
            "30 syntax A11 `relation`",
            "30 syntax A11 `=`",
            "30 syntax A11 `;`",
            "30 unknown-field A11 `subjct`",
            "30 unknown-field A11 `wen`",
            "30 unknown-field A11 `colour`",
        ]
    );
}

#[test]
fn all_mistakes_of_an_entity_of_a_relation_and_of_a_bank_are_told() {
    assert_eq!(
        told(&[
            ("FactBank(id: \"talks\", title", "FactBank(id: \"talks\" titel"),
            ("EntityClass(noun: \"person\", plural", "EntityClass(noun: \"person\"; plurl"),
            ("(name: \"USSR\", class: \"country\"", "(name = \"USSR\", clas: \"country\""),
            ("from: \"person\", says", "form: \"person\" says"),
            ("asks_object: [\"How much", "ask_object: [\"How much"),
        ]),
        [
            "7 syntax talks `titel`",
            "7 unknown-field talks `titel`",
            "9 syntax person `;`",
            "9 unknown-field person `plurl`",
            "14 syntax ussr `=`",
            "14 unknown-field ussr `clas`",
            "24 unknown-field filled `form`",
            "24 syntax filled `says`",
            "25 unknown-field filled `ask_object`",
        ]
    );
}

#[test]
fn several_damaged_facts_are_each_told_and_cost_no_other() {
    let more = "\n        (id: \"B1\", relation: \"spoke-for\", subject: \"alfven\", object: \"ussr\"),\n\
                (id: \"B2\" relation: \"spoke-for\", subjet: \"alfven\", object: \"ussr\"),\n    ],\n)";
    assert_eq!(
        told(&[("when: \"1958\"", "wen: \"1958\" nte: \"x\""), ("\n    ],\n)", more)]),
        [
            "29 unknown-field A6 `wen`",
            "29 syntax A6 `nte`",
            "29 unknown-field A6 `nte`",
            "32 syntax B2 `relation`",
            "32 unknown-field B2 `subjet`",
        ]
    );
}

#[test]
fn a_mistake_in_an_amount_hides_none_behind_it_and_makes_none() {
    assert_eq!(
        told(&[("Quantity(value: 33, words", "Quantity(valeu: 33 words"), ("when: 1958)", "wen: 1958)")]),
        ["30 unknown-field A11 `valeu`", "30 syntax A11 `words`", "30 unknown-field A11 `wen`"]
    );
    assert_eq!(told(&[("Quantity(value: 33, ", "Quantity(")]), ["30 missing-field A11 `(`"]);
}

#[test]
fn what_the_check_finds_is_told_with_the_whole_value() {
    assert_eq!(told(&[("object: \"sweden\"", "object: \"norway\"")]), ["29 unknown-name A6 `\"norway\"`"]);
    assert_eq!(told(&[("says: [\"{subject} filled {object}.\"]", "says: []")]), ["24 no-sentence filled `[]`"]);
    assert_eq!(told(&[("id: \"talks\",\n", "id: \" \",\n")]), ["4 blank - `\" \"`"]);
}

#[test]
fn a_cell_is_told_whole_also_in_quotation_marks_and_behind_a_byte_order_mark() {
    let table = TABLE.replace("    facts: [", "    rows: [\"more.csv\"],\n    facts: [");
    let csv = "\u{feff}id;relation;subject;object\nC1;filled;alfven;\"a \"\"lot\"\"\"\nC2;filled;alfven;some\n";
    let problems = read(&table, &|_| Ok(csv.to_owned())).problems;
    let cells: Vec<&str> = problems.iter().map(|problem| &csv[problem.span.clone()]).collect();
    assert_eq!(cells, ["\"a \"\"lot\"\"\"", "some"], "{problems:?}");
    let lines = LineIndex::new(csv);
    assert_eq!(
        problems[1].line(&lines),
        "more.csv: line 3, column 18 (\"object\"): fact \"C2\": \"some\" is not a number: write one such as 21.7, with its \
         unit behind it or in the column \"unit\""
    );
}
