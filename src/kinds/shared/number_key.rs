//! Marks numbers that were typed. Reads no text itself: `bank::quantity` does.

use crate::bank::values::quantity;
use crate::bank::values::quantity::{Quantity, ROUNDING};
use crate::bank::wording::alike::holds_words;
use crate::kinds::mark::{Mark, Note};
use crate::kinds::steps::{Step, Steps};

/// The key of a question that asks for a number; see [`crate::bank::Answer::Number`].
#[derive(Clone, Copy, Default)]
pub(crate) struct NumberKey<'q> {
    pub value: f64,
    pub tolerance: f64,
    pub unit: &'q str,
    pub unit_required: bool,
    /// What is asked: a word after the number that stands there too is no unit.
    pub prompt: &'q str,
}

/// What one reading of a number is worth, from the least to the most that can be said for it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Agreement {
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
    pub fn mark(&self, typed: &str, steps: &mut Steps) -> Mark {
        let readings = match quantity::typed_readings(typed) {
            Ok(readings) => readings,
            Err(because) => {
                steps.note(|| Step::NoNumber { because });
                return Mark::wrong(Note::NotANumber);
            }
        };
        let agreements = readings.into_iter().map(|reading| self.agreement(&reading, steps));
        let agreement = agreements.max().unwrap_or(Agreement::NotANumber);
        steps.note(|| Step::Bounds {
            least: self.value - self.tolerance,
            most: self.value + self.tolerance,
            is_within: agreement == Agreement::Right,
        });
        let expected = || self.unit.trim().to_owned();
        match agreement {
            Agreement::Right => Mark::RIGHT,
            Agreement::UnitMissing => Mark::wrong(Note::UnitMissing { expected: expected() }),
            Agreement::WrongUnit => Mark::wrong(Note::WrongUnit { expected: expected() }),
            Agreement::WrongPowerOfTen => {
                steps.note(|| Step::OtherPowerOfTen);
                Mark::wrong(Note::WrongPowerOfTen)
            }
            Agreement::Off => Mark::WRONG,
            Agreement::NotANumber => Mark::wrong(Note::NotANumber),
        }
    }

    fn agreement(&self, typed: &Quantity, steps: &mut Steps) -> Agreement {
        steps.note(|| Step::Number { value: typed.value, unit: typed.unit.to_string() });
        let key_unit = self.unit.trim();
        let is_bare = typed.unit.is_empty();
        if is_bare || (quantity::is_scale(&typed.unit) && quantity::conversions(1.0, &typed.unit, key_unit) != [1.0]) {
            if self.unit_required && !key_unit.is_empty() {
                steps.note(|| Step::NoUnit { expected: key_unit.to_owned() });
                return Agreement::UnitMissing;
            }
            return self.best(self.without_unit(typed), steps).unwrap_or(Agreement::Off);
        }
        let in_key_unit = self.in_key_unit(typed);
        match self.best(in_key_unit, steps) {
            Some(Agreement::Right) => Agreement::Right,
            Some(_) if self.takes(typed.value) => Agreement::WrongUnit,
            Some(agreement) => agreement,
            None => {
                steps.note(|| Step::OtherUnit { unit: typed.unit.to_string(), expected: key_unit.to_owned() });
                Agreement::WrongUnit
            }
        }
    }

    /// The best that can be said for a number in the unit of the key; `None` for none.
    fn best(&self, values: Vec<f64>, steps: &mut Steps) -> Option<Agreement> {
        for value in &values {
            steps.note(|| Step::InKeyUnit { value: *value, unit: self.unit.trim().to_owned() });
        }
        let agreement = |value: f64| {
            if self.takes(value) {
                Agreement::Right
            } else if self.takes_but_for_a_power_of_ten(value) {
                Agreement::WrongPowerOfTen
            } else {
                Agreement::Off
            }
        };
        values.into_iter().map(agreement).max()
    }

    /// A number without a unit is meant in that of the key; one that is written out in full may stand for millions too,
    /// where the key is told in millions.
    fn without_unit(&self, typed: &Quantity) -> Vec<f64> {
        let mut values = quantity::conversions(typed.value, &typed.unit, "");
        if values.iter().any(|value| self.takes(*value)) {
            return values;
        }
        let word = self.unit.split_whitespace().next().unwrap_or_default();
        if quantity::is_scale(word) {
            let in_full = values.clone();
            values.extend(in_full.iter().flat_map(|full| quantity::conversions(*full, "", word)));
        }
        values
    }

    /// What stands after the number as the unit of the key: as it is, without words that only say more of it, or without
    /// words that the question itself has.
    fn in_key_unit(&self, typed: &Quantity) -> Vec<f64> {
        let (unit, key_unit) = (&*typed.unit, self.unit.trim());
        let found = quantity::conversions(typed.value, unit, key_unit);
        if !found.is_empty() {
            return found;
        }
        if let Some(unit) = quantity::without_trail(unit) {
            return match unit {
                "" if self.unit_required => Vec::new(),
                "" => vec![typed.value],
                unit => self.in_key_unit(&Quantity { value: typed.value, unit: unit.into() }),
            };
        }
        if !key_unit.is_empty() {
            return Vec::new();
        }
        match quantity::era(unit) {
            // A year before Christ is told as such, below 0, or by a question that asks for one.
            Some(factor) if factor < 0.0 && self.value > 0.0 && self.asks_before_christ() => return vec![typed.value],
            Some(factor) => return vec![factor * typed.value],
            None => {}
        }
        let is_said = !quantity::is_known_unit(unit) && holds_words(self.prompt, unit);
        if quantity::is_ordinal(unit) || is_said { vec![typed.value] } else { Vec::new() }
    }

    fn asks_before_christ(&self) -> bool {
        let mut words = self.prompt.split(|sign: char| !sign.is_alphanumeric());
        words.any(|word| quantity::era(word) == Some(-1.0) && word.starts_with(char::is_uppercase))
            || ["v. Chr", "av. J", "a. C", "before Christ"].iter().any(|words| self.prompt.contains(words))
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
        NumberKey { value, tolerance, ..NumberKey::default() }.takes(typed)
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
