//! What a sitting came to, over first attempts. Changes nothing.

use super::{Sitting, Verdict};
use std::collections::HashMap;

/// Nobody fails by a rounding error: sums of fractions are not exact, so three thirds of the points may come out a
/// hair below the pass mark. 1e-9 is far below what one answer is worth and far above what adding up 100,000 loses.
const PASS_EPSILON_PERCENT: f64 = 1e-9;

/// Points for the questions of one topic.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicScore {
    /// The first part of the topics' paths: `JET` for `JET/dates`. Empty for questions without a topic.
    pub topic: String,
    /// Points earned.
    pub score: f64,
    /// Points that could be earned.
    pub max_score: f64,
}

/// `score` in percent of `max_score`, at most 100; `None` where nothing could be earned. Not below 0 unless `score` is.
pub fn percent(score: f64, max_score: f64) -> Option<f64> {
    // Multiplied first, so that 29 of 100 is 29 and not 28.999…; that may round up past 100 for a full score.
    (max_score > 0.0).then(|| (100.0 * score / max_score).min(100.0))
}

/// Whether a result of `percent` reaches the pass mark `pass_percent`, both 0 to 100.
pub fn is_passed(percent: f64, pass_percent: f64) -> bool {
    percent + PASS_EPSILON_PERCENT >= pass_percent
}

impl Sitting {
    /// Points earned.
    pub fn score(&self) -> f64 {
        total(self.first_attempts().map(|(_, turn)| turn.score()))
    }

    /// Points that could be earned.
    pub fn max_score(&self) -> f64 {
        total(self.first_attempts().map(|(_, turn)| turn.max_score()))
    }

    /// The score in percent of what could be earned, 0 to 100; `None` where nothing could be.
    pub fn percent(&self) -> Option<f64> {
        percent(self.score(), self.max_score())
    }

    /// Whether the pass mark is reached; `None` without a pass mark or where nothing could be earned.
    pub fn passed(&self) -> Option<bool> {
        let pass_percent = self.terms.pass_percent?;
        Some(is_passed(self.percent()?, pass_percent))
    }

    /// How many questions were answered fully right at the first attempt.
    pub fn right_count(&self) -> usize {
        self.first_attempts().filter(|(_, turn)| turn.verdict() == Verdict::Correct).count()
    }

    /// Indices of the questions not answered fully right at the first attempt, unanswered ones included, ascending.
    pub fn mistakes(&self) -> Vec<usize> {
        self.first_attempts().filter(|(_, turn)| turn.verdict() != Verdict::Correct).map(|(index, _)| index).collect()
    }

    /// Points by topic, in the order in which the topics first came up.
    pub fn by_topic(&self) -> Vec<TopicScore> {
        let mut scores: Vec<TopicScore> = Vec::new();
        let mut places = HashMap::new();
        for (_, turn) in self.first_attempts() {
            let topic = turn.item.question.topic_name();
            let place = *places.entry(topic).or_insert_with(|| {
                scores.push(TopicScore { topic: topic.to_owned(), score: 0.0, max_score: 0.0 });
                scores.len() - 1
            });
            scores[place].score += turn.score();
            scores[place].max_score += turn.max_score();
        }
        scores
    }
}

/// The sum; 0 of nothing, where the standard library gives a negative zero that files would show as `-0`.
fn total(points: impl Iterator<Item = f64>) -> f64 {
    0.0 + points.sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_never_passes_100_and_needs_points_to_earn() {
        let check = |score: f64, max_score: f64, expected: Option<f64>| assert_eq!(percent(score, max_score), expected);
        check(0.0, 0.0, None);
        check(0.0, 3.0, Some(0.0));
        check(29.0, 100.0, Some(29.0));
        // Two sums of the same points, added up in another order.
        check(0.1 + 0.2, 0.3, Some(100.0));
        check(0.7, 0.7, Some(100.0));
    }

    #[test]
    fn a_rounding_error_below_the_mark_passes_and_the_least_that_an_answer_can_be_worth_does_not() {
        let check = |percent: f64, pass: f64, expected: bool| {
            assert_eq!(is_passed(percent, pass), expected, "{percent} against {pass}");
        };
        check(60.0 - 1e-12, 60.0, true);
        check(59.99, 60.0, false);
        // One thousandth of a point, in a paper of 100,000 questions of a point each.
        check(60.0 - 1e-6, 60.0, false);
        check(60.0 - 2e-9, 60.0, false);
        check(0.0, 0.0, true);
    }
}
