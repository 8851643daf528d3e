//! What a question leaves untold: why its answer is right, and what its pictures show. Never judges what is told.

use super::super::check::{in_answer, option_path};
use super::super::picture;
use super::super::{Answer, Question};
use super::Warning;
use super::view::{Notes, choosable};

/// A question without an explanation, and pictures without words.
///
/// A wrong answer teaches where it is explained (Hattie & Timperley 2007; Shute 2008). A picture without words is
/// nothing to learners who cannot see it (WCAG 2.2, 1.1.1).
pub(super) fn rule(question: &Question, notes: &mut Notes) {
    if question.explanation.trim().is_empty() {
        notes.add([], Warning::MissingExplanation);
    }
    if !question.alt.trim().is_empty() {
        return;
    }
    if let Some(path) = picture::without_words(&question.prompt) {
        notes.add_to_prompt(Warning::PictureWithoutWords { path: path.into() });
    }
    if let Answer::Hotspot { image, .. } = &question.answer {
        notes.add(in_answer("image"), Warning::PictureWithoutWords { path: image.clone() });
    }
    for (index, option) in choosable(question).into_iter().enumerate() {
        if let Some(path) = picture::without_words(option) {
            notes.add(
                option_path(&question.answer, question.key_count(), index),
                Warning::PictureWithoutWords { path: path.into() },
            );
        }
    }
}
