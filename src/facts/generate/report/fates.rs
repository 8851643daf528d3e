//! What becomes of questions after they were made: which stage of the way to a bank left them out.

use crate::facts::generate::builder::Proposal;
use crate::facts::generate::report::{Ask, Reason};
use crate::facts::generate::stable_hash::Map;
use std::collections::HashSet;

/// Questions as they stand between two stages: id, facts and ask.
type Standing = Vec<(Box<str>, Vec<u32>, Ask)>;

/// What was left out, by fact and ask, with the first reason.
#[derive(Debug, Default)]
pub(crate) struct Fates {
    /// Whether anybody wants to know.
    pub is_wanted: bool,
    lost: Map<(u32, Ask), Reason>,
    standing: Standing,
    /// Questions in the banks by the facts that they are made of.
    pub made: Vec<(Vec<u32>, Ask)>,
}

impl Fates {
    pub fn of_interest() -> Self {
        Self { is_wanted: true, ..Self::default() }
    }

    /// A question on these facts was left out.
    pub fn lose(&mut self, facts: &[u32], ask: Ask, reason: &Reason) {
        if !self.is_wanted {
            return;
        }
        for fact in facts {
            // Where the question goes, too, for which another was left out, its reason is the one that counts.
            let known = self.lost.entry((*fact, ask)).or_insert_with(|| reason.clone());
            if *known == Reason::AskedOtherwise {
                *known = reason.clone();
            }
        }
    }

    /// Why a question was left out that could have been asked.
    pub fn lost(&self, fact: u32, ask: Ask) -> Option<&Reason> {
        self.lost.get(&(fact, ask))
    }

    /// A stage begins with these questions.
    pub fn begin(&mut self, proposals: &[Proposal]) {
        if self.is_wanted {
            let each = |each: &Proposal| (each.question.id.clone(), each.facts.clone(), each.ask);
            self.standing = proposals.iter().map(each).collect();
        }
    }

    /// The stage left out what is not among these, for this reason.
    pub fn end(&mut self, proposals: &[Proposal], reason: &Reason) {
        if !self.is_wanted {
            return;
        }
        let left: HashSet<&str> = proposals.iter().map(|proposal| &*proposal.question.id).collect();
        for (id, facts, ask) in std::mem::take(&mut self.standing) {
            if !left.contains(&*id) {
                self.lose(&facts, ask, reason);
            }
        }
        self.begin(proposals);
    }

    /// These are in a bank.
    pub fn keep(&mut self, proposals: &[Proposal]) {
        if self.is_wanted {
            self.made.extend(proposals.iter().map(|proposal| (proposal.facts.clone(), proposal.ask)));
            self.standing.clear();
        }
    }
}
