//! The texts of a question that are CommonMark, each with the way to it. Reads none of them.

use crate::bank::check::kinds::texts_of_parts;
use crate::bank::check::{in_answer, option_path};
use crate::bank::{Answer, Question};
use crate::syntax::path::Step;

impl Question {
    /// Its texts in CommonMark: the prompt, the parts of the answer, hints, feedback and explanation.
    pub fn texts(&self) -> Vec<&str> {
        let mut texts = Vec::new();
        each(self, &mut |text, _| texts.push(text));
        texts
    }
}

/// Looks at a text, with what makes the way to it.
pub(crate) type Visit<'a, 'q> = dyn FnMut(&'q str, &dyn Fn() -> Vec<Step>) + 'a;

/// Calls `visit` with each text and what makes the way to it, which is wanted for few.
pub(crate) fn each<'q>(question: &'q Question, visit: &mut Visit<'_, 'q>) {
    visit(&question.prompt, &|| vec![Step::Field("prompt")]);
    visit(&question.explanation, &|| vec![Step::Field("explanation")]);
    let answer = &question.answer;
    match answer {
        Answer::Choice { correct, distractors } => options(answer, std::slice::from_ref(correct), distractors, visit),
        Answer::Choices { correct, distractors } => options(answer, correct, distractors, visit),
        Answer::Categorise { groups } => {
            for (name, _) in groups.iter() {
                let path = || [in_answer("groups").to_vec(), vec![Step::Key(name.into())]].concat();
                visit(name, &path);
            }
        }
        _ => {}
    }
    for (path, text) in texts_of_parts(answer) {
        visit(text, &|| path.clone());
    }
    for (index, hint) in question.hints.iter().enumerate() {
        visit(hint, &|| vec![Step::Field("hints"), Step::Item(index)]);
    }
    for (key, text) in question.feedback.iter() {
        visit(text, &|| vec![Step::Field("feedback"), Step::Key(key.into())]);
    }
}

/// The keys, then the distractors.
fn options<'q>(answer: &Answer, keys: &'q [Box<str>], distractors: &'q [Box<str>], visit: &mut Visit<'_, 'q>) {
    for (index, option) in keys.iter().chain(distractors).enumerate() {
        visit(option, &|| option_path(answer, keys.len(), index));
    }
}
