//! What is told after an answer: why the right one is right, what else is known, what has happened since, and what a wrong
//! one really was. Tells nothing that the table does not, and never what the learner has just read.

mod claim;
mod extra;
mod feedback;
mod list;
mod several;

pub(crate) use feedback::{is_sayable, meaning_of_thing, meaning_of_year, put_right, told};

use crate::bank::Answer;
use crate::facts::Several;
use crate::facts::generate::cautions;
use crate::facts::generate::explain::claim::Claim;
use crate::facts::generate::index::{Knowledge, words};
use crate::facts::generate::sentence::Slot;

/// Facts told one after the other, at the most.
const MOST_SENTENCES: usize = 9;

/// The explanation of a question on these facts, the one that it is made for first. `said` is what the learner has read of
/// them. `None` where no sentence may tell the first fact.
pub(crate) fn explanation(
    knowledge: &Knowledge,
    facts: &[u32],
    asked: Option<Slot>,
    said: &str,
    answer: &Answer,
) -> Option<String> {
    let claim = Claim { knowledge, asker: *facts.first()?, said };
    let [fact] = *facts else { return Some(ended(knowledge, facts, claim.answers(facts, asked)?)) };
    let text = if matches!(answer, Answer::TrueFalse(true)) {
        None
    } else if matches!(answer, Answer::Cloze { .. }) {
        claim.telling(fact, asked).filter(|text| !claim.repeats(text))
    } else {
        Some(claim.answer(fact, asked)?)
    };
    let sentences = match text {
        Some(text) => with_more(&claim, fact, vec![text]),
        // Whoever has read the whole fact is not told it again.
        None => extra::confirmation(&claim, fact)?,
    };
    Some(ended(knowledge, facts, sentences))
}

/// Whether there is something to tell of a fact to whoever was told it already.
pub(crate) fn has_more_to_say(knowledge: &Knowledge, fact: u32, said: &str) -> bool {
    let claim = Claim { knowledge, asker: fact, said };
    extra::to_the_point(&claim, fact).is_some() || !cautions::endings(knowledge, &[fact]).is_empty()
}

/// The explanation of a false statement on the first of the facts, in which `changed` is not as the fact has it: what is so
/// instead, and what is so of what was put in: a second fact, which is told first, for the statement claims to speak of
/// it, or else `aside`. `None` where no sentence may tell it.
pub(crate) fn correction(
    knowledge: &Knowledge,
    facts: &[u32],
    changed: Slot,
    said: &str,
    aside: Option<&str>,
) -> Option<String> {
    let fact = *facts.first()?;
    let claim = Claim { knowledge, asker: fact, said };
    let sentences = match facts.get(1) {
        Some(other) => {
            let own = claim.answer(*other, Some(Slot::Object))?;
            let right = claim.of_object(fact).filter(|right| *right != own);
            std::iter::once(own).chain(right).collect()
        }
        None => {
            // What there is to know may say "it" of the right one, so that it stands right behind it.
            let right = claim.answer(fact, Some(changed))?;
            let mut sentences = match is_one_of_several(knowledge, fact, changed) && aside.is_some() {
                true => Vec::new(),
                false => with_more(&claim, fact, vec![right]),
            };
            let is_new = |aside: &&str| !sentences.iter().any(|text| says_it(text, aside) || says_it(aside, text));
            let aside = aside.filter(is_new).map(str::to_owned);
            sentences.extend(aside);
            sentences
        }
    };
    Some(ended(knowledge, facts, sentences))
}

/// Whether what stands there is one of several, of which the table may lack some: it does not tell that another is wrong.
fn is_one_of_several(knowledge: &Knowledge, fact: u32, slot: Slot) -> bool {
    let relation = knowledge.way(knowledge.fact(fact).way).relation;
    match slot {
        Slot::Object => relation.objects == Several::Some,
        Slot::Subject => relation.subjects == Several::Some,
        Slot::Year | Slot::Note => false,
    }
}

/// The sentences with what the fact's writer adds to them.
fn with_more(claim: &Claim, fact: u32, mut sentences: Vec<String>) -> Vec<String> {
    let more = claim.knowledge.fact(fact).fact.more.trim();
    sentences.extend((!more.is_empty()).then(|| more.to_owned()));
    sentences
}

/// The sentences, and those that the cautions end every explanation with.
fn ended(knowledge: &Knowledge, facts: &[u32], mut sentences: Vec<String>) -> String {
    sentences.extend(cautions::endings(knowledge, facts).into_iter().map(str::to_owned));
    sentences.join(" ")
}

/// Whether a text says all that a shorter one says, pronouns put aside.
fn says_it(text: &str, short: &str) -> bool {
    let pronouns = words("he she it they his her its their this that");
    let text = words(text);
    !short.is_empty() && words(short).iter().all(|word| pronouns.contains(word) || text.contains(word))
}
