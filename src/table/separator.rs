//! Which sign stands between the cells of a table. Takes no rows apart.

/// The sign between cells, and where the table begins behind the line that names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Separator {
    /// A comma, a semicolon, a tab or a stroke.
    pub sign: u8,
    /// Offset of the first row in bytes.
    pub start: usize,
}

const SIGNS: [u8; 4] = *b",;\t|";

/// The sign between the cells of `text`: what a first line such as `sep=;` names; or else the one that parts all of
/// `columns` in the first row; or else the one that the first row has most of.
pub fn separator(text: &str, columns: &[&str]) -> Separator {
    if let Some(named) = named(text) {
        return named;
    }
    let first = first_row(text);
    let has_columns = |sign: &u8| {
        let names: Vec<String> = first.split(char::from(*sign)).map(bare).collect();
        !columns.is_empty() && columns.iter().all(|column| names.iter().any(|name| name == column))
    };
    let most = SIGNS.iter().rev().max_by_key(|sign| count(first, **sign)).copied().unwrap_or(b',');
    let most = if count(first, most) == 0 { b',' } else { most };
    Separator { sign: SIGNS.iter().copied().find(has_columns).unwrap_or(most), start: 0 }
}

/// `sep=;` on a line of its own, as spreadsheets write and read it, in quotation marks or not.
fn named(text: &str) -> Option<Separator> {
    let end = text.find('\n').map_or(text.len(), |at| at + 1);
    let line = text[..end].trim_end_matches(['\r', '\n']);
    // A spreadsheet that saves such a table again fills the line up with its own signs.
    let line = line.strip_prefix('"').unwrap_or(line);
    let name = line.get(..4).filter(|name| name.eq_ignore_ascii_case("sep="))?;
    let rest = &line[name.len()..];
    let sign = *rest.as_bytes().first().filter(|sign| SIGNS.contains(sign))?;
    let is_alone = rest[1..].trim_end_matches(['"', ',', ';', '\t', ' ']).is_empty();
    is_alone.then_some(Separator { sign, start: end })
}

/// The first line that is not blank, as far as it goes: a line break in quotation marks belongs to it.
fn first_row(text: &str) -> &str {
    let text = text.trim_start_matches(['\r', '\n']);
    let mut is_quoted = false;
    let end = text.find(|sign: char| {
        is_quoted ^= sign == '"';
        matches!(sign, '\n' | '\r') && !is_quoted
    });
    &text[..end.unwrap_or(text.len())]
}

fn count(row: &str, sign: u8) -> usize {
    let mut is_quoted = false;
    let outside = row.bytes().filter(|byte| {
        is_quoted ^= *byte == b'"';
        *byte == sign && !is_quoted
    });
    outside.count()
}

/// A name as columns are compared.
fn bare(cell: &str) -> String {
    cell.trim_matches(|sign: char| sign.is_whitespace() || matches!(sign, '"' | '\'' | '\u{feff}')).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_is_named_or_seen() {
        let check = |text: &str, sign: u8, start| {
            assert_eq!(separator(text, &["question", "response"]), Separator { sign, start }, "{text:?}");
        };
        check("question,response\n", b',', 0);
        check("question;response\n", b';', 0);
        check("\nQuestion\tResponse\n", b'\t', 0);
        check("sep=;\r\nquestion;response\n", b';', 7);
        check("sep=,\nquestion,response\n", b',', 6);
        check("\"sep=;\"\nquestion;response\n", b';', 8);
        check("sep=;,,\nquestion;response\n", b';', 8);
        // More commas than semicolons, and yet not between the columns.
        check("question;response;a, b, c, d\n", b';', 0);
        check("\"a,b,c\";d\n", b';', 0);
        check("question\n", b',', 0);
        check("sep=", b',', 0);
        check("", b',', 0);
    }
}
