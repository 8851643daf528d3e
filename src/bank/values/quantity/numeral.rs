//! The number at the beginning of a text, in every way that it can be read. Knows no units.

/// Every finite value that the number at the beginning of `text` can have, and the text after it; `None` where no
/// number stands there. `text` is in plain form.
pub(crate) fn leading(text: &str) -> Option<(Vec<f64>, &str)> {
    let (sign, text) = sign(text);
    let factor = if sign == "-" { -1.0 } else { 1.0 };
    let (values, rest) = unsigned(text.trim_start());
    let (values, rest) = match mixed(&values, text.trim_start(), rest) {
        Some(mixed) => mixed,
        None => divided(values, rest),
    };
    let mut values: Vec<f64> =
        values.into_iter().map(|value| factor * value).filter(|value| value.is_finite()).collect();
    values.dedup();
    if values.is_empty() { None } else { Some((values, rest)) }
}

/// A number without a sign: digits in groups, with a power of ten.
fn unsigned(text: &str) -> (Vec<f64>, &str) {
    let (groups, rest) = Groups::leading(text);
    let (decimals, rest) = match (groups.is_ten(), raised(rest)) {
        (true, Some((power, rest))) => (vec![format!("1e{power}")], rest),
        _ => with_power(groups.readings(), rest),
    };
    (decimals.iter().filter_map(|decimal| decimal.parse().ok()).collect(), rest)
}

/// A whole number and a fraction beside it, such as `1 1/2`. The fraction must be below one: `1 5/2` is a slip.
fn mixed<'t>(values: &[f64], text: &str, rest: &'t str) -> Option<(Vec<f64>, &'t str)> {
    let whole_length = text.len() - rest.len();
    let is_whole = values.len() == 1
        && text[..whole_length].bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'\''));
    // `5-1/2` as well, as carpenters write it.
    let fraction = rest.strip_prefix([' ', '-'])?.trim_start();
    let (numerator, after) = digits(fraction);
    let (denominator, after) = digits(after.trim_start().strip_prefix('/')?.trim_start());
    let (numerator, denominator): (f64, f64) = (numerator.parse().ok()?, denominator.parse().ok()?);
    (is_whole && numerator < denominator).then(|| (vec![values[0] + numerator / denominator], after))
}

/// The numbers divided by the one that follows a `/`, in every way that it can be read.
fn divided(values: Vec<f64>, text: &str) -> (Vec<f64>, &str) {
    let Some(after) = text.trim_start().strip_prefix('/') else { return (values, text) };
    let (divisors, rest) = unsigned(after.trim_start());
    if divisors.is_empty() {
        return (values, text);
    }
    (values.iter().flat_map(|value| divisors.iter().map(move |divisor| value / divisor)).collect(), rest)
}

/// Runs of digits and the marks between them: `1.234,5` is `1`, `234` and `5` with `.` and `,`.
struct Groups<'t> {
    /// One more than there are marks. Only the first may be empty (`.5`).
    digits: Vec<&'t str>,
    /// Each `.`, `,`, apostrophe, space or `_`.
    marks: Vec<char>,
}

impl<'t> Groups<'t> {
    fn leading(text: &'t str) -> (Self, &'t str) {
        let (first, mut rest) = digits(text);
        let mut groups = Groups { digits: vec![first], marks: Vec::new() };
        while let Some(mark) = rest.chars().next().filter(|mark| matches!(mark, '.' | ',' | '\'' | ' ' | '_')) {
            let (group, after) = digits(&rest[1..]);
            let belongs = if is_point(mark) { !group.is_empty() } else { group.len() == 3 };
            if !belongs {
                break;
            }
            groups.digits.push(group);
            groups.marks.push(mark);
            rest = after;
        }
        (groups, rest)
    }

    fn is_ten(&self) -> bool {
        self.digits == ["10"]
    }

    /// As decimal numbers that Rust reads; a point before the last three digits comes first.
    fn readings(&self) -> Vec<String> {
        self.with_point().into_iter().chain(whole(&self.digits, &self.marks)).collect()
    }

    /// With the last `.` or `,` as the decimal point, if nothing speaks against it.
    fn with_point(&self) -> Option<String> {
        let point = self.marks.iter().rposition(|mark| is_point(*mark))?;
        if self.marks[..point].contains(&self.marks[point]) {
            return None;
        }
        let fraction = &self.digits[point + 1..];
        // Behind the point only spaces group, in threes (BIPM, SI Brochure, 5.4.4).
        if fraction.len() > 1 && fraction.iter().any(|group| group.len() != 3) {
            return None;
        }
        let before = &self.digits[..=point];
        let before = if before == [""] { "0".into() } else { whole(before, &self.marks[..point])? };
        Some(format!("{before}.{}", fraction.concat()))
    }
}

/// The digits as one whole number, if they are grouped as thousands are: in threes, or in twos before the last three
/// as in India (`12,34,567`), always by the same mark, and not after a zero.
fn whole(digits: &[&str], marks: &[char]) -> Option<String> {
    let [first, middle @ .., last] = digits else { return digits.first().and_then(|only| non_empty(only)) };
    let is_grouped = marks.iter().all(|mark| *mark == marks[0])
        && (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && last.len() == 3
        && (middle.iter().all(|group| group.len() == 3)
            || first.len() < 3 && middle.iter().all(|group| group.len() == 2));
    if is_grouped { Some(digits.concat()) } else { None }
}

fn non_empty(digits: &str) -> Option<String> {
    if digits.is_empty() { None } else { Some(digits.to_owned()) }
}

/// The numbers times the power of ten that follows, such as `e7` or `×10^7`.
fn with_power(decimals: Vec<String>, text: &str) -> (Vec<String>, &str) {
    match letter_power(text).or_else(|| times_ten(text)) {
        Some((power, rest)) => (decimals.iter().map(|decimal| format!("{decimal}e{power}")).collect(), rest),
        None => (decimals, text),
    }
}

fn letter_power(text: &str) -> Option<(String, &str)> {
    power(text.trim_start().strip_prefix(['e', 'E'])?)
}

fn times_ten(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start().strip_prefix(['*', 'x', 'X'])?;
    raised(text.trim_start().strip_prefix("10")?)
}

/// `^7`, `^-7`, `**7` or `^(7)`.
fn raised(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start();
    let text = text.strip_prefix('^').or_else(|| text.strip_prefix("**"))?.trim_start();
    match text.strip_prefix('(') {
        Some(inner) => {
            let (power, rest) = power(inner)?;
            Some((power, rest.strip_prefix(')')?))
        }
        None => power(text),
    }
}

/// A whole number with an optional sign, as text: parsing the whole decimal later rounds once only.
fn power(text: &str) -> Option<(String, &str)> {
    let (sign, text) = sign(text);
    let (power, rest) = digits(text);
    if power.is_empty() { None } else { Some((format!("{sign}{power}"), rest)) }
}

fn sign(text: &str) -> (&str, &str) {
    let length = usize::from(text.starts_with(['-', '+']));
    text.split_at(length)
}

fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(text.len()))
}

fn is_point(mark: char) -> bool {
    matches!(mark, '.' | ',')
}
