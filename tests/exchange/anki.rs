//! Anki's text exports and packages, in and out.

use crate::common::{NoPictures, banks, read_bytes};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use torus::bank::{Answer, Bank, ClozeText, Entries, FORMAT, Kind, Question, Spot, Variable};
use torus::exchange::{
    Carried, Format, MadeBank, PictureSource, ReadOptions, Remark, Severity, Target, Unreadable, write,
};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn as_text() -> ReadOptions {
    ReadOptions { format: Some(Format::AnkiText), ..ReadOptions::default() }
}

fn as_package() -> ReadOptions {
    ReadOptions { format: Some(Format::Apkg), ..ReadOptions::default() }
}

#[track_caller]
fn made_of_text(text: &str, cards: bool) -> MadeBank {
    banks(text.as_bytes(), "deck.txt", &as_text(), cards).remove(0)
}

#[test]
fn what_gives_no_question_is_left_out_with_its_line_and_reason() {
    let text = "#separator:tab\n#html:false\n#notetype:Basic\n#deck:Rivers\n\
                front\tback\n\tno front\n\"open\tx\nDanube\triver\nfront\tback\n{{c1::open\tx\n";
    let file = read_bytes(text.as_bytes(), "deck.txt", &as_text()).expect("reads");
    let lines: Vec<Option<u32>> = file.banks[0].drafts.iter().map(|draft| draft.place.line).collect();
    assert_eq!(lines, [5, 6, 7, 8, 9, 10].map(Some));
    let made = made_of_text(text, true);
    let left_out: Vec<(usize, &Remark)> =
        made.left_out.iter().map(|left_out| (left_out.draft, &left_out.reason)).collect();
    assert!(
        matches!(left_out[..], [(1, Remark::Damaged(_)), (2, Remark::Damaged(_)), (5, Remark::Damaged(_))]),
        "{left_out:?}"
    );
    assert!(made.remarks().contains(&(4, &Remark::Doubled)));
    let without_cards = made_of_text(text, false);
    assert!(without_cards.left_out.iter().any(|left_out| left_out.reason == Remark::CardNotAsked));
}

#[test]
fn columns_of_a_text_say_which_type_deck_and_id_a_note_has() {
    let text = "#separator:;\n#html:false\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n\
                a1;Basic;Geo::Rivers;Which sea?;Black Sea;x y\n\
                a2;Basic (type in the answer);Geo;Which river?;Danube;\n\
                a3;Cloze;Geo::Rivers;The {{c1::Danube::a river}} meets the {{c2::Sava}}.;;\n";
    let made = made_of_text(text, true);
    assert_eq!(&*made.bank.title, "Geo");
    let topics: Vec<&str> = made.bank.questions.iter().map(|question| &*question.topic).collect();
    assert_eq!(topics, ["Rivers", "", "Rivers"]);
    let [card, typed, cloze] = &made.bank.questions[..] else { panic!("three questions") };
    assert_eq!(card.answer, Answer::Recall { answer: "Black Sea".into() });
    assert_eq!(typed.answer, Answer::text(["Danube".into()].into(), 0));
    assert_eq!(cloze.answer, Answer::Cloze { text: ClozeText::new("The {Danube} meets the {Sava}.") });
    assert_eq!(cloze.hints[..], ["a river".into()]);
}

#[test]
fn a_head_that_went_through_a_spreadsheet_is_read() {
    let text = "\"#separator:Comma\",,\n#html:false,,\n#deck:Sea,,\none,two,\n";
    let made = made_of_text(text, true);
    assert_eq!(made.bank.questions.len(), 1);
    assert_eq!(made.bank.questions[0].answer, Answer::Recall { answer: "two".into() });
}

fn question(id: &str, answer: Answer) -> Question {
    Question {
        id: id.into(),
        topic: "Rivers/Europe".into(),
        prompt: format!("What about {id}").into(),
        explanation: "As the map shows".into(),
        hints: ["Look north".into(), "Look again".into()].into(),
        points: 2.5,
        ..Question::of(answer)
    }
}

