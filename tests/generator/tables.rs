//! Random tables that are sound and full of traps: names that two things share, parts and wholes, several answers, dates of
//! different fineness, missing dates, and every caution.

use crate::sample::texts;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use torus::bank::Entries;
use torus::facts::*;

const PEOPLE: [&str; 9] = [
    "Ada Alpha",
    "Ben Beta",
    "Cleo Gamma",
    "Dan Delta",
    "Eve Epsilon",
    "Finn Zeta",
    "Gus Eta",
    "Hal Theta",
    "Ada Alpha Iota",
];
const PLACES: [&str; 9] = ["Kirkby", "Lanton", "Marsh", "Marsh End", "Norby", "Ottery", "Penwith", "Quarr", "Ravenna"];

/// What is drawn for an entity: namesake, whole that it is part of, kin, year, and whether it has words of its own.
type EntityDraw = (Option<usize>, Option<usize>, bool, Option<i16>, bool, bool);
/// What is drawn for a fact: relation, subject, object, date, note, right beside, wrong, caution.
type FactDraw = (usize, usize, usize, Option<(i16, Option<u8>)>, usize, Option<usize>, Option<usize>, Option<u8>);

/// A table that shows as what was drawn for it.
#[derive(Clone)]
pub struct Drawn(pub FactTable);

impl std::fmt::Debug for Drawn {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (id, entity) in self.0.entities.iter() {
            let Entity { name, also, within, kin, year, .. } = entity;
            writeln!(formatter, "{id}: {name:?}, also {also:?}, within {within:?}, kin {kin:?}, {year:?}")?;
        }
        for (id, relation) in self.0.relations.iter() {
            writeln!(formatter, "{id}: {:?} objects, {:?} subjects", relation.objects, relation.subjects)?;
        }
        for fact in &self.0.facts {
            writeln!(formatter, "{}", ron::to_string(fact).unwrap_or_default())?;
        }
        Ok(())
    }
}

/// A random table of up to `facts` facts.
pub fn tables(facts: usize) -> impl Strategy<Value = Drawn> {
    let several = || prop_oneof![3 => Just(Several::One), 3 => Just(Several::All), 1 => Just(Several::Some)];
    let entity = (
        option::weighted(0.1, 0..9_usize),
        option::weighted(0.15, 0..9_usize),
        any::<bool>(),
        option::of(1940..1970_i16),
        any::<bool>(),
        any::<bool>(),
    );
    let when = option::weighted(0.8, (1950..1962_i16, option::of(1..=12_u8)));
    let fact = (
        0..4_usize,
        0..9_usize,
        0..9_usize,
        when,
        0..4_usize,
        option::weighted(0.1, 0..9_usize),
        option::weighted(0.3, 0..9_usize),
        option::weighted(0.4, 0..12_u8),
    );
    (vec(entity, 18), vec((several(), several()), 4), vec(fact, 1..facts)).prop_map(|(entities, several, facts)| {
        let entities = entities.iter().enumerate().map(|(index, draw)| (id(index), entity_of(index, draw))).collect();
        let relations = relations(&several);
        let facts = facts.iter().enumerate().map(|(index, draw)| fact_of(index, draw)).collect();
        Drawn(FactTable { entities: Entries(entities), relations, facts, ..frame() })
    })
}

fn id(index: usize) -> Box<str> {
    if index < 9 { format!("p{index}").into() } else { format!("q{}", index - 9).into() }
}

fn frame() -> FactTable {
    FactTable {
        classes: Entries(
            [("person", true), ("place", true)]
                .map(|(noun, typed)| {
                    (noun.into(), EntityClass { noun: noun.into(), plural: Box::default(), typed, exact: false })
                })
                .into(),
        ),
        ..crate::sample::sample()
    }
}

fn entity_of(index: usize, (also, within, kin, year, about, the): &EntityDraw) -> Entity {
    let (names, from, class) = if index < 9 { (PEOPLE, 0, "person") } else { (PLACES, 9, "place") };
    let about = if *about { format!("{} is well known.", names[index - from]) } else { String::new() };
    Entity {
        name: names[index - from].into(),
        class: class.into(),
        also: also.map(|also| names[also].into()).into_iter().collect(),
        the: *the && from > 0,
        kin: if *kin { "one".into() } else { "two".into() },
        within: within.map(|within| id(from + within)).into_iter().collect(),
        year: *year,
        about: about.into(),
        ..Entity::default()
    }
}

