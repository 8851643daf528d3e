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
                  years of research find three options as good as more. Where several are right, six are let \
                  be.",
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
/// Several keys need their distractors too: three and three.
const MOST_WITH_SEVERAL_KEYS: usize = 6;

fn check(question: &Question, notes: &mut Notes) {
    let count = choosable(question).len();
    let most = if question.key_count() > 1 { MOST_WITH_SEVERAL_KEYS } else { MOST_OPTIONS };
    if count > most {
        notes.add([Step::Field("answer")], ManyOptions { count });
    }
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::{check_options, check_pair};

    #[test]
    fn several_keys_make_room_for_one_more() {
        let options =
            |count| "abcdefgh".chars().take(count).map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
        let answer = |count| format!("Choices(correct: [\"x\", \"y\"], distractors: [{}])", options(count));
        check_pair("many-options", ("Which?", &answer(5)), ("Which?", &answer(4)));
    }

    #[test]
    fn the_sixth_option_is_one_too_many() {
        check_options("many-options", &["a", "b", "c", "d", "e", "f"], &["a", "b", "c", "d", "e"]);
    }
}
