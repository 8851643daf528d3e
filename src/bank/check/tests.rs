//! Every error of the checks, each with the words and the place that a teacher sees.

use crate::bank::{Quietly, read};
use crate::syntax::LineIndex;

/// Reads a bank whose second question has `fields` besides its id, and compares all that is told, without the line.
fn check(fields: &str, expected: &[&str]) {
    let text = format!(
        "Bank(format: 1, id: \"b\", title: \"B\", sources: {{\"newsline\": (title: \"N\"), \"report\": (title: \"R\")}}, questions: [\n\
         (id: \"a\", prompt: \"A?\", answer: TrueFalse(true)),\n({fields}),\n])"
    );
    let reading = read(&text, &Quietly);
    let lines = LineIndex::new(&text);
    let told: Vec<String> = reading.problems.iter().map(|problem| problem.line(&lines)).collect();
    let expected: Vec<String> = expected.iter().map(|words| format!("line 3, {words}")).collect();
    assert_eq!(told, expected, "{fields}");
    let kept = reading.bank.expect("a bank").questions.len();
    assert_eq!(kept, if expected.is_empty() { 2 } else { 1 }, "{fields}");
}

/// As [`check`], for a sound question with another answer.
fn check_answer(answer: &str, expected: &[&str]) {
    check(&format!("id: \"x\", prompt: \"X?\", answer: {answer}"), expected);
}

/// As [`check`], for a sound question with something more.
fn check_more(more: &str, expected: &[&str]) {
    check(&format!("id: \"x\", prompt: \"X?\", answer: TrueFalse(true), {more}"), expected);
}

#[test]
fn blank_ids_and_prompts_are_errors() {
    check("id: \" \", prompt: \"X?\", answer: TrueFalse(true)", &["column 6: the id is blank: write one"]);
    check(
        "id: \"x\", prompt: \"\\n\", answer: TrueFalse(true)",
        &["column 19: question \"x\": the prompt is blank: write one"],
    );
}

#[test]
fn an_id_used_twice_is_told_at_the_later_place() {
    check(
        "id: \"a\", prompt: \"X?\", answer: TrueFalse(true)",
        &["column 6: question \"a\": the id \"a\" is used twice: give each its own"],
    );
}

#[test]
fn choices_need_keys_and_something_to_choose_from() {
    check_answer(
        "Choice(correct: \"a\", distractors: [])",
        &["column 67: question \"x\": there is nothing to choose from: add at least one distractor"],
    );
    check_answer(
        "Choices(correct: [], distractors: [\"a\"])",
        &["column 50: question \"x\": no option is marked as correct: name at least one in `correct`"],
    );
    check_answer(
        "Choice(correct: \" \", distractors: [\"a\", \"\"])",
        &[
            "column 49: question \"x\": the correct option is blank: write one",
            "column 73: question \"x\": the distractor is blank: write one",
        ],
    );
    check_answer("Choices(correct: [\"a\"])", &[]);
}

#[test]
fn options_that_a_learner_cannot_tell_apart_are_errors() {
    check_answer(
        "Choice(correct: \"a\", distractors: [\"b\", \"c\", \" B \"])",
        &["column 78: question \"x\": two options are alike: \" B \""],
    );
    check_answer(
        "Choice(correct: \"JET\", distractors: [\"ITER\", \"jet\"])",
        &["column 78: question \"x\": \"jet\" is both a distractor and correct: keep it in one place"],
    );
    check_answer(
        "Choices(correct: [\"caf\u{e9}\", \"cafe\u{301}\"], distractors: [\"cafe\"])",
        &["column 59: question \"x\": two options are alike: \"cafe\u{301}\""],
    );
    check_answer("Choice(correct: \"5,0\", distractors: [\"50\", \"5.0\", \"5 0\", \"-5.0\"])", &[]);
}

