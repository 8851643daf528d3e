//! What a journal keeps, and what it gives back when it ended anyhow.

use super::*;
use crate::syntax::edit::Edit;
use proptest::prelude::*;
use std::io;
use tempfile::TempDir;

fn folder() -> (TempDir, DataFolder, PathBuf) {
    let temporary = tempfile::tempdir().expect("a folder");
    let data = DataFolder::find(Some(temporary.path().join("data"))).expect("named");
    data.make().expect("made");
    let bank = data.quizzes().join("bank.ron");
    (temporary, data, bank)
}

fn edits(start: usize, end: usize, new_text: &str) -> Edits {
    Edits::new([Edit { span: start..end, new_text: new_text.into() }]).expect("one edit")
}

fn journals(data: &DataFolder) -> Vec<PathBuf> {
    fs::read_dir(data.journals()).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

#[test]
fn a_journal_without_a_change_is_no_file() {
    let (_temporary, data, bank) = folder();
    let mut journal = Journal::begin(&data, &bank, "base").expect("begun");
    journal.sync().expect("nothing to write");
    assert_eq!(journals(&data), Vec::<PathBuf>::new());
    assert_eq!(Journal::recover(&data, &bank).expect("read"), None);
}

#[test]
fn what_was_typed_comes_back_with_what_the_file_said() {
    let (_temporary, data, bank) = folder();
    let mut journal = Journal::begin(&data, &bank, "the base").expect("begun");
    journal.append(&edits(4, 8, "\u{feff}“Basis”\r\n\0")).expect("written");
    journal.append(&edits(0, 3, "a")).expect("written");
    journal.append("all new").expect("written");
    journal.append(&edits(7, 7, "\"")).expect("written");
    let recovered = Journal::recover(&data, &bank).expect("read").expect("there");
    assert_eq!((&*recovered.base, &*recovered.text, recovered.is_cut), ("the base", "all new\"", false));
    assert_eq!(journal.text(), "all new\"");
}

#[test]
fn edits_of_another_text_are_refused_and_change_nothing() {
    let (_temporary, data, bank) = folder();
    let mut journal = Journal::begin(&data, &bank, "é").expect("begun");
    for edits in [edits(1, 2, "x"), edits(0, 9, "x")] {
        assert!(matches!(journal.append(&edits), Err(JournalError::OtherText(_))));
    }
    assert_eq!((journal.text(), journals(&data).len()), ("é", 0));
}

#[test]
fn a_torn_last_line_is_left_out_and_all_before_it_stays() {
    let (_temporary, data, bank) = folder();
    let mut journal = Journal::begin(&data, &bank, "").expect("begun");
    let mut lengths = Vec::new();
    for (at, letter) in ["a", "b", "ü", "d"].into_iter().enumerate() {
        let at = if at == 3 { 4 } else { at };
        journal.append(&edits(at, at, letter)).expect("written");
        lengths.push(fs::metadata(&journals(&data)[0]).expect("there").len());
    }
    let file = journals(&data).remove(0);
    let whole = fs::read(&file).expect("read");
    for length in 0..whole.len() {
        fs::write(&file, &whole[..length]).expect("written");
        let kept = lengths.iter().filter(|line_end| **line_end <= length as u64).count();
        match Journal::recover(&data, &bank) {
            Ok(Some(recovered)) => {
                let expected = ["", "a", "ab", "abü", "abüd"][kept];
                assert_eq!(recovered.text, expected, "{length}");
            }
            Err(JournalError::Damaged { .. }) => assert_eq!(kept, 0, "{length}"),
            other => panic!("{length}: {other:?}"),
        }
    }
}

#[test]
fn a_damaged_line_ends_what_is_given_back() {
    let (_temporary, data, bank) = folder();
    let mut journal = Journal::begin(&data, &bank, "").expect("begun");
    for at in 0..3 {
        journal.append(&edits(at, at, "x")).expect("written");
    }
    let file = journals(&data).remove(0);
    let text = fs::read_to_string(&file).expect("read");
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    assert_eq!(lines.len(), 4);
    let recovered = |text: String| {
        fs::write(&file, text).expect("written");
        let recovered = Journal::recover(&data, &bank).expect("read").expect("there");
        (recovered.text, recovered.is_cut)
    };
    assert_eq!(recovered(text.clone()), ("xxx".to_owned(), false));
    assert_eq!(recovered([lines[0], lines[1], &lines[2].replace('x', "y"), lines[3]].concat()), ("x".to_owned(), true));
    assert_eq!(recovered([lines[0], lines[1], lines[3]].concat()), ("x".to_owned(), true), "one is missing");
    assert_eq!(recovered([lines[0], lines[1], lines[1]].concat()), ("x".to_owned(), true), "one is doubled");
}

#[test]
fn changes_from_before_are_never_written_over() {
    let (_temporary, data, bank) = folder();
    Journal::begin(&data, &bank, "base").and_then(|mut journal| journal.append("typed")).expect("written");
    assert!(matches!(Journal::begin(&data, &bank, "base"), Err(JournalError::HoldsChanges)));
    assert!(Journal::begin(&data, &bank, "typed").is_ok(), "the file says it all");
    let recovered = Journal::recover(&data, &bank).expect("read").expect("there");
    let mut journal = Journal::resume(recovered);
    journal.append(&edits(5, 5, " more")).expect("written");
    let recovered = Journal::recover(&data, &bank).expect("read").expect("there");
    assert_eq!((&*recovered.base, &*recovered.text), ("base", "typed more"));
    recovered.discard().expect("removed");
    assert!(Journal::begin(&data, &bank, "base").is_ok());
}

#[test]
fn a_journal_that_cannot_be_read_is_told_and_left_alone() {
    let (_temporary, data, bank) = folder();
    Journal::begin(&data, &bank, "base").and_then(|mut journal| journal.append("typed")).expect("written");
    let file = journals(&data).remove(0);
    for damaged in ["", "{\"sum\":\"", "anything\n"] {
        fs::write(&file, damaged).expect("written");
        assert!(matches!(Journal::begin(&data, &bank, "base"), Err(JournalError::Damaged { .. })), "{damaged}");
        assert_eq!(fs::read_to_string(&file).expect("read"), damaged);
    }
}

#[test]
fn saving_leaves_what_was_typed_since() {
    let (_temporary, data, bank) = folder();
    let mut journal = Journal::begin(&data, &bank, "one").expect("begun");
    journal.append("one two").expect("written");
    journal.append("one two three").expect("written");
    journal.saved("one two").expect("noted");
    let recovered = Journal::recover(&data, &bank).expect("read").expect("there");
    assert_eq!((&*recovered.base, &*recovered.text), ("one two", "one two three"));
    journal.append(&edits(0, 3, "1")).expect("written");
    journal.clear().expect("removed");
    assert_eq!((journal.base(), journals(&data).len()), ("1 two three", 0));
    journal.clear().expect("there is nothing to remove");
    journal.append(&edits(0, 1, "one")).expect("written");
    let recovered = Journal::recover(&data, &bank).expect("read").expect("there");
    assert_eq!((&*recovered.base, &*recovered.text), ("1 two three", "one two three"));
}

#[test]
fn a_merge_gives_the_journal_another_base() {
    let (_temporary, data, bank) = folder();
    let mut journal = Journal::begin(&data, &bank, "base").expect("begun");
    journal.append("mine").expect("written");
    journal.rebase("theirs", "both").expect("noted");
    let recovered = Journal::recover(&data, &bank).expect("read").expect("there");
    assert_eq!((&*recovered.base, &*recovered.text), ("theirs", "both"));
    journal.rebase("both", "both").expect("noted");
    assert_eq!(journals(&data).len(), 0);
}

#[test]
fn thousands_of_changes_do_not_make_the_journal_grow_for_ever() {
    let (_temporary, data, bank) = folder();
    let mut journal = Journal::begin(&data, &bank, "").expect("begun");
    for _ in 0..2 * MOST_CHANGES + 10 {
        journal.append(&edits(0, journal.text().len().min(1), "x")).expect("written");
    }
    let lines = fs::read_to_string(&journals(&data)[0]).expect("read").lines().count();
    assert!(lines < MOST_CHANGES, "{lines}");
    assert_eq!(Journal::recover(&data, &bank).expect("read").expect("there").text, "x");
}

#[test]
fn a_change_that_could_not_be_written_is_written_with_the_next() {
    let (_temporary, data, bank) = folder();
    let mut journal = Journal::begin(&data, &bank, "").expect("begun");
    journal.append("a").expect("written");
    let real = journal.file.clone();
    let refused = journal.open.as_mut().expect("open");
    refused.file = File::open(&real).expect("open for reading alone");
    assert!(matches!(journal.append("ab"), Err(JournalError::Failed(_))));
    assert_eq!(Journal::recover(&data, &bank).expect("read").expect("there").text, "a");
    journal.sync().expect("written");
    assert_eq!(Journal::recover(&data, &bank).expect("read").expect("there").text, "ab");
}

#[test]
fn a_folder_that_is_none_is_told_and_nothing_typed_is_lost() {
    let (_temporary, data, bank) = folder();
    let mut journal = Journal::begin(&data, &bank, "").expect("begun");
    fs::write(data.journals(), "a file in its place").expect("written");
    assert!(matches!(Journal::begin(&data, &bank, ""), Err(JournalError::Failed(_))));
    assert!(matches!(journal.append("a"), Err(JournalError::Failed(_))));
    fs::remove_file(data.journals()).expect("removed");
    journal.append(&edits(1, 1, "b")).expect("written");
    assert_eq!(Journal::recover(&data, &bank).expect("read").expect("there").text, "ab");
}

#[test]
fn banks_with_changes_are_found_though_their_files_are_gone() {
    let (temporary, data, bank) = folder();
    let other = temporary.path().join("other.ron");
    for path in [&bank, &other] {
        Journal::begin(&data, path, "base").and_then(|mut journal| journal.append("typed")).expect("written");
    }
    let mut undone = Journal::begin(&data, &data.quizzes().join("undone.ron"), "base").expect("begun");
    undone.append("typed").and_then(|()| undone.append("base")).expect("written");
    fs::write(data.journals().join("damaged.journal"), "x").expect("written");
    fs::write(data.journals().join("notes.txt"), "x").expect("written");
    let mut expected = vec![bank, real_path(&other)];
    expected.sort();
    let found: Vec<PathBuf> = unsaved(&data).into_iter().map(|unsaved| unsaved.path).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_folder_without_journals_has_no_unsaved_bank() {
    let (_temporary, data, _) = folder();
    assert_eq!(unsaved(&data), []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_changes_come_back(
        base in "[aé\r\n\"]{0,12}",
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), "[xü\\\\\n\"]{0,3}"), 0..12),
    ) {
        let (_temporary, data, bank) = folder();
        let mut journal = Journal::begin(&data, &bank, &base).expect("begun");
        let mut text = base.clone();
        for (from, to, new) in &changes {
            let places: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
            let (from, to) = (*from.get(&places), *to.get(&places));
            let span = from.min(to)..from.max(to);
            journal.append(&edits(span.start, span.end, new)).expect("written");
            text.replace_range(span, new);
        }
        let recovered = Journal::recover(&data, &bank).expect("read");
        prop_assert_eq!(recovered.map(|it| (it.base, it.text)), (!changes.is_empty()).then_some((base, text)));
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let (_temporary, data, bank) = folder();
        fs::create_dir_all(data.journals()).expect("made");
        fs::write(file_of(&data, &bank), &bytes).expect("written");
        let is_damaged = matches!(Journal::recover(&data, &bank), Err(JournalError::Damaged { .. }));
        prop_assert!(is_damaged);
    }
}

#[test]
fn errors_say_what_is_the_matter() {
    let told = JournalError::from(io::Error::other("the disk is full")).to_string();
    assert_eq!(told, "the journal cannot be kept: the disk is full");
}
