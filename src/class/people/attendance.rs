//! Who of a class list has handed in something. Merges nobody.

use crate::bank::wording::alike::folded;
use crate::class::model::{Class, ClassLearner};
use crate::class::people::list::{ClassList, Enrolled};
use crate::class::people::names::{comparable, names_of};
use std::collections::{HashMap, HashSet};

/// Whom of a class list a learner is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enrolment {
    /// The one at this place.
    On(u32),
    /// One of several, and nobody can say which.
    Unclear,
    /// Nobody on it.
    NotListed,
}

/// How a class list and the learners of a class go together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attendance {
    /// Places on the list of those of whom there is no sitting.
    pub handed_in_nothing: Vec<u32>,
    /// Places on the list of those who cannot be told apart: several have one name, or one learner has had several names, and
    /// there are sittings of some.
    pub unclear: Vec<u32>,
    /// Places of the learners whom the list does not have.
    pub not_listed: Vec<u32>,
}

impl ClassList {
    /// Gives learners the email address and the number that the list has for them, where it is clear who they are: by id, which may be
    /// the address or the number, or else by name.
    pub fn join(&self, class: &mut Class) {
        let known = Known::of(self);
        for learner in &mut class.learners {
            if let Found::One(place) = known.find(learner) {
                let Enrolled { email, number, .. } = &self.enrolled[place];
                (learner.email, learner.number) = (email.clone(), number.clone());
            }
        }
    }

    /// For each learner of a class whom of the list it is.
    pub fn enrolments(&self, class: &Class) -> Vec<Enrolment> {
        let known = Known::of(self);
        let enrolment = |learner: &ClassLearner| match known.find(learner) {
            Found::One(place) => Enrolment::On(place as u32),
            Found::Several(_) => Enrolment::Unclear,
            Found::Nobody => Enrolment::NotListed,
        };
        class.learners.iter().map(enrolment).collect()
    }

    /// Who has handed in something, once those are merged who are one person.
    pub fn attendance(&self, class: &Class) -> Attendance {
        let known = Known::of(self);
        let (mut present, mut unclear) = (HashSet::new(), HashSet::new());
        let mut not_listed = Vec::new();
        for (place, learner) in (0..).zip(&class.learners) {
            match known.find(learner) {
                Found::One(enrolled) => drop(present.insert(enrolled)),
                Found::Several(enrolled) => unclear.extend(enrolled),
                Found::Nobody => not_listed.push(place),
            }
        }
        let places = |is_among: &dyn Fn(&usize) -> bool| -> Vec<u32> {
            (0..self.enrolled.len()).filter(is_among).map(|place| place as u32).collect()
        };
        Attendance {
            handed_in_nothing: places(&|place| !present.contains(place) && !unclear.contains(place)),
            unclear: places(&|place| !present.contains(place) && unclear.contains(place)),
            not_listed,
        }
    }
}

/// Whom of a list a learner may be.
enum Found {
    Nobody,
    One(usize),
    Several(Vec<usize>),
}

/// Those on a list by what they can be known by.
struct Known {
    /// By email address and by number.
    by_id: HashMap<String, Vec<usize>>,
    by_name: HashMap<String, Vec<usize>>,
}

impl Known {
    fn of(list: &ClassList) -> Self {
        let mut known = Self { by_id: HashMap::new(), by_name: HashMap::new() };
        for (place, enrolled) in list.enrolled.iter().enumerate() {
            for id in [&enrolled.email, &enrolled.number].into_iter().filter(|id| !id.is_empty()) {
                known.by_id.entry(folded(id)).or_default().push(place);
            }
            known.by_name.entry(comparable(&enrolled.name)).or_default().push(place);
        }
        known.by_name.remove("");
        known
    }

    fn find(&self, learner: &ClassLearner) -> Found {
        let ids = [&learner.id, &learner.number, &learner.email].into_iter().chain(&learner.merged_ids);
        let by_id = places(&self.by_id, ids.filter(|id| !id.is_empty()).map(|id| folded(id)));
        let by_name = places(&self.by_name, names_of(learner).into_iter());
        let by_both = by_id.iter().filter(|place| by_name.contains(place)).copied().collect();
        [by_both, by_id, by_name].into_iter().find(|places: &Vec<usize>| !places.is_empty()).map_or(
            Found::Nobody,
            |places| match places[..] {
                [place] => Found::One(place),
                _ => Found::Several(places),
            },
        )
    }
}

fn places(known: &HashMap<String, Vec<usize>>, keys: impl Iterator<Item = String>) -> Vec<usize> {
    let mut places: Vec<usize> = keys.filter_map(|key| known.get(&key)).flatten().copied().collect();
    places.sort_unstable();
    places.dedup();
    places
}
