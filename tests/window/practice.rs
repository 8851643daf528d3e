//! Practice, from the first start to the CSV: with the mouse, and with keys alone.

use crate::banks::{FIVE_KINDS, Known, truths};
use crate::journey::Journey;
use crate::player::Hand;
use crate::saved::csv_columns;
use crate::world::START;
use egui::accesskit::Role;
use std::path::Path;
use torus::moment::Moment;

/// The columns, as documented.
const COLUMNS: &str = "learner,sitting,bank,bank_title,quiz,mode,seed,started_at,finished_at,state,position,question,\
    kind,topic,prompt,response,correct_response,score,max_score,verdict,certainty,hints_used,duration_secs,\
    answered_at,flag,learner_id,attempt,options,question_hash,overruled,remark,note,counts,marked_score";

/// The questions that are answered wrong at first.
const MISTAKES: [&str; 3] = ["gas", "machines", "energy"];

/// What was asked and answered, to be found in the CSV again.
struct Played {
    known: &'static Known,
    attempt: u32,
    is_right: bool,
    response: String,
    options: String,
    answered_at: Moment,
}

#[test]
fn the_first_start_shows_the_shipped_bank_ready_to_play() {
    let journey = Journey::begin();
    assert_eq!(journey.headings()[0], "Library");
    assert!(journey.names().iter().any(|name| name.starts_with("Practise: ")), "{}", journey.shown());
    journey.assert_says("0 %");
}

#[test]
fn a_practice_leads_from_the_first_start_to_the_csv_with_the_mouse() {
    practise_to_csv(Hand::Mouse);
}

#[test]
fn a_practice_leads_from_the_first_start_to_the_csv_with_keys_alone() {
    practise_to_csv(Hand::Keys);
}

fn practise_to_csv(hand: Hand) {
    let mut journey = Journey::begin();
    let path = journey.write("five.ron", FIVE_KINDS);
    journey.world.chooses_banks(&[path]);
    match hand {
        Hand::Mouse => journey.click("Add a bank"),
        Hand::Keys => journey.keys("Ctrl O"),
    }
    // A bank that was just added shows its set-up.
    journey.wait_until("the set-up shows", |journey| journey.has_button("Start practice: 5 questions"));
    assert_eq!(journey.headings()[0], "Five kinds");
    journey.go_on(hand, "Start practice: 5 questions");
    let mut played: Vec<Played> = (0..5).map(|_| answer(&mut journey, hand, 1)).collect();
    assert_eq!(journey.headings()[0], "2 of 5 right");
    journey.assert_says("5 of 5");
    journey.go_on(hand, "Try the 3 again");
    let again: Vec<Played> = (0..3).map(|_| answer(&mut journey, hand, 2)).collect();
    let mistakes: Vec<_> = played.iter().filter(|turn| !turn.is_right).map(|turn| turn.known.id).collect();
    assert_eq!(again.iter().map(|turn| turn.known.id).collect::<Vec<_>>(), mistakes, "in the order asked first");
    played.extend(again);
    see_result(&mut journey, &played);
    review(&mut journey, hand, &played);
    let csv = journey.path("results/practice.csv");
    journey.world.chooses_place(&csv);
    journey.activate(hand, Role::Button, "Export answers (CSV)…");
    journey.wait_for("Saved 8 rows to");
    check_csv(&journey, &csv, &played);
}

/// Answers the question on the screen, right unless it is among the mistakes and new, and reads the feedback.
fn answer(journey: &mut Journey, hand: Hand, attempt: u32) -> Played {
    let known = journey.known();
    assert_eq!(journey.says("Second try, not scored"), attempt == 2);
    let is_right = attempt == 2 || !MISTAKES.contains(&known.id);
    let parts = if is_right { known.right } else { known.wrong };
    let options = if matches!(known.kind, "choice" | "choices") { journey.options() } else { Vec::new() };
    journey.enter(hand, parts);
    journey.pass_ms(1_500);
    let answered_at = torus::app::World::now(&journey.world);
    journey.go_on(hand, "Check");
    // Reading the feedback is no time spent on the answer.
    journey.pass_ms(4_000);
    let verdict = if is_right { "That is right" } else { known.wrong_outcome.2 };
    assert_eq!(journey.headings()[1], verdict);
    assert!(journey.announced().contains(&verdict.to_owned()), "the verdict is announced");
    let button = if journey.has_button("Next") { "Next" } else { "See the result" };
    journey.go_on(hand, button);
    let response = if known.kind == "true_false" { parts[0].to_lowercase() } else { parts.join("; ") };
    Played { known, attempt, is_right, response, options: options.join("; "), answered_at }
}

