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

/// What a name in a table can be the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Named {
    /// A part of the table.
    Part(Part),
    /// A source.
    Source,
    /// A kind of question.
    KindOfQuestion,
}

impl Named {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Part(part) => part.as_str(),
            Self::Source => "source",
            Self::KindOfQuestion => "kind of question",
        }
    }

    /// The field of the table that one can be written into, where that helps.
    pub fn list(self) -> Option<&'static str> {
        match self {
            Self::Part(Part::Class) => Some("classes"),
            Self::Part(Part::Entity) => Some("entities"),
            Self::Part(Part::Relation) => Some("relations"),
            Self::Source => Some("sources"),
            Self::Part(Part::Bank | Part::Fact) | Self::KindOfQuestion => None,
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
