//! Fact tables, and the banks of questions made from them. Knows no file, no screen, no clock and no chance.

mod agree;
mod alike;
mod balance;
mod check;
mod check_entities;
mod check_facts;
mod check_relations;
mod distractors;
mod enemies;
mod explain;
mod finish;
pub mod generate;
pub mod header;
mod heed;
#[cfg(test)]
mod hostile_tests;
mod kinds;
mod maker;
mod name;
mod names;
mod object;
pub mod part;
mod pick;
pub mod pin_fault;
pub mod pins;
mod pins_apply;
#[cfg(test)]
mod pins_tests;
mod places;
pub mod problem;
mod proof;
pub mod read;
#[cfg(test)]
mod read_tests;
mod recover;
pub mod row_fault;
mod rows;
#[cfg(test)]
mod rows_tests;
pub mod sentence;
mod spread;
mod spreadsheet;
mod stable;
pub mod table;
pub mod when;
mod world;

pub use generate::{Generated, Refused, generate, generated};
pub use header::{GENERATOR_VERSION, generated_text, is_made_from};
pub use part::{About, Part, Side};
pub use pin_fault::PinFault;
pub use pins::{PinReading, Pins, Reword, read_pins};
pub use problem::{TableFault, TableProblem};
pub use read::{TableReading, read};
pub use row_fault::RowFault;
pub use sentence::{Sentence, SentenceFault};
pub use table::{
    Asked, Caution, Entity, EntityClass, Fact, FactBank, FactTable, GapForm, Object, Quantity, Relation, Several,
};
pub use when::When;
