//! When something happened, as finely as the table tells it: a year, a month or a day. Knows no clock.

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A year, a month of a year or a day, written as in ISO 8601: `"1956"`, `"1956-04"`, `"1956-04-21"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct When {
    /// The year; before year 1 it is 0 or negative, as ISO 8601 counts.
    pub year: i16,
    /// The month, 1 to 12, where the table tells it.
    pub month: Option<u8>,
    /// The day of the month, where the table tells it. A day stands with its month only.
    pub day: Option<u8>,
}

impl When {
    /// Reads `"1956"`, `"1956-04"` or `"1956-04-21"`; a year before year 1 begins with a minus. `None` where the text
    /// is no such date.
    pub fn read(text: &str) -> Option<Self> {
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let mut parts = digits.split('-');
        let year = sign * number(parts.next()?, 1..=4)?;
        let month = parts.next().map(|part| number(part, 2..=2)).map_or(Some(None), |part| part.map(Some))?;
        let day = parts.next().map(|part| number(part, 2..=2)).map_or(Some(None), |part| part.map(Some))?;
        if parts.next().is_some() {
            return None;
        }
        let month = month.map(|month| i8::try_from(month).ok()).map_or(Some(None), |month| month.map(Some))?;
        let day = day.map(|day| i8::try_from(day).ok()).map_or(Some(None), |day| day.map(Some))?;
        jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        Some(Self { year, month: month.map(i8::unsigned_abs), day: day.map(i8::unsigned_abs) })
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

/// A number written with so many digits and nothing else.
fn number(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<i16> {
    (digits.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

impl fmt::Display for When {
    /// As the table writes it.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(formatter, "-{part:02}")?;
        }
        Ok(())
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

/// Takes a date in quotation marks, and a year without them.
struct WhenVisitor;

impl Visitor<'_> for WhenVisitor {
    type Value = When;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a date such as \"1956-04\"")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<When, E> {
        let refusal = || format!("\"{text}\" is no date: write a year, a month or a day such as \"1956-04\"");
        When::read(text).ok_or_else(|| E::custom(refusal()))
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
        for text in ["1956", "1956-04", "1956-04-21", "2024-02-29", "476", "-44-03-15"] {
            assert_eq!(When::read(text).map(|when| when.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "-", "19560", "1956-4", "1956-13", "2023-02-29", "1956-04-21-01", "April 1956", "１９５６"]
        {
            assert_eq!(When::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_needs_no_quotation_marks() {
        let read = |text: &str| ron::from_str::<When>(text).map(|when| when.to_string());
        assert_eq!(read("1956").as_deref(), Ok("1956"));
        assert_eq!(read("-44").as_deref(), Ok("-44"));
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
