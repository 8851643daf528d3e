//! Progress: nothing yet, one answer, filters, tables, plots saved to files, a topic practised, all of it by keyboard too.

use crate::banks::FIVE_KINDS;
use crate::journey::Journey;
use egui::Key;
use egui::accesskit::Role;
use torus::app::action::Page;

const DAY_MS: u64 = 24 * 3600 * 1000;

fn shown(journey: &mut Journey) {
    journey.go("Progress");
    journey.wait_until("what was learned is there", |journey| journey.app().model().progress.is_some());
}

/// One answer of five, and the quiz left.
fn answered_once() -> Journey {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.keys("Enter");
    let right = journey.known().right;
    journey.practise(right);
    journey.keys("Escape");
    journey
}

/// Every question answered right, once.
fn played() -> Journey {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.keys("Enter");
    for _ in 0..5 {
        let right = journey.known().right;
        journey.practise(right);
        journey.keys("Enter");
    }
    journey.go("Library");
    journey
}

fn counted(journey: &mut Journey, what: &str, answers: usize) {
    journey.wait_until(what, |journey| {
        journey.app().model().progress.as_ref().is_some_and(|progress| progress.answers == answers)
    });
}

#[test]
fn before_the_first_answer_the_page_leads_to_the_library() {
    let mut journey = Journey::begin();
    shown(&mut journey);
    journey.assert_says("Take a quiz, and you will see here what you know");
    journey.assert_silent("More about Scores");
    journey.click("Choose a bank");
    assert_eq!(journey.app().model().page, Page::Library);
}

#[test]
fn one_answer_is_a_point_and_what_is_missing_says_so() {
    let mut journey = answered_once();
    shown(&mut journey);
    journey.assert_says("Of 1 question that you have met you would know 100 % today.");
    journey.assert_says("No quiz was finished in this period.");
    journey.assert_says("No quiz of this period has asked how sure you were.");
    journey.assert_says("You gave 1 answer in the last year, about 1 a week.");
    journey.keys("Escape");
    assert_eq!(journey.app().model().page, Page::Library);
}

#[test]
fn what_was_answered_meanwhile_is_counted_when_the_page_comes_again() {
    let mut journey = answered_once();
    shown(&mut journey);
    counted(&mut journey, "one answer", 1);
    journey.go("Library");
    journey.keys("Enter");
    let right = journey.known().right;
    journey.practise(right);
    journey.keys("Escape");
    shown(&mut journey);
    counted(&mut journey, "two answers", 2);
}

#[test]
fn filters_are_followed_and_said() {
    let mut journey = played();
    journey.world.sleep_ms(40 * DAY_MS);
    shown(&mut journey);
    journey.wait_for("Each point is a quiz that you finished; the last quiz earned 100 % of its points.");
    journey.click("Period: 3 months");
    journey.click_on(Role::MenuItemRadio, "4 weeks");
    journey.wait_for("No quiz was finished in this period.");
    assert!(journey.has_button("Period: 4 weeks"), "{}", journey.shown());
    journey.click("Bank: All banks");
    journey.click_on(Role::MenuItemRadio, "Five kinds");
    journey.wait_until("the bank is asked for", |journey| journey.has_button("Bank: Five kinds"));
    journey.assert_says("of 5 questions met");
}

#[test]
fn a_table_has_what_the_plot_shows_and_goes_again() {
    let mut journey = played();
    shown(&mut journey);
    journey.choose("Scores", "Show as a table");
    journey.assert_says("Scores, as a table");
    journey.assert_says("Day: 23 November, Quiz: Five kinds, Mode: Practice, Score: 100 %");
    journey.choose("Scores", "Hide the table");
    journey.assert_silent("Scores, as a table");
}

#[test]
fn each_plot_is_saved_as_table_and_as_picture() {
    let mut journey = played();
    shown(&mut journey);
    let [csv, svg, png] = ["known.csv", "known.svg", "known.png"].map(|name| journey.path(name));
    for (path, deed) in [(&csv, "Export as CSV…"), (&svg, "Export as SVG…"), (&png, "Export as PNG…")] {
        journey.world.chooses_place(path);
        journey.choose("Known over time", deed);
        journey.wait_until("it is saved", |_| path.exists());
    }
    let text = std::fs::read_to_string(csv).expect("saved");
    assert_eq!(text.trim_start_matches('\u{FEFF}').lines().collect::<Vec<_>>(), ["day,met,recall", "2026-11-23,5,1"]);
    let text = std::fs::read_to_string(svg).expect("saved");
    assert!(text.contains("<title>Known over time</title>") && text.contains("Of 5 questions that you have met"));
    assert!(std::fs::read(png).expect("saved").starts_with(b"\x89PNG"));
    let asked: Vec<String> = journey.world.asked_places().into_iter().map(|(_, name)| name).collect();
    assert_eq!(asked, ["csv", "svg", "png"].map(|end| format!("torus-known-Learner-2026-11-23.{end}")));
}

#[test]
fn a_place_that_cannot_be_written_is_told() {
    let mut journey = played();
    shown(&mut journey);
    let blocked = journey.write("file", "").join("below.png");
    journey.world.chooses_place(&blocked);
    journey.choose("Days", "Export as PNG…");
    journey.wait_for("could not be saved");
}

#[test]
fn a_topic_is_practised_with_one_press() {
    let mut journey = played();
    shown(&mut journey);
    let practise = journey.name_beginning("Practise ");
    journey.click(&practise);
    assert_eq!(journey.app().model().page, Page::Sitting);
    assert_eq!(journey.app().model().play.as_ref().map(|play| &*play.sitting.quiz_id), Some("weakest_topic"));
}

#[test]
fn by_keys_alone_a_plot_is_heard_and_its_table_opened() {
    let mut journey = played();
    journey.tab_to(Role::Tab, "Progress");
    journey.press(Key::Enter);
    journey.wait_until("what was learned is there", |journey| journey.app().model().progress.is_some());
    let plot = "Of 5 questions that you have met you would know 100 % today.";
    journey.tab_to(Role::Paragraph, plot);
    journey.tab_to(Role::Button, "More about Coming up for review");
    journey.press(Key::Enter);
    journey.press(Key::Enter);
    journey.assert_says("Coming up for review, as a table");
    journey.tab_to(Role::Paragraph, "Day: Today, Due: 0");
}

#[test]
fn another_learner_sees_nothing_of_it() {
    let mut journey = played();
    shown(&mut journey);
    journey.go("Learner");
    journey.type_into("Name of the new learner", "Blaise");
    journey.click("Add learner");
    shown(&mut journey);
    journey.assert_says("Take a quiz, and you will see here what you know");
}
