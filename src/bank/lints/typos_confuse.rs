//! `typos-confuse`: a typing slip that is forgiven makes another word of the subject. Compares with a list of such pairs.

use crate::bank::check::{Subject, in_answer};
use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::wording::alike::{folded, forgiven_slips};
use crate::bank::wording::neighbours::neighbours;
use crate::bank::{Answer, Bank, Explanation, Severity};
use std::borrow::Cow;
use std::collections::HashSet;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct TyposConfuse {
    /// What the question accepts.
    pub answer: Box<str>,
    /// The word that passes for it.
    pub other: Box<str>,
}

impl Violation for TyposConfuse {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "typos-confuse",
            severity: Severity::Warning,
            title: "A slip that is forgiven makes another word",
            why: "Mitosis and meiosis, stalactite and stalagmite lie a letter or two apart and are mixed up by those who do not know. With that many `typos`, the wrong one passes for the right one.",
            fix: "allow fewer `typos`, or none",
            source: "how the format marks a `Text`, docs/quiz-format.md; the pairs stand in src/bank/wording/neighbours.rs",
            before: r#"Question(id: "cell", prompt: "Which division halves the chromosomes?", answer: Text(accept: ["meiosis"], typos: 2))"#,
            after: r#"Question(id: "cell", prompt: "Which division halves the chromosomes?", answer: Text(accept: ["meiosis"]))"#,
        },
        checks: &[Check::Bank(check)],
    };

    fn message(&self) -> String {
        let Self { answer, other } = self;
        format!("\"{other}\" passes as \"{answer}\" with a typing slip, and is another word")
    }

    fn help(&self) -> Cow<'static, str> {
        "allow fewer `typos`".into()
    }
}

/// A form with a known neighbour within the slips that are forgiven. One that another question asks for is told as
/// `answer-within-reach`.
fn check(bank: &Bank, notes: &mut Notes) {
    let mut asked: Option<HashSet<String>> = None;
    for (index, question) in bank.questions.iter().enumerate() {
        let Answer::Text { accept, typos, .. } = &question.answer else { continue };
        let Some(found) = within_slips(accept, *typos) else { continue };
        if !asked.get_or_insert_with(|| accepted_in(bank)).contains(&*found.other) {
            notes.subject = Subject::Question(index);
            notes.add(in_answer("typos"), found);
        }
    }
}

fn within_slips(accept: &[Box<str>], typos: u32) -> Option<TyposConfuse> {
    if typos == 0 {
        return None;
    }
    let own: Vec<String> = accept.iter().map(|form| folded(form)).collect();
    accept.iter().zip(&own).find_map(|(form, word)| {
        let slips = forgiven_slips(form, typos);
        let passes = |other: &String| !own.contains(other) && strsim::damerau_levenshtein(word, other) <= slips;
        let other = neighbours(word).into_iter().find(passes)?;
        Some(TyposConfuse { answer: form.clone(), other: other.into() })
    })
}

/// All that the questions of the bank accept.
fn accepted_in(bank: &Bank) -> HashSet<String> {
    let accepted = bank.questions.iter().filter_map(|question| match &question.answer {
        Answer::Text { accept, .. } => Some(accept),
        _ => None,
    });
    accepted.flatten().map(|form| folded(form)).collect()
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::{codes_in, question};

    #[test]
    fn a_neighbour_within_the_slips_is_told() {
        let told = |accept: &str, typos: u32| {
            codes_in("de", &question("What is it?", &format!("Text(accept: [\"{accept}\"], typos: {typos})")))
        };
        assert_eq!(told("Meiosis", 2), ["typos-confuse"]);
        assert_eq!(told("stalagmites", 2), ["typos-confuse"]);
        assert_eq!(told("ileum", 1), ["typos-confuse"]);
        assert_eq!(told("hypoglycaemia", 2), ["typos-confuse"]);
        assert_eq!(told("stalagmite", 1), [""; 0], "two slips apart");
        assert_eq!(told("stalagmite\", \"stalactite", 2), [""; 0], "both are right");
        assert_eq!(told("chlorophyll", 2), [""; 0]);
    }
}
