//! Says in plain words what the RON reader found wrong, and where. Reads nothing itself.

use crate::bank::{Kind, Problem};
use crate::syntax::did_you_mean::nearest;
use crate::syntax::lexer::{Piece, Scanner};
use crate::syntax::line_index::offset_of;
use crate::syntax::ron_hints::remedy;
use crate::syntax::tree;
use crate::syntax::tree::DEEPEST_NESTING;
use ron::error::{Error, SpannedError};

/// What is wrong with `piece`, which the RON reader refused with `error`, and the byte offset in it.
pub(crate) fn opinion(piece: &str, error: &SpannedError) -> (usize, Problem) {
    if let Some(at) = too_deep(piece) {
        let message = format!("brackets are nested more than {DEEPEST_NESTING} deep");
        return (at, Problem::Syntax { message: message.into() });
    }
    let at = offset_of(piece, error.span.end.line, error.span.end.col);
    // The reader tells exactly where a name that it does not know begins.
    let name_at = |found: &str| {
        let start = offset_of(piece, error.span.start.line, error.span.start.col);
        piece[start..].starts_with(found).then_some(start)
    };
    match &error.code {
        Error::NoSuchStructField { expected, found, outer } => {
            let at = name_at(found).or_else(|| tree::field_named(piece, found, 0)).unwrap_or(at);
            (at, unknown_field(found, expected, outer))
        }
        Error::NoSuchEnumVariant { expected, found, outer } => {
            let at = name_at(found).or_else(|| tree::variant_named(piece, found)).unwrap_or(at);
            (at, unknown_variant(found, expected, outer))
        }
        Error::MissingStructField { field, outer } => missing_field(piece, field, outer),
        Error::DuplicateStructField { field, .. } => {
            let at = tree::second_field_named(piece, field).unwrap_or(at);
            (at, Problem::RepeatedField { field: (*field).into() })
        }
        code => syntax(piece, at, code),
    }
}

fn too_deep(piece: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (piece, range) in Scanner::new(piece, 0) {
        match piece {
            Piece::Open(_) => depth += 1,
            Piece::Close(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST_NESTING {
            return Some(range.start);
        }
    }
    None
}

fn unknown_field(found: &str, expected: &[&str], outer: &Option<String>) -> Problem {
    let owner = outer.as_deref().unwrap_or("this").into();
    let suggestion = nearest(found, expected.iter().copied());
    let is_kind = Kind::ALL.iter().any(|kind| Some(format!("{kind:?}").as_str()) == outer.as_deref());
    let advice = if is_kind && QUESTION_FIELDS.contains(&found) {
        "if it belongs to the question, close the bracket `)` of the answer before it".into()
    } else {
        format!("it has {}", listed(expected, "and")).into()
    };
    Problem::UnknownField { found: found.into(), owner, suggestion, advice }
}

fn unknown_variant(found: &str, expected: &[&str], outer: &Option<String>) -> Problem {
    if outer.as_deref() != Some("Answer") {
        return Problem::Syntax {
            message: format!("`{found}` is not known here: write {}", listed(expected, "or")).into(),
        };
    }
    let advice = match found {
        "true" | "false" => format!("write `TrueFalse({found})`"),
        _ => format!("there are {}", listed(expected, "and")),
    };
    Problem::UnknownKind {
        found: found.into(),
        suggestion: nearest(found, expected.iter().copied()),
        advice: advice.into(),
    }
}

/// Fields that only a question has, and that follow its answer when they are written in the usual order.
const QUESTION_FIELDS: [&str; 9] =
    ["explanation", "feedback", "hints", "hint_cost", "points", "difficulty", "cite", "enemies", "facts"];

/// `a`, `b` and `c`.
fn listed(names: &[&str], last: &str) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [most @ .., end] if !most.is_empty() => format!("{} {last} {end}", most.join(", ")),
        names => names.concat(),
    }
}

fn missing_field(piece: &str, field: &str, outer: &Option<String>) -> (usize, Problem) {
    let owner = outer.as_deref().unwrap_or("one");
    let at = tree::variant_named(piece, owner).unwrap_or_else(|| tree::content_start(piece));
    (at, Problem::MissingField { field: field.into(), owner: owner.into() })
}

fn syntax(piece: &str, at: usize, code: &Error) -> (usize, Problem) {
    if let Some(opening) = unclosed_text(piece, at, code) {
        return (opening, Problem::Syntax { message: "expected a closing quotation mark".into() });
    }
    let mut scanner = Scanner::new(piece, start_of_word(piece, at, code));
    scanner.skip_blank();
    let at = scanner.at.min(piece.len());
    let is_at_close = scanner.peek().is_none_or(|(next, _)| matches!(next, Piece::Close(_)));
    let message = match (code, innermost_close(piece, at)) {
        (Error::ExpectedComma | Error::Eof, Some(close)) if is_at_close => {
            format!("expected a closing bracket `{close}`")
        }
        _ => match remedy(piece, at, code) {
            Some(remedy) => format!("{}: {remedy}", wish(piece, at, code)),
            None => plain(code),
        },
    };
    (at, Problem::Syntax { message: message.into() })
}

/// What was wanted at `at`, for a message that goes on with what to write.
fn wish(piece: &str, at: usize, code: &Error) -> String {
    match code {
        Error::SuggestRawIdentifier(_) | Error::InvalidIdentifier(_) => plain(&Error::ExpectedIdentifier),
        _ if piece[at..].starts_with('#') => "`#` cannot stand here".to_owned(),
        _ => plain(code),
    }
}

