//! What becomes of a bank's file, and of what others do to it meanwhile.

use super::*;
use std::fs::{File, Permissions};
use std::path::PathBuf;
use tempfile::TempDir;

const OLD: &str = "Bank(old)\r\n";
const NEW: &str = "\u{feff}Bank(new)\n";

fn bank() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bank.ron");
    fs::write(&path, OLD).expect("written");
    (folder, path)
}

fn save(path: &Path) -> Result<Saved, SaveError> {
    save_bank(path, NEW, Some(Hash::of(OLD)))
}

#[track_caller]
fn says(path: &Path, expected: &str) {
    assert_eq!(fs::read_to_string(path).expect("read"), expected);
}

#[track_caller]
fn has_files(folder: &TempDir, count: usize) {
    assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), count, "files in the folder");
}

#[test]
fn a_file_is_replaced_whole_and_nothing_stays_beside_it() {
    let (folder, path) = bank();
    let saved = save(&path).expect("saved");
    assert_eq!(saved, Saved { hash: Hash::of(NEW), way: SaveWay::Replaced });
    says(&path, NEW);
    has_files(&folder, 1);
    save_bank(&path, OLD, Some(saved.hash)).expect("its own writing is no change from outside");
}

#[test]
fn a_file_that_says_it_already_is_not_touched() {
    let (_folder, path) = bank();
    let time = || fs::metadata(&path).and_then(|there| there.modified()).expect("a time");
    let before = time();
    for expected in [Some(Hash::of(OLD)), Some(Hash::of("another")), None] {
        let saved = save_bank(&path, OLD, expected).expect("saved");
        assert_eq!(saved, Saved { hash: Hash::of(OLD), way: SaveWay::Unchanged });
    }
    assert_eq!(time(), before);
}

#[test]
fn a_file_that_was_changed_outside_stays_as_it_is() {
    let (folder, path) = bank();
    for other in ["Bank(of somebody else)", "", "Bank(ol"] {
        fs::write(&path, other).expect("written");
        let error = save(&path).expect_err("changed");
        assert!(matches!(error, SaveError::ChangedOutside { found } if found == Hash::of(other)), "{error}");
        says(&path, other);
    }
    has_files(&folder, 1);
}

#[test]
fn other_bytes_of_the_same_size_and_time_are_a_change() {
    let (_folder, path) = bank();
    let time = fs::metadata(&path).and_then(|there| there.modified()).expect("a time");
    let other = OLD.replace("old", "odd");
    fs::write(&path, &other).expect("written");
    File::options().write(true).open(&path).and_then(|file| file.set_modified(time)).expect("set");
    assert!(matches!(save(&path), Err(SaveError::ChangedOutside { .. })));
    says(&path, &other);
}

#[test]
fn a_file_that_is_gone_is_not_made_again_unless_that_is_meant() {
    let (folder, path) = bank();
    fs::rename(&path, folder.path().join("renamed.ron")).expect("renamed");
    assert!(matches!(save(&path), Err(SaveError::Gone)));
    has_files(&folder, 1);
    let saved = save_bank(&path, NEW, None).expect("made");
    assert_eq!(saved, Saved { hash: Hash::of(NEW), way: SaveWay::New });
    says(&path, NEW);
    has_files(&folder, 2);
}

#[test]
fn a_new_file_takes_no_others_place() {
    let (folder, path) = bank();
    let error = save_bank(&path, NEW, None).expect_err("there is one");
    assert!(matches!(error, SaveError::ChangedOutside { found } if found == Hash::of(OLD)), "{error}");
    says(&path, OLD);
    has_files(&folder, 1);
}

#[test]
fn a_folder_that_is_gone_is_told_as_such() {
    let (folder, path) = bank();
    let below = folder.path().join("gone").join("bank.ron");
    for expected in [Some(Hash::of(OLD)), None] {
        assert!(matches!(save_bank(&below, NEW, expected), Err(SaveError::FolderGone)));
        assert!(matches!(save_bank(&path.join("bank.ron"), NEW, expected), Err(SaveError::FolderGone)));
    }
}

