//! What the window says of spaced review: when a question comes back and why, and what today holds. Decides nothing.

use crate::app::state::agenda::Agenda;
use crate::app::state::play::ComesBack;
use crate::app::wording::words;
use crate::history::{FitOutcome, LastFit};
use crate::schedule::{CatchUp, Grade, StudyDay};
use crate::sitting::{Certainty, Verdict};
use jiff::Span;
use jiff::civil::date;

/// Days from which weeks, and from which months are told.
const WEEKS_FROM: u32 = 21;
const MONTHS_FROM: u32 = 70;

/// When a question comes back, and why: `Comes back in 3 days: you missed it, though you knew it before.`
pub fn comes_back(comes_back: &ComesBack) -> String {
    let memory = &comes_back.memory;
    let is_unsure = comes_back.certainty == Some(Certainty::Low);
    let why = match memory.last_grade {
        Grade::Again if comes_back.verdict == Verdict::Correct => "you were right, but took it for a guess",
        Grade::Again if memory.was_known => "you missed it, though you knew it before",
        Grade::Again if comes_back.verdict == Verdict::Partial => "too little of it was right",
        Grade::Again => "you missed it",
        Grade::Hard if comes_back.verdict == Verdict::Partial => "not all of it was right",
        Grade::Hard if comes_back.has_used_hints => "you took a hint",
        Grade::Hard if is_unsure => "you were right, but not sure",
        Grade::Hard => "a first right answer may be luck",
        Grade::Easy => "you were right and sure",
        Grade::Good if comes_back.is_overruled => "you said that you were right",
        Grade::Good => match memory.right_streak {
            0 | 1 => "you were right",
            2 => "right for the second time",
            3 => "right for the third time",
            _ => "right time after time",
        },
    };
    if memory.is_stubborn() {
        return "Missed on many days: it is set aside from your reviews. Read its explanation and its sources."
            .to_owned();
    }
    format!("Comes back {}: {why}.", in_days(comes_back.days))
}

/// `tomorrow`, `in 3 days`, `in 5 weeks`, `in 4 months`, `in 2 years`.
pub fn in_days(days: u32) -> String {
    match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        days if days < WEEKS_FROM => format!("in {days} days"),
        days if days < MONTHS_FROM => format!("in {} weeks", (days + 3) / 7),
        days if days < 2 * 365 => format!("in {} months", (days + 15) * 12 / 365),
        days => format!("in {} years", (days + 182) / 365),
    }
}

/// `12 due, 8 new`, with those for an exam where there are any.
pub fn today(agenda: &Agenda) -> String {
    let parts = [(agenda.due, "due"), (agenda.for_exam, "for an exam"), (agenda.new, "new")];
    let parts: Vec<String> =
        parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    if parts.is_empty() { "nothing".to_owned() } else { parts.join(", ") }
}

/// How a backlog is worked off: `20 a day brings you back in 9 days.`
pub fn catch_up(plan: CatchUp) -> String {
    let days = words::count(plan.days as usize, "day");
    let forgotten = match plan.forgotten {
        0 => String::new(),
        1 => " 1 question that was forgotten waits until then.".to_owned(),
        count => format!(" {count} questions that were forgotten wait until then."),
    };
    format!("{} a day brings you back in {days}. Nothing new comes until then.{forgotten}", plan.per_day)
}

/// How the model of forgetting was fitted to the learner; `None` where there is nothing to tell yet.
pub fn fit(under_way: Option<f32>, last: Option<LastFit>) -> Option<String> {
    if let Some(share) = under_way {
        return Some(format!("Torus is finding out how you forget: {}.", words::percent(100.0 * f64::from(share))));
    }
    let LastFit { outcome, answers } = last?;
    let answers = words::count(answers as usize, "answer");
    match outcome {
        FitOutcome::Taken => Some(format!("Your reviews follow how you forget, as your first {answers} show.")),
        FitOutcome::NotBetter => {
            Some(format!("How people forget on average fits your first {answers} as well as a model of your own."))
        }
        FitOutcome::NotSane => {
            Some("Your answers do not tell yet how you forget, so your reviews follow the average.".to_owned())
        }
        FitOutcome::TooFew => None,
    }
}

/// A day as `12 December`, with the year where it is another than that of `today`.
pub fn day(day: StudyDay, today: StudyDay) -> String {
    let of = |day: StudyDay| Span::new().try_days(day.0).ok().and_then(|days| date(1970, 1, 1).checked_add(days).ok());
    let (Some(date), Some(now)) = (of(day), of(today)) else { return day.to_iso() };
    let words = date.strftime("%-d %B");
    if date.year() == now.year() { words.to_string() } else { date.strftime("%-d %B %Y").to_string() }
}

