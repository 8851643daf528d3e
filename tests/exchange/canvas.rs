//! Quizzes of Canvas and others with QTI 1.2, in and out.

use crate::common::{NoPictures, banks, bytes, read_bytes};
use crate::zipped::{as_format, bank, check_whole, damaged, files, folder, plain, there_and_back, zip};
use proptest::prelude::*;
use torus::bank::write as bank_text;
use torus::exchange::{Carried, Format, ReadOptions, Remark, Target, Unreadable, write};

#[test]
fn what_canvas_marks_otherwise_is_told_from_the_side_of_who_exports() {
    let text = "Q?\n*a) x\n*b) y\nc) z\n";
    let options = ReadOptions { format: Some(Format::Lettered), ..ReadOptions::default() };
    let bank = banks(text.as_bytes(), "t.txt", &options, false).remove(0).bank;
    let exported = write(&bank, Target::Canvas, &NoPictures);
    let told: Vec<String> = exported.remarks.iter().map(|(_, remark)| remark.message()).collect();
    assert!(told.iter().any(|told| told.contains("in Canvas it earns all the points or none")), "{told:?}");
}

#[test]
fn a_package_that_is_cut_off_or_holds_no_quiz_is_refused() {
    let whole = folder("canvas/course");
    let options = as_format(Format::Canvas);
    let cut = read_bytes(&whole[..whole.len() / 2], "course.imscc", &options);
    assert!(matches!(cut, Err(Unreadable::Package(_))), "{cut:?}");
    let empty = read_bytes(&zip(&[("imsmanifest.xml", b"<manifest/>".to_vec())]), "course.imscc", &options);
    assert!(matches!(empty, Err(Unreadable::NoQuestion(Format::Canvas))), "{empty:?}");
    let bomb = "<!DOCTYPE q [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><questestinterop>&b;</questestinterop>";
    let bomb = read_bytes(&zip(&[("quiz.xml", format!("{bomb}<questestinterop/>").into_bytes())]), "x.zip", &options);
    assert!(matches!(bomb, Err(Unreadable::Damaged { .. })), "{bomb:?}");
}

#[test]
fn a_course_gives_each_quiz_once_with_all_its_kinds() {
    let made = banks(&folder("canvas/course"), "course.imscc", &as_format(Format::Canvas), false);
    let titles: Vec<&str> = made.iter().map(|made| &*made.bank.title).collect();
    assert_eq!(titles, ["Rivers of Europe", "Lakes"]);
    let expected = String::from_utf8(bytes("canvas/rivers.ron")).expect("text");
    assert_eq!(plain(&bank_text(&made[0].bank)), plain(&expected));
    let reasons: Vec<String> = made[0].left_out.iter().map(|left_out| format!("{:?}", left_out.reason)).collect();
    let clause = "its file has no wrong places, and Torus asks for two";
    let left_out = [
        Remark::MarkedByPerson,
        Remark::Description,
        Remark::CannotCarry(clause),
        Remark::NoKey,
        Remark::UnknownType("likert_question".into()),
    ];
    assert_eq!(reasons, left_out.map(|reason| format!("{reason:?}")));
}

#[test]
fn a_question_has_the_line_that_it_begins_on_and_pictures_come_with_it() {
    let file = read_bytes(&folder("canvas/course"), "course.imscc", &as_format(Format::Canvas)).expect("reads");
    let draft = &file.banks[0].drafts[1];
    assert_eq!((&*draft.place.inside, draft.place.line), ("non_cc_assessments/rivers.xml.qti", Some(14)));
    let text = String::from_utf8(bytes("canvas/course/non_cc_assessments/rivers.xml.qti")).expect("text");
    assert!(text.lines().nth(13).expect("a line").contains("ident=\"g2\""));
    assert_eq!(file.banks[0].remarks.len(), 1, "a draw from a bank elsewhere is told");
    assert_eq!(file.banks[1].origin, "bank".into());
}

#[test]
fn a_course_full_of_films_costs_nothing() {
    let mut files = files("canvas/course");
    // Were it unpacked, it would be refused as a bomb.
    files.push(("web_resources/film.mp4".to_owned(), vec![0; 64 << 20]));
    let files: Vec<(&str, Vec<u8>)> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    assert_eq!(banks(&zip(&files), "course.imscc", &as_format(Format::Canvas), false).len(), 2);
}

#[test]
fn an_item_that_is_cut_off_is_left_out_and_those_before_it_are_not() {
    let text = bytes("canvas/course/non_cc_assessments/rivers.xml.qti");
    let end = text.len() / 3;
    let made = banks(&text[..end], "quiz.xml", &as_format(Format::Canvas), false);
    assert!(made[0].bank.questions.len() >= 3);
    assert!(matches!(made[0].left_out[..], [torus::exchange::LeftOut { reason: Remark::Damaged(_), .. }]));
}

