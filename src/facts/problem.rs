//! What can be wrong with a fact table. Finds nothing itself, and has no words for it: those are made in `words`.

use crate::bank::{ErrorCode, Explanation, Problem, Severity};
use crate::facts::explain::table;
use crate::facts::generate::sentence::SentenceFault;
use crate::facts::pins::fault::PinFault;
use crate::facts::read::row_fault::RowFault;
use crate::facts::table::part::{About, Named, Side};
use crate::syntax::{LineIndex, Place};
use std::ops::Range;

/// Something wrong with a fact table, its spreadsheets or its pins. Its words are made by whoever shows it, with a
/// [`LineIndex`] of the text for its place.
#[derive(Clone, Debug, PartialEq)]
pub struct TableDiagnostic {
    /// What is wrong.
    pub problem: TableProblem,
    /// The spreadsheet it stands in; nothing for the table itself.
    pub file: Option<Box<str>>,
    /// Where: the bytes of the text of that file. Empty where something is missing, and at the beginning where it is about
    /// no place.
    pub span: Range<usize>,
    /// The column of the spreadsheet, by the name in its first row.
    pub column: Option<Box<str>>,
    /// The part of the table it is about, where it is about one whose id could be read.
    pub about: Option<About>,
}

impl TableDiagnostic {
    /// A stable name for the kind of problem, in `kebab-case`.
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }

    /// `rivers.csv: line 14, column 9 ("object"): fact "J14": …`, without the parts that there are not; `lines` are those
    /// of the text that it stands in.
    pub fn line<T: AsRef<str>>(&self, lines: &LineIndex<T>) -> String {
        let Place { line, column } = lines.place(self.span.start);
        let file = self.file.as_ref().map(|file| format!("{file}: ")).unwrap_or_default();
        let cell = self.column.as_ref().map(|name| format!(" (\"{name}\")")).unwrap_or_default();
        let about = self.about.as_ref().map(|About { part, id }| format!("{} \"{id}\": ", part.as_str()));
        format!("{file}line {line}, column {column}{cell}: {}{}", about.unwrap_or_default(), self.problem)
    }
}

/// The kinds of problem. The words for each are made by [`Self::message`] and [`Self::help`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum TableProblem {
    /// What can be wrong with banks as well: how the text is written, a field that is missing, a number out of range.
    Written(Problem),
    /// The table's `format` is newer than this program.
    NewerFormat {
        /// The version written.
        found: u64,
    },
    /// The name of something that there is not.
    UnknownName {
        /// What it should be.
        what: Named,
        /// The name as written.
        name: Box<str>,
        /// The known name that is nearest, if one is near.
        suggestion: Option<Box<str>>,
        /// How often it is written beside this place, which is the first.
        further: usize,
    },
    /// An entity that the table's text names, and that only a row of facts makes.
    OnlyInRow {
        /// The entity.
        entity: Box<str>,
        /// The spreadsheet.
        file: Box<str>,
    },
    /// An earlier id that is, or was, that of another fact.
    FormerlyTaken {
        /// The id.
        id: Box<str>,
        /// The other fact.
        other: Box<str>,
    },
    /// An entity of a class that the relation does not take.
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
    NoObject {
        /// The relation.
        relation: Box<str>,
        /// The class that it takes.
        wanted: Box<str>,
    },
    /// An entity where the relation has none.
    NotAnAmount {
        /// The relation.
        relation: Box<str>,
        /// The object as written.
        object: Box<str>,
    },
    /// An amount where the relation takes an entity.
    NotAnEntity {
        /// The relation.
        relation: Box<str>,
        /// The class that it takes.
        wanted: Box<str>,
    },
    /// An id of a bank that no file could have.
    BankName {
        /// The id.
        id: Box<str>,
    },
    /// A topic of a bank that no fact has.
    TopicUnused {
        /// The topic.
        topic: Box<str>,
        /// The topic of a fact that is nearest, if one is near.
        suggestion: Option<Box<str>>,
    },
    /// A language that sentences are not made for.
    NotEnglish {
        /// The language.
        language: Box<str>,
    },
    /// Two entities of a class that are called the same.
    SameName {
        /// The name.
        name: Box<str>,
        /// The earlier entity.
        other: Box<str>,
    },
    /// Another name that two entities of a class share.
    SharedName {
        /// The name.
        name: Box<str>,
        /// The earlier entity.
        other: Box<str>,
    },
    /// An entity that is part of itself.
    WithinItself {
        /// The entity.
        entity: Box<str>,
        /// The entities on the way.
        by: Box<[Box<str>]>,
    },
    /// An article that is none.
    BadArticle {
        /// As written.
        article: Box<str>,
    },
    /// A relation that is never told.
    NoSentence,
    /// A relation that is only ever told.
    NoQuestion {
        /// The relation.
        relation: Box<str>,
    },
    /// A sentence that cannot be taken apart.
    Sentence(SentenceFault),
    /// A question that names what it asks for.
    OwnAnswer {
        /// The field of the relation.
        field: &'static str,
        /// The place.
        place: &'static str,
    },
    /// A task for many facts at once that names one of them.
    PlaceOfOne {
        /// The field of the relation.
        field: &'static str,
        /// The place.
        place: &'static str,
    },
    /// A sentence that no fact of the relation can fill.
    NeverUsed {
        /// The relation.
        relation: Box<str>,
        /// What it needs, such as "a date".
        lacks: &'static str,
    },
    /// A fact that no sentence tells.
    Untold {
        /// The relation.
        relation: Box<str>,
        /// What the first of them needs, such as "a date".
        lacks: &'static str,
    },
    /// A fact whose cautions leave no sentence to tell it.
    Unheeded {
        /// The relation.
        relation: Box<str>,
        /// The caution, as it is written.
        caution: Box<str>,
    },
    /// Two facts that say the same.
    SameFact {
        /// The earlier fact.
        other: Box<str>,
    },
    /// Two facts that the relation says cannot both be.
    TwoOfOne {
        /// Which side there are two of.
        side: Side,
        /// The relation.
        relation: Box<str>,
        /// The earlier fact.
        other: Box<str>,
    },
    /// An entity among the wrong ones of a fact that is right.
    RightAndWrong {
        /// The entity.
        entity: Box<str>,
    },
    /// A wrong value that is no number.
    NeighbourNotNumber {
        /// As written.
        text: Box<str>,
    },
    /// A wrong value that would be right.
    NeighbourRight {
        /// As written.
        text: Box<str>,
    },
    /// Places in a source that is not named.
    PlaceWithoutSource,
    /// Something wrong with a spreadsheet beside the table.
    Rows(RowFault),
    /// A pin that does not hold.
    Pin(PinFault),
}

