//! Keys of options with weights, as Moodle, GIFT and others have them.

use crate::bank::{Answer, Kind};
use crate::exchange::make::key::Key;
use crate::exchange::{DraftOption, Remark};
use std::collections::HashSet;

/// Weights nearer than this are the same: files round a third to 33.333.
const NEAR: f64 = 0.001;

/// One option is picked, and the heaviest is right.
pub(super) fn one(options: &[DraftOption], remarks: &mut Vec<Remark>) -> Result<Key, Remark> {
    has_its_pictures(options, remarks)?;
    let options = distinct(options);
    if options.len() < 2 {
        return Err(Remark::TooFew(Kind::Choice, options.len(), 2));
    }
    let most = options.iter().map(|option| option.weight).fold(0.0, f64::max);
    if most > 0.0 && most < 1.0 - NEAR {
        return Err(Remark::CannotCarry("no option earns all the points"));
    }
    let right: Vec<&DraftOption> = options.iter().filter(|option| most > 0.0 && option.weight > most - NEAR).collect();
    let [key, others @ ..] = &right[..] else { return Err(Remark::NoKey) };
    let wrong: Vec<&DraftOption> = options.iter().filter(|option| option.weight <= most - NEAR).collect();
    if wrong.is_empty() {
        return Err(Remark::TooFew(Kind::Choice, 1, 2));
    }
    if !others.is_empty() {
        remarks.push(Remark::OtherRightOptions(others.iter().map(|option| text(option)).collect()));
    }
    let partial = wrong.iter().filter(|option| option.weight > NEAR);
    let partial: Vec<(Box<str>, f64)> = partial.map(|option| (text(option), 100.0 * option.weight)).collect();
    if !partial.is_empty() {
        remarks.push(Remark::PartialWeights(partial));
    }
    if wrong.iter().any(|option| option.weight < -NEAR) {
        remarks.push(Remark::GuessingPenalty);
    }
    let answer = Answer::Choice { correct: text(key), distractors: texts(&wrong) };
    let kept = std::iter::once(key).chain(&wrong);
    Ok(Key { answer, feedback: kept.map(|option| feedback(option)).collect() })
}

/// Several options are picked, and each that earns something is right.
pub(super) fn many(options: &[DraftOption], remarks: &mut Vec<Remark>) -> Result<Key, Remark> {
    has_its_pictures(options, remarks)?;
    let options = distinct(options);
    let (right, wrong): (Vec<&DraftOption>, Vec<&DraftOption>) =
        options.iter().partition(|option| option.weight > NEAR);
    if right.is_empty() {
        return Err(Remark::NoKey);
    }
    if options.len() < 2 {
        return Err(Remark::TooFew(Kind::Choices, options.len(), 2));
    }
    let is_each =
        |among: &[&DraftOption], weight: f64| among.iter().all(|option| (option.weight - weight).abs() < NEAR);
    let is_ours = is_each(&right, 1.0 / right.len() as f64) && is_each(&wrong, -1.0 / wrong.len().max(1) as f64);
    if !is_ours {
        let neutral: Vec<&DraftOption> = wrong.iter().copied().filter(|option| option.weight.abs() < NEAR).collect();
        remarks.push(match neutral.len() {
            0 => Remark::OtherOptionWeights,
            _ => Remark::NeutralOptions(texts(&neutral).into()),
        });
    }
    let feedback = options.iter().map(feedback).collect();
    Ok(Key { answer: Answer::Choices { correct: texts(&right), distractors: texts(&wrong) }, feedback })
}

/// Options that are pictures and nothing else are empty where the picture is missing: without the right one, or with none beside
/// it, nothing can be asked.
fn has_its_pictures(options: &[DraftOption], remarks: &[Remark]) -> Result<(), Remark> {
    let is_empty = |option: &&DraftOption| option.text.trim().is_empty();
    let is_lacking = options.iter().filter(is_empty).any(|option| option.weight > NEAR);
    let filled = options.iter().filter(|option| !is_empty(option)).count();
    let has_empty = filled < options.len();
    let mut pictures = remarks.iter().filter_map(|remark| match remark {
        Remark::MissingPicture(name) | Remark::UnusablePicture(name) | Remark::RemotePicture(name) => Some(name),
        _ => None,
    });
    match (pictures.next(), pictures.next()) {
        (Some(name), None) if is_lacking || has_empty && filled < 2 => Err(Remark::LacksPicture(name.clone())),
        (Some(_), Some(_)) if is_lacking || has_empty && filled < 2 => {
            Err(Remark::Damaged("options that it needs are pictures that are missing".into()))
        }
        _ => Ok(()),
    }
}

/// Each option once, the first of those that are the same. Empty ones are none.
fn distinct(options: &[DraftOption]) -> Vec<DraftOption> {
    let mut known = HashSet::new();
    // Zero has a bit for its sign, which adding another takes off.
    let mut distinct = Vec::with_capacity(options.len());
    for option in options.iter().filter(|option| !option.text.trim().is_empty()) {
        if known.insert((option.text.trim(), (option.weight + 0.0).to_bits())) {
            distinct.push(option.clone());
        }
    }
    distinct
}

