//! What reading makes of sound and damaged tables.

use crate::facts::*;
use crate::syntax::{LineIndex, Place};

fn read_text(text: &str) -> TableReading {
    read(text, &|name| Err(format!("there is no {name}")))
}

/// What is told of the table with `from` replaced by `to`, without the places.
fn told(from: &str, to: &str) -> Vec<String> {
    assert!(TABLE.contains(from), "{from}");
    let text = TABLE.replace(from, to);
    let lines = LineIndex::new(&text);
    let without_place = |diagnostic: TableDiagnostic| {
        let Place { line, column } = lines.place(diagnostic.span.start);
        let told = diagnostic.line(&lines);
        told.strip_prefix(&format!("line {line}, column {column}: ")).expect("its place first").to_owned()
    };
    read_text(&text).problems.into_iter().map(without_place).collect()
}

/// Replaces `from` by `to` and expects that one problem.
fn check(from: &str, to: &str, expected: &str) {
    assert_eq!(told(from, to), [expected], "{to}");
}

/// Ids of the facts that are left.
fn ids(reading: &TableReading) -> Vec<&str> {
    reading.table.iter().flat_map(|table| &table.facts).map(|fact| &*fact.id).collect()
}

pub(crate) const TABLE: &str = r#"// A small table.
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
        Fact(id: "A6", relation: "spoke-for", subject: "alfven", object: "sweden", when: "1958", topic: "Talks/countries", source: "paper", places: ["A6"]),
        (id: "A11", relation: "filled", subject: "alfven", object: Quantity(value: 33, words: "volumes"), when: 1958),
    ],
)
"#;

#[test]
fn a_sound_table_reads_without_a_problem() {
    let reading = read_text(TABLE);
    assert_eq!(reading.problems, []);
    let table = reading.table.as_ref().expect("a table");
    assert_eq!((table.facts.len(), table.entities.0.len(), table.relations.0.len()), (2, 3, 2));
    assert_eq!(table.facts[1].when, When::read("1958"));
    assert!(!reading.has_errors());
}

#[test]
fn names_of_nothing_are_told_with_the_one_that_was_meant() {
    check(
        "object: \"sweden\"",
        "object: \"swede\"",
        "fact \"A6\": there is no entity \"swede\": did you mean `sweden`?",
    );
    check(
        "object: \"sweden\"",
        "object: \"germany\"",
        "fact \"A6\": there is no entity \"germany\": write it among `entities`, or name another",
    );
    check(
        "relation: \"filled\"",
        "relation: \"filed\"",
        "fact \"A11\": there is no relation \"filed\": did you mean `filled`?",
    );
    check(
        "source: \"paper\"",
        "source: \"papers\"",
        "fact \"A6\": there is no source \"papers\": did you mean `paper`?",
    );
    check(
        "name: \"Sweden\", class: \"country\"",
        "name: \"Sweden\", class: \"countries\"",
        "entity \"sweden\": there is no class \"countries\": did you mean `country`?",
    );
    check(
        "subjects: All,",
        "subjects: All, without: [\"truefalse\"],",
        "relation \"spoke-for\": there is no kind of question \"truefalse\": did you mean `true_false`?",
    );
    check(
        "title: \"Talks\")]",
        "title: \"Talks\", topics: [\"Talk\"])]",
        "bank \"talks\": no fact has the topic \"Talk\" or one below it: did you mean `Talks`?",
    );
    check(
        "when: \"1958\"",
        "also_right: [\"norway\"]",
        "fact \"A6\": there is no entity \"norway\": write it among `entities`, or name another",
    );
}

#[test]
fn a_subject_or_object_of_the_wrong_sort_is_told() {
    check(
        "object: \"sweden\"",
        "object: \"alfven\"",
        "fact \"A6\": the object \"alfven\" is of the class \"person\", and \"spoke-for\" takes \"country\": write another, or \
         change `to` in the relation",
    );
    check(
        "object: \"sweden\", ",
        "",
        "fact \"A6\": \"spoke-for\" needs an object of the class \"country\": write the id of one",
    );
    check(
        "object: \"sweden\"",
        "object: 5",
        "fact \"A6\": \"spoke-for\" takes an object of the class \"country\", not an amount: write the id of an entity, or take \
         `to` out of the relation",
    );
    check(
        "object: Quantity(value: 33, words: \"volumes\")",
        "object: \"ussr\"",
        "fact \"A11\": \"filled\" has no `to`, so its object cannot be the entity \"ussr\": write an amount, or give the relation \
         a `to`",
    );
}

