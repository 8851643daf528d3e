//! A bank is written in the real window: from nothing to its first played question, and through sudden ends of the program.

use crate::bus::Bus;
use crate::hand::Hand;
use crate::play::answer;
use crate::program::Home;
use crate::screen::{Key, Screen};
use crate::wait::until;
use atspi::Role;
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use std::fs;
use std::path::PathBuf;
use std::thread::sleep;
use std::time::Duration;
use torus::bank::{Bank, Quietly, read};

/// A window draws what was typed within this.
const A_MOMENT: Duration = Duration::from_millis(400);
/// What is typed is kept within this.
const KEPT_AFTER: Duration = Duration::from_millis(500);
const TAB: Key = Key::new(0xFF09);
const F5: Key = Key::new(0xFFC2);

fn bank_at(path: &PathBuf) -> Option<Bank> {
    read(&fs::read_to_string(path).ok()?, &Quietly).bank.ok()
}

#[test]
fn a_bank_is_written_from_nothing_and_played() {
    let (screen, bus, home) = (Screen::open(), Bus::open(), Home::new());
    let hand = Hand::open(&home, &screen, &bus);
    hand.click(Role::Button, "New bank");
    hand.find(Role::Entry, "Title");
    hand.running.picture();
    screen.type_text("rivers");
    screen.press(&[Key::ENTER]);
    hand.find(Role::Entry, "Question");
    hand.running.picture();
    screen.type_text("where does it end");
    hand.click(Role::Entry, "Right answer");
    screen.type_text("black sea");
    hand.click(Role::Entry, "Wrong answer 1");
    screen.type_text("north sea");
    screen.press(&[Key::ENTER]);
    sleep(A_MOMENT);
    screen.type_text("baltic sea");
    screen.press(&[TAB]);
    let path = home.data().join("quizzes/rivers.ron");
    let bank = until("the file with three answers", || {
        bank_at(&path).filter(|bank| {
            fs::read_to_string(&path).is_ok_and(|text| text.contains("baltic sea")) && bank.questions.len() == 1
        })
    });
    assert_eq!((&*bank.title, &*bank.questions[0].id), ("rivers", "where-does-it-end"));
    screen.press(&[F5]);
    hand.click(Role::Button, "Start practice: 1 question");
    until("a sitting", || home.sittings().first().copied());
    hand.running.picture();
    answer(&home, &hand.running);
    assert!(hand.running.close().success());
}

#[test]
fn what_is_typed_into_the_clipboard_s_field_goes_where_the_key_was_pressed_and_control_z_takes_it_back() {
    let (screen, bus, home) = (Screen::open(), Bus::open(), Home::new());
    let path = home.data().join("quizzes/rivers.ron");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, RIVERS).unwrap();
    let hand = Hand::open(&home, &screen, &bus);
    open_to_write(&hand);
    hand.click(Role::Entry, "Right answer");
    screen.press_with(Key::CONTROL, Key::of('a'));
    let _held = crate::clipboard::copy(&screen, "the Black Sea");
    screen.press_with(Key::CONTROL, Key::of('v'));
    screen.press(&[TAB]);
    let pasted = RIVERS.replace("Black Sea", "the Black Sea");
    until("what was pasted", || fs::read_to_string(&path).is_ok_and(|text| text == pasted).then_some(()));
    screen.press_with(Key::CONTROL, Key::of('z'));
    screen.press_with(Key::CONTROL, Key::of('s'));
    until("the very bytes", || fs::read_to_string(&path).is_ok_and(|text| text == RIVERS).then_some(()));
    assert!(hand.running.close().success());
}

#[test]
fn a_sudden_end_leaves_the_old_file_or_the_new_one_and_loses_half_a_second_at_most() {
    let (screen, bus, home) = (Screen::open(), Bus::open(), Home::new());
    let path = home.data().join("quizzes/rivers.ron");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, RIVERS).unwrap();
    let mut random = ChaCha8Rng::seed_from_u64(14);
    let mut typed = "It ends in Romania.".to_owned();
    for round in 0..5 {
        let hand = Hand::open(&home, &screen, &bus);
        open_to_write(&hand);
        hand.click(Role::Entry, "Explanation, shown after the answer");
        screen.press_with(Key::CONTROL, Key::new(0xFF57));
        let kept = format!("{typed} kept{round}");
        screen.type_text(&format!(" kept{round}"));
        sleep(KEPT_AFTER + A_MOMENT);
        screen.type_text(&"x".repeat(random.random_range(1..12)));
        sleep(Duration::from_millis(random.random_range(0..300)));
        hand.running.kill();
        let text = fs::read_to_string(&path).unwrap();
        let read = read(&text, &Quietly).bank.unwrap_or_else(|problem| panic!("{problem:?}\n{text}"));
        assert_eq!(read.questions.len(), 1, "a whole file, old or new");
        let hand = Hand::open(&home, &screen, &bus);
        open_to_write(&hand);
        screen.press_with(Key::CONTROL, Key::of('s'));
        let bank =
            until("what was typed", || bank_at(&path).filter(|bank| bank.questions[0].explanation.starts_with(&kept)));
        typed = bank.questions[0].explanation.to_string();
        assert!(hand.running.close().success());
    }
}

const RIVERS: &str = "// Mine.\nBank(format: 1, id: \"rivers\", title: \"Rivers\", questions: [\n  \
    Question(id: \"danube\", prompt: \"Where does the Danube end?\", answer: Choice(correct: \"Black Sea\", \
    distractors: [\"North Sea\", \"Baltic Sea\"]), explanation: \"It ends in Romania.\"), // sure\n])\n";

fn open_to_write(hand: &Hand<'_>) {
    hand.click(Role::Button, "More about Rivers");
    hand.click(Role::MenuItem, "Edit questions");
    hand.find(Role::Entry, "Question");
    hand.running.picture();
}
