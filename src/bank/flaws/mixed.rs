//! Options that are not alike in kind: numbers among words, sentences among single words. Looks at their form alone.

use super::super::ascending::Date;
use super::super::quantity::readings;
use super::Warning;
use super::view::{Choosable, Notes, View};

/// Numbers among words.
///
/// Haladyna, Downing & Rodriguez 2002, guideline 23. Where the prompt asks for a work or a make, a number may be its
/// name: the novel "1984".
pub(super) fn numbers(view: &View, notes: &mut Notes) {
    if view.is_about_titles() && !asks_for_number(view) {
        return;
    }
    let (number, words) = (Sort::Number, Sort::Words);
    note(view, notes, |option| sort(option) == number, "a number", |option| sort(option) == words, "in words");
}

/// Whole sentences among single words.
pub(super) fn sentences(view: &View, notes: &mut Notes) {
    note(view, notes, is_sentence, "a whole sentence", is_term, "a word or two");
}

/// Notes the first option of the rarer sort, if there are options of both.
fn note(
    view: &View,
    notes: &mut Notes,
    is_one: impl Fn(&Choosable) -> bool,
    one_sort: &'static str,
    is_other: impl Fn(&Choosable) -> bool,
    other_sort: &'static str,
) {
    let of = |is_such: &dyn Fn(&Choosable) -> bool| -> Vec<usize> {
        view.options.iter().enumerate().filter(|(_, option)| is_such(option)).map(|(index, _)| index).collect()
    };
    let mut groups = [(of(&is_one), one_sort), (of(&is_other), other_sort)];
    groups.sort_by_key(|(indices, _)| indices.len());
    let [(rare, odd_sort), (common, other_sort)] = groups;
    let (Some(odd), Some(other)) = (rare.first(), common.first()) else { return };
    let text = |index: usize| view.options[index].text.into();
    let warning = Warning::MixedOptions { odd: text(*odd), odd_sort, other: text(*other), other_sort };
    notes.add(view.option_path(*odd), warning);
}

#[derive(Debug, PartialEq)]
enum Sort {
    Number,
    Words,
    /// Could stand beside either: `Dozens`, `about 300`, `π`, `Undefined`.
    Either,
}

fn sort(option: &Choosable) -> Sort {
    let text = option.text.trim();
    let begins_with_digit = text
        .trim_start_matches(['-', '\u{2212}', '+', '$', '€', '£'])
        .starts_with(|letter: char| letter.is_ascii_digit());
    if (begins_with_digit && !readings(text).is_empty()) || is_date(text) {
        return Sort::Number;
    }
    let has_long_word =
        option.words.iter().any(|word| word.chars().filter(|letter| letter.is_alphabetic()).count() > 2);
    let is_near_number = text.contains(|letter: char| letter.is_numeric() || matches!(letter, '∞' | '√'))
        || option.words.has_any(NEAR_NUMBERS);
    if has_long_word && !is_near_number { Sort::Words } else { Sort::Either }
}

/// A month alone may be a name: April, May, June.
fn is_date(text: &str) -> bool {
    text.contains(|letter: char| letter.is_ascii_digit()) && Date::read(text).is_some()
}

/// Words that answer "how many?" without a digit.
#[rustfmt::skip]
const NEAR_NUMBERS: &[&str] = &[
    "all", "billion", "billions", "both", "cannot", "constant", "double", "dozen", "dozens", "eight", "eighteen",
    "eighty", "eleven", "equal", "every", "fewer", "fifteen", "fifty", "five", "forever", "forty", "four", "fourteen", "half",
    "hundred", "hundreds", "impossible", "indefinitely", "infinite", "infinitely", "infinity", "less", "million",
    "millions", "more", "never", "nine", "nineteen", "ninety", "none", "nothing", "once", "one", "quarter", "same",
    "seven", "seventeen", "seventy", "six", "sixteen", "sixty", "ten", "tens", "third", "thirteen", "thirty",
    "thousand", "thousands", "three", "triple", "twelve", "twenty", "twice", "two", "undefined", "unknown",
    "unlimited", "zero",
];

fn asks_for_number(view: &View) -> bool {
    let pairs = view.prompt.iter().zip(view.prompt.iter().skip(1));
    let mut asked = pairs.map(|pair| {
        matches!(pair, ("how", "many" | "much" | "long" | "far" | "old" | "high" | "deep" | "fast" | "big" | "large"))
            || matches!(pair, ("which" | "what", "year" | "number" | "percentage" | "share" | "century"))
    });
    asked.any(|is_asked| is_asked)
}

/// Long and with a verb, or ending in a full stop; not a title, whose words begin with capitals.
fn is_sentence(option: &Choosable) -> bool {
    let count = option.words.count();
    let has_stop = option.text.trim_end().ends_with('.') && count >= 5;
    let has_verb = option.words.has_any(VERBS) || option.words.iter().next().is_some_and(is_pronoun);
    !is_title(option.text) && (has_stop || (count >= 5 && has_verb))
}

/// One word or two that make no sentence by themselves, as "It melts" does.
fn is_term(option: &Choosable) -> bool {
    let has_verb = option.words.has_any(VERBS) || option.words.iter().next().is_some_and(is_pronoun);
    let is_verdict = option.words.has_any(&["true", "false", "yes", "no", "none", "all", "both", "neither", "nothing"]);
    matches!(option.words.count(), 1 | 2) && !has_verb && !is_verdict && sort(option) == Sort::Words
}

fn is_title(text: &str) -> bool {
    let words = || text.split_whitespace().filter(|word| word.chars().count() > 3);
    let capitals = words().filter(|word| word.chars().any(char::is_uppercase)).count();
    capitals * 3 >= words().count() * 2
}

fn is_pronoun(word: &str) -> bool {
    matches!(word, "it" | "they" | "he" | "she" | "we" | "you" | "i" | "there" | "this" | "that")
}

#[rustfmt::skip]
/// Verbs that stand in most sentences of this kind.
const VERBS: &[&str] = &[
    "are", "became", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might", "must", "should",
    "was", "were", "will", "would",
];
