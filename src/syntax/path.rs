//! Finds where a value stands in a piece of RON, by names, brackets and commas alone. Builds no tree, so that a hundred
//! thousand places are found in a moment, and a damaged piece is searched as far as it makes sense.

use crate::syntax::lexer::{Lexer, Token, skip_value};
use std::ops::Range;

/// One step from a value to a value inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// The field of that name.
    Field(&'static str),
    /// The item at that index.
    Item(usize),
    /// The value under that key of a map.
    Key(Box<str>),
}

/// The bytes of the value at the end of `path`. Where that is not there, or the path is empty, what the last value on the
/// way begins with: its name or its bracket.
pub(crate) fn span_of(text: &str, path: &[Step]) -> Range<usize> {
    let mut value = content_start(text)..text.len();
    for (index, step) in path.iter().enumerate() {
        match child(text, value.clone(), step) {
            Some(inner) if index + 1 == path.len() => return inner,
            Some(inner) => value = inner,
            None => break,
        }
    }
    span_at(text, value.start)
}

/// The bytes of the value at the end of `path`; `None` where that is not there.
pub(crate) fn value_at(text: &str, path: &[Step]) -> Option<Range<usize>> {
    path.iter().try_fold(content_start(text)..text.len(), |value, step| child(text, value, step))
}

/// The bytes of the value of a field of the struct that `text` is.
pub(crate) fn child_of(text: &str, field: &'static str) -> Option<Range<usize>> {
    child(text, content_start(text)..text.len(), &Step::Field(field))
}

/// The bytes of what stands at `at`: a string, a word or a sign whole. A string that is never closed goes as far as its
/// line; where nothing begins at `at`, the span is empty.
pub(crate) fn span_at(text: &str, at: usize) -> Range<usize> {
    let at = text.floor_char_boundary(at);
    match Lexer::new(text, at).next() {
        Some((Token::Unclosed, range)) if range.start == at => {
            let line = text[at..].split('\n').next().unwrap_or_default();
            at..at + line.trim_end().len()
        }
        Some((_, range)) if range.start == at => range,
        _ => at..at,
    }
}

/// The field called `name` that begins at `at`, with its value and the comma behind it.
pub(crate) fn field_at(text: &str, at: usize, name: &str) -> Option<Range<usize>> {
    let mut lexer = Lexer::new(text, at);
    let (token, range) = lexer.next()?;
    let is_field = token == Token::Word && text[range.clone()] == *name && lexer.next()?.0 == Token::Colon;
    let start = range.start;
    let end = is_field.then(|| skip_value(&mut lexer)).flatten()?;
    let comma = lexer.next().filter(|(token, _)| *token == Token::Comma);
    Some(start..comma.map_or(end, |(_, range)| range.end))
}

/// Where the first token after white space and comments begins.
pub(crate) fn content_start(text: &str) -> usize {
    let mut lexer = Lexer::new(text, 0);
    lexer.skip_attributes();
    lexer.at.min(text.len())
}

/// Byte offset of the first field called `name`, however deep.
pub(crate) fn field_named(text: &str, name: &str) -> Option<usize> {
    labels(text).find(|label| label.name == name).map(|label| label.at)
}

/// Byte offset of the second field called `name` in one struct.
pub(crate) fn second_field_named(text: &str, name: &str) -> Option<usize> {
    let mut seen = Vec::new();
    labels(text).filter(|label| label.name == name).find_map(|label| {
        let is_second = seen.contains(&label.owner);
        seen.push(label.owner);
        is_second.then_some(label.at)
    })
}

/// Byte offset of the first struct or variant called `name`.
pub(crate) fn variant_named(text: &str, name: &str) -> Option<usize> {
    let mut lexer = Lexer::new(text, 0);
    while let Some((token, range)) = lexer.next() {
        let is_label = matches!(lexer.peek(), Some((Token::Colon, _)));
        if token == Token::Word && &text[range.clone()] == name && !is_label {
            return Some(range.start);
        }
    }
    None
}

