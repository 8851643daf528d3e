//! What can be wrong with a bank. Finds nothing itself, and has no words for it: those are made in `words`.

use crate::bank::check::explain::{ErrorCode, Explanation};
use crate::bank::check::part::{Allowed, TextPart};
use crate::bank::lints::Warning;
use crate::bank::model::cloze::ClozeFault;
use crate::bank::values::formula::NoNumber;
use crate::syntax::{LineIndex, Place, Slip, Wanted};
use std::ops::Range;

/// Something wrong with a bank. Its words are made by whoever shows it, with a [`LineIndex`] of the text for its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Problem,
    /// Where: the bytes of the text that it is about. Empty where something is missing, and at the beginning where it is
    /// about no place.
    pub span: Range<usize>,
    /// Id of the question it is about, where it is about one whose id could be read.
    pub question: Option<Box<str>>,
}

impl Diagnostic {
    /// A stable name for the kind of problem, in `kebab-case`.
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }

    /// `line 14, column 9: question "jet-wall-year": …`, for people; `lines` are those of the text.
    pub fn line<T: AsRef<str>>(&self, lines: &LineIndex<T>) -> String {
        if self.problem == Problem::Cancelled {
            return self.problem.to_string();
        }
        let Place { line, column } = lines.place(self.span.start);
        let question = self.question.as_ref().map(|id| format!("question \"{id}\": ")).unwrap_or_default();
        format!("line {line}, column {column}: {question}{}", self.problem)
    }
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The question, or the bank, can be asked all the same.
    Warning,
    /// The question, or the bank, cannot be asked.
    Error,
}

