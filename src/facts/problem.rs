//! What can be wrong with a fact table, and how it is told. Finds nothing itself.

use crate::bank::check::problem::did_you_mean;
use crate::bank::{Place, Problem, Severity};
use crate::facts::generate::sentence::SentenceFault;
use crate::facts::pins::fault::PinFault;
use crate::facts::read::row_fault::RowFault;
use crate::facts::table::part::{About, Side};
use std::fmt;
use thiserror::Error;

/// Something wrong with a fact table, with its place where one is known.
#[derive(Clone, Debug, PartialEq)]
pub struct TableDiagnostic {
    /// What is wrong.
    pub problem: TableProblem,
    /// The spreadsheet it stands in; nothing for the table itself.
    pub file: Option<Box<str>>,
    /// Where, in the text of that file.
    pub place: Option<Place>,
    /// The column of the spreadsheet, by the name in its first row.
    pub column: Option<Box<str>>,
    /// The part of the table it is about, where it is about one whose id could be read.
    pub about: Option<About>,
}

/// The kinds of problem. Each says in one sentence what is wrong and what to do.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum TableProblem {
    /// What can be wrong with banks as well: how the text is written, a field that is missing, a number out of range.
    #[error(transparent)]
    Written(#[from] Problem),
    /// The table's `format` is newer than this program.
    #[error("this table was made for a newer Torus (format {found}; this one reads format 1): update Torus")]
    NewerFormat {
        /// The version written.
        found: u64,
    },
    /// The name of something that there is not.
    #[error("there is no {what} \"{name}\"{}", or_advice(.suggestion, .what))]
    UnknownName {
        /// What it should be, such as "entity".
        what: &'static str,
        /// The name as written.
        name: Box<str>,
        /// The known name that is nearest, if one is near.
        suggestion: Option<Box<str>>,
    },
    /// The name of something that stands in the table and cannot be read.
    #[error("the {what} \"{name}\" cannot be used as it is written: mend it first")]
    Damaged {
        /// What it is.
        what: &'static str,
        /// Its id.
        name: Box<str>,
    },
    /// An entity of a class that the relation does not take.
    #[error(
        "the {} \"{entity}\" is of the class \"{found}\", and \"{relation}\" takes \"{wanted}\": write another, or change \
         `{}` in the relation", .side.as_str(), .side.class_field()
    )]
    WrongClass {
        /// Which side of the fact.
        side: Side,
        /// The entity.
        entity: Box<str>,
        /// Its class.
        found: Box<str>,
        /// The class that the relation takes.
        wanted: Box<str>,
        /// The relation.
        relation: Box<str>,
    },
    /// A fact without the object that its relation needs.
    #[error("\"{relation}\" needs an object of the class \"{wanted}\": write the id of one")]
    NoObject {
        /// The relation.
        relation: Box<str>,
        /// The class that it takes.
        wanted: Box<str>,
    },
    /// An entity where the relation has none.
    #[error(
        "\"{relation}\" has no `to`, so its object cannot be the entity \"{object}\": write an amount, or give the \
         relation a `to`"
    )]
    NotAnAmount {
        /// The relation.
        relation: Box<str>,
        /// The object as written.
        object: Box<str>,
    },
    /// An amount where the relation takes an entity.
    #[error(
        "\"{relation}\" takes an object of the class \"{wanted}\", not an amount: write the id of an entity, or take \
         `to` out of the relation"
    )]
    NotAnEntity {
        /// The relation.
        relation: Box<str>,
        /// The class that it takes.
        wanted: Box<str>,
    },
    /// An id of a bank that no file could have.
    #[error("\"{id}\" cannot be the name of a file: use letters, digits, `-` and `_`")]
    BankName {
        /// The id.
        id: Box<str>,
    },
    /// A topic of a bank that no fact has.
    #[error("no fact has the topic \"{topic}\" or one below it{}", did_you_mean(.suggestion))]
    TopicUnused {
        /// The topic.
        topic: Box<str>,
        /// The topic of a fact that is nearest, if one is near.
        suggestion: Option<Box<str>>,
    },
    /// A language that sentences are not made for.
    #[error("sentences are put together as English wants it, not for \"{language}\": read every question that is made")]
    NotEnglish {
        /// The language.
        language: Box<str>,
    },
    /// Two entities of a class that are called the same.
    #[error(
        "\"{name}\" is the name of \"{other}\" as well: a learner could not tell them apart, so rename one of them"
    )]
    SameName {
        /// The name.
        name: Box<str>,
        /// The earlier entity.
        other: Box<str>,
    },
    /// Another name that two entities of a class share.
    #[error("\"{name}\" is a name of \"{other}\" as well: it stands for neither when it is typed")]
    SharedName {
        /// The name.
        name: Box<str>,
        /// The earlier entity.
        other: Box<str>,
    },
    /// An entity that is part of itself.
    #[error("\"{entity}\" is within itself, by way of {}: take one of them out", quoted_list(.by))]
    WithinItself {
        /// The entity.
        entity: Box<str>,
        /// The entities on the way.
        by: Box<[Box<str>]>,
    },
    /// An article that is none.
    #[error("\"{article}\" is not an article: write \"a\" or \"an\", or leave it out")]
    BadArticle {
        /// As written.
        article: Box<str>,
    },
    /// A relation that is never told.
    #[error("there is no sentence in `says`: write one that tells what the relation is")]
    NoSentence,
    /// A relation that is only ever told.
    #[error(
        "nothing asks for \"{relation}\": write a question in `asks_object`, `asks_subject` or another, or a place in `gaps`"
    )]
    NoQuestion {
        /// The relation.
        relation: Box<str>,
    },
    /// A sentence that cannot be taken apart.
    #[error(transparent)]
    Sentence(#[from] SentenceFault),
    /// A question that names what it asks for.
    #[error("a question in `{field}` tells its own answer with `{{{place}}}`: take that out")]
    OwnAnswer {
        /// The field of the relation.
        field: &'static str,
        /// The place.
        place: &'static str,
    },
    /// A task for many facts at once that names one of them.
    #[error("a task in `{field}` is about many facts at once: take `{{{place}}}` out")]
    PlaceOfOne {
        /// The field of the relation.
        field: &'static str,
        /// The place.
        place: &'static str,
    },
    /// A sentence that no fact of the relation can fill.
    #[error(
        "no fact of \"{relation}\" has {lacks}, so this sentence is never used: change it, or write that in the facts"
    )]
    NeverUsed {
        /// The relation.
        relation: Box<str>,
        /// What it needs, such as "a date".
        lacks: &'static str,
    },
    /// A fact that no sentence tells.
    #[error(
        "every sentence in `says` of \"{relation}\" needs {lacks}, and this fact has none: write it, or a sentence without it"
    )]
    Untold {
        /// The relation.
        relation: Box<str>,
        /// What the first of them needs, such as "a date".
        lacks: &'static str,
    },
    /// A fact whose cautions leave no sentence to tell it.
    #[error("no sentence in `says` of \"{relation}\" heeds the caution {caution}: write one that does")]
    Unheeded {
        /// The relation.
        relation: Box<str>,
        /// The caution, as it is written.
        caution: Box<str>,
    },
    /// Two facts that say the same.
    #[error("this says the same as the fact \"{other}\": keep one of them")]
    SameFact {
        /// The earlier fact.
        other: Box<str>,
    },
    /// Two facts that the relation says cannot both be.
    #[error(
        "the fact \"{other}\" gives another {}, and \"{relation}\" allows one: correct one of them, or write `{}: All` or \
         `Some` in the relation", .side.as_str(), .side.count_field()
    )]
    TwoOfOne {
        /// Which side there are two of.
        side: Side,
        /// The relation.
        relation: Box<str>,
        /// The earlier fact.
        other: Box<str>,
    },
    /// An entity among the wrong ones of a fact that is right.
    #[error("\"{entity}\" is right here, and stands in `wrong`: take it out")]
    RightAndWrong {
        /// The entity.
        entity: Box<str>,
    },
    /// A wrong value that is no number.
    #[error("\"{text}\" in `neighbours` is not a number: write one without its unit, such as \"21.7\"")]
    NeighbourNotNumber {
        /// As written.
        text: Box<str>,
    },
    /// A wrong value that would be right.
    #[error("\"{text}\" in `neighbours` is right, within the tolerance: take it out")]
    NeighbourRight {
        /// As written.
        text: Box<str>,
    },
    /// Places in a source that is not named.
    #[error("the place in a source is not cited without the source: write `source` as well")]
    PlaceWithoutSource,
    /// Something wrong with a spreadsheet beside the table.
    #[error(transparent)]
    Rows(#[from] RowFault),
    /// A pin that does not hold.
    #[error(transparent)]
    Pin(#[from] PinFault),
}

impl TableProblem {
    /// A stable name for the kind of problem, in `kebab-case`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Written(fault) => fault.code(),
            Self::Rows(fault) => fault.code(),
            Self::Pin(fault) => fault.code(),
            Self::NewerFormat { .. } => "newer-format",
            Self::UnknownName { .. } => "unknown-name",
            Self::Damaged { .. } => "damaged",
            Self::WrongClass { .. } => "wrong-class",
            Self::NoObject { .. } => "no-object",
            Self::NotAnAmount { .. } => "not-an-amount",
            Self::NotAnEntity { .. } => "not-an-entity",
            Self::BankName { .. } => "bank-name",
            Self::TopicUnused { .. } => "topic-unused",
            Self::NotEnglish { .. } => "not-english",
            Self::SameName { .. } => "same-name",
            Self::SharedName { .. } => "shared-name",
            Self::WithinItself { .. } => "within-itself",
            Self::BadArticle { .. } => "bad-article",
            Self::NoSentence => "no-sentence",
            Self::NoQuestion { .. } => "no-question",
            Self::Sentence(SentenceFault::UnknownPlace { .. }) => "unknown-place",
            Self::Sentence(SentenceFault::UnbalancedBrace { .. }) => "unbalanced-brace",
            Self::OwnAnswer { .. } => "own-answer",
            Self::PlaceOfOne { .. } => "place-of-one",
            Self::NeverUsed { .. } => "never-used",
            Self::Untold { .. } => "untold",
            Self::Unheeded { .. } => "unheeded",
            Self::SameFact { .. } => "same-fact",
            Self::TwoOfOne { .. } => "two-of-one",
            Self::RightAndWrong { .. } => "right-and-wrong",
            Self::NeighbourNotNumber { .. } => "neighbour-not-number",
            Self::NeighbourRight { .. } => "neighbour-right",
            Self::PlaceWithoutSource => "place-without-source",
        }
    }

    /// How bad it is: an error keeps a fact, or the table, from being asked.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Written(fault) => fault.severity(),
            Self::Rows(fault) => fault.severity(),
            Self::NotEnglish { .. }
            | Self::SharedName { .. }
            | Self::NoQuestion { .. }
            | Self::NeverUsed { .. }
            | Self::PlaceWithoutSource => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

impl fmt::Display for TableDiagnostic {
    /// `rivers.csv: line 14, column 9 ("object"): fact "J14": …`, without the parts that are not known.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(formatter, "{file}: ")?;
        }
        if let Some(place) = self.place {
            write!(formatter, "line {}, column {}", place.line, place.column)?;
            if let Some(column) = &self.column {
                write!(formatter, " (\"{column}\")")?;
            }
            formatter.write_str(": ")?;
        }
        if let Some(About { part, id }) = &self.about {
            write!(formatter, "{} \"{id}\": ", part.as_str())?;
        }
        self.problem.fmt(formatter)
    }
}

/// A suggestion, or where else to write what is missing.
fn or_advice(suggestion: &Option<Box<str>>, what: &str) -> String {
    let list = match what {
        "class" => "classes",
        "entity" => "entities",
        "relation" => "relations",
        "source" => "sources",
        _ => return did_you_mean(suggestion),
    };
    match suggestion {
        Some(_) => did_you_mean(suggestion),
        None => format!(": write it among `{list}`, or name another"),
    }
}

fn quoted_list(names: &[Box<str>]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    quoted.join(" and ")
}
