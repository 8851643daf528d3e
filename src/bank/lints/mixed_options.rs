//! `mixed-options`: options that are not alike in kind: numbers among words, sentences among single words. Looks at their
//! form alone.

use crate::bank::check::explain::sources::GUIDELINES;
use crate::bank::lints::common::other_options::{denies_all, speaks_of_all};
use crate::bank::lints::{Check, Choosable, Lint, Notes, View, Violation};
use crate::bank::values::quantity::readings;
use crate::bank::wording::ascending::Date;
use crate::bank::{Explanation, Severity};
use std::borrow::Cow;
use std::fmt;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct MixedOptions {
    /// The option that stands out.
    pub odd: Box<str>,
    /// What it is.
    pub odd_sort: OptionSort,
    /// One of the others.
    pub other: Box<str>,
    /// What that is.
    pub other_sort: OptionSort,
}

impl Violation for MixedOptions {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "mixed-options",
            severity: Severity::Warning,
            title: "Options that are not alike in kind",
            why: "A number among words, or a sentence among single words, stands out. It is left out, or picked, for \
                  its look.",
            fix: "write options that could all be answers to the same question",
            source: GUIDELINES,
            before: r#"Question(
    id: "wall", prompt: "In which year did the Berlin Wall fall?",
    answer: Choice(correct: "1989", distractors: ["1961", "Gorbachev"]),
)"#,
            after: r#"Question(
    id: "wall", prompt: "In which year did the Berlin Wall fall?",
    answer: Choice(correct: "1989", distractors: ["1961", "1991"]),
)"#,
        },
        checks: &[Check::Options(numbers), Check::EnglishOptions(number_words), Check::EnglishOptions(sentences)],
    };

    fn message(&self) -> String {
        let Self { odd, odd_sort, other, other_sort } = self;
        format!("\"{odd}\" is {odd_sort} and \"{other}\" is {other_sort}")
    }

    fn help(&self) -> Cow<'static, str> {
        "write options that are alike in kind".into()
    }
}

/// What an option can be, to tell it from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionSort {
    /// A number, perhaps with a unit.
    Number,
    /// Anything but a number.
    InWords,
    /// A whole sentence.
    Sentence,
    /// A word or two that make no sentence.
    Term,
    /// Several words that make no sentence.
    Phrase,
}

impl fmt::Display for OptionSort {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Number => "a number",
            Self::InWords => "in words",
            Self::Sentence => "a whole sentence",
            Self::Term => "a word or two",
            Self::Phrase => "no sentence",
        })
    }
}

/// Numbers among words.
///
/// Haladyna, Downing & Rodriguez 2002, guideline 23. Where the prompt asks for a work or a make, a number may be its
/// name: the novel "1984".
fn numbers(view: &View, notes: &mut Notes) {
    let is_number = |option: &Choosable| match sort(option) {
        Sort::Number => Some(true),
        Sort::Words => Some(false),
        Sort::Either => None,
    };
    if let Some(mixture) = Mixture::of(view, is_number)
        && (asks_for_number(view) || !view.is_about_titles())
    {
        mixture.note(view, notes, [OptionSort::Number, OptionSort::InWords]);
    }
}

/// Numbers in words among numbers in digits.
fn number_words(view: &View, notes: &mut Notes) {
    let is_digits = |option: &Choosable| {
        if is_in_words(option) { Some(false) } else { (sort(option) == Sort::Number).then_some(true) }
    };
    if !view.is_about_words()
        && let Some(mixture) = Mixture::of(view, is_digits)
    {
        mixture.note(view, notes, [OptionSort::Number, OptionSort::InWords]);
    }
}

/// A number in words alone, perhaps with one word for what is counted: `eleven`, `twenty-one seconds`.
fn is_in_words(option: &Choosable) -> bool {
    let mut words = option.words.iter();
    let is_number = |word: &str| word.split('-').all(|part| NUMBER_WORDS.contains(&part));
    words.next().is_some_and(is_number) && words.count() <= 1
}

#[rustfmt::skip]
const NUMBER_WORDS: &[&str] = &[
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty",
    "seventy", "eighty", "ninety", "hundred", "thousand",
];

/// Whole sentences among single words, or among phrases. Options that speak of the others are told as such.
fn sentences(view: &View, notes: &mut Notes) {
    let is_other = |option: &Choosable| speaks_of_all(view, option) || denies_all(view, option);
    let is_whole = |option: &Choosable| match () {
        () if is_other(option) => None,
        () if is_term(option) => Some(false),
        () => is_sentence(option).then_some(true),
    };
    if let Some(mixture) = Mixture::of(view, is_whole) {
        return mixture.note(view, notes, [OptionSort::Sentence, OptionSort::Term]);
    }
    let is_stopped = |option: &Choosable| if is_other(option) { None } else { Some(is_stopped_sentence(option)) };
    let are_phrases = view.options.iter().all(|option| is_stopped_sentence(option) || is_phrase(option));
    if are_phrases && let Some(mixture) = Mixture::of(view, is_stopped) {
        mixture.note(view, notes, [OptionSort::Sentence, OptionSort::Phrase]);
    }
}

