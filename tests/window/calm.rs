//! How little a page asks for at once, and that nothing on it moves or stands far away.

use crate::banks::{FIVE_KINDS, truths};
use crate::journey::Journey;
use crate::sight::{can_click, name_of};
use egui::accesskit::Role;
use egui::{Rect, vec2};
use egui_kittest::kittest::NodeT;

/// What can be pressed outside the side bar.
fn controls(journey: &Journey) -> Vec<String> {
    let nodes = journey.nodes();
    let shown = nodes.iter().filter(|node| can_click(node) && node.accesskit_node().role() != Role::Tab);
    shown.map(name_of).filter(|name| !name.is_empty() && name != "All keys").collect()
}

#[test]
fn the_library_of_the_first_start_has_few_things_to_press() {
    let journey = Journey::begin();
    let controls = controls(&journey);
    // The title of each of the four banks, three buttons below it, and five to find, to write, to import and to add others.
    assert_eq!(controls.len(), 21, "{controls:#?}");
    assert_eq!(controls.iter().filter(|name| name.starts_with("Practise: ")).count(), 4);
}

#[test]
fn who_is_new_answers_the_first_question_with_four_keys_or_three_clicks() {
    let mut journey = Journey::begin();
    journey.keys("Enter, Enter");
    // Other kinds than choices take more keys, whatever the way to them is.
    while journey.options().is_empty() {
        journey.keys("Alt S");
    }
    journey.keys("1, Enter");
    assert!(journey.has_button("Next"), "{}", journey.shown());

    let mut journey = Journey::begin();
    let practise = controls(&journey).into_iter().find(|name| name.starts_with("Practise: ")).expect("a bank");
    journey.click(&practise);
    let start = controls(&journey).into_iter().find(|name| name.starts_with("Start practice: ")).expect("a start");
    journey.click(&start);
    while journey.options().is_empty() {
        journey.keys("Alt S");
    }
    let option = journey.options()[0].clone();
    journey.click_at(journey.nodes().iter().find(|node| name_of(node) == option).expect("an option").rect().center());
    assert!(journey.has_button("Check"), "{}", journey.shown());
}

fn rect(journey: &Journey, role: Role, name: &str) -> Rect {
    journey.get(role, name).rect()
}

#[test]
fn in_a_wide_window_pages_stand_in_the_middle_and_check_near_the_question() {
    let mut journey = Journey::begin_with(|journey| {
        journey.set_size(vec2(2560.0, 1440.0));
        journey.write_own("truths.ron", &truths("truths", 2));
    });
    journey.wait_until("it is read", |journey| journey.has_button("Practise: Truths of truths"));
    let (title, add) = (rect(&journey, Role::Heading, "Library"), rect(&journey, Role::Button, "Add a bank"));
    let bar = rect(&journey, Role::Tab, "Library").right() + 12.0;
    let (left, right) = (title.left() - bar, journey.window().right() - add.right());
    assert!((left - right).abs() < 4.0 && left > 400.0, "{left} on the left, {right} on the right");
    journey.click("Practise: Truths of truths");
    journey.click("Start practice: 2 questions");
    let option = rect(&journey, Role::RadioButton, "True");
    let (check, first) = (rect(&journey, Role::Button, "Check"), rect(&journey, Role::Button, "I don’t know"));
    assert!((check.right() - option.right()).abs() < 1.0, "{check:?} below {option:?}");
    assert!((first.left() - option.left()).abs() < 20.0, "{first:?} below {option:?}");
}

#[test]
fn a_scroll_bar_that_appears_moves_nothing() {
    let left = |height: f32| {
        let mut journey = Journey::begin_with(|journey| journey.set_size(vec2(1280.0, height)));
        journey.go("Settings");
        rect(&journey, Role::Heading, "Settings").left()
    };
    assert_eq!(left(500.0), left(2000.0));
}

#[test]
fn a_button_without_a_ground_begins_where_the_text_below_it_does() {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    let (back, title) = (rect(&journey, Role::Button, "Library"), rect(&journey, Role::Heading, "Five kinds"));
    assert_eq!(back.left() + 15.0, title.left());
    journey.keys("Esc");
    let gap = |upper: Rect, lower: Rect| lower.top() - upper.bottom();
    let names: Vec<String> = controls(&journey).into_iter().filter(|name| name.starts_with("More about ")).collect();
    let rows: Vec<Rect> = names.iter().map(|name| rect(&journey, Role::Button, name)).collect();
    let apart = [gap(rows[0], rows[2]), gap(rows[2], rows[4])];
    assert_eq!(apart[0], apart[1], "cards of one height stand at one distance");
}

