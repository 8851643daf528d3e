//! Units made of others: `kW h`, `m·s^-1`, `J/(kg K)`, `metres per second squared`, `sq ft`, and letters run together.

use crate::bank::values::quantity::find::{by_symbol, find};
use crate::bank::values::quantity::unit::Unit;
use crate::bank::wording::plain::Folding;

/// Ways to read a compound that are followed at once. A unit has a handful of parts, and hardly one is ambiguous.
const MOST_WAYS: usize = 16;
/// A unit with more parts than this is none.
const MOST_PARTS: usize = 12;

/// Everything that a compound of known units can mean; nothing where a part is not known.
///
/// All that follows a `/` stands below the line: textbooks write J/kg·K and mean it so.
pub(crate) fn compound(unit: &str) -> Vec<Unit> {
    products(unit, &|symbol, exponent| find(symbol).into_iter().map(|unit| unit.raised(exponent)).collect())
        .unwrap_or_default()
}

/// The same where symbols stand together without a sign between them and a power belongs to the last: `ms-2`, `kgm-3`,
/// `Nm-1`. Only for symbols as the table has them, and not for one that is a unit by itself and has no power.
pub(crate) fn glued(unit: &str) -> Vec<Unit> {
    if !by_symbol(unit).is_empty() {
        return Vec::new();
    }
    let meanings = |symbol: &str, exponent: i32| {
        let whole = by_symbol(symbol);
        if exponent == 1 && !whole.is_empty() {
            return whole;
        }
        let mut ways = Vec::new();
        segments(symbol, exponent, Unit::ONE, &mut ways);
        ways
    };
    products(unit, &meanings).unwrap_or_default()
}

/// Adds every product of symbols that the letters can be taken apart into, the last of them raised.
fn segments(letters: &str, exponent: i32, so_far: Unit, ways: &mut Vec<Unit>) {
    const LONGEST_LETTERS: usize = 12;
    if letters.is_empty() || letters.len() > LONGEST_LETTERS || ways.len() >= MOST_WAYS {
        return;
    }
    for (end, sign) in letters.char_indices() {
        let end = end + sign.len_utf8();
        let Some(unit) = by_symbol(&letters[..end]).first().copied() else { continue };
        if end == letters.len() {
            ways.push(so_far.times(unit.raised(exponent)));
        } else {
            segments(&letters[end..], exponent, so_far.times(unit), ways);
        }
    }
}

/// The products of all parts, in every way that `meanings` tells of a symbol with its power.
fn products(unit: &str, meanings: &dyn Fn(&str, i32) -> Vec<Unit>) -> Option<Vec<Unit>> {
    let mut products = vec![Unit::ONE];
    let (mut side, mut power_ahead, mut parts, mut has_unit) = (1, 1, 0, false);
    let mut rest = unit.strip_prefix('1').filter(|below| below.trim_start().starts_with('/')).unwrap_or(unit);
    // The last part with what stands before it, for a word behind it that raises it.
    let mut last: Option<(Vec<Unit>, &str, i32, i32)> = None;
    while !rest.is_empty() {
        parts += 1;
        if parts > MOST_PARTS {
            return None;
        }
        (side, rest) = separator(rest, side)?;
        if has_unit && let Some(below) = below_words(rest) {
            (side, rest) = (-1, below);
            continue;
        }
        let (name, after) = symbol(rest);
        // `m sq` is said as well as `sq m`.
        let is_last = after.trim().is_empty();
        match word(name) {
            Word::Ahead(power) if is_last && has_unit => {
                let (before, name, exponent, side) = last.take()?;
                products = combined(&before, &meanings(name, exponent * power), side)?;
                rest = "";
            }
            Word::Per => (side, rest) = (-1, after.trim_start()),
            Word::Ahead(power) => (power_ahead, rest) = (power, after.trim_start()),
            Word::Behind(power) => {
                let (before, name, exponent, side) = last.take()?;
                products = combined(&before, &meanings(name, exponent * power), side)?;
                rest = after.trim_start();
            }
            Word::Unit => {
                let (exponent, after) = exponent(after)?;
                let (name, prefix_power) = without_power_prefix(name);
                let exponent = exponent * power_ahead * prefix_power;
                let before = products;
                products = combined(&before, &meanings(name, exponent), side)?;
                last = Some((before, name, exponent, side));
                (power_ahead, rest, has_unit) = (1, after, true);
            }
        }
    }
    (power_ahead == 1 && has_unit).then_some(products)
}

/// Every product with every unit, above the line or below; `None` where there is no unit.
fn combined(products: &[Unit], units: &[Unit], side: i32) -> Option<Vec<Unit>> {
    let all = products.iter().flat_map(|product| units.iter().map(move |unit| product.times(unit.raised(side))));
    let all: Vec<Unit> = all.take(MOST_WAYS).collect();
    if all.is_empty() { None } else { Some(all) }
}

