//! Which of the values that can be drawn for a calculated answer are tried, where there are too many to try all. Works
//! nothing out.

use crate::bank::model::variable::Choices;
use crate::bank::{Entries, Variable};
use std::f64::consts::SQRT_2;

/// So many combinations of values are tried, or all where there are fewer.
const COMBINATIONS_TRIED: usize = 1000;

/// Which combinations of values are tried. One at a time, in one place: a bank may have very many such questions.
pub(crate) struct Combinations<'a> {
    values: Vec<Choices<'a>>,
    /// For each variable the indices of the values that are combined with each other first.
    first: Vec<Vec<usize>>,
    first_count: usize,
    /// How many there are.
    pub count: usize,
}

impl<'a> Combinations<'a> {
    /// Every combination where there are few. Else first those of the smallest, the largest and the value nearest 0,
    /// where most slips show; then some from all over the ranges.
    pub fn of(variables: &'a Entries<Variable>) -> Self {
        let values: Vec<Choices> = variables.iter().map(|(_, variable)| variable.choices()).collect();
        let total = product(values.iter().map(|values| values.count));
        if total <= COMBINATIONS_TRIED {
            let first = values.iter().map(|values| (0..values.count).collect()).collect();
            return Self { values, first, first_count: total, count: total };
        }
        let first: Vec<Vec<usize>> = variables.iter().map(|(_, variable)| ends(variable)).collect();
        let first_count = product(first.iter().map(Vec::len)).min(COMBINATIONS_TRIED / 2);
        Self { values, first, first_count, count: COMBINATIONS_TRIED }
    }

    /// Puts the combination of that number, below the count, into `slots`.
    pub fn fill(&self, mut number: usize, slots: &mut [(&str, f64)]) {
        let is_first = number < self.first_count;
        for (place, (slot, values)) in slots.iter_mut().zip(&self.values).enumerate() {
            let first = &self.first[place];
            let index = if is_first {
                let digit = number % first.len();
                number /= first.len();
                first[digit]
            } else {
                spread(number, place, values.count)
            };
            slot.1 = values.value(index).unwrap_or(0.0);
        }
    }
}

/// The product, or the largest number there is where it is beyond that.
fn product(counts: impl Iterator<Item = usize>) -> usize {
    counts.fold(1, usize::saturating_mul)
}

/// Indices of the smallest, the largest and the value nearest 0, each once.
fn ends(variable: &Variable) -> Vec<usize> {
    let values = variable.choices();
    let count = values.count;
    let value = |index: usize| values.value(index).unwrap_or(0.0);
    let mut ends = match variable {
        Variable::Range { from, step, .. } => {
            let nearest = (-from / step).round().clamp(0.0, count.saturating_sub(1) as f64);
            vec![0, count.saturating_sub(1), nearest as usize]
        }
        Variable::Values(_) => {
            let by =
                |key: fn(f64) -> f64| (0..count).min_by(|a, b| key(value(*a)).total_cmp(&key(value(*b)))).unwrap_or(0);
            vec![by(|value| value), by(|value| -value), by(f64::abs)]
        }
    };
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// An index below `count`, for each variable in another rhythm: multiples of the square roots of primes never fall
/// into step (Kronecker's sequence), so that few tries reach all over the ranges, and the same ones every time.
fn spread(number: usize, place: usize, count: usize) -> usize {
    /// √2, √3, √5, √7, √11, √13.
    const RHYTHMS: [f64; 6] = [SQRT_2, 1.732_050_808, 2.236_067_977, 2.645_751_311, 3.316_624_790, 3.605_551_275];
    let rhythm = RHYTHMS[place % RHYTHMS.len()] * (1.0 + (place / RHYTHMS.len()) as f64);
    let share = (number as f64 * rhythm).fract();
    ((share * count as f64) as usize).min(count.saturating_sub(1))
}