/// What others than Canvas write, each in a way of its own.
#[test]
fn others_with_the_same_format_are_understood() {
    let check = |item: &str, expected: &str| {
        let text = format!("<questestinterop>{item}</questestinterop>");
        let made = banks(text.as_bytes(), "x.xml", &as_format(Format::Canvas), false);
        let answers =
            made[0].bank.questions.iter().map(|question| format!("{} {:?}", question.prompt, question.answer));
        let found: String = answers.collect();
        assert!(found.contains(expected), "{found} {:?}", made[0].left_out);
    };
    // A Common Cartridge without Canvas.
    check(
        "<item ident='a'><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>cc_profile</fieldlabel><fieldentry>\
         cc.true_false.v0p1</fieldentry></qtimetadatafield></qtimetadata></itemmetadata><presentation><material><mattext>\
         Water is wet.</mattext></material><response_lid ident='r' rcardinality='Single'><render_choice><response_label \
         ident='true'><material><mattext>Yes</mattext></material></response_label><response_label ident='false'><material>\
         <mattext>No</mattext></material></response_label></render_choice></response_lid></presentation><resprocessing>\
         <outcomes><decvar maxvalue='100'/></outcomes><respcondition><conditionvar><varequal respident='r'>true</varequal>\
         </conditionvar><setvar varname='SCORE' action='Set'>100</setvar></respcondition></resprocessing></item>",
        "Water is wet. TrueFalse(true)",
    );
    // Gaps between pieces of text.
    check(
        "<item ident='a'><presentation><flow><material><mattext>The</mattext></material><response_str ident='g1'><render_fib/>\
         </response_str><material><mattext>flows through</mattext></material><response_str ident='g2'><render_fib/>\
         </response_str></flow></presentation><resprocessing><respcondition><conditionvar><varequal respident='g1'>Seine\
         </varequal></conditionvar><setvar>1</setvar></respcondition><respcondition><conditionvar><varequal \
         respident='g2'>Paris</varequal></conditionvar><setvar>1</setvar></respcondition></resprocessing></item>",
        "{Seine} flows through {Paris}",
    );
    // Blackboard: the question in a block, all points by a word of its own.
    check(
        "<item><itemmetadata><bbmd_questiontype>Multiple Choice</bbmd_questiontype></itemmetadata><presentation><flow \
         class='Block'><flow class='QUESTION_BLOCK'><material><mat_extension><mat_formattedtext type='HTML'>Which?\
         </mat_formattedtext></mat_extension></material></flow><flow class='RESPONSE_BLOCK'><response_lid ident='response' \
         rcardinality='Single'><render_choice><flow_label><response_label ident='x1'><material><mattext>Po</mattext>\
         </material></response_label></flow_label><flow_label><response_label ident='x2'><material><mattext>Inn</mattext>\
         </material></response_label></flow_label></render_choice></response_lid></flow></flow></presentation><resprocessing>\
         <outcomes><decvar varname='SCORE' maxvalue='10'/></outcomes><respcondition title='correct'><conditionvar><varequal \
         respident='response'>x2</varequal></conditionvar><setvar variablename='SCORE' action='Set'>SCORE.max</setvar>\
         </respcondition></resprocessing></item>",
        "Which? Choice { correct: \"Inn\"",
    );
}

#[test]
fn what_is_carried_whole_comes_back_the_same() {
    let options = as_format(Format::Canvas);
    check_whole(Target::Canvas, &bank(), |bytes| read_bytes(bytes, "out.zip", &options).expect("reads"));
}

#[test]
fn each_question_is_written_or_told_to_be_left_out() {
    let bank = bank();
    let exported = write(&bank, Target::Canvas, &crate::zipped::AnyPicture);
    let left_out =
        exported.remarks.iter().filter(|(_, remark)| remark.severity() == torus::exchange::Severity::LeftOut);
    assert_eq!(exported.made + left_out.count(), bank.questions.len());
    for question in &bank.questions {
        let is_told = exported.remarks.iter().any(|(id, _)| *id == question.id);
        assert!(is_told || Target::Canvas.carries(question.kind()) != Carried::Not, "{}", question.id);
    }
    let options = as_format(Format::Canvas);
    let back = there_and_back(&bank, Target::Canvas, |bytes| read_bytes(bytes, "out.zip", &options).expect("reads"));
    assert_eq!((back.bank.questions.len(), back.left_out.len()), (exported.made, 0), "{:?}", back.left_out);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn damaged_files_never_panic_and_lose_no_question_silently(place in 0..60_000_usize, how in 0..4_u8, byte: u8) {
        let text = bytes("canvas/course/non_cc_assessments/rivers.xml.qti");
        let text = damaged(&text, place, how, byte);
        let options = as_format(Format::Canvas);
        if read_bytes(&text, "quiz.xml", &options).is_ok() {
            banks(&text, "quiz.xml", &options, true);
        }
        let package = zip(&[("q.xml", text)]);
        if read_bytes(&package, "q.zip", &options).is_ok() {
            banks(&package, "q.zip", &options, false);
        }
        let _ = read_bytes(&damaged(&package, place, how, byte), "q.zip", &options);
    }
}

#[test]
fn a_damaged_item_costs_the_others_nothing() {
    let item = |name: &str, words: &str| {
        format!(
            "<item ident='{name}' title='{name}'><presentation><material><mattext>{words}</mattext></material><response_lid ident='r' \
             rcardinality='Single'><render_choice><response_label ident='a'><material><mattext>yes</mattext></material>\
             </response_label><response_label ident='b'><material><mattext>no</mattext></material></response_label>\
             </render_choice></response_lid></presentation><resprocessing><respcondition><conditionvar><varequal \
             respident='r'>a</varequal></conditionvar><setvar action='Set'>100</setvar></respcondition></resprocessing></item>"
        )
    };
    for damage in ["a <! b", "<? x", "<!-- x", "<![CDATA[ x"] {
        let items = [item("one", "Is it?"), item("two", damage), item("three", "Was it?"), item("four", "Will it be?")]
            .concat();
        let xml = format!(
            "<questestinterop><assessment ident='q' title='Q'><section>{items}</section></assessment></questestinterop>"
        );
        let made = banks(xml.as_bytes(), "q.xml", &as_format(Format::Canvas), false).remove(0);
        assert_eq!((made.questions(), made.bank.questions.len() >= 3), (4, true), "{damage}: {:?}", made.left_out);
    }
}
