//! Versions of a question, told apart by their hash, or by key and options where a table has none. Knows no answer.

use crate::bank::Kind;
use crate::class::model::QuestionVersion;
use crate::class::read::answer::RowAnswer;
use crate::sitting::response::split_parts;

/// A version as the rows told it so far.
#[derive(Clone, Debug)]
pub(super) struct Version {
    hash: Box<str>,
    key: Box<str>,
    /// As shown first, and the same sorted.
    shown: Box<str>,
    options: Vec<Box<str>>,
    pub kind: Option<Kind>,
    pub topic: Box<str>,
    pub prompt: Box<str>,
    /// When it was asked last, in milliseconds since 1970; the least there is where nobody knows.
    pub asked_ms: i64,
}

impl Version {
    /// The version of a row.
    pub fn of(row: &RowAnswer) -> Self {
        Self {
            hash: row.hash.into(),
            key: key(row).into(),
            shown: row.options.into(),
            options: sorted(row.options),
            kind: row.kind,
            topic: row.topic.into(),
            prompt: row.prompt.into(),
            asked_ms: i64::MIN,
        }
    }

    /// Whether a row has this version.
    pub fn is_of(&self, row: &RowAnswer) -> bool {
        if !row.hash.is_empty() || !self.hash.is_empty() {
            return *self.hash == *row.hash;
        }
        *self.key == *key(row) && (*self.shown == *row.options || self.options == sorted(row.options))
    }

    /// Learns from a row of this version that was asked at `asked_ms`. Which of several rows comes first makes no difference.
    pub fn learn(&mut self, row: &RowAnswer, asked_ms: i64) {
        if *self.shown != *row.options || *self.key != *key(row) {
            self.learn_options(row.options, sorted(row.options), key(row), row.kind);
        }
        self.learn_prompt(row.prompt, row.topic, asked_ms);
    }

    /// Learns what another table told of this version.
    pub fn learn_version(&mut self, other: &Self) {
        if self.options != other.options || self.key != other.key {
            self.learn_options(&other.shown, other.options.clone(), &other.key, other.kind);
        }
        self.learn_prompt(&other.prompt, &other.topic, other.asked_ms);
    }

    /// Keeps the longer of two lists of options: a sign between two options that a program took out makes one of them.
    fn learn_options(&mut self, shown: &str, options: Vec<Box<str>>, key: &str, kind: Option<Kind>) {
        let rank = (options.len(), &options[..], key, kind);
        if rank > (self.options.len(), &self.options[..], &*self.key, self.kind) {
            (self.shown, self.options, self.key, self.kind) = (shown.into(), options, key.into(), kind);
        }
    }

    /// Keeps the prompt and the topic that were asked last.
    fn learn_prompt(&mut self, prompt: &str, topic: &str, asked_ms: i64) {
        if (asked_ms, prompt, topic) > (self.asked_ms, &*self.prompt, &*self.topic) {
            if *self.prompt != *prompt || *self.topic != *topic {
                (self.prompt, self.topic) = (prompt.into(), topic.into());
            }
            self.asked_ms = asked_ms;
        }
    }

    /// Whether another table told the same version.
    pub fn is_same(&self, other: &Self) -> bool {
        if !self.hash.is_empty() || !other.hash.is_empty() {
            return self.hash == other.hash;
        }
        self.key == other.key && self.options == other.options
    }

    /// What versions are ordered by: that asked last at the end.
    pub fn rank(&self) -> (i64, &str, &str, &[Box<str>]) {
        (self.asked_ms, &self.hash, &self.key, &self.options)
    }

    /// The version as a class has it.
    pub fn finished(self) -> QuestionVersion {
        let key_parts = match self.kind {
            Some(Kind::Choice | Kind::TrueFalse | Kind::Recall) | None => vec![self.key.clone()],
            Some(
                Kind::Choices
                | Kind::Number
                | Kind::Text
                | Kind::Order
                | Kind::Match
                | Kind::Cloze
                | Kind::Categorise
                | Kind::Hotspot
                | Kind::Calculated,
            ) => split_parts(&self.key).into_iter().map(Into::into).collect(),
        };
        QuestionVersion { hash: self.hash, key: self.key, key_parts, options: self.options }
    }
}

/// The key in a row; none where it hangs on values that are drawn anew each time.
fn key<'r>(row: &RowAnswer<'r>) -> &'r str {
    if row.kind == Some(Kind::Calculated) { "" } else { row.key }
}

fn sorted(options: &str) -> Vec<Box<str>> {
    let mut options: Vec<Box<str>> = split_parts(options).into_iter().map(Into::into).collect();
    options.sort();
    options.dedup();
    options
}
