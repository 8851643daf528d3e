//! Drawing and shuffling a paper from banks: seeded and repeatable. Never reads a clock or a global random source.

pub mod draw;
pub mod order;
pub mod plan;
pub mod shuffle;

pub use draw::{Met, Paper, PaperItem, draw};
pub use plan::{Draw, Plan};
