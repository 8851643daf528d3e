//! Numbers with units, as people type them: read, written and converted. Never says whether an answer is right.

mod numeral;
mod plain;
mod table;
mod unit;

pub use unit::convert;

/// Longer texts are not looked at: nobody types a number of this many characters.
pub const MAX_CHARS: usize = 200;

/// A number and what stood after it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number, always finite.
    pub value: f64,
    /// The unit with its signs in plain form (`m^2` for `m²`); empty for a bare number.
    pub unit: Box<str>,
}

/// Every way to read `text` as a number with an optional unit; none where it is not one.
///
/// Usually one. A `,` or `.` before exactly three digits is read both ways, so `5,000` is 5 and 5000, in that order.
/// Also read are `5.9e7`, `5.9×10^7`, `5.9·10⁷`, `10^7`, `1/2`, every dash as a minus, and groups of three digits
/// parted by spaces or apostrophes. What overflows is no number.
pub fn readings(text: &str) -> Vec<Quantity> {
    let text = text.trim();
    if text.chars().nth(MAX_CHARS).is_some() {
        return Vec::new();
    }
    let plain = plain::plain(text);
    let (sign_unit, number) = unit::leading_currency(plain.trim());
    let Some((values, rest)) = numeral::leading(number) else { return Vec::new() };
    let Some(unit) = unit::trailing(rest) else { return Vec::new() };
    if !sign_unit.is_empty() && !unit.is_empty() {
        return Vec::new();
    }
    let unit = if unit.is_empty() { sign_unit } else { unit };
    values.into_iter().map(|value| Quantity { value, unit: unit.into() }).collect()
}

/// The one way to read `text`; `None` where it is not a number or where it can be read two ways.
pub fn quantity(text: &str) -> Option<Quantity> {
    let mut readings = readings(text).into_iter();
    readings.next().filter(|_| readings.next().is_none())
}

/// Whether `unit` can stand after a number and be read back as its unit. False for the empty text.
pub fn is_unit(unit: &str) -> bool {
    let plain = plain::plain(unit.trim());
    match quantity(&format!("1 {plain}")) {
        Some(read) => !read.unit.is_empty() && *read.unit == *unit::without_stop(&plain),
        None => false,
    }
}

/// A number with its unit in the shortest form that reads back exactly: `59 MJ`, `21.7 MJ`, `2011`.
///
/// Decimal, except for numbers that would need more than 21 signs (where JavaScript changes over too): `1e30`.
pub fn written(value: f64, unit: &str) -> String {
    let value = if value == 0.0 { 0.0 } else { value };
    let decimal = value.to_string();
    let number = if decimal.len() > 21 { format!("{value:e}") } else { decimal };
    match unit.trim() {
        "" => number,
        unit => format!("{number} {unit}"),
    }
}

#[cfg(test)]
mod tests;
