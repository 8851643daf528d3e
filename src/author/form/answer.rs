//! The answer of a form: a part for each kind or group of kinds, of which one at a time is written. Knows no prompt.

use crate::author::form::fault::FieldFault;
use crate::author::form::kinds::arranged::{CategoriseForm, MatchForm, OrderForm};
use crate::author::form::kinds::calculated::CalculatedForm;
use crate::author::form::kinds::hotspot::HotspotForm;
use crate::author::form::kinds::number::{NumberForm, UnitForm};
use crate::author::form::kinds::options::OptionsForm;
use crate::author::form::kinds::text::TextForm;
use crate::author::form::kinds::truth::TruthForm;
use crate::author::form::said::{Gathered, HandedOut};
use crate::bank::{Answer, ClozeText, Kind};

/// What stands in the fields of every kind. The parts of other kinds than the form's wait, and come back with their kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnswerForm {
    /// `Choice` and `Choices`.
    pub options: OptionsForm,
    /// `TrueFalse`.
    pub truth: TruthForm,
    /// `Number`.
    pub number: NumberForm,
    /// The unit of a `Number` and of a `Calculated`.
    pub unit: UnitForm,
    /// `Text`.
    pub text: TextForm,
    /// `Order`.
    pub order: OrderForm,
    /// `Match`.
    pub pairs: MatchForm,
    /// `Cloze`: the text with its gaps.
    pub cloze: String,
    /// `Categorise`.
    pub groups: CategoriseForm,
    /// `Hotspot`.
    pub hotspot: HotspotForm,
    /// `Calculated`.
    pub calculated: CalculatedForm,
    /// `Recall`: what is revealed.
    pub recall: String,
}

impl AnswerForm {
    pub(super) fn of(answer: &Answer, said: &mut HandedOut<'_>) -> Self {
        let mut form = Self::default();
        match answer {
            Answer::Choice { correct, distractors } => {
                form.options = OptionsForm::of_choice(correct, distractors, said);
            }
            Answer::Choices { correct, distractors } => {
                form.options = OptionsForm::of_choices(correct, distractors, said);
            }
            Answer::TrueFalse(is_true) => form.truth = TruthForm::of(*is_true, said),
            Answer::Number { value, tolerance, unit, unit_required } => {
                form.number = NumberForm::of(*value, *tolerance);
                form.unit = UnitForm::of(unit, *unit_required);
            }
            Answer::Text { .. } => form.text = TextForm::of(answer, said).unwrap_or_default(),
            Answer::Order { items } => form.order = OrderForm::of(items),
            Answer::Match { pairs, extra } => form.pairs = MatchForm::of(pairs, extra),
            Answer::Cloze { text } => text.source().clone_into(&mut form.cloze),
            Answer::Categorise { groups } => form.groups = CategoriseForm::of(groups),
            Answer::Hotspot { image, spots, correct } => form.hotspot = HotspotForm::of(image, spots, correct, said),
            Answer::Calculated { variables, value, tolerance_percent, unit, unit_required } => {
                form.calculated = CalculatedForm::of(variables, value, *tolerance_percent);
                form.unit = UnitForm::of(unit, *unit_required);
            }
            Answer::Recall { answer } => form.recall = answer.to_string(),
        }
        form
    }

    pub(super) fn answer(&self, kind: Kind, said: &mut Gathered, faults: &mut Vec<FieldFault>) -> Answer {
        match kind {
            Kind::Choice => self.options.choice(said),
            Kind::Choices => self.options.choices(said),
            Kind::TrueFalse => self.truth.answer(said),
            Kind::Number => self.number.answer(&self.unit, faults),
            Kind::Text => self.text.answer(said, faults),
            Kind::Order => self.order.answer(),
            Kind::Match => self.pairs.answer(),
            Kind::Cloze => Answer::Cloze { text: ClozeText::new(&self.cloze) },
            Kind::Categorise => self.groups.answer(faults),
            Kind::Hotspot => self.hotspot.answer(said, faults),
            Kind::Calculated => self.calculated.answer(&self.unit, faults),
            Kind::Recall => Answer::Recall { answer: self.recall.as_str().into() },
        }
    }
}
