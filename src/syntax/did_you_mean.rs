//! Finds the known name that somebody may have meant. Never looks at meaning, only at letters.

use strsim::osa_distance;

/// Longer names than this are not typing slips; comparing them would cost time for nothing.
const LONGEST_NAME_CHARS: usize = 64;
/// More candidates than this are not looked through: no bank has so many sources, a hostile one might.
const MOST_CANDIDATES: usize = 1_000;

/// The candidate that `found` is nearest to, where one is near: at most one slip in three letters, case put aside.
pub fn nearest<'a>(found: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<Box<str>> {
    if found.chars().nth(LONGEST_NAME_CHARS).is_some() {
        return None;
    }
    let found = found.to_lowercase();
    let slips_allowed = (found.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .take(MOST_CANDIDATES)
        .filter(|candidate| candidate.len() <= 4 * LONGEST_NAME_CHARS)
        .map(|candidate| (osa_distance(&found, &candidate.to_lowercase()), candidate))
        .filter(|(slips, candidate)| *slips <= slips_allowed && *slips < candidate.chars().count())
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, candidate)| candidate.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(found: &str, expected: Option<&str>) {
        let known = ["distractors", "correct", "id", "Choice", "Choices"];
        assert_eq!(nearest(found, known).as_deref(), expected, "{found}");
    }

    #[test]
    fn a_slip_finds_the_name_that_was_meant() {
        check("distracters", Some("distractors"));
        check("corect", Some("correct"));
        check("choice", Some("Choice"));
        check("Choises", Some("Choices"));
        check("di", Some("id"));
    }

    #[test]
    fn a_name_far_from_all_finds_none() {
        check("weight", None);
        check("x", None);
        check("", None);
        check(&"distractors".repeat(20), None);
    }
}
