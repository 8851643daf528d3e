//! Marking papers: a line a learner, its marks beside it, what looks wrong, and the results as a CSV.

use crate::banks::FIVE_KINDS;
use crate::journey::Journey;
use crate::saved::csv_columns;
use egui::accesskit::Role;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;
use torus::paper::PaperItem;
use torus::paper_marks::{PrintedPaper, from_ron};
use torus::report::key_letters;

const FIELD: &str = "Name and answers";

fn choices(count: usize) -> String {
    let question = |index: usize| {
        format!(
            "(id: \"q{index}\", prompt: \"Question {index}?\", answer: Choice(correct: \"right\", distractors: [\"x\", \"y\", \"z\"])),"
        )
    };
    let questions: String = (0..count).map(question).collect();
    format!("Bank(format: 1, id: \"many\", title: \"Many\", questions: [{questions}])")
}

/// Prints versions of a bank; gives what was kept.
fn print(journey: &mut Journey, title: &str, versions: usize, count: usize) -> PrintedPaper {
    journey.wait_until("the bank is read", |journey| journey.has_button(&format!("Practise: {title}")));
    journey.choose(title, "Print…");
    (1..versions).for_each(|_| journey.click("More versions"));
    journey.click(&format!("Print {count} questions…"));
    journey.wait_for("Your browser opens the paper");
    kept(journey)
}

fn files(journey: &Journey, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(journey.data().papers()).expect("a folder of papers");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths.filter(|path| path.extension().is_some_and(|found| found == extension)).collect()
}

fn kept(journey: &Journey) -> PrintedPaper {
    let files = files(journey, "ron");
    assert_eq!(files.len(), 1, "{files:?}");
    from_ron(&fs::read_to_string(&files[0]).expect("read")).expect("a paper")
}

/// Opens the paper that was just printed.
fn open(journey: &mut Journey, paper: &PrintedPaper) {
    journey.click("Mark a printed paper");
    let name = format!("Mark paper {}", paper.code);
    journey.wait_until("the paper is listed", |journey| journey.has_button(&name));
    journey.click(&name);
    assert!(journey.headings().contains(&format!("Paper {}", paper.code)), "{}", journey.shown());
}

fn five_kinds() -> (Journey, PrintedPaper) {
    let mut journey = Journey::begin_with(|journey| {
        journey.write_own("five.ron", FIVE_KINDS);
    });
    let paper = print(&mut journey, "Five kinds", 1, 5);
    (journey, paper)
}

fn many(versions: usize, count: usize) -> (Journey, PrintedPaper) {
    let mut journey = Journey::begin_with(|journey| {
        journey.write_own("many.ron", &choices(count));
    });
    let paper = print(&mut journey, "Many", versions, count);
    (journey, paper)
}

fn cell(item: &PaperItem) -> String {
    format!("\"{}\"", key_letters(item))
}

/// What is right on a version, question by question.
fn key(paper: &PrintedPaper, version: usize) -> Vec<String> {
    paper.papers[version].items.iter().map(cell).collect()
}

fn type_line(journey: &mut Journey, line: &str) {
    journey.type_text(line);
    journey.keys("Enter");
}

