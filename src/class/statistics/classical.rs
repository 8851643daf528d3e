//! Classical test theory, as Moodle defines it: what a question's marks say of the question.

use crate::class::figures::ItemFigures;
use crate::class::statistics::counting::Asked;
use crate::class::statistics::moments::{Spread, correlation, covariance, mean, sorted};

/// Adds the classical figures of a question but its weights.
pub(super) fn add(item: &mut ItemFigures, asked: &[Asked]) {
    let shares: Vec<f64> = asked.iter().map(|asked| asked.share).collect();
    let points: Vec<f64> = asked.iter().map(|asked| asked.answer.score).collect();
    item.facility = mean(&shares);
    item.sd = Spread::of(&points).sd();
    let (own, rest) = beside_rest(asked);
    let r = correlation(&own, &rest);
    item.discrimination_index = r.map(|r| 100.0 * r);
    item.discriminative_efficiency = r.and_then(|_| efficiency(&own, &rest));
}

/// The marks of those who were asked something else too, and their scores on that.
pub(super) fn beside_rest(asked: &[Asked]) -> (Vec<f64>, Vec<f64>) {
    asked.iter().filter_map(|asked| Some((asked.share, asked.rest?))).unzip()
}

/// The covariance as a share of the largest that these marks and scores could have, percent.
fn efficiency(own: &[f64], rest: &[f64]) -> Option<f64> {
    let largest = covariance(&sorted(own), &sorted(rest))?;
    (largest > 0.0).then_some(100.0 * covariance(own, rest)? / largest)
}

/// The covariance of a question's points with the score of the sitting as a share; `None` below two answers.
pub(super) fn covariance_with_total(asked: &[Asked]) -> Option<f64> {
    let with_total = |asked: &Asked| Some((asked.answer.score, asked.row.total()?));
    let (points, totals): (Vec<f64>, Vec<f64>) = asked.iter().filter_map(with_total).unzip();
    covariance(&points, &totals)
}

/// The weights of all questions: intended by their points, effective by √ of their covariance with the scores.
pub(super) fn add_weights(items: &mut [ItemFigures], points: &[f64], covariances: &[Option<f64>]) {
    let whole: f64 = points.iter().sum();
    let roots: Vec<Option<f64>> = covariances.iter().map(|cov| cov.filter(|cov| *cov >= 0.0).map(f64::sqrt)).collect();
    let all_roots: f64 = roots.iter().flatten().sum();
    for ((item, points), root) in items.iter_mut().zip(points).zip(roots) {
        item.intended_weight = (whole > 0.0).then(|| 100.0 * points / whole);
        item.effective_weight = root.filter(|_| all_roots > 0.0).map(|root| 100.0 * root / all_roots);
    }
}
