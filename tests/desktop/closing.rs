//! The window is closed as a user closes it.

use crate::play::{answer, begin, check_whole, play_on};
use crate::program::Home;
use crate::quiz::bank;
use crate::screen::{Key, Screen};

#[test]
fn a_closed_window_ends_the_program_well_and_comes_back_in_its_size() {
    let (screen, home) = (Screen::open(), Home::new());
    let running = home.open(&screen, &[]);
    screen.resize(running.window, 1010, 707);
    assert!(running.close().success());
    let again = home.open(&screen, &[]);
    assert_eq!(screen.size(again.window), (1010, 707), "{}", home.settings());
    assert!(again.close().success());
}

#[test]
fn a_window_closed_in_the_middle_of_a_quiz_offers_it_again() {
    let (screen, home) = (Screen::open(), Home::new());
    let file = home.bank("five.ron", &bank("five"));
    let running = home.open(&screen, &[&file]);
    let sitting = begin(&home, &running);
    let kept = answer(&home, &running);
    assert!(running.close().success());
    assert_eq!(home.rows(), kept);
    let again = home.open(&screen, &[&file]);
    again.screen.press(&[Key::ENTER]);
    play_on(&home, &again, sitting);
    check_whole(&home.rows(), sitting);
}
