//! Pages that are longer than the window, scrolled by keys.

use crate::play::begin;
use crate::program::Home;
use crate::quiz::bank_of;
use crate::screen::{Key, Screen};
use crate::wait::until;

#[test]
fn a_prompt_longer_than_the_window_opens_at_its_beginning_and_scrolls_by_keys() {
    let (screen, home) = (Screen::open(), Home::new());
    let prompt: String = (1..=80).map(|line| format!("Line {line} of a long story.\\n\\n")).collect();
    let question = format!(r#"Question(id: "long", prompt: "{prompt}", answer: TrueFalse(true))"#);
    let file = home.bank("long.ron", &bank_of("long", &question));
    let running = home.open(&screen, &[&file]);
    begin(&home, &running);
    let opened = running.picture();
    // Waits for the page to move, and gives what then shows.
    let moved_by = |key, from: &[u8]| {
        screen.press(&[key]);
        until("the page to move", || screen.picture(running.window).filter(|now| now != from));
        running.picture()
    };
    let second = moved_by(Key::PAGE_DOWN, &opened);
    let third = moved_by(Key::PAGE_DOWN, &second);
    assert!(third != opened, "three pages of it");
    assert!(moved_by(Key::PAGE_UP, &third) == second, "a page back is the page before");
    let end = moved_by(Key::END, &second);
    assert!(end != third, "the end is further on");
    assert!(moved_by(Key::HOME, &end) == opened, "it had opened at its beginning");
    assert!(running.close().success());
}
