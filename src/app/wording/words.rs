//! The words that a window shows: verdicts, durations, counts and dates. Paints nothing.

use crate::app::wording::kind_words;
use crate::bank::{Kind, Mode};
use crate::moment::Moment;
use crate::sitting::{Certainty, Note, Sitting, Turn, Verdict, response};
use jiff::Timestamp;
use jiff::tz::Offset;

/// What the learner is told first about an answer, in CommonMark.
pub fn verdict(turn: &Turn) -> String {
    let question = &turn.item.question;
    let kind = question.kind();
    let parts = response::correct_parts(question);
    let parts: Vec<String> = parts.into_iter().map(|part| kind_words::shown_part(kind, part)).collect();
    match turn.verdict() {
        Verdict::Correct if turn.is_overruled() => "Counted as right".to_owned(),
        Verdict::Correct if kind.is_self_rated() => "You knew it".to_owned(),
        Verdict::Wrong if kind.is_self_rated() => "Not yet".to_owned(),
        Verdict::Correct => "That is right".to_owned(),
        Verdict::Partial => "Partly right".to_owned(),
        Verdict::Unanswered => match kind_words::worth_telling(kind, &parts) {
            Some(parts) if turn.is_not_known() => format!("Answer: {}", listed(parts)),
            Some(parts) => format!("Not answered. Answer: {}", listed(parts)),
            None if turn.is_not_known() => "Here is the answer".to_owned(),
            None => "Not answered".to_owned(),
        },
        Verdict::Wrong if parts.len() == 1 || kind == Kind::Text => {
            format!("Not quite. Answer: {}", parts.first().map_or("", String::as_str))
        }
        Verdict::Wrong => "Not quite".to_owned(),
    }
}

/// What becomes of a question of a practice that was not known, where that is worth telling.
pub fn to_come(turn: &Turn) -> Option<&'static str> {
    let is_missed = turn.item.question.kind().is_self_rated() && turn.verdict() == Verdict::Wrong;
    match (turn.is_second_try(), turn.is_not_known()) {
        (false, true) => Some("It counts as missed, and comes for a second try."),
        (false, false) if is_missed => Some("It comes for a second try."),
        _ => None,
    }
}

/// How many of a sitting's questions were right: `5 of 12 right`.
pub fn right_of(sitting: &Sitting) -> String {
    format!("{} of {} right", sitting.right_count(), sitting.question_count())
}

/// What a sitting came to: `2.5 of 5 points`.
pub fn total(sitting: &Sitting) -> String {
    score_of(sitting.score(), sitting.max_score())
}

/// Whether the points of a sitting are the number of questions that were right, so that either tells all.
pub fn counts_plainly(sitting: &Sitting) -> bool {
    sitting.score() == sitting.right_count() as f64 && sitting.max_score() == sitting.question_count() as f64
}

/// A remark on an answer, as a sentence.
pub fn note(note: &Note) -> String {
    match note {
        Note::NotANumber => "What you typed is not a number.".to_owned(),
        Note::WrongUnit { expected } if expected.is_empty() => {
            "This is asked without a unit: write the number alone.".to_owned()
        }
        Note::WrongUnit { expected } => format!("Wrong unit: this is asked in {expected}."),
        Note::UnitMissing { expected } => format!("The unit is missing: write it with {expected}."),
        Note::WrongPowerOfTen => "The digits are right, the power of ten is not.".to_owned(),
        Note::Typo { accepted } => format!("Counted as right; it is written “{accepted}”."),
        Note::OtherWord { accepted } => format!("Close to “{accepted}”, but a word of its own: no slip."),
        Note::Punctuation { accepted } => format!("The punctuation counts here: it is written “{accepted}”."),
        Note::NotKnown => "You said that you do not know it.".to_owned(),
    }
}

/// A mode as every screen calls it.
pub fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Practice => "Practice",
        Mode::Test => "Test",
    }
}

