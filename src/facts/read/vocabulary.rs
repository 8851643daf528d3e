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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::read::vocabulary::tests::{known_fields, known_name, sorted};
    use crate::facts::table::{Entity, EntityClass, Fact, FactBank, FactTable, Relation};

    const NOTHING: &str = "(nothing: 1)";

    #[test]
    fn the_fields_are_those_that_serde_reads() {
        assert_eq!(sorted(TABLE.document_fields), sorted(&known_fields::<FactTable>(NOTHING)));
        assert_eq!(TABLE.document, known_name::<FactTable>());
        let names = [
            known_name::<FactBank>(),
            known_name::<EntityClass>(),
            known_name::<Entity>(),
            known_name::<Relation>(),
            known_name::<Fact>(),
        ];
        assert_eq!(TABLE.elements, names);
        assert!(TABLE.lists.iter().chain(TABLE.after_lists).all(|name| TABLE.document_fields.contains(name)));
    }

    #[test]
    fn what_an_element_is_told_by_is_a_field_of_one_and_each_has_some() {
        let each = [
            known_fields::<FactBank>(NOTHING),
            known_fields::<EntityClass>(NOTHING),
            known_fields::<Entity>(NOTHING),
            known_fields::<Relation>(NOTHING),
            known_fields::<Fact>(NOTHING),
        ];
        for name in TABLE.element_fields {
            assert!(each.iter().any(|fields| fields.contains(name)), "{name}");
        }
        for fields in each {
            assert!(fields.iter().any(|name| TABLE.element_fields.contains(name)), "{fields:?}");
        }
    }
}
