//! What pins do to generated banks, and what is told of those that no longer hold.

use crate::bank::{Answer, Bank, Question};
use crate::facts::{FactTable, Pins, TableDiagnostic, generate, read, read_pins};
use crate::syntax::LineIndex;

const TABLE: &str = r#"(
    format: 1, id: "talks", title: "Talks", language: "en",
    sources: {"paper": Source(title: "A paper"), "book": Source(title: "A book")},
    banks: [(id: "speakers", title: "Speakers")],
    classes: {"person": (noun: "person", plural: "people", typed: true), "country": (noun: "country", plural: "countries")},
    entities: {
        "alfven": (name: "Hannes Alfvén", class: "person", also: ["Alfvén"]), "teller": (name: "Edward Teller", class: "person"),
        "biermann": (name: "Ludwig Biermann", class: "person"), "sweden": (name: "Sweden", class: "country"),
        "usa": (name: "USA", class: "country", the: true), "germany": (name: "Germany", class: "country"),
    },
    relations: {
        "spoke-for": (
            from: "person", to: "country", says: ["{subject} spoke for {object} {in when}."],
            asks_object: ["For which country did {subject} speak?"], asks_subject: ["Who spoke for {object}?"],
        ),
        "filled": (from: "person", says: ["{subject} filled {object}."], asks_object: ["How many volumes did {subject} fill?"]),
    },
    facts: [
        (id: "A6", relation: "spoke-for", subject: "alfven", object: "sweden", when: 1958, source: "paper", places: ["A6"]),
        (id: "A8", relation: "spoke-for", subject: "biermann", object: "germany", when: 1958, source: "paper", places: ["A8"]),
        (id: "A10", relation: "spoke-for", subject: "teller", object: "usa", when: 1958, source: "paper", places: ["A10"]),
        (id: "A11", relation: "filled", subject: "alfven", object: (value: 33, unit: "volumes", tolerance: 1), source: "paper", places: ["A11"]),
    ],
)"#;

fn table() -> FactTable {
    let reading = read(TABLE, &|_| Err(String::new()));
    assert_eq!(reading.problems, []);
    reading.table.expect("a table")
}

/// The bank under the pins, and what is told.
fn pinned(pins: &str) -> (Bank, Vec<TableDiagnostic>) {
    let table = table();
    let PinsRead { pins: read, text, mut problems } = pins_of(pins);
    let (mut banks, told) = read.apply(&table, generate(&table), &text, "talks.ron");
    problems.extend(told);
    (banks.remove(0), problems)
}

struct PinsRead {
    pins: Pins,
    text: String,
    problems: Vec<TableDiagnostic>,
}

fn pins_of(text: &str) -> PinsRead {
    let reading = read_pins(text, "talks.ron");
    PinsRead { pins: reading.pins, text: reading.text, problems: reading.problems }
}

fn told(pins: &str) -> Vec<String> {
    pinned(pins).1.iter().map(|problem| problem.line(&LineIndex::new(pins))).collect()
}

/// A generated `Choice` on that fact.
fn a_choice(fact: &str) -> Question {
    let bank = generate(&table()).remove(0);
    let is_it = |question: &&Question| {
        matches!(question.answer, Answer::Choice { .. }) && question.facts.iter().any(|id| **id == *fact)
    };
    bank.questions.iter().find(is_it).cloned().expect("a choice")
}

fn by_id<'a>(bank: &'a Bank, id: &str) -> &'a Question {
    bank.questions.iter().find(|question| *question.id == *id).expect("the question")
}

#[test]
fn a_kept_question_stands_as_it_is_written() {
    let id = a_choice("A6").id;
    let (bank, problems) = pinned(&format!(
        "Pins(keep: [Question(id: \"{id}\", prompt: \"Mine?\", answer: Text(accept: [\"Sweden\"]), facts: [\"A6\"], cite: Cite(\"book\"))])"
    ));
    assert_eq!(problems, []);
    let question = by_id(&bank, &id);
    assert_eq!((&*question.prompt, &*question.explanation), ("Mine?", ""));
    assert_eq!(
        bank.sources.iter().map(|(key, _)| key).collect::<Vec<_>>(),
        ["paper", "book"],
        "what it cites is named"
    );
}

