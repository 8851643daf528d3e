//! A small table for the tests: people, places and machines of a made-up branch of science, with a trap for each rule.

use torus::bank::{Entries, Source};
use torus::facts::*;

/// An entity with what tests set.
pub fn entity(name: &str, class: &str, kin: &str) -> Entity {
    Entity { name: name.into(), class: class.into(), kin: kin.into(), ..Entity::default() }
}

/// A fact with a thing for its object.
pub fn fact(id: &str, relation: &str, subject: &str, object: &str, when: &str) -> Fact {
    Fact {
        id: id.into(),
        relation: relation.into(),
        subject: subject.into(),
        object: (!object.is_empty()).then(|| Object::Is(object.into())),
        when: When::read(when),
        note: Box::default(),
        topic: "Machines".into(),
        source: "paper".into(),
        places: [id.into()].into(),
        more: Box::default(),
        hint: Box::default(),
        also_right: Box::default(),
        wrong: Box::default(),
        cautions: Box::default(),
        hints: Hints::default(),
        formerly: Box::default(),
    }
}

/// Texts as a table has them.
pub fn texts(texts: &[&str]) -> Box<[Box<str>]> {
    texts.iter().map(|text| (*text).into()).collect()
}

fn entries<V>(entries: Vec<(&str, V)>) -> Entries<V> {
    Entries(entries.into_iter().map(|(id, value)| (id.into(), value)).collect())
}

fn class(noun: &str, typed: bool) -> EntityClass {
    EntityClass { noun: noun.into(), plural: Box::default(), typed, exact: false }
}

/// The table.
pub fn sample() -> FactTable {
    FactTable {
        format: 1,
        id: "sample".into(),
        title: "Sample".into(),
        language: "en".into(),
        authors: texts(&["The Torus project"]),
        licence: "CC-BY-4.0".into(),
        sources: entries(vec![("paper", Source { title: "A paper".into(), ..Source::default() })]),
        banks: [FactBank {
            id: "sample".into(),
            title: "Sample".into(),
            about: Box::default(),
            topics: Box::default(),
            most: None,
            quizzes: Box::default(),
            per_fact: 3,
        }]
        .into(),
        classes: entries(vec![
            ("machine", class("machine", true)),
            ("place", class("place", true)),
            ("person", class("person", true)),
            ("country", EntityClass { plural: "countries".into(), ..class("country", true) }),
            ("wall", class("wall", false)),
        ]),
        entities: entities(),
        relations: relations(),
        facts: facts(),
        rows: Box::default(),
    }
}

fn entities() -> Entries<Entity> {
    let ussr = Entity { also: texts(&["Soviet Union"]), the: true, ..entity("USSR", "country", "state") };
    let usa = Entity { also: texts(&["United States"]), the: true, ..entity("USA", "country", "state") };
    let england = entity("England", "place", "country");
    let culham = Entity { within: texts(&["england"]), ..entity("Culham", "place", "laboratory") };
    entries(vec![
        ("jet", entity("JET", "machine", "tokamak")),
        ("mast", entity("MAST", "machine", "tokamak")),
        ("jt60", entity("JT-60", "machine", "tokamak")),
        ("jt60sa", entity("JT-60SA", "machine", "tokamak")),
        ("w7x", entity("Wendelstein 7-X", "machine", "stellarator")),
        ("asdex", entity("ASDEX Upgrade", "machine", "tokamak")),
        ("east", entity("EAST", "machine", "tokamak")),
        ("culham", culham),
        ("england", england),
        ("naka", entity("Naka", "place", "laboratory")),
        ("greifswald", entity("Greifswald", "place", "laboratory")),
        ("garching", entity("Garching", "place", "laboratory")),
        ("hefei", entity("Hefei", "place", "laboratory")),
        ("alfven", entity("Hannes Alfvén", "person", "physicist")),
        ("artsimovich", entity("Lev Artsimovich", "person", "physicist")),
        ("biermann", entity("Ludwig Biermann", "person", "physicist")),
        ("teller", entity("Edward Teller", "person", "physicist")),
        ("thonemann", entity("Peter Thonemann", "person", "physicist")),
        ("ussr", ussr),
        ("usa", usa),
        ("sweden", entity("Sweden", "country", "state")),
        ("germany", entity("Germany", "country", "state")),
        ("uk", Entity { the: true, ..entity("UK", "country", "state") }),
        ("italy", Entity { about: "Italy sent no speaker.".into(), ..entity("Italy", "country", "state") }),
        ("carbon", Entity { plural: true, ..entity("carbon tiles", "wall", "") }),
        ("metal", entity("beryllium and tungsten", "wall", "")),
        ("lithium", entity("liquid lithium", "wall", "")),
        ("steel", entity("stainless steel", "wall", "")),
    ])
}

