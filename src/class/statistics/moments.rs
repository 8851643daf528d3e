//! Means, spreads and how two lists go together. Sums run in the order of the lists, so the same lists give the same bits.

/// The mean of a list and the sum of squares about it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spread {
    pub count: usize,
    pub mean: f64,
    /// 0 where all are alike.
    squares: f64,
}

/// Values that differ by less than this share of the largest are alike: they came from sums in another order.
const DUST: f64 = 1e-10;

impl Spread {
    pub fn of(values: &[f64]) -> Self {
        let mean = mean(values).unwrap_or(0.0);
        let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
        let largest = values.iter().fold(0.0_f64, |largest, value| largest.max(value.abs()));
        let dust = (DUST * largest).powi(2) * values.len() as f64;
        Self { count: values.len(), mean, squares: if squares <= dust { 0.0 } else { squares } }
    }

    /// Whether all are alike.
    pub fn is_constant(&self) -> bool {
        self.squares == 0.0
    }

    /// The variance, with n − 1; `None` below two values.
    pub fn variance(&self) -> Option<f64> {
        (self.count > 1).then(|| self.squares / (self.count - 1) as f64)
    }

    /// The standard deviation, with n − 1; `None` below two values.
    pub fn sd(&self) -> Option<f64> {
        self.variance().map(f64::sqrt)
    }
}

/// The mean; `None` of nothing.
pub(super) fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The covariance, with n − 1; `None` below two pairs. 0 where one of the lists is alike.
pub(super) fn covariance(xs: &[f64], ys: &[f64]) -> Option<f64> {
    let (x, y) = (Spread::of(xs), Spread::of(ys));
    if x.count < 2 || x.count != y.count {
        return None;
    }
    if x.is_constant() || y.is_constant() {
        return Some(0.0);
    }
    Some(products(xs, ys, &x, &y) / (x.count - 1) as f64)
}

/// Pearson's correlation, −1 to 1; `None` below two pairs and where one of the lists is alike.
pub(super) fn correlation(xs: &[f64], ys: &[f64]) -> Option<f64> {
    let (x, y) = (Spread::of(xs), Spread::of(ys));
    if x.count < 2 || x.count != y.count || x.is_constant() || y.is_constant() {
        return None;
    }
    Some((products(xs, ys, &x, &y) / (x.squares.sqrt() * y.squares.sqrt())).clamp(-1.0, 1.0))
}

fn products(xs: &[f64], ys: &[f64], x: &Spread, y: &Spread) -> f64 {
    xs.iter().zip(ys).map(|(a, b)| (a - x.mean) * (b - y.mean)).sum()
}

/// The middle value, or the mean of the two in the middle; `None` of nothing.
pub(super) fn median(sorted: &[f64]) -> Option<f64> {
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    Some(if sorted.len() % 2 == 1 { upper } else { f64::midpoint(sorted[middle - 1], upper) })
}

/// The values from low to high.
pub(super) fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_that_are_alike_have_no_correlation() {
        let dust = [0.1 + 0.2, 0.3, 0.3];
        assert_eq!(correlation(&dust, &[1.0, 2.0, 3.0]), None);
        assert_eq!(covariance(&dust, &[1.0, 2.0, 3.0]), Some(0.0));
        assert_eq!(Spread::of(&dust).sd(), Some(0.0));
        assert_eq!(correlation(&[1.0], &[1.0]), None);
        assert_eq!(Spread::of(&[1.0]).sd(), None);
        assert_eq!(median(&[]), None);
    }

    #[test]
    fn a_line_correlates_wholly() {
        assert_eq!(correlation(&[0.1, 0.2, 0.4], &[-1.0, -2.0, -4.0]), Some(-1.0));
        assert_eq!(median(&sorted(&[3.0, 1.0, 2.0, 10.0])), Some(2.5));
    }
}
