//! How answers are marked: the rules of the format, case by case.

mod any;
mod calculated;
mod categorise;
mod choice;
mod choices;
mod cloze;
mod collected;
mod hotspot;
mod laws;
mod letters;
mod r#match;
mod number;
mod order;
mod paper_marks;
mod recall;
mod table;
mod text;
mod true_false;
mod units;

use torus::bank::Question;
use torus::sitting::{Mark, Note, Response, grade};

/// A question with the answer that a teacher wrote.
fn question(answer: &str) -> Question {
    ron::from_str(&format!(r#"Question(id: "q", prompt: "What?", answer: {answer})"#)).expect(answer)
}

/// What is said besides the mark.
#[derive(Clone, Copy)]
enum Say {
    Nothing,
    NotANumber,
    WrongUnit(&'static str),
    UnitMissing(&'static str),
    WrongPowerOfTen,
    Typo(&'static str),
    OtherWord(&'static str),
    Punctuation(&'static str),
}

impl Say {
    fn note(self) -> Option<Note> {
        match self {
            Self::Nothing => None,
            Self::NotANumber => Some(Note::NotANumber),
            Self::WrongUnit(expected) => Some(Note::WrongUnit { expected: expected.into() }),
            Self::UnitMissing(expected) => Some(Note::UnitMissing { expected: expected.into() }),
            Self::WrongPowerOfTen => Some(Note::WrongPowerOfTen),
            Self::Typo(accepted) => Some(Note::Typo { accepted: accepted.into() }),
            Self::OtherWord(accepted) => Some(Note::OtherWord { accepted: accepted.into() }),
            Self::Punctuation(accepted) => Some(Note::Punctuation { accepted: accepted.into() }),
        }
    }
}

/// A response as files write it, its mark and what is said.
type Case = (&'static str, f64, Say);

fn check(answer: &str, cases: &[Case]) {
    let question = question(answer);
    for (written, fraction, say) in cases {
        let mark = Response::from_written(&question, written).map(|response| grade(&question, &response));
        let expected = Mark { fraction: *fraction, note: say.note() };
        let mark = mark.unwrap_or_else(|| panic!("{written:?} does not fit {answer}"));
        let is_near = (mark.fraction - expected.fraction).abs() < 1e-12;
        assert!(is_near && mark.note == expected.note, "{written:?} for {answer}: {mark:?}, not {expected:?}");
    }
}

fn check_response(answer: &str, response: Response, fraction: f64) {
    let mark = grade(&question(answer), &response);
    assert_eq!(mark, Mark { fraction, note: None }, "{response:?} for {answer}");
}

const WALL_YEAR: &str = r#"Choice(correct: "2011", distractors: ["1997", "2001", "2022"])"#;
const PARTIES: &str = r#"Choices(correct: ["Japan", "Soviet Union", "USA"], distractors: ["China", "India"])"#;
const RECORD: &str = r#"Number(value: 59, tolerance: 0.5, unit: "MJ")"#;