fn see_result(journey: &mut Journey, played: &[Played]) {
    assert_eq!(journey.headings()[0], "You got 2.5 of 5 points.");
    journey.assert_says("Five kinds · Practice");
    journey.assert_says("Drawn with seed 1");
    journey.assert_says("All 3 second tries were right.");
    journey.assert_says("Score: 50 %");
    assert!(journey.has_button("Practise 3 mistakes"));
    for turn in played {
        assert!(journey.has_button(&row_name(turn)), "no row {:?}:\n{}", row_name(turn), journey.shown());
    }
}

fn row_name(turn: &Played) -> String {
    let (verdict, score) = match turn.known.wrong_outcome {
        _ if turn.is_right => ("right", "1"),
        ("partial", score, _) => ("partly right", score),
        (verdict, score, _) => (verdict, score),
    };
    let again = if turn.attempt == 2 { " (second try)" } else { "" };
    format!("{}{again}: {verdict}, {score} of 1 point", turn.known.prompt)
}

/// Looks at every question again, from the first to the last.
fn review(journey: &mut Journey, hand: Hand, played: &[Played]) {
    journey.activate(hand, Role::Button, &row_name(&played[0]));
    for (index, turn) in played.iter().enumerate() {
        assert_eq!(journey.prompt(), turn.known.prompt);
        let (number, count) = if turn.attempt == 1 { (index + 1, 5) } else { (index - 4, 3) };
        journey.assert_says(&format!("{number} of {count}"));
        journey.assert_says("your answer");
        let is_last = index + 1 == played.len();
        journey.go_on(hand, if is_last { "Back to the result" } else { "Next question" });
    }
    assert_eq!(journey.headings()[0], "You got 2.5 of 5 points.");
}

fn check_csv(journey: &Journey, path: &Path, played: &[Played]) {
    let bytes = std::fs::read(path).expect("saved");
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").expect("a byte order mark, for spreadsheets");
    assert_eq!(text.split(|byte| *byte == b'\r').next(), Some(COLUMNS.as_bytes()));
    let mut reader = csv::Reader::from_reader(text);
    let rows: Vec<Vec<String>> =
        reader.records().map(|record| record.expect("a record").iter().map(str::to_owned).collect()).collect();
    let hash_column = COLUMNS.split(',').position(|column| column == "question_hash").expect("there");
    assert_eq!(rows.len(), played.len());
    for (index, (row, turn)) in rows.iter().zip(played).enumerate() {
        let mut expected = expected_row(journey, index + 1, turn, played.last().expect("some").answered_at);
        assert_eq!(row[hash_column].len(), 64, "a SHA-256");
        expected[hash_column].clone_from(&row[hash_column]);
        assert_eq!(*row, expected, "row {}", index + 1);
    }
}

fn expected_row(journey: &Journey, position: usize, turn: &Played, last: Moment) -> Vec<String> {
    let (verdict, score, _) = if turn.is_right { ("correct", "1", "") } else { turn.known.wrong_outcome };
    // 59 kJ, where MJ is asked.
    let note = if turn.known.id == "energy" && !turn.is_right { "wrong_unit" } else { "" };
    let finished_at = Moment { unix_ms: last.unix_ms + 4_000, ..last };
    [
        "Learner",
        &journey.world.last_uuid().to_string(),
        "five-kinds",
        "Five kinds",
        "",
        "practice",
        &journey.world.last_seed().to_string(),
        &START.to_iso(),
        &finished_at.to_iso(),
        "finished",
        &position.to_string(),
        turn.known.id,
        turn.known.kind,
        turn.known.topic,
        turn.known.prompt,
        &turn.response,
        turn.known.key,
        score,
        "1",
        verdict,
        "",
        "0",
        "1.5",
        &turn.answered_at.to_iso(),
        "",
        "00000000-0000-0000-0000-000000000001",
        &turn.attempt.to_string(),
        &turn.options,
        "",
        "",
        "",
        note,
        "",
        "",
    ]
    .map(str::to_owned)
    .to_vec()
}

#[test]
fn the_second_tries_can_be_left_out_by_button_and_by_key() {
    for hand in [Hand::Mouse, Hand::Keys] {
        let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
        journey.keys("Enter");
        for _ in 0..5 {
            assert!(!journey.has_button("See the result"), "only once all were asked");
            let parts = journey.known().wrong;
            journey.enter(hand, parts);
            journey.go_on(hand, "Check");
            journey.go_on(hand, "Next");
        }
        assert_eq!(journey.headings()[0], "0 of 5 right");
        match hand {
            Hand::Mouse => journey.click("See the result"),
            Hand::Keys => journey.keys("E"),
        }
        assert_eq!(journey.headings()[0], "You got 0.5 of 5 points.");
        assert!(journey.has_button("Practise 5 mistakes"));
    }
}

