//! An entity from a row of a spreadsheet of entities. Opens no file.

use crate::bank::{Problem, TextPart};
use crate::facts::problem::{TableDiagnostic, TableProblem};
use crate::facts::read::cells::{CellFault, Cells};
use crate::facts::read::lines::Line;
use crate::facts::read::names::{Details, Made, Names};
use crate::facts::read::row_fault::RowFault;
use crate::facts::{FactTable, When};

/// Adds the entity of a row, or what the row tells of one that is there; gives back its index. `told` hears of what is
/// not taken.
pub(crate) fn entity(
    line: &Line,
    table: &FactTable,
    known: &mut Names,
    told: &mut Vec<TableDiagnostic>,
) -> Result<usize, CellFault> {
    let cells = &line.cells;
    let filled = |column| match cells.text(column) {
        "" => Err((column, TableProblem::from(Problem::Blank { part: TextPart::InTable(column) }))),
        text => Ok(text),
    };
    let name = filled("name")?;
    let class = match (cells.text("class"), &*table.classes.0) {
        ("", [(only, _)]) => only,
        _ => filled("class")?,
    };
    let details = Details {
        also: cells.texts("also"),
        the: cells.is_so("the")?,
        plural: cells.is_so("plural")?,
        mass: cells.is_so("mass")?,
        article: cells.text("article").into(),
        kin: cells.text("kin").into(),
        within: Box::default(),
        year: year(cells)?,
        about: cells.text("about").into(),
    };
    let id = cells.text("id");
    let found = if id.is_empty() { known.named(name, class) } else { known.by_id(id) };
    let index = found.unwrap_or_else(|| {
        let row = line.row(Some);
        known.make(id, name, class, Made { row, is_only_named: false })
    });
    let entity = known.entity(index);
    let mut otherwise: Vec<&str> = Vec::new();
    otherwise.extend((*entity.name != *name && !id.is_empty()).then_some("name"));
    otherwise.extend((*entity.class != *class).then_some("class"));
    otherwise.extend(known.add(index, details));
    let entity: Box<str> = known.id(index).into();
    told.extend(otherwise.into_iter().map(|column| {
        line.noted(column, RowFault::ToldOtherwise { text: cells.text(column).into(), entity: entity.clone() })
    }));
    Ok(index)
}

/// Adds what the entity of a row is within, by ids or names.
pub(crate) fn add_wholes(index: usize, line: &Line, known: &mut Names) {
    let within = known.ids(&line.cells.texts("within"));
    known.add(index, Details { within, ..Details::default() });
}

fn year(cells: &Cells) -> Result<Option<i16>, CellFault> {
    match cells.text("year") {
        "" => Ok(None),
        text => match When::read(text) {
            Some(when) => Ok(Some(when.year)),
            None => Err(("year", RowFault::NotADate { text: text.into() }.into())),
        },
    }
}
