//! Tells asterisks that open emphasis from those that tick. Knows no sign.

/// Whether an asterisk before those words opens emphasis, since another one closes it.
pub fn is_open_before(words: &str) -> bool {
    closing(words, "*").is_some()
}

/// Where asterisks stand that close those before the words.
pub fn closing(words: &str, stars: &str) -> Option<usize> {
    if stars.is_empty() || words.starts_with(char::is_whitespace) {
        return None;
    }
    let closes = |at: usize| {
        let (before, after) = (words[..at].chars().next_back(), words[at + stars.len()..].chars().next());
        before.is_some_and(|sign| !sign.is_whitespace() && !matches!(sign, '*' | '\\'))
            && after.is_none_or(|sign| sign != '*' && !sign.is_alphanumeric())
    };
    words.match_indices(stars).map(|(at, _)| at).find(|at| closes(*at))
}