#[test]
fn further_enemies_stand_behind_those_that_were_found() {
    let one = a_choice("A6");
    let questions = generate(&table()).remove(0).questions;
    let other = questions.iter().find(|question| *question.facts == ["A11".into()]).expect("a question");
    let ids = [one.enemies.to_vec(), vec![other.id.clone()]].concat();
    let listed = ids.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", ");
    let (bank, problems) = pinned(&format!("Pins(reword: {{\"{}\": Reword(enemies: [{listed}])}})", one.id));
    assert_eq!(problems, []);
    assert!(!one.enemies.contains(&other.id), "{:?}", one.enemies);
    assert_eq!(by_id(&bank, &one.id).enemies.to_vec(), ids, "each once");
}

#[test]
fn a_reworded_question_keeps_what_was_not_reworded() {
    let before = a_choice("A6");
    let (bank, problems) = pinned(&format!(
        "Pins(reword: {{\"{}\": Reword(prompt: \"Mine?\", distractors: [\"Norway\"], feedback: {{\"Norway\": \"Near.\"}})}})",
        before.id
    ));
    assert_eq!(problems, []);
    let after = by_id(&bank, &before.id);
    assert_eq!((&*after.prompt, &after.explanation), ("Mine?", &before.explanation));
    assert_eq!(after.options()[1..], ["Norway"]);
    assert_eq!(
        after.feedback.iter().map(|(option, words)| (option, &**words)).collect::<Vec<_>>(),
        [("Norway", "Near.")]
    );
}

#[test]
fn a_rejected_question_is_gone_and_nobody_speaks_of_it() {
    let id = a_choice("A6").id;
    let (bank, problems) = pinned(&format!("Pins(reject: {{\"{id}\": \"Too easy.\"}})"));
    assert_eq!(problems, []);
    assert!(bank.questions.iter().all(|question| question.id != id && !question.enemies.contains(&id)));
}

#[test]
fn an_added_question_joins_its_bank() {
    let (bank, problems) = pinned(
        "Pins(add: {\"speakers\": [(id: \"mine\", prompt: \"?\", answer: TrueFalse(true)), (id: \"sum\", prompt: \"?\", answer: Number(value: 34), facts: [\"A11\"])]})",
    );
    assert_eq!(problems, []);
    assert_eq!(bank.questions.iter().rev().map(|question| &*question.id).take(2).collect::<Vec<_>>(), ["sum", "mine"]);
}

#[test]
fn pinned_questions_are_kept_apart_from_others_on_their_facts() {
    let made = a_choice("A6");
    let (bank, problems) = pinned(&format!(
        "Pins(keep: [(id: \"{}\", prompt: \"Mine?\", answer: Text(accept: [\"Sweden\"]), facts: [\"A6\"])],
          add: {{\"speakers\": [
            (id: \"mine\", prompt: \"?\", answer: TrueFalse(true), facts: [\"A6\"]),
            (id: \"none\", prompt: \"!\", answer: TrueFalse(true)),
          ]}})",
        made.id
    ));
    assert_eq!(problems, []);
    let are_apart =
        |one: &Question, other: &Question| one.enemies.contains(&other.id) || other.enemies.contains(&one.id);
    let mine = by_id(&bank, "mine");
    for other in bank.questions.iter().filter(|other| other.id != mine.id) {
        let is_rival = other.facts.iter().any(|fact| **fact == *"A6");
        assert_eq!(are_apart(mine, other), is_rival, "{}", other.id);
    }
    let kept = by_id(&bank, &made.id);
    assert_eq!(&*kept.prompt, "Mine?");
    assert!(made.enemies.iter().all(|enemy| kept.enemies.contains(enemy)), "{:?}", kept.enemies);
    assert_eq!(by_id(&bank, "none").enemies.len(), 0);
}

