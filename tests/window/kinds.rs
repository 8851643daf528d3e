//! The kinds of question that are more than picking or typing: by press, by keys, by screen reader, and what the
//! feedback says of each part. Drags stand in `carrying`.

use crate::banks::MAP;
use crate::journey::Journey;
use egui::accesskit::Role;

/// A practice of one question with that answer, beside the map that spots lie on.
pub fn practice(answer: &str) -> Journey {
    let bank = format!(
        "Bank(format: 1, id: \"one\", title: \"One question\", questions: [\
         Question(id: \"q\", prompt: \"What do you say?\", answer: {answer}, alt: \"A map\", \
         feedback: {{\"cataract\": \"The river only falls here.\", \"Volga = Baltic Sea\": \"It never gets so far.\"}})])"
    );
    let mut journey = Journey::begin_with(|journey| {
        journey.write_own("map.svg", MAP);
        journey.write_own("one.ron", &bank);
    });
    journey.wait_until("the bank is read", |journey| journey.has_button("Practise: One question"));
    journey.tab_to(Role::Button, "Practise: One question");
    journey.keys("Enter, Enter");
    journey
}

pub const ORDER: &str = r#"Order(items: ["first", "second", "third"])"#;
pub const MATCH: &str = r#"Match(pairs: [("Rhine", "North Sea"), ("Volga", "Caspian Sea")], extra: ["Baltic Sea"])"#;
pub const CLOZE: &str = r#"Cloze(text: "Vienna lies on the {Danube|Donau}, which flows {east ~ west ~ north}.")"#;
pub const GROUPS: &str = r#"Categorise(groups: {"Africa": ["Nile"], "Europe": ["Volga", "Loire"]})"#;
pub const HOTSPOT: &str = r#"Hotspot(image: "map.svg", spots: [
    Spot(name: "delta", shape: Circle(x: 0.5, y: 0.1, r: 0.1), describe: "At the top"),
    Spot(name: "cataract", shape: Rect(x: 0.4, y: 0.4, width: 0.2, height: 0.2), describe: "In the middle"),
    Spot(name: "source", shape: Polygon([(0.4, 0.8), (0.6, 0.8), (0.5, 1)]))], correct: ["delta"])"#;
const CALCULATED: &str = r#"Calculated(variables: {"t": Values([4])}, value: "20 / t", unit: "MW")"#;
const RECALL: &str = r#"Recall(answer: "A bend of a river")"#;

#[test]
fn one_gives_some_answer_in_every_kind() {
    for answer in [ORDER, MATCH, CLOZE, GROUPS, HOTSPOT, CALCULATED, RECALL] {
        let mut journey = practice(answer);
        if answer == RECALL {
            // The first reveals the answer, the second rates it, and that is all.
            journey.keys("1, 1");
            assert!(journey.has_button("Next"), "{}", journey.shown());
            continue;
        }
        journey.keys("Enter");
        assert!(journey.has_button("Check"), "`Enter` alone answered {answer}:\n{}", journey.shown());
        journey.keys("1, Enter");
        if [MATCH, CLOZE, GROUPS].contains(&answer) {
            assert!(journey.announced().iter().any(|words| words.contains("press Enter again")), "{}", journey.shown());
            journey.keys("Enter");
        }
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
        assert_eq!(journey.focus(), Some((Role::ListItem, format!("{item}, place {} of 3", place + 1))));
        if from > place + 1 {
            assert!(journey.announced().contains(&format!("{item}, place {} of 3", place + 1)));
        }
    }
    journey.keys("Enter");
    journey.assert_says("That is right");
    assert!(journey.find(Role::ListItem, "1: first, right").is_some(), "{}", journey.shown());
}

#[test]
fn each_place_of_a_wrong_order_tells_what_belongs_there() {
    let mut journey = practice(ORDER);
    let order: Vec<String> = journey.names().into_iter().filter(|name| name.contains(", place ")).collect();
    let has_moved = order[0].starts_with("first");
    journey.keys(if has_moved { "2, Enter" } else { "1, Enter" });
    let wrong: Vec<String> =
        journey.names().into_iter().filter(|name| name.contains("not right; right answer")).collect();
    assert!(!wrong.is_empty(), "{}", journey.shown());
    let first = wrong.iter().find(|name| name.starts_with("1: ")).expect("the first place is wrong");
    assert!(first.ends_with("not right; right answer: first"), "{first}");
}