#[test]
fn a_folder_in_the_place_of_the_file_is_none() {
    let (_folder, path) = bank();
    fs::remove_file(&path).and_then(|()| fs::create_dir(&path)).expect("made");
    for expected in [Some(Hash::of(OLD)), None] {
        assert!(matches!(save_bank(&path, NEW, expected), Err(SaveError::NotAFile)));
    }
}

#[test]
fn a_file_that_somebody_holds_is_told_and_saved_when_it_is_free() {
    let (folder, path) = bank();
    let held = File::open(&path).expect("opened");
    held.lock().expect("locked");
    let error = save(&path).expect_err("held");
    assert!(matches!(error, SaveError::Locked) && error.is_passing(), "{error}");
    says(&path, OLD);
    has_files(&folder, 1);
    held.unlock().expect("free");
    save(&path).expect("saved");
}

#[test]
fn what_a_sudden_end_left_is_swept_when_it_is_old_and_nobodys() {
    let (folder, path) = bank();
    let [old, held, young] = ["old", "held", "young"].map(|name| folder.path().join(format!(".torus-bank-{name}")));
    for leftover in [&old, &held, &young] {
        fs::write(leftover, "half").expect("written");
    }
    let long_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(3600);
    for leftover in [&old, &held] {
        File::options().write(true).open(leftover).and_then(|file| file.set_modified(long_ago)).expect("set");
    }
    let lock = File::open(&held).expect("opened");
    lock.lock().expect("locked");
    save(&path).expect("saved");
    assert_eq!([&old, &held, &young].map(|path| path.exists()), [false, true, true]);
}

#[test]
fn errors_say_what_is_the_matter() {
    assert_eq!(SaveError::ReadOnly.to_string(), "the file is read-only");
    let full = SaveError::from(std::io::Error::from(std::io::ErrorKind::StorageFull));
    assert_eq!(full.to_string(), "there is no room left on the disk");
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("there").permissions().mode() & 0o7777
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, Permissions::from_mode(mode)).expect("set");
    }

    #[test]
    fn a_file_keeps_its_permissions() {
        for wanted in [0o640, 0o600, 0o666, 0o755] {
            let (_folder, path) = bank();
            set_mode(&path, wanted);
            save(&path).expect("saved");
            assert_eq!(mode(&path), wanted);
        }
    }

    #[test]
    fn a_file_keeps_its_owner_or_is_written_in_place() {
        let (_folder, path) = bank();
        let is_given = std::os::unix::fs::chown(&path, Some(12_345), Some(54_321)).is_ok();
        save(&path).expect("saved");
        says(&path, NEW);
        let there = fs::metadata(&path).expect("there");
        // Nobody but the superuser may give a file to somebody else.
        assert!(!is_given || (there.uid(), there.gid()) == (12_345, 54_321));
    }

    #[test]
    fn a_link_still_leads_to_the_file_that_is_saved() {
        let (folder, path) = bank();
        let [link, link_to_link] = ["link.ron", "again.ron"].map(|name| folder.path().join(name));
        symlink("bank.ron", &link).and_then(|()| symlink(&link, &link_to_link)).expect("linked");
        assert_eq!(save(&link_to_link).expect("saved").way, SaveWay::Replaced);
        says(&path, NEW);
        for link in [&link, &link_to_link] {
            assert!(fs::symlink_metadata(link).expect("there").is_symlink());
        }
        has_files(&folder, 3);
    }

    #[test]
    fn a_link_that_leads_nowhere_has_lost_its_file() {
        let (folder, path) = bank();
        let link = folder.path().join("link.ron");
        symlink("bank.ron", &link).and_then(|()| fs::remove_file(&path)).expect("linked");
        for expected in [Some(Hash::of(OLD)), None] {
            assert!(matches!(save_bank(&link, NEW, expected), Err(SaveError::Gone)));
        }
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
    }

    #[test]
    fn a_file_with_two_names_is_saved_under_both() {
        let (folder, path) = bank();
        let other = folder.path().join("other.ron");
        fs::hard_link(&path, &other).expect("linked");
        let number = fs::metadata(&path).expect("there").ino();
        assert_eq!(save(&path).expect("saved").way, SaveWay::InPlace);
        for name in [&path, &other] {
            says(name, NEW);
            assert_eq!(fs::metadata(name).expect("there").ino(), number);
        }
        assert_eq!(save_bank(&path, "x", Some(Hash::of(NEW))).expect("saved").way, SaveWay::InPlace);
        says(&other, "x");
    }

    #[test]
    fn a_read_only_file_is_neither_written_nor_replaced() {
        let (folder, path) = bank();
        set_mode(&path, 0o444);
        let number = fs::metadata(&path).expect("there").ino();
        assert!(matches!(save(&path), Err(SaveError::ReadOnly)));
        says(&path, OLD);
        assert_eq!((mode(&path), fs::metadata(&path).expect("there").ino()), (0o444, number));
        has_files(&folder, 1);
    }

    #[test]
    fn in_a_read_only_folder_the_file_is_written_in_place_and_no_new_one_is_made() {
        let (folder, path) = bank();
        set_mode(folder.path(), 0o555);
        assert_eq!(save(&path).expect("saved").way, SaveWay::InPlace);
        says(&path, NEW);
        has_files(&folder, 1);
        assert!(matches!(save_bank(&folder.path().join("new.ron"), NEW, None), Err(SaveError::FolderReadOnly)));
        set_mode(folder.path(), 0o755);
    }

    #[test]
    fn a_pipe_is_no_file_and_is_not_waited_for() {
        let (folder, _) = bank();
        let pipe = folder.path().join("pipe.ron");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("runs").success());
        for expected in [Some(Hash::of(OLD)), None] {
            assert!(matches!(save_bank(&pipe, NEW, expected), Err(SaveError::NotAFile)));
        }
    }
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
mod last_moment {
    use super::super::exchange::{Exchange, exchange};
    use super::*;
    use std::io::Write;
    use tempfile::NamedTempFile;

