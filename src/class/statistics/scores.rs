//! The scores of the sittings that count: their middle, their spread and their shape.

use crate::class::figures::ScoreFigures;
use crate::class::statistics::counting::{Counted, Row};
use crate::class::statistics::moments::{Spread, median, sorted};

/// The figures of the scores, in percent. Sittings in which nothing could be earned have no score.
pub(super) fn scores(counted: &Counted) -> ScoreFigures {
    let percents: Vec<f64> = counted.rows.iter().filter_map(Row::total).map(|share| 100.0 * share).collect();
    let spread = Spread::of(&percents);
    let shape = Shape::of(&percents, &spread);
    ScoreFigures {
        mean_percent: (spread.count > 0).then_some(spread.mean),
        median_percent: median(&sorted(&percents)),
        sd_percent: spread.sd(),
        skewness: shape.as_ref().and_then(Shape::skewness),
        kurtosis: shape.as_ref().and_then(Shape::kurtosis),
        percents,
    }
}

/// Moments about the mean, each divided by n.
struct Shape {
    n: f64,
    second: f64,
    third: f64,
    fourth: f64,
}

impl Shape {
    /// `None` where all scores are alike: they have no shape.
    fn of(values: &[f64], spread: &Spread) -> Option<Self> {
        let n = values.len() as f64;
        let moment = |power| values.iter().map(|value| (value - spread.mean).powi(power)).sum::<f64>() / n;
        (!spread.is_constant()).then(|| Self { n, second: moment(2), third: moment(3), fourth: moment(4) })
    }

    /// Moodle's: k₃ / k₂^1.5, with k-statistics, which are free of bias.
    fn skewness(&self) -> Option<f64> {
        let n = self.n;
        let third = n * n * self.third / ((n - 1.0) * (n - 2.0));
        (n >= 3.0).then(|| third / self.variance().powf(1.5))
    }

    /// Moodle's: k₄ / k₂².
    fn kurtosis(&self) -> Option<f64> {
        let n = self.n;
        let fourth = n * n * ((n + 1.0) * self.fourth - 3.0 * (n - 1.0) * self.second.powi(2))
            / ((n - 1.0) * (n - 2.0) * (n - 3.0));
        (n >= 4.0).then(|| fourth / self.variance().powi(2))
    }

    fn variance(&self) -> f64 {
        self.n * self.second / (self.n - 1.0)
    }
}
