//! Knows how people write numbers that RON does not read, and what to write instead. Reads no unit.

use crate::syntax::words::Words;
use ron::error::Error;

/// A number that is not written as RON has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberSlip {
    /// As it stands there.
    pub found: Box<str>,
    /// As it is written in a bank; `None` where that cannot be known.
    pub write: Option<Box<str>>,
    /// What is wrong with it.
    pub cause: NumberCause,
}

/// What is wrong with how a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NumberCause {
    /// `1 000`, `1'000`, `1.000.000`.
    Groups,
    /// `100 200` in a list, where a comma may be missing too.
    GroupsInList,
    /// `1,5`.
    DecimalComma,
    /// `2,850`, which is 2850 or 2.850.
    GroupOrDecimal,
    /// `−5`, or a space after the minus.
    Minus,
    /// `0x10`.
    Base,
    /// `½`, `1/2`.
    Fraction,
    /// `5×10^3`.
    Power,
    /// `~5`.
    About,
    /// Digits of another script.
    OtherDigits,
}

impl NumberSlip {
    /// What stands there and what to write.
    pub(crate) fn words(&self) -> Words {
        let write = self.write.as_deref().unwrap_or_default();
        let help = match self.cause {
            NumberCause::Groups => format!("write `{write}`, with nothing between the digits"),
            NumberCause::GroupsInList => format!("write `{write}`, or a comma where a number ends"),
            NumberCause::DecimalComma => format!("write `{write}`, with a point for decimals"),
            NumberCause::GroupOrDecimal => {
                let (whole, decimals) = write.split_at(write.len().saturating_sub(3));
                format!("write `{write}`, or `{whole}.{decimals}` if the comma begins the decimals")
            }
            NumberCause::Minus => format!("write `{write}`, with the plain minus `-` right before it"),
            NumberCause::Base => format!("write `{write}`, in decimal digits"),
            NumberCause::Fraction => format!("write `{write}`, as a decimal"),
            NumberCause::Power => format!("write `{write}`, with an `e` before the power of ten"),
            NumberCause::About => format!("write `{write}`, and in `tolerance` how far off is still right"),
            NumberCause::OtherDigits => "write it in the digits 0 to 9".to_owned(),
        };
        Words::new(format!("`{}` is not how a number is written here", self.found), help)
    }
}

/// Longer texts are no numbers.
const MOST_BYTES: usize = 40;

/// The number around `at`, where the reader stumbled over how it is written, and where it begins.
pub(crate) fn number_slip(text: &str, at: usize, code: &Error, is_in_list: bool) -> Option<(usize, NumberSlip)> {
    let is_about_numbers = matches!(
        code,
        Error::ExpectedComma
            | Error::ExpectedFloat
            | Error::ExpectedInteger
            | Error::ExpectedIdentifier
            | Error::ExpectedArrayEnd
            | Error::ExpectedStructLikeEnd
            | Error::InvalidIdentifier(_)
            | Error::SuggestRawIdentifier(_)
            | Error::UnexpectedChar(_)
    );
    let start = if is_about_numbers { start(text, at, is_in_list)? } else { return None };
    let found = &text[start..end(text, start, is_in_list)];
    let found = found.trim_end();
    let (cause, write) = meant(found).filter(|_| found.len() <= MOST_BYTES)?;
    let cause = if is_in_list && cause == NumberCause::Groups { NumberCause::GroupsInList } else { cause };
    Some((start, NumberSlip { found: found.into(), write: write.map(Into::into), cause }))
}

/// Where the number begins that `at` lies in or at: right behind a colon, or in a list.
fn start(text: &str, at: usize, is_in_list: bool) -> Option<usize> {
    let mut start = at;
    let mut after = text[at..].chars().next()?;
    for (place, sign) in text[..at].char_indices().rev() {
        let is_part = match sign {
            ',' => !is_in_list && after.is_ascii_digit(),
            _ => sign == ' ' || is_number_sign(sign),
        };
        if !is_part || at - place > MOST_BYTES {
            break;
        }
        (start, after) = (place, sign);
    }
    let blank = text[start..].len() - text[start..].trim_start_matches(' ').len();
    let before = text[..start].trim_end();
    let is_value = before.ends_with(':') || (is_in_list && before.ends_with(['[', ',']));
    is_value.then_some(start + blank)
}

fn end(text: &str, start: usize, is_in_list: bool) -> usize {
    let rest = &text[start..];
    let is_end = |(at, sign): &(usize, char)| match sign {
        ')' | ']' | '}' | '"' | ':' | '\n' | '\r' => true,
        '/' => rest[at + 1..].starts_with(['/', '*']),
        ',' => is_in_list || !rest[at + 1..].starts_with(|next: char| next.is_ascii_digit()),
        _ => false,
    };
    rest.char_indices().find(is_end).map_or(text.len(), |(at, _)| start + at)
}

fn is_number_sign(sign: char) -> bool {
    sign.is_numeric()
        || is_group_mark(sign)
        || is_minus(sign)
        || matches!(sign, '.' | '·' | '+' | '~' | '≈' | '/' | '^' | '×' | '*')
}

