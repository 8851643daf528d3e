//! The texts of a question that are CommonMark, each with the way to it. Reads none of them.

use crate::bank::Question;
use crate::kinds::Visit;
use crate::syntax::path::Step;

impl Question {
    /// Its texts in CommonMark: the prompt, the parts of the answer, hints, feedback and explanation.
    pub fn texts(&self) -> Vec<&str> {
        let mut texts = Vec::new();
        each(self, &mut |text, _| texts.push(text));
        texts
    }
}

/// Calls `visit` with each text and what makes the way to it, which is wanted for few.
pub(crate) fn each<'q>(question: &'q Question, visit: &mut Visit<'_, 'q>) {
    visit(&question.prompt, &|| vec![Step::Field("prompt")]);
    visit(&question.explanation, &|| vec![Step::Field("explanation")]);
    question.answer.with_kind(|kind| kind.texts(visit));
    for (index, hint) in question.hints.iter().enumerate() {
        visit(hint, &|| vec![Step::Field("hints"), Step::Item(index)]);
    }
    for (key, text) in question.feedback.iter() {
        visit(text, &|| vec![Step::Field("feedback"), Step::Key(key.into())]);
    }
}
