//! That the report tells of every ask what it made, and of every fact that an ask left out, why.

use crate::sample::{entity, fact, sample, texts};
use crate::tables::{Drawn, tables};
use proptest::prelude::*;
use std::collections::BTreeSet;
use torus::facts::*;

fn report(table: &FactTable) -> Report {
    reported(table).1
}

fn ask<'a>(report: &'a Report, relation: &str, ask: Ask) -> &'a AskReport {
    let found = report.asks.iter().find(|each| *each.relation == *relation && each.ask == ask);
    found.unwrap_or_else(|| panic!("no {} of {relation}", ask.as_str()))
}

fn reason<'a>(report: &'a Report, relation: &str, which: Ask, fact: &str) -> &'a Reason {
    let not_made = &ask(report, relation, which).not_made;
    &not_made.iter().find(|each| *each.fact == *fact).unwrap_or_else(|| panic!("{not_made:?}")).reason
}

fn relation<'a>(table: &'a mut FactTable, id: &str) -> &'a mut Relation {
    &mut table.relations.0.iter_mut().find(|(own, _)| **own == *id).expect("a relation").1
}

fn caution(table: &mut FactTable, id: &str, caution: Caution) {
    table.facts.iter_mut().filter(|fact| *fact.id == *id).for_each(|fact| fact.cautions = [caution.clone()].into());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn every_fact_is_asked_for_by_an_ask_or_it_is_told_why_not(Drawn(table) in tables(30)) {
        let (banks, report) = reported(&table);
        prop_assert_eq!(&banks, &generate(&table));
        for each in &report.asks {
            let own = table.facts.iter().filter(|fact| fact.relation == each.relation).count();
            prop_assert_eq!(each.facts, own);
            prop_assert_eq!(each.asked_facts + each.not_made.len(), own);
            prop_assert_eq!(each.questions == 0, each.asked_facts == 0);
        }
        let parts = [Ask::Object, Ask::Subject, Ask::Year, Ask::Objects, Ask::Subjects, Ask::Pairs, Ask::Groups, Ask::Gaps, Ask::Statements];
        let counted: usize = report.asks.iter().filter(|each| parts.contains(&each.ask)).map(|each| each.questions).sum();
        let of_several_relations = |id: &str| id.ends_with("-order") || id.ends_with("-decades");
        let all = banks.iter().flat_map(|bank| &bank.questions).filter(|question| !of_several_relations(&question.id));
        prop_assert_eq!(counted, all.count());
    }

    #[test]
    fn what_is_never_shown_is_in_no_question(Drawn(table) in tables(20)) {
        let (banks, report) = reported(&table);
        let options: BTreeSet<&str> = banks.iter().flat_map(|bank| &bank.questions).flat_map(|each| each.options()).collect();
        for id in &report.never_shown {
            let name = &*table.entities.get(id).expect("an entity").name;
            prop_assert!(!options.contains(name), "{}", name);
        }
    }
}

#[test]
fn where_both_sides_may_be_several_nothing_is_proven_wrong() {
    let mut table = sample();
    let site = relation(&mut table, "site");
    (site.objects, site.subjects) = (Several::Some, Several::Some);
    let report = report(&table);
    assert_eq!(ask(&report, "site", Ask::Object).questions, 0);
    assert!(matches!(reason(&report, "site", Ask::Object, "S1"), Reason::TooFewProven { proven: 0, .. }));
}

#[test]
fn a_date_that_is_not_there_and_one_that_is_hidden_are_told_apart() {
    let mut table = sample();
    table.facts.iter_mut().filter(|fact| *fact.id == *"F1").for_each(|fact| fact.when = None);
    caution(&mut table, "F2", Caution::AskNot(Asked::When));
    let report = report(&table);
    assert_eq!(*reason(&report, "founded", Ask::Year, "F1"), Reason::NoDate);
    let hidden = Reason::HiddenDate { caution: Caution::AskNot(Asked::When) };
    assert_eq!(*reason(&report, "founded", Ask::Subject, "F2"), hidden);
    let forbidden = Reason::Forbidden { caution: Caution::AskNot(Asked::When) };
    assert_eq!(*reason(&report, "founded", Ask::Year, "F2"), forbidden);
}

#[test]
fn a_caution_that_no_sentence_heeds_is_named() {
    let mut table = sample();
    caution(&mut table, "S7", Caution::AsOf("2022".into()));
    let forbidden = Reason::Forbidden { caution: Caution::AsOf("2022".into()) };
    assert_eq!(*reason(&report(&table), "site", Ask::Object, "S7"), forbidden);
}

#[test]
fn kinds_that_are_left_out_are_named() {
    let mut table = sample();
    relation(&mut table, "site").without = texts(&["match", "true_false"]);
    let report = report(&table);
    assert!(matches!(reason(&report, "site", Ask::Pairs, "S1"), Reason::Without { .. }));
    assert!(matches!(reason(&report, "site", Ask::Statements, "S1"), Reason::Without { .. }));
}

#[test]
fn a_sentence_that_names_the_answer_is_told() {
    let mut table = sample();
    relation(&mut table, "site").asks_object = texts(&["Does {subject} stand at Culham or elsewhere?"]);
    assert_eq!(*reason(&report(&table), "site", Ask::Object, "S1"), Reason::GivesAway);
}

#[test]
fn what_the_bank_has_no_room_for_is_told() {
    let mut table = sample();
    table.banks[0].per_fact = 1;
    assert_eq!(*reason(&report(&table), "record", Ask::Year, "J8"), Reason::Crowded);
    table.banks[0].per_fact = 3;
    table.banks[0].most = Some(20);
    let full = report(&table);
    let reasons = full.asks.iter().flat_map(|ask| &ask.not_made).map(|not_made| &not_made.reason);
    assert!(reasons.into_iter().any(|reason| *reason == Reason::BankFull));
}

#[test]
fn facts_outside_every_bank_and_entities_in_no_question_are_told() {
    let mut table = sample();
    table.banks[0].topics = texts(&["People"]);
    let odd = ("odd".into(), entity("Odd One", "wall", ""));
    table.entities.0 = [std::mem::take(&mut table.entities.0).into_vec(), vec![odd]].concat().into();
    table.facts.push(Fact { topic: "Elsewhere".into(), ..fact("X", "site", "jet", "culham", "") });
    let report = report(&table);
    assert!(report.in_no_bank.iter().any(|fact| **fact == *"X"));
    assert!(report.never_shown.iter().any(|id| **id == *"odd"));
    assert!(!report.never_shown.iter().any(|id| **id == *"alfven"));
}
