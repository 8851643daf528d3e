//! The history screen and its exports.

use crate::banks::truths;
use crate::journey::Journey;

/// Two sittings: one right, a day later one wrong.
fn played() -> Journey {
    let mut journey = Journey::begin_named(&[("truths.ron", &truths("truths", 2))]);
    journey.keys("Enter, 1, Enter, Enter, 1, Enter, Enter");
    assert_eq!(journey.headings()[0], "You got both right.");
    journey.world.pass_ms(24 * 3_600_000);
    journey.keys("Enter");
    journey.click("Practise: Truths of truths");
    journey.keys("Enter, 2, Enter, Enter, 1, Enter, Enter, Enter, 1, Enter, Enter");
    assert_eq!(journey.headings()[0], "You got 1 of 2 right.");
    journey
}

fn rows(journey: &Journey) -> Vec<String> {
    journey.names().into_iter().filter(|name| name.starts_with("Truths of truths: ")).collect()
}

#[test]
fn sittings_stand_newest_first_and_open_again() {
    let mut journey = played();
    journey.assert_says("50 percentage points below last time");
    journey.go("History");
    let rows = rows(&journey);
    assert_eq!(rows.len(), 2);
    assert!(rows[0].starts_with("Truths of truths: 50 %, Practice · today, 07:00"), "{rows:?}");
    assert!(rows[1].starts_with("Truths of truths: 100 %, Practice · yesterday, 07:00"), "{rows:?}");
    journey.click(&rows[1]);
    assert_eq!(journey.headings()[0], "You got both right.");
    journey.keys("Esc");
    journey.assert_says("last 50 %, today");
}

#[test]
fn everything_of_the_learner_is_exported_and_the_folder_is_remembered() {
    let mut journey = played();
    journey.go("History");
    let (responses, sittings) = (journey.path("out/responses.csv"), journey.path("out/sittings.csv"));
    journey.world.chooses_place(&responses);
    journey.click("Export answers (CSV)…");
    journey.wait_for("Saved 5 rows to");
    journey.world.chooses_place(&sittings);
    journey.click("Export quizzes (CSV)…");
    journey.wait_for("Saved 2 rows to");
    let asked = journey.world.asked_places();
    assert_eq!(asked[0], (None, "torus-responses-Learner-2026-11-24.csv".to_owned()));
    assert_eq!(asked[1], (Some(journey.path("out")), "torus-sittings-Learner-2026-11-24.csv".to_owned()));
    let text = std::fs::read_to_string(sittings).expect("saved");
    let lines: Vec<&str> = text.trim_start_matches('\u{FEFF}').lines().collect();
    assert_eq!(
        lines[0],
        "learner,sitting,bank,bank_title,quiz,mode,seed,started_at,finished_at,state,duration_secs,questions,answered,\
         score,max_score,percent,passed,learner_id,times_left,away_secs"
    );
    let learner = "00000000-0000-0000-0000-000000000001";
    assert_eq!(
        lines[1..],
        [
            format!(
                "Learner,00000000-0000-0000-0000-000000000002,truths,Truths of truths,,practice,1,\
                 2026-11-23T07:00:00+01:00,2026-11-23T07:00:00+01:00,finished,0,2,2,2,2,100,,{learner},0,0"
            ),
            format!(
                "Learner,00000000-0000-0000-0000-000000000003,truths,Truths of truths,,practice,2,\
                 2026-11-24T07:00:00+01:00,2026-11-24T07:00:00+01:00,finished,0,2,2,1,2,50,,{learner},0,0"
            ),
        ]
    );
    assert_eq!(std::fs::read_to_string(responses).expect("saved").lines().count(), 6);
    journey.restart();
    journey.go("History");
    journey.world.cancels_dialogs();
    journey.click("Export answers (CSV)…");
    assert_eq!(journey.world.asked_places()[2].0, Some(journey.path("out")));
}

#[test]
fn without_a_dialog_the_export_goes_beside_the_data_and_says_where() {
    let mut journey = played();
    journey.go("History");
    journey.world.shows_no_dialogs();
    journey.click("Export quizzes (CSV)…");
    journey.wait_for("Saved 2 rows to");
    let folder = journey.data().root().join("exports");
    journey.assert_says(&folder.display().to_string());
    assert_eq!(std::fs::read_dir(folder).expect("made").count(), 1);
}

#[test]
fn a_place_that_cannot_be_written_is_told_and_the_window_lives_on() {
    let mut journey = played();
    let blocked = journey.write("file", "").join("below.csv");
    journey.world.chooses_place(&blocked);
    journey.click("Export answers (CSV)…");
    journey.wait_for("could not be saved");
    journey.keys("Esc");
    assert_eq!(journey.headings()[0], "Library");
}

#[test]
fn a_history_without_sittings_leads_to_the_library() {
    let mut journey = Journey::begin();
    journey.go("History");
    journey.click("Choose a bank");
    assert_eq!(journey.headings()[0], "Library");
}

#[test]
fn each_quiz_tells_whether_it_is_finished() {
    let mut journey = Journey::begin_named(&[("a.ron", &truths("a", 3)), ("b.ron", &truths("b", 2))]);
    journey.keys("Enter, 1, Enter, Esc");
    journey.click("Discard");
    journey.wait_until("it is read", |journey| journey.has_button("Practise: Truths of b"));
    journey.click("Practise: Truths of b");
    journey.keys("Enter, 1, Enter, Enter, 1, Enter, Enter, Esc");
    journey.click("Practise: Truths of b");
    journey.keys("Enter, 1, Enter, Esc");
    journey.go("History");
    let ends = |end: &str| journey.names().into_iter().filter(|name| name.ends_with(end)).collect::<Vec<_>>();
    assert!(matches!(&*ends(" · discarded: 1 of 3"), [row] if row.starts_with("Truths of a: no score, Practice")));
    assert!(matches!(&*ends(" · finished"), [row] if row.starts_with("Truths of b: 100 %, Practice")));
    assert!(matches!(&*ends(" · unfinished: 1 of 2"), [row] if row.starts_with("Truths of b: Continue, Practice")));
}