#[test]
fn a_class_is_marked_with_the_keyboard_alone_and_saved() {
    let (mut journey, paper) = five_kinds();
    journey.click("Mark a printed paper");
    journey.wait_for(&format!("Paper {} · Five kinds", paper.code));
    journey.tab_to(Role::TextInput, "Code at the foot of the paper");
    journey.type_text(&paper.code.to_lowercase());
    journey.keys("Enter");
    assert_eq!(journey.focus(), Some((Role::TextInput, FIELD.to_owned())), "{}", journey.shown());
    let right = key(&paper, 0);
    type_line(&mut journey, &format!("Ada: {}", right.join(" ")));
    assert_eq!((journey.field(FIELD), journey.focus()), (String::new(), Some((Role::TextInput, FIELD.to_owned()))));
    journey.assert_says("Ada: 5 of 5 points, 5 right.");
    let at =
        |kind: &str| paper.papers[0].items.iter().position(|item| item.question.kind().as_str() == kind).expect(kind);
    let mut cells = right.clone();
    cells[at("choice")] = "ab".into();
    cells[at("true_false")] = "?".into();
    cells[at("number")] = "\"59 kJ\"".into();
    cells[at("text")] = "-".into();
    type_line(&mut journey, &format!("Ben: {}", cells.join(" ")));
    let told = format!(
        "Ben: 1 of 5 points, 1 right. Question {} cannot be read and counts as unanswered. Question {} has more than one mark and counts as wrong.",
        at("true_false") + 1,
        at("choice") + 1
    );
    journey.assert_says(&told);
    let path = journey.path("marks.csv");
    journey.world.chooses_place(&path);
    journey.tab_to(Role::Button, "Save results (CSV)…");
    journey.keys("Enter");
    journey.wait_for("Saved 10 rows");
    let (_, offered) = journey.world.asked_places().pop().expect("a place was asked for");
    assert_eq!(offered, format!("torus-responses-{}-2026-11-23.csv", paper.code));
    let rows = csv_columns(&path, &["learner", "kind", "verdict", "score", "note", "state", "mode"], " ");
    assert_eq!(rows.iter().filter(|row| row.starts_with("Ada") && row.contains(" correct 1 ")).count(), 5, "{rows:?}");
    for expected in [
        "Ben choice wrong 0  finished test",
        "Ben true_false unanswered 0  finished test",
        "Ben number wrong 0 wrong_unit finished test",
        "Ben text unanswered 0  finished test",
        "Ben choices correct 1  finished test",
    ] {
        assert!(rows.iter().any(|row| row == expected), "{expected} in {rows:?}");
    }
    let ids = |path: &PathBuf| csv_columns(path, &["learner", "learner_id", "sitting", "position"], " ");
    let first = ids(&path);
    let again = journey.path("again.csv");
    journey.world.chooses_place(&again);
    journey.world.pass_ms(1000);
    journey.click("Save results (CSV)…");
    journey.wait_until("it is saved again", |_| again.exists());
    assert_eq!(ids(&again), first, "one paper and name have one id");
}

#[test]
fn a_line_that_cannot_be_marked_is_kept_told_and_holds_the_results_back() {
    let (mut journey, paper) = many(1, 4);
    open(&mut journey, &paper);
    journey.type_text("Ada: a b");
    journey.assert_says("2 answers for 4 questions");
    journey.keys("Enter");
    journey.assert_says("Ada: a b");
    journey.assert_says("1 line cannot be marked yet");
    assert!(!journey.is_enabled(Role::Button, "Save results (CSV)…"));
    journey.click("Change the line of Ada: a b");
    assert_eq!(journey.field("Change the line"), "Ada: a b");
    journey.keys("End");
    type_line(&mut journey, " - -");
    assert!(journey.is_enabled(Role::Button, "Save results (CSV)…"), "{}", journey.shown());
    journey.assert_says("1 line typed");
    type_line(&mut journey, "ada: a b c d");
    journey.assert_says("is there already, in line 1");
}

#[test]
fn a_version_that_fits_better_is_told_and_taken_with_one_press() {
    let (mut journey, paper) = many(3, 15);
    open(&mut journey, &paper);
    type_line(&mut journey, &format!("Ada: {}", key(&paper, 1).join(" ")));
    journey.assert_says("Version B fits better: 15 instead of ");
    journey.click("Put Ada on version B");
    journey.assert_says("Version B: 15 of 15 points, 15 right.");
    assert!(!journey.has_button("Put Ada on version B"));
    type_line(&mut journey, "Version C");
    assert!(journey.is_picked(Role::RadioButton, "Version: C"), "{}", journey.shown());
    type_line(&mut journey, &format!("Ben: {}", key(&paper, 2).join(" ")));
    journey.assert_says("Version C: 15 of 15 points, 15 right.");
}

