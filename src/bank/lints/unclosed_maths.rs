//! `unclosed-maths`: a `$` that opens no maths although TeX stands behind it, and TeX without any `$`.

use crate::bank::check::explain::sources::FORMAT;
use crate::bank::check::texts;
use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::{Explanation, Question, Severity};
use crate::text::{Suspect, may_have_any, suspects};
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct UnclosedMaths {
    /// The text from there on, cut short.
    pub near: Box<str>,
    /// Whether it stands there without any dollar sign.
    pub is_bare: bool,
}

impl Violation for UnclosedMaths {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "unclosed-maths",
            severity: Severity::Warning,
            title: "Maths that is not between two dollar signs",
            why: "Maths stands between two `$` without a space inside them. A `$` alone means itself, so the TeX \
                  behind it would be shown as it is written. So would TeX between `\\(` and `\\)`, which other programs \
                  take for maths.",
            fix: "put the maths between two `$`, without a space inside the two; write `\\$` for a dollar",
            source: FORMAT,
            before: r#"Question(id: "a", prompt: r"What is $\frac{1}{2} of 8?", answer: Number(value: 4))"#,
            after: r#"Question(id: "a", prompt: r"What is $\frac{1}{2}$ of 8?", answer: Number(value: 4))"#,
        },
        checks: &[Check::Question(check)],
    };

    fn message(&self) -> String {
        let Self { near, is_bare } = self;
        match is_bare {
            true => format!("the TeX at \"{near}\" does not stand between two `$`"),
            false => format!("the `$` at \"{near}\" opens no maths"),
        }
    }

    fn help(&self) -> Cow<'static, str> {
        match self.is_bare {
            true => "put `$` around it, or backticks where it is meant to be read".into(),
            false => "close it with another `$`, without a space inside the two, or write `\\$`".into(),
        }
    }
}

/// A learner cannot answer what stands there as raw TeX (docs/quiz-format.md, "Text, maths and pictures").
fn check(question: &Question, notes: &mut Notes) {
    texts::each(question, &mut |text, path| {
        if !may_have_any(text) {
            return;
        }
        for suspect in suspects(text) {
            match suspect {
                Suspect::Unclosed { near } => notes.add(path(), UnclosedMaths { near: near.into(), is_bare: false }),
                Suspect::Bare { near } => notes.add(path(), UnclosedMaths { near: near.into(), is_bare: true }),
                Suspect::Control { .. } => {}
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
        check_options("unclosed-maths", &[r"\\frac{1}{2}", "b"], &[r"`\\frac{1}{2}`", "b"]);
    }
}