#[test]
fn pairs_are_made_by_a_press_and_another_and_taken_back() {
    let mut journey = practice(MATCH);
    journey.click("North Sea");
    journey.click_on(Role::ListItem, "Rhine, with nothing yet");
    assert!(journey.names().iter().any(|name| name.starts_with("Rhine, with North Sea")), "{}", journey.shown());
    // The other way round: first the place, then what belongs there.
    journey.click_on(Role::ListItem, "Volga, with nothing yet");
    journey.click("Baltic Sea");
    let volga = journey.name_beginning("Volga, with Baltic Sea");
    // A press takes up what stands there, and Esc lays it down and leaves nothing else.
    journey.click_on(Role::ListItem, &volga);
    assert!(journey.find(Role::ListItem, "Volga, with nothing yet").is_some(), "{}", journey.shown());
    journey.keys("Esc");
    journey.click("Baltic Sea");
    journey.click_on(Role::ListItem, "Volga, with nothing yet");
    journey.click("Check");
    journey.assert_says("Partly right");
    journey.assert_says("0.5 of 1 point");
    assert!(journey.find(Role::ListItem, "Rhine: North Sea, right").is_some(), "{}", journey.shown());
    assert!(journey.find(Role::ListItem, "Volga: Baltic Sea, not right; right answer: Caspian Sea").is_some());
    journey.assert_says("It never gets so far.");
}

#[test]
fn pairs_are_made_with_the_arrow_keys_and_tell_where_they_stand() {
    let mut journey = practice(MATCH);
    for (left, right) in [("Rhine", "North Sea"), ("Volga", "Caspian Sea")] {
        journey.tab_to(Role::ListItem, &format!("{left}, with nothing yet"));
        for _ in 0..4 {
            if !journey.says(&format!("{left}, with {right}")) {
                journey.keys("Right");
            }
        }
        let told = journey.name_beginning(&format!("{left}, with {right}, "));
        assert!(told.ends_with(" of 3"), "{told}");
        assert_eq!(journey.focus(), Some((Role::ListItem, told.clone())));
        assert!(journey.announced().contains(&told), "{told} is not announced");
    }
    journey.keys("Left, Right, Delete");
    assert!(journey.says("Volga, with nothing yet"), "{}", journey.shown());
    journey.keys("Left, Left, Left, Left, Right");
    journey.keys("Enter");
    assert!(journey.has_button("See the result") || journey.has_button("Next"), "{}", journey.shown());
}

#[test]
fn digits_fill_one_place_after_the_other() {
    let mut journey = practice(MATCH);
    journey.keys("2, 3");
    let standing: Vec<String> = journey.names().into_iter().filter(|name| name.contains(", with ")).collect();
    assert!(standing.iter().any(|name| name.starts_with("Rhine, ") && name.ends_with("2 of 3")), "{standing:?}");
    assert!(standing.iter().any(|name| name.starts_with("Volga, ") && name.ends_with("3 of 3")), "{standing:?}");
}

#[test]
fn a_screen_reader_pairs_and_sorts() {
    let mut journey = practice(MATCH);
    journey.press_by_reader(Role::Button, "North Sea");
    journey.press_by_reader(Role::ListItem, "Rhine, with nothing yet");
    journey.press_by_reader(Role::Button, "Caspian Sea");
    journey.press_by_reader(Role::ListItem, "Volga, with nothing yet");
    journey.press_by_reader(Role::Button, "Check");
    journey.assert_says("That is right");
    let mut journey = practice(GROUPS);
    for (item, group) in [("Nile", "Africa"), ("Volga", "Europe"), ("Loire", "Europe")] {
        journey.press_by_reader(Role::ListItem, &format!("{item}, in no group yet"));
        journey.press_by_reader(Role::Button, &format!("Put {item} into {group}"));
    }
    journey.press_by_reader(Role::Button, "Check");
    journey.assert_says("That is right");
}

#[test]
fn an_order_is_made_by_presses_alone_by_mouse_and_by_screen_reader() {
    for by_reader in [false, true] {
        let mut journey = practice(ORDER);
        let press = |journey: &mut Journey, item: &str| {
            let name = journey.name_beginning(&format!("{item}, place "));
            if by_reader {
                journey.press_by_reader(Role::ListItem, &name);
            } else {
                journey.click_on(Role::ListItem, &name);
            }
        };
        for (place, item) in ["first", "second"].into_iter().enumerate() {
            let there = journey.name_ending(&format!(", place {} of 3", place + 1));
            let there = there.split(',').next().expect("an item").to_owned();
            if there != item {
                press(&mut journey, item);
                assert!(journey.announced().contains(&format!("{item}: picked up")), "{}", journey.shown());
                press(&mut journey, &there);
            }
            assert!(journey.says(&format!("{item}, place {} of 3", place + 1)), "{}", journey.shown());
        }
        // An order that was right from the start is kept on purpose.
        journey.keys("1, Enter");
        journey.assert_says("That is right");
    }
}

