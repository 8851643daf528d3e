//! Names in braces that stand for values in a text: `{E}`, and `{{E}}` inside maths. Knows no question.

use crate::bank::values::formula::is_name;
use crate::bank::values::quantity;
use crate::text::maths;

/// The names in braces in `text` that could be variables: `{E}` outside maths, `{{E}}` inside.
pub fn names_in(text: &str) -> Vec<&str> {
    fragments(text)
        .into_iter()
        .filter_map(|fragment| if let Fragment::Name { name, .. } = fragment { Some(name) } else { None })
        .collect()
}

/// The same without those in code, where braces may well be the program's own.
pub(crate) fn names_outside_code(text: &str) -> Vec<&str> {
    let named = |fragment| match fragment {
        Fragment::Name { name, is_code: false, .. } => Some(name),
        Fragment::Name { .. } | Fragment::Plain(_) => None,
    };
    fragments(text).into_iter().filter_map(named).collect()
}

/// `text` with the values that its names in braces stand for; a name without a value stays as it is.
pub(crate) fn filled(text: &str, value: &dyn Fn(&str) -> Option<f64>) -> String {
    let shown = |fragment| match fragment {
        Fragment::Plain(plain) => plain.to_owned(),
        Fragment::Name { name, written, .. } => {
            value(name).map_or_else(|| written.to_owned(), |value| quantity::written(value, ""))
        }
    };
    fragments(text).into_iter().map(shown).collect()
}

/// A part of a text.
pub(crate) enum Fragment<'a> {
    /// What stands as it is.
    Plain(&'a str),
    /// A name in braces, alone and as it is written.
    Name { name: &'a str, written: &'a str, is_code: bool },
}

/// The parts of a text, one after the other. In code between backticks, where CommonMark knows no escapes, the backslashes of
/// `\{name\}` are left out: the braces of a program could not be written else.
pub(crate) fn fragments(text: &str) -> Vec<Fragment<'_>> {
    let mut fragments = Vec::new();
    let (mut at, mut plain_start, mut maths_end, mut code_end) = (0, 0, 0, 0);
    while let Some(sign) = text[at..].chars().next() {
        let (is_code, is_maths) = (at < code_end, at < maths_end);
        if sign == '`' && !is_code && !is_maths {
            let (ticks, length) = code_length(&text[at..]);
            code_end = at + length;
            at += ticks;
            continue;
        }
        if sign == '$' && !is_code && !is_maths {
            maths_end = at + maths::leading(&text[at..]).unwrap_or(0);
        }
        let braces = if at < maths_end { ("{{", "}}") } else { ("{", "}") };
        if let Some((name, written)) = named(&text[at..], braces) {
            fragments.push(Fragment::Plain(&text[plain_start..at]));
            fragments.push(Fragment::Name { name, written, is_code });
            at += written.len();
            plain_start = at;
            continue;
        }
        if is_code && let Some((inside, written)) = escaped(&text[at..]) {
            fragments.push(Fragment::Plain(&text[plain_start..at]));
            fragments.extend(["{", inside, "}"].map(Fragment::Plain));
            at += written.len();
            plain_start = at;
            continue;
        }
        at += sign.len_utf8();
        if sign == '\\' && !is_code {
            at += text[at..].chars().next().map_or(0, char::len_utf8);
        }
    }
    fragments.push(Fragment::Plain(&text[plain_start..]));
    fragments
}

/// How many backticks `text` begins with, and how many bytes go to the end of the code that they open; no more than the
/// backticks where nothing closes it.
fn code_length(text: &str) -> (usize, usize) {
    let ticks = text.len() - text.trim_start_matches('`').len();
    let mut rest = &text[ticks..];
    while let Some(at) = rest.find('`') {
        let run = rest[at..].len() - rest[at..].trim_start_matches('`').len();
        rest = &rest[at + run..];
        if run == ticks {
            return (ticks, text.len() - rest.len());
        }
    }
    (ticks, ticks)
}

/// What `\{name\}` at the beginning of `text` holds, and all of it.
fn escaped(text: &str) -> Option<(&str, &str)> {
    let (_, written) = named(text, ("\\{", "\\}"))?;
    Some((&written[2..written.len() - 2], written))
}

/// Names are short; a text full of open braces must not be looked through from each of them to its end.
const LONGEST_NAME_CHARS: usize = 64;

/// The name that `text` begins with between these braces, alone and as it is written.
fn named<'a>(text: &'a str, (open, close): (&str, &str)) -> Option<(&'a str, &'a str)> {
    let inside = text.strip_prefix(open)?;
    let length = inside.chars().take(LONGEST_NAME_CHARS).take_while(|sign| !matches!(sign, '{' | '}' | '\\' | '\n'));
    let length = length.map(char::len_utf8).sum::<usize>();
    let name = inside[..length].trim();
    let is_whole = inside[length..].starts_with(close) && is_name(name);
    is_whole.then(|| (name, &text[..open.len() + length + close.len()]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const VALUES: &[(&str, f64)] = &[("E", 37.0), ("t", 5.0), ("zero", 0.0), ("n_2", -2.0)];

    #[test]
    fn values_are_put_into_texts() {
        let value = |name: &str| VALUES.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        let check = |text: &str, expected: &str| assert_eq!(filled(text, &value), expected, "{text}");
        check("{E} MJ in { t } s", "37 MJ in 5 s");
        check(r"\{E\} and \\{E} and {F} and {} and {E", r"\{E\} and \\37 and {F} and {} and {E");
        check("$x_{E} = {{E}}$ for {n_2}", "$x_{E} = 37$ for -2");
        check("$5 for {t}, é{t}é", "$5 for 5, é5é");
        check("{{t}}", "{5}");
    }

    #[test]
    fn braces_of_a_program_stay_its_own() {
        let value = |name: &str| VALUES.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        let check = |text: &str, expected: &str| assert_eq!(filled(text, &value), expected, "{text}");
        check("`f({t}) { return 2; }`", "`f(5) { return 2; }`");
        check(r"`\{t\}` is written {t}", "`{t}` is written 5");
        check(r#"``print(f"\{t\}`{E}")``"#, r#"``print(f"{t}`37")``"#);
        check(r"`a\{2\}` and `\{2 t\}`", r"`a\{2\}` and `\{2 t\}`");
        check(r"`\{t} \{t", r"`\{t} \{t");
        check("`${t}` costs $5 for {t}", "`$5` costs $5 for 5");
        assert_eq!(names_in("`{x}` and {y}"), ["x", "y"]);
        assert_eq!(names_outside_code("`{x}` and {y}, `` `{z}` ``"), ["y"]);
    }

    proptest! {
        #[test]
        fn any_text_is_filled(text in r"[{}\\$ Eté_]{0,30}") {
            let _ = filled(&text, &|_| Some(1.0));
            prop_assert_eq!(filled(&text, &|_| None), text);
        }
    }
}