fn boxed(texts: &[&str]) -> Box<[Box<str>]> {
    texts.iter().map(|text| (*text).into()).collect()
}

/// One of each kind or more.
fn every_kind() -> Bank {
    let spot = |name: &str| -> Spot {
        ron::from_str(&format!("(name: {name:?}, shape: Circle(x: 0.5, y: 0.5, r: 0.1))")).expect("a spot")
    };
    let number = Answer::Number { value: 2850.0, tolerance: 50.0, unit: "km".into(), unit_required: false };
    let variables = Entries([("x".into(), Variable::Range { from: 1.0, to: 9.0, step: 1.0 })].into());
    let calculated = Answer::Calculated {
        variables,
        value: "2*x".into(),
        tolerance_percent: 1.0,
        unit: Box::default(),
        unit_required: false,
    };
    let pairs = [("Danube".into(), "Black Sea".into()), ("Rhine".into(), "North Sea".into())].into();
    let groups = Entries([("Short".into(), boxed(&["Pad"])), ("Long".into(), boxed(&["Volga", "Ural"]))].into());
    let mut questions = vec![
        question("recall", Answer::Recall { answer: "the delta".into() }),
        question("recall-b", Answer::Recall { answer: "the spring".into() }),
        question("text", Answer::text(boxed(&["Danube", "Donau", "Duna"]), 0)),
        question("text-b", Answer::text(boxed(&["Rhine"]), 0)),
        question("cloze", Answer::Cloze { text: ClozeText::new("The {Danube} meets the {Sava}.") }),
        question("choice", Answer::Choice { correct: "Volga".into(), distractors: boxed(&["Elbe", "Oder"]) }),
        question("choices", Answer::Choices { correct: boxed(&["Inn", "Sava"]), distractors: boxed(&["Elbe"]) }),
        question("truth", Answer::TrueFalse(false)),
        question("number", number),
        question("order", Answer::Order { items: boxed(&["spring", "delta", "sea"]) }),
        question("match", Answer::Match { pairs, extra: boxed(&["Red Sea"]) }),
        question("groups", Answer::Categorise { groups }),
        question("calculated", calculated),
    ];
    questions.push(question(
        "spot",
        Answer::Hotspot {
            image: "map.svg".into(),
            spots: [spot("Vienna"), spot("Bonn"), spot("Rome")].into(),
            correct: boxed(&["Vienna"]),
        },
    ));
    Bank { format: FORMAT, id: "rivers".into(), title: "All rivers".into(), questions, ..Bank::default() }
}

struct Map;

impl PictureSource for Map {
    fn picture(&self, path: &str) -> Option<Vec<u8>> {
        (path == "map.svg").then(|| b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>".to_vec())
    }
}

fn files(package: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(package)).expect("a zip file");
    let mut files = BTreeMap::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).expect("a file");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("reads");
        files.insert(file.name().expect("a name").into_owned(), bytes);
    }
    files
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a file");
        writer.write_all(bytes).expect("writes");
    }
    writer.finish().expect("a zip file").into_inner()
}

#[test]
fn what_a_package_carries_comes_back_as_the_same_question() {
    let bank = every_kind();
    let exported = write(&bank, Target::Apkg, &Map);
    assert_eq!(exported.made, bank.questions.len());
    let made = banks(&exported.bytes, "rivers.apkg", &as_package(), true).remove(0);
    assert_eq!(&*made.bank.title, "All rivers");
    for (kind, id) in [
        (Kind::Recall, "recall"),
        (Kind::Recall, "recall-b"),
        (Kind::Text, "text"),
        (Kind::Text, "text-b"),
        (Kind::Cloze, "cloze"),
    ] {
        let named = |question: &&Question| &*question.id == id;
        let (ours, theirs) = (bank.questions.iter().find(named), made.bank.questions.iter().find(named));
        assert_eq!(theirs, ours, "{kind:?}");
    }
    for question in &bank.questions {
        let told = exported.remarks.iter().any(|(id, _)| *id == question.id);
        let is_whole = Target::Apkg.carries(question.kind()) == Carried::Whole;
        let is_plain = is_whole || matches!(question.kind(), Kind::Text | Kind::Cloze);
        assert_eq!(told, !is_plain, "{}", question.id);
    }
}

