//! How far a figure of a few learners may be from that of many.

use crate::class::statistics::moments::Spread;
use statrs::distribution::{ContinuousCDF, FisherSnedecor, StudentsT};

/// The 97.5 % point of the normal distribution, for intervals of 95 %.
const Z_95: f64 = 1.959_963_984_540_054;
/// The 90 % point, for intervals of 80 %.
const Z_80: f64 = 1.281_551_565_544_600_4;
/// Marks this close to none or all of the points are none or all of them.
const DUST: f64 = 1e-9;
/// Beyond so many degrees of freedom Student's distribution is the normal one to five digits.
const MANY_DEGREES: f64 = 100_000.0;

/// Wilson's interval of 95 % for a share of `n` (Wilson 1927, Journal of the American Statistical Association 22:209).
pub(super) fn wilson(share: f64, n: f64) -> (f64, f64) {
    let square = Z_95 * Z_95;
    let middle = share + square / (2.0 * n);
    let half = Z_95 * (share * (1.0 - share) / n + square / (4.0 * n * n)).max(0.0).sqrt();
    let whole = 1.0 + square / n;
    // Exactly none and all at the ends, where a hair would be left of the difference.
    let low = if share <= 0.0 { 0.0 } else { (middle - half) / whole };
    let high = if share >= 1.0 { 1.0 } else { (middle + half) / whole };
    (low.max(0.0), high.min(1.0))
}

/// The interval of 95 % of a mean mark: Wilson's where each mark is none or all of the points, else by Student's t, within the
/// bounds of the marks. `None` where there are part marks and they are all alike, or only one.
pub(super) fn of_mean(shares: &[f64]) -> Option<(f64, f64)> {
    let spread = Spread::of(shares);
    if spread.count == 0 {
        return None;
    }
    if is_right_or_wrong(shares) {
        return Some(wilson(spread.mean.clamp(0.0, 1.0), spread.count as f64));
    }
    if spread.is_constant() {
        return None;
    }
    let error = spread.sd()? / (spread.count as f64).sqrt();
    Some(by_t(spread.mean, error, (spread.count - 1) as f64, shares))
}

/// Whether each mark is none or all of the points.
pub(super) fn is_right_or_wrong(shares: &[f64]) -> bool {
    shares.iter().all(|share| share.abs() <= DUST || (share - 1.0).abs() <= DUST)
}

/// The interval of 95 % by Student's t about a mean. It does not go below 0 where no mark does, nor above 1.
pub(super) fn by_t(mean: f64, standard_error: f64, degrees: f64, shares: &[f64]) -> (f64, f64) {
    let half = t_95(degrees) * standard_error;
    let goes_below = shares.iter().any(|share| *share < 0.0);
    let goes_above = shares.iter().any(|share| *share > 1.0);
    let low = if goes_below { mean - half } else { (mean - half).max(0.0) };
    let high = if goes_above { mean + half } else { (mean + half).min(1.0) };
    (low, high)
}

fn t_95(degrees: f64) -> f64 {
    if degrees > MANY_DEGREES {
        return Z_95;
    }
    StudentsT::new(0.0, 1.0, degrees).map_or(Z_95, |student| student.inverse_cdf(0.975))
}

/// The interval of 80 % of a correlation of `n` pairs, by Fisher's z (Fisher 1921, Metron 1:3). `None` below four pairs.
pub(super) fn of_correlation(r: f64, n: usize) -> Option<(f64, f64)> {
    if n < 4 {
        return None;
    }
    // A correlation of 1 has no z.
    let z = r.clamp(-MOST, MOST).atanh();
    let half = Z_80 / ((n - 3) as f64).sqrt();
    Some(((z - half).tanh().min(r), (z + half).tanh().max(r)))
}

/// The largest correlation that is given a z.
const MOST: f64 = 1.0 - 1e-12;

