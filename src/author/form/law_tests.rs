//! What holds for the form of every question: nothing is lost in it, whatever its kind and wherever it has been.

use crate::author::form::{Fault, FieldFault, FieldName, Form, RowList};
use crate::bank::read::law_tests::question;
use crate::bank::{Answer, ClozeText, Entries, Kind, Question, Shape, Spot, Variable, write_question};
use proptest::collection::vec;
use proptest::prelude::*;

/// Texts that a check would refuse, many of them blank or equal.
fn odd_texts() -> impl Strategy<Value = Box<[Box<str>]>> {
    vec("[ab ]{0,2}|\\PC{0,3}", 0..4).prop_map(|texts| texts.into_iter().map(String::into_boxed_str).collect())
}

/// Answers that can stand in a file and that the check would refuse.
fn odd_answer() -> impl Strategy<Value = Answer> {
    let number = any::<f64>;
    let named =
        |names: Box<[Box<str>]>| names.into_iter().enumerate().map(|(index, name)| format!("{index}{name}").into());
    let spots = |names: Box<[Box<str>]>| -> Box<[Spot]> {
        let spot = |name| Spot { name, shape: Shape::Polygon([].into()), describe: " ".into() };
        names.into_iter().map(spot).collect()
    };
    prop_oneof![
        (odd_texts(), odd_texts()).prop_map(|(correct, distractors)| Answer::Choices { correct, distractors }),
        (".{0,2}", odd_texts()).prop_map(|(key, distractors)| Answer::Choice { correct: key.into(), distractors }),
        (number(), number(), ".{0,3}", any::<bool>()).prop_map(|(value, tolerance, unit, unit_required)| {
            Answer::Number { value, tolerance, unit: unit.into(), unit_required }
        }),
        (odd_texts(), any::<u32>()).prop_map(|(accept, typos)| Answer::text(accept, typos)),
        odd_texts().prop_map(|items| Answer::Order { items }),
        (odd_texts(), odd_texts(), odd_texts())
            .prop_map(|(lefts, rights, extra)| Answer::Match { pairs: lefts.into_iter().zip(rights).collect(), extra }),
        r"[{}|~a$ ]{0,9}".prop_map(|text| Answer::Cloze { text: ClozeText::new(&text) }),
        (odd_texts(), odd_texts()).prop_map(move |(names, items)| {
            let groups = named(names).map(|name| (name, items.clone())).collect();
            Answer::Categorise { groups: Entries(groups) }
        }),
        (odd_texts(), odd_texts()).prop_map(move |(names, correct)| Answer::Hotspot {
            image: "".into(),
            spots: spots(names),
            correct,
        }),
        (number(), number(), number(), vec(number(), 0..3), number()).prop_map(
            |(from, to, step, values, tolerance_percent)| Answer::Calculated {
                variables: Entries(
                    [("".into(), Variable::Range { from, to, step }), ("b".into(), Variable::Values(values.into()))]
                        .into()
                ),
                value: " ".into(),
                tolerance_percent,
                unit: "".into(),
                unit_required: true,
            }
        ),
        Just(Answer::Recall { answer: " ".into() }),
    ]
}

/// Any question that a file can hold, with feedback to some of its options and to nothing.
fn any_question() -> impl Strategy<Value = Question> {
    (question(), prop::option::of(odd_answer()), vec(any::<prop::sample::Index>(), 0..3)).prop_map(
        |(question, odd, spoken)| {
            let mut question = question;
            if let Some(odd) = odd {
                question.answer = odd;
            }
            let mut feedback: Vec<(Box<str>, Box<str>)> = question.feedback.0.to_vec();
            let options: Vec<Box<str>> = question.options().into_iter().map(Into::into).collect();
            for index in spoken.iter().filter(|_| !options.is_empty()) {
                let key = options[index.index(options.len())].clone();
                if feedback.iter().all(|(known, _)| *known != key) {
                    feedback.insert(index.index(feedback.len() + 1), (key, "Said.".into()));
                }
            }
            question.feedback = Entries(feedback.into());
            question
        },
    )
}

/// Equal, or written the same: a number that is none is not equal to itself.
fn is_same(one: &Question, other: &Question) -> bool {
    one == other
        || (write_question(one) == write_question(other) && one.answer.other_answers() == other.answer.other_answers())
}

