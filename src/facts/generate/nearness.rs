//! How near a wrong thing is to the right one, by what the table knows of both, and which of the wrong ones are near enough
//! to be offered. Being of the same class alone is little: what is known of the key tells the others apart.

use crate::facts::generate::index::Knowledge;
use crate::facts::generate::marks::Mark;

/// Something by which a wrong thing is near the right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// The same kin, or a shared beginning of kin.
    Kin,
    /// The same object of a relation that is kinship.
    Kinship,
    /// Part of the same whole.
    Whole,
    /// In the same relation to something of the same kin: capitals of countries of one continent.
    PartnersKin,
    /// In the same relation to the same thing: rivers that flow into one sea.
    Value,
    /// It is an answer to the same question about something else.
    Role,
    /// Near in time.
    Time,
    /// Near in size.
    Size,
    /// A shared word in the name.
    Word,
}

/// What two things are in some respect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Agreement {
    /// Of one of them too little is known.
    #[default]
    Unknown,
    Agrees,
    /// They share a beginning, such as "river" of "river/Europe".
    Partly,
    Differs,
}

/// In every respect, with how like the key the thing is in all: 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Nearness {
    /// It is declared to be a good wrong answer.
    pub is_named: bool,
    found: [Agreement; ALL.len()],
    pub closeness: f32,
}

const ALL: [Evidence; 9] = [
    Evidence::Kin,
    Evidence::Kinship,
    Evidence::Whole,
    Evidence::PartnersKin,
    Evidence::Value,
    Evidence::Role,
    Evidence::Time,
    Evidence::Size,
    Evidence::Word,
];

/// In these respects a difference tells a learner at once that the answer is wrong, where others agree.
const TELLING: [Evidence; 5] =
    [Evidence::Kin, Evidence::Kinship, Evidence::Whole, Evidence::PartnersKin, Evidence::Time];

/// So many wrong answers make a choice.
pub(crate) const ENOUGH: usize = 2;
/// Years so near to each other are of one time.
const SAME_TIME_YEARS: u16 = 40;
/// Years so far from each other are of different times.
const OTHER_TIME_YEARS: u16 = 120;
/// An amount so many times another one is still near.
const NEAR_TIMES: f64 = 2.0;

impl Evidence {
    fn weight(self) -> f32 {
        match self {
            Self::Kin | Self::Kinship => 0.3,
            Self::Whole | Self::PartnersKin => 0.25,
            Self::Role => 0.2,
            Self::Value => 0.15,
            Self::Time | Self::Size => 0.1,
            Self::Word => 0.05,
        }
    }
}

impl Nearness {
    /// What is found of the thing beside the key, where `role` tells whether it has the key's part in another fact.
    pub fn between(knowledge: &Knowledge, key: u32, thing: u32, role: Agreement, is_named: bool) -> Self {
        let (own, other) = (knowledge.marks.known(thing), knowledge.marks.known(key));
        let (years, time) = in_time(&own.years, &other.years);
        let mut nearness = Self { is_named, found: Default::default(), closeness: 0.0 };
        for (evidence, found) in [
            (Evidence::Kin, in_kin((own.whole_kin, &own.kin), (other.whole_kin, &other.kin))),
            (Evidence::Kinship, by_marks(&own.kinship, &other.kinship)),
            (Evidence::Whole, by_marks(&own.wholes, &other.wholes)),
            (Evidence::PartnersKin, by_marks(&own.partners_kin, &other.partners_kin)),
            (Evidence::Value, by_marks(&own.values, &other.values)),
            (Evidence::Role, role),
            (Evidence::Time, time),
            (Evidence::Size, in_size(&own.amounts, &other.amounts)),
            (Evidence::Word, if shares(&own.words, &other.words) { Agreement::Agrees } else { Agreement::Unknown }),
        ] {
            nearness.found[evidence as usize] = found;
            nearness.closeness += match (found, evidence) {
                (Agreement::Agrees, Evidence::Time) => evidence.weight() / (1.0 + f32::from(years) / 10.0),
                (Agreement::Agrees, _) => evidence.weight(),
                (Agreement::Partly, _) => evidence.weight() / 2.0,
                (Agreement::Unknown | Agreement::Differs, _) => 0.0,
            };
        }
        if is_named {
            nearness.closeness = 1.0;
        }
        nearness
    }

