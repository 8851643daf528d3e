//! What holds for the questions of every table: one answer is right and the table proves the others wrong, no caution is
//! broken, nothing is left for the check to find, and the same table gives the same bytes.

use crate::apart::are_apart;
use crate::case::Case;
use crate::sample::{fact, texts};
use crate::tables::{Drawn, tables};
use proptest::prelude::*;
use std::collections::BTreeMap;
use torus::bank::judge;
use torus::bank::{Answer, Entries, Question};
use torus::facts::*;

/// Tables drawn for each law: the judge looks at every fact for every option, which takes its time.
const CASES: u32 = 64;

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn the_questions_of_any_table_are_right_by_the_table(Drawn(table) in tables(40)) {
        let Generated { banks, refused } = generated(&table);
        prop_assert_eq!(refused, []);
        for bank in &banks {
            prop_assert_eq!(judge(bank), []);
            for question in &bank.questions {
                let told = |error: TestCaseError| TestCaseError::fail(format!("{error}\n{}", ron::to_string(question).unwrap_or_default()));
                Case::of(&table, question).check().map_err(told)?;
            }
        }
    }

    #[test]
    fn the_same_table_gives_the_same_bytes(Drawn(table) in tables(30)) {
        let written = || ron::to_string(&generate(&table)).expect("writes");
        prop_assert_eq!(written(), written());
    }

    #[test]
    fn questions_that_may_share_a_paper_keep_each_others_answers(Drawn(table) in tables(80)) {
        for bank in generate(&table) {
            are_apart(&table, &bank)?;
        }
    }

    #[test]
    fn a_fact_more_leaves_every_id_its_fact_and_its_key(Drawn(table) in tables(25)) {
        let mut less = table.clone();
        let Some(last) = less.facts.pop() else { return Ok(()) };
        let (before, after) = (by_id(&less), by_id(&table));
        let of_last = format!("{}-", last.id);
        prop_assert!(!before.keys().any(|id| id.starts_with(&of_last)));
        for (id, question) in &before {
            let Some(now) = after.get(id) else { continue };
            let fact = id.split('-').next().unwrap_or_default();
            prop_assert!([question, now].iter().all(|either| either.facts.iter().any(|own| **own == *fact)), "{}", id);
            prop_assert_eq!(key(question), key(now), "{}", id);
        }
    }

    #[test]
    fn a_fact_on_other_things_leaves_every_question_but_statements_as_it_was(Drawn(table) in tables(25)) {
        let mut more = table.clone();
        add_something_else(&mut more);
        let (before, after) = (by_id(&table), by_id(&more));
        // A statement may turn round, so that as many are true as are false, and may then claim what another does.
        let is_statement = |id: &str| id.ends_with("-true") || id.ends_with("-false");
        let others = |questions: &BTreeMap<String, Question>| -> Vec<(String, Box<str>)> {
            let told = questions.iter().filter(|(id, _)| !is_statement(id) && !id.starts_with("new-"));
            told.map(|(id, question)| (id.clone(), question.prompt.clone())).collect()
        };
        prop_assert_eq!(others(&before), others(&after));
        prop_assert!(after.keys().any(|id| id.starts_with("new-")));
    }
}

/// The questions of a table by their ids.
fn by_id(table: &FactTable) -> BTreeMap<String, Question> {
    let questions = generate(table).into_iter().flat_map(|bank| bank.questions);
    questions.map(|question| (question.id.to_string(), question)).collect()
}

/// What is right, where one thing is.
fn key(question: &Question) -> Option<String> {
    match &question.answer {
        Answer::Choice { correct, .. } => Some(correct.to_string()),
        Answer::Text { accept, .. } => accept.first().map(ToString::to_string),
        Answer::Number { value, .. } => Some(value.to_string()),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_fact_under_another_id_keeps_its_questions_by_its_oldest_one(Drawn(table) in tables(25)) {
        let mut renamed = table.clone();
        for (index, fact) in renamed.facts.iter_mut().enumerate() {
            fact.formerly = texts(&[&fact.id, "in between"]);
            fact.id = format!("{index} anew").into();
        }
        let without_facts = |mut question: Question| {
            question.facts = Box::default();
            question
        };
        let questions = |table: &FactTable| -> Vec<Question> {
            generate(table).into_iter().flat_map(|bank| bank.questions).map(without_facts).collect()
        };
        prop_assert_eq!(questions(&renamed), questions(&table));
    }
}

/// A fact without a date, of a relation, classes and a topic of its own.
fn add_something_else(table: &mut FactTable) {
    let add = |entries: &mut Entries<Entity>, id: &str, name: &str| {
        let entity = Entity { name: name.into(), class: "metal".into(), ..Entity::default() };
        entries.0 = [std::mem::take(&mut entries.0).into_vec(), vec![(id.into(), entity)]].concat().into();
    };
    add(&mut table.entities, "iron", "Iron");
    add(&mut table.entities, "ore", "Haematite");
    let class = EntityClass { noun: "metal".into(), plural: Box::default(), typed: true, exact: false };
    table.classes.0 = [std::mem::take(&mut table.classes.0).into_vec(), vec![("metal".into(), class)]].concat().into();
    let relation = Relation {
        from: "metal".into(),
        to: "metal".into(),
        says: texts(&["{subject} is won from {object}."]),
        asks_object: texts(&["From what is {subject} won?"]),
        ..Relation::default()
    };
    let relations = &mut table.relations.0;
    *relations = [std::mem::take(relations).into_vec(), vec![("won-from".into(), relation)]].concat().into();
    table.facts.push(Fact { topic: "Metals".into(), ..fact("new", "won-from", "iron", "ore", "") });
}
