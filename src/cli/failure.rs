//! How a command ends: its exit status, and why it failed.

use crate::disk::{BankFileError, DataFolderError, ImportError};
use crate::history::HistoryError;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Done.
    Done,
    /// Done, and something is wrong with the input; each fault was reported.
    InputWrong,
    /// It could not be done.
    Impossible,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::SUCCESS,
            Outcome::InputWrong => Self::from(1),
            Outcome::Impossible => Self::from(2),
        }
    }
}

/// Why a command could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A file or folder that is not there or may not be used.
    #[error("{}: {source}", path.display())]
    File {
        /// As it was named.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A bank that is not there or may not be read.
    #[error("{}: {source}", path.display())]
    BankFile {
        /// As it was named.
        path: PathBuf,
        /// What is wrong with it.
        source: BankFileError,
    },
    /// No bank given has a quiz of that id.
    #[error("there is no quiz \"{id}\" in these banks: {}", known_ids(.known))]
    UnknownQuiz {
        /// What was asked for.
        id: String,
        /// The ids that there are.
        known: Vec<String>,
    },
    /// There is no check of that code.
    #[error("there is no check called \"{code}\"{}", nearest_codes(.nearest))]
    UnknownCode {
        /// What was asked for.
        code: String,
        /// The codes that are nearest, best first.
        nearest: Vec<&'static str>,
    },
    /// A file that would be written over.
    #[error("{}: the file is there already, and is left as it is: choose another name", path.display())]
    Occupied {
        /// As it was named.
        path: PathBuf,
    },
    /// A bank whose name does not end as the names of banks do: no folder would be seen to hold it.
    #[error("{}: the name of a bank ends in .ron: call it {}", path.display(), named.display())]
    NotRon {
        /// As it was named.
        path: PathBuf,
        /// As it could be.
        named: PathBuf,
    },
    /// A file in a folder that is not there.
    #[error("{}: there is no folder {}: make it first, or choose another", path.display(), folder.display())]
    NoFolder {
        /// As it was named.
        path: PathBuf,
        /// The folder.
        folder: PathBuf,
    },
    /// A bank that gives nothing to mark by; the reason was reported.
    #[error("{}: there is no bank to mark by: mend it first", path.display())]
    NoBank {
        /// As it was named.
        path: PathBuf,
    },
    /// A bank that gives nothing to export.
    #[error("{}: there is no bank to export: torus check tells what is wrong with it", path.display())]
    NoBankToExport {
        /// As it was named.
        path: PathBuf,
    },
    /// Imported questions that could not be saved.
    #[error(transparent)]
    Import(ImportError),
    /// A question that the bank does not have.
    #[error("there is no question \"{id}\" in this bank{}", .nearest.as_ref().map(|id| format!(": did you mean `{id}`?")).unwrap_or_default())]
    UnknownQuestion {
        /// As it was typed.
        id: String,
        /// The id that is nearest, if one is near.
        nearest: Option<Box<str>>,
    },
    /// A question that no table has.
    #[error("there is no question \"{id}\" in these tables{}", .nearest.as_ref().map(|id| format!(": did you mean `{id}`?")).unwrap_or_default())]
    QuestionInNoTable {
        /// As it was typed.
        id: String,
        /// The id that is nearest, if one is near.
        nearest: Option<String>,
    },
    /// A question that several banks have.
    #[error("several banks have a question \"{id}\": say which, as {}", .names.join(" or "))]
    SeveralQuestions {
        /// As it was typed.
        id: String,
        /// Each as it can be typed.
        names: Vec<String>,
    },
    /// A calculated question, and nothing tells its values.
    #[error("question \"{id}\": its values are not known: add the text as it was asked with --prompt")]
    UnknownValues {
        /// Its id.
        id: String,
    },
    /// A table of responses that cannot be marked.
    #[error("{}: {reason}", path.display())]
    Table {
        /// As it was named.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A bank that was not made from the table, where one that is would go.
    #[error(
        "{}: this bank was not made from {table_file}, and is left as it is: give the table's bank another id, or choose \
         another folder", path.display()
    )]
    HandWritten {
        /// Where it is.
        path: PathBuf,
        /// The file name of the table.
        table_file: String,
    },
    /// The system gives no random number for a seed.
    #[error("no seed could be drawn from the system: give one with --seed ({reason})")]
    NoSeed {
        /// What the system said.
        reason: String,
    },
    /// Where results are kept is not known.
    #[error(transparent)]
    DataFolder(#[from] DataFolderError),
    /// The results could not be read.
    #[error(transparent)]
    History(#[from] HistoryError),
    /// The output could not be written.
    #[error("the output could not be written: {0}")]
    Output(io::Error),
}

/// The results come through a writer, so that what they say may be wrapped as its error.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        error.downcast().map_or_else(Self::Output, Self::History)
    }
}

impl Failure {
    /// What went wrong with writing to the file at `path`.
    pub fn saving(path: &Path, error: io::Error) -> Self {
        match Self::from(error) {
            Self::Output(source) => Self::File { path: path.to_path_buf(), source },
            other => other,
        }
    }

    /// Whether the reader of the output has stopped reading.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

fn nearest_codes(nearest: &[&str]) -> String {
    if nearest.is_empty() { String::new() } else { format!(": did you mean {}?", nearest.join(" or ")) }
}

fn known_ids(known: &[String]) -> String {
    if known.is_empty() { "they have none".to_owned() } else { format!("they have {}", known.join(", ")) }
}
