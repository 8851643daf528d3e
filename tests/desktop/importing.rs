//! Another program's questions come into the real window, are looked through by mouse, saved, played and taken out again.
//! A file that is dropped needs a program that drags over the X server, and stands among the journeys without a display.

use crate::bus::Bus;
use crate::clipboard::copy;
use crate::hand::Hand;
use crate::play::answer;
use crate::program::Home;
use crate::screen::{Key, Screen};
use crate::wait::until;
use atspi::Role;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

const RIVERS: &str = "\
::danube:: Into which sea does the Danube flow? {=Black Sea ~Adriatic Sea ~Caspian Sea}

::rhine:: Into which sea does the Rhine flow? {=North Sea ~%-50%Baltic Sea}

::ob:: The Ob flows north. {TRUE}

::elbe:: Describe the course of the Elbe. {}
";

/// Longer than a server waits before it repeats a key.
const LONG: Duration = Duration::from_millis(1500);
/// A window draws what was typed within this.
const A_MOMENT: Duration = Duration::from_millis(400);

#[test]
fn a_file_is_looked_through_by_mouse_saved_played_and_exported() {
    let (screen, bus, home) = (Screen::open(), Bus::open(), Home::new());
    home.bank("rivers.gift", RIVERS);
    let hand = Hand::open(&home, &screen, &bus);
    hand.click(Role::Button, "Import questions…");
    hand.click(Role::Button, "Type a path");
    hand.find(Role::Entry, "Path of a file of questions");
    hand.running.picture();
    screen.type_text("nothing.gift");
    screen.press(&[Key::ENTER]);
    hand.find(Role::Label, "There is no file at ");
    screen.press_with(Key::CONTROL, Key::of('a'));
    screen.type_text("rivers.gift");
    screen.press(&[Key::ENTER]);
    hand.find(Role::ListItem, "Describe the course of the Elbe.");
    let told = hand.rows("Questions");
    assert_eq!(told.len(), 4, "{told:#?}");
    assert!(told[1].contains("marked differently: ") && told[3].contains("left out: "), "{told:#?}");
    hand.tick("The Ob flows north.");
    until("the row without its tick", || hand.rows("Questions")[2].ends_with(", not taken").then_some(()));
    hand.click(Role::RadioButton, "Questions: Left out 1");
    until("the one row", || (hand.rows("Questions").len() == 1).then_some(()));
    hand.click(Role::RadioButton, "Questions: All 4");
    until("all rows", || (hand.rows("Questions").len() == 4).then_some(()));
    let bank = home.data().join("quizzes/rivers.ron");
    assert!(!bank.exists(), "nothing is written before it is wanted");
    hand.click(Role::Button, "Save as bank: 2 questions");
    until("the bank", || bank.exists().then_some(()));
    play(&hand, &home);
    export(&hand, &home);
    assert!(hand.running.close().success());
}

/// Answers a question of the bank whose page shows, and comes back to the library.
fn play(hand: &Hand<'_>, home: &Home) {
    hand.click(Role::Button, "Practise");
    hand.click(Role::Button, "Start practice: 2 questions");
    until("a sitting", || home.sittings().first().copied());
    hand.running.picture();
    let rows = answer(home, &hand.running);
    let asked = rows.iter().find(|row| row.is_answered()).unwrap();
    assert!(["danube", "rhine"].contains(&asked.question.as_str()), "{asked:#?}");
    let escape = Key::new(0xFF1B);
    hand.running.picture();
    hand.running.screen.press(&[escape]);
}

/// Saves the bank for another program, from the library.
fn export(hand: &Hand<'_>, home: &Home) {
    hand.click(Role::Button, "More about rivers");
    hand.click(Role::MenuItem, "Export for another program…");
    hand.click(Role::RadioButton, "Export for: GIFT");
    hand.find(Role::Heading, "All 2 questions arrive.");
    hand.click(Role::Button, "Save as…");
    let saved = until("the file for the other program", || {
        let found = files_below(&home.data());
        found.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "gift" || ending == "txt"))
    });
    let text = until("what is in it", || std::fs::read_to_string(&saved).ok().filter(|text| !text.is_empty()));
    assert!(text.contains("Into which sea does the Danube flow?") && !text.contains("The Ob"), "{text}");
}

fn files_below(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

#[test]
fn questions_are_pasted_from_another_program_and_a_held_arrow_stops_when_it_is_let_go() {
    let (screen, bus, home) = (Screen::open(), Bus::open(), Home::new());
    let statements = (1..=90).map(|number| format!("Statement {number} holds. {{TRUE}}\n\n"));
    let hand = Hand::open(&home, &screen, &bus);
    let _other = copy(&screen, &statements.collect::<String>());
    hand.click(Role::Button, "Import questions…");
    hand.find(Role::Button, "Paste questions…");
    screen.press_with(Key::CONTROL, Key::of('v'));
    hand.find(Role::ListItem, "Statement 1 holds.");
    hand.running.picture();
    let down = Key::new(0xFF54);
    screen.hold(down, LONG);
    sleep(A_MOMENT);
    let soon = number(&hand.selected("Questions"));
    hand.running.picture();
    let later = number(&hand.selected("Questions"));
    assert!(soon > 5, "the key repeats: {soon}");
    assert_eq!(soon, later, "rows go by after the key was let go");
    screen.press(&[down]);
    until("the next row", || (number(&hand.selected("Questions")) == later + 1).then_some(()));
    assert!(hand.running.close().success());
}

/// The number in `Statement 7 holds.`
fn number(row: &str) -> usize {
    row.split(' ').nth(1).unwrap().parse().unwrap()
}
