//! Marks numbers that were typed. Reads no text itself: `bank::quantity` does.

use crate::bank::values::quantity;
use crate::bank::values::quantity::Quantity;
use crate::kinds::mark::{Mark, Note};

/// The key of a question that asks for a number; see [`crate::bank::Answer::Number`].
pub(crate) struct NumberKey<'q> {
    pub value: f64,
    pub tolerance: f64,
    pub unit: &'q str,
    pub unit_required: bool,
}

/// How far two numbers may lie apart for binary rounding alone, as a share of the larger: reading, turning one unit
/// into another and subtracting each cost an ulp or two, and an ulp is at most one epsilon.
const ROUNDING: f64 = 32.0 * f64::EPSILON;

/// What one reading of a number is worth, from the least to the most that can be said for it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Finding {
    NotANumber,
    Off,
    WrongPowerOfTen,
    WrongUnit,
    UnitMissing,
    Right,
}

impl NumberKey<'_> {
    /// The mark for `typed`: that of its best reading, all or nothing.
    ///
    /// A unit that cannot stand for the key's, or that is wanted and missing, is told whatever the number. `59 kJ` for
    /// 59 MJ is a wrong unit, since the number as typed is right; `5.9 MJ` is a wrong power of ten.
    pub fn mark(&self, typed: &str) -> Mark {
        let findings = quantity::readings(typed).into_iter().map(|reading| self.finding(&reading));
        let expected = || self.unit.trim().to_owned();
        match findings.max().unwrap_or(Finding::NotANumber) {
            Finding::Right => Mark::RIGHT,
            Finding::UnitMissing => Mark::wrong(Note::UnitMissing { expected: expected() }),
            Finding::WrongUnit => Mark::wrong(Note::WrongUnit { expected: expected() }),
            Finding::WrongPowerOfTen => Mark::wrong(Note::WrongPowerOfTen),
            Finding::Off => Mark::WRONG,
            Finding::NotANumber => Mark::wrong(Note::NotANumber),
        }
    }

    fn finding(&self, typed: &Quantity) -> Finding {
        let has_unit = !typed.unit.is_empty();
        if !has_unit && self.unit_required && !self.unit.trim().is_empty() {
            return Finding::UnitMissing;
        }
        let in_key_unit =
            if has_unit { quantity::convert(typed.value, &typed.unit, self.unit) } else { Some(typed.value) };
        match in_key_unit {
            None => Finding::WrongUnit,
            Some(value) if self.takes(value) => Finding::Right,
            Some(_) if has_unit && self.takes(typed.value) => Finding::WrongUnit,
            Some(value) if self.takes_but_for_a_power_of_ten(value) => Finding::WrongPowerOfTen,
            Some(_) => Finding::Off,
        }
    }

    /// Whether `value` is within the tolerance, bounds included: 0.3 ± 0.1 takes 0.4 though 0.4 − 0.3 > 0.1 in binary.
    fn takes(&self, value: f64) -> bool {
        let larger = value.abs().max(self.value.abs());
        larger.is_finite() && (value - self.value).abs() <= self.tolerance + ROUNDING * larger
    }

    /// A tolerance of half the key or more leaves no digits that could be right.
    fn takes_but_for_a_power_of_ten(&self, value: f64) -> bool {
        let power = (self.value / value).abs().log10().round();
        let shifted = value * 10_f64.powf(power);
        self.tolerance < self.value.abs() / 2.0 && self.takes(shifted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn takes(value: f64, tolerance: f64, typed: f64) -> bool {
        NumberKey { value, tolerance, unit: "", unit_required: false }.takes(typed)
    }

    #[test]
    fn the_bounds_of_the_tolerance_are_within() {
        for (value, tolerance) in [(0.3, 0.1), (59.0, 0.5), (1.1, 0.3), (-0.7, 0.1), (1e300, 1e299), (1e-300, 1e-301)] {
            assert!(takes(value, tolerance, value + tolerance), "{value} + {tolerance}");
            assert!(takes(value, tolerance, value - tolerance), "{value} - {tolerance}");
        }
        assert!(takes(0.3, 0.1, 0.2) && takes(0.3, 0.1, 0.4));
    }

    #[test]
    fn just_beyond_the_bounds_is_not() {
        assert!(!takes(0.3, 0.1, 0.400_000_000_001));
        assert!(!takes(59.0, 0.0, 59.000_000_000_01));
        assert!(!takes(0.0, 0.0, 1e-300));
    }

    #[test]
    fn what_is_not_finite_takes_nothing_and_is_not_taken() {
        for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(!takes(number, 1.0, 1.0));
            assert!(!takes(1.0, 1.0, number));
            assert!(!takes(number, 1.0, number));
        }
    }
}
