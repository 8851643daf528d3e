//! Finds where a value stands in a sound piece of RON, by names, brackets and commas alone. Builds no tree, so that a
//! hundred thousand places are found in a moment; `locate` is for damaged pieces.

use crate::syntax::lexer::{Piece, Scanner, skip_value};
use crate::syntax::tree::{Step, content_start};
use std::ops::Range;

/// Byte offset in `piece` of the value at the end of `path`, or of the last value on the way that is there.
pub(crate) fn value_at(piece: &str, path: &[Step]) -> usize {
    let mut value = content_start(piece)..piece.len();
    for step in path {
        match child(piece, value.clone(), step) {
            Some(inner) => value = inner,
            None => break,
        }
    }
    value.start
}

/// The value one step inside the one at `value`.
fn child(piece: &str, value: Range<usize>, step: &Step) -> Option<Range<usize>> {
    let mut scanner = Scanner::new(piece.get(..value.end)?, value.start);
    let open = enter(&mut scanner)?;
    for index in 0_usize.. {
        let is_wanted = match step {
            Step::Item(wanted) => open != b'{' && index == *wanted,
            Step::Field(name) => has_label(&mut scanner, Piece::Word, |label| label == *name)?,
            Step::Key(key) => has_label(&mut scanner, Piece::Text, |label| is_text(label, key))?,
        };
        let start = scanner.peek().filter(|(next, _)| !matches!(next, Piece::Close(_)))?.1.start;
        let end = skip_value(&mut scanner)?;
        if is_wanted {
            return Some(start..end);
        }
        scanner.at = end;
        scanner.next().filter(|(next, _)| *next == Piece::Comma)?;
    }
    None
}

/// Goes past `Name(`, `(`, `[` or `{`, and returns the bracket.
fn enter(scanner: &mut Scanner) -> Option<u8> {
    let mut piece = scanner.next()?.0;
    if piece == Piece::Word {
        piece = scanner.next()?.0;
    }
    match piece {
        Piece::Open(bracket) => Some(bracket),
        _ => None,
    }
}

/// Goes past a label of that sort and its colon, and says whether it is the one looked for; `None` where there is none.
fn has_label(scanner: &mut Scanner, sort: Piece, is_wanted: impl Fn(&str) -> bool) -> Option<bool> {
    let (_, label) = scanner.next().filter(|(piece, _)| *piece == sort)?;
    let is_wanted = is_wanted(scanner.text(label));
    scanner.next().filter(|(piece, _)| *piece == Piece::Colon)?;
    Some(is_wanted)
}

fn is_text(written: &str, key: &str) -> bool {
    ron::from_str::<String>(written).is_ok_and(|text| text == key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::tree;

    const PIECE: &str = r##"/* a */ Question(id: "a", // (
        answer: Choice(correct: r#"x, (y"#, distractors: ["]", "b\"", "c"]), hints: [],
        feedback: {"b\"": "no", "c": "never, ever"}, cite: [Cite("n", "1"), ("m")], points: 2)"##;

    fn check(path: &[Step], expected: &str) {
        let at = value_at(PIECE, path);
        assert!(PIECE[at..].starts_with(expected), "{path:?}: {}", &PIECE[at..]);
        assert_eq!(at, tree::value_at(PIECE, path), "the tree has it elsewhere: {path:?}");
    }

    #[test]
    fn values_are_found_where_the_syntax_tree_has_them() {
        let field = Step::Field;
        check(&[], "Question(");
        check(&[field("id")], "\"a\"");
        check(&[field("answer"), field("correct")], "r#\"x");
        check(&[field("answer"), field("distractors"), Step::Item(1)], "\"b\\");
        check(&[field("feedback"), Step::Key("b\"".into())], "\"no\"");
        check(&[field("feedback"), Step::Key("c".into())], "\"never");
        check(&[field("cite"), Step::Item(1), Step::Item(0)], "\"m\"");
        check(&[field("points")], "2");
    }

    #[test]
    fn what_is_not_there_gives_the_value_around_it() {
        check(&[Step::Field("topic")], "Question(");
        check(&[Step::Field("hints"), Step::Item(0)], "[]");
        check(&[Step::Field("answer"), Step::Field("distractors"), Step::Item(9)], "[\"]\"");
        check(&[Step::Field("feedback"), Step::Key("x".into())], "{");
        check(&[Step::Field("points"), Step::Item(0)], "2");
    }

    #[test]
    fn no_piece_makes_a_panic() {
        for piece in ["", "(", "Question(id", "[1", "(id: \"", "{\"a\" 1}", "é(é: [é"] {
            for step in [Step::Field("id"), Step::Item(0), Step::Key("a".into())] {
                let at = value_at(piece, &[step.clone(), step]);
                assert!(piece.is_char_boundary(at), "{piece}");
            }
        }
    }
}
