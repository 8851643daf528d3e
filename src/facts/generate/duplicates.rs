//! Questions that ask the same thing in the same words, and false statements that claim the same: one of them is enough.
//! Compares what learners read, and never the key.

use crate::bank::{Answer, asked_text};
use crate::facts::generate::builder::Proposal;
use crate::facts::generate::kinds;
use crate::facts::generate::stable_hash::Map;

/// Leaves one of each. One that is typed gets words that say so, where another question has its words.
pub(crate) fn merged(proposals: Vec<Proposal>) -> Vec<Proposal> {
    let mut taken: Map<String, ()> = Map::default();
    let mut claimed: Map<u64, ()> = Map::default();
    let mut kept = Vec::with_capacity(proposals.len());
    for proposal in proposals {
        let is_again = proposal.untrue.is_some_and(|claim| claimed.insert(claim, ()).is_some());
        let Some(mut proposal) = (if is_again { without_untrue(proposal) } else { Some(proposal) }) else { continue };
        let is_new = |proposal: &Proposal, taken: &mut Map<String, ()>| {
            taken.insert(asked_text(&proposal.question), ()).is_none()
        };
        if is_new(&proposal, &mut taken) {
            kept.push(proposal);
            continue;
        }
        let Some(wish) = kinds::wish(proposal.question.kind(), &proposal.question.id) else { continue };
        proposal.question.prompt = format!("{} {wish}", proposal.question.prompt).into();
        if is_new(&proposal, &mut taken) {
            kept.push(proposal);
        }
    }
    kept
}

/// The true statement alone, if there is one.
fn without_untrue(mut proposal: Proposal) -> Option<Proposal> {
    let twin = proposal.twin.take();
    if matches!(proposal.question.answer, Answer::TrueFalse(false)) {
        proposal.question = *twin?;
    }
    proposal.untrue = None;
    Some(proposal)
}
