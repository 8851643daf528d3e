//! What can be wrong with a bank, and how it is told. Finds nothing itself.

use crate::bank::lints::Warning;
use crate::bank::model::cloze::ClozeFault;
use crate::bank::model::picture::PictureFault;
use crate::bank::model::variable::MOST_VALUES;
use std::fmt;
use thiserror::Error;

/// Something wrong with a bank, with its place where one is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Problem,
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
pub enum Problem {
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
    #[error("`{found}` is not a field of {owner}{}", did_you_mean_or(.suggestion, .advice))]
    UnknownField {
        /// The name as written.
        found: Box<str>,
        /// What it was written in, such as `Question`.
        owner: Box<str>,
        /// The known name that is nearest, if one is near.
        suggestion: Option<Box<str>>,
        /// What else to do.
        advice: Box<str>,
    },
    /// A kind of answer that the format does not know.
    #[error("`{found}` is not a kind of answer that this Torus knows{}", did_you_mean_or(.suggestion, .advice))]
    UnknownKind {
        /// The name as written.
        found: Box<str>,
        /// The known name that is nearest, if one is near.
        suggestion: Option<Box<str>>,
        /// What else to do.
        advice: Box<str>,
    },
    /// The bank's `format` is newer than [`crate::bank::model::question::FORMAT`].
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
    /// Fewer items to put in order than three.
    #[error("{}: write three or more", few(*.found, "item", "to put in order"))]
    FewItems {
        /// How many there are.
        found: usize,
    },
    /// Two items, left sides, extras, groups or names that a learner could not tell apart.
    #[error("two {what}s are alike: \"{text}\": change one of them or take it out")]
    DuplicatePart {
        /// What they are, such as "item".
        what: &'static str,
        /// The later one.
        text: Box<str>,
    },
    /// A `Match` with fewer than two right sides, or without a pair.
    #[error("there is nothing to pair: write at least two pairs, or one and an `extra`")]
    FewPairs,
    /// An extra right side that belongs to a left one.
    #[error("\"{extra}\" is the right side of a pair: take it out of `extra`")]
    ExtraIsRight {
        /// The extra.
        extra: Box<str>,
    },
    /// A text with gaps that cannot be taken apart.
    #[error(transparent)]
    Cloze(ClozeFault),
    /// Items and fewer than two groups to sort them into.
    #[error("{}: write two or more", few(*.found, "group", "to sort into"))]
    FewGroups {
        /// How many there are.
        found: usize,
    },
    /// A group without an item.
    #[error("the group \"{group}\" is empty: write an item that belongs to it")]
    EmptyGroup {
        /// The group.
        group: Box<str>,
    },
    /// An item that belongs to two groups.
    #[error("\"{item}\" is in two groups: keep it in one")]
    ItemInTwoGroups {
        /// The item.
        item: Box<str>,
    },
    /// A `Hotspot` without a right place.
    #[error("no place is marked as correct: name at least one in `correct`")]
    NoCorrectSpot,
    /// The name of a place that there is not.
    #[error("\"{name}\" is not the name of a place among `spots`{}", did_you_mean(.suggestion))]
    UnknownSpot {
        /// The name.
        name: Box<str>,
        /// The known name that is nearest, if one is near.
        suggestion: Option<Box<str>>,
    },
    /// Fewer wrong places than two.
    #[error("{}: add places until there are two or more", few(*.found, "wrong place", "among `spots`"))]
    FewWrongSpots {
        /// How many there are.
        found: usize,
    },
    /// A polygon without an area.
    #[error("{}: write three or more", few(*.found, "corner", "in this polygon"))]
    FewCorners {
        /// How many there are.
        found: usize,
    },
    /// A form that is both accepted and refused.
    #[error("\"{form}\" is accepted too: take it out of `reject`")]
    RejectIsAccepted {
        /// The form.
        form: Box<str>,
    },
    /// A variable whose name no expression could use.
    #[error("\"{name}\" cannot be the name of a variable: use letters a to z, digits and `_`, and no digit first")]
    BadName {
        /// The name.
        name: Box<str>,
    },
    /// A name in an expression, or in braces in a text, that is not a variable.
    #[error("`{name}` is not among the `variables`{}", did_you_mean(.suggestion))]
    UnknownVariable {
        /// The name.
        name: Box<str>,
        /// The known name that is nearest, if one is near.
        suggestion: Option<Box<str>>,
    },
    /// A variable without a value.
    #[error("the variable `{variable}` has no value: write at least one")]
    NoValues {
        /// Its name.
        variable: Box<str>,
    },
    /// A range with more values than [`crate::bank::model::variable::MOST_VALUES`].
    #[error("the variable `{variable}` has more than {MOST_VALUES} values: write a larger `step`")]
    TooManyValues {
        /// Its name.
        variable: Box<str>,
    },
    /// An expression that cannot be read.
    #[error("the expression in `value` cannot be read: {reason}")]
    BadFormula {
        /// What is wrong with it.
        reason: Box<str>,
    },
    /// An expression that gives no number with values that can be drawn.
    #[error("with {values} the expression in `value` gives {reason}: leave such values out")]
    NoResult {
        /// The values, such as `E = 20, t = 0`.
        values: Box<str>,
        /// What it gives, such as "a division by zero".
        reason: &'static str,
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
    /// A control character in maths: RON made it of a backslash and a letter.
    #[error("`{command}` in maths is broken by the plain text around it: write the text as a raw one, r\"…\"")]
    ControlInMaths {
        /// What was most likely written, such as `\times`.
        command: Box<str>,
    },
    /// A picture outside the bank's folder.
    #[error("the picture \"{path}\" {}", PictureFault::Outside)]
    PictureOutside {
        /// The path as written.
        path: Box<str>,
    },
    /// A picture with an address on the network.
    #[error("the picture \"{path}\" {}", PictureFault::OnNetwork)]
    PictureOnNetwork {
        /// The path as written.
        path: Box<str>,
    },
    /// A picture that is not there.
    #[error("the picture \"{path}\" {}", PictureFault::Missing)]
    PictureMissing {
        /// The path as written.
        path: Box<str>,
    },
    /// A picture larger than any screen needs.
    #[error("the picture \"{path}\" {}", PictureFault::TooLarge)]
    PictureTooLarge {
        /// The path as written.
        path: Box<str>,
    },
    /// A file that is no picture of a known kind.
    #[error("the picture \"{path}\" {}", PictureFault::Unreadable)]
    PictureUnreadable {
        /// The path as written.
        path: Box<str>,
    },
    /// An SVG that shows another file.
    #[error("the picture \"{path}\" {}", PictureFault::NotWhole)]
    PictureNotWhole {
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

impl Problem {
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
            Self::FewItems { .. } => "few-items",
            Self::DuplicatePart { .. } => "duplicate-part",
            Self::FewPairs => "few-pairs",
            Self::ExtraIsRight { .. } => "extra-is-right",
            Self::RejectIsAccepted { .. } => "reject-is-accepted",
            Self::Cloze(fault) => fault.code(),
            Self::FewGroups { .. } => "few-groups",
            Self::EmptyGroup { .. } => "empty-group",
            Self::ItemInTwoGroups { .. } => "item-in-two-groups",
            Self::NoCorrectSpot => "no-correct-spot",
            Self::UnknownSpot { .. } => "unknown-spot",
            Self::FewWrongSpots { .. } => "few-wrong-spots",
            Self::FewCorners { .. } => "few-corners",
            Self::BadName { .. } => "bad-name",
            Self::UnknownVariable { .. } => "unknown-variable",
            Self::NoValues { .. } => "no-values",
            Self::TooManyValues { .. } => "too-many-values",
            Self::BadFormula { .. } => "bad-formula",
            Self::NoResult { .. } => "no-result",
            Self::OutOfRange { .. } => "out-of-range",
            Self::BadUnit { .. } => "bad-unit",
            Self::UnknownSource { .. } => "unknown-source",
            Self::ControlInMaths { .. } => "control-in-maths",
            Self::PictureOutside { .. } => "picture-outside",
            Self::PictureOnNetwork { .. } => "picture-on-network",
            Self::PictureMissing { .. } => "picture-missing",
            Self::PictureTooLarge { .. } => "picture-too-large",
            Self::PictureUnreadable { .. } => "picture-unreadable",
            Self::PictureNotWhole { .. } => "picture-not-whole",
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

impl fmt::Display for Diagnostic {
    /// `line 14, column 9: question "jet-wall-year": …`, without the parts that are not known.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = self.place {
            write!(formatter, "line {}, column {}: ", place.line, place.column)?;
        }
        if let Some(question) = &self.question {
            write!(formatter, "question \"{question}\": ")?;
        }
        self.problem.fmt(formatter)
    }
}

pub(crate) fn did_you_mean(suggestion: &Option<Box<str>>) -> String {
    match suggestion {
        Some(name) => format!(": did you mean `{name}`?"),
        None => String::new(),
    }
}

fn did_you_mean_or(suggestion: &Option<Box<str>>, advice: &str) -> String {
    if suggestion.is_some() { did_you_mean(suggestion) } else { format!(": {advice}") }
}

fn few(found: usize, noun: &str, purpose: &str) -> String {
    match found {
        0 => format!("there is no {noun} {purpose}"),
        1 => format!("there is one {noun} {purpose}"),
        _ => format!("there are {found} {noun}s {purpose}"),
    }
}
