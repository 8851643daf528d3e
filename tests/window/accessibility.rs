//! What those meet who cannot see the window or cannot use a mouse: names, focus, announcements.

use crate::banks::FIVE_KINDS;
use crate::journey::Journey;
use crate::sight::{can_focus, name_of};
use crate::tour::STOPS;
use egui::Key;
use egui::accesskit::{Action, Live, Role};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT;
use std::collections::HashSet;

/// What can be used in the list of keys and in the field for a path, which lie over everything else.
const MODAL_NAMES: [&str; 4] = ["Close", "Cancel", "Add", "Path of a .ron file"];

#[test]
fn whatever_can_be_used_has_a_name() {
    for stop in STOPS {
        let journey = stop.reach(|_| {});
        assert_eq!(journey.harness().unnamed_widgets(), [""; 0], "{}", stop.name);
        for node in journey.nodes() {
            let data = node.accesskit_node();
            let is_used = data.data().supports_action(Action::Click) || data.data().supports_action(Action::Focus);
            // A scroll bar is egui's own; whoever cannot see it scrolls by what has the focus.
            let is_nameless = name_of(&node).trim().is_empty() && data.role() != Role::ScrollBar;
            assert!(!(is_used && is_nameless), "{}: {:?} at {:?}", stop.name, data.role(), node.rect());
        }
    }
}

#[test]
fn whatever_is_read_has_words() {
    for stop in STOPS {
        let journey = stop.reach(|_| {});
        for node in journey.nodes() {
            let role = node.accesskit_node().role();
            let is_read = matches!(role, Role::Label | Role::Heading | Role::ProgressIndicator);
            assert!(!is_read || !name_of(&node).trim().is_empty(), "{}: {role:?} at {:?}", stop.name, node.rect());
        }
    }
}

#[test]
fn every_screen_has_a_heading() {
    for stop in STOPS {
        let journey = stop.reach(|_| {});
        assert!(!journey.headings().is_empty(), "{}:\n{}", stop.name, journey.shown());
    }
}

#[test]
fn no_two_things_that_do_something_have_one_name() {
    for stop in STOPS {
        let journey = stop.reach(|_| {});
        let mut seen = HashSet::new();
        for node in journey.nodes().into_iter().filter(can_focus) {
            let name = (format!("{:?}", node.accesskit_node().role()), name_of(&node));
            // Notices are told apart by what stands in them.
            if name.1 != "Close this notice" {
                assert!(seen.insert(name.clone()), "{}: two of {name:?}", stop.name);
            }
        }
    }
}

#[test]
fn tab_reaches_every_control_and_the_focus_is_never_lost() {
    for stop in STOPS {
        let mut journey = stop.reach(|_| {});
        let controls: HashSet<_> = controls(&journey).into_iter().collect();
        let mut reached = HashSet::new();
        for _ in 0..2 * controls.len() + 2 {
            journey.press(Key::Tab);
            let focus = journey.focus();
            let place = journey.focused_rect();
            let (role, name) = focus.unwrap_or_else(|| panic!("{}: no focus:\n{}", stop.name, journey.shown()));
            assert!(
                journey.window().intersects(place),
                "{}: {role:?} {name:?} has the focus out of sight, at {place:?}",
                stop.name
            );
            reached.insert((format!("{role:?}"), name));
        }
        let missed: Vec<_> = controls.difference(&reached).collect();
        assert!(missed.is_empty(), "{}: Tab never reaches {missed:?}", stop.name);
    }
}

/// Role and name of everything that can have the focus; under a modal, of what is in it.
fn controls(journey: &Journey) -> Vec<(String, String)> {
    let is_modal = journey.app().model().is_modal_open();
    let nodes = journey.nodes().into_iter().filter(can_focus);
    let nodes = nodes.filter(|node| !is_modal || MODAL_NAMES.contains(&name_of(node).as_str()));
    nodes.map(|node| (format!("{:?}", node.accesskit_node().role()), name_of(&node))).collect()
}

impl Journey {
    /// Where the focus is.
    fn focused_rect(&self) -> egui::Rect {
        let nodes = self.nodes();
        nodes.iter().find(|node| node.accesskit_node().is_focused()).map_or(egui::Rect::NOTHING, Node::rect)
    }

    fn assert_focus(&self, after: &str) {
        assert!(self.focus().is_some(), "no focus after {after}:\n{}", self.shown());
    }
}

