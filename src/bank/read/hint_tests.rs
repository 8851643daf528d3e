//! Slips of people who are new to RON are told with what to write instead.

use crate::bank::{Quietly, read};
use crate::syntax::LineIndex;

/// Reads a bank with this question in it; the one message about it, without the line.
fn check(question: &str, expected: &str) {
    let text = format!("Bank(format: 1, id: \"b\", title: \"B\", questions: [\n{question}\n])");
    let lines = LineIndex::new(&text);
    let told: Vec<String> = read(&text, &Quietly).problems.iter().map(|problem| problem.line(&lines)).collect();
    assert_eq!(told, [format!("line 2, column {expected}")], "{question}");
}

fn check_answer(answer: &str, expected: &str) {
    let question = format!("(id: \"x\", prompt: \"X?\", answer: {answer}, hint_cost: 0)");
    let (column, message) = expected.split_once(": ").expect("a column");
    check(&question, &format!("{column}: question \"x\": {message}"));
}

#[test]
fn signs_that_only_look_right_are_named() {
    check(
        "(id: \"x\", prompt: “X?”, answer: TrueFalse(true))",
        "19: question \"x\": expected text in quotation marks: these quotation marks are curly ones: write straight ones, `\"`",
    );
    check_answer("Text(accept: ['a'])", "47: expected text in quotation marks: write double quotation marks, `\"`");
    check("(id： \"x\")", "4: expected a colon: this colon is a wide one: write `:`");
    check(
        "(id: \"x\", # a note\nprompt: \"X?\", answer: TrueFalse(true))",
        "11: question \"x\": `#` cannot stand here: a note for yourself begins with `//`",
    );
    check("(id = \"x\", prompt: \"X?\", answer: TrueFalse(true))", "5: expected a colon: write `:` instead of `=`");
    check(
        "(id: \"x\"; prompt: \"X\", answer: TrueFalse(true))",
        "9: question \"x\": expected a comma: write `,` instead of `;`",
    );
    check(
        "(\u{a0}id: \"x\")",
        "2: question \"x\": expected the name of a field: the space here is a special one: delete it, and type a plain one",
    );
    check(
        "(\u{200b}id: \"x\")",
        "2: question \"x\": expected the name of a field: an invisible sign stands here: delete it, or type the line anew",
    );
}

#[test]
fn signs_of_other_scripts_and_languages_are_named() {
    check("(id: \"x\"， prompt: \"X?\")", "9: question \"x\": expected a comma: this comma is a wide one: write `,`");
    check("(id: \"x\"、 prompt: \"X?\")", "9: question \"x\": expected a comma: this comma is a wide one: write `,`");
    check_answer(
        "TrueFalse（true）",
        "42: expected an opening bracket `(`: this bracket is a wide one: write `(` or `)`",
    );
    check_answer(
        "Text(accept: [‘a’])",
        "47: expected text in quotation marks: write straight double quotation marks, `\"`",
    );
    check_answer(
        "Text(accept: [‚a‘])",
        "47: expected text in quotation marks: write straight double quotation marks, `\"`",
    );
    check(
        "(id: \"x\", <!-- a note -->\nprompt: \"X?\", answer: TrueFalse(true))",
        "11: question \"x\": expected the name of a field: a note for yourself begins with `//`",
    );
}

