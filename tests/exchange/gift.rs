//! GIFT, in and out.

use crate::common::{NoPictures, banks, bytes, read_bytes};
use crate::moodle_xml::bank;
use proptest::prelude::*;
use torus::bank::{Answer, Bank, Kind, Question};
use torus::exchange::{Carried, Format, MadeBank, ReadOptions, Remark, Target, write};

fn options() -> ReadOptions {
    ReadOptions { format: Some(Format::Gift), ..ReadOptions::default() }
}

#[track_caller]
fn made(gift: &str) -> MadeBank {
    banks(gift.as_bytes(), "file.gift", &options(), false).remove(0)
}

#[track_caller]
fn check(gift: &str, answer: &str, remarks: &[Remark]) {
    let made = made(gift);
    assert_eq!(made.left_out, [], "{gift}");
    let expected: Answer = ron::from_str(answer).expect("an answer");
    assert_eq!(made.bank.questions[0].answer, expected, "{gift}");
    assert_eq!(made.made[0].remarks, remarks, "{gift}");
}

#[track_caller]
fn check_left_out(gift: &str, reason: &Remark) {
    let made = made(gift);
    assert_eq!((made.bank.questions.len(), made.left_out.len()), (0, 1), "{gift}");
    assert_eq!(&made.left_out[0].reason, reason);
}

