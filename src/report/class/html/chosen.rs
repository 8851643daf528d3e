//! Who chose which option of a question, and how sure they were.

use super::push;
use super::signs::{bar, formatted, maybe, number};
use super::table::{Column, begin, end, row};
use crate::class::{CertaintyCounts, ItemFigures, OptionFigures};

const OPTIONS: &[Column] = &[
    ("Answer", false),
    ("", false),
    ("Chosen", true),
    ("", false),
    ("Lower third", true),
    ("Middle third", true),
    ("Upper third", true),
    ("r with rest", true),
];

/// The options with who chose them.
pub(super) fn options(html: &mut String, item: &ItemFigures) {
    let caption = "Who chose what, by thirds of the class on the other questions";
    begin(html, "options", caption, OPTIONS);
    for option in &item.options {
        row(html, OPTIONS, &cells(option, item.attempts));
    }
    end(html);
}

fn cells(option: &OptionFigures, attempts: u32) -> [String; 8] {
    let share = f64::from(option.chosen) / f64::from(attempts.max(1));
    let key = if option.is_key { "<span class=\"key\">✓ key</span>" } else { "" };
    [
        format!("<span dir=\"auto\">{}</span>", formatted(&option.text)),
        key.to_owned(),
        format!("{} <small>{} %</small>", option.chosen, number(100.0 * share, 0)),
        bar(share, None),
        third(option.lower),
        third(option.middle),
        third(option.upper),
        maybe(option.correlation, 2),
    ]
}

/// Whole where it is whole: learners with the same score share their places.
fn third(learners: f64) -> String {
    let decimals = usize::from((learners - learners.round()).abs() > 0.05);
    number(learners, decimals)
}

/// How sure they were, where anybody said so.
pub(super) fn certainty(html: &mut String, item: &ItemFigures) {
    let CertaintyCounts { right, wrong } = item.certainty;
    if right.iter().chain(&wrong).all(|count| *count == 0) {
        return;
    }
    let words = ["guessing more than not", "fairly sure", "sure"];
    let level = |level: usize| format!("{}: {} right, {} not", words[level], right[level], wrong[level]);
    push(html, format_args!("<p><span class=\"label\">Certainty</span> {}</p>\n", [2, 1, 0].map(level).join("; ")));
}
