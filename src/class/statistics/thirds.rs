//! Learners in thirds by their score on the rest.

use crate::class::statistics::counting::Asked;

/// How much of each learner belongs to each third. Those whose scores are alike share their places, so that no chance
/// decides who is in which.
pub(super) struct Thirds(Vec<[f64; 3]>);

/// Scores that differ by less are alike: they are sums in another order.
const STEPS: f64 = 1e9;

impl Thirds {
    pub fn of(asked: &[Asked]) -> Self {
        let step = |rest: f64| (rest * STEPS).round() as i64;
        let with_rest = asked.iter().enumerate().filter_map(|(at, asked)| Some((step(asked.rest?), at)));
        let mut order: Vec<(i64, usize)> = with_rest.collect();
        order.sort_unstable();
        let mut thirds = vec![[0.0; 3]; asked.len()];
        let mut start = 0;
        for alike in order.chunk_by(|one, other| one.0 == other.0) {
            let end = start + alike.len();
            let share = shares(start, end, order.len());
            alike.iter().for_each(|(_, at)| thirds[*at] = share);
            start = end;
        }
        Self(thirds)
    }

    /// How many of those who chose are in the lower, the middle and the upper third.
    pub fn share(&self, chose: &[bool]) -> (f64, f64, f64) {
        let chosen = self.0.iter().zip(chose).filter(|(_, chose)| **chose);
        let sum = chosen.fold([0.0; 3], |sum, (thirds, _)| [0, 1, 2].map(|third| sum[third] + thirds[third]));
        (sum[0], sum[1], sum[2])
    }
}

/// How much of each of the learners on places `start` to before `end` of `n` is in each third.
fn shares(start: usize, end: usize, n: usize) -> [f64; 3] {
    [0, 1, 2].map(|third| {
        // In thirds of a place, which are whole numbers.
        let (low, high) = ((third * n).max(3 * start), ((third + 1) * n).min(3 * end));
        high.saturating_sub(low) as f64 / (3 * (end - start)) as f64
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_are_shared_by_fractions() {
        assert_eq!(shares(0, 1, 3), [1.0, 0.0, 0.0]);
        assert_eq!(shares(1, 3, 3), [0.0, 0.5, 0.5]);
        assert_eq!(shares(0, 4, 4), [1.0 / 3.0; 3]);
        assert_eq!(shares(1, 2, 4), [1.0 / 3.0, 2.0 / 3.0, 0.0]);
    }
}