#[test]
fn a_screen_reader_fills_gaps_and_points_at_places() {
    let mut journey = practice(CLOZE);
    journey.type_text("Danube");
    journey.press_by_reader(Role::ComboBox, "Gap 2 of 2");
    journey.press_by_reader(Role::RadioButton, "east");
    journey.press_by_reader(Role::Button, "Check");
    journey.assert_says("That is right");
    let mut journey = practice(HOTSPOT);
    journey.press_by_reader(Role::RadioButton, "At the top");
    journey.press_by_reader(Role::Button, "Check");
    journey.assert_says("That is right");
}

#[test]
fn the_words_of_a_text_with_gaps_stand_on_one_line() {
    let mut journey = practice(CLOZE);
    assert_on_one_line(&journey, "before the answer");
    journey.type_text("Danube");
    journey.keys("Enter");
    assert_on_one_line(&journey, "after it");
}

fn assert_on_one_line(journey: &Journey, when: &str) {
    let [first, second] =
        ["Vienna lies on the ", ", which flows "].map(|words| journey.get(Role::Label, words).rect().center().y);
    assert!((first - second).abs() < 0.5, "{when}: {first} and {second}");
}

#[test]
fn gaps_are_typed_and_chosen_from_a_list() {
    let mut journey = practice(CLOZE);
    journey.type_text("donau");
    journey.click_on(Role::ComboBox, "Gap 2 of 2");
    journey.click_on(Role::RadioButton, "east");
    assert_eq!(journey.get(Role::ComboBox, "Gap 2 of 2").value().as_deref(), Some("east"));
    assert!(journey.find(Role::RadioButton, "west").is_none(), "the list is closed:\n{}", journey.shown());
    journey.click("Check");
    journey.assert_says("That is right");
    journey.assert_says("donau, right");
}

