//! What a text will be in a bank. Converts nothing.

/// What a text will be in a bank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A prompt, an explanation, a hint: CommonMark of several lines.
    Text,
    /// An option, an item, one side of a pair: CommonMark of one line.
    Line,
    /// The words between the gaps of a cloze: as [`Self::Text`], and braces, `|` and `~` escaped.
    Cloze,
    /// The prompt of a calculated question: as [`Self::Text`], with braces that are no placeholders escaped.
    Calculated,
    /// What learners type: no markup, whatever was there.
    Plain,
}
