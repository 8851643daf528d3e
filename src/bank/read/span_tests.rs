//! Each problem is told with the bytes that it is about: the value, the word or the text that is wrong, whole.

use crate::bank::{Quietly, check};

const BANK: &str = r#"Bank(
    format: 1, id: "b", title: "B", sources: {"n": Source(title: "N")},
    questions: [
        Question(
            id: "q", prompt: "Which?",
            answer: Choice(correct: "a", distractors: ["b", "c d"]),
            explanation: "E", cite: Cite("n", "1"), points: 1,
        ),
    ],
)"#;

/// What is told of the bank with `from` replaced by `to`: each code, and the underlined text.
fn check_spans(from: &str, to: &str, expected: &[(&str, &str)]) {
    assert!(BANK.contains(from), "{from}");
    let text = BANK.replacen(from, to, 1);
    for text in [text.clone(), format!("\u{feff}{text}"), text.replace('\n', "\r\n")] {
        let problems = check(&text, &Quietly);
        let told: Vec<(&str, &str)> =
            problems.iter().map(|problem| (problem.code(), &text[problem.span.clone()])).collect();
        assert_eq!(told, expected, "{to}");
    }
}

#[test]
fn what_the_rules_find_is_told_with_the_whole_value() {
    check_spans("", "", &[]);
    check_spans("\"c d\"", "\"none of these\"", &[("none-of-the-above", "\"none of these\"")]);
    check_spans("[\"b\", \"c d\"]", "[]", &[("no-distractor", "[]")]);
    check_spans("points: 1", "points: -2.5", &[("out-of-range", "-2.5")]);
    check_spans("Cite(\"n\"", "Cite(\"m\"", &[("unknown-source", "\"m\"")]);
    check_spans("title: \"B\"", "title: \" \"", &[("blank", "\" \"")]);
    check_spans("explanation: \"E\", ", "", &[("missing-explanation", "Question")]);
}

#[test]
fn mistakes_of_writing_are_told_with_the_word_or_sign() {
    check_spans("prompt:", "promt:", &[("unknown-field", "promt")]);
    check_spans("points: 1", "points: one", &[("syntax", "one")]);
    check_spans("prompt: \"Which?\",", "", &[("missing-field", "Question")]);
    check_spans("\"Which?\",", "\"Which?\";", &[("syntax", ";")]);
    check_spans("Choice(", "Choise(", &[("unknown-kind", "Choise")]);
    check_spans("format: 1", "format: 12", &[("newer-format", "12")]);
    check_spans("format: 1, ", "", &[("missing-field", "Bank")]);
}

#[test]
fn a_text_that_never_ends_is_told_as_far_as_its_line() {
    let text = "Bank(format: 1, id: \"b\", title: \"B  \n)";
    let problems = check(text, &Quietly);
    let told: Vec<&str> = problems.iter().map(|problem| &text[problem.span.clone()]).collect();
    assert_eq!(told, ["\"B"]);
}
