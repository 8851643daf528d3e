//! What a calculated question draws its values from. Draws nothing itself.

use serde::{Deserialize, Serialize};

/// The values that a variable can take.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Variable {
    /// From a number up to another in equal steps.
    Range {
        /// The first value.
        from: f64,
        /// No value is above it.
        to: f64,
        /// The distance from one value to the next, above 0; 1 where nothing is written.
        #[serde(default = "one")]
        step: f64,
    },
    /// Any of these.
    Values(Box<[f64]>),
}

/// No range may have more values than this. A learner sees one of them; a range with more is a slip in its step.
pub const MOST_VALUES: usize = 100_000;

impl Variable {
    /// How many values it can take; 0 for one that the check refuses.
    pub fn count(&self) -> usize {
        self.choices().count
    }

    /// The value at an index below [`Self::count`].
    pub fn value(&self, index: usize) -> Option<f64> {
        self.choices().value(index)
    }

    /// The one value of a variable that has only one.
    pub fn only(&self) -> Option<f64> {
        if self.count() == 1 { self.value(0) } else { None }
    }

    /// Its values, to take many of them.
    pub(crate) fn choices(&self) -> Choices<'_> {
        let none = Choices { variable: self, count: 0, decimals: 0 };
        match self {
            Self::Range { from, to, step } => {
                let count = range_count(*from, *to, *step).filter(|count| *count <= MOST_VALUES as f64);
                count.map_or(none, |count| Choices {
                    count: count as usize,
                    decimals: decimals(*from).max(decimals(*step)),
                    ..none
                })
            }
            Self::Values(values) if values.iter().all(|value| value.is_finite()) => {
                Choices { count: values.len(), ..none }
            }
            Self::Values(_) => none,
        }
    }
}

/// The values of a variable by their index.
#[derive(Clone, Copy)]
pub(crate) struct Choices<'a> {
    variable: &'a Variable,
    /// How many there are.
    pub count: usize,
    decimals: usize,
}

impl Choices<'_> {
    /// The value at an index below the count.
    pub fn value(&self, index: usize) -> Option<f64> {
        match self.variable {
            _ if index >= self.count => None,
            Variable::Range { from, step, .. } => Some(rounded(from + index as f64 * step, self.decimals)),
            Variable::Values(values) => values.get(index).copied(),
        }
    }
}

/// How many values a range has, whole and 1 or more; `None` where it has none.
pub(crate) fn range_count(from: f64, to: f64, step: f64) -> Option<f64> {
    // 0.1 + 2 × 0.1 is a hair above 0.3 in binary; a millionth of a step is far above such dust.
    const DUST_STEPS: f64 = 1e-6;
    let steps = (to - from) / step;
    (step > 0.0 && steps.is_finite() && steps >= 0.0).then(|| (steps + DUST_STEPS).floor() + 1.0)
}

/// Decimals of the shortest text that reads back as the number.
fn decimals(number: f64) -> usize {
    number.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len())
}

/// A number that binary dust parts from one with so many decimals, as that one: 0.1 + 2 × 0.1 as 0.3.
fn rounded(number: f64, decimals: usize) -> f64 {
    /// Whole numbers up to 2⁵³ and powers of ten up to 10²² are exact in binary, so their quotient is rounded once: it
    /// is what the decimal text would be read as.
    const MOST_EXACT: f64 = 9_007_199_254_740_992.0;
    let power = 10_f64.powi(decimals.min(22) as i32);
    let whole = (number * power).round();
    if decimals <= 22 && whole.abs() < MOST_EXACT {
        whole / power
    } else {
        format!("{number:.decimals$}").parse().unwrap_or(number)
    }
}

fn one() -> f64 {
    1.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(variable: &str, expected: &[f64]) {
        let variable: Variable = ron::from_str(variable).expect("reads");
        let values: Vec<f64> = (0..variable.count()).map(|index| variable.value(index).expect("a value")).collect();
        assert_eq!(values, expected, "{variable:?}");
        assert_eq!(variable.value(expected.len()), None);
        assert_eq!(variable.only(), if let [only] = expected { Some(*only) } else { None });
    }

    #[test]
    fn a_range_has_its_bounds_and_no_binary_dust() {
        check("Range(from: 2, to: 5)", &[2.0, 3.0, 4.0, 5.0]);
        check("Range(from: 0.1, to: 0.7, step: 0.1)", &[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
        check("Range(from: -1, to: 1, step: 0.75)", &[-1.0, -0.25, 0.5]);
        check("Range(from: 5, to: 5, step: 2)", &[5.0]);
        check("Values([2, 4.5, -1])", &[2.0, 4.5, -1.0]);
    }

    #[test]
    fn rounding_gives_what_the_decimal_text_reads_as() {
        for (number, decimals) in [(0.1 + 0.2, 1), (1.1 * 3.0, 1), (1e-9 * 7.0, 9), (1e22 / 3.0, 3), (5e-300, 301)] {
            let text = format!("{number:.decimals$}");
            assert_eq!(rounded(number, decimals), text.parse::<f64>().expect("a number"), "{text}");
        }
    }

    #[test]
    fn a_broken_variable_has_no_values() {
        for broken in [
            "Range(from: 1, to: 0, step: 1)",
            "Range(from: 0, to: 1, step: 0)",
            "Range(from: 0, to: 1, step: -1)",
            "Range(from: 0, to: 1, step: NaN)",
            "Range(from: NaN, to: 1, step: 1)",
            "Range(from: 0, to: inf, step: 1)",
            "Range(from: -1.7e308, to: 1.7e308, step: 1)",
            "Range(from: 0, to: 1, step: 1e-300)",
            "Values([])",
            "Values([1, inf])",
        ] {
            check(broken, &[]);
        }
        assert_eq!(ron::from_str::<Variable>("Range(from: 1, to: 100000)").expect("reads").count(), MOST_VALUES);
        assert_eq!(ron::from_str::<Variable>("Range(from: 0, to: 100000)").expect("reads").count(), 0);
    }
}
