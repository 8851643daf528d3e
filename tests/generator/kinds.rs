//! What the generator makes of a small table that has a trap for each rule.

use crate::sample::{fact, sample, texts};
use std::collections::BTreeSet;
use torus::bank::judge;
use torus::bank::{Answer, Bank, Question};
use torus::facts::*;

fn bank(table: &FactTable) -> Bank {
    let Generated { mut banks, refused } = generated(table);
    assert_eq!(refused, []);
    assert_eq!(judge(&banks[0]), []);
    banks.remove(0)
}

fn question<'a>(bank: &'a Bank, id: &str) -> &'a Question {
    let found = bank.questions.iter().find(|question| *question.id == *id);
    found.unwrap_or_else(|| panic!("{id} among {:?}", bank.questions.iter().map(|each| &each.id).collect::<Vec<_>>()))
}

fn choice<'a>(bank: &'a Bank, id: &str) -> (&'a str, BTreeSet<&'a str>) {
    match &question(bank, id).answer {
        Answer::Choice { correct, distractors } => (correct, distractors.iter().map(|text| &**text).collect()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_kind_that_suits_the_table_is_made() {
    let bank = bank(&sample());
    let kinds: BTreeSet<&str> = bank.questions.iter().map(|question| question.kind().as_str()).collect();
    let expected = ["categorise", "choice", "choices", "cloze", "match", "number", "order", "text", "true_false"];
    assert_eq!(kinds, expected.into());
    assert!(bank.questions.len() > 70, "{}", bank.questions.len());
}

#[test]
fn two_machines_that_share_a_site_are_never_both_offered() {
    let bank = bank(&sample());
    for id in ["s1-subject", "s3-subject"] {
        let (key, distractors) = choice(&bank, id);
        let options = || distractors.iter().chain([&key]);
        for pair in [["JET", "MAST"], ["JT-60", "JT-60SA"]] {
            assert!(options().filter(|option| pair.contains(option)).count() < 2, "{id}: {pair:?}");
        }
    }
}

#[test]
fn a_whole_is_never_offered_against_its_part() {
    let bank = bank(&sample());
    for question in bank.questions.iter().filter(|question| question.options().contains(&"Culham")) {
        assert!(!question.options().contains(&"England"), "{}", question.id);
    }
}

#[test]
fn wrong_years_are_years_of_other_events_and_say_of_which() {
    let bank = bank(&sample());
    let year = question(&bank, "j14-year");
    assert_eq!(&*year.prompt, "Which year did JET start operating with a wall of beryllium and tungsten?");
    let (key, distractors) = choice(&bank, "j14-year");
    assert_eq!(key, "2011");
    for distractor in &distractors {
        let told = year.feedback.get(distractor).expect("a meaning");
        assert!(told.contains(distractor), "{told}");
    }
    let record = question(&bank, "f4-year").feedback.iter().find(|(year, _)| *year == "1997").map(|(_, told)| &**told);
    assert_eq!(
        record.unwrap_or("1997 is the year of JET's record of 21.7 megajoules."),
        "1997 is the year of JET's record of 21.7 megajoules."
    );
}

#[test]
fn what_was_overtaken_names_its_year_and_ends_with_what_came_after() {
    let mut table = sample();
    table.banks[0].per_fact = 9;
    let bank = bank(&table);
    let on_it: Vec<&Question> =
        bank.questions.iter().filter(|question| question.facts.iter().any(|fact| **fact == *"J9")).collect();
    assert!(on_it.len() >= 4, "{}", on_it.len());
    for question in on_it {
        assert!(question.explanation.ends_with("69 megajoules were reached in 2023."), "{question:?}");
        let asks_year = ["j9-year", "order", "decades", "gap"].iter().any(|part| question.id.contains(part));
        assert!(asks_year || question.prompt.contains("2022"), "{question:?}");
        assert!(!ron::to_string(question).expect("writes").contains("February"), "{question:?}");
    }
}

#[test]
fn a_caution_against_the_present_tense_keeps_is_out() {
    let mut table = sample();
    let site = table.facts.iter_mut().find(|fact| *fact.id == *"S7").expect("a fact");
    site.cautions = [Caution::AsOf("2022".into())].into();
    let bank = bank(&table);
    assert!(!bank.questions.iter().any(|question| question.facts.iter().any(|fact| **fact == *"S7")));
}

#[test]
fn a_number_that_must_not_be_typed_stands_among_options() {
    let mut table = sample();
    let record = table.facts.iter_mut().find(|fact| *fact.id == *"J8").expect("a fact");
    record.cautions = [Caution::AskNot(Asked::Number)].into();
    let bank = bank(&table);
    assert!(bank.questions.iter().any(|question| *question.id == *"j8-object"));
    assert!(!bank.questions.iter().any(|question| *question.id == *"j8-number"));
}

#[test]
fn half_of_the_statements_are_true() {
    let bank = bank(&sample());
    let said = |is_true: bool| bank.questions.iter().filter(|each| each.answer == Answer::TrueFalse(is_true)).count();
    assert!(said(true).abs_diff(said(false)) <= 1, "{} and {}", said(true), said(false));
}

#[test]
fn questions_on_one_fact_are_enemies() {
    let bank = bank(&sample());
    let of_fact: Vec<&Question> =
        bank.questions.iter().filter(|question| question.facts.iter().any(|fact| **fact == *"P1")).collect();
    for (index, one) in of_fact.iter().enumerate() {
        for other in &of_fact[..index] {
            let names = |one: &Question, other: &Question| one.enemies.contains(&other.id);
            assert!(names(one, other) || names(other, one), "{} and {}", one.id, other.id);
        }
    }
}

#[test]
fn a_bank_holds_no_more_than_it_may_and_asks_for_every_fact_first() {
    let mut table = sample();
    table.banks[0].most = Some(40);
    let bank = bank(&table);
    assert!((36..=40).contains(&bank.questions.len()), "{}", bank.questions.len());
    let asked: BTreeSet<&str> = bank.questions.iter().flat_map(|question| &question.facts).map(|id| &**id).collect();
    assert!(asked.len() > 22, "{} of {}", asked.len(), table.facts.len());
}

#[test]
fn a_bank_asks_only_for_its_topics_and_cites_only_what_it_uses() {
    let mut table = sample();
    table.banks[0].topics = texts(&["People"]);
    let other = torus::bank::Source { title: "Unused".into(), ..Default::default() };
    let paper = table.sources.0[0].clone();
    table.sources = torus::bank::Entries([paper, ("unused".into(), other)].into());
    let bank = bank(&table);
    assert!(bank.questions.iter().all(|question| question.is_within_topic("People")));
    assert_eq!(bank.sources.iter().map(|(key, _)| key).collect::<Vec<_>>(), ["paper"]);
}

#[test]
fn questions_of_the_same_words_are_one() {
    let mut table = sample();
    let again = fact("S1b", "site", "jet", "culham", "");
    table.facts.push(again);
    let bank = bank(&table);
    let count = bank.questions.iter().filter(|question| &*question.prompt == "Where does JET stand?").count();
    assert!(count <= 1, "{count}");
}

#[test]
fn facts_that_name_what_there_is_not_are_left_aside() {
    let mut table = sample();
    table.facts = vec![
        fact("X1", "nowhere", "jet", "culham", ""),
        fact("X2", "site", "nobody", "culham", ""),
        fact("X3", "site", "jet", "nowhere", ""),
    ];
    assert_eq!(generate(&table)[0].questions, []);
    table.facts.clear();
    table.entities = Default::default();
    table.classes = Default::default();
    table.relations = Default::default();
    assert_eq!(generate(&table)[0].questions, []);
}

#[test]
fn years_before_our_era_are_asked_for_in_words() {
    let mut table = sample();
    for (fact, year) in
        table.facts.iter_mut().filter(|fact| *fact.relation == *"founded").zip(["44 BC", "0079", "0476", "-0500"])
    {
        fact.when = When::read(year);
    }
    let picked = bank(&table);
    let (key, _) = choice(&picked, "f1-year");
    assert_eq!(key, "44 BC");
    assert_eq!(choice(&picked, "f2-year").0, "AD 79");
    // Where years are not picked, they are typed.
    for (id, relation) in &mut table.relations.0 {
        if **id == *"founded" {
            relation.without = texts(&["choice"]);
        }
    }
    let bank = bank(&table);
    let typed = question(&bank, "f1-year-typed");
    assert!(typed.prompt.ends_with("? Write the year BC."), "{}", typed.prompt);
    for (written, is_right) in [("44", true), ("44 BC", true), ("44 BCE", true), ("43", false)] {
        let fraction = torus::sitting::grade(typed, &torus::sitting::Response::Number(written.into())).fraction;
        assert_eq!(fraction == 1.0, is_right, "{written}");
    }
}
