//! `all-of-the-above`: "all of the above" and its like among the options.

use crate::bank::check::explain::sources::GUIDELINES;
use crate::bank::lints::common::other_options::is_made_of;
use crate::bank::lints::{Check, Choosable, Lint, Notes, View, Violation};
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
        if is_made_of(option, OPENINGS) || is_of_letters(option) {
            notes.add(view.option_path(index), AllOfTheAbove { option: option.text.into() });
        }
    }
}

const OPENINGS: &[&str] = &["all", "both", "each", "every", "any", "everything", "more"];

/// "Both A and B", "A and C only": the letters of a printed test, which shuffled options do not have.
fn is_of_letters(option: &Choosable) -> bool {
    let is_letter = |word: &str| word.len() == 1 && matches!(word, "a" | "b" | "c" | "d" | "e");
    let is_glue = |word: &str| matches!(word, "both" | "only" | "and" | "or" | "but" | "not");
    let letters = option.words.iter().filter(|word| is_letter(word)).count();
    letters >= 2
        && option.words.has_any(&["both", "only"])
        && option.words.iter().all(|word| is_letter(word) || is_glue(word))
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::check_options;

    #[test]
    fn an_option_that_speaks_of_all_others_is_told() {
        check_options("all-of-the-above", &["Red", "Blue", "All of the above."], &["Red", "Blue", "Allspice"]);
    }

    #[test]
    fn the_letters_of_a_printed_test_are_told() {
        check_options("all-of-the-above", &["Red", "Blue", "Both A and B"], &["Red", "Blue", "Both A and Z"]);
    }
}
