//! Fact tables, and the banks of questions made from them. Knows no file, no screen, no clock and no chance.

mod check;
mod explain;
pub mod generate;
pub mod pins;
pub mod problem;
pub mod read;
mod starter;
pub mod table;
mod words;

pub use explain::{table_explanation, table_explanations};
pub use generate::header::{GENERATOR_VERSION, generated_text, is_made_from};
pub use generate::report::{Ask, AskReport, NotMade, Reason, Report};
pub use generate::sentence::{Sentence, SentenceFault};
pub use generate::{Generated, Refused, generate, generated, reported};
pub use pins::fault::PinFault;
pub use pins::{PinReading, Pins, Reword, read_pins};
pub use problem::{TableDiagnostic, TableProblem};
pub use read::row_fault::RowFault;
pub use read::{TableReading, read};
pub use starter::{StarterTable, starter_table};
pub use table::part::{About, Part, Side};
pub use table::when::{When, WhenFault};
pub use table::{
    Asked, Caution, Entity, EntityClass, Fact, FactBank, FactTable, GapForm, Hints, Object, Quantity, Relation, Several,
};