#[test]
fn a_second_pass_is_compared_with_the_first_question_by_question() {
    let (mut journey, paper) = many(1, 4);
    open(&mut journey, &paper);
    type_line(&mut journey, "Ada: abcd");
    type_line(&mut journey, "Ben: a - b c");
    journey.click_on(Role::RadioButton, "Pass: Second, to compare");
    journey.assert_says("0 lines typed");
    journey.click_on(Role::TextInput, FIELD);
    type_line(&mut journey, "ben: a - b d");
    journey.assert_says("Ben, question 4: c, then d");
    journey.assert_says("Ada is not in the second pass");
    type_line(&mut journey, "Ada: A B C D");
    journey.assert_silent("is not in the second pass");
    journey.assert_says("1 difference between the two passes");
}

#[test]
fn no_line_is_lost_by_removing_changing_or_taking_back() {
    let (mut journey, paper) = many(1, 4);
    open(&mut journey, &paper);
    type_line(&mut journey, "Ada: abcd");
    type_line(&mut journey, "Ben: dcba");
    journey.click("Remove the line of Ada");
    journey.assert_silent("Ada: abcd");
    journey.keys("Alt U");
    journey.assert_says("Ada: abcd");
    journey.click_on(Role::TextInput, FIELD);
    journey.type_text("Cid: aaaa");
    journey.click("Change the line of Ben");
    journey.assert_says("Cid: aaaa");
    assert_eq!(journey.field("Change the line"), "Ben: dcba");
    journey.keys("Alt U");
    journey.assert_silent("Cid: aaaa");
    journey.keys("Alt R");
    journey.assert_says("Cid: aaaa");
}

#[test]
fn what_is_typed_outlasts_a_kill_within_half_a_second() {
    let (mut journey, paper) = many(2, 4);
    open(&mut journey, &paper);
    type_line(&mut journey, "Ada: abcd");
    type_line(&mut journey, "B");
    journey.type_text("Ben: ab");
    std::thread::sleep(Duration::from_millis(500));
    journey.kill();
    journey.open(&[]);
    journey.wait_until("the bank is read", |journey| journey.has_button("Practise: Many"));
    journey.choose("Many", "Print…");
    journey.click("Mark a printed paper");
    journey.wait_for("1 line typed");
    journey.click(&format!("Mark paper {}", paper.code));
    assert_eq!(journey.field(FIELD), "Ben: ab");
    assert!(journey.is_picked(Role::RadioButton, "Version: B"), "{}", journey.shown());
    journey.assert_says("Ada (A): abcd");
    journey.keys("Alt U");
    journey.assert_silent("Ada (A): abcd");
}

#[test]
fn a_paper_stays_as_it_was_printed_whatever_becomes_of_its_bank() {
    let (mut journey, paper) = many(1, 4);
    journey.write_own("many.ron", &choices(2).replace("right", "changed"));
    journey.restart();
    journey.wait_until("the bank is read", |journey| journey.has_button("Practise: Many"));
    journey.choose("Many", "Print…");
    open(&mut journey, &paper);
    type_line(&mut journey, &format!("Ada: {}", key(&paper, 0).join(" ")));
    journey.assert_says("4 of 4 points, 4 right.");
}