#[test]
fn what_is_there_twice_is_told() {
    check("id: \"A11\"", "id: \"A6\"", "fact \"A6\": the id \"A6\" is used twice: give each its own");
    check(
        "name: \"Sweden\"",
        "name: \"ussr\"",
        "entity \"sweden\": \"ussr\" is the name of \"ussr\" as well: a learner could not tell them apart, so rename one of them",
    );
    check(
        "name: \"Sweden\"",
        "name: \"Soviet union\"",
        "entity \"sweden\": \"Soviet union\" is a name of \"ussr\" as well: it stands for neither when it is typed",
    );
    let second = |object: &str| {
        format!(
            "(id: \"A7\", relation: \"spoke-for\", subject: \"alfven\", object: \"{object}\", when: 1958),\n(id: \"A11\""
        )
    };
    check("(id: \"A11\"", &second("sweden"), "fact \"A7\": this says the same as the fact \"A6\": keep one of them");
    check(
        "(id: \"A11\"",
        &second("ussr"),
        "fact \"A7\": the fact \"A6\" gives another object, and \"spoke-for\" allows one: correct one of them, or write \
         `objects: All` or `Some` in the relation",
    );
    check(
        "banks: [",
        "banks: [FactBank(id: \"TALKS\", title: \"Talks\"), ",
        "bank \"talks\": the id \"talks\" is used twice: give each its own",
    );
}

#[test]
fn sentences_that_cannot_be_filled_are_told() {
    check(
        "{subject} spoke for {object}.",
        "{sujet} spoke for {object}.",
        "relation \"spoke-for\": `{sujet}` is no place: write {subject}, {object}, {when}, {in when}, {year} or {note}, or two \
         braces for the sign itself",
    );
    check(
        "For which country did {subject} speak?",
        "For which country did {subject} speak, {object}?",
        "relation \"spoke-for\": a question in `asks_object` tells its own answer with `{object}`: take that out",
    );
    check(
        "asks_object: [\"For",
        "asks_pairs: [\"Match {subject} with a country.\"], asks_object: [\"For",
        "relation \"spoke-for\": a task in `asks_pairs` is about many facts at once: take `{subject}` out",
    );
    check(
        "How much did {subject} fill?",
        "How much did {subject} fill, {note}?",
        "relation \"filled\": no fact of \"filled\" has a note, so this sentence is never used: change it, or write that in the facts",
    );
    assert_eq!(
        told("\"{subject} filled {object}.\"", "\"{subject} filled {object} {note}.\""),
        [
            "relation \"filled\": no fact of \"filled\" has a note, so this sentence is never used: change it, or write that in the \
             facts",
            "fact \"A11\": every sentence in `says` of \"filled\" needs a note, and this fact has none: write it, or a sentence \
             without it",
        ]
    );
    check(
        "says: [\"{subject} filled {object}.\"]",
        "says: []",
        "relation \"filled\": there is no sentence in `says`: write one that tells what the relation is",
    );
    check(
        "asks_object: [\"How much did {subject} fill?\"],",
        "",
        "relation \"filled\": nothing asks for \"filled\": write a question in `asks_object`, `asks_subject` or another, or a place \
         in `gaps`",
    );
    check(
        "asks_object: [\"How",
        "event: \"the filling in {year}\", asks_object: [\"How",
        "relation \"filled\": a question in `event` tells its own answer with `{year}`: take that out",
    );
}

#[test]
fn cautions_that_no_sentence_heeds_are_told() {
    check(
        "when: 1958)",
        "when: 1958, cautions: [Say(\"announced\")])",
        "fact \"A11\": no sentence in `says` of \"filled\" heeds the caution Say(\"announced\"): write one that does",
    );
    check("when: 1958)", "when: 1958, cautions: [Tell(\" \")])", "fact \"A11\": the caution is blank: write one");
    assert_eq!(told("when: 1958)", "when: 1958, cautions: [Say(\"filled\")])"), Vec::<String>::new());
}