/// Spaces and apostrophes.
fn is_group_mark(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' | '\'' | '’' | '‘' | '´' | '`')
}

fn is_minus(sign: char) -> bool {
    matches!(sign, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}')
}

/// What is wrong with a number and how it is written right; `None` for no number, and for one with nothing wrong.
fn meant(found: &str) -> Option<(NumberCause, Option<String>)> {
    let bare = found.trim_start_matches(['~', '≈', ' ']);
    if bare.len() < found.len() {
        let inner = meant(bare);
        if matches!(inner, Some((NumberCause::GroupOrDecimal, _))) {
            return inner;
        }
        let write = inner.map_or_else(|| is_plain(bare).then(|| bare.to_owned()), |(_, write)| write)?;
        return Some((NumberCause::About, Some(write)));
    }
    let unsigned = found.trim_start_matches(|sign| is_minus(sign) || sign == '+').trim_start();
    let sign = &found[..found.len() - unsigned.len()];
    let minus = if sign.contains(is_minus) { "-" } else { "" };
    if let Some((cause, write)) = meant_unsigned(unsigned) {
        return Some((cause, write.map(|write| format!("{minus}{write}"))));
    }
    let is_sign_plain = matches!(sign, "" | "-" | "+");
    (!is_sign_plain && is_plain(unsigned)).then(|| (NumberCause::Minus, Some(format!("{minus}{unsigned}"))))
}

fn is_plain(number: &str) -> bool {
    number.starts_with(|sign: char| sign.is_ascii_digit() || sign == '.') && number.parse::<f64>().is_ok()
}

fn meant_unsigned(number: &str) -> Option<(NumberCause, Option<String>)> {
    if let Some(value) = of_other_base(number) {
        return Some((NumberCause::Base, Some(value.to_string())));
    }
    if let Some(value) = fraction(number) {
        return Some((NumberCause::Fraction, Some(value.to_string())));
    }
    if let Some(write) = power(number) {
        return Some((NumberCause::Power, Some(write)));
    }
    let is_other_digit = |sign: char| sign.is_numeric() && !sign.is_ascii_digit();
    if number.starts_with(is_other_digit) && number.chars().all(|sign| is_other_digit(sign) || ".,٫٬ ".contains(sign))
    {
        return Some((NumberCause::OtherDigits, None));
    }
    grouped(number).map(|(cause, write)| (cause, Some(write)))
}

fn of_other_base(number: &str) -> Option<u64> {
    let lower = number.to_ascii_lowercase();
    let bases = [("0x", 16), ("0o", 8), ("0b", 2)];
    bases.iter().find_map(|(prefix, base)| u64::from_str_radix(lower.strip_prefix(prefix)?, *base).ok())
}

/// `½`, `1½`, `1/2`, `1 1/2`.
fn fraction(number: &str) -> Option<f64> {
    const SIGNS: [(char, f64); 15] = [
        ('½', 1.0 / 2.0),
        ('⅓', 1.0 / 3.0),
        ('⅔', 2.0 / 3.0),
        ('¼', 1.0 / 4.0),
        ('¾', 3.0 / 4.0),
        ('⅕', 1.0 / 5.0),
        ('⅖', 2.0 / 5.0),
        ('⅗', 3.0 / 5.0),
        ('⅘', 4.0 / 5.0),
        ('⅙', 1.0 / 6.0),
        ('⅚', 5.0 / 6.0),
        ('⅛', 1.0 / 8.0),
        ('⅜', 3.0 / 8.0),
        ('⅝', 5.0 / 8.0),
        ('⅞', 7.0 / 8.0),
    ];
    let whole = |digits: &str| if digits.is_empty() { Some(0) } else { digits.trim_end().parse::<u32>().ok() };
    let by_sign = |(sign, value): &(char, f64)| Some(f64::from(whole(number.strip_suffix(*sign)?)?) + value);
    if let Some(value) = SIGNS.iter().find_map(by_sign) {
        return Some(value);
    }
    let (above, below) = number.split_once('/')?;
    let (whole_part, above) = above.trim_end().rsplit_once(' ').unwrap_or(("", above));
    let (above, below): (u32, u32) = (above.trim().parse().ok()?, below.trim().parse().ok()?);
    (below > 0).then(|| Some(f64::from(whole(whole_part)?) + f64::from(above) / f64::from(below)))?
}

/// `5×10^3`, `10³`, as `5e3` and `1e3`.
fn power(number: &str) -> Option<String> {
    let base_end = number.find('^').unwrap_or(number.len());
    let at = number[..base_end].rfind("10")?;
    let (before, after) = (number[..at].trim_end(), &number[at + 2..]);
    let factor = match before.strip_suffix(['×', '·', '*', 'x']) {
        Some(factor) => factor.trim_end(),
        None if before.is_empty() => "1",
        None => return None,
    };
    let exponent = after.strip_prefix('^').map_or_else(|| lowered(after), |after| Some(after.trim().to_owned()))?;
    let exponent: String = exponent.chars().map(|sign| if is_minus(sign) { '-' } else { sign }).collect();
    let factor = match grouped(factor) {
        // Two numbers could be meant.
        Some((NumberCause::GroupOrDecimal, _)) => return None,
        Some((_, write)) => write,
        None => is_plain(factor).then(|| factor.to_owned())?,
    };
    exponent.parse::<i32>().ok().map(|exponent| format!("{factor}e{exponent}"))
}

