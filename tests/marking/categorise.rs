//! Items in groups: the right ones, divided by all.

use super::Say::Nothing;
use super::{check, check_response};
use torus::sitting::Response;

const GROUPS: &str =
    r#"Categorise(groups: {"Machines": ["JET", "ITER"], "Places": ["Culham"], "Metals": ["tungsten"]})"#;

#[test]
fn each_item_in_its_group_earns_its_share() {
    check(
        GROUPS,
        &[
            ("JET = Machines; ITER = Machines; Culham = Places; tungsten = Metals", 1.0, Nothing),
            ("tungsten=metals; culham=PLACES; iter=machines; jet=machines;", 1.0, Nothing),
            ("JET = Machines; ITER = Machines; Culham = Places", 0.75, Nothing),
            ("JET = Machines; ITER = Places; Culham = Places; tungsten = Places", 0.5, Nothing),
            ("JET = Places; ITER = Places; Culham = Places; tungsten = Places", 0.25, Nothing),
            ("Culham = Places", 0.25, Nothing),
            ("JET = Metals", 0.0, Nothing),
            ("JET = Metals; ITER = Metals; Culham = Metals; tungsten = Machines", 0.0, Nothing),
        ],
    );
}

#[test]
fn groups_that_there_are_not_count_for_nothing() {
    check_response("Categorise(groups: {})", Response::Categorise(vec![Some(0)]), 0.0);
    check_response(GROUPS, Response::Categorise(vec![Some(0), Some(0), Some(1), Some(2)]), 1.0);
    check_response(GROUPS, Response::Choices(vec![0, 0, 1, 2]), 0.0);
}
