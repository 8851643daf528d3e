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
    Moment::from_iso(cell).or_else(|| from_civil(cell.parse().ok()?)).or_else(|| from_civil(shown(cell)?))
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
    let hour = match words.next() {
        None => hour,
        Some(half) if half.eq_ignore_ascii_case("am") => hour % 12,
        Some(half) if half.eq_ignore_ascii_case("pm") => hour % 12 + 12,
        Some(_) => return None,
    };
    DateTime::new(year, month, day, hour, minute, second, 0).ok()
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
            "1.2",
            "12:30",
            "23.11.2026 6 o'clock",
            "١.٢.٢٠٢٦",
        ] {
            assert_eq!(moment(cell), None, "{cell}");
        }
    }
}
