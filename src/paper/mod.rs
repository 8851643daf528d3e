//! Draws and shuffles papers from banks. Pure: no I/O, no clock, no randomness but the seed.

mod apart;
mod candidate;
mod code;
mod draw;
mod item;
mod order;
mod plan;
mod pool;
mod shuffle;
mod versions;

pub use code::{paper_code, paper_digest, typed_code};
pub use draw::{Met, Paper, draw, drawn_values, item_again, item_at, paper_in_order, shown_order, shuffled_paper};
pub use item::PaperItem;
pub use plan::{Draw, Plan};
pub use versions::{draw_versions, version_seed};
