//! Questions that ask the same thing in the same words, and false statements that claim the same: one of them is enough.
//! Compares what learners read, and never the key.

use crate::bank::{Answer, asked_text};
use crate::facts::generate::builder::Proposal;
use crate::facts::generate::kinds;
use crate::facts::generate::sentence::Slot;
use crate::facts::generate::stable_hash;
use crate::facts::generate::stable_hash::Map;

/// Leaves one of each. One that is typed gets words that say so, where another question has its words.
pub(crate) fn merged(proposals: Vec<Proposal>) -> Vec<Proposal> {
    let mut taken: Map<String, ()> = Map::default();
    let mut claimed: Map<u64, ()> = Map::default();
    let mut offered: Map<u64, ()> = Map::default();
    let mut on_fact: Map<u32, usize> = Map::default();
    proposals.iter().for_each(|proposal| *on_fact.entry(proposal.facts[0]).or_default() += 1);
    let mut kept = Vec::with_capacity(proposals.len());
    for proposal in proposals {
        // A fact that is asked for anyhow can do without.
        let others = on_fact.entry(proposal.facts[0]).or_default();
        if *others > 1 && choice_of_subject(&proposal).is_some_and(|choice| offered.insert(choice, ()).is_some()) {
            *others -= 1;
            continue;
        }
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

/// What a choice of the subject shows beside its prompt: the key, the options and the feedback. The same of two facts is one
/// question too many.
fn choice_of_subject(proposal: &Proposal) -> Option<u64> {
    let Answer::Choice { correct, distractors } = &proposal.question.answer else { return None };
    if proposal.asks != Some(Slot::Subject) {
        return None;
    }
    let mut texts: Vec<&str> = distractors.iter().map(|text| &**text).collect();
    texts.extend(proposal.question.feedback.iter().map(|(_, told)| &**told));
    texts.sort_unstable();
    texts.push(correct);
    Some(stable_hash::of(&texts))
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