#[test]
fn the_focus_is_never_lost_on_a_way_through_all_screens() {
    let mut journey = Journey::begin_with(|journey| {
        journey.write_own("five.ron", FIVE_KINDS);
    });
    journey.wait_until("the bank is read", |journey| journey.has_button("Practise: Five kinds"));
    journey.press(Key::Tab);
    journey.assert_focus("Tab");
    let follow = |journey: &mut Journey, keys: &str| {
        for key in keys.split(", ") {
            journey.keys(key);
            journey.assert_focus(&format!("{key} of {keys}"));
        }
    };
    journey.tab_to(Role::Button, "Practise: Five kinds");
    follow(&mut journey, "Enter, ?, Esc, Esc");
    journey.tab_to(Role::Button, "Practise: Five kinds");
    follow(&mut journey, "Enter, Enter");
    for _ in 0..10 {
        if journey.is_on_pause() {
            follow(&mut journey, "Enter");
        }
        if journey.has_button("Check") {
            follow(&mut journey, "Alt F, 1, Enter, Enter");
        }
    }
    assert!(journey.headings()[0].starts_with("You got "), "{}", journey.shown());
    let row = journey.names().into_iter().find(|name| name.ends_with(" of 1 point")).expect("a row");
    journey.tab_to(Role::Button, &row);
    follow(&mut journey, "Enter, Enter, Enter, Esc, Esc, Ctrl K, Esc");
    journey.tab_to(Role::Button, "Test: Five kinds");
    follow(&mut journey, "Enter");
    journey.tab_to(Role::Button, "Start test: 5 questions");
    follow(&mut journey, "Enter, Alt S, Alt B, Alt O, Esc, Alt O, Enter, Esc");
    journey.tab_to(Role::Tab, "History");
    follow(&mut journey, "Enter, Esc");
    journey.tab_to(Role::Tab, "Learner");
    follow(&mut journey, "Enter");
    journey.tab_to(Role::Button, "More about Learner");
    follow(&mut journey, "Enter, Esc, Enter, Enter, Esc");
    journey.tab_to(Role::Button, "More about Learner");
    follow(&mut journey, "Enter, Down, Down, Enter");
    journey.tab_to(Role::Button, "Undo");
    follow(&mut journey, "Enter, Esc");
    journey.tab_to(Role::Tab, "Settings");
    follow(&mut journey, "Enter, Ctrl Plus, Ctrl 0");
    journey.tab_to(Role::Button, "All learners");
    follow(&mut journey, "Enter, Esc, ?, Enter");
    journey.world.shows_no_dialogs();
    follow(&mut journey, "Ctrl O, Esc");
}

#[test]
fn under_an_open_list_of_keys_nothing_is_pressed() {
    for key in ["Enter", "Space"] {
        let mut journey = Journey::begin();
        journey.tab_to(Role::Tab, "History");
        journey.keys("?");
        journey.keys(key);
        assert_eq!(journey.headings()[0], "Library", "{key} closes the list and opens no other page");
        assert!(!journey.headings().contains(&"All keys".to_owned()));
    }
}

#[test]
fn the_verdict_and_what_is_wrong_are_announced() {
    for (name, words) in [
        ("feedback-right", "That is right"),
        ("feedback-wrong", "Not quite. Answer: Deuterium"),
        ("feedback-partial", "Partly right"),
        ("question-hints", "Choose an answer first, or say that you don’t know."),
        ("overview", "3 of 5 still open"),
    ] {
        let journey = STOPS.iter().find(|stop| stop.name == name).expect("a stop").reach(|_| {});
        let is_live = |node: &Node<'_>| node.accesskit_node().live() == Live::Polite && name_of(node) == words;
        assert!(journey.nodes().iter().any(is_live), "{name}: {words:?} is not announced:\n{}", journey.shown());
    }
}

#[test]
fn a_screen_starts_at_its_top() {
    let mut journey = Journey::begin_with(|journey| {
        journey.set_size(egui::vec2(800.0, 400.0));
        journey.write_own("five.ron", FIVE_KINDS);
    });
    journey.wait_until("the bank is read", |journey| journey.has_button("Practise: Five kinds"));
    journey.go("Settings");
    journey.bring_into_sight(Role::Button, "Copy the path");
    journey.go("Learner");
    let title = journey.get(Role::Heading, "Learners").rect();
    assert!(journey.window().contains_rect(title), "{title:?}");
}

#[test]
fn a_screen_reader_can_play() {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.get(Role::Button, "Start practice: 5 questions").click_accesskit();
    journey.settle();
    while journey.known().kind != "choice" {
        journey.get(Role::Button, "Skip").click_accesskit();
        journey.settle();
    }
    journey.get(Role::RadioButton, "Deuterium").click_accesskit();
    journey.settle();
    assert!(journey.is_picked(Role::RadioButton, "Deuterium"));
    journey.get(Role::Button, "Check").click_accesskit();
    journey.settle();
    assert!(journey.announced().contains(&"That is right".to_owned()));
    // The verdict has the focus, so that it is heard where live text is not; `Tab` leads on.
    assert_eq!(journey.focus(), Some((Role::Paragraph, "That is right".to_owned())));
    journey.press(Key::Tab);
    assert_eq!(journey.focus(), Some((Role::Button, "Why this mark?".to_owned())));
    journey.press(Key::Tab);
    assert_eq!(journey.focus(), Some((Role::Button, "Remark for your teacher".to_owned())));
    journey.press(Key::Tab);
    assert_eq!(journey.focus(), Some((Role::Button, "Next".to_owned())));
}
