//! No room left: a process that may write no file longer than 16 kB, as a disk or a quota that is full.

use crate::other_life::command;
use std::fs;
use std::path::{Path, PathBuf};
use torus::disk::DataFolder;
use torus::disk::authoring::{Hash, Journal, SaveError, Versions, save_bank};
use torus::moment::Moment;

/// So much fits.
const SHORT: usize = 4_000;
/// So much does not.
const LONG: usize = 100_000;

#[test]
fn where_no_room_is_left_everything_stays_as_it_was_and_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["replaced.ron", "linked.ron", "new-folder/x"] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder"))
            .and_then(|()| fs::write(&path, "s".repeat(SHORT)))
            .expect("written");
    }
    fs::hard_link(folder.path().join("linked.ron"), folder.path().join("other-name.ron")).expect("linked");
    fs::write(folder.path().join("long.ron"), "l".repeat(LONG)).expect("written");
    fs::hard_link(folder.path().join("long.ron"), folder.path().join("long-too.ron")).expect("linked");
    // The signal that comes with the limit is put aside, as it is for a disk that is full. Blocks are of 512 or 1,024 bytes.
    let output = command("fill", folder.path(), Some("trap '' XFSZ; ulimit -f 16")).output().expect("runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}\n{}", String::from_utf8_lossy(&output.stdout));
    assert!(!folder.path().join("made.ron").exists());
    let left = fs::read_dir(folder.path())
        .expect("listed")
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with('.'));
    assert_eq!(left.count(), 0, "nothing half written stays");
}

/// What is tried where there is no room.
pub fn fill(folder: PathBuf) {
    let (short, long) = ("s".repeat(SHORT), "l".repeat(LONG));
    for name in ["replaced.ron", "linked.ron"] {
        let path = folder.join(name);
        let error = save_bank(&path, &long, Some(Hash::of(&short))).expect_err("no room");
        assert!(matches!(error, SaveError::DiskFull), "{name}: {error:?}");
        assert_eq!(fs::read_to_string(&path).expect("read"), short, "{name}");
    }
    let error = save_bank(&folder.join("made.ron"), &long, None).expect_err("no room");
    assert!(matches!(error, SaveError::DiskFull), "{error:?}");
    // What was longer than fits now cannot be put back: that alone is told otherwise.
    let error =
        save_bank(&folder.join("long.ron"), &long.replace('l', "m"), Some(Hash::of(&long))).expect_err("no room");
    assert!(matches!(error, SaveError::HalfWritten(_)), "{error:?}");
    journal_without_room(&folder, &long);
}

fn journal_without_room(folder: &Path, long: &str) {
    let data = DataFolder::find(Some(folder.join("data"))).expect("named");
    data.make().expect("made");
    let bank = data.quizzes().join("bank.ron");
    let mut journal = Journal::begin(&data, &bank, "base").expect("begun");
    journal.append("short").expect("there is room");
    assert!(journal.append(long).is_err(), "no room");
    let kept = || Journal::recover(&data, &bank).expect("read").expect("there");
    assert_eq!((&*kept().base, &*kept().text), ("base", "short"));
    assert_eq!(journal.text(), long, "it is still in memory");
    journal.append("short again").expect("there is room");
    assert_eq!(kept().text, "short again");
    let versions = Versions::of(&data, &bank);
    let at = Moment { unix_ms: 0, offset_secs: 0 };
    versions.keep("short", at, 1).expect("there is room");
    assert!(versions.keep(long, at, 1).is_err(), "no room");
    assert_eq!(versions.list().len(), 1);
}
