//! Texts that are as long as none a teacher writes, of signs that begin something and end nothing: each is read, and made or left
//! out with the reason, in a time that the run of the tests has. `cargo run --example import_growth` measures more of them.

use crate::common::read_bytes;
use torus::exchange::{Format, MakeOptions, ReadOptions, Remark, make};

const TIMES: usize = 60_000;

/// What begins something. Together with what ends it once, far behind, readers that look for the end each time never finish.
const SNIPPETS: [&str; 8] = ["$a ", "[a", "**a *b ", "{:SA:", "\\(a ", "{", "<b>a", "{=a ~b} "];

#[track_caller]
fn check(format: Format, file: &str) {
    let options = ReadOptions { format: Some(format), ..ReadOptions::default() };
    let Ok(file) = read_bytes(file.as_bytes(), "long", &options) else { return };
    for drafts in &file.banks {
        let made = make(drafts, "long", &MakeOptions::default());
        assert_eq!(made.questions(), drafts.drafts.len(), "made and left out are all there are");
    }
}

fn moodle(kind: &str, text: &str) -> String {
    format!(
        "<quiz><question type=\"{kind}\"><questiontext format=\"html\"><text><![CDATA[{text}]]></text></questiontext>\
         <answer fraction=\"100\"><text>a</text></answer><answer fraction=\"0\"><text>b</text></answer></question></quiz>"
    )
}

#[test]
fn endless_texts_of_moodle_xml_come_to_an_end() {
    for snippet in SNIPPETS {
        let text = snippet.repeat(TIMES);
        check(Format::MoodleXml, &moodle("multichoice", &text));
        check(Format::MoodleXml, &moodle("cloze", &format!("{text}\\}}")));
    }
}

#[test]
fn endless_texts_of_gift_come_to_an_end() {
    for snippet in SNIPPETS {
        let text = snippet.repeat(TIMES);
        check(Format::Gift, &format!("[markdown]{text} {{=a ~b}}"));
        check(Format::Gift, &format!("a? {{{text} =c ~d}}"));
    }
}

#[test]
fn endless_cells_and_lines_come_to_an_end() {
    for snippet in SNIPPETS {
        let text = snippet.repeat(TIMES);
        check(Format::Table, &format!("question,correct answer,wrong answer 1\n\"{text}\",a,b\n"));
        check(Format::Lettered, &format!("1. {text}\nA) a\nB) b\nAnswer: A\n"));
    }
}

#[test]
fn a_question_that_no_screen_shows_is_left_out_with_the_reason() {
    let text = |bytes: usize| format!("1. {}\nA) a\nB) b\nAnswer: A\n", "a".repeat(bytes));
    let made = |bytes| {
        let options = ReadOptions { format: Some(Format::Lettered), ..ReadOptions::default() };
        let file = read_bytes(text(bytes).as_bytes(), "long", &options).expect("reads");
        make(&file.banks[0], "long", &MakeOptions::default())
    };
    assert_eq!(made(60_000).bank.questions.len(), 1);
    let left_out = made(70_000).left_out;
    assert!(
        matches!(&left_out[..], [one] if matches!(one.reason, Remark::CannotCarry(reason) if reason.contains("64 KiB")))
    );
}
