//! Pairs: the right ones, divided by all.

use super::Say::Nothing;
use super::{check, check_response};
use torus::sitting::Response;

const PEOPLE: &str = r#"Match(pairs: [("Alfvén", "Sweden"), ("Fermi", "Italy"), ("Siegbahn", "Sweden"), ("a = b; c", "\\")],
    extra: ["Norway"])"#;
#[test]
fn each_right_pair_earns_its_share() {
    check(
        PEOPLE,
        &[
            (r"Alfvén = Sweden; Fermi = Italy; Siegbahn = Sweden; a \= b\; c = \\", 1.0, Nothing),
            (r"a \= b\; c = \\; Siegbahn = Sweden; Fermi = Italy; Alfvén = Sweden", 1.0, Nothing),
        ],
    );
    check(
        PEOPLE,
        &[
            ("alfve\u{301}n=sweden;FERMI=italy;siegbahn=SWEDEN", 0.75, Nothing),
            ("Alfvén = Sweden; Fermi = Italy", 0.5, Nothing),
            ("Alfvén = Sweden", 0.25, Nothing),
            ("Siegbahn = Sweden", 0.25, Nothing),
            ("Alfvén = Sweden; Fermi = Sweden; Siegbahn = Sweden", 0.5, Nothing),
            ("Alfvén = Norway", 0.0, Nothing),
            ("Alfvén = Italy; Fermi = Norway", 0.0, Nothing),
            ("Alfvén = Norway; Fermi = Italy; Siegbahn = Norway", 0.25, Nothing),
        ],
    );
}

#[test]
fn pairs_that_lead_nowhere_count_for_nothing() {
    let check = |chosen: &[Option<usize>], fraction| {
        check_response(PEOPLE, Response::Match(chosen.to_vec()), fraction);
    };
    check(&[Some(0), Some(1), Some(0), Some(2)], 1.0);
    check(&[Some(0), Some(1), Some(0), Some(2), Some(0), Some(9)], 1.0);
    check(&[Some(0)], 0.25);
    check(&[None, Some(1)], 0.25);
    check(&[Some(usize::MAX), Some(3), None, Some(7)], 0.0);
    check(&[None, None, None, None], 0.0);
    check(&[], 0.0);
    check_response("Match(pairs: [])", Response::Match(vec![Some(0)]), 0.0);
}
