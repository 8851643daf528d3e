//! A choice: all or nothing.

use super::Say::Nothing;
use super::{WALL_YEAR, check};

#[test]
fn a_choice_is_all_or_nothing() {
    check(
        WALL_YEAR,
        &[("2011", 1.0, Nothing), ("1997", 0.0, Nothing), ("2022", 0.0, Nothing), (" 2011 ", 1.0, Nothing)],
    );
    check(
        r#"Choice(correct: "É = a; b", distractors: ["e"])"#,
        &[("É = a; b", 1.0, Nothing), ("e\u{301} = A; B", 1.0, Nothing), (r"É \= a\; b", 1.0, Nothing)],
    );
}