#[test]
fn numbers_must_be_finite_and_tolerances_not_negative() {
    check_answer("Number(value: inf)", &["column 47: question \"x\": `value` is inf: it must be a finite number"]);
    check_answer("Number(value: NaN)", &["column 47: question \"x\": `value` is NaN: it must be a finite number"]);
    check_answer(
        "Number(value: 1, tolerance: -0.5)",
        &["column 61: question \"x\": `tolerance` is -0.5: it must be 0 or more"],
    );
    check_answer(
        "Number(value: 1, tolerance: inf)",
        &["column 61: question \"x\": `tolerance` is inf: it must be 0 or more"],
    );
    check_answer("Number(value: -1e300, tolerance: 0, unit: \"MJ\", unit_required: true)", &[]);
}

#[test]
fn texts_need_an_accepted_answer() {
    check_answer(
        "Text(accept: [])",
        &["column 46: question \"x\": no answer is accepted: name at least one in `accept`"],
    );
    check_answer(
        "Text(accept: [\"a\", \" \"])",
        &["column 52: question \"x\": the accepted answer is blank: write one"],
    );
}

#[test]
fn points_difficulty_and_hint_cost_stay_in_range() {
    for points in ["0", "-1", "inf", "NaN"] {
        check_more(
            &format!("points: {points}"),
            &[&format!("column 58: question \"x\": `points` is {points}: it must be above 0")],
        );
    }
    check_more("difficulty: 1.1", &["column 62: question \"x\": `difficulty` is 1.1: it must be 0 to 1"]);
    check_more("difficulty: NaN", &["column 62: question \"x\": `difficulty` is NaN: it must be 0 to 1"]);
    check_more("hint_cost: -0.1", &["column 61: question \"x\": `hint_cost` is -0.1: it must be 0 to 1"]);
    check_more("points: 0.5, difficulty: 1, hint_cost: 0", &[]);
}

#[test]
fn cited_sources_must_be_the_banks() {
    check_more(
        "cite: Cite(\"newslin\", \"J14\")",
        &[
            "column 61: question \"x\": the source \"newslin\" is not among the bank's sources: did you mean `newsline`?",
        ],
    );
    check_more(
        "cite: [(\"report\"), Cite(\"other\", \"1\")]",
        &["column 74: question \"x\": the source \"other\" is not among the bank's sources"],
    );
    for _ in 0..20 {
        let text = "(format: 1, id: \"b\", title: \"B\", sources: {\"s2\": (title: \"\"), \"s1\": (title: \"\"), \"s3\": (title: \"\")}, \
                    questions: [(id: \"x\", prompt: \"X?\", answer: TrueFalse(true), cite: \"s\")])";
        let told = read(text, &Quietly).problems[0].line(&LineIndex::new(text));
        assert!(told.ends_with("did you mean `s2`?"), "{told}");
    }
    check_more("cite: \"other\"", &["column 56: question \"x\": the source \"other\" is not among the bank's sources"]);
    check_more("cite: [(\"report\", \"p. 2\"), (\"newsline\")]", &[]);
}

#[test]
fn pictures_must_stay_in_the_banks_folder() {
    let outside = |column: u32, path: &str| {
        format!(
            "column {column}: question \"x\": the picture \"{path}\" is outside the bank's folder: put it beside the bank"
        )
    };
    check_more("explanation: \"![a](../b.png)\"", &[&outside(63, "../b.png")]);
    check_more("hints: [\"h\", \"![a](/b.png)\"]", &[&outside(63, "/b.png")]);
    check_more("feedback: {\"k\": \"![a](c:b.png)\"}", &[&outside(66, "c:b.png")]);
    check_answer(
        "Choice(correct: \"a\", distractors: [\"![a](//h/b.png)\"])",
        &["column 68: question \"x\": the picture \"//h/b.png\" has an address, and nothing is ever fetched from the \
           network: save it beside the bank, and name the file"],
    );
    check_more("explanation: \"![a](pictures/b.png)\"", &[]);
}

#[test]
fn a_question_with_two_faults_is_told_of_both() {
    check(
        "id: \"x\", prompt: \"\", answer: TrueFalse(true), points: 0",
        &[
            "column 19: question \"x\": the prompt is blank: write one",
            "column 56: question \"x\": `points` is 0: it must be above 0",
        ],
    );
}
