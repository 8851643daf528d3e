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
    "kin",
    "object_kin",
    "about",
    "object_about",
];

/// The columns of a spreadsheet of entities: one that has `name` and no `subject`.
pub(crate) const ENTITY_COLUMNS: &[&str] =
    &["id", "name", "class", "also", "the", "plural", "article", "kin", "within", "year", "about"];

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
