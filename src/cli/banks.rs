//! The banks that a command was given: finds the files, reads them, and reports what is wrong with them.

use super::talk::tell;
use super::{Failure, Outcome};
use crate::bank::{Bank, Diagnostic, PictureFinder, Quietly, Severity, read_with};
use crate::disk::{BankFileError, PicturesBeside, bank_files_below, read_bank_text};
use crate::syntax::{LineIndex, Place};
use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What could be read.
pub(super) struct Gathered {
    /// The banks in the order of their paths.
    pub banks: Vec<Bank>,
    /// The file of each bank, by its id.
    pub files: HashMap<Box<str>, PathBuf>,
    /// Whether all was well with them.
    pub outcome: Outcome,
}

/// Reads every bank named and every `.ron` below the folders named, and tells each problem as `file:line:column: …`.
///
/// # Errors
/// Where a file or folder is not there or may not be read.
pub(super) fn gather(paths: &[PathBuf], talk: &mut dyn Write) -> Result<Gathered, Failure> {
    let mut gathered = Gathered { banks: Vec::new(), files: HashMap::new(), outcome: Outcome::Done };
    for path in bank_files(paths, talk, &mut gathered.outcome)? {
        let BankRead { bank, outcome, .. } = read_file(&path, &PicturesBeside::of_bank(&path), talk)?;
        gathered.outcome = gathered.outcome.max(outcome);
        let Some(bank) = bank else { continue };
        if gathered.banks.iter().any(|other| other.id == bank.id) {
            let id = &bank.id;
            tell(talk, &format!("{}: the bank id \"{id}\" is taken by an earlier file", path.display()));
            gathered.outcome = Outcome::InputWrong;
        }
        gathered.files.entry(bank.id.clone()).or_insert(path);
        gathered.banks.push(bank);
    }
    Ok(gathered)
}

/// The files named and those in the folders named, each once, however often it was named. A folder without any is told.
///
/// # Errors
/// Where a file or folder is not there or may not be read.
pub(super) fn bank_files(
    paths: &[PathBuf],
    talk: &mut dyn Write,
    outcome: &mut Outcome,
) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        if !fs::metadata(path).map_err(|error| failure(path, error))?.is_dir() {
            files.push(path.clone());
            continue;
        }
        let below = files_below(path)?;
        if below.is_empty() {
            tell(talk, &format!("{}: there is no .ron file in this folder", path.display()));
            *outcome = Outcome::InputWrong;
        }
        files.extend(below);
    }
    let mut seen = HashSet::new();
    files.retain(|file| seen.insert(fs::canonicalize(file).unwrap_or_else(|_| file.clone())));
    Ok(files)
}

/// Every `.ron` below `folder`; a folder below it that cannot be listed might hold the bank that is meant.
fn files_below(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let found = bank_files_below(folder);
    match found.unlisted.into_iter().next() {
        Some((path, error)) => Err(failure(&path, error)),
        None => Ok(found.files),
    }
}

/// The bank in a file, as far as there is one.
pub(super) struct BankRead {
    /// The bank, with every question that can be asked.
    pub bank: Option<Bank>,
    /// Ids of the questions that cannot.
    pub faulty: Vec<Box<str>>,
    /// Whether all was well with it.
    pub outcome: Outcome,
}

/// Reads one bank; `pictures` tells whether those of its questions are there. What cannot be read for what is in it is
/// told, not a failure.
///
/// # Errors
/// Where the file is not there or may not be read.
pub(super) fn read_file(path: &Path, pictures: &dyn PictureFinder, talk: &mut dyn Write) -> Result<BankRead, Failure> {
    let text = match read_bank_text(path) {
        Ok(text) => text,
        Err(error) => {
            let outcome = unreadable(path, error, talk)?;
            return Ok(BankRead { bank: None, faulty: Vec::new(), outcome });
        }
    };
    let reading = read_with(&text, &Quietly, pictures);
    let (bank, fatal) = match reading.bank {
        Ok(bank) => (Some(bank), None),
        Err(problem) => (None, Some(problem)),
    };
    let mut outcome = if bank.is_some() { Outcome::Done } else { Outcome::InputWrong };
    let mut faulty = Vec::new();
    let lines = LineIndex::new(text.as_str());
    for problem in reading.problems.into_iter().chain(fatal) {
        tell(talk, &line(path, &lines, &problem));
        if problem.severity() == Severity::Error {
            outcome = Outcome::InputWrong;
            faulty.extend(problem.question);
        }
    }
    Ok(BankRead { bank, faulty, outcome })
}

/// `machines.ron:14:9: question "jet-wall-year": …`, the form that editors can jump to.
pub(super) fn line(path: &Path, lines: &LineIndex<&str>, diagnostic: &Diagnostic) -> String {
    let Place { line, column } = lines.place(diagnostic.span.start);
    let question = diagnostic.question.as_ref().map(|id| format!("question \"{id}\": ")).unwrap_or_default();
    format!("{}:{line}:{column}: {question}{}", path.display(), diagnostic.problem)
}

fn failure(path: &Path, source: io::Error) -> Failure {
    Failure::File { path: path.to_path_buf(), source }
}

/// What is in the file is told; that there is none, or none for us, is a failure.
pub(super) fn unreadable(path: &Path, error: BankFileError, talk: &mut dyn Write) -> Result<Outcome, Failure> {
    match error {
        BankFileError::Gone | BankFileError::NoPermission => {
            Err(Failure::BankFile { path: path.to_path_buf(), source: error })
        }
        BankFileError::NotText { line, column } => {
            tell(talk, &format!("{}:{line}:{column}: the file is not UTF-8 text: save it as UTF-8", path.display()));
            Ok(Outcome::InputWrong)
        }
        error => {
            tell(talk, &format!("{}: {error}", path.display()));
            Ok(Outcome::InputWrong)
        }
    }
}
