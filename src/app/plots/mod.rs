//! What each plot of the progress page says, draws and lists: in the window, on paper and for who listens. Values come in; the
//! same drawing is painted, and saved as SVG and PNG.

pub mod class;
mod drawn;
mod listed;
mod said;

pub use drawn::{drawing, topic_name};
pub use listed::{Listing, listing};
pub use said::{is_empty, sentence, title};
