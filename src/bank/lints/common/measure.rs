//! Questions for something that is measured: which words ask for it, and which name its unit. Knows English alone.

use crate::bank::lints::common::Words;

/// Whether the prompt asks how long, how heavy or how hot something is, or for its mass, its speed and the like.
pub(crate) fn asks_for_measure(prompt: &Words) -> bool {
    /// So many words behind "what" may stand before the quantity: "What is the mean distance …?"
    const REACH_WORDS: usize = 5;
    let words: Vec<&str> = prompt.iter().collect();
    let asks_how = words.windows(2).any(|pair| pair[0] == "how" && DEGREES.contains(&pair[1]));
    let asked = words.iter().position(|word| matches!(*word, "what" | "which"));
    let asks_what =
        asked.is_some_and(|start| words[start + 1..].iter().take(REACH_WORDS).any(|word| QUANTITIES.contains(word)));
    asks_how || asks_what
}

/// Whether the prompt holds a number from which the answer may be worked out. Years are none.
pub(crate) fn gives_number(prompt: &Words) -> bool {
    let is_year = |word: &str| word.len() == 4 && word.parse().is_ok_and(|year: u32| (1000..2200).contains(&year));
    prompt.iter().any(|word| {
        (word.starts_with(|sign: char| sign.is_ascii_digit()) && !is_year(word)) || SMALL_NUMBERS.contains(&word)
    })
}

/// Whether the prompt names a unit.
pub(crate) fn names_unit(prompt: &Words) -> bool {
    let words: Vec<&str> = prompt.iter().collect();
    let is_name = |word: &str| UNITS.contains(&word) || word.strip_suffix('s').is_some_and(|one| UNITS.contains(&one));
    let is_symbol = |word: &str| SYMBOLS.contains(&word);
    words.iter().any(|word| word.split('-').any(is_name))
        || words.windows(2).any(|pair| matches!(pair[0], "in" | "per") && is_symbol(pair[1]))
}

const DEGREES: &[&str] =
    &["cold", "deep", "far", "fast", "heavy", "high", "hot", "long", "tall", "thick", "warm", "wide"];

#[rustfmt::skip]
const QUANTITIES: &[&str] = &[
    "altitude", "circumference", "density", "depth", "diameter", "distance", "elevation", "height", "length", "mass", "pressure",
    "radius", "speed", "temperature", "velocity", "voltage", "wavelength", "weight", "width",
];

const SMALL_NUMBERS: &[&str] =
    &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twice", "half"];

#[rustfmt::skip]
const UNITS: &[&str] = &[
    "ampere", "angstrom", "atmosphere", "au", "bar", "becquerel", "billion", "byte", "calorie", "carat", "celsius", "cent", "centimeter",
    "centimetre", "century", "centurie", "coulomb", "day", "decade", "decibel", "degree", "electronvolt", "fahrenheit", "farad",
    "fathom", "feet", "foot", "furlong", "gallon", "gigawatt", "gram", "gramme", "hectare", "henry", "hertz", "hour", "inch",
    "inche", "joule", "kelvin", "kilogram", "kilohertz", "kilojoule", "kilometer", "kilometre", "kilowatt", "km", "kg", "knot",
    "lightyear", "light-year", "litre", "liter", "megahertz", "megajoule", "megawatt", "meter", "metre", "microgram", "micrometer",
    "micrometre", "micron", "mile", "milligram", "millilitre", "milliliter", "millimeter", "millimetre", "million", "millisecond",
    "minute", "mm", "cm", "mole", "month", "nanometer", "nanometre", "nanosecond", "newton", "ohm", "ounce", "parsec", "pascal",
    "percent", "pint", "pound", "radian", "second", "semitone", "siemens", "step", "stone", "tesla", "ton", "tonne", "unit",
    "volt", "watt", "weber", "week", "yard", "year",
];

/// Symbols that are words or letters too, so that they count behind "in" alone.
const SYMBOLS: &[&str] =
    &["c", "f", "ft", "g", "h", "hz", "j", "k", "l", "lb", "m", "min", "ml", "mi", "n", "pa", "s", "t", "v", "w"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_measured_is_told_from_what_is_counted() {
        for prompt in ["How high is it?", "What is the mean distance to it?", "At which temperature does it boil?"] {
            assert!(asks_for_measure(&Words::of(prompt)), "{prompt}");
        }
        for prompt in
            ["How many metres make a mile?", "Which planet has the largest moon and the longest year, and a mass?"]
        {
            assert!(!asks_for_measure(&Words::of(prompt)), "{prompt}");
        }
    }

    #[test]
    fn units_are_known_by_name_and_behind_in_by_symbol() {
        for prompt in
            ["How high, in metres?", "How high is it in m?", "How hot, in degrees Celsius?", "A five-minute walk"]
        {
            assert!(names_unit(&Words::of(prompt)), "{prompt}");
        }
        for prompt in ["How high is it?", "Is it in Peru?"] {
            assert!(!names_unit(&Words::of(prompt)), "{prompt}");
        }
    }

    #[test]
    fn a_year_is_no_number_to_work_with() {
        assert!(gives_number(&Words::of("after 4 hours")) && gives_number(&Words::of("three of them")));
        assert!(!gives_number(&Words::of("in 1953, on K2")));
    }
}
