//! Everything that is right in one sentence: "The Danube flows through Germany, Austria and Hungary." Made from a
//! relation's own sentence, where English can be told to allow several things in that place.

use crate::facts::Several;
use crate::facts::generate::answers::{Told, filling, names};
use crate::facts::generate::cautions;
use crate::facts::generate::cautions::Role;
use crate::facts::generate::explain::claim::Claim;
use crate::facts::generate::explain::feedback::is_sayable;
use crate::facts::generate::explain::several::{OF_ONE, form, joined, marks, small_words, takes_several, with_count};
use crate::facts::generate::index::{Knowledge, What, words};
use crate::facts::generate::sentence::{Filling, Form, Sentence, Slot};
use crate::facts::generate::wording::Name;

/// Longer lists are read by nobody.
const MOST_LISTED: usize = 16;

/// A sentence on several facts.
pub(super) struct List {
    pub text: String,
    pub facts: Vec<u32>,
}

/// All that the table has on that side of the facts that are like this one otherwise; `None` where it stands there alone.
pub(super) fn whole(claim: &Claim, fact: u32, side: Slot) -> Option<List> {
    takes_many(claim.knowledge, fact, side).then(|| of(claim, &like(claim.knowledge, fact, side), fact, side))?
}

/// The same of some facts alone.
pub(super) fn of(claim: &Claim, facts: &[u32], fact: u32, side: Slot) -> Option<List> {
    let knowledge = claim.knowledge;
    let says = &knowledge.way(knowledge.fact(fact).way).says;
    let said_of = claim.said_of(fact);
    let mut fit = says.iter().filter(|sentence| {
        said_of.iter().all(|slot| sentence.tells(*slot)) && sentence.tells(side) && takes_several(sentence, side)
    });
    fit.find_map(|sentence| {
        let told = Told::by(knowledge, sentence, fact, Some(side));
        let is_like = |other: &&u32| Told::by(knowledge, sentence, **other, Some(side)) == told;
        let facts: Vec<u32> = facts.iter().filter(is_like).copied().collect();
        let text = text(knowledge, &facts, fact, sentence, side)?;
        let is_allowed = |other: &u32| cautions::allows(knowledge, *other, &text, Role::Tells);
        let is_fit = facts.iter().all(is_allowed) && is_sayable(knowledge, claim.asker, &text) && !claim.is_said(&text);
        is_fit.then_some(List { text, facts })
    })
}

/// What else is right, as a sentence behind the one that tells the fact: for a relation none of whose sentences takes
/// several things. `None` where the fact's writer tells it.
pub(super) fn others(claim: &Claim, fact: u32, side: Slot) -> Option<String> {
    let knowledge = claim.knowledge;
    let like = takes_many(knowledge, fact, side).then(|| like(knowledge, fact, side))?;
    let more = words(&knowledge.fact(fact).fact.more);
    let is_told = things(knowledge, &like, side).into_iter().any(|thing| names(knowledge, &more, thing));
    let others = same_of(claim, &like, fact, side).filter(|_| !is_told && claim.said_of(fact).is_empty());
    others.map(|list| list.text)
}

/// The same of some facts alone, those of the same time.
pub(super) fn same_of(claim: &Claim, facts: &[u32], fact: u32, side: Slot) -> Option<List> {
    let knowledge = claim.knowledge;
    let (when, own) = (knowledge.fact(fact).told_when, knowledge.thing(thing(knowledge, fact, side)?).group);
    let group = |other: u32| thing(knowledge, other, side).map(|thing| knowledge.thing(thing).group);
    let is_other = |other: &&u32| group(**other) != Some(own);
    if facts.iter().any(|other| knowledge.fact(*other).told_when != when) {
        return None;
    }
    let facts: Vec<u32> = facts.iter().filter(is_other).copied().collect();
    let things = things(knowledge, &facts, side);
    let says = &knowledge.way(knowledge.fact(fact).way).says;
    let form = match says.iter().find_map(|says| form(says, side)) {
        Some(Form::WithArticle) => Form::WithArticle,
        _ => Form::Plain,
    };
    let names: Vec<String> = things.iter().map(|thing| knowledge.thing(*thing).name.written(form)).collect();
    let (open, close) = says.iter().find(|says| says.tells(side)).map_or(("", ""), |says| marks(says, side));
    let text = format!("The same is true of {}.", joined(&names, open, close));
    let is_allowed = |other: &u32| cautions::allows(knowledge, *other, &text, Role::Tells);
    let is_fit = (1..MOST_LISTED).contains(&names.len())
        && facts.iter().all(is_allowed)
        && is_sayable(knowledge, claim.asker, &text);
    is_fit.then_some(List { text, facts })
}

