//! `many-gaps`: a text with so many gaps that it cannot be understood. Counts, and reads nothing.

use crate::bank::check::in_answer;
use crate::bank::lints::common::Words;
use crate::bank::lints::common::roots::is_telling;
use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::{Answer, Explanation, Part, Question, Severity};
use crate::text::plain;
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct ManyGaps {
    /// How many gaps there are.
    pub count: usize,
    /// How many words are left to go by.
    pub words: usize,
}

impl Violation for ManyGaps {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "many-gaps",
            severity: Severity::Warning,
            title: "More gaps than a text can bear",
            why: "What is left between the gaps must tell what is asked. With too few words, learners guess what the writer had in mind, and one slip leads to the next.",
            fix: "keep the gaps that matter, and give the other words back",
            source: "Haladyna & Rodriguez 2013, Developing and Validating Test Items",
            before: r#"Question(
    id: "leaves", prompt: "Fill the gaps about leaves.",
    answer: Cloze(text: "With the {light} of the {Sun}, {leaves} turn {water} and {carbon dioxide} into {sugar}."),
)"#,
            after: r#"Question(
    id: "leaves", prompt: "Fill the gaps about leaves.",
    answer: Cloze(text: "With the light of the Sun, leaves turn water and {carbon dioxide} into {sugar}."),
)"#,
        },
        checks: &[Check::EnglishQuestion(check)],
    };

    fn message(&self) -> String {
        let Self { count, words } = self;
        format!("{count} gaps leave {words} words of substance to go by")
    }

    fn help(&self) -> Cow<'static, str> {
        "keep the gaps that matter".into()
    }
}

/// More gaps than telling words around them, in a text that is no drill of forms.
fn check(question: &Question, notes: &mut Notes) {
    const FEWEST_GAPS: usize = 4;
    #[rustfmt::skip]
    const DRILLS: &[&str] = &[
        "article", "articles", "conjugate", "conjugation", "declension", "ending", "endings", "form", "forms", "grammar", "plural", "preposition",
        "prepositions", "pronoun", "pronouns", "table", "tense", "translate", "verb", "verbs", "words",
    ];
    let Answer::Cloze { text } = &question.answer else { return };
    let count = text.gaps().count();
    if count < FEWEST_GAPS || text.source().contains(['|', '`']) || Words::of(&question.prompt).has_any(DRILLS) {
        return;
    }
    let words: usize =
        text.parts().iter().map(|part| if let Part::Words(words) = part { telling_words(words) } else { 0 }).sum();
    // Signs alone are a sum, and pronouns show that forms are drilled.
    let is_prose = text.source().split_whitespace().filter(|word| word.chars().all(char::is_alphabetic)).count() >= 3;
    let pronouns = Words::of(text.source()).iter().filter(|word| PRONOUNS.contains(word)).count();
    if is_prose && pronouns < 2 && words < count {
        notes.add(in_answer("text"), ManyGaps { count, words });
    }
}

const PRONOUNS: &[&str] = &["he", "i", "it", "she", "they", "we", "you"];

fn telling_words(text: &str) -> usize {
    Words::of(&plain(text)).iter().filter(|word| is_telling(word)).count()
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::{codes_in, question};

    #[test]
    fn more_gaps_than_words_are_told() {
        let told = |prompt: &str, text: &str| codes_in("en", &question(prompt, &format!("Cloze(text: \"{text}\")")));
        let many = "With {light}, {leaves} quickly turn {water} and {gas} into {sugar}.";
        assert_eq!(told("Fill.", many), ["many-gaps"]);
        assert_eq!(told("Fill in the verb forms.", many), [""; 0]);
        assert_eq!(told("Fill.", "I {am}, you {are}, he {is}, we {are}."), [""; 0]);
        assert_eq!(
            told("Fill.", "With light, green leaves quickly turn {water} and {gas} into {sugar} by {day}."),
            [""; 0]
        );
    }
}
