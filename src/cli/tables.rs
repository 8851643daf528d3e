//! Finds the tables that a command was given: files, and what lies below folders. Reads none.

use super::talk::tell;
use super::{Failure, Outcome};
use crate::disk::csv_files_below;
use std::collections::HashSet;
use std::fs;
use std::io::Write;
use std::path::PathBuf;

/// The files named and those in the folders named, each once.
pub(super) fn files(paths: &[PathBuf], talk: &mut dyn Write, outcome: &mut Outcome) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        if !fs::metadata(path).map_err(|source| Failure::File { path: path.clone(), source })?.is_dir() {
            files.push(path.clone());
            continue;
        }
        let found = csv_files_below(path);
        if let Some((path, source)) = found.unlisted.into_iter().next() {
            return Err(Failure::File { path, source });
        }
        if found.files.is_empty() {
            tell(talk, &format!("{}: there is no .csv file in this folder", path.display()));
            *outcome = Outcome::InputWrong;
        }
        files.extend(found.files);
    }
    let mut seen = HashSet::new();
    files.retain(|file| seen.insert(fs::canonicalize(file).unwrap_or_else(|_| file.clone())));
    Ok(files)
}
