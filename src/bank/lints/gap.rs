//! Gaps in the prompt of a question with options. Looks at the shape of the prompt, not at its words.

use crate::bank::lints::Warning;
use crate::bank::lints::view::{Notes, View};

/// A gap with words of its sentence after it: learners must keep the sentence in mind while they try the options.
///
/// Haladyna & Rodriguez 2013 advise against gaps inside the stem; a gap at the end reads like a question.
pub(crate) fn rule(view: &View, notes: &mut Notes) {
    if has_gap_before_end(&view.question.prompt) {
        notes.add_to_prompt(Warning::GapBeforeEnd);
    }
}

/// Whether a word comes after a gap and before the end of the sentence.
fn has_gap_before_end(prompt: &str) -> bool {
    after_gaps(prompt).any(|rest| {
        let end = rest.find(['.', '?', '!', '\n']).unwrap_or(rest.len());
        rest[..end].contains(char::is_alphabetic)
    })
}

/// What stands after each gap.
fn after_gaps(prompt: &str) -> impl Iterator<Item = &str> {
    let named = ["[blank]", "(blank)", "[gap]", "[   ]", "(   )"];
    let named = named.into_iter().filter_map(|name| prompt.split_once(name).map(|(_, rest)| rest));
    let drawn = prompt.char_indices().filter_map(|(at, letter)| {
        let is_same = |other: char| stroke(other) == stroke(letter);
        let before = prompt[..at].chars().next_back();
        if stroke(letter).is_none() || before.is_some_and(is_same) {
            return None;
        }
        let rest = prompt[at..].trim_start_matches(is_same);
        let run = &prompt[at..prompt.len() - rest.len()];
        is_gap(run, before, rest.chars().next()).then_some(rest)
    });
    named.chain(drawn)
}

/// What a gap is drawn with; a backslash may stand before each underscore.
fn stroke(letter: char) -> Option<char> {
    match letter {
        '_' | '\\' => Some('_'),
        '.' | '…' => Some('.'),
        '-' | '–' | '—' => Some('-'),
        _ => None,
    }
}

/// Two underscores between spaces, or four of another stroke; not `snake__case`, not `__bold__`, not a dash, not `…`.
fn is_gap(run: &str, before: Option<char>, after: Option<char>) -> bool {
    let is_free = |next: Option<char>| next.is_none_or(|next| !next.is_alphanumeric());
    let count = run.chars().filter(|letter| *letter != '\\').count();
    let least = if run.contains('_') { 2 } else { 4 };
    is_free(before) && is_free(after) && count >= least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_with_words_after_it_is_found() {
        for prompt in [
            "The ____ is the powerhouse of the cell.",
            "____ discovered penicillin.",
            r"The \_\_\_ pumps blood.",
            "Water boils at ..... degrees.",
            "The [blank] pumps blood.",
            "One. The __ pumps blood",
        ] {
            assert!(has_gap_before_end(prompt), "{prompt}");
        }
    }

    #[test]
    fn gaps_at_the_end_and_what_only_looks_like_a_gap_are_let_be() {
        for prompt in [
            "The organ that pumps blood is the ____.",
            "The organ that pumps blood is ____ (choose one)".trim_end_matches(" (choose one)"),
            "Which is __not__ a metal?",
            "What does `my__name` mean?",
            "Blood – and there is much of it – is pumped by which organ?",
            "Complete: Roses are red … violets are blue.",
            "The capital is ____. Which city is it?",
            "Which animal is ___not___ a bird?",
        ] {
            assert!(!has_gap_before_end(prompt), "{prompt}");
        }
    }
}
