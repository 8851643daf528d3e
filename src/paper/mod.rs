//! Drawing and shuffling a paper from banks: seeded and repeatable. Never reads a clock or a global random source.

mod apart;
pub mod draw;
pub mod item;
pub mod order;
pub mod plan;
mod pool;
pub mod shuffle;

pub use draw::{Met, Paper, draw, drawn_values, shown_order};
pub use item::PaperItem;
pub use plan::{Draw, Plan};
