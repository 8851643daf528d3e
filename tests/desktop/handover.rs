//! A second start with the same data folder.

use crate::play::{answer, begin};
use crate::program::{Home, ended};
use crate::quiz::bank;
use crate::screen::Screen;

#[test]
fn a_second_start_hands_its_bank_to_the_open_window_and_ends() {
    let (screen, home) = (Screen::open(), Home::new());
    let (first, second) = (home.bank("first.ron", &bank("first")), home.bank("second.ron", &bank("second")));
    let running = home.open(&screen, &[&first]);
    let before = running.picture();
    let mut start = home.program(&[&second]).env("DISPLAY", screen.display()).spawn().unwrap();
    assert!(ended(&mut start).success());
    crate::wait::until("the window to show the bank", || (running.picture() != before).then_some(()));
    let sitting = begin(&home, &running);
    let rows = answer(&home, &running);
    assert!(rows.iter().all(|row| row.sitting == sitting && row.bank == "second"), "{rows:#?}");
    assert!(running.close().success());
}
