//! Finds the lists of keys that stand apart from their questions, such as `Lösungen: 1b, 2c`. Gives no question its key.

use super::line::Line;
use super::listed::{self, Heading, Listed};
use super::{side_by_side, signs};
use std::ops::Range;

/// A list of keys.
#[derive(Debug, PartialEq)]
pub struct KeyList {
    /// Its lines.
    pub lines: Range<usize>,
    pub keys: Vec<Listed>,
}

/// The lists, in their order.
pub fn find(lines: &[Line]) -> Vec<KeyList> {
    let mut lists: Vec<KeyList> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        match headed(lines, at) {
            Some(list) => {
                at = list.lines.end;
                lists.push(list);
            }
            None => at += 1,
        }
    }
    if lists.is_empty() {
        lists.extend(unheaded(lines));
    }
    lists
}

/// The list below a heading, or behind it on its line.
fn headed(lines: &[Line], at: usize) -> Option<KeyList> {
    let (mut keys, is_of_one) = match listed::heading(lines[at].text.trim())? {
        Heading::Alone => (Vec::new(), false),
        Heading::Before(rest, is_list) => (listed::keys(rest)?, !is_list),
    };
    let is_behind = !keys.is_empty();
    let mut end = at + 1;
    let mut unsure: Vec<Listed> = Vec::new();
    for (below, line) in lines.iter().enumerate().skip(at + 1) {
        let text = line.text.trim();
        if text.is_empty() {
            continue;
        }
        match listed::line(text) {
            Some(listed) => {
                keys.append(&mut unsure);
                keys.extend(listed);
                end = below + 1;
            }
            // Words among letters stay with the list, and lose their own question alone.
            None => match listed::words(text) {
                Some(number) if follows(unsure.last().or(keys.last()), number) => unsure.push((number, None)),
                _ => break,
            },
        }
    }
    let is_list = match is_behind {
        false => !keys.is_empty(),
        true => is_ascending(&keys) && keys.iter().all(is_likely) && is_about_all(&lines[..at], &keys),
    };
    // `Answer: 1a, 2b` is the answer to one question unless it stands apart from all.
    let is_apart = || keys.len() > 1 && end_of_questions(&lines[..at]) && lines[end..].iter().all(is_blank);
    (is_list && (!is_of_one || is_apart())).then_some(KeyList { lines: at..end, keys })
}

fn is_blank(line: &Line) -> bool {
    line.text.trim().is_empty()
}

/// Whether a number is the next after the last key; the first key is never words.
fn follows(last: Option<&Listed>, number: u32) -> bool {
    last.is_some_and(|(last, _)| last.checked_add(1) == Some(number))
}

/// Whether lines end with the options of a question and a blank line.
fn end_of_questions(lines: &[Line]) -> bool {
    let is_parted = lines.last().is_some_and(is_blank);
    let last = lines.iter().rev().find(|line| !is_blank(line)).map_or("", |line| line.text.trim());
    is_parted && (signs::option(last).is_some() || side_by_side::has_row(last))
}

/// Whether keys name the last question above them, where it has a number.
fn is_about_all(above: &[Line], keys: &[Listed]) -> bool {
    let last = above.iter().rev().find_map(|line| signs::number(line.text.trim())).map(|(number, _)| number);
    last.is_none_or(|last| keys.iter().any(|(number, _)| *number >= last))
}

/// A list without a heading: the last lines, where they have nothing but numbers and keys.
fn unheaded(lines: &[Line]) -> Option<KeyList> {
    let (mut start, mut from_below) = (lines.len(), Vec::new());
    for (at, line) in lines.iter().enumerate().rev() {
        let text = line.text.trim();
        if text.is_empty() {
            continue;
        }
        let is_sure = |keys: &Vec<Listed>| keys.iter().all(|key| key.1.is_some() && is_likely(key));
        let Some(listed) = listed::keys(text).filter(is_sure) else { break };
        from_below.push(listed);
        start = at;
    }
    let keys: Vec<Listed> = from_below.into_iter().rev().flatten().collect();
    let is_after_blank = start > 0 && lines[start - 1].text.trim().is_empty();
    let is_list = start > 0
        && is_ascending(&keys)
        && (keys.len() > 1 || is_after_blank && keys.len() == 1)
        && is_about_all(&lines[..start], &keys);
    is_list.then_some(KeyList { lines: start..lines.len(), keys })
}

