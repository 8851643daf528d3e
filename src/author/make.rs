//! Banks and questions to begin with, and ids for them. Changes no bank.

use crate::bank::{Answer, Bank, ClozeText, Entries, FORMAT, Kind, Question, Variable, id_from, short_id_from, write};
use crate::text::plain;

/// The text of a bank without questions, whose id is made from its title. `language` is a BCP 47 tag.
pub fn new_bank(title: &str, language: Option<&str>) -> String {
    write(&Bank {
        format: FORMAT,
        id: id_from(title, "my-bank").into(),
        title: title.into(),
        language: language.unwrap_or_default().into(),
        ..Bank::default()
    })
}

/// A question of this kind with nothing written in it yet, and room for what it needs. It has no id.
pub fn new_question(kind: Kind) -> Question {
    Question::of(blank(kind))
}

/// An id made from a prompt that is not `taken`: its first words, and a number where they are taken.
pub fn free_id(prompt: &str, taken: impl Fn(&str) -> bool) -> Box<str> {
    let words = Some(short_id_from(&plain(prompt))).filter(|id| !id.is_empty()).unwrap_or_else(|| "question".into());
    free_like(&words, taken)
}

/// `id`, or the first of `id-2`, `id-3` … that is not taken.
pub(super) fn free_like(id: &str, taken: impl Fn(&str) -> bool) -> Box<str> {
    let numbered = (2_u64..).map(|number| format!("{id}-{number}"));
    std::iter::once(id.to_owned()).chain(numbered).find(|id| !taken(id)).unwrap_or_default().into()
}

/// An answer of this kind with nothing written in it.
fn blank(kind: Kind) -> Answer {
    match kind {
        Kind::Choice => Answer::Choice { correct: Box::default(), distractors: Box::default() },
        Kind::Choices => Answer::Choices { correct: Box::default(), distractors: Box::default() },
        Kind::TrueFalse => Answer::TrueFalse(true),
        Kind::Number => Answer::Number { value: 0.0, tolerance: 0.0, unit: Box::default(), unit_required: false },
        Kind::Text => Answer::text(Box::default(), 0),
        Kind::Order => Answer::Order { items: Box::default() },
        Kind::Match => Answer::Match { pairs: Box::default(), extra: Box::default() },
        Kind::Cloze => Answer::Cloze { text: ClozeText::new("") },
        Kind::Categorise => Answer::Categorise { groups: Entries(Box::default()) },
        Kind::Hotspot => Answer::Hotspot { image: Box::default(), spots: Box::default(), correct: Box::default() },
        Kind::Calculated => Answer::Calculated {
            variables: Entries([("a".into(), Variable::Range { from: 1.0, to: 10.0, step: 1.0 })].into()),
            value: "a".into(),
            tolerance_percent: 1.0,
            unit: Box::default(),
            unit_required: false,
        },
        Kind::Recall => Answer::Recall { answer: Box::default() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::{Quietly, read, write_question};

    #[test]
    fn a_new_bank_is_read_as_one_without_questions() {
        let text = new_bank("Flüsse \"Europas\"", Some("de"));
        let problems = read(&text, &Quietly).problems;
        let bank: Bank = ron::from_str(&text).expect("a bank");
        assert_eq!((&*bank.id, &*bank.title, &*bank.language), ("flüsse-europas", "Flüsse \"Europas\"", "de"));
        assert!(bank.questions.is_empty() && problems.is_empty(), "{problems:?}");
        assert!(!new_bank("", None).contains("language"));
    }

    #[test]
    fn a_new_question_of_every_kind_reads_back() {
        for kind in Kind::ALL {
            let question = new_question(kind);
            assert_eq!(question.kind(), kind);
            assert_eq!(ron::from_str(&write_question(&question)), Ok(question));
        }
    }

    #[test]
    fn an_id_is_made_from_the_first_words_and_is_free() {
        let none = |_: &str| false;
        assert_eq!(&*free_id("Which is the **longest** river?", none), "which-is-the-longest-river");
        assert_eq!(&*free_id("…", none), "question");
        assert_eq!(&*free_id("Ja?", |id| ["ja", "ja-2"].contains(&id)), "ja-3");
        assert!(free_id(&"long words ".repeat(20), none).len() <= 40);
    }
}
