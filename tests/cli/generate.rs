//! `torus generate`: what it writes, what it leaves alone, and what it tells.

use super::{Folder, torus};
use std::fs;

const TABLE: &str = r#"FactTable(
    format: 1,
    id: "talks",
    title: "Talks",
    language: "en",
    banks: [FactBank(id: "speakers", title: "Speakers")],
    classes: {
        "person": EntityClass(noun: "person", plural: "people", typed: true),
        "country": EntityClass(noun: "country", plural: "countries", typed: true),
    },
    entities: {
        "alfven": Entity(name: "Hannes Alfvén", class: "person"),
        "teller": Entity(name: "Edward Teller", class: "person"),
        "biermann": Entity(name: "Ludwig Biermann", class: "person"),
        "sweden": Entity(name: "Sweden", class: "country"),
        "usa": Entity(name: "USA", class: "country", the: true),
        "germany": Entity(name: "Germany", class: "country"),
    },
    relations: {
        "spoke-for": Relation(
            from: "person", to: "country",
            says: ["{subject} spoke for {object}."],
            asks_object: ["For which country did {subject} speak?"],
            asks_subject: ["Who spoke for {object}?"],
        ),
    },
    facts: [
        Fact(id: "A6", relation: "spoke-for", subject: "alfven", object: "sweden"),
        Fact(id: "A8", relation: "spoke-for", subject: "biermann", object: "germany"),
        Fact(id: "A10", relation: "spoke-for", subject: "teller", object: "usa"),
    ],
)
"#;

/// A question by hand, so that there is one whatever is made.
const PINS: &str = r#"Pins(add: {"speakers": [
    Question(id: "by-hand", prompt: "Who spoke for Sweden?", answer: Text(accept: ["Hannes Alfvén"]), explanation: "He did.", facts: ["A6"]),
]})
"#;

/// A folder with a table and its pins; the table's path and that of the folder for banks.
fn world() -> (Folder, String, String) {
    let folder = Folder::new();
    let table = folder.file("facts/talks.ron", TABLE);
    folder.file("facts/pins/talks.ron", PINS);
    let output = super::text(&folder.join("deep/banks"));
    (folder, table, output)
}

fn bank_text(folder: &Folder) -> String {
    fs::read_to_string(folder.join("deep/banks/speakers.ron")).unwrap()
}

#[test]
fn banks_are_written_with_their_pins_and_agree_with_the_table() {
    let (folder, table, output) = world();
    let ran = torus(&["generate", &table, "-o", &output]);
    assert_eq!((ran.status, ran.out.as_str()), (0, ""), "{}", ran.talk);
    assert!(ran.talk.contains("speakers.ron is written: "), "{}", ran.talk);
    let text = bank_text(&folder);
    assert!(text.starts_with("// Made from talks.ron by `torus generate`, version "), "{text}");
    assert!(text.contains("by-hand"), "{text}");
    let checked = torus(&["generate", &table, "-o", &output, "--check"]);
    assert_eq!(checked.status, 0, "{}", checked.talk);
    assert_eq!(checked.talk, format!("torus: 1 bank agrees with talks.ron in {output}\n"));
    assert_eq!(torus(&["check", &output]).status, 0);
    let again = torus(&["generate", &table, "-o", &output]);
    assert!(again.talk.contains("speakers.ron is as it was: "), "{}", again.talk);
    assert_eq!(bank_text(&folder), text);
}

#[test]
fn a_check_writes_nothing_and_tells_what_differs_is_missing_and_is_left_over() {
    let (folder, table, output) = world();
    let missing = torus(&["generate", &table, "-o", &output, "--check"]);
    assert_eq!(missing.status, 1);
    assert!(missing.talk.contains("speakers.ron: missing: run `torus generate`"), "{}", missing.talk);
    assert!(!folder.join("deep").exists());

    torus(&["generate", &table, "-o", &output]);
    let sound = bank_text(&folder);
    folder.file("deep/banks/speakers.ron", sound.replace("Speakers", "Talkers"));
    let header = sound.lines().next().unwrap();
    folder.file("deep/banks/old.ron", header);
    folder.file("deep/banks/by-hand.ron", "Bank(");
    let ran = torus(&["generate", &table, "-o", &output, "--check"]);
    assert_eq!(ran.status, 1);
    assert!(ran.talk.contains("speakers.ron:5: differs from what talks.ron gives"), "{}", ran.talk);
    assert!(ran.talk.contains("old.ron: left over: talks.ron makes no such bank"), "{}", ran.talk);
    assert!(!ran.talk.contains("by-hand.ron"), "{}", ran.talk);
    assert!(bank_text(&folder).contains("Talkers"));
    let other_ends = sound.replace('\n', "\r\n");
    folder.file("deep/banks/speakers.ron", other_ends);
    fs::remove_file(folder.join("deep/banks/old.ron")).unwrap();
    assert_eq!(torus(&["generate", &table, "-o", &output, "--check"]).status, 0);
}

