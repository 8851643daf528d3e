//! A class as its exports tell it: learners, questions, sittings and answers, side by side and small, since there can be a
//! million answers. Numbers stand for places in the lists of [`Class`].

use crate::bank::{Kind, Mode};
use crate::moment::Moment;
use crate::sitting::{Certainty, State, Verdict};
use indexmap::IndexSet;

/// Everything that the tables told, in an order that does not depend on the order of files and rows: learners, questions
/// and sittings by their ids, answers by sitting, position and attempt.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Class {
    /// The learners, each once.
    pub learners: Vec<ClassLearner>,
    /// The questions, each once, however many versions it had.
    pub questions: Vec<ClassQuestion>,
    /// The sittings, each once, finished or not.
    pub sittings: Vec<ClassSitting>,
    /// All answers, those of a sitting side by side.
    pub answers: Vec<Answered>,
    /// What learners said about questions.
    pub remarks: Vec<ClassRemark>,
    /// The responses that answers name.
    pub texts: Texts,
}

impl Class {
    /// The answers of a sitting, by position and attempt.
    pub fn answers_of(&self, sitting: &ClassSitting) -> &[Answered] {
        &self.answers[sitting.answers.0 as usize..sitting.answers.1 as usize]
    }
}

/// Somebody who answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClassLearner {
    /// `learner_id` as exported; where there was none, `name:` and the name in NFC.
    pub id: Box<str>,
    /// The name as last written.
    pub name: Box<str>,
    /// Other names that the same id had.
    pub also: Vec<Box<str>>,
    /// Ids of learners who were found to be this one, in alphabetical order.
    pub merged_ids: Vec<Box<str>>,
    /// Email address from the class list; empty without one.
    pub email: Box<str>,
    /// Number from the class list; empty without one.
    pub number: Box<str>,
}

/// A question, whichever of its versions was asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassQuestion {
    /// Id of its bank.
    pub bank: Box<str>,
    /// Its own id.
    pub id: Box<str>,
    /// Its kind, where the tables tell it.
    pub kind: Option<Kind>,
    /// Its topic, parts joined by `/`.
    pub topic: Box<str>,
    /// What was asked, as in the version asked last.
    pub prompt: Box<str>,
    /// Its versions, that asked last at the end. One at least.
    pub versions: Vec<QuestionVersion>,
}

/// A question as it was worded, keyed and laid out at a time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionVersion {
    /// `question_hash` as exported; empty where there was none, and versions are told apart by key and options.
    pub hash: Box<str>,
    /// The right answer as written in the table.
    pub key: Box<str>,
    /// The parts of the key: several where several belong to it, or are accepted.
    pub key_parts: Vec<Box<str>>,
    /// The options, sorted by their text; empty where the tables tell none.
    pub options: Vec<Box<str>>,
}

/// A sitting.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassSitting {
    /// Its id as exported, lower case.
    pub id: Box<str>,
    /// Place of its learner.
    pub learner: u32,
    /// Id of its bank, or of the first of several.
    pub bank: Box<str>,
    /// Title of its bank.
    pub title: Box<str>,
    /// Id of the ready-made quiz; empty where there was none.
    pub quiz: Box<str>,
    /// Practice or test, where the tables tell it.
    pub mode: Option<Mode>,
    /// When it began, where that can be read.
    pub started_at: Option<Moment>,
    /// When it ended, where that can be read.
    pub finished_at: Option<Moment>,
    /// Whether it was finished.
    pub state: State,
    /// Its answers: from the first place to before the second in [`Class::answers`].
    pub answers: (u32, u32),
}

/// One time that a question was asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answered {
    /// Place of its sitting.
    pub sitting: u32,
    /// Place of its question.
    pub question: u32,
    /// Place of its version in the question.
    pub version: u16,
    /// Number of the question in the order asked, from 1.
    pub position: u32,
    /// Which time it was asked in this sitting, from 1.
    pub attempt: u16,
    /// Points of the automatic mark: where a learner overruled it, what it was before.
    pub score: f64,
    /// Points that could be earned.
    pub max_score: f64,
    /// The verdict that goes with the automatic mark.
    pub verdict: Verdict,
    /// The response; `None` where nobody answered.
    pub response: Option<TextId>,
    /// How sure the learner was, where that was asked.
    pub certainty: Option<Certainty>,
    /// Hints taken; 0 where the tables do not tell.
    pub hints_used: u16,
    /// Milliseconds that the question was on the screen; `None` where the tables do not tell.
    pub duration_ms: Option<u32>,
    /// When it was answered, milliseconds since 1970; `None` where it was not, or where it cannot be read.
    pub answered_ms: Option<i64>,
    /// Whether the learner set the mark aside.
    pub is_overruled: bool,
    /// Whether the learner marked it to look at again.
    pub is_flagged: bool,
}

/// What a learner said about a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassRemark {
    /// Place of the learner.
    pub learner: u32,
    /// Place of the question.
    pub question: u32,
    /// What was said.
    pub text: Box<str>,
}

/// A text in [`Texts`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TextId(u32);

impl TextId {
    /// The place of the text, from 0.
    pub(super) fn place(self) -> usize {
        self.0 as usize
    }
}

/// Texts that many answers share, each kept once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Texts(IndexSet<Box<str>>);

impl Texts {
    /// The number of a text, which is added where it is new.
    pub fn add(&mut self, text: &str) -> TextId {
        let place = match self.0.get_index_of(text) {
            Some(place) => place,
            None => self.0.insert_full(text.into()).0,
        };
        TextId(u32::try_from(place).unwrap_or(u32::MAX))
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The texts in the order of their numbers.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|text| &**text)
    }

    /// The text of a number.
    pub fn get(&self, id: TextId) -> &str {
        self.0.get_index(id.0 as usize).map_or("", |text| text)
    }
}
