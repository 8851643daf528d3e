//! Whether a count is more than chance. Counts nothing itself.

/// Fewer questions tell nothing about a habit.
pub(crate) const FEWEST_QUESTIONS: usize = 10;
/// How unlikely a count must be by chance alone.
const UNLIKELY: f64 = 0.03;
/// A share this far from chance must also be so far that a learner could gain from it.
const TELLING_SHARE: f64 = 1.25;

/// Whether `count` of `total` are so many that a learner who notices could gain by guessing; `chance` is the share to
/// be expected.
pub(crate) fn is_lopsided(count: usize, total: usize, chance: f64) -> bool {
    let share = count as f64 / total as f64;
    chance > 0.0 && share >= TELLING_SHARE * chance && tail(count, total, chance) < UNLIKELY
}

/// How likely `count` or more of `total` are by chance: the upper tail of the binomial distribution.
fn tail(count: usize, total: usize, chance: f64) -> f64 {
    // By logarithms, so that a bank of a hundred thousand does not underflow.
    let (mut log_choose, mut sum) = (0.0_f64, 0.0_f64);
    for hits in 0..=total {
        if hits > 0 {
            log_choose += ((total - hits + 1) as f64).ln() - (hits as f64).ln();
        }
        if hits >= count {
            let misses = (total - hits) as f64;
            sum += (log_choose + hits as f64 * chance.ln() + misses * (1.0 - chance).max(f64::MIN_POSITIVE).ln()).exp();
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_is_that_of_the_binomial_distribution() {
        let check = |count, total, chance, expected: f64| {
            let found = tail(count, total, chance);
            assert!((found - expected).abs() < 1e-4, "{count} of {total} at {chance}: {found}");
        };
        check(0, 10, 0.5, 1.0);
        check(9, 10, 0.5, 11.0 / 1024.0);
        check(10, 10, 0.5, 1.0 / 1024.0);
        check(6, 10, 0.25, 0.0197);
        check(0, 100_000, 0.5, 1.0);
        check(100_000, 100_000, 0.5, 0.0);
    }
}