#[test]
fn the_mistakes_of_a_practice_are_practised_at_once_with_one_key() {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.keys("Enter");
    for _ in 0..5 {
        answer(&mut journey, Hand::Keys, 1);
    }
    journey.keys("Alt E, Enter");
    journey.assert_says("1 of 3");
    assert!(MISTAKES.contains(&journey.known().id));
}

#[test]
fn a_skipped_question_comes_round_again() {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.keys("Enter");
    let skipped = journey.known().id;
    journey.click("Skip");
    for _ in 0..4 {
        let parts = journey.known().right;
        assert_ne!(journey.known().id, skipped);
        journey.practise(parts);
        journey.click("Next");
    }
    assert_eq!(journey.known().id, skipped);
}

#[test]
fn a_ready_made_quiz_starts_with_one_press_and_its_own_rules() {
    let quizzes = "quizzes: [Quiz(id: \"short\", title: \"Short check\", mode: Test, time_limit_secs: 120, \
        pass_percent: 50, draw: [Draw(topic: \"Machines\", count: 2)])],\n)";
    let end = FIVE_KINDS.rfind(')').expect("its end");
    let text = format!("{}{quizzes}", &FIVE_KINDS[..end]);
    let mut journey = Journey::begin_named(&[("five.ron", &text)]);
    journey.click("Start Short check: Test · 2 questions · 2 min · pass mark 50 %");
    journey.assert_says("1 of 2");
    journey.assert_says("02:00");
    for _ in 0..2 {
        assert!(journey.known().topic.starts_with("Machines/"));
        let parts = journey.known().right;
        journey.enter(Hand::Mouse, parts);
        journey.click("Next");
    }
    journey.hand_in();
    journey.assert_says("Passed: the pass mark is 50 %.");
    let csv = journey.path("quiz.csv");
    journey.world.chooses_place(&csv);
    journey.click("Export answers (CSV)…");
    journey.wait_for("Saved 2 rows to");
    let text = std::fs::read_to_string(csv).expect("saved");
    assert!(text.lines().skip(1).all(|line| line.contains(",Five kinds,short,test,1,")), "{text}");
}

#[test]
fn what_was_typed_and_not_confirmed_is_there_again_after_leaving() {
    for leave in ["Esc", "Alt S"] {
        let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
        journey.keys("Enter");
        while journey.known().id != "shape" {
            journey.pass_on();
        }
        journey.type_text("tor");
        journey.keys(leave);
        if leave == "Esc" {
            journey.click("Continue");
        }
        while journey.known().id != "shape" {
            journey.pass_on();
        }
        assert_eq!(journey.field(crate::player::TEXT_FIELD), "tor", "after {leave}");
    }
}

#[test]
fn the_set_up_follows_the_file() {
    let mut journey = Journey::begin_named(&[("truths.ron", &truths("first", 4))]);
    assert!(journey.has_button("Start practice: 4 questions"));
    let path = journey.write("truths.ron", &truths("first", 2));
    // As when another program has saved it.
    journey.app().reporter().send(torus::app::Message::FilesChanged(vec![path]));
    journey.wait_until("it follows", |journey| journey.has_button("Start practice: 2 questions"));
}

#[test]
fn a_double_click_on_check_leaves_the_feedback_on_the_screen() {
    let mut journey = Journey::begin_named(&[("truths.ron", &truths("first", 2))]);
    journey.keys("Enter, 1");
    let check = journey.bring_into_sight(Role::Button, "Check");
    journey.double_click_at(check);
    assert!(journey.has_button("Next"), "{}", journey.shown());
    journey.click("Next");
    journey.assert_says("2 of 2");
}

#[test]
fn second_tries_can_be_finished_from_their_feedback() {
    for by_key in [true, false] {
        let mut journey = Journey::begin_named(&[("truths.ron", &truths("first", 2))]);
        journey.keys("Enter, 2, Enter, Enter, 2, Enter, Enter, Enter, 2, Enter");
        if by_key {
            journey.keys("E");
        } else {
            journey.click("See the result");
        }
        assert_eq!(journey.headings()[0], "You got 0 of 2 right.");
    }
}