/// What follows words that say "per" otherwise, as in `miles a second`, `metres in each second` or `km à l'heure`.
fn below_words(text: &str) -> Option<&str> {
    const SAID: [&str; 24] = [
        "a ",
        "an ",
        "each ",
        "every ",
        "for each ",
        "for every ",
        "in a ",
        "in an ",
        "in one ",
        "in 1 ",
        "in each ",
        "in every ",
        "per one ",
        "per 1 ",
        "je ",
        "in der ",
        "in einer ",
        "à l'",
        "a l'",
        "all'",
        "al ",
        "alla ",
        "a la ",
        "i ",
    ];
    let rest = SAID.iter().find_map(|words| {
        let (head, rest) = text.split_at_checked(words.len())?;
        head.eq_ignore_ascii_case(words).then(|| rest.trim_start())
    })?;
    rest.starts_with(char::is_alphabetic).then_some(rest)
}

/// What a word in a compound is.
enum Word {
    Unit,
    /// All that follows stands below the line.
    Per,
    /// The unit that follows is raised.
    Ahead(i32),
    /// The unit before is raised.
    Behind(i32),
}

fn word(symbol: &str) -> Word {
    // Symbols are short: this is about words alone.
    if symbol.len() < 2 {
        return Word::Unit;
    }
    let folded = Folding::LENIENT.of(symbol).base;
    match folded.trim_end_matches('.') {
        "per" | "an" | "pro" | "par" | "por" | "na" | "в" => Word::Per,
        "sq" | "square" | "vierkante" | "kvadrat" | "кв" => Word::Ahead(2),
        "cu" | "cubic" | "kubieke" | "куб" => Word::Ahead(3),
        "квадратный" | "квадратных" | "квадратные" => Word::Ahead(2),
        "кубический" | "кубических" | "кубические" => Word::Ahead(3),
        "squared" | "carre" | "carres" | "cuadrado" | "cuadrados" | "quadrado" | "quadrados" | "quadrato"
        | "quadrati" | "kwadratowy" | "kwadratowych" | "kwadratowe" => Word::Behind(2),
        "cubed" | "cube" | "cubes" | "cubico" | "cubicos" | "cubo" | "cubi" | "szescienny" | "szesciennych" => {
            Word::Behind(3)
        }
        _ => Word::Unit,
    }
}

/// `Meter` of `Quadratmeter`, with 2.
fn without_power_prefix(symbol: &str) -> (&str, i32) {
    const PREFIXES: [(&str, i32); 6] =
        [("quadrat", 2), ("kubik", 3), ("kvadrat", 2), ("square", 2), ("cubic", 3), ("quadr", 2)];
    for (prefix, power) in PREFIXES {
        if let Some((head, rest)) = symbol.split_at_checked(prefix.len())
            && head.eq_ignore_ascii_case(prefix)
            && !rest.is_empty()
        {
            return (rest, power);
        }
    }
    (symbol, 1)
}

/// Steps over what parts two units. Brackets may only hold all that is below the line.
fn separator(text: &str, side: i32) -> Option<(i32, &str)> {
    let text = text.trim_start();
    let Some(below) = text.strip_prefix('/') else {
        let text = text
            .strip_prefix('*')
            .or_else(|| text.strip_prefix('.'))
            .or_else(|| text.strip_prefix('-'))
            .unwrap_or(text);
        return Some((side, text.trim_start()));
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
        // A power, or what parts two units.
        '-' | '+' | '.' if at > 0 => {
            text[at + 1..].starts_with(|next: char| next.is_ascii_digit() || next.is_alphabetic())
        }
        _ => false,
    };
    let end = text.char_indices().find(|place| is_end(*place)).map_or(text.len(), |(at, _)| at);
    text.split_at(end)
}

/// `^-2`, `**2`, `-2` or `2`, of one digit; 1 where there is none.
fn exponent(text: &str) -> Option<(i32, &str)> {
    let raised = text.strip_prefix('^').or_else(|| text.strip_prefix("**")).unwrap_or(text);
    let (raised, closing) =
        match raised.strip_prefix('(').filter(|inner| inner.len() < text.len() && raised.len() < text.len()) {
            Some(inner) => (inner, true),
            None => (raised, false),
        };
    let signed = raised.strip_prefix(['-', '+']).unwrap_or(raised);
    let Some(digit) = signed.chars().next().and_then(|sign| sign.to_digit(10)) else {
        return Some((1, text));
    };
    let rest = &signed[1..];
    let rest = if closing { rest.strip_prefix(')')? } else { rest };
    let size = i32::try_from(digit).ok()?;
    let exponent = if raised.starts_with('-') { -size } else { size };
    Some((exponent, rest))
}
