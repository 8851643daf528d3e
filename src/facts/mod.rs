//! Fact tables, and the banks of questions made from them. Knows no file, no screen, no clock and no chance.

mod alike;
mod balance;
mod distractors;
mod enemies;
mod explain;
mod finish;
pub mod generate;
mod heed;
mod kinds;
mod maker;
mod name;
mod pick;
mod proof;
pub mod sentence;
mod spread;
mod stable;
pub mod table;
pub mod when;
mod world;

pub use generate::{Generated, Refused, generate, generated};
pub use sentence::{Sentence, SentenceFault};
pub use table::{
    Asked, Caution, Entity, EntityClass, Fact, FactBank, FactTable, GapForm, Object, Quantity, Relation, Several,
};
pub use when::When;