fn relations() -> Entries<Relation> {
    let gaps = |gaps: &[GapForm]| gaps.into();
    let of = |from: &str, to: &str| Relation { from: from.into(), to: to.into(), ..Relation::default() };
    entries(vec![
        (
            "site",
            Relation {
                subjects: Several::All,
                says: texts(&["{subject} stands at {object}.", "The site of {subject} is {object}."]),
                asks_object: texts(&["Where does {subject} stand?", "At which site is {subject}?"]),
                asks_subject: texts(&["Which machine stands at {object}?"]),
                asks_subjects: texts(&["Which of these machines stand at {object}?"]),
                asks_pairs: texts(&["Match each machine with its site."]),
                asks_groups: texts(&["Sort these machines by their sites."]),
                gaps: gaps(&[GapForm::Object, GapForm::Subject]),
                ..of("machine", "place")
            },
        ),
        (
            "speaker",
            Relation {
                subjects: Several::All,
                says: texts(&[
                    "{subject} represented {object} in Geneva in 1958.",
                    "In 1958 {subject} spoke for {object} in Geneva.",
                ]),
                asks_object: texts(&["Which country did {subject} represent in Geneva in 1958?"]),
                asks_subject: texts(&[
                    "Who represented {object} in Geneva in 1958?",
                    "Who spoke for {object} in Geneva in 1958?",
                ]),
                asks_pairs: texts(&["Match each speaker with the country that he represented in 1958."]),
                gaps: gaps(&[GapForm::Object, GapForm::Subject]),
                ..of("person", "country")
            },
        ),
        (
            "wall",
            Relation {
                objects: Several::All,
                subjects: Several::All,
                says: texts(&["{in when}, {subject} began to work with {object}."]),
                asks_object: texts(&["With what wall did {subject} begin to work {in when}?"]),
                asks_year: texts(&["Which year did {subject} start operating with a wall of {object}?"]),
                event: "the first run of {subject} with {object}".into(),
                gaps: gaps(&[GapForm::Year, GapForm::Object]),
                ..of("machine", "wall")
            },
        ),
        (
            "record",
            Relation {
                objects: Several::All,
                says: texts(&["{in when}, {subject} announced a record of {object} of fusion energy."]),
                asks_object: texts(&["How much fusion energy was the record that {subject} announced in {year}?"]),
                asks_subject: texts(&["Which machine announced a record of {object} of fusion energy in {year}?"]),
                asks_year: texts(&[
                    "In which year did {subject} announce a record of {object} of fusion energy?",
                    "When was a record of {object} of fusion energy announced by {subject}?",
                ]),
                event: "{subject's} record of {object}".into(),
                gaps: gaps(&[GapForm::Year, GapForm::Object]),
                ..of("machine", "")
            },
        ),
        (
            "founded",
            Relation {
                says: texts(&["{subject} first ran {in when}."]),
                asks_subject: texts(&["Which machine first ran {in when}?"]),
                asks_year: texts(&["In which year did {subject} first run?"]),
                event: "the first run of {subject}".into(),
                gaps: gaps(&[GapForm::Year]),
                ..of("machine", "")
            },
        ),
    ])
}

fn amount(value: f64, unit: &str, words: &str) -> Option<Object> {
    let (unit, words) = (unit.into(), words.into());
    Some(Object::Amount(Quantity { value, unit, words, tolerance: 0.0, neighbours: Entries::default() }))
}

fn facts() -> Vec<Fact> {
    let newest = "69 megajoules were reached in 2023.";
    let record = |id: &str, value: f64, when: &str| Fact {
        object: amount(value, "MJ", "megajoules"),
        ..fact(id, "record", "jet", "", when)
    };
    let speaker = |id: &str, who: &str, what: &str| Fact {
        topic: "People".into(),
        when: None,
        ..fact(id, "speaker", who, what, "")
    };
    vec![
        fact("S1", "site", "jet", "culham", ""),
        fact("S2", "site", "mast", "culham", ""),
        fact("S3", "site", "jt60", "naka", ""),
        fact("S4", "site", "jt60sa", "naka", ""),
        fact("S5", "site", "w7x", "greifswald", ""),
        fact("S6", "site", "asdex", "garching", ""),
        fact("S7", "site", "east", "hefei", ""),
        speaker("P1", "alfven", "sweden"),
        speaker("P2", "artsimovich", "ussr"),
        speaker("P3", "biermann", "germany"),
        speaker("P4", "teller", "usa"),
        speaker("P5", "thonemann", "uk"),
        Fact {
            more: "Carbon had held too much fuel.".into(),
            hint: "It was after 2001.".into(),
            ..fact("J14", "wall", "jet", "metal", "2011")
        },
        fact("J12", "wall", "jet", "carbon", "1988"),
        fact("J13", "wall", "east", "lithium", "2009"),
        record("J7", 16.0, "1991"),
        record("J8", 21.7, "1997"),
        Fact {
            cautions: [
                Caution::Superseded(newest.into()),
                Caution::Say("announced".into()),
                Caution::AskNot(Asked::Month),
            ]
            .into(),
            ..record("J9", 59.0, "2022-02")
        },
        fact("F1", "founded", "jet", "", "1983-06"),
        fact("F2", "founded", "jt60", "", "1985"),
        fact("F3", "founded", "w7x", "", "2015-12"),
        fact("F4", "founded", "asdex", "", "1991"),
        fact("F5", "founded", "east", "", "2006"),
        fact("F6", "founded", "mast", "", "1999"),
        fact("F7", "founded", "jt60sa", "", "2023-10-23"),
    ]
}
