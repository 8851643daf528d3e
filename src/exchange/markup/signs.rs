//! Which signs of a text need a backslash, so that a bank shows them as they are. Knows words alone, and no blocks.

use super::purpose::Purpose;

/// Where a piece of words stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Escaping {
    /// What the text will be.
    pub purpose: Purpose,
    /// Whether a `|` would end a cell.
    pub is_cell: bool,
    /// Whether a `$` could begin or end maths: there is another one, or a formula.
    pub has_dollars: bool,
    /// Whether every sign that could be one of markup is escaped.
    pub is_careful: bool,
}

/// The words with a backslash before each sign that would be one of markup. `after` is the last sign before them.
pub(super) fn escape(words: &str, escaping: Escaping, after: Option<char>, out: &mut String) {
    let mut before = after;
    let mut signs = words.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map(|(_, next)| *next);
        if is_markup(sign, before, next, &words[at..], escaping) {
            out.push('\\');
        }
        out.push(sign);
        before = Some(sign);
    }
}

fn is_markup(sign: char, before: Option<char>, next: Option<char>, rest: &str, escaping: Escaping) -> bool {
    let is_between =
        |test: fn(&char) -> bool| before.is_some_and(|sign| test(&sign)) && next.is_some_and(|sign| test(&sign));
    match sign {
        '{' => needs_brace(rest, escaping.purpose),
        '}' => escaping.purpose == Purpose::Cloze,
        '|' => escaping.is_cell || escaping.purpose == Purpose::Cloze,
        '~' => escaping.purpose == Purpose::Cloze || escaping.is_careful,
        _ if escaping.is_careful => sign.is_ascii_punctuation(),
        '*' => !is_between(char::is_ascii_digit) && (!is_space(before) || !is_space(next)),
        '_' => !is_between(|sign| sign.is_alphanumeric()),
        '\\' => next.is_none_or(|next| next.is_ascii_punctuation() || next == '\n'),
        '`' | '[' | ']' => true,
        '$' => escaping.has_dollars,
        '<' => next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')),
        '&' => next.is_some_and(|next| next.is_ascii_alphabetic() || next == '#'),
        '!' => next.is_none(),
        _ => false,
    }
}

/// A sign between spaces begins and ends nothing.
fn is_space(sign: Option<char>) -> bool {
    sign.is_some_and(|sign| sign == ' ')
}

/// Whether a `{` would begin a gap, or a placeholder that it is not.
fn needs_brace(rest: &str, purpose: Purpose) -> bool {
    match purpose {
        Purpose::Text | Purpose::Line | Purpose::Plain => false,
        Purpose::Cloze => true,
        Purpose::Calculated => !is_placeholder(rest),
    }
}

/// Whether a text begins with a name between braces, such as `{v_0}`.
fn is_placeholder(text: &str) -> bool {
    let Some(inside) = text.strip_prefix('{').filter(|inside| inside.starts_with(char::is_alphabetic)) else {
        return false;
    };
    inside.trim_start_matches(|sign: char| sign.is_alphanumeric() || sign == '_').starts_with('}')
}

/// The line with a backslash where it would begin a block in a text of several lines.
pub(super) fn guard_line(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if (1..10).contains(&digits) && line[digits..].starts_with(['.', ')']) {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    if line.starts_with(['#', '>', '-', '+', '=', '~', '|', ':', '*', '_']) {
        format!("\\{line}")
    } else {
        line.to_owned()
    }
}

/// How many back-ticks stand side by side at the most.
pub(super) fn longest_run(code: &str) -> usize {
    code.split(|sign| sign != '`').map(str::len).max().unwrap_or_default()
}
