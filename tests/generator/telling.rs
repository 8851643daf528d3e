//! What learners are told of questions on small tables, in words: explanations, hints and numbers.

use crate::sample::{entity, fact, sample, texts};
use crate::told_laws::questions;
use torus::bank::{Answer, Entries, Question};
use torus::facts::*;

/// A table of one relation between rivers and countries.
fn rivers() -> FactTable {
    let names = ["Germany", "Austria", "Slovakia", "Hungary", "Russia", "Egypt"];
    let mut entities: Vec<(Box<str>, Entity)> =
        names.iter().map(|name| (name.to_lowercase().into(), entity(name, "country", "state"))).collect();
    for name in ["Danube", "Volga", "Nile"] {
        let river = Entity { the: true, ..entity(name, "river", "river") };
        entities.push((name.to_lowercase().into(), river));
    }
    let relation = |says: &str| Relation {
        from: "river".into(),
        to: "country".into(),
        objects: Several::All,
        subjects: Several::All,
        says: texts(&[says]),
        asks_object: texts(&["Through which of these countries does {subject} flow?"]),
        asks_subject: texts(&["Which river flows through {object}?"]),
        ..Relation::default()
    };
    let through = |river: &str, country: &str| Fact {
        when: None,
        topic: "Rivers".into(),
        ..fact(&format!("{river}{country}"), "flows", river, country, "")
    };
    let class = |noun: &str, plural: &str| {
        (noun.into(), EntityClass { noun: noun.into(), plural: plural.into(), typed: false, exact: false })
    };
    FactTable {
        classes: Entries([class("river", ""), class("country", "countries")].into()),
        entities: Entries(entities.into()),
        relations: Entries([("flows".into(), relation("{subject} flows through {object}."))].into()),
        facts: vec![
            through("danube", "germany"),
            through("danube", "austria"),
            through("danube", "slovakia"),
            through("danube", "hungary"),
            through("volga", "russia"),
            through("nile", "egypt"),
        ],
        ..sample()
    }
}

fn explanation(table: &FactTable, id: &str) -> String {
    let questions = questions(table);
    let found = questions.iter().find(|question| *question.id == *id);
    found
        .unwrap_or_else(|| panic!("{id} among {:?}", questions.iter().map(|each| &each.id).collect::<Vec<_>>()))
        .explanation
        .to_string()
}

#[test]
fn every_country_that_a_river_flows_through_is_told() {
    let whole = "The Danube flows through Germany, Austria, Slovakia and Hungary: four countries.";
    let table = rivers();
    assert_eq!(explanation(&table, "danubegermany-object"), whole);
    let statements: Vec<Question> = questions(&table)
        .into_iter()
        .filter(|question| question.id.starts_with("danube") && matches!(question.answer, Answer::TrueFalse(_)))
        .collect();
    assert!(!statements.is_empty());
    for statement in statements {
        let is_of_danube = statement.prompt.starts_with("The Danube");
        assert!(!is_of_danube || statement.explanation.starts_with(whole), "{statement:?}");
    }
}

#[test]
fn where_a_sentence_takes_one_alone_the_others_are_told_behind_it() {
    let mut table = rivers();
    table.relations.0[0].1.says = texts(&["{object} is one of the states on {subject}."]);
    assert_eq!(
        explanation(&table, "danubegermany-object"),
        "Germany is one of the states on the Danube. The same is true of Austria, Slovakia and Hungary."
    );
    assert_eq!(explanation(&table, "nileegypt-object"), "Egypt is one of the states on the Nile.");
}

