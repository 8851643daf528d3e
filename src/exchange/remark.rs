//! What was lost, guessed or left out on the way from one program to another, as values. The words stand in `remark_words`.

use crate::bank::{Kind, Problem};

/// How much a remark matters to a teacher, the heaviest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// No question was made, or none was written.
    LeftOut,
    /// Some answers earn other marks than they did.
    MarkedDifferently,
    /// Something that does not change the marks was dropped.
    DetailDropped,
    /// Something was taken for likely that the file does not say.
    Guessed,
}

impl Severity {
    /// Every severity, the heaviest first.
    pub const ALL: [Self; 4] = [Self::LeftOut, Self::MarkedDifferently, Self::DetailDropped, Self::Guessed];

    /// The name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LeftOut => "left_out",
            Self::MarkedDifferently => "marked_differently",
            Self::DetailDropped => "detail_dropped",
            Self::Guessed => "guessed",
        }
    }
}

/// Something to tell a teacher of a question or a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    // Left out: no question comes of it.
    /// An essay, or another question that a person has to mark.
    MarkedByPerson,
    /// A text to read, and no question.
    Description,
    /// A card without a key that can be marked; cards were not asked for.
    CardNotAsked,
    /// A kind that Torus has no counterpart for, by the format's own name.
    UnknownType(Box<str>),
    /// A kind that is known and cannot be carried, with the reason as a clause: `its options hold formulas`.
    CannotCarry(&'static str),
    /// The file does not say which answer is right.
    NoKey,
    /// What stands for the right answer is none of the options.
    KeyIsNoOption(Box<str>),
    /// Too few options, items or pairs for its kind: how many there are, and how many there must be.
    TooFew(Kind, usize, usize),
    /// The question cannot be read; the reason as a clause.
    Damaged(Box<str>),
    /// The file was not read from this line on.
    NotRead(u32),
    /// The question draws from others, and holds nothing itself.
    DrawsFromOthers,
    /// A picture that it cannot do without is not in the file.
    LacksPicture(Box<str>),
    /// What the check of banks says of the question that would be made.
    Refused(Box<Problem>),

    // Marked differently.
    /// Options that earn a part of the points, and now earn all or nothing: each with its share in percent.
    PartialWeights(Vec<(Box<str>, f64)>),
    /// Several options of a list to pick one from are right; those named were left away, since they are no wrong ones.
    OtherRightOptions(Vec<Box<str>>),
    /// Wrong options cost points, by guessing; here they earn none.
    GuessingPenalty,
    /// Options of weights that Torus does not have: the other program's rule and Torus' own differ.
    OtherOptionWeights,
    /// Options that neither earn nor cost points there count as wrong ones here.
    NeutralOptions(Vec<Box<str>>),
    /// All or nothing there; a share here.
    AllOrNothing,
    /// A share there; all or nothing, or another share here.
    OtherShares,
    /// Answers that earn a part of the points, and now earn nothing.
    PartialAnswers(Vec<Box<str>>),
    /// An answer with a sign that stands for anything.
    Wildcard(Box<str>),
    /// A tolerance that was lost or had to be reckoned anew; the reason as a clause.
    Tolerance(&'static str),
    /// Units that Torus does not convert in the same way.
    Units(Vec<Box<str>>),
    /// A rule of marking that cannot be carried; as a clause.
    Rule(&'static str),

    // Dropped.
    /// A picture that is only on the net; its address stands in the text.
    RemotePicture(Box<str>),
    /// A picture that the file names and does not hold.
    MissingPicture(Box<str>),
    /// A picture of a kind or size that banks cannot show.
    UnusablePicture(Box<str>),
    /// Sound, film or another thing that is no picture.
    Media(Box<str>),
    /// Looks that banks do not have: colours, fonts, underlining, alignment.
    Looks,
    /// Columns with headings that say nothing to Torus.
    UnknownColumns(Vec<Box<str>>),
    /// Cells of a table that reach over several rows or columns.
    SpannedCells,
    /// Something that Torus has no place for, as a noun phrase: `the penalty for each further try`.
    NoPlaceFor(&'static str),
    /// Something that the other program has no place for, as a noun phrase in the plural: `points`.
    NotTaken(&'static str),
    /// Formatting in what learners type or pick, which is plain there.
    MarkupInAnswer,
    /// A formula that could not be read; it stands as it was written.
    Formula(Box<str>),
    /// The same text stands in the file already, in another question.
    Doubled,
    /// A question that was hidden in the other program.
    Hidden,
    /// The question has changed in the file and in the bank since it was imported.
    ChangedHere,

    // Guessed.
    /// The encoding was told from the bytes.
    Encoding(Box<str>),
    /// Which answer is right was told from something that may mislead, as a clause.
    Key(&'static str),
    /// A decimal comma was read as one.
    DecimalComma(Box<str>),
    /// A cell that a spreadsheet has probably turned into a date.
    CellIsDate(Box<str>),
    /// Where one question ends and the next begins was told from its signs.
    Boundary,
    /// TeX that the other program would have read as a line break.
    LineBreakInTex(Box<str>),
    /// Something else that was guessed, as a clause.
    Assumed(&'static str),
}

impl Remark {
    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            Self::MarkedByPerson
            | Self::Description
            | Self::CardNotAsked
            | Self::UnknownType(_)
            | Self::CannotCarry(_)
            | Self::NoKey
            | Self::KeyIsNoOption(_)
            | Self::TooFew(..)
            | Self::Damaged(_)
            | Self::NotRead(_)
            | Self::DrawsFromOthers
            | Self::LacksPicture(_)
            | Self::Refused(_) => Severity::LeftOut,
            Self::PartialWeights(_)
            | Self::OtherRightOptions(_)
            | Self::GuessingPenalty
            | Self::OtherOptionWeights
            | Self::NeutralOptions(_)
            | Self::AllOrNothing
            | Self::OtherShares
            | Self::PartialAnswers(_)
            | Self::Wildcard(_)
            | Self::Tolerance(_)
            | Self::Units(_)
            | Self::Rule(_) => Severity::MarkedDifferently,
            Self::RemotePicture(_)
            | Self::MissingPicture(_)
            | Self::UnusablePicture(_)
            | Self::Media(_)
            | Self::Looks
            | Self::UnknownColumns(_)
            | Self::SpannedCells
            | Self::NoPlaceFor(_)
            | Self::NotTaken(_)
            | Self::MarkupInAnswer
            | Self::Formula(_)
            | Self::Doubled
            | Self::Hidden
            | Self::ChangedHere => Severity::DetailDropped,
            Self::Encoding(_)
            | Self::Key(_)
            | Self::DecimalComma(_)
            | Self::CellIsDate(_)
            | Self::Boundary
            | Self::LineBreakInTex(_)
            | Self::Assumed(_) => Severity::Guessed,
        }
    }
}
