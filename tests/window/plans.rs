//! Ready-made quizzes on the card of their bank: what each is, what it lacks, and one press to start it.

use crate::banks::FIVE_KINDS;
use crate::journey::Journey;
use egui::accesskit::Role;

fn library(quizzes: &str) -> Journey {
    let end = FIVE_KINDS.rfind(')').expect("its end");
    let text = format!("{}quizzes: [{quizzes}],\n)", &FIVE_KINDS[..end]);
    let mut journey = Journey::begin_with(|journey| {
        journey.write_own("five.ron", &text);
    });
    journey.wait_until("the bank is read", |journey| journey.has_button("Practise: Five kinds"));
    journey
}

#[test]
fn a_quiz_on_a_card_starts_with_one_press_under_its_own_rules() {
    let mut journey = library(
        "Quiz(id: \"short\", title: \"Short check\", mode: Test, time_limit_secs: 120, pass_percent: 50, \
         draw: [Draw(topic: \"Machines\", count: 2), Draw(topic: \"Plasma/gas\", count: 1)])",
    );
    journey.choose("Five kinds", "Short check: Test · 3 questions · 2 min · pass mark 50 %");
    journey.assert_says("1 of 3");
    journey.assert_says("02:00");
    let mut topics = Vec::new();
    for _ in 0..3 {
        let known = journey.known();
        topics.push(known.topic.split('/').next().expect("a topic"));
        journey.practise_test(known.right);
    }
    topics.sort_unstable();
    assert_eq!(topics, ["Machines", "Machines", "Plasma"]);
    journey.hand_in();
    journey.assert_says("Passed: the pass mark is 50 %.");
}

#[test]
fn a_quiz_on_a_card_starts_by_keys() {
    let mut journey = library("Quiz(id: \"all\", title: \"Everything\")");
    journey.tab_to(Role::Button, "More about Five kinds");
    journey.keys("Enter");
    assert_eq!(journey.focus(), Some((Role::MenuItem, "Everything: Practice · 5 questions".to_owned())));
    journey.keys("Enter");
    journey.assert_says("1 of 5");
}

#[test]
fn thin_topics_are_told_on_the_card_and_a_quiz_of_nothing_cannot_start() {
    let mut journey = library(
        "Quiz(id: \"thin\", title: \"Thin\", draw: [Draw(topic: \"Plasma\", count: 9)]), \
         Quiz(id: \"none\", title: \"None\", draw: [Draw(topic: \"Rockets\", count: 2)])",
    );
    journey.click("More about Five kinds");
    let thin = "Thin: 2 of the 9 questions that it plans: too few on Plasma";
    assert!(journey.is_enabled(Role::MenuItem, thin), "{}", journey.shown());
    let none = "None: 0 of the 2 questions that it plans: too few on Rockets";
    assert!(!journey.is_enabled(Role::MenuItem, none));
    journey.keys("Esc");
    journey.click("Practise: Five kinds");
    let thin = "Start Thin: Practice · 2 questions; 2 of the 9 questions that it plans: too few on Plasma";
    assert!(journey.is_enabled(Role::Button, thin), "{}", journey.shown());
    let none = "Start None: Practice · 0 questions; 0 of the 2 questions that it plans: too few on Rockets";
    assert!(!journey.is_enabled(Role::Button, none));
}

#[test]
fn a_card_folds_its_quizzes_away_and_the_set_up_shows_all_of_them() {
    let quizzes: Vec<String> = (1..=9).map(|n| format!("Quiz(id: \"q{n}\", title: \"Quiz {n}\")")).collect();
    let mut journey = library(&quizzes.join(", "));
    journey.assert_silent("Quiz 1");
    journey.click("More about Five kinds");
    let shown = journey.names().iter().filter(|name| name.starts_with("Quiz ")).count();
    assert_eq!(shown, 6, "{}", journey.shown());
    journey.click_on(Role::MenuItem, "All 9 ready-made quizzes");
    let starts = journey.names().iter().filter(|name| name.starts_with("Start Quiz")).count();
    assert_eq!(starts, 9, "{}", journey.shown());
}

impl Journey {
    /// Answers a question of a test and goes on.
    fn practise_test(&mut self, parts: &[&str]) {
        self.enter(crate::player::Hand::Mouse, parts);
        self.click("Next");
    }
}
