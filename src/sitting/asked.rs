//! Finds out with which values a calculated question was asked, from what was noted with its answer. Draws no paper.

use super::response::correct_written;
use crate::bank::values::drawn;
use crate::bank::values::shown::values_shown;
use crate::bank::{Answer, Kind, Question, Variable};
use crate::paper::drawn_values;
use std::borrow::Cow;

/// What was noted of how a question was asked; empty or `None` where nothing was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trace<'a> {
    /// The prompt as it was shown.
    pub prompt: &'a str,
    /// The right answer as it was told.
    pub correct_response: &'a str,
    /// What the paper was drawn with.
    pub seed: Option<u32>,
    /// The place of the question on the paper, from 1.
    pub position: Option<u32>,
}

/// Why nobody knows how a question was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Untraced {
    /// Nothing tells which values were drawn.
    NothingNoted,
    /// What was noted does not fit the question.
    Contradiction,
}

/// So many places before its own are tried for a question that came again: it was drawn at the earlier one.
const MOST_PLACES: u32 = 1000;

/// The question as it was asked: with its values drawn, where it is calculated, and as it is otherwise.
///
/// The seed and the position give the values of the paper. A question that came again later in a sitting has another
/// position, so earlier ones are tried, and what the prompt shows is looked at too. The values are those that agree with
/// all that was noted; or else with a prompt that shows every value, for the key may have been mended since; or else with
/// the right answer, for the words may have been.
///
/// # Errors
/// Where the values cannot be told.
pub fn as_asked<'q>(question: &'q Question, trace: &Trace) -> Result<Cow<'q, Question>, Untraced> {
    if question.kind() != Kind::Calculated || drawn::key(&question.answer).is_some() {
        return Ok(pinned_as_it_is(question));
    }
    let at = |position: u32| {
        let values = drawn_values(&question.answer, trace.seed?, position.checked_sub(1)?);
        drawn::pinned(question, &values)
    };
    let drawn = trace.position.and_then(at);
    let evidence = Evidence { prompt: trace.prompt.trim(), correct: trace.correct_response.trim() };
    if evidence.is_none() {
        return drawn.map(Cow::Owned).ok_or(Untraced::NothingNoted);
    }
    let shown = shown_values(question, evidence.prompt, drawn.as_ref());
    let shows_all = shown.as_ref().is_some_and(|shown| shown.is_whole);
    let shown = shown.and_then(|shown| drawn::pinned(question, &shown.values));
    let is_traceable = drawn.is_some() || !evidence.prompt.is_empty();
    let earlier = trace.position.into_iter().flat_map(|own| (1..own).rev().take(MOST_PLACES as usize)).filter_map(at);
    let mut second_best = None;
    for asked in drawn.into_iter().chain(shown).chain(earlier) {
        match evidence.bears_out(&asked, shows_all) {
            Borne::Out => return Ok(Cow::Owned(asked)),
            Borne::Partly => second_best = second_best.or(Some(asked)),
            Borne::Not => {}
        }
    }
    let reason = if is_traceable { Untraced::Contradiction } else { Untraced::NothingNoted };
    second_best.map(Cow::Owned).ok_or(reason)
}

/// What was noted of a question, to hold values against.
struct Evidence<'a> {
    prompt: &'a str,
    correct: &'a str,
}

/// How far values are borne out.
enum Borne {
    Out,
    Partly,
    Not,
}

impl Evidence<'_> {
    fn is_none(&self) -> bool {
        self.prompt.is_empty() && self.correct.is_empty()
    }

    fn bears_out(&self, asked: &Question, shows_all: bool) -> Borne {
        let is_prompt = self.prompt == asked.prompt.trim();
        if is_prompt && self.correct.is_empty() {
            return Borne::Out;
        }
        let is_correct = self.correct == correct_written(asked).trim();
        match (is_prompt, is_correct) {
            (true, true) => Borne::Out,
            (false, true) if self.prompt.is_empty() => Borne::Out,
            (false, true) => Borne::Partly,
            (true, false) if shows_all => Borne::Partly,
            _ => Borne::Not,
        }
    }
}

/// A question whose variables have one value each shows it, wherever it was asked.
fn pinned_as_it_is(question: &Question) -> Cow<'_, Question> {
    let Answer::Calculated { variables, .. } = &question.answer else { return Cow::Borrowed(question) };
    let values: Option<Vec<f64>> = variables.iter().map(|(_, variable)| variable.only()).collect();
    values.and_then(|values| drawn::pinned(question, &values)).map_or(Cow::Borrowed(question), Cow::Owned)
}

/// Values read from a prompt.
struct Shown {
    values: Vec<f64>,
    /// Whether the prompt shows every value that could be another.
    is_whole: bool,
}

/// The values that the prompt shows; for one that it does not show, its only value or the one that was drawn.
fn shown_values(question: &Question, prompt: &str, drawn: Option<&Question>) -> Option<Shown> {
    let Answer::Calculated { variables, .. } = &question.answer else { return None };
    let found = values_shown(question.prompt.trim(), prompt, |name| variables.get(name).is_some())?;
    let shown = |name: &str| found.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
    let drawn_value = |name: &str| {
        let Answer::Calculated { variables, .. } = &drawn?.answer else { return None };
        variables.get(name)?.only()
    };
    let known = |name: &str, variable: &Variable| shown(name).or_else(|| variable.only());
    let is_whole = variables.iter().all(|(name, variable)| known(name, variable).is_some());
    let values = variables.iter().map(|(name, variable)| known(name, variable).or_else(|| drawn_value(name)));
    Some(Shown { values: values.collect::<Option<_>>()?, is_whole })
}
