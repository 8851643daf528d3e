//! Reads what the window has saved.

use std::path::Path;

/// The cells of a saved CSV in these columns, joined row by row.
pub fn csv_columns(path: &Path, columns: &[&str], between: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_path(path).expect("opens");
    let headers = reader.headers().expect("headers").clone();
    let place = |name: &&str| headers.iter().position(|header| header == *name).expect("a column");
    let wanted: Vec<usize> = columns.iter().map(place).collect();
    let rows = reader.records().map(|record| record.expect("a row"));
    rows.map(|record| wanted.iter().map(|column| &record[*column]).collect::<Vec<_>>().join(between)).collect()
}
