//! `answer-within-reach`: the answer of another question passes for this one's with a typing slip. Marks nothing itself.

use crate::bank::check::{Subject, in_answer};
use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::wording::alike::{folded, forgiven_slips};
use crate::bank::{Answer, Bank, Explanation, Severity};
use std::borrow::Cow;
use std::collections::HashSet;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerWithinReach {
    /// What this question accepts.
    pub answer: Box<str>,
    /// What the other accepts.
    pub other: Box<str>,
}

impl Violation for AnswerWithinReach {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "answer-within-reach",
            severity: Severity::Warning,
            title: "The answer of another question passes as a typing slip",
            why: "`typos` forgives slips by counting letters. The answer of another question is never taken for a slip, but \
                  what lies between two that are so near passes for either, and in another bank the two pass for each other.",
            fix: "allow fewer `typos`",
            source: "how the format marks a `Text`, docs/quiz-format.md",
            before: r#"Question(id: "sk", prompt: "Of which country is Bratislava the capital?", answer: Text(accept: ["Slovakia"], typos: 2)),
Question(id: "si", prompt: "Of which country is Ljubljana the capital?", answer: Text(accept: ["Slovenia"])),"#,
            after: r#"Question(id: "sk", prompt: "Of which country is Bratislava the capital?", answer: Text(accept: ["Slovakia"])),
Question(id: "si", prompt: "Of which country is Ljubljana the capital?", answer: Text(accept: ["Slovenia"])),"#,
        },
        checks: &[Check::Bank(check)],
    };

    fn message(&self) -> String {
        let Self { answer, other } = self;
        format!("\"{other}\", which another question asks for, passes as \"{answer}\" with a typing slip")
    }

    fn help(&self) -> Cow<'static, str> {
        "allow fewer `typos`".into()
    }
}

/// Slips looked for. Who forgives more, forgives these too.
const MOST_SLIPS: usize = 2;
/// In a bank with more forms than this one slip is looked for: two take the square of the length in space.
const MANY_FORMS: usize = 2_000;
/// Longer answers are phrases, which nobody mixes up by a letter.
const LONGEST_CHARS: usize = 24;
/// Texts with one rest that are compared letter by letter; real banks have a handful.
const MOST_COMPARED: usize = 64;

/// A question whose `typos` let the answer of another question pass: a learner who mixes the two up is told that all is
/// well.
fn check(bank: &Bank, notes: &mut Notes) {
    let reach = Reach::of(bank);
    if reach.slips == 0 {
        return;
    }
    for (index, question) in bank.questions.iter().enumerate() {
        let Answer::Text { accept, typos, .. } = &question.answer else { continue };
        let own: HashSet<String> = accept.iter().map(|form| folded(form)).collect();
        let slips = |form: &str| forgiven_slips(form, *typos).min(reach.slips);
        let found = accept.iter().find_map(|form| {
            let other = reach.passing(&folded(form), slips(form), &own)?;
            Some(AnswerWithinReach { answer: form.clone(), other: other.into() })
        });
        if let Some(found) = found {
            notes.subject = Subject::Question(index);
            notes.add(in_answer("typos"), found);
        }
    }
}

/// What the questions of a bank accept, to be found by what is left of a text without a letter or two: two texts that
/// are a slip apart share such a rest.
struct Reach {
    /// Each text that some question accepts, once.
    texts: Vec<String>,
    /// Hash of a rest and index of its text, sorted.
    rests: Vec<(u64, usize)>,
    /// How many slips are looked for.
    slips: usize,
}

impl Reach {
    fn of(bank: &Bank) -> Self {
        let (mut texts, mut slips) = (Vec::new(), 0);
        for question in &bank.questions {
            let Answer::Text { accept, typos, .. } = &question.answer else { continue };
            slips = accept.iter().map(|form| forgiven_slips(form, *typos)).fold(slips, usize::max);
            texts.extend(accept.iter().map(|form| folded(form)).filter(|text| is_short(text)));
        }
        texts.sort_unstable();
        texts.dedup();
        let slips = slips.min(if texts.len() > MANY_FORMS { 1 } else { MOST_SLIPS });
        let mut rests: Vec<(u64, usize)> = Vec::new();
        if slips > 0 {
            for (index, text) in texts.iter().enumerate() {
                rests.extend(rests_of(text, slips).into_iter().map(|rest| (rest, index)));
            }
            rests.sort_unstable();
        }
        Self { texts, rests, slips }
    }

    /// A text that passes for `text`; none that the question itself accepts.
    fn passing(&self, text: &str, slips: usize, own: &HashSet<String>) -> Option<&str> {
        if slips == 0 || !is_short(text) {
            return None;
        }
        rests_of(text, slips).into_iter().find_map(|rest| {
            let from = self.rests.partition_point(|(other, _)| *other < rest);
            let near = self.rests[from..].iter().take_while(|(other, _)| *other == rest).take(MOST_COMPARED);
            near.map(|(_, index)| &self.texts[*index]).find_map(|other| {
                let passes = !own.contains(other) && strsim::damerau_levenshtein(text, other) <= slips;
                passes.then_some(other.as_str())
            })
        })
    }
}

fn is_short(text: &str) -> bool {
    text.chars().nth(LONGEST_CHARS).is_none()
}

/// Hashes of `text` and of all that is left of it without up to `most` (two at the most) letters.
fn rests_of(text: &str, most: usize) -> Vec<u64> {
    let letters: Vec<char> = text.chars().collect();
    let mut rests = vec![hash_without(&letters, [usize::MAX; 2])];
    for first in 0..letters.len() * most.min(1) {
        rests.push(hash_without(&letters, [first, usize::MAX]));
        let seconds = if most > 1 { first + 1..letters.len() } else { 0..0 };
        rests.extend(seconds.map(|second| hash_without(&letters, [first, second])));
    }
    rests
}

/// The hash of the letters but for those at two indices, by the function of Fowler, Noll and Vo: quick, and what it takes
/// for equal is compared letter by letter.
fn hash_without(letters: &[char], left_out: [usize; 2]) -> u64 {
    let kept = letters.iter().enumerate().filter(|(index, _)| !left_out.contains(index));
    kept.fold(0xcbf2_9ce4_8422_2325, |hash, (_, letter)| (hash ^ u64::from(*letter)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::codes_in;

    #[test]
    fn an_answer_that_passes_for_anothers_is_told() {
        let text = |id: &str, accept: &str, typos: u32| {
            format!("(id: \"{id}\", prompt: \"{id}?\", answer: Text(accept: [\"{accept}\"], typos: {typos})),")
        };
        let pair = |typos, other: &str| {
            let mut codes = codes_in("en", &[text("a", "Austria", typos), text("b", other, 0)].concat());
            codes.retain(|code| *code != "typos-confuse");
            codes
        };
        assert_eq!(pair(1, "Australia"), Vec::<&str>::new());
        assert_eq!(pair(2, "Australia"), ["answer-within-reach"]);
        assert_eq!(pair(2, "austria"), Vec::<&str>::new(), "both ask for the same");
    }
}
