//! What the window carries out when an action asks for it: parts of [`App`](crate::app::App), one file for what belongs
//! together.

mod author;
mod bank_export;
pub(super) mod bank_page;
pub(super) mod banks;
mod class_folder;
pub(super) mod disputes;
mod dropped;
mod exports;
mod handing_in;
mod import;
pub(super) mod learners;
pub(super) mod looks;
pub(super) mod marking;
pub(super) mod merging;
pub(super) mod printing;
pub(super) mod progress;
pub(super) mod reviews;
pub(super) mod searches;
pub(super) mod sittings;
mod teach;
pub(super) mod watching;
