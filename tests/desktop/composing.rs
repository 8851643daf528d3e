//! Letters that take more than one key: dead keys, and an input method of the desktop.

use crate::play::begin;
use crate::program::Home;
use crate::quiz::{TYPED, bank_of};
use crate::screen::{Key, Screen};
use std::process::Command;

#[test]
fn a_dead_key_and_a_letter_make_one_letter() {
    let (screen, home) = (Screen::open(), Home::new());
    let file = home.bank("typed.ron", &bank_of("typed", TYPED));
    // On this layout the key of the apostrophe is a dead acute.
    let mut layout = Command::new("setxkbmap");
    layout.args(["-layout", "us", "-variant", "intl", "-display", screen.display()]);
    assert!(layout.status().unwrap().success());
    let running = home.open_with(&screen, &[&file], &[("LC_ALL", "C.UTF-8".as_ref())]);
    begin(&home, &running);
    running.picture();
    screen.type_text("caf");
    screen.press(&[Key::DEAD_ACUTE, Key::of('e'), Key::ENTER]);
    home.rows_when("the composed letter", |rows| rows.iter().any(|row| row.response == "café"));
    assert!(running.close().success());
}
