//! Whether a statement, or an order of events, agrees with the table: judges what is written in the table's own sentences, and
//! keeps silent about all else.

use crate::bank::wording::alike::folded;
use crate::facts::generate::answers::{Proofs, Told, filling, names};
use crate::facts::generate::index::{Knowledge, What, words};
use crate::facts::generate::sentence::{Filling, Sentence, Slot};
use crate::facts::generate::wording::Name;
use crate::facts::pins::fault::PinFault;
use crate::facts::{Quantity, Several, When};

/// Judges by what a table knows.
pub(crate) struct Claims<'w, 't> {
    knowledge: &'w Knowledge<'t>,
    proofs: Proofs<'w, 't>,
}

/// Words that say that the latest comes first.
const BACKWARDS: [&str; 7] = ["latest", "newest", "recent", "last", "reverse", "backwards", "descending"];

impl<'w, 't> Claims<'w, 't> {
    /// By this knowledge.
    pub fn new(knowledge: &'w Knowledge<'t>) -> Self {
        Self { knowledge, proofs: Proofs::new(knowledge) }
    }

    /// Whether the statement is true by the facts of these ids; nothing where that cannot be told.
    pub fn is_true(&self, statement: &str, ids: &[Box<str>]) -> Option<bool> {
        self.facts(ids).into_iter().find_map(|fact| {
            let says = &self.knowledge.way(self.knowledge.fact(fact).way).says;
            says.iter().find_map(|sentence| Claim { claims: self, fact, sentence, statement }.is_true())
        })
    }

    /// What is wrong with an order of events on the facts of these ids, by their dates.
    pub fn wrong_order(&self, prompt: &str, items: &[Box<str>], ids: &[Box<str>]) -> Option<PinFault> {
        let facts = self.facts(ids);
        let dated: Vec<(&Box<str>, When)> = items
            .iter()
            .filter_map(|item| Some((item, self.knowledge.fact(self.event(item, &facts)?).fact.when?)))
            .collect();
        let pairs =
            || dated.iter().enumerate().flat_map(|(at, one)| dated[at + 1..].iter().map(move |other| (one, other)));
        let (later, earlier) = pairs().find(|(one, other)| other.1.is_before(one.1))?;
        let is_reversed = pairs().all(|(one, other)| !one.1.is_before(other.1));
        let prompt = folded(prompt);
        let is_meant = is_reversed && BACKWARDS.iter().any(|word| prompt.contains(word));
        (!is_meant).then(|| PinFault::WrongOrder { earlier: earlier.0.clone(), later: later.0.clone() })
    }

    fn facts(&self, ids: &[Box<str>]) -> Vec<u32> {
        let numbered = (0..).zip(&self.knowledge.facts);
        numbered.filter(|(_, known)| ids.contains(&known.fact.id)).map(|(index, _)| index).collect()
    }

    /// The one of the facts that an item tells: as the table tells what happened, or else by the names in it. Facts with an
    /// amount may be put in order of that.
    fn event(&self, item: &str, facts: &[u32]) -> Option<u32> {
        let knowledge = self.knowledge;
        let written = |fact: u32| {
            let event = knowledge.way(knowledge.fact(fact).way).event.as_ref()?;
            event.written_inside(&filling(knowledge, fact))
        };
        let is_told = |fact: &u32| written(*fact).is_some_and(|event| folded(&event) == folded(item));
        if let Some(fact) = facts.iter().copied().find(is_told) {
            return Some(fact);
        }
        let item = words(item);
        let is_named = |fact: &u32| {
            let known = knowledge.fact(*fact);
            let object = match known.object {
                Some(What::Thing(object)) => names(knowledge, &item, object),
                Some(What::Amount(..)) => return false,
                None => false,
            };
            object || names(knowledge, &item, known.subject)
        };
        match facts.iter().copied().filter(is_named).collect::<Vec<_>>()[..] {
            [only] => Some(only),
            _ => None,
        }
    }
}

