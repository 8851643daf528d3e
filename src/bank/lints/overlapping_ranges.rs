//! `overlapping-ranges`: ranges among the options that overlap. Reads numbers and a few English words for bounds.

use crate::bank::check::explain::sources::GUIDELINES;
use crate::bank::lints::{Check, Lint, Notes, View, Violation};
use crate::bank::values::quantity::readings;
use crate::bank::{Explanation, Severity};
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct OverlappingRanges {
    /// One range.
    pub first: Box<str>,
    /// The other.
    pub second: Box<str>,
}

impl Violation for OverlappingRanges {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "overlapping-ranges",
            severity: Severity::Warning,
            title: "Ranges that have numbers in common",
            why: "If the answer lies where two ranges overlap, both are right and one is marked wrong.",
            fix: "let one range begin where the other has ended",
            source: GUIDELINES,
            before: r#"Question(
    id: "bones", prompt: "How many bones has a grown human?",
    answer: Choice(correct: "200–250", distractors: ["100–200", "250–300"]),
)"#,
            after: r#"Question(
    id: "bones", prompt: "How many bones has a grown human?",
    answer: Choice(correct: "200–249", distractors: ["100–199", "250–299"]),
)"#,
        },
        checks: &[Check::Options(check)],
    };

    fn message(&self) -> String {
        let Self { first, second } = self;
        format!("\"{first}\" and \"{second}\" overlap, so that both can be right")
    }

    fn help(&self) -> Cow<'static, str> {
        "let one begin where the other has ended".into()
    }
}

/// Two ranges with a number in common: if that number is the answer, both options are right.
///
/// Haladyna, Downing & Rodriguez 2002, guideline 22.
fn check(view: &View, notes: &mut Notes) {
    let ranges: Vec<Option<Bounds>> = view.options.iter().map(|option| Bounds::read(option.text)).collect();
    if ranges.iter().flatten().count() < 2 || asks_for_a_range(view) {
        return;
    }
    let mut found = ranges.iter().enumerate().filter_map(|(index, later)| {
        let later = later.as_ref()?;
        let is_common = |earlier: &Option<Bounds>| earlier.as_ref().is_some_and(|earlier| earlier.overlaps(later));
        ranges[..index].iter().position(is_common).map(|earlier| (earlier, index))
    });
    if let Some((earlier, index)) = found.next() {
        let (first, second) = (view.options[earlier].text.into(), view.options[index].text.into());
        notes.add(view.option_path(index), OverlappingRanges { first, second });
    }
}

/// Where the range itself is the answer, as in "From when to when did it last?", ranges may well overlap.
fn asks_for_a_range(view: &View) -> bool {
    const ASKS: &[&str] = &["range", "interval", "span", "lasted", "last", "period", "reign", "reigned", "intervals"];
    view.prompt.has_any(ASKS) || (view.prompt.has("from") && view.prompt.has("to")) || view.prompt.has("between")
}

/// A range of numbers.
#[derive(Debug, PartialEq)]
struct Bounds {
    low: f64,
    high: f64,
    is_low_in: bool,
    is_high_in: bool,
    unit: Box<str>,
}

