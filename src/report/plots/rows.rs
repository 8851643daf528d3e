//! Plots in rows: a bar for each thing, or two dots that are compared.

use super::drawing::{Anchor, Dot, Drawing, Ink};

/// A row with a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is of.
    pub label: String,
    /// The figure at its right end.
    pub figure: String,
    /// How full the bar is, 0 to 1.
    pub share: f32,
}

/// A row with two dots.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// What it is of.
    pub label: String,
    /// The value that was expected, 0 to 1.
    pub expected: f32,
    /// The value that was found, 0 to 1.
    pub found: f32,
    /// What it says.
    pub says: String,
}

/// Bars, one below the other, each below its words.
pub fn rows(width: f32, letter: f32, rows: &[Row]) -> Drawing {
    let mut drawing = Drawing::new(width, letter);
    let height = row_height(letter);
    for (place, row) in rows.iter().enumerate() {
        let top = height * place as f32;
        let figure = drawing.width_of(row.figure.chars().count() + 2);
        let y = top + letter * 0.7;
        drawing.words([0.0, y], Anchor::Start, &row.label, Ink::Text, width - figure);
        drawing.words([width, y], Anchor::End, &row.figure, Ink::Soft, figure);
        let thickness = letter * 0.5;
        let bar = [0.0, top + letter * 1.6, width, thickness];
        let says = format!("{}: {}", row.label, row.figure);
        drawing.filled(bar, thickness / 2.0, Ink::Track, &says);
        let filled = width * row.share.clamp(0.0, 1.0);
        if filled > 0.0 {
            drawing.filled([0.0, bar[1], filled.max(thickness), thickness], thickness / 2.0, Ink::Main, &says);
        }
    }
    drawing.height = height * rows.len() as f32;
    drawing
}

/// The height of a row with a bar.
pub(super) fn row_height(letter: f32) -> f32 {
    letter * 2.9
}

/// Two dots a row, on a scale from 0 to 100 %. `names` say what they are.
pub fn pairs(width: f32, letter: f32, pairs: &[Pair], names: [&str; 2]) -> Drawing {
    let mut drawing = Drawing::new(width, letter);
    let height = letter * 2.0;
    let longest = pairs.iter().map(|pair| pair.label.chars().count()).max().unwrap_or(0);
    let left = drawing.width_of(longest).min(width * 0.45) + letter;
    let right = width - drawing.width_of(3);
    let bottom = height * pairs.len() as f32;
    for share in [0.0, 50.0, 100.0_f32] {
        let x = left + (right - left) * share / 100.0;
        drawing.line(vec![[x, 0.0], [x, bottom]], 1.0, Ink::Grid);
        drawing.words([x, bottom + letter], Anchor::Middle, &format!("{share} %"), Ink::Soft, width);
    }
    for (place, pair) in pairs.iter().enumerate() {
        let y = height * (place as f32 + 0.5);
        drawing.words([0.0, y], Anchor::Start, &pair.label, Ink::Text, left - letter * 0.5);
        let [expected, found] =
            [pair.expected, pair.found].map(|share| [left + (right - left) * share.clamp(0.0, 1.0), y]);
        drawing.line(vec![expected, found], letter * 0.2, Ink::Second);
        drawing.dot(expected, Dot::Ring, Ink::Second, &pair.says);
        drawing.dot(found, Dot::Square, Ink::Main, &pair.says);
    }
    drawing.height = bottom + letter * 2.0;
    drawing.key(&[(names[0], Dot::Ring, Ink::Second), (names[1], Dot::Square, Ink::Main)]);
    drawing
}
