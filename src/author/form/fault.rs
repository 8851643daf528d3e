//! The fields of a form by name, and why what is typed in one is no value. Holds values only; words are made where they are shown.

use crate::bank::values::quantity::NumberFault;

/// A field of the form of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FieldName {
    /// Which kind of answer.
    Kind,
    /// What is asked.
    Prompt,
    /// The topic's path.
    Topic,
    /// Why the right answer is right.
    Explanation,
    /// Words for a picture.
    Alt,
    /// What a full mark is worth.
    Points,
    /// The writer's estimate.
    Difficulty,
    /// The share that a hint costs.
    HintCost,
    /// The question's id.
    Id,
    /// The source of a citation.
    CiteSource(usize),
    /// The page or section of a citation.
    CitePlace(usize),
    /// A row of a list.
    Row(RowList, usize),
    /// What is said to whoever picks that row.
    Said(RowList, usize),
    /// An answer that feedback of its own speaks to, though no row has it.
    OtherAnswer(usize),
    /// What is said to it.
    OtherSaid(usize),
    /// Whether the statement is true.
    IsTrue,
    /// The right number.
    Value,
    /// How far off is still right.
    Tolerance,
    /// How far off is still right, in percent.
    TolerancePercent,
    /// The unit.
    Unit,
    /// Whether the unit must be typed.
    UnitRequired,
    /// How many slips are forgiven.
    Typos,
    /// Whether capitals count.
    MatchCase,
    /// Whether accents count.
    MatchAccents,
    /// Whether final punctuation counts.
    Punctuation,
    /// The left side of a pair.
    Left(usize),
    /// The right side of a pair.
    RightSide(usize),
    /// The name of a group.
    GroupName(usize),
    /// The text with gaps.
    ClozeText,
    /// An answer in a gap of it.
    GapAnswer(usize, usize),
    /// The picture to point at.
    Image,
    /// The name of a place in it.
    SpotName(usize),
    /// Whether that place is right.
    SpotIsRight(usize),
    /// What tells where it lies.
    SpotDescribe(usize),
    /// What is said to whoever points at it.
    SpotSaid(usize),
    /// A number of its shape, in the order in which the format has them.
    SpotNumber(usize, usize),
    /// The name of a variable.
    VariableName(usize),
    /// The first value of its range.
    VariableFrom(usize),
    /// The last value of its range.
    VariableTo(usize),
    /// The step of its range.
    VariableStep(usize),
    /// Its values, where they are listed.
    VariableValues(usize),
    /// The expression that gives the right number.
    Formula,
    /// What is revealed.
    RecallAnswer,
}

/// A list of texts of which each has a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RowList {
    /// Hints.
    Hint,
    /// Right options.
    Right,
    /// Wrong options.
    Wrong,
    /// True, then false: rows that have feedback alone.
    Truth,
    /// Accepted forms.
    Accept,
    /// Forms that are never right.
    Reject,
    /// Items to put in order.
    Item,
    /// Right sides that belong to no left one.
    Extra,
    /// The items of a group.
    Group(usize),
}

/// A field whose text is no value, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldFault {
    /// Where it is typed.
    pub field: FieldName,
    /// What is wrong with it.
    pub fault: Fault,
}

/// Why what is typed is no value.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// A number is needed, and nothing is typed.
    Blank,
    /// It can be read as either number.
    TwoWays(f64, f64),
    /// A list with a comma that may part two numbers, or begin the decimals of one.
    ListOrDecimal(Box<str>),
    /// A number with a unit, where the number stands alone.
    WithUnit {
        /// The number.
        value: f64,
        /// What stands with it.
        unit: Box<str>,
    },
    /// A fraction such as 1/3, which no decimal number is.
    NotExact,
    /// Not a whole number that fits.
    NotWhole,
    /// No number at all.
    NoNumber(NumberFault),
    /// A name that an earlier group or variable has.
    NameTwice(Box<str>),
    /// An answer that feedback speaks to already.
    SaidTwice(Box<str>),
}
