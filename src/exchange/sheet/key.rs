//! Which options a cell names as right: by number, by letter or by text. Guesses nothing that the table does not show.

use crate::exchange::sheet::grid::{Cell, Content};

/// How the cells of a column name what is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// By the numbers of options, from 1.
    Number,
    /// By the letters of options.
    Letter,
    /// By the texts of options.
    Text,
    /// By what the cells show: text, letter or number.
    Shown {
        /// Whether a number counts from 0, since a cell of the column says 0.
        is_from_zero: bool,
        /// Whether every cell of the column is the text of an option.
        are_texts: bool,
    },
}

/// The right options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    /// Their places among the options.
    pub places: Vec<usize>,
    /// Whether the cell could be read in another way too.
    pub is_doubtful: bool,
}

/// The options, each with its number from 0.
pub type Options<'o> = [(usize, &'o str)];

/// The options that a cell names; `None` where it names none that there is.
pub fn keys(cell: &Cell, options: &Options, naming: Naming) -> Option<Keys> {
    let sure = |places: Vec<usize>| Keys { places, is_doubtful: false };
    match naming {
        Naming::Number => by_number(cell, options, 1).map(sure),
        Naming::Letter => by_letter(&cell.text, options).map(sure),
        Naming::Text => by_text(&cell.text, options).map(sure),
        Naming::Shown { is_from_zero, are_texts } => {
            let text = by_text(&cell.text, options);
            let letter = by_letter(&cell.text, options);
            let number = by_number(cell, options, usize::from(!is_from_zero));
            let in_order = if are_texts { [text, letter, number] } else { [letter, number, text] };
            let mut found = in_order.into_iter().flatten();
            let first = found.next()?;
            let is_doubtful = found.any(|other| other != first);
            Some(Keys { places: first, is_doubtful })
        }
    }
}

/// What a column shows in all of its cells, each with the options of its row.
pub fn naming<'c>(cells: impl Iterator<Item = (&'c Cell, Vec<(usize, &'c str)>)>) -> Naming {
    let (mut has_zero, mut has_last, mut are_texts) = (false, false, true);
    for (cell, options) in cells.filter(|(cell, _)| !cell.is_blank()) {
        if by_text(&cell.text, &options).is_some() {
            continue;
        }
        let numbers = numbers(cell).unwrap_or_default();
        let last = options.iter().map(|(number, _)| number + 1).max().unwrap_or(0);
        // A slip that names no option tells nothing of the others.
        are_texts &= numbers.iter().all(|number| *number > last) && by_letter(&cell.text, &options).is_none();
        has_zero |= numbers.contains(&0);
        has_last |= numbers.contains(&last);
    }
    // The number of the last option can only be counted from 1.
    Naming::Shown { is_from_zero: has_zero && !has_last, are_texts }
}

/// Whether a cell is letters of options and nothing else: `B`, `a; c` or `ABD`.
pub fn is_letters(cell: &str) -> bool {
    let is_letter = |byte: u8| matches!(byte.to_ascii_lowercase(), b'a'..=b'h');
    let words: Vec<&str> = cell.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    match words[..] {
        [] => false,
        [word] if word.len() > 1 => {
            word.bytes().all(|byte| byte.is_ascii_uppercase() && is_letter(byte))
                && word.bytes().zip(word.bytes().skip(1)).all(|(one, next)| one < next)
        }
        _ => words.iter().all(|word| matches!(word.as_bytes(), [byte] if is_letter(*byte))),
    }
}

fn by_text(cell: &str, options: &Options) -> Option<Vec<usize>> {
    let one = |text: &str| options.iter().position(|(_, option)| bare(option) == bare(text));
    if let Some(place) = one(cell) {
        return Some(vec![place]);
    }
    // Several texts stand between semicolons, strokes or line breaks, or between commas where no text has one.
    for signs in [&[';', '|', '\n'][..], &[',']] {
        let parts: Vec<&str> = cell.split(signs).map(str::trim).filter(|part| !part.is_empty()).collect();
        let places: Option<Vec<usize>> = parts.iter().map(|part| one(part)).collect();
        if let Some(places) = places.filter(|places| places.len() > 1) {
            return Some(unique(places));
        }
    }
    None
}

fn by_letter(cell: &str, options: &Options) -> Option<Vec<usize>> {
    let words: Vec<&str> = cell.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let number = |word: &&str| match word.as_bytes() {
        [letter] if letter.is_ascii_alphabetic() => Some(usize::from(letter.to_ascii_lowercase() - b'a')),
        _ => None,
    };
    // "ABD" names three options, where there are so many.
    let are_together = words.len() == 1 && words[0].len() > 1 && words[0].bytes().all(|byte| byte.is_ascii_uppercase());
    let numbers: Option<Vec<usize>> = match words[..] {
        [together] if are_together => Some(together.bytes().map(|byte| usize::from(byte - b'A')).collect()),
        _ => words.iter().map(number).collect(),
    };
    places(numbers?, options)
}

