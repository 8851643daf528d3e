//! Units: where one begins in a text, what it measures, and turning one into another. Reads no number.

use crate::bank::values::quantity::compound::{compound, glued};
use crate::bank::values::quantity::find::{find, in_any_case};
use crate::bank::values::quantity::plain::plain;
use crate::bank::values::quantity::scale;
use crate::bank::values::quantity::table::DIMENSIONS;
use crate::bank::wording::plain::Folding;

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
    /// Whose measure it is, where one name has two sizes.
    pub system: System,
}

/// Whose measure a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum System {
    /// Everybody's.
    Common,
    /// That of the United States.
    American,
    /// That of Britain.
    British,
}

impl Unit {
    pub const ONE: Self =
        Self { dimensions: [0; DIMENSIONS], factor: 1.0, power: 0, zero: 0.0, tag: "", system: System::Common };

    pub fn raised(self, exponent: i32) -> Self {
        if exponent == 1 {
            return self;
        }
        Self {
            dimensions: self.dimensions.map(|dimension| dimension * exponent),
            factor: self.factor.powi(exponent),
            power: self.power * exponent,
            // Euros an hour are no pounds an hour, although hertz and becquerels are both a count in a time.
            tag: if self.is_money() { self.tag } else { "" },
            ..Self::ONE
        }
    }

    pub fn times(self, other: Self) -> Self {
        let money = [self, other].into_iter().find(Self::is_money);
        let mut product = Self {
            factor: self.factor * other.factor,
            power: self.power + other.power,
            tag: money.map_or("", |money| money.tag),
            ..Self::ONE
        };
        for (index, dimension) in product.dimensions.iter_mut().enumerate() {
            *dimension = self.dimensions[index] + other.dimensions[index];
        }
        product
    }

    fn scaled(self, factor: f64) -> Self {
        Self { factor: self.factor * factor, ..self }
    }

    fn is_money(&self) -> bool {
        self.dimensions[DIMENSIONS - 1] != 0
    }

    fn is_number(&self) -> bool {
        self.dimensions == Self::ONE.dimensions
    }

    fn stands_for(&self, other: &Self) -> bool {
        let is_tag_alike = self.tag.is_empty() || other.tag.is_empty() || self.tag == other.tag;
        let is_system_alike =
            self.system == System::Common || other.system == System::Common || self.system == other.system;
        self.dimensions == other.dimensions && is_tag_alike && is_system_alike
    }
}

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
        Some('\'' | '"') => signs.next().is_none(),
        Some(first) => first.is_alphabetic() || is_currency(first),
    };
    let holds_number = unit.split(' ').any(|word| word.starts_with(|sign: char| sign.is_ascii_digit()));
    if is_reciprocal(unit) || (begins_well && !holds_number) { Some(unit) } else { None }
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

/// Whether `unit` is that of a currency alone.
pub(crate) fn is_money(unit: &str) -> bool {
    meanings(unit, false).iter().any(Unit::is_money)
}

/// Whether `unit` is known, or is made of units that are.
pub(crate) fn is_known(unit: &str) -> bool {
    !meanings(unit, false).is_empty()
}

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

/// Words that are no unit go by their letters; a word for a large number may stand before either.
fn words(value: f64, from: &str, to: &str, with_letters: bool) -> Vec<f64> {
    let (from_factors, from) = scale::leading(from, with_letters);
    let (to_factors, to) = scale::leading(to, false);
    let is_letter_alone = from.is_empty() && with_letters;
    if !is_letter_alone && !is_same_word(from, to) {
        return Vec::new();
    }
    from_factors.iter().flat_map(|from| to_factors.iter().map(move |to| value * from / to)).collect()
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

fn is_same_word(one: &str, other: &str) -> bool {
    let (one, other) = (folded(one), folded(other));
    one == other || singulars(&one).iter().any(|one| singulars(&other).contains(one))
}

fn folded(word: &str) -> String {
    Folding::LENIENT.of(word).base
}

/// The word itself, and what may be its singular.
fn singulars(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    forms.extend(word.strip_suffix('s').map(str::to_owned));
    forms.extend(word.strip_suffix("es").map(str::to_owned));
    forms.extend(word.strip_suffix("ies").map(|stem| format!("{stem}y")));
    let irregular = [
        ("people", "person"),
        ("children", "child"),
        ("men", "man"),
        ("women", "woman"),
        ("mice", "mouse"),
        ("feet", "foot"),
        ("teeth", "tooth"),
    ];
    forms.extend(irregular.iter().filter(|(many, _)| *many == word).map(|(_, one)| (*one).to_owned()));
    forms
}