#[test]
fn a_bank_written_by_hand_is_never_written_over() {
    let (folder, table, output) = world();
    let by_hand = "// mine\nBank(format: 1, id: \"speakers\", title: \"Mine\", questions: [])";
    folder.file("deep/banks/speakers.ron", by_hand);
    let ran = torus(&["generate", &table, "-o", &output]);
    assert_eq!(ran.status, 2);
    assert!(ran.talk.contains("this bank was not made from talks.ron, and is left as it is"), "{}", ran.talk);
    assert_eq!(bank_text(&folder), by_hand);
    assert_eq!(torus(&["generate", &table, "-o", &output, "--check"]).status, 1);
}

#[test]
fn a_table_with_an_error_makes_no_bank_and_shows_every_line() {
    let (folder, table, output) = world();
    let faulty = TABLE.replace("\"alfven\", object: \"sweden\"", "\"alfvén\", object: \"sweden\"");
    let faulty = faulty.replace("object: \"usa\"", "objekt: \"usa\"");
    folder.file("facts/talks.ron", faulty);
    let ran = torus(&["generate", &table, "-o", &output]);
    assert_eq!(ran.status, 1);
    for told in [
        "error[unknown-name]: fact \"A6\": there is no entity \"alfvén\"",
        "did you mean `alfven`?",
        "error[unknown-field]: fact \"A10\": `objekt` is not a field of Fact",
        "torus: no bank was made: mend what is wrong first",
    ] {
        assert!(ran.talk.contains(told), "{told} is not told: {}", ran.talk);
    }
    assert!(!folder.join("deep").exists());
}

#[test]
fn a_pin_that_no_longer_holds_is_told_with_its_place() {
    let (folder, table, output) = world();
    folder.file(
        "facts/pins/talks.ron",
        PINS.replace("Hannes Alfvén", "Edward Teller").replace("Pins(", "Pins(reject: {\"gone\": \"It was odd.\"}, "),
    );
    let ran = torus(&["generate", &table, "-o", &output]);
    assert_eq!(ran.status, 1, "{}", ran.talk);
    assert!(ran.talk.contains("error[contradicted]: \"Edward Teller\" is not what its facts say"), "{}", ran.talk);
    assert!(ran.talk.contains("error[not-generated]: no question \"gone\" is made from this table"), "{}", ran.talk);
    assert!(ran.talk.contains("pins/talks.ron:1:23"), "{}", ran.talk);
}

#[test]
fn a_table_that_is_not_there_or_no_text_is_told() {
    let folder = Folder::new();
    let output = super::text(&folder.join("banks"));
    assert_eq!(torus(&["generate", "none.ron", "-o", &output]).status, 2);
    let latin = folder.file("latin.ron", b"FactTable(\n\xE9");
    let ran = torus(&["generate", &latin, "-o", &output]);
    assert_eq!(ran.status, 1);
    assert!(ran.talk.contains("error[not-text]"), "{}", ran.talk);
    assert_eq!(torus(&["generate", &latin]).status, 2, "without -o");
}

/// The same table with its facts in a spreadsheet; its path and that of the folder for banks.
fn with_rows(rows: &str) -> (Folder, String, String) {
    let folder = Folder::new();
    let facts = &TABLE[TABLE.find("    facts: [").unwrap()..];
    let table = folder.file("talks.ron", TABLE.replace(facts, "    rows: [\"talks.csv\"],\n)\n"));
    folder.file("talks.csv", rows);
    let output = super::text(&folder.join("banks"));
    (folder, table, output)
}

