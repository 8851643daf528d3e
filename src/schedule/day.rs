//! Study days: the days that a schedule counts, which begin at four in the morning.

use crate::moment::Moment;
use jiff::Span;
use jiff::civil::Date;
use std::fmt;
use std::ops::{Add, Sub};

/// A study day begins at 04:00, so that who learns past midnight is still on the day before.
const BEGINS_MS: i64 = 4 * 3600 * 1000;
const DAY_MS: i64 = 24 * 3600 * 1000;
const EPOCH: Date = jiff::civil::date(1970, 1, 1);

/// A day as learners count them, from 04:00 to 04:00 on the clock that hung on their wall: the days since 1970-01-01 of the
/// local date of the moment less four hours.
///
/// The offset of each moment is its own, so a journey or the change to daylight saving can make a study day shorter or
/// longer than 24 hours, and never doubles or loses a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StudyDay(pub i32);

impl StudyDay {
    /// The study day that a moment lies on.
    pub fn of(moment: Moment) -> Self {
        let local_ms = moment.unix_ms.saturating_add(i64::from(moment.offset_secs) * 1000);
        let days = local_ms.saturating_sub(BEGINS_MS).div_euclid(DAY_MS);
        Self(days.clamp(i32::MIN.into(), i32::MAX.into()) as i32)
    }

    /// The day of an ISO date, such as `2026-12-01`; `None` for any other text.
    pub fn from_iso(date: &str) -> Option<Self> {
        // jiff also reads times and week dates, of which a day would be only a part.
        let is_bare = date.len() == 10 && date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let date: Date = is_bare.then(|| date.parse().ok())??;
        Some(Self(EPOCH.until(date).ok()?.get_days()))
    }

    /// The ISO date, such as `2026-12-01`. Days beyond the calendar (years −9999 to 9999) get its first or last date.
    pub fn to_iso(self) -> String {
        self.date().to_string()
    }

    fn date(self) -> Date {
        let days = Span::new().try_days(self.0);
        let beyond = if self.0 < 0 { Date::MIN } else { Date::MAX };
        days.and_then(|days| EPOCH.checked_add(days)).unwrap_or(beyond)
    }

    /// How many days after `earlier` this one is; 0 where it is none.
    pub fn days_since(self, earlier: Self) -> u32 {
        u32::try_from(i64::from(self.0) - i64::from(earlier.0)).unwrap_or(0)
    }

    /// The day after.
    pub fn next(self) -> Self {
        self + 1
    }

    /// The ISO number of the weekday, 1 for Monday to 7 for Sunday.
    pub fn weekday(self) -> i8 {
        self.date().weekday().to_monday_one_offset()
    }
}

impl fmt::Display for StudyDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.to_iso())
    }
}

/// So many days later, at most the last day that can be counted.
impl Add<i32> for StudyDay {
    type Output = Self;

    fn add(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }
}

/// The days from the other day to this one; negative where that is later.
impl Sub for StudyDay {
    type Output = i64;

