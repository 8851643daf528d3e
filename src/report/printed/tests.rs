//! What printed papers look like, byte by byte where it is a contract.

mod kinds;
mod rich;

use super::{NoPictures, Papers, Printout};
use crate::bank::{Bank, Entries, Question};
use crate::paper::{Paper, PaperItem};
use std::io::{self, Write};

fn question(ron: &str) -> Question {
    ron::from_str(ron).expect("a question")
}

fn bank(id: &str, title: &str, language: &str) -> Bank {
    Bank {
        format: 1,
        id: id.into(),
        title: title.into(),
        about: "".into(),
        language: language.into(),
        authors: [].into(),
        licence: "".into(),
        sources: Entries::default(),
        questions: Vec::new(),
        quizzes: [].into(),
    }
}

/// A paper from the bank `m` with the options in the order given.
fn paper(items: &[(&str, &[usize])]) -> Paper {
    let item = |&(ron, order): &(&str, &[usize])| PaperItem::new("m", question(ron), order.to_vec());
    Paper { seed: 7, items: items.iter().map(item).collect(), short_by: 0 }
}

const WALL: (&str, &[usize]) = (
    r#"(id: "wall", topic: "JET/dates", prompt: "When did the wall come?",
        answer: Choice(correct: "2011", distractors: ["1997", "2022"]))"#,
    &[1, 0, 2],
);
const METALS: (&str, &[usize]) = (
    r#"(id: "metals", prompt: "Which metals?", points: 2,
        answer: Choices(correct: ["Tungsten", "Beryllium"], distractors: ["Copper"]))"#,
    &[2, 1, 0],
);
const ENERGY: (&str, &[usize]) =
    (r#"(id: "energy", prompt: "How much?", answer: Number(value: 59, tolerance: 0.5, unit: "MJ"), points: 0.5)"#, &[]);
const TORUS: (&str, &[usize]) = (r#"(id: "torus", prompt: "JET is a torus.", answer: TrueFalse(true))"#, &[]);
const CITY: (&str, &[usize]) =
    (r#"(id: "city", prompt: "Which city?", answer: Text(accept: ["Reykjavik", "Reykjavík"], typos: 1))"#, &[]);

type Items<'a> = [(&'a str, &'a [usize])];

fn json(items: &Items) -> String {
    let paper = paper(items);
    written(|out| {
        Printout { papers: Papers::One(&paper), banks: &[], with_key: false, with_sheets: false, pictures: &NoPictures }
            .write_json(out)
    })
}

fn text(items: &Items, banks: &[&Bank], with_key: bool) -> String {
    let paper = paper(items);
    written(|out| {
        Printout { papers: Papers::One(&paper), banks, with_key, with_sheets: false, pictures: &NoPictures }
            .write_text(out)
    })
}

fn html(items: &Items, banks: &[&Bank], with_key: bool) -> String {
    let paper = paper(items);
    written(|out| {
        Printout { papers: Papers::One(&paper), banks, with_key, with_sheets: false, pictures: &NoPictures }
            .write_html(out)
    })
}

fn written(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> String {
    let mut bytes = Vec::new();
    write(&mut bytes).expect("written");
    String::from_utf8(bytes).expect("text")
}

#[test]
fn json_has_its_keys_in_order_and_the_options_as_drawn() {
    let expected = concat!(
        r#"{"seed":7,"questions":["#,
        r#"{"bank":"m","id":"wall","kind":"choice","topic":"JET/dates","prompt":"When did the wall come?","#,
        r#""points":1,"options":["1997","2011","2022"],"correct":["2011"]},"#,
        r#"{"bank":"m","id":"metals","kind":"choices","topic":"","prompt":"Which metals?","#,
        r#""points":2,"options":["Copper","Beryllium","Tungsten"],"correct":["Tungsten","Beryllium"]},"#,
        r#"{"bank":"m","id":"energy","kind":"number","topic":"","prompt":"How much?","#,
        r#""points":0.5,"options":[],"correct":["59 MJ"]},"#,
        r#"{"bank":"m","id":"torus","kind":"true_false","topic":"","prompt":"JET is a torus.","#,
        r#""points":1,"options":[],"correct":["true"]},"#,
        r#"{"bank":"m","id":"city","kind":"text","topic":"","prompt":"Which city?","#,
        r#""points":1,"options":[],"correct":["Reykjavik","Reykjavík"]}]}"#,
        "\n"
    );
    assert_eq!(json(&[WALL, METALS, ENERGY, TORUS, CITY]), expected);
}

#[test]
fn json_of_an_empty_paper_is_still_whole() {
    assert_eq!(json(&[]), "{\"seed\":7,\"questions\":[]}\n");
}

#[test]
fn text_has_numbers_letters_lines_to_write_on_and_room_for_marks() {
    let machines = bank("m", "Machines", "en");
    let text = text(&[WALL, METALS, ENERGY, TORUS, CITY], &[&machines], false);
    let expected = "\
Machines
5 questions, 5.5 points

Name: ______________________________  Class: __________  Date: _______________

  1. When did the wall come?                                            ____ / 1
     A) 1997
     B) 2011
     C) 2022

  2. Which metals?                                                      ____ / 2
     (Choose all that apply.)
     [ ] A) Copper
     [ ] B) Beryllium
     [ ] C) Tungsten

  3. How much?                                                        ____ / 0.5
     Answer: ____________ MJ

  4. JET is a torus.                                                    ____ / 1
     [ ] True    [ ] False

  5. Which city?                                                        ____ / 1
     Answer: ______________________________

