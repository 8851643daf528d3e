//! `undrawable-maths`: maths that cannot be drawn.

use crate::bank::check::explain::sources::FORMAT;
use crate::bank::check::texts;
use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::{Explanation, Question, Severity};
use crate::text::{TexFault, formula, formulas, tex};
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct UndrawableMaths {
    /// The formula.
    pub tex: Box<str>,
    /// What keeps it from being drawn.
    pub reason: TexFault,
    /// What is shown in its place.
    pub shown: Box<str>,
}

impl Violation for UndrawableMaths {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "undrawable-maths",
            severity: Severity::Warning,
            title: "Maths that cannot be drawn",
            why: "Most of TeX's maths is known, but not all packages, and the fonts for maths have no emoji and no \
                  signs of Chinese or Arabic. Such a formula is shown in plain Unicode, which may be hard to read.",
            fix: "write it with commands that are known, or put the words outside the `$`",
            source: FORMAT,
            before: r#"Question(id: "a", prompt: r"How many metres are $3\,\kilometres$?", answer: Number(value: 3000))"#,
            after: r#"Question(id: "a", prompt: r"How many metres are $3\,\text{km}$?", answer: Number(value: 3000))"#,
        },
        checks: &[Check::Question(check)],
    };

    fn message(&self) -> String {
        let Self { tex, reason, shown } = self;
        format!("the maths `{tex}` cannot be drawn ({reason}), and is shown as \"{shown}\"")
    }

    fn help(&self) -> Cow<'static, str> {
        "write it another way".into()
    }
}

/// A learner cannot answer what stands there as raw TeX (docs/quiz-format.md, "Text, maths and pictures").
fn check(question: &Question, notes: &mut Notes) {
    texts::each(question, &mut |text, path| {
        if !text.contains('$') {
            return;
        }
        for maths in formulas(text) {
            let key = (maths.tex, maths.is_display);
            let fault = notes.drawn.entry(key.clone()).or_insert_with(|| formula(&key.0, key.1).err());
            if let Some(reason) = fault.clone() {
                let (tex, shown) = (key.0.as_str().into(), tex::unicode(&key.0).into());
                notes.add(path(), UndrawableMaths { tex, reason, shown });
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::{check_options, problems, question};

    #[test]
    fn maths_that_learners_would_not_see_is_told() {
        check_options("undrawable-maths", &[r"$\\nonsense$", "b"], &[r"$\\alpha$", "b"]);
    }

    #[test]
    fn a_formula_that_stands_twice_is_told_twice() {
        let questions =
            ["$\\\\nonsense$ one?", "$\\\\nonsense$ two?"].map(|prompt| question(prompt, "TrueFalse(true)"));
        let problems = problems("de", &questions.concat());
        let told = problems.iter().filter(|problem| problem.problem.code() == "undrawable-maths");
        assert_eq!(told.count(), 2, "{problems:?}");
    }
}
