//! Tells TeX maths between `$` from the words around it. Reads no maths.

/// Maths longer than this many bytes is not looked for: a text full of single `$` would take the square of its length.
const LONGEST_BYTES: usize = 2048;

/// How many bytes of `text`, which begins with `$`, are maths with both its delimiters; `None` where the `$` stands
/// for itself.
///
/// As in Pandoc (manual, `tex_math_dollars`): right after the opening `$` no white space, right before the closing
/// one none either, and no digit after it, so that `$5 and $6` are sums of money. `$$…$$` is maths too. A backslash
/// keeps the sign after it from ending the maths, and a blank line, which TeX forbids, ends the search.
pub fn leading(text: &str) -> Option<usize> {
    let delimiter = if text.starts_with("$$") { "$$" } else { "$" };
    let inside = text.strip_prefix(delimiter)?;
    let is_display = delimiter.len() == 2;
    if inside.starts_with(|sign: char| sign == '$' || (!is_display && sign.is_whitespace())) {
        return None;
    }
    let mut before = '$';
    let mut signs = inside.char_indices();
    while let Some((at, sign)) = signs.next() {
        if at > LONGEST_BYTES || (sign == '\n' && is_blank_line(&inside[at + 1..])) {
            return None;
        } else if sign == '\\' {
            signs.next();
        } else if inside[at..].starts_with(delimiter) {
            let after = inside[at + delimiter.len()..].chars().next();
            let closes = !before.is_whitespace() && !after.is_some_and(|sign| sign.is_ascii_digit());
            if is_display || closes {
                return Some(at + 2 * delimiter.len());
            }
        }
        before = sign;
    }
    None
}

/// Whether `text` begins with a line of white space alone.
fn is_blank_line(text: &str) -> bool {
    text.split('\n').next().is_some_and(|line| line.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(leading(text).map_or("", |length| &text[..length]), expected, "{text}");
    }

    #[test]
    fn maths_ends_at_its_closing_sign() {
        check("$x$ and $y$", "$x$");
        check("$x_{1}$", "$x_{1}$");
        check(r"$\$5 + x$ more", r"$\$5 + x$");
        check("$$x\n$ y$$ z", "$$x\n$ y$$");
        check("$é$", "$é$");
    }

    #[test]
    fn a_sign_that_opens_nothing_stands_for_itself() {
        for text in
            ["$5 and $6", "$ x$", "$x $", "$x", "$", "$$", "$$x$", "", "x$y$", r"$x\$", "$a\n \nb$", "$$a\n\nb$$"]
        {
            check(text, "");
        }
    }

    #[test]
    fn a_heap_of_signs_takes_no_square_of_time() {
        let text = "$a ".repeat(20_000);
        let found = text.match_indices('$').filter(|(at, _)| leading(&text[*at..]).is_some()).count();
        assert_eq!(found, 0);
    }
}
