//! The letters that stand for options on a printed paper: the key in letters, and letters read back to a response.
//! Marks nothing.

use crate::bank::model::cloze::Gap;
use crate::bank::{Answer, ClozeText};
use crate::paper::PaperItem;
use crate::sitting::response::{correct_parts, join_parts, split_at_semicolons, split_parts};
use crate::sitting::{Response, option_named};
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

/// How many letters there are before two are needed.
const ALPHABET: usize = 26;

/// Why letters cannot be read as a response to a question.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LettersError {
    /// A letter that no option has.
    #[error("\"{written}\" is no letter of this question: they go from A to {last}")]
    NoSuchLetter {
        /// As it is written.
        written: String,
        /// The last letter that there is.
        last: String,
    },
    /// More than one letter, where one option can be picked.
    #[error("{count} letters are written where one is asked for")]
    Several {
        /// How many.
        count: usize,
    },
    /// A letter twice, where an order names each item once.
    #[error("the letter {letter} is written twice: an order has each letter once")]
    Twice {
        /// Which.
        letter: String,
    },
    /// More letters, or parts, than places to fill.
    #[error("there are {written} answers for {places} places")]
    TooMany {
        /// How many are written.
        written: usize,
        /// How many places the question has.
        places: usize,
    },
    /// Neither letters nor anything else that answers a question of this kind.
    #[error("\"{written}\" is no answer to this question")]
    NoAnswer {
        /// As it is written.
        written: String,
    },
}

/// The letter of the option at `index`, from 0: A to Z, AA, AB and on, as HTML counts `<ol type="A">`.
pub fn letter(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = Some(index);
    while let Some(index) = rest {
        letters.push(char::from(b'A' + u8::try_from(index % ALPHABET).unwrap_or(0)));
        rest = (index / ALPHABET).checked_sub(1);
    }
    letters.iter().rev().collect()
}

/// The index that [`letter`] writes so, small letters included; `None` for anything else.
pub fn letter_index(written: &str) -> Option<usize> {
    let digit =
        |letter: char| letter.is_ascii_alphabetic().then(|| letter.to_ascii_uppercase() as usize - 'A' as usize);
    let number = written
        .chars()
        .try_fold(0_usize, |number, letter| number.checked_mul(ALPHABET)?.checked_add(digit(letter)? + 1));
    number?.checked_sub(1)
}

/// The right answer as a learner writes it on this paper, so that [`read_letters`] reads it back to a response that is
/// right: `B`, or `B C` for several options, `C D A B` for an order, for pairs the letter beside each left side and for
/// groups the letter before each item as they are printed, and what stands in each gap with `; ` between (only spaces
/// where every gap is a list). The kinds without letters have one right answer as it is typed.
pub fn key_letters(item: &PaperItem) -> String {
    let answer = &item.question.answer;
    let shown = |index: usize| item.option_order.iter().position(|&other| other == index).map(letter);
    match answer {
        Answer::Choice { .. } | Answer::Choices { .. } => picked(item, |index| index < answer.key_count()),
        Answer::Hotspot { .. } => {
            let is_right = answer.right_spots();
            picked(item, |index| is_right.get(index) == Some(&true))
        }
        Answer::Order { items } => spaced((0..items.len()).filter_map(shown)),
        Answer::Match { .. } => spaced(answer.right_pairs().into_iter().filter_map(shown)),
        Answer::Categorise { .. } => {
            let groups = answer.right_pairs();
            spaced(item.option_order.iter().filter_map(|&index| groups.get(index)).map(|&group| letter(group)))
        }
        Answer::Cloze { text } => {
            let lists = item.shown_lists();
            let filled: Vec<String> = text.gaps().zip(&lists).map(|(gap, list)| filled(gap, list)).collect();
            let separator =
                if is_all_lists(text) { " " } else { return join_parts(filled.iter().map(String::as_str)) };
            filled.join(separator)
        }
        Answer::TrueFalse(_)
        | Answer::Number { .. }
        | Answer::Text { .. }
        | Answer::Calculated { .. }
        | Answer::Recall { .. } => correct_parts(&item.question).into_iter().next().unwrap_or_default(),
    }
}

