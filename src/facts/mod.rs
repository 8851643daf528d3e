//! Fact tables, and the banks of questions made from them. Knows no file, no screen, no clock and no chance.

mod check;
mod object;
mod places;
pub mod problem;
pub mod read;
#[cfg(test)]
mod read_tests;
mod recover;
pub mod table;
pub mod when;

pub use problem::{About, Part, Side, TableFault, TableProblem};
pub use read::{TableReading, read};
pub use table::{
    Asked, Caution, Entity, EntityClass, Fact, FactBank, FactTable, GapForm, Object, Quantity, Relation, Several,
};
pub use when::When;
