//! What keys and pasted lines do in the form, and what it says of numbers, gaps and answers that are tried.

use super::{FormContext, FormNews, FormWish, show};
use crate::app::state::pictures::Pictures;
use crate::app::theme::{Theme, install_fonts};
use crate::author::form::{FieldFault, FieldName, Form, RowList};
use crate::bank::{Kind, Question};
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

/// A form in a window of its own.
struct Page {
    form: Form,
    focus: Option<FieldName>,
    news: FormNews,
    topics: Vec<String>,
}

fn page(form: Form, focus: FieldName) -> Harness<'static, Page> {
    let topics = vec!["Rivers/Europe".to_owned(), "Seas".to_owned()];
    let page = Page { form, focus: Some(focus), news: FormNews::default(), topics };
    let harness = Harness::builder().with_size([700.0, 1600.0]).with_context_setup(|ctx| {
        install_fonts(ctx);
        Theme::default().apply(ctx);
    });
    let mut harness = harness.build_ui_state(
        |ui, page: &mut Page| {
            let faults: Vec<FieldFault> = page.form.question().err().unwrap_or_default();
            let context = FormContext {
                topics: &page.topics,
                sources: &[],
                pictures: &Pictures::default(),
                faults: &faults,
                problems: &[],
                focus: page.focus.take(),
                question: 1,
            };
            let news = show(ui, &mut page.form, &context);
            page.news.is_changed |= news.is_changed;
            page.news.left = news.left.or(page.news.left);
            page.news.wish = news.wish.or(page.news.wish);
        },
        page,
    );
    harness.run();
    harness
}

