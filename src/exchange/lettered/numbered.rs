//! Gives letters to options that have numbers, where the key is the number of one of them. Reads no question.

use super::line::Line;
use super::signs;

/// Options have letters this far.
const MOST: usize = 10;

/// The lines with letters for numbers of options. A key that is a number, below lines that may be its options or not, is
/// marked as unclear.
pub fn lettered(lines: &mut [Line]) {
    for at in 0..lines.len() {
        let Some(numbers) = signs::key(lines[at].text.trim()).and_then(key_numbers) else { continue };
        let rows = rows_above(&lines[..at]);
        if rows.is_empty() {
            continue;
        }
        let is_named = numbers.iter().all(|number| (1..=rows.len()).contains(number));
        if rows.len() > 1 && is_named && is_below_stem(lines, rows[0]) {
            for (place, row) in rows.iter().enumerate() {
                let words = signs::number(lines[*row].text.trim()).map_or("", |(_, words)| words);
                lines[*row].text = format!("{}) {words}", letter(place + 1));
            }
            let letters: Vec<String> = numbers.iter().map(|number| letter(*number).to_string()).collect();
            lines[at].text = format!("Answer: {}", letters.join(", "));
        } else if rows.len() > 1 && !rows.iter().all(|row| is_question(&lines[*row].text)) {
            lines[at].has_unclear_key = true;
        }
    }
}

/// The numbers that a key consists of.
fn key_numbers(key: &str) -> Option<Vec<usize>> {
    let parts = key.split([',', ';', '&', ' ']).filter(|part| !part.is_empty() && *part != "and");
    let number = |part: &str| part.trim_matches(['(', ')', '.', '*']).parse().ok();
    parts.map(number).collect::<Option<Vec<usize>>>().filter(|numbers| !numbers.is_empty())
}

/// The lines right above that count up to the last of them, from 1 or from where the counting breaks off.
fn rows_above(lines: &[Line]) -> Vec<usize> {
    let mut rows = Vec::new();
    let mut expected = None;
    for (at, line) in lines.iter().enumerate().rev() {
        let text = line.text.trim();
        if text.is_empty() {
            continue;
        }
        let Some((number, _)) = row(text) else { break };
        if expected.is_some_and(|expected| expected != number) || rows.len() > MOST {
            break;
        }
        rows.push(at);
        expected = number.checked_sub(1);
        if number <= 1 {
            break;
        }
    }
    rows.reverse();
    rows
}

/// A line that only a number begins; `Question 2` and `Q2` begin questions.
fn row(text: &str) -> Option<(u32, &str)> {
    signs::number(text).filter(|_| text.starts_with(|sign: char| sign.is_ascii_digit()))
}

fn is_question(text: &str) -> bool {
    text.trim_end().ends_with('?') || text.contains("__")
}

/// Whether rows are options: they begin with 1, none of them asks, and above them stands a question without options.
fn is_below_stem(lines: &[Line], first: usize) -> bool {
    let is_first = row(lines[first].text.trim()).is_some_and(|(number, _)| number == 1);
    let rows = lines[first..]
        .iter()
        .map_while(|line| if line.text.trim().is_empty() { Some(None) } else { row(line.text.trim()).map(Some) });
    let asks = rows.flatten().any(|(_, words)| words.is_empty() || is_question(words));
    let mut above = lines[..first].iter().rev().map(|line| line.text.trim()).filter(|text| !text.is_empty());
    let mut has_stem = false;
    for text in above.by_ref().take(12) {
        if signs::option(text).is_some() {
            return false;
        }
        if signs::key(text).is_some() {
            break;
        }
        has_stem = true;
        if signs::number(text).is_some() {
            break;
        }
    }
    is_first && !asks && has_stem
}

fn letter(number: usize) -> char {
    ('a'..='z').nth(number.saturating_sub(1)).unwrap_or('?')
}