/// "a, b and c".
pub fn listed(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// Parts as sentences, one after the other, each with a sign at its end.
pub fn sentences(parts: impl IntoIterator<Item = String>) -> String {
    let ended = |part: String| if part.ends_with(['.', '!', '?', ':']) { part } else { part + "." };
    parts.into_iter().filter(|part| !part.is_empty()).map(ended).collect::<Vec<_>>().join(" ")
}

/// What an error says, with a capital letter and a full stop.
pub fn as_sentence(words: &str) -> String {
    format!("{}.", capital(words))
}

/// The words with a capital letter first.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `3 questions`, `1 question`.
pub fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// Minutes and seconds as a clock shows them: `03:21`, `1:02:05`. Part of a second counts whole.
pub fn clock(ms: u64) -> String {
    let secs = ms.div_ceil(1000);
    let (hours, minutes, secs) = (secs / 3600, secs / 60 % 60, secs % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{secs:02}") } else { format!("{minutes:02}:{secs:02}") }
}

/// Minutes and seconds in a table: `0:41`.
pub fn short_clock(ms: u64) -> String {
    let secs = (ms + 500) / 1000;
    format!("{}:{:02}", secs / 60, secs % 60)
}

/// A duration in words: `48 s`, `5 min 48 s`, `2 h 5 min`.
pub fn duration(ms: u64) -> String {
    let secs = (ms + 500) / 1000;
    match (secs / 3600, secs / 60 % 60, secs % 60) {
        (0, 0, secs) => format!("{secs} s"),
        (0, minutes, 0) => format!("{minutes} min"),
        (0, minutes, secs) => format!("{minutes} min {secs} s"),
        (hours, minutes, _) => format!("{hours} h {minutes} min"),
    }
}

/// A duration as it is said: `9 minutes 59 seconds`. Part of a second counts whole.
pub fn spoken_duration(ms: u64) -> String {
    let secs = ms.div_ceil(1000) as usize;
    let parts = [(secs / 3600, "hour"), (secs / 60 % 60, "minute"), (secs % 60, "second")];
    let said: Vec<String> =
        parts.into_iter().filter(|(number, _)| *number > 0).map(|(number, unit)| count(number, unit)).collect();
    if said.is_empty() { count(0, "second") } else { said.join(" ") }
}

/// Points without needless decimals: `10`, `0.5`, `0.33`, `−6` with a minus sign that is as wide as a plus.
pub fn points(value: f64) -> String {
    let text = format!("{:.2}", value.abs());
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if value < 0.0 && text != "0" { format!("\u{2212}{text}") } else { text.to_owned() }
}

/// How sure a learner was, in one word.
pub fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Low => "Guess",
        Certainty::Middling => "Likely",
        Certainty::High => "Certain",
    }
}

/// What an answer counts and why, where that is not all or nothing: `0.75 of 1 point · 1 hint, −25 %`, or with how sure
/// the learner was: `Certain, and wrong: −6 points`.
pub fn counted(turn: &Turn) -> Option<String> {
    if !turn.is_answered() {
        return None;
    }
    let hints = (turn.hints_cost() > 0.0).then(|| {
        format!("{}, \u{2212}{}", count(turn.hints_used as usize, "hint"), percent(turn.hints_cost() * 100.0))
    });
    if hints.is_none() && !turn.counts_certainty && turn.verdict() != Verdict::Partial {
        return None;
    }
    let earned = if turn.counts_certainty { earned_by_certainty(turn) } else { score(turn) };
    Some([Some(earned), hints].into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

/// What was said, what became of it, and what that earned. Out of how many is not told: it would be three times the points
/// of the question, and being right on a guess is no third of an answer.
fn earned_by_certainty(turn: &Turn) -> String {
    let sure = match turn.certainty.unwrap_or(Certainty::Low) {
        Certainty::Low => "A guess",
        Certainty::Middling => "Likely",
        Certainty::High => "Certain",
    };
    format!("{sure}, and {}: {}", verdict_word(turn.verdict()), earned(turn))
}

/// What an answer earned: `−6 points`.
pub fn earned(turn: &Turn) -> String {
    let noun = if turn.score().abs() == 1.0 { "point" } else { "points" };
    format!("{} {noun}", points(turn.score()))
}

/// A verdict as one word within a sentence.
pub fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Correct => "right",
        Verdict::Partial => "partly right",
        Verdict::Wrong => "wrong",
        Verdict::Unanswered => "not answered",
    }
}

/// `0.75 of 1 point`.
pub fn score(turn: &Turn) -> String {
    score_of(turn.score(), turn.max_score())
}

fn score_of(score: f64, most: f64) -> String {
    let noun = if most == 1.0 { "point" } else { "points" };
    format!("{} of {} {noun}", points(score), points(most))
}

