//! Whose marks a row of a gradebook is: learners beside a class list. Decides nothing that the list leaves open.

use crate::bank::wording::alike::folded;
use crate::class::{Class, ClassLearner, ClassList, Enrolled, Enrolment};
use std::collections::BTreeMap;

/// A learner whose marks have no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The place in the class.
    pub learner: u32,
    /// Why.
    pub why: WhyLeftOut,
}

/// Why a learner's marks have no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyLeftOut {
    /// The class list does not have them.
    NotListed,
    /// Several on the list may be this learner.
    Unclear,
    /// Another learner is the same one on the list: whose sitting came first, nobody can say before it is decided who is who.
    SeveralAreOne,
}

/// Somebody with a row.
pub(super) struct Person<'c> {
    /// The place in the class.
    pub learner: u32,
    /// The name: as on the list, else as last written.
    pub name: &'c str,
    /// The email address, as on the list.
    pub email: &'c str,
    /// The number, as on the list.
    pub number: &'c str,
}

/// Those with a row: in the order of the list, or without one in that of their names.
pub(super) fn people<'c>(class: &'c Class, list: Option<&'c ClassList>) -> (Vec<Person<'c>>, Vec<LeftOut>) {
    match list {
        Some(list) => listed(class, list),
        None => (by_name(class), Vec::new()),
    }
}

fn by_name(class: &Class) -> Vec<Person<'_>> {
    let mut people: Vec<Person> = (0..).zip(&class.learners).map(|(place, learner)| unlisted(place, learner)).collect();
    people.sort_by_cached_key(|person| (folded(person.name), person.learner));
    people
}

fn unlisted(place: u32, learner: &ClassLearner) -> Person<'_> {
    let ClassLearner { name, email, number, .. } = learner;
    Person { learner: place, name, email, number }
}

fn listed<'c>(class: &'c Class, list: &'c ClassList) -> (Vec<Person<'c>>, Vec<LeftOut>) {
    let mut left_out = Vec::new();
    let mut on_list: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (learner, enrolment) in (0..).zip(list.enrolments(class)) {
        match enrolment {
            Enrolment::On(place) => on_list.entry(place).or_default().push(learner),
            Enrolment::Unclear => left_out.push(LeftOut { learner, why: WhyLeftOut::Unclear }),
            Enrolment::NotListed => left_out.push(LeftOut { learner, why: WhyLeftOut::NotListed }),
        }
    }
    let mut people = Vec::new();
    for (place, learners) in on_list {
        match learners[..] {
            [learner] => {
                let Enrolled { name, email, number } = &list.enrolled[place as usize];
                let name = if name.is_empty() { &class.learners[learner as usize].name } else { name };
                people.push(Person { learner, name, email, number });
            }
            _ => {
                let several = |learner| LeftOut { learner, why: WhyLeftOut::SeveralAreOne };
                left_out.extend(learners.into_iter().map(several));
            }
        }
    }
    left_out.sort_unstable_by_key(|left_out| left_out.learner);
    (people, left_out)
}