/// Raised digits as digits; `None` for anything else.
fn lowered(raised: &str) -> Option<String> {
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let digit = |sign: char| match sign {
        '⁻' => Some('-'),
        _ => RAISED.chars().zip('0'..='9').find(|(known, _)| *known == sign).map(|(_, digit)| digit),
    };
    (!raised.is_empty()).then(|| raised.chars().map(digit).collect())?
}

/// Digits with marks between them that cannot stand there.
fn grouped(number: &str) -> Option<(NumberCause, String)> {
    let groups: Vec<&str> = number.split(|sign: char| !sign.is_ascii_digit()).collect();
    let marks: Vec<char> = number.chars().filter(|sign| !sign.is_ascii_digit()).collect();
    let is_digits = groups.iter().all(|group| !group.is_empty());
    let is_mark = |mark: &char| is_group_mark(*mark) || matches!(mark, '.' | ',' | '·');
    if marks.is_empty() || marks == ['.'] || !is_digits || !marks.iter().all(is_mark) {
        return None;
    }
    let point = marks.len() - 1;
    let is_point = !is_group_mark(marks[point]) && !marks[..point].contains(&marks[point]);
    if !is_point {
        return is_in_threes(&groups).then(|| (NumberCause::Groups, groups.concat()));
    }
    let (whole, decimals) = (&groups[..=point], groups[point + 1]);
    if whole.len() > 1 && !is_in_threes(whole) {
        return None;
    }
    let can_be_group = whole[0].len() <= 3 && !whole[0].starts_with('0');
    if marks == [','] && decimals.len() == 3 && can_be_group {
        return Some((NumberCause::GroupOrDecimal, groups.concat()));
    }
    let cause = if marks[point] == '.' { NumberCause::Groups } else { NumberCause::DecimalComma };
    Some((cause, format!("{}.{decimals}", whole.concat())))
}

fn is_in_threes(groups: &[&str]) -> bool {
    groups.first().is_some_and(|first| first.len() <= 3) && groups.iter().skip(1).all(|group| group.len() == 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(found: &str, expected: &str) {
        let (cause, write) = meant(found).unwrap_or_else(|| panic!("{found} is a slip"));
        let slip = NumberSlip { found: found.into(), write: write.map(Into::into), cause };
        let told = slip.words().to_string();
        assert_eq!(told, format!("`{found}` is not how a number is written here: {expected}"));
    }

    #[test]
    fn what_to_write_is_told_for_every_way_to_write_a_number() {
        check("1 000", "write `1000`, with nothing between the digits");
        check("1\u{202f}000", "write `1000`, with nothing between the digits");
        check("1’000'000", "write `1000000`, with nothing between the digits");
        check("1,000,000", "write `1000000`, with nothing between the digits");
        check("1 000.5", "write `1000.5`, with nothing between the digits");
        check("1,5", "write `1.5`, with a point for decimals");
        check("1.234,5", "write `1234.5`, with a point for decimals");
        check("2,850", "write `2850`, or `2.850` if the comma begins the decimals");
        check("0,125", "write `0.125`, with a point for decimals");
        check("1234,567", "write `1234.567`, with a point for decimals");
        check("−2,850", "write `-2850`, or `-2.850` if the comma begins the decimals");
        check("~2,850", "write `2850`, or `2.850` if the comma begins the decimals");
        check("5×10^10", "write `5e10`, with an `e` before the power of ten");
        check("10^-10", "write `1e-10`, with an `e` before the power of ten");
        check("1·5", "write `1.5`, with a point for decimals");
        check("−5", "write `-5`, with the plain minus `-` right before it");
        check("- 5", "write `-5`, with the plain minus `-` right before it");
        check("–1,5", "write `-1.5`, with a point for decimals");
        check("0x10", "write `16`, in decimal digits");
        check("0b101", "write `5`, in decimal digits");
        check("½", "write `0.5`, as a decimal");
        check("1 1/2", "write `1.5`, as a decimal");
        check("10^3", "write `1e3`, with an `e` before the power of ten");
        check("5,9×10⁻⁷", "write `5.9e-7`, with an `e` before the power of ten");
        check("~5", "write `5`, and in `tolerance` how far off is still right");
        check("٣٫٥", "write it in the digits 0 to 9");
        check("５", "write it in the digits 0 to 9");
    }

    #[test]
    fn what_is_a_number_already_or_none_is_no_slip() {
        for found in ["5", "-5", "+5", "1.5", "5e3", "1 5", "12 34", "5 km", "five", "1,2,3", "", "-", "1/0", "100^2"] {
            assert_eq!(meant(found), None, "{found}");
        }
    }
}
