//! Numbers in a larger and a smaller unit: `5 ft 10 in`, `1h30`, `5° 30'`. Reads no other number.

use crate::bank::values::quantity::convert::{conversions, is_known};
use crate::bank::values::quantity::find::find;
use crate::bank::values::quantity::numeral;
use crate::bank::values::quantity::unit::Unit;

/// More parts than anybody writes.
const MOST_PARTS: usize = 4;

/// The whole as a number of the first unit: each unit is smaller than the one before it, and its number too small to make
/// another one of that. The last unit may be left out where it is plain, as in `5'10`. `plain` is in plain form; nothing
/// where it is no such number.
pub(super) fn units(plain: &str) -> Vec<(f64, &str)> {
    let Some(parts) = parts(plain.trim()) else { return Vec::new() };
    let [(_, first), ..] = parts[..] else { return Vec::new() };
    let (mut total, mut before): (Vec<f64>, Option<&str>) = (vec![0.0], None);
    for (value, unit) in &parts {
        let sizes = match before {
            Some(before) => {
                let is_smaller = conversions(*value, unit, before).iter().any(|value| value.abs() < 1.0);
                if is_smaller && *value >= 0.0 { conversions(*value, unit, first) } else { Vec::new() }
            }
            None => vec![*value],
        };
        let add = |total: &f64, size: f64| if *total < 0.0 { total - size } else { total + size };
        total = total.iter().flat_map(|total| sizes.iter().map(move |size| add(total, *size))).collect();
        before = Some(unit);
    }
    total.into_iter().map(|value| (value, first)).collect()
}

/// Two numbers or more, each with its unit; `None` where one is not known.
fn parts(plain: &str) -> Option<Vec<(f64, &str)>> {
    let mut parts: Vec<(f64, &str)> = Vec::new();
    let mut rest = plain;
    while !rest.is_empty() {
        let (values, after) = numeral::leading(rest)?;
        let [value] = values[..] else { return None };
        let after = after.trim_start();
        let end = after.find(|sign: char| sign.is_ascii_digit()).unwrap_or(after.len());
        let unit = after[..end].trim().trim_end_matches([',', '.', '&']).trim_end();
        let unit = unit.strip_suffix(" and").unwrap_or(unit);
        let unit = match parts.last() {
            Some((_, before)) if unit.is_empty() => next_smaller(before)?,
            _ => unit,
        };
        if parts.len() == MOST_PARTS || unit.ends_with(['-', '^', '*', '/']) || !is_known(unit) {
            return None;
        }
        parts.push((value, unit));
        rest = after[end..].trim_start();
    }
    // `2 m 30 s`: beside hours or seconds these are minutes.
    if parts.iter().any(|(_, unit)| find(unit).first().is_some_and(Unit::is_time)) {
        parts.iter_mut().filter(|(_, unit)| *unit == "m").for_each(|(_, unit)| *unit = "min");
    }
    (parts.len() > 1).then_some(parts)
}

/// The unit that is left out behind this one.
fn next_smaller(unit: &str) -> Option<&'static str> {
    const PAIRS: [(&str, &str); 7] =
        [("ft", "in"), ("h", "min"), ("min", "s"), ("°", "'"), ("st", "lb"), ("lb", "oz"), ("€", "¢")];
    if unit == "'" {
        return Some("\"");
    }
    let found = find(unit);
    let meant = found.first()?;
    PAIRS.iter().find(|(larger, _)| find(larger).first() == Some(meant)).map(|(_, smaller)| *smaller)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(f64, &str)]) {
        assert_eq!(units(text), expected, "{text}");
    }

    #[test]
    fn a_larger_and_a_smaller_unit_are_one_number() {
        check("6 ft 6 in", &[(6.5, "ft")]);
        check("6 feet and 6 inches", &[(6.5, "feet")]);
        check("6ft6in", &[(6.5, "ft")]);
        check("1 h 30 min", &[(1.5, "h")]);
        check("1h30m", &[(1.5, "h")]);
        check("2 m 30 s", &[(2.5, "min")]);
        check("-1 h 30 min", &[(-1.5, "h")]);
    }

    #[test]
    fn the_last_unit_may_be_left_out_where_it_is_plain() {
        check("6 ft 6", &[(6.5, "ft")]);
        check("1h30", &[(1.5, "h")]);
        check("5 lb 8", &[(5.5, "lb")]);
        check("5 € 25", &[(5.25, "€")]);
        check("5 m 25", &[]);
        check("5 h-1", &[]);
    }

    #[test]
    fn what_is_no_such_number_is_not_read() {
        for text in
            ["5", "5 km", "5 in 6 ft", "5 ft 14 in", "5 ft 5 ft", "5 ft 6 kg", "5 sheep 6 in", "1 h -30 min", ""]
        {
            check(text, &[]);
        }
    }
}
