//! Names, numbers and dates as they stand in a sentence. Knows English alone, and no fact.

use crate::bank::values::quantity;
use crate::bank::wording::article::takes_an;
use crate::facts::generate::sentence::Form;
use crate::facts::{Entity, Quantity, When};

/// A name and how it is used.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Name {
    /// Without "the".
    pub bare: Box<str>,
    /// Whether "the" stands before it.
    pub has_the: bool,
    /// Whether it is several things.
    pub is_plural: bool,
    /// "a" or "an" where its spelling does not tell.
    pub article: &'static str,
}

impl Name {
    /// The name of an entity.
    pub fn of_entity(entity: &Entity) -> Self {
        let article = match &*entity.article {
            "a" => "a",
            "an" => "an",
            _ => "",
        };
        Self { bare: entity.name.clone(), has_the: entity.the, is_plural: entity.plural, article }
    }

    /// A number with what is counted: "59 megajoules".
    pub fn of_amount(amount: &Quantity) -> Self {
        let words = if amount.words.trim().is_empty() { amount.unit.trim() } else { amount.words.trim() };
        let words = if amount.value == 1.0 { singular(words) } else { words.to_owned() };
        let number = grouped(amount.value);
        let bare = if words.is_empty() { number } else { format!("{number} {words}") };
        Self { bare: bare.into(), has_the: false, is_plural: amount.value != 1.0, article: "" }
    }

    /// The name in a form.
    pub fn written(&self, form: Form) -> String {
        let the = if self.has_the { "the " } else { "" };
        match form {
            Form::Plain => format!("{the}{}", self.bare),
            Form::Bare => self.bare.to_string(),
            Form::Genitive if self.bare.ends_with('s') => format!("{the}{}'", self.bare),
            Form::Genitive => format!("{the}{}'s", self.bare),
            Form::WithArticle => format!("{} {}", self.article(), self.bare),
        }
    }

    fn article(&self) -> &'static str {
        match (self.article, takes_an(&self.bare)) {
            ("", Some(true)) => "an",
            ("", _) => "a",
            (article, _) => article,
        }
    }
}

/// What is counted, when there is one of it: of "years" a year. Symbols of units are alike for one and for many.
fn singular(words: &str) -> String {
    const SHORTEST_WORD_CHARS: usize = 4;
    let (head, rest) = words.split_once(' ').map_or((words, ""), |(head, rest)| (head, rest));
    let one = match head.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => match head.strip_suffix('s') {
            Some(stem) if !stem.ends_with('s') => stem.to_owned(),
            _ => head.to_owned(),
        },
    };
    match (head.chars().count() < SHORTEST_WORD_CHARS, rest) {
        (true, _) => words.to_owned(),
        (false, "") => one,
        (false, rest) => format!("{one} {rest}"),
    }
}

/// A number with its thousands parted by commas, from five digits on and for 1,000 to 9,999 too, as in "5,000".
pub(crate) fn grouped(value: f64) -> String {
    let plain = quantity::written(value, "");
    let (whole, fraction) = plain.split_once('.').map_or((plain.as_str(), ""), |(whole, rest)| (whole, rest));
    let digits = whole.strip_prefix('-').unwrap_or(whole);
    if digits.len() < 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return plain;
    }
    let mut text = String::from(if whole.starts_with('-') { "-" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if fraction.is_empty() { text } else { format!("{text}.{fraction}") }
}

/// A number as an option or a typed answer has it: with its unit, or bare.
pub(crate) fn option_of(value: f64, amount: &Quantity) -> String {
    match amount.unit.trim() {
        "" => grouped(value),
        unit if value == 1.0 => format!("1 {}", singular(unit)),
        unit => format!("{} {unit}", grouped(value)),
    }
}

/// A year as people write it: "1956", "AD 79", "44 BC".
pub(crate) fn year_in_words(year: i16) -> String {
    /// Below this, a number alone does not look like a year.
    const FIRST_PLAIN: i16 = 100;
    match year {
        FIRST_PLAIN.. => year.to_string(),
        1..FIRST_PLAIN => format!("AD {year}"),
        _ => format!("{} BC", 1 - i32::from(year)),
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date as words before its year, and the year: "on 21 April " and "1956".
pub(crate) fn in_words(when: When, has_preposition: bool) -> (String, String) {
    let month = when.month.and_then(|month| MONTHS.get(usize::from(month).checked_sub(1)?));
    let preposition = match (has_preposition, month, when.day) {
        (false, ..) => "",
        (true, Some(_), Some(_)) => "on ",
        (true, ..) => "in ",
    };
    let before = match (month, when.day) {
        (Some(month), Some(day)) => format!("{preposition}{day} {month} "),
        (Some(month), None) => format!("{preposition}{month} "),
        (None, _) => preposition.to_owned(),
    };
    (before, year_in_words(when.year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted() {
        for (value, text) in
            [(5.0, "5"), (999.0, "999"), (5000.0, "5,000"), (-1234567.5, "-1,234,567.5"), (1e30, "1e30"), (0.5, "0.5")]
        {
            assert_eq!(grouped(value), text);
        }
    }

    #[test]
    fn one_of_many_things_is_one_thing() {
        let name = |value: f64, words: &str| {
            let amount = Quantity { value, words: words.into(), ..Quantity::default() };
            Name::of_amount(&amount).bare.to_string()
        };
        assert_eq!(name(1.0, "years of design"), "1 year of design");
        assert_eq!(name(1.0, "countries"), "1 country");
        assert_eq!([name(1.0, "s"), name(1.0, "glass"), name(2.0, "years")], ["1 s", "1 glass", "2 years"]);
    }

    #[test]
    fn dates_have_their_prepositions() {
        let written = |text| {
            let (before, year) = in_words(When::read(text).expect("a date"), true);
            before + &year
        };
        assert_eq!(written("1956"), "in 1956");
        assert_eq!(written("1956-04"), "in April 1956");
        assert_eq!(written("1956-04-21"), "on 21 April 1956");
        assert_eq!(written("0079"), "in AD 79");
        assert_eq!(written("-0043"), "in 44 BC");
    }

    #[test]
    fn owners_end_as_they_sound() {
        let genitive = |bare: &str| {
            Name { bare: bare.into(), has_the: false, is_plural: false, article: "" }.written(Form::Genitive)
        };
        assert_eq!(genitive("JET"), "JET's");
        assert_eq!(genitive("Netherlands"), "Netherlands'");
        assert_eq!(genitive("US"), "US's");
    }
}
