//! Fields by their names: the text in one, and the rows of a list. Reads nothing.

use crate::author::form::Form;
use crate::author::form::fault::{FieldName, RowList};
use crate::author::form::row::Row;

impl Form {
    /// What is typed in a field; `None` for one that is no text or that is not there.
    pub fn text_of(&self, field: FieldName) -> Option<String> {
        // The answers in a gap are parts of one text.
        self.clone().text_mut(field).map(|text| text.clone())
    }

    /// The text in a field; `None` for one that is no text or that is not there.
    pub fn text_mut(&mut self, field: FieldName) -> Option<&mut String> {
        match field {
            FieldName::Row(list, index) => return Some(&mut self.rows_mut(list)?.get_mut(index)?.text),
            FieldName::Said(list, index) => return Some(&mut self.rows_mut(list)?.get_mut(index)?.feedback),
            _ => {}
        }
        let answer = &mut self.answer;
        Some(match field {
            FieldName::Prompt => &mut self.prompt,
            FieldName::Topic => &mut self.topic,
            FieldName::Explanation => &mut self.explanation,
            FieldName::Alt => &mut self.alt,
            FieldName::Points => &mut self.points,
            FieldName::Difficulty => &mut self.difficulty,
            FieldName::HintCost => &mut self.hint_cost,
            FieldName::Id => &mut self.id,
            FieldName::CiteSource(index) => &mut self.cites.get_mut(index)?.source,
            FieldName::CitePlace(index) => &mut self.cites.get_mut(index)?.place,
            FieldName::OtherAnswer(index) => &mut self.others_said.get_mut(index)?.answer,
            FieldName::OtherSaid(index) => &mut self.others_said.get_mut(index)?.said,
            FieldName::Value => &mut answer.number.value,
            FieldName::Tolerance => &mut answer.number.tolerance,
            FieldName::TolerancePercent => &mut answer.calculated.tolerance_percent,
            FieldName::Unit => &mut answer.unit.unit,
            FieldName::Typos => &mut answer.text.typos,
            FieldName::Left(index) => &mut answer.pairs.pairs.get_mut(index)?.left,
            FieldName::RightSide(index) => &mut answer.pairs.pairs.get_mut(index)?.right,
            FieldName::GroupName(index) => &mut answer.groups.groups.get_mut(index)?.name,
            FieldName::ClozeText => &mut answer.cloze,
            FieldName::Image => &mut answer.hotspot.image,
            FieldName::SpotName(index) => &mut answer.hotspot.spots.get_mut(index)?.name.text,
            FieldName::SpotSaid(index) => &mut answer.hotspot.spots.get_mut(index)?.name.feedback,
            FieldName::SpotDescribe(index) => &mut answer.hotspot.spots.get_mut(index)?.describe,
            FieldName::SpotNumber(index, number) => {
                answer.hotspot.spots.get_mut(index)?.shape.numbers.get_mut(number)?
            }
            FieldName::VariableName(index) => &mut answer.calculated.variables.get_mut(index)?.name,
            FieldName::VariableFrom(index) => &mut answer.calculated.variables.get_mut(index)?.from,
            FieldName::VariableTo(index) => &mut answer.calculated.variables.get_mut(index)?.to,
            FieldName::VariableStep(index) => &mut answer.calculated.variables.get_mut(index)?.step,
            FieldName::VariableValues(index) => &mut answer.calculated.variables.get_mut(index)?.values,
            FieldName::Formula => &mut answer.calculated.formula,
            FieldName::RecallAnswer => &mut answer.recall,
            FieldName::Row(..)
            | FieldName::Said(..)
            | FieldName::Kind
            | FieldName::IsTrue
            | FieldName::UnitRequired
            | FieldName::MatchCase
            | FieldName::MatchAccents
            | FieldName::Punctuation
            | FieldName::GapAnswer(..)
            | FieldName::SpotIsRight(_) => return None,
        })
    }

    /// The rows of a list; `None` for a group that is not there.
    pub fn rows_mut(&mut self, list: RowList) -> Option<&mut Vec<Row>> {
        let answer = &mut self.answer;
        Some(match list {
            RowList::Hint => &mut self.hints,
            RowList::Right => &mut answer.options.rights,
            RowList::Wrong => &mut answer.options.wrongs,
            RowList::Truth => &mut answer.truth.sides,
            RowList::Accept => &mut answer.text.accept,
            RowList::Reject => &mut answer.text.reject,
            RowList::Item => &mut answer.order.items,
            RowList::Extra => &mut answer.pairs.extra,
            RowList::Group(index) => &mut answer.groups.groups.get_mut(index)?.items,
        })
    }

    /// The rows of a list; none for a group that is not there.
    pub fn rows(&self, list: RowList) -> &[Row] {
        let answer = &self.answer;
        match list {
            RowList::Hint => &self.hints,
            RowList::Right => &answer.options.rights,
            RowList::Wrong => &answer.options.wrongs,
            RowList::Truth => &answer.truth.sides,
            RowList::Accept => &answer.text.accept,
            RowList::Reject => &answer.text.reject,
            RowList::Item => &answer.order.items,
            RowList::Extra => &answer.pairs.extra,
            RowList::Group(index) => answer.groups.groups.get(index).map_or(&[], |group| &group.items),
        }
    }
}