/// A percentage without decimals: `83 %`.
pub fn percent(value: f64) -> String {
    format!("{} %", points(value.round()))
}

/// The day of `then` as seen on the day of `now`: `today`, `yesterday`, `Tuesday`, `3 November`, `3 November 2025`.
pub fn day(then: Moment, now: Moment) -> String {
    let (then, now) = (civil(then), civil(now));
    let days = (now - then).get_days();
    match days {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        2..=6 => then.strftime("%A").to_string(),
        _ if then.year() == now.year() => then.strftime("%-d %B").to_string(),
        _ => then.strftime("%-d %B %Y").to_string(),
    }
}

/// Time of day: `14:05`.
pub fn time_of_day(then: Moment) -> String {
    let offset = Offset::from_seconds(then.offset_secs).unwrap_or(Offset::UTC);
    let timestamp = Timestamp::from_millisecond(then.unix_ms).unwrap_or_default();
    offset.to_datetime(timestamp).strftime("%H:%M").to_string()
}

fn civil(moment: Moment) -> jiff::civil::Date {
    let offset = Offset::from_seconds(moment.offset_secs).unwrap_or(Offset::UTC);
    offset.to_datetime(Timestamp::from_millisecond(moment.unix_ms).unwrap_or_default()).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR_MS: i64 = 3_600_000;
    /// 2026-11-23T06:00:00 UTC, a Monday.
    const NOW: Moment = Moment { unix_ms: 1_795_413_600_000, offset_secs: 0 };

    fn before(hours: i64) -> Moment {
        Moment { unix_ms: NOW.unix_ms - hours * HOUR_MS, ..NOW }
    }

    #[test]
    fn an_unanswered_question_tells_one_form_of_a_text_and_every_key_of_a_choice() {
        let check = |answer: &str, expected: &str| {
            let question =
                ron::from_str(&format!("(id: \"q\", prompt: \"Q?\", answer: {answer})")).expect("a question");
            let item = crate::paper::PaperItem::new("b", question, Vec::new());
            assert_eq!(verdict(&Turn::new(item, 1)), expected);
        };
        check("Text(accept: [\"Reykjavik\", \"Reykjavík\"])", "Not answered. Answer: Reykjavik");
        check("Choices(correct: [\"a\", \"b\"], distractors: [\"c\"])", "Not answered. Answer: a and b");
        check("Text(accept: [])", "Not answered. Answer: ");
        check("Order(items: [\"a\", \"b\", \"c\"])", "Not answered");
    }

    #[test]
    fn days_are_named_as_people_name_them() {
        assert_eq!(day(before(1), NOW), "today");
        assert_eq!(day(before(7), NOW), "yesterday");
        assert_eq!(day(before(24 * 3), NOW), "Friday");
        assert_eq!(day(before(24 * 20), NOW), "3 November");
        assert_eq!(day(before(24 * 385), NOW), "3 November 2025");
    }

    #[test]
    fn clocks_never_show_zero_before_the_end() {
        assert_eq!(clock(1), "00:01");
        assert_eq!(clock(0), "00:00");
        assert_eq!(clock(201_000), "03:21");
        assert_eq!(clock(3_725_000), "1:02:05");
    }

    #[test]
    fn a_duration_is_said_in_whole_words() {
        let said = [0, 1, 61_000, 599_000, 3_600_000, 3_725_000].map(spoken_duration);
        let expected = [
            "0 seconds",
            "1 second",
            "1 minute 1 second",
            "9 minutes 59 seconds",
            "1 hour",
            "1 hour 2 minutes 5 seconds",
        ];
        assert_eq!(said, expected);
    }

    #[test]
    fn points_carry_no_needless_decimals() {
        assert_eq!([points(10.0), points(0.5), points(1.0 / 3.0), points(0.0)], ["10", "0.5", "0.33", "0"]);
        assert_eq!([points(-6.0), points(-0.5), points(-0.0), points(-0.001)], ["\u{2212}6", "\u{2212}0.5", "0", "0"]);
        assert_eq!([percent(83.4), percent(-33.3), percent(100.0)], ["83 %", "\u{2212}33 %", "100 %"]);
    }

    #[test]
    fn lists_end_in_and() {
        let parts: Vec<String> = ["a", "b", "c"].map(str::to_owned).into();
        assert_eq!([listed(&parts), listed(&parts[..1]), listed(&[])], ["a, b and c", "a", ""]);
    }
}
