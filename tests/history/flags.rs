//! Flags: they belong to the question, and the newest time that it was asked tells.

use super::fixture::{Data, ada, sitting};
use torus::history::History;

/// Begins a sitting and flags its first question, or does not.
fn sit(history: &History, number: u128, bank: &str, is_flagged: bool) {
    let learner = history.learners().expect("reads").remove(0);
    let mut sitting = sitting(number, bank, i64::try_from(number).expect("small"));
    sitting.turns[0].is_flagged = is_flagged;
    history.begin(learner.id, &sitting).expect("begins");
}

fn flagged(history: &History) -> Vec<(String, String)> {
    let learner = history.learners().expect("reads").remove(0);
    let mut flagged: Vec<_> = history.flagged(learner.id).expect("reads").into_iter().collect();
    flagged.sort();
    flagged
}

fn year_of(bank: &str) -> (String, String) {
    (bank.to_owned(), "year".to_owned())
}

#[test]
fn a_flag_stays_until_it_is_taken_away_where_the_question_is_asked_next() {
    let data = Data::new();
    let history = data.open();
    ada(&history);
    sit(&history, 1, "fusion", true);
    sit(&history, 2, "iceland", true);
    assert_eq!(flagged(&history), [year_of("fusion"), year_of("iceland")]);
    sit(&history, 3, "fusion", false);
    assert_eq!(flagged(&history), [year_of("iceland")], "a question of the same id in another bank is another one");
    sit(&history, 4, "fusion", true);
    assert_eq!(flagged(&history), [year_of("fusion"), year_of("iceland")]);
}

#[test]
fn the_flags_of_others_are_theirs() {
    let data = Data::new();
    let history = data.open();
    ada(&history);
    sit(&history, 1, "fusion", true);
    let bob = history.add_learner(uuid::Uuid::from_u128(0xB0B), "Bob", super::fixture::NOW).expect("adds");
    assert!(history.flagged(bob.id).expect("reads").is_empty());
}
