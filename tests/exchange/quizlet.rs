//! Terms and definitions as Quizlet copies them, in and out.

use crate::common::{NoPictures, banks, read_bytes};
use torus::bank::Answer;
use torus::exchange::{Format, ReadOptions, Target, write};

fn options(separator: Option<&str>) -> ReadOptions {
    ReadOptions { format: Some(Format::Quizlet), separator: separator.map(Into::into), ..ReadOptions::default() }
}

#[test]
fn a_line_without_a_term_is_left_out_and_cards_are_made_where_asked_for() {
    let text = b"lost\nchien\tdog\nchat\tcat\nor kitten; small\n";
    let made = banks(text, "t.txt", &options(None), true).remove(0);
    assert_eq!((made.bank.questions.len(), made.left_out.len()), (2, 1));
    assert_eq!(made.bank.questions[1].answer, Answer::Recall { answer: "cat\nor kitten; small".into() });
    let made = banks(text, "t.txt", &options(None), false).remove(0);
    assert_eq!((made.bank.questions.len(), made.left_out.len()), (0, 3));
}

#[test]
fn another_separator_is_told_from_the_text() {
    let text = b"chien|dog\nchat|cat\noiseau|bird\n";
    let made = banks(text, "words.csv", &ReadOptions::default(), true).remove(0);
    assert_eq!(made.bank.questions.len(), 3);
    assert_eq!(made.bank.questions[1].answer, Answer::Recall { answer: "cat".into() });
    assert!(read_bytes(b"One line; and another\nA text\nof prose.\n", "x.txt", &ReadOptions::default()).is_err());
}

#[test]
fn the_separator_can_be_set() {
    let made = banks(b"chien = dog\n", "t.txt", &options(Some(" = ")), true).remove(0);
    assert_eq!(&*made.bank.questions[0].prompt, "chien");
}

#[test]
fn what_is_written_reads_back_the_same() {
    let text = "a $x^2$\tb\\*c\ntwo\nlines\nd\t- e\n";
    let bank = banks(text.as_bytes(), "t.txt", &options(None), true).remove(0).bank;
    let exported = write(&bank, Target::Quizlet, &NoPictures);
    assert_eq!((exported.made, exported.remarks.len()), (2, 0), "{:?} {:?}", exported.remarks, bank.questions);
    let again = banks(&exported.bytes, "t.txt", &options(None), true).remove(0).bank;
    assert_eq!(again.questions, bank.questions);
}

#[test]
fn a_card_whose_front_is_blank_is_left_out() {
    let notes = b"#separator:tab\n#columns:Front\tBack\n \tdog\nchat\tcat\n";
    let made = banks(notes, "notes.txt", &ReadOptions::default(), true).remove(0);
    assert_eq!((made.bank.questions.len(), made.left_out.len()), (1, 1));
}
