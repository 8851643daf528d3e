//! When something happened, as finely as the table tells it: a year, a month or a day. Knows no clock.

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A year, a month of a year or a day: `"1956"`, `"1956-04"`, `"1956-04-21"`, `"325 BC"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct When {
    /// The year as astronomers count: 1 BC is 0, 325 BC is -324, so that differences of years come out right.
    pub year: i16,
    /// The month, 1 to 12, where the table tells it.
    pub month: Option<u8>,
    /// The day of the month, where the table tells it. A day stands with its month only.
    pub day: Option<u8>,
}

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenFault {
    /// It is written in none of the ways that are read.
    NoDate,
    /// It names the year 0: the year 1 BC is followed by AD 1.
    YearZero,
}

impl When {
    /// Reads `1956`, `1956-04` or `1956-04-21`. A year before our era has `BC` or `BCE` before or behind it, or a minus;
    /// one of our era may have `AD` or `CE`.
    ///
    /// # Errors
    ///
    /// Where the text is no such date, or names the year 0.
    pub fn parse(text: &str) -> Result<Self, WhenFault> {
        Self::parsed(text).unwrap_or(Err(WhenFault::NoDate))
    }

    /// The same without the reason: `None` where the text is no date.
    pub fn read(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }

    fn parsed(text: &str) -> Option<Result<Self, WhenFault>> {
        let (is_before_era, digits) = without_era(text.trim())?;
        let mut parts = digits.split('-');
        let number_of_year = number(parts.next()?, 1..=4)?;
        let month = parts.next().map(|part| number(part, 2..=2)).map_or(Some(None), |part| part.map(Some))?;
        let day = parts.next().map(|part| number(part, 2..=2)).map_or(Some(None), |part| part.map(Some))?;
        if parts.next().is_some() {
            return None;
        }
        if number_of_year == 0 {
            return Some(Err(WhenFault::YearZero));
        }
        let year = if is_before_era { 1 - number_of_year } else { number_of_year };
        let month = month.map(|month| i8::try_from(month).ok()).map_or(Some(None), |month| month.map(Some))?;
        let day = day.map(|day| i8::try_from(day).ok()).map_or(Some(None), |day| day.map(Some))?;
        jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        Some(Ok(Self { year, month: month.map(i8::unsigned_abs), day: day.map(i8::unsigned_abs) }))
    }

    /// The number that people say of the year, and whether it is before our era: 325 BC is 325.
    pub fn era_year(year: i16) -> (u16, bool) {
        if year > 0 { (year.unsigned_abs(), false) } else { (year.unsigned_abs() + 1, true) }
    }

    /// Whether this lies wholly before `later`: 1956 and April 1956 are neither before nor after each other.
    pub fn is_before(self, later: Self) -> bool {
        let of = |when: Self| [Some(i32::from(when.year)), when.month.map(i32::from), when.day.map(i32::from)];
        for (own, other) in of(self).into_iter().zip(of(later)) {
            match (own, other) {
                (Some(own), Some(other)) if own != other => return own < other,
                (Some(_), Some(_)) => {}
                _ => return false,
            }
        }
        false
    }
}

/// Whether a date is before our era, and what is left of it without the era.
fn without_era(text: &str) -> Option<(bool, &str)> {
    /// Eras, and whether each is before ours. Longer ones first: `BCE` ends in `CE`.
    const ERAS: [(&str, bool); 8] = [
        ("B.C.E.", true),
        ("BCE", true),
        ("B.C.", true),
        ("BC", true),
        ("A.D.", false),
        ("AD", false),
        ("C.E.", false),
        ("CE", false),
    ];
    let starts = |era: &str| text.get(..era.len()).is_some_and(|start| start.eq_ignore_ascii_case(era));
    let ends = |era: &str| {
        let at = text.len().checked_sub(era.len());
        at.and_then(|at| text.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(era))
    };
    let found = ERAS.into_iter().find_map(|(era, is_before)| match (starts(era), ends(era)) {
        (true, _) => Some((is_before, text[era.len()..].trim_start())),
        (false, true) => Some((is_before, text[..text.len() - era.len()].trim_end())),
        (false, false) => None,
    });
    match (found, text.strip_prefix(['-', '\u{2212}'])) {
        (Some(found), None) => Some(found),
        (None, Some(rest)) => Some((true, rest)),
        (None, None) => Some((false, text)),
        (Some(_), Some(_)) => None,
    }
}

/// A number written with so many digits and nothing else.
fn number(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<i16> {
    (digits.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

impl fmt::Display for When {
    /// As the table writes it.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, is_before_era) = Self::era_year(self.year);
        write!(formatter, "{number}")?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(formatter, "-{part:02}")?;
        }
        formatter.write_str(if is_before_era { " BC" } else { "" })
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WhenVisitor)
    }
}

/// What is told of a year 0.
const YEAR_ZERO: &str = "there is no year 0: write \"1 BC\" or \"AD 1\"";

/// The year of an entity, written as a number or as a date without month and day: `1815`, `-325`, `"325 BC"`.
pub(crate) mod bare_year {
    use super::{Deserialize, Deserializer, Error, Serialize, Serializer, When};

    /// As the table writes it: a year before our era with a minus.
    pub(crate) fn serialize<S: Serializer>(year: &Option<i16>, serializer: S) -> Result<S::Ok, S::Error> {
        let signed = year.map(|year| match When::era_year(year) {
            (number, true) => -i32::from(number),
            (number, false) => i32::from(number),
        });
        signed.serialize(serializer)
    }

    /// The year as [`When`] counts it.
    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i16>, D::Error> {
        match Option::<When>::deserialize(deserializer)? {
            Some(When { month: Some(_), .. }) => Err(D::Error::custom("an entity has a year, without month and day")),
            when => Ok(when.map(|when| when.year)),
        }
    }
}

/// Takes a date in quotation marks, and a year without them.
struct WhenVisitor;

impl Visitor<'_> for WhenVisitor {
    type Value = When;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a date such as \"1956-04\"")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<When, E> {
        When::parse(text).map_err(|fault| {
            E::custom(match fault {
                WhenFault::YearZero => YEAR_ZERO.to_owned(),
                WhenFault::NoDate => {
                    format!("\"{text}\" is no date: write a year, a month or a day such as \"1956-04\" or \"325 BC\"")
                }
            })
        })
    }

    fn visit_i64<E: Error>(self, year: i64) -> Result<When, E> {
        self.visit_str(&year.to_string())
    }

    fn visit_u64<E: Error>(self, year: u64) -> Result<When, E> {
        self.visit_str(&year.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_months_and_days_are_read_and_written_alike() {
        for text in ["1956", "1956-04", "1956-04-21", "2024-02-29", "476", "44-03-15 BC", "1 BC"] {
            assert_eq!(When::read(text).map(|when| when.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "-", "19560", "1956-4", "1956-13", "2023-02-29", "1956-04-21-01", "April 1956", "１９５６"]
        {
            assert_eq!(When::read(text), None, "{text}");
        }
        for text in ["-325 BC", "BC 325 BC", "BC", "BC AD 5", "325 B", "325 BC-04", "AD -5", "--5", "CE 5 BCE"] {
            assert_eq!(When::parse(text), Err(WhenFault::NoDate), "{text}");
        }
    }

    #[test]
    fn a_year_before_our_era_is_written_in_any_usual_way() {
        let texts = ["325 BC", "325 BCE", "BC 325", "325BC", "325 b.c.", "-325", "-0325", "\u{2212}325"];
        for text in texts {
            assert_eq!(When::read(text).map(|when| when.year), Some(-324), "{text}");
        }
        for text in ["AD 79", "79 CE", "79", "0079", "A.D. 79", "79 ad"] {
            assert_eq!(When::read(text).map(|when| when.year), Some(79), "{text}");
        }
        let ides = When { year: -43, month: Some(3), day: Some(15) };
        assert_eq!([When::read("-44-03-15"), When::read("44-03-15 BC")], [Some(ides); 2]);
    }

    #[test]
    fn the_year_of_an_entity_is_read_as_any_other() {
        let year = |written: &str| {
            let text = format!("(name: \"Alexander\", class: \"person\", year: {written})");
            ron::Options::default()
                .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
                .from_str::<crate::facts::Entity>(&text)
                .map(|entity| entity.year)
        };
        assert_eq!([year("-323"), year("\"323 BC\""), year("1815")], [Ok(Some(-322)), Ok(Some(-322)), Ok(Some(1815))]);
        assert!(year("0").is_err() && year("\"323-06 BC\"").is_err() && year("\"long ago\"").is_err());
        let written = ron::to_string(&crate::facts::Entity { year: Some(-322), ..Default::default() }).expect("writes");
        assert!(written.contains("year:Some(-323)"), "{written}");
    }

    #[test]
    fn there_is_no_year_0() {
        for text in ["0", "0000", "-0", "0 BC", "AD 0", "0-04"] {
            assert_eq!(When::parse(text), Err(WhenFault::YearZero), "{text}");
        }
        let told = ron::from_str::<When>("0").expect_err("refused").to_string();
        assert!(told.contains("there is no year 0"), "{told}");
        let year = |text| When::read(text).expect("a date").year;
        assert_eq!(year("AD 1") - year("1 BC"), 1);
        assert!(When::read("2 BC").expect("a date").is_before(When::read("-1").expect("a date")));
    }

    #[test]
    fn a_year_needs_no_quotation_marks() {
        let read = |text: &str| ron::from_str::<When>(text).map(|when| when.to_string());
        assert_eq!(read("1956").as_deref(), Ok("1956"));
        assert_eq!(read("-44").as_deref(), Ok("44 BC"));
        assert_eq!(read("\"1956-04\"").as_deref(), Ok("1956-04"));
        assert!(read("19560").is_err() && read("1956.5").is_err());
    }

    #[test]
    fn a_month_is_neither_before_nor_after_its_year() {
        let when = |text| When::read(text).expect("a date");
        assert!(when("1956").is_before(when("1958-01")));
        assert!(when("1956-04-21").is_before(when("1956-04-26")));
        for (one, other) in [("1956", "1956-04"), ("1956-04", "1956-04-21"), ("1956", "1956")] {
            assert!(!when(one).is_before(when(other)) && !when(other).is_before(when(one)), "{one} {other}");
        }
    }
}
