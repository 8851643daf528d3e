//! The pictures of `docs/quiz-format.md`, what a learner sees of the first example of each kind in today's build, and
//! of the library, a question with its feedback, the page of a bank, Review and Progress in the README and the guides.
//!
//! `DOCS_PICTURES=true cargo test --features snapshots --test snapshots docs` writes them; without the variable the
//! screens are reached and nothing is written.

use crate::banks::MAP;
use crate::journey::Journey;
use crate::tour::STOPS;
use egui::accesskit::Role;
use egui::vec2;
use image::DynamicImage;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use std::path::Path;
use torus::bank::Kind;
use torus::disk::ThemeChoice;

const REFERENCE: &str = include_str!("../../docs/quiz-format.md");
const IMAGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/images");

#[test]
fn every_kind_is_shown_as_the_docs_write_it() {
    for kind in Kind::ALL {
        let mut journey = open(example(kind), height_of(kind));
        enter(&mut journey, kind);
        if !matches!(kind, Kind::Order | Kind::Match | Kind::Categorise) {
            journey.harness().remove_cursor();
        }
        write(&mut journey, &format!("kind-{}.png", kind.as_str().replace('_', "-")));
    }
}

#[test]
fn the_library_is_shown_as_it_is_at_the_first_start() {
    let mut journey = Journey::begin_with(|journey| {
        journey.change_settings(|settings| settings.theme = ThemeChoice::Light);
    });
    write(&mut journey, "library.png");
}

#[test]
fn feedback_review_and_progress_are_shown_as_learners_see_them() {
    for (name, file) in
        [("feedback-wrong", "feedback.png"), ("spaced-review", "review.png"), ("progress", "progress.png")]
    {
        let stop = STOPS.iter().find(|stop| stop.name == name).expect("a stop of the tour");
        let mut journey = stop.reach(|journey| {
            journey.change_settings(|settings| settings.theme = ThemeChoice::Light);
        });
        journey.harness().remove_cursor();
        write(&mut journey, file);
    }
}

/// A bank with something to mend, as a teacher sees it beside the editor.
const UNFINISHED: &str = r#"Bank(
    format: 1,
    id: "rivers",
    title: "Rivers of the world",
    questions: [
        Question(
            id: "longest-europe",
            prompt: "Which is the longest river in Europe?",
            answer: Choice(correct: "Volga", distractors: ["Rhine", "Danube", "all of the above"]),
            explanation: "The Volga is some 3,500 km long.",
        ),
        Question(
            id: "black-sea",
            prompt: "Which of these rivers flow into the Black Sea?",
            answer: Choices(correct: ["Danube", "Dnieper"], distracters: ["Rhine", "Volga"]),
            explanation: "The Rhine ends in the North Sea, the Volga in the Caspian Sea.",
        ),
        Question(id: "nile-north", prompt: "The Nile flows from south to north.", answer: TrueFalse(true)),
    ],
)"#;

#[test]
fn a_bank_is_shown_as_it_is_written() {
    let mut journey = Journey::begin_with(|journey| {
        journey.change_settings(|settings| settings.theme = ThemeChoice::Light);
        journey.write_own("rivers.ron", UNFINISHED);
    });
    let title = "Rivers of the world";
    journey.wait_until("the bank is read", |journey| journey.has_button(&format!("Practise: {title}")));
    journey.choose(title, "Edit questions");
    journey.wait_until("it is checked", |journey| {
        journey.app().model().author.as_ref().is_some_and(|author| author.fresh_check().is_some())
    });
    journey.harness().remove_cursor();
    write(&mut journey, "writing.png");
}

#[test]
fn the_page_of_a_bank_is_shown_with_what_is_to_be_mended() {
    let mut journey = Journey::begin_with(|journey| {
        journey.change_settings(|settings| settings.theme = ThemeChoice::Light);
        journey.write_own("rivers.ron", UNFINISHED);
    });
    let title = "Rivers of the world";
    journey.wait_until("the bank is read", |journey| journey.has_button(&format!("Practise: {title}")));
    journey.choose(title, "Preview and check");
    journey.wait_until("it is looked over", |journey| {
        journey.app().model().bank_page.as_ref().is_some_and(|page| page.survey.is_some())
    });
    journey.harness().remove_cursor();
    write(&mut journey, "bank-page.png");
}

