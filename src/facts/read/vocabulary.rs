//! The names that a fact table is written with, by which its parts are told from their letters alone. Reads nothing.

use crate::syntax::resync::Vocabulary;

/// The parts of a fact table.
pub(crate) const TABLE: Vocabulary = Vocabulary {
    document: "FactTable",
    document_fields: &[
        "format",
        "id",
        "title",
        "language",
        "authors",
        "licence",
        "sources",
        "banks",
        "classes",
        "entities",
        "relations",
        "facts",
        "rows",
    ],
    lists: &["banks", "classes", "entities", "relations", "facts"],
    after_lists: &["sources", "banks", "classes", "entities", "relations", "facts", "rows"],
    elements: &["FactBank", "EntityClass", "Entity", "Relation", "Fact"],
    element_fields: &[
        "id", "title", "topics", "noun", "name", "class", "also", "from", "to", "says", "relation", "subject", "object",
    ],
    closing: b"]}",
};
