//! `gap-at-start`: a gap with which a sentence begins. Looks at the shape of the text alone.

use crate::bank::check::in_answer;
use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::{Answer, Explanation, Gap, Part, Question, Severity};
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct GapAtStart;

impl Violation for GapAtStart {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "gap-at-start",
            severity: Severity::Warning,
            title: "A gap at the start of a sentence",
            why: "The gap comes before anything has been said: learners read on with nothing in mind and come back. The same sentence with its gap further on asks at once.",
            fix: "turn the sentence round, so that the gap comes last",
            source: "Haladyna & Rodriguez 2013, Developing and Validating Test Items",
            before: r#"Question(
    id: "heart", prompt: "Fill the gap.",
    answer: Cloze(text: "{Hearts} pump the blood through the body."),
)"#,
            after: r#"Question(
    id: "heart", prompt: "Fill the gap.",
    answer: Cloze(text: "The blood is pumped through the body by the {heart}."),
)"#,
        },
        checks: &[Check::Question(check)],
    };

    fn message(&self) -> String {
        "a sentence begins with a gap, before anything has been said".to_owned()
    }

    fn help(&self) -> Cow<'static, str> {
        "turn the sentence round, so that the gap comes last".into()
    }
}

/// A gap to type in that begins a sentence of several words. Options of a list are read at once, and tell what is asked.
fn check(question: &Question, notes: &mut Notes) {
    let Answer::Cloze { text } = &question.answer else { return };
    let parts = text.parts();
    let begins = |at: usize| match at.checked_sub(1).map(|before| &parts[before]) {
        None => true,
        Some(Part::Words(words)) => is_end_of_sentence(words),
        Some(Part::Gap(_)) => false,
    };
    let goes_on = |at: usize| matches!(parts.get(at + 1), Some(Part::Words(words)) if goes_on(words));
    let is_at_start = |at: &usize| matches!(parts[*at], Part::Gap(Gap::Typed(_))) && begins(*at) && goes_on(*at);
    if (0..parts.len()).any(|at| is_at_start(&at)) {
        notes.add(in_answer("text"), GapAtStart);
    }
}

fn is_end_of_sentence(words: &str) -> bool {
    words.trim().is_empty() || (words.ends_with(char::is_whitespace) && words.trim_end().ends_with(['.', '!', '?']))
}

/// Whether a clause of several words follows, and no list, table or formula.
fn goes_on(words: &str) -> bool {
    const FEWEST_WORDS: usize = 3;
    let clause = words.split(['.', '!', '?', '\n', ':', '=']).next().unwrap_or_default();
    words.starts_with(' ')
        && clause.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count() >= FEWEST_WORDS
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::{codes_in, question};

    #[test]
    fn a_sentence_that_begins_with_a_gap_is_told() {
        let told = |text: &str| codes_in("de", &question("Fill.", &format!("Cloze(text: \"{text}\")")));
        for text in ["{Lima} lies on the coast.", "It rained. {Lima} lies on the coast."] {
            assert_eq!(told(text), ["gap-at-start"], "{text}");
        }
        for text in [
            "On the coast lies {Lima}.",
            "{Lima}",
            "{2} + {3} = 5",
            "{a}: the first letter",
            "The {sea} is near the coast.",
            "{Lima ~ Quito} lies on the coast.",
        ] {
            assert_eq!(told(text), [""; 0], "{text}");
        }
    }
}
