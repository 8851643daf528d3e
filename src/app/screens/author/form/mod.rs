//! The fields of a question, in the order in which a teacher thinks of them: what is asked, the answer, why, and the rest.
//! Changes the form that it is given, and no bank.

mod about;
mod attempt;
mod context;
mod edit;
mod keys;
mod kind_choice;
mod kinds;
mod marks;
mod pen;
mod rows;
mod signs;
mod state;
#[cfg(test)]
mod tests;
mod words;

use self::kinds::{calculated, categorise, cloze, hotspot, number, options, order, pairs, text};
use self::pen::Pen;
use self::state::FormState;
use crate::author::form::{FieldName, Form};
use crate::bank::Kind;
use egui::{Key, Modifiers, Ui};

pub use self::context::{FieldProblem, FormContext, FormNews, FormWish};

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
