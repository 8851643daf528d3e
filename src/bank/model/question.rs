//! The types of a bank, as format 1 writes them. Holds values only; reading, checking and marking stand elsewhere.

use crate::bank::{Answer, Entries, Kind};
use serde::de::{Error, SeqAccess, Visitor};
use serde::ser::SerializeTupleStruct;
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// The newest version of the format that this program reads.
pub const FORMAT: u32 = 1;

/// A bank: questions on a subject, under one id.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Bank {
    /// Version of the format, 1.
    pub format: u32,
    /// Results are kept under this id, so it never changes.
    pub id: Box<str>,
    /// What the card in the library says.
    pub title: Box<str>,
    /// One line under the title; empty where nothing was written.
    pub about: Box<str>,
    /// Language of the questions as a BCP 47 tag; empty where nothing was written.
    pub language: Box<str>,
    /// Who wrote the bank.
    pub authors: Box<[Box<str>]>,
    /// Licence as an SPDX expression; empty where nothing was written.
    pub licence: Box<str>,
    /// What the questions cite, by key.
    pub sources: Entries<Source>,
    /// The questions that can be asked, in the order of the file.
    pub questions: Vec<Question>,
    /// Ready-made plans.
    pub quizzes: Box<[Quiz]>,
}

/// Something that a question can cite.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Title of the work.
    pub title: Box<str>,
    /// Who published it; empty where nothing was written.
    #[serde(default)]
    pub publisher: Box<str>,
    /// Year of publication.
    #[serde(default)]
    pub year: Option<i32>,
    /// Where it can be read; opened only when clicked.
    #[serde(default)]
    pub url: Box<str>,
}

/// A question with its answer key and all that is told about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Stable and unique in its bank.
    pub id: Box<str>,
    /// A path such as `JET/dates`; empty where nothing was written.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub topic: Box<str>,
    /// What is asked, in CommonMark.
    pub prompt: Box<str>,
    /// The kind of question with its key.
    pub answer: Answer,
    /// What to say to a learner who chose that option, by option.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub feedback: Entries<Box<str>>,
    /// Why the right answer is right, in CommonMark.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub explanation: Box<str>,
    /// Help that a learner may ask for, one after the other.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub hints: Box<[Box<str>]>,
    /// Where it is written.
    #[serde(default, skip_serializing_if = "Cites::is_empty")]
    pub cite: Cites,
    /// What a full mark is worth; above 0.
    #[serde(default = "one_point", skip_serializing_if = "is_one_point")]
    pub points: f64,
    /// The writer's estimate, 0 (easy) to 1 (hard).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difficulty: Option<f32>,
    /// Ids of the facts that it stands on.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub facts: Box<[Box<str>]>,
    /// Ids of questions that give this one away, or the other way round.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub enemies: Box<[Box<str>]>,
    /// What each hint costs, as a fraction of the points, 0 to 1.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub hint_cost: f64,
    /// Words for a picture.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub alt: Box<str>,
}

impl Bank {
    /// The kinds that its questions have, in the order in which the format tells of them, and how many of each.
    pub fn questions_by_kind(&self) -> Vec<(Kind, usize)> {
        let count = |kind: Kind| self.questions.iter().filter(|question| question.kind() == kind).count();
        Kind::ALL.into_iter().map(|kind| (kind, count(kind))).filter(|(_, count)| *count > 0).collect()
    }
}

impl Question {
    /// A question with this answer, worth one point, in which nothing else is written.
    pub fn of(answer: Answer) -> Self {
        Self {
            id: Box::default(),
            topic: Box::default(),
            prompt: Box::default(),
            answer,
            feedback: Entries::default(),
            explanation: Box::default(),
            hints: Box::default(),
            cite: Cites::default(),
            points: 1.0,
            difficulty: None,
            facts: Box::default(),
            enemies: Box::default(),
            hint_cost: 0.0,
            alt: Box::default(),
        }
    }

    /// The kind of its answer.
    pub fn kind(&self) -> Kind {
        self.answer.kind()
    }

    /// The topic's name, which learners read: the first part of the path, `JET` for `JET/dates`; empty without a topic.
    pub fn topic_name(&self) -> &str {
        self.topic.split_once('/').map_or(&*self.topic, |(first, _)| first)
    }

    /// Whether the topic is `topic` or lies below it: `JET/dates` is within `JET`. Everything is within the empty topic.
    pub fn is_within_topic(&self, topic: &str) -> bool {
        topic.is_empty() || self.topic.strip_prefix(topic).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

/// A place in a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Cite {
    /// Key in the bank's `sources`.
    pub source: Box<str>,
    /// Page, section or fact number; empty where nothing was written.
    pub place: Box<str>,
}

/// One citation or a list of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Cites(pub Box<[Cite]>);

impl Serialize for Cite {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut parts = serializer.serialize_tuple_struct("Cite", 2)?;
        parts.serialize_field(&self.source)?;
        parts.serialize_field(&self.place)?;
        parts.end()
    }
}

