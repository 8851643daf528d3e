//! `zero-tolerance`: a measured value that must be met to the last digit.

use crate::bank::check::in_answer;
use crate::bank::lints::common::Words;
use crate::bank::lints::common::measure::{asks_for_measure, gives_number};
use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::{Answer, Explanation, Question, Severity};
use crate::text::plain;
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct ZeroTolerance;

impl Violation for ZeroTolerance {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "zero-tolerance",
            severity: Severity::Warning,
            title: "A measured value without a tolerance",
            why: "Books give a height, a distance or a number of inhabitants rounded, each in its own way. Without a `tolerance`, a learner who knows it from another book is marked wrong.",
            fix: "write a `tolerance`, or say in the prompt to what it is rounded",
            source: "Joint Committee for Guides in Metrology 2008, Evaluation of measurement data (GUM), 3.1.2",
            before: r#"Question(id: "peak", prompt: "How high is Kilimanjaro?", answer: Number(value: 5895, unit: "m"))"#,
            after: r#"Question(id: "peak", prompt: "How high is Kilimanjaro?", answer: Number(value: 5895, tolerance: 50, unit: "m"))"#,
        },
        checks: &[Check::EnglishQuestion(check)],
    };

    fn message(&self) -> String {
        "the value is measured, and only this very number is right".to_owned()
    }

    fn help(&self) -> Cow<'static, str> {
        "write a `tolerance`, or say to what it is rounded".into()
    }
}

/// A measured value with several digits and no tolerance. What is worked out from numbers of the prompt is exact, and so is
/// what a rule lays down.
fn check(question: &Question, notes: &mut Notes) {
    const FEWEST_DIGITS: usize = 2;
    let Answer::Number { value, tolerance, unit, .. } = &question.answer else { return };
    if *tolerance != 0.0 || matches!(&**unit, "%" | "€" | "$" | "£") || digits(*value) < FEWEST_DIGITS {
        return;
    }
    let prompt = Words::of(&plain(&question.prompt));
    let is_measured = asks_for_measure(&prompt) || (counts_people(&prompt) && *value >= 1000.0);
    if is_measured && !gives_number(&prompt) && !prompt.has_any(LAID_DOWN) {
        notes.add(in_answer("value"), ZeroTolerance);
    }
}

/// Digits of the number without the zeros at its ends.
fn digits(value: f64) -> usize {
    let written = value.to_string().replace(['.', '-'], "");
    written.trim_matches('0').len()
}

/// Nobody counts them to the last one.
fn counts_people(prompt: &Words) -> bool {
    let pairs = || prompt.iter().zip(prompt.iter().skip(1));
    let is_counting = pairs().any(|pair| pair == ("how", "many"));
    prompt.has_any(&["population", "inhabitants"])
        || (is_counting && pairs().any(|pair| matches!(pair, ("people", "live" | "lived"))))
}

/// Words of prompts whose number is laid down, or rounded as they say.
#[rustfmt::skip]
const LAID_DOWN: &[&str] = &[
    "allowed", "by", "definition", "defined", "exact", "exactly", "law", "laws", "legal", "limit", "may", "must", "nearest",
    "nominal", "official", "regulation", "rounded", "rule", "rules", "significant", "standard",
];

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::{codes_in, question};

    fn told(prompt: &str, number: &str) -> Vec<&'static str> {
        codes_in("en", &question(prompt, &format!("Number({number})")))
    }

    #[test]
    fn a_measured_value_without_a_tolerance_is_told() {
        assert_eq!(told("How high is Kilimanjaro?", "value: 5895, unit: \"m\""), ["zero-tolerance"]);
        assert_eq!(told("How many people live in Iceland?", "value: 383726"), ["zero-tolerance"]);
        assert_eq!(told("How high is Kilimanjaro?", "value: 5895, tolerance: 9, unit: \"m\""), [""; 0]);
    }

    #[test]
    fn what_is_counted_worked_out_or_laid_down_is_exact() {
        assert_eq!(told("How many metres make a mile?", "value: 1609, unit: \"m\""), [""; 0]);
        assert_eq!(told("How far does it get in 5 s?", "value: 125, unit: \"m\""), [""; 0]);
        assert_eq!(told("How wide is standard gauge?", "value: 1435, unit: \"mm\""), [""; 0]);
        assert_eq!(told("How long is it?", "value: 100, unit: \"m\""), [""; 0]);
    }
}
