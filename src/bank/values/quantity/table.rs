//! The units that are known, with their prefixes and names. Finds one symbol or name; compounds are taken apart elsewhere.

use crate::bank::values::quantity::unit::Unit;
use unicase::UniCase;

/// How many base units there are; every known unit is a product of m, kg, s, A, K, mol, cd and bit, in this order.
pub(crate) const DIMENSIONS: usize = 8;

/// A unit in the table.
struct Row {
    symbol: &'static str,
    /// Other symbols and full names in lower case, without a plural's `s`, parted by `|`.
    names: &'static str,
    takes_prefix: bool,
    unit: Unit,
}

impl Row {
    /// Never of the empty name, which rows have that have no other.
    fn has_name(&self, name: &str) -> bool {
        !name.is_empty() && self.names.split('|').any(|known| known == name)
    }
}

/// The unit of that symbol or name, with or without a prefix; `None` where there is none.
///
/// Symbols are taken as written first: `mJ` is not `MJ`. A symbol that no unit has is then forgiven its case: that of
/// the unit (`Mj` is MJ, `mhz` is mHz), or else that of the prefix (`KB` is kB), or else both (`gHZ` is GHz). So a `K`
/// is kelvin and never means kilo where kelvin can be meant. Names go by any case, with or without a plural's `s`.
pub(crate) fn find(symbol: &str) -> Option<Unit> {
    let is_same = |one: &str, other: &str| one == other;
    find_symbol(symbol, is_same, is_same)
        .or_else(|| find_name(&UniCase::new(symbol).to_folded_case()))
        .or_else(|| find_symbol(symbol, is_same, is_alike))
        .or_else(|| find_symbol(symbol, is_alike, is_same))
        .or_else(|| find_symbol(symbol, is_alike, is_alike))
}

fn find_symbol(
    symbol: &str,
    is_prefix: impl Fn(&str, &str) -> bool,
    is_unit: impl Fn(&str, &str) -> bool,
) -> Option<Unit> {
    let bare = ROWS.iter().find(|row| is_unit(row.symbol, symbol)).map(|row| row.unit);
    bare.or_else(|| {
        PREFIXES.iter().find_map(|(prefix, _, power)| {
            let (head, rest) = symbol.split_at_checked(prefix.len())?;
            let has_symbol = |row: &&Row| row.takes_prefix && is_unit(row.symbol, rest);
            let row = if is_prefix(prefix, head) { ROWS.iter().find(has_symbol) } else { None };
            row.map(|row| enlarged(row.unit, *power))
        })
    })
}

fn find_name(name: &str) -> Option<Unit> {
    let singular = name.strip_suffix('s').unwrap_or(name);
    if let Some(row) = ROWS.iter().find(|row| row.has_name(name) || row.has_name(singular)) {
        return Some(row.unit);
    }
    PREFIXES.iter().find_map(|(_, prefix, power)| {
        let (name, singular) = (name.strip_prefix(prefix)?, singular.strip_prefix(prefix)?);
        let row = ROWS.iter().find(|row| row.takes_prefix && (row.has_name(name) || row.has_name(singular)))?;
        Some(enlarged(row.unit, *power))
    })
}

fn enlarged(unit: Unit, power: i32) -> Unit {
    Unit { power: unit.power + power, ..unit }
}

fn is_alike(one: &str, other: &str) -> bool {
    unicase::eq(one, other)
}

/// Symbol, name and power of ten (BIPM, SI Brochure, 9th edition, table 7, with the four of 2022).
const PREFIXES: [(&str, &str, i32); 25] = [
    ("Q", "quetta", 30),
    ("R", "ronna", 27),
    ("Y", "yotta", 24),
    ("Z", "zetta", 21),
    ("E", "exa", 18),
    ("P", "peta", 15),
    ("T", "tera", 12),
    ("G", "giga", 9),
    ("M", "mega", 6),
    ("k", "kilo", 3),
    ("h", "hecto", 2),
    ("da", "deca", 1),
    ("d", "deci", -1),
    ("c", "centi", -2),
    ("m", "milli", -3),
    ("μ", "micro", -6),
    ("u", "micro", -6),
    ("n", "nano", -9),
    ("p", "pico", -12),
    ("f", "femto", -15),
    ("a", "atto", -18),
    ("z", "zepto", -21),
    ("y", "yocto", -24),
    ("r", "ronto", -27),
    ("q", "quecto", -30),
];

