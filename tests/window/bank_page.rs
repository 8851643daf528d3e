//! The page of a bank: its questions as learners see them, and everything that is wrong with it.

use crate::banks::{FIVE_KINDS, FLAWED, truths};
use crate::journey::Journey;
use crate::sight::name_of;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;
use torus::app::state::card::Card;
use torus::bank::{Quietly, Severity, check, shipped};
use torus::syntax::{LineIndex, Place};

/// The page of this bank, looked over.
fn page(text: &str) -> Journey {
    let mut journey = Journey::begin_with(|journey| {
        journey.write_own("bank.ron", text);
    });
    journey.wait_until("it is read", |journey| journey.own_cards() == 1);
    journey.preview("bank.ron");
    journey.wait_until("it is looked over", survey_is_there);
    journey
}

impl Journey {
    /// Opens the page of the learner's one bank, which is the last card, or of the file where that cannot be played.
    fn preview(&mut self, file: &str) {
        let title = match self.app().model().cards.last().expect("a card") {
            Card::Bank(bank) => bank.title.clone(),
            Card::Faulty(card) if card.problem_count == 0 => return self.click(&format!("Preview and check {file}")),
            Card::Faulty(_) => {
                let name = self.names().into_iter().find(|name| name.starts_with("See ") && name.ends_with(file));
                return self.click(&name.expect("a way to its problems"));
            }
        };
        self.choose(&title, "Preview and check");
    }
}

fn survey_is_there(journey: &Journey) -> bool {
    journey.app().model().bank_page.as_ref().is_some_and(|page| page.survey.is_some())
}

fn rows(journey: &Journey) -> Vec<String> {
    let nodes = journey.nodes();
    nodes.iter().filter(|node| node.accesskit_node().role() == Role::ListBoxOption).map(name_of).collect()
}

/// What the window lists for a text, in the words of the check.
fn told(text: &str, problem: &torus::bank::Diagnostic) -> String {
    let word = if problem.problem.severity() == Severity::Error { "error" } else { "warning" };
    let Place { line, column } = LineIndex::new(text).place(problem.span.start);
    format!("{word}, line {line}, column {column}: {}", problem.problem)
}

#[test]
fn every_problem_that_the_check_finds_stands_on_the_page() {
    for text in [FLAWED, "Bank(", "", &FLAWED.replace("id: \"flawed\"", ""), &FLAWED.replace("),\n", ")\n"), FIVE_KINDS]
    {
        let journey = page(text);
        let problems = check(text, &Quietly);
        let survey =
            journey.app().model().bank_page.as_ref().and_then(|page| page.survey.as_ref()).expect("looked over");
        assert_eq!(survey.problems, problems, "{text}");
        let rows = rows(&journey);
        for problem in problems.iter().take(4) {
            assert!(rows.contains(&told(text, problem)), "{}:\n{}", told(text, problem), journey.shown());
        }
    }
}

#[test]
fn all_questions_stand_in_the_order_of_the_file_and_can_be_narrowed_to_those_with_problems() {
    let mut journey = page(FLAWED);
    let questions = |journey: &Journey| -> Vec<String> {
        let rows = rows(journey).into_iter();
        rows.filter(|row| !row.starts_with("error") && !row.starts_with("warning")).collect()
    };
    let all = [
        "How many days has a week?, Number",
        "blank, True or false · 1 error",
        "Which of these is a ring?, Choice · 1 warning",
        "misspelt, Cannot be read · 1 error",
    ];
    let shown = questions(&journey);
    assert_eq!(shown.len(), 4, "{shown:?}");
    assert_eq!(shown[0], all[0]);
    assert!(shown[1].starts_with("blank, True or false · 1 error"), "{shown:?}");
    assert_eq!(shown[3], all[3]);
    journey.click_on(Role::CheckBox, "Only with problems (3)");
    assert_eq!(questions(&journey), shown[1..]);
}

#[test]
fn a_problem_leads_to_its_question_and_to_the_reason_for_the_rule() {
    let mut journey = page(FLAWED);
    let problems = check(FLAWED, &Quietly);
    let above = problems.iter().find(|problem| problem.question.as_deref() == Some("above")).expect("a warning");
    journey.click_on(Role::ListBoxOption, &told(FLAWED, above));
    assert!(journey.headings().contains(&"Which of these is a ring?".to_owned()), "{}", journey.shown());
    journey.assert_says(above.problem.code());
    journey.assert_says("all of the above");
    journey.click("Why this matters");
    for words in ["Why", "What to do", "Source", "Before", "After"] {
        journey.assert_says(words);
    }
    journey.keys("Esc");
    journey.assert_silent("Before");
    journey.assert_says("Which of these is a ring?");
    journey.keys("Esc");
    assert_eq!(journey.headings()[0], "Library");
}

