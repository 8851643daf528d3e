//! Plots: values laid out as drawings, which the window paints, and which are written as SVG and PNG. One layout for all.

mod chart;
mod drawing;
mod heat;
mod outline;
mod picture;
mod rows;

pub use chart::{Column, Line, columns, lines};
pub use drawing::{Anchor, Dot, Drawing, Ink, Mark};
pub use heat::{Cell, heat};
pub use picture::{PictureError, png, svg};
pub use rows::{Pair, Row, pairs, rows};
