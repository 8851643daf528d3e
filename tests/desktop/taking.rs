//! A quiz taken by keys alone.

use crate::play::{answered, begin, check_whole, play_on};
use crate::program::Home;
use crate::quiz::bank;
use crate::screen::{Key, Screen};

#[test]
fn one_enter_enter_plays_every_kind_of_question_through() {
    let (screen, home) = (Screen::open(), Home::new());
    let file = home.bank("five.ron", &bank("five"));
    let running = home.open(&screen, &[&file]);
    let sitting = begin(&home, &running);
    play_on(&home, &running, sitting);
    check_whole(&home.rows(), sitting);
    assert!(running.close().success());
    check_whole(&home.rows(), sitting);
}

#[test]
fn enter_on_an_unanswered_question_only_says_so() {
    let (screen, home) = (Screen::open(), Home::new());
    let file = home.bank("five.ron", &bank("five"));
    let running = home.open(&screen, &[&file]);
    let sitting = begin(&home, &running);
    for _ in 0..4 {
        let before = home.rows();
        running.screen.press(&[Key::ENTER, Key::ENTER, Key::ENTER]);
        running.picture();
        assert_eq!(home.rows(), before);
        running.screen.press(&[Key::ONE, Key::ENTER]);
        home.rows_when("an answer to be kept", |rows| answered(rows).len() > answered(&before).len());
        running.screen.press(&[Key::ENTER]);
        running.picture();
    }
    play_on(&home, &running, sitting);
    check_whole(&home.rows(), sitting);
}