proptest! {
    #[test]
    fn a_question_comes_out_of_its_form_as_it_went_in(question in any_question()) {
        let again = Form::of(&question).question();
        prop_assert!(again.as_ref().is_ok_and(|again| is_same(again, &question)), "{question:?}\n{again:?}");
    }

    #[test]
    fn a_question_that_was_of_other_kinds_meanwhile_is_the_same(question in any_question(), kinds in vec(prop::sample::select(&Kind::ALL[..]), 1..5)) {
        let mut form = Form::of(&question);
        for kind in kinds {
            form.set_kind(kind);
            if let Ok(other) = form.question() {
                prop_assert_eq!(other.kind(), kind);
            }
        }
        form.set_kind(question.kind());
        let again = form.question();
        prop_assert!(again.as_ref().is_ok_and(|again| is_same(again, &question)), "{question:?}\n{again:?}");
    }

    #[test]
    fn a_field_whose_text_is_no_value_keeps_what_was_there(question in any_question(), prompt in "[a-z]{1,5}") {
        let mut form = Form::of(&question);
        form.prompt.clone_from(&prompt);
        form.points = "many".to_owned();
        prop_assert!(form.question().is_err());
        let kept = form.question_over(&question);
        let wanted = Question { prompt: prompt.into(), ..question };
        prop_assert!(kept.as_ref().is_some_and(|kept| is_same(kept, &wanted)), "{kept:?}");
    }
}

fn read(ron: &str) -> Question {
    ron::from_str(ron).expect(ron)
}

fn faults(form: &Form) -> Vec<FieldFault> {
    form.question().expect_err("a fault")
}

#[test]
fn every_kind_begins_with_a_form_whose_only_faults_are_numbers_that_are_not_typed() {
    for kind in Kind::ALL {
        let faulty: Vec<FieldName> = match Form::new(kind).question() {
            Ok(question) => {
                assert_eq!(question.kind(), kind);
                Vec::new()
            }
            Err(faults) => faults.into_iter().map(|fault| fault.field).collect(),
        };
        let expected = if kind == Kind::Number { vec![FieldName::Value] } else { Vec::new() };
        assert_eq!(faulty, expected, "{kind:?}");
    }
}

