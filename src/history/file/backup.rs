//! Daily copies: made only of an intact file, checked, and then renamed into place.

use crate::history::HistoryError;
use crate::history::file::connection::{BUSY_WAIT, require_whole};
use crate::history::file::files::{beside, is_missing, remove_if_there, stem, sync_folder};
use crate::history::file::schema;
use jiff::civil::Date;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::cmp::Reverse;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

/// How many daily copies are kept.
pub const COPIES_KEPT: usize = 7;

/// Pages copied before other programs get their turn: 16 MiB, some tens of milliseconds.
const PAGES_A_STEP: i32 = 4096;
/// The turn that others get.
const PAUSE: Duration = Duration::from_millis(10);
/// How often a step may find the file locked, after waiting each time, before the copy is given up.
const LOCKED_TRIES: u32 = 20;

/// Makes today's copy in the folder `backups` and removes all but the seven newest. `today` is `YYYY-MM-DD`.
///
/// Works on a connection of its own, so it may run on any thread while a window has the file open. Gives the new
/// copy's path, or `None` where today's is there already or there is nothing to copy.
///
/// # Errors
/// [`HistoryError::Damaged`] where the file is not whole: no copy is made and none removed. Otherwise what keeps the
/// copy from being written.
pub fn backup_daily(path: &Path, backups: &Path, today: &str) -> Result<Option<PathBuf>, HistoryError> {
    let today: Date = today.parse().map_err(|_| HistoryError::BadDate { text: today.into() })?;
    let target = backups.join(format!("{}-{today}.db", stem(path)));
    if is_missing(path) || target.exists() {
        return Ok(None);
    }
    fs::create_dir_all(backups).map_err(|error| HistoryError::file(backups, error))?;
    let part = unfinished_copy(path, backups);
    copy(path, &part).inspect_err(|error| {
        if matches!(error, HistoryError::Damaged) {
            check_at_next_open(path);
        }
    })?;
    fs::rename(&part, &target).map_err(|error| HistoryError::file(&target, error))?;
    sync_folder(&target);
    remove_old(path, backups, &today.to_string())?;
    Ok(Some(target))
}

/// Has the next [`crate::history::History::open`] check the whole file, however large. To be called on
/// [`HistoryError::Damaged`] while the file is open; [`backup_daily`] does so itself.
pub fn check_at_next_open(path: &Path) {
    // Where even this cannot be written, the check is put off until somebody meets the damage again.
    let _ = File::create(check_mark(path));
}

/// The file that asks for a check.
pub(in crate::history) fn check_mark(path: &Path) -> PathBuf {
    beside(path, ".check")
}

/// A daily copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::history) struct Copy {
    /// Its day, `YYYY-MM-DD`.
    pub(in crate::history) date: String,
    /// Where it is.
    pub(in crate::history) path: PathBuf,
}

/// The daily copies of the file at `path`, newest first; none where the folder is not there.
pub(in crate::history) fn copies(path: &Path, backups: &Path) -> Result<Vec<Copy>, HistoryError> {
    let entries = match fs::read_dir(backups) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        other => other.map_err(|error| HistoryError::file(backups, error))?,
    };
    let prefix = format!("{}-", stem(path));
    let mut copies: Vec<Copy> = entries
        .filter_map(Result::ok)
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let date: Date = name.strip_prefix(&prefix)?.strip_suffix(".db")?.parse().ok()?;
            Some(Copy { date: date.to_string(), path: entry.path() })
        })
        .collect();
    copies.sort_by(|one, other| other.date.cmp(&one.date));
    Ok(copies)
}

/// Where a copy is made before it gets its name; one that was cut short lies there.
pub(in crate::history) fn unfinished_copy(path: &Path, backups: &Path) -> PathBuf {
    backups.join(format!("{}.part", stem(path)))
}

/// Copies the database at `from` to `to`, where it replaces what is there, as one file without a log.
///
/// # Errors
/// [`HistoryError::Damaged`] where `from` is not whole, also in its schema's version or ownership as
/// [`schema::look`] says.
pub(in crate::history) fn copy(from: &Path, to: &Path) -> Result<(), HistoryError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let source = Connection::open_with_flags(from, flags).map_err(|error| HistoryError::from(error).about(from))?;
    source.busy_timeout(BUSY_WAIT)?;
    schema::look(&source, from)?;
    require_whole(&source)?;
    remove_if_there(to)?;
    remove_if_there(&beside(to, "-journal"))?;
    let mut target = Connection::open(to).map_err(|error| HistoryError::from(error).about(to))?;
    copy_pages(&source, &mut target)?;
    require_whole(&target)?;
    target.close().map_err(|(_, error)| error)?;
    File::open(to).and_then(|file| file.sync_all()).map_err(|error| HistoryError::file(to, error))
}

/// Copies page by page, letting others write in between.
pub(in crate::history) fn copy_pages(source: &Connection, target: &mut Connection) -> Result<(), HistoryError> {
    let backup = Backup::new(source, target)?;
    let mut tries_left = LOCKED_TRIES;
    loop {
        match backup.step(PAGES_A_STEP)? {
            StepResult::Done => return Ok(()),
            StepResult::More => {}
            _ if tries_left == 0 => return Err(HistoryError::Locked),
            _ => tries_left -= 1,
        }
        sleep(PAUSE);
    }
}

/// Copies dated after today, made while the clock was wrong, go first: they would push out every true one.
fn remove_old(path: &Path, backups: &Path, today: &str) -> Result<(), HistoryError> {
    let mut copies = copies(path, backups)?;
    copies.sort_by_key(|copy| (copy.date.as_str() > today, Reverse(copy.date.clone())));
    copies.iter().skip(COPIES_KEPT).try_for_each(|copy| remove_if_there(&copy.path))
}
