//! What to write instead of signs that are mistaken for those of RON, where that is certain. Knows no bank.

use crate::syntax::edit::Edit;
use crate::syntax::lexer::{Lexer, Token, skip_value};
use crate::syntax::{NumberCause, NumberSlip, Slip, Wanted};
use std::ops::Range;

/// The changes for a slip that begins at `span`.
pub(super) fn remedy(text: &str, span: Range<usize>, slip: &Slip, wanted: &Wanted) -> Option<Vec<Edit>> {
    let at = span.start;
    match slip {
        Slip::CurlyQuotes | Slip::SingleCurlyQuotes | Slip::SingleQuotes => straightened(text, at),
        Slip::WideColon => replaced(text, at, "：", ":"),
        Slip::WideComma => replaced(text, at, "，", ",").or_else(|| replaced(text, at, "、", ",")),
        Slip::WideBracket => replaced(text, at, "（", "(").or_else(|| replaced(text, at, "）", ")")),
        Slip::Semicolon
            if matches!(wanted, Wanted::Comma | Wanted::CommaOrClosing(_) | Wanted::CommaBetweenElements) =>
        {
            replaced(text, at, ";", ",")
        }
        Slip::EqualsSign => {
            let start = text.get(..at)?.trim_end_matches(' ').len();
            text[at..].starts_with('=').then(|| vec![change(start..at + 1, ":")])
        }
        Slip::ForeignComment => own_comment(text, at),
        Slip::InvisibleSign => first_sign(text, at).map(|sign| vec![change(sign, "")]),
        Slip::SpecialSpace => first_sign(text, at).map(|sign| vec![change(sign, " ")]),
        Slip::SomeAround => unwrapped(text, at),
        Slip::CapitalBoolean(value) => {
            let found = at..at + value.to_string().len();
            text.get(found.clone())?.eq_ignore_ascii_case(&value.to_string()).then(|| vec![change(found, value)])
        }
        Slip::QuotedBoolean => unquoted(text, at, |inside| matches!(inside, "true" | "false")),
        Slip::QuotedNumber => unquoted(text, at, |inside| inside.parse::<f64>().is_ok_and(f64::is_finite)),
        Slip::QuotedName => unquoted(text, at, is_name),
        Slip::ExtraComma => taken_out(text, at, ","),
        Slip::OtherCapitals(name) => {
            let found = at..at + name.len();
            text.get(found.clone())?.eq_ignore_ascii_case(name).then(|| vec![change(found, name)])
        }
        Slip::Number(number) => number_written(text, at, number),
        Slip::Semicolon
        | Slip::BareText(_)
        | Slip::ListForText
        | Slip::NoList
        | Slip::NoBraces
        | Slip::NamedBoolean
        | Slip::NoFieldName
        | Slip::TextForPair
        | Slip::OtherBrackets
        | Slip::Trailing
        | Slip::QuotationMarkInText
        | Slip::UnitAfterNumber(_)
        | Slip::UnitBeforeNumber(_) => None,
    }
}

/// `sign` at `at`, taken out.
pub(super) fn taken_out(text: &str, at: usize, sign: &str) -> Option<Vec<Edit>> {
    replaced(text, at, sign, "")
}

fn replaced(text: &str, at: usize, sign: &str, by: &str) -> Option<Vec<Edit>> {
    text.get(at..)?.starts_with(sign).then(|| vec![change(at..at + sign.len(), by)])
}

fn change(span: Range<usize>, new_text: impl ToString) -> Edit {
    Edit { span, new_text: new_text.to_string().into() }
}

fn first_sign(text: &str, at: usize) -> Option<Range<usize>> {
    let sign = text.get(at..)?.chars().next()?;
    Some(at..at + sign.len_utf8())
}

