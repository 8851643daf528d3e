//! Rows that tell several facts of one subject, each in the column of its relation: country, capital, continent. Opens no file.

use crate::facts::read::cells::{Cells, Filled};
use crate::facts::read::columns::{FACT_COLUMNS, known, plain};
use crate::facts::{FactTable, Relation, Several};

/// A column that belongs to one relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wide {
    /// Id of the relation.
    pub relation: Box<str>,
    /// What it tells of the fact: its object, or what another column would.
    pub field: &'static str,
}

impl Wide {
    /// The column that is meant: the id of a relation for its objects (`capital`), with a column's name behind it for what
    /// that tells of the fact (`capital hint`).
    pub fn of(name: &str, table: &FactTable) -> Option<Self> {
        let name = plain(name);
        let of_relation = |(relation, _): &(Box<str>, Relation)| {
            let rest = name.strip_prefix(&*plain(relation))?;
            let field = match rest.strip_prefix('_') {
                None if rest.is_empty() => "object",
                None => return None,
                Some(field) => known(field, FACT_COLUMNS).filter(|field| !OF_ROWS.contains(field))?,
            };
            Some(Self { relation: relation.clone(), field })
        };
        let found = table.relations.0.iter().filter_map(of_relation);
        // Of "born" and "born in", the longer is meant.
        found.max_by_key(|wide| wide.relation.len())
    }
}

/// What a row tells once, whatever its relations.
const OF_ROWS: [&str; 4] = ["id", "relation", "subject", "object"];

/// The cells of each fact that a row tells: `shared` with those of its relation. Several objects in a cell are a fact each
/// where a subject can have several.
pub(crate) fn facts(shared: &Cells, of_relations: &[(Wide, Filled)], table: &FactTable) -> Vec<Cells> {
    let objects = of_relations.iter().filter(|(wide, cell)| wide.field == "object" && !cell.text.trim().is_empty());
    let mut facts = Vec::new();
    for (wide, cell) in objects {
        let has_several = table.relations.get(&wide.relation).is_some_and(|relation| relation.objects != Several::One);
        let texts: Vec<&str> = match has_several {
            true => cell.text.split(';').map(str::trim).filter(|text| !text.is_empty()).collect(),
            false => vec![&cell.text],
        };
        for text in &texts {
            let mut cells = shared.clone();
            let own = of_relations.iter().filter(|(other, _)| other.relation == wide.relation);
            own.for_each(|(own, cell)| cells.put(own.field, cell.clone()));
            cells.put("relation", Filled { text: wide.relation.to_string(), ..cell.clone() });
            cells.put("object", Filled { text: (*text).to_owned(), ..cell.clone() });
            if let Some(id) = shared.get("id").filter(|id| !id.text.trim().is_empty()) {
                let object = if texts.len() > 1 { format!("-{text}") } else { String::new() };
                let text = format!("{}-{}{object}", id.text.trim(), wide.relation);
                cells.put("id", Filled { text, ..id.clone() });
            }
            facts.push(cells);
        }
    }
    // A row may also tell one in the columns `relation` and `object`.
    if !shared.text("object").is_empty() {
        facts.push(shared.clone());
    }
    facts
}