#[test]
fn a_list_makes_the_verb_agree_or_is_not_made() {
    let mut table = rivers();
    for river in ["Rhine", "Elbe"] {
        let id: Box<str> = river.to_lowercase().into();
        let own = Entity { the: true, ..entity(river, "river", "river") };
        table.entities.0 = table.entities.0.iter().cloned().chain([(id.clone(), own)]).collect();
        let through = Fact { id: format!("{id}germany").into(), subject: id, ..table.facts[0].clone() };
        table.facts.push(through);
    }
    assert_eq!(
        explanation(&table, "danubegermany-subject"),
        "The Danube flows through Germany. The same is true of the Rhine and the Elbe."
    );
    table.relations.0[0].1.says = texts(&["{subject} {subject:is a river|are rivers} of {object}."]);
    assert_eq!(
        explanation(&table, "danubegermany-subject"),
        "The Danube, the Rhine and the Elbe are rivers of Germany."
    );
    table.relations.0[0].1.says = texts(&["The names “{bare subject}” {subject:is|are} of {object}."]);
    assert_eq!(explanation(&table, "danubegermany-subject"), "The names “Danube”, “Rhine” and “Elbe” are of Germany.");
}

/// The true statement on the only fact of a relation.
fn confirmed(change: impl Fn(&mut FactTable)) -> String {
    let mut table = sample();
    table.relations.0 = table.relations.0.iter().filter(|(id, _)| **id == *"site").cloned().collect();
    table.relations.0[0].1.says = texts(&["{subject} stands at {object}."]);
    table.facts = vec![fact("S1", "site", "jet", "culham", "")];
    change(&mut table);
    explanation(&table, "s1-true")
}

#[test]
fn a_true_statement_is_not_told_again_but_added_to() {
    assert_eq!(confirmed(|_| {}), "See A paper, S1.");
    assert_eq!(confirmed(|table| table.facts[0].when = When::read("1983-06")), "Yes, in June 1983.");
    assert_eq!(confirmed(|table| table.facts[0].more = "It burned deuterium.".into()), "It burned deuterium.");
    let about = "Culham lies near Oxford.";
    let tell = |table: &mut FactTable| {
        table
            .entities
            .0
            .iter_mut()
            .filter(|(id, _)| **id == *"culham")
            .for_each(|(_, place)| place.about = about.into());
    };
    assert_eq!(confirmed(tell), about);
    let ended = |table: &mut FactTable| table.facts[0].cautions = [Caution::Tell("It was closed.".into())].into();
    assert_eq!(confirmed(ended), "It was closed.");
    assert_eq!(confirmed(|table| table.facts[0].source = Box::default()), "That is so.");
}

#[test]
fn a_negative_number_has_a_real_minus_and_either_is_marked_right() {
    let mut table = sample();
    for (fact, value) in
        table.facts.iter_mut().filter(|fact| *fact.relation == *"record").zip([-1200.0, -1250.5, -1500.0])
    {
        fact.object = Some(Object::Amount(Quantity { value, unit: "MJ".into(), ..Quantity::default() }));
        fact.cautions = Box::default();
    }
    for question in questions(&table) {
        let texts = [question.texts(), question.options()].concat();
        assert!(texts.iter().all(|text| !text.contains("-1,") && !text.contains("-1")), "{question:?}");
        if let Answer::Number { value, .. } = question.answer
            && value < 0.0
        {
            for minus in ["-", "\u{2212}"] {
                let written = torus::sitting::Response::Number(format!("{minus}{}", value.abs()));
                assert_eq!(torus::sitting::grade(&question, &written).fraction, 1.0, "{question:?}");
            }
        }
    }
    assert!(questions(&table).iter().any(|question| question.options().contains(&"\u{2212}1,500 MJ")));
}

#[test]
fn a_hint_helps_with_the_part_that_is_asked_for() {
    let mut table = sample();
    let wall = table.facts.iter_mut().find(|fact| *fact.id == *"J14").expect("a fact");
    wall.hint = "It stands in England.".into();
    wall.hints = Hints {
        object: "One of the two is the hardest metal to melt.".into(),
        year: "It was in 2011.".into(),
        ..Hints::default()
    };
    let hints = |id: &str| {
        let questions = questions(&table);
        let question = questions.iter().find(|question| *question.id == *id).expect("a question");
        question.hints.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(hints("j14-object"), ["One of the two is the hardest metal to melt."]);
    // The one for the year names it, and the other says nothing of time.
    assert_eq!(hints("j14-year"), [""; 0]);
}
