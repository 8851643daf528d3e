//! What was decided of who is who, as a file that a person can read and change. Opens none.

use crate::class::model::{Class, ClassLearner};
use crate::class::nets::Nets;
use crate::class::people::names::comparable_id;
use indexmap::IndexSet;
use serde::{Deserialize, Serialize};
use std::fmt::Write;
use thiserror::Error;

/// What was decided of two learners, who are named by their ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Decision {
    /// They are one person.
    Same(Box<str>, Box<str>),
    /// They are two persons.
    Different(Box<str>, Box<str>),
}

impl Decision {
    /// The two ids.
    pub fn ids(&self) -> (&str, &str) {
        let (Self::Same(one, other) | Self::Different(one, other)) = self;
        (one, other)
    }
}

/// All that was decided of a class. No two decisions contradict each other, not even through others. Learners who are not in
/// the class may be named: what they hand in may still come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions(Vec<Decision>);

/// Decisions by which two learners would be one person and two.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("by these decisions \"{one}\" and \"{other}\" are one person and two: take one of them out")]
pub struct Contradiction {
    /// The id of the first.
    pub one: Box<str>,
    /// The id of the second.
    pub other: Box<str>,
}

/// Why decisions cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DecisionsFault {
    /// The text is no list of decisions.
    #[error("{message}: write Same(\"id\", \"id\") or Different(\"id\", \"id\"), a comma behind each, between [ and ]")]
    Text {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What the reader says.
        message: String,
    },
    /// They contradict each other.
    #[error(transparent)]
    Contradiction(#[from] Contradiction),
}

const HEADING: &str = "\
// Who is who in a class, for `torus report --people` and for the class's page.
// Same: the two ids belong to one person, whose sittings count together.
// Different: they belong to two persons, though these have one name.
";

impl Decisions {
    /// Reads decisions as [`Self::written`] writes them, or as a person has changed them since.
    ///
    /// # Errors
    /// Where the text is no list of decisions, and where they contradict each other.
    pub fn read(text: &str) -> Result<Self, DecisionsFault> {
        let text = text.trim_start_matches('\u{feff}');
        let decisions: Vec<Decision> = ron::from_str(text).map_err(|error| DecisionsFault::Text {
            line: error.span.start.line,
            column: error.span.start.col,
            message: error.code.to_string(),
        })?;
        let decisions = Self(decisions);
        decisions.contradiction().map_or(Ok(decisions), |found| Err(found.into()))
    }

    /// The text of a file: one decision a line, with the name of the learner behind it where the class has one.
    pub fn written(&self, class: &Class) -> String {
        let mut text = HEADING.to_owned();
        text.push_str("[\n");
        for decision in &self.0 {
            let name = name(class, decision);
            let note = if name.is_empty() { String::new() } else { format!(" // {name}") };
            let _ = writeln!(text, "    {},{note}", line(decision));
        }
        text.push_str("]\n");
        text
    }

    /// Adds a decision in place of what was decided before of the same two.
    ///
    /// # Errors
    /// Where it contradicts the others; nothing is changed then.
    pub fn decide(&mut self, decision: Decision) -> Result<(), Contradiction> {
        let before = self.clone();
        let (one, other) = decision.ids();
        self.take_back(one, other);
        self.0.push(decision);
        self.contradiction().map_or(Ok(()), |found| {
            *self = before;
            Err(found)
        })
    }

    /// Forgets what was decided of these two.
    pub fn take_back(&mut self, one: &str, other: &str) {
        let pair = pair(one, other);
        self.0.retain(|decision| {
            let (one, other) = decision.ids();
            self::pair(one, other) != pair
        });
    }

    /// Each of them, in the order in which they were taken.
    pub fn iter(&self) -> impl Iterator<Item = &Decision> {
        self.0.iter()
    }

    fn contradiction(&self) -> Option<Contradiction> {
        let ids: IndexSet<String> =
            self.0.iter().map(Decision::ids).flat_map(|(one, other)| [one, other]).map(id).collect();
        let place = |of: &str| ids.get_index_of(&id(of)).unwrap_or_default();
        let mut nets = Nets::new(ids.len());
        for decision in &self.0 {
            if let Decision::Same(one, other) = decision {
                nets.tie(place(one), place(other));
            }
        }
        let different = self.0.iter().filter(|decision| matches!(decision, Decision::Different(..)));
        let broken = different.map(Decision::ids).find(|(one, other)| nets.root(place(one)) == nets.root(place(other)));
        broken.map(|(one, other)| Contradiction { one: one.into(), other: other.into() })
    }
}

/// A decision as it stands in the file.
pub(super) fn line(decision: &Decision) -> String {
    ron::to_string(decision).map(|line| line.replace("\",\"", "\", \"")).unwrap_or_default()
}

/// The name of the first of the two whom the class knows, on one line.
fn name<'c>(class: &'c Class, decision: &Decision) -> String {
    let (one, other) = decision.ids();
    let named = |id: &str| class.learners.iter().find(|learner| knows(learner, &comparable_id(id)));
    let learner: Option<&'c _> = named(one).or_else(|| named(other));
    learner.map_or(String::new(), |learner| learner.name.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn knows(learner: &ClassLearner, id: &str) -> bool {
    *learner.id == *id || learner.merged_ids.iter().any(|merged| **merged == *id)
}

fn id(of: &str) -> String {
    comparable_id(of).into_owned()
}

fn pair(one: &str, other: &str) -> [String; 2] {
    let mut pair = [id(one), id(other)];
    pair.sort_unstable();
    pair
}
