//! Whether two texts look the same to a learner, and whether they mean the same: for options that nobody could tell apart.

use crate::bank::values::quantity;
use crate::bank::wording::plain::Folding;
use crate::text::plain;
use unicode_security::skeleton;

/// Whether two texts of CommonMark look the same as they are shown: entities, escapes and emphasis, invisible signs,
/// dashes, quotation marks and letters of other scripts that look alike (Unicode Technical Standard 39, skeletons).
/// Capitals count.
pub fn looks_the_same(one: &str, other: &str) -> bool {
    one == other || appearance(one) == appearance(other)
}

/// What is left of a text of CommonMark when all is put aside that cannot be seen; texts that look the same have one
/// appearance, so that many texts are compared through a map.
pub fn appearance(text: &str) -> String {
    let shown = plain(text);
    let folding = Folding { case: false, accents: false };
    skeleton(&folding.of(&shown).base).collect()
}

/// Whether two texts say the same value: the same number with units that stand for each other, as `0.5` and `1/2`, or
/// `1 km` and `1000 m`. False where one of them is no number, or can be read two ways.
pub fn says_the_same_value(one: &str, other: &str) -> bool {
    let (one, other) = (plain(one), plain(other));
    let (Some(one), Some(other)) = (quantity::quantity(&one), quantity::quantity(&other)) else { return false };
    quantity::conversions(one.value, &one.unit, &other.unit)
        .into_iter()
        .any(|value| quantity::is_equal(value, other.value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_told_apart_on_the_screen_looks_the_same() {
        for (one, other) in [
            ("a", "a"),
            ("**a**", "a"),
            ("AT&amp;T", "AT&T"),
            (r"1\. April", "1. April"),
            ("a\u{200b}b", "ab"),
            ("1914–1918", "1914-1918"),
            ("\u{430}\u{441}", "ac"),
            ("it’s", "it's"),
            ("Ω", "\u{2126}"),
        ] {
            assert!(looks_the_same(one, other), "{one:?} and {other:?}");
        }
        for (one, other) in [("MJ", "mJ"), ("a", "á"), ("10", "11"), ("a b", "ab")] {
            assert!(!looks_the_same(one, other), "{one:?} and {other:?}");
        }
    }

    #[test]
    fn values_are_compared_through_their_units() {
        for (one, other) in [("0.5", "1/2"), ("½", "0,5"), ("1 km", "1000 m"), ("50 %", "0.5"), ("1 h", "60 min")] {
            assert!(says_the_same_value(one, other), "{one:?} and {other:?}");
        }
        for (one, other) in [("1 km", "1000"), ("1", "2"), ("a", "a"), ("5,000", "5"), ("1 m", "1 s")] {
            assert!(!says_the_same_value(one, other), "{one:?} and {other:?}");
        }
    }
}
