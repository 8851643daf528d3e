//! Moodle XML, in and out.

use crate::common::{NoPictures, banks, bytes, read_bytes};
use proptest::prelude::*;
use torus::bank::{Answer, Bank, Kind, Question};
use torus::exchange::{
    Carried, Exported, Format, MadeBank, PictureSource, ReadOptions, Remark, Target, Unreadable, write,
};

fn options() -> ReadOptions {
    ReadOptions { format: Some(Format::MoodleXml), ..ReadOptions::default() }
}

#[track_caller]
fn made(xml: &str) -> MadeBank {
    banks(xml.as_bytes(), "file.xml", &options(), false).remove(0)
}

fn question(type_name: &str, inside: &str) -> String {
    format!(
        "<quiz><question type='{type_name}'><name><text>Q</text></name><questiontext format='html'><text>Which one?</text>\
         </questiontext>{inside}</question></quiz>"
    )
}

/// The one question of a file, as its answer is written in a bank, and what is told of it.
#[track_caller]
fn check(xml: &str, answer: &str, remarks: &[Remark]) {
    let made = made(xml);
    assert_eq!(made.left_out, [], "{xml}");
    let expected: Answer = ron::from_str(answer).expect("an answer");
    assert_eq!(made.bank.questions[0].answer, expected);
    assert_eq!(made.made[0].remarks, remarks);
}

#[track_caller]
fn check_left_out(xml: &str, reason: &Remark) {
    let made = made(xml);
    assert_eq!((made.bank.questions.len(), made.left_out.len()), (0, 1), "{xml}");
    assert_eq!(&made.left_out[0].reason, reason);
}

#[test]
fn a_broken_question_takes_no_other_with_it() {
    let good = "<question type='truefalse'><questiontext><text>Is it?</text></questiontext><answer fraction='100'>\
                <text>true</text></answer><answer fraction='0'><text>false</text></answer></question>";
    for broken in [
        "<question type='truefalse'><questiontext><text>Is it not?</questiontext></text></question>",
        "<question type='truefalse'><questiontext><text>Is it not?</text>",
        "<question type='truefalse'><questiontext><text><![CDATA[Is it not?</text></questiontext></question>",
    ] {
        let file =
            read_bytes(format!("<quiz>\n{good}\n{broken}\n{good}</quiz>").as_bytes(), "x", &options()).expect("reads");
        let made = made(&format!("<quiz>\n{good}\n{broken}\n{good}</quiz>"));
        assert_eq!((made.bank.questions.len(), made.left_out.len()), (2, 1), "{broken}");
        assert!(matches!(made.left_out[0].reason, Remark::Damaged(_)));
        assert_eq!(file.banks[0].drafts[1].place.line, Some(3));
    }
}

#[test]
fn a_file_that_ends_too_early_gives_what_was_there() {
    let whole = String::from_utf8(bytes("moodle_xml/rivers.xml")).expect("UTF-8");
    let cut = &whole[..whole.find("<name><text>Cologne").expect("there")];
    let made = made(cut);
    assert_eq!((made.bank.questions.len(), made.left_out.len()), (3, 1));
}

#[test]
fn what_is_no_moodle_xml_is_told() {
    assert_eq!(read_bytes(b"<html/>", "x", &options()).err(), Some(Unreadable::NotRecognised));
    assert_eq!(read_bytes(b"<quiz></quiz>", "x", &options()).err(), Some(Unreadable::NoQuestion(Format::MoodleXml)));
}

#[test]
fn entities_of_html_and_lone_signs_are_mended() {
    let xml = question(
        "shortanswer",
        "<generalfeedback><text>a & b &nbsp; c < d</text></generalfeedback><answer fraction='100'><text>x</text></answer>",
    );
    let made = made(&xml);
    assert_eq!(made.bank.questions.len(), 1);
}

