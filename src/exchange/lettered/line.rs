//! Lines of a text with lettered questions. Reads none.

/// How the options that are right may be marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks(pub u8);

impl Marks {
    /// A `*` before it, or a box that is ticked.
    pub const TICKED: Self = Self(1);
    /// Bold words.
    pub const BOLD: Self = Self(2);
    /// A highlighter.
    pub const HIGHLIGHT: Self = Self(4);
    /// Another colour.
    pub const COLOUR: Self = Self(8);
    /// Marks that are only looks.
    pub const LOOKS: [Self; 3] = [Self::HIGHLIGHT, Self::BOLD, Self::COLOUR];

    /// Whether it has that mark.
    pub fn has(self, mark: Self) -> bool {
        self.0 & mark.0 != 0
    }
}

/// A line of a text.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Its number, from 1.
    pub number: u32,
    /// The words.
    pub text: String,
    /// How it is marked as a whole.
    pub marks: Marks,
    /// Whether the words are CommonMark of a bank already.
    pub is_bank_text: bool,
    /// Whether it is an item of a list that the document counts itself.
    pub is_list_item: bool,
    /// Whether it gives a key of which nobody knows what it names.
    pub has_unclear_key: bool,
}
