//! Items and tests of QTI 2 and 3, in and out.

use crate::common::{banks, bytes, read_bytes};
use crate::zipped::{AnyPicture, as_format, bank, check_whole, damaged, files, folder, plain, there_and_back, zip};
use proptest::prelude::*;
use torus::bank::write as bank_text;
use torus::exchange::{Carried, Format, Remark, Severity, Target, Unreadable, write};

#[test]
fn what_holds_no_item_is_refused() {
    let options = as_format(Format::Qti);
    let read = |files: &[(&str, Vec<u8>)]| read_bytes(&zip(files), "x.zip", &options);
    assert!(matches!(read(&[]), Err(Unreadable::NoQuestion(Format::Qti))));
    assert!(matches!(read(&[("imsmanifest.xml", b"<manifest".to_vec())]), Err(Unreadable::NoQuestion(_))));
    let bomb = b"<!DOCTYPE a [<!ENTITY b 'c'>]><assessmentItem>&b;</assessmentItem>".to_vec();
    assert!(matches!(read(&[("a.xml", bomb)]), Err(Unreadable::Damaged { .. })));
    let circle = b"<assessmentTest><assessmentSectionRef href='a.xml'/></assessmentTest>".to_vec();
    assert!(matches!(read(&[("a.xml", circle)]), Err(Unreadable::NoQuestion(_))));
}

#[test]
fn a_test_gives_all_its_kinds() {
    let made = banks(&folder("qti/package"), "rivers.zip", &as_format(Format::Qti), false);
    let [of_test, rest] = &made[..] else { panic!("{} banks", made.len()) };
    let expected = String::from_utf8(bytes("qti/rivers.ron")).expect("text");
    assert_eq!(plain(&bank_text(&of_test.bank)), plain(&expected));
    let reasons: Vec<Remark> = of_test.left_out.iter().map(|left_out| left_out.reason.clone()).collect();
    let expected = [
        Remark::MarkedByPerson,
        Remark::UnknownType("selectPointInteraction".into()),
        Remark::CannotCarry("its values are drawn when it is asked"),
        Remark::NoKey,
        Remark::Description,
        Remark::Damaged("its file is not in the package, or damaged".into()),
    ];
    assert_eq!(reasons, expected);
    let answers: Vec<String> = rest.bank.questions.iter().map(|question| format!("{:?}", question.answer)).collect();
    assert_eq!(answers, ["Choice { correct: \"Nile\", distractors: [\"Po\"] }"], "QTI 3 has other names for the same");
}

#[test]
fn an_item_without_a_manifest_and_one_outside_any_package_are_read() {
    let item = bytes("qti/package/items/choice.xml");
    let options = as_format(Format::Qti);
    assert_eq!(banks(&zip(&[("a/b.xml", item.clone())]), "x.zip", &options, false)[0].bank.questions.len(), 1);
    let alone = banks(&item, "x.xml", &options, false);
    assert_eq!(alone[0].bank.questions[0].points, 3.0);
    let cut = read_bytes(&item[..item.len() * 2 / 3], "x.xml", &options).expect("a draft");
    assert_eq!(cut.banks[0].drafts[0].place.line, Some(2));
}

#[test]
fn what_is_carried_whole_comes_back_the_same() {
    let options = as_format(Format::Qti);
    check_whole(Target::Qti, &bank(), |bytes| read_bytes(bytes, "out.zip", &options).expect("reads"));
}

#[test]
fn each_question_is_written_or_told_to_be_left_out() {
    let bank = bank();
    let exported = write(&bank, Target::Qti, &AnyPicture);
    let left_out = exported.remarks.iter().filter(|(_, remark)| remark.severity() == Severity::LeftOut);
    assert_eq!(exported.made + left_out.count(), bank.questions.len());
    for question in &bank.questions {
        let is_told = exported.remarks.iter().any(|(id, _)| *id == question.id);
        assert!(is_told || Target::Qti.carries(question.kind()) != Carried::Not, "{}", question.id);
    }
    let options = as_format(Format::Qti);
    let back = there_and_back(&bank, Target::Qti, |bytes| read_bytes(bytes, "out.zip", &options).expect("reads"));
    assert_eq!((back.bank.questions.len(), back.left_out.len()), (exported.made, 0), "{:?}", back.left_out);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn damaged_files_never_panic_and_lose_no_question_silently(which: usize, place in 0..4_000_usize, how in 0..4_u8, byte: u8) {
        let mut files = files("qti/package");
        let at = which % files.len();
        files[at].1 = damaged(&files[at].1, place, how, byte);
        let options = as_format(Format::Qti);
        if read_bytes(&files[at].1, "item.xml", &options).is_ok() {
            banks(&files[at].1, "item.xml", &options, true);
        }
        let files: Vec<(&str, Vec<u8>)> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
        let package = zip(&files);
        if read_bytes(&package, "q.zip", &options).is_ok() {
            banks(&package, "q.zip", &options, false);
        }
        let _ = read_bytes(&damaged(&package, place * 3, how, byte), "q.zip", &options);
    }
}

/// An item of three choices whose key stands in this rule alone.
fn with_rule(cardinality: &str, condition: &str) -> String {
    format!(
        "<assessmentItem identifier='i' title='t'><responseDeclaration identifier='R' cardinality='{cardinality}' \
         baseType='identifier'/><itemBody><choiceInteraction responseIdentifier='R'><prompt>Which?</prompt>\
         <simpleChoice identifier='a'>x</simpleChoice><simpleChoice identifier='b'>y</simpleChoice>\
         <simpleChoice identifier='c'>z</simpleChoice></choiceInteraction></itemBody><responseProcessing>\
         <responseCondition><responseIf>{condition}<setOutcomeValue identifier='SCORE'><baseValue \
         baseType='float'>1</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>\
         </assessmentItem>"
    )
}

#[test]
fn a_key_that_stands_in_the_rules_alone_is_read_where_they_are_plain() {
    let equal = |name: &str| format!("<match><variable identifier='R'/><baseValue>{name}</baseValue></match>");
    let options = as_format(Format::Qti);
    let made = |item: &str| banks(item.as_bytes(), "x.xml", &options, false).remove(0);
    let several = format!("<and>{}<not>{}</not>{}</and>", equal("a"), equal("b"), equal("c"));
    for (cardinality, condition, expected) in [
        ("single", equal("b"), "Choice { correct: \"y\", distractors: [\"x\", \"z\"] }"),
        ("multiple", several, "Choices { correct: [\"x\", \"z\"], distractors: [\"y\"] }"),
    ] {
        let made = made(&with_rule(cardinality, &condition));
        let answers: Vec<String> = made.bank.questions.iter().map(|one| format!("{:?}", one.answer)).collect();
        assert_eq!(answers, [expected]);
    }
    for condition in [format!("<or>{}{}</or>", equal("a"), equal("b")), format!("<not>{}</not>", equal("a"))] {
        assert_eq!(made(&with_rule("single", &condition)).left_out[0].reason, Remark::NoKey, "{condition}");
    }
}
