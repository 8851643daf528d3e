//! Keeps what a kind of answer held while a question is of another kind, and brings it back. Changes no text.

use crate::author::make::blank;
use crate::bank::{Answer, Entries, Kind, Question};

/// What the kinds held that a question was of before. Kept by whoever edits it, a question each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parked(Vec<Held>);

/// What a question of one kind held.
#[derive(Clone, Debug, PartialEq)]
struct Held {
    answer: Answer,
    feedback: Entries<Box<str>>,
}

impl Parked {
    /// The question as one of another kind. What both kinds have goes over; what the new one lacks is kept here and comes back
    /// with its kind.
    pub fn change_kind(&mut self, question: &Question, kind: Kind) -> Question {
        if question.kind() == kind {
            return question.clone();
        }
        let now = Held { answer: question.answer.clone(), feedback: question.feedback.clone() };
        self.0.retain(|held| held.answer.kind() != question.kind());
        self.0.push(now);
        let held = self.0.iter().find(|held| held.answer.kind() == kind);
        let known = held.map_or_else(|| blank(kind), |held| held.answer.clone());
        let answer = carried(&question.answer, known);
        let mut feedback: Vec<(Box<str>, Box<str>)> = question.feedback.0.to_vec();
        feedback.retain(|(option, _)| answer.options().contains(&&**option));
        for (option, words) in held.map(|held| held.feedback.0.to_vec()).unwrap_or_default() {
            if feedback.iter().all(|(known, _)| *known != option) {
                feedback.push((option, words));
            }
        }
        Question { answer, feedback: Entries(feedback.into()), ..question.clone() }
    }
}

/// `into` with what of `from` it has room for.
fn carried(from: &Answer, mut into: Answer) -> Answer {
    let keys: Vec<Box<str>> = keys(from).into_iter().filter(|key| !key.trim().is_empty()).collect();
    let wrong = wrong(from);
    let first = keys.first().cloned();
    let first = first.as_deref();
    match &mut into {
        Answer::Choice { correct, distractors } => {
            put(correct, first);
            *distractors = wrong.map_or_else(|| distractors.clone(), Into::into);
        }
        Answer::Choices { correct, distractors } => {
            match correct.first_mut() {
                Some(correct) => put(correct, first),
                None => *correct = keys.into(),
            }
            *distractors = wrong.map_or_else(|| distractors.clone(), Into::into);
        }
        Answer::Text { accept, .. } => match accept.first_mut() {
            Some(accepted) => put(accepted, first),
            None => *accept = keys.into(),
        },
        Answer::Recall { answer } => put(answer, first),
        Answer::Number { value, unit, unit_required, .. } => {
            *value =
                first.and_then(|key| key.trim().parse().ok()).filter(|key: &f64| key.is_finite()).unwrap_or(*value);
            put_unit(from, unit, unit_required);
        }
        Answer::Calculated { unit, unit_required, .. } => put_unit(from, unit, unit_required),
        Answer::Order { items } if items.iter().all(|item| item.is_empty()) => {
            let all: Vec<Box<str>> = keys.into_iter().chain(wrong.into_iter().flatten()).collect();
            if all.len() >= items.len() {
                *items = all.into();
            }
        }
        Answer::TrueFalse(_)
        | Answer::Order { .. }
        | Answer::Match { .. }
        | Answer::Cloze { .. }
        | Answer::Categorise { .. }
        | Answer::Hotspot { .. } => {}
    }
    into
}

fn put(place: &mut Box<str>, text: Option<&str>) {
    if let Some(text) = text {
        *place = text.into();
    }
}

fn put_unit(from: &Answer, unit: &mut Box<str>, unit_required: &mut bool) {
    if let Answer::Number { unit: own, unit_required: is_required, .. }
    | Answer::Calculated { unit: own, unit_required: is_required, .. } = from
    {
        unit.clone_from(own);
        *unit_required = *is_required;
    }
}

/// The right answers that can be said in words.
fn keys(answer: &Answer) -> Vec<Box<str>> {
    match answer {
        Answer::Choice { correct, .. } => vec![correct.clone()],
        Answer::Choices { correct, .. } => correct.to_vec(),
        Answer::Text { accept, .. } => accept.to_vec(),
        Answer::Number { value, .. } => vec![value.to_string().into()],
        Answer::Recall { answer } => vec![answer.clone()],
        Answer::TrueFalse(_)
        | Answer::Order { .. }
        | Answer::Match { .. }
        | Answer::Cloze { .. }
        | Answer::Categorise { .. }
        | Answer::Hotspot { .. }
        | Answer::Calculated { .. } => Vec::new(),
    }
}

/// The wrong options, of a kind that has some.
fn wrong(answer: &Answer) -> Option<Vec<Box<str>>> {
    if let Answer::Choice { distractors, .. } | Answer::Choices { distractors, .. } = answer {
        Some(distractors.to_vec())
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice() -> Question {
        let ron = r#"(id: "a", prompt: "P", answer: Choice(correct: "1997", distractors: ["1998", "1999"]), feedback: {"1998": "No."})"#;
        ron::from_str(ron).expect("a question")
    }

    #[test]
    fn there_and_back_is_as_it_was_through_every_kind() {
        let mut parked = Parked::default();
        for kind in Kind::ALL {
            let other = parked.change_kind(&choice(), kind);
            assert_eq!(other.kind(), kind);
            assert_eq!(parked.change_kind(&other, Kind::Choice), choice(), "{kind:?}");
        }
    }

    #[test]
    fn what_both_kinds_have_goes_over_and_what_changed_meanwhile_stays_changed() {
        let mut parked = Parked::default();
        let mut text = parked.change_kind(&choice(), Kind::Text);
        assert_eq!(text.answer, Answer::text(["1997".into()].into(), 0));
        text.answer = Answer::text(["2001".into(), "in 2001".into()].into(), 1);
        let choices = parked.change_kind(&text, Kind::Choice);
        let expected = Answer::Choice { correct: "2001".into(), distractors: ["1998".into(), "1999".into()].into() };
        assert_eq!((choices.answer.clone(), choices.feedback.0.len()), (expected, 1));
        let number = parked.change_kind(&choices, Kind::Number);
        assert!(matches!(number.answer, Answer::Number { value: 2001.0, .. }), "{:?}", number.answer);
        assert_eq!(parked.change_kind(&number, Kind::Text).answer, text.answer);
    }
}
