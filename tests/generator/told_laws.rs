//! What holds for all that is told of the questions of any table: nothing is told twice, nothing beside the point, and the unit
//! of what is typed is told.

use crate::oracle::Oracle;
use crate::sample::texts;
use crate::tables::{Drawn, tables};
use proptest::prelude::*;
use torus::bank::model::cloze::Part;
use torus::bank::{Answer, Bank, Question};
use torus::facts::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, max_shrink_iters: 400, ..ProptestConfig::default() })]

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

pub fn questions(table: &FactTable) -> Vec<Question> {
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