#[test]
fn a_screen_reader_hears_the_maths_of_a_list_as_it_is_said() {
    let mut journey = practice(r#"Cloze(text: r"A square: {$a^2$ ~ $a^3$}.")"#);
    journey.press_by_reader(Role::ComboBox, "Gap 1 of 1");
    journey.press_by_reader(Role::RadioButton, "a²");
    assert_eq!(journey.get(Role::ComboBox, "Gap 1 of 1").value().as_deref(), Some("a²"));
    journey.press_by_reader(Role::Button, "Check");
    journey.assert_says("That is right");
}

#[test]
fn a_list_in_a_gap_is_worked_with_keys_alone() {
    let mut journey = practice(CLOZE);
    journey.type_text("Wien");
    journey.keys("Tab, Down, Down, Up");
    let first = journey.get(Role::ComboBox, "Gap 2 of 2").value().expect("chosen by the arrow keys");
    journey.keys("Space");
    assert_eq!(journey.focus(), Some((Role::RadioButton, first.clone())), "{}", journey.shown());
    // Esc closes the list, and not the question.
    journey.keys("Esc");
    assert!(journey.has_button("Check") && journey.find(Role::RadioButton, &first).is_none(), "{}", journey.shown());
    journey.tab_to(Role::ComboBox, "Gap 2 of 2");
    journey.keys("Space, Down, Enter");
    let second = journey.get(Role::ComboBox, "Gap 2 of 2").value().expect("chosen in the list");
    assert_ne!(second, first);
    assert!(journey.find(Role::RadioButton, &first).is_none(), "the list is closed:\n{}", journey.shown());
    assert!(journey.has_button("Check"), "Enter in the list checks nothing:\n{}", journey.shown());
    journey.keys("Enter");
    journey.assert_says("Wien, not right; right answer: Danube");
}

#[test]
fn items_are_sorted_by_a_press_and_another() {
    let mut journey = practice(GROUPS);
    for (item, group) in [("Nile", "Africa"), ("Volga", "Europe"), ("Loire", "Africa")] {
        journey.click_on(Role::ListItem, &format!("{item}, in no group yet"));
        journey.click(&format!("Put {item} into {group}"));
    }
    assert!(journey.names().contains(&"Africa: 2 items".to_owned()), "{}", journey.shown());
    journey.click("Check");
    journey.assert_says("Partly right");
    assert!(journey.find(Role::ListItem, "Nile: Africa, right").is_some(), "{}", journey.shown());
    assert!(journey.find(Role::ListItem, "Loire: Africa, not right; right answer: Europe").is_some());
}

#[test]
fn items_are_sorted_with_the_arrow_keys_and_keep_the_focus() {
    let mut journey = practice(GROUPS);
    for (item, keys, group, place) in
        [("Nile", "Right", "Africa", 1), ("Volga", "Left", "Europe", 2), ("Loire", "Right, Right", "Europe", 2)]
    {
        journey.tab_to(Role::ListItem, &format!("{item}, in no group yet"));
        journey.keys(keys);
        let told = format!("{item}, in {group}, {place} of 2");
        assert_eq!(journey.focus(), Some((Role::ListItem, told.clone())));
        assert!(journey.announced().contains(&told), "{}", journey.shown());
    }
    journey.keys("Enter");
    journey.assert_says("That is right");
}

#[test]
fn places_have_no_names_before_marking_and_are_named_after() {
    let mut journey = practice(HOTSPOT);
    assert!(!journey.shown().contains("delta"), "{}", journey.shown());
    assert!(journey.names().iter().any(|name| name.starts_with("Place ") && name.ends_with(" of 3")));
    journey.click_on(Role::RadioButton, "At the top");
    journey.click("Check");
    journey.assert_says("That is right");
    assert!(journey.shown().contains("delta"), "{}", journey.shown());
}

#[test]
fn a_place_is_pointed_at_in_the_picture() {
    for (at, picked) in [((0.5, 0.12), Some("At the top")), ((0.5, 0.5), Some("In the middle")), ((0.1, 0.7), None)] {
        let mut journey = practice(HOTSPOT);
        journey.wait_until("the picture is shown", |journey| journey.get(Role::Image, "A map").rect().height() > 100.0);
        let rect = journey.get(Role::Image, "A map").rect();
        journey.click_at(rect.lerp_inside(egui::vec2(at.0, at.1)));
        for name in ["At the top", "In the middle"] {
            assert_eq!(journey.is_picked(Role::RadioButton, name), picked == Some(name), "{name} at {at:?}");
        }
    }
}

#[test]
fn a_wrong_place_says_what_it_is() {
    let mut journey = practice(HOTSPOT);
    journey.click_on(Role::RadioButton, "In the middle");
    journey.click("Check");
    journey.assert_says("Not quite. Answer: delta");
    journey.assert_says("The river only falls here.");
    assert!(journey.names().contains(&"cataract, your answer".to_owned()), "{}", journey.shown());
}

#[test]
fn a_recalled_answer_is_hidden_until_it_is_revealed() {
    let mut journey = practice(RECALL);
    assert!(!journey.shown().contains("A bend of a river"));
    journey.click("Reveal the answer");
    journey.assert_says("A bend of a river");
    assert!(!journey.has_button("Check"), "nothing is left to press but the rating");
    journey.click_on(Role::RadioButton, "I knew it");
    journey.assert_says("You knew it");
}

#[test]
fn enter_reveals_a_recalled_answer_and_rates_nothing() {
    let mut journey = practice(RECALL);
    journey.keys("Enter, Enter, Enter");
    journey.assert_says("A bend of a river");
    journey.assert_says("Press 1 if you did not know it yet, 2 if you did.");
    journey.keys("2");
    journey.assert_says("You knew it");
}

#[test]
fn who_does_not_know_sees_the_answer_in_every_kind_by_key_and_by_button() {
    let choice = r#"Choice(correct: "a", distractors: ["b"])"#;
    let choices = r#"Choices(correct: ["a"], distractors: ["b"])"#;
    let text = r#"Text(accept: ["a"])"#;
    let all = [
        (choice, "a, right answer"),
        (choices, "a, right answer"),
        ("TrueFalse(true)", "True, right answer"),
        ("Number(value: 7)", "7, right answer"),
        (text, "a, right answer"),
        (ORDER, "1: no answer; right answer: first"),
        (MATCH, "Rhine: no answer; right answer: North Sea"),
        (CLOZE, "no answer; right answer: Danube"),
        (GROUPS, "Nile: no answer; right answer: Africa"),
        (HOTSPOT, "delta, right answer"),
        (CALCULATED, "5 MW, right answer"),
        (RECALL, "A bend of a river"),
    ];
    for (answer, shown) in all {
        for by_key in [true, false] {
            let mut journey = practice(answer);
            if by_key {
                journey.keys("Alt D");
            } else {
                journey.click("I don’t know");
            }
            assert!(journey.has_button("Next"), "{answer}:\n{}", journey.shown());
            journey.assert_says(shown);
            if answer != RECALL {
                journey.assert_says("It counts as missed, and comes for a second try.");
            }
            journey.keys("Enter");
            assert_eq!(journey.headings()[0], "0 of 1 right", "{answer}");
            journey.keys("E");
            assert_eq!(journey.headings()[0], "You got 0 of 1 right.", "{answer}");
        }
    }
}

impl Journey {
    /// The first name on the screen that ends so.
    fn name_ending(&self, ending: &str) -> String {
        let names = self.names();
        names.into_iter().find(|name| name.ends_with(ending)).unwrap_or_else(|| panic!("{ending:?}:\n{}", self.shown()))
    }
}