impl Cites {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A ready-made plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quiz {
    /// Unique among the bank's quizzes.
    pub id: Box<str>,
    /// What its button says.
    pub title: Box<str>,
    /// Practice or test.
    #[serde(default)]
    pub mode: Mode,
    /// Time allowed in seconds.
    #[serde(default)]
    pub time_limit_secs: Option<u32>,
    /// Percentage that passes, 0 to 100.
    #[serde(default)]
    pub pass_percent: Option<f64>,
    /// How many from where; empty means every question.
    #[serde(default)]
    pub draw: Box<[QuizDraw]>,
    /// Whether learners say how sure they are.
    #[serde(default)]
    pub certainty: bool,
    /// Whether the time stands still while a sitting is left; see [`Self::is_pausable`] for what holds if it is left out.
    #[serde(default)]
    pub pausable: Option<bool>,
}

impl Quiz {
    /// Whether the time stands still while a sitting is left or the program is closed. A test with a time limit runs on if
    /// nothing is said: answers could be looked up meanwhile.
    pub fn is_pausable(&self) -> bool {
        self.pausable.unwrap_or(self.mode == Mode::Practice || self.time_limit_secs.is_none())
    }
}

/// How a sitting goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Mode {
    /// Feedback after each question.
    #[default]
    Practice,
    /// Feedback at the end.
    Test,
}

impl Mode {
    /// The name in CSV and JSON, `snake_case`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Practice => "practice",
            Self::Test => "test",
        }
    }

    /// Whether questions of this kind are asked.
    pub fn asks(self, kind: Kind) -> bool {
        self == Self::Practice || !kind.is_self_rated()
    }

    /// The mode of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Practice, Self::Test].into_iter().find(|mode| mode.as_str() == name)
    }
}

/// How many questions a plan takes from a topic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Draw", deny_unknown_fields)]
pub struct QuizDraw {
    /// The topic or one above it; empty for the whole bank.
    #[serde(default)]
    pub topic: Box<str>,
    /// How many.
    pub count: u32,
}

impl<'de> Deserialize<'de> for Cites {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CitesVisitor)
    }
}

/// `Cite("newsline-3782", "J14")`, or a list of them.
struct CitesVisitor;

impl<'de> Visitor<'de> for CitesVisitor {
    type Value = Cites;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a citation such as Cite(\"newsline-3782\", \"J14\"), or a list of them")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Cites, A::Error> {
        let mut cites = Vec::new();
        match seq.next_element::<CiteOrText>()? {
            None => {}
            Some(CiteOrText::Text(source)) => {
                let place = seq.next_element::<Box<str>>()?.unwrap_or_default();
                cites.push(Cite { source, place });
            }
            Some(CiteOrText::Cite(first)) => {
                cites.push(first);
                while let Some(CiteOrText::Cite(next)) = seq.next_element()? {
                    cites.push(next);
                }
            }
        }
        Ok(Cites(cites.into_boxed_slice()))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<Cites, D::Error> {
        let source = Box::<str>::deserialize(inner)?;
        Ok(Cites(Box::new([Cite { source, place: Box::default() }])))
    }

    fn visit_str<E: Error>(self, source: &str) -> Result<Cites, E> {
        Ok(Cites(Box::new([Cite { source: source.into(), place: Box::default() }])))
    }
}

/// The first element tells a list of citations from one citation's own parts.
enum CiteOrText {
    Cite(Cite),
    Text(Box<str>),
}

impl<'de> Deserialize<'de> for CiteOrText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CiteOrTextVisitor)
    }
}

struct CiteOrTextVisitor;

impl<'de> Visitor<'de> for CiteOrTextVisitor {
    type Value = CiteOrText;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a citation such as Cite(\"newsline-3782\", \"J14\")")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<CiteOrText, E> {
        Ok(CiteOrText::Text(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<CiteOrText, A::Error> {
        let source = seq.next_element()?.ok_or_else(|| A::Error::custom("a citation names its source first"))?;
        let place = seq.next_element()?.unwrap_or_default();
        Ok(CiteOrText::Cite(Cite { source, place }))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<CiteOrText, D::Error> {
        let source = Box::<str>::deserialize(inner)?;
        Ok(CiteOrText::Cite(Cite { source, place: Box::default() }))
    }
}

fn one_point() -> f64 {
    1.0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_one_point(points: &f64) -> bool {
    *points == 1.0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_zero(number: &f64) -> bool {
    *number == 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cites(ron: &str) -> Vec<(String, String)> {
        let cites: Cites = ron::from_str(ron).expect("reads");
        cites.0.iter().map(|cite| (cite.source.to_string(), cite.place.to_string())).collect()
    }

    fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|(source, place)| ((*source).into(), (*place).into())).collect()
    }

    #[test]
    fn one_citation_and_a_list_are_both_read() {
        assert_eq!(cites(r#"Cite("n", "J14")"#), pairs(&[("n", "J14")]));
        assert_eq!(cites(r#"("n", "J14")"#), pairs(&[("n", "J14")]));
        assert_eq!(cites(r#"Cite("n")"#), pairs(&[("n", "")]));
        assert_eq!(cites(r#"[Cite("n", "J14"), Cite("m")]"#), pairs(&[("n", "J14"), ("m", "")]));
        assert_eq!(cites("[]"), pairs(&[]));
    }

    #[test]
    fn a_citation_with_three_parts_is_refused() {
        assert!(ron::from_str::<Cites>(r#"Cite("n", "J14", "J15")"#).is_err());
    }

    #[test]
    fn what_is_written_reads_back() {
        let ron = r#"(id:"a",prompt:"b",answer:Choice(correct:"c",distractors:["d"]),cite:[Cite("n","J14")])"#;
        let question: Question = ron::from_str(ron).expect("reads");
        let again: Question = ron::from_str(&ron::to_string(&question).expect("writes")).expect("reads again");
        assert_eq!(question, again);
    }
}
