//! `torus import` and `torus export`: other programs' questions become banks that can be brought up to date, and go out again.

use super::{Folder, Ran, torus};
use serde_json::Value;
use std::fs;

const GIFT: &str = "$CATEGORY: Rivers\n\n// [id:danube]\n::danube:: Into which sea does the Danube flow? {=Black Sea ~Caspian Sea ~Baltic Sea}\n\n\
                    ::essay:: Describe the Elbe. {}\n";

fn import(folder: &Folder, name: &str, text: impl AsRef<[u8]>, more: &[&str]) -> Ran {
    let file = folder.file(name, text.as_ref());
    torus(&[&["import", &file, "-o", &format!("{}/banks", folder.path())], more].concat())
}

fn json(ran: &Ran) -> Value {
    serde_json::from_str::<Value>(&ran.out).unwrap_or_else(|error| panic!("{error}: {}{}", ran.out, ran.talk))[0]
        .clone()
}

#[test]
fn what_is_no_file_of_questions_is_named_and_writes_nothing() {
    let folder = Folder::new();
    let ran = import(&folder, "paper.pdf", "%PDF-1.7\n", &[]);
    assert_eq!((ran.status, ran.talk.contains("it is a PDF")), (1, true), "{}", ran.talk);
    let ran = import(&folder, "story.txt", "Once upon a time.\n", &["--format", "json"]);
    assert_eq!((ran.status, &json(&ran)["questions"]), (1, &0.into()), "{}", ran.talk);
    assert!(!fs::exists(format!("{}/banks", folder.path())).unwrap());
    assert_eq!(torus(&["import", "gone.xml", "-o", folder.path()]).status, 2);
    assert_eq!(import(&folder, "a.gift", GIFT, &["--from", "word"]).status, 2);
}

#[test]
fn each_question_is_made_or_left_out_with_its_line_and_reason() {
    let folder = Folder::new();
    let ran = import(&folder, "rivers.gift", GIFT, &["--format", "json"]);
    let told = json(&ran);
    assert_eq!((ran.status, &told["format"], &told["encoding"]), (1, &"gift".into(), &"UTF-8".into()));
    assert_eq!((&told["questions"], &told["made"]), (&2.into(), &1.into()));
    let left_out = &told["findings"][0];
    assert_eq!((&left_out["severity"], &left_out["line"]), (&"left_out".into(), &6.into()));
    let bank = told["bank"].as_str().unwrap();
    assert_eq!(torus(&["check", bank]).status, 0);
    assert!(fs::read_to_string(bank.replace(".ron", ".import.txt")).unwrap().contains("A person has to mark it."));
}

#[test]
fn importing_again_changes_no_byte_and_keeps_what_the_teacher_has_changed() {
    let folder = Folder::new();
    let bank = format!("{}/banks/rivers.ron", folder.path());
    import(&folder, "rivers.gift", GIFT, &[]);
    let first = fs::read_to_string(&bank).unwrap();
    import(&folder, "rivers.gift", GIFT, &[]);
    assert_eq!(fs::read_to_string(&bank).unwrap(), first);
    fs::write(&bank, first.replace("Into which sea", "Into what sea")).unwrap();
    let ran = import(&folder, "rivers.gift", GIFT.replace("Into which sea", "To which sea"), &[]);
    assert!(ran.out.contains("1 changed in the bank too and left alone"), "{}", ran.out);
    assert!(fs::read_to_string(&bank).unwrap().contains("Into what sea"));
}

#[test]
fn a_bank_that_was_not_imported_is_never_written_over() {
    let folder = Folder::new();
    fs::create_dir(format!("{}/banks", folder.path())).unwrap();
    let bank = folder.file("banks/rivers.ron", "Bank(id: \"mine\")");
    let ran = import(&folder, "rivers.gift", GIFT, &[]);
    assert_eq!((ran.status, ran.talk.contains("was not imported")), (2, true), "{}", ran.talk);
    assert_eq!(fs::read_to_string(bank).unwrap(), "Bank(id: \"mine\")");
}

#[test]
fn cards_are_made_where_they_are_asked_for() {
    let folder = Folder::new();
    let words = "chien\tdog\nchat\tcat\n";
    let ran = import(&folder, "words.txt", words, &[]);
    assert_eq!((ran.status, ran.out.contains("--cards")), (1, true), "{}", ran.out);
    let ran = import(&folder, "words.txt", words, &["--cards", "--format", "json"]);
    assert_eq!((ran.status, &json(&ran)["made"]), (0, &2.into()));
}

