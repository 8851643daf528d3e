//! Makes a large fact table in memory. Reads none.

use torus::bank::{Entries, Source};
use torus::facts::{
    Entity, EntityClass, Fact, FactBank, FactTable, GapForm, Hints, Object, Quantity, Relation, Several, When,
};

/// A table of so many facts on people, cities, visits, measurements and prizes, its entities growing with its facts.
pub fn fact_table(fact_count: usize) -> FactTable {
    let entity_count = (fact_count / 5).max(20);
    let mut entities: Vec<(Box<str>, Entity)> = Vec::with_capacity(entity_count * 2);
    for index in 0..entity_count {
        entities.push((format!("p{index}").into(), entity(&person(index), "person", index)));
        entities.push((format!("c{index}").into(), entity(&city(index), "city", index)));
    }
    FactTable {
        format: 1,
        id: "large".into(),
        title: "Large".into(),
        language: "en".into(),
        authors: Box::default(),
        licence: "CC0-1.0".into(),
        sources: entries([("book", Source { title: "A book".into(), ..Source::default() })]),
        banks: [FactBank {
            id: "large".into(),
            title: "Large".into(),
            about: Box::default(),
            topics: Box::default(),
            most: None,
            quizzes: Box::default(),
            per_fact: 3,
        }]
        .into(),
        classes: entries(
            ["person", "city"].map(|noun| {
                (noun, EntityClass { noun: noun.into(), plural: Box::default(), typed: true, exact: false })
            }),
        ),
        entities: Entries(entities.into()),
        relations: relations(),
        facts: (0..fact_count).map(|index| fact(index, entity_count)).collect(),
        rows: Box::default(),
    }
}

fn entries<V, const N: usize>(pairs: [(&str, V); N]) -> Entries<V> {
    Entries(pairs.into_iter().map(|(key, value)| (key.into(), value)).collect())
}

fn texts<const N: usize>(texts: [&str; N]) -> Box<[Box<str>]> {
    texts.into_iter().map(Into::into).collect()
}

fn entity(name: &str, class: &str, index: usize) -> Entity {
    let kin = ["north", "south", "east", "west"][index / 7 % 4];
    let year = i16::try_from(1800 + index % 200).ok();
    Entity { name: name.into(), class: class.into(), kin: kin.into(), year, ..Entity::default() }
}

/// A word that no other number has.
fn word(mut number: usize) -> String {
    const SYLLABLES: [&str; 16] =
        ["ba", "do", "fe", "gi", "ka", "lo", "me", "ni", "po", "ra", "se", "ti", "va", "wo", "ze", "hu"];
    let mut word = String::new();
    for _ in 0..4 {
        word.push_str(SYLLABLES[number % SYLLABLES.len()]);
        number /= SYLLABLES.len();
    }
    word[..1].to_uppercase() + &word[1..]
}

fn person(index: usize) -> String {
    format!("{} {}n", word(index * 37 + 11), word(index))
}

fn city(index: usize) -> String {
    format!("{}rg", word(index * 3 + 7))
}

fn fact(index: usize, entity_count: usize) -> Fact {
    let relation = index % 5;
    let subject = index * 7 % entity_count;
    let object = match relation {
        0..=2 => Some(Object::Is(format!("c{}", (index * 13 + 5) % entity_count).into())),
        3 => Some(Object::Amount(Quantity {
            value: 10.0 + (index * 31 % 900) as f64,
            unit: "kg".into(),
            words: "kilograms".into(),
            tolerance: 0.0,
            neighbours: Entries::default(),
        })),
        _ => None,
    };
    Fact {
        id: format!("F{index}").into(),
        relation: format!("r{relation}").into(),
        subject: format!("p{subject}").into(),
        object,
        when: When::read(&(1820 + index * 17 % 190).to_string()),
        note: format!("the {} prize", word(index * 5 + 3)).into(),
        topic: format!("chapter {}/part {}", index / 100, index / 20).into(),
        source: "book".into(),
        places: [index.to_string().into()].into(),
        more: Box::default(),
        hint: Box::default(),
        also_right: Box::default(),
        wrong: Box::default(),
        cautions: Box::default(),
        hints: Hints::default(),
        formerly: Box::default(),
    }
}

fn relations() -> Entries<Relation> {
    let of = |to: &str| Relation {
        from: "person".into(),
        to: to.into(),
        objects: Several::All,
        subjects: Several::All,
        gaps: [GapForm::Object, GapForm::Subject, GapForm::Year].into(),
        ..Relation::default()
    };
    let dated = |verb: &str, past: &str, noun: &str| Relation {
        says: texts([
            &format!("{{in when}}, {{subject}} {past} {{object}}."),
            &format!("{{subject}} {past} {{object}} {{in when}}."),
        ]),
        asks_object: texts([
            &format!("Which city did {{subject}} {verb} {{in when}}?"),
            &format!("{{in when}}, which city did {{subject}} {verb}?"),
        ]),
        asks_subject: texts([
            &format!("Who {past} {{object}} {{in when}}?"),
            &format!("{{in when}}, who {past} {{object}}?"),
        ]),
        asks_year: texts([
            &format!("In which year did {{subject}} {verb} {{object}}?"),
            &format!("When did {{subject}} {verb} {{object}}?"),
        ]),
        asks_pairs: texts([&format!("Match each person with the city in the person's {noun}.")]),
        event: format!("the {noun} of {{object}} by {{subject}}").into(),
        ..of("city")
    };
    entries([
        ("r0", dated("visit", "visited", "visit")),
        ("r1", dated("paint", "painted", "painting")),
        ("r2", dated("defend", "defended", "defence")),
        (
            "r3",
            Relation {
                says: texts(["{in when}, {subject} lifted {object}.", "{subject} lifted {object} {in when}."]),
                asks_object: texts([
                    "How much did {subject} lift {in when}?",
                    "{in when}, how much did {subject} lift?",
                ]),
                asks_subject: texts(["Who lifted {object} {in when}?", "{in when}, who lifted {object}?"]),
                asks_year: texts(["In which year did {subject} lift {object}?", "When did {subject} lift {object}?"]),
                event: "the lifting of {object} by {subject}".into(),
                ..of("")
            },
        ),
        (
            "r4",
            Relation {
                says: texts(["{in when}, {subject} won {note}.", "{subject} won {note} {in when}."]),
                asks_subject: texts(["Who won {note} {in when}?", "{in when}, who won {note}?"]),
                asks_year: texts(["In which year did {subject} win {note}?", "When did {subject} win {note}?"]),
                event: "the prize of {subject}, {note}".into(),
                ..of("")
            },
        ),
    ])
}