#[test]
fn what_anki_has_no_place_for_is_told() {
    let mut bank = every_kind();
    bank.questions.truncate(1);
    bank.questions[0].prompt = "Where is ![a map](lost.png)".into();
    bank.questions[0].hint_cost = 0.5;
    let exported = write(&bank, Target::Apkg, &NoPictures);
    let severities: Vec<Severity> = exported.remarks.iter().map(|(_, remark)| remark.severity()).collect();
    assert!(!severities.is_empty() && severities.iter().all(|severity| *severity == Severity::DetailDropped));
}

#[test]
fn the_same_bank_gives_the_same_bytes_and_notes_keep_their_ids() {
    let mut bank = every_kind();
    let first = write(&bank, Target::Apkg, &Map).bytes;
    assert_eq!(first, write(&bank, Target::Apkg, &Map).bytes);
    let origins = |bytes: &[u8]| -> Vec<Box<str>> {
        let file = read_bytes(bytes, "x.apkg", &as_package()).expect("reads");
        file.banks[0].drafts.iter().map(|draft| draft.origin.clone()).collect()
    };
    bank.questions.remove(0);
    let (all, fewer) = (origins(&first), origins(&write(&bank, Target::Apkg, &Map).bytes));
    assert!(fewer.iter().all(|origin| all.contains(origin)), "{all:?} {fewer:?}");
}

#[test]
fn a_stub_is_never_read_where_a_better_collection_is() {
    let real = files(&write(&every_kind(), Target::Apkg, &Map).bytes);
    let mut other = every_kind();
    other.questions.truncate(1);
    let stub = files(&write(&other, Target::Apkg, &Map).bytes);
    let package = zipped(&[
        ("collection.anki2", &stub["collection.anki2"]),
        ("collection.anki21", &real["collection.anki2"]),
        ("media", b"{}"),
    ]);
    let file = read_bytes(&package, "x.apkg", &as_package()).expect("reads");
    assert_eq!(file.banks[0].drafts.len(), every_kind().questions.len());
    assert!(file.banks[0].drafts.iter().all(|draft| &*draft.place.inside == "collection.anki21"));
}

/// A collection as newer versions have it, with tables for types and decks whose names have an order of Anki's own.
fn newer_collection() -> Vec<u8> {
    let mut connection = rusqlite::Connection::open_in_memory().expect("opens");
    connection
        .create_collation("unicase", |left, right| left.to_lowercase().cmp(&right.to_lowercase()))
        .expect("registers");
    connection
        .execute_batch(
            "CREATE TABLE col (id integer PRIMARY KEY, ver integer, models text, decks text);
             INSERT INTO col VALUES (1, 18, '', '');
             CREATE TABLE notetypes (id integer NOT NULL PRIMARY KEY, name text NOT NULL COLLATE unicase, config blob NOT NULL);
             CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name);
             CREATE TABLE fields (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE unicase, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
             CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid);
             CREATE TABLE templates (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE unicase, config blob NOT NULL, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
             CREATE TABLE decks (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE unicase);
             CREATE TABLE notes (id integer PRIMARY KEY, guid text, mid integer, tags text, flds text);
             CREATE TABLE cards (id integer PRIMARY KEY, nid integer, did integer, ord integer);
             INSERT INTO notetypes VALUES (1, 'Basic', x''), (2, 'Lücken', x'0801'), (3, 'Typed', x'');
             INSERT INTO fields VALUES (1, 0, 'Front'), (1, 1, 'Back'), (2, 0, 'Text'), (2, 1, 'Back Extra'), (3, 0, 'Front'), (3, 1, 'Back');
             INSERT INTO templates VALUES (3, 0, 'Card 1', CAST('{{Front}}{{type:Back}}' AS blob));
             INSERT INTO decks VALUES (1, 'Default'), (7, 'Geo' || char(31) || 'Rivers');
             INSERT INTO notes VALUES (1, 'g1', 1, '', 'front' || char(31) || 'back'), (2, 'g2', 2, '', 'The {{c1::Danube}}.' || char(31) || 'why'),
                                      (3, 'g3', 3, '', 'Which river?' || char(31) || 'Rhine'), (4, 'g4', 9, '', 'no type');
             INSERT INTO cards VALUES (1, 1, 7, 0), (2, 2, 7, 0), (3, 3, 7, 0), (4, 4, 7, 0);",
        )
        .expect("writes");
    connection.serialize("main").expect("bytes").to_vec()
}

