//! Fills in what a table may leave out: its bank, its classes, their nouns, its sources. Tells nothing.

use crate::bank::{Entries, Source};
use crate::facts::read::recover::Recovered;
use crate::facts::table::part::Part;
use crate::facts::{EntityClass, FactBank, FactTable};
use std::collections::HashSet;

/// Fills in what hangs on the table's own text. What was left out because it is damaged is not made up for.
pub(crate) fn of_text(recovered: &mut Recovered) {
    let is_damaged = |part| recovered.damaged.iter().any(|about| about.part == part);
    let table = &mut recovered.table;
    if table.banks.is_empty() && !is_damaged(Part::Bank) {
        recovered.has_default_bank = true;
        table.banks = [FactBank { id: table.id.clone(), title: table.title.clone(), ..FactBank::default() }].into();
    }
    if table.classes.0.is_empty() && !is_damaged(Part::Class) {
        table.classes = classes_named(table);
    }
    for (id, class) in &mut table.classes.0 {
        if class.noun.is_empty() {
            class.noun = id.clone();
        }
    }
}

/// Fills in what hangs on all the facts.
pub(crate) fn of_facts(table: &mut FactTable) {
    if table.sources.0.is_empty() {
        let titles = unique(table.facts.iter().map(|fact| &fact.source));
        let source = |title: Box<str>| (title.clone(), Source { title, ..Source::default() });
        table.sources = Entries(titles.into_iter().map(source).collect());
    }
}

fn classes_named(table: &FactTable) -> Entries<EntityClass> {
    let of_relations = table.relations.iter().flat_map(|(_, relation)| [&relation.from, &relation.to]);
    let of_entities = table.entities.iter().map(|(_, entity)| &entity.class);
    let ids = unique(of_relations.chain(of_entities));
    Entries(ids.into_iter().map(|id| (id, EntityClass::default())).collect())
}

/// Each text that is not blank once, in their order.
fn unique<'a>(texts: impl Iterator<Item = &'a Box<str>>) -> Vec<Box<str>> {
    let mut met = HashSet::new();
    texts.filter(|text| !text.trim().is_empty() && met.insert(*text)).cloned().collect()
}