/// About how long so many questions take, as the beginning of a sentence, where one takes some 20 seconds.
pub fn about_minutes(questions: usize) -> String {
    const SECS_A_QUESTION: usize = 20;
    let minutes = (questions * SECS_A_QUESTION).div_ceil(60).max(1);
    format!("About {}", words::count(minutes, "minute"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::Kind;
    use crate::moment::Moment;
    use crate::schedule::{Evidence, Memory, Model};

    /// So many days after 28 November 2026.
    fn later(days: i32) -> StudyDay {
        StudyDay::from_iso("2026-11-28").expect("a date") + days
    }

    /// What is said after these answers on days in a row, the last with this verdict.
    fn said(marks: &[f64], kind: Kind, last: impl Fn(&mut ComesBack)) -> String {
        let evidence: Vec<Evidence> = marks
            .iter()
            .zip(0..)
            .map(|(mark, day)| Evidence {
                kind,
                mark: *mark,
                certainty: None,
                hints_used: 0,
                is_given_up: false,
                answered_at: Moment { unix_ms: (day * 24 + 12) * 3_600_000, offset_secs: 0 },
            })
            .collect();
        let memory = Memory::of(&evidence, &Model::default()).expect("answers");
        let verdict = match marks.last() {
            Some(1.0) => Verdict::Correct,
            Some(0.0) => Verdict::Wrong,
            _ => Verdict::Partial,
        };
        let mut back =
            ComesBack { days: 3, memory, verdict, has_used_hints: false, certainty: None, is_overruled: false };
        last(&mut back);
        comes_back(&back)
    }

    #[test]
    fn the_reason_is_that_of_the_schedule() {
        let check = |marks: &[f64], kind: Kind, expected: &str| {
            assert_eq!(said(marks, kind, |_| {}), format!("Comes back in 3 days: {expected}."), "{marks:?} {kind:?}");
        };
        check(&[1.0], Kind::Text, "you were right");
        check(&[1.0], Kind::Choice, "a first right answer may be luck");
        check(&[1.0, 1.0], Kind::Choice, "right for the second time");
        check(&[1.0, 1.0, 1.0], Kind::Text, "right for the third time");
        check(&[1.0; 5], Kind::Text, "right time after time");
        check(&[0.0], Kind::Text, "you missed it");
        check(&[1.0, 0.0], Kind::Text, "you missed it, though you knew it before");
        check(&[0.3], Kind::Match, "too little of it was right");
        check(&[0.75], Kind::Categorise, "not all of it was right");
    }

    #[test]
    fn what_is_stubborn_does_not_come_back() {
        let marks: Vec<f64> = std::iter::once(1.0).chain([0.0; 8]).collect();
        assert!(said(&marks, Kind::Text, |_| {}).starts_with("Missed on many days"));
    }

    #[test]
    fn days_are_told_as_people_tell_them() {
        let check = |days: u32, expected: &str| assert_eq!(in_days(days), expected, "{days}");
        check(0, "today");
        check(1, "tomorrow");
        check(20, "in 20 days");
        check(21, "in 3 weeks");
        check(69, "in 10 weeks");
        check(70, "in 2 months");
        check(365, "in 12 months");
        check(800, "in 2 years");
    }

    #[test]
    fn a_date_has_its_year_where_that_is_another() {
        let today = later(0);
        assert_eq!(day(later(14), today), "12 December");
        assert_eq!(day(later(40), today), "7 January 2027");
    }

    #[test]
    fn a_plan_tells_days_and_what_waits() {
        let plan = |days, forgotten| catch_up(CatchUp { per_day: 20, days, forgotten });
        assert_eq!(plan(9, 0), "20 a day brings you back in 9 days. Nothing new comes until then.");
        assert!(
            plan(1, 1).contains("in 1 day. ")
                && plan(1, 1).ends_with("1 question that was forgotten waits until then.")
        );
    }

    #[test]
    fn today_tells_only_what_there_is() {
        let agenda = |due, for_exam, new| Agenda { due, for_exam, new, ..Agenda::default() };
        assert_eq!(today(&agenda(12, 0, 8)), "12 due, 8 new");
        assert_eq!(today(&agenda(0, 3, 0)), "3 for an exam");
        assert_eq!(today(&agenda(0, 0, 0)), "nothing");
    }
}
