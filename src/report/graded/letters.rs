//! Letters of a printed paper in a table of responses: what `b` stood for. How letters are read stands in `report::letters`.
//! Marks nothing.

use super::fault::Remark;
use crate::bank::{Answer, Question, ascending};
use crate::paper::{PaperItem, shown_order};
use crate::report::letters::{LettersError, letter_index, read_letters};
use crate::sitting::response::{split_at_semicolons, split_parts};
use crate::sitting::{Oddity, Response, Trace, names_an_option, option_named};

/// What a response is.
pub(super) enum Written {
    /// In words, or nothing that letters could be meant by.
    Words,
    /// In letters: what they stand for, if anything.
    Letters(Option<Response>),
    /// In letters that the paper does not have.
    NoSuchLetters(LettersError),
    /// In letters, and nobody knows how the options stood.
    UnknownPaper(Oddity),
}

/// Reads letters where a response is no text of the bank. That takes the seed of the paper and the question's place on it,
/// unless the options have an order of their own.
pub(super) fn read(bank_id: &str, question: &Question, written: &str, trace: &Trace) -> Written {
    if is_in_words(question, written) || !is_lettered(question, written) {
        return Written::Words;
    }
    let Some(order) = order(question, written, trace) else {
        let part = split_parts(written).into_iter().next().unwrap_or_default();
        return Written::UnknownPaper(Oddity::LetterWithoutSeed { part });
    };
    match read_letters(&PaperItem::new(bank_id, question.clone(), order), written) {
        Ok(response) => Written::Letters(response),
        Err(error) => Written::NoSuchLetters(error),
    }
}

/// A letter that is an option too, where on the paper it stands for another one. It is taken for the option.
pub(super) fn doubt(question: &Question, written: &str, trace: &Trace) -> Option<Remark> {
    let index = letter_index(written.trim())?;
    let options = question.options();
    let named = option_named(options.clone(), written)?;
    let order = paper_order(question, trace)?;
    let lettered = *order.get(index).filter(|lettered| **lettered != named)?;
    let (question, letter) = (question.id.to_string(), written.trim().to_owned());
    Some(Remark::OptionOrLetter { question, letter, stands_for: options.get(lettered)?.to_string() })
}

/// Whether the response is written as the bank has it. A gap with a list takes any text, so its options are looked at.
fn is_in_words(question: &Question, written: &str) -> bool {
    let Answer::Cloze { text } = &question.answer else {
        return Response::from_written(question, written).is_some();
    };
    let parts = split_parts(written);
    let named = |list: &[Box<str>], part: &str| option_named(list.iter().map(|option| &**option).collect(), part);
    let is_option =
        |list: &[Box<str>], part: &str| list.is_empty() || part.trim().is_empty() || named(list, part).is_some();
    let lists = text.gaps().map(|gap| gap.options());
    parts.len() == text.gaps().count() && lists.zip(&parts).all(|(list, part)| is_option(list, part))
}

/// Whether letters can be meant: single ones, with anything between them, or a run of them in capitals; in small letters
/// only where there is one for each place, for `bad` is a word.
fn is_lettered(question: &Question, written: &str) -> bool {
    let (places, are_pairs) = match &question.answer {
        Answer::Choice { .. } | Answer::Choices { .. } | Answer::Hotspot { .. } => (1, false),
        Answer::Order { items } => (items.len(), false),
        Answer::Match { pairs, .. } => (pairs.len(), true),
        Answer::Categorise { .. } => (question.options().len(), true),
        Answer::Cloze { text } => (text.gaps().count(), false),
        Answer::TrueFalse(_) => return matches!(written.trim(), "T" | "t" | "F" | "f"),
        Answer::Number { .. } | Answer::Text { .. } | Answer::Calculated { .. } | Answer::Recall { .. } => {
            return false;
        }
    };
    let count = letter_count(question);
    let is_letter = |word: &str| letter_index(word).is_some() && word.len() == 1;
    let is_known = |word: &str| {
        word.char_indices().all(|(at, _)| word.get(at..=at).and_then(letter_index).is_some_and(|index| index < count))
    };
    let is_run =
        |word: &str| is_known(word) && (word.bytes().all(|byte| byte.is_ascii_uppercase()) || word.len() == places);
    if are_pairs && written.contains('=') {
        let rights =
            split_at_semicolons(written).filter_map(|pair| pair.rsplit_once('=')).map(|(_, right)| right.trim());
        return rights.clone().count() > 0
            && rights.into_iter().all(|right| is_letter(right) && !names_an_option(question, right));
    }
    if let Answer::Cloze { text } = &question.answer
        && written.contains(';')
    {
        let parts = split_parts(written);
        return text.gaps().zip(&parts).any(|(gap, part)| !gap.options().is_empty() && is_letter(part.trim()));
    }
    let mut words = written.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let has_letters = words.clone().next().is_some();
    has_letters && words.all(|word| is_letter(word) || is_run(word))
}

/// How many letters a paper has for the question.
fn letter_count(question: &Question) -> usize {
    if let Answer::Categorise { groups } = &question.answer {
        return groups.iter().count();
    }
    if let Answer::Cloze { text } = &question.answer {
        return text.gaps().map(|gap| gap.options().len()).max().unwrap_or(0);
    }
    question.options().len()
}

/// The options as they stood on the paper.
fn order(question: &Question, written: &str, trace: &Trace) -> Option<Vec<usize>> {
    paper_order(question, trace).or_else(|| match &question.answer {
        Answer::Choice { .. } | Answer::Choices { .. } => ascending(&question.options()),
        // Groups stand in the order of the bank, items do not.
        Answer::Categorise { .. } if written.contains('=') => Some((0..question.options().len()).collect()),
        Answer::TrueFalse(_) => Some(Vec::new()),
        Answer::Number { .. }
        | Answer::Order { .. }
        | Answer::Match { .. }
        | Answer::Cloze { .. }
        | Answer::Categorise { .. }
        | Answer::Hotspot { .. }
        | Answer::Calculated { .. }
        | Answer::Recall { .. }
        | Answer::Text { .. } => None,
    })
}

fn paper_order(question: &Question, trace: &Trace) -> Option<Vec<usize>> {
    let position = trace.position.and_then(|position| position.checked_sub(1))?;
    Some(shown_order(&question.answer, trace.seed?, position))
}
