//! Finds the list of keys that stands apart from its questions, such as `Lösungen: 1b, 2c`. Gives no question its key.

use super::line::Line;
use super::signs;
use std::ops::Range;

/// The number of a question with the key that a list gives it.
pub type Listed = (u32, String);

/// The lines that are the list of keys, and what it says. Without one, no line.
pub fn find(lines: &[Line]) -> (Range<usize>, Vec<Listed>) {
    let end = lines.len();
    let headed = (0..end).rev().find_map(|at| headed(lines, at));
    headed.or_else(|| unheaded(lines)).unwrap_or((end..end, Vec::new()))
}

/// The list below a heading, or behind it on its line.
fn headed(lines: &[Line], at: usize) -> Option<(Range<usize>, Vec<Listed>)> {
    let line = lines[at].text.trim();
    let (mut keys, is_sure) = match signs::key_heading(line)? {
        signs::KeyHeading::Alone => (Vec::new(), true),
        signs::KeyHeading::Before(rest, is_list) => (signs::listed_keys(rest)?, is_list),
    };
    let is_behind = !keys.is_empty();
    let mut end = at + 1;
    for (below, line) in lines.iter().enumerate().skip(at + 1) {
        let text = line.text.trim();
        if text.is_empty() {
            continue;
        }
        let listed = listed(text);
        let Some(listed) = listed else { break };
        keys.extend(listed);
        end = below + 1;
    }
    let is_list = match (is_behind, is_sure) {
        (false, _) => !keys.is_empty(),
        // `Answer: 5 m` is the answer to one question.
        (true, true) => is_ascending(&keys) && keys.iter().all(is_likely),
        (true, false) => keys.len() > 1 && is_ascending(&keys) && keys.iter().all(is_likely),
    };
    is_list.then_some((at..end, keys))
}

/// The keys of a line; the words of the option may stand behind its letter where a line has one key.
fn listed(line: &str) -> Option<Vec<Listed>> {
    let keys = signs::listed_keys(line);
    if keys.as_ref().is_some_and(|keys| keys.len() > 1) {
        return keys;
    }
    signs::listed_key_with_words(line).map(|key| vec![key]).or(keys)
}

/// A list without a heading: the last lines, where they have nothing but numbers and keys.
fn unheaded(lines: &[Line]) -> Option<(Range<usize>, Vec<Listed>)> {
    let (mut start, mut from_below) = (lines.len(), Vec::new());
    for (at, line) in lines.iter().enumerate().rev() {
        let text = line.text.trim();
        if text.is_empty() {
            continue;
        }
        let Some(listed) = signs::listed_keys(text).filter(|listed| listed.iter().all(is_likely)) else { break };
        from_below.push(listed);
        start = at;
    }
    let keys: Vec<Listed> = from_below.into_iter().rev().flatten().collect();
    let is_after_blank = start > 0 && lines[start - 1].text.trim().is_empty();
    let is_list = start > 0 && is_ascending(&keys) && (keys.len() > 1 || is_after_blank && keys.len() == 1);
    is_list.then_some((start..lines.len(), keys))
}

fn is_ascending(keys: &[Listed]) -> bool {
    keys.is_sorted_by(|(before, _), (after, _)| before <= after)
}

/// Whether a key is a letter that options have, and no unit of a number.
fn is_likely((_, key): &Listed) -> bool {
    signs::truth(key).is_some()
        || key.split(", ").all(|letter| matches!(letter.as_bytes(), [b'a'..=b'h' | b'A'..=b'H']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::lettered::Marks;

    fn lines(text: &str) -> Vec<Line> {
        let line = |(text, number): (&str, u32)| Line {
            number,
            text: text.into(),
            marks: Marks::default(),
            is_bank_text: false,
        };
        text.lines().zip(1..).map(line).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[(u32, &str)]) {
        let (_, found) = find(&lines(text));
        let found: Vec<(u32, &str)> = found.iter().map(|(number, key)| (*number, key.as_str())).collect();
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
    fn letters_behind_numbers_are_a_list_in_whichever_way_they_are_parted() {
        let wanted = [(1, "b"), (2, "c")];
        for list in ["1b, 2c", "1 b 2 c", "1.b 2.c", "1) b\n2) c", "1b\n\n2c", "1-b; 2-c", "1: b, 2: c"] {
            check(&format!("Q?\n\n{list}"), &wanted);
            for heading in ["Lösungen:", "Answers:", "Answer key:", "Answer:", "Solutions –"] {
                check(&format!("Q?\n{heading} {list}\n"), &wanted);
            }
            check(&format!("Q?\nAnswers\n\n{list}\nGood luck!\n"), &wanted);
        }
        check("Q?\nKey: 1 AC, 2 bd", &[(1, "A, C"), (2, "b, d")]);
        check("Q?\nAnswers:\n1. b) Paris\n2. (c) Rome", &[(1, "b) Paris"), (2, "(c) Rome")]);
        check("Q?\nAnswers: 1 true, 2 falsch", &[(1, "true"), (2, "falsch")]);
        check("Q?\nAnswers: 1a", &[(1, "a")]);
    }
}