fn is_ascending(keys: &[Listed]) -> bool {
    keys.is_sorted_by(|(before, _), (after, _)| before <= after)
}

/// Whether a key is a letter that options have, and no unit of a number.
fn is_likely((_, key): &Listed) -> bool {
    let Some(key) = key else { return true };
    signs::truth(key).is_some()
        || key.split(", ").all(|letter| matches!(letter.as_bytes(), [b'a'..=b'h' | b'A'..=b'H']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<Line> {
        let line = |(text, number): (&str, u32)| Line { number, text: text.into(), ..Line::default() };
        text.lines().zip(1..).map(line).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[(u32, &str)]) {
        let found: Vec<Listed> = find(&lines(text)).into_iter().flat_map(|list| list.keys).collect();
        let found: Vec<(u32, &str)> =
            found.iter().map(|(number, key)| (*number, key.as_deref().unwrap_or("-"))).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn what_is_no_list_is_none() {
        for text in ["", "Q?\nAnswer: 5 m", "Q?\nAnswer: 2 h 30 m", "1. Q?\na) x\nb) 3 m", "Q?\n1 b", "1. a", "Q?\nKey"]
        {
            check(text, &[]);
        }
        check("Q?\na) x\nb) y\n\n2b, 1a", &[]);
        check("1. Q?\n\nAnswers:\n1. It is b", &[]);
    }

    #[test]
    fn the_pairs_of_one_question_are_no_list() {
        for text in [
            "1. Q?\na) x\nb) y\n\n3. Match 1 and 2\nAnswer: 1a, 2b",
            "1. Q?\na) x\nb) y\n\n3. Match 1 and 2\n\nAnswer: 1a, 2b",
            "1. Q?\na) x\nb) y\nAnswer: 1a, 2b",
            "1. Q?\na) x\nb) y\n\nAnswer: 1a, 2b\n3. Q?",
            "1. Q?\na) x\nb) y\n\n3. Match 1 and 2\nAnswers: 1a, 2b",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn words_among_letters_are_told_apart() {
        let wanted = [(1, "b"), (2, "-"), (3, "a")];
        check("Q?\n\nAnswers: 1. b 2. Berlin 3. a", &wanted);
        check("Q?\n\nAnswers\n1. b\n2. Berlin\n3. a\n4. Another question", &wanted);
    }

    #[test]
    fn letters_behind_numbers_are_a_list_in_whichever_way_they_are_parted() {
        let wanted = [(1, "b"), (2, "c")];
        for list in ["1b, 2c", "1 b 2 c", "1.b 2.c", "1) b\n2) c", "1b\n\n2c", "1-b; 2-c", "1: b, 2: c"] {
            check(&format!("Q?\n\n{list}"), &wanted);
            for heading in ["Lösungen:", "Answers:", "Answer key:", "Key:", "Solutions –"] {
                check(&format!("Q?\n{heading} {list}\n"), &wanted);
            }
            check(&format!("Q?\na) x\n\nAnswer: {list}\n"), &wanted);
            check(&format!("Q?\nAnswers\n\n{list}\nGood luck!\n"), &wanted);
        }
        check("Q?\nKey: 1 AC, 2 bd", &[(1, "A, C"), (2, "b, d")]);
        check("Q?\nAnswers:\n1. b) Paris\n2. (c) Rome", &[(1, "b) Paris"), (2, "(c) Rome")]);
        check("Q?\nAnswers: 1 true, 2 falsch", &[(1, "true"), (2, "falsch")]);
        check("Q?\nAnswers: 1a", &[(1, "a")]);
    }
}
