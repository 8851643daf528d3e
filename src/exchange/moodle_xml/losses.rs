//! What Moodle has no place for, whatever the kind of question.

use crate::bank::{Bank, Question};
use crate::exchange::{Exported, Remark};

/// Tells what is lost of the fields that all kinds have.
pub(in crate::exchange) fn tell(question: &Question, exported: &mut Exported) {
    let lost = [
        (question.difficulty.is_some(), "its difficulty"),
        (!question.enemies.is_empty(), "questions that are kept apart from it"),
        (question.hint_cost > 0.0, "what a hint costs"),
    ];
    for (_, thing) in lost.into_iter().filter(|(is_lost, _)| *is_lost) {
        exported.tell(question, Remark::NoPlaceFor(thing));
    }
}

/// The explanation with what the question cites below it.
pub(in crate::exchange) fn explanation(bank: &Bank, question: &Question) -> String {
    let mut lines = vec![question.explanation.to_string()];
    for cite in &question.cite.0 {
        let Some(source) = bank.sources.get(&cite.source) else { continue };
        let year = source.year.map(|year| year.to_string()).unwrap_or_default();
        let parts = [&*source.title, &*source.publisher, &year, &*cite.place];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        lines.push(format!("— {}", crate::text::literal(&parts.join(", "))));
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n\n")
}

/// What options earn where `count` of them share all points; whether Moodle knows this share among those that it allows.
pub(in crate::exchange) fn share(count: usize) -> (String, bool) {
    let percent = format!("{:.5}", 100.0 / count.max(1) as f64);
    let percent = percent.trim_end_matches('0').trim_end_matches('.').to_owned();
    (percent, matches!(count, 0..=10 | 20))
}

/// What is said of shares that Moodle does not know.
pub(in crate::exchange) const UNKNOWN_SHARES: Remark = Remark::Rule(
    "Moodle does not know its shares of the points: import with “Match grades: nearest grade if not listed”",
);

/// What is told of a text, or a gap, that is typed.
pub(in crate::exchange) fn tell_typed(question: &Question, forms: &[&str], exported: &mut Exported) {
    if let crate::bank::Answer::Text { typos, match_accents, .. } = &question.answer {
        if *typos > 0 {
            exported.tell(question, Remark::Rule("slips of typing are forgiven here, and none in Moodle"));
        }
        if !match_accents && !forms.iter().all(|form| form.is_ascii()) {
            exported.tell(question, Remark::Rule("accents do not count here, and do in Moodle"));
        }
    }
}