/// Straight marks instead of those that a text begins and ends with; those inside it stay, straight ones with a backslash.
fn straightened(text: &str, at: usize) -> Option<Vec<Edit>> {
    let opening = first_sign(text, at)?;
    let line_end = text[opening.end..].find(['\n', '\r']).map_or(text.len(), |length| opening.end + length);
    let inside_and_rest = &text[opening.end..line_end];
    let closes = |marks: &str| {
        inside_and_rest.char_indices().find(|(place, sign)| {
            let behind = inside_and_rest[place + sign.len_utf8()..].trim_start();
            marks.contains(*sign) && (behind.is_empty() || behind.starts_with(BEHIND_A_VALUE))
        })
    };
    // A mark of the same sort closes it; a straight one only where there is none.
    let (length, closing) = closes(fellows(text[opening.clone()].chars().next()?)).or_else(|| closes("\""))?;
    let inside = &inside_and_rest[..length];
    let end = opening.end + length;
    let mut edits = vec![change(opening.clone(), "\"")];
    for (place, _) in inside.match_indices('"') {
        if inside[..place].bytes().rev().take_while(|byte| *byte == b'\\').count().is_multiple_of(2) {
            edits.push(change(opening.end + place..opening.end + place, "\\"));
        }
    }
    edits.push(change(end..end + closing.len_utf8(), "\""));
    // Marks that touch are put in as one.
    merged(text, edits)
}

/// Changes side by side as one, since none may touch another.
fn merged(text: &str, edits: Vec<Edit>) -> Option<Vec<Edit>> {
    let mut merged: Vec<Edit> = Vec::new();
    for edit in edits {
        match merged.last_mut().filter(|last| last.span.end >= edit.span.start) {
            Some(last) => {
                let between = text.get(last.span.end..edit.span.start)?;
                last.new_text = [&*last.new_text, between, &*edit.new_text].concat().into();
                last.span.end = edit.span.end;
            }
            None => merged.push(edit),
        }
    }
    Some(merged)
}

/// What may stand behind a value, also in wide signs.
const BEHIND_A_VALUE: [char; 9] = [',', ';', ')', ']', '}', ':', '，', '：', '）'];

/// The marks that can close what this one opens.
fn fellows(opening: char) -> &'static str {
    match opening {
        '\'' => "'",
        '‘' | '’' | '‚' => "‘’'",
        '«' | '»' => "«»",
        _ => "“”‟＂",
    }
}

/// `// note` for `# note`, and `/* note */` for `<!-- note -->`.
fn own_comment(text: &str, at: usize) -> Option<Vec<Edit>> {
    let rest = text.get(at..)?;
    if rest.starts_with('#') {
        return Some(vec![change(at..at + 1, "//")]);
    }
    let inside = rest.strip_prefix("<!--")?;
    let length = inside.find("-->").filter(|length| !inside[..*length].contains(['*', '/']))?;
    let end = at + "<!--".len() + length;
    merged(text, vec![change(at..at + "<!--".len(), "/*"), change(end..end + "-->".len(), "*/")])
}

/// `x` for `Some(x)`.
fn unwrapped(text: &str, at: usize) -> Option<Vec<Edit>> {
    let mut lexer = Lexer::new(text, at);
    let (_, some) = lexer.next().filter(|(_, range)| range.start == at && &text[range.clone()] == "Some")?;
    let (_, opening) = lexer.next().filter(|(token, _)| *token == Token::Open(b'('))?;
    skip_value(&mut lexer)?;
    let (_, closing) = lexer.next().filter(|(token, _)| *token == Token::Close(b')'))?;
    merged(text, vec![change(some.start..opening.end, ""), change(closing, "")])
}

/// `x` for `"x"`.
fn unquoted(text: &str, at: usize, is_fit: impl Fn(&str) -> bool) -> Option<Vec<Edit>> {
    let (token, range) = Lexer::new(text, at).next()?;
    let inside = text[range.clone()].strip_prefix('"')?.strip_suffix('"')?;
    let is_there = token == Token::Text && range.start == at && is_fit(inside);
    is_there.then(|| vec![change(range, inside)])
}

fn is_name(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

/// A number as it is written here, where nobody could read it otherwise.
fn number_written(text: &str, at: usize, number: &NumberSlip) -> Option<Vec<Edit>> {
    let is_certain = match number.cause {
        NumberCause::Groups
        | NumberCause::DecimalComma
        | NumberCause::Minus
        | NumberCause::Power
        | NumberCause::OtherDigits => true,
        // A comma may be missing; 2,850 has two readings; thirds are not exact; and a tolerance may be meant.
        NumberCause::GroupsInList
        | NumberCause::GroupOrDecimal
        | NumberCause::Base
        | NumberCause::Fraction
        | NumberCause::About => false,
    };
    let write = number.write.as_ref().filter(|_| is_certain)?;
    replaced(text, at, &number.found, write)
}