#[test]
fn pins_for_what_is_not_there_are_told_with_their_place() {
    let id = a_choice("A6").id;
    assert_eq!(
        told(&format!("Pins(\n reject: {{\"nothing-like-it\": \"x\"}},\n reword: {{\"{id}s\": ()}})")),
        [
            "talks.ron: line 2, column 30: no question \"nothing-like-it\" is made from this table: take the pin out"
                .to_owned(),
            format!(
                "talks.ron: line 3, column {}: no question \"{id}s\" is made from this table: did you mean `{id}`?",
                16 + id.len()
            ),
        ]
    );
    assert_eq!(
        told("(add: {\"speaker\": [(id: \"a\", prompt: \"?\", answer: TrueFalse(true))]})"),
        ["talks.ron: line 1, column 19: there is no bank \"speaker\": did you mean `speakers`?"]
    );
    assert_eq!(
        told(&format!("(add: {{\"speakers\": [(id: \"{id}\", prompt: \"?\", answer: TrueFalse(true))]}})")),
        [format!("talks.ron: line 1, column 26: the id \"{id}\" is used twice: give each its own")]
    );
    let twice = told(&format!("(reword: {{\"{id}\": ()}},\nreject: {{\"{id}\": \" \"}})"));
    let place = format!("talks.ron: line 2, column {}: ", 14 + id.len());
    assert_eq!(
        twice,
        [
            format!("{place}the question \"{id}\" is pinned twice: keep one of the pins"),
            format!("{place}the reason is blank: write one"),
        ]
    );
    let number = generate(&table())
        .remove(0)
        .questions
        .into_iter()
        .find(|question| matches!(question.answer, Answer::Number { .. }));
    let id = number.expect("a number").id;
    assert!(
        told(&format!("(reword: {{\"{id}\": (distractors: [\"x\"])}})"))[0]
            .contains("has no distractors: take `distractors` out")
    );
}

#[test]
fn pins_that_cannot_be_read_are_told() {
    assert_eq!(told(""), ["talks.ron: line 1, column 1: there is nothing in this file"]);
    assert_eq!(
        told("Pins(kep: [])"),
        ["talks.ron: line 1, column 6: `kep` is not a field of Pins: did you mean `keep`?"]
    );
    assert_eq!(
        told("Pins(\n  keep: [Question(id: \"a\"])"),
        ["talks.ron: line 2, column 26: expected a closing bracket `)`"]
    );
}

#[test]
fn a_key_that_its_facts_do_not_bear_out_is_told() {
    let check = |answer: &str, facts: &str, is_told: bool| {
        let pins = format!("(add: {{\"speakers\": [(id: \"m\", prompt: \"?\", answer: {answer}, facts: [{facts}])]}})");
        let told = told(&pins);
        assert_eq!(told.iter().any(|told| told.contains("is not what its facts say")), is_told, "{answer}: {told:?}");
        assert_eq!(told.len(), usize::from(is_told), "{answer}: {told:?}");
    };
    let a6 = "\"A6\"";
    for key in ["Sweden", "sweden", "Hannes Alfvén", "Alfvén", "1958", "a neutral kingdom"] {
        check(&format!("Choice(correct: \"{key}\", distractors: [\"x\"])"), a6, false);
    }
    for key in ["Germany", "the USA", "Edward Teller", "1957", "33"] {
        check(&format!("Choice(correct: \"{key}\", distractors: [\"x\"])"), a6, true);
    }
    check("Choices(correct: [\"Sweden\", \"USA\"], distractors: [\"x\"])", a6, true);
    check("Choices(correct: [\"Sweden\", \"USA\"], distractors: [\"x\"])", "\"A6\", \"A10\"", false);
    check("Text(accept: [\"Teller\", \"Edward Teller\"])", a6, false);
    check("Text(accept: [\"Edward Teller\"])", a6, true);
    check("Number(value: 34)", "\"A11\"", false);
    check("Number(value: 36)", "\"A11\"", true);
    check("Match(pairs: [(\"Hannes Alfvén\", \"Sweden\"), (\"x\", \"y\")])", a6, false);
    check("Match(pairs: [(\"Hannes Alfvén\", \"Germany\"), (\"x\", \"y\")])", a6, true);
    check("TrueFalse(true)", a6, false);
    check("Cloze(text: \"Alfvén spoke for {Sweden} in {1958|1957}, {softly}.\")", a6, false);
    check("Cloze(text: \"Alfvén spoke for {the USA}.\")", a6, true);
    check("Cloze(text: \"Alfvén spoke in {1957|1958}.\")", a6, true);
    check("Categorise(groups: {\"Sweden\": [\"Alfvén\"], \"north\": [\"x\"]})", a6, false);
    check("Categorise(groups: {\"USA\": [\"Alfvén\"], \"north\": [\"x\"]})", a6, true);
    let unknown = told("(add: {\"speakers\": [(id: \"m\", prompt: \"?\", answer: TrueFalse(true), facts: [\"A7\"])]})");
    assert_eq!(unknown, ["talks.ron: line 1, column 77: there is no fact \"A7\": did you mean `A6`?"]);
}

