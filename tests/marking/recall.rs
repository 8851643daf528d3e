//! What learners rate themselves.

use super::Say::Nothing;
use super::{check, check_response};
use torus::sitting::Response;

#[test]
fn a_recall_is_what_the_learner_says() {
    let recall = r#"Recall(answer: "59 MJ")"#;
    check(
        recall,
        &[("right", 1.0, Nothing), (" Right", 1.0, Nothing), ("wrong", 0.0, Nothing), ("WRONG", 0.0, Nothing)],
    );
    check_response(recall, Response::TrueFalse(true), 0.0);
    check_response(recall, Response::Text("59 MJ".into()), 0.0);
    check_response("TrueFalse(true)", Response::Recall(true), 0.0);
}
