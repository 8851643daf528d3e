//! That every question earns its place: no part of a fact is asked for twice, the best few on each fact stay, and nobody has
//! to type what is long.

use crate::sample::{sample, texts};
use crate::tables::{Drawn, tables};
use proptest::prelude::*;
use std::collections::BTreeMap;
use torus::bank::{Answer, Question};
use torus::facts::*;

/// The part of a fact that a question on it alone asks for, by its id.
fn part(question: &Question) -> Option<(String, &'static str)> {
    let (fact, suffix) = question.id.split_once('-').expect("an id with a suffix");
    let part = match suffix {
        "object" | "object-typed" | "number" | "object-gap" => "object",
        "subject" | "subject-typed" | "subject-gap" => "subject",
        "year" | "year-typed" | "year-gap" => "year",
        _ => return None,
    };
    Some((fact.to_owned(), part))
}

fn is_on_one_fact(question: &Question) -> bool {
    let suffix = question.id.split_once('-').expect("an id with a suffix").1;
    !["match", "order", "groups", "decades", "objects", "subjects"].contains(&suffix)
}

/// What a fact says, whichever its id.
fn statement(fact: &Fact) -> String {
    let Fact { relation, subject, object, when, note, .. } = fact;
    format!("{relation} {subject} {object:?} {when:?} {note}")
}

fn questions(table: &FactTable) -> Vec<Question> {
    generate(table).into_iter().flat_map(|bank| bank.questions).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_part_of_a_fact_is_asked_for_twice(Drawn(table) in tables(40)) {
        let mut asked: BTreeMap<(String, &str), Box<str>> = BTreeMap::new();
        for question in questions(&table) {
            let Some(part) = part(&question) else { continue };
            let earlier = asked.insert(part, question.id.clone());
            prop_assert_eq!(earlier, None, "{}", question.id);
        }
    }

    #[test]
    fn no_more_questions_are_on_a_fact_than_it_may_have(Drawn(mut table) in tables(30), per_fact in 1..5_u32) {
        table.banks[0].per_fact = per_fact;
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        for question in questions(&table).iter().filter(|question| is_on_one_fact(question)) {
            let fact = question.id.split_once('-').expect("an id with a suffix").0;
            *counts.entry(fact.to_owned()).or_default() += 1;
        }
        prop_assert!(counts.values().all(|count| *count <= per_fact), "{:?}", counts);
    }

    #[test]
    fn with_fewer_questions_on_a_fact_every_fact_is_asked_for_all_the_same(Drawn(table) in tables(30)) {
        // What two facts say alike is asked for once, whichever of them it is asked for.
        let told: BTreeMap<&str, String> = table.facts.iter().map(|fact| (&*fact.id, statement(fact))).collect();
        let facts = |per_fact: u32| {
            let mut table = table.clone();
            table.banks[0].per_fact = per_fact;
            let asked = questions(&table).into_iter().flat_map(|question| question.facts.into_vec());
            asked.map(|fact| told[&*fact].clone()).collect::<std::collections::BTreeSet<_>>().len()
        };
        // What is merged with another question or makes a bank lopsided may go at the end.
        prop_assert!(facts(1) + 3 >= facts(9), "{} and {}", facts(1), facts(9));
    }
}

#[test]
fn a_gap_asks_for_what_nothing_else_asks_for() {
    let mut table = sample();
    for (_, relation) in table.relations.0.iter_mut() {
        relation.asks_year = Box::default();
    }
    table.banks[0].per_fact = 9;
    let questions = questions(&table);
    let gaps: Vec<&Question> = questions.iter().filter(|question| question.id.ends_with("-gap")).collect();
    assert!(gaps.iter().any(|question| question.id.ends_with("year-gap")));
    assert!(!gaps.iter().any(|question| question.id.ends_with("object-gap")), "{gaps:?}");
}

#[test]
fn the_object_is_asked_for_before_the_year_and_the_year_before_the_subject() {
    let mut table = sample();
    let suffixes = |table: &FactTable| -> Vec<String> {
        let own = |question: &Question| question.id.strip_prefix("j8-").map(str::to_owned);
        questions(table).iter().filter_map(own).filter(|suffix| suffix != "decades" && suffix != "order").collect()
    };
    table.banks[0].per_fact = 1;
    assert!(["object", "number"].contains(&&*suffixes(&table)[0]), "{:?}", suffixes(&table));
    table.banks[0].per_fact = 2;
    assert!(suffixes(&table).iter().any(|suffix| suffix.starts_with("year")), "{:?}", suffixes(&table));
}

#[test]
fn a_long_name_is_picked_and_not_typed() {
    let mut table = sample();
    for (_, entity) in table.entities.0.iter_mut().filter(|(_, entity)| *entity.class == *"person") {
        entity.name = format!("{}, who was born in the far north", entity.name).into();
    }
    let typed = |question: &&Question| matches!(question.answer, Answer::Text { .. });
    let questions = questions(&table);
    assert!(questions.iter().any(|question| *question.id == *"p1-subject"));
    assert!(
        !questions.iter().filter(typed).any(|question| question.id.starts_with('p') && question.id.contains("subject"))
    );
}

#[test]
fn a_word_of_the_answer_in_the_prompt_is_a_clue_where_it_is_typed_or_in_a_gap_too() {
    let mut table = sample();
    for (id, relation) in table.relations.0.iter_mut() {
        if **id == *"site" {
            relation.says = texts(&["{subject}, a machine near a forest called Greif, stands at {object}."]);
            relation.asks_object = texts(&["At which site near the forest called Greifs is {subject}?"]);
        }
    }
    for (_, entity) in table.entities.0.iter_mut().filter(|(id, _)| **id == *"greifswald") {
        entity.name = "Greifs Wald".into();
    }
    table.banks[0].per_fact = 9;
    let on_it: Vec<Question> =
        questions(&table).into_iter().filter(|question| question.id.starts_with("s5-")).collect();
    assert!(!on_it.iter().any(|question| question.id.starts_with("s5-object")), "{on_it:?}");
}