    fn new_file(folder: &TempDir) -> NamedTempFile {
        let mut file = NamedTempFile::new_in(folder.path()).expect("made");
        file.write_all(NEW.as_bytes()).expect("written");
        file
    }

    #[test]
    fn what_was_expected_comes_out() {
        let (folder, path) = bank();
        let file = new_file(&folder);
        assert!(matches!(exchange(&file, &path, Hash::of(OLD)), Exchange::Done));
        says(&path, NEW);
        says(file.path(), OLD);
    }

    #[test]
    fn what_another_program_wrote_in_the_last_moment_is_put_back() {
        let (folder, path) = bank();
        let file = new_file(&folder);
        for other in ["Bank(other)", ""] {
            fs::write(&path, other).expect("written");
            let came = exchange(&file, &path, Hash::of(OLD));
            assert!(matches!(came, Exchange::ChangedOutside(found) if found == Hash::of(other)));
            says(&path, other);
            says(file.path(), NEW);
        }
    }

    #[test]
    fn a_link_that_came_in_the_last_moment_is_put_back() {
        let (folder, path) = bank();
        let file = new_file(&folder);
        let aside = folder.path().join("aside.ron");
        fs::rename(&path, &aside).and_then(|()| std::os::unix::fs::symlink(&aside, &path)).expect("linked");
        assert!(matches!(exchange(&file, &path, Hash::of(OLD)), Exchange::ChangedOutside(_)));
        assert!(fs::symlink_metadata(&path).expect("there").is_symlink());
        says(&aside, OLD);
    }

    #[test]
    fn a_file_that_went_in_the_last_moment_stays_away() {
        let (folder, path) = bank();
        let file = new_file(&folder);
        fs::remove_file(&path).expect("removed");
        let Exchange::Failed(error) = exchange(&file, &path, Hash::of(OLD)) else { panic!("there is none") };
        assert!(matches!(SaveError::from(error), SaveError::Gone));
        assert!(!path.exists());
    }
}
