//! `untold-unit`: a number whose unit neither the prompt nor the key tells.

use crate::bank::check::in_answer;
use crate::bank::lints::common::Words;
use crate::bank::lints::common::measure::{asks_for_measure, names_unit};
use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::model::picture;
use crate::bank::{Answer, Explanation, Question, Severity};
use crate::text::plain;
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct UntoldUnit;

impl Violation for UntoldUnit {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "untold-unit",
            severity: Severity::Warning,
            title: "A number whose unit nobody tells",
            why: "Kilometres or miles, kilograms or grams: a learner who knows the answer in another unit than its writer is marked wrong, and cannot know why.",
            fix: "write the `unit`, or name it in the prompt",
            source: "Bureau International des Poids et Mesures 2019, The International System of Units, 2.1",
            before: r#"Question(id: "elbe", prompt: "How long is the river Elbe?", answer: Number(value: 1094, tolerance: 30))"#,
            after: r#"Question(id: "elbe", prompt: "How long is the river Elbe?", answer: Number(value: 1094, tolerance: 30, unit: "km"))"#,
        },
        checks: &[Check::EnglishQuestion(check)],
    };

    fn message(&self) -> String {
        "neither the prompt nor the answer tells the unit".to_owned()
    }

    fn help(&self) -> Cow<'static, str> {
        "write the `unit`, or name it in the prompt".into()
    }
}

/// A bare number for what is measured, where no unit is named.
fn check(question: &Question, notes: &mut Notes) {
    let Answer::Number { unit, .. } = &question.answer else { return };
    if !unit.trim().is_empty() {
        return;
    }
    // In geometry a length may be without a unit.
    if question.prompt.contains('$') || picture::may_hold_one(&question.prompt) {
        return;
    }
    let prompt = Words::of(&plain(&question.prompt));
    let counts = || prompt.iter().zip(prompt.iter().skip(1)).any(|pair| matches!(pair, ("how", "many" | "often")));
    if asks_for_measure(&prompt) && !names_unit(&prompt) && !counts() {
        notes.add(in_answer("value"), UntoldUnit);
    }
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::{codes_in, question};

    #[test]
    fn a_measured_number_without_a_unit_is_told() {
        let told = |prompt: &str, unit: &str| {
            codes_in("en", &question(prompt, &format!("Number(value: 1094, tolerance: 30, unit: \"{unit}\")")))
        };
        assert_eq!(told("How long is the river Elbe?", ""), ["untold-unit"]);
        assert_eq!(told("How long is the river Elbe?", "km"), [""; 0]);
        assert_eq!(told("How long is the river Elbe, in kilometres?", ""), [""; 0]);
        assert_eq!(told("How many arms has it?", ""), [""; 0]);
    }
}
