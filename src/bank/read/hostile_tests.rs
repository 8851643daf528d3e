//! What reading makes of text that gives no bank, and of text that was written to harm.

use crate::bank::{Problem, Quietly, check, read};
use crate::syntax::LineIndex;

/// Reads text that gives no bank.
fn check_no_bank(text: &str, expected: &str) {
    let reading = read(text, &Quietly);
    assert_eq!(reading.bank.expect_err(text).line(&LineIndex::new(text)), expected, "{text}");
}

/// What a file with something else in it is told.
const ONE_BANK: &str = "begin with `Bank(`, and write the questions into its list `questions: […]`";

fn with_questions(questions: &str) -> String {
    format!("Bank(\n  format: 1, id: \"b\", title: \"B\",\n  questions: [\n{questions}\n  ],\n)\n")
}

#[test]
fn a_bad_head_gives_no_bank_and_says_where() {
    check_no_bank("", "line 1, column 1: there is nothing in this file: `torus new` writes a bank to start from");
    check_no_bank(
        "// a comment\n",
        "line 1, column 1: there is nothing in this file: `torus new` writes a bank to start from",
    );
    check_no_bank("[1, 2]", &format!("line 1, column 1: expected an opening bracket `(` of `Bank`: {ONE_BANK}"));
    check_no_bank("Quiz(id: 1)", &format!("line 1, column 1: expected `Bank`, found `Quiz`: {ONE_BANK}"));
    check_no_bank(
        "// Facts.\nFactTable(format: 1)",
        "line 2, column 1: expected `Bank`, found `FactTable`: this is a fact table, which banks are made from: use `torus generate` with it",
    );
    check_no_bank(
        "Pins(keep: [])",
        "line 1, column 1: expected `Bank`, found `Pins`: these are the pins of a fact table: use `torus generate` with the table",
    );
    check_no_bank("hello", &format!("line 1, column 1: expected `Bank`, found `hello`: {ONE_BANK}"));
    check_no_bank(
        "Bank(format: 1, id: \"b\", questions: [])",
        "line 1, column 1: `title` is missing: every Bank needs one",
    );
    check_no_bank(
        "Bank(id: \"b\", title: \"B\", questions: [])",
        "line 1, column 1: `format` is missing: every Bank needs one",
    );
    check_no_bank(
        "Bank(format: 1, title: \"B\", questions: [])",
        "line 1, column 1: `id` is missing: every Bank needs one",
    );
    check_no_bank(
        "Bank(format: 1, id: \"b\", title: \"B\")",
        "line 1, column 1: `questions` is missing: every Bank needs one",
    );
    check_no_bank(
        "Bank(format: 1, id: \"b\",\n  titel: \"B\", questions: [])",
        "line 2, column 3: `titel` is not a field of Bank: did you mean `title`?",
    );
    check_no_bank(
        "Bank(format: 1, id: \"b\", title: \"B\", id: \"b\", questions: [])",
        "line 1, column 38: `id` is written twice: keep one of them",
    );
    check_no_bank(
        "Bank(format: 1, id: \"b\", title: \"B\", questions: [], questions: [])",
        "line 1, column 53: `questions` is written twice: keep one of them",
    );
    check_no_bank(
        "Bank(format: 1, id: \"b,\n title: \"B\", questions: [])",
        "line 1, column 21: expected a closing quotation mark",
    );
    check_no_bank(
        "Bank(format: 1, id: \"b\", title: \" \", questions: [])",
        "line 1, column 33: the title is blank: write one",
    );
    check_no_bank(
        "Bank(format: 1, id: \"\", title: \"B\", questions: [])",
        "line 1, column 21: the id is blank: write one",
    );
    check_no_bank("Bank(format: 1, id: \"b\" title: \"B\", questions: [])", "line 1, column 25: expected a comma");
}

#[test]
fn places_after_the_questions_are_those_of_the_whole_file() {
    let text = "Bank(format: 1, id: \"b\", title: \"B\", questions: [\n(id: 7),\n],\n  licens: \"é\")";
    check_no_bank(text, "line 4, column 3: `licens` is not a field of Bank: did you mean `licence`?");
}

#[test]
fn another_format_is_refused_whatever_else_the_file_holds() {
    let newer = |found: u64| Problem::NewerFormat { found };
    for (text, fault) in [
        ("Bank(format: 2, id: \"b\", title: \"B\", questions: [])", newer(2)),
        ("Bank(novel: {1: [2, 3]}, questions: (\"?\"), format: 99999999999)", newer(99_999_999_999)),
        ("(questions: [Question(id: \"a\", novel: 1)], format: 3)", newer(3)),
        ("#![enable(implicit_some)]\n(format: 2)", newer(2)),
        ("Bank(format: 0, id: \"b\", title: \"B\", questions: [])", Problem::UnknownFormat { found: 0 }),
    ] {
        assert_eq!(read(text, &Quietly).bank.expect_err(text).problem, fault, "{text}");
    }
    check_no_bank("(format: -1, id: \"b\")", "line 1, column 10: the number is too large or below 0");
    check_no_bank(
        "(format: \"1\", id: \"b\")",
        "line 1, column 10: expected a whole number: write it in digits, without quotation marks",
    );
}

#[test]
fn hostile_nesting_gets_a_message() {
    for bracket in ["(", "[", "{", "Some(", "/*", "(a:", "[[(", "Question("] {
        let nest = bracket.repeat(100_000);
        for text in [nest.clone(), with_questions(&nest), with_questions(&format!("(id: \"x\", prompt: {nest}"))] {
            let reading = read(&text, &Quietly);
            assert!(reading.bank.is_err() || !reading.problems.is_empty(), "{bracket}");
        }
    }
    let deep = format!("(id: \"x\", prompt: {}{})", "[".repeat(100_000), "]".repeat(100_000));
    let text = with_questions(&deep);
    let reading = read(&text, &Quietly);
    let told: Vec<String> = reading.problems.iter().map(|problem| problem.line(&LineIndex::new(&text))).collect();
    assert_eq!(told, ["line 4, column 50: question \"x\": brackets are nested more than 32 deep"]);
}

/// No time is asserted, for machines differ; but whoever makes reading quadratic will wait here for minutes.
#[test]
fn hostile_repetition_is_read_to_its_end() {
    #[rustfmt::skip]
    let units = [
        "(", "(id:", "Question(", "]", "]/*", "/*", "\"", "r#\"", "(id:\"x", "](", "![", ",", ":", "quizzes:[", "](id:", "(id:7),",
        "(id:\"x\",prompt:\"![", "é", "\\", "'", "    (", "(id:\"a\",prompt:\"b\",answer:Text(accept:[])),",
    ];
    for unit in units {
        let heap = unit.repeat(60_000 / unit.len());
        let quoted = format!("(id: \"x\", prompt: \"{heap}\", answer: TrueFalse(true)), (id: 7)");
        for text in [with_questions(&heap), with_questions(&quoted)] {
            let reading = read(&text, &Quietly);
            assert!(reading.bank.is_err() || !reading.problems.is_empty(), "{unit}");
        }
    }
}

#[test]
fn a_field_of_the_bank_without_its_value_is_told() {
    check_no_bank(
        "Bank(\n  format: , id: \"b\", title: \"B\", questions: [])",
        "line 2, column 11: expected a whole number",
    );
}

#[test]
fn an_option_without_a_word_is_checked() {
    let question = "(id: \"q\", prompt: \"Which sign?\", answer: Choice(correct: \"+\", distractors: [\"-\", \"!\"]), explanation: \"E.\")";
    assert_eq!(check(&with_questions(question), &Quietly), []);
}
