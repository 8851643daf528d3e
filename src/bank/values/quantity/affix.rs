//! Where a unit begins and ends beside a number: before it the currency, after it everything else.

use crate::bank::values::quantity::find::find;
use crate::bank::values::quantity::unit::Unit;

/// The unit in the text after a number; empty where there is nothing, `None` where that is no unit.
pub(crate) fn trailing(text: &str) -> Option<&str> {
    let unit = without_stop(text.trim_end_matches([',', ';', ' ']));
    // `5 km!` is a call, and `5!` a factorial.
    let unit = unit.strip_suffix('!').filter(|unit| unit.starts_with(char::is_alphabetic)).unwrap_or(unit).trim_end();
    let mut signs = unit.chars();
    let begins_well = match signs.next() {
        None => true,
        Some('/') => signs.next().is_some_and(char::is_alphabetic),
        // A product that was not worked out, such as `5x10`.
        // Digits in base 16, 8 or 2.
        Some('x' | 'X' | 'b' | 'o') => !signs.next().is_some_and(|next| next.is_ascii_digit()),
        Some('%' | '‰' | '°' | '#' | '℔') => true,
        // Feet and inches, or minutes and seconds of arc.
        Some(first @ ('\'' | '"')) => matches!((first, signs.as_str()), (_, "") | ('\'', "'")),
        Some(first) => first.is_alphabetic() || is_currency(first),
    };
    let holds_number = holds_number(unit);
    if is_reciprocal(unit) || (begins_well && !holds_number) { Some(unit) } else { None }
}

/// Whether a word of a unit is a number, but for the one of `m in 1 s`.
fn holds_number(unit: &str) -> bool {
    let mut before = "";
    unit.split(' ').any(|word| {
        let is_one = word == "1" && matches!(before, "in" | "per");
        before = word;
        word.starts_with(|sign: char| sign.is_ascii_digit()) && !is_one
    })
}

/// `1/s`.
fn is_reciprocal(unit: &str) -> bool {
    let below = unit.strip_prefix('1').and_then(|rest| rest.trim_start().strip_prefix('/'));
    below.is_some_and(|below| below.trim_start().starts_with(char::is_alphabetic) && !below.contains(' '))
}

/// The currency before a number, by its sign, code or name, and the number.
pub(crate) fn leading_currency(text: &str) -> (&str, &str) {
    let end = text.find(|sign: char| sign.is_ascii_digit() || matches!(sign, '-' | '+' | ',')).unwrap_or(text.len());
    let before = text[..end].trim_end().trim_end_matches('.').trim_end();
    let is_money = !before.is_empty() && before.len() <= LONGEST_CURRENCY && find(before).iter().any(Unit::is_money);
    // The point of `.5` is no part of what stands before it.
    let number = &text[before.len()..];
    let number = if number.trim_start().starts_with('.') && before.ends_with(char::is_alphabetic) {
        number.trim_start().trim_start_matches('.')
    } else {
        number
    };
    if is_money { (before, number.trim_start()) } else { ("", text) }
}

const LONGEST_CURRENCY: usize = 8;

/// The signs of currencies: Unicode's category `Sc` as far as the table has them, and those that begin as one does.
fn is_currency(sign: char) -> bool {
    matches!(sign, '$' | '¢' | '£' | '¤' | '¥' | '৳' | '฿' | '\u{20a0}'..='\u{20c0}')
}

/// Without outer spaces, the full stop of a sentence, and brackets around the whole.
pub(crate) fn without_stop(unit: &str) -> &str {
    let unit = unit.trim();
    let unit = unit.strip_suffix('.').unwrap_or(unit).trim_end();
    let bracketed =
        |open: char, close: char| unit.strip_prefix(open)?.strip_suffix(close).filter(|inner| !inner.contains(open));
    bracketed('(', ')').or_else(|| bracketed('[', ']')).map_or(unit, str::trim)
}
