//! The types of a fact table, as a teacher writes it. Holds values only; reading and generating stand elsewhere.
//!
//! A table is a small world: *entities* of some class, *relations* between them with the sentences in which a relation
//! is told and asked, and *facts*, each one relation between a subject and an object.
//!
//! # Sentences
//!
//! The texts of a relation are sentences with places in braces, filled from a fact:
//!
//! | place | becomes |
//! | --- | --- |
//! | `{subject}`, `{object}` | the name, with "the" where the entity has one; a quantity with its unit |
//! | `{subject's}`, `{object's}` | the same as a genitive: "JET's", "the United States'" |
//! | `{a subject}`, `{a object}` | the name with "a" or "an": "an ITER"; with neither where it is plural or a mass |
//! | `{bare subject}`, `{bare object}` | the name without "the" |
//! | `{subject:was\|were}`, `{object:was\|were}` | the first word for one thing, the second for several |
//! | `{when}` | "1956", "April 1956" or "21 April 1956", as finely as it may be told |
//! | `{year}` | the year |
//! | `{in when}` | the same with its preposition: "in 1956", "in April 1956", "on 21 April 1956" |
//! | `{note}` | the fact's note |
//!
//! A sentence begins with a capital letter whatever stands there first. A brace itself is written twice.

mod object;
pub mod part;
pub mod when;

use crate::bank::{Entries, Kind, Quiz, Source};
use crate::facts::When;
use serde::{Deserialize, Serialize};

/// The newest version of the format that this program reads.
pub const FORMAT: u32 = 1;

/// Facts, and how to ask for them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactTable {
    /// Version of the format, 1.
    #[serde(default = "newest_format")]
    pub format: u32,
    /// Names the table; the ids of its facts are told under it.
    pub id: Box<str>,
    /// What the table is about.
    pub title: Box<str>,
    /// Language of the sentences as a BCP 47 tag. Articles, plurals and dates are made for English.
    #[serde(default)]
    pub language: Box<str>,
    /// Who wrote the table.
    #[serde(default)]
    pub authors: Box<[Box<str>]>,
    /// Licence of the table and its banks as an SPDX expression.
    #[serde(default)]
    pub licence: Box<str>,
    /// What the facts cite, by key; where none is written, each text in the `source` of a fact is the title of one.
    #[serde(default)]
    pub sources: Entries<Source>,
    /// The banks made from the table; one of its own id and title where none is written.
    #[serde(default)]
    pub banks: Box<[FactBank]>,
    /// The classes of entities, by id; those that relations and entities name where none is written.
    #[serde(default)]
    pub classes: Entries<EntityClass>,
    /// What the facts are about, by id.
    #[serde(default)]
    pub entities: Entries<Entity>,
    /// How subjects and objects can stand to each other, by id.
    pub relations: Entries<Relation>,
    /// The facts.
    #[serde(default)]
    pub facts: Vec<Fact>,
    /// Spreadsheets beside the table, as CSV, whose rows are further facts; or further entities, where they have a column
    /// `name` and none `subject`.
    #[serde(default)]
    pub rows: Box<[Box<str>]>,
}

fn newest_format() -> u32 {
    FORMAT
}

/// A bank made from a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactBank {
    /// Id of the bank, and the name of its file.
    pub id: Box<str>,
    /// Title of the bank.
    pub title: Box<str>,
    /// One line under the title.
    #[serde(default)]
    pub about: Box<str>,
    /// The topics whose facts it asks for, each with all that lies below it; empty for all.
    #[serde(default)]
    pub topics: Box<[Box<str>]>,
    /// How many questions it holds at the most, the best first; all where nothing is written.
    #[serde(default)]
    pub most: Option<u32>,
    /// Ready-made quizzes.
    #[serde(default)]
    pub quizzes: Box<[Quiz]>,
    /// How many questions are made on one fact alone at the most, the best first.
    #[serde(default = "usual_per_fact")]
    pub per_fact: u32,
}

/// What is usual for [`FactBank::per_fact`].
fn usual_per_fact() -> u32 {
    3
}

/// A bank without a name, of all topics.
impl Default for FactBank {
    fn default() -> Self {
        let (id, title, about, topics, most, quizzes) = Default::default();
        Self { id, title, about, topics, most, quizzes, per_fact: usual_per_fact() }
    }
}

/// A class of entities: what can stand in each other's place in a question.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntityClass {
    /// One of them: "country"; its id where nothing is written.
    #[serde(default)]
    pub noun: Box<str>,
    /// Several of them: "countries"; with an s where nothing is written.
    #[serde(default)]
    pub plural: Box<str>,
    /// Whether learners can be asked to type the name of one. Long or loose wordings cannot be typed.
    #[serde(default)]
    pub typed: bool,
    /// Whether every letter and accent counts where one is typed, as in the forms of a verb: no slip is forgiven.
    #[serde(default)]
    pub exact: bool,
}

