//! Numbers with units, as people type them: read, written and converted. Never says whether an answer is right.

mod affix;
mod around;
mod compound;
mod convert;
mod fault;
mod find;
mod numeral;
mod plain;
mod scale;
mod several;
mod table;
mod unit;
mod unit_words;

pub(crate) use convert::is_known as is_known_unit;
pub use convert::{conversions, convert};
pub use fault::NumberFault;

/// Longer texts are not looked at: nobody types a number of this many characters.
pub const MAX_CHARS: usize = 200;

/// How far two numbers may lie apart for binary rounding alone, as a share of the larger: reading, turning one unit
/// into another and subtracting each cost an ulp or two, and an ulp is at most one epsilon.
pub(crate) const ROUNDING: f64 = 32.0 * f64::EPSILON;

/// A number and what stood after it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number, always finite.
    pub value: f64,
    /// The unit with its signs in plain form (`m^2` for `m²`); empty for a bare number.
    pub unit: Box<str>,
}

/// Whether two numbers are the same but for binary rounding.
pub fn is_equal(one: f64, other: f64) -> bool {
    (one - other).abs() <= ROUNDING * one.abs().max(other.abs())
}

/// Every way to read `text` as a number with an optional unit; none where it is not one.
///
/// Usually one. A `,` or `.` before exactly three digits is read both ways, so `5,000` is 5 and 5000, in that order.
/// Also read are `5.9e7`, `5.9×10^7`, `5.9·10⁷`, `10^7`, `1/2`, `½`, `1 1/2`, every dash as a minus, the digits of all
/// scripts, and groups of three digits parted by spaces or apostrophes. What overflows is no number. A word for a large
/// number (`million`) stays with the unit: see [`conversions`].
pub fn readings(text: &str) -> Vec<Quantity> {
    if text.trim().chars().nth(MAX_CHARS).is_some() {
        return Vec::new();
    }
    readings_of_plain(plain::plain(text).trim())
}

/// Every way to read what a learner typed: as [`readings`], and with words around it that change nothing (`about 5 km`,
/// `x = 5`, `5,`), an uncertainty, or a larger and a smaller unit (`5 ft 10 in`).
///
/// # Errors
/// Why no number can be read.
pub fn typed_readings(text: &str) -> Result<Vec<Quantity>, NumberFault> {
    if text.trim().chars().nth(MAX_CHARS).is_some() {
        return Err(NumberFault::TooLong);
    }
    let plain = around::with_fractions(plain::plain(text));
    let mut found = readings_of_plain(plain.trim());
    if found.iter().all(|read| may_be_several_units(&read.unit)) {
        found.extend(several_units(&plain));
    }
    if !found.is_empty() {
        return Ok(found);
    }
    let bare = around::without_lead(&plain);
    let found = [bare.to_owned()].into_iter().chain(around::without_uncertainty(bare)).find_map(|text| {
        let found = readings_of_plain(text.trim());
        let found = if found.is_empty() { several_units(&text) } else { found };
        let found = if found.is_empty() { with_leading_era(&text) } else { found };
        Some(found).filter(|found| !found.is_empty())
    });
    found.ok_or_else(|| fault::of(&plain))
}

/// `h30` of `1h30` and `ft2in` of `6ft2in`; but a digit at the end of a known unit is a power, as in `ft2`.
fn may_be_several_units(unit: &str) -> bool {
    let has_digit = unit.contains(|sign: char| sign.is_ascii_digit());
    has_digit && (!unit.ends_with(|sign: char| sign.is_ascii_digit()) || !is_known_unit(unit))
}

fn readings_of_plain(plain: &str) -> Vec<Quantity> {
    let (sign, unsigned) = match plain.strip_prefix('-').map(str::trim_start) {
        // `-$5`
        Some(rest) if !affix::leading_currency(rest).0.is_empty() => (-1.0, rest),
        _ => (1.0, plain),
    };
    let (money, number) = affix::leading_currency(unsigned);
    let Some((values, rest)) = numeral::leading(number) else { return Vec::new() };
    let rest = rest.strip_prefix("/-").unwrap_or(rest);
    let rest = rest.strip_prefix(",-").filter(|_| !money.is_empty() || convert::is_money(&rest[2..])).unwrap_or(rest);
    let Some(unit) = affix::trailing(rest) else { return Vec::new() };
    let unit: Box<str> = match (money, unit) {
        ("", unit) => unit.into(),
        (money, "") => money.into(),
        (money, unit) if scale::leading(unit, true).1.is_empty() => format!("{unit} {money}").into(),
        (money, unit) if unit.starts_with('/') || unit.starts_with("per ") => format!("{money} {unit}").into(),
        (money, unit) if conversions(1.0, money, unit) == [1.0] => unit.into(),
        _ => return Vec::new(),
    };
    values.into_iter().map(|value| Quantity { value: sign * value, unit: unit.clone() }).collect()
}

/// `5 ft 10 in`, as a number of the first unit.
fn several_units(plain: &str) -> Vec<Quantity> {
    several::units(plain).into_iter().map(|(value, unit)| Quantity { value, unit: unit.into() }).collect()
}

/// `AD 79`.
fn with_leading_era(plain: &str) -> Vec<Quantity> {
    let Some((factor, number)) = around::leading_era(plain) else { return Vec::new() };
    let found = readings_of_plain(number).into_iter().filter(|read| read.unit.is_empty());
    found.map(|read| Quantity { value: factor * read.value, ..read }).collect()
}

/// What an era after a year makes of it; `None` for a unit that is no era.
pub(crate) fn era(unit: &str) -> Option<f64> {
    around::era(unit)
}

/// Whether what stands after a number only makes a place in a row of it, as in `5th`.
pub(crate) fn is_ordinal(unit: &str) -> bool {
    around::is_ordinal(unit)
}

/// The unit before words that only say more of a quantity (`km` of `km long`), where there are such words.
pub(crate) fn without_trail(unit: &str) -> Option<&str> {
    match around::is_trail(unit) {
        true => Some(""),
        false => around::split_trail(unit).map(|(unit, _)| unit),
    }
}

/// Whether `unit` is nothing but a word for a large number.
pub(crate) fn is_scale(unit: &str) -> bool {
    scale::is_scale(unit)
}

/// The one way to read `text`; `None` where it is not a number or where it can be read two ways.
pub fn quantity(text: &str) -> Option<Quantity> {
    let mut readings = readings(text).into_iter();
    readings.next().filter(|_| readings.next().is_none())
}

/// Whether `unit` can stand after a number and be read back as its unit. False for the empty text.
pub fn is_unit(unit: &str) -> bool {
    let plain = plain::plain(unit.trim());
    if plain.starts_with(['(', '[']) {
        return false;
    }
    match quantity(&format!("1 {plain}")) {
        Some(read) => !read.unit.is_empty() && *read.unit == *affix::without_stop(&plain),
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
