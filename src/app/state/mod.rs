//! What the window knows, and what of it the screens may see. Changes nothing on the disk.

pub(super) mod agenda;
pub(super) mod bank_read;
pub(super) mod cards;
pub mod model;
pub(super) mod notices;
pub(super) mod pictures;
pub(super) mod plans;
pub(super) mod shelf;
pub(super) mod under_way;