/// Something that facts are about, or that stands among the wrong answers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entity {
    /// Its name as options show it: "USSR".
    pub name: Box<str>,
    /// Id of its class.
    pub class: Box<str>,
    /// Other names that are as right: "Soviet Union".
    #[serde(default)]
    pub also: Box<[Box<str>]>,
    /// Whether "the" stands before it in a sentence: "the USSR". A name that begins with "The", such as "The Hague", has its
    /// own.
    #[serde(default)]
    pub the: bool,
    /// Whether it is several things: "the walls were".
    #[serde(default)]
    pub plural: bool,
    /// "a" or "an", where its spelling does not tell.
    #[serde(default)]
    pub article: Box<str>,
    /// What kind of its class it is, such as "laboratory" among places: the nearest in kin are the best distractors.
    #[serde(default)]
    pub kin: Box<str>,
    /// Ids of the entities that it is part of or belongs to: none of them is offered against it.
    #[serde(default)]
    pub within: Box<[Box<str>]>,
    /// A year that places it among others of its class, as [`When`] counts it: 325 BC, written `-325`, is -324.
    #[serde(default, with = "when::bare_year")]
    pub year: Option<i16>,
    /// What it really is, told to whoever picked it wrongly: one or two whole sentences.
    #[serde(default)]
    pub about: Box<str>,
    /// Whether it is a mass that is not counted: "haemophilia", "inflation". No article stands before it, and it is one thing.
    #[serde(default)]
    pub mass: bool,
}

/// How a subject stands to an object, and the sentences that tell and ask it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// Class of the subjects.
    pub from: Box<str>,
    /// Class of the objects where they are entities; left out where they are quantities, or where there is none.
    #[serde(default)]
    pub to: Box<str>,
    /// How many objects a subject has, and whether the table holds them all.
    #[serde(default)]
    pub objects: Several,
    /// How many subjects an object has, and whether the table holds them all.
    #[serde(default)]
    pub subjects: Several,
    /// The relation told as whole sentences; each names all that it tells. The first explains.
    pub says: Box<[Box<str>]>,
    /// Questions whose answer is the object. None names it.
    #[serde(default)]
    pub asks_object: Box<[Box<str>]>,
    /// Questions whose answer is the subject.
    #[serde(default)]
    pub asks_subject: Box<[Box<str>]>,
    /// Questions whose answer is the year.
    #[serde(default)]
    pub asks_year: Box<[Box<str>]>,
    /// Questions of which several objects are right, for a given subject: "Which of these countries …?"
    #[serde(default)]
    pub asks_objects: Box<[Box<str>]>,
    /// Questions of which several subjects are right, for a given object.
    #[serde(default)]
    pub asks_subjects: Box<[Box<str>]>,
    /// The task of pairing subjects with objects, without places: "Match each speaker with the country …".
    #[serde(default)]
    pub asks_pairs: Box<[Box<str>]>,
    /// The task of sorting subjects under their objects, without places.
    #[serde(default)]
    pub asks_groups: Box<[Box<str>]>,
    /// What happened, as a phrase that can stand after "the year of": "the visit to {object}". Dated facts with such a
    /// phrase can be put in order of time, and tell what a wrong year was.
    #[serde(default)]
    pub event: Box<str>,
    /// Where a sentence of `says` has its gap: nothing where it makes no good text with a gap.
    #[serde(default)]
    pub gaps: Box<[GapForm]>,
    /// Kinds of question that this relation makes badly, by their names in JSON and CSV, such as "true_false".
    #[serde(default)]
    pub without: Box<[Box<str>]>,
    /// What every question on it must heed.
    #[serde(default)]
    pub cautions: Box<[Caution]>,
    /// Whether an object makes its subjects kin, as a continent its countries: the nearest in kin are the best
    /// distractors.
    #[serde(default)]
    pub kinship: bool,
}

/// How many there are of one side for one of the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Several {
    /// One at the most: every other is wrong.
    #[default]
    One,
    /// Several, and the table holds them all: what it does not hold is wrong.
    All,
    /// Several, and the table may lack some: nothing is proven wrong by being absent.
    Some,
}

/// What a gap takes out of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GapForm {
    /// The object, or its number.
    Object,
    /// The subject.
    Subject,
    /// The year.
    Year,
}

