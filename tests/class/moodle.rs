//! Reports of Moodle's quizzes as they are downloaded: what stands in them, and what cannot be used.

use crate::reference::check;
use torus::bank::{Kind, Quietly};
use torus::class::{Class, ClassFigures, Fault, Gathered, Gathering, MeasuringOptions, RowFault, TableTold, measure};
use torus::sitting::{State, Verdict};

fn gathered(tables: &[&str]) -> (Gathered, Vec<TableTold>) {
    let mut gathering = Gathering::default();
    let told = (0..).zip(tables).map(|(at, table)| gathering.add(table.as_bytes(), at, &Quietly).expect("a report"));
    let told = told.collect();
    (gathering.finish(), told)
}

fn read(table: &str) -> Class {
    let (gathered, told) = gathered(&[table]);
    assert_eq!((&told[0].faults[..], &told[0].unmarked[..]), (&[][..], &[][..]));
    gathered.class
}

fn measured(class: &Class) -> ClassFigures {
    measure(class, &MeasuringOptions::default())
}

fn refused(table: &str) -> Fault {
    Gathering::default().add(table.as_bytes(), 0, &Quietly).expect_err("a fault")
}

const RESPONSES: &str = "\
Last name,First name,Email address,Status,Started,Completed,Duration,Grade/2.00,Question 1,Response 1,Right answer 1,Question 2,Response 2,Right answer 2
Lovelace,Ada,ADA@x.org,Finished,\"12 February 2021, 1:03 PM\",\"12 February 2021, 1:33 PM\",30 mins,2.00,\"Which gas?: argon; neon; xenon\",neon,neon,Year?,1977,1977
Hopper,Grace,grace@x.org,Finished,\"12 February 2021, 1:04 PM\",\"12 February 2021, 1:30 PM\",26 mins,0.00,\"Which gas?: xenon; argon; neon\",argon,neon,Year?,-,1977
Curie,Marie,marie@x.org,In progress,\"12 February 2021, 1:04 PM\",-,-,-,\"Which gas?: xenon; argon; neon\",-,neon,Year?,-,1977
Zuse,Konrad,konrad@x.org,-,-,-,-,-,-,-,-,-,-,-
Overall average,,,,,,,1.00,,,,,,
";

#[test]
fn a_report_without_marks_and_right_answers_is_refused() {
    let table = "Last name,First name,Response 1\nLovelace,Ada,neon\n";
    assert_eq!(refused(table), Fault::Unmarked { line: 1 });
}

#[test]
fn a_row_that_cannot_be_read_is_told_with_its_line_and_column_and_the_others_count() {
    let table = "Surname,First name,State,Grade/2.00,Q. 1 /1.00,Q. 2 /1.00\n\
                 Lovelace,Ada,Finished,1.00,1.00,0.00\n\
                 Hopper,Grace,Finished,1.00,1O0,0.00\n\
                 Curie,Marie,Finished,1.00,1.00\n";
    let (gathered, told) = gathered(&[table]);
    assert_eq!(gathered.class.learners.len(), 1);
    let unreadable = RowFault::Unreadable { column: "Q. 1 /1.00".into(), cell: "1O0".to_owned(), expected: "a number" };
    assert_eq!(told[0].faults, [(3, unreadable), (4, RowFault::Ragged { found: 5, expected: 6 })]);
}

#[test]
fn a_question_that_nothing_tells_the_right_answer_of_counts_for_nothing_and_is_told() {
    let table =
        "Last name,Response 1,Right answer 1,Response 2,Right answer 2\nLovelace,a,a,An essay.,-\nHopper,b,a,-,-\n";
    let (gathered, told) = gathered(&[table]);
    assert_eq!(told[0].unmarked, [2]);
    assert_eq!(gathered.class.questions.len(), 1);
}

#[test]
fn the_report_of_responses_is_marked_by_its_right_answers() {
    let class = read(RESPONSES);
    let names: Vec<(&str, &str)> = class.learners.iter().map(|learner| (&*learner.id, &*learner.name)).collect();
    assert_eq!(names, [("ada@x.org", "Ada Lovelace"), ("grace@x.org", "Grace Hopper"), ("marie@x.org", "Marie Curie")]);
    let figures = measured(&class);
    assert_eq!((figures.sittings, figures.unfinished), (2, 1));
    assert_eq!(figures.items.len(), 2);
    for item in &figures.items {
        assert_eq!((item.attempts, item.facility), (2, Some(0.5)));
    }
    let unanswered = class.answers.iter().filter(|answer| answer.verdict == Verdict::Unanswered).count();
    assert_eq!(unanswered, 3);
}