#[test]
fn the_history_is_filtered_by_bank_and_mode() {
    let mut journey = Journey::begin_named(&[("a.ron", &truths("a", 1)), ("b.ron", &truths("b", 1))]);
    journey.keys("Enter, 1, Enter, Enter, Esc");
    journey.wait_until("it is read", |journey| journey.has_button("Test: Truths of b"));
    journey.click("Test: Truths of b");
    journey.keys("Enter, Esc");
    journey.go("History");
    journey.assert_says("2 quizzes, 1 answer · 1 unfinished");
    let rows = |journey: &Journey| {
        let names = journey.names();
        names.iter().filter(|name| name.starts_with("Truths of ") && name.contains(" · ")).cloned().collect::<Vec<_>>()
    };
    assert_eq!(rows(&journey).len(), 2);
    journey.click("Bank: All banks");
    journey.click_on(Role::MenuItemRadio, "Truths of b");
    assert!(
        matches!(rows(&journey).as_slice(), [row] if row.starts_with("Truths of b: Continue, Test")),
        "{:?}",
        rows(&journey)
    );
    journey.click("Bank: Truths of b");
    journey.click_on(Role::MenuItemRadio, "All banks");
    journey.tab_to(Role::Button, "Mode: Practice and test");
    journey.keys("Enter, Down, Enter");
    assert!(
        matches!(rows(&journey).as_slice(), [row] if row.starts_with("Truths of a: 100 %, Practice")),
        "{:?}",
        rows(&journey)
    );
    assert_eq!(journey.focus(), Some((Role::Button, "Mode: Practice".to_owned())));
    journey.click("Bank: All banks");
    journey.click_on(Role::MenuItemRadio, "Truths of b");
    journey.assert_says("No quiz fits these filters.");
}

#[test]
fn escape_closes_a_list_and_not_the_page_below() {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.keys("Esc");
    journey.go("Learner");
    journey.click("More about Learner");
    assert!(journey.find(Role::MenuItem, "Rename").is_some());
    journey.keys("Esc");
    assert!(journey.find(Role::MenuItem, "Rename").is_none());
    assert_eq!(journey.headings()[0], "Learners");
}

#[test]
fn all_keys_stand_in_two_columns_where_there_is_room_and_in_one_where_there_is_not() {
    let headings = |size: egui::Vec2| {
        let mut journey = Journey::begin_with(|journey| journey.set_size(size));
        journey.keys("?");
        let close = rect(&journey, Role::Button, "Close");
        assert!(close.bottom() < size.y, "{close:?}");
        ["In a quiz", "Everywhere"].map(|heading| rect(&journey, Role::Heading, heading))
    };
    let [first, second] = headings(vec2(1280.0, 800.0));
    assert!(first.top() == second.top() && first.right() < second.left(), "{first:?} beside {second:?}");
    let [first, second] = headings(vec2(800.0, 600.0));
    assert!(first.left() == second.left() && first.bottom() < second.top(), "{first:?} above {second:?}");
}

#[test]
fn the_buttons_below_a_second_try_lie_beside_each_other() {
    let bank = r#"Bank(format: 1, id: "t", title: "T", questions: [
        (id: "q", prompt: "What is round?", answer: Text(accept: ["a ball"]), hints: ["It bounces."]),
        (id: "r", prompt: "What is square?", answer: Text(accept: ["a box"]), hints: ["It holds things."]),
    ])"#;
    for width in [800.0, 1280.0] {
        let mut journey = Journey::begin_with(|journey| journey.set_size(vec2(width, 700.0)));
        let path = journey.write("t.ron", bank);
        journey.drop_file(&path);
        journey
            .wait_until("it is read", |journey| journey.names().iter().any(|name| name.starts_with("Start practice")));
        journey.click("Start practice: 2 questions");
        journey.keys("Alt D, Enter, Alt D, Enter, Enter");
        let names = ["Hint", "I don’t know", "Skip", "See the result", "Check"];
        let rects = names.map(|name| rect(&journey, Role::Button, name));
        for pair in rects.windows(2) {
            assert!(pair[0].right() <= pair[1].left() + 0.5, "{names:?} at {width}: {rects:?}");
        }
    }
}
