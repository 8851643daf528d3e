//! Zip files of folders of the test data, and banks that go out and come back.

use crate::common::data;
use std::io::{Cursor, Write};
use std::path::Path;
use torus::bank::{Answer, Bank, Question, judge, write_question};
use torus::exchange::{Carried, MadeBank, MakeOptions, PictureSource, ReadFile, ReadOptions, Target, make, write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The files as a zip file.
pub fn zip(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a file");
        writer.write_all(bytes).expect("writes");
    }
    writer.finish().expect("a zip file").into_inner()
}

/// A folder of the test data as a zip file.
pub fn folder(path: &str) -> Vec<u8> {
    let files = files(path);
    zip(&files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect::<Vec<_>>())
}

/// The files of a folder of the test data, with their names in it.
pub fn files(path: &str) -> Vec<(String, Vec<u8>)> {
    let root = data(path);
    let mut found = Vec::new();
    gather(&root, &root, &mut found);
    found.sort();
    found
}

fn gather(root: &Path, folder: &Path, found: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            gather(root, &path, found);
        } else {
            let name = path.strip_prefix(root).expect("in it").to_string_lossy().replace('\\', "/");
            found.push((name, std::fs::read(&path).expect("a file")));
        }
    }
}

/// A picture for every path.
pub struct AnyPicture;

impl PictureSource for AnyPicture {
    fn picture(&self, path: &str) -> Option<Vec<u8>> {
        Some(format!("<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'><!--{path}--></svg>").into_bytes())
    }
}

/// What a bank becomes when it is written and read again.
pub fn there_and_back(bank: &Bank, target: Target, read: impl Fn(&[u8]) -> ReadFile) -> MadeBank {
    let exported = write(bank, target, &AnyPicture);
    assert_eq!(exported, write(bank, target, &AnyPicture), "the same bank gives the same bytes");
    let file = read(&exported.bytes);
    let [drafts] = &file.banks[..] else { panic!("{} banks", file.banks.len()) };
    make(drafts, &bank.id, &MakeOptions::default())
}

/// Writes questions of the kinds that arrive whole, reads them again, and finds the same questions.
#[track_caller]
pub fn check_whole(target: Target, bank: &Bank, read: impl Fn(&[u8]) -> ReadFile) {
    let whole = |question: &&Question| target.carries(question.kind()) == Carried::Whole;
    let bank = Bank { questions: bank.questions.iter().filter(whole).cloned().collect(), ..bank.clone() };
    let back = there_and_back(&bank, target, read);
    assert!(back.left_out.is_empty(), "{:?}", back.left_out);
    assert_eq!(back.bank.title, bank.title);
    for (question, back) in bank.questions.iter().zip(&back.bank.questions) {
        check_same(question, back);
    }
    assert_eq!(back.bank.questions.len(), bank.questions.len());
    assert_eq!(judge(&bank).len(), judge(&back.bank).len(), "{:?}", judge(&back.bank));
}

#[track_caller]
fn check_same(question: &Question, back: &Question) {
    let mut back = back.clone();
    if let (Answer::Cloze { text }, Answer::Cloze { text: text_back }) = (&question.answer, &back.answer) {
        // A sentence comes back whole; its prompt may have joined it.
        let spaceless = |text: &str| text.replace(char::is_whitespace, "");
        assert!(spaceless(text_back.source()).contains(&spaceless(text.source())), "{text_back:?}");
        back.answer = question.answer.clone();
        back.prompt = question.prompt.clone();
    }
    let mut expected = question.clone();
    for question in [&mut back, &mut expected] {
        question.feedback.0.sort();
    }
    assert_eq!(plain(&write_question(&back)), plain(&write_question(&expected)));
}

/// What RON text says apart from paragraphs, lines, and where pictures lie.
pub fn plain(ron: &str) -> String {
    let paragraphs = ["<p>", "</p>", "<div>", "</div>", "\\n"];
    let bare = paragraphs.iter().fold(ron.to_owned(), |ron, sign| ron.replace(sign, ""));
    let spaceless: String = bare.replace("maps/rivers.svg", "pictures/rivers.svg").split_whitespace().collect();
    without_hashes(&spaceless)
}

/// The part of a picture's hash in its name is the import's own: `rivers-94db0c09.svg` is `rivers.svg`.
fn without_hashes(text: &str) -> String {
    let mut parts = text.split(".svg").map(|part| {
        let hash = part
            .rsplit_once('-')
            .filter(|(_, hash)| hash.len() == 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()));
        hash.map_or(part, |(before, _)| before)
    });
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + ".svg" + part)
}

