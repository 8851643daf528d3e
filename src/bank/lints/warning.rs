//! The flaws in how a question or a bank is written. Finds none itself.

/// A flaw in how questions are written.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Warning {
    /// "All of the above" and its like among the options.
    AllOfTheAbove {
        /// The option.
        option: Box<str>,
    },
    /// "None of the above" and its like among the options.
    NoneOfTheAbove {
        /// The option.
        option: Box<str>,
    },
    /// A prompt that an earlier question has too.
    DuplicatePrompt {
        /// Id of the earlier question.
        other: Box<str>,
    },
    /// A question that explains nothing.
    MissingExplanation,
    /// Two options that are ranges with numbers in common.
    OverlappingRanges {
        /// One range.
        first: Box<str>,
        /// The other.
        second: Box<str>,
    },
    /// Two options one of which must be true.
    OppositeOptions {
        /// One option.
        first: Box<str>,
        /// Its opposite.
        second: Box<str>,
    },
    /// A gap with words of its sentence after it.
    GapBeforeEnd,
    /// More options than anybody reads.
    ManyOptions {
        /// How many there are.
        count: usize,
    },
    /// Numbers among words, or whole sentences among single words.
    MixedOptions {
        /// The option that stands out.
        odd: Box<str>,
        /// What it is.
        odd_sort: &'static str,
        /// One of the others.
        other: Box<str>,
        /// What that is.
        other_sort: &'static str,
    },
    /// A key much longer than every distractor.
    LongestKey,
    /// `always`, `never`, `only` in an option.
    AbsoluteOption {
        /// The word.
        word: Box<str>,
    },
    /// `often`, `usually`, `several` in an option.
    VagueOption {
        /// The word.
        word: Box<str>,
    },
    /// A prompt that asks for what is not so, in plain letters.
    NegativePrompt {
        /// The word.
        word: Box<str>,
    },
    /// A prompt that ends in an article which only some options can follow.
    ArticleClue {
        /// A distractor that does not fit.
        option: Box<str>,
        /// The article.
        article: &'static str,
    },
    /// A prompt that asks for one or for several, and only the key is so.
    NumberClue {
        /// The word that asks.
        word: Box<str>,
        /// One or several.
        wanted: &'static str,
        /// A distractor that does not agree.
        option: Box<str>,
    },
    /// A calculated answer that the question shows.
    GivenAnswer {
        /// Which values, such as "with t = 1".
        when: Box<str>,
        /// What is shown, such as "the value of `E`".
        shown: Box<str>,
    },
    /// A word that stands in the prompt and in the key alone.
    SharedWord {
        /// The word as the key has it.
        word: Box<str>,
    },
    /// A key whose every part stands in other options too, more often than any distractor's do.
    ConvergingOptions,
    /// The key of sorted options stands in one place too often.
    KeyPosition {
        /// Where it stands.
        place: &'static str,
        /// How often.
        count: usize,
        /// How many such questions there are.
        total: usize,
    },
    /// Too many statements that are true, or too few.
    TrueShare {
        /// `true` or `false`.
        which: bool,
        /// How many are.
        count: usize,
        /// How many statements there are.
        total: usize,
    },
    /// A picture that a learner who cannot see it gets nothing from.
    PictureWithoutWords {
        /// The path as written.
        path: Box<str>,
    },
    /// A `$` that opens no maths although TeX stands behind it.
    UnclosedMaths {
        /// The text from there on, cut short.
        near: Box<str>,
    },
    /// TeX that cannot be drawn.
    UndrawableMaths {
        /// The formula.
        tex: Box<str>,
        /// What keeps it from being drawn.
        reason: Box<str>,
        /// What is shown in its place.
        shown: Box<str>,
    },
    /// The answer of another question would be taken for a slip of this one's.
    AnswerWithinReach {
        /// What this question accepts.
        answer: Box<str>,
        /// What the other accepts.
        other: Box<str>,
    },
}

impl Warning {
    /// A stable name for the flaw, in `kebab-case`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::AllOfTheAbove { .. } => "all-of-the-above",
            Self::NoneOfTheAbove { .. } => "none-of-the-above",
            Self::DuplicatePrompt { .. } => "duplicate-prompt",
            Self::MissingExplanation => "missing-explanation",
            Self::OverlappingRanges { .. } => "overlapping-ranges",
            Self::OppositeOptions { .. } => "opposite-options",
            Self::GapBeforeEnd => "gap-before-end",
            Self::ManyOptions { .. } => "many-options",
            Self::MixedOptions { .. } => "mixed-options",
            Self::LongestKey => "longest-key",
            Self::AbsoluteOption { .. } => "absolute-option",
            Self::VagueOption { .. } => "vague-option",
            Self::NegativePrompt { .. } => "negative-prompt",
            Self::ArticleClue { .. } => "article-clue",
            Self::NumberClue { .. } => "number-clue",
            Self::GivenAnswer { .. } => "given-answer",
            Self::SharedWord { .. } => "shared-word",
            Self::ConvergingOptions => "converging-options",
            Self::KeyPosition { .. } => "key-position",
            Self::TrueShare { .. } => "true-share",
            Self::PictureWithoutWords { .. } => "picture-without-words",
            Self::UnclosedMaths { .. } => "unclosed-maths",
            Self::UndrawableMaths { .. } => "undrawable-maths",
            Self::AnswerWithinReach { .. } => "answer-within-reach",
        }
    }
}
