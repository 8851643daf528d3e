//! Keeps enemies apart: questions of one bank that give each other away.

use super::candidate::Candidate;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, HashSet};

/// An id within a family of banks.
type Name<'a> = (usize, &'a str);

/// Questions that stand together on a paper, and those that must not join them.
#[derive(Clone, Debug, Default)]
pub(super) struct Company<'a> {
    members: HashSet<Name<'a>>,
    barred: HashSet<Name<'a>>,
}

impl<'a> Company<'a> {
    /// Whether no member is its enemy, whichever of the two names the other.
    pub fn admits(&self, candidate: &Candidate<'a>) -> bool {
        !self.barred.contains(&name(candidate)) && enemies(candidate).all(|enemy| !self.members.contains(&enemy))
    }

    /// Takes a question in, enemy or not.
    pub fn join(&mut self, candidate: &Candidate<'a>) {
        self.members.insert(name(candidate));
        self.barred.extend(enemies(candidate));
    }

    /// Takes in one after the other, passing by enemies, until `count` have joined. Gives those that joined.
    pub fn admit(mut self, candidates: impl Iterator<Item = Candidate<'a>>, count: usize) -> Vec<Candidate<'a>> {
        let joins = |candidate: &Candidate<'a>| {
            let is_admitted = self.admits(candidate);
            if is_admitted {
                self.join(candidate);
            }
            is_admitted
        };
        candidates.filter(joins).take(count).collect()
    }
}

/// Up to `count` candidates of which no two are enemies: again and again the one with the fewest enemies left, the
/// earlier one among equals. Greedy by least degree: not always the most there could be (finding those is NP-hard),
/// but the most where enemies form pairs, groups in which each is each other's enemy, chains or trees.
pub(super) fn fewest_enemies_first<'a>(candidates: &[Candidate<'a>], count: usize) -> Vec<Candidate<'a>> {
    let rivals = rivals(candidates);
    let mut degrees: Vec<usize> = rivals.iter().map(Vec::len).collect();
    let mut is_out = vec![false; candidates.len()];
    let mut queue: BinaryHeap<_> = degrees.iter().enumerate().map(|(rank, degree)| Reverse((*degree, rank))).collect();
    let mut chosen = Vec::new();
    while let Some(Reverse((degree, rank))) = queue.pop().filter(|_| chosen.len() < count) {
        // A rank is queued anew when it loses a rival; the entry with the older degree is stale.
        if is_out[rank] || degree != degrees[rank] {
            continue;
        }
        chosen.push(candidates[rank]);
        is_out[rank] = true;
        for &barred in &rivals[rank] {
            if std::mem::replace(&mut is_out[barred], true) {
                continue;
            }
            for &relieved in rivals[barred].iter().filter(|relieved| !is_out[**relieved]) {
                degrees[relieved] -= 1;
                queue.push(Reverse((degrees[relieved], relieved)));
            }
        }
    }
    chosen
}

/// For each candidate the ranks of its enemies among the candidates, each once.
fn rivals(candidates: &[Candidate]) -> Vec<Vec<usize>> {
    let ranks: HashMap<Name, usize> =
        candidates.iter().enumerate().map(|(rank, candidate)| (name(candidate), rank)).collect();
    let mut rivals = vec![Vec::new(); candidates.len()];
    for (rank, candidate) in candidates.iter().enumerate() {
        for other in enemies(candidate).filter_map(|enemy| ranks.get(&enemy)).copied().filter(|other| *other != rank) {
            rivals[rank].push(other);
            rivals[other].push(rank);
        }
    }
    for list in &mut rivals {
        list.sort_unstable();
        list.dedup();
    }
    rivals
}

fn name<'a>(candidate: &Candidate<'a>) -> Name<'a> {
    (candidate.family, &candidate.question.id)
}

fn enemies<'a>(candidate: &Candidate<'a>) -> impl Iterator<Item = Name<'a>> + use<'a> {
    let family = candidate.family;
    candidate.question.enemies.iter().map(move |enemy| (family, &**enemy))
}
