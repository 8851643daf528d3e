//! A bank that was made, without some of its questions. Makes none.

use super::{MadeBank, MadeQuestion};
use crate::bank::{Bank, Question, QuizDraw};
use std::collections::BTreeSet;

impl MadeBank {
    /// The bank without the questions of these drafts. The others keep their ids, so that importing the file again finds them;
    /// a plan draws no more than there is.
    pub fn without(&self, drafts: &BTreeSet<usize>) -> Self {
        let kept = self.made.iter().zip(&self.bank.questions).filter(|(made, _)| !drafts.contains(&made.draft));
        let (made, questions): (Vec<MadeQuestion>, Vec<Question>) =
            kept.map(|(made, question)| (made.clone(), question.clone())).unzip();
        let mut quizzes = self.bank.quizzes.to_vec();
        quizzes.retain_mut(|quiz| {
            let is_whole = quiz.draw.is_empty();
            quiz.draw = quiz.draw.iter().filter_map(|draw| fitted(draw, &questions)).collect();
            !questions.is_empty() && (is_whole || !quiz.draw.is_empty())
        });
        let bank = Bank { questions, quizzes: quizzes.into(), ..self.bank.clone() };
        Self { bank, made, left_out: self.left_out.clone() }
    }
}

/// The draw with no more questions than its topic has; `None` where it has none.
fn fitted(draw: &QuizDraw, questions: &[Question]) -> Option<QuizDraw> {
    let there = questions.iter().filter(|question| question.is_within_topic(&draw.topic)).count();
    let count = draw.count.min(u32::try_from(there).unwrap_or(u32::MAX));
    (count > 0).then(|| QuizDraw { topic: draw.topic.clone(), count })
}