/// A unit that takes prefixes and is 10^`power` base units.
const fn si(symbol: &'static str, names: &'static str, dimensions: [i32; DIMENSIONS], power: i32) -> Row {
    Row { takes_prefix: true, ..other(symbol, names, dimensions, 1.0, power) }
}

/// A unit that takes no prefix and is `factor` × 10^`power` base units.
const fn other(
    symbol: &'static str,
    names: &'static str,
    dimensions: [i32; DIMENSIONS],
    factor: f64,
    power: i32,
) -> Row {
    Row { symbol, names, takes_prefix: false, unit: Unit { dimensions, factor, power, zero: 0.0, tag: "" } }
}

/// A unit that takes prefixes and is `factor` × 10^`power` base units.
const fn sized(
    symbol: &'static str,
    names: &'static str,
    dimensions: [i32; DIMENSIONS],
    factor: f64,
    power: i32,
) -> Row {
    Row { takes_prefix: true, ..other(symbol, names, dimensions, factor, power) }
}

/// A unit that only stands for units of its own dimension with the same tag.
const fn tagged(row: Row, tag: &'static str) -> Row {
    Row { unit: Unit { tag, ..row.unit }, ..row }
}

/// A scale of temperature with degrees of `factor` kelvins, whose 0 lies `zero` degrees above absolute zero.
const fn temperature(symbol: &'static str, names: &'static str, factor: f64, zero: f64) -> Row {
    let row = other(symbol, names, KELVIN, factor, 0);
    Row { unit: Unit { zero, ..row.unit }, ..row }
}

const NUMBER: [i32; DIMENSIONS] = [0; DIMENSIONS];
const METRE: [i32; DIMENSIONS] = [1, 0, 0, 0, 0, 0, 0, 0];
const CUBIC_METRE: [i32; DIMENSIONS] = [3, 0, 0, 0, 0, 0, 0, 0];
const KILOGRAM: [i32; DIMENSIONS] = [0, 1, 0, 0, 0, 0, 0, 0];
const SECOND: [i32; DIMENSIONS] = [0, 0, 1, 0, 0, 0, 0, 0];
const PER_SECOND: [i32; DIMENSIONS] = [0, 0, -1, 0, 0, 0, 0, 0];
const KELVIN: [i32; DIMENSIONS] = [0, 0, 0, 0, 1, 0, 0, 0];
const CANDELA: [i32; DIMENSIONS] = [0, 0, 0, 0, 0, 0, 1, 0];
const BIT: [i32; DIMENSIONS] = [0, 0, 0, 0, 0, 0, 0, 1];
const COULOMB: [i32; DIMENSIONS] = [0, 0, 1, 1, 0, 0, 0, 0];
const JOULE: [i32; DIMENSIONS] = [2, 1, -2, 0, 0, 0, 0, 0];
const WATT: [i32; DIMENSIONS] = [2, 1, -3, 0, 0, 0, 0, 0];
const PASCAL: [i32; DIMENSIONS] = [-1, 1, -2, 0, 0, 0, 0, 0];
const GRAY: [i32; DIMENSIONS] = [2, 0, -2, 0, 0, 0, 0, 0];

