//! Puts options in the order of their letters where they stand in columns that are read downwards. Parts no line.

use super::line::Line;
use super::side_by_side::letter;

/// The lines with each run of lettered ones that begins with A and lacks no letter in the order of the letters.
pub fn downwards(lines: &mut [Line]) {
    let mut at = 0;
    while at < lines.len() {
        let run = run(&lines[at..]);
        let mut letters: Vec<(u8, usize)> = run.iter().map(|(letter, place)| (*letter, at + place)).collect();
        let is_sorted = letters.is_sorted();
        letters.sort_unstable();
        let lacks_none = letters.iter().zip(0..).all(|((letter, _), wanted)| *letter == wanted);
        if letters.len() > 2 && !is_sorted && lacks_none {
            let sorted: Vec<Line> = letters.iter().map(|(_, place)| lines[*place].clone()).collect();
            for ((_, place), line) in run.iter().zip(sorted) {
                lines[at + place] = line;
            }
        }
        at += run.last().map_or(1, |(_, last)| last + 1);
    }
}

/// The letters of the lines that begin with A here, up to the first that has none or has one again, with their places.
fn run(lines: &[Line]) -> Vec<(u8, usize)> {
    let mut run: Vec<(u8, usize)> = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        let text = line.text.trim();
        if text.is_empty() && !run.is_empty() {
            continue;
        }
        let Some(letter) = letter(text) else { break };
        let is_first = run.is_empty();
        if is_first != (letter == 0) || run.iter().any(|(known, _)| *known == letter) {
            break;
        }
        run.push((letter, place));
    }
    run
}
