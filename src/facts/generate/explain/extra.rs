//! What is told of a statement that is true: not the statement again, but what else is known.

use crate::facts::generate::cautions;
use crate::facts::generate::cautions::Role;
use crate::facts::generate::explain::claim::Claim;
use crate::facts::generate::explain::feedback::{MOST_LOOKED_AT, is_sayable, telling_of};
use crate::facts::generate::explain::{list, says_it};
use crate::facts::generate::index::What;
use crate::facts::generate::sentence::{Sentence, Slot};
use crate::facts::generate::wording::in_words;

/// What there is to know beside what was said, the best first: what the fact's writer adds, what the statement left out,
/// all that is as right, the date, what else the table tells of either thing, where to read it. Nothing where the
/// cautions tell enough. `None` where no sentence may tell the fact.
pub(super) fn confirmation(claim: &Claim, fact: u32) -> Option<Vec<String>> {
    let knowledge = claim.knowledge;
    let own_words = claim.telling(fact, None)?;
    let found = to_the_point(claim, fact).or_else(|| beside(claim, fact)).or_else(|| contrast(claim, fact));
    if found.is_none() && !cautions::endings(knowledge, &[fact]).is_empty() {
        return Some(Vec::new());
    }
    let last = || if claim.repeats(&own_words) { "That is so.".to_owned() } else { own_words };
    Some(vec![found.or_else(|| source(claim, fact)).unwrap_or_else(last)])
}

/// What there is to know of the very fact: what its writer adds, what the statement left out, all that is as right, the
/// date.
pub(super) fn to_the_point(claim: &Claim, fact: u32) -> Option<String> {
    let more = Some(claim.knowledge.fact(fact).fact.more.trim()).filter(|more| !more.is_empty());
    more.map(str::to_owned)
        .or_else(|| left_out(claim, fact))
        .or_else(|| all_that_is_right(claim, fact))
        .or_else(|| date(claim, fact))
        .or_else(|| about_subject(claim, fact))
}

/// What the entry of the subject tells.
fn about_subject(claim: &Claim, fact: u32) -> Option<String> {
    let knowledge = claim.knowledge;
    let about = knowledge.thing(knowledge.fact(fact).subject).entity.about.trim().to_owned();
    let is_new = !says_it(claim.said, &about) && !claim.repeats(&about) && is_sayable(knowledge, claim.asker, &about);
    (!about.is_empty() && is_new).then_some(about)
}

/// The sentence in which the fact was told.
fn said<'a>(claim: &Claim<'a, '_>, fact: u32) -> Option<&'a Sentence> {
    let knowledge = claim.knowledge;
    let says = &knowledge.way(knowledge.fact(fact).way).says;
    says.iter().find(|sentence| claim.filled(fact, sentence).is_some_and(|text| claim.is_said(&text)))
}

/// A sentence that tells a part of the fact that the statement does not.
fn left_out(claim: &Claim, fact: u32) -> Option<String> {
    let knowledge = claim.knowledge;
    let said = said(claim, fact)?;
    let slots = [Slot::Subject, Slot::Object, Slot::Year, Slot::Note];
    let is_fuller = |sentence: &&Sentence| slots.iter().any(|slot| sentence.tells(*slot) && !said.tells(*slot));
    let mut fuller = knowledge.way(knowledge.fact(fact).way).says.iter().filter(is_fuller);
    fuller.find_map(|sentence| claim.filled(fact, sentence).filter(|text| !claim.repeats(text)))
}

/// The list that the fact is one of.
fn all_that_is_right(claim: &Claim, fact: u32) -> Option<String> {
    let mut lists = [Slot::Object, Slot::Subject].into_iter();
    lists.find_map(|side| {
        list::whole(claim, fact, side).map(|list| list.text).or_else(|| list::others(claim, fact, side))
    })
}

