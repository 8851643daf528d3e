//! Watching real files: what is told, and what is not.

use super::*;
use std::fs;
use std::path::Path;
use std::sync::mpsc::Receiver;

/// Far longer than any news takes.
const PATIENCE: Duration = Duration::from_secs(20);
/// Long enough for news that must not come.
const SILENCE: Duration = Duration::from_millis(400);

struct Case {
    folder: tempfile::TempDir,
    _watch: Watch,
    news: Receiver<WatchNews>,
}

/// Follows the bank `deep/bank.ron` and the folder `own`, in a folder that `prepare` fills before.
fn follow(prepare: impl FnOnce(&Path)) -> Case {
    let folder = tempfile::tempdir().expect("a folder");
    prepare(folder.path());
    let (tell, news) = channel();
    let watch = Watch::new(move |news| {
        let _ = tell.send(news);
    });
    let files = BTreeSet::from([folder.path().join("deep/bank.ron")]);
    watch.follow(Watched { files, folders: BTreeSet::from([folder.path().join("own")]) });
    let case = Case { folder, _watch: watch, news };
    // What the watch does is in order: once it tells of this file, it follows the others too.
    case.settle();
    case
}

impl Case {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn settle(&self) {
        fs::create_dir_all(self.path("own")).expect("made");
        let started = Instant::now();
        loop {
            fs::write(self.path("own/probe.ron"), "").expect("written");
            match self.news.recv_timeout(SILENCE) {
                Ok(WatchNews::Changed(_)) => break,
                Ok(WatchNews::Failed(error)) => panic!("{error}"),
                Err(_) => assert!(started.elapsed() < PATIENCE, "the watch never begins"),
            }
        }
        while self.news.recv_timeout(SILENCE).is_ok() {
            assert!(started.elapsed() < PATIENCE, "the watch never rests");
        }
    }

    /// Waits until this file is told of.
    fn expect(&self, name: &str) {
        let path = self.path(name);
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            match self.news.recv_timeout(PATIENCE) {
                Ok(WatchNews::Changed(paths)) if paths.contains(&path) => return,
                Ok(WatchNews::Changed(_)) => {}
                other => panic!("{name}: {other:?}"),
            }
        }
        panic!("never told of {name}");
    }

    fn expect_silence(&self) {
        let news = self.news.recv_timeout(SILENCE);
        assert!(news.is_err(), "{news:?}");
    }
}

fn with_bank(folder: &Path) {
    fs::create_dir_all(folder.join("deep")).expect("made");
    fs::write(folder.join("deep/bank.ron"), "1").expect("written");
}

#[test]
fn a_file_that_is_written_in_place_is_told() {
    let case = follow(with_bank);
    fs::write(case.path("deep/bank.ron"), "2").expect("written");
    case.expect("deep/bank.ron");
}

#[test]
fn a_file_that_is_written_beside_and_renamed_is_told_each_time() {
    let case = follow(with_bank);
    for text in ["2", "3", "4"] {
        fs::write(case.path("deep/.bank.ron.tmp"), text).expect("written");
        fs::rename(case.path("deep/.bank.ron.tmp"), case.path("deep/bank.ron")).expect("renamed");
        case.expect("deep/bank.ron");
    }
}

#[test]
fn a_file_that_is_moved_aside_and_written_anew_is_told() {
    let case = follow(with_bank);
    fs::rename(case.path("deep/bank.ron"), case.path("deep/bank.ron~")).expect("renamed");
    fs::write(case.path("deep/bank.ron"), "2").expect("written");
    case.expect("deep/bank.ron");
}

#[test]
fn a_file_that_goes_and_comes_back_is_told_both_times() {
    let case = follow(with_bank);
    fs::remove_file(case.path("deep/bank.ron")).expect("removed");
    case.expect("deep/bank.ron");
    fs::write(case.path("deep/bank.ron"), "2").expect("written");
    case.expect("deep/bank.ron");
}

#[test]
fn a_file_whose_folder_is_not_there_yet_is_told_when_it_comes() {
    let case = follow(|_| {});
    with_bank(case.folder.path());
    case.expect("deep/bank.ron");
    fs::write(case.path("deep/bank.ron"), "2").expect("written");
    case.expect("deep/bank.ron");
}

#[test]
fn a_folder_that_goes_and_comes_back_is_followed_again() {
    let case = follow(with_bank);
    fs::rename(case.path("deep"), case.path("away")).expect("renamed");
    case.expect("deep/bank.ron");
    fs::rename(case.path("away"), case.path("deep")).expect("renamed");
    case.expect("deep/bank.ron");
    fs::write(case.path("deep/bank.ron"), "2").expect("written");
    case.expect("deep/bank.ron");
}

#[test]
fn new_banks_in_a_followed_folder_are_told_also_with_a_folder_of_their_own() {
    let case = follow(with_bank);
    fs::write(case.path("own/new.RON"), "1").expect("written");
    case.expect("own/new.RON");
    fs::create_dir(case.path("beside")).expect("made");
    fs::write(case.path("beside/a.ron"), "1").expect("written");
    fs::rename(case.path("beside"), case.path("own/more")).expect("moved");
    case.expect("own/more/a.ron");
    fs::write(case.path("own/more/a.ron"), "2").expect("written");
    case.expect("own/more/a.ron");
}

#[test]
fn other_files_and_reading_are_no_news() {
    let case = follow(with_bank);
    fs::write(case.path("deep/notes.txt"), "1").expect("written");
    fs::write(case.path("deep/other.ron"), "1").expect("written");
    fs::write(case.path("own/notes.txt"), "1").expect("written");
    assert_eq!(fs::read(case.path("deep/bank.ron")).expect("read"), b"1");
    case.expect_silence();
}

#[test]
fn what_is_not_followed_any_more_is_no_news() {
    let case = follow(with_bank);
    case._watch.follow(Watched::default());
    std::thread::sleep(SILENCE);
    fs::write(case.path("deep/bank.ron"), "2").expect("written");
    case.expect_silence();
}

#[cfg(unix)]
#[test]
fn a_linked_file_is_told_of_when_what_it_leads_to_changes() {
    let case = follow(|folder| {
        with_bank(folder);
        fs::create_dir(folder.join("real")).expect("made");
        fs::rename(folder.join("deep/bank.ron"), folder.join("real/there.ron")).expect("moved");
        std::os::unix::fs::symlink(folder.join("real/there.ron"), folder.join("deep/bank.ron")).expect("linked");
    });
    fs::write(case.path("real/there.ron"), "2").expect("written");
    case.expect("deep/bank.ron");
}

#[test]
fn refusals_say_why() {
    assert_eq!(
        WatchError::from(notify::Error::new(ErrorKind::MaxFilesWatch)).to_string(),
        "this computer is already watching as many folders as it may"
    );
    assert_eq!(WatchError::from(notify::Error::generic("no")).to_string(), "no");
}
