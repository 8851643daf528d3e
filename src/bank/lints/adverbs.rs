//! Absolutes and vague quantities in options. Never looks at the prompt for them: a prompt may well say "only".

use crate::bank::lints::Warning;
use crate::bank::lints::view::{Choosable, Notes, View};

/// `always`, `never`, `only` and their like: learners have found that such options are wrong for the most part.
///
/// Haladyna, Downing & Rodriguez 2002, guideline 28a. Where every option has one, none of them stands out.
pub(crate) fn absolute(view: &View, notes: &mut Notes) {
    let found: Vec<Option<&str>> = view.options.iter().map(absolute_in).collect();
    if found.iter().flatten().next().is_none() || view.is_about_words() {
        return;
    }
    let mut pairs = view.options.iter().zip(&found);
    if pairs.all(|(option, word)| word.is_some() || is_frequency(option)) {
        return;
    }
    for (index, word) in found.into_iter().enumerate() {
        if let Some(word) = word.filter(|_| !is_quoted_or_title(&view.options[index])) {
            notes.add(view.option_path(index), Warning::AbsoluteOption { word: word.into() });
        }
    }
}

/// `often`, `usually`, `several`: what one reader calls often, another calls rarely (Case & Swanson 2002).
pub(crate) fn vague(view: &View, notes: &mut Notes) {
    for (index, option) in view.options.iter().enumerate() {
        let adverb = option.words.iter().find(|word| VAGUE_ADVERBS.contains(word));
        let is_quantity = || option.words.count() <= 2 || asks_how_many(view);
        let word = adverb.or_else(|| vague_quantity(option).filter(|_| is_quantity()));
        if let Some(word) = word.filter(|_| !is_quoted_or_title(option) && !view.is_about_words()) {
            notes.add(view.option_path(index), Warning::VagueOption { word: word.into() });
        }
    }
}

const ABSOLUTES: &[&str] =
    &["always", "never", "only", "invariably", "nobody", "everybody", "everyone", "nowhere", "everywhere"];
/// Absolutes where the option begins with them: "All mammals lay eggs", but not "Once and for all".
const ABSOLUTE_OPENINGS: &[&str] = &["all", "every", "no"];
const ABSOLUTE_PHRASES: &[&[&str]] = &[
    &["without", "exception"],
    &["under", "all", "circumstances"],
    &["under", "no", "circumstances"],
    &["in", "all", "cases"],
    &["in", "every", "case"],
    &["at", "all", "times"],
    &["no", "one"],
];
/// Words before or after which an absolute is none.
const HARMLESS_BEFORE: &[&str] = &["not", "if", "the"];
const HARMLESS_AFTER: &[&str] = &["child", "if", "just"];

const VAGUE_ADVERBS: &[&str] = &[
    "frequently",
    "generally",
    "occasionally",
    "often",
    "perhaps",
    "possibly",
    "probably",
    "rarely",
    "seldom",
    "sometimes",
    "typically",
    "usually",
];
const VAGUE_QUANTITIES: &[&str] = &["few", "lots", "many", "numerous", "several", "some", "various", "plenty"];

fn absolute_in<'a>(option: &'a Choosable) -> Option<&'a str> {
    let words: Vec<&str> = option.words.iter().collect();
    let is_harmless = |at: usize| {
        at.checked_sub(1).is_some_and(|before| HARMLESS_BEFORE.contains(&words[before]))
            || words.get(at + 1).is_some_and(|after| HARMLESS_AFTER.contains(after))
    };
    let single = words.iter().enumerate().find(|(at, word)| ABSOLUTES.contains(word) && !is_harmless(*at));
    let opening = || {
        const SHORTEST_SENTENCE_WORDS: usize = 3;
        let first = *words.first()?;
        let is_opening = words.len() >= SHORTEST_SENTENCE_WORDS && ABSOLUTE_OPENINGS.contains(&first);
        let is_about_others = words.get(1).is_some_and(|next| matches!(*next, "of" | "the" | "longer" | "change"));
        // "No, he did not" is a verdict.
        let has_comma =
            option.text.trim_start().get(first.len()..).is_some_and(|rest| rest.starts_with([',', ':', ';']));
        (is_opening && !is_about_others && !has_comma).then_some(first)
    };
    let phrase = || {
        let at = |start: usize| ABSOLUTE_PHRASES.iter().find(|phrase| words[start..].starts_with(phrase));
        (0..words.len()).find_map(|start| at(start).map(|_| words[start]))
    };
    single.map(|(_, word)| *word).or_else(phrase).or_else(opening)
}

/// Whether the option tells how often: "How often …?" may be answered by "always".
fn is_frequency(option: &Choosable) -> bool {
    option.words.has_any(VAGUE_ADVERBS)
        || option.words.has_any(&["once", "twice", "daily", "weekly", "monthly", "yearly"])
}

fn vague_quantity<'a>(option: &'a Choosable) -> Option<&'a str> {
    let mut words = option.words.iter();
    let first = words.next()?;
    let word = if matches!(first, "a" | "only" | "very" | "quite") { words.next()? } else { first };
    match word {
        "lot" | "couple" if first == "a" => Some(word),
        _ => VAGUE_QUANTITIES.contains(&word).then_some(word),
    }
}

fn asks_how_many(view: &View) -> bool {
    let mut pairs = view.prompt.iter().zip(view.prompt.iter().skip(1));
    pairs.any(|pair| matches!(pair, ("how", "many" | "much" | "often" | "long" | "far" | "large" | "big")))
}

/// Titles and quotations say what they say: "Never Let Me Go", “Only connect”.
fn is_quoted_or_title(option: &Choosable) -> bool {
    let is_quoted = option.written.trim_start().starts_with(['"', '“', '«', '‘', '*', '_', '`']);
    let words = || option.text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic));
    let capitals = words().filter(|word| word.starts_with(|letter: char| letter.is_uppercase())).count();
    is_quoted || (capitals >= 2 && capitals * 3 >= words().count() * 2)
}
