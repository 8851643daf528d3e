//! English words that tell how often. Judges none of them.

use crate::bank::lints::Choosable;

/// Words that tell how often without a number.
pub(crate) const ADVERBS: &[&str] = &[
    "frequently",
    "generally",
    "occasionally",
    "often",
    "perhaps",
    "possibly",
    "probably",
    "rarely",
    "seldom",
    "sometimes",
    "typically",
    "usually",
];

/// Whether the option tells how often: "How often …?" may be answered by "always".
pub(crate) fn tells_how_often(option: &Choosable) -> bool {
    option.words.has_any(ADVERBS) || option.words.has_any(&["once", "twice", "daily", "weekly", "monthly", "yearly"])
}
