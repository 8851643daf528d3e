//! What a sentence asks, which answers to it are right by the table, and what is proven wrong. Every fact that agrees in
//! what the sentence tells counts; a fact that may agree, because its date is told less finely, counts as right.

use crate::facts::generate::index::{Knowledge, What, holds, words};
use crate::facts::generate::sentence::{Filling, Sentence, Slot};
use crate::facts::generate::stable_hash::Map;
use crate::facts::{Several, When};
use std::cell::RefCell;
use std::rc::Rc;

/// What a sentence tells of a fact beside what it asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Told {
    pub way: u32,
    /// The namesakes of the subject.
    pub subject: Option<u32>,
    pub object: Option<ToldObject>,
    pub when: Option<When>,
    /// Stands for the note.
    pub note: Option<u64>,
}

/// An object as a sentence tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum ToldObject {
    /// Its namesakes.
    Group(u32),
    /// The bits of a value and of its tolerance.
    Amount(u64, u64),
}

/// All that the table knows about the answers to a question.
#[derive(Debug, Default)]
pub(crate) struct Rights {
    /// The facts that agree.
    pub facts: Vec<u32>,
    /// The things that are right, one for each name.
    pub things: Vec<u32>,
    /// Their namesakes, sorted.
    groups: Vec<u32>,
    /// These and whatever they are part of, sorted.
    above: Vec<u32>,
    /// Things named as right beside the facts.
    pub also: Vec<u32>,
    /// Things named as wrong.
    pub wrong: Vec<u32>,
    /// The numbers that are right, each with its tolerance.
    pub amounts: Vec<(f64, f64)>,
    /// The years that are right, sorted.
    pub years: Vec<i16>,
    /// Whether a fact agrees that has no year, so that no year is proven wrong.
    pub has_open_year: bool,
}

/// Finds and keeps what is right.
pub(crate) struct Proofs<'w, 't> {
    knowledge: &'w Knowledge<'t>,
    kept: RefCell<Map<(Told, Slot), Rc<Rights>>>,
    ids: Map<&'t str, u32>,
}

/// So many answers are kept: those of one subject come up one after the other.
const MOST_KEPT: usize = 4_096;

impl Told {
    /// What `sentence` tells of the fact beside `asked`.
    pub fn by(knowledge: &Knowledge, sentence: &Sentence, fact: u32, asked: Option<Slot>) -> Self {
        let known = knowledge.fact(fact);
        let tells = |slot: Slot| asked != Some(slot) && sentence.tells(slot);
        let object = known.object.as_ref().map(|object| match object {
            What::Thing(thing) => ToldObject::Group(knowledge.thing(*thing).group),
            What::Amount(amount, _) => ToldObject::Amount(amount.value.to_bits(), amount.tolerance.to_bits()),
        });
        let when = known.told_when.map(|when| match sentence.tells_date() {
            true => when,
            false => When { month: None, day: None, ..when },
        });
        Self {
            way: known.way,
            subject: tells(Slot::Subject).then(|| knowledge.thing(known.subject).group),
            object: object.filter(|_| tells(Slot::Object)),
            when: when.filter(|_| tells(Slot::Year)),
            note: tells(Slot::Note).then_some(known.note_key),
        }
    }
}

impl<'w, 't> Proofs<'w, 't> {
    pub fn new(knowledge: &'w Knowledge<'t>) -> Self {
        let ids = knowledge.table.entities.iter().map(|(id, _)| id).zip(0..).collect();
        Self { knowledge, kept: RefCell::default(), ids }
    }

    /// What is right where `told` is told and `asked` is asked for.
    pub fn rights(&self, told: Told, asked: Slot) -> Rc<Rights> {
        if let Some(rights) = self.kept.borrow().get(&(told, asked)) {
            return rights.clone();
        }
        let rights = Rc::new(self.find(told, asked));
        let mut kept = self.kept.borrow_mut();
        if kept.len() >= MOST_KEPT {
            kept.clear();
        }
        kept.insert((told, asked), rights.clone());
        rights
    }

    fn find(&self, told: Told, asked: Slot) -> Rights {
        let knowledge = self.knowledge;
        let mut rights = Rights { facts: self.agreeing(told), ..Rights::default() };
        let class = |thing: u32| knowledge.thing(thing).class;
        for &fact in &rights.facts {
            let known = knowledge.fact(fact);
            let side = match (asked, &known.object) {
                (Slot::Subject, _) => Some(known.subject),
                (Slot::Object, Some(What::Thing(object))) => Some(*object),
                (Slot::Object, Some(What::Amount(amount, _))) => {
                    rights.amounts.push((amount.value, amount.tolerance));
                    None
                }
                (Slot::Year, _) => {
                    rights.years.extend(known.fact.when.map(|when| when.year));
                    rights.has_open_year |= known.fact.when.is_none();
                    None
                }
                _ => None,
            };
            let Some(side) = side else { continue };
            rights.things.push(side);
            let named = |ids: &'t [Box<str>]| ids.iter().filter_map(|id| self.ids.get(&**id).copied());
            rights.also.extend(named(&known.fact.also_right));
            rights.wrong.extend(named(&known.fact.wrong).filter(|thing| class(*thing) == class(side)));
        }
        rights.also.extend(self.right_the_other_way(told, asked));
        rights.groups = sorted(rights.things.iter().map(|thing| knowledge.thing(*thing).group).collect());
        rights.above = sorted(rights.groups.iter().flat_map(|group| knowledge.above(*group)).collect());
        let mut seen = rights.groups.clone();
        rights.things.retain(|thing| {
            let place = seen.binary_search(&knowledge.thing(*thing).group);
            place.map(|place| seen.remove(place)).is_ok()
        });
        rights.also = sorted(rights.also);
        rights.years = sorted(rights.years);
        rights
    }

