//! `all-of-the-above`: "all of the above" and its like among the options.

use crate::bank::check::explain::sources::GUIDELINES;
use crate::bank::lints::common::other_options::speaks_of_all;
use crate::bank::lints::{Check, Lint, Notes, View, Violation};
use crate::bank::{Explanation, Severity};
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct AllOfTheAbove {
    /// The option.
    pub option: Box<str>,
}

impl Violation for AllOfTheAbove {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "all-of-the-above",
            severity: Severity::Warning,
            title: "\"All of the above\" among the options",
            why: "Whoever knows two right options knows the answer, and whoever knows one wrong option can leave it \
                  out. Options are shuffled too, so that nothing need be above.",
            fix: "write a distractor of its own, or ask a `Choices` with several right options",
            source: GUIDELINES,
            before: r#"Question(
    id: "fuels", prompt: "Which fuel is made from oil?",
    answer: Choice(correct: "All of the above", distractors: ["Petrol", "Diesel", "Kerosene"]),
)"#,
            after: r#"Question(
    id: "fuels", prompt: "Which of these fuels are made from oil?",
    answer: Choices(correct: ["Petrol", "Diesel", "Kerosene"], distractors: ["Charcoal", "Peat"]),
)"#,
        },
        checks: &[Check::EnglishOptions(check)],
    };

    fn message(&self) -> String {
        let Self { option } = self;
        format!("\"{option}\" is known to be right by whoever knows two of the others")
    }

    fn help(&self) -> Cow<'static, str> {
        "write a distractor of its own".into()
    }
}

/// Options that speak of all others.
///
/// Haladyna, Downing & Rodriguez 2002, guideline 26. In Torus they fail for one reason more: options are shuffled, so
/// nothing is "above".
fn check(view: &View, notes: &mut Notes) {
    for (index, option) in view.options.iter().enumerate() {
        if speaks_of_all(view, option) {
            notes.add(view.option_path(index), AllOfTheAbove { option: option.text.into() });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::check_options;

    #[test]
    fn an_option_that_speaks_of_all_others_is_told() {
        check_options("all-of-the-above", &["Red", "Blue", "All of the above."], &["Red", "Blue", "Allspice"]);
    }

    #[test]
    fn it_may_be_said_in_other_words() {
        let near_miss = &["Red", "Blue", "Green", "Allspice"];
        for option in ["All three", "Every one of these", "Each of the answers listed here", "All of these statements"]
        {
            check_options("all-of-the-above", &["Red", "Blue", "Green", option], near_miss);
        }
    }

    #[test]
    fn the_letters_of_a_printed_test_are_told() {
        check_options("all-of-the-above", &["Red", "Blue", "Both A and B"], &["Red", "Blue", "Both A and Z"]);
    }
}