#[test]
fn what_cannot_be_carried_is_left_out_with_its_reason() {
    check_left_out(&question("essay", ""), &Remark::MarkedByPerson);
    check_left_out(&question("description", ""), &Remark::Description);
    check_left_out(&question("coderunner", ""), &Remark::UnknownType("coderunner".into()));
    check_left_out(&question("random", ""), &Remark::DrawsFromOthers);
    check_left_out(&question("ordering", "<answer><text>a</text></answer>"), &Remark::TooFew(Kind::Order, 1, 3));
    check_left_out(&question("cloze", ""), &Remark::TooFew(Kind::Cloze, 0, 1));
    check_left_out(
        &question(
            "multichoice",
            "<answer fraction='0'><text>a</text></answer><answer fraction='0'><text>b</text></answer>",
        ),
        &Remark::NoKey,
    );
    check_left_out(
        &question(
            "truefalse",
            "<answer fraction='0'><text>true</text></answer><answer fraction='0'><text>false</text></answer>",
        ),
        &Remark::NoKey,
    );
}

#[test]
fn every_kind_of_a_file_is_read() {
    let made = banks(&bytes("moodle_xml/rivers.xml"), "rivers.xml", &options(), false).remove(0);
    let found: Vec<(Kind, &str)> =
        made.bank.questions.iter().map(|question| (question.kind(), &*question.topic)).collect();
    let kinds = [
        Kind::Choice,
        Kind::Choices,
        Kind::TrueFalse,
        Kind::Text,
        Kind::Number,
        Kind::Match,
        Kind::Cloze,
        Kind::Cloze,
        Kind::Order,
        Kind::Calculated,
    ];
    assert_eq!(found, kinds.map(|kind| (kind, "Rivers/Europe")));
    let reasons: Vec<&Remark> = made.left_out.iter().map(|left_out| &left_out.reason).collect();
    assert_eq!(reasons, [&Remark::MarkedByPerson, &Remark::Description, &Remark::UnknownType("stack".into())]);
    let answers = [
        r#"Choice(correct: "Volga", distractors: ["Danube", "Rhine"])"#,
        r#"Choices(correct: ["Germany", "Switzerland"], distractors: ["Spain"])"#,
        "TrueFalse(true)",
        r#"Text(accept: ["Rhine", "Rhein"], match_case: true)"#,
        r#"Number(value: 1230, tolerance: 10, unit: "km")"#,
        r#"Match(pairs: [("Rhine", "North Sea"), ("Volga", "Caspian Sea")], extra: ["Baltic Sea"])"#,
        r#"Cloze(text: "Cologne lies on the {Rhine|Rhein} and Vienna on the {Danube ~ Elbe} today.")"#,
        r#"Cloze(text: "The {Seine ~ Thames} flows through Paris and the {Thames ~ Seine} through London.")"#,
        r#"Order(items: ["Volga", "Danube", "Rhine"])"#,
        r#"Calculated(variables: {"q": Range(from: 100, to: 900, step: 1), "t": Range(from: 1, to: 2, step: 0.1)},
            value: "q * t", tolerance_percent: 2, unit: "m^3")"#,
    ];
    for (question, answer) in made.bank.questions.iter().zip(answers) {
        assert_eq!(question.answer, ron::from_str(answer).expect("an answer"));
    }
    let first = &made.bank.questions[0];
    assert_eq!((&*first.id, first.points, &*first.explanation), ("longest-river", 2.0, "It runs 3,531 km."));
    assert_eq!(first.hints[..], ["It ends in the Caspian Sea.".into()]);
    assert_eq!(first.feedback.get("Danube").map(|words| &**words), Some("It is the second."));
    assert_eq!(made.made[0].remarks, [Remark::GuessingPenalty]);
}