/// The text in the field `id` of the struct that `text` is, where one can be read.
pub(crate) fn id_of(text: &str) -> Option<Box<str>> {
    let owner = struct_start(text)?;
    let label = labels(text).find(|label| label.name == "id" && label.owner == owner)?;
    let mut lexer = Lexer::new(text, label.at);
    let (_, value) = lexer.by_ref().nth(2).filter(|(token, _)| *token == Token::Text)?;
    ron::from_str::<Box<str>>(&text[value]).ok().filter(|id| !id.trim().is_empty())
}

/// Where the bracket stands that the fields of the struct begin with.
fn struct_start(text: &str) -> Option<usize> {
    let mut lexer = Lexer::new(text, content_start(text));
    let (mut token, mut range) = lexer.next()?;
    if token == Token::Word {
        (token, range) = lexer.next()?;
    }
    (token == Token::Open(b'(')).then_some(range.start)
}

/// The name of a field, as it stands before its colon.
struct Label<'a> {
    name: &'a str,
    at: usize,
    /// Where the bracket stands that the field is in.
    owner: usize,
}

/// The names of all fields in `text`, in its order.
fn labels(text: &str) -> impl Iterator<Item = Label<'_>> {
    let mut lexer = Lexer::new(text, 0);
    let mut open = Vec::new();
    std::iter::from_fn(move || {
        loop {
            let (token, range) = lexer.next()?;
            match token {
                Token::Open(_) => open.push(range.start),
                Token::Close(_) => drop(open.pop()),
                Token::Word if matches!(lexer.peek(), Some((Token::Colon, _))) => {
                    let Some(owner) = open.last().copied() else { continue };
                    return Some(Label { name: &text[range.clone()], at: range.start, owner });
                }
                _ => {}
            }
        }
    })
}

/// The value one step inside the one at `value`.
fn child(text: &str, value: Range<usize>, step: &Step) -> Option<Range<usize>> {
    let mut lexer = Lexer::new(text.get(..value.end)?, value.start);
    let open = enter(&mut lexer)?;
    for index in 0_usize.. {
        let is_wanted = match step {
            Step::Item(wanted) => open != b'{' && index == *wanted,
            Step::Field(name) => has_label(&mut lexer, Token::Word, |label| label == *name)?,
            Step::Key(key) => has_label(&mut lexer, Token::Text, |label| is_text(label, key))?,
        };
        let start = lexer.peek().filter(|(next, _)| !matches!(next, Token::Close(_)))?.1.start;
        let end = skip_value(&mut lexer)?;
        if is_wanted {
            return Some(start..end);
        }
        lexer.at = end;
        lexer.next().filter(|(next, _)| *next == Token::Comma)?;
    }
    None
}

/// Goes past `Name(`, `(`, `[` or `{`, and returns the bracket.
fn enter(lexer: &mut Lexer) -> Option<u8> {
    let mut token = lexer.next()?.0;
    if token == Token::Word {
        token = lexer.next()?.0;
    }
    match token {
        Token::Open(bracket) => Some(bracket),
        _ => None,
    }
}

/// Goes past a label of that sort and its colon, and says whether it is the one looked for; `None` where there is none.
fn has_label(lexer: &mut Lexer, sort: Token, is_wanted: impl Fn(&str) -> bool) -> Option<bool> {
    let (_, label) = lexer.next().filter(|(token, _)| *token == sort)?;
    let is_wanted = is_wanted(lexer.text(label));
    lexer.next().filter(|(token, _)| *token == Token::Colon)?;
    Some(is_wanted)
}