fn by_number(cell: &Cell, options: &Options, first: usize) -> Option<Vec<usize>> {
    let numbers: Option<Vec<usize>> = numbers(cell)?.into_iter().map(|number| number.checked_sub(first)).collect();
    places(numbers?, options)
}

/// The numbers in a cell. A spreadsheet takes `1,3` for the number 1.3.
fn numbers(cell: &Cell) -> Option<Vec<usize>> {
    if matches!(cell.content, Content::Date | Content::Truth | Content::Fault) {
        return None;
    }
    // A column with empty cells may have been saved as 1.0, 2.0, 3.0.
    if let Some((whole, zeros)) = cell.text.trim().split_once(['.', ','])
        && !zeros.is_empty()
        && zeros.bytes().all(|byte| byte == b'0')
        && let Ok(number) = whole.parse()
    {
        return Some(vec![number]);
    }
    let words = cell.text.split([',', ';', '.', '|', '&', '/', '+', ' ', '\n']).filter(|word| !word.is_empty());
    words.map(|word| word.parse().ok()).collect::<Option<Vec<usize>>>().filter(|numbers| !numbers.is_empty())
}

fn places(numbers: Vec<usize>, options: &Options) -> Option<Vec<usize>> {
    let place = |wanted: usize| options.iter().position(|(number, option)| *number == wanted && !option.is_empty());
    let places: Option<Vec<usize>> = numbers.into_iter().map(place).collect();
    places.filter(|places| !places.is_empty()).map(unique)
}

fn unique(mut places: Vec<usize>) -> Vec<usize> {
    places.sort_unstable();
    places.dedup();
    places
}

fn bare(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHOWN: Naming = Naming::Shown { is_from_zero: false, are_texts: false };

    fn options<'o>(texts: &[&'o str]) -> Vec<(usize, &'o str)> {
        (0..).zip(texts.iter().copied()).collect()
    }

    #[track_caller]
    fn check(cell: &str, texts: &[&str], naming: Naming, expected: Option<&[usize]>) {
        let found = keys(&Cell::text(cell), &options(texts), naming);
        assert_eq!(found.map(|keys| keys.places), expected.map(<[usize]>::to_vec), "{cell}");
    }

    #[test]
    fn a_slip_in_one_row_changes_no_other() {
        let abc = ["a", "b", "c"];
        check("2.0", &abc, SHOWN, Some(&[1]));
        check("1.3", &abc, SHOWN, Some(&[0, 2]));
        let column = |cells: &[(&str, &[&'static str])]| {
            let cells: Vec<(Cell, Vec<(usize, &'static str)>)> =
                cells.iter().map(|(cell, texts)| (Cell::text(*cell), options(texts))).collect();
            naming(cells.iter().map(|(cell, options)| (cell, options.clone())))
        };
        let shown = |is_from_zero, are_texts| Naming::Shown { is_from_zero, are_texts };
        assert_eq!(column(&[("0", &abc), ("2", &abc)]), shown(true, false));
        assert_eq!(column(&[("0", &abc), ("3", &abc)]), shown(false, false));
        let numbers = ["2", "3", "4", "5"];
        assert_eq!(column(&[("3", &numbers), ("2", &numbers), ("7", &numbers)]), shown(false, true));
    }

    #[test]
    fn a_cell_names_options_by_number_letter_or_text() {
        let rivers = ["Danube", "Rhine", "Po, the"];
        check("2", &rivers, SHOWN, Some(&[1]));
        check("1,3", &rivers, SHOWN, Some(&[0, 2]));
        check("b)", &rivers, SHOWN, Some(&[1]));
        check("A, C", &rivers, SHOWN, Some(&[0, 2]));
        check("AC", &rivers, SHOWN, Some(&[0, 2]));
        check(" rhine ", &rivers, SHOWN, Some(&[1]));
        check("Po,  the", &rivers, SHOWN, Some(&[2]));
        check("Rhine; danube", &rivers, SHOWN, Some(&[0, 1]));
        check("1", &rivers, Naming::Shown { is_from_zero: true, are_texts: false }, Some(&[1]));
        check("2", &rivers, Naming::Letter, None);
    }

    #[test]
    fn what_names_no_option_names_nothing() {
        for cell in ["4", "0", "Elbe", "D", "1,4", "", "2026-03-01"] {
            check(cell, &["Danube", "Rhine", "Po"], SHOWN, None);
        }
        check("2", &["Danube", ""], SHOWN, None);
    }

    #[test]
    fn a_number_that_is_an_option_too_is_doubtful() {
        let cell = Cell::text("2");
        let texts = options(&["2", "3", "4"]);
        let by_number = Keys { places: vec![1], is_doubtful: true };
        assert_eq!(keys(&cell, &texts, SHOWN), Some(by_number));
        let naming = naming([(&cell, texts.clone())].into_iter());
        assert_eq!(naming, Naming::Shown { is_from_zero: false, are_texts: true });
        assert_eq!(keys(&cell, &texts, naming), Some(Keys { places: vec![0], is_doubtful: true }));
    }
}
