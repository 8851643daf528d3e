//! Units: where one begins in a text, what it measures, and turning one into another. Reads no number.

use crate::bank::values::quantity::plain::plain;
use crate::bank::values::quantity::table;
use crate::bank::values::quantity::table::DIMENSIONS;
use unicase::UniCase;

/// What a unit measures and how large it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Unit {
    /// Powers of the base units, in the order that [`DIMENSIONS`] tells.
    pub dimensions: [i32; DIMENSIONS],
    /// Size in base units is `factor` × 10^`power`: apart, so that prefixes stay exact.
    pub factor: f64,
    /// See `factor`.
    pub power: i32,
    /// What to add to a number in this unit before its size counts, for temperatures; 0 in a compound.
    pub zero: f64,
    /// Parts units of one dimension that never stand for each other, such as Hz and Bq; empty in a compound.
    pub tag: &'static str,
}

impl Unit {
    const ONE: Self = Self { dimensions: [0; DIMENSIONS], factor: 1.0, power: 0, zero: 0.0, tag: "" };

    fn raised(self, exponent: i32) -> Self {
        if exponent == 1 {
            return self;
        }
        Self {
            dimensions: self.dimensions.map(|dimension| dimension * exponent),
            factor: self.factor.powi(exponent),
            power: self.power * exponent,
            ..Self::ONE
        }
    }

    fn times(self, other: Self) -> Self {
        let mut product = Self { factor: self.factor * other.factor, power: self.power + other.power, ..Self::ONE };
        for (index, dimension) in product.dimensions.iter_mut().enumerate() {
            *dimension = self.dimensions[index] + other.dimensions[index];
        }
        product
    }

    fn stands_for(&self, other: &Self) -> bool {
        let is_tag_alike = self.tag.is_empty() || other.tag.is_empty() || self.tag == other.tag;
        self.dimensions == other.dimensions && is_tag_alike
    }
}

/// `value` of the unit `from` in the unit `to`; `None` where the one cannot stand for the other.
///
/// Known units go by what they measure (`59e6 J` is 59 MJ). Others are words: the same after case folding, a plural's
/// `s` put aside. The empty unit is the number one, so 85 % is 0.85. °C and °F are temperatures, not differences.
pub fn convert(value: f64, from: &str, to: &str) -> Option<f64> {
    let (from, to) = (plain(from), plain(to));
    let (from, to) = (without_stop(&from), without_stop(&to));
    if from == to {
        return Some(value);
    }
    match (read(from), read(to)) {
        (Some(from), Some(to)) if from.stands_for(&to) => Some(change(value, &from, &to)),
        (None, None) if is_same_word(from, to) => Some(value),
        _ => None,
    }
}

/// The unit in the text after a number; empty where there is nothing, `None` where that is no unit.
pub(crate) fn trailing(text: &str) -> Option<&str> {
    let unit = without_stop(text);
    let mut signs = unit.chars();
    let begins_well = match signs.next() {
        None => true,
        Some('/') => signs.next().is_some_and(char::is_alphabetic),
        // A product that was not worked out, such as `5x10`.
        Some('x' | 'X') => !signs.next().is_some_and(|next| next.is_ascii_digit()),
        Some('%' | '‰' | '°' | '€' | '$' | '£' | '¥') => true,
        Some(first) => first.is_alphabetic(),
    };
    let holds_number = unit.split(' ').any(|word| word.starts_with(|sign: char| sign.is_ascii_digit()));
    if begins_well && !holds_number { Some(unit) } else { None }
}

/// The currency sign before a number, as English writes it, and the number.
pub(crate) fn leading_currency(text: &str) -> (&str, &str) {
    let rest = text.strip_prefix(['€', '$', '£', '¥']).unwrap_or(text);
    let (sign, rest) = text.split_at(text.len() - rest.len());
    (sign, rest.trim_start())
}

/// Without outer spaces and the full stop of a sentence.
pub(crate) fn without_stop(unit: &str) -> &str {
    let unit = unit.trim();
    unit.strip_suffix('.').unwrap_or(unit).trim_end()
}

fn change(value: f64, from: &Unit, to: &Unit) -> f64 {
    if from.zero == 0.0 && to.zero == 0.0 {
        return scaled(value * (from.factor / to.factor), from.power - to.power);
    }
    let changed = scaled((value + from.zero) * (from.factor / to.factor), from.power - to.power) - to.zero;
    // 273.15 has no exact binary form: what subtracting leaves is cut off at a nanokelvin.
    (changed * 1e9).round() / 1e9
}

/// `value` × 10^`power`. Dividing by a power of ten rounds once; multiplying by 10^-3 would round twice.
fn scaled(value: f64, power: i32) -> f64 {
    let scale = 10_f64.powi(power.saturating_abs());
    if power < 0 { value / scale } else { value * scale }
}

/// A known unit or a compound of known ones, such as `kW h`, `m·s^-1`, `J/(kg K)` or `metres per second`.
///
/// All that follows a `/` stands below the line: textbooks write J/kg·K and mean it so.
fn read(unit: &str) -> Option<Unit> {
    if unit.is_empty() {
        return Some(Unit::ONE);
    }
    table::find(unit).or_else(|| compound(unit))
}

fn compound(unit: &str) -> Option<Unit> {
    let mut product = Unit::ONE;
    let mut side = 1;
    let mut rest = unit;
    while !rest.is_empty() {
        (side, rest) = separator(rest, side)?;
        let (symbol, after) = symbol(rest);
        if symbol == "per" {
            (side, rest) = (-1, after.trim_start());
            continue;
        }
        let (exponent, after) = exponent(after)?;
        product = product.times(table::find(symbol)?.raised(side * exponent));
        rest = after;
    }
    Some(product)
}

/// Steps over what parts two units. Brackets may only hold all that is below the line.
fn separator(text: &str, side: i32) -> Option<(i32, &str)> {
    let text = text.trim_start();
    let Some(below) = text.strip_prefix('/') else {
        return Some((side, text.strip_prefix('*').unwrap_or(text).trim_start()));
    };
    let below = below.trim_start();
    match below.strip_prefix('(') {
        Some(inner) => Some((-1, inner.strip_suffix(')')?.trim())),
        None => Some((-1, below)),
    }
}

fn symbol(text: &str) -> (&str, &str) {
    let is_end = |(at, sign): (usize, char)| match sign {
        ' ' | '*' | '/' | '^' | '(' | ')' | '0'..='9' => true,
        '-' | '+' => text[at + 1..].starts_with(|next: char| next.is_ascii_digit()),
        _ => false,
    };
    let end = text.char_indices().find(|place| is_end(*place)).map_or(text.len(), |(at, _)| at);
    text.split_at(end)
}

/// `^-2`, `-2` or `2`, of one digit; 1 where there is none.
fn exponent(text: &str) -> Option<(i32, &str)> {
    let raised = text.strip_prefix('^').unwrap_or(text);
    let signed = raised.strip_prefix(['-', '+']).unwrap_or(raised);
    let Some(digit) = signed.chars().next().and_then(|sign| sign.to_digit(10)) else {
        return Some((1, text));
    };
    let rest = &signed[1..];
    let size = i32::try_from(digit).ok()?;
    let exponent = if raised.starts_with('-') { -size } else { size };
    Some((exponent, rest))
}

fn is_same_word(one: &str, other: &str) -> bool {
    singular(one) == singular(other)
}

fn singular(word: &str) -> String {
    let mut folded = UniCase::new(word).to_folded_case();
    if folded.ends_with('s') {
        folded.pop();
    }
    folded
}
