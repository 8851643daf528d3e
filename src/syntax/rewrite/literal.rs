//! Changes what a text in quotation marks says, and leaves the spelling of what stays: escapes, raw strings, lines that go
//! on. Finds no text.

use crate::syntax::layout::Node;
use std::ops::Range;

/// What to replace in `literal`, which says `old`, so that it says `new`: the smallest span of it where that can be.
pub(super) fn change(literal: &str, old: &str, new: &str) -> (Range<usize>, String) {
    let smallest = if literal.starts_with('"') { plain(literal, old, new) } else { raw(literal, old, new) };
    let whole = || (0..literal.len(), rewritten(literal, new));
    smallest.filter(|(span, middle)| says(&spliced(literal, span, middle), new)).unwrap_or_else(whole)
}

/// What a literal says.
pub(super) fn said(literal: &str) -> Option<String> {
    ron::from_str(literal).ok()
}

fn says(literal: &str, text: &str) -> bool {
    said(literal).is_some_and(|said| said == text)
}

fn spliced(literal: &str, span: &Range<usize>, middle: &str) -> String {
    [&literal[..span.start], middle, &literal[span.end..]].concat()
}

/// A literal anew: raw where it was raw and that can be.
fn rewritten(literal: &str, new: &str) -> String {
    if literal.starts_with('r') && !new.contains(is_hidden) {
        let longest_run = new.split(|letter| letter != '#').map(str::len).max().unwrap_or(0);
        let hashes = "#".repeat(if new.contains('"') { longest_run + 1 } else { 0 });
        let raw = format!("r{hashes}\"{new}\"{hashes}");
        if says(&raw, new) {
            return raw;
        }
    }
    Node::text(new).on_one_line()
}

/// Signs that nobody sees in a raw string.
fn is_hidden(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\t')
}

fn raw(literal: &str, old: &str, new: &str) -> Option<(Range<usize>, String)> {
    let start = literal.find('"')? + 1;
    let end = literal.rfind('"')?;
    let body = literal.get(start..end).filter(|body| *body == old)?;
    let (front, back) = in_common(&letters(body), &letters(new));
    let from = body.char_indices().nth(front).map_or(body.len(), |(at, _)| at);
    let letters: Vec<char> = new.chars().collect();
    let middle: String = letters[front..letters.len() - back].iter().collect();
    let kept_back: usize = body.chars().rev().take(back).map(char::len_utf8).sum();
    (!middle.contains(is_hidden)).then(|| (start + from..end - kept_back, middle))
}

fn plain(literal: &str, old: &str, new: &str) -> Option<(Range<usize>, String)> {
    let pieces = pieces(literal)?;
    let spelled: Vec<char> = pieces.iter().map(|(letter, _)| *letter).collect();
    if !spelled.iter().copied().eq(old.chars()) {
        return None;
    }
    let wanted = letters(new);
    let (front, back) = in_common(&spelled, &wanted);
    let taken = &pieces[front..pieces.len() - back];
    let behind_last = front.checked_sub(1).map_or(1, |before| pieces[before].1.end);
    let span = match (taken.first(), taken.last()) {
        (Some((_, first)), Some((_, last))) => first.start..last.end,
        _ => behind_last..behind_last,
    };
    let has_lines = pieces.iter().any(|(letter, place)| *letter == '\n' && place.len() == 1);
    let mut middle = String::new();
    for letter in &wanted[front..wanted.len() - back] {
        match letter {
            '\n' if has_lines => middle.push('\n'),
            '"' | '\\' => middle.extend(['\\', *letter]),
            '\n' => middle.push_str("\\n"),
            '\t' => middle.push_str("\\t"),
            '\r' => middle.push_str("\\r"),
            _ if letter.is_control() => middle.push_str(&format!("\\u{{{:x}}}", u32::from(*letter))),
            _ => middle.push(*letter),
        }
    }
    Some((span, middle))
}

fn letters(text: &str) -> Vec<char> {
    text.chars().collect()
}

/// How many letters both begin with, and how many of the others both end in.
fn in_common(old: &[char], new: &[char]) -> (usize, usize) {
    let front = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let back = old[front..].iter().rev().zip(new[front..].iter().rev()).take_while(|(old, new)| old == new).count();
    (front, back)
}

/// The letters that a plain literal says, each with the bytes that spell it.
fn pieces(literal: &str) -> Option<Vec<(char, Range<usize>)>> {
    let end = literal.len().checked_sub(1)?;
    let mut pieces = Vec::new();
    let mut at = 1;
    while at < end {
        let letter = literal[at..].chars().next()?;
        let start = at;
        at += letter.len_utf8();
        if letter != '\\' {
            pieces.push((letter, start..at));
            continue;
        }
        let escape = literal[at..].chars().next()?;
        at += escape.len_utf8();
        let said = match escape {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '0' => '\0',
            '\'' | '"' | '\\' => escape,
            'x' => {
                let code = literal.get(at..at + 2)?;
                at += 2;
                char::from(u8::from_str_radix(code, 16).ok().filter(u8::is_ascii)?)
            }
            'u' => {
                let length = literal[at..].find('}')?;
                let code = literal[at..at + length].strip_prefix('{')?;
                at += length + 1;
                char::from_u32(u32::from_str_radix(&code.replace('_', ""), 16).ok()?)?
            }
            '\n' | '\r' => {
                let rest = &literal[at..end];
                at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
                continue;
            }
            _ => return None,
        };
        pieces.push((said, start..at));
    }
    Some(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(literal: &str, new: &str, expected: &str) {
        let old = said(literal).expect("a text");
        let (span, middle) = change(literal, &old, new);
        let changed = spliced(literal, &span, &middle);
        assert_eq!(changed, expected);
        assert!(says(&changed, new), "{changed}");
    }

    #[test]
    fn what_stays_keeps_its_spelling() {
        check(r#""a\u{e9}b""#, "aébc", r#""a\u{e9}bc""#);
        check(r#""\x41b\t""#, "Ac\t", r#""\x41c\t""#);
        check("\"one \\\n   two\"", "one or two", "\"one or \\\n   two\"");
        check("\"a\nb\"", "a\nb\nc", "\"a\nb\nc\"");
        check(r#""\\frac12""#, r"\frac34", r#""\\frac34""#);
        check(r#""""#, "\"", r#""\"""#);
    }

    #[test]
    fn a_raw_string_stays_raw_where_it_can() {
        check(r#"r"\frac12""#, r"\frac34", r#"r"\frac34""#);
        check(r#"r"a""#, "a\"b", r##"r#"a"b"#"##);
        check(r##"r#"a"b"#"##, "a\"#b", r###"r##"a"#b"##"###);
        check(r#"r"a\""#, "a\\\u{7}", r#""a\\\u{7}""#);
        check(r#"r"a""#, "a\\", r#"r"a\""#);
    }

    proptest! {
        #[test]
        fn any_text_can_be_made_of_any_other(
            old in "[ab\"\\\\#é\n\t\u{7}]{0,8}", new in "[ab\"\\\\#é \n\r\t\u{7}]{0,8}", is_raw: bool
        ) {
            let literal = if is_raw { rewritten("r", &old) } else { Node::text(&old).on_one_line() };
            let (span, middle) = change(&literal, &old, &new);
            prop_assert_eq!(said(&spliced(&literal, &span, &middle)), Some(new));
        }
    }
}
