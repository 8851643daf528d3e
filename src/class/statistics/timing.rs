//! How long learners took, what they passed over and what they did not come to.

use crate::class::model::Answered;
use crate::class::statistics::counting::{Asked, Counted};
use crate::sitting::Verdict;

/// The median time of those who answered, in milliseconds, whole ones.
pub(super) fn median_ms(asked: &[Asked]) -> Option<u32> {
    let times = times_ms(asked);
    let middle = times.len() / 2;
    let upper = *times.get(middle)?;
    Some(if times.len() % 2 == 1 { upper } else { times[middle - 1].midpoint(upper) })
}

/// The times of those who answered, from short to long.
fn times_ms(asked: &[Asked]) -> Vec<u32> {
    let answered = asked.iter().map(|asked| asked.answer).filter(|answer| is_answered(answer));
    let mut times: Vec<u32> = answered.filter_map(|answer| answer.duration_ms).collect();
    times.sort_unstable();
    times
}

/// Fewer times have no interval.
const FEWEST_TIMES: usize = 5;

/// The lower end of the interval of the median time: the median is above this many of the
/// times in 97.5 % of classes, by the normal approximation of the sign test (Conover 1999, Practical nonparametric statistics). `None` below five times.
pub(super) fn median_low_ms(asked: &[Asked]) -> Option<u32> {
    let times = times_ms(asked);
    let n = times.len() as f64;
    let before = ((n - 1.96 * n.sqrt()) / 2.0).max(0.0) as usize;
    times.get(before).copied().filter(|_| times.len() >= FEWEST_TIMES)
}

/// Unanswered questions of finished sittings.
pub(super) struct Gaps {
    left_blank: Vec<u32>,
    not_reached: Vec<u32>,
}

impl Gaps {
    pub fn of(counted: &Counted) -> Self {
        let questions = counted.class.questions.len();
        let mut gaps = Self { left_blank: vec![0; questions], not_reached: vec![0; questions] };
        for row in &counted.rows {
            let all = counted.class.answers_of(&counted.class.sittings[row.sitting as usize]);
            let reached = all.iter().filter(|answer| is_reached(answer)).map(|answer| answer.position).max();
            for answer in counted.answers_of(row).filter(|answer| !is_answered(answer)) {
                let is_passed_over = reached.is_some_and(|reached| answer.position <= reached);
                let gaps = if is_passed_over { &mut gaps.left_blank } else { &mut gaps.not_reached };
                gaps[answer.question as usize] += 1;
            }
        }
        gaps
    }

    /// How many passed over a question, and how many did not come to it.
    pub fn of_question(&self, question: usize) -> (u32, u32) {
        (self.left_blank[question], self.not_reached[question])
    }
}

/// Whether there is an answer. “I don’t know” is none.
pub(super) fn is_answered(answer: &Answered) -> bool {
    answer.verdict != Verdict::Unanswered
}

/// Whether the learner came to it: answered it, or said not to know it.
fn is_reached(answer: &Answered) -> bool {
    answer.attempt == 1 && (is_answered(answer) || answer.answered_ms.is_some())
}
