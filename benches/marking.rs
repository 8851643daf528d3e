//! How long it takes to mark one response of each kind. Checks no marks; `tests/marking` does.

use divan::{Bencher, black_box};
use torus::bank::Question;
use torus::sitting::{Response, grade, grade_written};

fn main() {
    divan::main();
}

/// A name, an answer as a teacher writes it, and a response as files write it.
const CASES: [(&str, &str, &str); 19] = [
    ("choice", r#"Choice(correct: "2011", distractors: ["1997", "2001", "2022"])"#, "2011"),
    ("choices", r#"Choices(correct: ["Japan", "USA"], distractors: ["China", "India"])"#, "Japan; China"),
    ("true_false", "TrueFalse(true)", "true"),
    ("number bare", r#"Number(value: 59, tolerance: 0.5, unit: "MJ")"#, "59"),
    ("number with unit", r#"Number(value: 59, tolerance: 0.5, unit: "MJ")"#, "5.9×10^7 J"),
    ("number with compound unit", r#"Number(value: 10, unit: "m/s")"#, "36 kilometres per hour"),
    ("number with other words", r#"Number(value: 210, unit: "pages")"#, "210 Page"),
    ("text", r#"Text(accept: ["Hannes Alfvén", "Alfvén"])"#, "alfven"),
    ("text with a slip", r#"Text(accept: ["Reykjavik"], typos: 1)"#, "Reykjavk"),
    (
        "text with forms refused",
        r#"Text(accept: ["Reykjavik", "Reikiavik"], typos: 2, reject: ["Keflavik"])"#,
        "Reykjvik",
    ),
    ("number of two units", r#"Number(value: 70, unit: "in")"#, "5 ft 10 in"),
    ("text that is wrong", r#"Text(accept: ["Reykjavik"], typos: 1)"#, "Geneva, in Switzerland"),
    ("order", r#"Order(items: ["JET", "MAST", "ITER", "STEP"])"#, "JET; ITER; MAST; STEP"),
    ("match", r#"Match(pairs: [("Alfvén", "Sweden"), ("Fermi", "Italy")], extra: ["Norway"])"#, "Alfvén = Sweden"),
    ("cloze", r#"Cloze(text: "Sited at {Culham}, near {Oxford ~ Reading}.")"#, "culham; Oxford"),
    ("categorise", r#"Categorise(groups: {"Machines": ["JET", "ITER"], "Places": ["Culham"]})"#, "JET = Machines"),
    ("hotspot", SPOTS, "pump"),
    ("calculated", r#"Calculated(variables: {"E": Values([22])}, value: "E / 3", unit: "MW")"#, "7.33 MW"),
    ("recall", r#"Recall(answer: "59 MJ")"#, "right"),
];

const SPOTS: &str = r#"Hotspot(image: "a.png", spots: [Spot(name: "pump", shape: Circle(x: 0.2, y: 0.2, r: 0.1)),
    Spot(name: "coil", shape: Circle(x: 0.5, y: 0.5, r: 0.1)), Spot(name: "wall", shape: Circle(x: 0.8, y: 0.8, r: 0.1))],
    correct: ["pump"])"#;
/// A book in the field: so many signs, as an answer to each kind. None may take more than 10 ms.
const SIGNS: usize = 10_000;

fn question(answer: &str) -> Question {
    ron::from_str(&format!(r#"Question(id: "q", prompt: "What?", answer: {answer})"#)).expect("reads")
}

fn case(name: &str) -> (Question, &'static str) {
    let (_, answer, written) = CASES.into_iter().find(|case| case.0 == name).expect("the name comes from the cases");
    (question(answer), written)
}

/// `part` over and over.
fn ten_thousand(part: &str) -> String {
    part.chars().cycle().take(SIGNS).collect()
}

/// Signs that mean something in one kind or another.
#[divan::bench(args = CASES.map(|(name, ..)| name))]
fn ten_thousand_signs_of_all_sorts(bencher: Bencher, name: &str) {
    let (question, _) = case(name);
    let written = ten_thousand("5½ × é; a = \u{200b}");
    bencher.bench_local(|| grade_written(black_box(&question), black_box(&written)));
}

/// The answer of the kind itself over and over, as parts.
#[divan::bench(args = CASES.map(|(name, ..)| name))]
fn ten_thousand_signs_of_the_answer(bencher: Bencher, name: &str) {
    let (question, written) = case(name);
    let written = ten_thousand(&format!("{written}; "));
    bencher.bench_local(|| grade_written(black_box(&question), black_box(&written)));
}

#[divan::bench(args = CASES.map(|(name, ..)| name))]
fn mark(bencher: Bencher, name: &str) {
    let (question, written) = case(name);
    let response = Response::from_written(&question, written).expect("fits");
    bencher.bench_local(|| grade(black_box(&question), black_box(&response)));
}
