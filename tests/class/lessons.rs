//! What the next lesson should take up again: nothing where too little is known, and what is surest first.

use crate::given::{Given, Questions, class_of, mark, question, table, version};
use crate::reference::check;
use torus::bank::Kind;
use torus::class::{Class, Lesson, MeasuringOptions, WrongIdea, measure, teach_again};

fn lessons_of(class: &Class) -> Vec<Lesson> {
    teach_again(class, &measure(class, &MeasuringOptions::default()))
}

/// Questions with a topic each, by their ids.
fn topics(of: &[(&str, &str)]) -> Questions {
    let with_topic = of.iter().map(|(id, topic)| {
        let (id, mut question) = question(id, Kind::Number, vec![Default::default()]);
        question.topic = (*topic).into();
        (id, question)
    });
    with_topic.collect()
}

const FOUR: [&str; 4] = ["question 000", "question 001", "question 002", "question 003"];

fn each(topics_of_four: [&str; 4]) -> Questions {
    topics(&FOUR.into_iter().zip(topics_of_four).collect::<Vec<_>>())
}

fn names(lessons: &[Lesson]) -> Vec<&str> {
    lessons.iter().map(|lesson| &*lesson.topic).collect()
}

#[test]
fn nobody_has_nothing_to_be_taught_again() {
    assert_eq!(lessons_of(&Class::default()), []);
}

#[test]
fn seven_learners_are_too_few_and_eight_are_not() {
    let questions = each(["Tides"; 4]);
    assert_eq!(lessons_of(&class_of(&table(&[[0.0; 4]; 7]), &questions)), []);
    assert_eq!(names(&lessons_of(&class_of(&table(&[[0.0; 4]; 8]), &questions))), ["Tides"]);
}

#[test]
fn what_may_have_been_understood_is_no_lesson() {
    // Nine of sixteen: the interval goes up to 77 %.
    let mut marks = [[1.0]; 16];
    marks[..7].fill([0.0]);
    assert_eq!(lessons_of(&class_of(&table(&marks), &each(["Tides"; 4]))), []);
}

#[test]
fn what_everybody_knows_is_no_lesson() {
    assert_eq!(lessons_of(&class_of(&table(&[[1.0; 4]; 30]), &each(["A", "B", "C", "D"]))), []);
}

#[test]
fn part_marks_that_are_alike_have_no_interval_and_are_no_lesson() {
    assert_eq!(lessons_of(&class_of(&table(&[[0.25; 4]; 30]), &each(["A", "B", "C", "D"]))), []);
}

#[test]
fn a_question_whose_key_is_in_doubt_is_no_lesson_and_counts_for_no_topic() {
    let mut given = Vec::new();
    for learner in 0..30 {
        let (name, is_good) = (format!("{learner:03}"), learner >= 15);
        let response = if is_good { "b" } else { "a" };
        given.push(Given {
            response: Some(response.to_owned()),
            ..mark(&name, "choice", f64::from(u8::from(!is_good)))
        });
        for position in 2..8 {
            let score = f64::from(u8::from(is_good || position == 2));
            given.push(Given { position, ..mark(&name, &format!("other {position}"), score) });
        }
    }
    let choice = |topic: &str| {
        let (id, mut choice) = question("choice", Kind::Choice, vec![version("v", "a", &["a", "b", "c"])]);
        choice.topic = topic.into();
        (id, choice)
    };
    // Alone in its topic it is the topic, and with another it would draw that down.
    for topic in ["Doubtful", ""] {
        let class = class_of(&given, &[choice(topic)].into());
        assert!(lessons_of(&class).iter().all(|lesson| &*class.questions[lesson.question as usize].id != "choice"));
        assert_eq!(names(&lessons_of(&class)), ["Topic"]);
    }
    let class = class_of(&given, &[choice("Topic")].into());
    let lessons = lessons_of(&class);
    assert_eq!((lessons[0].answers, lessons[0].learners), (180, 30));
    check(Some(lessons[0].facility), (6.0 + 1.0) / 12.0, 1e-9);
}

#[test]
fn questions_left_out_of_the_figures_are_left_out_of_lessons() {
    let class = class_of(&table(&[[0.0, 1.0]; 20]), &each(["A", "A", "", ""]));
    let figures = measure(&class, &MeasuringOptions { left_out: [0].into(), ..MeasuringOptions::default() });
    assert_eq!(teach_again(&class, &figures), []);
}

