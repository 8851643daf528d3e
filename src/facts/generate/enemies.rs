//! Questions that give each other away: on one fact, or where what one tells is what another asks for. Found by what they
//! name, not by comparing all with all.

use crate::bank::Question;
use crate::bank::model::cloze::Part;
use crate::facts::generate::builder::{Proposal, number_token};
use crate::facts::generate::index::{Knowledge, name_key, words};
use crate::facts::generate::stable_hash;
use crate::facts::generate::stable_hash::Map;
use crate::kinds::Shown;

/// As many as this and [`MEAN_NAMED`] for each question are named in a bank, beside those on the same facts.
const ALWAYS_NAMED: usize = 1 << 16;
/// Where all facts are about one thing, each question tells something of all others: naming every one would take memory
/// without end. 10,000 facts about 2,000 people come to 11 a question.
const MEAN_NAMED: usize = 24;

/// The questions by something that they are found by and their answer.
type Asking = Map<(u64, u64), Vec<usize>>;

/// Names in each question those that must not stand on a paper with it. One side naming the other is enough: the one on a
/// single fact names the one on several, and else the later one the earlier one. In a bank that would need more than are
/// named, each names first those that it tells all of that they are found by.
pub(crate) fn name(knowledge: &Knowledge, proposals: &mut [Proposal]) {
    let mut of_fact: Map<u32, Vec<usize>> = Map::default();
    let mut asking = Asking::default();
    for (index, proposal) in proposals.iter().enumerate() {
        proposal.facts.iter().for_each(|fact| of_fact.entry(*fact).or_default().push(index));
        for given in &proposal.given {
            proposal.keys.iter().for_each(|key| asking.entry((*given, *key)).or_default().push(index));
        }
    }
    let names = Names::of(knowledge);
    let told: Vec<Vec<u64>> = proposals.iter().map(|proposal| names.told_by(&proposal.question)).collect();
    let most = most_named(&told, &asking);
    let mut enemies: Vec<Vec<usize>> = vec![Vec::new(); proposals.len()];
    for (index, proposal) in proposals.iter().enumerate() {
        let others = proposal.facts.iter().filter_map(|fact| of_fact.get(fact)).flatten().copied();
        enemies[index].extend(others.filter(|other| names_it(proposals, index, *other)));
        let told = &told[index];
        let is_other = |other: &usize| *other != index && !share_fact(&proposals[index], &proposals[*other]);
        let mut given_away: Vec<usize> = given_away(told, &asking).flatten().copied().filter(is_other).collect();
        given_away.sort_unstable();
        given_away.dedup();
        if given_away.len() > most {
            given_away
                .sort_by_key(|other| proposals[*other].given.iter().any(|given| told.binary_search(given).is_err()));
        }
        enemies[index].extend(given_away.iter().take(most));
    }
    for list in &mut enemies {
        list.sort_unstable();
        list.dedup();
    }
    for index in 0..proposals.len() {
        // What the other one names already need not be said twice.
        let own = &enemies[index];
        let new = own.iter().filter(|other| **other > index || enemies[**other].binary_search(&index).is_err());
        let ids: Box<[Box<str>]> = new.map(|other| proposals[*other].question.id.clone()).collect();
        proposals[index].question.enemies = ids;
    }
}

/// How many one question names at the most.
fn most_named(told: &[Vec<u64>], asking: &Asking) -> usize {
    let total: usize = told.iter().flat_map(|told| given_away(told, asking)).map(Vec::len).sum();
    if total <= ALWAYS_NAMED + MEAN_NAMED * told.len() { usize::MAX } else { MEAN_NAMED }
}

/// Lists of questions whose answers are told, each with something that it is found by.
fn given_away<'a>(told: &'a [u64], asking: &'a Asking) -> impl Iterator<Item = &'a Vec<usize>> {
    let pairs = told.iter().flat_map(move |given| told.iter().map(move |key| (*given, *key)));
    pairs.filter(|(given, key)| given != key).filter_map(|pair| asking.get(&pair))
}

fn names_it(proposals: &[Proposal], index: usize, other: usize) -> bool {
    let is_single = |at: usize| proposals[at].facts.len() == 1;
    match (is_single(index), is_single(other)) {
        (true, false) => true,
        (false, true) => false,
        _ => other < index,
    }
}

fn share_fact(one: &Proposal, other: &Proposal) -> bool {
    one.facts.iter().any(|fact| other.facts.contains(fact))
}

/// What a question tells before it is answered: its sentences, without what stands in their gaps, and the things that are
/// to be put in order or sorted.
fn shown(question: &Question) -> String {
    let mut text = question.prompt.to_string();
    let mut add = |more: &str| {
        text.push_str(" … ");
        text.push_str(more);
    };
    match question.answer.with_kind(|kind| kind.shown()) {
        Shown::Gaps(text) => text.parts().iter().for_each(|part| match part {
            Part::Words(words) => add(words),
            Part::Gap(_) => {}
        }),
        Shown::Things(things) => things.into_iter().for_each(add),
        Shown::Nothing | Shown::Options(_) | Shown::LeftSides(_) => {}
    }
    text
}

/// The names of a table, found in a text in one walk.
struct Names<'w, 't> {
    knowledge: &'w Knowledge<'t>,
    /// By its first word, how many words the longest name has.
    longest: Map<u64, usize>,
}

impl<'w, 't> Names<'w, 't> {
    fn of(knowledge: &'w Knowledge<'t>) -> Self {
        let mut longest: Map<u64, usize> = Map::default();
        for form in knowledge.things.iter().flat_map(|thing| &thing.forms) {
            if let Some(first) = form.first() {
                let length = longest.entry(*first).or_default();
                *length = form.len().max(*length);
            }
        }
        Self { knowledge, longest }
    }

    /// What a question tells to whoever reads it: the things and the numbers that it names, sorted.
    fn told_by(&self, question: &Question) -> Vec<u64> {
        let text = shown(question);
        let words = words(&text);
        let mut told: Vec<u64> = Vec::new();
        for start in 0..words.len() {
            let longest = self.longest.get(&words[start]).copied().unwrap_or(0);
            for length in 1..=longest.min(words.len() - start) {
                if let Some(group) = self.knowledge.named.get(&name_key(&words[start..start + length])) {
                    told.push(stable_hash::of(&["thing", &group.to_string()]));
                }
            }
        }
        let is_between = |letter: char| letter.is_whitespace() || matches!(letter, '–' | '—');
        let is_edge = |letter: char| !letter.is_ascii_digit();
        let numbers = text.split(is_between).map(|word| word.trim_matches(is_edge)).filter(|word| !word.is_empty());
        told.extend(numbers.map(number_token));
        told.sort_unstable();
        told.dedup();
        told
    }
}
