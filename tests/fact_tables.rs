//! The tables in `assets/facts/`: that they read without a problem.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::fs;
use std::path::{Path, PathBuf};
use torus::facts::read;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/facts")
}

#[test]
fn every_table_reads_without_a_problem() {
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "ron") {
            continue;
        }
        let rows = |name: &str| fs::read_to_string(folder().join(name)).map_err(|error| error.to_string());
        let reading = read::read(&fs::read_to_string(&path).unwrap(), &rows);
        let problems: Vec<String> = reading.problems.iter().map(|problem| format!("{problem:?}")).collect();
        assert_eq!(problems, Vec::<String>::new(), "{}", path.display());
        assert!(reading.table.is_some());
    }
}