#[test]
fn a_plan_that_asks_for_too_much_is_among_the_problems() {
    let journey = page(FLAWED);
    journey.assert_says("the quiz \"thin\" draws 3 questions from \"none\"");
}

#[test]
fn a_question_that_cannot_be_asked_shows_its_lines_instead() {
    let mut journey = page(FLAWED);
    journey.click_on(Role::ListBoxOption, "misspelt, Cannot be read · 1 error");
    journey.assert_says("“misspelt” is left out until its errors are mended");
    journey.assert_says("answr: Text(accept: [\"a ball\"])");
    assert!(!journey.has_button("Show the answer"));
}

#[test]
fn a_question_is_tried_by_keys_alone_and_nothing_of_it_is_recorded() {
    let mut journey = page(FIVE_KINDS);
    journey.tab_to(Role::ListBox, "Questions");
    assert!(journey.has_button("Show the answer"));
    journey.keys("Enter");
    journey.assert_says("Not answered. Answer: Deuterium");
    journey.assert_says("Deuterium and tritium fuse at the lowest temperature.");
    journey.assert_says("Hint 2: It is heavy hydrogen.");
    journey.assert_says("A book of rings");
    journey.keys("Enter");
    journey.assert_silent("Not answered");
    journey.keys("ArrowDown, ArrowDown");
    assert!(journey.headings().contains(&"JET stood at Culham.".to_owned()), "{}", journey.shown());
    journey.keys("1");
    assert!(journey.is_picked(Role::RadioButton, "True"));
    assert!(journey.announced().contains(&"Your answer: true".to_owned()), "{:?}", journey.announced());
    journey.keys("Enter");
    journey.assert_says("That is right");
    assert!(journey.announced().iter().any(|words| words.starts_with("That is right. 1 of 1 point.")));
    journey.keys("End, Home, PageDown, PageUp");
    assert!(journey.headings().contains(&"Which gas does ITER burn beside tritium?".to_owned()));
    journey.keys("Esc");
    journey.go("History");
    journey.assert_says("Every quiz that you take will stand here");
}

#[test]
fn the_selected_question_is_told_to_screen_readers() {
    let mut journey = page(FIVE_KINDS);
    journey.tab_to(Role::ListBox, "Questions");
    journey.keys("ArrowDown");
    let row = "Which of these are tokamaks?, Choices";
    assert!(journey.get(Role::ListBoxOption, row).accesskit_node().is_focused(), "{}", journey.shown());
    let data = journey.get(Role::ListBoxOption, row).accesskit_node().data().clone();
    assert_eq!((data.position_in_set(), data.is_selected()), (Some(1), Some(true)));
    assert_eq!(journey.get(Role::ListBox, "Questions").accesskit_node().data().size_of_set(), Some(5));
}

#[test]
fn a_shipped_bank_opens_too() {
    let mut journey = Journey::begin();
    let first = journey.app().model().cards[0].as_bank().expect("a bank").title.clone();
    journey.choose(&first, "Preview and check");
    journey.wait_for("no problems");
    journey.assert_says(shipped()[0].file_name);
}

#[test]
fn a_file_that_is_no_bank_shows_its_lines_underlined() {
    let journey = page("Bank(\n    format: 1,\n    id: \"x\" title\n)");
    journey.assert_says("This file cannot be read as a bank yet");
    journey.assert_says("id: \"x\" title");
    assert!(!journey.has_button("Practise"));
}

#[test]
fn a_bank_without_questions_says_so() {
    let journey = page("Bank(format: 1, id: \"e\", title: \"Empty\", questions: [])");
    journey.assert_says("This bank has no questions yet.");
}

#[test]
fn the_bank_can_be_played_from_its_page() {
    let mut journey = page(&truths("t", 2));
    journey.click("Practise");
    assert!(journey.has_button("Start practice: 2 questions"));
}

