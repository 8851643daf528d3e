//! `longest-key`: a key much longer than every distractor. Counts, and reads nothing.

use crate::bank::ascending;
use crate::bank::lints::{Check, Choosable, Lint, Notes, View, Violation};
use crate::bank::{Explanation, Severity};
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct LongestKey;

impl Violation for LongestKey {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "longest-key",
            severity: Severity::Warning,
            title: "The right option is much longer than all others",
            why: "Writers take care to make the key wholly right, and so it grows. Of ten flaws tried on students, \
                  three raised their marks, and this is one. Told from 25 characters on, and where the key is more \
                  than 1.25 times as long as the longest distractor.",
            fix: "shorten the key, or write one distractor as long",
            source: "Pham, Besanko & Devitt 2018, MedEdPublish 7, 225",
            before: r#"Question(
    id: "tides", prompt: "What causes the tides?",
    answer: Choice(correct: "The pull of the Moon and, to a lesser degree, of the Sun", distractors: ["The wind", "The heat of the sea"]),
)"#,
            after: r#"Question(
    id: "tides", prompt: "What causes the tides?",
    answer: Choice(correct: "The pull of the Moon", distractors: ["The push of the wind", "The heat of the sea"]),
)"#,
        },
        checks: &[Check::Options(check)],
    };

    fn message(&self) -> String {
        "the right option is much longer than all others, which tells it".to_owned()
    }

    fn help(&self) -> Cow<'static, str> {
        "shorten it, or write a distractor as long".into()
    }
}

/// A key longer than every distractor by this factor is told by its length.
const TELLING_RATIO: f64 = 1.25;
/// Below this, a longer key is a longer name, such as "Reykjavik" beside "Oslo"; by trial on the labelled questions.
const SHORTEST_TELLING_CHARS: usize = 25;

/// A key much longer than every distractor, one of the few flaws that were seen to raise marks (Pham, Besanko & Devitt 2018).
fn check(view: &View, notes: &mut Notes) {
    let chars = |option: &Choosable| option.text.trim().chars().count();
    let (Some(shortest_key), Some(longest)) =
        (view.keys().iter().map(chars).min(), view.distractors().iter().map(chars).max())
    else {
        return;
    };
    // A name or a title has the length that it has.
    let is_name = |key: &Choosable| key.is_quoted_or_title() || key.words.count() == 1;
    if view.keys().iter().all(is_name) && !view.keys().iter().all(is_worded) {
        return;
    }
    let is_longer = shortest_key as f64 > TELLING_RATIO * longest as f64;
    if is_longer && shortest_key >= SHORTEST_TELLING_CHARS && ascending(&view.option_texts()).is_none() {
        notes.add(view.option_path(0), LongestKey);
    }
}

/// A single run of letters that is no name: small letters alone.
fn is_worded(key: &Choosable) -> bool {
    key.words.count() == 1 && !key.text.contains(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::check_options;

    #[test]
    fn a_name_or_a_title_has_the_length_that_it_has() {
        check_options(
            "longest-key",
            &["Then and in the art of motorcycle maintenance", "On the road"],
            &["Zen and the Art of Motorcycle Maintenance", "On the Road"],
        );
        check_options("longest-key", &[&"a".repeat(40), "b"], &["Llanfairpwllgwyngyllgogerychwyrndrobwll", "Betws"]);
    }

    #[test]
    fn a_key_is_long_from_25_characters_and_five_quarters_of_the_others() {
        check_options(
            "longest-key",
            &["abcde abcde abcde abcde abcde", "abcde abcde abcde abcde"],
            &["Reykjavik in Iceland", "Oslo"],
        );
        check_options("longest-key", &[&"a".repeat(26), &"b".repeat(20)], &[&"a".repeat(25), &"b".repeat(20)]);
    }

    #[test]
    fn the_25th_character_is_what_makes_a_key_telling() {
        check_options("longest-key", &[&"a".repeat(25), &"b".repeat(19)], &[&"a".repeat(24), &"b".repeat(19)]);
        check_options("longest-key", &[&"ä".repeat(25), "b"], &[&"ä".repeat(24), "b"]);
    }
}
