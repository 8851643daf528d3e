//! Letters of a printed paper in place of options: what `b` stood for. Marks nothing.

use crate::bank::{Answer, Question, ascending};
use crate::paper::shown_order;
use crate::sitting::response::{join_parts, split_parts};
use crate::sitting::{Oddity, Response, Trace, names_an_option};

/// What was answered with options in place of the letters that the printed paper has for them; `None` where there is no
/// letter, or where nobody knows how the options stood: that takes the seed of the paper and the question's place on it,
/// unless the options have an order of their own.
pub(super) fn spelled_out(question: &Question, written: &str, trace: &Trace) -> Option<String> {
    if Response::from_written(question, written).is_some() {
        return None;
    }
    let order = order(question, trace)?;
    let lettered = Lettered::new(question, &order);
    lettered.spelled_out(written)
}

/// What to say of letters where nobody knows what they stood for.
pub(super) fn without_seed(question: &Question, written: &str, trace: &Trace) -> Option<Oddity> {
    let count = question.options().len();
    let is_letter = |part: &str| letter(part).is_some_and(|index| index < count) && !names_an_option(question, part);
    let parts = split_parts(written);
    let is_lettered = !parts.is_empty() && parts.iter().all(|part| is_letter(part));
    let part = || parts.first().cloned().unwrap_or_default();
    (is_lettered && order(question, trace).is_none()).then(|| Oddity::LetterWithoutSeed { part: part() })
}

/// The options as they stood on the paper.
fn order(question: &Question, trace: &Trace) -> Option<Vec<usize>> {
    if let (Some(seed), Some(position)) = (trace.seed, trace.position.and_then(|position| position.checked_sub(1))) {
        return Some(shown_order(&question.answer, seed, position));
    }
    match &question.answer {
        Answer::Choice { .. } | Answer::Choices { .. } => ascending(&question.options()),
        Answer::Categorise { .. } => Some((0..question.options().len()).collect()),
        Answer::TrueFalse(_)
        | Answer::Number { .. }
        | Answer::Order { .. }
        | Answer::Match { .. }
        | Answer::Cloze { .. }
        | Answer::Hotspot { .. }
        | Answer::Calculated { .. }
        | Answer::Recall { .. }
        | Answer::Text { .. } => None,
    }
}

/// The options that letters stand for, in the order of the letters.
struct Lettered<'q> {
    question: &'q Question,
    options: Vec<&'q str>,
    /// What letters are written before; none where they stand alone.
    lefts: Vec<&'q str>,
}

impl<'q> Lettered<'q> {
    fn new(question: &'q Question, order: &[usize]) -> Self {
        let shown = || {
            let options = question.options();
            order.iter().filter_map(|index| options.get(*index).copied()).collect::<Vec<_>>()
        };
        let (options, lefts) = match &question.answer {
            Answer::Match { pairs, .. } => (shown(), pairs.iter().map(|(left, _)| &**left).collect()),
            Answer::Categorise { groups } => (groups.iter().map(|(name, _)| name).collect(), shown()),
            Answer::Choice { .. } | Answer::Choices { .. } | Answer::Order { .. } | Answer::Hotspot { .. } => {
                (shown(), Vec::new())
            }
            Answer::TrueFalse(_)
            | Answer::Number { .. }
            | Answer::Text { .. }
            | Answer::Cloze { .. }
            | Answer::Calculated { .. }
            | Answer::Recall { .. } => (Vec::new(), Vec::new()),
        };
        Self { question, options, lefts }
    }

    fn option(&self, part: &str) -> Option<&'q str> {
        let index = letter(part)?;
        if names_an_option(self.question, part) { None } else { self.options.get(index).copied() }
    }

    fn spelled_out(&self, written: &str) -> Option<String> {
        if self.lefts.is_empty() {
            let options: Vec<&str> = letters(written).iter().map(|part| self.option(part)).collect::<Option<_>>()?;
            // A choice is written as it is, and a single part is one too.
            let is_choice = matches!(self.question.answer, Answer::Choice { .. });
            return match options[..] {
                [] => None,
                [only] if is_choice => Some(only.to_owned()),
                _ => Some(join_parts(options)),
            };
        }
        if written.contains('=') {
            let pair = |part: &str| {
                let (left, right) = part.rsplit_once('=')?;
                Some(format!("{}= {}", left, join_parts([self.option(right)?])))
            };
            let pairs: Option<Vec<String>> =
                written.split(';').filter(|part| !part.trim().is_empty()).map(pair).collect();
            return pairs.map(|pairs| pairs.join("; "));
        }
        // Letters alone, in the order in which the left sides stand on the paper.
        let rights: Vec<&str> = letters(written).iter().map(|part| self.option(part)).collect::<Option<_>>()?;
        let pairs = self
            .lefts
            .iter()
            .zip(&rights)
            .map(|(left, right)| format!("{} = {}", join_parts([*left]), join_parts([*right])));
        (rights.len() == self.lefts.len()).then(|| pairs.collect::<Vec<_>>().join("; "))
    }
}

/// The letters of an answer: parted by `;`, or by commas and spaces, or run together in capitals.
fn letters(written: &str) -> Vec<String> {
    let parts = split_parts(written);
    if parts.len() > 1 {
        return parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
    }
    let parts: Vec<String> = written.split([',', ' ']).filter(|part| !part.is_empty()).map(str::to_owned).collect();
    match &parts[..] {
        [run] if run.len() > 1 && run.bytes().all(|byte| byte.is_ascii_uppercase()) => {
            run.chars().map(String::from).collect()
        }
        _ => parts,
    }
}

/// The index that a letter stands for: `a`, `B`, `c)`, `(d)`.
fn letter(part: &str) -> Option<usize> {
    let part = part.trim().trim_start_matches('(').trim_end_matches([')', '.', ':']);
    let mut signs = part.chars();
    let sign = signs.next()?.to_ascii_lowercase();
    let is_alone = signs.next().is_none() && sign.is_ascii_lowercase();
    is_alone.then(|| usize::from(sign as u8 - b'a'))
}