impl Bounds {
    /// `10–20`, `10 to 20 kg`, `between 10 and 20`, `less than 5`, `over 20 %`, `20 or more`, `≤ 3`.
    fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        Self::with_word_before(&text).or_else(|| Self::with_word_after(&text)).or_else(|| Self::from_to(&text))
    }

    fn with_word_before(text: &str) -> Option<Self> {
        const WORDS: &[(&str, bool, bool)] = &[
            ("less than ", false, false),
            ("fewer than ", false, false),
            ("under ", false, false),
            ("below ", false, false),
            ("up to ", false, true),
            ("at most ", false, true),
            ("no more than ", false, true),
            ("<", false, false),
            ("≤", false, true),
            ("more than ", true, false),
            ("greater than ", true, false),
            ("over ", true, false),
            ("above ", true, false),
            ("at least ", true, true),
            ("no less than ", true, true),
            (">", true, false),
            ("≥", true, true),
        ];
        let (rest, is_low, is_in) =
            WORDS.iter().find_map(|(word, is_low, is_in)| Some((text.strip_prefix(word)?, *is_low, *is_in)))?;
        Self::one_sided(rest, is_low, is_in)
    }

    fn with_word_after(text: &str) -> Option<Self> {
        const WORDS: &[(&str, bool)] = &[
            (" or more", true),
            (" or above", true),
            (" and above", true),
            (" or over", true),
            (" and over", true),
            (" or less", false),
            (" or fewer", false),
            (" or below", false),
            (" or under", false),
        ];
        let (rest, is_low) = WORDS.iter().find_map(|(word, is_low)| Some((text.strip_suffix(word)?, *is_low)))?;
        Self::one_sided(rest, is_low, true)
    }

    fn one_sided(text: &str, is_low: bool, is_in: bool) -> Option<Self> {
        let (value, unit) = number(text)?;
        Some(match is_low {
            true => Self { low: value, high: f64::INFINITY, is_low_in: is_in, is_high_in: false, unit },
            false => Self { low: f64::NEG_INFINITY, high: value, is_low_in: false, is_high_in: is_in, unit },
        })
    }

    fn from_to(text: &str) -> Option<Self> {
        let text = text.strip_prefix("between ").or_else(|| text.strip_prefix("from ")).unwrap_or(text);
        let separators = ["–", "—", " to ", " and ", " - ", "-"];
        separators.iter().filter_map(|separator| text.split_once(separator)).find_map(|(low, high)| {
            let ((low, low_unit), (high, unit)) = (number(low)?, number(high)?);
            let is_fit = low < high && (low_unit.is_empty() || low_unit == unit);
            is_fit.then_some(Self { low, high, is_low_in: true, is_high_in: true, unit })
        })
    }

    /// Whether the two have a number in common. Two spans of years are alternatives, as in "1914–1918 or 1914–1919",
    /// unless one begins in the year in which the other ends.
    fn overlaps(&self, other: &Self) -> bool {
        if self.unit != other.unit {
            return false;
        }
        let (first, second) = if self.low <= other.low { (self, other) } else { (other, self) };
        let touches = second.low == first.high;
        match touches {
            true => first.is_high_in && second.is_low_in,
            false => second.low < first.high && !(first.is_of_years() && second.is_of_years()),
        }
    }

    fn is_of_years(&self) -> bool {
        let is_year = |bound: f64| bound.fract() == 0.0 && (1000.0..2200.0).contains(&bound);
        self.unit.is_empty() && is_year(self.low) && is_year(self.high)
    }
}

fn number(text: &str) -> Option<(f64, Box<str>)> {
    // `5,000` is read both ways; in thousands last, as English has it.
    readings(text.trim()).pop().map(|read| (read.value, read.unit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::lints::tests::{check_options, check_pair, choice};

    fn check_overlap(one: &str, other: &str, expected: bool) {
        let bounds = [one, other].map(|text| Bounds::read(text).unwrap_or_else(|| panic!("not read: {text}")));
        assert_eq!(bounds[0].overlaps(&bounds[1]), expected, "{one} and {other}");
        assert_eq!(bounds[1].overlaps(&bounds[0]), expected, "{other} and {one}");
    }

    #[test]
    fn ranges_overlap_where_they_have_a_number_in_common() {
        check_overlap("10–20", "20–30", true);
        check_overlap("10 to 20 kg", "15–25 kg", true);
        check_overlap("more than 10", "more than 20", true);
        check_overlap("between 5 and 10", "at most 5", true);
        check_overlap("20 or more", "10–20", true);
        check_overlap("1900–1910", "1910–1920", true);
    }

    #[test]
    fn ranges_that_only_meet_do_not() {
        check_overlap("10–19", "20–29", false);
        check_overlap("less than 10", "10–20", false);
        check_overlap("up to 10", "more than 10", false);
        check_overlap("10–20 g", "15–25 kg", false);
        check_overlap("1914–1918", "1914–1919", false);
        check_overlap("< 5 %", "≥ 5 %", false);
    }

    #[test]
    fn what_is_no_range_is_not_read() {
        for text in ["20", "20–10", "JT-60", "well-known", "-5", "2021-12-21", "from A to B", ""] {
            assert_eq!(Bounds::read(text), None, "{text}");
        }
    }

    #[test]
    fn ranges_with_a_common_number_are_told() {
        check_options("overlapping-ranges", &["1–5", "5–9"], &["1–5", "6–9"]);
        check_pair(
            "overlapping-ranges",
            ("How heavy is it?", &choice(&["10 to 20 kg", "15 to 30 kg"])),
            ("What is the usual range?", &choice(&["10 to 20 kg", "15 to 30 kg"])),
        );
    }
}