#[test]
fn a_name_that_looks_like_a_slip_is_told_and_the_bank_is_made_with_1() {
    let (folder, table, output) =
        with_rows("subject,object\nHannes Alfvén,Sweden\nEdward Teller,USA\nLudwig Biermann,Germny\n");
    let ran = torus(&["generate", &table, "-o", &output]);
    assert_eq!(ran.status, 1, "{}", ran.talk);
    assert!(
        ran.talk.contains("warning[new-name-near]: column \"object\": \"Germny\" becomes an entity of its own"),
        "{}",
        ran.talk
    );
    assert!(
        ran.talk.contains("torus: `torus explain CODE` tells why, with an example: new-name-near\n"),
        "{}",
        ran.talk
    );
    assert!(folder.join("banks/speakers.ron").exists(), "{}", ran.talk);
    assert_eq!(torus(&["generate", &table, "-o", &output, "--check"]).status, 1);
}

#[test]
fn a_fact_under_another_id_is_told_until_it_names_the_old_one() {
    let rows = "id,subject,object\nA6,Hannes Alfvén,Sweden\nA8,Ludwig Biermann,Germany\nA10,Edward Teller,USA\n";
    let (folder, table, output) = with_rows(rows);
    assert_eq!(torus(&["generate", &table, "-o", &output]).status, 0);
    folder.file("talks.csv", rows.replace("A8", "B8"));
    let checked = torus(&["generate", &table, "-o", &output, "--check"]);
    let told = "torus: the fact \"A8\" is now \"B8\", and so are its questions: write \"A8\" in its `formerly`";
    assert!(checked.talk.contains(told), "{}", checked.talk);
    folder.file(
        "talks.csv",
        rows.replace("A8", "B8").replace("object\n", "object,formerly\n").replace("Germany", "Germany,A8"),
    );
    let ran = torus(&["generate", &table, "-o", &output]);
    assert_eq!(ran.status, 0, "{}", ran.talk);
    let text = fs::read_to_string(folder.join("banks/speakers.ron")).unwrap();
    assert!(text.contains("id: \"a8-") && !text.contains("id: \"b8-") && text.contains("\"B8\""), "{text}");
}

#[test]
fn facts_that_nothing_is_meant_to_ask_for_are_not_told() {
    let folder = Folder::new();
    let further = "\"lived in\": Relation(from: \"person\", to: \"country\", says: [\"{subject} lived in {object}.\"], \
        without: [\"true_false\"]),\n    },\n    facts: [\n        Fact(id: \"L1\", relation: \"lived in\", subject: \"teller\", \
        object: \"germany\"),";
    let table = folder.file("talks.ron", TABLE.replace("},\n    facts: [", further));
    let ran = torus(&["generate", &table, "-o", &super::text(&folder.join("banks"))]);
    assert_eq!(ran.status, 0, "{}", ran.talk);
    assert!(ran.talk.contains("from 4 facts") && !ran.talk.contains("L1"), "{}", ran.talk);
}

