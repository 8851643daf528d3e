//! Raised and lowered text in plain words: in signs of its own where there are such.

use super::signs;

/// The text raised or lowered, in signs of its own where there are such.
pub(super) fn script(is_raised: bool, text: &str) -> String {
    if text.is_empty() || text == "′" {
        return text.to_owned();
    }
    if is_raised && matches!(text, "∘" | "°") {
        return "°".to_owned();
    }
    let known = if is_raised { signs::raised(text) } else { signs::lowered(text) };
    match known {
        Some(known) => known,
        None if !is_raised => format!("_{}", bracketed(text)),
        None if text.chars().nth(1).is_some() => format!("^({text})"),
        None => format!("^{text}"),
    }
}

/// The text in brackets, where it is more than one thing.
pub(super) fn bracketed(text: &str) -> String {
    let is_one = text.chars().all(|sign| {
        sign.is_alphanumeric() || matches!(sign, '.' | '′') || !sign.is_ascii() && !signs::is_joining(sign)
    });
    if is_one || (text.starts_with('(') && text.find(')') == Some(text.len() - 1)) {
        text.to_owned()
    } else {
        format!("({text})")
    }
}