#[test]
fn options_of_a_choice_are_known_in_whatever_order_they_were_shown() {
    let class = read(RESPONSES);
    let gas = class.questions.iter().position(|question| &*question.prompt == "Which gas?").expect("the question");
    assert_eq!((class.questions[gas].kind, class.questions[gas].versions.len()), (Some(Kind::Choice), 1));
    let figures = measured(&class);
    let item = figures.items.iter().find(|item| item.question == gas as u32).expect("its figures");
    let told: Vec<(&str, bool, u32)> =
        item.options.iter().map(|option| (&*option.text, option.is_key, option.chosen)).collect();
    assert_eq!(told, [("argon", false, 1), ("neon", true, 1), ("xenon", false, 0)]);
}

#[test]
fn times_and_states_are_read_and_a_report_given_twice_counts_once() {
    let (gathered, _) = gathered(&[RESPONSES, RESPONSES]);
    let sittings = &gathered.class.sittings;
    assert_eq!(sittings.len(), 3);
    let minutes = |at: usize| {
        let moment = |moment: Option<torus::moment::Moment>| moment.map(|moment| moment.unix_ms / 60_000);
        Some(moment(sittings[at].finished_at)? - moment(sittings[at].started_at)?)
    };
    assert_eq!((minutes(0), minutes(1), minutes(2)), (Some(30), Some(26), None));
    assert_eq!(sittings[2].state, State::InProgress);
    assert_eq!((gathered.copies.len(), gathered.doubled_rows), (0, 0));
}

#[test]
fn the_report_of_grades_is_marked_by_its_grades_in_german_too() {
    let table = "\u{feff}Nachname;Vorname;Matrikelnummer;E-Mail-Adresse;Status;Begonnen am;Beendet;Verbrauchte Zeit;Bewertung/3,50;F 1 /1,00;F 2 /2,50;F 3 /0,00\r\n\
                 Müller;Zoë;12;;Beendet;7. November 2024, 16:36;7. November 2024, 17:07;30 Minuten;2,25;1,00;1,25;0,00\r\n\
                 Meier;Jan;13;;Beendet;7. November 2024, 16:36;7. November 2024, 17:07;30 Minuten;−0,50;-0,50;-;0,00\r\n\
                 Weber;Eva;14;;Beendet;7. November 2024, 16:36;7. November 2024, 17:07;30 Minuten;-;0,00;Bewertung notwendig;0,00\r\n\
                 Gesamtdurchschnitt;;;;;;;;1,50;0,25;0,60;0,00\r\n";
    let class = read(table);
    assert_eq!(class.learners.iter().map(|learner| &*learner.id).collect::<Vec<_>>(), ["12", "13", "14"]);
    let figures = measured(&class);
    assert_eq!((figures.sittings, figures.items.len()), (3, 2), "what earns nothing is no question");
    check(figures.items[0].facility, (1.0 - 0.5 + 0.0) / 3.0, 1e-12);
    // Of two, since somebody has still to mark the third.
    assert_eq!(figures.items[1].attempts, 2);
    check(figures.items[1].facility, 0.25, 1e-12);
    assert_eq!(figures.items[1].not_reached, 1);
}

#[test]
fn several_attempts_are_several_sittings_and_the_first_counts() {
    let table = "Surname,First name,State,Started on,Q. 1 /1.00\n\
                 Lovelace,Ada,Finished,2026-02-12 13:03,0.00\n\
                 Lovelace,Ada,Finished,2026-02-13 13:03,1.00\n";
    let figures = measured(&read(table));
    assert_eq!((figures.learners, figures.items[0].attempts, figures.items[0].facility), (1, 1, Some(0.0)));
}

#[test]
fn quizzes_without_their_questions_are_two_where_their_right_answers_differ() {
    let quiz = |started: &str, key: &str| {
        format!(
            "Last name,Email address,Started,Response 1,Right answer 1\nA,a@x.org,{started},x,{key}\nB,b@x.org,{started},y,{key}\n"
        )
    };
    let (gathered, _) = gathered(&[&quiz("2026-02-12 13:03", "x"), &quiz("2026-02-13 13:03", "y")]);
    assert_eq!((gathered.class.questions.len(), gathered.class.sittings.len()), (2, 4));
}

#[test]
fn several_right_answers_may_come_in_any_order() {
    let table = "Last name,Question 1,Response 1,Right answer 1\n\
                 A,Which?: a; b; c,b; a,a; b\nB,Which?: c; a; b,a,a; b\nC,Which?: a; b; c,A;  B,a; b\n";
    let class = read(table);
    assert_eq!((class.questions.len(), class.questions[0].kind), (1, Some(Kind::Choices)));
    check(measured(&class).items[0].facility, 2.0 / 3.0, 1e-12);
}
