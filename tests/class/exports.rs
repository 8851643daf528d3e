//! Nasty exports: what learners typed, what spreadsheets and clocks did, and what comes of it.

use crate::reference::check;
use torus::bank::{Kind, Quietly};
use torus::class::{Class, ClassFigures, Flag, Gathering, MeasuringOptions, TableTold, measure};
use torus::formula_guard::guard;
use torus::sitting::Verdict;

fn read(tables: &[&[u8]]) -> (Class, Vec<TableTold>) {
    let mut gathering = Gathering::default();
    let told = (0..).zip(tables).map(|(at, table)| gathering.add(table, at, &Quietly).expect("a table")).collect();
    (gathering.finish().class, told)
}

fn class(table: &str) -> Class {
    let (class, told) = read(&[table.as_bytes()]);
    assert_eq!(told[0].faults, []);
    class
}

fn measured(class: &Class) -> ClassFigures {
    measure(class, &MeasuringOptions::default())
}

#[test]
fn what_learners_typed_comes_back_whatever_a_spreadsheet_would_do_with_it() {
    let long = "x".repeat(40_000);
    for response in ["=1+1", "-5", "@x", "+49", "'-5", "=cmd|' /C calc'!A0", "two\nlines", "a \"b\" c", &long] {
        // A number is exported as a number, all else that a spreadsheet would run behind an apostrophe.
        let cell = if response == "-5" { response.into() } else { guard(response) };
        let quoted = cell.replace('"', "\"\"");
        let class = class(&format!("learner,sitting,question,score,max_score,response\nAda,s1,q1,1,1,\"{quoted}\"\n"));
        let found = class.answers[0].response.map(|id| class.texts.get(id));
        assert_eq!(found, Some(response));
        assert_eq!(measured(&class).items[0].facility, Some(1.0));
    }
}

#[test]
fn forty_thousand_characters_are_told_in_a_few() {
    let long = "wrong ".repeat(7_000);
    let row = |learner: u32| format!("L{learner},s{learner},q1,0,1,{long},text\n");
    let rows: String = (0..9).map(row).collect();
    let class = class(&format!("learner,sitting,question,score,max_score,response,kind\n{rows}"));
    let lessons = torus::class::teach_again(&class, &measured(&class));
    assert_eq!(lessons[0].wrong_idea.as_ref().map(|idea| idea.chosen), Some(9));
    let text = torus::report::class::class_text(&class, &measured(&class), &torus::report::class::Beside::default());
    assert!(text.len() < 1_000, "{}", text.len());
}

const AS_EXPORTED: &str = "\
learner,sitting,bank,state,started_at,position,question,kind,response,correct_response,score,max_score,verdict,flag,learner_id,options,overruled
Zoë Müller,s1,b,finished,2026-11-23T06:15:00+01:00,1,q1,choice,a,a,0.5,1,partial,true,l1,a; b,
Zoë Müller,s1,b,finished,2026-11-23T06:15:00+01:00,2,q2,choice,b,a,0,1,wrong,,l1,a; b,true
Jan,s2,b,finished,2026-11-23T07:15:00+01:00,1,q1,choice,a,a,1,1,correct,,l2,a; b,
Jan,s2,b,finished,2026-11-23T07:15:00+01:00,2,q2,choice,a,a,1,1,correct,,l2,a; b,
";

/// Columns in another order and two more, one of them empty; rows by name; a line of totals.
#[test]
fn a_table_that_a_german_spreadsheet_saved_reads_as_the_original() {
    let lines = [
        "question;learner;sitting;bank;state;started_at;position;kind;response;correct_response;score;max_score;verdict;flag;learner_id;options;overruled;;note of ours",
        "q1;Jan;s2;b;finished;23.11.2026 06:15;1,0;choice;a;a;1,00;1,00;correct;FALSCH;l2;\"a; b\";;;",
        "q2;Jan;s2;b;finished;23.11.2026 06:15;2;choice;a;a;1;1;correct;;l2;\"a; b\";;;look",
        "q1;Zoë Müller;s1;b;finished;23.11.2026 05:15;1;choice;a;a;0,5;1;partial;WAHR;l1;\"a; b\";;;",
        "q2;Zoë Müller;s1;b;finished;23.11.2026 05:15;2;choice;b;a;0;1;wrong;;l1;\"a; b\";WAHR;;",
        ";Summe;;;;;;;;;2,5;4;;;;;;;",
        ";;;;;;;;;;;;;;;;;;",
    ];
    let text = lines.join("\r\n");
    let original = class(AS_EXPORTED);
    let windows: Vec<u8> = text.chars().map(|sign| u8::try_from(u32::from(sign)).expect("Latin-1")).collect();
    let mac: Vec<u8> = windows
        .iter()
        .map(|byte| match byte {
            0xEB => 0x91,
            0xFC => 0x9F,
            byte => *byte,
        })
        .collect();
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let twice_marked = format!("\u{feff}\u{feff}{text}").into_bytes();
    for bytes in [twice_marked, windows, mac, wide] {
        let (class, told) = read(&[&bytes]);
        assert_eq!(told[0].faults, [], "{:?}", told[0].encoding);
        let moment = |class: &Class| -> Vec<Option<i64>> {
            class.sittings.iter().map(|sitting| sitting.started_at.map(|moment| moment.unix_ms)).collect()
        };
        assert_eq!(moment(&class), moment(&original));
        let names = |class: &Class| class.learners.clone();
        assert_eq!(names(&class), names(&original), "{:?}", told[0].encoding);
        assert_eq!(
            (&class.answers, &class.questions, &class.texts),
            (&original.answers, &original.questions, &original.texts)
        );
    }
}