#[test]
fn amounts_articles_and_names_of_files_are_checked() {
    let amount = "value: 33, words: \"volumes\"";
    check(amount, "value: 33, tolerance: -1", "fact \"A11\": `tolerance` is -1: it must be 0 or more");
    check(amount, "value: NaN", "fact \"A11\": `value` is NaN: it must be a finite number");
    check(
        amount,
        "value: 3, unit: \"5 m\"",
        "fact \"A11\": \"5 m\" cannot stand as a unit: write a plain one such as \"MJ\"",
    );
    check(
        amount,
        "value: 33, neighbours: {\"some\": \"x\"}",
        "fact \"A11\": \"some\" in `neighbours` is not a number: write one without its unit, such as \"21.7\"",
    );
    check(
        amount,
        "value: 33, tolerance: 1, neighbours: {\"34\": \"x\"}",
        "fact \"A11\": \"34\" in `neighbours` is right, within the tolerance: take it out",
    );
    check(
        "the: true",
        "article: \"the\"",
        "entity \"ussr\": \"the\" is not an article: write \"a\" or \"an\", or leave it out",
    );
    for id in ["a/b", "..", "con", "COM1", "a b", "a.b"] {
        let told = told("banks: [FactBank(id: \"talks\"", &format!("banks: [FactBank(id: \"{id}\""));
        assert_eq!(
            told,
            [format!("bank \"{id}\": \"{id}\" cannot be the name of a file: use letters, digits, `-` and `_`")]
        );
    }
    check(
        "when: \"1958\"",
        "wrong: [\"sweden\"]",
        "fact \"A6\": \"sweden\" is right here, and stands in `wrong`: take it out",
    );
    check(
        "source: \"paper\", ",
        "",
        "fact \"A6\": the place in a source is not cited without the source: write `source` as well",
    );
    check(
        "title: \"Talks\",\n",
        "title: \"Talks\", language: \"de-AT\",\n",
        "sentences are put together as English wants it, not for \"de-AT\": read every question that is made",
    );
}

#[test]
fn circles_are_told_once_with_the_way_round() {
    check(
        "the: true),\n        \"sweden\": (name: \"Sweden\", class: \"country\")",
        "within: [\"sweden\"]),\n        \"sweden\": (name: \"Sweden\", class: \"country\", within: [\"ussr\"])",
        "entity \"sweden\": \"ussr\" is within itself, by way of \"ussr\" and \"sweden\": take one of them out",
    );
    check(
        "the: true)",
        "within: [\"ussr\"])",
        "entity \"ussr\": \"ussr\" is within itself, by way of \"ussr\": take one of them out",
    );
}

#[test]
fn a_bad_part_costs_only_itself_and_what_needs_it() {
    let text = TABLE
        .replace("name: \"Sweden\"", "nam: \"Sweden\"")
        .replace("asks_object: [\"How much", "ask_object: [\"How much")
        .replace("when: \"1958\"", "when: \"196\", wen: 1")
        .replace(
            "    ],\n)",
            "        (id: \"B1\", relation: \"spoke-for\", subject: \"alfven\", object: \"ussr\"),\n    ],\n)",
        );
    let reading = read_text(&text);
    let lines = LineIndex::new(&text);
    let told: Vec<String> = reading.problems.iter().map(|problem| problem.line(&lines)).collect();
    assert_eq!(
        told,
        [
            "line 15, column 20: entity \"sweden\": `nam` is not a field of Entity: did you mean `name`?",
            "line 25, column 13: relation \"filled\": `ask_object` is not a field of Relation: did you mean `asks_object`?",
            "line 29, column 97: fact \"A6\": `wen` is not a field of Fact: did you mean `when`?",
        ]
    );
    assert_eq!(ids(&reading), ["B1"]);
}