/// Reads what a learner wrote on this paper; `None` where that is nothing.
///
/// Letters may be large or small, with or without anything between them: `C D A B`, `cdab`, `C, D, A, B`. Where each
/// place has a letter of its own (pairs, groups, lists in a text), `-`, `_` or `?` leaves a place open, and so does what
/// is missing at the end; pairs and groups may also be written with their left sides, `Rhine = b; Volga = c`. A gap of a text takes the letter of its list, or else what is typed. For the kinds without
/// letters this is [`Response::from_written`], and `T` and `F` are true and false. An order may lack items.
///
/// # Errors
/// What is odd about it, where it cannot have been meant.
pub fn read_letters(item: &PaperItem, written: &str) -> Result<Option<Response>, LettersError> {
    if written.trim().is_empty() {
        return Ok(None);
    }
    let order = &item.option_order;
    let response = match &item.question.answer {
        Answer::Choice { .. } => match *picks(order, written)? {
            [] => return Ok(None),
            [only] => Response::Choice(only),
            ref several => return Err(LettersError::Several { count: several.len() }),
        },
        Answer::Choices { .. } => Response::Choices(picks(order, written)?),
        Answer::Hotspot { .. } => Response::Hotspot(picks(order, written)?),
        Answer::Order { .. } => Response::Order(each_once(order, written)?),
        Answer::Match { pairs, .. } if written.contains('=') => {
            let lefts = pairs.iter().map(|(left, _)| &**left).collect();
            let letters = beside(lefts, written, order.len())?;
            Response::Match(letters.into_iter().map(|letter| order.get(letter?).copied()).collect())
        }
        Answer::Categorise { groups } if written.contains('=') => {
            Response::Categorise(beside(item.question.options(), written, groups.iter().count())?)
        }
        Answer::Match { pairs, .. } => {
            let letters = places(written, pairs.len(), order.len())?;
            Response::Match(letters.into_iter().map(|letter| order.get(letter?).copied()).collect())
        }
        Answer::Categorise { groups } => {
            let mut chosen = vec![None; item.question.options().len()];
            for (&index, letter) in order.iter().zip(places(written, order.len(), groups.iter().count())?) {
                if let Some(place) = chosen.get_mut(index) {
                    *place = letter;
                }
            }
            Response::Categorise(chosen)
        }
        Answer::Cloze { text } => return gaps(item, text, written),
        Answer::TrueFalse(_) => typed(item, true_or_false(written))?,
        Answer::Number { .. } | Answer::Text { .. } | Answer::Calculated { .. } | Answer::Recall { .. } => {
            typed(item, written)?
        }
    };
    Ok(Some(response).filter(|response| !response.is_blank()))
}

fn picked(item: &PaperItem, is_right: impl Fn(usize) -> bool) -> String {
    let shown = item.option_order.iter().enumerate();
    spaced(shown.filter(|(_, index)| is_right(**index)).map(|(place, _)| letter(place)))
}

fn spaced(letters: impl Iterator<Item = String>) -> String {
    letters.collect::<Vec<_>>().join(" ")
}

fn filled(gap: &Gap, list: &[&str]) -> String {
    match gap {
        Gap::Typed(_) => gap.right().to_owned(),
        Gap::List(_) => list.iter().position(|option| *option == gap.right()).map(letter).unwrap_or_default(),
    }
}

/// Whether every gap has letters, so that nothing is needed between them.
fn is_all_lists(text: &ClozeText) -> bool {
    text.gaps().all(|gap| !gap.options().is_empty())
}

/// The options with these letters, ascending and each once.
fn picks(order: &[usize], written: &str) -> Result<Vec<usize>, LettersError> {
    let mut picked = each(order, written)?;
    picked.sort_unstable();
    picked.dedup();
    Ok(picked)
}

fn each_once(order: &[usize], written: &str) -> Result<Vec<usize>, LettersError> {
    let items = each(order, written)?;
    for (place, index) in items.iter().enumerate() {
        if items[..place].contains(index) {
            let letter = order.iter().position(|other| other == index).map(letter).unwrap_or_default();
            return Err(LettersError::Twice { letter });
        }
    }
    Ok(items)
}

/// The options with these letters, as they are written. No place is counted, so what leaves one open means nothing.
fn each(order: &[usize], written: &str) -> Result<Vec<usize>, LettersError> {
    let letters = letters(written, order.len())?.into_iter().flatten();
    Ok(letters.filter_map(|letter| order.get(letter).copied()).collect())
}