Points: _____ / 5.5
End of the questions · Seed 7 · Paper 57KT
";
    assert_eq!(text, expected);
}

#[test]
fn the_key_follows_with_letters_of_the_options_as_drawn() {
    let machines = bank("m", "Machines", "en");
    let text = text(&[WALL, METALS, ENERGY, TORUS, CITY], &[&machines], true);
    let expected = "
Key: Machines

  1. B (2011)
  2. B C (Beryllium; Tungsten)
  3. 59 MJ (± 0.5)
  4. True
  5. Reykjavik or Reykjavík

Seed 7 · Paper 57KT
";
    assert!(text.ends_with(expected), "{text}");
}

#[test]
fn text_stays_within_80_columns_and_keeps_its_indent() {
    let long = format!(
        r#"(id: "long", prompt: "{}\n\nSecond paragraph.", answer: Choice(correct: "{}", distractors: ["short"]))"#,
        "word ".repeat(60),
        "x".repeat(200)
    );
    let text = text(&[(long.as_str(), &[0, 1])], &[], true);
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert!(text.contains("\n     Second paragraph.\n"), "{text}");
    assert!(text.contains("\n     word word"), "{text}");
}

#[test]
fn no_control_character_reaches_a_terminal_or_a_page() {
    let hostile = (r#"(id: "x", prompt: "a\u{1b}[2Jb\rc\u{7}", answer: Text(accept: ["\u{9b}31m"]))"#, [].as_slice());
    for printed in [text(&[hostile], &[], true), html(&[hostile], &[], true)] {
        assert!(!printed.chars().any(|letter| letter.is_control() && letter != '\n'), "{printed:?}");
    }
}

#[test]
fn html_escapes_all_that_a_bank_says() {
    let nasty = bank("m", "<script>alert(1)</script>", "en\" onload=\"x");
    let options = (
        r#"(id: "x", prompt: "</div><img src=x onerror='1'> & \"q\"",
            answer: Choice(correct: "<b>1</b>", distractors: ["2"]))"#,
        [0, 1].as_slice(),
    );
    let unit = (r#"(id: "y", prompt: "n", answer: Number(value: 1, unit: "<i>"))"#, [].as_slice());
    let html = html(&[options, unit], &[&nasty], true);
    for tag in ["<script", "<img", "<b>", "<i>", "onload=\"x"] {
        assert!(!html.contains(tag), "{tag} in {html}");
    }
    assert!(html.contains("&lt;/div&gt;&lt;img src=x onerror=&#39;1&#39;&gt; &amp; &quot;q&quot;"), "{html}");
}

#[test]
fn html_needs_nothing_from_the_network() {
    let machines = bank("m", "Machines", "en");
    let html = html(&[WALL], &[&machines], true);
    assert!(html.contains("default-src 'none'"));
    for reference in ["http:", "https:", "src=", "href=", "@import", "url("] {
        assert!(!html.contains(reference), "{reference}");
    }
}

#[test]
fn html_speaks_the_language_of_the_bank() {
    let page = html(&[WALL], &[&bank("m", "Maschinen", "de-CH")], false);
    assert!(page.contains("<html lang=\"de-CH\">"));
    let page = html(&[WALL], &[&bank("m", "Machines", "")], false);
    assert!(page.contains("<html lang=\"en\">"));
}

#[test]
fn html_holds_a_key_on_its_own_page_only_where_it_is_wanted() {
    let machines = bank("m", "Machines", "en");
    let without = html(&[WALL], &[&machines], false);
    let with = html(&[WALL], &[&machines], true);
    assert!(!without.contains("<section class=\"key\""));
    let entry = "<span class=\"marks\">1 point</span><strong>B</strong> <span class=\"meaning\">2011</span></li>";
    assert!(with.contains("<section class=\"key\"") && with.contains(entry), "{with}");
    assert!(with.contains("<h1 dir=\"auto\">Key: Machines</h1>") && with.contains("break-before: page"));
}

#[test]
fn the_seed_stands_at_the_foot_alone() {
    let machines = bank("m", "Machines", "en");
    for printed in [text(&[WALL], &[&machines], false), html(&[WALL], &[&machines], false)] {
        let (before, after) = printed.split_once("End of the questions · Seed 7").expect("an end");
        assert!(!before.contains("Seed") && !after.contains("Seed"), "{printed}");
    }
}

#[test]
fn pages_are_numbered_up_to_the_last_where_a_paper_is_printed_alone() {
    let tricky = bank("m", "\"} </style> \\a", "en");
    let alone = html(&[WALL], &[&tricky], false);
    let footers = "@bottom-right { content: \"Page \" counter(page) \" of \" counter(pages);";
    assert!(alone.contains(footers) && !alone.contains("counter-increment"), "{alone}");
    assert!(alone.contains(r#"@bottom-left { content: "\22 \7d  \3c \2f style\3e  \5c a";"#), "{alone}");
    let with_key = html(&[WALL], &[&tricky], true);
    for page in ["paper", "key"] {
        assert!(with_key.contains(&format!("@page {page} {{ counter-increment: {page};")), "{with_key}");
        assert!(with_key.contains(&format!("style=\"page: {page}\"")), "{with_key}");
    }
}

/// Two versions of a paper, the second with its options in another order.
fn versions(write: impl Fn(&Printout, &mut dyn Write) -> io::Result<()>) -> String {
    let (first, mut second) = (paper(&[WALL, TORUS]), paper(&[TORUS, (WALL.0, &[0, 2, 1])]));
    second.seed = 9;
    let machines = bank("m", "Machines", "en");
    let papers = [first, second];
    let printout = Printout {
        papers: Papers::Versions(&papers),
        banks: &[&machines],
        with_key: true,
        with_sheets: false,
        pictures: &NoPictures,
    };
    written(|out| write(&printout, out))
}

#[test]
fn versions_have_their_letters_and_the_keys_of_all_follow_them() {
    let rule = "=".repeat(80);
    let expected = format!(
        "{:>80}
Machines
2 questions, 2 points

Name: ______________________________  Class: __________  Date: _______________

  1. When did the wall come?                                            ____ / 1
     A) 1997
     B) 2011
     C) 2022

  2. JET is a torus.                                                    ____ / 1
     [ ] True    [ ] False

Points: _____ / 2
End of version A · Seed 7 · Paper 73ZD

{rule}

                                                                       VERSION B
Machines
2 questions, 2 points

Name: ______________________________  Class: __________  Date: _______________

  1. JET is a torus.                                                    ____ / 1
     [ ] True    [ ] False

  2. When did the wall come?                                            ____ / 1
     A) 2011
     B) 2022
     C) 1997

