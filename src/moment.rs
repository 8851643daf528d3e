//! A point in time together with the clock that the learner saw. Never asks what time it is.

use jiff::Timestamp;
use jiff::civil::Time;
use jiff::fmt::temporal::{DateTimePrinter, Pieces, PiecesOffset};
use jiff::tz::Offset;

/// A point in time, to the millisecond, with the offset from UTC that was in force where it was taken.
///
/// The offset is kept so that an export shows the time on the learner's wall clock, wherever it is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970-01-01T00:00:00 UTC.
    pub unix_ms: i64,
    /// Seconds east of UTC, within ±25:59:59.
    pub offset_secs: i32,
}

impl Moment {
    /// Takes a moment apart that a clock has given.
    pub fn from_zoned(zoned: &jiff::Zoned) -> Self {
        Self { unix_ms: zoned.timestamp().as_millisecond(), offset_secs: zoned.offset().seconds() }
    }

    /// ISO 8601 with offset and whole seconds: `2026-11-23T06:15:00+01:00`.
    ///
    /// A moment out of the calendar's range (years −9999 to 9999) is shown as the Unix epoch.
    pub fn to_iso(self) -> String {
        let mut iso = String::new();
        self.write_iso(&mut iso);
        iso
    }

    /// Reads ISO 8601 with an offset, as [`Self::to_iso`] writes it; `Z` is UTC. `None` for any other text, and for a time without
    /// an offset: nobody knows when that was.
    pub fn from_iso(text: &str) -> Option<Self> {
        let pieces = Pieces::parse(text.trim()).ok()?;
        let offset = match pieces.offset()? {
            PiecesOffset::Zulu => Offset::UTC,
            PiecesOffset::Numeric(numeric) => numeric.offset(),
            _ => return None,
        };
        let local = pieces.date().to_datetime(pieces.time().unwrap_or(Time::midnight()));
        let timestamp = offset.to_timestamp(local).ok()?;
        Some(Self { unix_ms: timestamp.as_millisecond(), offset_secs: offset.seconds() })
    }

    /// Appends what [`Self::to_iso`] gives, for whoever writes a million of them.
    pub fn write_iso(self, out: impl jiff::fmt::Write) {
        const PRINTER: DateTimePrinter = DateTimePrinter::new();
        let timestamp = Timestamp::from_millisecond(self.unix_ms).unwrap_or_default();
        let timestamp = Timestamp::from_second(timestamp.as_second()).unwrap_or_default();
        let offset = Offset::from_seconds(self.offset_secs).unwrap_or(Offset::UTC);
        // Writing to memory cannot fail, and every offset that jiff has can be printed.
        let _ = PRINTER.print_timestamp_with_offset(&timestamp, offset, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_shows_the_wall_clock_and_its_offset() {
        let moment = Moment { unix_ms: 1_795_413_600_999, offset_secs: 3600 };
        assert_eq!(moment.to_iso(), "2026-11-23T07:00:00+01:00");
    }

    #[test]
    fn what_iso_says_is_read_again() {
        let moment = Moment { unix_ms: 1_795_413_600_000, offset_secs: -19_800 };
        let read: Timestamp = moment.to_iso().parse().expect("is a time");
        assert_eq!(read.as_millisecond(), moment.unix_ms);
        assert!(moment.to_iso().ends_with("-05:30"));
    }

    #[test]
    fn a_moment_is_read_as_it_was_written_and_nothing_else_is() {
        let moment = Moment { unix_ms: 1_795_413_600_000, offset_secs: -19_800 };
        assert_eq!(Moment::from_iso(&moment.to_iso()), Some(moment));
        assert_eq!(Moment::from_iso("1970-01-01T00:00:01.5Z"), Some(Moment { unix_ms: 1500, offset_secs: 0 }));
        assert_eq!(Moment::from_iso(" 1970-01-01 01:00+01:00 "), Some(Moment { unix_ms: 0, offset_secs: 3600 }));
        for text in ["", "2026-11-23", "2026-11-23T06:15:00", "23.11.2026 06:15", "2026-02-30T00:00:00Z"] {
            assert_eq!(Moment::from_iso(text), None, "{text}");
        }
    }

    #[test]
    fn a_moment_beyond_the_calendar_does_not_panic() {
        let moment = Moment { unix_ms: i64::MAX, offset_secs: i32::MAX };
        assert_eq!(moment.to_iso(), "1970-01-01T00:00:00+00:00");
    }
}
