//! Finds out with which values a calculated question was asked, from what was noted with its answer. Draws no paper.

use super::response::correct_written;
use crate::bank::shown::values_shown;
use crate::bank::{Answer, Kind, Question, formula};
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

/// The question as it was asked: with its values drawn, where it is calculated, and as it is otherwise.
///
/// The seed and the position give the values of the paper. A question that came again later in a sitting has another
/// position, so what the prompt shows is looked at too. Where the values agree with both the prompt and the right
/// answer as noted, or else with one of them, they are the ones; they must agree with one if anything was noted.
///
/// # Errors
/// Where the values cannot be told.
pub fn as_asked<'q>(question: &'q Question, trace: &Trace) -> Result<Cow<'q, Question>, Untraced> {
    if question.kind() != Kind::Calculated || formula::key(&question.answer).is_some() {
        return Ok(pinned_as_it_is(question));
    }
    let drawn = trace.seed.zip(trace.position).and_then(|(seed, position)| {
        let values = drawn_values(&question.answer, seed, position.checked_sub(1)?);
        formula::pinned(question, &values)
    });
    let (prompt, correct) = (trace.prompt.trim(), trace.correct_response.trim());
    let shown = shown_values(question, prompt, drawn.as_ref()).and_then(|values| formula::pinned(question, &values));
    let is_noted = !prompt.is_empty() || !correct.is_empty();
    if drawn.is_none() && !is_noted {
        return Err(Untraced::NothingNoted);
    }
    let agreement = |asked: &Question| {
        let is_same = |noted: &str, own: &str| !noted.is_empty() && noted == own.trim();
        usize::from(is_same(prompt, &asked.prompt)) + usize::from(is_same(correct, &correct_written(asked)))
    };
    let best = [drawn, shown].into_iter().flatten().map(|asked| (agreement(&asked), asked));
    // The first of those that agree best, so that the paper's own values come before the ones that were only read.
    let best = best.rev().max_by_key(|(agreement, _)| *agreement);
    match best {
        Some((agreement, asked)) if agreement > 0 || !is_noted => Ok(Cow::Owned(asked)),
        Some(_) => Err(Untraced::Contradiction),
        None if prompt.is_empty() => Err(Untraced::NothingNoted),
        None => Err(Untraced::Contradiction),
    }
}

/// A question whose variables have one value each shows it, wherever it was asked.
fn pinned_as_it_is(question: &Question) -> Cow<'_, Question> {
    let Answer::Calculated { variables, .. } = &question.answer else { return Cow::Borrowed(question) };
    let values: Option<Vec<f64>> = variables.iter().map(|(_, variable)| variable.only()).collect();
    values.and_then(|values| formula::pinned(question, &values)).map_or(Cow::Borrowed(question), Cow::Owned)
}

/// The values that the prompt shows; for one that it does not show, its only value or the one that was drawn.
fn shown_values(question: &Question, prompt: &str, drawn: Option<&Question>) -> Option<Vec<f64>> {
    let Answer::Calculated { variables, .. } = &question.answer else { return None };
    let shown = values_shown(question.prompt.trim(), prompt, |name| variables.get(name).is_some())?;
    let drawn_value = |name: &str| match &drawn?.answer {
        Answer::Calculated { variables, .. } => variables.get(name)?.only(),
        _ => None,
    };
    let value = |name: &str| shown.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
    let values = variables.iter().map(|(name, variable)| value(name).or_else(|| variable.only()).or_else(|| drawn_value(name)));
    values.collect()
}
