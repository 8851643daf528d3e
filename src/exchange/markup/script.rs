//! Raised and lowered text in signs of its own. Knows no TeX.

const RAISED: (&str, &str) = ("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ");
const LOWERED: (&str, &str) = ("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎");

/// The text raised or lowered, where each sign has one of its own.
pub(super) fn script(is_raised: bool, text: &str) -> Option<String> {
    let (plain, script) = if is_raised { RAISED } else { LOWERED };
    text.chars()
        .map(|sign| plain.chars().zip(script.chars()).find(|(from, _)| *from == sign).map(|(_, to)| to))
        .collect()
}
