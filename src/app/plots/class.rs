//! How the scores of a class are spread: drawn, and as a table.

use super::Listing;
use crate::app::state::class_view::ClassView;
use crate::app::wording::teach_words;
use crate::report::plots::{Column, Drawing, columns};

/// A column for each tenth of the scale.
pub fn scores(view: &ClassView, width: f32, letter: f32) -> Drawing {
    let column = |(place, scores): (usize, &u32)| Column {
        value: *scores as usize,
        is_first: false,
        says: teach_words::tenth(place, *scores),
    };
    let all: Vec<Column> = view.tenths.iter().enumerate().map(column).collect();
    columns(width, letter, &all, ["0 %", "100 %"])
}

/// The same as a table.
pub fn scores_listed(view: &ClassView) -> Listing {
    let row =
        |(place, scores): (usize, &u32)| vec![format!("{} to {} %", 10 * place, 10 * place + 10), scores.to_string()];
    let rows: Vec<Vec<String>> = view.tenths.iter().enumerate().map(row).collect();
    Listing { columns: &["Score", "Learners’ quizzes"], row_count: rows.len(), rows }
}