/// SI units and those in use beside them (SI Brochure, tables 2, 4 and 8); other sources stand beside their rows.
const ROWS: &[Row] = &[
    si("m", "metre|meter", METRE, 0),
    si("g", "gram|gramme|gm", KILOGRAM, -3),
    si("s", "second|sec", SECOND, 0),
    si("A", "ampere|amp", [0, 0, 0, 1, 0, 0, 0, 0], 0),
    si("K", "kelvin", KELVIN, 0),
    si("mol", "mole", [0, 0, 0, 0, 0, 1, 0, 0], 0),
    tagged(si("cd", "candela", CANDELA, 0), "cd"),
    tagged(si("Hz", "hertz", PER_SECOND, 0), "Hz"),
    si("N", "newton", [1, 1, -2, 0, 0, 0, 0, 0], 0),
    si("Pa", "pascal", PASCAL, 0),
    si("J", "joule", JOULE, 0),
    si("W", "watt", WATT, 0),
    si("C", "coulomb", COULOMB, 0),
    si("V", "volt", [2, 1, -3, -1, 0, 0, 0, 0], 0),
    si("F", "farad", [-2, -1, 4, 2, 0, 0, 0, 0], 0),
    si("Ω", "ohm", [2, 1, -3, -2, 0, 0, 0, 0], 0),
    si("S", "siemens", [-2, -1, 3, 2, 0, 0, 0, 0], 0),
    si("Wb", "weber", [2, 1, -2, -1, 0, 0, 0, 0], 0),
    si("T", "tesla", [0, 1, -2, -1, 0, 0, 0, 0], 0),
    si("H", "henry", [2, 1, -2, -2, 0, 0, 0, 0], 0),
    tagged(si("lm", "lumen", CANDELA, 0), "lm"),
    si("lx", "lux", [-2, 0, 0, 0, 0, 0, 1, 0], 0),
    tagged(si("Bq", "becquerel", PER_SECOND, 0), "Bq"),
    tagged(si("Gy", "gray", GRAY, 0), "Gy"),
    tagged(si("Sv", "sievert", GRAY, 0), "Sv"),
    si("kat", "katal", [0, 0, -1, 0, 0, 1, 0, 0], 0),
    si("rad", "radian", NUMBER, 0),
    si("sr", "steradian", NUMBER, 0),
    other("°", "degree|deg", NUMBER, std::f64::consts::PI / 180.0, 0),
    other("%", "percent|per cent|pct", NUMBER, 1.0, -2),
    other("‰", "per mille|permille", NUMBER, 1.0, -3),
    other("ppm", "", NUMBER, 1.0, -6),
    temperature("°C", "℃|degc|deg c|celsius|degree celsius|degrees celsius", 1.0, 273.15),
    temperature("°F", "℉|degf|deg f|fahrenheit|degree fahrenheit|degrees fahrenheit", 5.0 / 9.0, 459.67),
    other("min", "minute", SECOND, 60.0, 0),
    other("h", "hour|hr", SECOND, 3600.0, 0),
    other("d", "day", SECOND, 86400.0, 0),
    other("week", "wk", SECOND, 604_800.0, 0),
    // The Julian year of 365.25 days (IAU).
    sized("yr", "year", SECOND, 31_557_600.0, 0),
    si("L", "litre|liter", CUBIC_METRE, -3),
    si("l", "", CUBIC_METRE, -3),
    other("ha", "hectare", [2, 0, 0, 0, 0, 0, 0, 0], 1.0, 4),
    si("t", "tonne", KILOGRAM, 3),
    si("bar", "", PASCAL, 5),
    other("atm", "atmosphere", PASCAL, 101_325.0, 0),
    other("mmHg", "", PASCAL, 133.322_387_415, 0),
    sized("eV", "electronvolt|electron volt|electron-volt", JOULE, 1.602_176_634, -19),
    sized("Wh", "watthour|watt-hour", JOULE, 3600.0, 0),
    // The thermochemical calorie (ISO 80000-5).
    sized("cal", "calorie", JOULE, 4.184, 0),
    si("Ws", "", JOULE, 0),
    si("Nm", "", JOULE, 0),
    si("VA", "", WATT, 0),
    sized("Ah", "", COULOMB, 3600.0, 0),
    other("kph", "kmh|kmph", [1, 0, -1, 0, 0, 0, 0, 0], 1.0 / 3.6, 0),
    other("Å", "angstrom|ångström", METRE, 1.0, -10),
    // IAU 2012 B2, and the light year and parsec that follow from it and the Julian year.
    other("au", "astronomical unit", METRE, 149_597_870_700.0, 0),
    sized("ly", "light-year|light year|lightyear", METRE, 9_460_730_472_580_800.0, 0),
    sized("pc", "parsec", METRE, 3.085_677_581_491_367_3, 16),
    si("bit", "", BIT, 0),
    si("b", "", BIT, 0),
    sized("B", "byte", BIT, 8.0, 0),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_symbol_and_no_name_stands_twice() {
        let mut all: Vec<&str> = ROWS.iter().flat_map(|row| row.names.split('|').chain([row.symbol])).collect();
        all.retain(|name| !name.is_empty());
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }

    #[test]
    fn no_symbol_hides_a_prefixed_one_of_another_size() {
        for row in ROWS.iter().filter(|row| row.takes_prefix) {
            for (prefix, _, power) in PREFIXES {
                let symbol = format!("{prefix}{}", row.symbol);
                let expected = Some(enlarged(row.unit, power));
                let is_own = ROWS.iter().any(|other| other.symbol == symbol);
                assert!(is_own || find(&symbol) == expected, "{symbol}");
            }
        }
    }
}