/// A statement beside a sentence that may have made it.
struct Claim<'c, 'w, 't> {
    claims: &'c Claims<'w, 't>,
    fact: u32,
    sentence: &'w Sentence,
    statement: &'c str,
}

impl Claim<'_, '_, '_> {
    fn is_true(&self) -> Option<bool> {
        if self.is_made_by(&filling(self.claims.knowledge, self.fact)) {
            return Some(true);
        }
        let known = self.claims.knowledge.fact(self.fact);
        let of_object = || match &known.object {
            Some(What::Thing(object)) => self.of_things(Slot::Object, *object),
            Some(What::Amount(amount, _)) => self.of_amount(amount),
            None => None,
        };
        of_object().or_else(|| self.of_things(Slot::Subject, known.subject)).or_else(|| self.of_year())
    }

    fn is_made_by(&self, filling: &Filling) -> bool {
        self.sentence.written(filling).is_some_and(|text| folded(&text) == folded(self.statement))
    }

    /// With another thing of the class on that side.
    fn of_things(&self, slot: Slot, own: u32) -> Option<bool> {
        let (knowledge, proofs) = (self.claims.knowledge, &self.claims.proofs);
        let statement = words(self.statement);
        let filled = filling(knowledge, self.fact);
        let is_claimed = |thing: &u32| {
            let name = Some(&knowledge.thing(*thing).name);
            let changed = match slot {
                Slot::Subject => Filling { subject: name, ..filled },
                _ => Filling { object: name, ..filled },
            };
            names(knowledge, &statement, *thing) && self.is_made_by(&changed)
        };
        let pool = &knowledge.pools[knowledge.thing(own).class as usize];
        let claimed = pool.iter().copied().find(is_claimed)?;
        let told = Told::by(knowledge, self.sentence, self.fact, Some(slot));
        let rights = proofs.rights(told, slot);
        let group = |thing: u32| knowledge.thing(thing).group;
        match rights.things.iter().any(|right| group(*right) == group(claimed)) {
            true => Some(true),
            false => proofs.is_wrong(claimed, &rights, told, slot).then_some(false),
        }
    }

    /// With another year.
    fn of_year(&self) -> Option<bool> {
        let (knowledge, proofs) = (self.claims.knowledge, &self.claims.proofs);
        let filled = filling(knowledge, self.fact);
        let claimed = numbers(self.statement).filter_map(|number| number.parse().ok()).find(|year: &i16| {
            let when = Some(When { year: *year, month: None, day: None });
            self.is_made_by(&Filling { when, ..filled })
        })?;
        let rights = proofs.rights(Told::by(knowledge, self.sentence, self.fact, Some(Slot::Year)), Slot::Year);
        match rights.years.contains(&claimed) {
            true => Some(true),
            false => (!rights.has_open_year).then_some(false),
        }
    }

    /// With another number.
    fn of_amount(&self, amount: &Quantity) -> Option<bool> {
        let (knowledge, proofs) = (self.claims.knowledge, &self.claims.proofs);
        let filled = filling(knowledge, self.fact);
        let claimed = numbers(self.statement).filter_map(|number| number.parse::<f64>().ok()).find(|value| {
            let name = Name::of_amount(&Quantity { value: *value, ..amount.clone() });
            self.is_made_by(&Filling { object: Some(&name), ..filled })
        })?;
        let rights = proofs.rights(Told::by(knowledge, self.sentence, self.fact, Some(Slot::Object)), Slot::Object);
        let is_right = rights.amounts.iter().any(|(value, tolerance)| (value - claimed).abs() <= *tolerance);
        let holds_all = knowledge.way(knowledge.fact(self.fact).way).relation.objects != Several::Some;
        if is_right { Some(true) } else { holds_all.then_some(false) }
    }
}

/// The numbers in a text, without the commas that part thousands.
fn numbers(text: &str) -> impl Iterator<Item = String> {
    let pieces = text.split(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ','));
    pieces.map(|piece| piece.trim_matches(['.', ',']).replace(',', "")).filter(|piece| !piece.is_empty())
}
