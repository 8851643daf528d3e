//! Finds learners who may be one person. Merges nobody.

use crate::bank::wording::alike::folded;
use crate::class::model::{Class, ClassLearner};
use crate::class::nets::Nets;
use crate::class::people::decisions::{Decision, Decisions, line};
use crate::class::people::list::ClassList;
use crate::class::people::merge::places;
use crate::class::people::names::{comparable, comparable_id, names_of};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Two learners with ids of their own who may be one person; somebody who knows them decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Place of the one.
    pub one: u32,
    /// Place of the other.
    pub other: u32,
    /// What makes them alike.
    pub likeness: Likeness,
    /// What speaks against it.
    pub doubt: Option<Doubt>,
}

impl Proposal {
    /// The decision that they are one, or are two.
    pub fn decision(&self, class: &Class, are_same: bool) -> Decision {
        let id = |place: u32| class.learners[place as usize].id.clone();
        let (one, other) = (id(self.one), id(self.other));
        if are_same { Decision::Same(one, other) } else { Decision::Different(one, other) }
    }

    /// The same as a line of the file of decisions.
    pub fn line(&self, class: &Class, are_same: bool) -> String {
        line(&self.decision(class, are_same))
    }
}

/// What makes two learners alike, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// They have one number in the class list.
    SameNumber,
    /// They have one email address in the class list.
    SameEmail,
    /// They have one name, in any case, spacing and order of first and last name.
    SameName,
}

/// Why two learners of one name may be two persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Two persons of that name are on the class list.
    ListedTwice,
    /// Both answered at the same time.
    SatAtOnce,
}

/// Those of a class who may be one person and of whom nothing was decided, in the order of the class. Where three are alike
/// there are two proposals: what would follow from others is not asked.
pub fn proposals(class: &Class, list: &ClassList, decisions: &Decisions) -> Vec<Proposal> {
    let mut groups: BTreeMap<(Likeness, String), Vec<usize>> = BTreeMap::new();
    for (place, learner) in class.learners.iter().enumerate() {
        for key in keys(learner) {
            groups.entry(key).or_default().push(place);
        }
    }
    let mut asked = Asked::new(class, decisions);
    let listed = list.times_listed();
    let sittings = Times::of(class);
    let mut proposals = Vec::new();
    for ((likeness, key), group) in groups {
        for (one, other) in asked.open_pairs(&group) {
            let is_listed_twice = likeness == Likeness::SameName && listed.get(&key).is_some_and(|times| *times > 1);
            let doubt = if is_listed_twice {
                Some(Doubt::ListedTwice)
            } else {
                sittings.overlap(one, other).then_some(Doubt::SatAtOnce)
            };
            proposals.push(Proposal { one: one as u32, other: other as u32, likeness, doubt });
        }
    }
    proposals.sort_by_key(|proposal| (proposal.one, proposal.other));
    proposals
}

fn keys(learner: &ClassLearner) -> Vec<(Likeness, String)> {
    let listed = [(Likeness::SameNumber, &learner.number), (Likeness::SameEmail, &learner.email)];
    let listed = listed.into_iter().map(|(likeness, text)| (likeness, folded(text)));
    let names = names_of(learner).into_iter().map(|name| (Likeness::SameName, name));
    listed.filter(|(_, key)| !key.is_empty()).chain(names).collect()
}

/// What is known of pairs: decided, or proposed already.
struct Asked {
    /// Those who are one by decision.
    decided: Nets,
    /// Those who are one by decision, or would be by a proposal.
    proposed: Nets,
    /// Roots of `decided` who are two, the lower first.
    different: HashSet<(usize, usize)>,
}

impl Asked {
    fn new(class: &Class, decisions: &Decisions) -> Self {
        let places = places(class);
        let mut decided = decisions.nets(class);
        let mut different = HashSet::new();
        for decision in decisions.iter() {
            let Decision::Different(one, other) = decision else { continue };
            let place = |id: &str| places.get(&*comparable_id(id)).copied();
            if let (Some(one), Some(other)) = (place(one), place(other)) {
                let (one, other) = (decided.root(one), decided.root(other));
                different.insert((one.min(other), one.max(other)));
            }
        }
        Self { proposed: decided.clone(), decided, different }
    }

    /// The pairs of a group, ascending, that are neither decided nor follow from others.
    fn open_pairs(&mut self, group: &[usize]) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        // One of each person as far as the group was looked at: many of one name are one by proposal, and so are few here.
        let mut persons: Vec<usize> = Vec::new();
        for learner in group {
            let mut is_new = true;
            for person in &persons {
                if self.proposed.root(*person) == self.proposed.root(*learner) {
                    is_new = false;
                } else if !self.are_different(*person, *learner) {
                    self.proposed.tie(*person, *learner);
                    pairs.push((*person, *learner));
                    is_new = false;
                }
            }
            if is_new {
                persons.push(*learner);
            }
        }
        pairs
    }

    fn are_different(&mut self, one: usize, other: usize) -> bool {
        let (one, other) = (self.decided.root(one), self.decided.root(other));
        self.different.contains(&(one.min(other), one.max(other)))
    }
}

/// When each learner answered, in milliseconds since 1970.
struct Times(HashMap<usize, Vec<(i64, i64)>>);

impl Times {
    fn of(class: &Class) -> Self {
        let mut times: HashMap<usize, Vec<(i64, i64)>> = HashMap::new();
        for sitting in &class.sittings {
            if let (Some(start), Some(end)) = (sitting.started_at, sitting.finished_at) {
                times.entry(sitting.learner as usize).or_default().push((start.unix_ms, end.unix_ms));
            }
        }
        Self(times)
    }

    fn overlap(&self, one: usize, other: usize) -> bool {
        let of = |learner: usize| self.0.get(&learner).map(Vec::as_slice).unwrap_or_default();
        of(one).iter().any(|(start, end)| of(other).iter().any(|(begin, stop)| start < stop && begin < end))
    }
}

impl ClassList {
    /// How many of each name are on the list.
    fn times_listed(&self) -> HashMap<String, u32> {
        let mut times = HashMap::new();
        for enrolled in &self.enrolled {
            *times.entry(comparable(&enrolled.name)).or_default() += 1;
        }
        times
    }
}