#[test]
fn a_bank_goes_out_in_every_format_and_the_same_bank_gives_the_same_file() {
    let folder = Folder::new();
    let bank = format!("{}/starter.ron", folder.path());
    assert_eq!(torus(&["new", &bank]).status, 0);
    let formats = ["moodle-xml", "canvas", "gift", "qti", "apkg", "kahoot", "table", "quizlet", "aiken"];
    for format in formats {
        let [one, two] = ["a", "b"].map(|name| format!("{}/{name}-{format}.csv", folder.path()));
        let told = |file: &str| torus(&["export", &bank, "--to", format, "-o", file, "--format", "json"]);
        let ran = told(&one);
        let json = json(&ran);
        let findings = json["findings"].as_array().unwrap();
        let left_out = findings.iter().filter(|finding| finding["severity"] == "left_out");
        assert!(left_out.clone().all(|finding| finding["line"].is_u64()), "{format}: each has its line");
        let counted = json["made"].as_u64().unwrap() as usize + left_out.count();
        assert_eq!(json["questions"].as_u64().unwrap() as usize, counted, "{format}");
        assert!(ran.status == i32::from(json["made"] != json["questions"]), "{format}: {}", ran.status);
        told(&two);
        assert_eq!(fs::read(one).unwrap(), fs::read(two).unwrap(), "{format}");
    }
}

#[test]
fn where_no_question_can_go_out_nothing_is_written() {
    let folder = Folder::new();
    import(&folder, "words.txt", "chien\tdog\nchat\tcat\n", &["--cards"]);
    let (bank, file) = (format!("{}/banks/words.ron", folder.path()), format!("{}/words.xml", folder.path()));
    for format in ["text", "json"] {
        let ran = torus(&["export", &bank, "--to", "moodle-xml", "-o", &file, "--format", format]);
        assert_eq!((ran.status, ran.talk.contains("was not written")), (1, true), "{}{}", ran.out, ran.talk);
        assert!(!fs::exists(&file).unwrap());
        if format == "json" {
            assert!(json(&ran)["output"].is_null());
        }
    }
}

#[test]
fn questions_that_left_the_file_are_named_and_the_separator_is_told() {
    let folder = Folder::new();
    let both = "Question;Option A;Option B;Correct\nOne?;x;y;A\nTwo?;v;w;B\n";
    let ran = import(&folder, "table.csv", both, &[]);
    assert!(ran.out.contains("separated by semicolons"), "{}", ran.out);
    let ran = import(&folder, "table.csv", both.replace("Two?;v;w;B\n", ""), &[]);
    assert!(ran.out.contains("1 no longer in the file, but kept: two"), "{}", ran.out);
    let ran = import(&folder, "table.csv", both.replace("Two?;v;w;B\n", ""), &["--format", "json"]);
    assert_eq!(json(&ran)["no_longer"][0], "two");
}

#[test]
fn the_report_beside_the_bank_names_every_question() {
    let folder = Folder::new();
    let gift = "::a:: One? {=x ~%-50%y}\n\n::b:: Two? {=x ~%-50%y}\n\n::c:: Three? {=x ~%-50%y}\n";
    let ran = import(&folder, "marks.gift", gift, &[]);
    assert!(ran.out.contains("The same goes for 2 more."), "{}", ran.out);
    let report = fs::read_to_string(format!("{}/banks/marks.import.txt", folder.path())).unwrap();
    assert!(report.contains("line 3 “b”; line 5 “c”"), "{report}");
}

#[test]
fn what_goes_out_as_moodle_xml_comes_back() {
    let folder = Folder::new();
    let bank = format!("{}/starter.ron", folder.path());
    torus(&["new", &bank]);
    let xml = format!("{}/starter.xml", folder.path());
    torus(&["export", &bank, "--to", "moodle-xml", "-o", &xml]);
    let out = format!("{}/banks", folder.path());
    let ran = torus(&["import", &xml, "-o", &out, "--format", "json"]);
    let told = json(&ran);
    assert!(told["made"].as_u64().unwrap() >= 10, "{told}");
    assert_eq!(torus(&["check", told["bank"].as_str().unwrap()]).status, 0);
}
