//! The words for flaws in how questions are written: what is wrong and why it matters, and what to do. Finds none itself.

use super::Warning;
use crate::syntax::Words;
use std::borrow::Cow;
use std::fmt;

impl Warning {
    /// What is wrong, and why that matters.
    pub fn message(&self) -> String {
        self.words().message.into_owned()
    }

    /// What to do, in a few words.
    pub fn help(&self) -> Cow<'static, str> {
        self.words().help.unwrap_or_default()
    }

    fn words(&self) -> Words {
        match self {
            Self::AllOfTheAbove { option } => Words::new(
                format!("\"{option}\" is known to be right by whoever knows two of the others"),
                "write a distractor of its own",
            ),
            Self::NoneOfTheAbove { option } => Words::new(
                format!("\"{option}\" does not show whether the right answer is known"),
                "write an answer that somebody might give",
            ),
            Self::DuplicatePrompt { other } => Words::new(
                format!("question \"{other}\" has the same prompt"),
                "keep one of them, or ask for different things",
            ),
            Self::MissingExplanation => Words::new(
                "there is no explanation",
                "say why the right answer is right, so that a mistake teaches something",
            ),
            Self::OverlappingRanges { first, second } => Words::new(
                format!("\"{first}\" and \"{second}\" overlap, so that both can be right"),
                "let one begin where the other has ended",
            ),
            Self::OppositeOptions { first, second } => Words::new(
                format!("\"{first}\" and \"{second}\" rule each other out, so that the key is one of them"),
                "ask a `TrueFalse`, or change one",
            ),
            Self::GapBeforeEnd => Words::new(
                "the gap has words after it, so that learners must read twice",
                "put the gap last, or ask a whole question",
            ),
            Self::ManyOptions { count } => Words::new(
                format!("there are {count} options"),
                "keep the best three to five, for hardly anybody picks the others",
            ),
            Self::MixedOptions { odd, odd_sort, other, other_sort } => Words::new(
                format!("\"{odd}\" is {odd_sort} and \"{other}\" is {other_sort}"),
                "write options that are alike in kind",
            ),
            Self::LongestKey => Words::new(
                "the right option is much longer than all others, which tells it",
                "shorten it, or write a distractor as long",
            ),
            Self::AbsoluteOption { word } => Words::new(
                format!("\"{word}\" in an option says whether it is right, for few things are without exception"),
                "leave it out",
            ),
            Self::VagueOption { word } => Words::new(
                format!("\"{word}\" in an option means something else to each reader"),
                "name a number, a share or a case",
            ),
            Self::NegativePrompt { word } => Words::new(
                format!("\"{word}\" is easily read over"),
                // In capitals, as it would stand between asterisks.
                format!("ask for what is so, or make the word stand out, as in **{}**", word.to_uppercase()),
            ),
            Self::ArticleClue { option, article } => Words::new(
                format!("\"{option}\" cannot follow \"{article}\", the key can"),
                "write \"a/an\", or put the article into the options",
            ),
            Self::NumberClue { word, wanted, option } => Words::new(
                format!("\"{word}\" asks for {wanted}, and \"{option}\" is not"),
                "let all options agree with the prompt",
            ),
            Self::GivenAnswer { when, shown } => Words::new(
                format!("{when} the answer is {shown}, which the question itself shows"),
                "leave such values out, or ask for something else",
            ),
            Self::SharedWord { word } => Words::new(
                format!("\"{word}\" stands in the prompt and in no option but the right one"),
                "use it in a distractor too, or nowhere",
            ),
            Self::ConvergingOptions => Words::new(
                "the right option has the most in common with the others, which tells it",
                "mix their parts evenly",
            ),
            Self::KeyPosition { place, count, total } => Words::new(
                format!("the key is {place} in {count} of {total} questions with sorted options"),
                "let the numbers around it vary",
            ),
            Self::TrueShare { which, count, total } => Words::new(
                format!("{count} of {total} statements are {which}"),
                format!("guessing \"{which}\" pays, so turn some of them round"),
            ),
            Self::PictureWithoutWords { path } => Words::new(
                format!("the picture \"{path}\" has no words"),
                "describe it in `alt`, or between the brackets of `![…]`",
            ),
            Self::UnclosedMaths { near } => Words::new(
                format!("the `$` at \"{near}\" opens no maths"),
                "close it with another `$`, without a space inside the two, or write `\\$`",
            ),
            Self::UndrawableMaths { tex, reason, shown } => Words::new(
                format!("the maths `{tex}` cannot be drawn ({reason}), and is shown as \"{shown}\""),
                "write it another way",
            ),
            Self::AnswerWithinReach { answer, other } => Words::new(
                format!("\"{other}\", which another question asks for, passes as \"{answer}\" with a typing slip"),
                "allow fewer `typos`",
            ),
        }
    }
}

/// What is wrong, why it matters and what to do, in one sentence.
impl fmt::Display for Warning {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.words().fmt(formatter)
    }
}
