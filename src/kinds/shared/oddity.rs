//! What can be odd about a response that was written down elsewhere. Marks nothing.

use std::borrow::Cow;
use thiserror::Error;

/// Something in a response that no learner could have picked: more often a slip in writing it down than a wrong answer.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Oddity {
    /// It is neither of the two words that can stand there.
    #[error("\"{}\" is neither `{}` nor `{}`", shortened(.written), words[0], words[1])]
    NoSuchWord {
        /// What is written.
        written: String,
        /// What can be.
        words: [&'static str; 2],
    },
    /// A part names nothing that can be picked.
    #[error("\"{}\" is none of the options", shortened(.part))]
    NoSuchOption {
        /// The part.
        part: String,
    },
    /// A letter of a printed paper, and nobody knows what it stood for.
    #[error("\"{}\" is a letter on a paper that is not told: write its seed under `seed`, and the number of the question under `position`", shortened(.part))]
    LetterWithoutSeed {
        /// The letter.
        part: String,
    },
    /// An order leaves items out, or names one twice.
    #[error("an order names every item once, with `; ` between them")]
    NotEachItemOnce,
    /// A part is not `left = right`.
    #[error("\"{}\" is no pair: write `left = right`, with `; ` between pairs", shortened(.part))]
    NoPair {
        /// The part.
        part: String,
    },
    /// A left side has two right ones.
    #[error("\"{}\" is paired twice", shortened(.left))]
    PairedTwice {
        /// The left side.
        left: String,
    },
    /// There are more parts than gaps.
    #[error("there are {parts} parts for {gaps} gaps: a `;` inside a part takes a backslash")]
    TooManyParts {
        /// Parts written.
        parts: usize,
        /// Gaps in the text.
        gaps: usize,
    },
}

/// A text as a message shows it: nobody reads on after so many signs.
pub fn shortened(text: &str) -> Cow<'_, str> {
    const MOST_CHARS: usize = 80;
    match text.char_indices().nth(MOST_CHARS) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}
