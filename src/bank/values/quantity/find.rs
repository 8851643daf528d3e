//! Looks a symbol or a name up among the units that are known. Compounds are taken apart elsewhere.

use crate::bank::values::quantity::table::{BINARY_PREFIXES, PREFIXES, ROWS};
use crate::bank::values::quantity::unit::Unit;
use crate::bank::wording::plain::Folding;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Every unit that a symbol or a name can be, the likeliest first; none where there is no such unit.
///
/// Symbols are taken as written first: `mJ` is not `MJ`. A symbol that no unit has is then looked up as a name, in any
/// case, in the plural too, and with a prefix before it in full or as a sign (`kilo-ohm`, `kohm`); then it is forgiven its
/// case, of the unit (`Mj` is MJ), of the prefix (`KB` is kB) or of both (`gHZ` is GHz); then a plural's `s` (`kgs`). So a
/// `K` is kelvin and never means kilo where kelvin can be meant. What one of these ways finds, the next is not asked for.
pub(crate) fn find(symbol: &str) -> Vec<Unit> {
    if symbol.len() > LONGEST_BYTES {
        return Vec::new();
    }
    let mut found = by_symbol(symbol);
    if found.is_empty() {
        found = by_name(symbol);
    }
    if found.is_empty() {
        found = in_any_case(symbol);
    }
    if found.is_empty()
        && let Some(singular) = symbol.strip_suffix(['s', 'S']).filter(|singular| singular.chars().count() > 1)
    {
        found = by_symbol(singular);
        if found.is_empty() {
            found = in_any_case(singular);
        }
    }
    found
}

/// No unit has a longer name.
const LONGEST_BYTES: usize = 64;

/// A symbol exactly as the table has it, alone first and then after a prefix.
pub(crate) fn by_symbol(symbol: &str) -> Vec<Unit> {
    let rows = |symbol: &str| INDEX.symbols.get(symbol).map_or(&[][..], Vec::as_slice);
    let mut found: Vec<Unit> = rows(symbol).iter().map(|row| ROWS[*row].unit).collect();
    for (prefix, _, power) in PREFIXES {
        let Some(rest) = symbol.strip_prefix(prefix) else { continue };
        found.extend(prefixed(rows(rest)).map(|unit| enlarged(unit, power)));
    }
    if symbol.as_bytes().get(1) == Some(&b'i') {
        for (prefix, _, power) in BINARY_PREFIXES {
            let Some(rest) = symbol.strip_prefix(prefix) else { continue };
            found.extend(prefixed(rows(rest)).map(|unit| doubled(unit, power)));
        }
    }
    found
}

fn prefixed(rows: &[usize]) -> impl Iterator<Item = Unit> {
    rows.iter().map(|row| &ROWS[*row]).filter(|row| row.takes_prefix).map(|row| row.unit)
}

fn by_name(symbol: &str) -> Vec<Unit> {
    let name = name_key(symbol);
    let rows = |name: &str| -> Vec<usize> {
        let known = |name: &str| INDEX.names.get(name).cloned();
        let endings = ["s", "es", "n", "en", "e"];
        let singular = || endings.iter().filter_map(|ending| name.strip_suffix(ending)).find_map(known);
        known(name).or_else(singular).unwrap_or_default()
    };
    let found: Vec<Unit> = rows(&name).iter().map(|row| ROWS[*row].unit).collect();
    if !found.is_empty() {
        return found;
    }
    let full = PREFIXES.iter().find_map(|(_, prefix, power)| {
        let spellings = [*prefix].into_iter().chain(spelled_otherwise(prefix).iter().copied());
        spellings.filter_map(|prefix| name.strip_prefix(prefix)).find_map(|rest| {
            let found: Vec<Unit> = prefixed(&rows(rest)).map(|unit| enlarged(unit, *power)).collect();
            (!found.is_empty()).then_some(found)
        })
    });
    let binary = || {
        BINARY_PREFIXES.iter().find_map(|(_, prefix, power)| {
            let found: Vec<Unit> =
                prefixed(&rows(name.strip_prefix(prefix)?)).map(|unit| doubled(unit, *power)).collect();
            (!found.is_empty()).then_some(found)
        })
    };
    // A sign before a name keeps its case: mohm is not Mohm. A large K is the only one of its letter.
    let sign = || {
        PREFIXES.iter().find_map(|(prefix, _, power)| {
            let large = || symbol.strip_prefix('K').filter(|_| *prefix == "k");
            let rest = name_key(symbol.strip_prefix(prefix).or_else(large)?);
            let found: Vec<Unit> = prefixed(&rows(&rest)).map(|unit| enlarged(unit, *power)).collect();
            (!found.is_empty()).then_some(found)
        })
    };
    full.or_else(binary).or_else(sign).unwrap_or_default()
}

