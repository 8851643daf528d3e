//! Choices: the share of the keys picked, less that of the others; and responses that do not fit.

use super::Say::Nothing;
use super::{PARTIES, RECORD, WALL_YEAR, check, check_response};
use torus::sitting::Response;

#[test]
fn choices_earn_their_share_less_that_of_wrong_picks() {
    check(
        PARTIES,
        &[
            ("Japan; Soviet Union; USA", 1.0, Nothing),
            ("USA; Japan; Soviet Union", 1.0, Nothing),
            ("usa;japan;soviet union", 1.0, Nothing),
            ("Japan; Soviet Union", 2.0 / 3.0, Nothing),
            ("Japan", 1.0 / 3.0, Nothing),
            ("Japan; Japan; Japan", 1.0 / 3.0, Nothing),
            ("Japan; Soviet Union; USA; China", 0.5, Nothing),
            ("Japan; Soviet Union; China", 2.0 / 3.0 - 0.5, Nothing),
            ("Japan; China", 0.0, Nothing),
            ("China", 0.0, Nothing),
            ("China; India", 0.0, Nothing),
            ("Japan; Soviet Union; USA; China; India", 0.0, Nothing),
        ],
    );
}

#[test]
fn choices_without_distractors_lose_nothing() {
    check(r#"Choices(correct: ["a", "b"])"#, &[("a; b", 1.0, Nothing), ("a", 0.5, Nothing), ("b", 0.5, Nothing)]);
}

#[test]
fn picks_that_are_no_option_or_come_twice_count_for_nothing() {
    check_response(WALL_YEAR, Response::Choice(4), 0.0);
    check_response(WALL_YEAR, Response::Choice(usize::MAX), 0.0);
    check_response(PARTIES, Response::Choices(vec![0, 0, 0]), 1.0 / 3.0);
    check_response(PARTIES, Response::Choices(vec![2, 1, 0, 3, 3]), 0.5);
    check_response(PARTIES, Response::Choices(vec![0, 1, 2, 5, usize::MAX]), 1.0);
    check_response(PARTIES, Response::Choices(vec![9]), 0.0);
    check_response("Choices(correct: [])", Response::Choices(vec![0]), 0.0);
}

#[test]
fn a_blank_response_scores_zero() {
    check_response(r#"Text(accept: [""])"#, Response::Text("\u{ad}".into()), 0.0);
    check_response(PARTIES, Response::Choices(vec![]), 0.0);
    for answer in [RECORD, r#"Text(accept: [""])"#, r#"Text(accept: ["JET"], typos: 3)"#] {
        for typed in ["", "   ", "\t\n", "\u{a0}"] {
            check_response(answer, Response::Number(typed.into()), 0.0);
            check_response(answer, Response::Text(typed.into()), 0.0);
        }
    }
}

#[test]
fn a_response_of_another_kind_scores_zero() {
    for response in [Response::TrueFalse(true), Response::Text("2011".into()), Response::Choices(vec![0])] {
        check_response(WALL_YEAR, response, 0.0);
    }
    check_response(PARTIES, Response::Choice(0), 0.0);
    check_response("TrueFalse(true)", Response::Text("true".into()), 0.0);
    check_response(RECORD, Response::Choice(0), 0.0);
    check_response(r#"Text(accept: ["true"])"#, Response::TrueFalse(true), 0.0);
}