#[test]
fn a_paper_that_was_printed_elsewhere_is_drawn_again_from_its_seed_and_compared_by_its_code() {
    let (mut journey, paper) = many(2, 6);
    let seed = paper.papers[0].seed.to_string();
    fs::remove_dir_all(journey.data().papers()).expect("removed");
    journey.click("Mark a printed paper");
    journey.wait_for("No paper was printed yet");
    journey.click("Draw it again…");
    assert!(!journey.is_enabled(Role::Button, "Draw it again"));
    journey.click("More versions");
    journey.click_on(Role::ComboBox, "Bank");
    journey.click_on(Role::RadioButton, "Many");
    journey.click_on(Role::TextInput, "Seed");
    journey.type_text("99");
    journey.click_on(Role::TextInput, "Code at the foot, to be sure that it is the same paper");
    journey.type_text(&paper.code);
    journey.click("Draw it again");
    journey.wait_for(&format!("and not {}. The seed, the number", paper.code));
    journey.click_on(Role::TextInput, "Seed");
    journey.keys("Ctrl A");
    journey.type_text(&seed);
    journey.click("Draw it again");
    journey.wait_until("the grid is shown", |journey| journey.headings().contains(&format!("Paper {}", paper.code)));
    assert_eq!(kept(&journey).papers, paper.papers);
}

#[test]
fn who_comes_back_to_the_page_sees_every_paper_with_what_was_typed_and_the_newest_first() {
    let (mut journey, paper) = many(1, 4);
    open(&mut journey, &paper);
    type_line(&mut journey, "Ada: abcd");
    journey.world.pass_ms(90_000_000);
    journey.go("Library");
    journey.choose("Many", "Print…");
    journey.click("Print 4 questions…");
    journey.wait_for("Your browser opens the paper");
    journey.click("Mark a printed paper");
    journey.wait_for("4 questions · printed yesterday · 1 line typed");
    let headings = journey.headings();
    let papers: Vec<&String> = headings.iter().filter(|heading| heading.ends_with(" · Many")).collect();
    assert!(papers.len() == 2 && papers[1].contains(&paper.code), "{headings:?}");
    journey.assert_says("4 questions · printed today");
}

#[test]
fn a_damaged_paper_is_told_and_the_others_are_there() {
    let (mut journey, paper) = many(1, 4);
    fs::write(journey.data().papers().join("damaged.ron"), "(form: 9").expect("written");
    journey.click("Mark a printed paper");
    journey.wait_for("Left out, because it cannot be read: ");
    journey.assert_says(&format!("Paper {} · Many", paper.code));
    journey.keys("Escape");
    assert!(journey.has_button("Practise: Many"), "{}", journey.shown());
}

#[test]
fn answers_that_cannot_be_kept_are_told_until_they_can_be() {
    let (mut journey, paper) = many(1, 4);
    open(&mut journey, &paper);
    let marks = files(&journey, "ron")[0].with_extension("marks");
    fs::create_dir(&marks).expect("in the way");
    type_line(&mut journey, "Ada: abcd");
    journey.wait_for("What you type could not be kept");
    fs::remove_dir(&marks).expect("out of the way");
    type_line(&mut journey, "Ben: abcd");
    // Each key is kept by itself, so that the warning may go before the last of them is.
    journey.wait_until("the line is kept", |_| fs::read_to_string(&marks).is_ok_and(|kept| kept.contains("Ben: abcd")));
    journey.wait_until("the warning is gone", |journey| !journey.says("could not be kept"));
}

#[test]
fn a_paper_that_was_thrown_away_comes_back_until_its_notice_is_gone() {
    let (mut journey, paper) = many(1, 4);
    open(&mut journey, &paper);
    type_line(&mut journey, "Ada: abcd");
    journey.keys("Escape");
    let discard = format!("Throw paper {} away", paper.code);
    journey.wait_until("the paper is listed", |journey| journey.has_button(&discard));
    journey.click(&discard);
    journey.assert_says("No paper was printed yet.");
    journey.click("Undo");
    journey.assert_says("1 line typed");
    journey.click(&discard);
    assert_eq!(files(&journey, "ron").len(), 1, "it can still come back");
    journey.world.pass_ms(120_000);
    journey.wait_until("its files are gone", |journey| {
        files(journey, "ron").is_empty() && files(journey, "marks").is_empty()
    });
    journey.assert_says("No paper was printed yet.");
}
