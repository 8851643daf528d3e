//! Drawing and shuffling a paper from banks: seeded and repeatable. Never reads a clock or a global random source.

mod apart;
mod candidate;
mod draw;
mod item;
mod order;
mod plan;
mod pool;
mod shuffle;
mod versions;

pub use draw::{Met, Paper, draw, drawn_values, item_at};
pub use item::PaperItem;
pub use plan::{Draw, Plan};
pub use versions::{draw_versions, version_seed};
