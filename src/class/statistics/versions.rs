//! What changed between the versions of a question that learners had.

use crate::bank::Kind;
use crate::bank::wording::alike::folded;
use crate::class::figures::{ItemFigures, OtherKey};
use crate::class::model::{Class, ClassQuestion, QuestionVersion};
use crate::class::statistics::counting::Asked;

/// Adds what the key of the version asked last makes of all answers.
pub(super) fn add(item: &mut ItemFigures, class: &Class, question: &ClassQuestion, asked: &[Asked]) {
    let Some(last) = question.versions.last() else { return };
    let has_another: Vec<bool> =
        question.versions.iter().map(|version| is_other_key(question.kind, version, last)).collect();
    let of = |asked: &&Asked| has_another.get(usize::from(asked.answer.version)).copied().unwrap_or(false);
    item.had_another_key = asked.iter().filter(of).count() as u32;
    item.other_keys = other_keys(&has_another, asked);
    if item.had_another_key > 0 && matches!(question.kind, Some(Kind::Choice | Kind::TrueFalse)) {
        let key = Key::of(last);
        let right = asked.iter().filter(|asked| {
            let response = asked.answer.response.map(|id| class.texts.get(id));
            response.is_some_and(|response| key.is(response))
        });
        item.facility_by_last_key = Some(right.count() as f64 / asked.len() as f64);
    }
}

/// Who had which of the versions with another key.
fn other_keys(has_another: &[bool], asked: &[Asked]) -> Vec<OtherKey> {
    let others = has_another.iter().zip(0_u16..).filter(|(is_other, _)| **is_other);
    let keys = others.map(|(_, version)| {
        let had_it = asked.iter().filter(|asked| asked.answer.version == version);
        OtherKey { version, sittings: had_it.map(|asked| asked.row.sitting).collect() }
    });
    keys.filter(|key| !key.sittings.is_empty()).collect()
}

/// Whether the key or the options changed between versions of which answers count.
pub(super) fn differ(question: &ClassQuestion, asked: &[Asked]) -> bool {
    let mut had = vec![false; question.versions.len()];
    for answered in asked {
        if let Some(had) = had.get_mut(usize::from(answered.answer.version)) {
            *had = true;
        }
    }
    let mut had = question.versions.iter().zip(had).filter(|(_, had)| *had).map(|(version, _)| version);
    let Some(first) = had.next() else { return false };
    had.any(|other| is_other_key(question.kind, first, other) || has_other_options(first, other))
}

/// Whether two versions have another key, as far as the table tells. The key of a calculated question is another for each
/// learner, since its values are drawn.
fn is_other_key(kind: Option<Kind>, one: &QuestionVersion, other: &QuestionVersion) -> bool {
    let is_ordered = matches!(kind, Some(Kind::Order | Kind::Cloze));
    let is_told = !one.key_parts.is_empty() && !other.key_parts.is_empty();
    kind != Some(Kind::Calculated)
        && is_told
        && parts(&one.key_parts, is_ordered) != parts(&other.key_parts, is_ordered)
}

fn has_other_options(one: &QuestionVersion, other: &QuestionVersion) -> bool {
    let is_told = !one.options.is_empty() && !other.options.is_empty();
    is_told && parts(&one.options, false) != parts(&other.options, false)
}

fn parts(texts: &[Box<str>], is_ordered: bool) -> Vec<String> {
    let mut parts: Vec<String> = texts.iter().map(|text| folded(text)).collect();
    if !is_ordered {
        parts.sort_unstable();
    }
    parts
}

/// The one right answer of a choice.
pub(super) struct Key<'a> {
    exact: Vec<&'a str>,
    folded: Vec<String>,
}

impl<'a> Key<'a> {
    pub fn of(version: &'a QuestionVersion) -> Self {
        let exact: Vec<&str> = version.key_parts.iter().map(|part| &**part).chain([&*version.key]).collect();
        let folded = exact.iter().map(|part| folded(part)).collect();
        Self { exact, folded }
    }

    /// Whether a text is the key, or a part of it.
    pub fn is(&self, text: &str) -> bool {
        !text.is_empty() && (self.exact.contains(&text) || self.folded.contains(&folded(text)))
    }
}