#[test]
fn an_unclosed_text_costs_only_its_own_fact() {
    let text = TABLE.replace("subject: \"alfven\", object: \"sweden\"", "subject: \"alfven, object: \"sweden\"");
    let reading = read_text(&text);
    assert_eq!(reading.problems.len(), 1, "{:?}", reading.problems);
    assert_eq!(ids(&reading), ["A11"]);
    let text = TABLE.replace("\"ussr\": (name: \"USSR\"", "\"ussr\": (name: \"USSR");
    let reading = read_text(&text);
    assert_eq!(reading.problems.len(), 1, "{:?}", reading.problems);
    assert_eq!(ids(&reading), ["A6", "A11"]);
}

#[test]
fn a_table_without_its_head_is_no_table_but_its_parts_are_told() {
    let told = |text: &str| {
        let reading = read_text(text);
        assert!(reading.table.is_none() && reading.has_errors(), "{text}");
        reading.problems.iter().map(|problem| problem.line(&LineIndex::new(text))).collect::<Vec<_>>()
    };
    assert_eq!(told(""), ["line 1, column 1: there is nothing in this file"]);
    assert_eq!(told("Bank()"), ["line 1, column 1: expected `FactTable`, found `Bank`"]);
    assert_eq!(
        told(&TABLE.replace("    id: \"talks\",\n", "")),
        ["line 2, column 1: `id` is missing: every FactTable needs one"]
    );
    assert_eq!(
        told(&TABLE.replace("title: \"Talks\",\n", "titel: \"Talks\",\n").replace("when: 1958", "wen: 1958")),
        [
            "line 5, column 5: `titel` is not a field of FactTable: did you mean `title`?",
            "line 30, column 107: fact \"A11\": `wen` is not a field of Fact: did you mean `when`?",
        ]
    );
    let newer = "this table was made for a newer Torus (format 2; this one reads format 1): update Torus";
    assert_eq!(told(&TABLE.replace("format: 1", "format: 2")), [format!("line 3, column 13: {newer}")]);
}

#[test]
fn an_object_with_a_slip_is_told_by_its_name() {
    check(
        "Quantity(value: 33, words",
        "Quantity(valeu: 33, words",
        "fact \"A11\": `valeu` is not a field of Quantity: did you mean `value`?",
    );
    check(
        "Quantity(value: 33, words: \"volumes\")",
        "true",
        "fact \"A11\": expected the id of an entity in quotation marks, or an amount such as Quantity(value: 59, unit: \"MJ\"), found the boolean `true`",
    );
}

#[test]
fn blank_texts_are_told() {
    check("noun: \"country\"", "noun: \" \"", "class \"country\": the noun is blank: write one");
    check("name: \"Sweden\"", "name: \"\"", "entity \"sweden\": the name is blank: write one");
    check("also: [\"Soviet Union\"]", "also: [\"\"]", "entity \"ussr\": the other name is blank: write one");
    check("id: \"A11\"", "id: \"\"", "the id is blank: write one");
    check(
        "says: [\"{subject} filled {object}.\"]",
        "says: [\"\", \"{subject} filled {object}.\"]",
        "relation \"filled\": the sentence is blank: write one",
    );
}

#[test]
fn earlier_ids_that_are_those_of_other_facts_are_told() {
    let with = |formerly: &str| format!("id: \"A11\", formerly: [{formerly}]");
    check(
        "id: \"A11\"",
        &with("\"A6\""),
        "fact \"A11\": \"A6\" in `formerly` is the id of a fact: keep it where the questions are that learners have answered, and take it out here",
    );
    check(
        "id: \"A11\"",
        &with("\"A11\""),
        "fact \"A11\": \"A11\" in `formerly` is the id of a fact: keep it where the questions are that learners have answered, and take it out here",
    );
    check("id: \"A11\"", &with("\"old\", \" \""), "fact \"A11\": the earlier id is blank: write one");
    let both = TABLE
        .replace("id: \"A11\"", &with("\"old\""))
        .replace("id: \"A6\"", "id: \"A6\", formerly: [\"older\", \"old\"]");
    let problems = read_text(&both).problems;
    let told: Vec<String> = problems.iter().map(|problem| problem.problem.message()).collect();
    assert_eq!(told, ["\"old\" in `formerly` is an earlier id of \"A6\""]);
}
