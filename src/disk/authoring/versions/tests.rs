//! What is kept of a bank, and what is given back.

use super::*;
use tempfile::TempDir;

const MINUTE_MS: i64 = 60_000;

fn at(minutes: i64) -> Moment {
    Moment { unix_ms: 1_796_000_000_000 + minutes * MINUTE_MS, offset_secs: -3_600 }
}

fn versions() -> (TempDir, Versions) {
    let temporary = tempfile::tempdir().expect("a folder");
    let data = DataFolder::find(Some(temporary.path().join("data"))).expect("named");
    let versions = Versions::of(&data, &temporary.path().join("bank.ron"));
    (temporary, versions)
}

#[test]
fn versions_are_listed_by_time_and_read_as_they_were() {
    let (_temporary, versions) = versions();
    assert_eq!(versions.list(), []);
    for (minutes, text, changed) in [(0, "\u{feff}one\r\n", 1), (5, "two", 0), (9, "three", 30)] {
        versions.keep(text, at(minutes), changed).expect("kept");
    }
    let listed = versions.list();
    let told: Vec<_> = listed.iter().map(|version| (version.at, version.changed_questions)).collect();
    assert_eq!(told, [(at(9), 30), (at(5), 0), (at(0), 1)]);
    let texts: Vec<String> = listed.iter().map(|version| versions.read(version).expect("read")).collect();
    assert_eq!(texts, ["three", "two", "\u{feff}one\r\n"]);
}

#[test]
fn what_was_kept_just_now_is_not_kept_twice_and_going_back_is() {
    let (_temporary, versions) = versions();
    for (minutes, text) in ["one", "two", "two", "one"].into_iter().enumerate() {
        versions.keep(text, at(minutes as i64), 1).expect("kept");
    }
    let texts: Vec<String> = versions.list().iter().map(|version| versions.read(version).expect("read")).collect();
    assert_eq!(texts, ["one", "two", "one"]);
    let found = versions.find(Hash::of("one")).expect("there");
    assert_eq!(found.at, at(3));
    assert_eq!(versions.find(Hash::of("other")), None);
}

#[test]
fn a_clock_that_was_set_back_does_not_bring_the_order_into_confusion() {
    let (_temporary, versions) = versions();
    for (minutes, text) in [(10, "one"), (3, "two"), (3, "three")] {
        versions.keep(text, at(minutes), 1).expect("kept");
    }
    let texts: Vec<String> = versions.list().iter().map(|version| versions.read(version).expect("read")).collect();
    assert_eq!(texts, ["three", "two", "one"]);
}

#[test]
fn a_version_that_was_damaged_or_removed_says_so() {
    let (_temporary, versions) = versions();
    versions.keep("one", at(0), 1).expect("kept");
    let version = versions.list().remove(0);
    fs::write(&version.path, "other").expect("written");
    assert!(matches!(versions.read(&version), Err(VersionError::Damaged)));
    fs::remove_file(&version.path).expect("removed");
    assert!(matches!(versions.read(&version), Err(VersionError::Unread(BankFileError::Gone))));
}

#[test]
fn other_files_in_the_folder_are_no_versions_and_stay() {
    let (_temporary, versions) = versions();
    versions.keep("one", at(0), 1).expect("kept");
    for name in ["notes.txt", "x.ron", "1-2.ron", "a+1-2-3.ron", ".torus-abc"] {
        fs::write(versions.folder.join(name), "x").expect("written");
    }
    fs::create_dir(versions.folder.join("001796000000000+00000-1-0.ron")).expect("made");
    assert_eq!(versions.list().len(), 1);
    for minutes in 1..40 {
        versions.keep(&minutes.to_string(), at(minutes), 1).expect("kept");
    }
    assert!(versions.list().len() < 40);
    assert!(versions.folder.join("notes.txt").exists() && versions.folder.join("x.ron").exists());
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let (temporary, versions) = versions();
    fs::write(temporary.path().join("data"), "a file").expect("written");
    assert!(matches!(versions.keep("one", at(0), 1), Err(VersionError::NotKept(_))));
}
