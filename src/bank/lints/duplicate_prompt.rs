//! `duplicate-prompt`: a prompt that an earlier question has too. Compares what learners read before they answer, never
//! the key.

use crate::bank::check::Subject;
use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::model::cloze::Part;
use crate::bank::wording::alike::folded;
use crate::bank::{Bank, Explanation, Question, Severity};
use crate::kinds::Shown;
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct DuplicatePrompt {
    /// Id of the earlier question.
    pub other: Box<str>,
}

impl Violation for DuplicatePrompt {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "duplicate-prompt",
            severity: Severity::Warning,
            title: "A prompt that another question has too",
            why: "A learner who meets both thinks that one was asked twice, and in the results nobody can tell them \
                  apart. The text of a cloze, and the things to put in order, to pair or to sort, count as part of \
                  the prompt.",
            fix: "keep one of the two, or say in the prompts what each asks for",
            source: "practice of question banks; the format keeps questions apart by id",
            before: r#"Question(id: "a", prompt: "Where does the Nile end?", answer: Text(accept: ["Mediterranean Sea"])),
Question(id: "b", prompt: "Where does the Nile end?", answer: Text(accept: ["Egypt"])),"#,
            after: r#"Question(id: "a", prompt: "Into which sea does the Nile flow?", answer: Text(accept: ["Mediterranean Sea"])),
Question(id: "b", prompt: "In which country does the Nile end?", answer: Text(accept: ["Egypt"])),"#,
        },
        checks: &[Check::Bank(check)],
    };

    fn message(&self) -> String {
        let Self { other } = self;
        format!("question \"{other}\" has the same prompt")
    }

    fn help(&self) -> Cow<'static, str> {
        "keep one of them, or ask for different things".into()
    }
}

/// Each prompt that an earlier question has too: learners cannot tell which of the two they are asked.
fn check(bank: &Bank, notes: &mut Notes) {
    // By hash, so that a large bank's prompts are not kept a second time; equal hashes are looked at again.
    let (state, mut first_with) = (RandomState::new(), HashMap::with_capacity(bank.questions.len()));
    for (index, question) in bank.questions.iter().enumerate() {
        let prompt = asked_text(question);
        if prompt.is_empty() {
            continue;
        }
        let first: usize = *first_with.entry(state.hash_one(&prompt)).or_insert(index);
        if first != index && asked_text(&bank.questions[first]) == prompt {
            notes.subject = Subject::Question(index);
            notes.add_to_prompt(DuplicatePrompt { other: bank.questions[first].id.clone() });
        }
    }
}

/// The prompt, with the text to fill in, its gaps empty, or the things to put in order, to pair or to sort where the prompt
/// only says what to do with them; empty where there is no prompt. Things are shown shuffled, so their order is put aside.
pub(crate) fn asked_text(question: &Question) -> String {
    let mut text = plain(&question.prompt);
    if text.is_empty() {
        return text;
    }
    let mut things: Vec<String> = match question.answer.with_kind(|kind| kind.shown()) {
        Shown::Gaps(with_gaps) if with_gaps.fault().is_some() => vec![plain(with_gaps.source())],
        Shown::Gaps(with_gaps) => {
            with_gaps.parts().iter().for_each(|part| match part {
                Part::Words(words) => text.extend([" ", &plain(words)]),
                Part::Gap(_) => text.push_str(" {}"),
            });
            return text;
        }
        Shown::LeftSides(things) | Shown::Things(things) => things.into_iter().map(plain).collect(),
        Shown::Nothing | Shown::Options(_) => return text,
    };
    things.sort_unstable();
    things.iter().for_each(|thing| text.extend([" ", thing]));
    text
}

/// Without case, white space, emphasis and what stands at the end.
fn plain(prompt: &str) -> String {
    let is_emphasis = |letter: char| matches!(letter, '*' | '_');
    let bare = match prompt.contains(is_emphasis) {
        true => Cow::from(prompt.replace(is_emphasis, "")),
        false => Cow::from(prompt),
    };
    let mut text = folded(&bare);
    text.truncate(text.trim_end_matches(['?', '.', ':', '!', ' ', '…']).len());
    text
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::{codes_in, problems, question};

    #[test]
    fn a_prompt_that_stands_twice_is_told_at_the_later_place_once() {
        let twice = [
            question("Who?", "Text(accept: [\"I\"])"),
            "(id: \"x\", prompt: \"*Who*\", answer: TrueFalse(true))".into(),
        ];
        assert_eq!(codes_in("en", &twice.concat()), ["duplicate-prompt"]);
        assert_eq!(problems("en", &twice.concat())[2].question.as_deref(), Some("x"));
    }

    /// What is told of two questions with one prompt and these answers.
    fn twins(answers: [&str; 2]) -> Vec<&'static str> {
        let [one, other] = answers;
        let one = format!("(id: \"one\", prompt: \"Complete or arrange it.\", answer: {one}),");
        codes_in("en", &format!("{one}(id: \"other\", prompt: \"Complete or arrange it.\", answer: {other}),"))
    }

    fn check_twins(one: &str, same: &str, near_miss: &str) {
        assert_eq!(twins([one, same]), ["duplicate-prompt"], "{one} {same}");
        assert_eq!(twins([one, near_miss]), [""; 0], "{one} {near_miss}");
    }

    #[test]
    fn the_text_of_a_cloze_counts_as_part_of_its_prompt_and_what_is_typed_into_its_gaps_does_not() {
        check_twins(
            r#"Cloze(text: "It was {1957}.")"#,
            r#"Cloze(text: "*It* was {1958}.")"#,
            r#"Cloze(text: "It was in {1957}.")"#,
        );
        check_twins(r#"Cloze(text: "{It} was.")"#, r#"Cloze(text: "{He} was!")"#, r#"Cloze(text: "It {was}.")"#);
    }

    #[test]
    fn things_to_order_to_pair_or_to_sort_count_as_part_of_the_prompt_in_any_order() {
        check_twins(
            r#"Order(items: ["Rome", "Bonn", "Kyiv"])"#,
            r#"Order(items: ["Kyiv", "rome", "Bonn"])"#,
            r#"Order(items: ["Rome", "Bonn", "Oslo"])"#,
        );
        check_twins(
            r#"Match(pairs: [("Rome", "Tiber"), ("Bonn", "Rhine")])"#,
            r#"Match(pairs: [("Bonn", "Germany"), ("Rome", "Italy")])"#,
            r#"Match(pairs: [("Rome", "Tiber"), ("Kyiv", "Dnieper")])"#,
        );
        check_twins(
            r#"Categorise(groups: {"south": ["Rome", "Bari"], "north": ["Bonn", "Oslo"]})"#,
            r#"Categorise(groups: {"west": ["Oslo", "Bonn"], "east": ["Bari", "Rome"]})"#,
            r#"Categorise(groups: {"south": ["Rome", "Bari"], "north": ["Bonn", "Kyiv"]})"#,
        );
    }
}
