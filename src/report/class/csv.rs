//! The figures of a class as CSV: a row for each question.

use super::name;
use crate::class::{Class, ClassFigures, ItemFigures};
use crate::report::table::{Cell, Column, Table};

struct Row {
    bank: String,
    question: String,
    topic: String,
    prompt: String,
    item: ItemFigures,
    flags: String,
}

/// The columns; others are only ever added, at the end.
const COLUMNS: &[Column<Row>] = &[
    Column { name: "bank", cell: |row| Cell::Text(&row.bank) },
    Column { name: "question", cell: |row| Cell::Text(&row.question) },
    Column { name: "topic", cell: |row| Cell::Text(&row.topic) },
    Column { name: "prompt", cell: |row| Cell::Text(&row.prompt) },
    Column { name: "attempts", cell: |row| Cell::Integer(row.item.attempts) },
    Column { name: "facility", cell: |row| number(row.item.facility) },
    Column { name: "facility_low", cell: |row| number(row.item.facility_low) },
    Column { name: "facility_high", cell: |row| number(row.item.facility_high) },
    Column { name: "sd", cell: |row| number(row.item.sd) },
    Column { name: "intended_weight", cell: |row| number(row.item.intended_weight) },
    Column { name: "effective_weight", cell: |row| number(row.item.effective_weight) },
    Column { name: "discrimination_index", cell: |row| number(row.item.discrimination_index) },
    Column { name: "discrimination_low", cell: |row| number(row.item.discrimination_low) },
    Column { name: "discrimination_high", cell: |row| number(row.item.discrimination_high) },
    Column { name: "discriminative_efficiency", cell: |row| number(row.item.discriminative_efficiency) },
    Column { name: "random_guess", cell: |row| number(row.item.random_guess) },
    Column { name: "rasch_difficulty", cell: |row| number(row.item.rasch.map(|rasch| rasch.difficulty)) },
    Column { name: "rasch_se", cell: |row| number(row.item.rasch.map(|rasch| rasch.standard_error)) },
    Column { name: "left_blank", cell: |row| Cell::Integer(row.item.left_blank) },
    Column { name: "not_reached", cell: |row| Cell::Integer(row.item.not_reached) },
    Column { name: "flags", cell: |row| Cell::Text(&row.flags) },
];

fn number(figure: Option<f64>) -> Cell<'static> {
    figure.map_or(Cell::Empty, Cell::Number)
}

/// The questions with their figures as CSV; flags are joined by `; `, and what cannot be computed is empty.
pub fn items_csv(class: &Class, figures: &ClassFigures) -> Vec<u8> {
    let row = |item: &ItemFigures| {
        let question = &class.questions[item.question as usize];
        let flags: Vec<&str> = item.flags.iter().map(name).collect();
        Row {
            bank: question.bank.to_string(),
            question: question.id.to_string(),
            topic: question.topic.to_string(),
            prompt: question.prompt.to_string(),
            item: item.clone(),
            flags: flags.join("; "),
        }
    };
    let written = Table::new(Vec::new(), COLUMNS, false).and_then(|mut table| {
        figures.items.iter().map(row).try_for_each(|row| table.write(&row))?;
        table.finish()
    });
    written.expect("writing to memory cannot fail, and every row has the header's columns")
}
