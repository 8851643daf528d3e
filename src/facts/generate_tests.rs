//! What the generator makes of a small table.

use super::sample_tests::sample;
use super::*;
use crate::bank::judge;

#[test]
fn nothing_is_wrong_with_what_is_made() {
    let Generated { banks, refused } = generated(&sample());
    assert_eq!(refused, []);
    assert_eq!(judge(&banks[0]), []);
    for question in &banks[0].questions {
        println!("{}", ron::ser::to_string_pretty(question, ron::ser::PrettyConfig::default()).expect("x"));
    }
    println!("{}", banks[0].questions.len());
}
