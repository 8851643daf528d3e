//! What a sheet gives. Reads nothing.

use crate::exchange::{Draft, Place, Remark};

/// The drafts of a sheet, and what is to be said of it and of no question.
pub type Found = (Vec<Draft>, Vec<(Place, Remark)>);