    /// What is right because a fact names what is told as right as well: where iodine also stains nuclei, it is an answer to
    /// what stains them.
    fn right_the_other_way(&self, told: Told, asked: Slot) -> Vec<u32> {
        let knowledge = self.knowledge;
        let given = match (asked, told.object) {
            (Slot::Subject, Some(ToldObject::Group(group))) => Some(group),
            (Slot::Object, _) => told.subject,
            _ => None,
        };
        let facts = given.and_then(|group| knowledge.by_also_right.get(&(told.way, group)));
        let side = |fact: &u32| match (asked, &knowledge.fact(*fact).object) {
            (Slot::Subject, _) => Some(knowledge.fact(*fact).subject),
            (_, Some(What::Thing(object))) => Some(*object),
            _ => None,
        };
        facts.into_iter().flatten().filter_map(side).collect()
    }

    /// The facts that agree in all that is told.
    fn agreeing(&self, told: Told) -> Vec<u32> {
        let knowledge = self.knowledge;
        const NONE: &[u32] = &[];
        let found = |list: Option<&'w Vec<u32>>| list.map_or(NONE, |list| list.as_slice());
        let mut pools: Vec<[&[u32]; 2]> = vec![[&knowledge.way(told.way).facts, NONE]];
        pools.extend(told.subject.map(|group| [found(knowledge.by_subject.get(&(told.way, group))), NONE]));
        if let Some(ToldObject::Group(group)) = told.object {
            pools.push([found(knowledge.by_object.get(&(told.way, group))), NONE]);
        }
        pools.extend(told.when.map(|when| {
            let of = |year| found(knowledge.by_year.get(&(told.way, year)));
            [of(Some(when.year)), of(None)]
        }));
        let shortest = pools.into_iter().min_by_key(|pool| pool[0].len() + pool[1].len());
        let facts = shortest.into_iter().flatten().flatten().copied();
        let mut facts: Vec<u32> = facts.filter(|fact| self.agrees(*fact, told)).collect();
        facts.sort_unstable();
        facts
    }

    /// Whether a fact of the relation may be one that the sentence speaks of.
    fn agrees(&self, fact: u32, told: Told) -> bool {
        let (knowledge, known) = (self.knowledge, self.knowledge.fact(fact));
        let is_subject = told.subject.is_none_or(|group| knowledge.thing(known.subject).group == group);
        let is_object = match (told.object, &known.object) {
            (None, _) => true,
            (Some(ToldObject::Group(group)), Some(What::Thing(object))) => knowledge.thing(*object).group == group,
            (Some(ToldObject::Amount(value, tolerance)), Some(What::Amount(amount, _))) => {
                let tolerance = f64::from_bits(tolerance).max(amount.tolerance);
                (f64::from_bits(value) - amount.value).abs() <= tolerance
            }
            _ => false,
        };
        let is_when = told.when.is_none_or(|when| known.fact.when.is_none_or(|own| may_be_one(when, own)));
        let is_note = told.note.is_none_or(|note| known.fact.note.trim().is_empty() || note == known.note_key);
        is_subject && is_object && is_when && is_note
    }

    /// Whether the table proves that `thing` is no answer.
    pub fn is_wrong(&self, thing: u32, rights: &Rights, told: Told, asked: Slot) -> bool {
        let knowledge = self.knowledge;
        let relation = knowledge.way(told.way).relation;
        let several = if asked == Slot::Subject { relation.subjects } else { relation.objects };
        let group = knowledge.thing(thing).group;
        if several == Several::Some && !rights.wrong.contains(&thing) && !self.is_taken(group, told, asked) {
            return false;
        }
        let is_in = |list: &[u32], group: u32| list.binary_search(&group).is_ok();
        !is_in(&rights.above, group)
            && !knowledge.above(group).any(|upper| is_in(&rights.groups, upper))
            && !rights.also.iter().any(|also| knowledge.are_kin_by_part(*also, thing))
    }

