//! Writes the results of one sitting into the folder where a teacher collects them: whole or not at all.

use super::save::{sync_folder, temporary_file};
use memchr::memmem;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use thiserror::Error;
use uuid::Uuid;

/// Why results could not be handed in.
#[derive(Debug, Error)]
pub enum HandInError {
    /// The folder is not there. It is never made: where a stick is unplugged, its folder must not come to lie on this computer.
    #[error("the folder is not there; plug in the stick or connect to the network drive")]
    FolderGone,
    /// Something else has the folder's name.
    #[error("there is a file in the place of the folder")]
    NotAFolder,
    /// A file of that name holds something else.
    #[error("another file is called {}", .0.display())]
    OtherFile(PathBuf),
    /// It cannot be written to.
    #[error("the folder is read-only for this account")]
    ReadOnly,
    /// There is no room in it.
    #[error("the disk is full")]
    Full,
    /// What else the system says.
    #[error(transparent)]
    Io(io::Error),
}

impl From<io::Error> for HandInError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            _ => Self::Io(error),
        }
    }
}

/// The file that a sitting is handed in as. Its name is the sitting's UUID: handing in twice leaves one file, and thirty
/// computers never write one name.
pub fn handed_in_file(folder: &Path, sitting: Uuid) -> PathBuf {
    folder.join(format!("{sitting}.csv"))
}

/// Hands in the results of a sitting, in place of those that were handed in of it before. They are first written under a
/// name that is hidden and does not end in `.csv`, and get their own when they are on the disk. Nothing is written where
/// they lie there already.
///
/// # Errors
/// Where the folder cannot be used, or a file of that name does not name the sitting. What lay there stays then.
pub fn hand_in(folder: &Path, sitting: Uuid, csv: &[u8]) -> Result<(), HandInError> {
    require_folder(folder)?;
    let path = handed_in_file(folder, sitting);
    match fs::read(&path) {
        Ok(there) if there == csv => return Ok(()),
        Ok(there) if !is_of(&there, sitting) => return Err(HandInError::OtherFile(path)),
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error.into()),
    }
    let prefix = format!(".torus-{sitting}-");
    clear_leftovers(folder, &prefix);
    let mut file = temporary_file(folder, &prefix)?;
    file.write_all(csv)?;
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|error| error.error)?;
    sync_folder(folder);
    Ok(())
}

/// Finds out whether results can be handed in to a folder, by a hidden file that is taken away again.
///
/// # Errors
/// Why not.
pub fn try_folder(folder: &Path) -> Result<(), HandInError> {
    require_folder(folder)?;
    Ok(temporary_file(folder, ".torus-try-")?.close()?)
}

fn require_folder(folder: &Path) -> Result<(), HandInError> {
    match fs::metadata(folder) {
        Ok(there) if there.is_dir() => Ok(()),
        Ok(_) => Err(HandInError::NotAFolder),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Err(HandInError::FolderGone)
        }
        Err(error) => Err(error.into()),
    }
}

/// Whether a file holds results of this sitting, each row of which names it, or nothing at all.
fn is_of(bytes: &[u8], sitting: Uuid) -> bool {
    bytes.is_empty() || memmem::find(bytes, sitting.to_string().as_bytes()).is_some()
}

