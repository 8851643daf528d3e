//! `clue-in-gap`: the sentence around a gap tells what stands in it: an article, a number or the word itself.

use crate::bank::check::explain::sources::GUIDELINES;
use crate::bank::check::in_answer;
use crate::bank::lints::common::Words;
use crate::bank::lints::common::roots::{is_same_root, is_telling};
use crate::bank::lints::number_clue::is_plural_option;
use crate::bank::lints::{Check, Choosable, Lint, Notes, Violation};
use crate::bank::wording::article::takes_an;
use crate::bank::{Answer, Explanation, Gap, Part, Question, Severity};
use crate::text::plain;
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct ClueInGap {
    /// The word that tells it.
    pub clue: Box<str>,
    /// What stands in the gap.
    pub answer: Box<str>,
}

impl Violation for ClueInGap {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "clue-in-gap",
            severity: Severity::Warning,
            title: "The sentence tells what stands in its gap",
            why: "An article before the gap or a verb behind it fits some options alone, and a word of the answer elsewhere in the text gives it away. Grammar and reading are then enough.",
            fix: "write \"a/an\", let all options agree with the sentence, and use the word nowhere else",
            source: GUIDELINES,
            before: r#"Question(
    id: "tuning", prompt: "Fill the gap about the orchestra.",
    answer: Cloze(text: "The orchestra tunes to the note of an {oboe ~ flute ~ trumpet}."),
)"#,
            after: r#"Question(
    id: "tuning", prompt: "Fill the gap about the orchestra.",
    answer: Cloze(text: "The orchestra tunes to the note of the {oboe ~ flute ~ trumpet}."),
)"#,
        },
        checks: &[Check::EnglishQuestion(check)],
    };

    fn message(&self) -> String {
        let Self { clue, answer } = self;
        format!("\"{clue}\" in the text tells that \"{answer}\" stands in the gap")
    }

    fn help(&self) -> Cow<'static, str> {
        "write the sentence so that every option fits it, and use no word of the answer in it".into()
    }
}

/// Clues of grammar before and behind a gap with a list, and words of the answer elsewhere in the text.
///
/// Haladyna, Downing & Rodriguez 2002, guidelines 28b and 28c.
fn check(question: &Question, notes: &mut Notes) {
    let Answer::Cloze { text } = &question.answer else { return };
    let parts = text.parts();
    let words = |at: Option<usize>| match at.and_then(|at| parts.get(at)) {
        Some(Part::Words(words)) => words,
        _ => "",
    };
    for (at, part) in parts.iter().enumerate() {
        let Part::Gap(gap) = part else { continue };
        let (before, after) = (words(at.checked_sub(1)), words(at.checked_add(1)));
        let clue = article_clue(before, gap).or_else(|| number_clue(after, gap)).or_else(|| shared_word(parts, gap));
        if let Some(clue) = clue {
            notes.add(in_answer("text"), ClueInGap { clue: clue.into(), answer: gap.right().into() });
            return;
        }
    }
}

/// "A" or "an" before the gap, with which the key goes and another option does not.
fn article_clue(before: &str, gap: &Gap) -> Option<String> {
    let last = before.trim_end_matches([' ', '*', '_']).rsplit(char::is_whitespace).next()?;
    let wants_an = match last {
        "a" | "A" => false,
        "an" | "An" => true,
        _ => return None,
    };
    let fits = |option: &str| takes_an(option).is_none_or(|takes_an| takes_an == wants_an);
    let (key, others) = gap.options().split_first()?;
    (before.ends_with(' ') && fits(key) && others.iter().any(|option| !fits(option))).then(|| last.to_owned())
}

/// A verb behind the gap with which the key alone agrees.
fn number_clue(after: &str, gap: &Gap) -> Option<String> {
    let verb = after.split_whitespace().next().filter(|_| after.starts_with(' '))?;
    let is_several = match verb {
        "are" | "were" | "have" => true,
        "is" | "was" | "has" => false,
        _ => return None,
    };
    let agrees = |option: &str| is_plural(option).map(|is_plural| is_plural == is_several);
    let (key, others) = gap.options().split_first()?;
    let is_alone = agrees(key) == Some(true) && others.iter().all(|option| agrees(option) == Some(false));
    (is_alone && !others.is_empty()).then(|| verb.to_owned())
}

fn is_plural(option: &str) -> Option<bool> {
    is_plural_option(&Choosable { text: option, written: option, words: Words::of(option) })
}

/// A word of the key that the text around the gaps has too, and no other option of the gap.
fn shared_word(parts: &[Part], gap: &Gap) -> Option<String> {
    const LONGEST_TYPED_WORDS: usize = 2;
    let key = Words::of(gap.right());
    if gap.options().is_empty() && key.count() > LONGEST_TYPED_WORDS {
        return None;
    }
    let others: Vec<Words> = gap.options().iter().skip(1).map(|option| Words::of(option)).collect();
    let has = |words: &Words, word: &str| words.iter().any(|other| is_same_root(other, word));
    let text = parts
        .iter()
        .filter_map(|part| if let Part::Words(words) = part { Some(Words::of(&plain(words))) } else { None });
    let text: Vec<Words> = text.collect();
    let mut shared = key.iter().filter(|word| is_telling(word) && !others.iter().any(|other| has(other, word)));
    shared.find_map(|word| {
        text.iter()
            .flat_map(Words::iter)
            .find(|other| is_telling(other) && is_same_root(other, word))
            .map(str::to_owned)
    })
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::{codes_in, question};

    fn told(text: &str) -> Vec<&'static str> {
        codes_in("en", &question("Fill the gap.", &format!("Cloze(text: \"{text}\")")))
    }

    #[test]
    fn clues_around_a_gap_are_told() {
        for text in [
            "It tunes to an {oboe ~ flute}.",
            "The {stamens ~ stigma ~ ovary} are male.",
            "The Mercalli scale is named after Giuseppe {Mercalli}.",
            "Sums on the debit side are called its {debits ~ totals}.",
        ] {
            assert_eq!(told(text), ["clue-in-gap"], "{text}");
        }
    }

    #[test]
    fn a_gap_that_nothing_gives_away_is_let_be() {
        for text in [
            "She waited for {an ~ a} hour.",
            "A {comet ~ meteor} grows a tail.",
            "The {stamens ~ petals} are green.",
            "Muscles are tied to bones by {tendons ~ ligaments}, and the elbow is a {hinge} joint.",
        ] {
            assert_eq!(told(text), [""; 0], "{text}");
        }
    }
}