/// The kinds of problem. The words for each are made by [`Self::message`] and [`Self::help`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Problem {
    /// The text is not RON, or not what the format asks for at that place.
    Syntax {
        /// What was wanted there.
        wanted: Wanted,
        /// What stands there instead, where it is a slip that many people make.
        slip: Option<Slip>,
    },
    /// The text does not begin as a bank does.
    NotABank(NotABank),
    /// Reading was stopped by whoever had started it.
    Cancelled,
    /// A field that must be there is not.
    MissingField {
        /// The field.
        field: Box<str>,
        /// What lacks it, such as `Question`, where that has a name.
        owner: Option<Box<str>>,
    },
    /// A field that stands twice in one place.
    RepeatedField {
        /// The field.
        field: Box<str>,
    },
    /// A field name that the format does not know.
    UnknownField {
        /// The name as written.
        found: Box<str>,
        /// What it was written in, such as `Question`, where that has a name.
        owner: Option<Box<str>>,
        /// The known name that is nearest, if one is near.
        suggestion: Option<Box<str>>,
        /// What else to do.
        advice: FieldAdvice,
    },
    /// A kind of answer that the format does not know.
    UnknownKind {
        /// The name as written.
        found: Box<str>,
        /// The kinds that there are.
        known: &'static [&'static str],
        /// The nearest of them, if one is near.
        suggestion: Option<Box<str>>,
    },
    /// The bank's `format` is newer than [`crate::bank::model::question::FORMAT`].
    NewerFormat {
        /// The version written.
        found: u64,
    },
    /// The bank's `format` is 0.
    UnknownFormat {
        /// The version written.
        found: u64,
    },
    /// An id, title or prompt with nothing in it.
    Blank {
        /// Which.
        part: TextPart,
    },
    /// Two questions, or two quizzes, share an id.
    DuplicateId {
        /// The id.
        id: Box<str>,
    },
    /// A `Choices` without a key.
    NoCorrectOption,
    /// A `Text` without an accepted answer.
    NoAcceptedAnswer,
    /// A question with one option.
    NoDistractor,
    /// Two options that a learner could not tell apart.
    DuplicateOption {
        /// The option.
        option: Box<str>,
    },
    /// Two options that look the same to a learner, although they are written otherwise.
    SameLook {
        /// The earlier one as written.
        first: Box<str>,
        /// The later one as written.
        second: Box<str>,
    },
    /// Two options that are the same number.
    SameValue {
        /// The earlier one as written.
        first: Box<str>,
        /// The later one as written.
        second: Box<str>,
    },
    /// A distractor that is also a key.
    CorrectDistractor {
        /// The option.
        option: Box<str>,
    },
    /// Fewer items to put in order than three.
    FewItems {
        /// How many there are.
        found: usize,
    },
    /// Two items, left sides, extras, groups or names that a learner could not tell apart.
    DuplicatePart {
        /// What they are.
        part: TextPart,
        /// The later one.
        text: Box<str>,
    },
    /// A `Match` with fewer than two right sides, or without a pair.
    FewPairs,
    /// An extra right side that belongs to a left one.
    ExtraIsRight {
        /// The extra.
        extra: Box<str>,
    },
    /// A text with gaps that cannot be taken apart.
    Cloze(ClozeFault),
    /// Items and fewer than two groups to sort them into.
    FewGroups {
        /// How many there are.
        found: usize,
    },
    /// A group without an item.
    EmptyGroup {
        /// The group.
        group: Box<str>,
    },
    /// An item that belongs to two groups.
    ItemInTwoGroups {
        /// The item.
        item: Box<str>,
    },
    /// A `Hotspot` without a right place.
    NoCorrectSpot,
    /// The name of a place that there is not.
    UnknownSpot {
        /// The name.
        name: Box<str>,
        /// The known name that is nearest, if one is near.
        suggestion: Option<Box<str>>,
    },
    /// Fewer wrong places than two.
    FewWrongSpots {
        /// How many there are.
        found: usize,
    },
    /// A polygon without an area.
    FewCorners {
        /// How many there are.
        found: usize,
    },
    /// A form that is both accepted and refused.
    RejectIsAccepted {
        /// The form.
        form: Box<str>,
    },
    /// A variable whose name no expression could use.
    BadName {
        /// The name.
        name: Box<str>,
    },
    /// A name in an expression, or in braces in a text, that is not a variable.
    UnknownVariable {
        /// The name.
        name: Box<str>,
        /// The known name that is nearest, if one is near.
        suggestion: Option<Box<str>>,
    },
    /// A variable without a value.
    NoValues {
        /// Its name.
        variable: Box<str>,
    },
    /// A range with more values than [`crate::bank::model::variable::MOST_VALUES`].
    TooManyValues {
        /// Its name.
        variable: Box<str>,
    },
    /// An expression that cannot be read.
    BadFormula {
        /// What is wrong with it.
        reason: Box<str>,
    },
    /// An expression that gives no number with values that can be drawn.
    NoResult {
        /// The values, such as `E = 20, t = 0`.
        values: Box<str>,
        /// What it gives.
        result: NoNumber,
    },
    /// A number out of its range.
    OutOfRange {
        /// Which field.
        field: &'static str,
        /// What was written.
        value: f64,
        /// What is allowed.
        allowed: Allowed,
    },
    /// A unit that cannot be read back.
    BadUnit {
        /// The unit as written.
        unit: Box<str>,
    },
    /// A citation of a source that the bank does not name.
    UnknownSource {
        /// The key as written.
        source_key: Box<str>,
        /// The known key that is nearest, if one is near.
        suggestion: Option<Box<str>>,
    },
    /// A control character in maths: RON made it of a backslash and a letter.
    ControlInMaths {
        /// What was most likely written, such as `\times`.
        command: Box<str>,
    },
    /// A picture outside the bank's folder.
    PictureOutside {
        /// The path as written.
        path: Box<str>,
    },
    /// A picture with an address on the network.
    PictureOnNetwork {
        /// The path as written.
        path: Box<str>,
    },
    /// A picture that is not there.
    PictureMissing {
        /// The path as written.
        path: Box<str>,
    },
    /// A picture larger than any screen needs.
    PictureTooLarge {
        /// The path as written.
        path: Box<str>,
    },
    /// A file that is no picture of a known kind.
    PictureUnreadable {
        /// The path as written.
        path: Box<str>,
    },
    /// An SVG that shows another file.
    PictureNotWhole {
        /// The path as written.
        path: Box<str>,
    },
    /// A flaw in how a question is written; it can be asked all the same.
    Warning(Warning),
}

impl From<Warning> for Problem {
    fn from(warning: Warning) -> Self {
        Self::Warning(warning)
    }
}

/// What a text is that does not begin as a bank does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotABank {
    /// Nothing at all.
    Empty,
    /// A table that banks are made from.
    FactTable,
    /// What a teacher settled about the banks of a table.
    Pins,
    /// Something of another name.
    Other(Box<str>),
    /// Something without a name.
    Bare,
}

