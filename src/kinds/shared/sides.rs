//! Things on the left that are put to sides on the right: what pairs and groups have in common.

use crate::bank::wording::signs::is_blank;
use crate::kinds::answer_kind::NO_OPTION;
use crate::kinds::mark::Mark;
use crate::kinds::shared::lookup::Lookup;
use crate::kinds::shared::oddity::Oddity;
use crate::kinds::shared::pairs::{join_pairs, sides, split_pairs, written_pair};
use crate::kinds::steps::{Part, Step, Steps};

/// For each thing on the left the index of the side chosen.
type Chosen = Vec<Option<usize>>;

/// What stands on the left, what can stand on the right of it, and what is right.
pub(in crate::kinds) struct Sides<'q> {
    pub lefts: Vec<&'q str>,
    pub rights: Vec<&'q str>,
    /// For each thing on the left the index of its side.
    pub right: Vec<usize>,
}

impl Sides<'_> {
    /// The share of the left sides that are paired right.
    pub fn mark(&self, chosen: &[Option<usize>], part: Part, steps: &mut Steps) -> Mark {
        for (place, right) in self.right.iter().enumerate() {
            let given = chosen.get(place).copied().flatten();
            let pair = |side: Option<usize>| {
                let sides = std::iter::repeat_n(None, place).chain([side]);
                self.written(&sides.collect::<Vec<_>>())
            };
            let is_right = given == Some(*right);
            steps.note(|| Step::Part {
                part,
                number: place + 1,
                given: pair(given),
                right: pair(Some(*right)),
                is_right,
            });
        }
        let count = self.right.iter().zip(chosen).filter(|(right, chosen)| Some(**right) == **chosen).count();
        steps.note(|| Step::PartsRight { part, right: count, all: self.right.len() });
        Mark::ratio(count, self.right.len())
    }

    /// The right pairs, with what is special inside their sides escaped.
    pub fn correct_parts(&self) -> Vec<String> {
        let right: Vec<Option<usize>> = self.right.iter().copied().map(Some).collect();
        self.parts(&right)
    }

    /// Each pair that was made. A side that there is not is left out.
    pub fn parts(&self, chosen: &[Option<usize>]) -> Vec<String> {
        self.made(chosen).map(|(left, right)| written_pair(left, right)).collect()
    }

    /// The pairs that were made, as one text.
    pub fn written(&self, chosen: &[Option<usize>]) -> String {
        join_pairs(self.made(chosen))
    }

    fn made(&self, chosen: &[Option<usize>]) -> impl Iterator<Item = (&str, &str)> {
        let chosen = self.lefts.iter().zip(chosen);
        chosen.filter_map(|(left, right)| Some((*left, *self.rights.get((*right)?)?)))
    }

    /// The pairs that are written; `None` if a part is no pair, names something that there is not, or pairs a left side
    /// twice.
    pub fn parse(self, written: &str) -> Option<Chosen> {
        let mut chosen = vec![None; self.lefts.len()];
        let (lefts, rights) = (Lookup::new(self.lefts), Lookup::new(self.rights));
        for (left, right) in split_pairs(written)? {
            let place = chosen.get_mut(lefts.find(&left)?)?;
            if place.replace(rights.find(&right)?).is_some() {
                return None;
            }
        }
        chosen.iter().any(Option::is_some).then_some(chosen)
    }

    /// The pairs that are written, and the first thing that is odd about them.
    pub fn parse_leniently(self, written: &str) -> (Chosen, Option<Oddity>) {
        let mut chosen = vec![None; self.lefts.len()];
        let (lefts, rights) = (Lookup::new(self.lefts), Lookup::new(self.rights));
        let mut oddity = None;
        for part in sides(written).into_iter().filter(|part| part.iter().any(|side| !is_blank(side))) {
            let [left, right] = part.as_slice() else {
                oddity.get_or_insert(Oddity::NoPair { part: part.join("=") });
                continue;
            };
            let Some(place) = lefts.find(left).and_then(|index| chosen.get_mut(index)) else {
                oddity.get_or_insert(Oddity::NoSuchOption { part: left.clone() });
                continue;
            };
            let found = rights.find(right).unwrap_or_else(|| {
                oddity.get_or_insert(Oddity::NoSuchOption { part: right.clone() });
                NO_OPTION
            });
            // Who pairs one side with two others has not said which is meant.
            let is_second = place.is_some_and(|earlier| earlier != found);
            *place = Some(if is_second { NO_OPTION } else { found });
            if is_second {
                oddity.get_or_insert(Oddity::PairedTwice { left: left.clone() });
            }
        }
        (chosen, oddity)
    }
}