/// A few other subjects that have the same object, whether or not the table holds them all.
pub(super) fn same_as(claim: &Claim, fact: u32) -> Option<String> {
    const FEW: usize = 4;
    let knowledge = claim.knowledge;
    let when = knowledge.fact(fact).told_when;
    let mut like = like(knowledge, fact, Slot::Subject);
    like.retain(|other| *other != fact && knowledge.fact(*other).told_when == when);
    like.truncate(FEW);
    same_of(claim, &like, fact, Slot::Subject).map(|list| list.text)
}

/// Those of some facts that are of its relation and have the same on the other side.
pub(super) fn like_among(knowledge: &Knowledge, facts: &[u32], fact: u32, side: Slot) -> Vec<u32> {
    let like = like(knowledge, fact, side);
    facts.iter().filter(|other| like.contains(other)).copied().collect()
}

/// Whether several can stand on that side.
fn takes_many(knowledge: &Knowledge, fact: u32, side: Slot) -> bool {
    several(knowledge, fact, side) != Several::One
}

/// How many can stand on that side.
fn several(knowledge: &Knowledge, fact: u32, side: Slot) -> Several {
    let relation = knowledge.way(knowledge.fact(fact).way).relation;
    match side {
        Slot::Subject => relation.subjects,
        Slot::Object => relation.objects,
        Slot::Year | Slot::Note => Several::One,
    }
}

/// The facts of its relation that have the same on the other side, in the order of the table.
fn like(knowledge: &Knowledge, fact: u32, side: Slot) -> Vec<u32> {
    let known = knowledge.fact(fact);
    let group = |thing: u32| knowledge.thing(thing).group;
    let found = match (side, &known.object) {
        (Slot::Object, Some(What::Thing(_))) => knowledge.by_subject.get(&(known.way, group(known.subject))),
        (Slot::Subject, Some(What::Thing(object))) => knowledge.by_object.get(&(known.way, group(*object))),
        _ => None,
    };
    // A thing with more facts than this is not told by a list.
    found.filter(|facts| facts.len() <= 4 * MOST_LISTED).cloned().unwrap_or_default()
}

/// The thing on one side of a fact.
fn thing(knowledge: &Knowledge, fact: u32, side: Slot) -> Option<u32> {
    let known = knowledge.fact(fact);
    match (side, &known.object) {
        (Slot::Subject, _) => Some(known.subject),
        (Slot::Object, Some(What::Thing(object))) => Some(*object),
        _ => None,
    }
}

/// The things on one side of some facts, each once.
fn things(knowledge: &Knowledge, facts: &[u32], side: Slot) -> Vec<u32> {
    let mut things: Vec<u32> = Vec::new();
    for thing in facts.iter().filter_map(|fact| thing(knowledge, *fact, side)) {
        if things.iter().all(|other| knowledge.thing(*other).group != knowledge.thing(thing).group) {
            things.push(thing);
        }
    }
    things
}

fn text(knowledge: &Knowledge, facts: &[u32], fact: u32, sentence: &Sentence, side: Slot) -> Option<String> {
    let things = things(knowledge, facts, side);
    if !(2..=MOST_LISTED).contains(&things.len()) {
        return None;
    }
    let form = form(sentence, side)?;
    let names: Vec<String> = things.iter().map(|thing| knowledge.thing(*thing).name.written(form)).collect();
    let (open, close) = marks(sentence, side);
    let list = joined(&names, open, close);
    // The sentence has the outer marks itself.
    let bare = list.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)).unwrap_or(&list);
    let name = Name { bare: bare.into(), is_plural: true, ..Name::default() };
    let own = filling(knowledge, fact);
    let filling = match side {
        Slot::Subject => Filling { subject: Some(&name), ..own },
        _ => Filling { object: Some(&name), ..own },
    };
    let text = sentence.written(&filling)?;
    let around = small_words(&text.replacen(&*name.bare, "", 1));
    if around.iter().any(|word| OF_ONE.contains(&word.as_str()) || *word == knowledge.noun(things[0]).to_lowercase()) {
        return None;
    }
    // Where the table may lack some, or only these are told, a number would be wrong.
    let is_whole = several(knowledge, fact, side) == Several::All && facts.len() == like(knowledge, fact, side).len();
    let plural = plural(knowledge.class(*things.first()?)?);
    Some(if is_whole { with_count(text, &name.bare, things.len(), plural) } else { text })
}

fn plural(class: &crate::facts::EntityClass) -> String {
    match class.plural.trim() {
        "" => format!("{}s", class.noun.trim()),
        plural => plural.to_owned(),
    }
}
