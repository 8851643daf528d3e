//! Questions that ask the same thing in the same words, and false statements that claim the same: one of them is enough.
//! Compares what learners read, and never the key.

use crate::bank::{Answer, asked_text};
use crate::facts::generate::builder::Draft;
use crate::facts::generate::kinds;
use crate::facts::generate::stable_hash::Map;

/// Leaves one of each. One that is typed gets words that say so, where another question has its words.
pub(crate) fn merged(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut taken: Map<String, ()> = Map::default();
    let mut claimed: Map<u64, ()> = Map::default();
    let mut kept = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let is_again = draft.untrue.is_some_and(|claim| claimed.insert(claim, ()).is_some());
        let Some(mut draft) = (if is_again { without_untrue(draft) } else { Some(draft) }) else { continue };
        let is_new =
            |draft: &Draft, taken: &mut Map<String, ()>| taken.insert(asked_text(&draft.question), ()).is_none();
        if is_new(&draft, &mut taken) {
            kept.push(draft);
            continue;
        }
        let Some(wish) = kinds::wish(draft.question.kind(), &draft.question.id) else { continue };
        draft.question.prompt = format!("{} {wish}", draft.question.prompt).into();
        if is_new(&draft, &mut taken) {
            kept.push(draft);
        }
    }
    kept
}

/// The true statement alone, if there is one.
fn without_untrue(mut draft: Draft) -> Option<Draft> {
    let twin = draft.twin.take();
    if matches!(draft.question.answer, Answer::TrueFalse(false)) {
        draft.question = *twin?;
    }
    draft.untrue = None;
    Some(draft)
}
