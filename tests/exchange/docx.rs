//! Word documents with lettered questions.

use crate::common::{banks, read_bytes};
use std::io::{Cursor, Write};
use torus::bank::Answer;
use torus::exchange::{Format, ReadOptions, Remark};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const NUMBERING: &str = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>
</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#;

fn options() -> ReadOptions {
    ReadOptions { format: Some(Format::Docx), ..ReadOptions::default() }
}

fn document(body: &str) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let xml = format!("<w:document xmlns:w=\"w\" xmlns:m=\"m\"><w:body>{body}</w:body></w:document>");
    for (name, text) in [("word/document.xml", xml.as_str()), ("word/numbering.xml", NUMBERING)] {
        writer.start_file(name, SimpleFileOptions::default()).expect("a file");
        writer.write_all(text.as_bytes()).expect("writes");
    }
    writer.finish().expect("a package").into_inner()
}

/// A paragraph of a list at a depth, with the properties of its words.
fn item(depth: u32, looks: &str, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{depth}\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr>\
         <w:r><w:rPr>{looks}</w:rPr><w:t>{words}</w:t></w:r></w:p>"
    )
}

fn choice(correct: &str, distractors: &[&str]) -> Answer {
    Answer::Choice { correct: correct.into(), distractors: distractors.iter().map(|option| (*option).into()).collect() }
}

#[test]
fn without_a_mark_a_question_is_left_out_with_its_paragraph() {
    let body = [item(0, "", "One?"), item(1, "", "x"), item(1, "", "y")].concat();
    let made = banks(&document(&body), "t.docx", &options(), false).remove(0);
    assert_eq!((made.bank.questions.len(), &made.left_out[0].reason), (0, &Remark::NoKey));
    let all = [item(0, "", "One?"), item(1, "<w:b/>", "x"), item(1, "<w:b/>", "y")].concat();
    let made = banks(&document(&all), "t.docx", &options(), false).remove(0);
    assert_eq!((made.bank.questions.len(), &made.left_out[0].reason), (0, &Remark::NoKey));
}

#[test]
fn numbers_of_lists_are_restored_and_bold_options_are_right() {
    let body = [
        item(0, "<w:b/>", "One?"),
        item(1, "", "x"),
        item(1, "<w:b/>", "y"),
        item(0, "", "Two?"),
        item(1, "<w:b/>", "v"),
        item(1, "", "w"),
    ];
    let made = banks(&document(&body.concat()), "t.docx", &options(), false).remove(0);
    let answers: Vec<_> = made.bank.questions.iter().map(|question| question.answer.clone()).collect();
    assert_eq!(answers, [choice("y", &["x"]), choice("v", &["w"])]);
    assert_eq!(&*made.bank.questions[0].prompt, "One?");
    assert!(matches!(made.made[0].remarks[..], [Remark::Key(_)]));
}

#[test]
fn options_side_by_side_have_each_its_own_looks() {
    let run = |looks: &str, words: &str| format!("<w:r><w:rPr>{looks}</w:rPr><w:t>{words}</w:t></w:r>");
    let tab = "<w:r><w:tab/></w:r>";
    let row = [
        "<w:p>",
        &run("", "a) Rome"),
        tab,
        &run("<w:b/>", "b) Pa"),
        &run("<w:b/>", "ris"),
        tab,
        &run("", "c) Oslo"),
        "</w:p>",
    ];
    let body = item(0, "", "One?") + &row.concat();
    let made = banks(&document(&body), "t.docx", &options(), false).remove(0);
    assert_eq!(made.bank.questions[0].answer, choice("Paris", &["Rome", "Oslo"]));
    let numbered = item(0, "", "One?")
        + &item(1, "", "Rome</w:t><w:tab/><w:t>*b) Paris   c) Oslo")
        + &item(0, "", "Two?")
        + "<w:p><w:r><w:t>a) x   b) y</w:t></w:r></w:p><w:p><w:r><w:t>Answer: b</w:t></w:r></w:p>";
    let made = banks(&document(&numbered), "t.docx", &options(), false).remove(0);
    let found: Vec<_> = made.bank.questions.iter().map(|question| question.answer.clone()).collect();
    assert_eq!(found, [choice("Paris", &["Rome", "Oslo"]), choice("y", &["x"])]);
}

#[test]
fn asterisks_and_formulas_are_read() {
    let body = "<w:p><w:r><w:t>1. What is </w:t></w:r><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num>\
        <m:den><m:r><m:t>x</m:t></m:r></m:den></m:f></m:oMath><w:r><w:t>?</w:t></w:r></w:p>\
        <w:p><w:r><w:t>*a) H</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"subscript\"/></w:rPr><w:t>2</w:t></w:r></w:p>\
        <w:p><w:r><w:t>b) y</w:t><w:br/><w:t>c) z</w:t></w:r></w:p>";
    let made = banks(&document(body), "t.docx", &options(), false).remove(0);
    assert_eq!(&*made.bank.questions[0].prompt, "What is $\\frac{1}{x}$?");
    assert_eq!(made.bank.questions[0].answer, choice("H₂", &["y", "z"]));
}

#[test]
fn a_cut_document_never_panics() {
    let whole = document(&[item(0, "", "One?"), item(1, "", "x")].concat());
    for cut in (0..whole.len()).step_by(7) {
        let _ = read_bytes(&whole[..cut], "t.docx", &options());
    }
}
