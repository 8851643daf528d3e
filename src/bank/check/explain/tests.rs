//! That every code has its page, and that the examples on it are true.

use crate::bank::check::explain::*;
use crate::bank::{Diagnostic, LetterFinder, PictureFault, PictureFinder, Quietly, Severity, check_with};
use std::collections::BTreeSet;

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

impl LetterFinder for Examples {
    fn can_show(&self, letter: char) -> bool {
        letter != '\u{E000}'
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
    let codes = check_with(&text, &Quietly, &Examples, &Examples)
        .into_iter()
        .map(|Diagnostic { problem: fault, .. }| fault.code());
    Some(codes.filter(|found| *found == code || *found != "missing-explanation").collect())
}

#[test]
fn no_code_has_two_pages() {
    let codes: BTreeSet<_> = explanations().map(|page| page.code).collect();
    assert_eq!(codes.len(), explanations().count());
}

#[test]
fn every_code_is_named_by_its_page() {
    for page in explanations() {
        assert_eq!(explanation(page.code), Some(page));
        let is_kebab =
            page.code.split('-').all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase()));
        assert!(is_kebab, "{}", page.code);
    }
}

#[test]
fn pages_stand_in_alphabetical_order_errors_first_then_those_of_single_kinds_then_warnings() {
    let pages: Vec<_> = explanations().collect();
    let parts = pages.chunk_by(|one, next| one.code < next.code && one.severity == next.severity);
    let firsts: Vec<_> = parts.map(|part| part[0].code).collect();
    assert_eq!(firsts, ["bad-unit", "bad-formula", "absolute-option"]);
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
    assert!(ErrorCode::ALL.iter().all(|code| code.page().severity == Severity::Error));
    assert!(LINTS.iter().all(|lint| lint.page.severity == Severity::Warning));
}

#[test]
fn a_code_that_there_is_not_has_no_page() {
    assert_eq!(explanation("longest"), None);
    assert_eq!(explanation("longest-key").map(|page| page.code), Some("longest-key"));
}
