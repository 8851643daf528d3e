//! Saves files atomically: whole, or as they were before. A device is written to, never replaced.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// How the names of temporary files begin: hidden, and told from other programs'.
const PREFIX: &str = ".torus-";

/// Writes a file through `write` into a temporary file beside it, waits until that is on the disk, and puts it in
/// the place of `path`. A link is followed, so that it still leads to the file that is saved. A device or a pipe, such
/// as `/dev/null`, takes no other's place: what is written goes straight into it.
///
/// # Errors
/// When the folder cannot be written to, `write` fails, or the disk is full; a file at `path` is then as it was.
pub fn save_atomically(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    if fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
        return write_into(path, write);
    }
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = temporary_file(folder, PREFIX)?;
    let mut buffered = BufWriter::new(file.as_file_mut());
    write(&mut buffered)?;
    buffered.flush()?;
    drop(buffered);
    if let Ok(old) = fs::metadata(&path) {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|error| error.error)?;
    sync_folder(folder);
    Ok(())
}

/// A path in `folder` where nothing is yet: of that stem and ending, with a number behind the stem where that is taken.
pub fn free_path(folder: &Path, stem: &str, ending: &str) -> PathBuf {
    let numbered = (2..).map(|number| format!("{stem}-{number}"));
    let mut names = std::iter::once(stem.to_owned()).chain(numbered);
    let free = names.find_map(|name| {
        let path = folder.join(format!("{name}.{ending}"));
        (!path.exists()).then_some(path)
    });
    free.unwrap_or_else(|| folder.join(format!("{stem}.{ending}")))
}

/// Writes a new file, whole or not at all.
///
/// # Errors
/// When there is something of that name already ([`io::ErrorKind::AlreadyExists`]), the folder cannot be written to, or
/// the disk is full.
pub fn save_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = temporary_file(folder, PREFIX)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map_err(|error| error.error)?;
    sync_folder(folder);
    Ok(())
}

/// Writes into what is there. A device or a pipe cannot be synchronised and has nothing to lose.
fn write_into(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut buffered = BufWriter::new(fs::OpenOptions::new().write(true).open(path)?);
    write(&mut buffered)?;
    buffered.flush()
}

/// A file whose name begins with `prefix` and is no other's. Temporary files are private; what is saved is as readable as
/// any new file of this user.
pub(super) fn temporary_file(folder: &Path, prefix: &str) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(prefix);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// Makes the new name outlast a power cut. Where folders cannot be synchronised, the file itself is whole all the same.
pub(super) fn sync_folder(folder: &Path) {
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_never_takes_the_place_of_another() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("bank.ron");
        save_new(&path, b"first").expect("written");
        let error = save_new(&path, b"second").expect_err("refused");
        assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).expect("read"), b"first");
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 1);
    }

    #[test]
    fn a_failure_leaves_the_old_file_and_nothing_beside_it() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("results.csv");
        fs::write(&path, "old").expect("written");
        let outcome = save_atomically(&path, |file| {
            file.write_all(b"half")?;
            Err(io::Error::other("the disk is full"))
        });
        assert!(outcome.is_err());
        assert_eq!(fs::read_to_string(&path).expect("read"), "old");
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 1);
    }

    #[test]
    fn a_file_is_replaced_whole() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("results.csv");
        fs::write(&path, "a longer old text").expect("written");
        save_atomically(&path, |file| file.write_all(b"new")).expect("saved");
        assert_eq!(fs::read_to_string(&path).expect("read"), "new");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_still_leads_to_the_saved_file() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (path, link) = (folder.path().join("real.csv"), folder.path().join("link.csv"));
        fs::write(&path, "old").expect("written");
        std::os::unix::fs::symlink(&path, &link).expect("linked");
        save_atomically(&link, |file| file.write_all(b"new")).expect("saved");
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
        assert_eq!(fs::read_to_string(&path).expect("read"), "new");
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_is_written_into_and_stays_a_pipe() {
        use std::os::unix::fs::FileTypeExt;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (pipe, link) = (folder.path().join("pipe"), folder.path().join("link"));
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("runs").success());
        std::os::unix::fs::symlink(&pipe, &link).expect("linked");
        for path in [&pipe, &link] {
            // Open for both, so that nothing waits for the other end, whatever becomes of the pipe.
            let mut reader = fs::OpenOptions::new().read(true).write(true).open(&pipe).expect("opened");
            save_atomically(path, |file| file.write_all(b"new")).expect("saved");
            assert!(fs::metadata(&pipe).expect("there").file_type().is_fifo());
            let mut read = [0; 3];
            io::Read::read_exact(&mut reader, &mut read).expect("read");
            assert_eq!(&read, b"new");
        }
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
    }

    #[cfg(unix)]
    #[test]
    fn a_file_keeps_its_permissions_and_a_new_one_is_not_private() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
        let (old, new, plain) = (folder.path().join("old"), folder.path().join("new"), folder.path().join("plain"));
        fs::write(&old, "old").expect("written");
        fs::set_permissions(&old, fs::Permissions::from_mode(0o640)).expect("set");
        for path in [&old, &new] {
            save_atomically(path, |file| file.write_all(b"new")).expect("saved");
        }
        fs::write(&plain, "plain").expect("written");
        assert_eq!((mode(&old), mode(&new)), (0o640, mode(&plain)));
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        assert!(save_atomically(&folder.path().join("none/results.csv"), |_| Ok(())).is_err());
    }
}
