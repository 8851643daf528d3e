//! Counts a class once more without some of its questions, for what is asked after the figures are known. Judges nothing.

use crate::class::figures::{Denominator, TopicFigures};
use crate::class::model::{Class, TextId};
use crate::class::statistics::counting::Counted;
use crate::class::statistics::{scores, topics};
use crate::sitting::Verdict;
use std::collections::BTreeSet;

/// The answers that count, those to some questions left out.
pub(in crate::class) struct Recount<'a>(Counted<'a>);

impl<'a> Recount<'a> {
    /// Counts the answers of a class but those to the questions at these places.
    pub fn without(class: &'a Class, left_out: &BTreeSet<u32>) -> Self {
        Self(Counted::new(class, left_out))
    }

    /// Topic by topic.
    pub fn topics(&self) -> Vec<TopicFigures> {
        topics::topics(&self.0)
    }

    /// What scores are out of.
    pub fn denominator(&self) -> Denominator {
        let scores = scores::scores(&self.0);
        let points = || self.0.rows.iter().map(|row| row.max_score);
        let questions = (0..self.0.class.questions.len()).filter(|question| self.0.attempts(*question) > 0);
        Denominator {
            questions: questions.count() as u32,
            fewest_points: points().reduce(f64::min).unwrap_or(0.0),
            most_points: points().reduce(f64::max).unwrap_or(0.0),
            mean_percent: scores.mean_percent,
            median_percent: scores.median_percent,
        }
    }

    /// The wrong answers to a question, learner by learner.
    pub fn wrong_responses(&self, question: u32) -> impl Iterator<Item = TextId> {
        let wrong = self.0.asked(question as usize).filter(|asked| asked.answer.verdict == Verdict::Wrong);
        wrong.filter_map(|asked| asked.answer.response)
    }
}
