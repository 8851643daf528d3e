//! What a learner is told of every question: nothing twice, nothing beside the point, and the unit of what is typed.

use crate::oracle::Oracle;
use crate::sample::{entity, fact, sample, texts};
use crate::tables::{Drawn, tables};
use proptest::prelude::*;
use torus::bank::model::cloze::Part;
use torus::bank::{Answer, Bank, Entries, Question};
use torus::facts::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_explanation_repeats_what_the_learner_has_read(Drawn(table) in tables(40)) {
        for question in questions(&table) {
            let is_correction = question.answer == Answer::TrueFalse(false);
            let explanation = bare(&question.explanation);
            prop_assert!(!explanation.is_empty());
            let read = bare(read(&question).trim_end_matches('.'));
            // A list may end in what was read: it tells who else.
            let repeats = explanation.split(". ").any(|sentence| sentence.contains(&read) && !sentence.contains(" and "));
            prop_assert!(is_correction || !repeats, "{:?}", question);
        }
    }

    #[test]
    fn whoever_is_asked_for_a_year_is_told_it(Drawn(table) in tables(40)) {
        for question in questions(&table).iter().filter(|question| question.id.contains("-year") && !question.id.ends_with("gap")) {
            let year = of(&table, &question.facts[0]).when.expect("a date").year.to_string();
            prop_assert!(question.explanation.contains(&year), "{:?}", question);
        }
    }

    #[test]
    fn a_hint_for_a_year_is_none_that_says_nothing_of_time(Drawn(mut table) in tables(25)) {
        for fact in &mut table.facts {
            fact.hint = "Think of a bird.".into();
            fact.hints.object = "Think of a fish.".into();
        }
        for question in questions(&table) {
            let hints: Vec<&str> = question.hints.iter().map(|hint| &**hint).collect();
            let asks = |part: &str| question.id.contains(part) && !question.id.ends_with("-gaps");
            if asks("-year") {
                prop_assert_eq!(hints, [""; 0]);
            } else if asks("-object") || asks("-number") {
                prop_assert!(hints.iter().all(|hint| *hint == "Think of a fish."), "{:?}", question);
            } else if asks("-subject") {
                prop_assert!(hints.iter().all(|hint| *hint == "Think of a bird."), "{:?}", question);
            }
        }
    }

    #[test]
    fn a_typed_number_is_told_its_unit_and_its_tolerance(Drawn(table) in tables(40)) {
        for question in questions(&table) {
            let Answer::Number { tolerance, unit, .. } = &question.answer else { continue };
            prop_assert!(unit.is_empty() || question.prompt.contains(&**unit), "{}", question.prompt);
            let reach = format!("within {tolerance}");
            prop_assert_eq!(question.prompt.contains(&reach), *tolerance > 0.0, "{}", question.prompt);
        }
    }

    #[test]
    fn feedback_on_a_thing_speaks_of_it_in_the_relation_that_is_asked(Drawn(table) in tables(40)) {
        let oracle = Oracle { table: &table };
        for question in questions(&table) {
            let is_of_things = matches!(&question.answer, Answer::Choice { .. }) && !question.id.ends_with("-year");
            let asker = of(&table, &question.facts[0]);
            for (option, told) in question.feedback.iter().filter(|_| is_of_things) {
                let is_about = table.entities.iter().any(|(_, entity)| !entity.about.is_empty() && told.contains(&*entity.about));
                let is_to_the_point = table.facts.iter().any(|fact| {
                    (fact.relation == asker.relation || sides(fact).iter().any(|side| sides(asker).iter().any(|own| oracle.are_namesakes(side, own))))
                        && sides(fact).iter().filter_map(|id| table.entities.get(id)).any(|entity| told.contains(&*entity.name))
                });
                let is_neighbour = **told == *"Three was the first guess.";
                prop_assert!(is_about || is_to_the_point || is_neighbour, "{}: {} in {:?}", option, told, question);
            }
        }
    }

    #[test]
    fn all_that_are_right_are_named_where_the_table_holds_them_all(Drawn(table) in tables(40)) {
        for question in questions(&table).iter().filter(|question| question.id.ends_with("-object")) {
            let asker = of(&table, &question.facts[0]);
            let relation = table.relations.get(&asker.relation).expect("a relation");
            let is_open = asker.when.is_none() && relation.objects == Several::All && asker.cautions.is_empty();
            let others = table.facts.iter().filter(|fact| fact.relation == asker.relation && fact.subject == asker.subject);
            let others: Vec<&Fact> = others.collect();
            if !is_open || others.iter().any(|fact| !fact.cautions.is_empty() || fact.when.is_some()) {
                continue;
            }
            for id in others.iter().filter_map(|fact| if let Some(Object::Is(id)) = &fact.object { Some(id) } else { None }) {
                let name = &table.entities.get(id).expect("an entity").name;
                let also = &table.entities.get(id).expect("an entity").also;
                let is_named = std::iter::once(name).chain(also).any(|name| question.explanation.contains(&**name));
                prop_assert!(is_named, "{} in {:?}", name, question);
            }
        }
    }

    #[test]
    fn a_false_statement_is_put_right_where_it_is_wrong(Drawn(table) in tables(40)) {
        for question in questions(&table).iter().filter(|question| question.answer == Answer::TrueFalse(false)) {
            let fact = of(&table, &question.facts[0]);
            // The prompt has a year, and not the fact's: the explanation has the fact's.
            let has = |text: &str, year: i16| text.split(|sign: char| !sign.is_ascii_digit()).any(|word| word == year.to_string());
            let own = fact.when.map(|when| when.year);
            let is_other_year = (1940..1975).any(|year| has(&question.prompt, year) && own.is_some_and(|own| own != year));
            prop_assert!(!is_other_year || own.is_some_and(|own| has(&question.explanation, own)), "{:?}", question);
            // Of what was put in for the subject, its own fact is told first.
            if let [_, beside] = &*question.facts {
                let subject = table.entities.get(&of(&table, beside).subject).expect("an entity");
                let names = std::iter::once(&subject.name).chain(&subject.also).filter_map(|name| question.explanation.find(&**name));
                prop_assert!(names.min().is_some(), "{:?}", question);
            }
        }
    }

    #[test]
    fn no_text_has_an_article_that_a_name_does_not_take(Drawn(mut table) in tables(25)) {
        // Each with what stands in the sentence for `a {object}`.
        let names = [
            ("hour", "an hour"), ("university", "a university"), ("MRI", "an MRI"), ("haemophilia", "haemophilia"),
            ("varicose veins", "varicose veins"), ("The Hague", "The Hague"), ("UN vote", "a UN vote"), ("eulogy", "a eulogy"),
            ("8-ball", "an 8-ball"),
        ];
        for (index, (name, text)) in names.iter().enumerate() {
            let place = &mut table.entities.0[9 + index].1;
            (place.name, place.also, place.the) = ((*name).into(), Box::default(), false);
            (place.mass, place.plural) = (*name == "haemophilia", *name == "varicose veins");
            prop_assert!(text.ends_with(name));
        }
        let told = ["{subject} thought of {a object}.", "It was a {object} that {subject} had."];
        table.relations.0[0].1.says = texts(&told);
        for question in questions(&table).iter().filter(|question| of(&table, &question.facts[0]).relation.as_ref() == "r0") {
            let texts = [vec![read(question)], question.texts().iter().map(ToString::to_string).collect()].concat();
            for (name, right) in names {
                for article in ["a ", "an ", "the "] {
                    let wrong = format!("{article}{name}");
                    let has_wrong = texts.iter().any(|text| holds_word(text, &wrong)) && !right.ends_with(&wrong);
                    prop_assert!(!has_wrong, "{} in {:?}", wrong, question);
                }
            }
        }
    }

    #[test]
    fn no_number_below_zero_is_written_with_a_hyphen(Drawn(mut table) in tables(30)) {
        for fact in &mut table.facts {
            if let Some(Object::Amount(amount)) = &mut fact.object {
                amount.value = 20.0 - amount.value;
            }
        }
        for question in questions(&table) {
            let texts = [vec![read(&question)], question.texts().iter().map(ToString::to_string).collect()].concat();
            let options = question.options().into_iter().map(str::to_owned);
            for text in texts.into_iter().chain(options) {
                let has_hyphen = text.split('-').skip(1).any(|rest| rest.starts_with(|sign: char| sign.is_ascii_digit()));
                prop_assert!(!has_hyphen, "{}", text);
            }
        }
    }

    #[test]
    fn years_are_counted_through_the_turn_of_the_era(number in 1..9999_i16, other in 1..9999_i16) {
        let when = |text: String| When::read(&text).expect("a date");
        let (before, after) = (when(format!("{number} BC")), when(format!("AD {other}")));
        prop_assert_eq!(after.year - before.year, number - 1 + other);
        prop_assert!(before.is_before(after));
        prop_assert_eq!(when(format!("-{number}")), before);
        prop_assert_eq!([when(before.to_string()), when(after.to_string())], [before, after]);
    }
}

fn questions(table: &FactTable) -> Vec<Question> {
    generate(table).into_iter().flat_map(|bank: Bank| bank.questions).collect()
}

fn of<'a>(table: &'a FactTable, id: &str) -> &'a Fact {
    table.facts.iter().find(|fact| *fact.id == *id).expect("a fact")
}

fn sides(fact: &Fact) -> Vec<&str> {
    let object = match &fact.object {
        Some(Object::Is(id)) => Some(&**id),
        _ => None,
    };
    std::iter::once(&*fact.subject).chain(object).collect()
}

/// What a learner has read when the answer is told.
fn read(question: &Question) -> String {
    let Answer::Cloze { text } = &question.answer else { return question.prompt.to_string() };
    let parts = text.parts().iter().map(|part| match part {
        Part::Words(words) => &**words,
        Part::Gap(gap) => gap.right(),
    });
    parts.collect()
}

/// Whether a text has these words, beginning where a word begins.
fn holds_word(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
}

/// Small letters without articles.
fn bare(text: &str) -> String {
    text.to_lowercase().replace("the ", "")
}

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
