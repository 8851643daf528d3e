//! Letters of a printed paper: what the key says is right, and no text is a surprise.

use super::any::{any_question, questions};
use proptest::prelude::*;
use torus::paper::{item_at, version_seed};
use torus::report::{key_letters, read_letters};
use torus::sitting::grade;

proptest! {
    #[test]
    fn the_letters_of_the_key_are_right_on_every_paper(
        question in questions(), seed: u32, version in 0..26_u32, position in 0..99_u32,
    ) {
        let item = item_at("b", &question, version_seed(seed, version), position);
        let key = key_letters(&item);
        let response = read_letters(&item, &key);
        let mark = response.clone().ok().flatten().map(|response| grade(&item.question, &response).fraction);
        prop_assert_eq!(mark, Some(1.0), "{}: {:?} for {:?}", key, response, item);
    }

    #[test]
    fn any_text_is_read_or_refused(
        question in prop_oneof![questions(), any_question()], seed: u32, written in "([A-Ha-h;, _?-]{0,12}|\\PC{0,9})",
    ) {
        let item = item_at("b", &question, seed, 0);
        if let Ok(Some(response)) = read_letters(&item, &written) {
            prop_assert!(!response.is_blank());
            prop_assert!((0.0..=1.0).contains(&grade(&item.question, &response).fraction));
        }
        key_letters(&item);
    }
}
