//! `absolute-option`: "always", "never" or "only" in an option. Never looks at the prompt for them: a prompt may well
//! say "only".

use crate::bank::check::explain::sources::GUIDELINES;
use crate::bank::lints::common::frequency::tells_how_often;
use crate::bank::lints::common::other_options::{denies_all, speaks_of_all};
use crate::bank::lints::{Check, Choosable, Lint, Notes, View, Violation};
use crate::bank::{Explanation, Severity};
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct AbsoluteOption {
    /// The word.
    pub word: Box<str>,
}

impl Violation for AbsoluteOption {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "absolute-option",
            severity: Severity::Warning,
            title: "\"Always\", \"never\" or \"only\" in an option",
            why: "Few things are without exception, so learners have found that such options are mostly wrong, and \
                  leave them out unread. Where every option has such a word, none stands out, and nothing is said.",
            fix: "word the option without it",
            source: GUIDELINES,
            before: r#"Question(
    id: "cats", prompt: "What do domestic cats do at night?",
    answer: Choice(correct: "Hunt for small prey", distractors: ["Never leave their sleeping place", "Gather in large groups"]),
)"#,
            after: r#"Question(
    id: "cats", prompt: "What do domestic cats do at night?",
    answer: Choice(correct: "Hunt for small prey", distractors: ["Stay in their sleeping place", "Gather in large groups"]),
)"#,
        },
        checks: &[Check::EnglishOptions(check)],
    };

    fn message(&self) -> String {
        let Self { word } = self;
        format!("\"{word}\" in an option says whether it is right, for few things are without exception")
    }

    fn help(&self) -> Cow<'static, str> {
        "leave it out".into()
    }
}

/// `always`, `never`, `only` and their like: learners have found that such options are wrong for the most part.
///
/// Haladyna, Downing & Rodriguez 2002, guideline 28a. Where every option has one, none of them stands out.
fn check(view: &View, notes: &mut Notes) {
    let found: Vec<Option<&str>> = view.options.iter().map(absolute_in).collect();
    if found.iter().flatten().next().is_none() || view.is_about_words() {
        return;
    }
    let mut pairs = view.options.iter().zip(&found);
    if pairs.all(|(option, word)| word.is_some() || tells_how_often(option)) || open_alike(view) {
        return;
    }
    for (index, word) in found.into_iter().enumerate() {
        let option = &view.options[index];
        // Those that speak of the other options are told as such.
        let is_other = option.is_quoted_or_title() || speaks_of_all(view, option) || denies_all(view, option);
        if let Some(word) = word.filter(|_| !is_other) {
            notes.add(view.option_path(index), AbsoluteOption { word: word.into() });
        }
    }
}

/// Whether all options begin with the same absolute, so that none stands out by it: "Every row", "Every second row".
fn open_alike(view: &View) -> bool {
    let mut first = view.options.iter().map(|option| option.words.iter().next());
    let word = first.next().flatten();
    word.is_some_and(|word| ABSOLUTE_OPENINGS.contains(&word)) && first.all(|other| other == word)
}

#[rustfmt::skip]
const ABSOLUTES: &[&str] = &[
    "absolutely", "always", "any", "completely", "entirely", "every", "everybody", "everyone", "everywhere", "exclusively",
    "invariably", "never", "nobody", "nowhere", "only", "solely", "totally", "wholly",
];
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
    &["that", "all"],
    &["that", "every"],
];
/// Words before or after which an absolute is none.
const HARMLESS_BEFORE: &[&str] = &["not", "if", "the", "in", "without", "hardly", "nor", "never"];
const HARMLESS_AFTER: &[&str] = &["child", "if", "just", "more", "longer", "of", "other"];
/// Words before "never" that make a report of it: "It was never finished" claims nothing of all cases.
const REPORTS: &[&str] = &["was", "were", "had"];
/// Words after "every" that tell how often.
#[rustfmt::skip]
const TIMES: &[&str] = &[
    "second", "third", "fourth", "fifth", "other", "two", "three", "four", "five", "six", "seven", "eight", "ten", "few", "day",
    "night", "morning", "evening", "hour", "minute", "week", "month", "quarter", "year", "decade", "century", "spring",
    "summer", "autumn", "winter", "monday", "friday", "sunday", "time",
];

fn absolute_in<'a>(option: &'a Choosable) -> Option<&'a str> {
    let words: Vec<&str> = option.words.iter().collect();
    let is_harmless = |at: usize| {
        let before = at.checked_sub(1).map_or("", |before| words[before]);
        let after = words.get(at + 1).copied().unwrap_or_default();
        let is_number = after.starts_with(|sign: char| sign.is_ascii_digit());
        HARMLESS_BEFORE.contains(&before)
            || HARMLESS_AFTER.contains(&after)
            || (words[at] == "never" && REPORTS.contains(&before))
            || (words[at] == "every" && (is_number || TIMES.contains(&after)))
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
        (is_opening && !is_about_others && !has_comma && !is_harmless(0)).then_some(first)
    };
    let phrase = || {
        let at = |start: usize| ABSOLUTE_PHRASES.iter().find(|phrase| words[start..].starts_with(phrase));
        (0..words.len())
            .find_map(|start| at(start).map(|phrase| if words[start] == "that" { phrase[1] } else { words[start] }))
    };
    single.map(|(_, word)| *word).or_else(phrase).or_else(opening)
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::check_options;

    #[test]
    fn absolutes_are_told_where_not_every_option_has_one() {
        check_options("absolute-option", &["It flies", "It never flies"], &["It only flies", "It never flies"]);
        check_options("absolute-option", &["In some", "Under all circumstances"], &["If only just", "For all that"]);
    }

    #[test]
    fn words_that_tell_how_often_are_no_absolutes_among_their_like() {
        check_options("absolute-option", &["By night", "Always"], &["Once", "Always"]);
    }

    #[test]
    fn a_word_for_everything_is_told_wherever_it_stands() {
        for option in
            ["At any hour of the day", "A pulse that entirely stops", "Proof of every claim", "That all sums agree"]
        {
            check_options("absolute-option", &["In the morning", option], &["In the morning", "Every second day"]);
        }
    }

    #[test]
    fn what_never_was_is_a_report() {
        check_options("absolute-option", &["It never ends", "It was lost"], &["It was never finished", "It was lost"]);
    }

    #[test]
    fn options_that_all_begin_alike_stand_out_by_nothing() {
        check_options("absolute-option", &["Every row here", "Half a row"], &["Every row", "Every long row"]);
    }

    #[test]
    fn titles_and_quotations_say_what_they_say() {
        check_options("absolute-option", &["A sad song", "never let go"], &["A sad song", "*never let go*"]);
        check_options("absolute-option", &["A sad song", "Never let me go"], &["A sad song", "Never Let Me Go"]);
    }
}
