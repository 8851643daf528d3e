//! Looks through the folder of a class for results that were handed in, and tells what is new, changed and gone since the
//! look before. Opens no file but to see whether it ends with a line.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{self, DirEntry, File, Metadata};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Folders in which systems and programs keep what was deleted, and what is theirs.
const FOLDERS_OF_SYSTEMS: [&str; 6] =
    ["$RECYCLE.BIN", "System Volume Information", "lost+found", "#recycle", "@eaDir", "#snapshot"];

/// A folder that is looked through again and again.
///
/// Only whole files are told of: a file that ends with a line as soon as it is met, and whatever else holds something when
/// it has not changed between two looks. A file that changes is told of when it has settled. What cannot be listed for the
/// moment, such as a network drive that is away, takes away nothing: its files stay known.
#[derive(Debug)]
pub struct FolderLook {
    folder: PathBuf,
    files: BTreeMap<PathBuf, Seen>,
    unreadable: Vec<(PathBuf, String)>,
    has_looked: bool,
}

/// What one look found out. Conflict copies are files like others: a class counts one sitting once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandedIn {
    /// The folder that was looked through.
    pub folder: PathBuf,
    /// Files that were not there before, in sorted path order. A renamed file is new under one name and gone under the other.
    pub new: Vec<HandedInFile>,
    /// Files that hold something else than before, in sorted path order.
    pub changed: Vec<HandedInFile>,
    /// Files that are gone, or empty, in sorted path order. Take these out after the new ones are in, so that nobody is
    /// without results in between.
    pub gone: Vec<PathBuf>,
    /// Every file and folder that cannot be read at the moment, and why not.
    pub unreadable: Vec<(PathBuf, String)>,
}

/// A file that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedInFile {
    /// Where it lies.
    pub path: PathBuf,
    /// By which a change is noticed.
    pub stamp: FileStamp,
}

/// Size and time of a file: where both are as before, so is the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FileStamp {
    /// In bytes.
    pub size: u64,
    /// When it was last written; `None` where the system does not tell.
    pub modified: Option<SystemTime>,
}

/// What is known of a file.
#[derive(Clone, Copy, Debug)]
struct Seen {
    /// At the last look.
    now: FileStamp,
    /// When it was told of; `None` where it was not yet.
    told: Option<FileStamp>,
}

/// What one look came upon.
#[derive(Default)]
struct Listing {
    files: BTreeMap<PathBuf, FileStamp>,
    unlisted: Vec<(PathBuf, io::Error)>,
}

