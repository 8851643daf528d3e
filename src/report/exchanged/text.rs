//! What an import or an export came to, for people: what is the same of many questions is told once.

use crate::exchange::{Finding, Place, Remark, Severity, grouped};
use std::fmt::Write;

/// How the findings of a file are told.
#[derive(Clone, Copy)]
pub struct Telling<'w> {
    /// The words for a remark.
    pub message: &'w dyn Fn(&Remark) -> String,
    /// Whether every question that a remark is about is named, or only the first.
    pub names_all: bool,
}

/// All findings as lines, the heaviest first, each with its first place. Empty without any.
pub fn findings_text(findings: &[Finding], telling: Telling<'_>) -> String {
    let mut text = String::new();
    let groups = grouped(findings);
    for severity in Severity::ALL {
        let mut own = groups.iter().filter(|group| group[0].severity() == severity).peekable();
        if own.peek().is_some() {
            let _ = writeln!(text, "{}:", heading(severity));
        }
        for group in own {
            let _ = writeln!(text, "  {}", line(group, telling));
        }
    }
    text
}

/// Where something stands, in words: `line 12`, `cell Sheet1!H12`; empty where nothing is known.
pub fn place_words(place: &Place) -> String {
    let mut parts = Vec::new();
    if !place.inside.is_empty() {
        parts.push(place.inside.to_string());
    }
    if let Some(line) = place.line {
        parts.push(format!("line {line}"));
    }
    if !place.cell.is_empty() {
        parts.push(place.cell.to_string());
    }
    parts.join(", ")
}

fn line(group: &[&Finding], telling: Telling<'_>) -> String {
    let [finding, others @ ..] = group else { return String::new() };
    let name = named(finding);
    let place = if name.is_empty() { String::new() } else { format!("{name}: ") };
    let message = (telling.message)(&finding.remark);
    match (others.len(), telling.names_all) {
        (0, _) => format!("{place}{message}"),
        (count, false) => format!("{place}{message} The same goes for {count} more."),
        (_, true) => {
            let others: Vec<String> = others.iter().map(|other| named(other)).collect();
            format!("{place}{message}\n    The same goes for {}.", others.join("; "))
        }
    }
}

/// The place and the question of a finding; empty where nothing is known.
fn named(finding: &Finding) -> String {
    let question = if finding.question.is_empty() { String::new() } else { format!("“{}”", finding.question) };
    let parts = [place_words(&finding.place), question];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn heading(severity: Severity) -> &'static str {
    match severity {
        Severity::LeftOut => "Left out",
        Severity::MarkedDifferently => "Marked differently",
        Severity::DetailDropped => "Dropped",
        Severity::Guessed => "Please check",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(findings: &[Finding], names_all: bool, expected: &str) {
        assert_eq!(findings_text(findings, Telling { message: &Remark::message, names_all }), expected);
    }

    #[test]
    fn what_is_the_same_of_many_is_told_once_and_the_heaviest_first() {
        let finding = |line, question: &str, remark| Finding {
            place: Place::line(line),
            question: question.into(),
            kind: "multichoice".into(),
            remark,
        };
        let all = [
            finding(3, "", Remark::Looks),
            finding(5, "Rhine", Remark::Hidden),
            finding(7, "a", Remark::GuessingPenalty),
            finding(9, "b", Remark::GuessingPenalty),
            finding(11, "c", Remark::GuessingPenalty),
        ];
        let penalty = Remark::GuessingPenalty.message();
        let dropped = format!(
            "Dropped:\n  line 3: {}\n  line 5 “Rhine”: {}\n",
            Remark::Looks.message(),
            Remark::Hidden.message()
        );
        let told = format!("Marked differently:\n  line 7 “a”: {penalty} The same goes for 2 more.\n{dropped}");
        check(&all, false, &told);
        let told = told.replace(" The same goes for 2 more.", "\n    The same goes for line 9 “b”; line 11 “c”.");
        check(&all, true, &told);
        check(&[], true, "");
    }
}