#[test]
fn somebody_without_id_and_name_is_somebody_for_each_sitting() {
    let class =
        class("learner,sitting,question,score,max_score,learner_id\n,s1,q1,1,1,\n ,s2,q1,0,1,\nAda,s3,q1,0,1,\n");
    let ids: Vec<&str> = class.learners.iter().map(|learner| &*learner.id).collect();
    assert_eq!(ids, ["name:Ada", "sitting:s1", "sitting:s2"]);
    assert_eq!(measured(&class).learners, 3);
}

/// Two sittings of one learner; the score of the one that counts as the first.
fn first_score(one: &str, other: &str) -> Option<f64> {
    let table = format!(
        "learner,sitting,question,score,max_score,started_at,finished_at\nAda,s1,q1,1,1,{one},\nAda,s2,q1,0,1,{other},\n"
    );
    let class = class(&table);
    let figures = measured(&class);
    assert_eq!((figures.learners, figures.items[0].attempts), (1, 1));
    figures.items[0].facility
}

#[test]
fn clocks_in_1970_and_2036_daylight_saving_and_no_offset_are_put_in_order() {
    let (first, second) = (Some(1.0), Some(0.0));
    assert_eq!(first_score("1970-01-01T00:00:00+00:00", "2026-11-23T06:15:00+01:00"), first);
    assert_eq!(first_score("2036-02-07T06:28:16+00:00", "2026-11-23T06:15:00+01:00"), second);
    // The hour that comes twice when the clocks go back: half past two in summer is before two in winter.
    assert_eq!(first_score("2026-10-25T02:30:00+02:00", "2026-10-25T02:00:00+01:00"), first);
    assert_eq!(first_score("2026-10-25T02:00:00+01:00", "2026-10-25T02:30:00+02:00"), second);
    // Without an offset a time is taken for UTC.
    assert_eq!(first_score("2026-11-23T06:15:00", "2026-11-23T06:20:00+00:00"), first);
    assert_eq!(first_score("2026-11-23T06:15:00", "2026-11-23T06:20:00+01:00"), second);
    // What cannot be read comes last, and of two alike the one with the lower id is first.
    assert_eq!(first_score("#####", "2026-11-23T06:15:00"), second);
    assert_eq!(first_score("#####", "#####"), first);
}

#[test]
fn a_time_that_runs_backwards_is_no_time() {
    let class = class(
        "learner,sitting,question,score,max_score,started_at,finished_at,duration_secs\n\
         Ada,s1,q1,1,1,2026-11-23T06:15:00Z,2025-11-23T06:15:00Z,-40\nBen,s2,q1,1,1,,,2.5\n",
    );
    assert_eq!(measured(&class).items[0].median_ms, Some(1_250));
}

#[test]
fn negative_marks_by_certainty_go_below_nothing_and_are_told_with_their_certainty() {
    // Three points for a sure answer that is right, six off for one that is not.
    let rows = "Ada,s1,q1,-6,3,wrong,3\nBen,s2,q1,3,3,correct,3\nCleo,s3,q1,-2,3,wrong,2\nDan,s4,q1,0,3,wrong,1\n";
    let class = class(&format!("learner,sitting,question,score,max_score,verdict,certainty\n{rows}"));
    let figures = measured(&class);
    let item = &figures.items[0];
    check(item.facility, (-2.0 + 1.0 - 2.0 / 3.0 + 0.0) / 4.0, 1e-12);
    assert_eq!((item.certainty.right, item.certainty.wrong), ([0, 0, 1], [1, 1, 1]));
    check(figures.scores.percents.first().copied(), -200.0, 1e-12);
    assert!(item.facility_low < Some(0.0));
}

#[test]
fn nine_of_ten_who_overrule_leave_the_automatic_mark() {
    let row = |learner: u32| {
        let overruled = if learner > 0 { "true,0" } else { "," };
        let (score, verdict) = if learner > 0 { (1, "correct") } else { (0, "wrong") };
        format!("L{learner},s{learner},q1,choice,b,a,{score},1,{verdict},{overruled}\n")
    };
    let rows: String = (0..10).map(row).collect();
    let class = class(&format!(
        "learner,sitting,question,kind,response,correct_response,score,max_score,verdict,overruled,marked_score\n{rows}"
    ));
    let figures = measured(&class);
    let item = &figures.items[0];
    assert_eq!((item.overruled, item.facility), (9, Some(0.0)));
    assert!(item.flags.contains(&Flag::Ambiguous));
    assert!(class.answers.iter().all(|answer| answer.verdict == Verdict::Wrong));
}

#[test]
fn half_of_the_questions_may_not_be_drawn_and_half_the_kinds_not_be_known() {
    let class = class("learner,sitting,question,score,max_score,kind\nA,s1,q1,1,1,choice\nB,s2,q2,0,1,\n");
    let kinds: Vec<Option<Kind>> = class.questions.iter().map(|question| question.kind).collect();
    assert_eq!(kinds, [Some(Kind::Choice), None]);
    assert!(!measured(&class).is_comparable);
}