fn of(ron: &str) -> Form {
    let question: Question = ron::from_str(&format!(r#"(id: "a", prompt: "P", answer: {ron})"#)).expect(ron);
    Form::of(&question)
}

fn type_in(harness: &mut Harness<'_, Page>, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run();
}

fn press(harness: &mut Harness<'_, Page>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

/// The field of that name: the label above it is for the eyes alone.
fn field<'h>(harness: &'h Harness<'_, Page>, name: &'h str) -> egui_kittest::Node<'h> {
    harness.get_all_by_label(name).last().expect(name)
}

fn texts(harness: &Harness<'_, Page>, list: RowList) -> Vec<String> {
    harness.state().form.rows(list).iter().map(|row| row.text.clone()).collect()
}

fn wrong(index: usize) -> FieldName {
    FieldName::Row(RowList::Wrong, index)
}

#[test]
fn enter_in_an_answer_goes_to_the_next_and_adds_one_behind_the_last() {
    let mut harness = page(of(r#"Choice(correct: "x", distractors: ["a", "b"])"#), wrong(0));
    press(&mut harness, Modifiers::NONE, Key::Enter);
    type_in(&mut harness, "c");
    assert_eq!(texts(&harness, RowList::Wrong), ["a", "c", "b"]);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(texts(&harness, RowList::Wrong), ["a", "c", "", "b"], "one empty row, and no second");
    assert!(harness.state().news.is_changed);
}

#[test]
fn backspace_in_an_empty_row_takes_it_away_and_goes_up() {
    let mut harness = page(of(r#"Choice(correct: "x", distractors: ["a", "b"])"#), wrong(1));
    press(&mut harness, Modifiers::NONE, Key::Backspace);
    assert_eq!(texts(&harness, RowList::Wrong), ["a", ""], "the last letter first");
    press(&mut harness, Modifiers::NONE, Key::Backspace);
    assert_eq!(texts(&harness, RowList::Wrong), ["a"]);
    type_in(&mut harness, "!");
    assert_eq!(texts(&harness, RowList::Wrong), ["a!"], "the cursor is behind what stands in the row above");
}

#[test]
fn a_backspace_that_is_held_down_empties_a_row_and_takes_none_away() {
    let mut harness = page(of(r#"Choice(correct: "x", distractors: ["a", "b"])"#), wrong(1));
    for _ in 0..4 {
        harness.key_down(Key::Backspace);
        harness.run();
    }
    assert_eq!(texts(&harness, RowList::Wrong), ["a", ""]);
    harness.key_up(Key::Backspace);
    harness.run();
    harness.key_down(Key::Backspace);
    harness.run();
    assert_eq!(texts(&harness, RowList::Wrong), ["a"]);
}

#[test]
fn alt_and_an_arrow_move_a_row_and_the_keyboard_goes_with_it() {
    let mut harness = page(of(r#"Order(items: ["a", "b", "c"])"#), FieldName::Row(RowList::Item, 0));
    press(&mut harness, Modifiers::ALT, Key::ArrowDown);
    press(&mut harness, Modifiers::ALT, Key::ArrowDown);
    press(&mut harness, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(texts(&harness, RowList::Item), ["b", "c", "a"]);
    press(&mut harness, Modifiers::ALT, Key::ArrowUp);
    type_in(&mut harness, "!");
    assert_eq!(texts(&harness, RowList::Item), ["b", "a!", "c"]);
}

#[test]
fn pasted_lines_become_rows() {
    let mut harness = page(Form::new(Kind::Choice), wrong(0));
    harness.event(Event::Paste("1. Rhine\n2. Volga\n3. Danube\n4. Elbe".to_owned()));
    harness.run();
    assert_eq!(texts(&harness, RowList::Wrong), ["Rhine", "Volga", "Danube", "Elbe"]);
}

#[test]
fn a_pair_goes_from_left_to_right_and_on_to_the_next() {
    let mut harness = page(Form::new(Kind::Match), FieldName::Left(0));
    for (text, then) in
        [("Rhine", Key::Enter), ("North Sea", Key::Enter), ("Volga", Key::Enter), ("Caspian Sea", Key::Tab)]
    {
        type_in(&mut harness, text);
        press(&mut harness, Modifiers::NONE, then);
    }
    let pairs = &harness.state().form.answer.pairs.pairs;
    let written: Vec<_> =
        pairs.iter().filter(|pair| !pair.is_empty()).map(|pair| (&*pair.left, &*pair.right)).collect();
    assert_eq!(written, [("Rhine", "North Sea"), ("Volga", "Caspian Sea")]);
}

#[test]
fn a_number_that_can_be_read_two_ways_is_chosen_by_a_press() {
    let mut harness = page(Form::new(Kind::Number), FieldName::Value);
    type_in(&mut harness, "2,850");
    harness.get_by_label_contains("This can be read as 2.85 and as 2850");
    harness.get_by_label("Write 2850").click();
    harness.run();
    assert_eq!(harness.state().form.answer.number.value, "2850");
    assert!(harness.query_by_label_contains("This can be read").is_none());
}

#[test]
fn a_tolerance_is_shown_as_a_range_and_an_answer_can_be_tried() {
    let mut harness = page(of(r#"Number(value: 59, tolerance: 0.5, unit: "MJ")"#), FieldName::Value);
    harness.get_by_label("58.5 to 59.5 MJ is right.");
    field(&harness, "Try an answer").focus();
    harness.run();
    type_in(&mut harness, "59.2 MJ");
    harness.get_by_label("Right.");
    assert!(!harness.state().news.is_changed, "trying changes nothing");
    type_in(&mut harness, "x");
    assert!(harness.query_by_label("Right.").is_none());
}

#[test]
fn a_gap_is_made_of_the_words_that_are_selected_and_gets_another_answer() {
    let mut harness = page(of(r#"Cloze(text: "Danube")"#), FieldName::ClozeText);
    harness.get_by_label("Make a gap of the selected words").click();
    harness.run();
    harness.get_by_label("Select the words in the text first.");
    harness.state_mut().focus = Some(FieldName::ClozeText);
    harness.run();
    press(&mut harness, Modifiers::COMMAND, Key::A);
    harness.get_by_label("Make a gap of the selected words").click();
    harness.run();
    assert_eq!(harness.state().form.answer.cloze, "{Danube}");
    field(&harness, "Another right answer of gap 1").focus();
    harness.run();
    for letters in ["Donau", " ", "x"] {
        type_in(&mut harness, letters);
    }
    assert_eq!(harness.state().form.answer.cloze, "{Danube|Donau x}");
}

#[test]
fn marks_go_around_what_is_selected_by_a_key() {
    let mut harness = page(of("TrueFalse(true)"), FieldName::Prompt);
    press(&mut harness, Modifiers::COMMAND, Key::A);
    press(&mut harness, Modifiers::COMMAND, Key::B);
    assert_eq!(harness.state().form.prompt, "**P**");
    press(&mut harness, Modifiers::COMMAND, Key::B);
    assert_eq!(harness.state().form.prompt, "P");
}

#[test]
fn a_button_marks_what_was_selected_before_it_took_the_keyboard_and_gives_it_back() {
    let mut harness = page(of("TrueFalse(true)"), FieldName::Prompt);
    press(&mut harness, Modifiers::COMMAND, Key::A);
    harness.get_by_label("Formula (Ctrl+M)").click();
    harness.run();
    assert_eq!(harness.state().form.prompt, "$P$");
    type_in(&mut harness, "x");
    assert_eq!(harness.state().form.prompt, "$x$", "what was selected is selected still");
    harness.get_by_label("Signs").click();
    harness.run();
    harness.get_by_label("≤").click();
    harness.run();
    assert_eq!(harness.state().form.prompt, "$x≤$");
}

#[test]
fn a_topic_is_completed_by_a_press() {
    let mut harness = page(of("TrueFalse(true)"), FieldName::Topic);
    type_in(&mut harness, "riv");
    harness.get_by_label("Rivers/Europe").click();
    harness.run();
    assert_eq!(harness.state().form.topic, "Rivers/Europe");
}

#[test]
fn control_and_enter_ask_for_the_next_question_and_leaving_a_field_is_told() {
    let mut harness = page(of("TrueFalse(true)"), FieldName::Prompt);
    press(&mut harness, Modifiers::NONE, Key::Tab);
    assert_eq!(harness.state().news.left, Some(FieldName::Prompt));
    press(&mut harness, Modifiers::COMMAND, Key::Enter);
    assert_eq!(harness.state().news.wish, Some(FormWish::NextQuestion));
    assert!(!harness.state().news.is_changed, "going through changes nothing");
}

#[test]
fn another_kind_is_chosen_from_the_list_and_the_first_one_comes_back_as_it_was() {
    let mut harness = page(of(r#"Choice(correct: "x", distractors: ["a", "b"])"#), FieldName::Prompt);
    let before = harness.state().form.question();
    for kind in ["Text", "Choice"] {
        harness.get_by_label_contains("Kind of answer:").click();
        harness.run();
        let row = harness.get_all_by_role(egui::Role::MenuItemRadio);
        let wanted = format!("{kind}:");
        let node =
            row.into_iter().find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(&wanted)));
        node.expect("a kind in the list").click();
        harness.run();
    }
    assert_eq!(harness.state().form.question(), before);
}

#[test]
fn a_text_of_several_lines_keeps_them_in_a_row() {
    let mut harness = page(of(r#"Order(items: ["a\nb", "c", "d"])"#), FieldName::Row(RowList::Item, 0));
    type_in(&mut harness, "!");
    assert_eq!(texts(&harness, RowList::Item)[0], "a\nb!");
}

/// A question of each kind with something in its fields.
const FULL: [&str; 12] = [
    r#"Choice(correct: "x", distractors: ["a", "b"])"#,
    r#"Choices(correct: ["x", "y"], distractors: ["a", "b"])"#,
    "TrueFalse(false)",
    r#"Number(value: 59, tolerance: 0.5, unit: "MJ")"#,
    r#"Text(accept: ["Donau"], typos: 9, reject: ["Donner"])"#,
    r#"Order(items: ["a", "b", "c"])"#,
    r#"Match(pairs: [("a", "b"), ("c", "d")], extra: ["e"])"#,
    r#"Cloze(text: "a {b|c} d {e ~ f}")"#,
    r#"Categorise(groups: {"A": ["a"], "B": ["b"], "C": ["c"]})"#,
    r#"Hotspot(image: "a.png", spots: [(name: "a", shape: Circle(x: 0.5, y: 0.5, r: 0.1)),
        (name: "b", shape: Rect(x: 0, y: 0, width: 0.1, height: 0.1)), (name: "c", shape: Polygon([(0, 0), (1, 1), (0, 1)]))],
        correct: ["a", "lost"])"#,
    r#"Calculated(variables: {"d": Range(from: 1, to: 9), "t": Values([0, 2])}, value: "d / t", unit: "km/h")"#,
    r#"Recall(answer: "a")"#,
];

#[test]
fn every_kind_fits_a_narrow_page_with_large_text_and_going_through_it_changes_nothing() {
    const WIDTH: f32 = 560.0;
    let forms = FULL.map(of).into_iter().chain(Kind::ALL.map(Form::new));
    for form in forms {
        let kind = form.kind;
        let mut harness = page(form, FieldName::Prompt);
        Theme { text_scale: 1.6, ..Theme::default() }.apply(&harness.ctx);
        harness.set_size(egui::vec2(WIDTH, 900.0));
        harness.run();
        for role in [egui::Role::TextInput, egui::Role::MultilineTextInput] {
            for field in harness.query_all_by_role(role) {
                assert!(field.rect().right() <= WIDTH, "{kind:?}: {:?}", field.accesskit_node().label());
            }
        }
        for _ in 0..25 {
            press(&mut harness, Modifiers::NONE, Key::Tab);
        }
        assert!(!harness.state().news.is_changed, "{kind:?}");
    }
}
