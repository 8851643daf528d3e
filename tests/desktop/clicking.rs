//! Double and triple clicks, as people make them who click twice on everything.

use crate::play::{answered, begin};
use crate::program::Home;
use crate::quiz::bank;
use crate::screen::{Key, Screen};
use crate::wait::until;
use std::thread::sleep;
use std::time::Duration;

/// The colour of the primary button in light dress.
const ACCENT: [u8; 3] = [0x5B, 0x34, 0xC9];
/// The bar with the primary button is no higher than this.
const BAR_HEIGHT: u32 = 76;
/// Longer than any double click.
const A_WHILE: Duration = Duration::from_millis(900);

#[test]
fn a_double_and_a_triple_click_on_check_do_not_skip_the_feedback() {
    let (screen, home) = (Screen::open(), Home::new());
    let file = home.bank("five.ron", &bank("five"));
    let running = home.open(&screen, &[&file]);
    let sitting = begin(&home, &running);
    for (question, clicks) in [(0, 2), (1, 3)] {
        running.picture();
        screen.press(&[Key::ONE]);
        let check = screen.middle_of(running.window, ACCENT, BAR_HEIGHT);
        screen.click(running.window, check, clicks);
        home.rows_when("the answer", |rows| answered(rows).len() == question + 1);
        sleep(A_WHILE);
        running.picture();
        assert_eq!(home.sitting(sitting).current, question, "the feedback still shows after {clicks} clicks");
        screen.click(running.window, check, 1);
        until("the next question", || (home.sitting(sitting).current == question + 1).then_some(()));
        sleep(A_WHILE);
    }
    assert!(running.close().success());
}
