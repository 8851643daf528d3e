//! A CSV cell that no spreadsheet runs.
