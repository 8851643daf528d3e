//! `missing-explanation`: a question that explains nothing. Never judges what is told.

use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::{Explanation, Question, Severity};
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct MissingExplanation;

impl Violation for MissingExplanation {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "missing-explanation",
            severity: Severity::Warning,
            title: "A question that explains nothing",
            why: "A quiz teaches by what it says after an answer. A verdict alone helps little; a reason does.",
            fix: "say in `explanation` why the right answer is right",
            source: "Hattie & Timperley 2007, Review of Educational Research 77(1), 81–112; Shute 2008, 78(1), 153–189",
            before: r#"Question(id: "a", prompt: "Whales are fish.", answer: TrueFalse(false))"#,
            after: r#"Question(
    id: "a", prompt: "Whales are fish.", answer: TrueFalse(false),
    explanation: "Whales breathe air and feed their young with milk: they are mammals.",
)"#,
        },
        checks: &[Check::Question(check)],
    };

    fn message(&self) -> String {
        "there is no explanation".to_owned()
    }

    fn help(&self) -> Cow<'static, str> {
        "say why the right answer is right, so that a mistake teaches something".into()
    }
}

/// A wrong answer teaches where it is explained (Hattie & Timperley 2007; Shute 2008).
fn check(question: &Question, notes: &mut Notes) {
    if question.explanation.trim().is_empty() {
        notes.add([], MissingExplanation);
    }
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::problems;

    #[test]
    fn a_question_that_explains_nothing_is_told() {
        let told = |explanation: &str| {
            let text =
                format!("(id: \"a\", prompt: \"It is so.\", answer: TrueFalse(true), explanation: \"{explanation}\")");
            problems("de", &text).iter().map(|problem| problem.problem.code()).collect::<Vec<_>>()
        };
        assert_eq!(told(" "), ["missing-explanation"]);
        assert_eq!(told("E."), [""; 0]);
    }
}
