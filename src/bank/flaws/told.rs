//! What a question leaves untold: why its answer is right, and what its pictures show. Never judges what is told.

use super::super::picture;
use super::Warning;
use super::view::{Notes, View};

/// A question without an explanation, and pictures without words.
///
/// A wrong answer teaches where it is explained (Hattie & Timperley 2007; Shute 2008). A picture without words is
/// nothing to learners who cannot see it (WCAG 2.2, 1.1.1).
pub(super) fn rule(view: &View, notes: &mut Notes) {
    let question = view.question;
    if question.explanation.trim().is_empty() {
        notes.add([], Warning::MissingExplanation);
    }
    if !question.alt.trim().is_empty() {
        return;
    }
    if let Some(path) = picture::without_words(&question.prompt) {
        notes.add_to_prompt(Warning::PictureWithoutWords { path: path.into() });
    }
    for (index, option) in view.options.iter().enumerate() {
        if let Some(path) = picture::without_words(option.text) {
            notes.add(view.option_path(index), Warning::PictureWithoutWords { path: path.into() });
        }
    }
}
