//! Keys of numbers and texts that are typed, with weights.

use crate::bank::{Answer, Kind, Punctuation};
use crate::exchange::make::key::Key;
use crate::exchange::{DraftNumber, DraftText, Remark};
use indexmap::IndexSet;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Weights above this are whole.
const WHOLE: f64 = 0.999;

/// The number that earns all. Several of them become texts, since a bank's number is one.
pub(super) fn number(
    numbers: &[DraftNumber],
    unit: &str,
    is_unit_required: bool,
    remarks: &mut Vec<Remark>,
) -> Result<Key, Remark> {
    let whole: Vec<&DraftNumber> = numbers.iter().filter(|number| number.weight > WHOLE).collect();
    let partial = numbers.iter().filter(|number| number.weight <= WHOLE && number.weight > 0.0);
    let partial: Vec<Box<str>> = partial.map(|number| shown(number.value)).collect();
    if !partial.is_empty() {
        remarks.push(Remark::PartialAnswers(partial));
    }
    let feedback = numbers.iter().map(|number| (shown(number.value).into(), number.feedback.clone())).collect();
    match &whole[..] {
        [] => Err(Remark::NoKey),
        [number] => Ok(Key {
            answer: Answer::Number {
                value: number.value,
                tolerance: number.tolerance.abs(),
                unit: unit.into(),
                unit_required: is_unit_required && !unit.is_empty(),
            },
            feedback,
        }),
        several => {
            remarks.push(Remark::Rule(
                "several numbers are right, so it asks for a text, in which their tolerances are lost",
            ));
            let accept = several.iter().map(|number| shown(number.value)).collect();
            Ok(Key { answer: Answer::text(accept, 0), feedback })
        }
    }
}

/// The texts that earn all.
pub(super) fn text(texts: &[DraftText], is_case_counted: bool, remarks: &mut Vec<Remark>) -> Result<Key, Remark> {
    let is_anything = |text: &DraftText| text.is_pattern && text.text.trim() == "*";
    let named = || texts.iter().filter(|text| !is_anything(text) && !text.text.trim().is_empty());
    let mut accept: IndexSet<Box<str>> = IndexSet::new();
    let mut partial: Vec<Box<str>> = Vec::new();
    for text in named().filter(|text| text.weight > 0.0) {
        let form: Box<str> = text.text.trim().into();
        match () {
            () if text.is_pattern => remarks.push(Remark::Wildcard(form)),
            () if text.weight <= WHOLE => partial.push(form),
            () => {
                accept.insert(form);
            }
        }
    }
    if texts.iter().any(|text| is_anything(text) && text.weight > 0.0) {
        remarks.push(Remark::Wildcard("*".into()));
    }
    if !partial.is_empty() {
        remarks.push(Remark::PartialAnswers(partial));
    }
    if accept.is_empty() {
        return Err(if named().any(|text| text.is_pattern) {
            Remark::CannotCarry("what is right is told by a pattern alone")
        } else {
            match named().count() {
                0 => Remark::TooFew(Kind::Text, 0, 1),
                _ => Remark::NoKey,
            }
        });
    }
    let feedback = named().map(|text| (text.text.trim().to_owned(), text.feedback.clone())).collect();
    let match_accents = differ_by_accents(named());
    let answer = Answer::Text {
        accept: accept.into_iter().collect(),
        typos: 0,
        match_case: is_case_counted,
        match_accents,
        reject: Box::default(),
        punctuation: Punctuation::Auto,
        others: Box::default(),
    };
    Ok(Key { answer, feedback })
}

/// Whether two texts of different weights are the same but for their accents, so that these must count.
fn differ_by_accents<'t>(texts: impl Iterator<Item = &'t DraftText>) -> bool {
    let mut weights: BTreeMap<String, f64> = BTreeMap::new();
    for text in texts {
        let bare: String = text.text.trim().to_lowercase().nfd().filter(|sign| !is_combining_mark(*sign)).collect();
        if weights.insert(bare, text.weight).is_some_and(|weight| weight != text.weight) {
            return true;
        }
    }
    false
}

fn shown(value: f64) -> Box<str> {
    value.to_string().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(all: &[(&str, f64)]) -> Vec<DraftText> {
        let text = |(text, weight): &(&str, f64)| DraftText {
            text: (*text).into(),
            is_pattern: text.contains('*'),
            weight: *weight,
            feedback: String::new(),
        };
        all.iter().map(text).collect()
    }

    #[test]
    fn texts_that_earn_all_are_accepted_and_all_else_is_told() {
        let mut remarks = Vec::new();
        let all = texts(&[("no one", 1.0), ("nobody", 1.0), ("noone", 0.8), ("no*", 1.0), ("*", 0.0), ("all", 0.0)]);
        let Answer::Text { accept, match_accents, .. } = text(&all, false, &mut remarks).expect("a key").answer else {
            panic!()
        };
        assert_eq!((&*accept, match_accents), (&["no one".into(), "nobody".into()][..], false));
        assert_eq!(remarks, [Remark::Wildcard("no*".into()), Remark::PartialAnswers(vec!["noone".into()])]);
    }

    #[test]
    fn accents_count_where_the_file_tells_them_apart() {
        let Answer::Text { match_accents, .. } =
            text(&texts(&[("été", 1.0), ("ete", 0.5)]), true, &mut Vec::new()).expect("a key").answer
        else {
            panic!()
        };
        assert!(match_accents);
        let only_pattern = text(&texts(&[("a*", 1.0)]), false, &mut Vec::new());
        assert_eq!(only_pattern.err(), Some(Remark::CannotCarry("what is right is told by a pattern alone")));
    }

    #[test]
    fn one_number_is_a_number_and_several_are_texts() {
        let number_of =
            |value: f64, weight: f64| DraftNumber { value, tolerance: 0.5, weight, feedback: String::new() };
        let mut remarks = Vec::new();
        let key = number(&[number_of(59.0, 1.0), number_of(60.0, 0.5)], "MJ", true, &mut remarks).expect("a key");
        let expected = Answer::Number { value: 59.0, tolerance: 0.5, unit: "MJ".into(), unit_required: true };
        assert_eq!((key.answer, remarks), (expected, vec![Remark::PartialAnswers(vec!["60".into()])]));
        let key = number(&[number_of(1.5, 1.0), number_of(2.0, 1.0)], "", false, &mut Vec::new()).expect("a key");
        assert_eq!(key.answer, Answer::text(["1.5".into(), "2".into()].into(), 0));
    }
}
