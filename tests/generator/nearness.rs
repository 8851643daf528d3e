//! That wrong answers are near the right one by something that the table knows, and that a plain table is asked all the
//! same.

use crate::sample::{entity, fact, sample, texts};
use crate::tables::{Drawn, tables};
use proptest::prelude::*;
use torus::bank::{Answer, Bank, Entries, Question};
use torus::facts::*;

const AFRICA: [(&str, &str); 4] = [("Kenya", "Nairobi"), ("Egypt", "Cairo"), ("Ghana", "Accra"), ("Angola", "Luanda")];
const EUROPE: [(&str, &str); 6] = [
    ("France", "Paris"),
    ("Italy", "Rome"),
    ("Spain", "Madrid"),
    ("Poland", "Warsaw"),
    ("Norway", "Oslo"),
    ("Greece", "Athens"),
];

/// Capitals of countries, as rows of a spreadsheet make them: without a word on any but its continent.
fn capitals(kinship: bool, europeans: usize) -> FactTable {
    let mut entities: Vec<(Box<str>, Entity)> = Vec::new();
    let mut facts = Vec::new();
    let mut add = |id: &str, class: &str| entities.push((id.into(), entity(id, class, "")));
    add("Africa", "continent");
    add("Europe", "continent");
    let lists = [("Europe", &EUROPE[..europeans]), ("Africa", &AFRICA[..])];
    for (continent, list) in lists {
        for (country, city) in list {
            add(country, "country");
            add(city, "city");
            facts.push(fact(&format!("capital {country}"), "capital", country, city, ""));
            facts.push(fact(&format!("continent {country}"), "continent", country, continent, ""));
        }
    }
    let relation = |from: &str, to: &str, says: &str, object: &str, subject: &str| Relation {
        from: from.into(),
        to: to.into(),
        says: texts(&[says]),
        asks_object: texts(&[object]),
        asks_subject: texts(&[subject]),
        ..Relation::default()
    };
    let capital = relation(
        "country",
        "city",
        "The capital of {subject} is {object}.",
        "What is the capital of {subject}?",
        "Of which country is {object} the capital?",
    );
    let continent = Relation { kinship, ..relation("country", "continent", "{subject} lies in {object}.", "", "") };
    let continent = Relation { subjects: Several::All, asks_object: texts(&[]), asks_subject: texts(&[]), ..continent };
    let class = |noun: &str| {
        (noun.into(), EntityClass { noun: noun.into(), plural: Box::default(), typed: false, exact: false })
    };
    FactTable {
        classes: Entries([class("country"), class("city"), class("continent")].into()),
        entities: Entries(entities.into()),
        relations: Entries([("capital".into(), capital), ("continent".into(), continent)].into()),
        facts,
        ..sample()
    }
}

fn options<'a>(bank: &'a Bank, id: &str) -> Vec<&'a str> {
    let question = bank.questions.iter().find(|question| *question.id == *id);
    let question = question.unwrap_or_else(|| panic!("no {id}"));
    match &question.answer {
        Answer::Choice { distractors, .. } => distractors.iter().map(|text| &**text).collect(),
        other => panic!("{other:?}"),
    }
}

fn cities(list: &[(&'static str, &'static str)]) -> Vec<&'static str> {
    list.iter().map(|(_, city)| *city).collect()
}

#[test]
fn a_capital_in_africa_stands_among_capitals_in_africa() {
    let bank = &generate(&capitals(true, 6))[0];
    for (country, _) in AFRICA {
        let id = format!("capital-{}", country.to_lowercase());
        let wrong = options(bank, &format!("{id}-object"));
        assert!(wrong.iter().all(|city| cities(&AFRICA).contains(city)), "{country}: {wrong:?}");
        let countries: Vec<&str> = AFRICA.iter().map(|(country, _)| *country).collect();
        let wrong = options(bank, &format!("{id}-subject"));
        assert!(wrong.iter().all(|country| countries.contains(country)), "{country}: {wrong:?}");
    }
}

#[test]
fn a_false_statement_takes_what_a_choice_would_take() {
    let bank = &generate(&capitals(true, 6))[0];
    let text = |question: &Question| question.prompt.to_string();
    let names = |text: &str, list: &[(&str, &str)]| {
        list.iter().any(|(country, city)| text.contains(country) || text.contains(city))
    };
    let untrue = bank.questions.iter().filter(|question| question.answer == Answer::TrueFalse(false)).map(text);
    let untrue: Vec<String> = untrue.filter(|text| text.starts_with("The capital")).collect();
    assert!(!untrue.is_empty());
    for text in untrue {
        assert!(!(names(&text, &AFRICA) && names(&text, &EUROPE)), "{text}");
    }
}

#[test]
fn one_capital_of_the_same_continent_is_too_few_to_keep_the_others_out() {
    let bank = &generate(&capitals(true, 2))[0];
    assert!(options(bank, "capital-france-object").len() >= 2);
}

