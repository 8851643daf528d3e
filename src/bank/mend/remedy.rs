//! What to change for one error, where that is certain. Finds no error, and knows nothing of how signs are mistaken.

use crate::bank::mend::slips;
use crate::bank::{Diagnostic, Problem};
use crate::syntax::Wanted;
use crate::syntax::edit::Edit;
use crate::syntax::lexer::{Lexer, Token, has_comment};
use crate::syntax::path::field_at;
use std::ops::Range;
use strsim::osa_distance;

/// The changes that put an error right; `None` where somebody has to decide.
pub(super) fn remedy(text: &str, error: &Diagnostic) -> Option<Vec<Edit>> {
    let span = error.span.clone();
    match &error.problem {
        Problem::Syntax { wanted, slip: None } => missing_or_doubled(text, span.start, wanted),
        Problem::Syntax { slip: Some(slip), wanted } => slips::remedy(text, span, slip, wanted),
        Problem::UnknownField { found, suggestion: Some(name), .. }
        | Problem::UnknownKind { found, suggestion: Some(name), .. } => renamed(text, span.start, found, name),
        Problem::UnknownSource { source_key: found, suggestion: Some(name) }
        | Problem::UnknownSpot { name: found, suggestion: Some(name) } => {
            let quoted = |name: &str| format!("\"{name}\"");
            renamed(text, span.start, &quoted(found), &quoted(name))
        }
        Problem::RepeatedField { field } => repeated(text, span.start, field),
        Problem::ControlInMaths { command } => unbroken(text, span, command),
        _ => None,
    }
}

/// A comma that is missing is put in behind what stands before; one that is too many is taken out.
fn missing_or_doubled(text: &str, at: usize, wanted: &Wanted) -> Option<Vec<Edit>> {
    match wanted {
        Wanted::Comma | Wanted::CommaBetweenElements => {
            let next = text.get(at..)?;
            let begins_something =
                next.starts_with(|letter: char| letter.is_alphanumeric() || "\"([{_".contains(letter));
            let before = end_of_token_before(text, at)?;
            begins_something.then(|| vec![Edit { span: before..before, new_text: ",".into() }])
        }
        Wanted::NoFurtherComma => slips::taken_out(text, at, ","),
        _ => None,
    }
}

/// Where the last token before `at` ends; `None` where no comma can follow it.
fn end_of_token_before(text: &str, at: usize) -> Option<usize> {
    let before = Lexer::new(text, 0).take_while(|(_, range)| range.start < at).last();
    let (token, range) = before?;
    let can_be_followed = matches!(token, Token::Text | Token::Word | Token::Close(_)) && range.end <= at;
    can_be_followed.then_some(range.end)
}

/// Another name in the place of one that is a slip of the fingers away from it.
fn renamed(text: &str, at: usize, found: &str, name: &str) -> Option<Vec<Edit>> {
    const LETTERS_FOR_TWO_SLIPS: usize = 8;
    let bare = |name: &str| name.to_lowercase().replace(['_', '-'], "");
    let slips = osa_distance(&bare(found), &bare(name));
    let slips_allowed = if found.chars().count() >= LETTERS_FOR_TWO_SLIPS { 2 } else { 1 };
    let span = at..at + found.len();
    let is_there = text.get(span.clone()) == Some(found);
    (slips <= slips_allowed && is_there).then(|| vec![Edit { span, new_text: name.into() }])
}

/// The second of two fields of one name is taken out where both say the same.
fn repeated(text: &str, at: usize, field: &str) -> Option<Vec<Edit>> {
    let second = field_at(text, at, field).filter(|span| !has_comment(&text[span.clone()]))?;
    let words = |range: Range<usize>| -> Vec<&str> {
        let tokens = Lexer::new(&text[..range.end], range.start).filter(|(token, _)| *token != Token::Comma);
        tokens.map(|(_, range)| &text[range]).collect()
    };
    let wanted = words(second.clone());
    let mut depth = 0_usize;
    let before: Vec<(Token, Range<usize>)> = Lexer::new(text, 0).take_while(|(_, range)| range.start < at).collect();
    // Back through the struct that the second one stands in.
    for (token, range) in before.iter().rev() {
        match token {
            Token::Close(_) => depth += 1,
            Token::Open(_) if depth == 0 => return None,
            Token::Open(_) => depth -= 1,
            Token::Word if depth == 0 && text[range.clone()] == *field => {
                let first = field_at(text, range.start, field)?;
                return (words(first) == wanted).then(|| vec![Edit { span: second, new_text: "".into() }]);
            }
            _ => {}
        }
    }
    None
}

/// A second backslash before a command of TeX that RON has taken for a sign.
fn unbroken(text: &str, span: Range<usize>, command: &str) -> Option<Vec<Edit>> {
    let literal = text.get(span.clone()).filter(|literal| literal.starts_with('"'))?;
    let mut edits = Vec::new();
    for (at, _) in literal.match_indices(command) {
        let backslashes = literal[..at].bytes().rev().take_while(|byte| *byte == b'\\').count();
        let goes_on = literal[at + command.len()..].starts_with(|letter: char| letter.is_ascii_alphabetic());
        if backslashes.is_multiple_of(2) && !goes_on {
            edits.push(Edit { span: span.start + at..span.start + at, new_text: "\\".into() });
        }
    }
    (!edits.is_empty()).then_some(edits)
}
