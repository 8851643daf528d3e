//! `unclosed-maths`: a `$` that opens no maths although TeX stands behind it.

use crate::bank::check::explain::sources::FORMAT;
use crate::bank::check::texts;
use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::{Explanation, Question, Severity};
use crate::text::{Suspect, suspects};
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct UnclosedMaths {
    /// The text from there on, cut short.
    pub near: Box<str>,
}

impl Violation for UnclosedMaths {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "unclosed-maths",
            severity: Severity::Warning,
            title: "A dollar sign that opens no maths",
            why: "Maths stands between two `$` without a space inside them. A `$` alone means itself, so the TeX \
                  behind it would be shown as it is written.",
            fix: "close the maths with a second `$`, without a space inside the two; write `\\$` for a dollar",
            source: FORMAT,
            before: r#"Question(id: "a", prompt: r"What is $\frac{1}{2} of 8?", answer: Number(value: 4))"#,
            after: r#"Question(id: "a", prompt: r"What is $\frac{1}{2}$ of 8?", answer: Number(value: 4))"#,
        },
        checks: &[Check::Question(check)],
    };

    fn message(&self) -> String {
        let Self { near } = self;
        format!("the `$` at \"{near}\" opens no maths")
    }

    fn help(&self) -> Cow<'static, str> {
        "close it with another `$`, without a space inside the two, or write `\\$`".into()
    }
}

/// A learner cannot answer what stands there as raw TeX (docs/quiz-format.md, "Text, maths and pictures").
fn check(question: &Question, notes: &mut Notes) {
    texts::each(question, &mut |text, path| {
        if !text.contains('$') {
            return;
        }
        for suspect in suspects(text) {
            if let Suspect::Unclosed { near } = suspect {
                notes.add(path(), UnclosedMaths { near: near.into() });
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::{check_options, check_prompts};

    #[test]
    fn a_dollar_sign_with_tex_behind_it_is_told() {
        check_prompts("unclosed-maths", "What is $x^2 for x = 3?", "What is $x^2$ for 3 at $5 each?", &["9", "6"]);
        check_options("unclosed-maths", &["$a^2", "b"], &["$a^2$", "b"]);
    }
}
