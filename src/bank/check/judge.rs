//! Finds what is wrong with a bank that was made and never was text. Reads nothing and places nothing.

use crate::bank::check as errors;
use crate::bank::check::Subject;
use crate::bank::lints;
use crate::bank::{AnyLetter, AnyPicture, Bank, Problem, Question, Quietly, Severity};

/// All that [`crate::bank::check()`] would find in the bank once it is written: errors first, then flaws in how its questions are
/// written, each with the index of its question where it is about one.
pub fn judge(bank: &Bank) -> Vec<(Option<usize>, Problem)> {
    let mut found = errors::head(bank);
    found.extend(errors::questions(bank, &AnyPicture));
    let thin = lints::find_in_quizzes(bank, &found);
    found.extend(errors::quizzes(bank));
    found.extend(thin);
    found.extend(lints::find(bank, &AnyLetter, &Quietly));
    let told = |finding: errors::Finding| match finding.subject {
        Subject::Question(index) => (Some(index), finding.problem),
        Subject::Bank | Subject::Quiz(_) => (None, finding.problem),
    };
    found.into_iter().map(told).collect()
}

/// Whether a question can be asked as it is, as far as it is up to the question itself: `head` is its bank without the others.
pub fn can_be_asked(head: &Bank, question: &Question) -> bool {
    let bank = Bank { questions: vec![question.clone()], ..head.clone() };
    !errors::questions(&bank, &AnyPicture).iter().any(|finding| finding.problem.severity() == Severity::Error)
}

/// What learners read before they answer, as it is compared when prompts are looked for that stand in a bank twice.
pub fn asked_text(question: &Question) -> String {
    lints::asked_text(question)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::Answer;

    fn codes(bank: &Bank) -> Vec<(Option<usize>, &'static str)> {
        judge(bank).into_iter().map(|(question, fault)| (question, fault.code())).collect()
    }

    #[test]
    fn errors_and_flaws_are_found_without_a_text() {
        let question: Question = ron::from_str(r#"(id: "a", prompt: "", answer: TrueFalse(true))"#).expect("reads");
        let bank = Bank { title: "B".into(), questions: vec![question], ..Bank::default() };
        let expected = [(None, "blank"), (Some(0), "blank"), (Some(0), "missing-explanation")];
        assert_eq!(codes(&bank), expected);
    }

    #[test]
    fn a_question_that_lacks_something_cannot_be_asked_whatever_its_bank_says() {
        let check = |ron: &str, expected| {
            let question: Question = ron::from_str(ron).expect("reads");
            assert_eq!(can_be_asked(&Bank::default(), &question), expected, "{ron}");
        };
        check(r#"(id: "a", prompt: "Is it?", answer: TrueFalse(true))"#, true);
        check(r#"(id: "a", prompt: " ", answer: TrueFalse(true))"#, false);
        check(r#"(id: "a", prompt: "Which?", answer: Choice(correct: "x", distractors: []))"#, false);
        check(
            r#"(id: "a", prompt: "Which?", answer: Choice(correct: "x", distractors: ["y"]), cite: Cite("none"))"#,
            false,
        );
    }

    #[test]
    fn a_sound_bank_has_nothing_to_tell() {
        let mut question: Question =
            ron::from_str(r#"(id: "a", prompt: "It is so.", answer: TrueFalse(true))"#).expect("reads");
        question.explanation = "For a reason.".into();
        assert_eq!(question.answer, Answer::TrueFalse(true));
        let bank = Bank { id: "b".into(), title: "B".into(), questions: vec![question], ..Bank::default() };
        assert_eq!(codes(&bank), []);
    }
}