#[test]
fn a_collection_of_a_newer_version_is_read_by_its_tables() {
    let collection = newer_collection();
    let packed = ruzstd::encoding::compress_to_vec(&*collection, ruzstd::encoding::CompressionLevel::Fastest);
    let package = zipped(&[
        ("meta", b"\x08\x03"),
        ("collection.anki21b", &packed),
        ("collection.anki2", b"stub"),
        ("media", b""),
    ]);
    let made = banks(&package, "x.colpkg", &as_package(), true).remove(0);
    assert_eq!(&*made.bank.title, "Geo");
    let [card, cloze, typed] = &made.bank.questions[..] else { panic!("three questions: {:?}", made.left_out) };
    assert_eq!((&*card.topic, &card.answer), ("Rivers", &Answer::Recall { answer: "back".into() }));
    assert_eq!((cloze.kind(), &*cloze.explanation), (Kind::Cloze, "why"));
    assert_eq!(typed.answer, Answer::text(["Rhine".into()].into(), 0));
    assert_eq!(made.left_out.len(), 1);
}

#[test]
fn a_collection_whose_notes_are_a_view_is_refused() {
    let mut connection = rusqlite::Connection::open_in_memory().expect("opens");
    connection
        .execute_batch(
            "CREATE TABLE col (ver integer, models text, decks text); INSERT INTO col VALUES (11, '{}', '{}');
             CREATE TABLE cards (nid integer, did integer, ord integer);
             CREATE VIEW notes AS SELECT 1 AS id, 'g' AS guid, 1 AS mid, hex(randomblob(100)) AS flds;",
        )
        .expect("writes");
    let bytes = connection.serialize("main").expect("bytes").to_vec();
    let package = zipped(&[("collection.anki2", &bytes), ("media", b"{}")]);
    assert!(matches!(read_bytes(&package, "x.apkg", &as_package()), Err(Unreadable::Damaged { .. })));
}

#[test]
fn pictures_of_a_package_come_with_the_bank_that_shows_them() {
    let mut bank = every_kind();
    bank.questions.truncate(1);
    bank.questions.push(every_kind().questions.pop().expect("a hotspot"));
    let package = write(&bank, Target::Apkg, &Map).bytes;
    let all = files(&package);
    assert_eq!(Map.picture("map.svg").as_deref(), all.get("0").map(|bytes| &**bytes));
    let media = String::from_utf8(all["media"].clone()).expect("UTF-8");
    assert!(media.starts_with("{\"0\":\"torus-") && media.ends_with("-map.svg\"}"), "{media}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn damaged_texts_stop_nothing(cut in 0_usize..200, at in 0_usize..200, byte in any::<u8>()) {
        let text = "#separator:tab\n#html:true\n#notetype column:1\nBasic\tfront\t\"back\nmore\"\nCloze\t{{c1::a::{{c2::b}}}} $x$\t\n";
        let mut bytes = text.as_bytes().to_vec();
        let at = at % bytes.len();
        bytes[at] = byte;
        bytes.truncate(cut.max(1));
        let _ = read_bytes(&bytes, "deck.txt", &as_text());
    }

    #[test]
    fn damaged_collections_stop_nothing(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40),
        cut in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
        is_packed in any::<bool>(),
    ) {
        let mut bytes = newer_collection();
        if is_packed {
            bytes = ruzstd::encoding::compress_to_vec(&*bytes, ruzstd::encoding::CompressionLevel::Fastest);
        }
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if is_cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let package = zipped(&[("collection.anki21b", &bytes), ("media", &bytes[..bytes.len().min(40)])]);
        let _ = read_bytes(&package, "x.apkg", &as_package());
    }
}
