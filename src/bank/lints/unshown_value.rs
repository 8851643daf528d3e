//! `unshown-value`: a drawn value that the expression needs and the prompt never shows.

use crate::bank::check::explain::sources::FORMAT;
use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::values::placeholders;
use crate::bank::{Answer, Explanation, Question, Severity, Variable};
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct UnshownValue {
    /// The variable.
    pub variable: Box<str>,
}

impl Violation for UnshownValue {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "unshown-value",
            severity: Severity::Warning,
            title: "A drawn value that the prompt never shows",
            why: "The right number depends on it, and learners cannot know what was drawn. A variable with a single value is a constant, and may stay unseen.",
            fix: "write the name of the variable in braces into the prompt",
            source: FORMAT,
            before: r#"Question(
    id: "boat", prompt: "A boat drifts {d} km. What is its mean speed?",
    answer: Calculated(variables: {"d": Values([10, 20]), "t": Values([4, 5])}, value: "d / t", unit: "km/h"),
)"#,
            after: r#"Question(
    id: "boat", prompt: "A boat drifts {d} km in {t} hours. What is its mean speed?",
    answer: Calculated(variables: {"d": Values([10, 20]), "t": Values([4, 5])}, value: "d / t", unit: "km/h"),
)"#,
        },
        checks: &[Check::Question(check)],
    };

    fn message(&self) -> String {
        let Self { variable } = self;
        format!("the answer depends on `{variable}`, which the prompt never shows")
    }

    fn help(&self) -> Cow<'static, str> {
        "write the name of the variable in braces into the prompt".into()
    }
}

/// A variable that the expression needs, that is drawn, and that the prompt does not show (docs/quiz-format.md, "Calculated").
fn check(question: &Question, notes: &mut Notes) {
    let Answer::Calculated { variables, value, .. } = &question.answer else { return };
    let shown = placeholders::names_in(&question.prompt);
    let is_unshown =
        |(name, variable): &(&str, &Variable)| variable.count() > 1 && !shown.contains(name) && is_used(value, name);
    if let Some((name, _)) = variables.iter().find(is_unshown) {
        notes.add_to_prompt(UnshownValue { variable: name.into() });
    }
}

/// Whether the expression names the variable.
fn is_used(expression: &str, name: &str) -> bool {
    expression.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_').any(|word| word == name)
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::codes_in;

    fn told(prompt: &str, t: &str, value: &str) -> Vec<&'static str> {
        let variables = format!("{{\"d\": Values([10, 20]), \"t\": Values([{t}])}}");
        codes_in(
            "de",
            &format!(
                "(id: \"q\", prompt: \"{prompt}\", answer: Calculated(variables: {variables}, value: \"{value}\"))"
            ),
        )
    }

    #[test]
    fn a_drawn_value_that_is_needed_and_not_shown_is_told() {
        assert_eq!(told("{d} km?", "4, 5", "d / t"), ["unshown-value"]);
        assert_eq!(told("{d} km in {t} h?", "4, 5", "d / t"), [""; 0]);
        assert_eq!(told("{d} km?", "4", "d / t"), [""; 0], "a constant");
        assert_eq!(told("{d} km?", "4, 5", "d * 3"), [""; 0], "not needed");
    }
}
