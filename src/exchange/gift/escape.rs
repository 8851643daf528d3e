//! GIFT's escaped signs: kept out of the way while a question is taken apart, and written. Knows no kind of question.

/// The signs that a backslash makes stand for themselves, with what stands for each meanwhile.
const SIGNS: [(char, char, char); 8] = [
    ('\\', '\u{E010}', '\\'),
    ('~', '\u{E011}', '~'),
    ('=', '\u{E012}', '='),
    ('#', '\u{E013}', '#'),
    ('{', '\u{E014}', '{'),
    ('}', '\u{E015}', '}'),
    (':', '\u{E016}', ':'),
    ('n', '\u{E017}', '\n'),
];

fn is_guard(sign: char) -> bool {
    ('\u{E000}'..='\u{E01F}').contains(&sign)
}

/// The text with a sign of its own for each that is escaped.
pub(super) fn guarded(text: &str) -> String {
    let mut guarded = String::with_capacity(text.len());
    let mut signs = text.chars().filter(|sign| !is_guard(*sign)).peekable();
    while let Some(sign) = signs.next() {
        let escaped = signs.peek().filter(|_| sign == '\\');
        let guard = escaped.and_then(|next| SIGNS.iter().find(|(escaped, _, _)| escaped == next));
        match guard {
            Some((_, guard, _)) => {
                guarded.push(*guard);
                signs.next();
            }
            None => guarded.push(sign),
        }
    }
    guarded
}

/// What a guarded text means.
pub(super) fn meant(guarded: &str) -> String {
    let meant = |sign| SIGNS.iter().find(|(_, guard, _)| *guard == sign).map_or(sign, |(_, _, meant)| *meant);
    guarded.chars().map(meant).collect()
}

/// The text with its escaped colons as themselves, which end nothing within a question.
pub(super) fn with_colons(guarded: &str) -> String {
    guarded.replace('\u{E016}', ":")
}

/// TeX that begins with `\n` and was read as a line break; the first one.
pub(super) fn broken_tex(guarded: &str) -> Option<String> {
    const COMMANDS: [&str; 13] =
        ["abla", "eq", "u", "ot", "e", "otin", "leq", "geq", "i", "eg", "ewline", "ormalsize", "subseteq"];
    guarded.match_indices('\u{E017}').find_map(|(at, guard)| {
        let rest = &guarded[at + guard.len()..];
        let word = &rest[..rest.find(|sign: char| !sign.is_ascii_alphabetic()).unwrap_or(rest.len())];
        COMMANDS.contains(&word).then(|| format!("\\n{word}"))
    })
}

/// A text with every sign of GIFT escaped, on one line.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for sign in text.chars().filter(|sign| !is_guard(*sign) && *sign != '\r') {
        match sign {
            '\n' => escaped.push_str("\\n"),
            '\\' | '~' | '=' | '#' | '{' | '}' | ':' => escaped.extend(['\\', sign]),
            _ => escaped.push(sign),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_signs_stand_for_themselves() {
        assert_eq!(meant(&guarded("a\\=b \\frac\\{1\\}\\{2\\} c\\nd \\\\n")), "a=b \\frac{1}{2} c\nd \\n");
        let text = "x = {1: 2}\n#~ \\n";
        assert_eq!(meant(&guarded(&escaped(text))), text);
        assert_eq!(broken_tex(&guarded("$\\nabla f$")).as_deref(), Some("\\nabla"));
        assert_eq!(broken_tex(&guarded("one\\nnext")), None);
    }
}