/// What to do about a field that is not known, where none of a similar name is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldAdvice {
    /// Write one of these.
    Known(&'static [&'static str]),
    /// It is a field of the question: close the bracket of the answer before it.
    CloseAnswer,
}

impl Problem {
    /// A stable name for the kind of problem, in `kebab-case`.
    pub fn code(&self) -> &'static str {
        self.page().map_or("cancelled", |page| page.code)
    }

    /// How bad it is: an error keeps the question, or the bank, from being asked.
    pub fn severity(&self) -> Severity {
        self.page().map_or(Severity::Error, |page| page.severity)
    }

    /// Why it is a problem; `None` where reading was stopped, which is no mistake of the bank.
    pub fn page(&self) -> Option<&'static Explanation> {
        let code = match self {
            Self::Syntax { .. } | Self::NotABank(_) => ErrorCode::Syntax,
            Self::Cancelled => return None,
            Self::MissingField { .. } => ErrorCode::MissingField,
            Self::RepeatedField { .. } => ErrorCode::RepeatedField,
            Self::UnknownField { .. } => ErrorCode::UnknownField,
            Self::UnknownKind { .. } => ErrorCode::UnknownKind,
            Self::NewerFormat { .. } => ErrorCode::NewerFormat,
            Self::UnknownFormat { .. } => ErrorCode::UnknownFormat,
            Self::Blank { .. } => ErrorCode::Blank,
            Self::DuplicateId { .. } => ErrorCode::DuplicateId,
            Self::NoCorrectOption => ErrorCode::NoCorrectOption,
            Self::NoAcceptedAnswer => ErrorCode::NoAcceptedAnswer,
            Self::NoDistractor => ErrorCode::NoDistractor,
            Self::DuplicateOption { .. } => ErrorCode::DuplicateOption,
            Self::SameLook { .. } | Self::SameValue { .. } => ErrorCode::SameOptions,
            Self::CorrectDistractor { .. } => ErrorCode::CorrectDistractor,
            Self::FewItems { .. } => ErrorCode::FewItems,
            Self::DuplicatePart { .. } => ErrorCode::DuplicatePart,
            Self::FewPairs => ErrorCode::FewPairs,
            Self::ExtraIsRight { .. } => ErrorCode::ExtraIsRight,
            Self::RejectIsAccepted { .. } => ErrorCode::RejectIsAccepted,
            Self::Cloze(fault) => fault.code(),
            Self::FewGroups { .. } => ErrorCode::FewGroups,
            Self::EmptyGroup { .. } => ErrorCode::EmptyGroup,
            Self::ItemInTwoGroups { .. } => ErrorCode::ItemInTwoGroups,
            Self::NoCorrectSpot => ErrorCode::NoCorrectSpot,
            Self::UnknownSpot { .. } => ErrorCode::UnknownSpot,
            Self::FewWrongSpots { .. } => ErrorCode::FewWrongSpots,
            Self::FewCorners { .. } => ErrorCode::FewCorners,
            Self::BadName { .. } => ErrorCode::BadName,
            Self::UnknownVariable { .. } => ErrorCode::UnknownVariable,
            Self::NoValues { .. } => ErrorCode::NoValues,
            Self::TooManyValues { .. } => ErrorCode::TooManyValues,
            Self::BadFormula { .. } => ErrorCode::BadFormula,
            Self::NoResult { .. } => ErrorCode::NoResult,
            Self::OutOfRange { .. } => ErrorCode::OutOfRange,
            Self::BadUnit { .. } => ErrorCode::BadUnit,
            Self::UnknownSource { .. } => ErrorCode::UnknownSource,
            Self::ControlInMaths { .. } => ErrorCode::ControlInMaths,
            Self::PictureOutside { .. } => ErrorCode::PictureOutside,
            Self::PictureOnNetwork { .. } => ErrorCode::PictureOnNetwork,
            Self::PictureMissing { .. } => ErrorCode::PictureMissing,
            Self::PictureTooLarge { .. } => ErrorCode::PictureTooLarge,
            Self::PictureUnreadable { .. } => ErrorCode::PictureUnreadable,
            Self::PictureNotWhole { .. } => ErrorCode::PictureNotWhole,
            Self::Warning(warning) => return Some(warning.page()),
        };
        Some(code.page())
    }
}
