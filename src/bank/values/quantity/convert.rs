//! What the names of units mean, and turning a number of one into a number of another. Reads no number.

use crate::bank::values::quantity::affix::without_stop;
use crate::bank::values::quantity::compound::{compound, glued};
use crate::bank::values::quantity::find::{find, in_any_case};
use crate::bank::values::quantity::plain::plain;
use crate::bank::values::quantity::scale;
use crate::bank::values::quantity::unit::{Unit, change};
use crate::bank::values::quantity::unit_words::words;

/// `value` of the unit `from` in the unit `to`; `None` where the one cannot stand for the other.
///
/// Known units go by what they measure (`59e6 J` is 59 MJ). Others are words: the same after case folding, a plural's
/// ending put aside. The empty unit is the number one, so 85 % is 0.85. °C and °F are temperatures, not differences. Where
/// [`conversions`] finds several, this is the likeliest.
pub fn convert(value: f64, from: &str, to: &str) -> Option<f64> {
    conversions(value, from, to).into_iter().next()
}

/// `value` of the unit `from` in the unit `to`, in every way that both can be read, the likeliest first.
///
/// What `to` is, decides how `from` is read: `5 C` is a temperature where one is asked for, `ms-2` is m/s² where that is
/// asked for, and `kt` in knots is never a kilotonne.
pub fn conversions(value: f64, from: &str, to: &str) -> Vec<f64> {
    let (from, to) = (plain(from), plain(to));
    let (from, to) = (without_stop(&from), without_stop(&to));
    if from == to {
        return vec![value];
    }
    let targets = of_key(to);
    let sources = meanings(from, false);
    if targets.is_empty() && sources.is_empty() {
        return words(value, from, to, false);
    }
    let mut found = between(value, &sources, &targets);
    // A forint is no foot, but `Ft` may well be one where feet are asked for.
    if found.is_empty() && !sources.is_empty() && sources.iter().all(Unit::is_money) {
        found = between(value, &in_any_case(from), &targets);
    }
    if let Some(scale) = degrees_of(from, to).filter(|_| found.is_empty()) {
        found = between(value, &find(scale), &targets);
    }
    if found.is_empty() {
        found = between(value, &glued(from), &targets);
    }
    if let Some(joined) = with_prefix_joined(from).filter(|_| found.is_empty()) {
        found = between(value, &find(&joined), &targets);
    }
    if is_of_bits(from, to, &targets) && !found.contains(&value) {
        found.push(value);
    }
    // `5k` and `£5m`, where no unit could be meant.
    if found.is_empty() {
        let target = targets.first();
        if target.is_some_and(|target| target.is_money() || (target.is_number() && to.is_empty())) {
            found = between(value, &meanings(from, true), &targets);
            let (factors, rest) = scale::leading(from, true);
            if found.is_empty() && rest.is_empty() {
                found = factors.iter().map(|factor| value * factor).collect();
            }
        } else if target.is_none() {
            found = words(value, from, to, true);
        }
    }
    found
}

/// Whether `unit` is that of a currency alone.
pub(crate) fn is_money(unit: &str) -> bool {
    meanings(unit, false).iter().any(Unit::is_money)
}

/// Whether `unit` is known, or is made of units that are.
pub(crate) fn is_known(unit: &str) -> bool {
    !meanings(unit, false).is_empty()
}

/// What the unit of a key means: the likeliest of what it can be, in the measures of either country, and glued together
/// where a power cannot be meant otherwise (`ms-1`).
fn of_key(unit: &str) -> Vec<Unit> {
    let mut meant = meanings(unit, false);
    // These are feet and inches as well as minutes and seconds of arc.
    let is_prime = matches!(unit, "'" | "\"");
    if let Some(first) = meant.first().copied().filter(|_| !is_prime) {
        meant.retain(|other| other.dimensions == first.dimensions);
    }
    if unit.contains('-') || (meant.is_empty() && unit.contains(['/', '^', '*'])) {
        meant.extend(glued(unit));
    }
    meant
}

/// Everything that a unit can mean, the likeliest first; nothing where it is not known.
fn meanings(unit: &str, with_letters: bool) -> Vec<Unit> {
    let (factors, unit) = scale::leading(unit, with_letters);
    let units = if unit.is_empty() {
        vec![Unit::ONE]
    } else {
        let found = find(unit);
        if found.is_empty() { compound(unit) } else { found }
    };
    if factors == [1.0] {
        return units;
    }
    units.iter().flat_map(|unit| factors.iter().map(|factor| unit.scaled(*factor))).collect()
}

fn between(value: f64, from: &[Unit], to: &[Unit]) -> Vec<f64> {
    let mut found: Vec<f64> = Vec::new();
    for from in from {
        for value in to.iter().filter(|to| from.stands_for(to)).map(|to| change(value, from, to)) {
            if !found.contains(&value) {
                found.push(value);
            }
        }
    }
    found
}

/// `kΩ` for `k Ω`, `K Ω` and `k-Ω`: the sign of a prefix by itself.
fn with_prefix_joined(unit: &str) -> Option<String> {
    let (prefix, rest) = unit.split_once([' ', '-'])?;
    let prefix = if prefix == "K" { "k" } else { prefix };
    let is_prefix = matches!(prefix, "T" | "G" | "M" | "k" | "h" | "d" | "c" | "m" | "μ" | "u" | "n" | "p");
    (is_prefix && rest.starts_with(char::is_alphabetic) && !rest.contains(' ')).then(|| format!("{prefix}{rest}"))
}

/// Whether bits and bytes are meant as the key has them: a large K, which is no prefix of the SI, for 1024 where `KiB` is
/// asked for, and `mb` for `MB`, since nobody means a thousandth of a byte.
fn is_of_bits(from: &str, to: &str, targets: &[Unit]) -> bool {
    let is_bits = targets.first().is_some_and(Unit::is_of_bits);
    let is_old_kilo = || from.strip_prefix('K').is_some_and(|rest| to.strip_prefix("Ki") == Some(rest));
    let is_small_mega = || from.starts_with('m') && to.starts_with('M') && from.eq_ignore_ascii_case(to);
    is_bits && (is_old_kilo() || is_small_mega())
}

/// Degrees of a scale of temperature where one is asked for and no scale is named in full: `C`, `F`, or bare `°` and
/// `degrees`, which are those of the key.
fn degrees_of<'a>(from: &str, to: &'a str) -> Option<&'a str> {
    let is_scale = find(to).first().is_some_and(|unit| unit.zero != 0.0);
    if !is_scale {
        return None;
    }
    match from.trim_end_matches('.') {
        "C" | "c" => Some("°C"),
        "F" | "f" => Some("°F"),
        from if find(from).first().is_some_and(|unit| *unit == find("°")[0]) => Some(to),
        _ => None,
    }
}
