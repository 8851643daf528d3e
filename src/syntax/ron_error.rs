//! Explains what the RON reader found wrong, and where. Reads nothing itself.

use crate::syntax::diagnostic::{TextProblem, Wanted};
use crate::syntax::did_you_mean::nearest;
use crate::syntax::lexer::{Lexer, Token};
use crate::syntax::line_index::offset_of;
use crate::syntax::number_hints::number_slip;
use crate::syntax::path;
use crate::syntax::ron_hints::{Slip, slip};
use ron::error::{Error, SpannedError};

/// Deeper than any question of the format, today's kinds and those to come, and far from any stack's end.
const DEEPEST_NESTING: usize = 32;

/// What is wrong with `text`, which the RON reader refused with `error`, and the byte offset in it.
pub(crate) fn explain(text: &str, error: &SpannedError) -> (usize, TextProblem) {
    if let Some(at) = too_deep(text) {
        return (at, TextProblem::Syntax { wanted: Wanted::LessNesting(Some(DEEPEST_NESTING)), slip: None });
    }
    let at = offset_of(text, error.span.end.line, error.span.end.col);
    // The reader tells exactly where a name that it does not know begins.
    let name_at = |found: &str| {
        let start = offset_of(text, error.span.start.line, error.span.start.col);
        text[start..].starts_with(found).then_some(start)
    };
    match &error.code {
        Error::NoSuchStructField { expected, found, outer } => {
            let at = name_at(found).or_else(|| path::field_named(text, found)).unwrap_or(at);
            let suggestion = nearest(found, expected.iter().copied());
            let (found, owner) = (found.as_str().into(), outer.as_deref().map(Into::into));
            (at, TextProblem::UnknownField { found, owner, known: expected, suggestion })
        }
        Error::NoSuchEnumVariant { expected, found, outer } => {
            let at = name_at(found).or_else(|| path::variant_named(text, found)).unwrap_or(at);
            let suggestion = nearest(found, expected.iter().copied());
            let (found, owner) = (found.as_str().into(), outer.as_deref().map(Into::into));
            (at, TextProblem::UnknownVariant { found, owner, known: expected, suggestion })
        }
        Error::MissingStructField { field, outer } => {
            let named = outer.as_deref().and_then(|owner| path::variant_named(text, owner));
            let at = named.unwrap_or_else(|| path::content_start(text));
            (at, TextProblem::MissingField { field: (*field).into(), owner: outer.as_deref().map(Into::into) })
        }
        Error::DuplicateStructField { field, .. } => {
            let at = path::second_field_named(text, field).unwrap_or(at);
            (at, TextProblem::RepeatedField { field: (*field).into() })
        }
        code => syntax(text, at, code),
    }
}

fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (token, range) in Lexer::new(text, 0) {
        match token {
            Token::Open(_) => depth += 1,
            Token::Close(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST_NESTING {
            return Some(range.start);
        }
    }
    None
}

fn syntax(text: &str, at: usize, code: &Error) -> (usize, TextProblem) {
    if let Some(opening) = unclosed_text(text, at, code) {
        return (opening, TextProblem::Syntax { wanted: Wanted::ClosingQuotationMark, slip: None });
    }
    let mut lexer = Lexer::new(text, start_of_word(text, at, code));
    lexer.skip_blank();
    let at = lexer.at.min(text.len());
    let close = innermost_close(text, at);
    if let Some((start, number)) = number_slip(text, at, code, close == Some(']')) {
        return (start, TextProblem::Syntax { wanted: Wanted::Number, slip: Some(Slip::Number(number)) });
    }
    let is_at_close = lexer.peek().is_none_or(|(next, _)| matches!(next, Token::Close(_)));
    let (wanted, slip) = match (code, close) {
        (Error::ExpectedComma | Error::Eof, Some(close)) if is_at_close => (Wanted::Closing(close), None),
        _ => {
            let slip = slip(text, at, code);
            let is_comment = slip == Some(Slip::ForeignComment) && text[at..].starts_with('#');
            let is_name_wanted = matches!(code, Error::SuggestRawIdentifier(_) | Error::InvalidIdentifier(_));
            let wanted = if is_comment && !is_name_wanted { Wanted::OtherThan('#') } else { wanted(code) };
            (wanted, slip)
        }
    };
    (at, TextProblem::Syntax { wanted, slip })
}

/// The reader tells of some problems only when it is past the word that is wrong; then that word's beginning, else `at`.
fn start_of_word(text: &str, at: usize, code: &Error) -> usize {
    if matches!(code, Error::ExpectedAttribute) && text[..at].trim_end().ends_with('#') {
        return text[..at].trim_end().len() - 1;
    }
    let is_past = matches!(code, Error::IntegerOutOfBounds | Error::ExpectedDifferentStructName { .. });
    let mut ends_here = Lexer::new(text, 0).filter(|(_, range)| range.end == at);
    if is_past { ends_here.next().map_or(at, |(_, range)| range.start) } else { at }
}

/// The bracket that would close the innermost one open at `at`.
fn innermost_close(text: &str, at: usize) -> Option<char> {
    let mut open = Vec::new();
    for (token, _) in Lexer::new(text, 0).take_while(|(_, range)| range.end <= at) {
        match token {
            Token::Open(b'(') => open.push(')'),
            Token::Open(b'[') => open.push(']'),
            Token::Open(_) => open.push('}'),
            Token::Close(_) => drop(open.pop()),
            _ => {}
        }
    }
    open.pop()
}

/// Where the string begins whose closing quotation mark is missing, if that is what is wrong: either the text ends in
/// a string, or a string that takes in a line break ended just where the reader stumbled over what should be text.
fn unclosed_text(text: &str, at: usize, code: &Error) -> Option<usize> {
    let is_string_missing = matches!(code, Error::ExpectedString);
    let mut before = None;
    let mut ends_in_text = false;
    for (token, range) in Lexer::new(text, 0) {
        ends_in_text = token == Token::Unclosed && !text[range.start..].starts_with("/*");
        if range.end <= at && token == Token::Text {
            before = Some(range.clone());
        } else if range.end <= at {
            before = None;
        } else if ends_in_text && (before.is_none() || *code == Error::ExpectedStringEnd) {
            return (!is_string_missing).then_some(range.start);
        }
    }
    let before = before.filter(|_| !is_string_missing)?;
    let stumbled_behind = text[before.end..at].trim().is_empty();
    let has_line_break = text[before.clone()].contains('\n') && !text[before.clone()].starts_with('r');
    (stumbled_behind && (ends_in_text || has_line_break)).then_some(before.start)
}

/// What the reader wanted.
fn wanted(code: &Error) -> Wanted {
    match code {
        Error::Eof => Wanted::ClosingBeforeEnd,
        Error::ExpectedArray => Wanted::List,
        Error::ExpectedArrayEnd => Wanted::CommaOrClosing(']'),
        Error::ExpectedBoolean => Wanted::Boolean,
        Error::ExpectedComma => Wanted::Comma,
        Error::ExpectedFloat | Error::FloatUnderscore => Wanted::Number,
        Error::ExpectedInteger => Wanted::WholeNumber,
        Error::ExpectedMap => Wanted::Pairs,
        Error::ExpectedMapColon => Wanted::Colon,
        Error::ExpectedMapEnd => Wanted::CommaOrClosing('}'),
        Error::ExpectedStructLike => Wanted::Opening(None),
        Error::ExpectedNamedStructLike(name) => Wanted::Opening(Some(name)),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => Wanted::CommaOrClosing(')'),
        Error::ExpectedString => Wanted::Text,
        Error::ExpectedStringEnd => Wanted::ClosingQuotationMark,
        Error::ExpectedIdentifier => Wanted::FieldName(None),
        Error::InvalidIdentifier(found) | Error::SuggestRawIdentifier(found) => {
            Wanted::FieldName(Some(found.as_str().into()))
        }
        Error::IntegerOutOfBounds => Wanted::NumberInRange,
        Error::UnclosedBlockComment => Wanted::CommentEnd,
        Error::TrailingCharacters => Wanted::Nothing,
        Error::ExceededRecursionLimit => Wanted::LessNesting(None),
        Error::InvalidEscape(_) => Wanted::Escape,
        Error::UnexpectedChar(sign) => Wanted::OtherThan(*sign),
        Error::ExpectedDifferentStructName { expected, found } => {
            Wanted::Name { expected, found: found.as_str().into() }
        }
        Error::InvalidValueForType { expected, found } => {
            Wanted::Value { expected: expected.as_str().into(), found: found.as_str().into() }
        }
        Error::ExpectedDifferentLength { expected, found } => {
            Wanted::Elements { expected: expected.as_str().into(), found: *found }
        }
        Error::Message(message) => Wanted::Other(message.as_str().into()),
        other => Wanted::Other(in_small_letters(&other.to_string())),
    }
}

/// The text with its first letter small, as messages begin.
fn in_small_letters(text: &str) -> Box<str> {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect::<String>()).unwrap_or_default().into()
}
