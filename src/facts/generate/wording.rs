//! Names, numbers and dates as they stand in a sentence. Knows English alone, and no fact.

use crate::bank::values::quantity;
use crate::bank::wording::article::takes_an;
use crate::facts::generate::sentence::Form;
use crate::facts::{Entity, Quantity, When};

/// A name and how it is used.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Name {
    /// Without "the".
    pub bare: Box<str>,
    /// Whether "the" stands before it.
    pub has_the: bool,
    /// Whether it is several things.
    pub is_plural: bool,
    /// Whether it is never counted: "water".
    pub is_mass: bool,
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
        // "The Netherlands" with `the` is the Netherlands, as any name with its article is; "The Hague" keeps its own.
        let bare = if entity.the { without_the(&entity.name) } else { &entity.name };
        Self { bare: bare.into(), has_the: entity.the, is_plural: entity.plural, is_mass: entity.mass, article }
    }

    /// A number with what is counted: "59 megajoules".
    pub fn of_amount(amount: &Quantity) -> Self {
        let words = if amount.words.trim().is_empty() { amount.unit.trim() } else { amount.words.trim() };
        let words = if amount.value == 1.0 { singular(words) } else { words.to_owned() };
        let number = grouped(amount.value);
        let bare = if words.is_empty() { number } else { format!("{number} {words}") };
        Self { bare: bare.into(), is_plural: amount.value != 1.0, ..Self::default() }
    }

    /// The name in a form.
    pub fn written(&self, form: Form) -> String {
        let the = if self.has_the { "the " } else { "" };
        match form {
            Form::Plain => format!("{the}{}", self.bare),
            Form::Bare => without_the(&self.bare).to_owned(),
            Form::Genitive if self.bare.ends_with('s') => format!("{the}{}'", self.bare),
            Form::Genitive => format!("{the}{}'s", self.bare),
            Form::WithArticle => match self.article() {
                Some(article) => format!("{article} {}", self.bare),
                None => self.bare.to_string(),
            },
        }
    }

    /// "a" or "an"; `None` where neither can stand before the name.
    fn article(&self) -> Option<&'static str> {
        if self.is_plural || self.is_mass {
            return None;
        }
        match self.article {
            "" => takes_an(&self.bare).map(|takes_an| if takes_an { "an" } else { "a" }),
            article => Some(article),
        }
    }
}

/// A name without the article that it begins with: "The Hague" is "Hague".
pub(crate) fn without_the(name: &str) -> &str {
    let rest = name.strip_prefix("The ").or_else(|| name.strip_prefix("the "));
    rest.map(str::trim_start).filter(|rest| !rest.is_empty()).unwrap_or(name)
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

/// The minus sign, as wide as a plus.
const MINUS: char = '\u{2212}';

/// A number with its thousands parted by commas, from five digits on and for 1,000 to 9,999 too, as in "5,000", and with
/// a real minus sign.
pub(crate) fn grouped(value: f64) -> String {
    let (sign, size) = if value < 0.0 { (String::from(MINUS), -value) } else { (String::new(), value) };
    sign + &grouped_size(size)
}

/// The same for a number that has no sign.
pub(crate) fn grouped_size(value: f64) -> String {
    let plain = quantity::written(value, "").replace("e-", &format!("e{MINUS}"));
    let (whole, fraction) = plain.split_once('.').map_or((plain.as_str(), ""), |(whole, rest)| (whole, rest));
    let digits = whole;
    if digits.len() < 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return plain;
    }
    let mut text = String::new();
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
    const FIRST_PLAIN: u16 = 100;
    match When::era_year(year) {
        (number, true) => format!("{number} BC"),
        (number, false) if number < FIRST_PLAIN => format!("AD {number}"),
        (number, false) => number.to_string(),
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
        for (value, text) in [
            (5.0, "5"),
            (999.0, "999"),
            (5000.0, "5,000"),
            (-1234567.5, "\u{2212}1,234,567.5"),
            (1e30, "1e30"),
            (0.5, "0.5"),
            (-40.0, "\u{2212}40"),
            (1e-30, "1e\u{2212}30"),
        ] {
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
        assert_eq!(written("-0044"), "in 44 BC");
        assert_eq!(written("44-03-15 BC"), "on 15 March 44 BC");
    }

    #[test]
    fn no_article_stands_before_a_mass_or_several_things() {
        let entity = |name: &str| Entity { name: name.into(), ..Entity::default() };
        let with_article = |entity: Entity| Name::of_entity(&entity).written(Form::WithArticle);
        assert_eq!(with_article(Entity { mass: true, ..entity("haemophilia") }), "haemophilia");
        assert_eq!(with_article(Entity { mass: true, article: "an".into(), ..entity("inflation") }), "inflation");
        assert_eq!(with_article(Entity { plural: true, ..entity("varicose veins") }), "varicose veins");
        assert_eq!(with_article(Entity { article: "an".into(), ..entity("ITER") }), "an ITER");
        assert_eq!(with_article(entity("The Hague")), "The Hague");
        assert_eq!(with_article(entity("universe")), "a universe");
        assert!(!Name::of_entity(&Entity { mass: true, ..entity("water") }).is_plural);
    }

    #[test]
    fn a_name_has_its_article_once() {
        let name = |name: &str, the| Name::of_entity(&Entity { name: name.into(), the, ..Entity::default() });
        let plain = |text: &str, the| name(text, the).written(Form::Plain);
        assert_eq!(plain("The Hague", false), "The Hague");
        assert_eq!(plain("The Netherlands", true), "the Netherlands");
        assert_eq!(plain("Netherlands", true), "the Netherlands");
        assert_eq!(plain("Theodoric", true), "the Theodoric");
        assert_eq!(
            [name("The Hague", false).written(Form::Bare), name("The", true).written(Form::Bare)],
            ["Hague", "The"]
        );
    }

    #[test]
    fn owners_end_as_they_sound() {
        let genitive = |bare: &str| Name { bare: bare.into(), ..Name::default() }.written(Form::Genitive);
        assert_eq!(genitive("JET"), "JET's");
        assert_eq!(genitive("Netherlands"), "Netherlands'");
        assert_eq!(genitive("US"), "US's");
    }
}
