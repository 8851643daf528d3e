//! Questions that give each other away: on one fact, or where what one tells is what another asks for. Found by what they
//! name, not by comparing all with all.

use super::maker::{Draft, number_token};
use super::stable::{self, Map};
use super::world::{World, name_key, words};
use crate::bank::cloze::Part;
use crate::bank::{Answer, Question};

/// The longest name that is looked for in a text, in words.
const LONGEST_NAME: usize = 10;
/// So many are named, beside those on the same facts.
const MOST_NAMED: usize = 24;

/// Names in each question those that must not stand on a paper with it. One side naming the other is enough: the one on a
/// single fact names the one on several, and else the later one the earlier one.
pub(super) fn name(world: &World, drafts: &mut [Draft]) {
    let mut of_fact: Map<u32, Vec<usize>> = Map::default();
    let mut asking: Map<(u64, u64), Vec<usize>> = Map::default();
    for (index, draft) in drafts.iter().enumerate() {
        draft.facts.iter().for_each(|fact| of_fact.entry(*fact).or_default().push(index));
        for given in &draft.given {
            draft.keys.iter().for_each(|key| asking.entry((*given, *key)).or_default().push(index));
        }
    }
    let mut enemies: Vec<Vec<usize>> = vec![Vec::new(); drafts.len()];
    for (index, draft) in drafts.iter().enumerate() {
        let others = draft.facts.iter().filter_map(|fact| of_fact.get(fact)).flatten().copied();
        enemies[index].extend(others.filter(|other| names_it(drafts, index, *other)));
        let told = tokens(world, &draft.question);
        let pairs = told.iter().flat_map(|given| told.iter().map(move |key| (*given, *key)));
        let given_away = pairs.filter(|(given, key)| given != key).filter_map(|pair| asking.get(&pair)).flatten();
        let is_other = |other: &&usize| **other != index && !share_fact(&drafts[index], &drafts[**other]);
        enemies[index].extend(given_away.filter(is_other).take(MOST_NAMED));
    }
    for list in &mut enemies {
        list.sort_unstable();
        list.dedup();
    }
    for index in 0..drafts.len() {
        // What the other one names already need not be said twice.
        let own = &enemies[index];
        let new = own.iter().filter(|other| **other > index || enemies[**other].binary_search(&index).is_err());
        let ids: Box<[Box<str>]> = new.map(|other| drafts[*other].question.id.clone()).collect();
        drafts[index].question.enemies = ids;
    }
}

fn names_it(drafts: &[Draft], index: usize, other: usize) -> bool {
    let is_single = |at: usize| drafts[at].facts.len() == 1;
    match (is_single(index), is_single(other)) {
        (true, false) => true,
        (false, true) => false,
        _ => other < index,
    }
}

fn share_fact(one: &Draft, other: &Draft) -> bool {
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
    match &question.answer {
        Answer::Cloze { text } => text.parts().iter().for_each(|part| match part {
            Part::Words(words) => add(words),
            Part::Gap(_) => {}
        }),
        Answer::Order { items } => items.iter().for_each(|item| add(item)),
        Answer::Categorise { .. } => question.options().into_iter().for_each(add),
        _ => {}
    }
    text
}

/// What a question tells to whoever reads it: the things and the numbers that it names.
fn tokens(world: &World, question: &Question) -> Vec<u64> {
    let text = shown(question);
    let words = words(&text);
    let mut tokens: Vec<u64> = Vec::new();
    for start in 0..words.len() {
        for length in 1..=LONGEST_NAME.min(words.len() - start) {
            if let Some(group) = world.named.get(&name_key(&words[start..start + length])) {
                tokens.push(stable::of(&["thing", &group.to_string()]));
            }
        }
    }
    let is_edge = |letter: char| !letter.is_ascii_digit();
    let numbers = text.split_whitespace().map(|word| word.trim_matches(is_edge)).filter(|word| !word.is_empty());
    tokens.extend(numbers.map(number_token));
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}
