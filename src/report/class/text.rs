//! The figures of a class for a teacher at a terminal: in words where there is too little to judge.

use super::beside::Beside;
use super::counted::counted;
use super::lessons::lesson_lines;
use crate::class::{Class, ClassFigures, Flag, ItemFigures, KeyDoubt, Trust};
use crate::sitting::collected::shortened;
use std::fmt::Write;

/// The figures as text: the class first, then each question, those with something to look at before the others, and last
/// what to teach again.
pub fn class_text(class: &Class, figures: &ClassFigures, beside: &Beside) -> String {
    let mut text =
        format!("{}, {}", counted(figures.learners, "learner"), counted(figures.sittings, "finished sitting"));
    if figures.unfinished > 0 {
        let _ = write!(text, "; {} not finished, which do not count", figures.unfinished);
    }
    text.push('\n');
    text.push_str(&beside.missing_words());
    if let Some(left_out) = beside.left_out {
        text.push_str(&left_out.words(class));
    }
    if figures.sittings == 0 {
        text.push_str("There is nothing to judge until somebody has finished a sitting.\n");
        return text;
    }
    let scores = &figures.scores;
    if let (Some(mean), Some(median)) = (scores.mean_percent, scores.median_percent) {
        let _ = writeln!(text, "Mean score {mean:.0} %, median {median:.0} %{}", spread(scores.sd_percent));
    }
    text.push_str(&consistency(figures));
    if !figures.is_comparable {
        text.push_str("Some papers have no question in common, not even through others: they cannot be compared.\n");
    }
    for item in by_urgency(&figures.items) {
        text.push_str(&item_lines(class, item));
    }
    text.push_str(&lesson_lines(class, figures));
    text
}

/// The questions, those with the most pressing flag first.
pub(super) fn by_urgency(items: &[ItemFigures]) -> Vec<&ItemFigures> {
    let mut items: Vec<&ItemFigures> = items.iter().collect();
    items.sort_by_key(|item| item.flags.first().map_or(u8::MAX, urgency));
    items
}

fn spread(sd_percent: Option<f64>) -> String {
    sd_percent.map_or(String::new(), |sd| format!(", standard deviation {sd:.0} %"))
}

fn consistency(figures: &ClassFigures) -> String {
    let (Some(consistency), Some(basis)) = (figures.internal_consistency, figures.consistency_basis) else {
        return "Internal consistency cannot be computed.\n".to_owned();
    };
    match Trust::consistency(&basis) {
        Trust::TooFew { learners, questions } => format!(
            "Too little to judge the internal consistency: it takes {learners} learners with the same {questions} questions.\n"
        ),
        Trust::IntervalOnly | Trust::Hint | Trust::Sound => {
            let error =
                figures.standard_error.map_or(String::new(), |error| format!("; a score is good to ± {error:.0} %"));
            let from_rasch = " (person reliability of the Rasch fit, since too few had the same questions)";
            let basis = if basis.is_from_rasch { from_rasch } else { "" };
            format!("Internal consistency {consistency:.0} %{error}{basis}\n")
        }
    }
}

fn item_lines(class: &Class, item: &ItemFigures) -> String {
    let question = &class.questions[item.question as usize];
    let facility = item.facility.map_or("none".to_owned(), |facility| share(100.0 * facility));
    let prompt = shortened(question.prompt.trim());
    let mut lines =
        format!("\n{} {}: {prompt}\n  n {}, facility {facility}", question.bank, question.id, item.attempts);
    match (item.discrimination_index, Trust::discrimination(item.attempts).is_shown()) {
        (Some(index), true) => {
            let _ = write!(lines, ", discrimination {}", share(index));
            if let (Some(low), Some(high)) = (item.discrimination_low, item.discrimination_high) {
                let _ = write!(lines, " ({} to {})", share(low), share(high));
            }
        }
        (None, true) => lines.push_str(", discrimination: all alike"),
        (_, false) => lines.push_str(", discrimination: too few learners to judge"),
    }
    lines.push('\n');
    for flag in &item.flags {
        let _ = writeln!(lines, "  {}", flag_words(flag));
    }
    lines.push_str(&key_lines(class, item));
    lines
}

/// The keys that the question had before, and what today's makes of all answers.
pub(super) fn key_lines(class: &Class, item: &ItemFigures) -> String {
    let versions = &class.questions[item.question as usize].versions;
    let mut lines = String::new();
    for other in &item.other_keys {
        let key = shortened(&versions[usize::from(other.version)].key);
        let ids: Vec<&str> = other.sittings.iter().map(|place| &*class.sittings[*place as usize].id).collect();
        let told = ids[..ids.len().min(MOST_SITTINGS)].join(", ");
        let more = ids.len().saturating_sub(MOST_SITTINGS);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let _ = writeln!(lines, "  The key was “{key}” in {}: {told}{more}", counted(ids.len() as u32, "sitting"));
    }
    if let (Some(marked), Some(today), Some(last)) = (item.facility, item.facility_by_last_key, versions.last()) {
        let (marked, today, key) = (share(100.0 * marked), share(100.0 * today), shortened(&last.key));
        let _ = writeln!(lines, "  Facility {marked} as marked, {today} by today's key, “{key}”");
    }
    lines
}

/// More ids than these are of no use to anybody who reads.
const MOST_SITTINGS: usize = 10;

/// A figure in percent as a share with two decimals, and a minus sign where it is below 0.
fn share(percent: f64) -> String {
    format!("{:.2}", percent / 100.0).replace('-', "\u{2212}")
}

/// What is told first, from 0.
pub fn urgency(flag: &Flag) -> u8 {
    match flag {
        Flag::CheckKey { .. } => 0,
        Flag::Ambiguous => 1,
        Flag::DiffersByVersion => 2,
        Flag::TooHard => 3,
        Flag::Slow => 4,
        Flag::TooEasy => 5,
        Flag::NobodyPicks { .. } => 6,
    }
}

/// A flag in two or three words.
pub fn flag_title(flag: &Flag) -> &'static str {
    match flag {
        Flag::CheckKey { .. } => "check the key",
        Flag::NobodyPicks { .. } => "nobody picks an option",
        Flag::TooEasy => "too easy",
        Flag::TooHard => "too hard",
        Flag::Ambiguous => "ambiguous",
        Flag::Slow => "slow",
        Flag::DiffersByVersion => "different by version",
    }
}

/// A flag as a sentence.
pub fn flag_words(flag: &Flag) -> String {
    let hint = |is_hint: bool| if is_hint { " (a hint: the class is small)" } else { "" };
    match flag {
        Flag::CheckKey { doubt: KeyDoubt::Discrimination, is_hint } => {
            format!("Check the key: learners who do well on the rest do no better on this{}.", hint(*is_hint))
        }
        Flag::CheckKey { doubt: KeyDoubt::BestChose { option }, is_hint } => {
            format!("Check the key: more of the best third chose “{option}”{}.", hint(*is_hint))
        }
        Flag::NobodyPicks { option, is_hint } => format!("Nobody picks “{option}”{}.", hint(*is_hint)),
        Flag::TooEasy => "Too easy to tell learners apart.".to_owned(),
        Flag::TooHard => "Too hard: hardly anybody does better than by guessing.".to_owned(),
        Flag::Ambiguous => {
            "It may be read in two ways: many set the mark aside, remarked on it, or were sure and wrong.".to_owned()
        }
        Flag::Slow => "It takes far longer than the other questions.".to_owned(),
        Flag::DiffersByVersion => "Its key or its options changed between sittings.".to_owned(),
    }
}