#[test]
fn a_distractor_that_is_another_name_of_the_key_is_told() {
    let told_of = |answer: &str| {
        told(&format!("(add: {{\"speakers\": [(id: \"m\", prompt: \"?\", answer: {answer}, facts: [\"A6\"])]}})"))
    };
    let [problem] = &told_of("Choice(correct: \"Hannes Alfvén\", distractors: [\"alfvén\", \"Edward Teller\"])")[..]
    else {
        panic!("one problem");
    };
    assert!(
        problem.ends_with("\"alfvén\" is right by its facts, and stands among the distractors: write another"),
        "{problem}"
    );
    assert_eq!(told_of("Choice(correct: \"Hannes Alfvén\", distractors: [\"Teller\", \"Edward Teller\"])"), [""; 0]);
    assert_eq!(told_of("Choices(correct: [\"Sweden\"], distractors: [\"the Sweden\"])").len(), 1);
}

#[test]
fn all_mistakes_of_pins_are_told_in_one_run() {
    assert_eq!(
        told("Pins(\n  reject = {\"a\": \"x\"}\n  kep: [],\n  colour: 1,\n)"),
        [
            "talks.ron: line 2, column 10: expected a colon: write `:` instead of `=`",
            "talks.ron: line 3, column 3: expected a comma",
            "talks.ron: line 3, column 3: `kep` is not a field of Pins: did you mean `keep`?",
            "talks.ron: line 4, column 3: `colour` is not a field of Pins: it has `keep`, `reword`, `reject` and `add`",
        ]
    );
}

/// A question that joins the speakers, with this prompt and answer on these facts.
fn added(prompt: &str, answer: &str, facts: &str) -> String {
    format!(
        "Pins(add: {{\"speakers\": [Question(id: \"x\", prompt: \"{prompt}\", answer: {answer}, facts: [{facts}])]}})"
    )
}

/// The codes of what is told of it.
fn codes_of(prompt: &str, answer: &str, facts: &str) -> Vec<&'static str> {
    pinned(&added(prompt, answer, facts)).1.iter().map(TableDiagnostic::code).collect()
}

#[test]
fn a_statement_in_the_tables_words_is_judged_by_the_table() {
    for (statement, facts, is_true) in [
        ("Hannes Alfvén spoke for Sweden in 1958.", "\"A6\"", true),
        ("hannes alfvén  spoke for Sweden in 1958.", "\"A6\"", true),
        ("Hannes Alfvén spoke for the USA in 1958.", "\"A6\"", false),
        ("Edward Teller spoke for Sweden in 1958.", "\"A6\"", false),
        ("Hannes Alfvén spoke for Sweden in 1957.", "\"A6\", \"A11\"", false),
        ("Hannes Alfvén filled 33 volumes.", "\"A11\"", true),
        ("Hannes Alfvén filled 40 volumes.", "\"A11\"", false),
    ] {
        assert_eq!(codes_of(statement, &format!("TrueFalse({is_true})"), facts), Vec::<&str>::new(), "{statement}");
        assert_eq!(codes_of(statement, &format!("TrueFalse({})", !is_true), facts), ["false-claim"], "{statement}");
    }
}