/// One relation between one subject and one object.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Unique in the table; questions name it in `facts`.
    pub id: Box<str>,
    /// Id of the relation.
    pub relation: Box<str>,
    /// Id of the entity that is the subject.
    pub subject: Box<str>,
    /// The object; left out where the relation has none.
    #[serde(default)]
    pub object: Option<Object>,
    /// When it happened.
    #[serde(default)]
    pub when: Option<When>,
    /// What `{note}` stands for.
    #[serde(default)]
    pub note: Box<str>,
    /// Topic of its questions, a path such as `JET/dates`.
    #[serde(default)]
    pub topic: Box<str>,
    /// Key of its source in `sources`.
    #[serde(default)]
    pub source: Box<str>,
    /// Page, section or number in the source; several where the fact stands on several.
    #[serde(default)]
    pub places: Box<[Box<str>]>,
    /// What else a learner gains by knowing: whole sentences that end the explanation.
    #[serde(default)]
    pub more: Box<str>,
    /// Help that does not give the answer away, whichever part is asked for. For a year it is shown where it speaks of time.
    #[serde(default)]
    pub hint: Box<str>,
    /// Ids of entities that would be right as well, though no fact of the table says so: never offered as wrong.
    #[serde(default)]
    pub also_right: Box<[Box<str>]>,
    /// Ids of entities that are wrong for sure, to be offered first.
    #[serde(default)]
    pub wrong: Box<[Box<str>]>,
    /// What every question on it must heed.
    #[serde(default)]
    pub cautions: Box<[Caution]>,
    /// Help with one part, where that part is asked for.
    #[serde(default)]
    pub hints: Hints,
    /// The ids that it had before, the oldest first. Its questions are still named after the oldest, so that results stay
    /// with them.
    #[serde(default)]
    pub formerly: Box<[Box<str>]>,
}

/// Help with each part of a fact, shown where that part is asked for; empty for none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Hints {
    /// Help with the object, or its number.
    pub object: Box<str>,
    /// Help with the subject.
    pub subject: Box<str>,
    /// Help with the year.
    pub year: Box<str>,
}

/// The object of a fact, written as the id of an entity, as `Quantity(…)` or as a bare number.
#[derive(Clone, Debug, PartialEq)]
pub enum Object {
    /// An entity, by id.
    Is(Box<str>),
    /// A number with its unit.
    Amount(Quantity),
}

/// A number with its unit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// The number, in `unit`.
    pub value: f64,
    /// The unit, as learners type it; empty for a bare number.
    #[serde(default)]
    pub unit: Box<str>,
    /// What is counted or measured, in a sentence behind the number: "megajoules", "scientists"; the unit where nothing
    /// is written.
    #[serde(default)]
    pub words: Box<str>,
    /// How far off an answer may be, bounds included, in `unit`.
    #[serde(default)]
    pub tolerance: f64,
    /// Wrong values that mean something, each with what it was: `{"21.7": "That was the record of 1997."}`.
    #[serde(default)]
    pub neighbours: Entries<Box<str>>,
}

/// What a question on a fact must heed, so that it cannot teach what is stale or doubtful.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Caution {
    /// This is never asked for, nor told where a learner could take it for settled.
    AskNot(Asked),
    /// It was so at that time and may have changed: every sentence that tells or asks it names the time, and none
    /// stands in the present tense.
    AsOf(Box<str>),
    /// It was overtaken: a question names its year or asks for it, and the explanation ends with these sentences.
    Superseded(Box<str>),
    /// Every sentence that tells or asks it has this word.
    Say(Box<str>),
    /// No text of a question on it has these words.
    SayNot(Box<str>),
    /// Every explanation ends with these sentences.
    Tell(Box<str>),
}

/// What a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Asked {
    /// The subject.
    Subject,
    /// The object.
    Object,
    /// When it was, however finely: neither its year nor its place in an order of time.
    When,
    /// The month or the day: the year may be asked for.
    Month,
    /// The day: the month may be asked for.
    Day,
    /// A number, typed: it may stand among options.
    Number,
}

impl Fact {
    /// What its questions are named after: the oldest of its ids.
    pub fn stem(&self) -> &str {
        self.formerly.first().unwrap_or(&self.id)
    }
}

impl Relation {
    /// Whether something asks for its facts, be it with a gap.
    pub fn is_asked(&self) -> bool {
        let asks = [&self.asks_object, &self.asks_subject, &self.asks_year, &self.asks_objects, &self.asks_subjects];
        let tasks = [&self.asks_pairs, &self.asks_groups];
        !self.gaps.is_empty() || asks.into_iter().chain(tasks).any(|texts| !texts.is_empty())
    }

    /// Whether questions of that kind are made from it.
    pub fn makes(&self, kind: Kind) -> bool {
        !self.without.iter().any(|name| **name == *kind.as_str())
    }
}
