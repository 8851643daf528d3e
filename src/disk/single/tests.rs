//! Two programs and one data folder.

use super::*;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};

fn folder() -> (tempfile::TempDir, DataFolder) {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let folder = DataFolder::find(Some(temporary.path().join("data"))).expect("named");
    folder.make().expect("made");
    (temporary, folder)
}

/// A program that another test is just starting has a copy of every lock of this one, up to its own beginning.
fn free(folder: &DataFolder) -> Guard {
    let started = Instant::now();
    loop {
        match claim(folder) {
            Claim::First(guard) => return guard,
            Claim::Second(_) => assert!(started.elapsed() < PATIENCE, "somebody has the folder"),
        }
        thread::sleep(RETRY_PAUSE);
    }
}

fn first(folder: &DataFolder) -> (Guard, Receiver<Vec<PathBuf>>) {
    let mut guard = free(folder);
    let (sender, receiver) = channel();
    guard.listen(move |paths| drop(sender.send(paths))).expect("listens");
    (guard, receiver)
}

fn second(folder: &DataFolder) -> Handover {
    let Claim::Second(handover) = claim(folder) else { panic!("nobody has the folder") };
    handover
}

fn received(receiver: &Receiver<Vec<PathBuf>>) -> Vec<PathBuf> {
    receiver.recv_timeout(PATIENCE).expect("a message")
}

#[test]
fn a_second_start_hands_its_files_to_the_first() {
    let (_temporary, folder) = folder();
    let (_guard, receiver) = first(&folder);
    let handover = second(&folder);
    let paths = vec![folder.root().join("a é.ron"), folder.root().join("b.ron")];
    handover.hand_over(&paths).expect("handed over");
    assert_eq!(received(&receiver), paths);
    handover.hand_over(&[]).expect("handed over");
    assert!(received(&receiver).is_empty());
    handover.hand_over(&["c.ron".into()]).expect("handed over");
    assert_eq!(received(&receiver), [std::path::absolute("c.ron").expect("absolute")]);
}

#[test]
fn a_folder_is_free_again_when_its_guard_is_dropped() {
    let (_temporary, folder) = folder();
    for _ in 0..3 {
        let (_guard, _receiver) = first(&folder);
        let _ = second(&folder);
    }
}

#[test]
fn two_folders_do_not_know_of_each_other() {
    let ((_one_temporary, one), (_other_temporary, other)) = (folder(), folder());
    let (_guard, receiver) = first(&one);
    let (_other_guard, other_receiver) = first(&other);
    second(&other).hand_over(&[]).expect("handed over");
    received(&other_receiver);
    assert!(receiver.try_recv().is_err());
}

#[test]
fn garbage_on_the_socket_harms_nobody() {
    let (_temporary, folder) = folder();
    let (_guard, receiver) = first(&folder);
    let address = Address::of(&folder);
    let long = vec![b'x'; 2 * usize::try_from(LONGEST_MESSAGE_BYTES).expect("fits")];
    let deep = ["[".repeat(200_000).as_bytes(), b"\n"].concat();
    for garbage in [&b""[..], b"\n", b"\xFF\xFE\n", b"{\"a\": 1}\n", b"[1, 2]\n", b"[\"relative.ron\"]\n", &long, &deep]
    {
        let mut stream = address.connect().expect("connected");
        let _ = stream.write_all(garbage);
    }
    second(&folder).hand_over(&[folder.root().join("a.ron")]).expect("handed over");
    assert_eq!(received(&receiver), [folder.root().join("a.ron")]);
}

#[test]
fn a_partner_who_says_nothing_is_not_waited_for_long() {
    let (_temporary, folder) = folder();
    let (_guard, receiver) = first(&folder);
    let _silent = Address::of(&folder).connect().expect("connected");
    // The first attempt may fall into the time in which the silent one is still listened to.
    let handover = second(&folder);
    handover.hand_over(&[]).or_else(|_| handover.hand_over(&[])).expect("handed over");
    received(&receiver);
}

#[test]
fn a_folder_whose_process_is_just_ending_is_claimed() {
    let (_temporary, folder) = folder();
    let guard = free(&folder);
    let ending = thread::spawn(move || {
        thread::sleep(4 * RETRY_PAUSE);
        drop(guard);
    });
    assert!(claim_or_hand_over(&folder, &[]).expect("claimed").is_some());
    ending.join().expect("ended");
}

#[test]
fn a_folder_whose_process_answers_is_left_to_it() {
    let (_temporary, folder) = folder();
    let (_guard, receiver) = first(&folder);
    assert!(claim_or_hand_over(&folder, &["a.ron".into()]).expect("handed over").is_none());
    assert_eq!(received(&receiver).len(), 1);
}

#[test]
fn too_many_files_are_refused_before_they_are_sent() {
    let (_temporary, folder) = folder();
    let (_guard, receiver) = first(&folder);
    let path = folder.root().join("long name ".repeat(20));
    let error = second(&folder).hand_over(&vec![path; 2_000]).expect_err("too long");
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert!(receiver.try_recv().is_err());
}

#[test]
fn a_folder_that_cannot_hold_a_lock_is_used_without() {
    let (_temporary, folder) = folder();
    fs::create_dir(folder.root().join("torus.lock")).expect("made");
    for _ in 0..2 {
        assert!(matches!(claim(&folder), Claim::First(_)));
    }
}

/// Not a test of its own: the process that the next test kills.
#[test]
fn holds_a_folder_until_it_is_killed() {
    let Some(root) = std::env::var_os("TORUS_TEST_HELD_FOLDER") else { return };
    let folder = DataFolder::find(Some(root.into())).expect("named");
    let (_guard, _receiver) = first(&folder);
    fs::write(folder.root().join("held"), "").expect("written");
    thread::sleep(Duration::from_secs(60));
}

#[test]
fn a_first_that_is_killed_leaves_the_folder_free() {
    let (_temporary, folder) = folder();
    let mut child = Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "disk::single::tests::holds_a_folder_until_it_is_killed"])
        .env("TORUS_TEST_HELD_FOLDER", folder.root())
        .stdout(Stdio::null())
        .spawn()
        .expect("started");
    let started = Instant::now();
    while !folder.root().join("held").exists() && started.elapsed() < 10 * PATIENCE {
        thread::sleep(RETRY_PAUSE);
    }
    second(&folder).hand_over(&[]).expect("handed over");
    child.kill().expect("killed");
    child.wait().expect("ended");
    let (_guard, receiver) = first(&folder);
    second(&folder).hand_over(&[]).expect("handed over");
    received(&receiver);
}
