//! Letters of every kind, as people write them.

use super::*;
use crate::bank::Question;

/// A question whose options stand in this order.
fn item(answer: &str, order: &[usize]) -> PaperItem {
    let ron = format!("(id: \"q\", prompt: \"p\", answer: {answer})");
    let question: Question = ron::from_str(&ron).expect("a question");
    PaperItem::new("b", question, order.to_vec())
}

/// Asserts what each text is read as: the response, or the message.
fn check(item: &PaperItem, cases: &[(&str, &str)]) {
    for (written, expected) in cases {
        let read = match read_letters(item, written) {
            Ok(Some(response)) => format!("{response:?}"),
            Ok(None) => "nothing".to_owned(),
            Err(error) => error.to_string(),
        };
        assert_eq!(read, *expected, "{written:?}");
    }
}

#[test]
fn letters_go_on_after_z_as_browsers_count_and_are_read_back() {
    let cases = [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")];
    for (index, expected) in cases {
        assert_eq!((letter(index).as_str(), letter_index(expected)), (expected, Some(index)));
    }
    for nothing in ["", " ", "1", "A1", "Ä", "ZZZZZZZZZZZZZZZZZZZZ"] {
        assert_eq!(letter_index(nothing), None, "{nothing:?}");
    }
    assert_eq!(letter_index("ab"), Some(27));
}

#[test]
fn a_choice_has_one_letter() {
    let choice = item("Choice(correct: \"key\", distractors: [\"x\", \"y\"])", &[2, 0, 1]);
    assert_eq!(key_letters(&choice), "B");
    let several = "2 letters are written where one is asked for";
    check(
        &choice,
        &[
            ("B", "Choice(0)"),
            (" a) ", "Choice(2)"),
            ("(Ｃ)", "Choice(1)"),
            ("B B", "Choice(0)"),
            ("", "nothing"),
            ("-", "nothing"),
            ("A C", several),
            ("D", "\"D\" is no letter of this question: they go from A to C"),
            ("1", "\"1\" is no letter of this question: they go from A to C"),
            ("Б", "\"Б\" is no letter of this question: they go from A to C"),
        ],
    );
}

#[test]
fn several_options_have_their_letters_in_any_order() {
    let choices = item("Choices(correct: [\"k\", \"l\"], distractors: [\"x\"])", &[1, 2, 0]);
    assert_eq!(key_letters(&choices), "A C");
    check(&choices, &[("C; A", "Choices([0, 1])"), ("ca", "Choices([0, 1])"), ("b", "Choices([2])"), ("?", "nothing")]);
    let spots =
        "spots: [(name: \"n\", shape: Circle(x: 0, y: 0, r: 1)), (name: \"m\", shape: Circle(x: 1, y: 1, r: 1))]";
    let hotspot = item(&format!("Hotspot(image: \"i\", {spots}, correct: [\"n\"])"), &[1, 0]);
    assert_eq!(key_letters(&hotspot), "B");
    check(&hotspot, &[("B", "Hotspot([0])"), ("A, B", "Hotspot([0, 1])")]);
}

#[test]
fn an_order_has_each_letter_once() {
    let order = item("Order(items: [\"1\", \"2\", \"3\", \"4\"])", &[2, 3, 0, 1]);
    assert_eq!(key_letters(&order), "C D A B");
    for written in ["C D A B", "cdab", "C, D, A, B", "C-D-A-B", "C > D > A > B", "C;D;A;B"] {
        check(&order, &[(written, "Order([0, 1, 2, 3])")]);
    }
    check(
        &order,
        &[
            ("C D", "Order([0, 1])"),
            ("C D C B", "the letter C is written twice: an order has each letter once"),
            ("C D E B", "\"E\" is no letter of this question: they go from A to D"),
        ],
    );
}

#[test]
fn pairs_and_groups_have_a_letter_for_each_place() {
    let pairs = item("Match(pairs: [(\"l\", \"r\"), (\"m\", \"s\"), (\"n\", \"r\")], extra: [\"t\"])", &[2, 0, 1]);
    assert_eq!(key_letters(&pairs), "B C B");
    check(
        &pairs,
        &[
            ("bcb", "Match([Some(0), Some(1), Some(0)])"),
            ("B - A", "Match([Some(0), None, Some(2)])"),
            ("B __ ?", "Match([Some(0), None, None])"),
            ("B", "Match([Some(0), None, None])"),
            ("- - -", "nothing"),
            ("B C B A", "there are 4 answers for 3 places"),
            ("D", "\"D\" is no letter of this question: they go from A to C"),
        ],
    );
    let groups = item("Categorise(groups: {\"G\": [\"a\", \"b\"], \"H\": [\"c\"]})", &[2, 0, 1]);
    assert_eq!(key_letters(&groups), "B A A");
    check(
        &groups,
        &[
            ("B A A", "Categorise([Some(0), Some(0), Some(1)])"),
            ("A", "Categorise([None, None, Some(0)])"),
            ("C A A", "\"C\" is no letter of this question: they go from A to B"),
        ],
    );
}

#[test]
fn a_gap_takes_the_letter_of_its_list_or_what_is_typed() {
    let mixed = item("Cloze(text: \"{one|eins} and {b ~ a ~ c}\")", &[2, 0, 1]);
    assert_eq!(key_letters(&mixed), "one; B");
    check(
        &mixed,
        &[
            ("eins; B", "Cloze([\"eins\", \"b\"])"),
            // A letter of the list comes before an option that is written so.
            ("x; a", "Cloze([\"x\", \"c\"])"),
            ("; C", "Cloze([\"\", \"a\"])"),
            ("one", "Cloze([\"one\", \"\"])"),
            ("-; -", "Cloze([\"-\", \"\"])"),
            ("one; two", "\"one; two\" is no answer to this question"),
            ("one; B; C", "there are 3 answers for 2 places"),
        ],
    );
    let lists = item("Cloze(text: \"{x ~ y} and {right ~ wrong ~ worse}\")", &[1, 0, 4, 2, 3]);
    assert_eq!(key_letters(&lists), "B B");
    check(
        &lists,
        &[
            ("BB", "Cloze([\"x\", \"right\"])"),
            ("a; wrong", "Cloze([\"y\", \"wrong\"])"),
            ("- c", "Cloze([\"\", \"wrong\"])"),
            ("C A", "\"C; worse\" is no answer to this question"),
            ("_", "nothing"),
        ],
    );
}

#[test]
fn the_kinds_without_letters_are_read_as_they_are_typed() {
    let truth = item("TrueFalse(true)", &[]);
    assert_eq!(key_letters(&truth), "true");
    check(
        &truth,
        &[("T", "TrueFalse(true)"), ("false", "TrueFalse(false)"), ("x", "\"x\" is no answer to this question")],
    );
    let number = item("Number(value: 59, unit: \"MJ\")", &[]);
    assert_eq!(key_letters(&number), "59 MJ");
    check(&number, &[("60 MJ", "Number(\"60 MJ\")")]);
    check(&item("Text(accept: [\"a\"])", &[]), &[("b", "Text(\"b\")"), (" ", "nothing")]);
    check(&item("Recall(answer: \"a\")", &[]), &[("right", "Recall(true)")]);
}

#[test]
fn beyond_z_letters_stand_apart() {
    let options: Vec<String> = (0..30).map(|index| format!("\"{index}\"")).collect();
    let order = item(&format!("Order(items: [{}])", options.join(",")), &(0..30).rev().collect::<Vec<_>>());
    assert!(key_letters(&order).starts_with("AD AC AB AA Z Y"));
    check(
        &order,
        &[("ad, z B", "Order([0, 4, 28])"), ("AE", "\"AE\" is no letter of this question: they go from A to AD")],
    );
}
