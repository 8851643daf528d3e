//! Classical test theory, as Moodle defines it: what a question's marks say of the question.

use crate::class::figures::ItemFigures;
use crate::class::statistics::counting::Asked;
use crate::class::statistics::intervals;
use crate::class::statistics::moments::{Spread, correlation, covariance, mean, sorted};

/// Adds the classical figures of a question but its weights.
pub(super) fn add(item: &mut ItemFigures, asked: &[Asked]) {
    let shares: Vec<f64> = asked.iter().map(|asked| asked.share).collect();
    let points: Vec<f64> = asked.iter().map(|asked| asked.answer.score).collect();
    item.facility = mean(&shares);
    (item.facility_low, item.facility_high) = intervals::of_mean(&shares).unzip();
    item.sd = Spread::of(&points).sd();
    let (own, rest) = beside_rest(asked);
    let r = correlation(&own, &rest);
    item.discrimination_index = r.map(|r| 100.0 * r);
    let interval = r.and_then(|r| intervals::of_correlation(r, own.len()));
    (item.discrimination_low, item.discrimination_high) =
        interval.map(|(low, high)| (100.0 * low, 100.0 * high)).unzip();
    item.discriminative_efficiency = r.and_then(|_| efficiency(&own, &rest));
}

/// The marks of those who were asked something else too, and their scores on that.
fn beside_rest(asked: &[Asked]) -> (Vec<f64>, Vec<f64>) {
    asked.iter().filter_map(|asked| Some((asked.share, asked.rest?))).unzip()
}

/// The covariance as a share of the largest that these marks and scores could have, percent.
fn efficiency(own: &[f64], rest: &[f64]) -> Option<f64> {
    let largest = covariance(&sorted(own), &sorted(rest))?;
    (largest > 0.0).then_some(100.0 * covariance(own, rest)? / largest)
}

/// What a question weighs.
pub(super) struct Weight {
    /// Its points, on average.
    points: f64,
    /// The covariance of its points with the score of the sitting as a share; `None` below two answers.
    covariance: Option<f64>,
}

impl Weight {
    pub fn of(asked: &[Asked]) -> Self {
        let points = asked.iter().map(|asked| asked.answer.max_score).sum::<f64>() / asked.len() as f64;
        let with_total = |asked: &Asked| Some((asked.answer.score, asked.row.total()?));
        let (scores, totals): (Vec<f64>, Vec<f64>) = asked.iter().filter_map(with_total).unzip();
        Self { points, covariance: covariance(&scores, &totals) }
    }
}

/// The weights of all questions: intended by their points, effective by √ of their covariance with the scores.
pub(super) fn add_weights(items: &mut [ItemFigures], weights: &[Weight]) {
    let whole: f64 = weights.iter().map(|weight| weight.points).sum();
    let root = |weight: &Weight| weight.covariance.filter(|covariance| *covariance >= 0.0).map(f64::sqrt);
    let all_roots: f64 = weights.iter().filter_map(root).sum();
    for (item, weight) in items.iter_mut().zip(weights) {
        item.intended_weight = (whole > 0.0).then(|| 100.0 * weight.points / whole);
        item.effective_weight = root(weight).filter(|_| all_roots > 0.0).map(|root| 100.0 * root / all_roots);
    }
}
