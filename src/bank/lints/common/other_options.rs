//! English options that speak of the other options: of all of them, or of none. Looks at one whole option alone.

use crate::bank::lints::common::roots::is_same_root;
use crate::bank::lints::{Choosable, View};

/// Whether the option says that all others are right, or several of them.
pub(crate) fn speaks_of_all(view: &View, option: &Choosable) -> bool {
    const OPENINGS: &[&str] = &["all", "both", "each", "every", "any", "everything", "more"];
    is_made_of(view, option, OPENINGS) || counts_all(view, option) || is_of_letters(option)
}

/// Whether the option says that none of the others is right.
pub(crate) fn denies_all(view: &View, option: &Choosable) -> bool {
    const OPENINGS: &[&str] = &["none", "neither", "nothing", "no"];
    is_made_of(view, option, OPENINGS) || is_not_one(view, option) || is_another(option)
}

/// What the other options are called where nothing else can be meant.
const POINTERS: &[&str] = &[
    "above",
    "alternatives",
    "below",
    "these",
    "those",
    "listed",
    "mentioned",
    "others",
    "options",
    "option",
    "answers",
    "answer",
    "choices",
    "choice",
];
/// What may stand around that.
#[rustfmt::skip]
const GLUE: &[&str] = &[
    "a", "an", "apply", "are", "correct", "false", "from", "given", "here", "is", "items", "just", "named", "of", "one", "other",
    "reasons", "right", "shown", "statement", "statements", "than", "the", "them", "things", "true", "two", "three", "four",
    "was", "were", "wrong",
];

/// Whether `option` is one of `openings`, a name for the other options, and nothing else that means anything. What the
/// prompt asks for may be named: "each of the stitches listed here".
fn is_made_of(view: &View, option: &Choosable, openings: &[&str]) -> bool {
    let mut words = option.words.iter();
    let Some(opening) = words.next().filter(|word| openings.contains(word)) else { return false };
    if matches!(opening, "both" | "neither") && option.words.count() == 1 {
        return true;
    }
    // "All of them" means the others too; "None of them" may be about the people of the prompt, but so it says nothing.
    let is_them =
        matches!(opening, "all" | "none" | "both" | "neither") && option.words.iter().eq([opening, "of", "them"]);
    is_them || (option.words.has_any(POINTERS) && words.all(|word| is_plain(view, word)))
}

fn is_plain(view: &View, word: &str) -> bool {
    POINTERS.contains(&word) || GLUE.contains(&word) || is_asked(view, word)
}

fn is_asked(view: &View, word: &str) -> bool {
    const SHORTEST_BYTES: usize = 4;
    word.len() >= SHORTEST_BYTES && view.prompt.iter().any(|asked| is_same_root(asked, word))
}

/// "All three" beside three others.
fn counts_all(view: &View, option: &Choosable) -> bool {
    let others = match view.options.len() {
        3 => "two",
        4 => "three",
        5 => "four",
        _ => return false,
    };
    option.words.iter().eq(["all", others]) || option.words.iter().eq(["all", others, "of", "them"])
}

/// "Both A and B", "A and C only": the letters of a printed test, which shuffled options do not have.
fn is_of_letters(option: &Choosable) -> bool {
    let is_letter = |word: &str| word.len() == 1 && matches!(word, "a" | "b" | "c" | "d" | "e");
    let is_glue = |word: &str| matches!(word, "both" | "only" | "and" | "or" | "but" | "not");
    let letters = option.words.iter().filter(|word| is_letter(word)).count();
    letters >= 2
        && option.words.has_any(&["both", "only"])
        && option.words.iter().all(|word| is_letter(word) || is_glue(word))
}

/// "Not one of these pieces", "not any of the above": a noun may end it.
fn is_not_one(view: &View, option: &Choosable) -> bool {
    let words: Vec<&str> = option.words.iter().collect();
    let ["not", "one" | "any" | "a", rest @ ..] = &words[..] else { return false };
    let after = rest.iter().position(|word| POINTERS.contains(word)).map(|at| &rest[at + 1..]);
    after.is_some_and(|after| after.len() <= 1 || after.iter().all(|word| is_plain(view, word)))
}

/// "Something else", "a different number from those above".
fn is_another(option: &Choosable) -> bool {
    const LONGEST_WORDS: usize = 8;
    let words: Vec<&str> = option.words.iter().collect();
    match &words[..] {
        ["something", "else"] | ["something", "else", "entirely"] => true,
        ["another" | "other", rest @ ..] | ["a" | "an" | "some" | "something", "different" | "other", rest @ ..] => {
            words.len() <= LONGEST_WORDS
                && rest.iter().any(|word| matches!(*word, "above" | "these" | "those" | "listed" | "given"))
        }
        _ => false,
    }
}