    pub fn in_respect(&self, evidence: Evidence) -> Agreement {
        self.found[evidence as usize]
    }

    /// Whether anything at all speaks for it.
    pub fn is_borne_out(&self) -> bool {
        self.is_named || self.found.iter().any(|found| matches!(found, Agreement::Agrees | Agreement::Partly))
    }
}

/// Those that are near enough, in their order. Where enough agree with the key in some respect, whatever is known to differ
/// in it goes; where enough have something that speaks for them, whatever has nothing goes. Where nothing tells the members
/// of a class apart, all are equally near.
pub(crate) fn plausible<T>(mut found: Vec<T>, nearness: impl Fn(&T) -> &Nearness) -> Vec<T> {
    for evidence in TELLING {
        let agreement = |candidate: &T| match nearness(candidate).is_named {
            true => Agreement::Agrees,
            false => nearness(candidate).in_respect(evidence),
        };
        let count = |wanted: Agreement| found.iter().filter(|candidate| agreement(candidate) == wanted).count();
        if count(Agreement::Agrees) >= ENOUGH {
            // What is of another kin, or of none that is known, often does not even fit the sentence.
            let is_kin = evidence == Evidence::Kin;
            found.retain(|one| match agreement(one) {
                Agreement::Agrees => true,
                Agreement::Partly | Agreement::Unknown => !is_kin,
                Agreement::Differs => false,
            });
        } else if count(Agreement::Agrees) + count(Agreement::Partly) >= ENOUGH {
            found.retain(|one| agreement(one) != Agreement::Differs);
        }
    }
    without_strangers(&mut found, &nearness);
    let is_borne_out = |candidate: &T| nearness(candidate).is_borne_out();
    if found.iter().filter(|candidate| is_borne_out(candidate)).count() >= ENOUGH {
        found.retain(is_borne_out);
    } else {
        let agreed = TELLING.map(|evidence| {
            found.iter().any(|candidate| nearness(candidate).in_respect(evidence) == Agreement::Agrees)
        });
        found.retain(|candidate| {
            let differs = |evidence: Evidence| nearness(candidate).in_respect(evidence) == Agreement::Differs;
            is_borne_out(candidate) || !TELLING.into_iter().zip(agreed).any(|(each, agreed)| agreed && differs(each))
        });
    }
    found
}

/// Without those that have facts of their own, but none in which they are such an answer: nobody dies at a continent. What
/// has no facts at all is in the table to be offered.
fn without_strangers<T>(found: &mut Vec<T>, nearness: &impl Fn(&T) -> &Nearness) {
    let role = |candidate: &T| nearness(candidate).in_respect(Evidence::Role);
    let is_close = |candidate: &T| {
        let close = [Evidence::Kin, Evidence::Kinship, Evidence::PartnersKin, Evidence::Value];
        nearness(candidate).is_named
            || close.iter().any(|evidence| nearness(candidate).in_respect(*evidence) == Agreement::Agrees)
    };
    if found.iter().filter(|candidate| role(candidate) == Agreement::Agrees).count() >= ENOUGH {
        found.retain(|candidate| role(candidate) != Agreement::Differs || is_close(candidate));
    }
}

fn in_kin(own: (Option<u64>, &[u64]), other: (Option<u64>, &[u64])) -> Agreement {
    match (own.0, other.0) {
        (Some(own), Some(other)) if own == other => Agreement::Agrees,
        (Some(_), Some(_)) if shares(own.1, other.1) => Agreement::Partly,
        (Some(_), Some(_)) => Agreement::Differs,
        _ => Agreement::Unknown,
    }
}

/// By marks in respects in which both have some.
fn by_marks(own: &[Mark], other: &[Mark]) -> Agreement {
    if shares(own, other) {
        return Agreement::Agrees;
    }
    let is_comparable = own.iter().any(|mark| other.iter().any(|each| each.0 == mark.0));
    if is_comparable { Agreement::Differs } else { Agreement::Unknown }
}

