//! The order in which options are shown: ascending where they have an order of their own, else shuffled. Knows no key.

use super::date::Date;
use super::shuffle::Shuffler;

/// Indices of `options` in the order shown, each once.
///
/// Options that all read as years, months or dates stand in ascending order, and so do numbers that share one unit or
/// have none: item-writing guides ask for it (Haladyna, Downing & Rodriguez 2002, table 1, writing the choices). Equal
/// ones keep their order. All others are shuffled.
pub fn option_order(options: &[&str], shuffler: &mut Shuffler) -> Vec<usize> {
    ascending(options).unwrap_or_else(|| {
        let mut order: Vec<usize> = (0..options.len()).collect();
        shuffler.shuffle(&mut order);
        order
    })
}

/// The order that the options have of themselves, if they have one.
fn ascending(options: &[&str]) -> Option<Vec<usize>> {
    None.or_else(|| by_date(options))
}

/// All with a year or all without: nobody can tell whether May comes before 2021.
fn by_date(options: &[&str]) -> Option<Vec<usize>> {
    let dates: Vec<Date> = options.iter().map(|option| Date::read(option)).collect::<Option<_>>()?;
    let is_alike = dates.windows(2).all(|pair| pair[0].year.is_some() == pair[1].year.is_some());
    is_alike.then(|| sorted_by(|left, right| dates[left].cmp(&dates[right]), dates.len()))
}

fn sorted_by(compare: impl Fn(usize, usize) -> std::cmp::Ordering, count: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|left, right| compare(*left, *right));
    order
}