impl From<Problem> for TableProblem {
    fn from(problem: Problem) -> Self {
        Self::Written(problem)
    }
}

impl From<SentenceFault> for TableProblem {
    fn from(fault: SentenceFault) -> Self {
        Self::Sentence(fault)
    }
}

impl From<RowFault> for TableProblem {
    fn from(fault: RowFault) -> Self {
        Self::Rows(fault)
    }
}

impl From<PinFault> for TableProblem {
    fn from(fault: PinFault) -> Self {
        Self::Pin(fault)
    }
}

impl TableProblem {
    /// A stable name for the kind of problem, in `kebab-case`.
    pub fn code(&self) -> &'static str {
        self.page().map_or_else(Problem::code, |page| page.code)
    }

    /// How bad it is: an error keeps a fact, or the table, from being asked.
    pub fn severity(&self) -> Severity {
        self.page().map_or_else(Problem::severity, |page| page.severity)
    }

    /// Why it is one.
    ///
    /// # Errors
    /// The problem that banks can have as well, whose page is one of banks.
    fn page(&self) -> Result<&'static Explanation, &Problem> {
        Ok(match self {
            Self::Written(problem) => return Err(problem),
            Self::Rows(fault) => fault.page(),
            Self::Pin(fault) => fault.page(),
            Self::NewerFormat { .. } => ErrorCode::NewerFormat.page(),
            Self::UnknownName { .. } => &table::UNKNOWN_NAME,
            Self::OnlyInRow { .. } => &table::ONLY_IN_ROW,
            Self::FormerlyTaken { .. } => &table::FORMERLY_TAKEN,
            Self::WrongClass { .. } => &table::WRONG_CLASS,
            Self::NoObject { .. } => &table::NO_OBJECT,
            Self::NotAnAmount { .. } => &table::NOT_AN_AMOUNT,
            Self::NotAnEntity { .. } => &table::NOT_AN_ENTITY,
            Self::BankName { .. } => &table::BANK_NAME,
            Self::TopicUnused { .. } => &table::TOPIC_UNUSED,
            Self::NotEnglish { .. } => &table::NOT_ENGLISH,
            Self::SameName { .. } => &table::SAME_NAME,
            Self::SharedName { .. } => &table::SHARED_NAME,
            Self::WithinItself { .. } => &table::WITHIN_ITSELF,
            Self::BadArticle { .. } => &table::BAD_ARTICLE,
            Self::NoSentence => &table::NO_SENTENCE,
            Self::NoQuestion { .. } => &table::NO_QUESTION,
            Self::Sentence(SentenceFault::UnknownPlace { .. }) => &table::UNKNOWN_PLACE,
            Self::Sentence(SentenceFault::UnbalancedBrace { .. }) => &table::OPEN_PLACE,
            Self::OwnAnswer { .. } => &table::OWN_ANSWER,
            Self::PlaceOfOne { .. } => &table::PLACE_OF_ONE,
            Self::NeverUsed { .. } => &table::NEVER_USED,
            Self::Untold { .. } => &table::UNTOLD,
            Self::Unheeded { .. } => &table::UNHEEDED,
            Self::SameFact { .. } => &table::SAME_FACT,
            Self::TwoOfOne { .. } => &table::TWO_OF_ONE,
            Self::RightAndWrong { .. } => &table::RIGHT_AND_WRONG,
            Self::NeighbourNotNumber { .. } => &table::NEIGHBOUR_NOT_NUMBER,
            Self::NeighbourRight { .. } => &table::NEIGHBOUR_RIGHT,
            Self::PlaceWithoutSource => &table::PLACE_WITHOUT_SOURCE,
        })
    }

    /// Whether it is worth knowing, and yet nothing that anybody wrote is wrong.
    pub fn is_notice(&self) -> bool {
        matches!(self, Self::NotEnglish { .. })
    }
}
