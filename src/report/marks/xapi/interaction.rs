//! A question as an interaction of xAPI, by its kind: what could be answered, what is right, and what was answered.

use crate::bank::Kind;
use crate::bank::values::quantity::{Quantity, quantity, readings};
use crate::class::{ClassQuestion, QuestionVersion};
use crate::report::cell::write_number;
use crate::report::marks::xapi::components::{Component, Components};
use crate::sitting::response::{split_pairs, split_parts};
use serde::Serialize;

/// What the definition of a question says of how it is answered.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Interaction {
    interaction_type: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    correct_responses_pattern: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    choices: Vec<Component>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    source: Vec<Component>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    target: Vec<Component>,
}

impl Interaction {
    fn new(interaction_type: &'static str, right: impl IntoIterator<Item = String>) -> Self {
        Self {
            interaction_type,
            correct_responses_pattern: right.into_iter().filter(|right| !right.is_empty()).collect(),
            choices: Vec::new(),
            source: Vec::new(),
            target: Vec::new(),
        }
    }
}

/// Stands between the parts of a response.
const PARTS: &str = "[,]";
/// Stands between the sides of a pair.
const SIDES: &str = "[.]";

/// The interaction, and a response to it in its form.
pub(super) fn interaction(
    question: &ClassQuestion,
    version: &QuestionVersion,
    response: &str,
) -> (Interaction, String) {
    match question.kind {
        Some(Kind::Choice) => choice(version, vec![version.key.to_string()], vec![response.to_owned()]),
        Some(Kind::Choices | Kind::Hotspot) => choice(version, split_parts(&version.key), split_parts(response)),
        Some(Kind::Order) => {
            let (interaction, response) = choice(version, split_parts(&version.key), split_parts(response));
            (Interaction { interaction_type: "sequencing", ..interaction }, response)
        }
        Some(Kind::TrueFalse) => (Interaction::new("true-false", [version.key.to_string()]), response.to_owned()),
        Some(Kind::Number | Kind::Calculated) => numeric(&version.key, response),
        Some(Kind::Text) => {
            let accepted = version.key_parts.iter().map(|accepted| undivided(accepted));
            (Interaction::new("fill-in", accepted), undivided(response))
        }
        Some(Kind::Cloze) => {
            let gaps = |text: &str| joined(split_parts(text).iter().map(|gap| undivided(gap)));
            (Interaction::new("fill-in", [gaps(&version.key)]), gaps(response))
        }
        Some(Kind::Match) => matching(version, response, false),
        Some(Kind::Categorise) => matching(version, response, true),
        Some(Kind::Recall) | None => (Interaction::new("other", [version.key.to_string()]), response.to_owned()),
    }
}

fn choice(version: &QuestionVersion, key: Vec<String>, response: Vec<String>) -> (Interaction, String) {
    let options = version.options.iter().map(|option| option.to_string());
    let known = Components::of(options.chain(key.iter().filter(|part| !part.is_empty()).cloned()));
    let ids = |parts: &[String]| joined(parts.iter().filter(|part| !part.is_empty()).map(|part| known.id(part)));
    let interaction = Interaction { choices: known.written(), ..Interaction::new("choice", [ids(&key)]) };
    (interaction, ids(&response))
}

/// Sources are the left sides, targets the right ones; `are_options_left` tells on which side the options are.
fn matching(version: &QuestionVersion, response: &str, are_options_left: bool) -> (Interaction, String) {
    let key = split_pairs(&version.key).unwrap_or_default();
    let given = split_pairs(response).unwrap_or_default();
    let (lefts, rights): (Vec<String>, Vec<String>) = key.iter().cloned().unzip();
    let options: Vec<String> = version.options.iter().map(|option| option.to_string()).collect();
    let (source, target) = if are_options_left {
        (Components::of(options.into_iter().chain(lefts)), Components::of(rights))
    } else {
        (Components::of(lefts), Components::of(options.into_iter().chain(rights)))
    };
    let ids = |pairs: &[(String, String)]| {
        let is_whole = |(left, right): &&(String, String)| !left.is_empty() && !right.is_empty();
        joined(pairs.iter().filter(is_whole).map(|(left, right)| [&*source.id(left), &*target.id(right)].join(SIDES)))
    };
    let interaction =
        Interaction { source: source.written(), target: target.written(), ..Interaction::new("matching", [ids(&key)]) };
    (interaction, ids(&given))
}

/// Numbers without their unit, as long as it is that of the key; what is in another unit, or no number, as typed. Exports do not tell the
/// tolerance, so the pattern is the key alone.
fn numeric(key: &str, response: &str) -> (Interaction, String) {
    let right = quantity(key);
    let unit = right.as_ref().map_or("", |right| &*right.unit);
    let number = |found: &Quantity| write_number(found.value);
    let typed = readings(response).into_iter().find(|found| found.unit.is_empty() || *found.unit == *unit);
    let pattern = right.as_ref().map_or_else(|| key.to_owned(), number);
    (Interaction::new("numeric", [pattern]), typed.as_ref().map_or_else(|| response.to_owned(), number))
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(PARTS)
}

/// A text that somebody typed, in which nothing looks like the sign between parts.
fn undivided(text: &str) -> String {
    text.replace(PARTS, "[ , ]")
}
