//! What stands between the braces of a question, by the signs in it, in Moodle's order. Knows nothing of the words around.

use super::texts::Texts;
use crate::exchange::markup::Purpose;
use crate::exchange::moodle_xml::{paired, parsed, percent, without_wildcards};
use crate::exchange::{Answer, DraftNumber, DraftOption, DraftText, KindRow, Remark};

use super::kinds::{MATCHING, MULTIPLE_CHOICE, NUMERICAL, SHORT_ANSWER, TRUE_FALSE};

/// The kind of question that answers make; they are trimmed and not empty.
pub(super) fn kind(answers: &str) -> KindRow {
    let before_feedback = answers.split('#').next().unwrap_or_default().trim();
    match () {
        () if answers.starts_with('#') => NUMERICAL,
        () if answers.contains('~') => MULTIPLE_CHOICE,
        () if is_pairs(answers) => MATCHING,
        () if truth(before_feedback).is_some() => TRUE_FALSE,
        () => SHORT_ANSWER,
    }
}

/// The key.
pub(super) fn read(answers: &str, is_groups: bool, texts: &mut Texts) -> Answer {
    match kind(answers) {
        NUMERICAL => numbers(&answers[1..], texts),
        MULTIPLE_CHOICE => options(answers, texts),
        MATCHING => pairs(answers, is_groups, texts),
        TRUE_FALSE => true_false(answers, texts),
        _ => short_answers(answers, texts),
    }
}

/// Whether every answer is `=left -> right`. Moodle takes one arrow anywhere for that, also in feedback.
fn is_pairs(answers: &str) -> bool {
    let mut parts = answers.split('=');
    let is_pair = |part: &str| part.split('#').next().unwrap_or_default().contains("->");
    let starts = parts.next().unwrap_or_default().trim().is_empty();
    let mut answers = parts.filter(|part| !part.trim().is_empty()).peekable();
    starts && answers.peek().is_some() && answers.all(is_pair)
}

/// Whether a word says true or false.
pub(super) fn truth(word: &str) -> Option<bool> {
    match word.to_ascii_uppercase().as_str() {
        "T" | "TRUE" => Some(true),
        "F" | "FALSE" => Some(false),
        _ => None,
    }
}

/// An answer with what it earns, and its feedback.
struct Part<'t> {
    is_right: bool,
    share: Option<f64>,
    text: &'t str,
    feedback: &'t str,
}

impl Part<'_> {
    fn weight(&self) -> f64 {
        self.share.unwrap_or(if self.is_right { 1.0 } else { 0.0 })
    }
}

/// The answers that begin with these signs; what stands before the first is one, too, where it is not empty.
fn parts<'t>(answers: &'t str, signs: &[char]) -> Vec<Part<'t>> {
    let mut starts: Vec<usize> = answers.match_indices(signs).map(|(at, _)| at).collect();
    let first = starts.first().copied().unwrap_or(answers.len());
    let mut parts = Vec::new();
    if !answers[..first].trim().is_empty() {
        parts.push(part(&answers[..first], true));
    }
    starts.push(answers.len());
    for bounds in starts.windows(2) {
        let source = &answers[bounds[0]..bounds[1]];
        // `=~%50%a` is met, too: the last sign before the words counts.
        if source.len() > 1 && !source[1..].trim().is_empty() {
            parts.push(part(&source[1..], source.starts_with('=')));
        }
    }
    parts
}

fn part(source: &str, is_right: bool) -> Part<'_> {
    let (text, feedback) = source.split_once('#').unwrap_or((source, ""));
    let (share, text) = percent(text.trim()).map_or((None, text), |(share, text)| (Some(share), text));
    Part { is_right, share, text: text.trim(), feedback: feedback.trim() }
}

fn options(answers: &str, texts: &mut Texts) -> Answer {
    let parts = parts(answers, &['=', '~']);
    let is_many =
        !parts.iter().any(|part| part.is_right && part.weight() > 0.0) && parts.iter().any(|part| part.share.is_some());
    let options = parts.iter().map(|part| DraftOption {
        text: texts.text(part.text, Purpose::Line),
        weight: part.weight(),
        feedback: texts.text(part.feedback, Purpose::Text),
    });
    Answer::Options { options: options.collect(), is_many }
}

fn short_answers(answers: &str, texts: &mut Texts) -> Answer {
    let read = |part: &Part<'_>, texts: &mut Texts| {
        let (text, is_pattern) = without_wildcards(&texts.plain(part.text));
        DraftText { text, is_pattern, weight: part.weight(), feedback: texts.text(part.feedback, Purpose::Text) }
    };
    let all: Vec<DraftText> = parts(answers, &['=']).iter().map(|part| read(part, texts)).collect();
    Answer::Texts { texts: all, is_case_counted: false }
}

fn true_false(answers: &str, texts: &mut Texts) -> Answer {
    let mut parts = answers.splitn(3, '#');
    let is_true = truth(parts.next().unwrap_or_default().trim()).unwrap_or_default();
    // The first is said to those who are wrong.
    let [on_wrong, on_right] =
        [parts.next(), parts.next()].map(|part| texts.text(part.unwrap_or_default(), Purpose::Text));
    let feedback = if is_true { [on_right, on_wrong] } else { [on_wrong, on_right] };
    Answer::TrueFalse { is_true, feedback }
}

fn pairs(answers: &str, is_groups: bool, texts: &mut Texts) -> Answer {
    let (mut pairs, mut extra) = (Vec::new(), Vec::new());
    for source in answers.split('=').filter(|source| !source.trim().is_empty()) {
        let Some((left, right)) = source.split_once("->") else { continue };
        // The right side names no format, in Moodle neither.
        let (left, right) = (texts.text(left, Purpose::Line), texts.words(right, Purpose::Line));
        match (left.is_empty(), right.is_empty()) {
            (_, true) => {}
            (true, false) => extra.push(right.into()),
            (false, false) => pairs.push((left.into(), right.into())),
        }
    }
    paired(pairs, extra, is_groups)
}

fn numbers(answers: &str, texts: &mut Texts) -> Answer {
    let mut numbers = Vec::new();
    for part in parts(answers, &['=', '~']) {
        let feedback = texts.text(part.feedback, Purpose::Text);
        match range(part.text, texts) {
            Some((value, tolerance)) => numbers.push(DraftNumber { value, tolerance, weight: part.weight(), feedback }),
            None if part.text.is_empty() || part.text == "*" => {
                texts.tell(Remark::NoPlaceFor("feedback on every other number"));
            }
            None => {
                return Answer::LeftOut(Remark::Damaged(
                    format!("“{}” is no number", super::escape::meant(part.text)).into(),
                ));
            }
        }
    }
    Answer::Numbers { numbers, unit: Box::default(), is_unit_required: false }
}

/// `5`, `5:0.2` or `1..5` as a number and its tolerance.
fn range(source: &str, texts: &mut Texts) -> Option<(f64, f64)> {
    let mut number = |text: &str| {
        let (number, is_comma) = parsed(text)?;
        if is_comma {
            texts.tell(Remark::DecimalComma(text.trim().into()));
        }
        Some(number)
    };
    if let Some((from, to)) = source.split_once("..") {
        let (from, to) = (number(from)?, number(to)?);
        return Some((without_dust((from + to) / 2.0), without_dust((to - from).abs() / 2.0)));
    }
    let (value, tolerance) = source.split_once(':').unwrap_or((source, "0"));
    Some((number(value)?, number(tolerance)?.abs()))
}

/// Halving decimals leaves dust in binary.
fn without_dust(number: f64) -> f64 {
    format!("{number:.12e}").parse().unwrap_or(number)
}
