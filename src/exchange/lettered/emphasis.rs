//! Takes the asterisks of emphasis from around signs and keys, so that what they stand for is seen. Knows no question.

use super::asterisks::closing;
use super::signs;
use std::borrow::Cow;

/// The line with its emphasis behind the sign that it begins with: `**1.** What?` is `1. What?`, and `*Answer: B*` is
/// `Answer: *B*`. An asterisk that nothing closes is a tick, and stays.
pub fn behind_sign(line: &str) -> Cow<'_, str> {
    let line = line.trim();
    let bare = line.trim_start_matches('*');
    let stars = &line[..line.len() - bare.len()];
    if stars.is_empty() || stars.len() > 3 {
        return Cow::Borrowed(line);
    }
    let Some(close) = closing(bare, stars) else { return Cow::Borrowed(line) };
    let (head, tail) = (&bare[..close], &bare[close + stars.len()..]);
    if sign_length(head) == head.len() {
        return Cow::Owned(format!("{} {}", head.trim_end(), tail.trim_start()).trim_end().to_owned());
    }
    if tail.trim_start().starts_with(':') && signs::is_name(&format!("{head}:")) {
        return Cow::Owned(format!("{head}{}", tail.trim_start()));
    }
    match sign_length(bare) {
        0 => Cow::Borrowed(line),
        length => Cow::Owned(format!("{} {stars}{}", bare[..length].trim_end(), bare[length..].trim_start())),
    }
}

/// How many bytes the sign takes that a line begins with: a number, a letter, or a name before a colon.
pub fn sign_length(line: &str) -> usize {
    let line = line.trim_end();
    let after = signs::number(line).map(|(_, words)| words.len());
    let after = after.or_else(|| signs::option(line).map(|start| start.text.len()));
    let after =
        after.or_else(|| signs::is_name(line).then(|| line.find([':', '：']).map(|at| line.len() - at - 1)).flatten());
    after.map_or(0, |after| line.len() - after)
}

/// Words without the emphasis that they have as a whole.
pub fn without(words: &str) -> &str {
    let words = words.trim();
    let bare = words.trim_start_matches('*');
    let stars = &words[..words.len() - bare.len()];
    match closing(bare, stars) {
        Some(close) if !stars.is_empty() && stars.len() <= 3 && close + stars.len() == bare.len() => &bare[..close],
        _ => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emphasis_goes_behind_the_sign() {
        for (line, expected) in [
            ("**1.** What?", "1. What?"),
            ("**1. What?**", "1. **What?**"),
            ("**125. Run **copy** now", "125. **Run **copy** now"),
            ("*Answer: B*", "Answer: *B*"),
            ("**Answer:** b", "Answer: b"),
            ("**Answer**: b", "Answer: b"),
            ("**a)** Rome", "a) Rome"),
            ("*a) Rome*", "a) *Rome*"),
            ("*a) Rome", "*a) Rome"),
            ("* a) Rome", "* a) Rome"),
            ("**Rome** is", "**Rome** is"),
            ("*a) 2*3", "*a) 2*3"),
        ] {
            assert_eq!(behind_sign(line), expected, "{line}");
        }
        assert_eq!(
            (without("**two**"), without("*E. coli* and *B*"), without("*x")),
            ("two", "*E. coli* and *B*", "*x")
        );
    }
}
