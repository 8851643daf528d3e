//! Reads years, months and dates as options name them. Knows English names alone and no calendar.

/// A point in the calendar, as exactly as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Date {
    /// Below 1 before the year AD 1.
    pub year: Option<i32>,
    /// From 1. A year stands before its months.
    month: Option<u8>,
    /// From 1.
    day: Option<u8>,
}

impl Date {
    /// Reads `2021`, `44 BC`, `AD 79`, `December`, `Dec. 2021`, `21 December`, `December 21st`, `21 December 2021`,
    /// `December 21, 2021`, `2021-12` and `2021-12-21`; a month's name in any case. `None` for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split_whitespace().collect();
        match words[..] {
            [word] => read_iso(word).or_else(|| Self::of_month(word)).or_else(|| Self::of_year(year(word)?)),
            ["AD" | "CE", after] | [after, "AD" | "CE"] => Self::of_year(year(after)?),
            [before, "BC" | "BCE"] => Self::of_year(1 - year(before)?),
            [first, second] => Self::of_pair(first, second),
            [first, second, third] => {
                let pair = Self::of_pair(first, second.trim_end_matches(',')).filter(|pair| pair.day.is_some())?;
                Some(Self { year: Some(year(third)?), ..pair })
            }
            _ => None,
        }
    }

    fn of_year(year: i32) -> Option<Self> {
        Some(Self { year: Some(year), month: None, day: None })
    }

    fn of_month(word: &str) -> Option<Self> {
        Some(Self { year: None, month: Some(month(word)?), day: None })
    }

    /// A month with its day on either side, or with its year.
    fn of_pair(first: &str, second: &str) -> Option<Self> {
        if let Some(date) = Self::of_month(second) {
            return Some(Self { day: Some(day(first)?), ..date });
        }
        let date = Self::of_month(first.trim_end_matches(','))?;
        match day(second) {
            Some(day) => Some(Self { day: Some(day), ..date }),
            // Two digits after a month are a day, even one that there is not.
            None => Some(Self { year: Some(year(second).filter(|_| second.len() > 2)?), ..date }),
        }
    }
}

/// `2021-12` or `2021-12-21`.
fn read_iso(word: &str) -> Option<Date> {
    let parts: Vec<&str> = word.split('-').collect();
    let (years, months, days) = match parts[..] {
        [years, months] => (years, months, None),
        [years, months, days] => (years, months, Some(days)),
        _ => return None,
    };
    let is_padded = years.len() == 4 && months.len() == 2 && days.is_none_or(|days| days.len() == 2);
    let month = u8::try_from(digits(months)?).ok().filter(|month| (1..=12).contains(month))?;
    let day = match days {
        Some(days) => Some(day(days)?),
        None => None,
    };
    is_padded.then_some(Date { year: Some(year(years)?), month: Some(month), day })
}

/// The month from 1, by its name, or by its first three letters (four for `Sept`) with or without a full stop.
fn month(word: &str) -> Option<u8> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.to_ascii_lowercase();
    let short = word.strip_suffix('.').unwrap_or(&word);
    let short = if short == "sept" { "sep" } else { short };
    let is_named = |name: &&str| **name == word || name[..3] == *short;
    NAMES.iter().zip(1..).find(|(name, _)| is_named(name)).map(|(_, month)| month)
}

/// A day of a month, with or without its ending: `1`, `21`, `21st`.
fn day(word: &str) -> Option<u8> {
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    let is_short = bare.len() <= 2;
    u8::try_from(digits(bare)?).ok().filter(|day| is_short && (1..=31).contains(day))
}

/// Digits alone, as many as a year can have; no sign and no thousands mark.
fn year(word: &str) -> Option<i32> {
    digits(word)
}

fn digits(word: &str) -> Option<i32> {
    if word.bytes().all(|byte| byte.is_ascii_digit()) { word.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: Option<(Option<i32>, Option<u8>, Option<u8>)>) {
        let expected = expected.map(|(year, month, day)| Date { year, month, day });
        assert_eq!(Date::read(text), expected, "{text:?}");
    }

    #[test]
    fn what_is_no_date_is_not_read() {
        let none = [
            "",
            " ",
            ",",
            "-",
            "--",
            "Dec 21 2021 AD",
            "December,",
            "5,000",
            "5.9",
            "-44",
            "+44",
            "21 21",
            "mid-1980s",
            "1980s",
            "2021-13",
            "2021-00",
            "2021-12-32",
            "2021-12-00",
            "2021-1-5",
            "21-12-2021",
            "2021-12-21-01",
            "Decembre",
            "Marchioness",
            "32 March",
            "021 March",
            "March 0",
            "0 March",
            "st March",
            "March 21 March",
            "May 2021 5",
            "BC",
            "AD BC",
            "99999999999",
            "99999999999 BC",
            "December 2021, 21",
            "٢٠٢١",
            "21 December 2021 AD",
            "2021 December 21",
        ];
        for text in none {
            check(text, None);
        }
    }

    #[test]
    fn years_are_read_with_and_without_an_era() {
        check("2011", Some((Some(2011), None, None)));
        check("AD 79", Some((Some(79), None, None)));
        check("79 CE", Some((Some(79), None, None)));
        check("44 BC", Some((Some(-43), None, None)));
        check("1 BCE", Some((Some(0), None, None)));
    }

    #[test]
    fn months_are_read_by_name_and_abbreviation() {
        let names =
            ["January", "feb", "MARCH", "Apr.", "May", "Jun", "july", "Aug", "Sept.", "Oct", "nov.", "december"];
        for (name, month) in names.iter().zip(1..) {
            check(name, Some((None, Some(month), None)));
        }
        check("sep", Some((None, Some(9), None)));
        check("September", Some((None, Some(9), None)));
    }

    #[test]
    fn dates_are_read_in_every_order_that_people_write() {
        let whole = Some((Some(2021), Some(12), Some(21)));
        for text in [
            "2021-12-21",
            "21 December 2021",
            "December 21, 2021",
            "21st Dec. 2021",
            "dec 21st 2021",
            " 21  December\t2021 ",
        ] {
            check(text, whole);
        }
        for text in ["December 2021", "2021-12", "Dec. 2021", "December, 2021"] {
            check(text, Some((Some(2021), Some(12), None)));
        }
        for text in ["21 December", "December 21", "December 21st"] {
            check(text, Some((None, Some(12), Some(21))));
        }
    }

    #[test]
    fn what_is_less_exact_stands_first() {
        let dates =
            ["44 BC", "1 BC", "1", "2020-12-31", "2021", "January 2021", "1 January 2021", "2021-01-02", "Feb 2021"];
        let read: Vec<_> = dates.iter().map(|text| Date::read(text).expect("reads")).collect();
        assert!(read.is_sorted(), "{read:?}");
    }

    proptest! {
        #[test]
        fn no_text_panics(
            text in "\\PC*",
            dateish in "[0-9]{0,5}[- ,.]{0,2}(Dec|may|st|BC|AD|é)?[- ,.]{0,2}[0-9]{0,5}",
        ) {
            let _ = (Date::read(&text), Date::read(&dateish));
        }
    }
}
