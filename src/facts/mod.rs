//! Fact tables, and the banks of questions made from them. Knows no file, no screen, no clock and no chance.

mod agree;
mod check;
pub mod generate;
pub mod header;
mod names;
mod object;
pub mod pins;
mod pins_apply;
mod places;
pub mod problem;
pub mod read;
#[cfg(test)]
mod read_tests;
mod recover;
mod rows;
#[cfg(test)]
mod rows_tests;
mod spreadsheet;
pub mod table;
pub mod when;

pub use generate::generate;
pub use header::{GENERATOR_VERSION, generated_text, is_made_from};
pub use pins::{PinReading, Pins, Reword, read_pins};
pub use problem::{About, Part, Side, TableFault, TableProblem};
pub use read::{TableReading, read};
pub use table::{
    Asked, Caution, Entity, EntityClass, Fact, FactBank, FactTable, GapForm, Object, Quantity, Relation, Several,
};
pub use when::When;
