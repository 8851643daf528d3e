//! Everything by keys: the quick way through a quiz, help, search, escape, and typing where there is a field.

use crate::banks::{FIVE_KINDS, truths};
use crate::journey::Journey;
use crate::player::{NUMBER_FIELD, TEXT_FIELD};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};

fn practice() -> Journey {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.keys("Enter");
    journey
}

/// Skips to the question of that id.
fn skip_to(journey: &mut Journey, id: &str) {
    for _ in 0..5 {
        if journey.known().id == id {
            return;
        }
        journey.keys("Alt S");
    }
    panic!("no question {id}");
}

#[test]
fn at_most_two_enters_lead_from_a_named_bank_to_the_first_question() {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.keys("Enter");
    if !journey.has_button("Check") {
        journey.keys("Enter");
    }
    assert!(journey.has_button("Check"), "{}", journey.shown());
}

#[test]
fn one_enter_enter_plays_a_quiz_with_every_kind_to_its_end() {
    let mut journey = practice();
    for turn in 1.. {
        assert!(turn <= 10, "five questions and their repeats at most");
        journey.keys("1");
        assert!(journey.has_button("Check"), "`1` answers nothing yet:\n{}", journey.shown());
        journey.keys("Enter");
        let has_next = journey.has_button("Next");
        assert!(has_next || journey.has_button("See the result"), "`Enter` checks:\n{}", journey.shown());
        journey.keys("Enter");
        if !has_next {
            break;
        }
    }
    assert!(journey.headings()[0].ends_with("of 5 points"), "{}", journey.shown());
}

#[test]
fn presses_that_arrive_in_one_frame_do_the_same() {
    let mut journey = practice();
    let press = |key, text: &str| {
        let event =
            |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE };
        let text = (!text.is_empty()).then(|| Event::Text(text.to_owned()));
        [event(true)].into_iter().chain(text).chain([event(false)]).collect::<Vec<_>>()
    };
    for _ in 0..10 {
        if !journey.has_button("Check") {
            break;
        }
        let together = [press(Key::Num1, "1"), press(Key::Enter, ""), press(Key::Enter, "")].concat();
        journey.send_in_one_frame(together);
    }
    assert!(journey.headings()[0].ends_with("of 5 points"), "{}", journey.shown());
}

#[test]
fn enter_held_down_shows_the_feedback_and_a_fresh_enter_goes_on() {
    let mut journey = practice();
    let enter = |pressed, repeat| Event::Key {
        key: Key::Enter,
        physical_key: None,
        pressed,
        repeat,
        modifiers: Modifiers::NONE,
    };
    let prompt = journey.prompt();
    journey.keys("1");
    journey.send_in_one_frame(vec![enter(true, false)]);
    assert!(journey.has_button("Next"), "{}", journey.shown());
    for _ in 0..3 {
        journey.send_in_one_frame(vec![enter(true, true), enter(true, true)]);
        assert!(journey.has_button("Next"), "a held key went on:\n{}", journey.shown());
        assert_eq!(journey.prompt(), prompt);
    }
    journey.send_in_one_frame(vec![enter(false, false)]);
    assert_eq!(journey.prompt(), prompt);
    journey.send_in_one_frame(vec![enter(true, false), enter(false, false)]);
    assert!(journey.has_button("Check") && journey.prompt() != prompt, "{}", journey.shown());
}

#[test]
fn enter_on_an_unanswered_question_only_says_so() {
    for id in ["gas", "machines", "culham", "energy", "shape"] {
        let mut journey = practice();
        skip_to(&mut journey, id);
        let prompt = journey.prompt();
        for _ in 0..3 {
            journey.keys("Enter");
            assert_eq!(journey.prompt(), prompt);
            assert!(journey.has_button("Check"));
            assert!(journey.announced().iter().any(|words| words.contains("an answer first")), "{}", journey.shown());
        }
        journey.keys("1");
        journey.assert_silent("an answer first");
    }
}

#[test]
fn enter_on_an_unanswered_question_of_a_test_only_says_so() {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.click_on(Role::RadioButton, "Mode: Test");
    journey.keys("Enter");
    let prompt = journey.prompt();
    journey.keys("Enter");
    assert_eq!(journey.prompt(), prompt);
    journey.assert_says("an answer first");
}