#[test]
fn a_question_is_put_off_once_and_then_answered_or_said_not_to_be_known() {
    let mut journey = Journey::begin_named(&[("truths.ron", &truths("first", 3))]);
    journey.keys("Enter, S, S");
    journey.assert_says("3 of 3");
    assert!(!journey.has_button("Skip"), "there is nothing to skip to:\n{}", journey.shown());
    journey.keys("S");
    journey.assert_says("There is nothing left to skip to. Answer, or say that you don’t know.");
    journey.keys("1, Enter, Enter");
    journey.assert_says("1 of 3");
    assert!(!journey.has_button("Skip"), "it has come round:\n{}", journey.shown());
    journey.keys("D, Enter");
    journey.assert_says("2 of 3");
    journey.keys("D, Enter");
    assert_eq!(journey.headings()[0], "1 of 3 right");
}

#[test]
fn the_second_tries_are_announced_counted_apart_and_shuffled_anew() {
    let bank = r#"Bank(format: 1, id: "years", title: "Years", questions: [
        Question(id: "a", prompt: "When?", answer: Choice(correct: "2008", distractors: ["2001", "2005", "2012"])),
        Question(id: "b", prompt: "And when?", answer: Choice(correct: "1958", distractors: ["1955", "1956", "1961"])),
        Question(id: "c", prompt: "Is it?", answer: TrueFalse(true)),
    ])"#;
    let mut journey = Journey::begin_named(&[("years.ron", bank)]);
    journey.keys("Enter");
    let mut places = std::collections::HashMap::new();
    for _ in 0..3 {
        places.insert(journey.prompt(), journey.options());
        journey.keys("D, Enter");
    }
    assert_eq!(journey.headings()[0], "0 of 3 right");
    journey.assert_says("That is your score. Try all 3 again now?");
    assert!(journey.announced().contains(&"0 of 3 right".to_owned()), "{:?}", journey.announced());
    let progress = |journey: &Journey| journey.app().model().play.as_ref().expect("a sitting").progress();
    assert_eq!(progress(&journey), 1.0, "the bar has reached its end");
    journey.keys("Enter");
    for number in 1..=3 {
        journey.assert_says(&format!("{number} of 3"));
        journey.assert_says("Second try, not scored");
        assert_eq!(progress(&journey), (number - 1) as f32 / 3.0);
        let (before, after) = (&places[&journey.prompt()], journey.options());
        for right in ["2008", "1958"] {
            let place = |options: &[String]| options.iter().position(|option| option == right);
            assert!(place(before).is_none() || place(before) != place(&after), "{right}: {before:?}, {after:?}");
        }
        journey.keys("1, Enter");
        assert_eq!(progress(&journey), number as f32 / 3.0);
        journey.keys("Enter");
    }
    assert_eq!(journey.headings()[0], "You got 0 of 3 right.");
}

#[test]
fn what_was_not_known_is_told_so_in_the_result_and_in_the_csv() {
    let mut journey = Journey::begin_named(&[("truths.ron", &truths("first", 2))]);
    journey.keys("Enter");
    journey.pass_ms(2_000);
    journey.keys("D, Enter, 1, Enter, Enter, Enter, D, Enter");
    assert_eq!(journey.headings()[0], "You got 1 of 2 right.");
    let row = journey.names().into_iter().filter(|name| name.contains(": not known, 0 of 1 point")).count();
    assert_eq!(row, 2, "the first try and the second:\n{}", journey.shown());
    let csv = journey.path("results.csv");
    journey.world.chooses_place(&csv);
    journey.click("Export answers (CSV)…");
    journey.wait_for("Saved 3 rows to");
    let rows = csv_columns(&csv, &["response", "score", "verdict", "note", "attempt", "duration_secs"], ",");
    assert_eq!(rows, [",0,unanswered,not_known,1,2", "true,1,correct,,1,0", ",0,unanswered,not_known,2,0"]);
}

#[test]
fn the_times_of_a_result_are_those_of_its_rows() {
    let mut journey = Journey::begin_named(&[("truths.ron", &truths("first", 2))]);
    journey.keys("Enter");
    for (answering_ms, reading_ms) in [(33_400, 80_000), (13_000, 20_000)] {
        journey.pass_ms(answering_ms);
        journey.keys("1, Enter");
        journey.pass_ms(reading_ms);
        journey.keys("Enter");
    }
    journey.assert_says("46 s to answer · 23 s per question");
    journey.assert_says("2 min 26 s in all");
}

#[test]
fn how_long_a_quiz_was_left_stands_on_its_result() {
    let mut journey = Journey::begin_named(&[("truths.ron", &truths("first", 1))]);
    journey.keys("Enter");
    journey.close();
    journey.world.sleep_ms(12 * 60_000);
    journey.open(&[]);
    journey.click("Continue");
    journey.keys("1, Enter, Enter");
    journey.assert_says("Left or closed once, for 12 min");
}
