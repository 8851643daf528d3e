//! The parts of a fact table and the sides of a fact, by the words for them. Holds names only.

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
