//! The fields of a question, in the order in which a teacher thinks of them: what is asked, the answer, why, and the rest.
//! Changes the form that it is given, and no bank.

mod about;
mod attempt;
mod calculated;
mod categorise;
mod cloze;
mod draws;
mod edit;
mod hotspot;
mod keys;
mod kind_choice;
mod marks;
mod number;
mod options;
mod order;
mod pairs;
mod pen;
mod rows;
mod signs;
mod spots;
mod state;
#[cfg(test)]
mod tests;
mod text;
mod words;

use self::pen::Pen;
use self::state::FormState;
use crate::app::state::pictures::Pictures;
use crate::author::form::{FieldFault, FieldName, Form};
use crate::bank::Kind;
use egui::{Key, Modifiers, Ui};

/// What the form is shown with.
#[derive(Clone, Copy, Debug)]
pub struct FormContext<'a> {
    /// Topics that the bank has, to complete from.
    pub topics: &'a [String],
    /// Sources of the bank, key and title, to complete from.
    pub sources: &'a [(String, String)],
    /// Pictures beside the bank.
    pub pictures: &'a Pictures,
    /// Why what is typed in some fields is no value.
    pub faults: &'a [FieldFault],
    /// What the check says of some fields, as sentences.
    pub problems: &'a [(FieldName, String)],
    /// The field that is to have the keyboard from this frame on.
    pub focus: Option<FieldName>,
    /// Tells one question from another: what was tried on one is not shown on the next.
    pub question: u64,
}

/// What is wanted beside what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormWish {
    /// Another question of this kind, with topic and source kept.
    NextQuestion,
    /// A picture file, whose name goes into that field.
    ChoosePicture(FieldName),
}

/// What has become of the fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FormNews {
    /// Whether the form is another than before.
    pub is_changed: bool,
    /// The field that the keyboard has left.
    pub left: Option<FieldName>,
    /// What is wanted besides.
    pub wish: Option<FormWish>,
}

/// Shows the fields.
pub fn show(ui: &mut Ui, form: &mut Form, context: &FormContext<'_>) -> FormNews {
    let mut state = FormState::load(ui.ctx(), context.question);
    let mut news = FormNews::default();
    if context.focus.is_some() {
        state.focus = context.focus;
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter)) {
        news.wish = Some(FormWish::NextQuestion);
    }
    let mut pen = Pen { form, context, state: &mut state, news: &mut news };
    ui.spacing_mut().item_spacing.y = 12.0;
    marks::listen(ui, &mut pen);
    kind_choice::show(ui, &mut pen);
    marks::show(ui, &mut pen);
    pen.area(ui, FieldName::Prompt, "Question", 2);
    answer(ui, &mut pen);
    about::show(ui, &mut pen);
    state.store(ui.ctx());
    news
}

fn answer(ui: &mut Ui, pen: &mut Pen<'_>) {
    match pen.form.kind {
        Kind::Choice => options::choice(ui, pen),
        Kind::Choices => options::choices(ui, pen),
        Kind::TrueFalse => options::truth(ui, pen),
        Kind::Number => number::show(ui, pen),
        Kind::Text => text::show(ui, pen),
        Kind::Order => order::show(ui, pen),
        Kind::Match => pairs::show(ui, pen),
        Kind::Categorise => categorise::show(ui, pen),
        Kind::Cloze => cloze::show(ui, pen),
        Kind::Recall => pen.area(ui, FieldName::RecallAnswer, "Answer, shown when the learner asks for it", 3),
        Kind::Calculated => calculated::show(ui, pen),
        Kind::Hotspot => hotspot::show(ui, pen),
    }
    attempt::show(ui, pen);
}
