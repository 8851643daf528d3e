//! Puts options that stand side by side on one line onto lines of their own. Reads no question.

use super::line::{Line, Marks};
use super::signs::{self, Sign};

/// The lines with each option on one of its own.
pub fn spread<'l>(lines: impl DoubleEndedIterator<Item = &'l Line>) -> Vec<Line> {
    let mut spread = Vec::new();
    // The letter of the next option below.
    let mut below = None;
    for line in lines.rev() {
        let text = line.text.trim();
        let starts = starts(text, Gap::AnyBlank);
        let first = letter(text).unwrap_or(0);
        // `a) Both of b) and c)` has its options below it.
        let is_taken = |letter: u8| usize::from(letter) <= usize::from(first) + starts.len();
        let starts = if below.is_some_and(is_taken) { Vec::new() } else { starts };
        for (place, part) in parts(text, &starts).into_iter().enumerate().rev() {
            // What ticks the line stood before its first option.
            let marks = if place == 0 { line.marks } else { Marks(line.marks.0 & !Marks::TICKED.0) };
            spread.push(Line { text: part.to_owned(), marks, ..*line });
        }
        if !text.is_empty() {
            below = letter(text).or_else(|| (!starts.is_empty()).then_some(0));
        }
    }
    spread.reverse();
    spread
}

/// Where the options begin that a tab or several blanks part from what stands before them on their line.
pub fn wide_starts(line: &str) -> Vec<usize> {
    starts(line, Gap::Wide)
}

/// Whether a line has options side by side.
pub fn has_row(line: &str) -> bool {
    !starts(line, Gap::AnyBlank).is_empty()
}

/// What stands between options on one line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// A tab, or more than one blank.
    Wide,
    /// A blank, too, where the line begins with an option.
    AnyBlank,
}

/// Where the options begin that stand on a line behind another option or behind what is asked; none where a line has no more
/// than one.
fn starts(line: &str, gap: Gap) -> Vec<usize> {
    if signs::key(line).is_some() || signs::explanation(line).is_some() {
        return Vec::new();
    }
    let first = letter(line);
    let mut starts = Vec::new();
    let mut next = first.map_or(0, |letter| letter + 1);
    let mut blanks = 0;
    let mut before = ' ';
    for (at, sign) in line.char_indices() {
        if sign.is_whitespace() {
            blanks += if sign == '\t' { 2 } else { 1 };
            continue;
        }
        let is_parted = match gap {
            _ if blanks > 1 => true,
            Gap::Wide => false,
            Gap::AnyBlank => blanks == 1 && (first.is_some() || !starts.is_empty() || matches!(before, '?' | ':')),
        };
        if is_parted && letter(&line[at..]) == Some(next) {
            starts.push(at);
            next += 1;
        }
        (blanks, before) = (0, sign);
    }
    let is_full =
        |part: &&str| letter(part).is_none() || signs::option(part).is_some_and(|start| !start.text.is_empty());
    let is_row = starts.len() + usize::from(first.is_some()) > 1 && parts(line, &starts).iter().all(is_full);
    if is_row { starts } else { Vec::new() }
}

/// The parts of a line that begin there.
fn parts<'l>(line: &'l str, starts: &[usize]) -> Vec<&'l str> {
    let ends = starts.iter().copied().chain([line.len()]);
    let starts = [0].into_iter().chain(starts.iter().copied());
    starts.zip(ends).map(|(start, end)| line[start..end].trim()).collect()
}

/// The letter of the option that words begin with.
fn letter(words: &str) -> Option<u8> {
    match signs::option(words)?.sign {
        Sign::Letter(letter) => Some(letter),
        Sign::Bullet => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let line = |text: &str| Line { number: 1, text: text.into(), marks: Marks::default(), is_bank_text: false };
        let lines: Vec<Line> = text.lines().map(line).collect();
        let found: Vec<String> = spread(lines.iter()).into_iter().map(|line| line.text).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn options_in_a_row_are_parted() {
        check("a) Rome   b) Paris   c) Oslo", &["a) Rome", "b) Paris", "c) Oslo"]);
        check("A. Rome\t*B. Paris\nC. Oslo  D. Bern", &["A. Rome", "*B. Paris", "C. Oslo", "D. Bern"]);
        check("(a) Rome (b) Paris", &["(a) Rome", "(b) Paris"]);
        check("1. Capital? a) Rome b) Paris", &["1. Capital?", "a) Rome", "b) Paris"]);
        check("1. The capital is\ta) Rome\tb) Paris", &["1. The capital is", "a) Rome", "b) Paris"]);
    }

    #[test]
    fn words_that_name_options_are_not_parted() {
        for text in ["a) both b) and c)\nb) x\nc) y", "a) x\nb) y\nc) both a) and b)", "a) x b)", "Is (a) x or (b) y?"]
        {
            check(text, &text.lines().collect::<Vec<_>>());
        }
        check("Answer: a) Rome  b) Paris", &["Answer: a) Rome  b) Paris"]);
        check("Which?  a) or none", &["Which?  a) or none"]);
    }
}
