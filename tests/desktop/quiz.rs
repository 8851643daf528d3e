//! The quiz that the tests take, and what the key `1` answers in it.

use crate::program::Row;

/// How many questions the bank has: one of each kind.
pub const QUESTION_COUNT: usize = 5;

/// A bank with every kind of question. `1` is right for the number and wrong for the text, so some come twice.
pub fn bank(id: &str) -> String {
    format!(
        r#"Bank(format: 1, id: "{id}", title: "The bank {id}", questions: [
    Question(id: "choice", prompt: "Which one?", answer: Choice(correct: "this", distractors: ["that", "those"])),
    Question(id: "choices", prompt: "Which ones?", answer: Choices(correct: ["red", "blue"], distractors: ["seven"])),
    Question(id: "true-false", prompt: "Is it so?", answer: TrueFalse(false)),
    Question(id: "number", prompt: "How many?", answer: Number(value: 1, unit: "MJ")),
    Question(id: "text", prompt: "Where?", answer: Text(accept: ["Reykjavik"])),
])"#
    )
}

/// A bank of these questions.
pub fn bank_of(id: &str, questions: &str) -> String {
    format!("Bank(format: 1, id: \"{id}\", title: \"The bank {id}\", questions: [{questions}])")
}

/// A question to which anything can be typed; what is right does not matter.
pub const TYPED: &str = r#"Question(id: "typed", prompt: "Where?", answer: Text(accept: ["Reykjavik"]))"#;

/// What `1` answers to the question of a row: the first option, true, or what was typed.
pub fn answer_of_one(row: &Row) -> &str {
    match row.kind.as_str() {
        "choice" | "choices" => row.options.split("; ").next().unwrap(),
        "true_false" => "true",
        "number" | "text" => "1",
        other => panic!("the bank has no question of the kind {other}"),
    }
}
