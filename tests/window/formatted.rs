//! Formatted text in the window: what is said of it, that it fits, and what is shown where something is not there.

use crate::banks::{FORMATTED, MAP};
use crate::journey::Journey;
use crate::sight::name_of;
use egui::accesskit::Role;
use egui::{OutputCommand, vec2};
use egui_kittest::Harness;
use std::fs;
use std::time::{Duration, Instant};
use torus::app::theme::{Theme, install_fonts};
use torus::app::widgets::rich_text;
use torus::disk::ThemeChoice;

/// A practice of the bank of that text, beside the map.
fn practice(bank: &str, dress: impl FnOnce(&mut Journey)) -> Journey {
    let mut journey = Journey::begin_with(|journey| {
        dress(journey);
        journey.write_own("map.svg", MAP);
        journey.write_own("formatted.ron", bank);
    });
    journey.wait_until("the bank is read", |journey| journey.has_button("Practise: Formatted"));
    journey.click("Practise: Formatted");
    journey.keys("Enter");
    journey
}

fn bank(questions: &str) -> String {
    format!("Bank(format: 1, id: \"formatted\", title: \"Formatted\", questions: [{questions}])")
}

#[test]
fn what_is_said_has_no_markup() {
    let mut journey = practice(FORMATTED, |_| {});
    let heading = journey.headings().pop().expect("a prompt");
    assert_eq!(
        heading,
        "Which is not E = mc² for m = E/c²?\nmachine | year\nJET | 1997\n• a list with code\n• and more"
    );
    for option in ["½ of it", "2*3*4 < 5", "1. April"] {
        assert!(journey.find(Role::RadioButton, option).is_some(), "{option}:\n{}", journey.shown());
    }
    journey.keys("h");
    journey.assert_says("Hint: Think of τ_E.");
    journey.click_on(Role::RadioButton, "1. April");
    assert!(journey.is_picked(Role::RadioButton, "1. April"));
    journey.keys("Enter");
    journey.assert_says("Not quite. Answer: ½ of it");
    journey.assert_says("1. April, your answer");
    journey.assert_says("That is α.");
    journey.assert_says("See the site.\nn T τ_E ≥ 3 × 10²¹\nSo it is.");
}

