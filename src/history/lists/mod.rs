//! What is told of the results: lists, standings and figures. Changes nothing.

pub(super) mod filter;
pub(super) mod flagged;
pub(super) mod progress;
pub(super) mod remarks;
pub(super) mod responses;
pub(super) mod sittings;
pub(super) mod standing;
pub(super) mod unreadable;