/// Feldt's interval of 95 % of α (Feldt 1965, Psychometrika 30:357), both as shares of 1.
pub(super) fn of_alpha(alpha: f64, learners: u32, questions: u32) -> Option<(f64, f64)> {
    if learners < 2 || questions < 2 {
        return None;
    }
    let degrees = (f64::from(learners) - 1.0, (f64::from(learners) - 1.0) * (f64::from(questions) - 1.0));
    let end = |z: f64, share: f64| 1.0 - (1.0 - alpha) * f_quantile(share, z, degrees);
    Some((end(Z_95, 0.975), end(-Z_95, 0.025)))
}

/// Beyond so many degrees of freedom the library's series would need more terms than it takes.
const MANY_F_DEGREES: (f64, f64) = (1_000.0, 15_000.0);

/// The point of the F distribution below which `share` lies; `z` is that of the normal one.
fn f_quantile(share: f64, z: f64, (first, second): (f64, f64)) -> f64 {
    if first <= MANY_F_DEGREES.0 && second <= MANY_F_DEGREES.1 {
        return FisherSnedecor::new(first, second).map_or(1.0, |f| f.inverse_cdf(share));
    }
    // Paulson's approximation (1942, Annals of Mathematical Statistics 13:233): the cube root of F is nearly normal.
    let (a, b) = (2.0 / (9.0 * first), 2.0 / (9.0 * second));
    let (p, q, r) = ((1.0 - b).powi(2) - z * z * b, (1.0 - a) * (1.0 - b), (1.0 - a).powi(2) - z * z * a);
    let root = (q * q - p * r).max(0.0).sqrt();
    ((q + z.signum() * root) / p).powi(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(found: (f64, f64), expected: (f64, f64)) {
        let is_near = (found.0 - expected.0).abs() < 1e-6 && (found.1 - expected.1).abs() < 1e-6;
        assert!(is_near, "{found:?} is not {expected:?}");
    }

    #[test]
    fn published_intervals_come_out() {
        check(wilson(81.0 / 263.0, 263.0), (0.255_289, 0.366_210));
        check(wilson(0.0, 10.0), (0.0, 0.277_533));
        check(of_alpha(0.85, 89, 7).expect("an interval"), (0.797_065, 0.893_167));
        // The 95 % points of Student's t in every textbook.
        assert!((t_95(1.0) - 12.706_204_7).abs() < 1e-6 && (t_95(24.0) - 2.063_898_6).abs() < 1e-6);
    }

    /// Feldt's example has an interval of 90 %.
    #[test]
    fn feldts_interval_of_ninety_percent_comes_out() {
        let degrees = (40.0, 40.0 * 25.0);
        let end = |share| 1.0 - (1.0 - 0.79) * f_quantile(share, 0.0, degrees);
        check((end(0.95), end(0.05)), (0.704_676, 0.861_614));
    }

    #[test]
    fn many_degrees_of_freedom_go_on_where_few_end() {
        for (share, z) in [(0.975, Z_95), (0.025, -Z_95)] {
            let (below, above) = ((1_000.0, 14_000.0), (1_000.5, 14_000.0));
            let (below, above) = (f_quantile(share, z, below), f_quantile(share, z, above));
            assert!((below - above).abs() < 2e-4, "{below} and {above}");
        }
    }

    #[test]
    fn part_marks_that_are_alike_have_no_interval() {
        assert_eq!(of_mean(&[0.5, 0.5, 0.5]), None);
        assert_eq!(of_mean(&[0.5]), None);
        assert_eq!(of_mean(&[]), None);
    }

    #[test]
    fn intervals_stay_within_what_marks_can_be() {
        let (low, high) = of_mean(&[0.0, 0.5]).expect("an interval");
        assert_eq!((low, high), (0.0, 1.0));
        let (low, _) = of_mean(&[-1.0, 0.5, 1.0]).expect("an interval");
        assert!(low < -1.0, "negative marks may have a mean below all that were seen: {low}");
    }

    #[test]
    fn a_whole_correlation_has_an_interval_and_three_pairs_have_none() {
        let (low, high) = of_correlation(1.0, 10).expect("an interval");
        assert!(low > 0.999 && high <= 1.0, "{low} {high}");
        assert_eq!(of_correlation(0.5, 3), None);
        check(of_correlation(0.3, 20).expect("an interval"), (-0.001_302, 0.551_366));
    }
}