#[test]
fn a_plain_table_without_kin_is_asked_all_the_same() {
    let mut table = capitals(false, 6);
    table.facts.retain(|fact| *fact.relation == *"capital");
    let bank = &generate(&table)[0];
    for (country, _) in AFRICA.iter().chain(&EUROPE) {
        assert_eq!(options(bank, &format!("capital-{}-object", country.to_lowercase())).len(), 3);
    }
}

#[test]
fn kin_of_a_path_share_its_beginning() {
    let mut table = capitals(false, 6);
    table.facts.retain(|fact| *fact.relation == *"capital");
    for (id, entity) in table.entities.0.iter_mut() {
        let is = |list: &[(&str, &str)]| list.iter().any(|(_, city)| **city == **id);
        entity.kin = if is(&AFRICA) { format!("Africa/{id}").into() } else { "Europe/city".into() };
    }
    let bank = &generate(&table)[0];
    let wrong = options(bank, "capital-kenya-object");
    assert!(wrong.iter().all(|city| cities(&AFRICA).contains(city)), "{wrong:?}");
}

#[test]
fn pairs_to_be_matched_are_of_one_kin_where_there_are_enough() {
    let mut table = capitals(false, 6);
    for (_, relation) in table.relations.0.iter_mut() {
        relation.asks_pairs = texts(&["Match each with its own."]);
    }
    table.facts.retain(|fact| *fact.relation == *"capital");
    // One after the other, so that the order of the table helps nobody.
    table.facts.sort_by_key(|fact| fact.subject.len());
    let kin = |id: &str| {
        if AFRICA.iter().any(|(country, city)| [*country, *city].contains(&id)) { "Africa" } else { "Europe" }
    };
    table.entities.0.iter_mut().for_each(|(id, entity)| entity.kin = kin(id).into());
    let bank = &generate(&table)[0];
    let mut count = 0;
    for question in &bank.questions {
        let Answer::Match { pairs, .. } = &question.answer else { continue };
        count += 1;
        assert!(pairs.iter().all(|(country, _)| kin(country) == kin(&pairs[0].0)), "{pairs:?}");
    }
    assert_eq!(count, 2);
}

#[test]
fn what_is_known_for_something_else_alone_is_no_answer() {
    let mut table = capitals(false, 6);
    table.facts.retain(|fact| *fact.relation == *"capital" || *fact.id == *"continent Kenya");
    let mut odd = table.entities.get("Africa").cloned().expect("a continent");
    odd.class = "city".into();
    table.entities.0.iter_mut().filter(|(id, _)| **id == *"Africa").for_each(|(_, entity)| *entity = odd.clone());
    let bank = &generate(&table)[0];
    for (country, _) in EUROPE {
        assert!(!options(bank, &format!("capital-{}-object", country.to_lowercase())).contains(&"Africa"));
    }
}

#[test]
fn no_year_is_a_century_off_where_nearer_ones_are_known() {
    let mut table = sample();
    let years = ["1805", "1810", "1815", "1950", "1680", "1830", "1100"];
    table.facts.retain(|fact| *fact.relation == *"founded");
    table.facts.iter_mut().zip(years).for_each(|(fact, year)| fact.when = When::read(year));
    let bank = &generate(&table)[0];
    let wrong = options(bank, "f1-year");
    let far = wrong.iter().filter(|year| year.parse::<i16>().is_ok_and(|year| year.abs_diff(1805) > 100));
    assert_eq!(far.count(), 0, "{wrong:?}");
    assert!(wrong.len() >= 2);
}

/// The kin of every entity with that name and class.
fn kins<'a>(table: &'a FactTable, class: &str, name: &str) -> Vec<&'a str> {
    let all = table.entities.iter().map(|(_, entity)| entity);
    all.filter(|entity| *entity.class == *class && *entity.name == *name).map(|entity| &*entity.kin).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn where_two_wrong_options_are_kin_of_the_right_one_all_are(Drawn(table) in tables(40)) {
        for question in generate(&table).iter().flat_map(|bank| &bank.questions) {
            let Answer::Choice { correct, distractors } = &question.answer else { continue };
            let class = if kins(&table, "person", correct).is_empty() { "place" } else { "person" };
            let own = kins(&table, class, correct);
            let is_named = |name: &str| {
                let mut wrong = table.facts.iter().flat_map(|fact| &fact.wrong);
                wrong.any(|id| table.entities.get(id).is_some_and(|entity| *entity.name == *name))
            };
            let others: Vec<_> = distractors.iter().filter(|name| !is_named(name)).collect();
            let is_kin = |name: &str| kins(&table, class, name).iter().any(|kin| own.contains(kin));
            let count = others.iter().filter(|name| is_kin(name)).count();
            prop_assert!(own.is_empty() || count < 2 || count == others.len(), "{}: {:?}", question.id, distractors);
        }
    }
}
