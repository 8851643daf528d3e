//! A fact from a row of a spreadsheet, with the entities that it names. Opens no file.

use crate::bank::{Entries, Problem, TextPart};
use crate::facts::problem::TableDiagnostic;
use crate::facts::read::cells::CellFault;
use crate::facts::read::lines::Line;
use crate::facts::read::names::{Details, Made, Names, slug};
use crate::facts::read::places::Row;
use crate::facts::read::row_fault::RowFault;
use crate::facts::table::part::Side;
use crate::facts::{Fact, FactTable, Hints, Object, Relation, Several, When};

/// The fact of a row; the entities that it names and the table lacks are made. `told` hears of what is not taken.
pub(crate) fn fact(
    line: &Line,
    table: &FactTable,
    known: &mut Names,
    told: &mut Vec<TableDiagnostic>,
) -> Result<Fact, CellFault> {
    let cells = &line.cells;
    let relation_id: Box<str> = match (cells.text("relation"), &*table.relations.0) {
        ("", [(only, _)]) => only.clone(),
        (id, _) => id.into(),
    };
    let relation = table.relations.get(&relation_id);
    let mut row = FactRow { line, known, told };
    let subject = row.side(Side::Subject, relation)?;
    let object = match (cells.text("object"), relation) {
        ("", _) => None,
        // Nothing is known of an object whose relation there is not; that is told of the relation.
        (text, None) => Some(Object::Is(text.into())),
        (_, Some(relation)) if relation.to.is_empty() => Some(Object::Amount(cells.amount()?)),
        (_, relation) => Some(Object::Is(row.side(Side::Object, relation)?)),
    };
    let when = match cells.text("when") {
        "" => None,
        text => Some(When::read(text).ok_or_else(|| ("when", RowFault::NotADate { text: text.into() }.into()))?),
    };
    let cautions = cells.cautions()?;
    let id = match cells.text("id") {
        "" => row.known.new_id(&row.made_id(&subject, &relation_id, relation, object.as_ref())),
        id => id.into(),
    };
    let text = |column| Box::from(cells.text(column));
    #[rustfmt::skip]
    let fact = Fact {
        id, relation: relation_id, subject, object, when, note: text("note"), topic: text("topic"),
        source: text("source"), places: cells.texts("place"), more: text("more"), hint: text("hint"),
        also_right: Box::default(), wrong: Box::default(), cautions, formerly: cells.texts("formerly"),
        hints: Hints { object: text("hint_object"), subject: text("hint_subject"), year: text("hint_year") },
    };
    Ok(fact)
}

/// Names what is right or wrong beside the fact's own: once all rows are read, since a later one may be the first to name
/// it. What is wrong and not known yet is made, of the class that is asked for.
pub(crate) fn name_others(fact: &mut Fact, line: &Line, relations: &Entries<Relation>, known: &mut Names) {
    let Some(relation) = relations.get(&fact.relation) else { return };
    let asks_subject = relation.to.is_empty() || (!relation.asks_subject.is_empty() && relation.asks_object.is_empty());
    let classes = if asks_subject { [&relation.from, &relation.to] } else { [&relation.to, &relation.from] };
    let found = |known: &Names, text: &str| {
        let in_class = || classes.iter().find_map(|class| known.named(text, class));
        known.by_id(text).or_else(in_class).or_else(|| known.only(text))
    };
    let also = line.cells.texts("also_right").into_iter();
    fact.also_right =
        also.map(|text| found(known, &text).map_or_else(|| text.clone(), |index| known.id(index).into())).collect();
    let wrong = line.cells.texts("wrong").into_iter().map(|text| {
        let index = found(known, &text).unwrap_or_else(|| {
            let row = line.row(|column| (column == "wrong").then_some("name"));
            known.make("", &text, classes[0], Made { row, is_only_named: true })
        });
        known.id(index).into()
    });
    fact.wrong = wrong.collect();
}

/// Where the fact of a row stands, by its fields.
pub(crate) fn place(line: &Line) -> Row {
    line.row(|column| match column {
        "place" => Some("places"),
        "hint_object" | "hint_subject" | "hint_year" => Some("hints"),
        "tell" | "say" | "say_not" | "as_of" | "superseded" | "ask_not" => Some("cautions"),
        column => Some(column),
    })
}

