//! Which hint a question shows: one for the part that it asks for, or the fact's own where it helps with that part. A hint
//! that gives the answer away, or repeats the question, is none.

use crate::bank::Answer;
use crate::bank::wording::alike::folded;
use crate::facts::Fact;
use crate::facts::generate::builder::Builder;
use crate::facts::generate::index::{holds, words};
use crate::facts::generate::sentence::Slot;

/// The hint for a question on a fact that asks for that part, in these words.
pub(crate) fn hint<'t>(
    builder: &Builder<'_, 't>,
    fact: u32,
    asked: Slot,
    prompt: &str,
    answer: &Answer,
) -> Option<&'t str> {
    let of_fact = builder.known(fact).fact;
    let is_fair = |hint: &&str| {
        !builder.gives_away(fact, asked, hint, &words(hint)) && !fills_a_gap(hint, answer) && says_more(hint, prompt)
    };
    let whichever = Some(of_fact.hint.trim()).filter(|hint| asked != Slot::Year || speaks_of_time(hint));
    let mut hints = [of_part(of_fact, asked), whichever.unwrap_or_default()].into_iter();
    hints.find(|hint| !hint.is_empty() && is_fair(hint))
}

/// What the fact tells to whoever is asked for that part.
fn of_part(fact: &Fact, asked: Slot) -> &str {
    match asked {
        Slot::Subject => fact.hints.subject.trim(),
        Slot::Object => fact.hints.object.trim(),
        Slot::Year => fact.hints.year.trim(),
        Slot::Note => "",
    }
}

/// Whether a hint has what belongs in one of the gaps: with several of them, it may help with one and name another.
fn fills_a_gap(hint: &str, answer: &Answer) -> bool {
    let Answer::Cloze { text } = answer else { return false };
    let hint = words(hint);
    text.gaps().any(|gap| holds(&hint, &words(gap.right())))
}

/// Whether a hint has a word of its own: not of the prompt, and more than a link between words.
fn says_more(hint: &str, prompt: &str) -> bool {
    let stems =
        |text: &str| -> Vec<String> { folded(text).split(|sign: char| !sign.is_alphanumeric()).map(stem).collect() };
    let asked = stems(prompt);
    stems(hint).into_iter().any(|word| !word.is_empty() && !LINKS.contains(&&*word) && !asked.contains(&word))
}

/// A word without the endings that make another form of it.
fn stem(word: &str) -> String {
    const SHORTEST_CHARS: usize = 4;
    let without = |word: &str, endings: &[&str]| {
        let bare = endings.iter().find_map(|ending| word.strip_suffix(ending));
        bare.filter(|bare| bare.chars().count() >= SHORTEST_CHARS).unwrap_or(word).to_owned()
    };
    without(&without(word, &["ing", "ed", "s"]), &["e"])
}

/// Words that say nothing by themselves.
#[rustfmt::skip]
const LINKS: &[&str] = &[
    "a", "about", "all", "also", "an", "and", "are", "as", "at", "be", "been", "by", "can", "did", "do", "does", "for", "from",
    "had", "has", "have", "he", "her", "him", "his", "in", "is", "it", "its", "of", "on", "one", "or", "she", "so", "that",
    "the", "their", "them", "there", "they", "think", "this", "to", "was", "were", "what", "which", "who", "with", "you", "your",
];

/// Whether a text says something of time: a year, a century, before or after something. Who was there or where it was
/// helps nobody to a year.
fn speaks_of_time(text: &str) -> bool {
    let small = folded(text);
    let mut words = small.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_year = |word: &str| word.len() >= 3 && word.bytes().take(3).all(|byte| byte.is_ascii_digit());
    let is_ordinal = |word: &str| {
        word.starts_with(|sign: char| sign.is_ascii_digit()) && word.ends_with(|sign: char| sign.is_alphabetic())
    };
    words.any(|word| is_year(word) || is_ordinal(word) || TIMES.contains(&word))
}

/// Words that place something in time.
#[rustfmt::skip]
const TIMES: &[&str] = &[
    "after", "afterwards", "age", "ages", "ago", "ancient", "antiquity", "anniversary", "bc", "bce", "before", "birth",
    "born", "centuries", "century", "contemporary", "day", "days", "death", "decade", "decades", "died", "during", "earlier",
    "early", "earliest", "eighties", "era", "eve", "fifties", "following", "former", "forties", "generation", "generations",
    "interwar", "just", "late", "later", "latest", "lifetime", "medieval", "midnight", "millennium", "modern", "month", "months",
    "nineties", "old", "older", "peacetime", "period", "postwar", "prehistoric", "previous", "recent", "recently", "reign", "reigned",
    "renaissance", "same", "season", "seventies", "since", "sixties", "soon", "spring", "summer", "autumn", "thirties", "time",
    "times", "turn", "twenties", "until", "victorian", "war", "wartime", "when", "while", "winter", "within", "year", "years",
    "young", "younger",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hint_for_a_year_speaks_of_time() {
        for hint in
            ["It was after 2001.", "Queen Victoria reigned.", "In the 19th century", "Between the wars? Long before."]
        {
            assert!(speaks_of_time(hint), "{hint}");
        }
        for hint in ["It lies in what is now Belgium.", "Think of a bird.", "Two were there.", "He was a king."] {
            assert!(!speaks_of_time(hint), "{hint}");
        }
    }

    #[test]
    fn a_hint_that_only_repeats_the_prompt_says_no_more() {
        let prompt = "Which battle was won by William of Normandy?";
        assert!(!says_more("It was a battle.", prompt));
        assert!(!says_more("William won battles.", prompt));
        assert!(says_more("It was fought in Sussex.", prompt));
    }
}