Points: _____ / 2
End of version B · Seed 9 · Paper 73ZD

{rule}

Key: Machines

Version A
  1. B (2011)
  2. True

Version B
  1. True
  2. A (2011)

Seed 7, 2 versions · Paper 73ZD. Seeds of the versions: A 7, B 9
",
        "VERSION A"
    );
    assert_eq!(versions(|printout, out| printout.write_text(out)), expected);
}

#[test]
fn the_letter_of_a_version_stands_on_every_page_of_it() {
    let html = versions(|printout, out| printout.write_html(out));
    for letter in ["A", "B"] {
        let page = format!("version-{letter}");
        let head = format!(
            "style=\"page: {page}\">\n<div class=\"letter\"><div><span class=\"code\">Paper 73ZD</span> \
             Version <strong>{letter}</strong></div></div>"
        );
        assert!(html.contains(&head), "{html}");
        let number = format!("content: \"Version {letter} · Page \" counter({page})");
        assert!(html.contains(&number) && html.contains(&format!("<h2>Version {letter}</h2>")), "{html}");
    }
    assert!(html.contains(".letter { display: table-header-group; break-inside: avoid;"));
    assert_eq!(html.matches("<section class=\"key\"").count(), 1);
}

#[test]
fn json_of_versions_has_the_seed_of_all_and_of_each() {
    let json = versions(|printout, out| printout.write_json(out));
    let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let told = |version: &serde_json::Value| {
        format!("{} {} {}", version["version"], version["seed"], version["questions"][0]["id"])
    };
    let versions: Vec<String> = value["versions"].as_array().expect("versions").iter().map(told).collect();
    assert_eq!(versions, [r#""A" 7 "wall""#, r#""B" 9 "torus""#]);
    assert!(json.starts_with(r#"{"seed":7,"versions":[{"version":"A","seed":7,"questions":[{"bank":"m","#), "{json}");
}

#[test]
fn titles_are_those_of_the_banks_drawn_from() {
    let (machines, people) = (bank("m", "Machines", "en"), bank("p", "People", "en"));
    let paper = text(&[WALL], &[&people, &machines], false);
    assert!(paper.starts_with("Machines\n"), "{paper}");
    let paper = text(&[], &[&people, &machines], false);
    assert!(paper.starts_with("People · Machines\n0 questions, 0 points\n"), "{paper}");
}

#[test]
fn the_code_of_the_paper_stands_at_the_foot_of_every_page_and_in_the_head_of_every_version() {
    let html = versions(|printout, out| printout.write_html(out));
    assert!(html.contains("@bottom-center { content: \"Paper 73ZD\";"), "{html}");
    assert_eq!(html.matches("<span class=\"code\">Paper 73ZD</span>").count(), 2);
    let text = versions(|printout, out| printout.write_text(out));
    assert_eq!(text.matches("Paper 73ZD").count(), 3, "each version and the key: {text}");
}

/// Two versions with their sheets.
fn sheets(write: impl Fn(&Printout, &mut dyn Write) -> io::Result<()>) -> String {
    let (first, second) = (paper(&[WALL, METALS, ENERGY, TORUS, CITY]), paper(&[TORUS, WALL, CITY, ENERGY, METALS]));
    let machines = bank("m", "Machines", "en");
    let papers = [first, second];
    let papers = Papers::Versions(&papers);
    let printout = Printout { papers, banks: &[&machines], with_key: true, with_sheets: true, pictures: &NoPictures };
    written(|out| write(&printout, out))
}

#[test]
fn each_version_has_a_sheet_with_its_letter_and_a_row_for_each_question() {
    let html = sheets(|printout, out| printout.write_html(out));
    for letter in ["A", "B"] {
        let sheet = format!(
            "<section class=\"sheet columns-1\" style=\"page: version-{letter}\">\n<div class=\"letter\">Version <strong>{letter}</strong></div>"
        );
        assert_eq!(html.matches(&sheet).count(), 1, "{sheet} in {html}");
    }
    let row = |number: usize, room: &str| {
        format!("<li><span class=\"number\">{number}.</span><div class=\"answer\">{room}</div></li>")
    };
    let boxes = |class: &str, letters: &[&str]| -> String {
        letters.iter().map(|letter| format!("<span class=\"{class}\">{letter}</span>")).collect()
    };
    for row in [
        row(1, &boxes("cross one", &["A", "B", "C"])),
        row(2, &boxes("cross", &["A", "B", "C"])),
        row(3, "<span class=\"write\"></span> MJ"),
        row(4, &boxes("cross one", &["T", "F"])),
        row(5, "<span class=\"write\"></span> "),
    ] {
        assert!(html.contains(&row), "{row} in {html}");
    }
}

#[test]
fn a_sheet_of_text_has_a_row_for_each_question() {
    let text = sheets(|printout, out| printout.write_text(out));
    let (_, sheet) = text.split_once("Answer sheet: Machines · Paper ").expect("a sheet");
    let rows: Vec<&str> = sheet.lines().skip_while(|line| !line.starts_with("  1.")).take(5).collect();
    let line = "_".repeat(30);
    let expected = [
        "  1. [ ]\u{a0}A  [ ]\u{a0}B  [ ]\u{a0}C".to_owned(),
        "  2. [ ]\u{a0}A  [ ]\u{a0}B  [ ]\u{a0}C".to_owned(),
        format!("  3. {line} MJ"),
        "  4. [ ]\u{a0}T  [ ]\u{a0}F".to_owned(),
        format!("  5. {line}"),
    ];
    assert_eq!(rows, expected);
    assert_eq!(text.matches("Answer sheet:").count(), 2);
}

#[test]
fn many_rows_go_into_columns_and_the_key_is_on_no_page_of_a_learner() {
    let items: Vec<(&str, &[usize])> = vec![WALL; 60];
    let (one, machines) = (paper(&items), bank("m", "Machines", "en"));
    let printout = Printout {
        papers: Papers::One(&one),
        banks: &[&machines],
        with_key: true,
        with_sheets: true,
        pictures: &NoPictures,
    };
    let html = written(|out| printout.write_html(out));
    assert!(html.contains("<section class=\"sheet columns-3\" style=\"page: paper\">"), "{html}");
    let (learners, teachers) = html.split_once("<section class=\"key\"").expect("a key");
    assert!(!learners.contains("<strong>B</strong>") && teachers.contains("<strong>B</strong>"));
    assert!(learners.contains("class=\"sheet") && !teachers.contains("class=\"sheet"));
}
