//! Raised and lowered words of HTML: as signs of Unicode where there are such, else as TeX. Knows no HTML.

use crate::text::rich::{Inline, Style};

const PLAIN: &str = "0123456789+-=()ni−";
const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ⁻";
const LOWERED: &str = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢ₋";

/// The words raised or lowered.
pub(super) fn script(is_raised: bool, inlines: Vec<Inline>) -> Vec<Inline> {
    let mark = if is_raised { '^' } else { '_' };
    let texts: Option<Vec<(&str, &Style)>> = inlines.iter().map(words).collect();
    match texts.as_deref() {
        Some([]) => Vec::new(),
        Some(texts @ [(_, style), ..]) => {
            let text: String = texts.iter().map(|(text, _)| *text).collect();
            let style = (*style).clone();
            let signs = if is_raised { RAISED } else { LOWERED };
            match in_signs(text.trim(), signs) {
                Some(text) => vec![Inline::Text { text, style }],
                None if text.trim().is_empty() => Vec::new(),
                None => vec![maths(format!("{mark}{{{}}}", in_tex(text.trim())))],
            }
        }
        None => match &inlines[..] {
            [Inline::Maths { tex, .. }] => vec![maths(format!("{mark}{{{tex}}}"))],
            _ => inlines,
        },
    }
}

fn words(inline: &Inline) -> Option<(&str, &Style)> {
    match inline {
        Inline::Text { text, style } => Some((text, style)),
        Inline::Maths { .. } | Inline::Picture { .. } | Inline::Break | Inline::Gap(_) => None,
    }
}

fn maths(tex: String) -> Inline {
    Inline::Maths { tex, is_display: false }
}

fn in_signs(text: &str, signs: &str) -> Option<String> {
    let sign = |plain: char| PLAIN.chars().position(|known| known == plain).and_then(|place| signs.chars().nth(place));
    let is_none = text.is_empty();
    if is_none { None } else { text.chars().map(sign).collect() }
}

fn in_tex(text: &str) -> String {
    let is_formula = text.chars().count() == 1 && text.chars().all(char::is_alphanumeric);
    if is_formula { text.to_owned() } else { format!("\\text{{{}}}", tex_words(text)) }
}

/// Words as TeX has them between the braces of `\text`.
pub(super) fn tex_words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '#' | '$' | '%' | '&' | '_' | '{' | '}' => words.extend(['\\', sign]),
            '\\' => words.push_str("\\backslash "),
            '^' | '~' => words.extend(['\\', sign, '{', '}']),
            _ => words.push(sign),
        }
    }
    words
}