#[test]
fn a_gap_alone_at_the_end_is_the_question_that_it_is() {
    let cloze = |text: &str| {
        format!(
            "<quiz><question type='cloze'><questiontext><text><![CDATA[{text}]]></text></questiontext></question></quiz>"
        )
    };
    check(&cloze("Paris lies on the {1:MC:=Seine~Loire}."), r#"Choice(correct: "Seine", distractors: ["Loire"])"#, &[]);
    check(&cloze("How long? {:NM:=2.5:0.5}"), "Number(value: 2.5, tolerance: 0.5)", &[]);
}

#[test]
fn pictures_come_from_the_field_that_names_them() {
    let svg = "PHN2ZyB4bWxucz0naHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmcnLz4=";
    let xml = format!(
        "<quiz><question type='truefalse'><questiontext format='html'><text>Is it?</text></questiontext><image>map.svg</image>\
         <image_base64>{svg}</image_base64><answer fraction='100'><text>true</text></answer><answer fraction='0'>\
         <text>false</text></answer></question></quiz>"
    );
    let file = read_bytes(xml.as_bytes(), "x.xml", &options()).expect("reads");
    assert_eq!(file.banks[0].pictures.all().len(), 1);
    assert_eq!(file.banks[0].drafts[0].prompt, "Is it?\n\n![](pictures/map-a87cba1d.svg)");
}

fn questions() -> Vec<Question> {
    let more =
        r#"topic: "Rivers/Europe", explanation: "Because it is.", hints: ["Think.", "Think again."], points: 2.5"#;
    [
        r#"Choice(correct: "Seine", distractors: ["Loire", "Rhine & Main"])"#,
        r#"Choices(correct: ["a", "b", "c"], distractors: ["d", "e"])"#,
        "TrueFalse(false)",
        r#"Number(value: 1.5, tolerance: 0.25, unit: "km", unit_required: true)"#,
        "Number(value: -3)",
        r#"Order(items: ["one", "two", "three"])"#,
        r#"Match(pairs: [("a", "x"), ("b", "y"), ("c", "x")], extra: ["z"])"#,
        r#"Cloze(text: "The {Seine|la Seine} and the {Rhine ~ Main ~ 50 % / \\~ #1}.")"#,
        r#"Cloze(text: "It ends in {a} gap, or in {b ~ c}")"#,
        r#"Cloze(text: "Only {this ~ that}.")"#,
        r#"Categorise(groups: {"rivers": ["Seine", "Loire"], "towns": ["Paris", "Tours"]})"#,
        r#"Calculated(variables: {"a": Range(from: 2, to: 60, step: 2), "b": Values([2, 4, 5])}, value: "a^2 / b + 1", unit: "m")"#,
        r#"Calculated(variables: {"a": Range(from: 1, to: 9)}, value: "sqrt(a)", tolerance_percent: 2.5)"#,
    ]
    .iter()
    .enumerate()
    .map(|(at, answer)| {
        let shown = match answer {
            calculated if calculated.contains("Values") => "How much with {a} and {b}?",
            calculated if calculated.starts_with("Calculated") => "How much with {a}?",
            _ => "What is asked here?",
        };
        let text = format!(r#"(id: "question-{at}", prompt: "{shown} ({at})", answer: {answer}, {more})"#);
        ron::from_str(&text).unwrap_or_else(|error| panic!("{text}: {error}"))
    })
    .collect()
}

pub fn bank() -> Bank {
    let mut bank =
        Bank { format: 1, id: "made".into(), title: "made".into(), questions: questions(), ..Bank::default() };
    let mut with_words: Question = bank.questions[0].clone();
    with_words.id = "with-feedback".into();
    with_words.prompt = "Asked otherwise?".into();
    with_words.feedback = ron::from_str(r#"{"Seine": "Yes.", "Loire": "No."}"#).expect("feedback");
    bank.questions.push(with_words);
    bank
}

/// All that a format which carries the whole question has to bring back.
#[track_caller]
pub fn check_same(wanted: &Question, found: &Question) {
    assert_eq!(found, wanted);
}

#[test]
fn what_is_written_reads_back_as_the_same_question() {
    let bank = bank();
    let exported = write(&bank, Target::MoodleXml, &NoPictures);
    let text = String::from_utf8(exported.bytes.clone()).expect("UTF-8");
    let document_error = roxmltree::Document::parse(&text).err();
    assert_eq!(document_error, None);
    let made = banks(&exported.bytes, "made.xml", &options(), false).remove(0);
    assert_eq!((&made.left_out[..], exported.made), (&[][..], bank.questions.len()));
    for (wanted, found) in bank.questions.iter().zip(&made.bank.questions) {
        if Target::MoodleXml.carries(wanted.kind()) == Carried::Whole {
            check_same(wanted, found);
        }
    }
    assert_eq!(write(&bank, Target::MoodleXml, &NoPictures), exported);
}

#[test]
fn what_moodle_lacks_is_told_or_left_out() {
    let told = |answer: &str| -> Exported {
        let question = ron::from_str(&format!(r#"(id: "q", prompt: "What?", answer: {answer})"#)).expect("a question");
        let bank = Bank { questions: vec![question], ..Bank::default() };
        write(&bank, Target::MoodleXml, &NoPictures)
    };
    let card = told(r#"Recall(answer: "a")"#);
    assert!(card.made == 0 && matches!(card.remarks[..], [(_, Remark::CannotCarry(_))]));
    let typos = told(r#"Text(accept: ["été"], typos: 1)"#);
    assert!(typos.made == 1 && matches!(typos.remarks[..], [(_, Remark::Rule(_)), (_, Remark::Rule(_))]));
    let spot = told(r#"Hotspot(image: "x.png", spots: [], correct: ["a"])"#);
    assert_eq!(spot.remarks, [("q".into(), Remark::LacksPicture("x.png".into()))]);
}

struct OnePicture;

impl PictureSource for OnePicture {
    fn picture(&self, path: &str) -> Option<Vec<u8>> {
        (path == "pictures/map.svg").then(|| b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec())
    }
}

#[test]
fn a_picture_travels_with_its_question() {
    let mut bank = Bank { questions: questions()[..1].to_vec(), ..Bank::default() };
    bank.questions[0].prompt = "What is on ![the map](pictures/map.svg)?".into();
    let exported = write(&bank, Target::MoodleXml, &OnePicture);
    let file = read_bytes(&exported.bytes, "x.xml", &options()).expect("reads");
    let drafts = &file.banks[0];
    assert!(String::from_utf8(exported.bytes.clone()).expect("UTF-8").contains("@@PLUGINFILE@@/map.svg"));
    let [picture] = drafts.pictures.all() else { panic!("one picture") };
    assert_eq!(drafts.drafts[0].prompt, bank.questions[0].prompt.replace("pictures/map.svg", &picture.path));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_damaged_file_is_read_without_a_fall(cuts in proptest::collection::vec((0.0..1.0_f64, 0_usize..40, any::<u8>()), 1..6)) {
        let mut bytes = bytes("moodle_xml/rivers.xml");
        for (share, length, sign) in cuts {
            let at = (share * bytes.len() as f64) as usize;
            let end = (at + length).min(bytes.len());
            bytes.splice(at..end, [sign]);
        }
        if let Ok(file) = read_bytes(&bytes, "x.xml", &options()) {
            for bank in &file.banks {
                let made = torus::exchange::make(bank, "made", &torus::exchange::MakeOptions::default());
                prop_assert_eq!(made.questions(), bank.drafts.len());
            }
        }
    }

    #[test]
    fn words_of_all_signs_come_back(word in "[a-zäß0-9 ~=#{}/\"'.,%-]{0,20}") {
        let word = format!("a{}z", word.trim());
        let escaped: String = word.chars().flat_map(|sign| if "{}~|$\\".contains(sign) { vec!['\\', sign] } else { vec![sign] }).collect();
        let cloze = Answer::Cloze { text: torus::bank::ClozeText::new(&format!("One {{{escaped}}} two {{{escaped} ~ b}} three")) };
        let mut questions = questions();
        questions.truncate(2);
        questions[0].answer = cloze;
        questions[1].answer = Answer::text([word.as_str().into()].into(), 0);
        let bank = Bank { questions, ..Bank::default() };
        let exported = write(&bank, Target::MoodleXml, &NoPictures);
        let made = banks(&exported.bytes, "made.xml", &options(), false).remove(0);
        prop_assert_eq!(made.left_out.len(), 0);
        prop_assert_eq!(&made.bank.questions[1].answer, &bank.questions[1].answer);
        let Answer::Cloze { text: found } = &made.bank.questions[0].answer else { panic!("no cloze") };
        let Answer::Cloze { text: wanted } = &bank.questions[0].answer else { panic!("no cloze") };
        prop_assert_eq!(found.parts(), wanted.parts());
    }
}
