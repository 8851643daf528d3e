//! How long it takes to mark one response of each kind. Checks no marks; `tests/marking` does.

use divan::{Bencher, black_box};
use torus::bank::Question;
use torus::sitting::{Response, grade};

fn main() {
    divan::main();
}

/// A name, an answer as a teacher writes it, and a response as files write it.
const CASES: [(&str, &str, &str); 10] = [
    ("choice", r#"Choice(correct: "2011", distractors: ["1997", "2001", "2022"])"#, "2011"),
    ("choices", r#"Choices(correct: ["Japan", "USA"], distractors: ["China", "India"])"#, "Japan; China"),
    ("true_false", "TrueFalse(true)", "true"),
    ("number bare", r#"Number(value: 59, tolerance: 0.5, unit: "MJ")"#, "59"),
    ("number with unit", r#"Number(value: 59, tolerance: 0.5, unit: "MJ")"#, "5.9×10^7 J"),
    ("number with compound unit", r#"Number(value: 10, unit: "m/s")"#, "36 kilometres per hour"),
    ("number with other words", r#"Number(value: 210, unit: "pages")"#, "210 Page"),
    ("text", r#"Text(accept: ["Hannes Alfvén", "Alfvén"])"#, "alfven"),
    ("text with a slip", r#"Text(accept: ["Reykjavik"], typos: 1)"#, "Reykjavk"),
    ("text that is wrong", r#"Text(accept: ["Reykjavik"], typos: 1)"#, "Geneva, in Switzerland"),
];

#[divan::bench(args = CASES.map(|(name, ..)| name))]
fn mark(bencher: Bencher, name: &str) {
    let (_, answer, written) = CASES.into_iter().find(|case| case.0 == name).expect("the name comes from the cases");
    let question: Question =
        ron::from_str(&format!(r#"Question(id: "q", prompt: "What?", answer: {answer})"#)).expect("reads");
    let response = Response::from_written(&question, written).expect("fits");
    bencher.bench_local(|| grade(black_box(&question), black_box(&response)));
}
