//! Cuts what stands behind a name into cells, one a question. Knows no question.

/// What is typed for one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Without the quotation marks.
    pub text: String,
    /// Whether it stood in quotation marks, so that `-` and `?` mean themselves.
    pub is_quoted: bool,
}

/// A quotation mark that is not closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unclosed;

/// Cells stand between spaces; a comma or semicolon at their end is none of theirs. What is in quotation marks, straight
/// or curved, is one cell; `""` in it is a quotation mark.
pub(super) fn cells(text: &str) -> Result<Vec<Cell>, Unclosed> {
    let mut cells = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (cell, after) = match is_opening(first) {
            true => quoted(&rest[first.len_utf8()..])?,
            false => plain(rest),
        };
        cells.extend(cell);
        rest = after.trim_start();
    }
    Ok(cells)
}

/// The whole text as one cell; nothing where there is none.
pub(super) fn whole(text: &str) -> Result<Vec<Cell>, Unclosed> {
    let text = text.trim();
    if text.starts_with(is_opening) {
        let quoted = cells(text)?;
        if quoted.len() == 1 {
            return Ok(quoted);
        }
    }
    let cell = Cell { text: text.to_owned(), is_quoted: false };
    Ok(if text.is_empty() { Vec::new() } else { vec![cell] })
}

fn is_opening(sign: char) -> bool {
    matches!(sign, '"' | '“' | '„' | '«' | '”')
}

fn is_closing(sign: char) -> bool {
    matches!(sign, '"' | '”' | '“' | '»')
}

/// A cell without quotation marks, and what comes after it.
fn plain(text: &str) -> (Option<Cell>, &str) {
    let (word, after) = text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()));
    let word = word.trim_end_matches([',', ';']);
    let cell = Cell { text: word.to_owned(), is_quoted: false };
    ((!word.is_empty()).then_some(cell), after)
}

/// A cell from behind its first quotation mark on, and what comes after it.
fn quoted(text: &str) -> Result<(Option<Cell>, &str), Unclosed> {
    let mut inside = String::new();
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let is_doubled = sign == '"' && signs.peek().is_some_and(|(_, next)| *next == '"');
        if is_doubled {
            signs.next();
        } else if is_closing(sign) {
            let after = text[at + sign.len_utf8()..].trim_start_matches([',', ';']);
            return Ok((Some(Cell { text: inside, is_quoted: true }), after));
        }
        inside.push(sign);
    }
    Err(Unclosed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Each cell, quoted ones in `<>`.
    fn shown(read: Result<Vec<Cell>, Unclosed>) -> String {
        let show = |cell: Cell| if cell.is_quoted { format!("<{}>", cell.text) } else { cell.text };
        read.map_or_else(|_| "unclosed".to_owned(), |cells| cells.into_iter().map(show).collect::<Vec<_>>().join("|"))
    }

    #[test]
    fn cells_stand_between_spaces_and_quotation_marks_hold_one_together() {
        let check = |text: &str, expected: &str| assert_eq!(shown(cells(text)), expected, "{text}");
        check("", "");
        check("c a\tb  d ", "c|a|b|d");
        check("c, a; b ,d", "c|a|b|,d");
        check("3,5 \"59 MJ\" -", "3,5|<59 MJ>|-");
        check("“two words”, „zwei Worte“ «deux mots»", "<two words>|<zwei Worte>|<deux mots>");
        check(r#""say ""yes""" "" c"#, r#"<say "yes">|<>|c"#);
        check("c \"half", "unclosed");
        check("it's 5\"", "it's|5\"");
    }

    #[test]
    fn the_whole_text_is_one_cell_where_there_is_one_question() {
        let check = |text: &str, expected: &str| assert_eq!(shown(whole(text)), expected, "{text}");
        check("  because it is warm ", "because it is warm");
        check("\"because it is warm\"", "<because it is warm>");
        check("\"a\" and \"b\"", "\"a\" and \"b\"");
        check(" ", "");
        check("\"half", "unclosed");
    }

    proptest! {
        #[test]
        fn any_text_is_cut_or_refused_and_quoted_texts_come_back(text in "\\PC{0,20}", words in "[^\"“”„«»\\PC]{0,12}") {
            let _ = (cells(&text), whole(&text));
            let quoted = format!("a \"{words}\", b");
            prop_assert_eq!(shown(cells(&quoted)), format!("a|<{words}>|b"));
        }
    }
}
