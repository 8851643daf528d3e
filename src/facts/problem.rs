//! What can be wrong with a fact table, and how it is told. Finds nothing itself.

use crate::bank::problem::did_you_mean;
use crate::bank::{Fault, Place, Severity};
use std::fmt;
use thiserror::Error;

/// Something wrong with a fact table, with its place where one is known.
#[derive(Clone, Debug, PartialEq)]
pub struct TableProblem {
    /// What is wrong.
    pub fault: TableFault,
    /// The spreadsheet it stands in; nothing for the table itself.
    pub file: Option<Box<str>>,
    /// Where, in the text of that file.
    pub place: Option<Place>,
    /// The column of the spreadsheet, by the name in its first row.
    pub column: Option<Box<str>>,
    /// The part of the table it is about, where it is about one whose id could be read.
    pub about: Option<About>,
}

/// A part of a table by its id.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct About {
    /// What it is.
    pub part: Part,
    /// Its id.
    pub id: Box<str>,
}

/// The parts that a table has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// One of its banks.
    Bank,
    /// A class of entities.
    Class,
    /// An entity.
    Entity,
    /// A relation.
    Relation,
    /// A fact.
    Fact,
}

impl Part {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bank => "bank",
            Self::Class => "class",
            Self::Entity => "entity",
            Self::Relation => "relation",
            Self::Fact => "fact",
        }
    }
}

/// The sides of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What the fact is about.
    Subject,
    /// What it tells of the subject.
    Object,
}

impl Side {
    /// The field of a fact that holds it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Object => "object",
        }
    }

    /// The field of a relation that names its class.
    pub fn class_field(self) -> &'static str {
        match self {
            Self::Subject => "from",
            Self::Object => "to",
        }
    }

    /// The field of a relation that says how many of it there can be.
    pub fn count_field(self) -> &'static str {
        match self {
            Self::Subject => "subjects",
            Self::Object => "objects",
        }
    }
}

/// The kinds of problem. Each says in one sentence what is wrong and what to do.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum TableFault {
    /// What can be wrong with banks as well: how the text is written, a field that is missing, a number out of range.
    #[error(transparent)]
    Written(#[from] Fault),
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
}

impl TableFault {
    /// A stable name for the kind of problem, in `kebab-case`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Written(fault) => fault.code(),
            Self::UnknownName { .. } => "unknown-name",
            Self::Damaged { .. } => "damaged",
            Self::WrongClass { .. } => "wrong-class",
            Self::NoObject { .. } => "no-object",
            Self::NotAnAmount { .. } => "not-an-amount",
            Self::NotAnEntity { .. } => "not-an-entity",
        }
    }

    /// How bad it is: an error keeps a fact, or the table, from being asked.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Written(fault) => fault.severity(),
            _ => Severity::Error,
        }
    }
}

impl fmt::Display for TableProblem {
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
        self.fault.fmt(formatter)
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
