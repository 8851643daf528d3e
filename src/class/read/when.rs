//! Moments as exports have them, or as spreadsheets wrote them since. Asks no clock.

use crate::moment::Moment;
use jiff::civil::DateTime;
use jiff::tz::Offset;

/// The moment in a cell; `None` where it is empty or cannot be read. A time without an offset is taken for UTC, since all that
/// hangs on it is what came first.
pub(super) fn moment(cell: &str) -> Option<Moment> {
    let cell = cell.trim();
    if cell.is_empty() {
        return None;
    }
    Moment::from_iso(cell)
        .or_else(|| from_civil(cell.parse().ok()?))
        .or_else(|| from_civil(shown(cell).or_else(|| in_words(cell))?))
}

fn from_civil(civil: DateTime) -> Option<Moment> {
    let timestamp = Offset::UTC.to_timestamp(civil).ok()?;
    Some(Moment { unix_ms: timestamp.as_millisecond(), offset_secs: 0 })
}

/// A date and a time as spreadsheets show them: `23.11.2026 06:15`, `23/11/2026 06:15:09`, `11/23/2026 6:15 PM`. Between
/// strokes the day stands first wherever it can.
fn shown(cell: &str) -> Option<DateTime> {
    let mut words = cell.split([' ', '\u{a0}', '\u{202f}']).filter(|word| !word.is_empty());
    let (year, month, day) = date(words.next()?)?;
    let (hour, minute, second) = words.next().map_or(Some((0, 0, 0)), clock)?;
    let hour = in_half(hour, words.next())?;
    DateTime::new(year, month, day, hour, minute, second, 0).ok()
}

/// A date with the name of its month, as Moodle writes it: `12 February 2021, 1:03 PM`, `Donnerstag, 7. November 2024, 16:36`.
fn in_words(cell: &str) -> Option<DateTime> {
    let mut words = cell.split([' ', ',', '\u{a0}', '\u{202f}']).filter(|word| !word.is_empty());
    let day: i8 = words.find_map(|word| word.trim_end_matches(['.', 'e', 'r']).parse().ok())?;
    let month = month(words.next()?)?;
    let year: i16 = words.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let (hour, minute, second) = words.next().map_or(Some((0, 0, 0)), clock)?;
    let hour = in_half(hour, words.next())?;
    DateTime::new(year, month, day, hour, minute, second, 0).ok()
}

/// The month of a name in English, German or French, from three letters on.
fn month(name: &str) -> Option<i8> {
    const MONTHS: [&[&str]; 12] = [
        &["january", "januar", "jänner", "janvier"],
        &["february", "februar", "feber", "février"],
        &["march", "märz", "mars", "mrz"],
        &["april", "avril"],
        &["may", "mai"],
        &["june", "juni", "juin"],
        &["july", "juli", "juillet"],
        &["august", "août"],
        &["september", "septembre"],
        &["october", "oktober", "octobre"],
        &["november", "novembre"],
        &["december", "dezember", "décembre"],
    ];
    const FEWEST_LETTERS: usize = 3;
    let name = name.trim_end_matches('.').to_lowercase();
    let is_it = |known: &&str| known.starts_with(&*name) && name.chars().count() >= FEWEST_LETTERS;
    let mut found = MONTHS.iter().zip(1..).filter(|(names, _)| names.iter().any(is_it));
    // `jui` may be June or July.
    found.next().filter(|_| found.next().is_none()).map(|(_, month)| month)
}

/// The hour of the day, by what stands behind the time.
fn in_half(hour: i8, half: Option<&str>) -> Option<i8> {
    match half {
        None => Some(hour),
        Some(half) if half.eq_ignore_ascii_case("am") => Some(hour % 12),
        Some(half) if half.eq_ignore_ascii_case("pm") => Some(hour % 12 + 12),
        Some(_) => None,
    }
}

fn date(text: &str) -> Option<(i16, i8, i8)> {
    let numbers: Vec<&str> = text.trim_end_matches(',').split(['.', '/', '-']).collect();
    let [first, second, third] = numbers[..] else { return None };
    let (one, two): (i16, i8) = (first.parse().ok()?, second.parse().ok()?);
    if first.len() == 4 {
        return Some((one, two, third.parse().ok()?));
    }
    let year: i16 = third.parse().ok()?;
    let year = if third.len() <= 2 { 2000 + year } else { year };
    let one = i8::try_from(one).ok()?;
    // 11/23/2026 can only be the 23rd of November.
    if two > 12 { Some((year, one, two)) } else { Some((year, two, one)) }
}

fn clock(text: &str) -> Option<(i8, i8, i8)> {
    let mut parts = text.split(':');
    let (hour, minute) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let second = parts.next().map_or(Some(0), |text| text.split(['.', ',']).next()?.parse().ok())?;
    parts.next().is_none().then_some((hour, minute, second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, iso: &str) {
        assert_eq!(moment(cell).map(Moment::to_iso).as_deref(), Some(iso), "{cell}");
    }

    #[test]
    fn moments_are_read_as_exported_and_as_spreadsheets_show_them() {
        check("2026-11-23T06:15:00+01:00", "2026-11-23T06:15:00+01:00");
        check("2026-11-23T06:15:00", "2026-11-23T06:15:00+00:00");
        check("2026-11-23 06:15", "2026-11-23T06:15:00+00:00");
        check("23.11.2026 06:15", "2026-11-23T06:15:00+00:00");
        check("23.11.26 06:15:09", "2026-11-23T06:15:09+00:00");
        check("23/11/2026 06:15", "2026-11-23T06:15:00+00:00");
        check("11/23/2026 6:15 PM", "2026-11-23T18:15:00+00:00");
        check("1.2.2026", "2026-02-01T00:00:00+00:00");
        check("12 February 2021  1:03 PM", "2021-02-12T13:03:00+00:00");
        check("Donnerstag, 7. November 2024, 16:36", "2024-11-07T16:36:00+00:00");
        check("jeudi 1er août 2024, 08:05", "2024-08-01T08:05:00+00:00");
        check("1 Mar 2021", "2021-03-01T00:00:00+00:00");
        check("1970-01-01T00:00:00Z", "1970-01-01T00:00:00+00:00");
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for cell in [
            "",
            " ",
            "#####",
            "46349.26",
            "31.31.2026",
            "yesterday",
            "12 Jui 2021",
            "12 Ma 2021",
            "12 February 21",
            "31 February 2021",
            "1.2",
            "12:30",
            "23.11.2026 6 o'clock",
            "١.٢.٢٠٢٦",
        ] {
            assert_eq!(moment(cell), None, "{cell}");
        }
    }
}
