//! Which questions stand in a bank that holds so many at the most, and in which order. Changes none of them.

use crate::bank::Kind;
use crate::facts::generate::builder::Proposal;
use crate::facts::generate::index::Knowledge;
use crate::facts::generate::kinds::weight;
use crate::facts::generate::stable_hash;
use crate::facts::generate::stable_hash::Map;
use crate::facts::generate::worth;
use std::cmp::Reverse;
use std::collections::VecDeque;

/// At most `most` proposals: every fact is asked for once before one is asked for twice, and kinds take turns.
pub(crate) fn best(knowledge: &Knowledge, proposals: Vec<Proposal>, most: Option<u32>) -> Vec<Proposal> {
    let most = most.and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX);
    if proposals.len() <= most {
        return proposals;
    }
    let mut of_fact: Map<u32, Vec<usize>> = Map::default();
    for (index, proposal) in proposals.iter().enumerate() {
        of_fact.entry(proposal.facts[0]).or_default().push(index);
    }
    let mut facts: Vec<u32> = of_fact.keys().copied().collect();
    let chance = |fact: u32| stable_hash::of(&[&knowledge.fact(fact).slug, "pick"]);
    facts.sort_by_key(|fact| (Reverse(worth::of_fact(knowledge, *fact)), chance(*fact), *fact));
    let mut queue: VecDeque<u32> = facts.into();
    let mut counts: Map<Kind, f64> = Map::default();
    let mut is_picked = vec![false; proposals.len()];
    let mut count = 0;
    while let Some(fact) = queue.pop_front().filter(|_| count < most) {
        let Some(rest) = of_fact.get_mut(&fact) else { continue };
        let share = |index: &usize| {
            let kind = proposals[*index].question.kind();
            counts.get(&kind).copied().unwrap_or(0.0) / weight(kind)
        };
        let found = rest.iter().enumerate().min_by(|one, other| share(one.1).total_cmp(&share(other.1)));
        let Some(place) = found.map(|(place, _)| place) else { continue };
        let index = rest.remove(place);
        is_picked[index] = true;
        count += 1;
        *counts.entry(proposals[index].question.kind()).or_default() += 1.0;
        queue.push_back(fact);
    }
    let picked = proposals.into_iter().zip(is_picked).filter(|(_, is_picked)| *is_picked);
    picked.map(|(proposal, _)| proposal).collect()
}

/// By topic in the order of the table, then by fact, then by kind.
pub(crate) fn sort(proposals: &mut [Proposal]) {
    let mut topics: Map<Box<str>, usize> = Map::default();
    let mut by_fact: Vec<(u32, Box<str>)> = proposals
        .iter()
        .map(|proposal| (proposal.facts.iter().copied().min().unwrap_or(0), proposal.question.topic.clone()))
        .collect();
    by_fact.sort_unstable();
    for (_, topic) in by_fact {
        let count = topics.len();
        topics.entry(topic).or_insert(count);
    }
    proposals.sort_by_cached_key(|proposal| {
        let fact = proposal.facts.iter().copied().min().unwrap_or(0);
        let is_of_several = proposal.facts.len() > 1;
        let kind = Kind::ALL.iter().position(|kind| *kind == proposal.question.kind());
        (topics.get(&proposal.question.topic).copied(), is_of_several, fact, kind, proposal.question.id.clone())
    });
}
