//! The order that a list of options has of itself: numbers and dates ascend. Never shuffles, and knows no key.

mod date;
mod number;

pub(crate) use date::Date;
use std::cmp::Ordering;

/// Indices of `options` in ascending order, if they have one: all read as years, months or dates, or all as numbers that
/// share one unit or have none. Equal ones keep their order. Dates come first: `44 BC` is before `1 BC`, though 44 is
/// more than 1.
pub fn ascending(options: &[&str]) -> Option<Vec<usize>> {
    by_date(options).or_else(|| by_number(options))
}

/// All with a year or all without: nobody can tell whether May comes before 2021.
fn by_date(options: &[&str]) -> Option<Vec<usize>> {
    let dates: Vec<Date> = options.iter().map(|option| Date::read(option)).collect::<Option<_>>()?;
    let is_alike = dates.windows(2).all(|pair| pair[0].year.is_some() == pair[1].year.is_some());
    is_alike.then(|| sorted(&dates, Date::cmp))
}

fn by_number(options: &[&str]) -> Option<Vec<usize>> {
    // All values are finite, so they can always be compared; minus zero equals zero.
    let compare = |left: &f64, right: &f64| left.partial_cmp(right).unwrap_or(Ordering::Equal);
    number::values(options).map(|values| sorted(&values, compare))
}

/// Indices of `keys` in ascending order, equal ones as they stood.
fn sorted<T>(keys: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by(|left, right| compare(&keys[*left], &keys[*right]));
    order
}
