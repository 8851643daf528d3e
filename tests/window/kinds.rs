//! The kinds of question that are more than picking or typing: by keys, by mouse, and what the feedback says.

use crate::journey::Journey;
use egui::accesskit::Role;

/// A bank of one question with that answer.
fn practice(answer: &str) -> Journey {
    let bank = format!(
        "Bank(format: 1, id: \"one\", title: \"One question\", questions: [\
         Question(id: \"q\", prompt: \"What do you say?\", answer: {answer})])"
    );
    let mut journey = Journey::begin_named(&[("one.ron", &bank)]);
    journey.keys("Enter");
    journey
}

const ORDER: &str = r#"Order(items: ["first", "second", "third"])"#;
const MATCH: &str = r#"Match(pairs: [("Rhine", "North Sea"), ("Volga", "Caspian Sea")], extra: ["Baltic Sea"])"#;
const CLOZE: &str = r#"Cloze(text: "Vienna lies on the {Danube|Donau}, which flows {east ~ west ~ north}.")"#;
const GROUPS: &str = r#"Categorise(groups: {"Africa": ["Nile"], "Europe": ["Volga", "Loire"]})"#;
const HOTSPOT: &str = r#"Hotspot(image: "none.png", spots: [
    Spot(name: "delta", shape: Circle(x: 0.5, y: 0.1, r: 0.1), describe: "At the top"),
    Spot(name: "cataract", shape: Circle(x: 0.5, y: 0.5, r: 0.1), describe: "In the middle"),
    Spot(name: "source", shape: Circle(x: 0.5, y: 0.9, r: 0.1), describe: "At the bottom")], correct: ["delta"])"#;
const CALCULATED: &str = r#"Calculated(variables: {"t": Values([4])}, value: "20 / t", unit: "MW")"#;
const RECALL: &str = r#"Recall(answer: "A bend of a river")"#;

#[test]
fn one_gives_some_answer_in_every_kind() {
    for answer in [ORDER, MATCH, CLOZE, GROUPS, HOTSPOT, CALCULATED, RECALL] {
        let mut journey = practice(answer);
        journey.keys("Enter");
        assert!(journey.has_button("Check"), "`Enter` alone answered {answer}:\n{}", journey.shown());
        journey.keys("1, Enter");
        let has_feedback = journey.has_button("Next") || journey.has_button("See the result");
        assert!(has_feedback, "`1` gave no answer to {answer}:\n{}", journey.shown());
    }
}

#[test]
fn items_are_ordered_with_the_arrow_keys_and_tell_where_they_stand() {
    let mut journey = practice(ORDER);
    for (place, item) in ["first", "second", "third"].into_iter().enumerate() {
        let is_there =
            |journey: &Journey, place: usize| journey.names().contains(&format!("{item}, place {place} of 3"));
        let from = (1..=3).find(|place| is_there(&journey, *place)).expect("the item is shown");
        journey.tab_to(Role::ListItem, &format!("{item}, place {from} of 3"));
        for _ in place + 1..from {
            journey.keys("Up");
        }
        assert!(is_there(&journey, place + 1), "{}", journey.shown());
    }
    journey.keys("Enter");
    journey.assert_says("That is right");
}

#[test]
fn pairs_are_chosen_side_by_side_and_taken_back() {
    let mut journey = practice(MATCH);
    journey.click_on(Role::RadioButton, "Rhine: North Sea");
    journey.click_on(Role::RadioButton, "Volga: Baltic Sea");
    journey.click_on(Role::RadioButton, "Volga: Baltic Sea");
    assert!(!journey.is_picked(Role::RadioButton, "Volga: Baltic Sea"));
    journey.click("Check");
    journey.assert_says("Partly right");
    journey.assert_says("Volga = Caspian Sea");
}

#[test]
fn gaps_are_typed_and_picked() {
    let mut journey = practice(CLOZE);
    journey.type_text("donau");
    journey.click_on(Role::RadioButton, "Gap 2 of 2: east");
    journey.click("Check");
    journey.assert_says("That is right");
}

#[test]
fn items_are_sorted_into_groups() {
    let mut journey = practice(GROUPS);
    for pair in ["Nile: Africa", "Volga: Europe", "Loire: Europe"] {
        journey.click_on(Role::RadioButton, pair);
    }
    journey.click("Check");
    journey.assert_says("That is right");
}

#[test]
fn places_have_no_names_before_marking_and_are_named_after() {
    let mut journey = practice(HOTSPOT);
    assert!(!journey.shown().contains("delta"), "{}", journey.shown());
    journey.click_on(Role::RadioButton, "At the top");
    journey.click("Check");
    journey.assert_says("That is right");
    assert!(journey.shown().contains("delta"), "{}", journey.shown());
}

#[test]
fn a_recalled_answer_is_hidden_until_it_is_revealed() {
    let mut journey = practice(RECALL);
    assert!(!journey.shown().contains("A bend of a river"));
    journey.click("Reveal the answer");
    journey.assert_says("A bend of a river");
    journey.click_on(Role::RadioButton, "I knew it");
    journey.click("Check");
    journey.assert_says("You knew it");
}
