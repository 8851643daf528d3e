//! Holds a change against what was asked for: the wanted values are there, and no comment is lost. Changes nothing.

use crate::syntax::edit::{Edit, Edits};
use crate::syntax::lexer::comments;
use std::collections::HashMap;

/// Whether the edits of `text` take no comment away but those in `may_go`, and bring none but those in `may_come`.
pub(super) fn keeps_comments(text: &str, edits: &Edits, may_go: &str, may_come: &str) -> bool {
    let mut balance: HashMap<&str, i64> = HashMap::new();
    let mut count = |text, by: i64| {
        for comment in comments(text) {
            *balance.entry(comment).or_default() += by;
        }
    };
    for Edit { span, new_text } in edits.iter() {
        count(&text[span.clone()], -1);
        count(new_text, 1);
    }
    count(may_go, 1);
    count(may_come, -1);
    let (mut allowed_to_go, mut allowed_to_come): (HashMap<&str, i64>, HashMap<&str, i64>) = Default::default();
    for comment in comments(may_go) {
        *allowed_to_go.entry(comment).or_default() += 1;
    }
    for comment in comments(may_come) {
        *allowed_to_come.entry(comment).or_default() += 1;
    }
    balance.into_iter().all(|(comment, left)| {
        let most = allowed_to_go.get(comment).copied().unwrap_or_default();
        let least = -allowed_to_come.get(comment).copied().unwrap_or_default();
        (least..=most).contains(&left)
    })
}

/// Whether a value of the text has the same comments before and after, those in `gone` aside.
pub(super) fn has_comments_of(old: &str, new: &str, gone: &[&str]) -> bool {
    let sorted = |text| {
        let mut all: Vec<&str> = comments(text).collect();
        all.sort_unstable();
        all
    };
    let mut left = sorted(new);
    let mut may_go: Vec<&str> = gone.iter().flat_map(|text| comments(text)).collect();
    for comment in sorted(old) {
        if let Ok(place) = left.binary_search(&comment) {
            left.remove(place);
        } else if let Some(place) = may_go.iter().position(|gone| *gone == comment) {
            may_go.remove(place);
        } else {
            return false;
        }
    }
    left.is_empty()
}
