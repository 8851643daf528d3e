//! `torus merge`: adds what other data folders have recorded, also while the window is open.

use super::talk::{counted, tell};
use super::{Failure, Outcome};
use crate::disk::DataFolder;
use crate::history::{History, HistoryError, Merged};
use crate::moment::Moment;
use clap::Args;
use std::io::Write;
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Examples:
  torus merge /media/stick
  torus merge room-1 room-2 --data-dir all-rooms

Learners and quizzes are told apart by their ids: the same folder twice adds nothing,
and nothing that is here is lost. The folders named are read and never changed.";

/// What was typed after `torus merge`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct MergeArgs {
    /// Folders in which Torus keeps its data on another computer or a memory stick
    #[arg(required = true, value_name = "DATA_FOLDER")]
    pub folders: Vec<PathBuf>,
}

/// Brings in one folder after the other and tells what came. A folder that cannot be brought in is told, and keeps none of the
/// others from coming in.
pub(super) fn run(
    args: &MergeArgs,
    data_dir: Option<PathBuf>,
    out: &mut dyn Write,
    talk: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let here = DataFolder::find(data_dir)?;
    let mut history = None;
    let mut outcome = Outcome::Done;
    for folder in &args.folders {
        let came = bring_in(&here, &mut history, folder, talk)?;
        match came {
            Ok(merged) => writeln!(out, "{}", line(folder, &merged)).map_err(Failure::Output)?,
            Err(NotBroughtIn { reason, then }) => {
                tell(talk, &format!("torus: {reason}"));
                outcome = outcome.max(then);
            }
        }
    }
    Ok(outcome)
}

/// Why a folder was left as it is, and how the command ends by it.
struct NotBroughtIn {
    reason: String,
    then: Outcome,
}

fn bring_in(
    here: &DataFolder,
    history: &mut Option<History>,
    folder: &Path,
    talk: &mut dyn Write,
) -> Result<Result<Merged, NotBroughtIn>, Failure> {
    let not = |reason: String, then| Ok(Err(NotBroughtIn { reason, then }));
    let there = DataFolder::find(Some(folder.to_path_buf()))?;
    if there.is_same_as(here) {
        let reason = format!(
            "{}: the results are kept in this folder already, so there is nothing to bring in",
            folder.display()
        );
        return not(reason, Outcome::Done);
    }
    if !folder.is_dir() {
        return not(format!("there is no folder {}", folder.display()), Outcome::Impossible);
    }
    if !there.database().is_file() {
        return not(HistoryError::NoResults { path: folder.to_path_buf() }.to_string(), Outcome::InputWrong);
    }
    let history = match history {
        Some(history) => history,
        None => history.insert(open(here, talk)?),
    };
    match history.merge(&there.database(), &|_| true) {
        Ok(merged) => Ok(Ok(merged)),
        Err(error @ HistoryError::NoResults { .. }) => not(error.to_string(), Outcome::InputWrong),
        Err(
            error @ (HistoryError::DamagedElsewhere { .. }
            | HistoryError::NotAHistory { .. }
            | HistoryError::NewerVersion { .. }
            | HistoryError::CannotOpen { .. }),
        ) => not(error.to_string(), Outcome::Impossible),
        Err(error) => Err(error.into()),
    }
}

/// Opens the results here, which are made where there are none: a new computer may begin with those of the old one.
fn open(here: &DataFolder, talk: &mut dyn Write) -> Result<History, Failure> {
    here.make()?;
    let opened = History::open(&here.database(), Moment::from_zoned(&jiff::Zoned::now()))?;
    for notice in opened.notices.iter().filter(|notice| notice.is_for_learners()) {
        tell(talk, &format!("torus: {notice}"));
    }
    Ok(opened.history)
}

fn line(folder: &Path, merged: &Merged) -> String {
    let Merged { learners, sittings, answers, went_on, left_out } = *merged;
    let mut parts = Vec::new();
    if merged.is_nothing() {
        parts.push("nothing new".to_owned());
    } else {
        parts.push(format!(
            "{}, {} and {} came in",
            counted(learners, "learner"),
            counted_quizzes(sittings),
            counted(answers, "answer")
        ));
    }
    if went_on > 0 {
        parts.push(format!("{} known here went on there", counted_quizzes(went_on)));
    }
    if left_out > 0 {
        parts.push(format!("{} of learners who were deleted here stayed out", counted_quizzes(left_out)));
    }
    format!("{}: {}", folder.display(), parts.join("; "))
}

fn counted_quizzes(count: usize) -> String {
    format!("{count} {}", if count == 1 { "quiz" } else { "quizzes" })
}