#[test]
fn a_statement_in_other_words_is_not_judged() {
    for statement in ["Sweden was not represented.", "Alfvén spoke for Norway in 1958.", "Hannes Alfvén spoke in 1958."]
    {
        for answer in ["TrueFalse(true)", "TrueFalse(false)"] {
            assert_eq!(codes_of(statement, answer, "\"A6\""), Vec::<&str>::new(), "{statement}");
        }
    }
}

#[test]
fn an_order_is_judged_by_the_dates_of_its_facts() {
    let dated = TABLE.replace(
        "subject: \"alfven\", object: \"sweden\", when: 1958",
        "subject: \"alfven\", object: \"sweden\", when: 1955",
    );
    let table = read(&dated, &|_| Err(String::new())).table.expect("a table");
    let told = |prompt: &str, items: &str| -> Vec<String> {
        let text = added(prompt, &format!("Order(items: [{items}])"), "\"A6\", \"A8\", \"A10\"");
        let pins = pins_of(&text).pins;
        pins.apply(&table, generate(&table), &text, "talks.ron")
            .1
            .iter()
            .map(|problem| problem.problem.message())
            .collect()
    };
    let (alfven, teller, biermann) = ("\"Alfvén speaks\"", "\"Edward Teller speaks\"", "\"Ludwig Biermann speaks\"");
    assert_eq!(
        told("Put these in order.", &format!("{teller}, {alfven}, {biermann}")),
        ["by the table, \"Alfvén speaks\" was before \"Edward Teller speaks\""]
    );
    assert_eq!(told("Put these in order.", &format!("{teller}, {biermann}, {alfven}")).len(), 1);
    assert_eq!(
        told("Put these in order, the latest first.", &format!("{teller}, {biermann}, {alfven}")),
        Vec::<String>::new()
    );
    assert_eq!(told("Put these in order.", &format!("{alfven}, {teller}, {biermann}")), Vec::<String>::new());
    assert_eq!(told("Put these in order.", "\"A talk\", \"Another\", \"A third\""), Vec::<String>::new());
}

#[test]
fn all_mistakes_of_a_file_are_told_in_one_run_and_cost_no_other_pin() {
    let good = "Question(id: \"good\", prompt: \"Hannes Alfvén spoke for the USA in 1958.\", answer: TrueFalse(true), facts: [\"A6\"])";
    let pins = format!(
        "Pins(\n keep: [\n  Question(id: \"k\", promt: \"?\", answr: TrueFalse(true)),\n  Question(id: \"gone\", prompt: \"?\", \
         answer: TrueFalse(true)),\n ],\n reword: {{\"a\": Reword(promt: \"?\"), \"b\": Reword(prompt: \"?\")}},\n \
         reject: {{\"c\": 7, \"d\": \"So.\", \"e\": \"\"}},\n add: {{\"speakers\": [\n  Question(id: \"x\" prompt: \"?\", answer: \
         TrueFalse(true)),\n  {good},\n ], \"speaker\": []}},\n)"
    );
    let (bank, problems) = pinned(&pins);
    let lines = LineIndex::new(&pins);
    let told: Vec<(usize, &str)> =
        problems.iter().map(|problem| (lines.place(problem.span.start).line, problem.code())).collect();
    let expected = [
        (3, "unknown-field"),
        (3, "unknown-field"),
        (6, "unknown-field"),
        (7, "syntax"),
        (7, "blank"),
        (9, "syntax"),
        (4, "not-generated"),
        (6, "not-generated"),
        (7, "not-generated"),
        (7, "not-generated"),
        (10, "false-claim"),
        (11, "unknown-name"),
    ];
    assert_eq!(told, expected);
    assert!(bank.questions.iter().any(|question| &*question.id == "good"));
}
