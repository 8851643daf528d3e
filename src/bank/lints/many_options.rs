//! `many-options`: more than five options. Counts, and reads nothing.

use crate::bank::lints::common::choosable;
use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::{Explanation, Question, Severity};
use crate::syntax::path::Step;
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct ManyOptions {
    /// How many there are.
    pub count: usize,
}

impl Violation for ManyOptions {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "many-options",
            severity: Severity::Warning,
            title: "More than five options",
            why: "Two or three distractors do the work; hardly anybody picks the others, and all must be read. Eighty \
                  years of research find three options as good as more.",
            fix: "keep the best three to five",
            source: "Rodriguez 2005, Educational Measurement: Issues and Practice 24(2), 3–13",
            before: r#"Question(
    id: "capital", prompt: "What is the capital of Peru?",
    answer: Choice(correct: "Lima", distractors: ["Quito", "La Paz", "Bogota", "Caracas", "Santiago"]),
)"#,
            after: r#"Question(
    id: "capital", prompt: "What is the capital of Peru?",
    answer: Choice(correct: "Lima", distractors: ["Quito", "La Paz"]),
)"#,
        },
        checks: &[Check::Question(check)],
    };

    fn message(&self) -> String {
        format!("there are {} options", self.count)
    }

    fn help(&self) -> Cow<'static, str> {
        "keep the best three to five, for hardly anybody picks the others".into()
    }
}

/// More are hardly ever picked by anybody: with three, a test is as good (Rodriguez 2005); guides end at five.
const MOST_OPTIONS: usize = 5;

fn check(question: &Question, notes: &mut Notes) {
    let count = choosable(question).len();
    if count > MOST_OPTIONS {
        notes.add([Step::Field("answer")], ManyOptions { count });
    }
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::check_options;

    #[test]
    fn the_sixth_option_is_one_too_many() {
        check_options("many-options", &["a", "b", "c", "d", "e", "f"], &["a", "b", "c", "d", "e"]);
    }
}
