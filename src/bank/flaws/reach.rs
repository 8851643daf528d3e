//! Typed answers that would pass for each other by the slips forgiven. Marks nothing itself.

use super::super::alike::{folded, forgiven_slips};
use super::super::check::{Subject, in_answer};
use super::super::{Answer, Bank};
use super::Warning;
use super::view::Notes;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Slips looked for. Who forgives more, forgives these too.
const MOST_SLIPS: usize = 2;
/// In a bank with more forms than this one slip is looked for: two take the square of the length in space.
const MANY_FORMS: usize = 2_000;
/// Longer answers are phrases, which nobody mixes up by a letter.
const LONGEST_CHARS: usize = 24;

/// A question whose `typos` let the answer of another question pass: a learner who mixes the two up is told that all is
/// well.
pub(super) fn rule(bank: &Bank, notes: &mut Notes) {
    let reach = Reach::of(bank);
    if reach.slips == 0 {
        return;
    }
    for (index, question) in bank.questions.iter().enumerate() {
        let Answer::Text { accept, typos, .. } = &question.answer else { continue };
        let own: Vec<String> = accept.iter().map(|form| folded(form)).collect();
        let slips = |form: &str| forgiven_slips(form, *typos).min(reach.slips);
        let found = accept.iter().zip(&own).find_map(|(form, text)| {
            let other = reach.passing(text, slips(form), index, &own)?;
            Some(Warning::AnswerWithinReach { answer: form.clone(), other: other.into() })
        });
        if let Some(warning) = found {
            notes.subject = Subject::Question(index);
            notes.add(in_answer("typos"), warning);
        }
    }
}

/// What the questions of a bank accept, to be found by what is left of a form without a letter or two: two texts that
/// are a slip apart share such a rest.
struct Reach {
    /// Each form with the index of its question.
    forms: Vec<(usize, String)>,
    /// Hash of a rest and index of its form, sorted.
    rests: Vec<(u64, usize)>,
    /// How many slips are looked for.
    slips: usize,
}

impl Reach {
    fn of(bank: &Bank) -> Self {
        let mut reach = Self { forms: Vec::new(), rests: Vec::new(), slips: 0 };
        for (index, question) in bank.questions.iter().enumerate() {
            let Answer::Text { accept, typos, .. } = &question.answer else { continue };
            let slips = accept.iter().map(|form| forgiven_slips(form, *typos)).max().unwrap_or(0);
            reach.slips = reach.slips.max(slips);
            reach.forms.extend(accept.iter().map(|form| (index, folded(form))).filter(|(_, text)| is_short(text)));
        }
        let most = if reach.forms.len() > MANY_FORMS { 1 } else { MOST_SLIPS };
        reach.slips = reach.slips.min(most);
        if reach.slips > 0 {
            let numbered = reach.forms.iter().enumerate();
            reach.rests =
                numbered.flat_map(|(form, (_, text))| rests(text, reach.slips).map(move |rest| (rest, form))).collect();
            reach.rests.sort_unstable();
        }
        reach
    }

    /// A form of another question that passes for `text`; none that this question accepts itself.
    fn passing(&self, text: &str, slips: usize, question: usize, own: &[String]) -> Option<&str> {
        if slips == 0 || !is_short(text) {
            return None;
        }
        rests(text, slips).find_map(|rest| {
            let from = self.rests.partition_point(|(other, _)| *other < rest);
            let near = self.rests[from..].iter().take_while(|(other, _)| *other == rest);
            near.map(|(_, form)| &self.forms[*form]).find_map(|(other, form)| {
                let is_other = *other != question && !own.contains(form);
                (is_other && strsim::damerau_levenshtein(text, form) <= slips).then_some(form.as_str())
            })
        })
    }
}

fn is_short(text: &str) -> bool {
    text.chars().nth(LONGEST_CHARS).is_none()
}

/// Hashes of `text` and of all that is left of it without up to `most` letters.
fn rests(text: &str, most: usize) -> impl Iterator<Item = u64> + use<> {
    let mut all = vec![text.to_owned()];
    let mut latest = 0;
    for _ in 0..most {
        let end = all.len();
        for index in latest..end {
            let rest = all[index].clone();
            all.extend(rest.char_indices().map(|(at, letter)| [&rest[..at], &rest[at + letter.len_utf8()..]].concat()));
        }
        latest = end;
    }
    all.into_iter().map(|rest| {
        let mut hasher = DefaultHasher::new();
        rest.hash(&mut hasher);
        hasher.finish()
    })
}