/// The reader tells of some faults only when it is past the word at fault; then that word's beginning, else `at`.
fn start_of_word(piece: &str, at: usize, code: &Error) -> usize {
    if matches!(code, Error::ExpectedAttribute) && piece[..at].trim_end().ends_with('#') {
        return piece[..at].trim_end().len() - 1;
    }
    let is_past = matches!(code, Error::IntegerOutOfBounds | Error::ExpectedDifferentStructName { .. });
    let mut ends_here = Scanner::new(piece, 0).filter(|(_, range)| range.end == at);
    if is_past { ends_here.next().map_or(at, |(_, range)| range.start) } else { at }
}

/// The bracket that would close the innermost one open at `at`.
fn innermost_close(piece: &str, at: usize) -> Option<char> {
    let mut open = Vec::new();
    for (kind, _) in Scanner::new(piece, 0).take_while(|(_, range)| range.end <= at) {
        match kind {
            Piece::Open(b'(') => open.push(')'),
            Piece::Open(b'[') => open.push(']'),
            Piece::Open(_) => open.push('}'),
            Piece::Close(_) => drop(open.pop()),
            _ => {}
        }
    }
    open.pop()
}

/// Where the string begins whose closing quotation mark is missing, if that is what is wrong: either the text ends in
/// a string, or a string that takes in a line break ended just where the reader stumbled over what should be text.
fn unclosed_text(piece: &str, at: usize, code: &Error) -> Option<usize> {
    let is_string_missing = matches!(code, Error::ExpectedString);
    let mut before = None;
    let mut ends_in_text = false;
    for (kind, range) in Scanner::new(piece, 0) {
        ends_in_text = kind == Piece::Unclosed && !piece[range.start..].starts_with("/*");
        if range.end <= at && kind == Piece::Text {
            before = Some(range.clone());
        } else if range.end <= at {
            before = None;
        } else if ends_in_text && (before.is_none() || *code == Error::ExpectedStringEnd) {
            return (!is_string_missing).then_some(range.start);
        }
    }
    let before = before.filter(|_| !is_string_missing)?;
    let stumbled_behind = piece[before.end..at].trim().is_empty();
    let has_line_break = piece[before.clone()].contains('\n') && !piece[before.clone()].starts_with('r');
    (stumbled_behind && (ends_in_text || has_line_break)).then_some(before.start)
}

/// The reader's words for a teacher.
fn plain(code: &Error) -> String {
    let words = match code {
        Error::Eof => "the text ends too early: expected a closing bracket",
        Error::ExpectedArray => "expected a list, which begins with `[`",
        Error::ExpectedArrayEnd => "expected a comma or a closing bracket `]`",
        Error::ExpectedBoolean => "expected `true` or `false`",
        Error::ExpectedComma => "expected a comma",
        Error::ExpectedFloat | Error::FloatUnderscore => "expected a number, with a point for decimals",
        Error::ExpectedInteger => "expected a whole number",
        Error::ExpectedMap => "expected pairs in braces, which begin with `{`",
        Error::ExpectedMapColon => "expected a colon",
        Error::ExpectedMapEnd => "expected a comma or a closing bracket `}`",
        Error::ExpectedStructLike => "expected an opening bracket `(`",
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => "expected a comma or a closing bracket `)`",
        Error::ExpectedString => "expected text in quotation marks",
        Error::ExpectedStringEnd => "expected a closing quotation mark",
        Error::ExpectedIdentifier => "expected the name of a field",
        Error::IntegerOutOfBounds => "the number is too large or below 0",
        Error::UnclosedBlockComment => "expected `*/`: a comment is not closed",
        Error::TrailingCharacters => "there is something after the closing bracket",
        Error::ExceededRecursionLimit => "brackets are nested too deep",
        Error::InvalidEscape(_) => {
            "a backslash is followed by a letter that has no meaning there: write two backslashes, or a raw string r\"…\""
        }
        _ => return longer(code),
    };
    words.to_owned()
}

fn longer(code: &Error) -> String {
    match code {
        Error::ExpectedNamedStructLike(name) => format!("expected an opening bracket `(` of `{name}`"),
        Error::ExpectedDifferentStructName { expected, found } => format!("expected `{expected}`, found `{found}`"),
        Error::UnexpectedChar(letter) => format!("`{letter}` cannot stand here"),
        Error::InvalidValueForType { expected, found } => format!("expected {}, found {found}", type_words(expected)),
        Error::SuggestRawIdentifier(found) if found.starts_with(|letter: char| letter.is_ascii_digit()) => {
            "a comma cannot stand in a number: leave it out, or write a point for decimals".to_owned()
        }
        Error::InvalidIdentifier(found) | Error::SuggestRawIdentifier(found) => {
            format!("`{found}` cannot stand here: expected the name of a field")
        }
        Error::Message(message) => message.clone(),
        other => {
            let text = other.to_string();
            let mut letters = text.chars();
            letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
        }
    }
}

fn type_words(expected: &str) -> &str {
    match expected {
        "f32" | "f64" => "a number",
        "u32" | "u64" => "a whole number, 0 or more",
        "i32" | "i64" => "a whole number",
        other => other,
    }
}
