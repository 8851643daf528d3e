//! Letters of scripts that no bundled font has come from the fonts of the system.

use crate::play::begin;
use crate::program::Home;
use crate::quiz::bank_of;
use crate::screen::{Key, Screen};
use crate::wait::until;

/// Two letters of each script, which look alike only where both are boxes.
const LETTERS: [(&str, &str); 8] = [
    ("chinese-1", "语"),
    ("chinese-2", "汉"),
    ("japanese-1", "ひ"),
    ("japanese-2", "ら"),
    ("korean-1", "한"),
    ("korean-2", "글"),
    ("devanagari-1", "ह"),
    ("devanagari-2", "न"),
];

#[test]
fn letters_of_other_scripts_are_no_boxes() {
    let (screen, home) = (Screen::open(), Home::new());
    let question = |(id, letter): (&str, &str)| {
        format!(r#"Question(id: "{id}", prompt: "{}", answer: Text(accept: ["a"])),"#, letter.repeat(5))
    };
    let file = home.bank("scripts.ron", &bank_of("scripts", &LETTERS.map(question).concat()));
    let running = home.open(&screen, &[&file]);
    let sitting = begin(&home, &running);
    let mut seen: Vec<(String, Vec<u8>)> = Vec::new();
    for place in 0..LETTERS.len() {
        until("the question", || (home.sitting(sitting).current == place).then_some(()));
        let id = home.sitting(sitting).turns[place].item.question.id.to_string();
        // The answer before is on the disk a moment before the next question is on the screen.
        let wanted =
            format!("{id} in letters of its own, and no boxes (apt-get install fonts-wqy-microhei fonts-lohit-deva)");
        let shown = until(&wanted, || {
            let shown = prompt_of(&running.picture(), screen.size(running.window).0);
            seen.iter().all(|(_, other)| *other != shown).then_some(shown)
        });
        seen.push((id, shown));
        screen.press_with(Key::ALT, Key::of('s'));
    }
    assert!(running.close().success());
}

/// The rows of pixels that the prompt stands in, without the margins.
fn prompt_of(picture: &[u8], width: u32) -> Vec<u8> {
    const TOP: usize = 105;
    const BOTTOM: usize = 160;
    let row = width as usize * 4;
    let rows = picture.chunks_exact(row).skip(TOP).take(BOTTOM - TOP);
    rows.flat_map(|pixels| pixels[row / 5..row * 4 / 5].iter().copied()).collect()
}
