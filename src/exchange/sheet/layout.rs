//! The layouts of tables that are known, in the order in which they are tried. Knows none from inside.

use crate::bank::Progress;
use crate::exchange::Unreadable;
use crate::exchange::sheet::found::Found;
use crate::exchange::sheet::grid::Grid;
use crate::exchange::sheet::layouts::{blackboard, blooket, brightspace, gimkit, kahoot, plain, wayground};

/// A layout of tables of questions.
pub struct Layout {
    /// The row that its questions stand below, or begin at, where a sheet has this layout.
    pub begins: fn(&Grid) -> Option<usize>,
    /// Reads the questions from that row on.
    pub read: fn(&Grid, usize, &dyn Progress) -> Result<Found, Unreadable>,
}

/// All layouts; the plain table, which takes most, stands last.
pub const LAYOUTS: &[Layout] = &[
    Layout { begins: kahoot::begins, read: kahoot::read },
    Layout { begins: wayground::begins, read: wayground::read },
    Layout { begins: blooket::begins, read: blooket::read },
    Layout { begins: gimkit::begins, read: gimkit::read },
    Layout { begins: brightspace::begins, read: brightspace::read },
    Layout { begins: blackboard::begins, read: blackboard::read },
    Layout { begins: plain::begins, read: plain::read },
];

/// The layout of a sheet, and where its questions begin.
pub fn layout(grid: &Grid) -> Option<(&'static Layout, usize)> {
    LAYOUTS.iter().find_map(|layout| Some((layout, (layout.begins)(grid)?)))
}
