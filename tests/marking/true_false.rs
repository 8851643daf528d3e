//! True or false: all or nothing.

use super::Say::Nothing;
use super::check;

#[test]
fn true_or_false_is_all_or_nothing() {
    check("TrueFalse(true)", &[("true", 1.0, Nothing), ("false", 0.0, Nothing), (" TRUE", 1.0, Nothing)]);
    check("TrueFalse(false)", &[("true", 0.0, Nothing), ("False", 1.0, Nothing)]);
}
