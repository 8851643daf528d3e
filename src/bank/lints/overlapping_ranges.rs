//! `overlapping-ranges`: ranges among the options that overlap. Reads numbers and a few English words for bounds.

use crate::bank::check::explain::sources::GUIDELINES;
use crate::bank::lints::{Check, Lint, Notes, View, Violation};
use crate::bank::values::quantity::{convert, readings};
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
    const ASKS: &[&str] = &["range", "interval", "span", "period", "reign", "reigned", "intervals"];
    let words: Vec<&str> = view.prompt.iter().collect();
    // "In which range does it fall?" asks for a number all the same.
    let is_inside = |at: usize| at >= 2 && matches!(words[at - 2..at], ["in" | "within" | "into", "which" | "what"]);
    let asks = |at: usize| ASKS.contains(&words[at]) && !is_inside(at);
    let bounds = |pair: &[&str]| matches!(pair, ["from" | "between", "what" | "which" | "when" | "where" | "whom"]);
    (0..words.len()).any(asks) || words.windows(2).any(bounds)
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
        const ROUGHLY: &[&str] =
            &["about ", "around ", "approximately ", "roughly ", "circa ", "ca. ", "c. ", "some ", "~", "≈"];
        let text = text.trim().to_lowercase();
        let text = ROUGHLY.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(&text).trim_start();
        Self::with_word_before(text).or_else(|| Self::with_word_after(text)).or_else(|| Self::from_to(text))
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
        let (text, is_between) = match text.strip_prefix("between ") {
            Some(text) => (text, true),
            None => (text.strip_prefix("from ").unwrap_or(text), false),
        };
        // "1903 and 1911" are two years.
        let separators = [" and ", "–", "—", " to ", " - ", "-"];
        separators[usize::from(!is_between)..].iter().filter_map(|separator| text.split_once(separator)).find_map(
            |(low, high)| {
                let under = ["under ", "below ", "less than "].iter().find_map(|word| high.trim().strip_prefix(word));
                let ((low, low_unit), (high, unit)) = (number(low)?, number(under.unwrap_or(high))?);
                let low = if low_unit.is_empty() { Some(low) } else { convert(low, &low_unit, &unit) }?;
                (low < high).then_some(Self { low, high, is_low_in: true, is_high_in: under.is_none(), unit })
            },
        )
    }

    /// Whether the two have a number in common. Two spans of years are alternatives, as in "1914–1918 or 1914–1919",
    /// unless one begins in the year in which the other ends.
    fn overlaps(&self, other: &Self) -> bool {
        let in_own =
            |bound: f64| if self.unit == other.unit { Some(bound) } else { convert(bound, &other.unit, &self.unit) };
        let (Some(low), Some(high)) = (in_own(other.low), in_own(other.high)) else { return false };
        let other = &Self { low, high, unit: self.unit.clone(), ..*other };
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
        check_overlap("200 m to 0.5 km", "0.4 km to 1 km", true);
        check_overlap("about 5–9 km", "around 9–13 km", true);
        check_overlap("less than 1 hour", "30 to 90 minutes", true);
    }

    #[test]
    fn ranges_that_only_meet_do_not() {
        check_overlap("10–19", "20–29", false);
        check_overlap("less than 10", "10–20", false);
        check_overlap("up to 10", "more than 10", false);
        check_overlap("10–20 g", "15–25 kg", false);
        check_overlap("2 m to under 4 m", "4 m to under 6 m", false);
        check_overlap("900 m to 44 km", "45 km to 60 km", false);
        check_overlap("10–20 g", "15–25 m", false);
        check_overlap("1914–1918", "1914–1919", false);
        check_overlap("< 5 %", "≥ 5 %", false);
    }

    #[test]
    fn what_is_no_range_is_not_read() {
        for text in ["20", "20–10", "JT-60", "well-known", "-5", "2021-12-21", "from A to B", "1903 and 1911", ""] {
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
        check_pair(
            "overlapping-ranges",
            ("How far is it from Tokyo to Osaka, and in which range does it lie?", &choice(&["1–5 km", "5–9 km"])),
            ("From when to when is it open?", &choice(&["1–5 h", "5–9 h"])),
        );
    }
}
