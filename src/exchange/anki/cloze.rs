//! Anki's gaps, `{{c1::Danube::a river}}`, as the gaps of a bank. Knows no note.

use crate::bank::{ClozeText, Kind};
use crate::exchange::Remark;
use crate::exchange::markup::Purpose;

/// A text with gaps.
#[derive(Debug)]
pub struct Cloze {
    /// The text as a bank has it.
    pub text: ClozeText,
    /// The hints of its gaps, in their order, as the note has them.
    pub hints: Vec<String>,
    /// Whether a gap stood inside another.
    pub has_nested: bool,
}

/// Converts a text for a purpose.
type Convert<'c> = dyn FnMut(&str, Purpose) -> String + 'c;

/// A sign that no text has, which stands for a gap while the text around it is converted.
const PLACEHOLDER: char = '\u{f8f0}';

/// Reads a field with gaps; their numbers, which only tell Anki what to ask together, are left away.
///
/// # Errors
/// Why there is no text with gaps.
pub fn read(field: &str, convert: &mut Convert) -> Result<Cloze, Remark> {
    let field = field.replace(PLACEHOLDER, "");
    let (mut around, mut gaps, mut hints) = (String::new(), Vec::new(), Vec::new());
    let mut has_nested = false;
    let mut rest = &*field;
    while let Some(start) = find_gap(rest) {
        around.push_str(&rest[..start.at]);
        let Some(end) = end_of_gap(&rest[start.inside..]) else {
            return Err(Remark::Damaged("a gap is not closed".into()));
        };
        let inside = &rest[start.inside..start.inside + end];
        has_nested |= find_gap(inside).is_some();
        let inside = without_gaps(inside);
        let (answer, hint) = inside.split_once("::").map_or((&*inside, None), |(answer, hint)| (answer, Some(hint)));
        gaps.push(escaped(convert(answer, Purpose::Plain).trim()));
        hints.extend(hint.map(str::to_owned).filter(|hint| !hint.trim().is_empty()));
        around.push(PLACEHOLDER);
        rest = &rest[start.inside + end + 2..];
    }
    around.push_str(rest);
    if gaps.is_empty() || gaps.iter().any(String::is_empty) {
        return Err(Remark::TooFew(Kind::Cloze, 0, 1));
    }
    let count = gaps.len();
    let mut gaps = gaps.into_iter();
    let mut text = String::with_capacity(around.len());
    for sign in convert(&around, Purpose::Cloze).chars() {
        if sign == PLACEHOLDER {
            text.push_str(&format!("{{{}}}", gaps.next().unwrap_or_default()));
        } else {
            text.push(sign);
        }
    }
    let text = ClozeText::new(text.trim());
    if text.fault().is_some() || text.gaps().count() != count {
        return Err(Remark::CannotCarry("a gap stands inside a formula or a picture"));
    }
    Ok(Cloze { text, hints, has_nested })
}

struct Start {
    /// Where the braces begin.
    at: usize,
    /// Where the answer begins.
    inside: usize,
}

/// The first `{{c1::`.
fn find_gap(text: &str) -> Option<Start> {
    let mut from = 0;
    while let Some(found) = text[from..].find("{{c") {
        let at = from + found;
        let digits = text[at + 3..].bytes().take_while(u8::is_ascii_digit).count();
        let inside = at + 3 + digits + 2;
        if digits > 0 && text[at + 3 + digits..].starts_with("::") {
            return Some(Start { at, inside });
        }
        from = at + 3;
    }
    None
}

/// Where the `}}` stands that ends a gap, past those of gaps inside it.
fn end_of_gap(inside: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    loop {
        let end = at + inside[at..].find("}}")?;
        match find_gap(&inside[at..end]) {
            Some(start) => {
                depth += 1;
                at += start.inside;
            }
            None if depth == 0 => return Some(end),
            None => {
                depth -= 1;
                at = end + 2;
            }
        }
    }
}

/// A text without the signs of the gaps in it.
fn without_gaps(text: &str) -> String {
    let mut text = text.to_owned();
    while let Some(start) = find_gap(&text) {
        let Some(end) = end_of_gap(&text[start.inside..]) else { break };
        let inside = &text[start.inside..start.inside + end];
        let answer = match find_gap(inside) {
            Some(_) => inside,
            None => inside.split("::").next().unwrap_or_default(),
        };
        text = format!("{}{answer}{}", &text[..start.at], &text[start.inside + end + 2..]);
    }
    text
}

/// Plain text as a gap holds it.
fn escaped(plain: &str) -> String {
    let needs = |sign: char| matches!(sign, '{' | '}' | '|' | '~' | '$' | '\\');
    plain.chars().flat_map(|sign| needs(sign).then_some('\\').into_iter().chain([sign])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(field: &str, source: &str, hints: &[&str]) {
        let cloze = read(field, &mut |text, _| text.to_owned()).expect("a text with gaps");
        assert_eq!((cloze.text.source(), cloze.hints), (source, hints.iter().map(|hint| (*hint).to_owned()).collect()));
    }

    #[test]
    fn gaps_become_those_of_a_bank() {
        check("The {{c1::Danube::a river}} meets the {{c2::Sava}}.", "The {Danube} meets the {Sava}.", &["a river"]);
        check("{{c1::a|b}} {{c12::c}}", "{a\\|b} {c}", &[]);
        check("{{c1::the {{c2::Black::which?}} Sea::where?}}!", "{the Black Sea}!", &["where?"]);
    }

    #[test]
    fn what_has_no_gap_or_an_open_one_is_told() {
        let fault = |field: &str| read(field, &mut |text, _| text.to_owned()).map(|cloze| cloze.text).err();
        assert_eq!(fault("no gap"), Some(Remark::TooFew(Kind::Cloze, 0, 1)));
        assert_eq!(fault("{{c1::open"), Some(Remark::Damaged("a gap is not closed".into())));
        assert_eq!(fault("{{c1::}}"), Some(Remark::TooFew(Kind::Cloze, 0, 1)));
    }
}
