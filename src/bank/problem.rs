//! What can be wrong with a bank, and how it is told. Finds nothing itself.

use super::flaws::Warning;
use std::fmt;
use thiserror::Error;

/// Something wrong with a bank, with its place where one is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// What is wrong.
    pub fault: Fault,
    /// Where, in the text of the file.
    pub place: Option<Place>,
    /// Id of the question it is about, where it is about one whose id could be read.
    pub question: Option<Box<str>>,
}

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The question, or the bank, can be asked all the same.
    Warning,
    /// The question, or the bank, cannot be asked.
    Error,
}

/// The kinds of problem. Each says in one sentence what is wrong and what to do.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum Fault {
    /// The text is not RON, or not what the format asks for at that place.
    #[error("{message}")]
    Syntax {
        /// What stands there and what was expected.
        message: Box<str>,
    },
    /// Reading was stopped by whoever had started it.
    #[error("reading was stopped")]
    Cancelled,
    /// A field that must be there is not.
    #[error("`{field}` is missing: every {owner} needs one")]
    MissingField {
        /// The field.
        field: Box<str>,
        /// What lacks it, such as `Question`.
        owner: Box<str>,
    },
    /// A field that stands twice in one place.
    #[error("`{field}` is written twice: keep one of them")]
    RepeatedField {
        /// The field.
        field: Box<str>,
    },
    /// A field name that the format does not know.
    #[error("`{found}` is not a field of {owner}{}", did_you_mean(.suggestion))]
    UnknownField {
        /// The name as written.
        found: Box<str>,
        /// What it was written in, such as `Question`.
        owner: Box<str>,
        /// The known name that is nearest, if one is near.
        suggestion: Option<Box<str>>,
    },
    /// A kind of answer that the format does not know.
    #[error("`{found}` is not a kind of answer that this Torus knows{}", did_you_mean(.suggestion))]
    UnknownKind {
        /// The name as written.
        found: Box<str>,
        /// The known name that is nearest, if one is near.
        suggestion: Option<Box<str>>,
    },
    /// The bank's `format` is newer than [`super::question::FORMAT`].
    #[error("this bank was made by a newer Torus (format {found}; this one reads format 1): update Torus to play it")]
    NewerFormat {
        /// The version written.
        found: u64,
    },
    /// The bank's `format` is 0.
    #[error("format {found} does not exist: write `format: 1`")]
    UnknownFormat {
        /// The version written.
        found: u64,
    },
    /// An id, title or prompt with nothing in it.
    #[error("the {field} is blank: write one")]
    Blank {
        /// Which field.
        field: &'static str,
    },
    /// Two questions, or two quizzes, share an id.
    #[error("the id \"{id}\" is used twice: give each its own")]
    DuplicateId {
        /// The id.
        id: Box<str>,
    },
    /// A `Choices` without a key.
    #[error("no option is marked as correct: name at least one in `correct`")]
    NoCorrectOption,
    /// A `Text` without an accepted answer.
    #[error("no answer is accepted: name at least one in `accept`")]
    NoAcceptedAnswer,
    /// A question with one option.
    #[error("there is nothing to choose from: add at least one distractor")]
    NoDistractor,
    /// Two options that a learner could not tell apart.
    #[error("two options are alike: \"{option}\"")]
    DuplicateOption {
        /// The option.
        option: Box<str>,
    },
    /// A distractor that is also a key.
    #[error("\"{option}\" is both a distractor and correct: keep it in one place")]
    CorrectDistractor {
        /// The option.
        option: Box<str>,
    },
    /// A number out of its range.
    #[error("`{field}` is {value}: it must be {range}")]
    OutOfRange {
        /// Which field.
        field: &'static str,
        /// What was written.
        value: f64,
        /// What is allowed, such as "0 or more".
        range: &'static str,
    },
    /// A unit that cannot be read back.
    #[error("\"{unit}\" cannot stand as a unit: write a plain one such as \"MJ\"")]
    BadUnit {
        /// The unit as written.
        unit: Box<str>,
    },
    /// A citation of a source that the bank does not name.
    #[error("the source \"{source_key}\" is not among the bank's sources{}", did_you_mean(.suggestion))]
    UnknownSource {
        /// The key as written.
        source_key: Box<str>,
        /// The known key that is nearest, if one is near.
        suggestion: Option<Box<str>>,
    },
    /// A picture that is on the network or outside the bank's folder.
    #[error("the picture \"{path}\" is outside the bank's folder: put it beside the bank")]
    PictureOutside {
        /// The path as written.
        path: Box<str>,
    },
    /// A plan that asks for more questions than its topic has. The plan draws all there are.
    #[error(
        "the quiz \"{quiz}\" draws {wanted} questions from \"{topic}\" and there are {available}: it will draw all of them"
    )]
    ThinTopic {
        /// Id of the quiz.
        quiz: Box<str>,
        /// The topic; empty for the whole bank.
        topic: Box<str>,
        /// How many it asks for.
        wanted: u32,
        /// How many there are.
        available: usize,
    },
    /// A flaw in how a question is written; it can be asked all the same.
    #[error(transparent)]
    Flaw(#[from] Warning),
}

impl Fault {
    /// A stable name for the kind of problem, in `kebab-case`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "syntax",
            Self::Cancelled => "cancelled",
            Self::MissingField { .. } => "missing-field",
            Self::RepeatedField { .. } => "repeated-field",
            Self::UnknownField { .. } => "unknown-field",
            Self::UnknownKind { .. } => "unknown-kind",
            Self::NewerFormat { .. } => "newer-format",
            Self::UnknownFormat { .. } => "unknown-format",
            Self::Blank { .. } => "blank",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::NoCorrectOption => "no-correct-option",
            Self::NoAcceptedAnswer => "no-accepted-answer",
            Self::NoDistractor => "no-distractor",
            Self::DuplicateOption { .. } => "duplicate-option",
            Self::CorrectDistractor { .. } => "correct-distractor",
            Self::OutOfRange { .. } => "out-of-range",
            Self::BadUnit { .. } => "bad-unit",
            Self::UnknownSource { .. } => "unknown-source",
            Self::PictureOutside { .. } => "picture-outside",
            Self::ThinTopic { .. } => "thin-topic",
            Self::Flaw(warning) => warning.code(),
        }
    }

    /// How bad it is: an error keeps the question, or the bank, from being asked.
    pub fn severity(&self) -> Severity {
        match self {
            Self::ThinTopic { .. } | Self::Flaw(_) => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

impl fmt::Display for Problem {
    /// `line 14, column 9: question "jet-wall-year": …`, without the parts that are not known.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = self.place {
            write!(formatter, "line {}, column {}: ", place.line, place.column)?;
        }
        if let Some(question) = &self.question {
            write!(formatter, "question \"{question}\": ")?;
        }
        self.fault.fmt(formatter)
    }
}

fn did_you_mean(suggestion: &Option<Box<str>>) -> String {
    match suggestion {
        Some(name) => format!(": did you mean `{name}`?"),
        None => String::new(),
    }
}
