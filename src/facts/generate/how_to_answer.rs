//! What a prompt must say beside its question where a number is typed: the unit, and how near is near enough. Says nothing
//! twice.

use crate::bank::values::quantity::{convert, is_known_unit, quantity};
use crate::facts::Quantity;
use crate::facts::generate::wording::grouped;

/// The sentence to stand behind the prompt; `None` where the prompt leaves nothing open.
pub(crate) fn how_to_answer(prompt: &str, amount: &Quantity) -> Option<String> {
    let unit = amount.unit.trim();
    let task = Some(unit).filter(|unit| !says_unit(prompt, unit)).map(task);
    let is_told = ["nearest", "within", "give or take"].iter().any(|words| prompt.to_lowercase().contains(words));
    let reach = Some(amount.tolerance).filter(|tolerance| *tolerance > 0.0 && !is_told).map(grouped);
    match (task, reach) {
        (Some(task), Some(reach)) => Some(format!("{task}, to within {reach}.")),
        (Some(task), None) => Some(format!("{task}.")),
        (None, Some(reach)) => Some(format!("Answer to within {reach}{}.", unit_behind(unit))),
        (None, None) => None,
    }
}

/// What to write, in that unit: "Answer in km", "Give the number of ships".
fn task(unit: &str) -> String {
    const SCALES: [&str; 4] = ["thousand", "million", "billion", "trillion"];
    let scaled = unit.split_once(' ').filter(|(scale, _)| SCALES.contains(scale));
    match scaled {
        _ if is_measured(unit) => format!("Answer in {unit}"),
        Some((scale, things)) => format!("Answer in {scale}s of {things}"),
        None => format!("Give the number of {unit}"),
    }
}

/// Whether a unit measures: what is counted is a word like any other.
fn is_measured(unit: &str) -> bool {
    // As it is read behind a number, where µ is written in two ways.
    let is_read = || quantity(&format!("1 {unit}")).is_some_and(|read| is_known_unit(&read.unit));
    is_known_unit(unit) || !unit.contains(char::is_alphabetic) || is_read()
}

/// Per cent of what, a bare number would leave open.
fn unit_behind(unit: &str) -> String {
    match unit {
        "%" => " percentage points".to_owned(),
        unit if is_measured(unit) && !unit.is_empty() => format!(" {unit}"),
        _ => String::new(),
    }
}

/// Whether a prompt names the unit, by its symbol, its name or, where things are counted, by asking how many.
fn says_unit(prompt: &str, unit: &str) -> bool {
    /// Words of the longest name: "metres per second".
    const MOST_WORDS: usize = 3;
    let small = prompt.to_lowercase();
    if unit.is_empty() || (!is_measured(unit) && small.contains("how many")) {
        return true;
    }
    if unit == "%" && ["%", "percentage", "per cent", "percent"].iter().any(|word| small.contains(word)) {
        return true;
    }
    let is_mark = |sign: char| matches!(sign, '?' | '.' | ',' | ';' | ':' | '!' | '(' | ')' | '"' | '“' | '”');
    let words: Vec<&str> = prompt.split_whitespace().map(|word| word.trim_matches(is_mark)).collect();
    (1..=MOST_WORDS).any(|count| words.windows(count).any(|name| is_name(&name.join(" "), unit)))
}

fn is_name(name: &str, unit: &str) -> bool {
    // The second planet is not timed.
    let is_ordinal = name.eq_ignore_ascii_case("second");
    name == unit || (name.chars().count() > 1 && !is_ordinal && convert(1.0, name, unit) == Some(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(prompt: &str, unit: &str, tolerance: f64, expected: &str) {
        let amount = Quantity { value: 100.0, unit: unit.into(), tolerance, ..Quantity::default() };
        assert_eq!(how_to_answer(prompt, &amount).as_deref().unwrap_or_default(), expected, "{prompt} {unit}");
    }

    #[test]
    fn the_unit_and_the_tolerance_are_told() {
        check("How long is the Rhine?", "km", 50.0, "Answer in km, to within 50.");
        check("How long is the Rhine?", "km", 0.0, "Answer in km.");
        check("How cold is it?", "°C", 2.5, "Answer in °C, to within 2.5.");
        check("How wide is a cell?", "\u{b5}m", 1.0, "Answer in \u{b5}m, to within 1.");
        check("What share was it?", "%", 5.0, "Answer in %, to within 5.");
        check("How large was the fleet?", "ships", 0.0, "Give the number of ships.");
        check("How large is the population?", "million people", 0.5, "Answer in millions of people, to within 0.5.");
        check("How far is it?", "million km", 1500.0, "Answer in million km, to within 1,500.");
    }

    #[test]
    fn nothing_is_told_that_the_prompt_says() {
        check("How many ships sailed?", "ships", 0.0, "");
        check("How many people live there?", "inhabitants", 1000.0, "Answer to within 1,000.");
        check("How many kilometres long is the Rhine?", "km", 0.0, "");
        check("How long is the Rhine, in km?", "km", 50.0, "Answer to within 50 km.");
        check("How fast is it in metres per second?", "m/s", 0.0, "");
        check("How many degrees Celsius is it?", "°C", 0.0, "");
        check("What percentage is it?", "%", 5.0, "Answer to within 5 percentage points.");
        check("How long is it to the nearest 100 km?", "km", 50.0, "");
        check("How many are there?", "", 0.0, "");
        check("How many are there?", "", 3.0, "Answer to within 3.");
    }

    #[test]
    fn a_word_that_is_a_unit_too_tells_none() {
        check("How long is a day on the second planet?", "s", 0.0, "Answer in s.");
        check("How heavy is a man?", "kg", 0.0, "Answer in kg.");
    }
}
