//! Pasted lines become rows: what a document puts before each line is taken off, and a second column becomes feedback.

use crate::author::form::Form;
use crate::author::form::fault::RowList;
use crate::author::form::kinds::arranged::PairRow;
use crate::author::form::row::Row;

impl Form {
    /// Puts pasted lines into rows, from `row` on: into rows that are still empty, else into new ones between the others.
    /// Returns the last row that was filled; `None` where there is no such list, or nothing in the text.
    pub fn paste_rows(&mut self, list: RowList, row: usize, pasted: &str) -> Option<usize> {
        let has_feedback = matches!(list, RowList::Right | RowList::Wrong | RowList::Reject);
        let rows = self.rows_mut(list)?;
        let lines = lines(pasted);
        put(rows, row, lines.iter().map(|line| typed_row(line, has_feedback)), Row::is_empty)
    }

    /// As [`Self::paste_rows`], with both sides of a pair in each line, a tab or ` = ` between them.
    pub fn paste_pairs(&mut self, row: usize, pasted: &str) -> Option<usize> {
        let lines = lines(pasted);
        let pair = |line: &&str| {
            let parted = line.split_once('\t').or_else(|| line.split_once(" = "));
            let (left, right) = parted.unwrap_or((line, ""));
            PairRow::typed(left.trim(), right.trim())
        };
        put(&mut self.answer.pairs.pairs, row, lines.iter().map(pair), PairRow::is_empty)
    }
}

fn typed_row(line: &str, has_feedback: bool) -> Row {
    match line.split_once('\t').filter(|_| has_feedback) {
        Some((text, said)) => Row { feedback: said.trim().to_owned(), ..Row::typed(text.trim()) },
        None => Row::typed(line),
    }
}

fn put<T>(
    rows: &mut Vec<T>,
    first: usize,
    pasted: impl Iterator<Item = T>,
    is_empty: impl Fn(&T) -> bool,
) -> Option<usize> {
    let mut last = None;
    let mut at = first.min(rows.len());
    for row in pasted {
        if last.is_none() && rows.get(at).is_some_and(|there| !is_empty(there)) {
            at += 1;
        }
        match rows.get_mut(at).filter(|there| is_empty(there)) {
            Some(there) => *there = row,
            None => rows.insert(at, row),
        }
        last = Some(at);
        at += 1;
    }
    last
}

/// The lines with something in them, without bullets or numbers where all have them.
fn lines(pasted: &str) -> Vec<&str> {
    let lines: Vec<&str> = pasted.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() < 2 {
        return lines;
    }
    let bare: Option<Vec<&str>> = lines
        .iter()
        .enumerate()
        .map(|(index, line)| without_bullet(line).or_else(|| without_number(line, index)))
        .collect();
    bare.filter(|bare| bare.iter().all(|line| !line.is_empty())).unwrap_or(lines)
}

fn without_bullet(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(['-', '*', '•', '–', '◦', '▪', '·', '○', '●', '☐'])?;
    rest.starts_with(char::is_whitespace).then(|| rest.trim_start())
}

/// `1.`, `1)`, `a)` or `(a)` before the first line, and so on: only where they count up, so that dates stay whole.
fn without_number(line: &str, index: usize) -> Option<&str> {
    let inner = line.strip_prefix('(').unwrap_or(line);
    let end = inner.find(['.', ')'])?;
    let (number, rest) = (&inner[..end], &inner[end + 1..]);
    let letter = char::from_u32('a' as u32 + u32::try_from(index).ok()?)?;
    let is_next = number.parse() == Ok(index + 1) || number.to_lowercase() == letter.to_string();
    (is_next && rest.starts_with(char::is_whitespace)).then(|| rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::Kind;

    fn check(pasted: &str, expected: &[&str]) {
        assert_eq!(lines(pasted), expected, "{pasted:?}");
    }

    #[test]
    fn what_a_document_puts_before_lines_is_taken_off_only_where_all_have_it() {
        check("1. Rhine\n2. Volga\r\n3. Danube", &["Rhine", "Volga", "Danube"]);
        check("a) Rhine\nb) Volga", &["Rhine", "Volga"]);
        check("(A) Rhine\n(B) Volga", &["Rhine", "Volga"]);
        check("• Rhine\n\n• Volga\n", &["Rhine", "Volga"]);
        check("1. April\n3. May", &["1. April", "3. May"]);
        check("1. April", &["1. April"]);
        check("-5\n-6", &["-5", "-6"]);
        check("- Rhine\nVolga", &["- Rhine", "Volga"]);
        check("1.5\n2.5", &["1.5", "2.5"]);
        check("- \n- ", &["-", "-"]);
        check(" \n", &[]);
    }

    fn texts(form: &Form, list: RowList) -> Vec<&str> {
        form.rows(list).iter().map(|row| row.text.as_str()).collect()
    }

    #[test]
    fn pasted_lines_fill_empty_rows_and_push_the_others_down() {
        let mut form = Form::new(Kind::Choice);
        assert_eq!(form.paste_rows(RowList::Wrong, 0, "a\nb\tbecause\nc\nd"), Some(3));
        assert_eq!(texts(&form, RowList::Wrong), ["a", "b", "c", "d"]);
        assert_eq!(form.rows(RowList::Wrong)[1].feedback, "because");
        assert_eq!(form.paste_rows(RowList::Wrong, 1, "x\ny"), Some(3));
        assert_eq!(texts(&form, RowList::Wrong), ["a", "b", "x", "y", "c", "d"]);
        assert_eq!(form.paste_rows(RowList::Wrong, 99, "z"), Some(6));
        assert_eq!(form.paste_rows(RowList::Wrong, 0, "\n"), None);
        assert_eq!(form.paste_rows(RowList::Group(9), 0, "a\nb"), None);
    }

    #[test]
    fn pasted_pairs_have_two_sides() {
        let mut form = Form::new(Kind::Match);
        assert_eq!(form.paste_pairs(0, "Rhine\tNorth Sea\nVolga = Caspian Sea\nDanube"), Some(2));
        let pairs = form.answer.pairs.pairs.iter().map(|pair| (pair.left.as_str(), pair.right.as_str()));
        assert_eq!(pairs.collect::<Vec<_>>(), [("Rhine", "North Sea"), ("Volga", "Caspian Sea"), ("Danube", "")]);
    }
}