/// With the years between the nearest.
fn in_time(own: &[i16], other: &[i16]) -> (u16, Agreement) {
    let pairs = own.iter().flat_map(|year| other.iter().map(|other| year.abs_diff(*other)));
    match pairs.min() {
        Some(years @ 0..=SAME_TIME_YEARS) => (years, Agreement::Agrees),
        Some(years @ OTHER_TIME_YEARS..) => (years, Agreement::Differs),
        Some(years) => (years, Agreement::Unknown),
        None => (0, Agreement::Unknown),
    }
}

fn in_size(own: &[(u32, f64)], other: &[(u32, f64)]) -> Agreement {
    let is_near = |one: f64, other: f64| one * other > 0.0 && (one / other).max(other / one) <= NEAR_TIMES;
    let mut pairs =
        own.iter().flat_map(|(way, one)| other.iter().map(move |(same, other)| (way == same, *one, *other)));
    if pairs.any(|(is_one_way, one, other)| is_one_way && is_near(one, other)) {
        Agreement::Agrees
    } else {
        Agreement::Unknown
    }
}

/// Whether two sorted lists have something in common.
fn shares<T: Ord>(one: &[T], other: &[T]) -> bool {
    one.iter().any(|each| other.binary_search(each).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use Agreement::{Agrees, Differs, Partly, Unknown};

    /// One that is known by these.
    fn with(found: &[(Evidence, Agreement)]) -> Nearness {
        let mut nearness = Nearness { is_named: false, found: Default::default(), closeness: 0.0 };
        found.iter().for_each(|(evidence, agreement)| nearness.found[*evidence as usize] = *agreement);
        nearness
    }

    fn kept(candidates: &[Nearness]) -> Vec<usize> {
        let numbered: Vec<(usize, &Nearness)> = candidates.iter().enumerate().collect();
        plausible(numbered, |candidate| candidate.1).into_iter().map(|(index, _)| index).collect()
    }

    #[test]
    fn every_respect_has_a_place_of_its_own() {
        assert!(ALL.iter().enumerate().all(|(index, evidence)| *evidence as usize == index));
    }

    #[test]
    fn what_differs_goes_where_enough_agree_and_stays_where_nobody_does() {
        let (near, far) = (with(&[(Evidence::Kinship, Agrees)]), with(&[(Evidence::Kinship, Differs)]));
        assert_eq!(kept(&[near.clone(), far.clone(), near.clone(), far.clone()]), [0, 2]);
        assert_eq!(kept(&[far.clone(), far.clone(), far.clone()]), [0, 1, 2]);
        assert_eq!(kept(&[far.clone(), near, far]), [1]);
    }

    #[test]
    fn where_nothing_is_known_all_are_equally_near() {
        assert_eq!(kept(&[with(&[]), with(&[]), with(&[])]), [0, 1, 2]);
    }

    #[test]
    fn what_nothing_speaks_for_goes_where_enough_have_something() {
        let role = with(&[(Evidence::Role, Agrees)]);
        assert_eq!(kept(&[role.clone(), with(&[]), role]), [0, 2]);
    }

    #[test]
    fn what_is_known_for_other_things_alone_is_no_answer() {
        let (role, stranger) =
            (with(&[(Evidence::Role, Agrees)]), [(Evidence::Role, Differs), (Evidence::Time, Agrees)]);
        assert_eq!(kept(&[role.clone(), with(&stranger), role]), [0, 2]);
    }

    #[test]
    fn a_shared_beginning_of_kin_is_enough_where_no_kin_is_the_same() {
        let (partly, far) = (with(&[(Evidence::Kin, Partly)]), with(&[(Evidence::Kin, Differs)]));
        assert_eq!(kept(&[partly.clone(), far, partly]), [0, 2]);
    }

    #[test]
    fn one_that_is_named_counts_once() {
        let named = Nearness { is_named: true, ..with(&[(Evidence::PartnersKin, Differs)]) };
        let other = with(&[(Evidence::PartnersKin, Differs), (Evidence::Role, Agrees)]);
        assert_eq!(kept(&[named, other.clone(), other]), [0, 1, 2]);
    }

    #[test]
    fn a_century_apart_is_another_time() {
        assert_eq!(in_time(&[1805], &[1815]), (10, Agrees));
        assert_eq!(in_time(&[1805], &[1700, 1880]), (75, Unknown));
        assert_eq!(in_time(&[1805], &[1600]), (205, Differs));
        assert_eq!(in_time(&[], &[1600]), (0, Unknown));
    }
}
