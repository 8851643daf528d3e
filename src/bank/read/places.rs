//! Where the questions of a bank stand in its text, for whoever changes the text. Tells no problem.

use crate::bank::Question;
use crate::bank::read::recover::Spans;
use crate::syntax::lexer::{Lexer, skip_value};
use crate::syntax::path::id_of;
use std::ops::Range;

/// A question where it stands in the text of a bank.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionPlace {
    /// From its name or its bracket to its last one, comments around it left out.
    pub span: Range<usize>,
    /// Its id; empty where none can be read.
    pub id: Box<str>,
    /// The question; `None` where it cannot be read.
    pub question: Option<Question>,
}

/// The questions of a bank in the order of its text. Of a damaged text those that can be told apart.
pub fn question_places(text: &str) -> Vec<QuestionPlace> {
    let mark_bytes = super::mark_bytes(text);
    let starts = Spans::of_sound_text(&text[mark_bytes..]).questions.into_iter().map(|span| mark_bytes + span.start);
    let places = starts.map(|start| {
        let end = skip_value(&mut Lexer::new(text, start)).unwrap_or(text.len());
        let own = &text[start..end];
        let question: Option<Question> = super::options().from_str(own).ok();
        let id = question.as_ref().map(|question| question.id.clone()).or_else(|| id_of(own)).unwrap_or_default();
        QuestionPlace { span: start..end, id, question }
    });
    places.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_question_is_found_without_the_comments_around_it() {
        let text = "\u{feff}Bank(format: 1, id: \"b\", title: \"B\", questions: [\n    // one\n    Question(id: \"a\", prompt: \"It \
                    is.\", answer: TrueFalse(true)), // its end\n    (id: \"b\", prompt: 5) /* last */\n], quizzes: [])";
        let places = question_places(text);
        let found: Vec<_> =
            places.iter().map(|place| (&text[place.span.clone()], &*place.id, place.question.is_some())).collect();
        let first = "Question(id: \"a\", prompt: \"It is.\", answer: TrueFalse(true))";
        assert_eq!(found, [(first, "a", true), ("(id: \"b\", prompt: 5)", "b", false)]);
    }
}