/// A bank with several questions of every kind that packages carry.
pub fn bank() -> Bank {
    let questions = r#"[
        (id: "longest", topic: "Rivers/Europe", prompt: "Which river is the longest?",
         answer: Choice(correct: "Volga", distractors: ["Rhine and Main", "Seine or Loire"]),
         feedback: {"Rhine and Main": "It is shorter.", "Volga": "Yes."}, explanation: "It is 3530 km long.",
         hints: ["It is in Russia.", "Not the Rhine."], points: 2.5),
        (id: "picture", topic: "Rivers/Europe", prompt: "Which one is on ![a map](maps/rivers.svg)?",
         answer: Choice(correct: "Po", distractors: ["Ebro"]), explanation: "So it is."),
        (id: "3-germany", topic: "Rivers", prompt: "Which flow through Germany?",
         answer: Choices(correct: ["Elbe", "Main", "Weser"], distractors: ["Loire", "Po"]),
         feedback: {"Po": "In Italy."}, explanation: "A map tells."),
        (id: "all-right", topic: "Rivers", prompt: "Which are rivers?",
         answer: Choices(correct: ["Elbe", "Main"], distractors: []), explanation: "All."),
        (id: "east", topic: "Seas", prompt: "The Danube flows east.", answer: TrueFalse(true),
         feedback: {"false": "Look again.", "true": "It does."}, explanation: "To the Black Sea."),
        (id: "west", topic: "Seas", prompt: "The Po flows west.", answer: TrueFalse(false), explanation: "East."),
        (id: "length", topic: "Seas", prompt: "How long is it?",
         answer: Number(value: 1233, tolerance: 0.3, unit: "km"), explanation: "Measured."),
        (id: "sea", prompt: "Into which sea?", answer: Text(accept: ["Black Sea", "the Black Sea"], typos: 1),
         explanation: "It is far away."),
        (id: "north", prompt: "From south to north.", answer: Order(items: ["Inn", "Main", "Weser", "Eider"]),
         explanation: "By latitude.", points: 3),
        (id: "cities", prompt: "Which city on which river?",
         answer: Match(pairs: [("Paris", "Seine"), ("London", "Thames"), ("Rouen", "Seine")], extra: ["Tiber", "Po"]),
         explanation: "Look at a map.", points: 2),
        (id: "capitals", prompt: "Which capital?", answer: Match(pairs: [("Peru", "Lima"), ("Chile", "Santiago")]),
         explanation: "Of each."),
        (id: "gaps", prompt: "Fill in.", answer: Cloze(text: "The {Rhine|river Rhine} rises in {Switzerland ~ Austria ~ Italy}."),
         explanation: "At the Gotthard."),
        (id: "lists", topic: "Seas", prompt: "Pick.", answer: Cloze(text: "{Inn ~ Alps} and {Alps ~ Inn} and {Inn ~ Alps}"),
         explanation: "In turn."),
        (id: "groups", prompt: "Which sea?",
         answer: Categorise(groups: {"North Sea": ["Elbe", "Weser"], "Baltic Sea": ["Oder"]}), explanation: "By basin."),
        (id: "spot", prompt: "Where is the Po?", alt: "A map.", explanation: "In the south.",
         answer: Hotspot(image: "maps/rivers.svg", correct: ["Po"], spots: [
            (name: "Po", shape: Circle(x: 0.5, y: 0.5, r: 0.1)),
            (name: "Ebro", shape: Rect(x: 0.1, y: 0.1, width: 0.2, height: 0.2), describe: "far west"),
            (name: "Inn", shape: Polygon([(0.7, 0.1), (0.9, 0.1), (0.8, 0.3)]))])),
        (id: "far", prompt: "It flows {v} km in an hour. How far in {t} hours?",
         answer: Calculated(variables: {"v": Range(from: 1, to: 4, step: 0.1), "t": Range(from: 2, to: 6)}, value: "v * t",
         tolerance_percent: 2), explanation: "Multiply."),
        (id: "card", prompt: "What is a meander?", answer: Recall(answer: "A bend."), explanation: "A word."),
    ]"#;
    let questions: Vec<Question> = ron::from_str(questions).expect("questions");
    Bank { format: 1, id: "rivers".into(), title: "Rivers & seas".into(), questions, ..Bank::default() }
}

/// Every way in which a file may be damaged: cut off, with bytes changed, with bytes left out.
pub fn damaged(bytes: &[u8], place: usize, how: u8, byte: u8) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let place = place % bytes.len().max(1);
    match how % 4 {
        0 => bytes.truncate(place),
        1 => bytes[place] = byte,
        2 => {
            bytes.drain(place..(place + usize::from(byte)).min(bytes.len()));
        }
        _ => {
            let piece: Vec<u8> = bytes[place..(place + 40).min(bytes.len())].to_vec();
            let at = (place + usize::from(byte) * 7) % bytes.len();
            bytes.splice(at..at, piece);
        }
    }
    bytes
}

/// The options to read a file of that format.
pub fn as_format(format: torus::exchange::Format) -> ReadOptions {
    ReadOptions { format: Some(format), ..ReadOptions::default() }
}
