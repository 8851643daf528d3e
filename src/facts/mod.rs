//! Fact tables, and the banks of questions made from them. Knows no file, no screen, no clock and no chance.

pub mod table;
pub mod when;

pub use table::{
    Asked, Caution, Entity, EntityClass, Fact, FactBank, FactTable, GapForm, Object, Quantity, Relation, Several,
};
pub use when::When;
