//! Names and ids as they are compared. Judges nobody.

use crate::bank::wording::alike::folded;
use crate::class::model::ClassLearner;
use std::borrow::Cow;

/// A name as it is compared: in NFC, in any case and spacing, and `Lovelace, Ada` as `Ada Lovelace`. Empty for no name.
pub(super) fn comparable(name: &str) -> String {
    match name.split_once(',') {
        Some((last, first)) if !last.trim().is_empty() && !first.trim().is_empty() && !first.contains(',') => {
            folded(&format!("{first} {last}"))
        }
        Some(_) | None => folded(name),
    }
}

/// The names of a learner as they are compared, each once.
pub(super) fn names_of(learner: &ClassLearner) -> Vec<String> {
    let written = std::iter::once(&learner.name).chain(&learner.also);
    let mut names: Vec<String> = written.map(|name| comparable(name)).filter(|name| !name.is_empty()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Whether a learner has had names that are not one in another spelling: perhaps two persons used one id.
pub fn have_names_apart(learner: &ClassLearner) -> bool {
    names_of(learner).len() > 1
}

/// An id as a class has it, however it was copied: those that were made of a name keep their capitals.
pub(super) fn comparable_id(id: &str) -> Cow<'_, str> {
    let id = id.trim();
    let has_capitals = id.chars().any(char::is_uppercase);
    if has_capitals && !is_makeshift(id) { id.to_lowercase().into() } else { id.into() }
}

/// Whether an id stands for one that the table did not have.
pub(super) fn is_makeshift(id: &str) -> bool {
    id.starts_with("name:") || id.starts_with("sitting:")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_one_in_any_case_spacing_form_and_order() {
        for name in ["Ada Müller", " ada  MU\u{308}LLER ", "Müller, Ada", "ada\u{a0}müller"] {
            assert_eq!(comparable(name), "ada müller", "{name}");
        }
        assert_eq!(comparable("Ada,"), "ada,");
        assert_eq!(comparable("a, b, c"), "a, b, c");
        assert_eq!(comparable("  "), "");
        assert_ne!(comparable("Ada Muller"), comparable("Ada Müller"), "two names");
    }

    #[test]
    fn ids_are_one_in_any_case_unless_they_are_names() {
        assert_eq!(comparable_id(" 3F-A "), "3f-a");
        assert_eq!(comparable_id("name:Ada"), "name:Ada");
    }
}
