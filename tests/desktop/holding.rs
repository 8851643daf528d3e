//! Keys that are held down, which the X server repeats as a keyboard does.

use crate::play::{answered, begin};
use crate::program::Home;
use crate::quiz::{TYPED, bank, bank_of};
use crate::screen::{Key, Screen};
use crate::wait::until;
use std::thread::sleep;
use std::time::Duration;

/// Servers begin to repeat a key after 0.25 to 0.66 s, and then do so 25 to 30 times a second.
const LONG: Duration = Duration::from_millis(1500);
/// A window draws what was typed within this.
const A_MOMENT: Duration = Duration::from_millis(400);

#[test]
fn enter_held_down_checks_and_does_not_skip_the_feedback() {
    let (screen, home) = (Screen::open(), Home::new());
    let file = home.bank("five.ron", &bank("five"));
    let running = home.open(&screen, &[&file]);
    let sitting = begin(&home, &running);
    for question in 0..2 {
        running.picture();
        screen.press(&[Key::ONE]);
        screen.hold(Key::ENTER, LONG);
        home.rows_when("the answer", |rows| answered(rows).len() == question + 1);
        running.picture();
        assert_eq!(home.sitting(sitting).current, question, "the feedback still shows");
        screen.press(&[Key::ENTER]);
        until("the next question", || (home.sitting(sitting).current == question + 1).then_some(()));
    }
    assert!(running.close().success());
}

#[test]
fn a_letter_and_backspace_held_down_in_a_field_repeat_and_stop_when_they_are_let_go() {
    let (screen, home) = (Screen::open(), Home::new());
    let file = home.bank("typed.ron", &bank_of("typed", TYPED));
    let running = home.open(&screen, &[&file]);
    begin(&home, &running);
    running.picture();
    screen.hold(Key::of('a'), LONG + LONG);
    sleep(A_MOMENT);
    let typed = running.picture();
    screen.hold(Key::BACKSPACE, LONG);
    sleep(A_MOMENT);
    let soon = screen.picture(running.window).unwrap();
    sleep(A_MOMENT);
    assert!(soon == running.picture(), "letters go on vanishing after the key was let go");
    assert!(soon != typed, "nothing was deleted");
    screen.press(&[Key::of('b'), Key::ENTER]);
    let rows = home.rows_when("the answer", |rows| !answered(rows).is_empty());
    let left = answered(&rows)[0].response.clone();
    let letters = left.chars().filter(|letter| *letter == 'a').count();
    assert!(left.ends_with("ab") && letters > 5, "the server has repeated the letter longer than Backspace: {left}");
    assert!(running.close().success());
}

#[test]
fn a_command_held_down_is_given_once() {
    let (screen, home) = (Screen::open(), Home::new());
    let question = |id: &str| format!(r#"Question(id: "{id}", prompt: "Is it {id}?", answer: TrueFalse(true)),"#);
    let file = home.bank("many.ron", &bank_of("many", &["a", "b", "c", "d", "e"].map(question).concat()));
    let running = home.open(&screen, &[&file]);
    let sitting = begin(&home, &running);
    running.picture();
    screen.hold(Key::of('s'), LONG);
    running.picture();
    assert_eq!(home.sitting(sitting).current, 1, "one question was skipped");
    assert!(running.close().success());
}
