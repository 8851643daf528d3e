//! The key of a question from that of a draft. Knows no format.

use crate::bank::{Answer as BankAnswer, Kind};
use crate::exchange::make::{MakeOptions, options, typed};
use crate::exchange::{Answer, Draft, Remark};

/// A key as a bank has it, with feedback by option.
pub(super) struct Key {
    pub answer: BankAnswer,
    pub feedback: Vec<(String, String)>,
}

impl Key {
    /// The key of a draft; what is lost is added to `remarks`.
    pub fn of(draft: &Draft, make: &MakeOptions, remarks: &mut Vec<Remark>) -> Result<Self, Remark> {
        match &draft.answer {
            Answer::Options { options, is_many: false } => options::one(options, remarks),
            Answer::Options { options, is_many: true } => options::many(options, remarks),
            Answer::TrueFalse { is_true, feedback } => {
                let by_option = ["true", "false"].into_iter().zip(feedback);
                Ok(Self {
                    answer: BankAnswer::TrueFalse(*is_true),
                    feedback: by_option.map(|(option, words)| (option.to_owned(), words.clone())).collect(),
                })
            }
            Answer::Numbers { numbers, unit, is_unit_required } => {
                typed::number(numbers, unit, *is_unit_required, remarks)
            }
            Answer::Texts { texts, is_case_counted } => typed::text(texts, *is_case_counted, remarks),
            Answer::Card { .. } if draft.prompt.trim().is_empty() => {
                Err(Remark::Damaged("the front of the card is blank".into()))
            }
            Answer::Card { back } if make.with_cards && !back.trim().is_empty() => {
                Ok(Self { answer: BankAnswer::Recall { answer: back.trim().into() }, feedback: Vec::new() })
            }
            Answer::Card { back } => {
                Err(if back.trim().is_empty() { Remark::TooFew(Kind::Recall, 0, 1) } else { Remark::CardNotAsked })
            }
            Answer::Ready { answer, feedback } => Ok(Self { answer: answer.clone(), feedback: feedback.clone() }),
            Answer::Spots { image, spots, correct } => Ok(Self {
                answer: BankAnswer::Hotspot {
                    image: image.clone(),
                    spots: spots.clone().into(),
                    correct: correct.clone().into(),
                },
                feedback: Vec::new(),
            }),
            Answer::LeftOut(reason) => Err(reason.clone()),
        }
    }
}
