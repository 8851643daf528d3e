//! What stands at the foot of each printed page: the title and the number of the page. Browsers without page boxes
//! print their own numbers instead.

use super::super::printout::Printout;
use std::fmt::Write;

/// The name of the pages of a paper in CSS.
pub(super) fn name(version: Option<&str>) -> String {
    version.map_or_else(|| "paper".to_owned(), |letter| format!("version-{letter}"))
}

/// The rules of the pages, for the end of a style sheet.
///
/// A browser knows how many pages there are only of all it prints. So `of 3` is told where a paper is printed alone;
/// where versions or a key come after it, the pages of each are counted from 1, and the last says that it is the last.
pub(super) fn rules(printout: &Printout, title: &str) -> String {
    let (title, code) = (css_string(title), printout.code());
    let mut rules = format!(
        "@page {{ margin: 1.8cm 2cm 2cm; @bottom-left {{ content: {title}; {FOOT} }}\n\
         @bottom-center {{ content: \"Paper {code}\"; {FOOT} }}\n\
         @bottom-right {{ content: \"Page \" counter(page) \" of \" counter(pages); {FOOT} }} }}\n"
    );
    let versions: Vec<_> = printout.printed().filter_map(|printed| printed.version).collect();
    if versions.is_empty() && printout.with_key {
        numbered(&mut rules, &name(None), "Page");
    }
    for letter in versions {
        numbered(&mut rules, &name(Some(&letter)), &format!("Version {letter} · Page"));
    }
    if printout.with_key {
        numbered(&mut rules, "key", "Key · Page");
    }
    rules
}

const FOOT: &str = "font: 9pt \"Atkinson Hyperlegible Next\", Verdana, \"DejaVu Sans\", sans-serif";

/// Pages with this name are counted by themselves.
fn numbered(rules: &mut String, name: &str, words: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(
        rules,
        "@page {name} {{ counter-increment: {name}; @bottom-right {{ content: \"{words} \" counter({name}); {FOOT} }} }}"
    );
}

/// A string of CSS inside HTML: whatever is no letter, digit or space is written by its number.
pub(in crate::report) fn css_string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        if letter.is_alphanumeric() || letter == ' ' {
            quoted.push(letter);
        } else if !letter.is_control() {
            let _ = write!(quoted, "\\{:x} ", u32::from(letter));
        }
    }
    quoted + "\""
}