/// The letter that is written beside each left side, as in `Rhine = b; Volga = c`.
fn beside(lefts: Vec<&str>, written: &str, count: usize) -> Result<Vec<Option<usize>>, LettersError> {
    let mut found = vec![None; lefts.len()];
    let pairs = split_at_semicolons(written).filter(|pair| !pair.trim().is_empty());
    if pairs.clone().count() > lefts.len() {
        return Err(LettersError::TooMany { written: pairs.count(), places: lefts.len() });
    }
    for pair in pairs {
        let no_answer = || LettersError::NoAnswer { written: pair.trim().to_owned() };
        let (left, right) = pair.rsplit_once('=').ok_or_else(no_answer)?;
        let left = split_parts(left.trim()).concat();
        let place = option_named(lefts.clone(), &left).and_then(|index| found.get_mut(index)).ok_or_else(no_answer)?;
        if place.is_some() {
            return Err(no_answer());
        }
        let mut right = letters(right, count)?.into_iter();
        *place = right.next().flatten();
        if right.next().is_some() {
            return Err(no_answer());
        }
    }
    Ok(found)
}

/// A letter for each of so many places, from so many letters.
fn places(written: &str, places: usize, count: usize) -> Result<Vec<Option<usize>>, LettersError> {
    let mut letters = letters(written, count)?;
    if letters.len() > places {
        return Err(LettersError::TooMany { written: letters.len(), places });
    }
    letters.resize(places, None);
    Ok(letters)
}

/// The letters in a text, by their index; `None` for a place that is left open.
fn letters(written: &str, count: usize) -> Result<Vec<Option<usize>>, LettersError> {
    let written: String = written.nfkc().collect();
    let words: Vec<String> = if count > ALPHABET { separate(&written) } else { single(&written) };
    words.iter().map(|word| if is_open(word) { Ok(None) } else { known(word, count).map(Some) }).collect()
}

/// Where letters may be doubled, something stands between them.
fn separate(written: &str) -> Vec<String> {
    let is_part = |sign: char| sign.is_alphanumeric() || is_opener(sign);
    written.split(|sign| !is_part(sign)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Each letter by itself; a line of `_` is one place.
fn single(written: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for sign in written.chars() {
        if sign.is_alphanumeric() || (is_opener(sign) && (sign, before) != ('_', '_')) {
            words.push(sign.to_string());
        }
        before = sign;
    }
    words
}

fn is_open(word: &str) -> bool {
    word.chars().all(is_opener)
}

fn is_opener(sign: char) -> bool {
    matches!(sign, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '_' | '?')
}

fn known(word: &str, count: usize) -> Result<usize, LettersError> {
    let no_such = || LettersError::NoSuchLetter { written: word.to_owned(), last: letter(count.saturating_sub(1)) };
    letter_index(word).filter(|index| *index < count).ok_or_else(no_such)
}

fn gaps(item: &PaperItem, text: &ClozeText, written: &str) -> Result<Option<Response>, LettersError> {
    let lists = item.shown_lists();
    let parts = if is_all_lists(text) && !written.contains(';') {
        let longest = lists.iter().map(Vec::len).max().unwrap_or(0);
        let letters = places(written, lists.len(), longest)?;
        letters.into_iter().map(|index| index.map(letter).unwrap_or_default()).collect()
    } else {
        split_parts(written)
    };
    if parts.len() > lists.len() {
        return Err(LettersError::TooMany { written: parts.len(), places: lists.len() });
    }
    let filled: Vec<String> = parts.iter().zip(&lists).map(|(part, list)| gap_text(part, list)).collect();
    if filled.iter().all(|text| text.trim().is_empty()) {
        return Ok(None);
    }
    typed(item, &join_parts(filled.iter().map(String::as_str))).map(Some)
}

/// The option of a list that a letter stands for; what is written where it is no letter of the list.
fn gap_text(part: &str, list: &[&str]) -> String {
    let word = part.trim();
    match letter_index(word).and_then(|index| list.get(index)) {
        Some(option) => (*option).to_owned(),
        None if !list.is_empty() && is_open(word) => String::new(),
        None => part.to_owned(),
    }
}

fn true_or_false(written: &str) -> &str {
    match written.trim() {
        "T" | "t" => "true",
        "F" | "f" => "false",
        other => other,
    }
}

fn typed(item: &PaperItem, written: &str) -> Result<Response, LettersError> {
    let no_answer = || LettersError::NoAnswer { written: written.to_owned() };
    Response::from_written(&item.question, written).ok_or_else(no_answer)
}

#[cfg(test)]
mod tests;
