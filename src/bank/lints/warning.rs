//! The flaws in how a question or a bank is written, and how each is told. Finds none itself.

use thiserror::Error;

/// A flaw in how questions are written. Each says what is wrong, why it matters and what to do, in one sentence.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum Warning {
    /// "All of the above" and its like among the options.
    #[error("\"{option}\" is known to be right by whoever knows two of the others: write a distractor of its own")]
    AllOfTheAbove {
        /// The option.
        option: Box<str>,
    },
    /// "None of the above" and its like among the options.
    #[error("\"{option}\" does not show whether the right answer is known: write an answer that somebody might give")]
    NoneOfTheAbove {
        /// The option.
        option: Box<str>,
    },
    /// A prompt that an earlier question has too.
    #[error("question \"{other}\" has the same prompt: keep one of them, or ask for different things")]
    DuplicatePrompt {
        /// Id of the earlier question.
        other: Box<str>,
    },
    /// A question that explains nothing.
    #[error("there is no explanation: say why the right answer is right, so that a mistake teaches something")]
    MissingExplanation,
    /// Two options that are ranges with numbers in common.
    #[error("\"{first}\" and \"{second}\" overlap, so that both can be right: let one begin where the other has ended")]
    OverlappingRanges {
        /// One range.
        first: Box<str>,
        /// The other.
        second: Box<str>,
    },
    /// Two options one of which must be true.
    #[error(
        "\"{first}\" and \"{second}\" rule each other out, so that the key is one of them: ask a `TrueFalse`, or change one"
    )]
    OppositeOptions {
        /// One option.
        first: Box<str>,
        /// Its opposite.
        second: Box<str>,
    },
    /// A gap with words of its sentence after it.
    #[error("the gap has words after it, so that learners must read twice: put the gap last, or ask a whole question")]
    GapBeforeEnd,
    /// More options than anybody reads.
    #[error("there are {count} options: keep the best three to five, for hardly anybody picks the others")]
    ManyOptions {
        /// How many there are.
        count: usize,
    },
    /// Numbers among words, or whole sentences among single words.
    #[error("\"{odd}\" is {odd_sort} and \"{other}\" is {other_sort}: write options that are alike in kind")]
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
    #[error(
        "the right option is much longer than all others, which tells it: shorten it, or write a distractor as long"
    )]
    LongestKey,
    /// `always`, `never`, `only` in an option.
    #[error("\"{word}\" in an option says whether it is right, for few things are without exception: leave it out")]
    AbsoluteOption {
        /// The word.
        word: Box<str>,
    },
    /// `often`, `usually`, `several` in an option.
    #[error("\"{word}\" in an option means something else to each reader: name a number, a share or a case")]
    VagueOption {
        /// The word.
        word: Box<str>,
    },
    /// A prompt that asks for what is not so, in plain letters.
    #[error("\"{word}\" is easily read over: ask for what is so, or make the word stand out, as in **{}**", emphasised(.word))]
    NegativePrompt {
        /// The word.
        word: Box<str>,
    },
    /// A prompt that ends in an article which only some options can follow.
    #[error(
        "\"{option}\" cannot follow \"{article}\", the key can: write \"a/an\", or put the article into the options"
    )]
    ArticleClue {
        /// A distractor that does not fit.
        option: Box<str>,
        /// The article.
        article: &'static str,
    },
    /// A prompt that asks for one or for several, and only the key is so.
    #[error("\"{word}\" asks for {wanted}, and \"{option}\" is not: let all options agree with the prompt")]
    NumberClue {
        /// The word that asks.
        word: Box<str>,
        /// One or several.
        wanted: &'static str,
        /// A distractor that does not agree.
        option: Box<str>,
    },
    /// A calculated answer that the question shows.
    #[error(
        "{when} the answer is {shown}, which the question itself shows: leave such values out, or ask for something else"
    )]
    GivenAnswer {
        /// Which values, such as "with t = 1".
        when: Box<str>,
        /// What is shown, such as "the value of `E`".
        shown: Box<str>,
    },
    /// A word that stands in the prompt and in the key alone.
    #[error(
        "\"{word}\" stands in the prompt and in no option but the right one: use it in a distractor too, or nowhere"
    )]
    SharedWord {
        /// The word as the key has it.
        word: Box<str>,
    },
    /// A key whose every part stands in other options too, more often than any distractor's do.
    #[error("the right option has the most in common with the others, which tells it: mix their parts evenly")]
    ConvergingOptions,
    /// The key of sorted options stands in one place too often.
    #[error("the key is {place} in {count} of {total} questions with sorted options: let the numbers around it vary")]
    KeyPosition {
        /// Where it stands.
        place: &'static str,
        /// How often.
        count: usize,
        /// How many such questions there are.
        total: usize,
    },
    /// Too many statements that are true, or too few.
    #[error("{count} of {total} statements are {which}: guessing \"{which}\" pays, so turn some of them round")]
    TrueShare {
        /// `true` or `false`.
        which: bool,
        /// How many are.
        count: usize,
        /// How many statements there are.
        total: usize,
    },
    /// A picture that a learner who cannot see it gets nothing from.
    #[error("the picture \"{path}\" has no words: describe it in `alt`, or between the brackets of `![…]`")]
    PictureWithoutWords {
        /// The path as written.
        path: Box<str>,
    },
    /// A `$` that opens no maths although TeX stands behind it.
    #[error(
        "the `$` at \"{near}\" opens no maths: close it with another `$`, without a space inside the two, or write `\\$`"
    )]
    UnclosedMaths {
        /// The text from there on, cut short.
        near: Box<str>,
    },
    /// TeX that cannot be drawn.
    #[error("the maths `{tex}` cannot be drawn ({reason}), and is shown as \"{shown}\": write it another way")]
    UndrawableMaths {
        /// The formula.
        tex: Box<str>,
        /// What keeps it from being drawn.
        reason: Box<str>,
        /// What is shown in its place.
        shown: Box<str>,
    },
    /// The answer of another question would be taken for a slip of this one's.
    #[error(
        "\"{other}\", which another question asks for, passes as \"{answer}\" with a typing slip: allow fewer `typos`"
    )]
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

/// The word in capitals, as it would stand between asterisks.
fn emphasised(word: &str) -> String {
    word.to_uppercase()
}