#[test]
fn an_arrow_makes_a_pair_only_where_every_answer_has_one() {
    check(
        "What? {=a -> b =c ~d}",
        r#"Choice(correct: "a -> b", distractors: ["d"])"#,
        &[Remark::OtherRightOptions(vec!["c".into()])],
    );
    check("What? {=a#see x -> y =b}", r#"Text(accept: ["a", "b"])"#, &[]);
    check("What? {TRUE#from x -> y}", "TrueFalse(true)", &[]);
    check("What? {=a -> b =c -> d}", r#"Match(pairs: [("a", "b"), ("c", "d")])"#, &[]);
}

#[test]
fn each_text_may_name_its_format() {
    for (format, bold) in [("[html]", "<b>b</b>"), ("[markdown]", "**b**"), ("[moodle]", "<b>b</b>"), ("[plain]", "b")]
    {
        let made = made(&format!("::n::{format}Is it {bold}? {{={format}{bold}#{format}So {bold} ~%0%{format} x}}"));
        let question = &made.bank.questions[0];
        let shown = if format == "[plain]" { "b" } else { "**b**" };
        let expected = Answer::Choice { correct: shown.into(), distractors: Box::new(["x".into()]) };
        assert_eq!(question.answer, expected, "{format}");
        assert_eq!(
            (&*question.prompt, &*question.feedback.0[0].1),
            (&*format!("Is it {shown}?"), &*format!("So {shown}"))
        );
    }
}

#[test]
fn words_that_look_like_a_format_come_back() {
    let mut question = made("::q::Q? {=a ~b}").bank.questions.remove(0);
    question.prompt = "[html] is a word.".into();
    question.answer = Answer::Choice { correct: "[plain] a".into(), distractors: Box::new(["[moodle]".into()]) };
    let exported = write(&Bank { questions: vec![question], ..Bank::default() }, Target::Gift, &NoPictures);
    let text = String::from_utf8(exported.bytes).expect("text");
    let back = made(&text).bank.questions.remove(0);
    let plain = |text: &str| text.replace('\\', "");
    assert_eq!(plain(&back.prompt), "[html] is a word.", "{text}");
    let Answer::Choice { correct, distractors } = back.answer else { panic!("{text}") };
    assert_eq!((plain(&correct), plain(&distractors[0])), ("[plain] a".into(), "[moodle]".into()), "{text}");
}

#[test]
fn a_picture_leaves_its_words_where_none_can_go_along() {
    let mut question = made("::q::Q? {=a ~b}").bank.questions.remove(0);
    question.prompt = "Which river?![The map](m.svg)".into();
    let bank = Bank { questions: vec![question], ..Bank::default() };
    for target in [Target::Gift, Target::Aiken] {
        let exported = write(&bank, target, &NoPictures);
        let text = String::from_utf8(exported.bytes).expect("text");
        assert!(text.contains("Which river? The map") && !text.contains("]("), "{text}");
        assert!(exported.remarks.iter().any(|(_, remark)| remark.message().contains("pictures")), "{text}");
    }
}

#[test]
fn what_has_no_key_is_left_out() {
    check_left_out("Write about it. {}", &Remark::MarkedByPerson);
    check_left_out("Read this.", &Remark::Description);
    check_left_out("What? {=a", &Remark::Damaged("a brace is not closed".into()));
    check_left_out("What? {~a ~b}", &Remark::NoKey);
    check_left_out("What? {#many}", &Remark::Damaged("“many” is no number".into()));
}

#[test]
fn questions_without_a_blank_line_between_them_are_told_apart() {
    for gift in ["::A::One? {T}\n::B::Two? {F}", "One? {T}\nTwo? {F}"] {
        let made = made(gift);
        assert_eq!(made.bank.questions.len(), 2, "{gift}");
        assert_eq!(made.made[1].remarks, [Remark::Boundary]);
    }
}

#[test]
fn signs_decide_the_kind_in_the_order_of_moodle() {
    check("What? {~a =b ~c}", r#"Choice(correct: "b", distractors: ["a", "c"])"#, &[]);
    check("What? {=%100%a ~b}", r#"Choice(correct: "a", distractors: ["b"])"#, &[]);
    check(
        "What? {=a =b ~c}",
        r#"Choice(correct: "a", distractors: ["c"])"#,
        &[Remark::OtherRightOptions(vec!["b".into()])],
    );
    check(
        "What? {=a ~%50%b ~c}",
        r#"Choice(correct: "a", distractors: ["b", "c"])"#,
        &[Remark::PartialWeights(vec![("b".into(), 50.0)])],
    );
    check("What? {t}", "TrueFalse(true)", &[]);
    check("What? {=T}", r#"Text(accept: ["T"])"#, &[]);
    check("What? {#=5:0.5 =%50%6:1}", "Number(value: 5, tolerance: 0.5)", &[Remark::PartialAnswers(vec!["6".into()])]);
    check("What? {=b =a*}", r#"Text(accept: ["b"])"#, &[Remark::Wildcard("a*".into())]);
}

#[test]
fn escaped_signs_stand_for_themselves() {
    check("What? {=a \\= b ~\\{c\\}}", r#"Choice(correct: "a = b", distractors: ["{c}"])"#, &[]);
    assert_eq!(&*made("Is \\~1\\: so? {T}").bank.questions[0].prompt, "Is ~1: so?");
    let made = made("Is \\nabla so? {T}");
    assert_eq!(made.made[0].remarks, [Remark::LineBreakInTex("\\nabla".into())]);
}

#[test]
fn every_kind_of_a_file_is_read() {
    let file = read_bytes(&bytes("gift/rivers.gift"), "rivers.gift", &options()).expect("reads");
    assert_eq!(file.banks[0].drafts[0].place.line, Some(6));
    let made = banks(&bytes("gift/rivers.gift"), "rivers.gift", &options(), false).remove(0);
    let answers = [
        r#"Choice(correct: "Volga", distractors: ["Danube", "Rhine"])"#,
        r#"Choices(correct: ["Germany", "Switzerland"], distractors: ["Spain"])"#,
        "TrueFalse(true)",
        r#"Text(accept: ["Rhine", "Rhein"])"#,
        "Number(value: 1230, tolerance: 10)",
        "Number(value: 2.5, tolerance: 0.5)",
        r#"Match(pairs: [("Rhine", "North Sea"), ("Volga", "Caspian Sea")], extra: ["Baltic Sea"])"#,
        r#"Cloze(text: "Vienna lies on the {Danube|Donau} in Austria.")"#,
        r#"Choice(correct: "this one", distractors: ["none"])"#,
    ];
    assert_eq!(made.bank.questions.len(), answers.len());
    for (question, answer) in made.bank.questions.iter().zip(answers) {
        assert_eq!(question.answer, ron::from_str(answer).expect("an answer"));
        assert_eq!(&*question.topic, "Rivers/Europe");
    }
    let reasons: Vec<&Remark> = made.left_out.iter().map(|left_out| &left_out.reason).collect();
    assert_eq!(reasons, [&Remark::MarkedByPerson, &Remark::Description]);
    let [first, _, third, ..] = &made.bank.questions[..] else { panic!() };
    assert_eq!((&*first.id, &*first.explanation), ("longest-river", "It runs 3,531 km."));
    assert_eq!(first.feedback.get("Danube").map(|words| &**words), Some("It is the second."));
    assert_eq!(third.feedback.get("false").map(|words| &**words), Some("Look at Romania."));
    assert_eq!(made.made[5].remarks, [Remark::DecimalComma("2,5".into())]);
}

#[test]
fn what_is_written_reads_back_as_the_same_question() {
    let bank = bank();
    let exported = write(&bank, Target::Gift, &NoPictures);
    let made = banks(&exported.bytes, "made.gift", &options(), false).remove(0);
    assert_eq!(made.left_out, []);
    assert_eq!(made.bank.questions.len(), exported.made);
    let mut whole = 0;
    for wanted in bank.questions.iter().filter(|wanted| Target::Gift.carries(wanted.kind()) == Carried::Whole) {
        let found = made.bank.questions.iter().find(|found| found.id == wanted.id).expect("there");
        // GIFT has neither points nor hints, and tells so.
        assert_eq!(found, &Question { points: 1.0, hints: Box::default(), ..wanted.clone() });
        whole += 1;
    }
    assert!(whole >= 5);
    let left_out = bank.questions.iter().filter(|question| Target::Gift.carries(question.kind()) == Carried::Not);
    for question in left_out {
        let is_told =
            |(id, remark): &(Box<str>, Remark)| *id == question.id && matches!(remark, Remark::CannotCarry(_));
        assert!(exported.remarks.iter().any(is_told), "{}", question.id);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_damaged_file_is_read_without_a_fall(cuts in proptest::collection::vec((0.0..1.0_f64, 0_usize..40, "[{}=~#:/ \n\\\\>a-]{0,3}"), 1..6)) {
        let mut bytes = bytes("gift/rivers.gift");
        for (share, length, signs) in cuts {
            let at = (share * bytes.len() as f64) as usize;
            let end = (at + length).min(bytes.len());
            bytes.splice(at..end, signs.bytes());
        }
        if let Ok(file) = read_bytes(&bytes, "x.gift", &options()) {
            for bank in &file.banks {
                let made = torus::exchange::make(bank, "made", &torus::exchange::MakeOptions::default());
                prop_assert_eq!(made.questions(), bank.drafts.len());
            }
        }
    }

    #[test]
    fn words_of_all_signs_come_back(word in "[a-zäß0-9 ~=#{}/:\"'.,%\\\\-]{0,20}") {
        let word = format!("a{}z", word.trim());
        let mut questions = bank().questions;
        questions.truncate(1);
        questions[0].answer = Answer::text([word.as_str().into()].into(), 0);
        let bank = Bank { questions, ..Bank::default() };
        let exported = write(&bank, Target::Gift, &NoPictures);
        let made = banks(&exported.bytes, "made.gift", &options(), false).remove(0);
        prop_assert_eq!(made.bank.questions[0].kind(), Kind::Text);
        prop_assert_eq!(&made.bank.questions[0].answer, &bank.questions[0].answer);
    }
}

#[test]
fn no_answer_is_written_as_another() {
    let question = |answer: &str| -> Question {
        ron::from_str(&format!("(id: \"q\", prompt: \"Which?\", answer: {answer})")).expect("a question")
    };
    for answer in [
        r#"Text(accept: ["%50%x", "a*b"])"#,
        r#"Cloze(text: "Pick {x ~ =y ~ %100%z} here.")"#,
        r#"Cloze(text: "Write {%50%a|b*c} here.")"#,
    ] {
        let bank = Bank { questions: vec![question(answer)], ..Default::default() };
        for target in [Target::Gift, Target::MoodleXml] {
            let exported = write(&bank, target, &NoPictures);
            let back = banks(&exported.bytes, "x", &Default::default(), false).remove(0).bank;
            assert_eq!(
                back.questions[0].answer,
                bank.questions[0].answer,
                "{target:?}: {}",
                String::from_utf8_lossy(&exported.bytes)
            );
        }
    }
    for answer in [r#"Cloze(text: "Write {a->b|c} here.")"#, r#"Text(accept: ["a->b"])"#] {
        let bank = Bank { questions: vec![question(answer)], ..Default::default() };
        assert_eq!(write(&bank, Target::Gift, &NoPictures).made, 0);
    }
}
