//! Questions with lettered options, in and out.

use crate::common::{NoPictures, banks};
use torus::bank::{Answer, Bank, Question};
use torus::exchange::{Format, ReadOptions, Remark, Target, write};

fn options() -> ReadOptions {
    ReadOptions { format: Some(Format::Lettered), ..ReadOptions::default() }
}

/// The answers that come of a text, and how many questions were left out.
#[track_caller]
fn answers(text: &str) -> (Vec<Answer>, usize) {
    let made = banks(text.as_bytes(), "test.txt", &options(), false).remove(0);
    (made.bank.questions.iter().map(|question| question.answer.clone()).collect(), made.left_out.len())
}

fn choice(correct: &str, distractors: &[&str]) -> Answer {
    Answer::Choice { correct: correct.into(), distractors: distractors.iter().map(|option| (*option).into()).collect() }
}

#[test]
fn a_question_without_a_key_is_left_out_with_its_line() {
    let made = banks(b"1. One?\na) x\nb) y\n\n2. Two?\n*a) v\nb) w\n", "t.txt", &options(), false).remove(0);
    assert_eq!(made.bank.questions[0].answer, choice("v", &["w"]));
    assert_eq!((made.left_out[0].draft, &made.left_out[0].reason), (0, &Remark::NoKey));
}

#[test]
fn a_key_that_names_no_option_or_contradicts_is_never_bent() {
    assert_eq!(answers("What?\nA) x\nB) y\nANSWER: D\n"), (vec![], 1));
    assert_eq!(answers("1. What?\n*A) x\nB) y\n\nAnswers:\n1. B\n"), (vec![], 1));
}

#[test]
fn aiken_is_read() {
    let text = "Which is red?\nA) Sky\nB. Rose\nC) Grass\nANSWER: B\n\nIt is so\nA) True\nB) False\nANSWER: A\n";
    assert_eq!(answers(text), (vec![choice("Rose", &["Sky", "Grass"]), Answer::TrueFalse(true)], 0));
}

#[test]
fn several_letters_words_and_a_list_at_the_end_are_keys() {
    let text = "1. Which are even?\na) 2\nb) 3\nc) 4\nAnswer: A, C\n\n2. Capital of France?\nAnswer: Paris\n\n3) Sea?\n(a) Aral\n(b) Alps\n\nAnswer key:\n3. A\n";
    let (found, left_out) = answers(text);
    assert_eq!(left_out, 0);
    assert_eq!(
        found[0],
        Answer::Choices { correct: Box::new(["2".into(), "4".into()]), distractors: Box::new(["3".into()]) }
    );
    assert!(matches!(&found[1], Answer::Text { accept, .. } if *accept[0] == *"Paris"));
    assert_eq!(found[2], choice("Aral", &["Alps"]));
}

#[test]
fn a_key_list_that_fits_no_option_or_names_a_question_twice_leaves_it_out() {
    let text = "1. One?\na) x\nb) y\n\n2. Two?\na) v\nb) w\n\nAnswers: 1b, 2d\n";
    let made = banks(text.as_bytes(), "t.txt", &options(), false).remove(0);
    assert_eq!(made.bank.questions[0].answer, choice("y", &["x"]));
    assert_eq!((made.left_out[0].draft, &made.left_out[0].reason), (1, &Remark::KeyIsNoOption("d".into())));
    let twice = text.replace("2d", "2a, 2b");
    let made = banks(twice.as_bytes(), "t.txt", &options(), false).remove(0);
    assert!(made.left_out[0].reason.message().contains("has two for its number"), "{:?}", made.left_out);
    let of_two = text.replace("2. Two?", "1. Two?");
    let made = banks(of_two.as_bytes(), "t.txt", &options(), false).remove(0);
    assert!(made.left_out.iter().any(|left| left.reason.message().contains("another question has its number")));
}

#[test]
fn key_lists_with_letters_behind_numbers_are_read() {
    let asked = "1. One?\na) x\nb) y\nc) z\n\n2. Two?\na) v\nb) w\nc) u\n\n";
    let wanted = (vec![choice("y", &["x", "z"]), choice("u", &["v", "w"])], 0);
    for list in [
        "1b, 2c",
        "1 b 2 c",
        "1.B 2.C",
        "1b\n2c",
        "Lösungen: 1b 2c",
        "Answers: 1-b; 2-c",
        "Answer: 1-b; 2-c",
        "Key:\n1 b\n\n2 c\n",
        "Answers:\n1. b) y\n2. c) u",
    ] {
        assert_eq!(answers(&format!("{asked}{list}")), wanted, "{list}");
        assert_eq!(answers(&format!("{asked}{list}\r\n\r\n")), wanted, "{list}");
    }
    assert_eq!(answers("1. How long?\nAnswer: 5 m\n").1, 0, "an answer with a unit is no list");
}

