//! Empty rows for what a kind of answer needs at least, so that a form shows where to type. They are not written.

use crate::author::form::kinds::arranged::{GroupForm, PairRow};
use crate::author::form::{Form, Row};
use crate::bank::Kind;

/// Wrong options to begin with: two do the work (Rodriguez 2005).
const WRONG: usize = 2;
/// No order and no set of pairs is worth asking with fewer.
const LEAST_ITEMS: usize = 3;
const LEAST_GROUPS: usize = 2;

impl Form {
    /// Adds the empty rows that its kind lacks.
    pub fn make_room(&mut self) {
        let answer = &mut self.answer;
        match self.kind {
            Kind::Choice => {
                fill(&mut answer.options.rights, 1);
                fill(&mut answer.options.wrongs, WRONG);
            }
            Kind::Choices => {
                fill(&mut answer.options.rights, 2);
                fill(&mut answer.options.wrongs, WRONG);
            }
            Kind::Text => fill(&mut answer.text.accept, 1),
            Kind::Order => fill(&mut answer.order.items, LEAST_ITEMS),
            Kind::Match => {
                let pairs = &mut answer.pairs.pairs;
                pairs.resize_with(pairs.len().max(LEAST_ITEMS), PairRow::default);
            }
            Kind::Categorise => {
                let groups = &mut answer.groups.groups;
                groups.resize_with(groups.len().max(LEAST_GROUPS), GroupForm::new);
                groups.iter_mut().for_each(|group| fill(&mut group.items, 1));
            }
            Kind::TrueFalse | Kind::Number | Kind::Cloze | Kind::Hotspot | Kind::Calculated | Kind::Recall => {}
        }
    }
}

fn fill(rows: &mut Vec<Row>, least: usize) {
    rows.resize_with(rows.len().max(least), Row::default);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::author::new_question;

    #[test]
    fn room_to_type_in_is_not_written() {
        for kind in Kind::ALL {
            let question = new_question(kind);
            let mut form = Form::of(&question);
            form.make_room();
            assert_eq!(form.question_over(&question).as_ref(), Some(&question), "{kind:?}");
        }
    }

    #[test]
    fn what_is_there_already_gets_no_more_room() {
        let question =
            ron::from_str(r#"(id: "a", prompt: "b", answer: Choice(correct: "c", distractors: ["d", "e", "f"]))"#);
        let mut form = Form::of(&question.expect("reads"));
        let before = form.clone();
        form.make_room();
        assert_eq!(form, before);
    }
}