/// Writes what the window shows, where that is wanted.
fn write(journey: &mut Journey, name: &str) {
    journey.settle();
    let harness = journey.harness_mut();
    harness.set_render_cursor(false);
    let picture = harness.render().expect("a picture");
    if std::env::var_os("DOCS_PICTURES").is_some() {
        let file = std::fs::File::create(Path::new(IMAGES).join(name)).expect("made");
        let encoder = PngEncoder::new_with_quality(file, CompressionType::Best, FilterType::Adaptive);
        DynamicImage::from(picture).into_rgb8().write_with_encoder(encoder).expect("saved");
    }
}

/// A window that shows the whole of it.
fn height_of(kind: Kind) -> f32 {
    match kind {
        Kind::Match | Kind::Recall | Kind::Hotspot => 600.0,
        Kind::Choices => 660.0,
        Kind::Order => 560.0,
        Kind::Choice | Kind::TrueFalse | Kind::Number | Kind::Text => 480.0,
        Kind::Cloze | Kind::Categorise | Kind::Calculated => 480.0,
    }
}

/// The first example in the section of that kind.
fn example(kind: Kind) -> &'static str {
    let name: String = kind.as_str().split('_').map(capitalised).collect();
    let section = REFERENCE.split(&format!("\n## {name}\n")).nth(1).expect("a section");
    let example = section.split("```ron\n").nth(1).expect("an example");
    example.split("```").next().expect("its end")
}

fn capitalised(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}

/// A practice of one question, on its screen.
fn open(question: &str, height: f32) -> Journey {
    let sources = "sources: {\"atlas\": Source(title: \"School atlas\")}";
    let bank = format!("Bank(format: 1, id: \"docs\", title: \"Rivers\", {sources}, questions: [{}])", question.trim());
    let mut journey = Journey::begin_with(|journey| {
        journey.set_size(vec2(840.0, height));
        journey.change_settings(|settings| settings.theme = ThemeChoice::Light);
        journey.write_own("nile.svg", MAP);
        journey.write_own("docs.ron", &bank);
    });
    journey.wait_until("the bank is read", |journey| journey.has_button("Practise: Rivers"));
    journey.click("Practise: Rivers");
    journey.click("Start practice: 1 question");
    journey
}

/// Enters something, so that a picture shows how an answer looks.
fn enter(journey: &mut Journey, kind: Kind) {
    match kind {
        Kind::Choice | Kind::TrueFalse => journey.keys("2"),
        Kind::Choices => journey.keys("1, 3"),
        Kind::Number => journey.type_text("2,850 km"),
        Kind::Text => journey.type_text("Donau"),
        Kind::Order => {
            let last = journey.names().into_iter().find(|name| name.ends_with("place 3 of 3")).expect("an item");
            let first = journey.names().into_iter().find(|name| name.ends_with("place 1 of 3")).expect("an item");
            let to = journey.get(Role::ListItem, &first).rect().center() + vec2(0.0, 22.0);
            journey.carry(Role::ListItem, &last, to);
        }
        Kind::Match => {
            journey.drag(Role::Button, "North Sea", Role::ListItem, "Rhine, with nothing yet");
            let to = journey.get(Role::ListItem, "Volga, with nothing yet").rect().center() + vec2(60.0, 8.0);
            journey.carry(Role::Button, "Caspian Sea", to);
        }
        Kind::Cloze => {
            journey.type_into("Gap 1 of 2", "Danube");
            journey.click_on(Role::ComboBox, "Gap 2 of 2");
        }
        Kind::Categorise => {
            journey.click_on(Role::ListItem, "Nile, in no group yet");
            journey.click("Put Nile into Africa");
            let to = journey.get(Role::Label, "Europe: 0 items").rect().center() + vec2(0.0, 14.0);
            journey.carry(Role::ListItem, "Volga, in no group yet", to);
        }
        Kind::Hotspot => {
            let alt = "A map of the Nile from its source to the sea";
            journey.wait_until("the picture is shown", |journey| journey.get(Role::Image, alt).rect().height() > 60.0);
            journey.keys("1");
        }
        Kind::Calculated => journey.type_text("7.2 km/h"),
        Kind::Recall => journey.click("Reveal the answer"),
    }
}
