//! Printing a paper: what is saved, that the browser is asked to show it, and what is told.

use crate::banks::FIVE_KINDS;
use crate::journey::Journey;
use egui::OutputCommand;
use egui::accesskit::Role;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

fn set_up() -> Journey {
    let mut journey = Journey::begin_with(|journey| {
        journey.write_own("five.ron", FIVE_KINDS);
    });
    journey.wait_until("the bank is read", |journey| journey.has_button("Practise: Five kinds"));
    journey.choose("Five kinds", "Print…");
    journey
}

/// The pages in the folder of papers.
fn papers(journey: &Journey) -> Vec<PathBuf> {
    let entries = fs::read_dir(journey.data().papers()).map(|entries| entries.flatten().collect());
    let entries: Vec<fs::DirEntry> = entries.unwrap_or_default();
    let paths = entries.into_iter().map(|entry| entry.path());
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "html")).collect()
}

/// Prints, and gives the page and the addresses that the browser was asked to show.
fn printed(journey: &mut Journey) -> (String, Vec<String>) {
    // Not settled after the press: what the browser is asked stands in one frame alone.
    journey.get(Role::Button, "Print 5 questions…").click_accesskit();
    let mut opened = Vec::new();
    for _ in 0..4000 {
        journey.harness_mut().step();
        let commands = &journey.harness().output().platform_output.commands;
        opened.extend(commands.iter().filter_map(|command| match command {
            OutputCommand::OpenUrl(address) => Some(address.url.clone()),
            _ => None,
        }));
        if !opened.is_empty() {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    journey.wait_for("Your browser opens the paper");
    let papers = papers(journey);
    assert_eq!(papers.len(), 1, "{papers:?}");
    journey.assert_says(&papers[0].display().to_string());
    (fs::read_to_string(&papers[0]).expect("a page"), opened)
}

#[test]
fn a_paper_of_the_chosen_questions_is_saved_with_its_key_and_opened() {
    let mut journey = set_up();
    let (page, opened) = printed(&mut journey);
    assert!(
        matches!(opened.as_slice(), [address] if address.starts_with("file:///") && address.ends_with(".html")),
        "{opened:?}"
    );
    assert!(page.contains("<p class=\"extent\">5 questions,") && page.contains("<section class=\"key\""), "{page}");
    assert!(!page.contains("Version A"), "{page}");
    assert!(page.contains(&format!("End of the questions · Seed {}", journey.world.last_seed())), "{page}");
    journey.go("History");
    journey.assert_silent("Five kinds");
}

#[test]
fn versions_are_printed_without_the_key_where_that_is_chosen() {
    let mut journey = set_up();
    journey.click("More versions");
    journey.click("More versions");
    journey.click_on(Role::RadioButton, "Key: None");
    let (page, _) = printed(&mut journey);
    for version in ["Version A", "Version B", "Version C"] {
        assert!(page.contains(version), "{version}");
    }
    assert!(!page.contains("Version D") && !page.contains("<section class=\"key\""), "{page}");
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let mut journey = set_up();
    fs::write(journey.data().root().join("papers"), "no folder").expect("written");
    journey.click("Print 5 questions…");
    journey.wait_for("could not be saved");
    assert!(papers(&journey).is_empty());
}

#[test]
fn a_paper_is_a_mode_of_the_set_up_with_lines_and_one_button_of_its_own() {
    let recall = r#"Question(id: "own", prompt: "What is a torus?", answer: Recall(answer: "A ring.")),
    ],"#;
    let with_recall = FIVE_KINDS.replacen("\n    ],", &format!("\n    {recall}"), 1);
    let mut journey = Journey::begin_named(&[("five.ron", &with_recall)]);
    journey.click_on(Role::RadioButton, "Mode: Test");
    assert!(journey.has_button("Start test: 5 questions"), "{}", journey.shown());
    journey.click_on(Role::RadioButton, "Mode: On paper");
    assert!(journey.has_button("Print 6 questions…"), "on paper, every kind is asked:\n{}", journey.shown());
    assert!(!journey.says("Start ") && !journey.says("Time limit") && !journey.says("Ask how sure I am"));
    assert!(journey.has_button("More versions") && journey.is_picked(Role::RadioButton, "Key: On separate pages"));
    journey.click_on(Role::RadioButton, "Mode: Practice");
    assert!(journey.has_button("Start practice: 6 questions") && !journey.has_button("More versions"));
}

#[test]
fn enter_prints_where_a_paper_is_chosen() {
    let mut journey = set_up();
    journey.keys("Enter");
    journey.wait_for("Your browser opens the paper");
    assert_eq!(papers(&journey).len(), 1);
}
