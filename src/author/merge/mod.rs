//! Brings together what two people made of one bank: by question, then by field. Opens no file, and prints no bank anew: the
//! result is the other one's text with what has changed here written in.
//!
//! The laws, which the tests hold:
//! - What only one side has changed is as that side has it; what both have changed alike stands once.
//! - Where both have changed one thing and not alike, that is a [`Conflict`] with all three values.
//! - Comments of both sides stay.

mod align;
mod blocks;
mod compare;
mod cut;
mod damaged;
mod level;
mod merged;
mod nearest;
mod order;
mod piece;
mod renamed;
#[cfg(test)]
mod tests;
mod things;
mod whole;

pub use merged::{Conflict, ConflictOf, MergeError, Merged};
pub use nearest::nearest;

use compare::split_mark;

/// Merges what was made of `base`: `mine` here, `theirs` by another program, which is what the file says now.
///
/// By the ids of questions first; one that has got another id is known by what it says. Where both sides have changed a question,
/// by its fields. The head, ready-made quizzes and sources likewise. Of a text that is damaged somewhere, the questions that can be
/// told apart are merged, and what lies between them is a conflict where it was changed here.
///
/// # Errors
/// Where a text is so damaged that not even a question can be told apart.
pub fn merge(base: &str, mine: &str, theirs: &str) -> Result<Merged, MergeError> {
    let [(base_mark, base_body), (mine_mark, mine_body), (their_mark, their_body)] =
        [base, mine, theirs].map(split_mark);
    let bodies = [base_body, mine_body, their_body];
    let mut merged = match whole::merge(bodies) {
        Some(merged) => merged?,
        None if base_body == their_body || [base_body, their_body].contains(&mine_body) => damaged::taken(bodies),
        None => damaged::merge(bodies)?,
    };
    // What only one side has changed is that side's to the last byte, layout and all.
    if base_body == their_body {
        mine_body.clone_into(&mut merged.text);
    } else if [base_body, their_body].contains(&mine_body) {
        their_body.clone_into(&mut merged.text);
    }
    let mark = if their_mark == base_mark { mine_mark } else { their_mark };
    merged.text.insert_str(0, mark);
    Ok(merged)
}