#[test]
fn options_side_by_side_are_read_without_being_told_what_the_text_is() {
    let untold = ReadOptions::default();
    for text in [
        "1. Capital of Italy?\na) Rome   b) Paris   c) Oslo\n\n1a",
        "1. Capital of Italy?\na) Rome\tb) Paris\tc) Oslo\nAnswer: a",
        "Capital of Italy?\n*a) Rome b) Paris c) Oslo\n",
        "1. Capital of Italy? a) Rome b) Paris c) Oslo\nAnswers: 1 a",
        "Capital of Italy?\n(A) Rome  (B) Paris\n(C) Oslo\nANSWER: A\n",
    ] {
        let made = banks(text.as_bytes(), "t.txt", &untold, false).remove(0);
        assert_eq!(made.bank.questions[0].answer, choice("Rome", &["Paris", "Oslo"]), "{text}");
        assert_eq!(&*made.bank.questions[0].prompt, "Capital of Italy?");
    }
}

#[test]
fn a_letter_as_key_without_options_is_told_as_that() {
    let made = banks(b"1. Capital?\nRome, Paris or Oslo\nAnswer: b\n", "t.txt", &options(), false).remove(0);
    assert!(made.left_out[0].reason.message().contains("it has no options"), "{:?}", made.left_out);
}

#[test]
fn explanations_and_feedback_stand_where_they_belong() {
    let text = "1. Red?\nas a colour\n*a) Rose\n@ Yes\nb) Sky\nExplanation: Roses are.\n";
    let made = banks(text.as_bytes(), "t.txt", &options(), false).remove(0);
    let question = &made.bank.questions[0];
    assert_eq!((&*question.prompt, &*question.explanation), ("Red?\nas a colour", "Roses are."));
    assert_eq!(question.feedback.0[0], ("Rose".into(), "Yes".into()));
}

#[test]
fn a_letter_alone_below_the_options_names_one_of_them() {
    let (found, left_out) = answers("Which?\nA) one\nB) two\nB\n\nWhich else?\nA) three\nB) four\nC\n");
    assert_eq!((found, left_out), (vec![choice("two", &["one"])], 1));
    let (found, _) = answers("Which?\nA) b\nB) a\nANSWER: B\n");
    assert_eq!(found, [choice("a", &["b"])], "a letter is a letter, also where an option is called so");
}

#[test]
fn what_is_written_as_aiken_reads_back_the_same() {
    let question = |id: &str, prompt: &str, answer: Answer| Question {
        id: id.into(),
        prompt: prompt.into(),
        answer,
        ..banks(b"Q?\n*a) x\nb) y\n", "t.txt", &options(), false)[0].bank.questions[0].clone()
    };
    let bank = Bank {
        questions: vec![
            question("a", "What is $x^2$?", choice("2\\*x\\*", &["b", "c"])),
            question("b", "Which?", choice("1", &["2"])),
            question("c", "True?", Answer::TrueFalse(false)),
        ],
        ..Bank::default()
    };
    let exported = write(&bank, Target::Aiken, &NoPictures);
    assert_eq!((exported.made, exported.remarks.len()), (3, 0));
    let (found, left_out) = answers(std::str::from_utf8(&exported.bytes).expect("text"));
    assert_eq!(found, bank.questions.iter().map(|question| question.answer.clone()).collect::<Vec<_>>());
    assert_eq!(left_out, 0);
}

#[test]
fn no_damaged_text_panics() {
    let text = "1. Wäs?\n*a) x\n(b) y\n[x] z\n@ f\nAnswer: A, C\nExplanation: e\nPoints: 2\n\nKey:\n1. A 2) B\n";
    let signs: Vec<char> = text.chars().collect();
    for cut in 0..signs.len() {
        let halves: String = signs[cut..].iter().chain(&signs[..cut]).collect();
        let start: String = signs[..cut].iter().collect();
        for text in [halves, start] {
            let _ = crate::common::read_bytes(text.as_bytes(), "t.txt", &options());
        }
    }
}
