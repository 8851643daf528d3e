//! Any text as a bank: it is read and checked without a panic, and both say the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::collections::HashSet;
use torus_fuzz::bear_with_panics_that_are_caught;
use torus_fuzz::bank::{Diagnostic, Quietly, Severity, check, read};
use torus_fuzz::paper::{Met, Plan, draw};
use torus_fuzz::report::printed::{NoPictures, Papers, Printout};
use torus_fuzz::sitting::{grade_written, response};
use torus_fuzz::syntax::LineIndex;

fuzz_target!(init: { bear_with_panics_that_are_caught() }, |text: &str| {
    let reading = read(text, &Quietly);
    let checked = check(text, &Quietly);
    let is_error = |problem: &&Diagnostic| problem.severity() == Severity::Error;
    let told: Vec<&Diagnostic> = reading.problems.iter().chain(reading.bank.as_ref().err()).collect();
    let (read_errors, check_errors) =
        (told.iter().copied().filter(is_error).count(), checked.iter().filter(is_error).count());
    assert_eq!(read_errors, check_errors, "reading and checking count other errors");
    let lines = LineIndex::new(text);
    // In words, since a problem with a number that is none is not even equal to itself.
    let words: HashSet<String> = checked.iter().map(|problem| problem.line(&lines)).collect();
    assert!(told.iter().all(|problem| words.contains(&problem.line(&lines))), "reading tells what the check does not");
    for problem in &checked {
        assert!(text.get(problem.span.clone()).is_some(), "{problem:?}");
        let place = lines.place(problem.span.start);
        assert!(place.column <= lines.line(place.line).chars().count() + 2, "{problem:?}");
    }
    let Ok(bank) = reading.bank else { return };
    let paper = draw(&[&bank], &Plan::default(), &Met::new(), 7);
    assert_eq!(paper.items.len(), bank.questions.len(), "what is read can be asked");
    let printout = Printout { papers: Papers::One(&paper), banks: &[&bank], with_key: true, with_sheets: true, pictures: &NoPictures };
    let mut printed = Vec::new();
    printout.write_text(&mut printed).and_then(|()| printout.write_html(&mut printed)).expect("memory takes all");
    printout.write_json(&mut printed).expect("memory takes all");
    for item in &paper.items {
        // The key as it is shown: for texts it is every form, and so no response.
        let key = response::correct_parts(&item.question);
        assert!(!key.is_empty(), "{:?} has no key", item.question);
        let _ = grade_written(&item.question, &response::correct_written(&item.question));
    }
});
