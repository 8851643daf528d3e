//! Moodle's embedded answers, `{1:SHORTANSWER:=Rhine~%50%Rhein}`, taken out of a text. Decides nothing about them.

/// What is done in a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GapKind {
    /// A text is typed.
    Typed {
        /// Whether case counts.
        is_case_counted: bool,
    },
    /// A number is typed.
    Number,
    /// One is picked.
    List,
    /// Several are picked.
    Many,
}

/// An answer that a gap knows.
#[derive(Debug, PartialEq)]
pub(super) struct Alternative {
    /// As it is written, with the HTML in it.
    pub text: String,
    /// The share of the gap's points.
    pub weight: f64,
    pub feedback: String,
}

/// A gap.
#[derive(Debug, PartialEq)]
pub(super) struct EmbeddedGap {
    /// Its points next to those of the others.
    pub weight: f64,
    pub kind: GapKind,
    pub alternatives: Vec<Alternative>,
}

/// No kind of gap has a longer name.
const LONGEST_NAME: usize = 20;

/// The words before each gap with that gap, and the words after the last.
pub(super) fn taken_apart(html: &str) -> (Vec<(&str, EmbeddedGap)>, &str) {
    let mut gaps = Vec::new();
    let last = last_close(html);
    let (mut rest, mut at) = (html, 0);
    while let Some(open) = rest[at..].find('{') {
        at += open;
        // Nothing behind the last brace that closes is a gap.
        if html.len() - rest.len() + at > last {
            break;
        }
        match gap(&rest[at..]) {
            Some((gap, length)) => {
                gaps.push((&rest[..at], gap));
                rest = &rest[at + length..];
                at = 0;
            }
            None => at += 1,
        }
    }
    (gaps, rest)
}

/// Where the last brace stands that no backslash escapes.
fn last_close(html: &str) -> usize {
    let is_escaped = |at: usize| html[..at].bytes().rev().take_while(|sign| *sign == b'\\').count() % 2 == 1;
    html.rmatch_indices('}').map(|(at, _)| at).find(|at| !is_escaped(*at)).unwrap_or(0)
}

/// The gap that a text begins with, and its bytes.
fn gap(text: &str) -> Option<(EmbeddedGap, usize)> {
    let head_end = text[1..].find(|sign: char| !sign.is_ascii_digit() && sign != '.')? + 1;
    let weight = text[1..head_end].parse().unwrap_or(1.0);
    let named = text[head_end..].strip_prefix(':')?;
    let name = &named[..named.bytes().take(LONGEST_NAME).position(|sign| sign == b':')?];
    let kind = kind(name)?;
    let start = head_end + name.len() + 2;
    let length = unescaped(&text[start..], '}')?;
    let parts = split_unescaped(&text[start..start + length], '~');
    let alternatives = parts.into_iter().filter(|part| !part.trim().is_empty()).map(alternative).collect();
    Some((EmbeddedGap { weight, kind, alternatives }, start + length + 1))
}

fn kind(name: &str) -> Option<GapKind> {
    Some(match name {
        "SHORTANSWER" | "SA" | "MW" => GapKind::Typed { is_case_counted: false },
        "SHORTANSWER_C" | "SAC" | "MWC" => GapKind::Typed { is_case_counted: true },
        "NUMERICAL" | "NM" => GapKind::Number,
        "MULTICHOICE" | "MC" | "MULTICHOICE_V" | "MCV" | "MULTICHOICE_H" | "MCH" | "MULTICHOICE_S" | "MCS"
        | "MULTICHOICE_VS" | "MCVS" | "MULTICHOICE_HS" | "MCHS" => GapKind::List,
        "MULTIRESPONSE" | "MR" | "MULTIRESPONSE_H" | "MRH" | "MULTIRESPONSE_S" | "MRS" | "MULTIRESPONSE_HS"
        | "MRHS" => GapKind::Many,
        _ => return None,
    })
}

fn alternative(source: &str) -> Alternative {
    let source = source.trim();
    let (weight, rest) = match source.strip_prefix('=') {
        Some(rest) => (1.0, rest),
        None => percent(source).unwrap_or((0.0, source)),
    };
    let sign = feedback_sign(rest);
    let (text, feedback) = sign.map_or((rest, ""), |at| (&rest[..at], &rest[at + 1..]));
    Alternative { text: meant(text).trim().to_owned(), weight, feedback: meant(feedback).trim().to_owned() }
}

/// A share as `%50%`, and what stands behind it.
pub(in crate::exchange) fn percent(source: &str) -> Option<(f64, &str)> {
    let (share, rest) = source.strip_prefix('%')?.split_once('%')?;
    let share: f64 = share.trim().replace(',', ".").parse().ok()?;
    share.is_finite().then_some((share / 100.0, rest))
}

/// Where the `#` of the feedback stands: none that a backslash escapes, and none of an entity such as `&#1085;`.
fn feedback_sign(text: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        at += unescaped(&text[at..], '#')?;
        if !text[..at].ends_with('&') {
            return Some(at);
        }
        at += 1;
    }
}

/// Where that sign stands without a backslash before it.
fn unescaped(text: &str, wanted: char) -> Option<usize> {
    let mut is_escaped = false;
    for (at, sign) in text.char_indices() {
        if sign == wanted && !is_escaped {
            return Some(at);
        }
        is_escaped = sign == '\\' && !is_escaped;
    }
    None
}

fn split_unescaped(text: &str, separator: char) -> Vec<&str> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while let Some(at) = unescaped(rest, separator) {
        parts.push(&rest[..at]);
        rest = &rest[at + separator.len_utf8()..];
    }
    parts.push(rest);
    parts
}

/// A text with its escaped signs as themselves; other backslashes, as in TeX, stay.
fn meant(text: &str) -> String {
    let mut meant = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match signs.peek() {
            Some(next) if sign == '\\' && "}#~\"/\\".contains(*next) => meant.extend(signs.next()),
            _ => meant.push(sign),
        }
    }
    meant
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_told_from_other_braces() {
        let (gaps, rest) = taken_apart("a {b} {2:MC:x~=y\\}#yes~%50%z} c {1:NM:=2.5:0.1");
        let [(before, gap)] = &gaps[..] else { panic!("{gaps:?}") };
        assert_eq!((*before, rest, gap.weight, gap.kind), ("a {b} ", " c {1:NM:=2.5:0.1", 2.0, GapKind::List));
        let found: Vec<_> = gap.alternatives.iter().map(|one| (&*one.text, one.weight, &*one.feedback)).collect();
        assert_eq!(found, [("x", 0.0, ""), ("y}", 1.0, "yes"), ("z", 0.5, "")]);
    }

    #[test]
    fn the_sign_of_an_entity_begins_no_feedback() {
        let (gaps, _) = taken_apart("{:SA:=&#1085;a#b}");
        assert_eq!(
            gaps[0].1.alternatives[0],
            Alternative { text: "&#1085;a".into(), weight: 1.0, feedback: "b".into() }
        );
    }
}
