//! A data folder that cannot be used: a window says so, and leads to another one.

use crate::program::Home;
use crate::quiz::bank;
use crate::screen::{Key, Screen};
use crate::wait::until;

#[test]
fn a_data_folder_that_cannot_be_made_is_told_in_a_window_where_another_can_be_chosen() {
    let (screen, home) = (Screen::open(), Home::new());
    // Where the folder is to be, there is a file.
    std::fs::write(home.data(), "no folder").unwrap();
    let other = home.path().join("other");
    let file = home.bank("five.ron", &bank("five"));
    let running = home.open(&screen, &[&file]);
    let told = running.picture();
    // The program was started in the folder above.
    screen.type_text("other");
    screen.press(&[Key::ENTER]);
    until("the results in the other folder", || other.join("torus.db").exists().then_some(()));
    until("the program", || (running.picture() != told).then_some(()));
    assert!(running.close().success());
    assert_eq!(std::fs::read_to_string(home.data()).unwrap(), "no folder");
}

#[test]
fn results_that_cannot_be_opened_are_told_in_a_window_and_tried_again() {
    let (screen, home) = (Screen::open(), Home::new());
    let results = home.data().join("torus.db");
    std::fs::create_dir_all(&results).unwrap();
    let running = home.open(&screen, &[]);
    let told = running.picture();
    std::fs::remove_dir(&results).unwrap();
    // From the field past the dialog to the button.
    screen.press(&[Key::TAB, Key::TAB]);
    running.picture();
    screen.press(&[Key::ENTER]);
    until("the results", || results.is_file().then_some(()));
    until("the program", || (running.picture() != told).then_some(()));
    assert!(running.close().success());
}
