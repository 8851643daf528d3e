//! Whether questions that may stand on one paper give each other's answers away, by the words that learners read before
//! they answer. Knows nothing of how enemies are found.

use crate::oracle::{Oracle, names, object};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use std::collections::HashSet;
use torus::bank::model::cloze::Part;
use torus::bank::{Answer, Bank, Question};
use torus::facts::*;

/// Words that give an answer away where both stand in one text: what is asked about, and what is asked for, each by any of
/// its names.
struct Secret {
    about: Vec<String>,
    key: Vec<String>,
}

/// That no question tells the answer of another one that is not kept apart from it.
pub fn are_apart(table: &FactTable, bank: &Bank) -> TestCaseResult {
    let oracle = Oracle { table };
    let texts: Vec<String> = bank.questions.iter().map(|question| as_words(&visible(question))).collect();
    let enemies: Vec<HashSet<&str>> =
        bank.questions.iter().map(|question| question.enemies.iter().map(|id| &**id).collect()).collect();
    for (index, asked) in bank.questions.iter().enumerate() {
        for secret in secrets(&oracle, asked) {
            let is_told = |text: &String, forms: &[String]| forms.iter().any(|form| text.contains(form));
            for (other, telling) in bank.questions.iter().enumerate().filter(|(other, _)| *other != index) {
                let tells = is_told(&texts[other], &secret.about) && is_told(&texts[other], &secret.key);
                let is_apart = enemies[index].contains(&*telling.id) || enemies[other].contains(&*asked.id);
                prop_assert!(!tells || is_apart, "{} tells {:?} of {}", telling.id, secret.key, asked.id);
            }
        }
    }
    Ok(())
}

/// What stands on the screen beside the options.
fn visible(question: &Question) -> String {
    let more: Vec<&str> = match &question.answer {
        Answer::Cloze { text } => text
            .parts()
            .iter()
            .map(|part| match part {
                Part::Words(words) => &**words,
                Part::Gap(_) => "…",
            })
            .collect(),
        Answer::Order { items } => items.iter().map(|item| &**item).collect(),
        Answer::Categorise { groups } => groups.iter().flat_map(|(_, items)| items).map(|item| &**item).collect(),
        _ => Vec::new(),
    };
    format!("{} | {}", question.prompt, more.join(" | "))
}

/// Every way in which the answer could be told.
fn secrets(oracle: &Oracle, question: &Question) -> Vec<Secret> {
    let named = |text: &str| -> Vec<String> {
        let of_name = oracle.table.entities.iter().filter(|(_, entity)| *entity.name == *text);
        of_name.flat_map(|(id, _)| forms(oracle, id)).collect()
    };
    let (fact, suffix) = question.id.split_once('-').expect("an id with a suffix");
    let fact = oracle.fact(fact);
    let subject = || forms(oracle, &fact.subject);
    let (object, year) = (object_forms(oracle, fact), fact.when.map(|when| vec![as_words(&when.year.to_string())]));
    let object = || object.clone().unwrap_or_default();
    let year = || year.clone().unwrap_or_default();
    let is_of = |asked: &str| suffix.starts_with(asked);
    match &question.answer {
        Answer::Match { pairs, .. } => {
            pairs.iter().map(|(left, right)| Secret { about: named(left), key: named(right) }).collect()
        }
        Answer::Categorise { groups } if suffix != "decades" => {
            let pairs = groups.iter().flat_map(|(group, items)| items.iter().map(move |item| (item, group)));
            pairs.map(|(item, group)| Secret { about: named(item), key: named(group) }).collect()
        }
        Answer::Order { .. } | Answer::Categorise { .. } => {
            let facts = question.facts.iter().map(|id| oracle.fact(id));
            let dated = facts.filter_map(|fact| Some((fact, fact.when?)));
            dated
                .map(|(fact, when)| Secret {
                    about: forms(oracle, &fact.subject),
                    key: vec![as_words(&when.year.to_string())],
                })
                .collect()
        }
        Answer::Choices { correct, .. } => {
            let about = if is_of("subject") { object() } else { subject() };
            correct.iter().map(|key| Secret { about: about.clone(), key: named(key) }).collect()
        }
        Answer::TrueFalse(_) => {
            vec![Secret { about: subject(), key: object() }, Secret { about: subject(), key: year() }]
        }
        _ if is_of("subject") => vec![Secret { about: object(), key: subject() }],
        _ if is_of("year") => {
            vec![Secret { about: subject(), key: year() }, Secret { about: object(), key: year() }]
        }
        _ => vec![Secret { about: subject(), key: object() }],
    }
}

fn forms(oracle: &Oracle, id: &str) -> Vec<String> {
    names(oracle.entity(id)).iter().map(|name| as_words(name)).collect()
}

fn object_forms(oracle: &Oracle, fact: &Fact) -> Option<Vec<String>> {
    match &fact.object {
        Some(Object::Amount(amount)) => Some(vec![as_words(&amount.value.to_string())]),
        _ => object(fact).map(|id| forms(oracle, id)),
    }
}

/// Small letters, each word between two blanks.
fn as_words(text: &str) -> String {
    let small = text.to_lowercase();
    let words = small.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}
