//! The questions that a paper can still be drawn from.

use super::apart::{Company, fewest_enemies_first};
use super::candidate::{Candidate, Pick};
use super::shuffle::Shuffler;
use super::{Draw, Met};
use crate::bank::{Bank, Mode};
use std::collections::{HashMap, HashSet};

/// All questions of some banks, less those taken.
pub(super) struct Pool<'a> {
    candidates: Vec<Candidate<'a>>,
    is_taken: Vec<bool>,
    taken: Company<'a>,
}

impl<'a> Pool<'a> {
    /// The questions that are asked in this mode.
    pub fn new(banks: &[&'a Bank], met: &Met, mode: Mode) -> Self {
        let mut families = HashMap::new();
        let mut candidates = Vec::with_capacity(banks.iter().map(|bank| bank.questions.len()).sum());
        for (index, bank) in banks.iter().enumerate() {
            let family = *families.entry(&*bank.id).or_insert(index);
            let known = ids_of(&banks[family..index], &bank.id);
            let met = met.get(&*bank.id).filter(|met| !met.is_empty());
            for (place, question) in bank.questions.iter().enumerate() {
                // Hardly ever are there two banks of one id: the question behind it costs most of a draw's time.
                let is_known = !known.is_empty() && known.contains(&*question.id);
                if is_known || !mode.asks(question.kind()) {
                    continue;
                }
                let times_met = met.and_then(|met| met.get(&*question.id)).copied().unwrap_or(0);
                let (pick, slot) = (Pick { bank: index, question: place }, candidates.len());
                candidates.push(Candidate { pick, slot, question, family, times_met });
            }
        }
        Self { is_taken: vec![false; candidates.len()], candidates, taken: Company::default() }
    }

    /// Takes what `wanted` asks for, or as much of it as there is and enemies allow.
    pub fn take(&mut self, wanted: &Draw, shuffler: &mut Shuffler) -> Vec<Pick> {
        let is_left = |candidate: &Candidate| !self.is_taken[candidate.slot] && wanted.admits(candidate.question);
        let mut candidates: Vec<_> = self.candidates.iter().copied().filter(is_left).collect();
        shuffler.shuffle(&mut candidates);
        // Stable: within one number of meetings the shuffle stands.
        candidates.sort_by_key(|candidate| candidate.times_met);
        let chosen = match wanted.count {
            Some(count) if count < candidates.len() => self.choose_apart(&candidates, count),
            _ => candidates,
        };
        self.remove(&chosen);
        chosen.into_iter().map(|candidate| candidate.pick).collect()
    }

    /// The first `count` candidates that are no enemies of each other or of what was taken before. Where the first
    /// ones bar too many others, those with the fewest enemies are asked first, if that gives more.
    fn choose_apart(&self, candidates: &[Candidate<'a>], count: usize) -> Vec<Candidate<'a>> {
        let first_come = self.taken.clone().admit(candidates.iter().copied(), count);
        if first_come.len() == count {
            return first_come;
        }
        let admissible: Vec<_> = candidates.iter().copied().filter(|candidate| self.taken.admits(candidate)).collect();
        let fewest_first = fewest_enemies_first(&admissible, count);
        if fewest_first.len() > first_come.len() { fewest_first } else { first_come }
    }

    fn remove(&mut self, chosen: &[Candidate<'a>]) {
        for candidate in chosen {
            self.is_taken[candidate.slot] = true;
            self.taken.join(candidate);
        }
    }
}

/// The ids of the questions in those of `banks` that have this id; nothing is hashed where banks differ.
fn ids_of<'a>(banks: &[&'a Bank], bank_id: &str) -> HashSet<&'a str> {
    let namesakes = banks.iter().filter(|bank| &*bank.id == bank_id);
    namesakes.flat_map(|bank| &bank.questions).map(|question| &*question.id).collect()
}