#[test]
fn a_link_is_opened_only_when_it_is_pressed() {
    let mut journey = practice(FORMATTED, |_| {});
    journey.keys("1, Enter");
    let opened = |journey: &Journey| {
        let commands = &journey.harness().output().platform_output.commands;
        commands
            .iter()
            .any(|command| matches!(command, OutputCommand::OpenUrl(open) if open.url == "https://example.org/a"))
    };
    assert!(!opened(&journey));
    let place = journey.bring_into_sight(Role::Link, "the site");
    let harness = journey.harness_mut();
    harness.drop_at(place);
    harness.hover_at(place);
    harness.step();
    assert!(!opened(&journey));
    journey.tab_to(Role::Link, "the site");
    // One event a step, since a step shows what its last event has done.
    let mut has_opened = false;
    for pressed in [true, false] {
        let key = egui::Key::Enter;
        let modifiers = egui::Modifiers::NONE;
        journey.harness().event(egui::Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
        journey.harness_mut().step();
        has_opened |= opened(&journey);
    }
    assert!(has_opened);
}

#[test]
fn all_of_it_fits_a_small_window_with_large_text() {
    let picture = r#"Question(id: "p", prompt: "![A map of a river](map.svg) Where is it?", answer: TrueFalse(true))"#;
    for text in [FORMATTED.to_owned(), bank(picture)] {
        let mut journey = practice(&text, |journey| {
            journey.set_size(vec2(800.0, 600.0));
            journey.change_settings(|settings| {
                settings.text_scale_percent = 200;
                settings.theme = ThemeChoice::Dark;
            });
        });
        for keys in ["", "1, Enter"] {
            if !keys.is_empty() {
                journey.keys(keys);
            }
            for node in journey.nodes().iter().filter(|node| !name_of(node).is_empty()) {
                let rect = node.rect();
                assert!(rect.left() >= -0.5 && rect.right() <= 800.5, "{rect:?}:\n{}", journey.shown());
            }
        }
    }
}

#[test]
fn a_picture_is_said_by_its_words_and_takes_its_room() {
    let text =
        bank(r#"Question(id: "p", prompt: "![A map of a river](map.svg) Where is it?", answer: TrueFalse(true))"#);
    let journey = practice(&text, |_| {});
    let name = "A map of a river Where is it?";
    assert_eq!(journey.headings(), [name]);
    assert!(journey.get(Role::Heading, name).rect().height() > 200.0, "the picture has no room");
}

#[test]
fn a_question_whose_picture_is_not_there_is_left_out_and_named() {
    let text = bank(
        r#"Question(id: "a", prompt: "![A map](none.svg) Where?", answer: TrueFalse(true)),
           Question(id: "b", prompt: "Is it?", answer: TrueFalse(true))"#,
    );
    let mut journey = Journey::begin_with(|journey| {
        journey.write_own("formatted.ron", &text);
    });
    journey.wait_until("the bank is read", |journey| journey.has_button("Practise: Formatted"));
    journey.click("See 1 problem: Formatted");
    journey.wait_for("the picture \"none.svg\" is not there: put it beside the bank, or mend its name");
}

#[test]
fn a_picture_that_goes_while_the_question_waits_says_so_in_its_place() {
    let text = bank(r#"Question(id: "p", prompt: "![A map](map.svg) Where?", answer: TrueFalse(true))"#);
    let mut journey = practice(&text, |_| {});
    journey.keys("Esc");
    fs::remove_file(journey.data().quizzes().join("map.svg")).expect("taken away");
    fs::write(journey.data().quizzes().join("formatted.ron"), bank("")).expect("changed");
    journey.restart();
    journey.click("Continue");
    assert_eq!(journey.headings(), ["A map Where?"]);
}

#[test]
fn what_a_learner_types_is_no_markup() {
    let text = bank(r#"Question(id: "t", prompt: "Which sign?", answer: Text(accept: ["a*b*c"]))"#);
    let mut journey = practice(&text, |_| {});
    journey.type_text("*x* $y$");
    journey.keys("Enter");
    journey.assert_says("*x* $y$, your answer");
    journey.assert_says("Not quite. Answer: a*b*c");
}

#[test]
fn gaps_stand_in_formatted_text() {
    let text = bank(
        r#"Question(id: "c", prompt: "Fill.", answer: Cloze(text: r"**The {speed} of** light is $c$: {$3\times10^8$ ~ $3\times10^6$} m/s."))"#,
    );
    let mut journey = practice(&text, |_| {});
    for words in ["The ", "c", "Gap 1 of 2", "Gap 2 of 2"] {
        assert!(journey.names().iter().any(|name| name == words), "{words}:\n{}", journey.shown());
    }
    journey.keys("1");
    journey.keys("Enter");
    journey.assert_says("1 gap is still empty: fill it, or press Enter again to leave it open.");
    journey.keys("Enter");
    journey.assert_says("3 × 10");
}

#[test]
fn hostile_texts_are_laid_out_without_a_panic_or_a_hang() {
    // Far above what any takes here, and far below what a hang would.
    const MOST: Duration = Duration::from_secs(30);
    let mut texts: Vec<String> =
        [">", "*a ", "_a_ ", "[a](https://b) ", "`a` ", "- ", "1. a\n", "$x$ ", "$$x$$ ", "éß ", "a", "{", "\\"]
            .iter()
            .flat_map(|piece| [piece.repeat(3), piece.repeat(2000), piece.repeat(1_000_000 / piece.len())])
            .collect();
    texts.push((0..5000).map(|number| format!("$x_{{{number}}}$ ")).collect());
    texts.push(format!("|{}\n|{}\n{}", "a|".repeat(500), "-|".repeat(500), "|\n".repeat(3000)));
    texts.push(format!("{}x", "- a\n  ".repeat(100)));
    texts.push("a".repeat(60_000) + "$x$");
    for text in texts {
        let start = Instant::now();
        let shown = text.clone();
        let mut frames = 0;
        let mut harness = Harness::new_ui(move |ui| {
            // Fonts come into force in the frame after.
            match frames {
                0 => install_fonts(ui.ctx()),
                _ => {
                    let font = Theme::of(ui.ctx()).body();
                    rich_text::show(ui, &shown, font, ui.visuals().text_color());
                }
            }
            frames += 1;
        });
        harness.run_steps(3);
        let took = start.elapsed();
        assert!(took < MOST, "{took:?}: {}", text.chars().take(40).collect::<String>());
    }
}
