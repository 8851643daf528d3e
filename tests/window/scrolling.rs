//! Pages that are longer than the window: by keys, and where they open.

use crate::banks::{FIVE_KINDS, truths};
use crate::journey::Journey;
use crate::tour::STOPS;
use egui::accesskit::Role;
use egui::vec2;
use egui_kittest::kittest::NodeT;

/// Where the first heading of the page stands, which moves as the page does.
fn top(journey: &Journey) -> f32 {
    let heading = |node: &egui_kittest::Node<'_>| node.accesskit_node().role() == Role::Heading;
    journey.nodes().iter().find(|node| heading(node)).map(|node| node.rect().top()).expect("a heading")
}

/// Whether something of the page lies below the window.
fn goes_on_below(journey: &Journey) -> bool {
    let tops = journey.nodes().into_iter().filter_map(|node| node.accesskit_node().bounding_box().map(|rect| rect.y0));
    tops.fold(0.0, f64::max) > f64::from(journey.window().bottom())
}

#[test]
fn every_page_that_is_longer_than_the_window_scrolls_by_keys() {
    let mut seen = 0;
    // The pages of a bank, of one that is written and of an import stand in parts, each with a list that takes the keys; a list that lies open has
    // them too.
    let in_parts = |name: &str| {
        name.starts_with("bank") || name.starts_with("author") || name == "import" || name.starts_with("import-")
    };
    let is_apart = |name: &str| in_parts(name) || name.ends_with("-open") || ["help", "path"].contains(&name);
    for stop in STOPS.iter().filter(|stop| !is_apart(stop.name)) {
        let mut journey = stop.reach(|journey| journey.set_size(vec2(700.0, 420.0)));
        journey.keys("Home, PageUp, PageUp, PageUp, PageUp, PageUp");
        if !goes_on_below(&journey) {
            continue;
        }
        seen += 1;
        let beginning = top(&journey);
        journey.keys("PageDown");
        let second = top(&journey);
        assert!(second < beginning - 20.0, "{}: Page Down moves {beginning} to {second}", stop.name);
        journey.keys("PageUp");
        assert_eq!(top(&journey), beginning, "{}: Page Up leads back", stop.name);
        // In a field these two are the field's.
        if journey.focus().is_none_or(|(role, _)| role != Role::TextInput) {
            journey.keys("End");
            assert!(top(&journey) <= second && !goes_on_below(&journey), "{}: End", stop.name);
            journey.keys("Home");
            assert_eq!(top(&journey), beginning, "{}: Home", stop.name);
        }
    }
    assert!(seen > 15, "{seen} pages are longer than so small a window");
}

#[test]
fn the_list_of_keys_scrolls_by_keys() {
    let mut journey = Journey::begin_with(|journey| journey.set_size(vec2(700.0, 420.0)));
    journey.keys("?");
    let first = |journey: &Journey| journey.get(Role::Label, "choose an option").rect().top();
    let beginning = first(&journey);
    journey.keys("PageDown");
    assert!(first(&journey) < beginning);
    journey.keys("Home");
    assert_eq!(first(&journey), beginning);
}

#[test]
fn space_turns_the_page_where_nothing_has_the_focus() {
    let mut journey = Journey::begin_with(|journey| journey.set_size(vec2(700.0, 420.0)));
    journey.go("Settings");
    let beginning = top(&journey);
    journey.keys("Space");
    let second = top(&journey);
    assert!(second < beginning);
    journey.keys("Shift Space");
    assert_eq!(top(&journey), beginning);
}

#[test]
fn a_page_to_read_opens_at_its_beginning_however_it_was_left() {
    let mut journey = Journey::begin_with(|journey| journey.set_size(vec2(800.0, 420.0)));
    journey.go("Settings");
    let beginning = top(&journey);
    journey.keys("PageDown");
    assert!(top(&journey) < beginning);
    journey.go("Library");
    journey.go("Settings");
    assert_eq!(top(&journey), beginning);
    journey.keys("Tab, Tab, Tab, Tab, Esc");
    journey.tab_to(Role::Tab, "Settings");
    journey.keys("Enter");
    assert_eq!(top(&journey), beginning);
}

#[test]
fn a_prompt_longer_than_the_window_opens_at_its_beginning() {
    let prompt: String = (1..60).map(|line| format!("Line {line} of a long story.\\n\\n")).collect();
    let question = format!("Question(id: \"long\", prompt: \"{prompt}\", answer: TrueFalse(true))");
    let text = format!("Bank(format: 1, id: \"long\", title: \"Long\", questions: [{question}])");
    let mut journey = Journey::begin_named(&[("long.ron", &text)]);
    journey.keys("Enter");
    assert!((0.0..200.0).contains(&top(&journey)), "{}", top(&journey));
    assert!(goes_on_below(&journey));
    journey.keys("1");
    assert!((0.0..200.0).contains(&top(&journey)), "a digit moves nothing");
}

#[test]
fn whoever_comes_back_to_the_library_by_mouse_finds_it_where_it_was_left() {
    let banks: Vec<(String, String)> =
        (0..8).map(|number| (format!("{number}.ron"), truths(&format!("bank-{number}"), 2))).collect();
    let mut journey = Journey::begin_with(|journey| {
        for (name, text) in &banks {
            journey.write_own(name, text);
        }
    });
    journey.wait_for("Truths of bank-7");
    journey.choose("Truths of bank-7", "Preview and check");
    journey.wait_until("it is looked over", |journey| journey.says("2 questions"));
    journey.click("Library");
    let card = journey.get(Role::Heading, "Truths of bank-7").rect();
    assert!(journey.window().contains(card.center()), "{card:?}");
}

#[test]
fn a_result_opens_at_its_beginning_although_another_was_left_further_down() {
    let mut journey = Journey::begin_with(|journey| journey.set_size(vec2(800.0, 420.0)));
    let path = journey.write("five.ron", FIVE_KINDS);
    let mut tops = Vec::new();
    for _ in 0..2 {
        journey.close();
        journey.open(std::slice::from_ref(&path));
        journey.click_on(Role::RadioButton, "Mode: Test");
        journey.click("Start test: 5 questions");
        journey.keys("Alt O");
        journey.hand_in();
        tops.push(top(&journey));
        journey.keys("End");
        assert!(top(&journey) < tops[0]);
    }
    assert_eq!(tops[0], tops[1]);
}