/// The prefixes of other languages, where they differ.
fn spelled_otherwise(prefix: &str) -> &'static [&'static str] {
    match prefix {
        // Before a vowel: megohm, kilohm, microhm.
        "mega" => &["мега", "meg"],
        "kilo" => &["quilo", "chilo", "кило", "kil"],
        "hecto" => &["hekto", "etto", "гекто"],
        "deca" => &["deka"],
        "deci" => &["dezi", "decy", "деци"],
        "centi" => &["zenti", "centy", "санти"],
        "milli" => &["mili", "милли"],
        "micro" => &["mikro", "микро", "micr"],
        _ => &[],
    }
}

pub(crate) fn in_any_case(symbol: &str) -> Vec<Unit> {
    let lower = symbol.to_lowercase();
    let rows = |symbol: &str| INDEX.folded_symbols.get(symbol).map_or(&[][..], Vec::as_slice);
    let mut found: Vec<Unit> = rows(&lower).iter().map(|row| ROWS[*row].unit).collect();
    let mut add = |is_prefix: &dyn Fn(&str, &str) -> bool, is_exact: bool| {
        for (prefix, _, power) in PREFIXES {
            let Some((head, rest)) = symbol.split_at_checked(prefix.len()) else { continue };
            if !is_prefix(prefix, head) {
                continue;
            }
            let rows = if is_exact {
                INDEX.symbols.get(rest).map_or(&[][..], Vec::as_slice)
            } else {
                INDEX.folded_symbols.get(&rest.to_lowercase()).map_or(&[][..], Vec::as_slice)
            };
            found.extend(prefixed(rows).map(|unit| enlarged(unit, power)));
        }
    };
    add(&|prefix, head| prefix == head, false);
    add(&|prefix, head| prefix.eq_ignore_ascii_case(head), true);
    add(&|prefix, head| prefix.eq_ignore_ascii_case(head), false);
    // Of two sizes of one kind the first is meant: `mj` is mJ and not MJ.
    let mut kinds = Vec::new();
    found.retain(|unit| {
        let is_new = !kinds.contains(&(unit.dimensions, unit.tag, unit.system));
        kinds.push((unit.dimensions, unit.tag, unit.system));
        is_new
    });
    found
}

/// A name as the index has it: case, accents, spaces, hyphens and stops put aside.
fn name_key(name: &str) -> String {
    let mut key = Folding::LENIENT.of(name).base;
    key.retain(|sign| !matches!(sign, ' ' | '-' | '.'));
    key
}

fn enlarged(unit: Unit, power: i32) -> Unit {
    Unit { power: unit.power + power, ..unit }
}

fn doubled(unit: Unit, power: i32) -> Unit {
    Unit { factor: unit.factor * 2_f64.powi(power), ..unit }
}

struct Index {
    symbols: HashMap<&'static str, Vec<usize>>,
    folded_symbols: HashMap<String, Vec<usize>>,
    names: HashMap<String, Vec<usize>>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index { symbols: HashMap::new(), folded_symbols: HashMap::new(), names: HashMap::new() };
    for (row, entry) in ROWS.iter().enumerate() {
        for symbol in entry.symbols.split('|') {
            index.symbols.entry(symbol).or_default().push(row);
            let folded = index.folded_symbols.entry(symbol.to_lowercase()).or_default();
            if !folded.contains(&row) {
                folded.push(row);
            }
        }
        for name in entry.names.split('|').filter(|name| !name.is_empty()) {
            let rows = index.names.entry(name_key(name)).or_default();
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
    }
    index
});

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn symbols_and_names_that_stand_twice_are_of_another_kind_or_another_country() {
        let is_known = |one: &Unit, other: &Unit| {
            one.dimensions != other.dimensions || one.system != other.system || one.tag != other.tag
        };
        for (name, rows) in INDEX
            .symbols
            .iter()
            .map(|(name, rows)| (name.to_string(), rows))
            .chain(INDEX.names.iter().map(|(name, rows)| (name.clone(), rows)))
        {
            let units: Vec<Unit> = rows.iter().map(|row| ROWS[*row].unit).collect();
            for (at, one) in units.iter().enumerate() {
                assert!(units[..at].iter().all(|other| is_known(one, other)), "{name}");
            }
            assert_eq!(rows.iter().collect::<HashSet<_>>().len(), rows.len(), "{name}");
        }
    }

    #[test]
    fn no_symbol_hides_a_prefixed_one_of_another_size() {
        for row in ROWS.iter().filter(|row| row.takes_prefix) {
            for (prefix, _, power) in PREFIXES {
                for own in row.symbols.split('|') {
                    let symbol = format!("{prefix}{own}");
                    assert!(find(&symbol).contains(&enlarged(row.unit, power)), "{symbol}");
                }
            }
        }
    }
}