#[test]
fn letters_typed_where_a_number_is_asked_are_told_and_not_marked() {
    let mut journey = practice();
    skip_to(&mut journey, "energy");
    journey.type_text("many");
    for _ in 0..2 {
        journey.keys("Enter");
        assert!(journey.has_button("Check"));
        assert!(journey.announced().iter().any(|words| words.contains("That is not a number.")), "{}", journey.shown());
    }
    journey.keys("Ctrl A");
    journey.type_text("59 MJ");
    journey.assert_silent("That is not a number.");
    journey.keys("Enter");
    assert!(!journey.has_button("Check"), "a number is marked:\n{}", journey.shown());
}

#[test]
fn digits_and_letters_typed_in_a_field_type() {
    let mut journey = practice();
    skip_to(&mut journey, "shape");
    journey.type_text("hsf 12bo?");
    assert_eq!(journey.field(TEXT_FIELD), "hsf 12bo?");
    assert_eq!(journey.known().id, "shape");
    assert!(journey.has_button("Flag to look at again (F)"));
    journey.assert_silent("All keys");
    skip_to(&mut journey, "energy");
    journey.type_text("5.9e7 J");
    assert_eq!(journey.field(NUMBER_FIELD), "5.9e7 J");
}

#[test]
fn letters_are_commands_where_nothing_is_typed() {
    let mut journey = practice();
    skip_to(&mut journey, "gas");
    journey.keys("H");
    journey.assert_says("Hint: It is a kind of hydrogen.");
    journey.keys("H");
    journey.assert_says("Hint: It is heavy hydrogen.");
    assert!(!journey.has_button("Hint"), "no more are left");
    journey.keys("H, F");
    assert!(journey.has_button("Flagged to look at again: take the flag away (F)"));
    journey.keys("F, S");
    assert_ne!(journey.known().id, "gas");
}

#[test]
fn space_chooses_and_arrows_move_between_options() {
    let mut journey = practice();
    skip_to(&mut journey, "machines");
    let options = journey.options();
    assert_eq!(journey.focus(), Some((Role::CheckBox, options[0].clone())));
    journey.keys("Space, Down, Down, Space, Up");
    assert_eq!(journey.focus(), Some((Role::CheckBox, options[1].clone())));
    let picked: Vec<bool> = options.iter().map(|option| journey.is_picked(Role::CheckBox, option)).collect();
    assert_eq!(picked, [true, false, true, false]);
    journey.keys("Space, Space");
    assert!(!journey.is_picked(Role::CheckBox, &options[1]), "twice is not at all");
}

#[test]
fn enter_on_an_option_is_the_primary_button() {
    let mut journey = practice();
    skip_to(&mut journey, "gas");
    journey.keys("Space, Down");
    let first = journey.options()[0].clone();
    assert!(journey.is_picked(Role::RadioButton, &first));
    journey.keys("Enter");
    assert!(journey.says(&format!("{first}, your answer")), "{}", journey.shown());
}

#[test]
fn enter_on_a_button_presses_that_button() {
    let mut journey = practice();
    skip_to(&mut journey, "gas");
    journey.keys("1");
    journey.tab_to(Role::Button, "Skip");
    journey.keys("Enter");
    assert_ne!(journey.known().id, "gas");
    assert!(journey.has_button("Check"));
}

#[test]
fn a_question_mark_shows_all_keys_and_every_way_out_works() {
    let mut journey = Journey::begin();
    for out in ["Esc", "Enter", "?"] {
        journey.keys("?");
        assert!(journey.headings().contains(&"All keys".to_owned()), "{}", journey.shown());
        journey.keys(out);
        assert!(!journey.headings().contains(&"All keys".to_owned()), "{out}");
        assert_eq!(journey.headings()[0], "Library", "{out} closes the list and nothing else");
    }
}

#[test]
fn the_list_of_keys_over_a_question_keeps_the_keys_to_itself() {
    let mut journey = practice();
    skip_to(&mut journey, "gas");
    journey.keys("?");
    journey.keys("2, S, H");
    journey.keys("Esc");
    assert_eq!(journey.known().id, "gas");
    assert!(journey.options().iter().all(|option| !journey.is_picked(Role::RadioButton, option)));
    journey.assert_silent("Hint:");
    journey.keys("2");
    assert!(journey.is_picked(Role::RadioButton, &journey.options()[1].clone()));
}

