//! The columns of spreadsheets: of facts, and of entities. Reads no cell.

/// The columns of a spreadsheet of facts. Those that begin with `object_` tell of the object what the others of the same
/// name tell of the subject.
pub(crate) const FACT_COLUMNS: &[&str] = &[
    "id",
    "relation",
    "subject",
    "object",
    "unit",
    "words",
    "tolerance",
    "neighbours",
    "when",
    "note",
    "topic",
    "source",
    "place",
    "more",
    "hint",
    "hint_object",
    "hint_subject",
    "hint_year",
    "also_right",
    "wrong",
    "tell",
    "say",
    "say_not",
    "as_of",
    "superseded",
    "ask_not",
    "formerly",
    "also",
    "object_also",
    "the",
    "object_the",
    "plural",
    "object_plural",
    "mass",
    "object_mass",
    "kin",
    "object_kin",
    "about",
    "object_about",
];

/// The columns of a spreadsheet of entities: one that has `name` and no `subject`.
pub(crate) const ENTITY_COLUMNS: &[&str] =
    &["id", "name", "class", "also", "the", "plural", "mass", "article", "kin", "within", "year", "about"];

/// The column that a spreadsheet of facts is known by.
pub(crate) const SUBJECT: &str = "subject";
/// The column that a spreadsheet of entities is known by.
pub(crate) const NAME: &str = "name";

/// The name of a column as it is compared: capitals, spaces and hyphens are put aside.
pub(crate) fn plain(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '-'], "_")
}

/// The column of the list that is meant, if one is: an `s` more does no harm.
pub(crate) fn known(name: &str, columns: &[&'static str]) -> Option<&'static str> {
    let plain = plain(name);
    columns.iter().copied().find(|column| *column == plain || format!("{column}s") == plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// The names in the sentence of the docs that begins so.
    fn named(beginning: &str) -> BTreeSet<&'static str> {
        let page = include_str!("../../../docs/fact-tables.md");
        let (_, rest) = page.split_once(beginning).expect("the sentence");
        let (sentence, _) = rest.split_once([';', '.']).expect("its end");
        sentence.split('`').skip(1).step_by(2).collect()
    }

    #[test]
    fn the_docs_name_every_column_and_no_other() {
        assert_eq!(named("The columns are "), FACT_COLUMNS.iter().copied().collect());
        assert_eq!(named("Its columns are "), ENTITY_COLUMNS.iter().copied().collect());
    }

    #[test]
    fn a_column_is_known_whatever_its_capitals_spaces_and_number() {
        for name in ["also right", "Also-Right", " ALSO_RIGHT "] {
            assert_eq!(known(name, FACT_COLUMNS), Some("also_right"), "{name}");
        }
        assert_eq!(known("Places", FACT_COLUMNS), Some("place"));
        assert_eq!(known("placess", FACT_COLUMNS), None);
    }
}
