//! Text goes to other programs and comes from them, over the desktop's clipboard.

use crate::play::begin;
use crate::program::{Home, Running};
use crate::quiz::{TYPED, bank_of};
use crate::screen::{Ended, Key, Screen};
use crate::wait::until;
use std::io::Write;
use std::process::{Command, Stdio};

#[test]
fn what_another_program_has_copied_is_pasted_as_an_answer() {
    let (screen, home) = (Screen::open(), Home::new());
    let running = asked(&screen, &home);
    let _other = copy(&screen, "Reykjavík, ísland");
    screen.press_with(Key::CONTROL, Key::of('v'));
    screen.press(&[Key::ENTER]);
    home.rows_when("the pasted answer", |rows| rows.iter().any(|row| row.response == "Reykjavík, ísland"));
    assert!(running.close().success());
}

#[test]
fn what_is_copied_and_cut_in_a_field_is_pasted_into_another_program() {
    let (screen, home) = (Screen::open(), Home::new());
    let running = asked(&screen, &home);
    screen.type_text("keflavik");
    for letter in ['a', 'c'] {
        screen.press_with(Key::CONTROL, Key::of(letter));
    }
    until("the copied text in another program", || (pasted(&screen) == "keflavik").then_some(()));
    screen.type_text("akureyri");
    for letter in ['a', 'x'] {
        screen.press_with(Key::CONTROL, Key::of(letter));
    }
    until("the cut text in another program", || (pasted(&screen) == "akureyri").then_some(()));
    assert!(running.close().success());
}

/// The window at a question whose field has the keyboard.
fn asked<'a>(screen: &'a Screen, home: &Home) -> Running<'a> {
    let file = home.bank("typed.ron", &bank_of("typed", TYPED));
    let running = home.open(screen, &[&file]);
    begin(home, &running);
    running.picture();
    running
}

/// Another program that has copied a text; it hands it out as long as it runs.
pub fn copy(screen: &Screen, text: &str) -> Ended {
    let mut other = Ended(xclip(screen).args(["-in", "-quiet"]).stdin(Stdio::piped()).spawn().unwrap());
    other.0.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    until("the other program to copy", || (pasted(screen) == text).then_some(()));
    other
}

/// What another program pastes.
fn pasted(screen: &Screen) -> String {
    String::from_utf8(xclip(screen).arg("-out").output().unwrap().stdout).unwrap()
}

fn xclip(screen: &Screen) -> Command {
    let mut command = Command::new("xclip");
    command.args(["-selection", "clipboard"]).env("DISPLAY", screen.display()).stderr(Stdio::null());
    command
}
