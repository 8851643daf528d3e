//! A class's page: whatever is in the tables is only text in it, and it says in words what it draws.

use crate::given::{Given, Questions, class_of, mark, question, version};
use torus::bank::Kind;
use torus::class::{Class, MeasuringOptions, measure};
use torus::report::class::{Beside, class_html};
use torus::sitting::Certainty;

/// Ten learners of whom the first six chose the key.
fn class(prompt: &str, option: &str) -> Class {
    let given: Vec<Given> = (0..10)
        .map(|place| Given {
            response: Some(if place < 6 { "yes" } else { option }.to_owned()),
            certainty: Some(Certainty::High),
            ..mark(&format!("<b>learner</b> {place}"), "q", f64::from(u8::from(place < 6)))
        })
        .collect();
    let (id, mut asked) = question("q", Kind::Choice, vec![version("h", "yes", &["yes", option])]);
    asked.prompt = prompt.into();
    class_of(&given, &Questions::from([(id, asked)]))
}

fn page(class: &Class, names_learners: bool) -> String {
    class_html(class, &measure(class, &MeasuringOptions::default()), &Beside::default(), names_learners)
}

/// The names of elements that begin, in order, and whether each that ends is the one that began last.
fn check_elements(html: &str) -> Vec<String> {
    let (mut open, mut all) = (Vec::new(), Vec::new());
    for part in html.split('<').skip(1) {
        let tag = part.split('>').next().unwrap_or_default();
        let name =
            tag.trim_start_matches('/').split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
        if tag.starts_with('!') || tag.ends_with('/') || ["meta", "br", "img", "hr"].contains(&name) {
            continue;
        }
        if tag.starts_with('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "before {part}");
        } else {
            open.push(name.to_owned());
            all.push(name.to_owned());
        }
    }
    assert!(open.is_empty(), "{open:?}");
    all
}

#[test]
fn what_stands_in_tables_is_text_and_nothing_else() {
    let hostile = "<script>alert(1)</script> <img src=x onerror=alert(1)> [a](javascript:alert) \" ' &";
    let html = page(&class(hostile, "</table></style>\u{202e}<svg onload=alert(1)>"), true);
    let elements = check_elements(&html);
    assert!(!elements.iter().any(|name| name == "script" || name == "img"), "{elements:?}");
    for tag in html.split('<').skip(1).filter_map(|part| part.split('>').next()) {
        let outside_quotes: String = tag.split('"').step_by(2).collect();
        assert!(!outside_quotes.contains(" on"), "{tag}");
    }
    assert!(!html.contains("href=\"javascript"), "{html}");
    assert!(html.contains("<bdi>&lt;b&gt;learner&lt;/b&gt; 0</bdi>"), "{html}");
    let without_namespace = html.replace("http://www.w3.org/2000/svg", "");
    assert!(!without_namespace.contains("http://") && !without_namespace.contains("https://"), "{html}");
}

#[test]
fn the_key_is_told_by_a_word_and_a_sign_and_bars_are_no_backgrounds() {
    let html = page(&class("Is it?", "no"), false);
    assert!(html.contains("✓ key"), "{html}");
    assert!(html.contains("aria-label=\"no: 4; yes (key): 6\""), "{html}");
    assert!(html.contains("sure: 6 right, 4 not"), "{html}");
    let style = html.split("<style>").nth(1).and_then(|style| style.split("</style>").next()).unwrap_or_default();
    let backgrounds: Vec<&str> = style.split("background").skip(1).collect();
    assert!(backgrounds.iter().all(|rule| rule.starts_with(": #fff;") || rule.starts_with("s out of")), "{style}");
}

#[test]
fn headings_go_down_step_by_step_and_every_head_of_a_table_has_a_scope() {
    let html = page(&class("Is it?", "no"), true);
    let levels: Vec<usize> = check_elements(&html)
        .iter()
        .filter_map(|name| name.strip_prefix('h').and_then(|level| level.parse().ok()))
        .collect();
    assert_eq!(levels[0], 1);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1 && pair[1] > 1), "{levels:?}");
    assert_eq!(html.matches("<th ").count(), html.matches("<th scope=").count());
    assert_eq!(html.matches("<table").count(), html.matches("<caption>").count());
    assert!(
        html.starts_with("<!DOCTYPE html>\n<html lang=\"en\">") && html.contains("<title>Class results: Bank</title>")
    );
}

#[test]
fn a_class_without_a_finished_sitting_says_so() {
    let html = page(&Class::default(), true);
    check_elements(&html);
    assert!(html.contains("There is nothing to judge until somebody has finished a sitting."), "{html}");
}