/// A row on its way to a fact.
struct FactRow<'a> {
    line: &'a Line,
    known: &'a mut Names,
    told: &'a mut Vec<TableDiagnostic>,
}

impl FactRow<'_> {
    /// The id of the entity on a side, by its id or by a name; a new one where there is none.
    fn side(&mut self, side: Side, relation: Option<&Relation>) -> Result<Box<str>, CellFault> {
        let (column, text) = (side.as_str(), self.line.cells.text(side.as_str()));
        if text.is_empty() {
            return Err((column, Problem::Blank { part: TextPart::InTable(column) }.into()));
        }
        let class = relation.map_or("", |relation| match side {
            Side::Subject => &relation.from,
            Side::Object => &relation.to,
        });
        let index = match self.known.find(text, class) {
            Ok(Some(index)) => index,
            Ok(None) if class.is_empty() => return Ok(text.into()),
            Ok(None) => {
                let row = self.line.row(|column| field_of_entity(side, column));
                if text.contains(';') {
                    return Err((column, RowFault::SeveralNames { text: text.into() }.into()));
                }
                let index = self.known.make("", text, class, Made { row, is_only_named: true });
                self.known.notice_slip(index);
                index
            }
            Err(entities) => return Err((column, RowFault::AmbiguousName { name: text.into(), entities }.into())),
        };
        self.known.count_use(index);
        self.add_details(side, index)?;
        Ok(self.known.id(index).into())
    }

    fn add_details(&mut self, side: Side, index: usize) -> Result<(), CellFault> {
        let cells = &self.line.cells;
        let details = Details {
            also: cells.texts(column_of(side, "also")),
            the: cells.is_so(column_of(side, "the"))?,
            plural: cells.is_so(column_of(side, "plural"))?,
            mass: cells.is_so(column_of(side, "mass"))?,
            kin: cells.text(column_of(side, "kin")).into(),
            about: cells.text(column_of(side, "about")).into(),
            ..Details::default()
        };
        for field in self.known.add(index, details) {
            let column = column_of(side, field);
            let (text, entity) = (cells.text(column).into(), self.known.id(index).into());
            self.told.push(self.line.noted(column, RowFault::ToldOtherwise { text, entity }));
        }
        Ok(())
    }

    /// An id from what the row says, so that it stays when rows change places, and when an entity is listed under an id
    /// of its own.
    fn made_id(
        &self,
        subject: &str,
        relation_id: &str,
        relation: Option<&Relation>,
        object: Option<&Object>,
    ) -> String {
        let subject = self.stem(Side::Subject, subject);
        match (relation.map(|relation| relation.objects), object) {
            (Some(Several::All | Several::Some), Some(Object::Is(object))) => {
                format!("{subject}-{relation_id}-{}", self.stem(Side::Object, object))
            }
            _ => format!("{subject}-{relation_id}"),
        }
    }

    /// What an id is made of: the name as it is written, or the id that a name of two classes was given.
    fn stem(&self, side: Side, id: &str) -> String {
        match self.known.by_id(id).is_some_and(|index| self.known.is_only_named(index)) {
            true => id.to_owned(),
            false => slug(self.line.cells.text(side.as_str())),
        }
    }
}

/// The column that tells a field of the entity on a side.
fn column_of(side: Side, field: &'static str) -> &'static str {
    match (side, field) {
        (Side::Subject, field) => field,
        (Side::Object, "also") => "object_also",
        (Side::Object, "the") => "object_the",
        (Side::Object, "plural") => "object_plural",
        (Side::Object, "mass") => "object_mass",
        (Side::Object, "kin") => "object_kin",
        (Side::Object, "about") => "object_about",
        (Side::Object, field) => field,
    }
}

/// The field of the entity on a side that a column tells.
fn field_of_entity(side: Side, column: &'static str) -> Option<&'static str> {
    let fields = ["also", "the", "plural", "mass", "kin", "about"];
    match column {
        column if column == side.as_str() => Some("name"),
        column => fields.into_iter().find(|field| column_of(side, field) == column),
    }
}