#[test]
fn the_lowest_upper_end_comes_first_and_three_are_enough() {
    // B is lower than A, but only eight were asked it: A is surer.
    let mut marks = vec![[0.0, f64::NAN, 0.0, 0.0]; 40];
    marks[..4].iter_mut().for_each(|row| row[0] = 1.0);
    marks[..8].iter_mut().for_each(|row| row[1] = 0.0);
    marks[..14].iter_mut().for_each(|row| row[2] = 1.0);
    marks[..22].iter_mut().for_each(|row| row[3] = 1.0);
    let lessons = lessons_of(&class_of(&table(&marks), &each(["A", "B", "C", "D"])));
    assert_eq!(names(&lessons), ["A", "B", "C"]);
    check(Some(lessons[0].facility), 0.1, 1e-12);
    // Wilson, 4 of 40.
    check(Some(lessons[0].facility_low), 0.039_584, 1e-5);
    check(Some(lessons[0].facility_high), 0.230_514, 1e-5);
    assert_eq!((lessons[0].answers, lessons[0].learners), (40, 40));
}

#[test]
fn questions_without_a_topic_are_lessons_of_their_own() {
    let class = class_of(&table(&[[0.0, 1.0, 0.0, 0.0]; 20]), &each(["", "", "", "Tides"]));
    let lessons = lessons_of(&class);
    assert_eq!(names(&lessons), ["Tides", "", ""]);
    assert_eq!(lessons.iter().map(|lesson| lesson.question).collect::<Vec<_>>(), [3, 0, 2]);
    assert_eq!((lessons[1].answers, lessons[1].learners), (20, 20));
}

#[test]
fn the_board_shows_what_most_surely_was_not_understood() {
    let mut marks = [[0.0, 0.0, 1.0, 0.0]; 20];
    marks[..6].iter_mut().for_each(|row| (row[0], row[3]) = (1.0, 1.0));
    let lessons = lessons_of(&class_of(&table(&marks), &each(["A"; 4])));
    assert_eq!(lessons.iter().map(|lesson| lesson.question).collect::<Vec<_>>(), [1]);
    assert_eq!(lessons[0].wrong_idea, None, "nobody answered anything");
}

/// Learners who each gave this response to one question, which is right where it is the key.
fn answered(kind: Kind, key: &str, options: &[&str], responses: &[&str]) -> Vec<Lesson> {
    let given: Vec<Given> = responses
        .iter()
        .enumerate()
        .map(|(learner, response)| Given {
            response: Some((*response).to_owned()),
            ..mark(&format!("{learner:03}"), "q", f64::from(u8::from(*response == key)))
        })
        .collect();
    lessons_of(&class_of(&given, &[question("q", kind, vec![version("v", key, options)])].into()))
}

fn idea(response: &str, chosen: u32, asked: u32) -> WrongIdea {
    WrongIdea { response: response.into(), chosen, asked }
}

#[test]
fn the_wrong_idea_is_the_favourite_wrong_option() {
    let responses = ["b", "c", "c", "a", "c", "b", "c", "b", "d", "a"];
    let lessons = answered(Kind::Choice, "a", &["a", "b", "c", "d"], &responses);
    assert_eq!(lessons[0].wrong_idea, Some(idea("c", 4, 10)));
    let tied = answered(Kind::Choice, "a", &["a", "b", "c"], &["c", "b", "c", "b", "c", "b", "b", "c"]);
    assert_eq!(tied[0].wrong_idea, Some(idea("b", 4, 8)), "of those alike the first");
}

#[test]
fn the_wrong_idea_of_a_typed_answer_is_what_was_typed_most_in_any_case() {
    let responses = ["venus", "Venus ", "mars", "VENUS", "x", "y", "z", "w"];
    let lessons = answered(Kind::Text, "mars", &[], &responses);
    let idea = lessons[0].wrong_idea.as_ref().expect("an idea");
    assert_eq!((idea.response.trim().to_lowercase().as_str(), idea.chosen, idea.asked), ("venus", 3, 8));
}

#[test]
fn where_no_kind_is_known_the_wrong_idea_is_what_was_answered_most() {
    let given: Vec<Given> = (0..8)
        .map(|learner| Given { response: Some("c".to_owned()), ..mark(&format!("{learner}"), "q", 0.0) })
        .collect();
    let (id, mut unknown) = question("q", Kind::Text, vec![version("v", "a", &[])]);
    unknown.kind = None;
    let lessons = lessons_of(&class_of(&given, &[(id, unknown)].into()));
    assert_eq!(lessons[0].wrong_idea, Some(idea("c", 8, 8)));
}

#[test]
fn an_error_of_one_learner_is_no_wrong_idea() {
    let lessons = answered(Kind::Text, "mars", &[], &["a", "b", "c", "d", "e", "f", "g", "h"]);
    assert_eq!(lessons[0].wrong_idea, None);
}
