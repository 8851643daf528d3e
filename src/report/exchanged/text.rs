//! What an import or an export came to, for people: what is the same of many questions is told once.

use crate::exchange::{Finding, Place, Severity, grouped};
use std::fmt::Write;

/// All findings as lines, the heaviest first, each with its first place. Empty without any.
pub fn findings_text(findings: &[Finding]) -> String {
    let mut text = String::new();
    let groups = grouped(findings);
    for severity in Severity::ALL {
        let mut own = groups.iter().filter(|(finding, _)| finding.severity() == severity).peekable();
        if own.peek().is_some() {
            let _ = writeln!(text, "{}:", heading(severity));
        }
        for (finding, count) in own {
            let _ = writeln!(text, "  {}", line(finding, *count));
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

fn line(finding: &Finding, count: usize) -> String {
    let place = place_words(&finding.place);
    let question = if finding.question.is_empty() { String::new() } else { format!(" “{}”", finding.question) };
    let place = match (place.is_empty(), question.is_empty()) {
        (true, true) => String::new(),
        (true, false) => format!("{}: ", question.trim_start()),
        (false, _) => format!("{place}{question}: "),
    };
    match count {
        1 => format!("{place}{}", finding.remark.message()),
        count => format!("{place}{} And {} more.", finding.remark.message(), count - 1),
    }
}

fn heading(severity: Severity) -> &'static str {
    match severity {
        Severity::LeftOut => "Left out",
        Severity::MarkedDifferently => "Marked differently",
        Severity::DetailDropped => "Dropped",
        Severity::Guessed => "Please look at",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::Remark;

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
            finding(5, "Rhine", Remark::NoKey),
            finding(7, "a", Remark::GuessingPenalty),
            finding(9, "b", Remark::GuessingPenalty),
        ];
        assert_eq!(
            findings_text(&all),
            "Left out:\n  line 5 “Rhine”: The file does not say which answer is right. Mark the right one there and import \
             again.\nMarked differently:\n  line 7 “a”: Wrong options cost points there. Here they earn none. And 1 \
             more.\nDropped:\n  line 3: Colours, fonts, underlining and alignment were dropped.\n"
        );
        assert_eq!(findings_text(&[]), "");
    }
}