impl FolderLook {
    /// Begins to look through `folder` and everything below it. Linked folders are not followed, but `folder` may be a link.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, files: BTreeMap::new(), unreadable: Vec::new(), has_looked: false }
    }

    /// Looks through the folder. Tells nothing where nothing has changed since the look before, but the first look always
    /// tells. Once `goes_on` says no, the look ends, tells nothing, and has noticed nothing.
    pub fn look(&mut self, goes_on: &dyn Fn() -> bool) -> Option<HandedIn> {
        let listing = list_below(&self.folder, goes_on)?;
        let mut told = HandedIn { folder: self.folder.clone(), ..HandedIn::default() };
        let mut files = BTreeMap::new();
        for (path, now) in listing.files {
            let seen = self.look_at(&path, now, &mut told);
            files.insert(path, seen);
        }
        self.find_gone(&mut files, &listing.unlisted, &mut told.gone);
        told.unreadable.extend(listing.unlisted.into_iter().map(|(path, error)| (path, error.to_string())));
        told.unreadable.sort();
        let is_same = told.new.is_empty() && told.changed.is_empty() && told.gone.is_empty();
        let is_news = !self.has_looked || !is_same || told.unreadable != self.unreadable;
        (self.files, self.has_looked) = (files, true);
        self.unreadable.clone_from(&told.unreadable);
        is_news.then_some(told)
    }

    /// Notes what is to be told of one file that is there.
    fn look_at(&self, path: &Path, now: FileStamp, told: &mut HandedIn) -> Seen {
        let before = self.files.get(path);
        let known = before.and_then(|before| before.told);
        if known == Some(now) {
            return Seen { now, told: known };
        }
        let has_settled = before.is_some_and(|before| before.now == now) || (before.is_none() && self.was_there(now));
        let is_whole = match (now.size, has_settled) {
            (0, true) if known.is_some() => {
                told.gone.push(path.to_owned());
                return Seen { now, told: None };
            }
            (0, _) => Ok(false),
            (_, true) => check_readable(path),
            (_, false) if before.is_none() => ends_with_a_line(path),
            (_, false) => Ok(false),
        }
        .unwrap_or_else(|error| {
            told.unreadable.push((path.to_owned(), error.to_string()));
            false
        });
        if !is_whole {
            return Seen { now, told: known };
        }
        let list = if known.is_some() { &mut told.changed } else { &mut told.new };
        list.push(HandedInFile { path: path.to_owned(), stamp: now });
        Seen { now, told: Some(now) }
    }

    /// Whether a file of this size and time was known under another name, as one that was renamed.
    fn was_there(&self, stamp: FileStamp) -> bool {
        self.files.values().any(|seen| seen.told == Some(stamp))
    }

    /// Tells which known files are gone; those below a folder that cannot be listed stay known.
    fn find_gone(
        &self,
        files: &mut BTreeMap<PathBuf, Seen>,
        unlisted: &[(PathBuf, io::Error)],
        gone: &mut Vec<PathBuf>,
    ) {
        for (path, seen) in &self.files {
            if files.contains_key(path) {
                continue;
            }
            if unlisted.iter().any(|(folder, _)| path.starts_with(folder)) {
                files.insert(path.clone(), *seen);
            } else if seen.told.is_some() {
                gone.push(path.clone());
            }
        }
        gone.sort();
    }
}

fn list_below(folder: &Path, goes_on: &dyn Fn() -> bool) -> Option<Listing> {
    let mut listing = Listing::default();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) => {
                listing.unlisted.push((folder, error));
                continue;
            }
        };
        for entry in entries {
            if !goes_on() {
                return None;
            }
            match entry.and_then(|entry| list(&entry, &mut folders, &mut listing.files)) {
                Ok(()) => {}
                // Gone between listing and looking.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => listing.unlisted.push((folder.clone(), error)),
            }
        }
    }
    Some(listing)
}

fn list(entry: &DirEntry, folders: &mut Vec<PathBuf>, files: &mut BTreeMap<PathBuf, FileStamp>) -> io::Result<()> {
    let name = entry.file_name();
    if is_passed_over(&name) {
        return Ok(());
    }
    let path = entry.path();
    if entry.file_type()?.is_dir() {
        folders.push(path);
    } else if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv")) {
        let there = fs::metadata(&path)?;
        // A pipe would be waited for without end.
        if there.is_file() {
            files.insert(path, stamp_of(&there));
        }
    }
    Ok(())
}

/// Hidden files and folders, those of systems, and what spreadsheets lay beside a file that is open.
fn is_passed_over(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with('.') || name.starts_with("~$") || FOLDERS_OF_SYSTEMS.contains(&&*name)
}

fn stamp_of(there: &Metadata) -> FileStamp {
    FileStamp { size: there.len(), modified: there.modified().ok() }
}

fn check_readable(path: &Path) -> io::Result<bool> {
    File::open(path).map(|_| true)
}