    fn sub(self, other: Self) -> i64 {
        i64::from(self.0) - i64::from(other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::tz::TimeZone;
    use jiff::{Timestamp, ToSpan, Zoned};
    use proptest::prelude::*;

    fn day(text: &str) -> StudyDay {
        let zoned: Zoned = text.parse().expect("a time with its zone");
        StudyDay::of(Moment::from_zoned(&zoned))
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(day(text).to_iso(), expected, "{text}");
    }

    #[test]
    fn a_day_begins_at_four_by_the_clock_on_the_wall() {
        check("2026-11-28T03:59:59[Europe/Berlin]", "2026-11-27");
        check("2026-11-28T04:00:00[Europe/Berlin]", "2026-11-28");
        check("2026-11-29T03:59:59[Asia/Kolkata]", "2026-11-28");
        check("1970-01-01T00:00:00[UTC]", "1969-12-31");
        check("2027-01-01T02:00:00[Pacific/Kiritimati]", "2026-12-31");
    }

    #[test]
    fn the_nights_of_daylight_saving_begin_a_day_once() {
        // In spring the clocks go from 02:00 to 03:00, in autumn from 03:00 back to 02:00.
        check("2026-03-29T01:59:59[Europe/Berlin]", "2026-03-28");
        check("2026-03-29T03:30:00[Europe/Berlin]", "2026-03-28");
        check("2026-03-29T04:00:00[Europe/Berlin]", "2026-03-29");
        check("2026-10-25T02:30:00+02:00[Europe/Berlin]", "2026-10-24");
        check("2026-10-25T02:30:00+01:00[Europe/Berlin]", "2026-10-24");
        check("2026-10-25T04:00:00[Europe/Berlin]", "2026-10-25");
    }

    #[test]
    fn dates_are_read_and_nothing_else_is() {
        assert_eq!(StudyDay::from_iso("1970-01-01"), Some(StudyDay(0)));
        assert_eq!(StudyDay::from_iso("2026-12-01"), Some(StudyDay(20_788)));
        assert_eq!(StudyDay::from_iso("1969-12-31"), Some(StudyDay(-1)));
        for text in
            ["", "today", "2026-02-30", "2026-12-01T10:00", "20261201", "01.12.2026", "2026-W01-1", "-2026-1-01"]
        {
            assert_eq!(StudyDay::from_iso(text), None, "{text}");
        }
    }

    #[test]
    fn days_beyond_the_calendar_do_not_panic() {
        assert_eq!(StudyDay(i32::MAX).to_iso(), "9999-12-31");
        assert_eq!(StudyDay(i32::MIN).next(), StudyDay(i32::MIN + 1));
        assert_eq!(StudyDay(i32::MAX).next(), StudyDay(i32::MAX));
        assert_eq!(StudyDay(i32::MAX).days_since(StudyDay(i32::MIN)), u32::MAX);
        assert_eq!(StudyDay::of(Moment { unix_ms: i64::MIN, offset_secs: i32::MIN }), StudyDay(i32::MIN));
    }

    #[test]
    fn weekdays_are_numbered_from_monday() {
        assert_eq!(StudyDay::from_iso("2026-11-30").map(StudyDay::weekday), Some(1));
        assert_eq!(StudyDay::from_iso("2026-12-06").map(StudyDay::weekday), Some(7));
    }

    /// Zones with large offsets, halves of hours and every kind of daylight saving.
    const ZONES: [&str; 8] = [
        "UTC",
        "Europe/Berlin",
        "America/St_Johns",
        "Asia/Kolkata",
        "Pacific/Kiritimati",
        "Pacific/Pago_Pago",
        "Australia/Lord_Howe",
        "America/Santiago",
    ];

    /// Seconds from 1970 to 2065.
    const SECONDS: std::ops::Range<i64> = 0..3_000_000_000;

    fn moment_in(zone: &str, second: i64) -> (Zoned, Moment) {
        let zone = TimeZone::get(zone).expect("a zone");
        let zoned = Timestamp::from_second(second).expect("in range").to_zoned(zone);
        let moment = Moment::from_zoned(&zoned);
        (zoned, moment)
    }

    proptest! {
        #[test]
        fn it_is_the_date_on_the_wall_or_before_four_the_date_before(zone in 0..ZONES.len(), second in SECONDS) {
            let (zoned, moment) = moment_in(ZONES[zone], second);
            let before = if zoned.hour() < 4 { 1.day() } else { 0.days() };
            let expected = zoned.date().checked_sub(before).expect("in range");
            prop_assert_eq!(StudyDay::of(moment).to_iso(), expected.to_string());
        }

        #[test]
        fn days_follow_each_other_in_each_zone(zone in 0..ZONES.len(), second in SECONDS, later in 0_i64..200_000) {
            let (_, first) = moment_in(ZONES[zone], second);
            let (_, second) = moment_in(ZONES[zone], second + later);
            // Where clocks go back they stay behind four in the morning.
            let (first, second) = (StudyDay::of(first), StudyDay::of(second));
            prop_assert!(first <= second);
            prop_assert!(second - first <= 3);
        }

        #[test]
        fn a_date_comes_back(day in -3_000_000..2_900_000_i32) {
            let day = StudyDay(day);
            let iso = day.to_iso();
            if iso.len() == 10 {
                prop_assert_eq!(StudyDay::from_iso(&iso), Some(day));
            }
        }

        #[test]
        fn adding_days_is_undone_by_taking_away(day in -1_000_000..1_000_000_i32, days in -100_000..100_000_i32) {
            let later = StudyDay(day) + days;
            prop_assert_eq!(later - StudyDay(day), i64::from(days));
            prop_assert_eq!(later.days_since(StudyDay(day)), days.max(0) as u32);
        }
    }
}