/// Removes what was left of this sitting where the program ended half-way. Whoever is writing it at this moment fails, and
/// tries again.
fn clear_leftovers(folder: &Path, prefix: &str) {
    let names = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in names.filter(|entry| entry.file_name().to_string_lossy().starts_with(prefix)) {
        // What stays is hidden, and in nobody's way.
        let _ = fs::remove_file(entry.path());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    const ADA: Uuid = Uuid::from_u128(0xADA);

    fn folder() -> TempDir {
        tempfile::tempdir().expect("a folder")
    }

    fn csv(sitting: Uuid, rows: usize) -> Vec<u8> {
        format!("learner,sitting\r\n{}", format!("Ada,{sitting}\r\n").repeat(rows)).into_bytes()
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("listed").flatten();
        let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_folder_that_is_gone_is_told_and_not_made() {
        let folder = folder();
        let gone = folder.path().join("stick");
        assert!(matches!(hand_in(&gone, ADA, &csv(ADA, 1)), Err(HandInError::FolderGone)));
        assert!(matches!(hand_in(&gone.join("class"), ADA, &csv(ADA, 1)), Err(HandInError::FolderGone)));
        assert!(!gone.exists());
    }

    #[test]
    fn a_folder_is_tried_without_a_trace() {
        let folder = folder();
        try_folder(folder.path()).expect("it can be used");
        assert!(names(folder.path()).is_empty());
        assert!(matches!(try_folder(&folder.path().join("gone")), Err(HandInError::FolderGone)));
    }

    #[test]
    fn a_file_in_the_place_of_the_folder_is_told_and_stays() {
        let folder = folder();
        let file = folder.path().join("class");
        fs::write(&file, "a letter").expect("written");
        assert!(matches!(hand_in(&file, ADA, &csv(ADA, 1)), Err(HandInError::NotAFolder)));
        assert!(matches!(hand_in(&file.join("below"), ADA, &csv(ADA, 1)), Err(HandInError::FolderGone)));
        assert_eq!(fs::read_to_string(&file).expect("read"), "a letter");
    }

    #[test]
    fn what_holds_another_sitting_or_something_else_is_not_replaced() {
        let folder = folder();
        let path = handed_in_file(folder.path(), ADA);
        for other in [csv(Uuid::from_u128(0xBEA), 3), b"milk, bread, eggs".to_vec()] {
            fs::write(&path, &other).expect("written");
            let refused = hand_in(folder.path(), ADA, &csv(ADA, 1));
            assert!(matches!(&refused, Err(HandInError::OtherFile(named)) if *named == path), "{refused:?}");
            assert_eq!(fs::read(&path).expect("read"), other);
        }
        assert_eq!(names(folder.path()).len(), 1, "nothing is left beside it");
    }

    #[test]
    fn a_folder_of_that_name_is_told_and_stays() {
        let folder = folder();
        fs::create_dir(handed_in_file(folder.path(), ADA)).expect("made");
        assert!(hand_in(folder.path(), ADA, &csv(ADA, 1)).is_err());
        assert_eq!(names(folder.path()), [format!("{ADA}.csv")]);
    }

    #[test]
    fn handing_in_twice_leaves_one_file_and_the_newest_results() {
        let folder = folder();
        let path = handed_in_file(folder.path(), ADA);
        for rows in [2, 3, 1] {
            hand_in(folder.path(), ADA, &csv(ADA, rows)).expect("handed in");
            assert_eq!(fs::read(&path).expect("read"), csv(ADA, rows));
        }
        assert_eq!(names(folder.path()), [format!("{ADA}.csv")]);
    }

    #[test]
    fn what_lies_there_already_is_not_written_again() {
        let folder = folder();
        hand_in(folder.path(), ADA, &csv(ADA, 2)).expect("handed in");
        let written_at = |path: &Path| fs::metadata(path).expect("there").modified().expect("a time");
        let path = handed_in_file(folder.path(), ADA);
        let before = written_at(&path);
        std::thread::sleep(std::time::Duration::from_millis(20));
        hand_in(folder.path(), ADA, &csv(ADA, 2)).expect("handed in");
        assert_eq!(written_at(&path), before);
    }

    #[test]
    fn what_was_left_of_it_half_written_goes_and_that_of_others_stays() {
        let folder = folder();
        let others = format!(".torus-{}-x", Uuid::from_u128(0xBEA));
        for left in [format!(".torus-{ADA}-abc"), others.clone()] {
            fs::write(folder.path().join(left), "half").expect("written");
        }
        hand_in(folder.path(), ADA, &csv(ADA, 1)).expect("handed in");
        assert_eq!(names(folder.path()), [others, format!("{ADA}.csv")]);
    }

    #[test]
    fn two_programs_at_once_leave_whole_files() {
        let folder = folder();
        let sittings: Vec<Uuid> = (1..=4).map(Uuid::from_u128).collect();
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    for round in 1..=20 {
                        for sitting in &sittings {
                            // One may clear away what the other is writing, which is told and tried again.
                            let _ = hand_in(folder.path(), *sitting, &csv(*sitting, round * 50));
                            let Ok(read) = fs::read(handed_in_file(folder.path(), *sitting)) else { continue };
                            assert!((1..=20).any(|round| read == csv(*sitting, round * 50)), "half a file");
                        }
                    }
                });
            }
        });
        for sitting in sittings {
            hand_in(folder.path(), sitting, &csv(sitting, 1)).expect("alone");
        }
        assert_eq!(names(folder.path()).len(), 4);
    }

    #[cfg(unix)]
    #[test]
    fn a_read_only_folder_is_told_and_what_lies_in_it_stays() {
        use std::os::unix::fs::PermissionsExt;
        let folder = folder();
        hand_in(folder.path(), ADA, &csv(ADA, 1)).expect("handed in");
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).expect("set");
        // The administrator may write all the same.
        if fs::write(folder.path().join("probe"), "").is_err() {
            assert!(matches!(hand_in(folder.path(), ADA, &csv(ADA, 2)), Err(HandInError::ReadOnly)));
            assert_eq!(fs::read(handed_in_file(folder.path(), ADA)).expect("read"), csv(ADA, 1));
        }
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("set back");
    }

    #[test]
    fn what_the_system_says_gets_plain_words() {
        let words = |kind: ErrorKind| HandInError::from(io::Error::from(kind)).to_string();
        assert_eq!(words(ErrorKind::StorageFull), "the disk is full");
        assert_eq!(words(ErrorKind::QuotaExceeded), "the disk is full");
        assert_eq!(words(ErrorKind::ReadOnlyFilesystem), "the folder is read-only for this account");
    }
}