#[test]
fn values_of_another_type_are_told_how_to_write() {
    check_answer(
        "Number(value: \"5\")",
        "47: expected a number, with a point for decimals: write it in digits, without quotation marks",
    );
    check_answer("Number(value: 5 km)", "49: expected a comma: write the unit by itself, as in `unit: \"km\"`");
    check_answer("Number(value: 5 km/h)", "49: expected a comma: write the unit by itself, as in `unit: \"km/h\"`");
    check_answer("Number(value: 5 %)", "49: expected a comma: write the unit by itself, as in `unit: \"%\"`");
    check_answer(
        "Number(value: $5)",
        "47: expected a number, with a point for decimals: write the unit by itself, as in `unit: \"$\"`",
    );
    check_answer(
        "Number(value: 1 000)",
        "47: `1 000` is not how a number is written here: write `1000`, with nothing between the digits",
    );
    check_answer(
        "Number(value: −5)",
        "47: `−5` is not how a number is written here: write `-5`, with the plain minus `-` right before it",
    );
    check_answer("TrueFalse(True)", "43: expected `true` or `false`: write `true` in small letters");
    check_answer("TrueFalse(\"true\")", "43: expected `true` or `false`: take the quotation marks away");
    check_answer("TrueFalse(correct: true)", "43: expected `true` or `false`: write it alone, without a name");
    check_answer(
        "Choice(correct: Lake Como, distractors: [])",
        "49: expected text in quotation marks: write `\"Lake Como\"`",
    );
    check_answer(
        "Choice(correct: [\"a\"], distractors: [])",
        "49: expected text in quotation marks: it is one text and no list: take the brackets away",
    );
    check_answer(
        "Choice(correct: Some(\"a\"), distractors: [])",
        "49: expected text in quotation marks: write the value alone, without `Some(…)`",
    );
    check_answer(
        "Choice(correct: \"a\", distractors: \"b\")",
        "67: expected a list, which begins with `[`: a list stands between `[` and `]`",
    );
    check_answer(
        "Categorise(groups: [(\"A\", [\"a\"])])",
        "52: expected pairs in braces, which begin with `{`: write `{` and `}`, with a `:` in the middle of each pair",
    );
    check_answer(
        "Match(pairs: [\"a = b\"])",
        "47: expected an opening bracket `(`: write a pair as `(\"left\", \"right\")`",
    );
    check_answer(
        "Match(pairs: [[\"a\", \"b\"]])",
        "47: expected an opening bracket `(`: write `(` and `)` instead of these brackets",
    );
}

#[test]
fn names_that_only_differ_in_capitals_are_told() {
    check("question(id: \"x\")", "1: question \"x\": expected `Question`, found `question`: write `Question`");
}

#[test]
fn a_field_of_the_question_inside_an_answer_tells_of_a_bracket() {
    check_answer(
        "Choice(correct: \"a\", distractors: [\"b\"], explanation: \"c\")",
        "74: `explanation` is not a field of Choice: if it belongs to the question, close the bracket `)` of the answer before it",
    );
    check_answer("Choice(answer: \"a\")", "40: `answer` is not a field of Choice: it has `correct` and `distractors`");
    check_answer("true", "33: `true` is not a kind of answer that this Torus knows: write `TrueFalse(true)`");
}

#[test]
fn fields_need_their_names_plain() {
    let which = "expected the name of a field: write the name of the field before it, as in `name: value`";
    check_answer("Order([\"a\"])", &format!("39: {which}"));
    check_answer("Text(\"a\")", &format!("38: {which}"));
    check_answer("Calculated(variables: {\"a\": Range(1, 5)}, value: \"a\")", &format!("67: {which}"));
    check_answer(
        "Number(\"value\": 5)",
        "40: expected the name of a field: a field has no quotation marks around its name",
    );
    check_answer(
        "Number(value: 5,, unit: \"m\")",
        "49: expected the name of a field: one comma is enough: take this one away",
    );
}

#[test]
fn a_quotation_mark_inside_a_text_is_told_from_a_comma_that_is_missing() {
    check(
        "(id: \"x\", prompt: \"the \"old\" Rhine\", answer: TrueFalse(true))",
        "25: question \"x\": expected a comma: put a backslash before a quotation mark inside a text",
    );
    check("(id: \"x\" prompt: \"X?\", answer: TrueFalse(true))", "10: question \"x\": expected a comma");
    check_answer("Number(value: 5 unit: \"km\")", "49: expected a comma");
}
