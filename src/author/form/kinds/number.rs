//! A number to type, with its unit, which a number that is worked out has too. Knows no other kind.

use crate::author::form::fault::{Fault, FieldFault, FieldName};
use crate::author::form::typed::{number_text, number_text_or, read_number, read_number_or};
use crate::bank::Answer;

/// The right number as typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NumberForm {
    /// The right number.
    pub value: String,
    /// How far off is still right; nothing for 0.
    pub tolerance: String,
}

/// The unit of a number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnitForm {
    /// The unit; nothing for a bare number.
    pub unit: String,
    /// Whether it must be typed.
    pub is_required: bool,
}

impl NumberForm {
    pub(in crate::author::form) fn of(value: f64, tolerance: f64) -> Self {
        Self { value: number_text(value), tolerance: number_text_or(tolerance, 0.0) }
    }

    pub(in crate::author::form) fn answer(&self, unit: &UnitForm, faults: &mut Vec<FieldFault>) -> Answer {
        let value = noted(read_number(&self.value), FieldName::Value, faults);
        let tolerance = noted(read_number_or(&self.tolerance, 0.0), FieldName::Tolerance, faults);
        Answer::Number { value, tolerance, unit: unit.unit.as_str().into(), unit_required: unit.is_required }
    }

    /// The least and the most that are right, where both fields hold numbers.
    pub fn range(&self) -> Option<(f64, f64)> {
        let value = read_number(&self.value).ok()?;
        let tolerance = read_number_or(&self.tolerance, 0.0).ok()?;
        let is_fit = value.is_finite() && tolerance.is_finite() && tolerance >= 0.0;
        is_fit.then_some((value - tolerance, value + tolerance))
    }
}

/// What was read; its default with a fault noted where nothing could be.
pub(in crate::author::form) fn noted<T: Default>(
    read: Result<T, Fault>,
    field: FieldName,
    faults: &mut Vec<FieldFault>,
) -> T {
    read.unwrap_or_else(|fault| {
        faults.push(FieldFault { field, fault });
        T::default()
    })
}

impl UnitForm {
    pub(in crate::author::form) fn of(unit: &str, is_required: bool) -> Self {
        Self { unit: unit.to_owned(), is_required }
    }
}
