//! Two programs write one bank at the same time, each in its own way: nothing of either is lost.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;
use torus::author::merge::{merge, nearest};
use torus::bank::{Bank, Quietly, read};
use torus::disk::DataFolder;
use torus::disk::authoring::{Hash, Journal, SaveError, UnsettledError, read_settled, save_bank};

/// How often each changes the bank.
const CHANGES: usize = 12;

const FIRST: &str = "Bank(
    format: 1,
    id: \"b\",
    title: \"B\",
    questions: [
        // What both work on.
        Question(
            id: \"both\",
            prompt: \"Prompt of 0\",
            answer: TrueFalse(true),
            explanation: \"Because of 0\",
        ),
    ],
)
";

/// What a program does to the text the `number`th time: it changes a field of its own in the question that both have, and adds
/// a question with a comment.
fn changed(text: &str, who: &str, field: &str, number: usize) -> String {
    let start = text.find(field).expect("its field") + field.len();
    let end = start + text[start..].find('"').expect("its end");
    let added = format!(
        "        // Note {number} of {who}.\n        Question(id: \"{who}-{number}\", prompt: \"{who} asks {number}.\", answer: TrueFalse(true)),\n    ],\n)"
    );
    [&text[..start], &number.to_string(), &text[end..]].concat().replace("    ],\n)", &added)
}

/// This program: a journal, whole saving, and a merge where the other one was faster.
struct Here<'a> {
    path: &'a Path,
    journal: Journal,
    /// What the file said last, and before, the newest last.
    known: Vec<String>,
}

impl Here<'_> {
    /// Changes the bank as often as is asked, then looks after it until the other one has ended.
    fn edit(path: &Path, data: &DataFolder, who: &str, field: &str, is_over: &AtomicBool) {
        let base = read_settled(path).expect("read").text;
        let journal = Journal::begin(data, path, &base).expect("begun");
        let mut here = Here { path, journal, known: vec![base] };
        for number in 1..=CHANGES {
            let mine = changed(here.journal.text(), who, field, number);
            here.journal.append(&*mine).expect("written");
            here.save();
            thread::sleep(Duration::from_millis(40));
        }
        loop {
            let was_over = is_over.load(Ordering::SeqCst);
            here.take_over();
            here.save();
            if was_over {
                break;
            }
        }
    }

    fn save(&mut self) {
        loop {
            let mine = self.journal.text().to_owned();
            match save_bank(self.path, &mine, Some(Hash::of(self.journal.base()))) {
                Ok(_) => {
                    self.journal.saved(&mine).expect("noted");
                    self.known.push(mine);
                    return;
                }
                Err(SaveError::ChangedOutside { .. }) => self.take_over(),
                Err(error) if error.is_passing() => thread::sleep(Duration::from_millis(3)),
                Err(error) => panic!("{error}"),
            }
        }
    }

    /// Merges what the other one has written.
    fn take_over(&mut self) {
        let theirs = match read_settled(self.path) {
            Ok(theirs) if theirs.hash == Hash::of(self.journal.base()) => return,
            Ok(theirs) => theirs.text,
            Err(UnsettledError::File(error)) => panic!("{error}"),
            // It is being written at this moment.
            Err(_) => return,
        };
        let known: Vec<&str> = self.known.iter().rev().map(String::as_str).collect();
        let base = known[nearest(&theirs, &known).expect("a bank")];
        let merged = merge(base, self.journal.text(), &theirs).expect("merged");
        assert_eq!(merged.conflicts, []);
        self.journal.rebase(&theirs, &merged.text).expect("written");
        self.known.push(theirs);
    }
}

