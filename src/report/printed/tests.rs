//! What printed papers look like, byte by byte where it is a contract.

mod kinds;
mod rich;

use super::{NoPictures, Printout};
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
    written(|out| Printout { paper: &paper, banks: &[], with_key: false, pictures: &NoPictures }.write_json(out))
}

fn text(items: &Items, banks: &[&Bank], with_key: bool) -> String {
    let paper = paper(items);
    written(|out| Printout { paper: &paper, banks, with_key, pictures: &NoPictures }.write_text(out))
}

fn html(items: &Items, banks: &[&Bank], with_key: bool) -> String {
    let paper = paper(items);
    written(|out| Printout { paper: &paper, banks, with_key, pictures: &NoPictures }.write_html(out))
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
fn text_has_seed_numbers_letters_and_lines_to_write_on() {
    let machines = bank("m", "Machines", "en");
    let text = text(&[WALL, METALS, ENERGY, TORUS, CITY], &[&machines], false);
    let expected = "\
Machines
Seed 7 · 5 questions, 5.5 points

Name: ______________________________    Date: ____________________

  1. When did the wall come?
     A) 1997
     B) 2011
     C) 2022

  2. Which metals? (2 points)
     (Choose all that apply.)
     [ ] A) Copper
     [ ] B) Beryllium
     [ ] C) Tungsten

  3. How much? (0.5 points)
     Answer: ____________ MJ

  4. JET is a torus.
     [ ] True    [ ] False

  5. Which city?
     Answer: ______________________________
";
    assert_eq!(text, expected);
}

#[test]
fn the_key_follows_with_letters_of_the_options_as_drawn() {
    let machines = bank("m", "Machines", "en");
    let text = text(&[WALL, METALS, ENERGY, TORUS, CITY], &[&machines], true);
    let expected = "
Key: Machines
Seed 7

  1. B) 2011
  2. B) Beryllium; C) Tungsten
  3. 59 MJ (± 0.5)
  4. True
  5. Reykjavik or Reykjavík
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
    assert!(!without.contains("<section class=\"key\">"));
    assert!(with.contains("<section class=\"key\">") && with.contains("<li dir=\"auto\">B) 2011</li>"));
    assert!(with.contains("break-before: page"));
}

#[test]
fn titles_are_those_of_the_banks_drawn_from() {
    let (machines, people) = (bank("m", "Machines", "en"), bank("p", "People", "en"));
    let paper = text(&[WALL], &[&people, &machines], false);
    assert!(paper.starts_with("Machines\n"), "{paper}");
    let paper = text(&[], &[&people, &machines], false);
    assert!(paper.starts_with("People · Machines\nSeed 7 · 0 questions, 0 points\n"), "{paper}");
}
