//! What a bank asks about letters. Knows no font.

/// Who knows which letters can be shown where the questions are asked.
pub trait LetterFinder {
    /// Whether there is a font that has the letter.
    fn can_show(&self, letter: char) -> bool;
}

/// Takes every letter for one that can be shown, for where no fonts are known.
#[derive(Clone, Copy, Debug, Default)]
pub struct AnyLetter;

impl LetterFinder for AnyLetter {
    fn can_show(&self, _letter: char) -> bool {
        true
    }
}