#[test]
fn the_report_tells_people_what_to_mend_and_programs_everything() {
    let folder = Folder::new();
    let rows = TABLE.replace("    facts: [", "    rows: [\"more.csv\"],\n    facts: [").replace(
        "asks_subject: [\"Who spoke for {object}?\"],",
        "asks_subject: [\"Who spoke for {object}?\"], asks_year: [\"In which year did {subject} speak?\"],",
    );
    let table = folder.file("talks.ron", &rows);
    folder.file("more.csv", "subject,object\nHannes Alfven,Norway\nNiels Bohr,Swedn\n");
    let output = super::text(&folder.join("banks"));
    let ran = torus(&["generate", &table, "-o", &output, "--report", "text"]);
    assert_eq!(ran.status, 1, "{}", ran.talk);
    for told in [
        "more.csv:3: \"Swedn\": did you mean \"Sweden\"?",
        "asks_year of \"spoke-for\": nothing of 5 facts",
        "it needs a date, and these have none: A6, A8, A10",
        "\"spoke-for\" (5 facts): asks_object ",
    ] {
        assert!(ran.out.contains(told), "{told} in {}", ran.out);
    }
    let ran = torus(&["generate", &table, "-o", &output, "--report", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["near_names"][1]["near"], "Sweden");
    let year = report["asks"].as_array().unwrap().iter().find(|ask| ask["ask"] == "asks_year").unwrap();
    assert_eq!((&year["questions"], &year["facts"]), (&0.into(), &5.into()));
    assert_eq!(year["not_made"][0]["reason"]["why"], "no_date");
}

#[test]
fn the_code_of_a_table_has_its_page() {
    let ran = torus(&["explain", "two-of-one"]);
    assert_eq!(ran.status, 0, "{}", ran.talk);
    assert!(
        ran.out.starts_with("two-of-one (error): Two facts that cannot both be") && ran.out.contains("Before:"),
        "{}",
        ran.out
    );
    let ran = torus(&["explain", "two-for-one"]);
    assert!(ran.status == 2 && ran.talk.contains("two-of-one"), "{}", ran.talk);
}

#[test]
fn one_bad_relation_one_bad_fact_and_one_bad_row_are_told_each_once_with_all_else() {
    let (folder, table, output) =
        with_rows("subject,relation,object\nHannes Alfvén,spoke-for,Sweden\nEdward Teller,spoke,USA\n");
    let text = fs::read_to_string(&table).unwrap();
    let text = text.replace("    },\n    rows", "        \"lived\": Relation(form: \"person\", says: [\"{subject} lived.\"]),\n    },\n    facts: [\n        \
        Fact(id: \"L1\", relation: \"lived\", subject: \"alfven\"),\n        Fact(id: \"L2\", relation: \"lived\", subject: \"teller\"),\n        \
        Fact(id: \"L3\", relation: \"spoke-for\", subject: \"teller\", objekt: \"usa\"),\n        Fact(id: \"L4\", relation: \"spoke-for\", \
        subject: \"alfven\", object: \"norway\"),\n    ],\n    rows");
    folder.file("talks.ron", &text);
    let ran = torus(&["generate", &table, "-o", &output]);
    assert_eq!(ran.status, 1, "{}", ran.talk);
    let told: Vec<&str> =
        ran.talk.lines().filter(|line| line.starts_with("error[") || line.starts_with("warning[")).collect();
    assert_eq!(
        told,
        [
            "error[unknown-field]: relation \"lived\": `form` is not a field of Relation",
            "error[unknown-field]: fact \"L3\": `objekt` is not a field of Fact",
            "error[unknown-name]: fact \"L4\": there is no entity \"norway\"",
            "error[unknown-name]: fact \"edward-teller-spoke\": column \"relation\": there is no relation \"spoke\"",
        ],
        "{}",
        ran.talk
    );
    assert!(!folder.join("banks/speakers.ron").exists());
}

#[test]
fn a_spreadsheet_in_any_encoding_makes_the_same_bank() {
    let rows = "subject,object,object_kin\nHannes Alfvén,Sweden,north\nEdward Teller,USA,west\nLudwig Biermann,Germany,middle\n";
    let (folder, table, output) = with_rows(rows);
    assert_eq!(torus(&["generate", &table, "-o", &output]).status, 0);
    let utf16 =
        |bytes: fn(u16) -> [u8; 2]| rows.replace('\n', "\r\n").encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let encodings: [(&str, Vec<u8>); 5] = [
        ("with a byte order mark and CRLF", format!("\u{feff}{}", rows.replace('\n', "\r\n")).into_bytes()),
        ("semicolons", format!("sep=;\r\n{}", rows.replace(',', ";")).into_bytes()),
        ("UTF-16, little end first", [vec![0xff, 0xfe], utf16(u16::to_le_bytes)].concat()),
        ("UTF-16, big end first", [vec![0xfe, 0xff], utf16(u16::to_be_bytes)].concat()),
        ("Windows-1252", rows.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect()),
    ];
    for (name, bytes) in encodings {
        fs::write(folder.join("talks.csv"), bytes).unwrap();
        let ran = torus(&["generate", &table, "-o", &output, "--check"]);
        assert_eq!(ran.status, 0, "{name}: {}", ran.talk);
    }
}
