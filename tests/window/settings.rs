//! Settings: what they change at once, and that they survive a restart.

use crate::banks::FIVE_KINDS;
use crate::journey::Journey;
use egui::accesskit::Role;
use torus::app::theme::{Palette, Theme};

fn theme(journey: &Journey) -> Theme {
    (*Theme::of(&journey.harness().ctx)).clone()
}

#[test]
fn the_theme_changes_at_once_and_survives_a_restart() {
    let mut journey = Journey::begin();
    journey.go("Settings");
    for (name, palette) in
        [("Theme: Dark", Palette::DARK), ("Theme: Light", Palette::LIGHT), ("Theme: Dark", Palette::DARK)]
    {
        journey.click_on(Role::RadioButton, name);
        assert!(journey.is_picked(Role::RadioButton, name));
        assert_eq!(theme(&journey).palette, palette);
    }
    journey.restart();
    assert_eq!(theme(&journey).palette, Palette::DARK);
    journey.go("Settings");
    assert!(journey.is_picked(Role::RadioButton, "Theme: Dark"));
}

#[test]
fn the_text_size_changes_by_choice_and_by_keys_and_survives_a_restart() {
    let mut journey = Journey::begin();
    journey.go("Settings");
    journey.click_on(Role::RadioButton, "Text size: 200 %");
    assert_eq!(theme(&journey).text_scale, 2.0);
    journey.keys("Ctrl Plus");
    assert_eq!(theme(&journey).text_scale, 2.0, "no further than 200 %");
    journey.keys("Ctrl Minus");
    assert_eq!(theme(&journey).text_scale, 1.75);
    journey.restart();
    assert_eq!(theme(&journey).text_scale, 1.75);
    journey.keys("Ctrl 0");
    assert_eq!(theme(&journey).text_scale, 1.0);
    for _ in 0..5 {
        journey.keys("Ctrl Minus");
    }
    assert_eq!(theme(&journey).text_scale, 0.8, "no further than 80 %");
}

#[test]
fn reduced_motion_survives_a_restart() {
    let mut journey = Journey::begin();
    journey.go("Settings");
    journey.click_on(Role::RadioButton, "Motion: Reduced");
    assert!(!theme(&journey).has_motion);
    journey.restart();
    assert!(!theme(&journey).has_motion);
}

#[test]
fn single_letters_can_be_switched_off_and_alt_still_works() {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.go("Settings");
    journey.click_on(Role::RadioButton, "Letter commands: Only with Alt");
    journey.restart();
    journey.wait_until("the bank is read", |journey| journey.has_button("Practise: Five kinds"));
    journey.click("Practise: Five kinds");
    journey.keys("Enter");
    while journey.known().id != "gas" {
        journey.keys("Alt S");
    }
    let prompt = journey.prompt();
    journey.keys("H, S, F");
    journey.assert_silent("Hint:");
    assert_eq!(journey.prompt(), prompt);
    assert!(journey.has_button("Flag to look at again (F)"));
    journey.keys("Alt H, Alt F");
    journey.assert_says("Hint: It is a kind of hydrogen.");
    assert!(journey.has_button("Flagged to look at again: take the flag away (F)"));
    journey.keys("2");
    assert!(journey.is_picked(Role::RadioButton, &journey.options()[1].clone()), "digits still choose");
}

#[test]
fn the_data_folder_is_shown_and_its_path_copied() {
    let mut journey = Journey::begin();
    journey.go("Settings");
    let folder = journey.data().root().display().to_string();
    journey.assert_says(&folder);
    let is_copied = |journey: &Journey| {
        let commands = &journey.harness().output().platform_output.commands;
        commands.iter().any(|command| matches!(command, egui::OutputCommand::CopyText(text) if *text == folder))
    };
    // What goes to the clipboard stands in the output of one frame alone.
    let place = journey.bring_into_sight(Role::Button, "Copy the path");
    journey.harness().hover_at(place);
    journey.harness().drag_at(place);
    journey.harness_mut().run_steps(1);
    let released = egui::Event::PointerButton {
        pos: place,
        button: egui::PointerButton::Primary,
        pressed: false,
        modifiers: egui::Modifiers::NONE,
    };
    journey.harness().event(released);
    journey.harness_mut().step();
    assert!(is_copied(&journey));
}

#[test]
fn the_set_up_remembers_how_a_bank_was_played_last() {
    let mut journey = Journey::begin_named(&[("five.ron", &truths_on_two_topics())]);
    for choice in ["Mode: Test", "Time limit: 10 min", "Pass mark: 75 %", "Questions: 5"] {
        journey.click_on(Role::RadioButton, choice);
    }
    journey.click_on(Role::CheckBox, "Odd (6)");
    journey.click("Start test: 5 questions");
    journey.keys("Esc");
    journey.click("Discard");
    journey.restart();
    journey.wait_until("the bank is read", |journey| journey.has_button("Test: Truths"));
    journey.click("Test: Truths");
    for choice in ["Mode: Test", "Time limit: 10 min", "Pass mark: 75 %", "Questions: 5"] {
        assert!(journey.is_picked(Role::RadioButton, choice), "{choice}");
    }
    assert!(journey.is_picked(Role::CheckBox, "Odd (6)"));
    journey.keys("Enter");
    journey.assert_says("10:00");
    journey.assert_says("1 of 5");
}

/// Twelve questions, on two topics in turn.
fn truths_on_two_topics() -> String {
    let question = |n: u32| {
        let topic = if n.is_multiple_of(2) { "Even" } else { "Odd" };
        format!(
            "Question(id: \"t{n}\", topic: \"{topic}\", prompt: \"Statement {n} is true.\", answer: TrueFalse(true)),"
        )
    };
    let questions: String = (1..=12).map(question).collect();
    format!("Bank(format: 1, id: \"truths\", title: \"Truths\", questions: [{questions}])")
}

#[test]
fn settings_that_cannot_be_read_are_told_and_set_aside() {
    let journey = Journey::begin_with(|journey| {
        std::fs::write(journey.data().settings_file(), "(theme: Dark, library: [").expect("written");
    });
    assert_eq!(journey.headings()[0], "Library");
    assert!(!journey.announced().is_empty(), "a notice says so:\n{}", journey.shown());
}

#[test]
fn size_and_place_of_the_window_are_kept() {
    let mut journey = Journey::begin();
    let inner = egui::Rect::from_min_size(egui::pos2(110.0, 90.0), egui::vec2(900.0, 700.0));
    let viewports = &mut journey.harness_mut().input_mut().viewports;
    let window = viewports.get_mut(&egui::ViewportId::ROOT).expect("the window");
    window.inner_rect = Some(inner);
    window.outer_rect = Some(inner.translate(egui::vec2(-10.0, -40.0)).expand(4.0));
    journey.harness_mut().step();
    journey.close();
    let (settings, _) = torus::disk::Settings::load(&journey.data().settings_file());
    let place = settings.window;
    assert_eq!([place.width, place.height, place.x, place.y], [900.0, 700.0, 96.0, 46.0].map(Some));
    assert!(!place.is_maximized);
}
