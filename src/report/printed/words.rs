//! Words and signs that every form of a printed paper shares.

/// `1 point`, `2.5 points`.
pub(super) fn points(points: f64) -> String {
    let number = plain_number(points);
    if number == "1" { "1 point".to_owned() } else { format!("{number} points") }
}

/// Sums of decimal fractions such as 0.1 + 0.2 carry binary dust, and the sum of nothing is −0.
pub(super) fn plain_number(number: f64) -> String {
    ((number * 1e6).round() / 1e6 + 0.0).to_string()
}

/// `3 questions`, `1 question`.
pub(super) fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// `text` with every control character but line breaks and tabs replaced, so that none reaches a terminal.
pub(super) fn printable(text: &str) -> String {
    let replace = |letter: char| match letter {
        '\n' | '\t' => letter,
        _ if letter.is_control() => char::REPLACEMENT_CHARACTER,
        _ => letter,
    };
    text.replace("\r\n", "\n").chars().map(replace).collect()
}

/// Text that means itself in HTML, inside elements and inside quoted attributes alike.
pub(in crate::report) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in printable(text).chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(letter),
        }
    }
    safe
}