fn relations(several: &[(Several, Several)]) -> Entries<Relation> {
    let gaps = || [GapForm::Object, GapForm::Subject, GapForm::Year].into();
    let with = |index: usize, relation: Relation| {
        let (objects, subjects) = several[index];
        (format!("r{index}").into(), Relation { from: "person".into(), objects, subjects, ..relation })
    };
    Entries(
        [
            with(
                0,
                Relation {
                    to: "place".into(),
                    says: texts(&["{subject} lived at {object}.", "The home of {subject} was {object}."]),
                    asks_object: texts(&["Where did {subject} live?", "At which place lived {subject}?"]),
                    asks_subject: texts(&["Who lived at {object}?"]),
                    asks_objects: texts(&["At which of these places did {subject} live?"]),
                    asks_subjects: texts(&["Which of these people lived at {object}?"]),
                    asks_pairs: texts(&["Match each person with the place where the person lived."]),
                    asks_groups: texts(&["Sort these people by the places where they lived."]),
                    gaps: gaps(),
                    ..Relation::default()
                },
            ),
            with(
                1,
                Relation {
                    to: "place".into(),
                    says: texts(&["{in when}, {subject} visited {object}.", "{subject} visited {object}."]),
                    asks_object: texts(&[
                        "Which place did {subject} visit in {year}?",
                        "Which place did {subject} visit?",
                    ]),
                    asks_subject: texts(&["Who visited {object} {in when}?"]),
                    asks_year: texts(&[
                        "In which year did {subject} visit {object}?",
                        "When did {subject} visit a place?",
                    ]),
                    asks_objects: texts(&["Which of these places did {subject} visit in {year}?"]),
                    event: "the visit of {subject} to {object}".into(),
                    gaps: gaps(),
                    ..Relation::default()
                },
            ),
            with(
                2,
                Relation {
                    says: texts(&["In {year}, {subject} measured {object}.", "{subject} measured {object}."]),
                    asks_object: texts(&["What did {subject} measure in {year}?", "What did {subject} measure?"]),
                    asks_subject: texts(&["Who measured {object}?", "Who measured {object} in {year}?"]),
                    asks_year: texts(&["In which year did {subject} measure {object}?"]),
                    event: "the measurement of {object} by {subject}".into(),
                    gaps: gaps(),
                    ..Relation::default()
                },
            ),
            with(
                3,
                Relation {
                    says: texts(&["{subject} won {note} {in when}.", "{subject} won {note}.", "{subject} won."]),
                    asks_subject: texts(&["Who won {note} {in when}?", "Who won {note}?"]),
                    asks_year: texts(&["In which year did {subject} win {note}?"]),
                    event: "the success of {subject}".into(),
                    gaps: gaps(),
                    ..Relation::default()
                },
            ),
        ]
        .into(),
    )
}

fn fact_of(index: usize, (relation, subject, object, when, note, also_right, wrong, caution): &FactDraw) -> Fact {
    let side = |index: &usize| if *relation == 3 { id(*index) } else { id(9 + index) };
    let object = match relation {
        0 | 1 => Some(Object::Is(id(9 + object))),
        2 => Some(Object::Amount(Quantity {
            value: 10.0 + 7.0 * *object as f64,
            unit: "MJ".into(),
            words: "megajoules".into(),
            tolerance: if object % 3 == 0 { 8.0 } else { 0.0 },
            neighbours: Entries([("3".into(), "Three was the first guess.".into())].into()),
        })),
        _ => None,
    };
    let notes = ["", "the cup", "the shield", "the vase"];
    Fact {
        object,
        subject: id(*subject),
        when: when.and_then(|(year, month)| {
            When::read(&month.map_or(year.to_string(), |month| format!("{year}-{month:02}")))
        }),
        note: notes[*note].into(),
        topic: if index.is_multiple_of(2) { "Even".into() } else { "Odd/deep".into() },
        more: if index.is_multiple_of(5) { "There is more to it.".into() } else { Box::default() },
        hint: if index.is_multiple_of(3) { "It was long ago.".into() } else { Box::default() },
        also_right: also_right.iter().map(side).collect(),
        wrong: wrong.iter().map(side).collect(),
        cautions: caution.iter().map(|caution| caution_of(*caution)).collect(),
        ..crate::sample::fact(&format!("f{index}"), &format!("r{relation}"), "", "", "")
    }
}

fn caution_of(index: u8) -> Caution {
    match index {
        0 => Caution::AskNot(Asked::Subject),
        1 => Caution::AskNot(Asked::Object),
        2 => Caution::AskNot(Asked::When),
        3 => Caution::AskNot(Asked::Month),
        4 => Caution::AskNot(Asked::Day),
        5 => Caution::AskNot(Asked::Number),
        6 => Caution::AsOf("1955".into()),
        7 | 8 => Caution::Superseded("It was overtaken later.".into()),
        9 => Caution::Say("visited".into()),
        10 => Caution::SayNot("Marsh".into()),
        _ => Caution::Tell("Mind that opinions differ.".into()),
    }
}
