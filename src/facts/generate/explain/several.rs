//! How English puts several things where a sentence has one: joined by commas and "and", where no word of the sentence goes
//! with one thing alone. Knows no fact.

use crate::facts::generate::sentence::{Form, Piece, Sentence, Slot};

/// A long list that ends a sentence, with how many they are.
pub(super) fn with_count(text: String, list: &str, count: usize, plural: String) -> String {
    const FEWEST_COUNTED: usize = 4;
    match text.strip_suffix('.') {
        Some(body) if body.ends_with(list) && count >= FEWEST_COUNTED => format!("{body}: {} {plural}.", number(count)),
        _ => text,
    }
}

fn number(count: usize) -> String {
    const WORDS: [&str; 9] = ["four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    count.checked_sub(4).and_then(|at| WORDS.get(at)).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// "Germany, Austria and Hungary", each between marks; with a comma before the "and" where a name has one of its own.
pub(super) fn joined(names: &[String], open: &str, close: &str) -> String {
    let has_own = names.iter().any(|name| name.contains(" and ") || name.contains(','));
    let marked: Vec<String> = names.iter().map(|name| format!("{open}{name}{close}")).collect();
    match &marked[..] {
        [] => String::new(),
        [one] => one.clone(),
        [first, last] if !has_own => format!("{first} and {last}"),
        [rest @ .., last] => format!("{}{} and {last}", rest.join(", "), if has_own { "," } else { "" }),
    }
}

/// The quotation marks or the emphasis that a sentence puts around the name of that side.
pub(super) fn marks(sentence: &Sentence, side: Slot) -> (&str, &str) {
    let pieces = sentence.pieces();
    let is_place = |piece: &Piece| matches!(piece, Piece::Named(slot, _) if *slot == side);
    let Some(at) = pieces.iter().position(is_place) else { return ("", "") };
    let (before, after) = (at.checked_sub(1).and_then(|before| pieces.get(before)), pieces.get(at + 1));
    let (Some(Piece::Words(before)), Some(Piece::Words(after))) = (before, after) else { return ("", "") };
    let open = &before[before.trim_end_matches(is_mark).len()..];
    let close = &after[..after.len() - after.trim_start_matches(is_mark).len()];
    if open.chars().count() == close.chars().count() { (open, close) } else { ("", "") }
}

fn is_mark(sign: char) -> bool {
    matches!(sign, '“' | '”' | '„' | '"' | '‘' | '«' | '»' | '‹' | '›' | '*' | '_' | '`')
}

/// How the one name of that side stands in a sentence; `None` for none, for several, and for an owner.
pub(super) fn form(sentence: &Sentence, side: Slot) -> Option<Form> {
    let mut forms = sentence.pieces().iter().filter_map(|piece| match piece {
        Piece::Named(slot, form) if *slot == side => Some(*form),
        _ => None,
    });
    forms.next().filter(|form| forms.next().is_none() && *form != Form::Genitive)
}

/// Words that speak of one thing.
pub(super) const OF_ONE: &[&str] = &["one", "each", "every", "only", "another", "single", "either", "whichever"];

/// Whether several things can stand in that place of a sentence, as far as its words tell: no verb there that goes with
/// one thing alone.
pub(super) fn takes_several(sentence: &Sentence, side: Slot) -> bool {
    /// What a list cannot stand behind.
    const BEFORE_ONE: &[&str] = &["is", "was", "a", "an", "the", "called", "named"];
    let pieces = sentence.pieces();
    let is_place = |piece: &Piece| matches!(piece, Piece::Named(slot, _) if *slot == side);
    let Some(at) = pieces.iter().position(is_place) else { return false };
    let words_of = |piece: Option<&Piece>| match piece {
        Some(Piece::Words(text)) => small_words(text),
        _ => Vec::new(),
    };
    let before = words_of(at.checked_sub(1).and_then(|before| pieces.get(before)));
    let after = words_of(pieces.get(at + 1));
    let is_apart = |text: &str| text.trim_start_matches(is_mark).starts_with(['.', ',', ';', ':', '!', '?', ')']);
    let ends_apart = matches!(pieces.get(at + 1), Some(Piece::Words(text)) if is_apart(text));
    form(sentence, side).is_some()
        && !before.last().is_some_and(|word| BEFORE_ONE.contains(&word.as_str()))
        && (ends_apart || !after.first().is_some_and(|word| goes_with_one(word)))
}

/// Whether a word may be a verb that goes with one thing alone: "was", "flows".
fn goes_with_one(word: &str) -> bool {
    const NO_VERBS: &[&str] =
        &["across", "afterwards", "always", "as", "besides", "his", "its", "perhaps", "this", "towards"];
    word.ends_with('s') && !NO_VERBS.contains(&word)
}

pub(super) fn small_words(text: &str) -> Vec<String> {
    let small = text.to_lowercase();
    let words = small.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_joined_as_english_joins_them() {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(joined(&names(&["ser", "ir", "ver"]), "“", "”"), "“ser”, “ir” and “ver”");
        let joined = |list: &[&str]| joined(&names(list), "", "");
        assert_eq!(joined(&["Rome"]), "Rome");
        assert_eq!(joined(&["Rome", "Oslo"]), "Rome and Oslo");
        assert_eq!(joined(&["Rome", "Oslo", "the Hague"]), "Rome, Oslo and the Hague");
        assert_eq!(joined(&["carbon", "beryllium and tungsten"]), "carbon, and beryllium and tungsten");
    }

    #[test]
    fn a_long_list_at_the_end_is_counted() {
        let counted = |count, text: &str| with_count(text.to_owned(), "A, B and C", count, "countries".to_owned());
        assert_eq!(counted(10, "It crosses A, B and C."), "It crosses A, B and C: ten countries.");
        assert_eq!(counted(13, "It crosses A, B and C."), "It crosses A, B and C: 13 countries.");
        assert_eq!(counted(3, "It crosses A, B and C."), "It crosses A, B and C.");
        assert_eq!(counted(9, "A, B and C are crossed."), "A, B and C are crossed.");
    }

    #[test]
    fn a_list_stands_where_nothing_goes_with_one_thing_alone() {
        let takes = |text: &str| takes_several(&Sentence::parse(text).expect("parses"), Slot::Subject);
        for text in [
            "{subject} fought in {object}.",
            "{subject} {subject:stands|stand} at {object}.",
            "Through {object} {subject:flows|flow} {subject}.",
            "{object} was won by {subject}, who was a king.",
            "{object} is home to {subject} as well.",
        ] {
            assert!(takes(text), "{text}");
        }
        for text in [
            "{subject} stands at {object}.",
            "{subject} was at {object}.",
            "“{subject}” means {object}.",
            "The capital of {object} is {subject}.",
            "Among them at {object} was {subject}.",
            "{object} lies on the {subject}.",
            "{object} is in {subject's} hands.",
            "{subject} and {subject} met.",
            "It is so.",
        ] {
            assert!(!takes(text), "{text}");
        }
    }

    #[test]
    fn marks_around_a_name_stand_around_each() {
        let marks = |text: &'static str| {
            let sentence = Sentence::parse(text).expect("parses");
            let (open, close) = marks(&sentence, Slot::Subject);
            format!("{open}{close}")
        };
        assert_eq!(marks("The verb “{subject}” is so."), "“”");
        assert_eq!(marks("The verb *{subject}* is so."), "**");
        assert_eq!(marks("The verb {subject}” is so."), "");
        assert_eq!(marks("{subject} is so."), "");
    }
}