/// A clause with a full stop: "It kills moss.", "The singers take a breath here."
fn is_stopped_sentence(option: &Choosable) -> bool {
    let words: Vec<&str> = option.words.iter().collect();
    let has_verb = || match words[..] {
        [first, ..] if is_pronoun(first) => true,
        ["the" | "all" | "most" | "many" | "some", noun, verb, ..] => {
            let is_joint = matches!(
                verb,
                "of" | "in" | "with" | "for" | "on" | "at" | "and" | "or" | "that" | "which" | "who" | "from" | "to"
            );
            noun.ends_with('s') && !verb.ends_with('s') && !verb.ends_with("ing") && !is_joint
        }
        _ => false,
    };
    words.len() >= 3
        && option.text.trim_end().ends_with('.')
        && (has_verb() || option.words.has_any(VERBS))
        && !is_title(option.text)
}

/// Several words without a stop and without a verb that stands in most sentences.
fn is_phrase(option: &Choosable) -> bool {
    let first = option.words.iter().next().unwrap_or_default();
    let has_verb = option.words.has_any(VERBS) || is_pronoun(first);
    option.words.count() >= 2 && !option.text.trim_end().ends_with('.') && !has_verb
}

/// Options of two sorts.
struct Mixture {
    /// The first option of the rarer sort.
    odd: usize,
    /// The first option of the other sort.
    other: usize,
    /// Whether the rarer sort is the first of the two.
    is_odd_first_sort: bool,
}

impl Mixture {
    /// Sorts the options: `Some(true)` for the first sort, `Some(false)` for the second, `None` for neither.
    fn of(view: &View, sort: impl Fn(&Choosable) -> Option<bool>) -> Option<Self> {
        let mut first_of = [None; 2];
        let mut counts = [0_usize; 2];
        for (index, option) in view.options.iter().enumerate() {
            if let Some(is_first_sort) = sort(option) {
                first_of[usize::from(is_first_sort)].get_or_insert(index);
                counts[usize::from(is_first_sort)] += 1;
            }
        }
        let [second_sort, first_sort] = first_of;
        let (first, second) = (first_sort?, second_sort?);
        let is_odd_first_sort = counts[1] <= counts[0];
        let (odd, other) = if is_odd_first_sort { (first, second) } else { (second, first) };
        Some(Self { odd, other, is_odd_first_sort })
    }

    fn note(&self, view: &View, notes: &mut Notes, [first_sort, second_sort]: [OptionSort; 2]) {
        let text = |index: usize| view.options[index].text.into();
        let (odd_sort, other_sort) =
            if self.is_odd_first_sort { (first_sort, second_sort) } else { (second_sort, first_sort) };
        let found = MixedOptions { odd: text(self.odd), odd_sort, other: text(self.other), other_sort };
        notes.add(view.option_path(self.odd), found);
    }
}

#[derive(Debug, PartialEq)]
enum Sort {
    Number,
    Words,
    /// Could stand beside either: `Dozens`, `about 300`, `π`, `Undefined`.
    Either,
}

/// A month alone may be a name, such as April, May or June: a number has a digit.
fn sort(option: &Choosable) -> Sort {
    let text = option.text.trim();
    let has_digit = text.contains(|letter: char| letter.is_numeric());
    let begins_with_digit = text
        .trim_start_matches(['-', '\u{2212}', '+', '$', '€', '£'])
        .starts_with(|letter: char| letter.is_ascii_digit());
    // Most numbers are years: nothing of them needs to be read.
    let is_whole = || text.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = || begins_with_digit && (is_whole() || !readings(text).is_empty());
    if has_digit && (is_number() || Date::read(text).is_some()) {
        return Sort::Number;
    }
    let has_long_word =
        option.words.iter().any(|word| word.chars().filter(|letter| letter.is_alphabetic()).count() > 2);
    let is_near_number = has_digit || text.contains(['∞', '√']) || option.words.has_any(NEAR_NUMBERS);
    if has_long_word && !is_near_number { Sort::Words } else { Sort::Either }
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
    // "A shape whose sides have one length" is no sentence.
    let is_main = |word: &&str| !matches!(*word, "that" | "which" | "who" | "whose" | "where");
    let has_verb = option.words.iter().take_while(is_main).any(|word| VERBS.contains(&word))
        || option.words.iter().next().is_some_and(is_pronoun);
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

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::{check_options, check_pair, choice};

    #[test]
    fn options_of_two_kinds_are_told() {
        let titles = ["1984", "Brave New World", "Ulysses"];
        check_pair("mixed-options", ("Which is it?", &choice(&titles)), ("Which novel is it?", &choice(&titles)));
        check_options("mixed-options", &["5 km", "9 km", "near"], &["5 km", "9 km", "about twelve"]);
        check_options(
            "mixed-options",
            &["Rust", "It is a layer that water can pass."],
            &["It rusts", "It is a layer that water can pass."],
        );
        check_options("mixed-options", &["Eleven", "Ten", "9"], &["11", "10", "Nine or so"]);
        check_options(
            "mixed-options",
            &["To raise the level", "To feed the worms", "It kills weeds and moss."],
            &["It raises the level", "It feeds the worms", "It kills weeds and moss."],
        );
    }
}
