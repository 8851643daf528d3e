//! What happened while the file of results was opened, each in one sentence.

use std::fmt;
use std::path::{Path, PathBuf};

/// Something that happened while the history was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Notice {
    /// The file was damaged; a daily copy stands in its place.
    DamagedCopyOpened {
        /// Where the damaged file is kept.
        set_aside: PathBuf,
        /// Day of the copy, `YYYY-MM-DD`.
        copy_date: String,
    },
    /// The file was damaged and there is no good copy.
    DamagedStartedEmpty {
        /// Where the damaged file is kept.
        set_aside: PathBuf,
    },
    /// The file was gone, but its daily copies were there.
    MissingCopyOpened {
        /// Day of the copy, `YYYY-MM-DD`.
        copy_date: String,
    },
    /// The folder cannot share memory between programs, as some network folders cannot.
    RollbackJournal,
}

impl Notice {
    /// Whether learners should see it. The journal does not concern them: it changes no result.
    pub fn is_for_learners(&self) -> bool {
        !matches!(self, Self::RollbackJournal)
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DamagedCopyOpened { set_aside, copy_date } => write!(
                formatter,
                "The file with your results was damaged. The copy of {copy_date} was opened instead, so what came \
                 after it is missing. The damaged file is kept as {}.",
                name(set_aside)
            ),
            Self::DamagedStartedEmpty { set_aside } => write!(
                formatter,
                "The file with your results was damaged and there is no good copy, so Torus starts with none. The \
                 damaged file is kept as {}.",
                name(set_aside)
            ),
            Self::MissingCopyOpened { copy_date } => write!(
                formatter,
                "The file with your results was gone. The copy of {copy_date} was opened instead, so what came after \
                 it is missing."
            ),
            Self::RollbackJournal => {
                formatter.write_str("Write-ahead logging does not work in this folder: the rollback journal is used.")
            }
        }
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
