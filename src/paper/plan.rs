//! What a paper should hold.

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
        let topics = |topic: &str| if topic.is_empty() { Vec::new() } else { vec![topic.to_owned()] };
        let line = |line: &QuizDraw| Draw { topics: topics(&line.topic), count: Some(line.count as usize) };
        Self { draws: quiz.draw.iter().map(line).collect(), mode: quiz.mode }
    }
}

/// One line of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draw {
    /// Take from these topics and those below them; none is the whole bank. The empty topic is the questions without
    /// one, and those alone.
    pub topics: Vec<String>,
    /// How many to take; `None` takes all there are.
    pub count: Option<usize>,
}

impl Draw {
    /// Whether this line may take the question.
    pub fn admits(&self, question: &Question) -> bool {
        let admits = |topic: &String| match topic.is_empty() {
            true => question.topic.is_empty(),
            false => question.is_within_topic(topic),
        };
        self.topics.is_empty() || self.topics.iter().any(admits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn admitted(topics: &[&str]) -> String {
        let draw = Draw { topics: topics.iter().map(|&topic| topic.to_owned()).collect(), count: None };
        let question = |topic: &&str| -> Question {
            let ron = format!("(id: \"q\", topic: \"{topic}\", prompt: \"Q?\", answer: TrueFalse(true))");
            ron::from_str(&ron).expect("a question")
        };
        let topics = ["", "JET", "JET/dates", "ITER"].into_iter();
        let admitted: Vec<&str> = topics.filter(|topic| draw.admits(&question(topic))).collect();
        format!("{admitted:?}")
    }

    #[test]
    fn the_empty_topic_is_the_questions_without_one_and_no_topics_are_all() {
        let check =
            |topics: &[&str], expected: &[&str]| assert_eq!(admitted(topics), format!("{expected:?}"), "{topics:?}");
        check(&[], &["", "JET", "JET/dates", "ITER"]);
        check(&[""], &[""]);
        check(&["", "JET"], &["", "JET", "JET/dates"]);
        check(&["JET/dates"], &["JET/dates"]);
        check(&["JE"], &[]);
    }

    #[test]
    fn a_line_of_a_quiz_without_a_topic_draws_from_the_whole_bank() {
        let quiz: Quiz =
            ron::from_str("(id: \"z\", title: \"Z\", draw: [Draw(count: 5), Draw(topic: \"JET\", count: 1)])")
                .expect("a quiz");
        let topics: Vec<Vec<String>> = Plan::of_quiz(&quiz).draws.into_iter().map(|draw| draw.topics).collect();
        assert_eq!(topics, [vec![], vec!["JET".to_owned()]]);
    }
}