fn ends_with_a_line(path: &Path) -> io::Result<bool> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::End(-1))?;
    let mut last = [0];
    file.read_exact(&mut last)?;
    Ok(matches!(last, [b'\n' | b'\r']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    fn begin() -> (TempDir, FolderLook) {
        let folder = tempfile::tempdir().expect("a folder");
        let look = FolderLook::new(folder.path().join("class"));
        fs::create_dir(&look.folder).expect("made");
        (folder, look)
    }

    fn write(look: &FolderLook, name: &str, text: &str) {
        let path = look.folder.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }

    /// What a look tells: `+` new, `*` changed, `-` gone.
    fn news(look: &mut FolderLook) -> Vec<String> {
        let told = look.look(&|| true).unwrap_or_default();
        let shown =
            |sign: &str, path: &Path| format!("{sign}{}", path.strip_prefix(&look.folder).expect("below").display());
        let mut all: Vec<String> = told.new.iter().map(|file| shown("+", &file.path)).collect();
        all.extend(told.changed.iter().map(|file| shown("*", &file.path)));
        all.extend(told.gone.iter().map(|path| shown("-", path)));
        all
    }

    #[test]
    fn only_tables_that_hold_something_are_told_and_each_once() {
        let (_folder, mut look) = begin();
        for name in
            ["a.csv", "deep/er/B.CSV", "~$a.csv", ".hidden.csv", "c.csv.part", "d.tmp", ".git/e.csv", "#recycle/f.csv"]
        {
            write(&look, name, "x\n");
        }
        write(&look, "empty.csv", "");
        assert_eq!(news(&mut look), ["+a.csv", "+deep/er/B.CSV"]);
        assert!(look.look(&|| true).is_none());
    }

    #[test]
    fn a_half_written_file_waits_until_it_has_settled() {
        let (_folder, mut look) = begin();
        write(&look, "a.csv", "a,b\n1");
        assert!(news(&mut look).is_empty());
        write(&look, "a.csv", "a,b\n1,2\n3");
        assert!(news(&mut look).is_empty(), "it grew");
        assert_eq!(news(&mut look), ["+a.csv"], "it has no last line end, and does not grow");
        write(&look, "a.csv", "a,b\n1,2\n3,4\n");
        assert!(news(&mut look).is_empty());
        assert_eq!(news(&mut look), ["*a.csv"]);
    }

    #[test]
    fn renamed_and_gone_files_are_told() {
        let (_folder, mut look) = begin();
        write(&look, "a.csv", "no line end");
        news(&mut look);
        assert_eq!(news(&mut look), ["+a.csv"]);
        fs::rename(look.folder.join("a.csv"), look.folder.join("b.csv")).expect("renamed");
        assert_eq!(news(&mut look), ["+b.csv", "-a.csv"], "nobody is without results in between");
        write(&look, "b.csv", "");
        assert!(news(&mut look).is_empty(), "it may be written anew");
        assert_eq!(news(&mut look), ["-b.csv"]);
    }

    #[test]
    fn a_drive_that_is_away_takes_nothing_away() {
        let (folder, mut look) = begin();
        write(&look, "a.csv", "x\n");
        news(&mut look);
        let away = folder.path().join("away");
        fs::rename(&look.folder, &away).expect("unplugged");
        let told = look.look(&|| true).expect("it tells");
        assert_eq!((told.gone.len(), told.unreadable.len()), (0, 1));
        assert!(look.look(&|| true).is_none());
        fs::rename(&away, &look.folder).expect("back");
        let told = look.look(&|| true).expect("it tells");
        assert_eq!((told.new.len(), told.gone.len(), told.unreadable.len()), (0, 0, 0));
    }

    #[test]
    fn a_look_that_is_stopped_has_noticed_nothing() {
        let (_folder, mut look) = begin();
        write(&look, "a.csv", "x\n");
        assert!(look.look(&|| false).is_none());
        assert_eq!(news(&mut look), ["+a.csv"]);
    }

    #[test]
    #[expect(clippy::print_stderr, reason = "`--nocapture` shows how long it took")]
    fn three_thousand_files_take_little() {
        let (_folder, mut look) = begin();
        for number in 0..3_000 {
            write(&look, &format!("{}/{number}.csv", number % 30), "learner,sitting\n");
        }
        let started = std::time::Instant::now();
        assert_eq!(news(&mut look).len(), 3_000);
        let first = started.elapsed();
        let started = std::time::Instant::now();
        assert!(look.look(&|| true).is_none());
        eprintln!("3,000 files: first look {first:?}, next {:?}", started.elapsed());
    }
}
