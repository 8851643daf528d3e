//! Tells a mistake in how a text is written as a problem of a bank. Finds none itself.

use crate::bank::check::problem::{FieldAdvice, NotABank};
use crate::bank::read::vocabulary::{BANK, FIELDS_BEHIND_ANSWER};
use crate::bank::{Kind, Problem};
use crate::syntax::diagnostic::TextProblem;
use crate::syntax::{Slip, Wanted};

impl From<TextProblem> for Problem {
    fn from(problem: TextProblem) -> Self {
        match problem {
            TextProblem::Syntax { wanted, slip } => {
                not_a_bank(&wanted, slip.as_ref()).map_or(Self::Syntax { wanted, slip }, Self::NotABank)
            }
            TextProblem::MissingField { field, owner } => Self::MissingField { field, owner },
            TextProblem::RepeatedField { field } => Self::RepeatedField { field },
            TextProblem::UnknownField { found, owner, known, suggestion } => {
                let is_in_answer = Kind::ALL.iter().any(|kind| owner.as_deref() == Some(format!("{kind:?}").as_str()));
                let advice = match is_in_answer && FIELDS_BEHIND_ANSWER.contains(&&*found) {
                    true => FieldAdvice::CloseAnswer,
                    false => FieldAdvice::Known(known),
                };
                Self::UnknownField { found, owner, suggestion, advice }
            }
            TextProblem::UnknownVariant { found, owner, known, suggestion } => match owner.as_deref() {
                Some("Answer") => Self::UnknownKind { found, known, suggestion },
                _ => Self::Syntax { wanted: Wanted::OneOf { found, known }, slip: None },
            },
        }
    }
}

/// What a text is that does not begin as a bank does.
fn not_a_bank(wanted: &Wanted, slip: Option<&Slip>) -> Option<NotABank> {
    match (wanted, slip) {
        (Wanted::Name { expected, found }, None | Some(Slip::OtherCapitals(_))) if *expected == BANK.document => {
            Some(match &**found {
                "FactTable" => NotABank::FactTable,
                "Pins" => NotABank::Pins,
                _ => NotABank::Other(found.clone()),
            })
        }
        (Wanted::Opening(Some(name)), Some(Slip::OtherBrackets)) if *name == BANK.document => Some(NotABank::Bare),
        _ => None,
    }
}