fn text(option: &DraftOption) -> Box<str> {
    option.text.trim().into()
}

fn texts(options: &[&DraftOption]) -> Box<[Box<str>]> {
    options.iter().map(|option| text(option)).collect()
}

fn feedback(option: &DraftOption) -> (String, String) {
    (option.text.trim().to_owned(), option.feedback.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(all: &[(&str, f64)]) -> Vec<DraftOption> {
        all.iter()
            .map(|(text, weight)| DraftOption { text: (*text).into(), weight: *weight, ..DraftOption::default() })
            .collect()
    }

    #[track_caller]
    fn check(many_are_picked: bool, all: &[(&str, f64)], right: &[&str], wrong: &[&str], expected: &[Remark]) {
        let mut remarks = Vec::new();
        let key = if many_are_picked { many(&options(all), &mut remarks) } else { one(&options(all), &mut remarks) };
        let (found_right, found_wrong): (Vec<Box<str>>, Box<[Box<str>]>) = match key.expect("a key").answer {
            Answer::Choice { correct, distractors } => (vec![correct], distractors),
            Answer::Choices { correct, distractors } => (correct.into(), distractors),
            _ => panic!("options became another kind"),
        };
        let boxed = |texts: &[&str]| texts.iter().map(|text| (*text).into()).collect::<Vec<Box<str>>>();
        assert_eq!((found_right, found_wrong.to_vec()), (boxed(right), boxed(wrong)));
        assert_eq!(remarks, expected);
    }

    #[test]
    fn a_right_option_whose_picture_is_missing_is_told_as_that() {
        let mut remarks = vec![Remark::MissingPicture("a.png".into())];
        let lacks = |found: Result<Key, Remark>| found.err() == Some(Remark::LacksPicture("a.png".into()));
        for many_are_picked in [false, true] {
            let all = options(&[("", 1.0), ("b", 0.0), ("c", 0.0)]);
            assert!(lacks(if many_are_picked { many(&all, &mut remarks) } else { one(&all, &mut remarks) }));
        }
        assert!(lacks(one(&options(&[("a", 1.0), ("", 0.0)]), &mut remarks)));
        assert!(
            one(&options(&[("a", 1.0), ("", 0.0), ("c", 0.0)]), &mut remarks).is_ok(),
            "it can be asked without it"
        );
        assert_eq!(
            one(&options(&[("", 1.0), ("b", 0.0)]), &mut Vec::new()).err(),
            Some(Remark::TooFew(Kind::Choice, 1, 2))
        );
    }

    #[test]
    fn the_heaviest_option_is_right() {
        check(false, &[("a", 0.0), ("b", 1.0), ("c", 0.0)], &["b"], &["a", "c"], &[]);
        check(
            false,
            &[("a", 1.0), ("b", 1.0), ("c", 0.0)],
            &["a"],
            &["c"],
            &[Remark::OtherRightOptions(vec!["b".into()])],
        );
        check(
            false,
            &[("a", 1.0), ("b", 0.5), ("c", 0.0)],
            &["a"],
            &["b", "c"],
            &[Remark::PartialWeights(vec![("b".into(), 50.0)])],
        );
        check(false, &[("a", 1.0), ("b", -0.25)], &["a"], &["b"], &[Remark::GuessingPenalty]);
    }

    #[test]
    fn equal_shares_for_and_against_are_what_a_bank_has() {
        check(true, &[("a", 0.33333), ("b", 0.33333), ("c", 0.33333), ("d", -1.0)], &["a", "b", "c"], &["d"], &[]);
        check(
            true,
            &[("a", 0.5), ("b", 0.5), ("c", -1.0), ("d", -1.0)],
            &["a", "b"],
            &["c", "d"],
            &[Remark::OtherOptionWeights],
        );
        check(true, &[("a", 1.0), ("b", 0.0)], &["a"], &["b"], &[Remark::NeutralOptions(vec!["b".into()])]);
    }

    #[test]
    fn nothing_is_guessed_where_no_option_is_right() {
        assert_eq!(one(&options(&[("a", 0.0), ("b", 0.0)]), &mut Vec::new()).err(), Some(Remark::NoKey));
        let half = one(&options(&[("a", 0.5), ("b", 0.0)]), &mut Vec::new()).err();
        assert_eq!(half, Some(Remark::CannotCarry("no option earns all the points")));
        assert_eq!(many(&options(&[("a", -1.0), ("b", 0.0)]), &mut Vec::new()).err(), Some(Remark::NoKey));
        assert_eq!(
            one(&options(&[("a", 1.0), (" ", 0.0)]), &mut Vec::new()).err(),
            Some(Remark::TooFew(Kind::Choice, 1, 2))
        );
    }
}