#[test]
fn empty_rows_are_not_written_but_those_that_the_bank_has_are() {
    let mut form = Form::of(&read(r#"(id: "a", prompt: "P", answer: Choice(correct: "x", distractors: ["y", " "]))"#));
    form.answer.options.wrongs.insert(0, Default::default());
    form.hints.push(Default::default());
    let question = form.question().expect("a question");
    assert_eq!(question.options(), ["x", "y", " "]);
    assert!(question.hints.is_empty());
}

#[test]
fn feedback_goes_with_its_row_and_a_new_text_is_its_new_key() {
    let mut form = Form::of(&read(
        r#"(id: "a", prompt: "P", answer: Choice(correct: "x", distractors: ["Rhine ", "z"]),
            feedback: {"nobody": "Lost.", "rhine": "No.", "z": "Nor z."})"#,
    ));
    assert_eq!(form.rows(RowList::Wrong)[0].feedback, "No.");
    assert_eq!((form.others_said[0].answer.as_str(), form.others_said[0].said.as_str()), ("nobody", "Lost."));
    form.answer.options.wrongs.swap(0, 1);
    let keys = |form: &Form| -> Vec<String> {
        form.question().expect("a question").feedback.iter().map(|(key, _)| key.to_owned()).collect()
    };
    assert_eq!(keys(&form), ["nobody", "rhine", "z"], "moved: the feedback stays where it is");
    form.answer.options.wrongs[1].text = "Volga".to_owned();
    assert_eq!(keys(&form), ["nobody", "Volga", "z"]);
    form.answer.options.wrongs.remove(1);
    assert_eq!(keys(&form), ["nobody", "z"]);
}

#[test]
fn two_rows_of_one_text_with_feedback_each_are_told() {
    let mut form = Form::of(&read(r#"(id: "a", prompt: "P", answer: Choice(correct: "x", distractors: ["y", "y"]))"#));
    for row in &mut form.answer.options.wrongs {
        row.feedback = "No.".to_owned();
    }
    let field = FieldName::Said(RowList::Wrong, 1);
    assert_eq!(faults(&form), [FieldFault { field, fault: Fault::SaidTwice("y".into()) }]);
}

#[test]
fn groups_and_variables_with_one_name_are_told_since_no_bank_holds_them() {
    let mut form = Form::of(&read(r#"(id: "a", prompt: "P", answer: Categorise(groups: {"A": ["x"], "B": ["y"]}))"#));
    form.answer.groups.groups[1].name = "A".to_owned();
    let told = |field| vec![FieldFault { field, fault: Fault::NameTwice("A".into()) }];
    assert_eq!(faults(&form), told(FieldName::GroupName(1)));
    let mut form = Form::of(&read(
        r#"(id: "a", prompt: "P", answer: Calculated(variables: {"A": Values([1]), "B": Values([2])}, value: "A"))"#,
    ));
    form.answer.calculated.variables[1].name = "A".to_owned();
    assert_eq!(faults(&form), told(FieldName::VariableName(1)));
}

#[test]
fn a_choice_keeps_the_further_right_options_waiting() {
    let mut form = Form::of(&read(
        r#"(id: "a", prompt: "P", answer: Choices(correct: ["x", "y"], distractors: ["z"]), feedback: {"y": "Yes."})"#,
    ));
    form.set_kind(Kind::Choice);
    let choice = form.question().expect("a question");
    assert_eq!((choice.options(), choice.feedback.is_empty()), (vec!["x", "z"], true));
    assert_eq!(form.answer.options.waiting().collect::<Vec<_>>(), ["y"]);
    form.answer.options.rights[0].text = "X".to_owned();
    form.set_kind(Kind::Choices);
    assert_eq!(form.question().expect("a question").options(), ["X", "y", "z"]);
}

#[test]
fn a_new_kind_begins_with_what_the_old_one_calls_right() {
    let mut form =
        Form::of(&read(r#"(id: "a", prompt: "P", answer: Choice(correct: "59 MJ", distractors: ["60 MJ"]))"#));
    form.set_kind(Kind::Number);
    assert_eq!((form.answer.number.value.as_str(), form.answer.unit.unit.as_str()), ("59", "MJ"));
    form.set_kind(Kind::Text);
    assert_eq!(form.rows(RowList::Accept)[0].text, "59 MJ");
    form.set_kind(Kind::Recall);
    assert_eq!(form.answer.recall, "59 MJ");
    form.answer.recall = "sixty".to_owned();
    form.set_kind(Kind::Text);
    assert_eq!(form.rows(RowList::Accept)[0].text, "59 MJ", "what stands there stays");
}

#[test]
fn numbers_are_read_as_they_are_typed() {
    let mut form = Form::new(Kind::Number);
    form.answer.number.value = "1 000".to_owned();
    form.answer.number.tolerance = "2,5".to_owned();
    form.points = "½".to_owned();
    let question = form.question().expect("a question");
    assert!(matches!(question.answer, Answer::Number { value: 1000.0, tolerance: 2.5, .. }));
    assert_eq!(question.points, 0.5);
    assert_eq!(form.answer.number.range(), Some((997.5, 1002.5)));
    form.answer.number.value = "2,850".to_owned();
    let fault = Fault::TwoWays(2.85, 2850.0);
    assert_eq!(faults(&form), [FieldFault { field: FieldName::Value, fault }]);
    assert_eq!(form.answer.number.range(), None);
}

#[test]
fn a_place_that_is_renamed_stays_right_and_an_unknown_name_stays_too() {
    let mut form = Form::of(&read(
        r#"(id: "a", prompt: "P", answer: Hotspot(image: "a.png", spots: [
            (name: "delta", shape: Circle(x: 0.5, y: 0.5, r: 0.1)), (name: "source", shape: Rect(x: 0, y: 0, width: 1, height: 1))],
            correct: ["nowhere", "delta"]))"#,
    ));
    form.answer.hotspot.spots[0].name.text = "mouth".to_owned();
    form.answer.hotspot.spots[1].is_right = true;
    let Ok(Question { answer: Answer::Hotspot { correct, .. }, .. }) = form.question() else { panic!("a question") };
    assert_eq!(*correct, ["nowhere".into(), "mouth".into(), "source".into()]);
    assert_eq!(form.answer.hotspot.unknown_right().collect::<Vec<_>>(), ["nowhere"]);
}
