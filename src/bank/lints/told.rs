//! What a question leaves untold: why its answer is right, and what its pictures show. Never judges what is told.

use crate::bank::check::in_answer;
use crate::bank::check::texts;
use crate::bank::lints::Warning;
use crate::bank::lints::view::Notes;
use crate::bank::model::picture;
use crate::bank::{Answer, Question};

/// A question without an explanation, and pictures without words.
///
/// A wrong answer teaches where it is explained (Hattie & Timperley 2007; Shute 2008). A picture without words is
/// nothing to learners who cannot see it (WCAG 2.2, 1.1.1).
pub(crate) fn rule(question: &Question, notes: &mut Notes) {
    if question.explanation.trim().is_empty() {
        notes.add([], Warning::MissingExplanation);
    }
    if !question.alt.trim().is_empty() {
        return;
    }
    if let Answer::Hotspot { image, .. } = &question.answer {
        notes.add(in_answer("image"), Warning::PictureWithoutWords { path: image.clone() });
    }
    texts::each(question, &mut |text, path| {
        if let Some(picture) = picture::without_words(text) {
            notes.add(path(), Warning::PictureWithoutWords { path: picture.into() });
        }
    });
}
