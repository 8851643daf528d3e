//! That every code has its page, and that the examples on it are true.

use crate::bank::check::explain::*;
use crate::bank::{Diagnostic, PictureFault, PictureFinder, Problem, Quietly, check_with};
use std::collections::BTreeSet;

/// Every code that stands in the `match`es which name them.
fn codes_of_the_program() -> BTreeSet<&'static str> {
    let sources =
        [include_str!("../problem.rs"), include_str!("../../model/cloze.rs"), include_str!("../../lints/warning.rs")];
    let lines = sources.into_iter().flat_map(str::lines);
    let codes = lines.filter_map(|line| line.trim().split_once(" => \"")?.1.strip_suffix("\","));
    codes.filter(|code| *code != Problem::Cancelled.code()).chain(OF_FILES.iter().copied()).collect()
}

/// What is told of files that no bank can be read from.
const OF_FILES: &[&str] = &["not-a-file", "not-text", "too-large", "unreadable"];

/// The pictures of the examples, told by their names.
struct Examples;

impl PictureFinder for Examples {
    fn fault(&self, path: &str) -> Option<PictureFault> {
        match path {
            "missing.png" => Some(PictureFault::Missing),
            "linked.svg" => Some(PictureFault::NotWhole),
            "huge.png" => Some(PictureFault::TooLarge),
            _ if path.ends_with(".gif") => Some(PictureFault::Unreadable),
            _ => None,
        }
    }
}

/// The codes found in an example; `None` for one in words. Examples leave the explanation out, to stay short.
fn found(example: &str, code: &str) -> Option<BTreeSet<&'static str>> {
    let text = match example {
        bank if bank.starts_with("Bank(") => bank.to_owned(),
        questions if questions.starts_with("Question(") => format!(
            "Bank(format: 1, id: \"b\", title: \"B\", sources: {{\"atlas\": Source(title: \"Atlas\")}}, questions: [\n{questions}\n])"
        ),
        _ => return None,
    };
    let codes =
        check_with(&text, &Quietly, &Examples).into_iter().map(|Diagnostic { problem: fault, .. }| fault.code());
    Some(codes.filter(|found| *found == code || *found != "missing-explanation").collect())
}

#[test]
fn every_code_has_a_page_and_every_page_a_code() {
    let pages: BTreeSet<_> = explanations().map(|page| page.code).collect();
    assert_eq!(pages, codes_of_the_program());
    assert_eq!(pages.len(), explanations().count(), "a code has two pages");
}

#[test]
fn pages_stand_in_alphabetical_order() {
    assert!(errors::ERRORS.is_sorted_by_key(|page| page.code));
    assert!(kinds::KINDS.is_sorted_by_key(|page| page.code));
    assert!(warnings::WARNINGS.is_sorted_by_key(|page| page.code));
}

#[test]
fn every_example_has_the_fault_before_and_none_after() {
    for page in explanations() {
        if let Some(codes) = found(page.before, page.code) {
            assert_eq!(codes, BTreeSet::from([page.code]), "{}", page.before);
            assert_eq!(found(page.after, page.code), Some(BTreeSet::new()), "{}", page.after);
        } else {
            assert!(found(page.after, page.code).is_none(), "{}", page.code);
        }
    }
}

#[test]
fn pages_tell_the_severity_that_the_check_gives() {
    for page in explanations() {
        let is_warning = page.severity == Severity::Warning;
        let in_warnings = warnings::WARNINGS.iter().any(|warning| warning.code == page.code);
        assert_eq!(is_warning, in_warnings || page.code == "thin-topic", "{}", page.code);
    }
}

#[test]
fn a_code_that_there_is_not_has_no_page() {
    assert_eq!(explanation("longest"), None);
    assert_eq!(explanation("longest-key").map(|page| page.code), Some("longest-key"));
}
