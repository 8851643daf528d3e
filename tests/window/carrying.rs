//! Real drags: what is carried shows where it would land, lands there, and goes back where it came from on Esc.

use crate::journey::Journey;
use crate::kinds::{GROUPS, MATCH, ORDER, practice};
use egui::accesskit::Role;
use egui::{Pos2, vec2};

/// The items of an order as they stand.
fn standing(journey: &Journey) -> Vec<String> {
    let mut named: Vec<(usize, String)> = journey
        .nodes()
        .iter()
        .map(crate::sight::name_of)
        .filter_map(|name| {
            let (item, place) = name.split_once(", place ")?;
            Some((place.split_once(' ')?.0.parse().ok()?, item.to_owned()))
        })
        .collect();
    named.sort();
    named.dedup();
    named.into_iter().map(|(_, item)| item).collect()
}

fn row(journey: &Journey, item: &str) -> (String, Pos2) {
    let place = standing(journey).iter().position(|other| other == item).expect("an item") + 1;
    let name = format!("{item}, place {place} of 3");
    let center = journey.get(Role::ListItem, &name).rect().center();
    (name, center)
}

#[test]
fn an_item_is_dragged_to_its_place_and_the_others_make_room() {
    let mut journey = practice(ORDER);
    let before = standing(&journey);
    let (last, (_, top)) = (before[2].clone(), row(&journey, &before[0]));
    let (name, _) = row(&journey, &last);
    journey.carry(Role::ListItem, &name, top);
    // Nothing is changed yet, but every item tells where it would stand.
    assert_eq!(standing(&journey), [last.clone(), before[0].clone(), before[1].clone()]);
    journey.keys("Esc");
    journey.let_go(top);
    assert_eq!(standing(&journey), before, "Esc puts it back");
    assert!(journey.has_button("Check"), "Esc leaves nothing while something is carried:\n{}", journey.shown());
    let (name, _) = row(&journey, &last);
    journey.carry(Role::ListItem, &name, top);
    journey.let_go(top);
    assert_eq!(standing(&journey), [last, before[0].clone(), before[1].clone()]);
}

#[test]
fn an_order_is_put_right_by_drags_alone() {
    let mut journey = practice(ORDER);
    for (place, item) in ["first", "second", "third"].into_iter().enumerate() {
        let there = standing(&journey)[place].clone();
        if there != item {
            let (name, _) = row(&journey, item);
            let (_, to) = row(&journey, &there);
            journey.carry(Role::ListItem, &name, to);
            journey.let_go(to);
        }
        assert_eq!(standing(&journey)[place], item);
    }
    // An order that was right from the start is kept on purpose.
    journey.keys("1, Enter");
    journey.assert_says("That is right");
}

#[test]
fn answers_are_dragged_to_places_and_change_places() {
    let mut journey = practice(MATCH);
    journey.drag(Role::Button, "Caspian Sea", Role::ListItem, "Rhine, with nothing yet");
    journey.drag(Role::Button, "North Sea", Role::ListItem, "Volga, with nothing yet");
    let (rhine, volga) = (journey.name_beginning("Rhine, with Caspian"), journey.name_beginning("Volga, with North"));
    journey.drag(Role::ListItem, &rhine, Role::ListItem, &volga);
    journey.click("Check");
    journey.assert_says("That is right");
}

#[test]
fn an_answer_dragged_out_of_its_place_comes_off() {
    let mut journey = practice(MATCH);
    journey.drag(Role::Button, "Caspian Sea", Role::ListItem, "Rhine, with nothing yet");
    let rhine = journey.name_beginning("Rhine, with Caspian Sea");
    let outside = journey.get(Role::Heading, "What do you say?").rect().center();
    journey.carry(Role::ListItem, &rhine, outside);
    journey.let_go(outside);
    assert!(journey.says("Rhine, with nothing yet"), "{}", journey.shown());
    journey.carry(Role::Button, "Caspian Sea", outside);
    journey.let_go(outside);
    journey.click("Check");
    journey.assert_says("Make at least one pair first, or say that you don’t know.");
}

#[test]
fn items_are_dragged_into_groups_and_out_again() {
    let mut journey = practice(GROUPS);
    let group = |journey: &Journey, name: &str| {
        let name = journey.name_beginning(&format!("{name}: "));
        journey.get(Role::Label, &name).rect().center() + vec2(0.0, 12.0)
    };
    for (item, name) in [("Nile", "Europe"), ("Volga", "Europe"), ("Loire", "Europe")] {
        let to = group(&journey, name);
        journey.carry(Role::ListItem, &format!("{item}, in no group yet"), to);
        journey.let_go(to);
    }
    assert!(journey.names().contains(&"Europe: 3 items".to_owned()), "{}", journey.shown());
    let to = group(&journey, "Africa");
    journey.carry(Role::ListItem, "Nile, in Europe, 2 of 2", to);
    journey.let_go(to);
    // Dropped where there is nothing, it stays where it was.
    let nowhere = journey.get(Role::Heading, "What do you say?").rect().center();
    journey.carry(Role::ListItem, "Volga, in Europe, 2 of 2", nowhere);
    journey.let_go(nowhere);
    journey.click("Check");
    journey.assert_says("That is right");
}

#[test]
fn a_side_that_belongs_to_one_place_alone_stands_back_when_it_is_placed() {
    let mut journey = practice(MATCH);
    let is_there = |journey: &Journey, name: &str| journey.find(Role::Button, name).is_some();
    journey.click("North Sea");
    journey.click_on(Role::ListItem, "Rhine, with nothing yet");
    assert!(is_there(&journey, "North Sea, used") && is_there(&journey, "Baltic Sea"), "{}", journey.shown());
    // It can still be taken, to be put elsewhere, and is free again when it is taken off.
    journey.tab_to(Role::ListItem, &journey.name_beginning("Rhine, "));
    journey.keys("Delete");
    assert!(is_there(&journey, "North Sea"), "{}", journey.shown());
    let shared = r#"Match(pairs: [("Rhine", "North Sea"), ("Elbe", "North Sea"), ("Volga", "Caspian Sea")])"#;
    let mut journey = practice(shared);
    journey.click("North Sea");
    journey.click_on(Role::ListItem, "Rhine, with nothing yet");
    assert!(is_there(&journey, "North Sea"), "it belongs to two:\n{}", journey.shown());
}