/// "Yes, in April 1956.", where the statement told the date less finely.
fn date(claim: &Claim, fact: u32) -> Option<String> {
    let when = claim.knowledge.fact(fact).told_when?;
    let is_told =
        said(claim, fact).is_none_or(|said| said.tells_date() || (said.tells(Slot::Year) && when.month.is_none()));
    let (before, year) = in_words(when, true);
    let text = format!("Yes, {before}{year}.");
    (!is_told && cautions::allows(claim.knowledge, fact, &text, Role::Tells)).then_some(text)
}

/// What else the table tells of the subject, or else of the object.
fn beside(claim: &Claim, fact: u32) -> Option<String> {
    let knowledge = claim.knowledge;
    let known = knowledge.fact(fact);
    let object = match known.object {
        Some(What::Thing(object)) => Some(object),
        _ => None,
    };
    let is_new =
        |text: &String| !says_it(claim.said, text) && !claim.repeats(text) && is_sayable(knowledge, claim.asker, text);
    let about =
        |thing: u32| Some(knowledge.thing(thing).entity.about.trim().to_owned()).filter(|text| !text.is_empty());
    let facts = |thing: u32| knowledge.about[thing as usize].iter().take(MOST_LOOKED_AT).copied();
    // What a caution hedges is told where it is asked for.
    let is_plain = |other: &u32| *other != fact && knowledge.cautions(*other).next().is_none();
    let tell = |thing: u32, is_same_relation: bool| {
        let is_fit = |other: &u32| is_plain(other) && (knowledge.fact(*other).way == known.way) == is_same_relation;
        facts(thing).filter(is_fit).find_map(|other| telling_of(knowledge, claim.asker, other).filter(is_new))
    };
    // Another relation of the object leads far away: of a treaty that was signed in France to a man from France.
    about(known.subject)
        .filter(is_new)
        .or_else(|| tell(known.subject, false))
        .or_else(|| object.and_then(about).filter(is_new))
        .or_else(|| list::same_as(claim, fact))
        .or_else(|| std::iter::once(known.subject).chain(object).find_map(|thing| tell(thing, true)))
}

/// What is so of another thing of the same sort: osmosis beside diffusion, one river's length beside another's.
fn contrast(claim: &Claim, fact: u32) -> Option<String> {
    let knowledge = claim.knowledge;
    let known = knowledge.fact(fact);
    let own = &knowledge.way(known.way).facts;
    let at = own.binary_search(&fact).ok()?;
    let from = at.saturating_sub(MOST_LOOKED_AT / 2);
    let mut near: Vec<u32> = own[from..own.len().min(at + MOST_LOOKED_AT / 2 + 1)].to_vec();
    let kin = |fact: u32| &*knowledge.thing(knowledge.fact(fact).subject).entity.kin;
    near.retain(|other| {
        let other_known = knowledge.fact(*other);
        knowledge.thing(other_known.subject).group != knowledge.thing(known.subject).group
            && other_known.fact.topic == known.fact.topic
            && kin(*other) == kin(fact)
            && knowledge.cautions(*other).next().is_none()
    });
    near.sort_by_key(|other| own.binary_search(other).unwrap_or(0).abs_diff(at));
    let is_new = |text: &String| !says_it(claim.said, text) && is_sayable(knowledge, claim.asker, text);
    near.into_iter().find_map(|other| telling_of(knowledge, claim.asker, other).filter(is_new))
}

/// Where it can be read.
fn source(claim: &Claim, fact: u32) -> Option<String> {
    let known = claim.knowledge.fact(fact);
    let title = claim.knowledge.table.sources.get(&known.fact.source)?.title.trim();
    if title.is_empty() {
        return None;
    }
    let place = known.fact.places.first().map(|place| place.trim()).filter(|place| !place.is_empty());
    let text = place.map_or_else(|| title.to_owned(), |place| format!("{title}, {place}"));
    let end = if text.ends_with(['.', '…', '!', '?']) { "" } else { "." };
    Some(format!("See {text}{end}")).filter(|text| is_sayable(claim.knowledge, claim.asker, text))
}
