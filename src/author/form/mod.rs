//! What stands in the fields of a form for one question, as typed: a half-typed number is kept as it is. Knows no window.

mod answer;
mod cite;
mod fault;
mod fields;
mod kinds;
#[cfg(test)]
mod law_tests;
mod paste;
mod placed;
mod room;
mod row;
mod said;
mod turning;
mod typed;

use crate::bank::{Kind, Question};
pub use answer::AnswerForm;
pub use cite::CiteRow;
pub use fault::{Fault, FieldFault, FieldName, RowList};
pub use kinds::arranged::{CategoriseForm, GroupForm, MatchForm, OrderForm, PairRow};
pub use kinds::calculated::{CalculatedForm, VariableRow};
pub use kinds::gaps::{GapForm, NoGap, fill_gap, gaps, make_gap, set_gap};
pub use kinds::hotspot::{HotspotForm, SpotRow};
use kinds::number::noted;
pub use kinds::number::{NumberForm, UnitForm};
pub use kinds::options::OptionsForm;
pub use kinds::shape::{ShapeForm, ShapeSort};
pub use kinds::text::TextForm;
pub use kinds::truth::TruthForm;
pub use row::Row;
pub use said::OtherSaid;
use said::{Gathered, HandedOut};
use typed::{number_text_or, read_number_or, read_share};
pub use typed::{read_list, read_number};

/// A question as it stands in the fields of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// The question's id.
    pub id: String,
    /// A path such as `JET/dates`.
    pub topic: String,
    /// What is asked.
    pub prompt: String,
    /// The kind of answer that is written.
    pub kind: Kind,
    /// The fields of every kind.
    pub answer: AnswerForm,
    /// Feedback to answers that no row has.
    pub others_said: Vec<OtherSaid>,
    /// Why the right answer is right.
    pub explanation: String,
    /// Hints, one after the other.
    pub hints: Vec<Row>,
    /// The share of the points that a hint costs; nothing for 0.
    pub hint_cost: String,
    /// Where it is written.
    pub cites: Vec<CiteRow>,
    /// What a full mark is worth; nothing for 1.
    pub points: String,
    /// The writer's estimate from 0 to 1; nothing for none.
    pub difficulty: String,
    /// Words for a picture.
    pub alt: String,
    /// Ids of facts, which no field shows.
    facts: Box<[Box<str>]>,
    /// Ids of questions that are kept apart from this one, which no field shows.
    enemies: Box<[Box<str>]>,
}

const DEFAULT_POINTS: f64 = 1.0;

impl Form {
    /// An empty form for a question of this kind.
    pub fn new(kind: Kind) -> Self {
        Self {
            id: String::new(),
            topic: String::new(),
            prompt: String::new(),
            kind,
            answer: AnswerForm::default(),
            others_said: Vec::new(),
            explanation: String::new(),
            hints: Vec::new(),
            hint_cost: String::new(),
            cites: Vec::new(),
            points: String::new(),
            difficulty: String::new(),
            alt: String::new(),
            facts: Box::default(),
            enemies: Box::default(),
        }
    }

    /// The question in its fields.
    pub fn of(question: &Question) -> Self {
        let mut said = HandedOut::new(&question.feedback);
        let answer = AnswerForm::of(&question.answer, &mut said);
        Self {
            id: question.id.to_string(),
            topic: question.topic.to_string(),
            prompt: question.prompt.to_string(),
            kind: question.kind(),
            answer,
            others_said: said.rest(),
            explanation: question.explanation.to_string(),
            hints: row::rows(&question.hints),
            hint_cost: number_text_or(question.hint_cost, 0.0),
            cites: cite::rows(&question.cite),
            points: number_text_or(question.points, DEFAULT_POINTS),
            difficulty: question.difficulty.map_or_else(String::new, |share| share.to_string()),
            alt: question.alt.to_string(),
            facts: question.facts.clone(),
            enemies: question.enemies.clone(),
        }
    }

    /// The question that is typed. That it can be asked is another matter: the check tells.
    ///
    /// # Errors
    /// Every field whose text is no value.
    pub fn question(&self) -> Result<Question, Vec<FieldFault>> {
        let mut faults = Vec::new();
        let mut said = Gathered::default();
        let answer = self.answer.answer(self.kind, &mut said, &mut faults);
        said.others(&self.others_said);
        let question = Question {
            id: self.id.as_str().into(),
            topic: self.topic.as_str().into(),
            prompt: self.prompt.as_str().into(),
            answer,
            feedback: said.entries(&mut faults),
            explanation: self.explanation.as_str().into(),
            hints: row::texts(&self.hints),
            cite: cite::cites(&self.cites),
            points: noted(read_number_or(&self.points, DEFAULT_POINTS), FieldName::Points, &mut faults),
            difficulty: noted(read_share(&self.difficulty), FieldName::Difficulty, &mut faults),
            facts: self.facts.clone(),
            enemies: self.enemies.clone(),
            hint_cost: noted(read_number_or(&self.hint_cost, 0.0), FieldName::HintCost, &mut faults),
            alt: self.alt.as_str().into(),
        };
        if faults.is_empty() { Ok(question) } else { Err(faults) }
    }

    /// The question that is typed, where fields whose text is no value keep what `before` has there: so a half-typed number
    /// does not keep the prompt from being saved. `None` where that makes no question.
    pub fn question_over(&self, before: &Question) -> Option<Question> {
        let faults = match self.question() {
            Ok(question) => return Some(question),
            Err(faults) => faults,
        };
        let earlier = Self::of(before);
        let mut form = self.clone();
        for FieldFault { field, .. } in faults {
            *form.text_mut(field)? = earlier.text_of(field)?;
        }
        form.question().ok()
    }

    /// Makes it another kind of answer. What the new kind lacks waits here, and comes back with its kind; where the new
    /// kind has nothing yet, it begins with what the old one calls right.
    pub fn set_kind(&mut self, kind: Kind) {
        if kind != self.kind {
            self.answer.turn(self.kind, kind);
            self.kind = kind;
        }
    }
}