fn is_text(written: &str, key: &str) -> bool {
    ron::from_str::<String>(written).is_ok_and(|text| text == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PIECE: &str = r##"/* a */ Question(id: "a", // (
        answer: Choice(correct: r#"x, (y"#, distractors: ["]", "b\"", "c"]), hints: [],
        feedback: {"b\"": "no", "c": "never, ever"}, cite: [Cite("n", "1"), ("m")], points: 2)"##;

    fn check(path: &[Step], expected: &str) {
        assert_eq!(&PIECE[span_of(PIECE, path)], expected, "{path:?}");
    }

    #[test]
    fn a_value_is_found_whole() {
        let field = Step::Field;
        check(&[field("id")], "\"a\"");
        check(&[field("answer"), field("correct")], "r#\"x, (y\"#");
        check(&[field("answer"), field("distractors")], r#"["]", "b\"", "c"]"#);
        check(&[field("answer"), field("distractors"), Step::Item(1)], "\"b\\\"\"");
        check(&[field("feedback"), Step::Key("b\"".into())], "\"no\"");
        check(&[field("feedback"), Step::Key("c".into())], "\"never, ever\"");
        check(&[field("cite"), Step::Item(1), Step::Item(0)], "\"m\"");
        check(&[field("cite"), Step::Item(1)], "(\"m\")");
        check(&[field("points")], "2");
    }

    #[test]
    fn what_is_not_there_gives_the_beginning_of_what_is_around_it() {
        check(&[], "Question");
        check(&[Step::Field("topic")], "Question");
        check(&[Step::Field("hints"), Step::Item(0)], "[");
        check(&[Step::Field("answer"), Step::Field("tolerance")], "Choice");
        check(&[Step::Field("answer"), Step::Field("distractors"), Step::Item(9)], "[");
        check(&[Step::Field("feedback"), Step::Key("x".into())], "{");
        check(&[Step::Field("points"), Step::Item(0)], "2");
    }

    #[test]
    fn no_piece_makes_a_panic() {
        for piece in ["", "(", "Question(id", "[1", "(id: \"", "{\"a\" 1}", "é(é: [é"] {
            for step in [Step::Field("id"), Step::Item(0), Step::Key("a".into())] {
                let span = span_of(piece, &[step.clone(), step]);
                assert!(piece.get(span).is_some(), "{piece}");
            }
            for at in 0..9 {
                assert!(piece.get(span_at(piece, at)).is_some(), "{piece} {at}");
            }
            assert_eq!((id_of(piece), variant_named(piece, "Choice")), (None, None), "{piece}");
        }
    }

    #[test]
    fn what_stands_at_a_place_is_taken_whole_and_an_unclosed_text_to_the_end_of_its_line() {
        let check = |text: &str, at, expected: &str| assert_eq!(&text[span_at(text, at)], expected, "{text}");
        check("(id: \"a b\", x)", 5, "\"a b\"");
        check("(id: value)", 1, "id");
        check("(id: value)", 4, "");
        check("(\"a b  \n)", 1, "\"a b");
        check("(\"a\nb\")", 1, "\"a\nb\"");
        check("é", 1, "é");
        check("", 9, "");
    }

    #[test]
    fn names_are_found_in_damaged_pieces_too() {
        let piece = r#"Question(id = "no", answer: Choice(id: "inner", correct "a", distractors: ["id: 1"], id: 2), /* id: */ id: "a\"b" "#;
        let at = |needle: &str| piece.find(needle);
        assert_eq!(field_named(piece, "id"), at("id: \"inner"));
        assert_eq!(second_field_named(piece, "id"), at("id: 2"));
        assert_eq!(second_field_named(piece, "answer"), None);
        assert_eq!(variant_named(piece, "Choice"), at("Choice("));
        assert_eq!(variant_named(piece, "answer"), None);
        assert_eq!(id_of(piece).as_deref(), Some("a\"b"));
    }

    #[test]
    fn an_id_is_that_of_the_struct_itself_and_a_text() {
        let check = |piece: &str, id: Option<&str>| assert_eq!(id_of(piece).as_deref(), id, "{piece}");
        check("(id: \"a\")", Some("a"));
        check("// note\nFact(relation: \"r\", id: r\"a\"", Some("a"));
        check("(answer: Choice(id: \"a\"))", None);
        check("(id: 1)", None);
        check("(id: \" \")", None);
        check("[id: \"a\"]", None);
        check("(id: \"a", None);
    }
}
