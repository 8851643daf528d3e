//! How the time of an import grows with a single text: each snippet repeated n, 2n, 4n and 8n times within one question.
//!
//! `cargo run --example import_growth [-- N [WORD]]`. A time that grows more than fourteenfold where the text grows eightfold is
//! marked. It asserts nothing: whoever changes a reader looks at it.

#![allow(clippy::print_stdout, reason = "it prints what it has measured")]

use std::io::Cursor;
use std::time::{Duration, Instant};
use torus::bank::Quietly;
use torus::exchange::{Format, MakeOptions, ReadOptions, make, read};

const SNIPPETS: [&str; 40] = [
    "$a ",
    "$$a ",
    "$a\n",
    "[a",
    "[a](",
    "![a",
    "![a](b ",
    "[a]: b\n",
    "**a *b ",
    "*a _b ",
    "_a",
    "`a ``b ",
    "`",
    "> ",
    "- a\n",
    "| a ",
    "\\",
    "\\(a ",
    "\\[",
    "\\frac{",
    "\\text{a} ",
    "{:SA:",
    "{1:MC:=a~",
    "{",
    "}",
    "{a}",
    "{=a ~b}",
    "=a ",
    "~a ",
    "=a -> b ",
    "#a ",
    "####",
    "<b>",
    "<a href=b>",
    "<table><td>",
    "<sup>a",
    "&amp; ",
    "&#",
    "a\n\n",
    "a a. ",
];

/// A file of one question with this text, in one of its places.
fn files(text: &str) -> Vec<(&'static str, Format, String)> {
    let moodle = |prompt: &str, answer: &str, kind: &str, format: &str| {
        format!(
            "<quiz><question type=\"{kind}\"><name><text>n</text></name><questiontext format=\"{format}\"><text><![CDATA[{prompt}]]></text>\
             </questiontext><answer fraction=\"100\" format=\"{format}\"><text><![CDATA[{answer}]]></text></answer><answer fraction=\"0\">\
             <text>other</text></answer></question></quiz>"
        )
    };
    let cell = format!("\"{}\"", text.replace('"', "\"\""));
    vec![
        ("moodle html prompt", Format::MoodleXml, moodle(text, "a", "multichoice", "html")),
        ("moodle html option", Format::MoodleXml, moodle("a?", text, "multichoice", "html")),
        ("moodle markdown", Format::MoodleXml, moodle(text, "a", "multichoice", "markdown")),
        ("moodle auto", Format::MoodleXml, moodle(text, "a", "multichoice", "moodle_auto_format")),
        ("moodle plain", Format::MoodleXml, moodle(text, "a", "multichoice", "plain_text")),
        ("moodle short answer", Format::MoodleXml, moodle("a?", text, "shortanswer", "html")),
        ("moodle calculated", Format::MoodleXml, moodle(text, text, "calculated", "html")),
        ("moodle cloze", Format::MoodleXml, moodle(&format!("{text} {{1:SA:=a}}"), "", "cloze", "html")),
        ("moodle cloze open", Format::MoodleXml, moodle(&format!("{text}\\}}"), "", "cloze", "html")),
        ("gift prompt", Format::Gift, format!("{} {{=a ~b}}\n", text.replace("\n\n", "\n"))),
        ("gift markdown", Format::Gift, format!("[markdown]{} {{=a ~b}}\n", text.replace("\n\n", "\n"))),
        ("gift html", Format::Gift, format!("[html]{} {{=a ~b}}\n", text.replace("\n\n", "\n"))),
        ("gift answers", Format::Gift, format!("a? {{{} =c ~d}}\n", text.replace("\n\n", "\n"))),
        ("gift feedback", Format::Gift, format!("a? {{=c ~d #{} }}\n", text.replace("\n\n", "\n"))),
        ("table prompt", Format::Table, format!("question,correct answer,wrong answer 1\n{cell},a,b\n")),
        ("table option", Format::Table, format!("question,correct answer,wrong answer 1\na?,a,{cell}\n")),
        ("lettered prompt", Format::Lettered, format!("1. {text}\nA) a\nB) b\nAnswer: A\n")),
        ("lettered option", Format::Lettered, format!("1. a?\nA) {text}\nB) b\nAnswer: A\n")),
        ("quizlet", Format::Quizlet, format!("{text}\ta\n")),
        ("anki text", Format::AnkiText, format!("#separator:tab\n#html:true\n{cell}\ta\n")),
        (
            "open trivia",
            Format::OpenTrivia,
            format!(
                "{{\"results\":[{{\"category\":\"c\",\"type\":\"multiple\",\"difficulty\":\"easy\",\"question\":{},\"correct_answer\":\"a\",\"incorrect_answers\":[\"b\"]}}]}}",
                serde_json::to_string(text).unwrap_or_default()
            ),
        ),
    ]
}

fn time(format: Format, file: &str) -> (Duration, Duration) {
    let options = ReadOptions { format: Some(format), ..ReadOptions::default() };
    let began = Instant::now();
    let Ok(file) = read(&mut Cursor::new(file.as_bytes()), "file", &options, &Quietly) else {
        return (began.elapsed(), Duration::ZERO);
    };
    let reading = began.elapsed();
    let began = Instant::now();
    for drafts in &file.banks {
        make(drafts, "bank", &MakeOptions { with_cards: true, one_topic: None });
    }
    (reading, began.elapsed())
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let least: usize = args.first().and_then(|count| count.parse().ok()).unwrap_or(1000);
    let only = args.get(1).map(String::as_str).unwrap_or_default();
    for snippet in SNIPPETS {
        let sizes = [least, 2 * least, 4 * least, 8 * least];
        let all: Vec<_> = sizes.iter().map(|count| files(&snippet.repeat(*count))).collect();
        for place in 0..all[0].len() {
            if !all[0][place].0.contains(only) {
                continue;
            }
            let times: Vec<_> = all.iter().map(|files| time(files[place].1, &files[place].2)).collect();
            let total = |(reading, making): &(Duration, Duration)| (*reading + *making).as_secs_f64() * 1000.0;
            let totals: Vec<f64> = times.iter().map(total).collect();
            if totals[3] > 20.0 && totals[3] > 14.0 * totals[0] {
                println!(
                    "{snippet:14?} {:20} {:8.1} {:8.1} {:8.1} {:8.1} ms, of which making {:8.1}",
                    all[0][place].0,
                    totals[0],
                    totals[1],
                    totals[2],
                    totals[3],
                    times[3].1.as_secs_f64() * 1000.0
                );
            }
        }
    }
}
