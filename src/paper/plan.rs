//! What a paper is to hold. Draws nothing itself.

use crate::bank::{Mode, Question, Quiz, QuizDraw};

/// How many questions to take from which topics.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// One after the other; a question is taken at most once. Empty means every question of every bank.
    pub draws: Vec<Draw>,
    /// What the paper is for: no test asks what only the learner can rate, see [`Mode::asks`].
    pub mode: Mode,
}

impl Plan {
    /// What a ready-made quiz draws: its lines, or every question where it names none; in its own mode.
    pub fn of_quiz(quiz: &Quiz) -> Self {
        let line = |line: &QuizDraw| Draw { topics: vec![line.topic.to_string()], count: Some(line.count as usize) };
        Self { draws: quiz.draw.iter().map(line).collect(), mode: quiz.mode }
    }
}

/// One line of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draw {
    /// Take from these topics and those below them; none, or the empty topic, is the whole bank.
    pub topics: Vec<String>,
    /// How many to take; `None` takes all there are.
    pub count: Option<usize>,
}

impl Draw {
    /// Whether this line may take the question.
    pub fn admits(&self, question: &Question) -> bool {
        self.topics.is_empty() || self.topics.iter().any(|topic| question.is_within_topic(topic))
    }
}