#[test]
fn only_the_questions_in_sight_are_drawn_however_many_there_are() {
    let mut journey = page(&truths("many", 2_000));
    assert!(rows(&journey).len() < 60, "{}", rows(&journey).len());
    journey.tab_to(Role::ListBox, "Questions");
    journey.keys("End");
    assert!(journey.headings().contains(&"Statement 2000 is true.".to_owned()));
    let is_in_sight = |row: &String| row.starts_with("Statement 2000 is true.");
    assert!(rows(&journey).iter().any(is_in_sight), "the list scrolls to what is selected");
    assert!(rows(&journey).len() < 60);
}

#[test]
fn in_a_small_window_with_large_text_the_parts_stand_behind_each_other() {
    let mut journey = Journey::begin_with(|journey| {
        journey.set_size(egui::vec2(800.0, 600.0));
        journey.change_settings(|settings| settings.text_scale_percent = 200);
        journey.write_own("bank.ron", FLAWED);
    });
    journey.wait_until("it is read", |journey| journey.has_button("More about Flawed"));
    journey.choose("Flawed", "Preview and check");
    journey.wait_until("it is looked over", survey_is_there);
    journey.click_on(Role::RadioButton, "Show: Preview");
    assert!(journey.headings().contains(&"How many days has a week?".to_owned()), "{}", journey.shown());
    let problems = check(FLAWED, &Quietly);
    journey.click_on(Role::RadioButton, &format!("Show: {} things to look at", problems.len()));
    journey.assert_says(&problems[0].problem.to_string());
    journey.click("Why this matters");
    journey.assert_says("Before");
}

#[test]
fn the_title_of_a_card_opens_the_page_of_the_bank() {
    let mut journey = Journey::begin_with(|journey| {
        journey.write_own("five.ron", FIVE_KINDS);
    });
    journey.wait_until("it is read", |journey| journey.has_button("Practise: Five kinds"));
    journey.click_on(Role::Heading, "Five kinds");
    journey.wait_until("it is looked over", survey_is_there);
    assert!(journey.headings().contains(&"Which gas does ITER burn beside tritium?".to_owned()), "{}", journey.shown());
}

/// The selected question and the selected problem, by their names.
fn selected(journey: &Journey) -> Vec<String> {
    let nodes = journey.nodes();
    let rows = nodes.iter().filter(|node| node.accesskit_node().role() == Role::ListBoxOption);
    rows.filter(|node| node.accesskit_node().data().is_selected() == Some(true)).map(name_of).collect()
}

#[test]
fn the_selected_problem_is_always_one_of_the_selected_question() {
    let mut journey = page(FLAWED);
    let good = "How many days has a week?, Number";
    assert_eq!(selected(&journey), [good], "it has no problem");
    journey.assert_says("Nothing to look at in this question.");
    let problems = check(FLAWED, &Quietly);
    let of = |id: &str| problems.iter().find(|one| one.question.as_deref() == Some(id)).expect("a problem");
    journey.click_on(Role::ListBoxOption, "misspelt, Cannot be read · 1 error");
    assert_eq!(selected(&journey), ["misspelt, Cannot be read · 1 error".to_owned(), told(FLAWED, of("misspelt"))]);
    journey.click_on(Role::ListBoxOption, &told(FLAWED, of("blank")));
    let now = selected(&journey);
    assert!(now[0].starts_with("blank, True or false") && now[1] == told(FLAWED, of("blank")), "{now:?}");
    let of_all = problems.iter().find(|one| one.question.is_none()).expect("one of the whole bank");
    journey.click_on(Role::ListBoxOption, &told(FLAWED, of_all));
    assert_eq!(selected(&journey), [told(FLAWED, of_all)], "it is of no question");
    journey.assert_says("This is about the whole bank.");
    journey.click_on(Role::ListBoxOption, good);
    assert_eq!(selected(&journey), [good]);
}

#[test]
fn what_is_wrong_is_shown_first_to_who_asks_for_it() {
    let mut journey = Journey::begin_with(|journey| {
        journey.write_own("flawed.ron", FLAWED);
    });
    journey.wait_until("it is read", |journey| journey.has_button("More about Flawed"));
    let see = journey.name_beginning("See ");
    journey.click(&see);
    journey.wait_until("it is looked over", survey_is_there);
    journey.settle();
    let problems = check(FLAWED, &Quietly);
    let first = problems.iter().find(|one| one.problem.severity() == Severity::Error).expect("an error");
    assert!(selected(&journey).contains(&told(FLAWED, first)), "{:?}", selected(&journey));
}
