//! Places in a picture: as a choice where one is right, as choices where several are.

use super::Say::Nothing;
use super::{check, check_response};
use torus::sitting::Response;

/// Four places, of which these are right.
fn hotspot(correct: &str) -> String {
    let spot = |name: &str| format!("(name: \"{name}\", shape: Circle(x: 0.5, y: 0.5, r: 0.1))");
    let spots = ["divertor", "blanket", "coil; outer", "port"].map(spot).join(", ");
    format!("Hotspot(image: \"torus.png\", spots: [{spots}], correct: [{correct}])")
}

#[test]
fn one_right_place_is_all_or_nothing() {
    check(
        &hotspot("\"blanket\""),
        &[
            ("blanket", 1.0, Nothing),
            (" BLANKET", 1.0, Nothing),
            ("blanket; blanket", 1.0, Nothing),
            ("divertor", 0.0, Nothing),
            ("port", 0.0, Nothing),
            ("blanket; port", 0.0, Nothing),
            ("divertor; blanket; port", 0.0, Nothing),
        ],
    );
    check(&hotspot("\"coil; outer\""), &[(r"coil\; outer", 1.0, Nothing), ("port", 0.0, Nothing)]);
}

#[test]
fn several_right_places_earn_their_share_less_that_of_wrong_ones() {
    check(
        &hotspot("\"port\", \"divertor\""),
        &[
            ("divertor; port", 1.0, Nothing),
            ("port; divertor", 1.0, Nothing),
            ("divertor", 0.5, Nothing),
            ("port", 0.5, Nothing),
            ("divertor; port; blanket", 0.5, Nothing),
            ("divertor; blanket", 0.0, Nothing),
            ("blanket", 0.0, Nothing),
            (r"blanket; coil\; outer", 0.0, Nothing),
            (r"divertor; blanket; coil\; outer; port", 0.0, Nothing),
        ],
    );
}

#[test]
fn picks_that_are_no_place_count_for_nothing() {
    let one = hotspot("\"blanket\"");
    check_response(&one, Response::Hotspot(vec![1]), 1.0);
    check_response(&one, Response::Hotspot(vec![1, 1]), 1.0);
    check_response(&one, Response::Hotspot(vec![4]), 0.0);
    check_response(&one, Response::Hotspot(vec![usize::MAX]), 0.0);
    check_response(&one, Response::Hotspot(vec![]), 0.0);
    check_response(&one, Response::Choice(1), 0.0);
    let two = hotspot("\"port\", \"divertor\"");
    check_response(&two, Response::Hotspot(vec![0, 3, 3, 9]), 1.0);
    check_response(&hotspot(""), Response::Hotspot(vec![0]), 0.0);
    check_response(&hotspot("\"nowhere\""), Response::Hotspot(vec![0]), 0.0);
}
