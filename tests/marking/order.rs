//! Orders: Kendall's τ, not below 0.

use super::Say::Nothing;
use super::{check, check_response};
use torus::sitting::Response;

const THREE: &str = r#"Order(items: ["JET built", "JET record", "ITER plasma"])"#;
const FIVE: &str = r#"Order(items: ["a", "b", "c", "d", "e"])"#;

#[test]
fn three_items_earn_all_a_third_or_nothing() {
    check(
        THREE,
        &[
            ("JET built; JET record; ITER plasma", 1.0, Nothing),
            ("jet built;JET RECORD; iter plasma ", 1.0, Nothing),
            ("JET built; ITER plasma; JET record", 1.0 / 3.0, Nothing),
            ("JET record; JET built; ITER plasma", 1.0 / 3.0, Nothing),
            ("ITER plasma; JET built; JET record", 0.0, Nothing),
            ("JET record; ITER plasma; JET built", 0.0, Nothing),
            ("ITER plasma; JET record; JET built", 0.0, Nothing),
        ],
    );
}

#[test]
fn five_items_lose_a_fifth_for_each_pair_of_neighbours_swapped() {
    check(
        FIVE,
        &[
            ("a; b; c; d; e", 1.0, Nothing),
            ("b; a; c; d; e", 0.8, Nothing),
            ("a; b; c; e; d", 0.8, Nothing),
            ("b; a; d; c; e", 0.6, Nothing),
            ("a; c; d; b; e", 0.6, Nothing),
            ("b; c; d; e; a", 0.2, Nothing),
            ("e; a; b; c; d", 0.2, Nothing),
            ("a; e; d; c; b", 0.0, Nothing),
            ("e; b; c; d; a", 0.0, Nothing),
            ("e; d; c; b; a", 0.0, Nothing),
        ],
    );
}

#[test]
fn what_is_no_order_of_the_items_earns_nothing_and_what_is_there_is_marked() {
    check_response(THREE, Response::Order(vec![0, 1]), 1.0 / 3.0);
    check_response(THREE, Response::Order(vec![1, 0]), 0.0);
    check_response(FIVE, Response::Order(vec![0, 1, 3, 4]), 0.6);
    for order in [vec![0, 1, 1], vec![0, 1, 2, 3], vec![0, 1, usize::MAX], vec![]] {
        check_response(THREE, Response::Order(order), 0.0);
    }
    check_response(THREE, Response::Order(vec![0, 1, 2]), 1.0);
    check_response("Order(items: [])", Response::Order(vec![]), 0.0);
    check_response(r#"Order(items: ["a"])"#, Response::Order(vec![0]), 0.0);
    check_response(THREE, Response::Choices(vec![0, 1, 2]), 0.0);
}
