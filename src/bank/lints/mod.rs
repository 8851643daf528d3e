//! Finds flaws in how questions are written, one file a rule or a small family. Never says that a question cannot be
//! asked, and is never run when a bank is read for play.
//!
//! A rule is a function that looks at one question with options; `told`, `given` and `maths` look at every question, and
//! `balance`, `twice` and `reach` at a bank as a whole. A new rule needs a [`Warning`], a line in [`RULES`], and its page in `explain`.

mod above;
mod adverbs;
mod agreement;
mod balance;
mod converging;
mod gap;
mod given;
mod length;
mod maths;
mod mixed;
mod negative;
mod opposite;
mod ranges;
mod reach;
mod shared;
#[cfg(test)]
mod tests;
mod told;
mod twice;
mod view;
mod warning;
mod warning_words;
mod words;

pub(crate) use twice::asked_text;
pub use warning::Warning;

use crate::bank::Bank;
use crate::bank::check::{Flaw, Subject};
use crate::bank::read::Progress;
use view::{Notes, PlainTexts, View};

/// A rule about one question with options.
type Rule = fn(&View, &mut Notes);

/// The rules that hold in every language.
const RULES: &[Rule] = &[length::longest_key, gap::rule, ranges::rule, mixed::numbers, converging::rule];

/// The rules that know English words.
const ENGLISH_RULES: &[Rule] = &[
    above::rule,
    opposite::rule,
    mixed::sentences,
    adverbs::absolute,
    adverbs::vague,
    negative::rule,
    agreement::article,
    agreement::number,
    shared::rule,
];

/// Questions between two looks at whether to go on.
const QUESTIONS_AT_ONCE: usize = 256;

/// Every flaw in how the questions of `bank` are written; those found so far where `progress` stops the search.
pub(crate) fn find(bank: &Bank, progress: &dyn Progress) -> Vec<Flaw> {
    let is_english = is_english(&bank.language);
    let mut notes = Notes { subject: Subject::Bank, found: Vec::new() };
    let mut drawable = maths::Drawable::default();
    for (index, question) in bank.questions.iter().enumerate() {
        if index % QUESTIONS_AT_ONCE == 0 && !progress.advance(1.0) {
            return notes.found;
        }
        notes.subject = Subject::Question(index);
        told::rule(question, &mut notes);
        given::rule(question, &mut notes);
        maths::rule(question, &mut drawable, &mut notes);
        length::many_options(question, &mut notes);
        let texts = PlainTexts::of(question);
        let Some(view) = View::of(question, &texts) else { continue };
        RULES.iter().for_each(|rule| rule(&view, &mut notes));
        if is_english {
            ENGLISH_RULES.iter().for_each(|rule| rule(&view, &mut notes));
        }
    }
    twice::rule(bank, &mut notes);
    reach::rule(bank, &mut notes);
    balance::key_position(bank, &mut notes);
    balance::true_share(bank, &mut notes);
    notes.found
}

/// Whether a BCP 47 tag is English; a bank that does not tell its language is taken for English.
fn is_english(tag: &str) -> bool {
    let primary = tag.split(['-', '_']).next().unwrap_or_default().trim();
    primary.is_empty() || primary.eq_ignore_ascii_case("en") || primary.eq_ignore_ascii_case("eng")
}