    /// Whether things of that name have, for sure, other partners than the one that is told: a speaker who spoke for Sweden
    /// alone did not speak for Germany, though others than those in the table may have spoken for either.
    fn is_taken(&self, group: u32, told: Told, asked: Slot) -> bool {
        let knowledge = self.knowledge;
        let relation = knowledge.way(told.way).relation;
        let (reverse, several) = match asked {
            Slot::Subject => (Told { subject: Some(group), object: None, ..told }, relation.objects),
            Slot::Object => (Told { subject: None, object: Some(ToldObject::Group(group)), ..told }, relation.subjects),
            Slot::Year | Slot::Note => return false,
        };
        let other = if asked == Slot::Subject { Slot::Object } else { Slot::Subject };
        let partners = self.rights(reverse, other);
        // One at the most is known only where the table has it.
        let is_closed = match several {
            Several::Some => false,
            Several::All => true,
            Several::One => partners.facts.iter().any(|fact| self.is_meant(*fact, told)),
        };
        let is_other = match (asked, told.subject, told.object) {
            (Slot::Object, Some(partner), _) | (Slot::Subject, _, Some(ToldObject::Group(partner))) => {
                !partners.above.contains(&partner)
                    && !knowledge.above(partner).any(|upper| partners.groups.contains(&upper))
                    && !partners.also.iter().any(|also| knowledge.are_groups_kin(knowledge.thing(*also).group, partner))
            }
            (Slot::Subject, _, Some(ToldObject::Amount(value, tolerance))) => {
                partners.is_wrong_amount(f64::from_bits(value), f64::from_bits(tolerance))
            }
            _ => false,
        };
        is_closed && is_other
    }

    /// Whether a fact is of the time and the note that are told, and not only perhaps.
    fn is_meant(&self, fact: u32, told: Told) -> bool {
        let known = self.knowledge.fact(fact);
        let is_when = told.when.is_none_or(|when| {
            known.fact.when.is_some_and(|own| {
                let is_as_fine = |told: Option<u8>, own: Option<u8>| told.is_none() || told == own;
                own.year == when.year && is_as_fine(when.month, own.month) && is_as_fine(when.day, own.day)
            })
        });
        is_when && told.note.is_none_or(|note| note == known.note_key)
    }

    /// Whether that one thing alone is right, so that it can be typed.
    pub fn is_alone(&self, rights: &Rights, told: Told, asked: Slot) -> bool {
        let relation = self.knowledge.way(told.way).relation;
        let several = if asked == Slot::Subject { relation.subjects } else { relation.objects };
        several != Several::Some && rights.things.len() == 1 && rights.also.is_empty()
    }
}

impl Rights {
    /// Whether no right number is within reach of `value`.
    pub fn is_wrong_amount(&self, value: f64, tolerance: f64) -> bool {
        !self.amounts.is_empty() && self.amounts.iter().all(|(right, own)| (right - value).abs() > own.max(tolerance))
    }

    /// Whether the table proves that it was not in that year.
    pub fn is_wrong_year(&self, year: i16) -> bool {
        !self.has_open_year && !self.years.is_empty() && !self.years.contains(&year)
    }
}

/// Whether two dates may be the same: 1956 and April 1956 may, April and May may not.
pub(crate) fn may_be_one(one: When, other: When) -> bool {
    let differ = |one: Option<u8>, other: Option<u8>| one.zip(other).is_some_and(|(one, other)| one != other);
    one.year == other.year && !differ(one.month, other.month) && !differ(one.day, other.day)
}

/// What a fact fills a sentence with.
pub(crate) fn filling<'a>(knowledge: &'a Knowledge, fact: u32) -> Filling<'a> {
    let known = knowledge.fact(fact);
    let object = known.object.as_ref().map(|object| match object {
        What::Thing(thing) => &knowledge.thing(*thing).name,
        What::Amount(_, name) => name,
    });
    Filling {
        subject: Some(&knowledge.thing(known.subject).name),
        object,
        when: known.told_when,
        note: &known.fact.note,
    }
}

/// Whether a text of these words names the thing.
pub(crate) fn names(knowledge: &Knowledge, text: &[u64], thing: u32) -> bool {
    knowledge.thing(thing).forms.iter().any(|form| holds(text, form))
}

/// Whether one name lies in the other, so that a learner could take the two for one.
pub(crate) fn overlap(knowledge: &Knowledge, one: u32, other: u32) -> bool {
    let (one, other) = (knowledge.thing(one), knowledge.thing(other));
    let is_part = |one: &[u64], other: &[u64]| one.iter().all(|word| other.contains(word));
    let by_words = one.forms.iter().any(|a| other.forms.iter().any(|b| is_part(a, b) || is_part(b, a)));
    let (a, b) = (&one.small_name, &other.small_name);
    by_words || starts_a_word(a, b) || starts_a_word(b, a)
}

/// Whether `part` stands in `text` where a word begins and ends, or where letters follow digits: `jt-60` in `jt-60sa`, and
/// not `e to i` in `e to ie`.
fn starts_a_word(text: &str, part: &str) -> bool {
    let ends_in_letter = part.chars().next_back().is_some_and(char::is_alphabetic);
    text.match_indices(part).any(|(at, _)| {
        let begins = text[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric());
        let goes_on = text[at + part.len()..].chars().next().is_some_and(char::is_alphabetic);
        begins && !(ends_in_letter && goes_on)
    })
}

/// Whether a text has that number as a word of its own.
pub(crate) fn has_year(text: &str, year: i16) -> bool {
    let year = words(&When::era_year(year).0.to_string());
    holds(&words(text), &year)
}

fn sorted<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort_unstable();
    list.dedup();
    list
}
