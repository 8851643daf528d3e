//! Makes one learner of those who were found to be one person. Decides nothing.

use crate::class::model::{Class, ClassLearner};
use crate::class::nets::Nets;
use crate::class::people::decisions::{Decision, Decisions};
use crate::class::people::names::{comparable_id, is_makeshift};
use std::collections::{BTreeMap, HashMap};

impl Decisions {
    /// The class with those merged who are one person: the sittings of both are then theirs, and of two answers to a question the
    /// first counts.
    #[must_use]
    pub fn merged(&self, mut class: Class) -> Class {
        let mut nets = self.nets(&class);
        let root_of: Vec<usize> = (0..class.learners.len()).map(|place| nets.root(place)).collect();
        let mut persons: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (place, root) in root_of.iter().enumerate() {
            persons.entry(*root).or_default().push(place);
        }
        if persons.len() == class.learners.len() {
            return class;
        }
        let mut learners: Vec<(ClassLearner, usize)> =
            persons.iter().map(|(root, places)| (merged(&class.learners, places), *root)).collect();
        learners.sort_by(|(one, _), (other, _)| one.id.cmp(&other.id));
        let place_of: HashMap<usize, u32> = (0..).zip(&learners).map(|(place, (_, root))| (*root, place)).collect();
        let moved = |learner: u32| place_of[&root_of[learner as usize]];
        class.sittings.iter_mut().for_each(|sitting| sitting.learner = moved(sitting.learner));
        class.remarks.iter_mut().for_each(|remark| remark.learner = moved(remark.learner));
        class.remarks.sort_by(|one, other| {
            (one.question, one.learner, &one.text).cmp(&(other.question, other.learner, &other.text))
        });
        class.remarks.dedup();
        class.learners = learners.into_iter().map(|(learner, _)| learner).collect();
        class
    }

    /// The learners of a class, those tied who are one person.
    pub(super) fn nets(&self, class: &Class) -> Nets {
        let places = places(class);
        let mut nets = Nets::new(class.learners.len());
        for decision in self.iter() {
            let Decision::Same(one, other) = decision else { continue };
            let place = |id: &str| places.get(&*comparable_id(id)).copied();
            if let (Some(one), Some(other)) = (place(one), place(other)) {
                nets.tie(one, other);
            }
        }
        nets
    }
}

/// Where the learner of each id is.
pub(super) fn places(class: &Class) -> HashMap<&str, usize> {
    let learners = class.learners.iter().enumerate();
    learners
        .flat_map(|(place, learner)| {
            std::iter::once(&learner.id).chain(&learner.merged_ids).map(move |id| (&**id, place))
        })
        .collect()
}

/// One learner of those at these places: the first who has an id of their own stands for all.
fn merged(learners: &[ClassLearner], places: &[usize]) -> ClassLearner {
    let mut of_it: Vec<&ClassLearner> = places.iter().map(|place| &learners[*place]).collect();
    of_it.sort_by_key(|learner| is_makeshift(&learner.id));
    let mut person = of_it[0].clone();
    for other in &of_it[1..] {
        person.merged_ids.push(other.id.clone());
        person.merged_ids.extend(other.merged_ids.iter().cloned());
        person.also.push(other.name.clone());
        person.also.extend(other.also.iter().cloned());
        for (own, others) in [(&mut person.email, &other.email), (&mut person.number, &other.number)] {
            if own.is_empty() {
                own.clone_from(others);
            }
        }
    }
    let name = person.name.clone();
    person.also.retain(|also| !also.is_empty() && *also != name);
    for list in [&mut person.also, &mut person.merged_ids] {
        list.sort_unstable();
        list.dedup();
    }
    person
}