#[test]
fn the_search_opens_a_question_and_practises_its_topic_with_keys_alone() {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.keys("Esc, Ctrl K");
    assert_eq!(journey.focus(), Some((Role::TextInput, "Words in the question".to_owned())));
    journey.type_text("doughnut ring");
    journey.wait_until("it is found", |journey| journey.app().model().found_words == "doughnut ring");
    journey.assert_says("1 of ");
    journey.keys("Enter");
    let prompt = "What is the shape of a ring doughnut called?";
    journey.wait_until("it is shown", |journey| journey.headings().iter().any(|heading| heading == prompt));
    journey.keys("Esc, Ctrl K");
    journey.type_text("doughnut ring");
    journey.wait_until("it is found", |journey| journey.app().model().found_words == "doughnut ring");
    journey.keys("Ctrl Enter");
    assert_eq!(journey.headings()[0], "Five kinds");
    assert!(journey.is_picked(Role::CheckBox, "Plasma (2)"));
    assert!(journey.has_button("Start practice: 2 questions"));
}

#[test]
fn arrow_keys_choose_what_the_search_opens_while_the_focus_stays_in_the_field() {
    let mut journey = Journey::begin_named(&[("truths.ron", &truths("truths", 3))]);
    journey.keys("Ctrl K");
    journey.type_text("statement is true.");
    journey.wait_until("they are found", |journey| journey.app().model().found_words == "statement is true.");
    journey.keys("Down, Down, Up");
    assert_eq!(journey.focus().expect("a focus").0, Role::TextInput);
    let said = "2 of 3: Statement 2 is true., Truths of truths, True or false";
    assert!(journey.announced().contains(&said.to_owned()), "{:?}", journey.announced());
    journey.keys("Enter");
    journey.wait_until("it is shown", |journey| journey.headings().contains(&"Statement 2 is true.".to_owned()));
}

#[test]
fn the_search_leads_back_to_where_it_was_opened() {
    let mut journey = Journey::begin();
    journey.go("History");
    journey.keys("Ctrl K, Esc");
    assert_eq!(journey.headings()[0], "History");
}

#[test]
fn what_was_typed_for_one_question_never_comes_back_in_another() {
    let mut journey = practice();
    skip_to(&mut journey, "shape");
    journey.type_text("tor");
    skip_to(&mut journey, "energy");
    assert_eq!(journey.field(NUMBER_FIELD), "");
    journey.keys("Ctrl Z");
    assert_eq!(journey.field(NUMBER_FIELD), "");
}

#[test]
fn a_search_in_vain_says_so_and_starts_afresh_next_time() {
    let mut journey = Journey::begin();
    journey.click("Search questions");
    journey.type_text("zzzz");
    journey.wait_for("No question has these words.");
    journey.keys("Esc");
    assert_eq!(journey.headings()[0], "Library");
    journey.keys("Ctrl K");
    assert_eq!(journey.field("Words in the question"), "");
    journey.assert_silent("No question has these words.");
}

#[test]
fn escape_leads_back_to_the_library_from_everywhere() {
    for page in ["History", "Settings", "Learner", "Library"] {
        let mut journey = Journey::begin();
        journey.go(page);
        journey.keys("Esc");
        assert_eq!(journey.headings()[0], "Library", "from {page}");
    }
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.keys("Esc");
    assert_eq!(journey.headings()[0], "Library", "from the set-up");
    journey.click("Practise: Five kinds");
    journey.keys("Enter, Esc");
    assert_eq!(journey.headings()[0], "Library", "from a question");
    journey.keys("Enter, 1, Enter, Esc");
    assert_eq!(journey.headings()[0], "Library", "from the feedback");
}

#[test]
fn escape_leaves_a_question_even_while_typing() {
    let mut journey = practice();
    skip_to(&mut journey, "shape");
    journey.type_text("tor");
    journey.keys("Esc");
    assert_eq!(journey.headings()[0], "Library");
    assert!(journey.has_button("Continue"));
}

#[test]
fn enter_in_the_library_carries_on_or_opens_the_first_bank() {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.keys("Esc, Enter");
    assert!(journey.names().iter().any(|name| name.starts_with("Start practice: ")), "{}", journey.shown());
    journey.keys("Enter");
    let prompt = journey.prompt();
    journey.keys("Esc, Enter");
    assert_eq!(journey.prompt(), prompt);
}

impl Journey {
    /// Hands the window several events in one frame, through the hook that real windows pass them through.
    fn send_in_one_frame(&mut self, events: Vec<Event>) {
        let ctx = self.harness().ctx.clone();
        let mut input = std::mem::take(self.harness_mut().input_mut());
        input.events.extend(events);
        for _ in 0..10 {
            eframe::App::raw_input_hook(self.harness_mut().state_mut(), &ctx, &mut input);
            let rest = egui::RawInput { events: Vec::new(), ..input.clone() };
            *self.harness_mut().input_mut() = std::mem::replace(&mut input, rest);
            self.harness_mut().step();
        }
        *self.harness_mut().input_mut() = input;
        self.settle();
    }
}
