//! Which of the questions that can be made are taken. Counts them when that changes, and not in every frame.

use crate::exchange::MadeBank;
use std::collections::BTreeSet;

/// What is taken of a making, and what is left off by hand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    /// Drafts whose questions are left off.
    left_off: BTreeSet<usize>,
    taken: usize,
    version: u64,
}

impl Choice {
    /// The same choice of what was made now.
    pub fn of(self, made: &MadeBank) -> Self {
        let mut choice = self;
        choice.count(made);
        choice
    }

    /// Takes drafts, or leaves them off.
    pub fn take(&mut self, drafts: &[usize], is_taken: bool, made: &MadeBank) {
        for draft in drafts {
            if is_taken {
                self.left_off.remove(draft);
            } else {
                self.left_off.insert(*draft);
            }
        }
        self.count(made);
    }

    /// Whether the question of a draft is taken, where one can be made.
    pub fn takes(&self, draft: usize) -> bool {
        !self.left_off.contains(&draft)
    }

    /// The drafts that are left off.
    pub fn left_off(&self) -> &BTreeSet<usize> {
        &self.left_off
    }

    /// How many questions are taken.
    pub fn taken(&self) -> usize {
        self.taken
    }

    /// Rises whenever something else is taken.
    pub fn version(&self) -> u64 {
        self.version
    }

    fn count(&mut self, made: &MadeBank) {
        self.taken = made.made.iter().filter(|made| self.takes(made.draft)).count();
        self.version += 1;
    }
}
