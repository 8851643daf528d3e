//! Sudden ends: a process that edits and saves a bank is killed a hundred times, at any moment.

use crate::other_life::{OtherLife, command};
use crate::{number_of, numbered};
use std::collections::hash_map::RandomState;
use std::fs;
use std::hash::BuildHasher;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;
use torus::disk::DataFolder;
use torus::disk::authoring::{Hash, Journal, save_bank};
use torus::syntax::edit::{Edit, Edits};

/// A bank is saved after so many changes.
const CHANGES_PER_SAVE: usize = 3;

#[test]
fn a_bank_is_whole_and_no_change_is_lost_whenever_the_program_ends() {
    let kills = kill_often(100, false);
    assert!(kills.changes > 100, "the other process worked: {kills:?}");
    assert_eq!(kills.torn, 0, "the file was whole every time");
}

/// Where a file has two names, half of it may be there; the journal has it whole.
#[test]
fn a_bank_that_is_written_in_place_comes_back_from_the_journal() {
    let kills = kill_often(40, true);
    assert!(kills.changes > 40, "the other process worked: {kills:?}");
}

#[derive(Debug)]
struct Kills {
    /// How often the bank was changed, all in all.
    changes: usize,
    /// How often its file was not whole.
    torn: usize,
}

fn kill_often(count: usize, has_two_names: bool) -> Kills {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, bank) = places(folder.path());
    fs::write(&bank, numbered(0)).expect("written");
    if has_two_names {
        fs::hard_link(&bank, folder.path().join("other-name.ron")).expect("linked");
    }
    let mut kills = Kills { changes: 0, torn: 0 };
    for round in 0..count {
        let told = killed(folder.path());
        let saved = number_of(&fs::read_to_string(&bank).expect("read"));
        kills.torn += usize::from(saved.is_none());
        let recovered = Journal::recover(&data, &bank).expect("a journal that can be read");
        let typed = recovered.map(|it| number_of(&it.text).expect("the journal has it whole"));
        let kept = typed.max(saved).expect("one of them is whole");
        assert!(told.is_none_or(|told| kept >= told), "round {round}: {told:?} was typed, {kept} is there");
        assert!(kept >= kills.changes, "round {round}: {kept} after {}", kills.changes);
        kills.changes = kept;
    }
    kills
}

/// Lets the other process work for a moment; returns the last change that it had in its journal.
fn killed(folder: &Path) -> Option<usize> {
    let mut other = OtherLife(command("edit", folder, None).spawn().expect("started"));
    let mut lines = BufReader::new(other.0.stdout.take().expect("piped")).lines();
    let is_ready = lines.by_ref().map_while(Result::ok).any(|line| line.ends_with("ready"));
    assert!(is_ready, "the other process has begun");
    let chance = RandomState::new().hash_one(folder);
    std::thread::sleep(Duration::from_micros(chance % 25_000));
    other.0.kill().and_then(|()| other.0.wait()).expect("killed");
    lines.map_while(Result::ok).filter_map(|line| line.parse().ok()).last()
}

fn places(folder: &Path) -> (DataFolder, PathBuf) {
    let data = DataFolder::find(Some(folder.join("data"))).expect("named");
    data.make().expect("made");
    let bank = data.quizzes().join("bank.ron");
    (data, bank)
}

/// Changes the bank again and again, and saves it now and then. Ends when it is killed.
pub fn edit(folder: PathBuf) {
    let (data, bank) = places(&folder);
    let mut there = fs::read_to_string(&bank).expect("read");
    let mut journal = match Journal::recover(&data, &bank).expect("a journal that can be read") {
        Some(recovered) => Journal::resume(recovered),
        None => Journal::begin(&data, &bank, &there).expect("begun"),
    };
    let mut out = std::io::stdout();
    writeln!(out, "\nready").expect("told");
    let first = number_of(journal.text()).expect("whole");
    for number in first + 1.. {
        journal.append(&next(journal.text(), number)).expect("written");
        writeln!(out, "{number}").expect("told");
        if number % CHANGES_PER_SAVE == 0 {
            let text = journal.text().to_owned();
            save_bank(&bank, &text, Some(Hash::of(&there))).expect("saved");
            journal.saved(&text).expect("noted");
            there = text;
        }
    }
}

/// The edits that make the bank say the next number.
fn next(text: &str, number: usize) -> Edits {
    let title = text.find("title: \"").expect("a title") + "title: \"".len();
    let title_end = title + text[title..].find('"').expect("an end");
    let foot = text.rfind("// ").expect("a foot") + "// ".len();
    let edit = |span| Edit { span, new_text: number.to_string().into() };
    Edits::new([edit(title..title_end), edit(foot..text.len() - 1)]).expect("apart")
}
