//! The grid of a text with signs between its cells. Knows no column.

use crate::exchange::sheet::grid::{Cell, Grid, Row};
use crate::formula_guard::unguard;
use crate::table::{Records, separator};

/// After so many faults the rest is no table any more.
const MOST_FAULTS: usize = 20;

const SIGNS: [u8; 4] = *b",;\t|";

/// The grids that a text may be, the likeliest separator first; only the separator that is wanted where one is.
pub fn separators(text: &str, wanted: Option<&str>) -> Vec<(u8, usize)> {
    let seen = separator(text, &[]);
    if let Some(wanted) = wanted.and_then(|wanted| wanted.bytes().next()).filter(u8::is_ascii) {
        return vec![(wanted, seen.start)];
    }
    let others = SIGNS.into_iter().filter(|sign| *sign != seen.sign && seen.start == 0);
    std::iter::once(seen.sign).chain(others).map(|sign| (sign, seen.start)).collect()
}

/// At most `most` rows of a text. A row with a stray quotation mark is told, and the reading goes on at the next line.
pub fn grid(text: &str, sign: u8, start: usize, most: usize) -> Grid {
    let mut rows = Vec::new();
    let (mut faults, mut from) = (0, start);
    'parts: while faults <= MOST_FAULTS {
        let records = Records::new(text, sign, from);
        for record in records {
            if rows.len() >= most {
                break 'parts;
            }
            match record {
                Ok(record) => {
                    let cells = record.cells.iter().map(|cell| Cell::text(unguard(&cell.text))).collect();
                    rows.push(Row { number: line(record.line), cells, fault: None });
                }
                Err(fault) => {
                    faults += 1;
                    let reason = Some(fault.to_string().into());
                    rows.push(Row { number: line(fault.line()), cells: Vec::new(), fault: reason });
                    let rest = &text[fault.at()..];
                    from = rest.find(['\n', '\r']).map_or(text.len(), |length| fault.at() + length);
                    continue 'parts;
                }
            }
        }
        break;
    }
    rows.retain(|row| !row.is_blank());
    Grid { rows, ..Grid::default() }
}

fn line(line: u64) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stray_mark_costs_its_row_and_no_other() {
        let grid = grid("a,b\nc,\"d\ne,f\n'=1,'tis\n", b',', 0, 100);
        let texts: Vec<(u32, Vec<&str>)> =
            grid.rows.iter().map(|row| (row.number, row.cells.iter().map(|cell| &*cell.text).collect())).collect();
        assert_eq!(texts, [(1, vec!["a", "b"]), (2, vec![]), (3, vec!["e", "f"]), (4, vec!["=1", "'tis"])]);
        assert!(grid.rows[1].fault.is_some());
    }

    #[test]
    fn a_separator_that_is_named_is_the_only_one() {
        assert_eq!(separators("sep=;\na;b", None), [(b';', 6)]);
        assert_eq!(separators("a;b", Some("|")), [(b'|', 0)]);
        assert_eq!(separators("a;b", None).len(), 4);
    }
}