/// Another program: it locks the file, changes it, and writes it in pieces, in place or under another name that it then gives it.
fn edit_there(path: &Path, is_renamed: bool) {
    for number in 1..=CHANGES {
        loop {
            let mut file = File::options().read(true).write(true).open(path).expect("opened");
            file.lock().expect("locked");
            if !is_still_at(&file, path) {
                continue;
            }
            let mut text = String::new();
            file.read_to_string(&mut text).expect("read");
            let text = changed(&text, "there", "explanation: \"Because of ", number);
            if is_renamed {
                let aside = path.with_extension("new");
                fs::write(&aside, text).and_then(|()| fs::rename(&aside, path)).expect("written");
            } else {
                fs::write(path, "").expect("emptied");
                for piece in text.as_bytes().chunks(200) {
                    let mut end = File::options().append(true).open(path).expect("opened");
                    end.write_all(piece).expect("written");
                    thread::sleep(Duration::from_millis(1));
                }
            }
            break;
        }
        thread::sleep(Duration::from_millis(150));
    }
}

/// A program that never looks: it has the bank open for a while, and then writes over whatever is there.
fn edit_carelessly(path: &Path) {
    for number in 1..=CHANGES {
        let text = changed(&fs::read_to_string(path).expect("read"), "there", "explanation: \"Because of ", number);
        thread::sleep(Duration::from_millis(100));
        let aside = path.with_extension("new");
        fs::write(&aside, text).and_then(|()| fs::rename(&aside, path)).expect("written");
        // Long enough for this program to put back what was lost.
        thread::sleep(Duration::from_millis(400));
    }
}

#[cfg(unix)]
fn is_still_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (own, named) = (file.metadata().expect("open"), fs::metadata(path).expect("there"));
    (own.dev(), own.ino()) == (named.dev(), named.ino())
}

#[cfg(not(unix))]
fn is_still_at(_file: &File, _path: &Path) -> bool {
    true
}

#[track_caller]
fn has_everything(text: &str, whos: [&str; 2]) {
    let reading = read(text, &Quietly);
    assert_eq!(reading.problems, [], "{text}");
    let Bank { questions, .. } = reading.bank.expect("a bank");
    let expected = |who: &str| (1..=CHANGES).map(|number| format!("{who}-{number}")).collect::<Vec<_>>();
    for who in whos {
        let ids: Vec<String> =
            questions.iter().map(|question| question.id.to_string()).filter(|id| id.starts_with(who)).collect();
        assert_eq!(ids, expected(who), "{text}");
        for number in 1..=CHANGES {
            assert_eq!(text.matches(&format!("// Note {number} of {who}.\n")).count(), 1, "{text}");
        }
    }
    assert!(text.contains("// What both work on.\n        Question(\n            id: \"both\""), "{text}");
    assert_eq!(&*questions[0].prompt, format!("Prompt of {CHANGES}"));
    assert_eq!(&*questions[0].explanation, format!("Because of {CHANGES}"));
}

/// Lets both work at the same time, and looks at what came of it.
fn both(other: impl FnOnce(&Path) + Send) {
    let folder = tempfile::tempdir().expect("a folder");
    let data = DataFolder::find(Some(folder.path().join("data"))).expect("named");
    data.make().expect("made");
    let path = folder.path().join("bank.ron");
    fs::write(&path, FIRST).expect("written");
    let is_there_over = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            other(&path);
            is_there_over.store(true, Ordering::SeqCst);
        });
        Here::edit(&path, &data, "here", "prompt: \"Prompt of ", &is_there_over);
    });
    has_everything(&fs::read_to_string(&path).expect("read"), ["here", "there"]);
    assert_eq!(torus::disk::authoring::unsaved(&data), []);
}

#[test]
fn with_a_program_that_writes_in_place() {
    both(|path| edit_there(path, false));
}

#[test]
fn with_a_program_that_renames() {
    both(|path| edit_there(path, true));
}

#[test]
fn with_a_program_that_writes_over_whatever_is_there() {
    both(edit_carelessly);
}

#[test]
fn with_another_of_its_own_kind() {
    let data = tempfile::tempdir().expect("a folder");
    let folder = DataFolder::find(Some(data.path().to_owned())).expect("named");
    // Who ends first does not wait for the other.
    both(|path| Here::edit(path, &folder, "there", "explanation: \"Because of ", &AtomicBool::new(true)));
}
