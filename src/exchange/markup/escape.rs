//! Puts a backslash before what a bank would read as markup, and before nothing else. Knows no HTML.

use super::Purpose;

/// Words as they stand in the line of a text.
pub(super) fn escaped(words: &str, purpose: Purpose) -> String {
    if purpose == Purpose::Plain {
        return words.to_owned();
    }
    let mut escaped = String::with_capacity(words.len() + 4);
    let mut before = ' ';
    for (at, sign) in words.char_indices() {
        let rest = &words[at + sign.len_utf8()..];
        if needs_backslash(sign, before, rest, purpose) {
            escaped.push('\\');
        }
        escaped.push(sign);
        before = sign;
    }
    escaped
}

fn needs_backslash(sign: char, before: char, rest: &str, purpose: Purpose) -> bool {
    let next = rest.chars().next();
    match sign {
        '\\' => next.is_none_or(|next| next.is_ascii_punctuation()),
        // Between digits it is a times sign.
        '*' => !(before.is_ascii_digit() && next.is_some_and(|next| next.is_ascii_digit())),
        '_' => !(before.is_alphanumeric() && next.is_some_and(char::is_alphanumeric)),
        '`' | '$' => true,
        '[' | ']' => true,
        '<' => next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')),
        '&' => is_entity(rest),
        '~' => purpose == Purpose::Cloze || next == Some('~'),
        '|' => purpose == Purpose::Cloze,
        '{' | '}' => matches!(purpose, Purpose::Cloze | Purpose::Calculated),
        _ => false,
    }
}

fn is_entity(rest: &str) -> bool {
    let Some(end) = rest.find(';').filter(|end| *end > 0 && *end < 32) else { return false };
    let name = rest[..end].strip_prefix('#').unwrap_or(&rest[..end]);
    !name.is_empty() && name.chars().all(|sign| sign.is_ascii_alphanumeric())
}

/// A line that would begin a list, a heading or a quotation with a backslash before its sign. For texts of several lines
/// alone: one line holds no blocks.
pub(super) fn line_start(line: &str) -> String {
    let blank = line.len() - line.trim_start().len();
    let (indent, line) = (&line[..blank.min(3)], &line[blank..]);
    let is_end = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t']);
    let digits = line.len() - line.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
    let is_rule = |sign: char| line.chars().all(|found| found == sign || found == ' ');
    match line.chars().next() {
        Some('#') if is_end(line.trim_start_matches('#')) => format!("{indent}\\{line}"),
        Some('>' | '=' | '|') => format!("{indent}\\{line}"),
        Some(sign @ ('-' | '+')) if is_end(&line[1..]) || is_rule(sign) => format!("{indent}\\{line}"),
        Some('~') if line.starts_with("~~~") => format!("{indent}\\{line}"),
        Some('0'..='9') if line[digits..].strip_prefix(['.', ')']).is_some_and(is_end) => {
            format!("{indent}{}\\{}", &line[..digits], &line[digits..])
        }
        _ => format!("{indent}{line}"),
    }
}

/// CommonMark in which what a cloze or a calculated question would read as its own signs is escaped.
pub(super) fn for_purpose(text: &str, purpose: Purpose) -> String {
    let signs: &[char] = match purpose {
        Purpose::Cloze => &['{', '}', '|', '~'],
        Purpose::Calculated => &['{', '}'],
        Purpose::Text | Purpose::Line | Purpose::Plain => return text.to_owned(),
    };
    let mut escaped = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        let length = match sign {
            '$' => crate::text::maths::leading(&text[at..]).unwrap_or(1),
            '\\' => 1 + text[at + 1..].chars().next().map_or(0, char::len_utf8),
            _ => sign.len_utf8(),
        };
        if signs.contains(&sign) {
            escaped.push('\\');
        }
        escaped.push_str(&text[at..at + length]);
        at += length;
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_would_be_markup_gets_a_backslash() {
        let check = |words: &str, expected: &str| assert_eq!(escaped(words, Purpose::Text), expected);
        check("2*3 = 6, a * b", "2*3 = 6, a \\* b");
        check("snake_case and _this_", "snake_case and \\_this\\_");
        check("a < b & c; <b> &amp; $5", "a < b & c; \\<b> \\&amp; \\$5");
        check(r"C:\dir \* \", r"C:\dir \\\* \\");
        check("{x} | y ~ z", "{x} | y ~ z");
        assert_eq!(escaped("{x} | y ~ z", Purpose::Cloze), "\\{x\\} \\| y \\~ z");
        assert_eq!(escaped("{x} | y", Purpose::Calculated), "\\{x\\} | y");
        assert_eq!(escaped("*_$", Purpose::Plain), "*_$");
    }

    #[test]
    fn a_line_begins_no_block() {
        let check = |line: &str, expected: &str| assert_eq!(line_start(line), expected);
        check("1. April", "1\\. April");
        check("- no bullet", "\\- no bullet");
        check("-5 degrees", "-5 degrees");
        check("# no heading", "\\# no heading");
        check("> no quotation", "\\> no quotation");
        check("1.5 litres", "1.5 litres");
    }
}
