//! The tables that a command was given: files, what lies below folders, and what is told of each. Reads none.

use super::talk::tell;
use super::{Failure, Outcome};
use crate::class::{RowFault, TableTold};
use crate::disk::csv_files_below;
use crate::table::Encoding;
use std::collections::HashSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

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

/// Tells how a table was read, and each row that is left out with its line; `InputWrong` where there is one. Names of
/// files are often those of learners: where only faults are told, no other file is named.
pub(super) fn tell_table(path: &Path, told: &TableTold, only_faults: bool, talk: &mut dyn Write) -> Outcome {
    if !only_faults {
        tell_encoding(path, told.encoding, talk);
    }
    if let Some((first, others)) = told.unmarked.split_first() {
        let numbers = others.iter().fold(first.to_string(), |all, number| format!("{all}, {number}"));
        tell(talk, &format!("{}: nothing tells what is right of question {numbers}: left out", path.display()));
    }
    left_out(path, &told.faults, talk)
}

/// Tells in which encoding a table was read, where that is a guess.
pub(super) fn tell_encoding(path: &Path, encoding: Encoding, talk: &mut dyn Write) {
    let path = path.display();
    if let Some((name, line)) = encoding.guess() {
        tell(talk, &format!("{path}:{line}: from here on the table is not UTF-8: it is read as {name}"));
    }
}

/// Tells each row that is left out with its line; `InputWrong` where there is one.
pub(super) fn left_out(path: &Path, faults: &[(u64, RowFault)], talk: &mut dyn Write) -> Outcome {
    for (line, fault) in faults {
        tell(talk, &format!("{}:{line}: {fault}: the row is left out", path.display()));
    }
    if faults.is_empty() { Outcome::Done } else { Outcome::InputWrong }
}
