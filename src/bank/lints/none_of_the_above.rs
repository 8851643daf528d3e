//! `none-of-the-above`: "none of the above" and its like among the options.

use crate::bank::check::explain::sources::GUIDELINES;
use crate::bank::lints::common::other_options::denies_all;
use crate::bank::lints::{Check, Lint, Notes, View, Violation};
use crate::bank::{Explanation, Severity};
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct NoneOfTheAbove {
    /// The option.
    pub option: Box<str>,
}

impl Violation for NoneOfTheAbove {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "none-of-the-above",
            severity: Severity::Warning,
            title: "\"None of the above\" among the options",
            why: "Whoever picks it rightly has shown what is wrong, not what is right. Options are shuffled too, so \
                  that nothing need be above.",
            fix: "write an answer that somebody might give",
            source: GUIDELINES,
            before: r#"Question(
    id: "capital", prompt: "What is the capital of Peru?",
    answer: Choice(correct: "Lima", distractors: ["Quito", "None of the above"]),
)"#,
            after: r#"Question(
    id: "capital", prompt: "What is the capital of Peru?",
    answer: Choice(correct: "Lima", distractors: ["Quito", "La Paz"]),
)"#,
        },
        checks: &[Check::EnglishOptions(check)],
    };

    fn message(&self) -> String {
        let Self { option } = self;
        format!("\"{option}\" does not show whether the right answer is known")
    }

    fn help(&self) -> Cow<'static, str> {
        "write an answer that somebody might give".into()
    }
}

/// Options that deny all others.
///
/// Haladyna, Downing & Rodriguez 2002, guideline 25.
fn check(view: &View, notes: &mut Notes) {
    for (index, option) in view.options.iter().enumerate() {
        if denies_all(view, option) {
            notes.add(view.option_path(index), NoneOfTheAbove { option: option.text.into() });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::check_options;

    #[test]
    fn an_option_that_denies_all_others_is_told() {
        check_options("none-of-the-above", &["Red", "Blue", "none of these"], &["Red", "Blue", "Nonesuch"]);
    }

    #[test]
    fn it_may_be_said_in_other_words() {
        let near_miss = &["Red", "Blue", "A different shade of green"];
        for option in ["Nothing listed here is right", "Not one of these colours", "A different one from those above"] {
            check_options("none-of-the-above", &["Red", "Blue", option], near_miss);
        }
    }
}
