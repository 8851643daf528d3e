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
    Search::default().leading(text, 0)
}

/// Looks for maths in one text from its beginning to its end, and remembers where none can end: a text full of `$` that
/// open nothing takes no more than one look at each sign.
///
/// A backslash must keep the sign after it from being asked about.
#[derive(Debug, Default)]
pub struct Search {
    /// No maths between single `$` that begins before this offset ends.
    hopeless_to: usize,
    /// None of it ends before this one, at which the search goes on.
    searched_to: usize,
    /// The sign before that.
    before: char,
}

impl Search {
    /// What [`leading`] says of the `$` at the offset `at`, which is beyond that of the call before.
    pub fn leading(&mut self, text: &str, at: usize) -> Option<usize> {
        let rest = &text[at..];
        let delimiter = if rest.starts_with("$$") { "$$" } else { "$" };
        let start = at + delimiter.len();
        let inside = rest.strip_prefix(delimiter)?;
        let is_display = delimiter.len() == 2;
        if inside.starts_with(|sign: char| sign == '$' || (!is_display && sign.is_whitespace())) {
            return None;
        }
        if !is_display && at < self.hopeless_to {
            return None;
        }
        let goes_on = !is_display && self.searched_to > start;
        let (from, mut before) = if goes_on { (self.searched_to, self.before) } else { (start, '$') };
        let mut signs = text[from..].char_indices();
        while let Some((offset, sign)) = signs.next() {
            let place = from + offset;
            if place - start > LONGEST_BYTES {
                if !is_display {
                    (self.searched_to, self.before) = (place, before);
                }
                return None;
            } else if sign == '\n' && is_blank_line(&text[place + 1..]) {
                return self.give_up(is_display, place);
            } else if sign == '\\' {
                signs.next();
            } else if text[place..].starts_with(delimiter) {
                let after = text[place + delimiter.len()..].chars().next();
                let closes = !before.is_whitespace() && !after.is_some_and(|sign| sign.is_ascii_digit());
                if is_display || closes {
                    return Some(place + delimiter.len() - at);
                }
            }
            before = sign;
        }
        self.give_up(is_display, text.len())
    }

    fn give_up(&mut self, is_display: bool, end: usize) -> Option<usize> {
        if !is_display {
            self.hopeless_to = end;
        }
        None
    }
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
    fn a_search_says_of_each_sign_what_a_look_from_there_does() {
        let long = "x".repeat(LONGEST_BYTES - 4);
        let texts = [
            "$a $a $b$ $c".to_owned(),
            format!("$a $b {long} $c$ $d $e$"),
            format!("$a \\$ {long}\\ $ $b$"),
            format!("$a {long} $b {long}$ $$c$$ $d \n\n $e$"),
            "$5 $a\n\n$b $c$ $$ $d $$ $e".to_owned(),
        ];
        for text in texts {
            let mut search = Search::default();
            let escaped = |at: usize| text[..at].ends_with('\\');
            for at in text.match_indices('$').map(|(at, _)| at).filter(|at| !escaped(*at)) {
                assert_eq!(search.leading(&text, at), leading(&text[at..]), "{at} of {text}");
            }
        }
    }

    #[test]
    fn a_heap_of_signs_is_looked_at_once() {
        let text = "$a ".repeat(200_000);
        let mut search = Search::default();
        assert!(text.match_indices('$').all(|(at, _)| search.leading(&text, at).is_none()));
        assert_eq!(search.hopeless_to, text.len());
    }

    #[test]
    fn a_heap_of_signs_takes_no_square_of_time() {
        let text = "$a ".repeat(20_000);
        let found = text.match_indices('$').filter(|(at, _)| leading(&text[*at..]).is_some()).count();
        assert_eq!(found, 0);
    }
}
