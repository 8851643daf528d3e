//! What runs beside the window: each worker does one slow thing and sends a message when it is done.

pub(crate) mod agenda;
pub(crate) mod author;
pub(crate) mod author_told;
mod author_work;
pub(crate) mod bank_export;
pub(crate) mod class_folder;
pub(crate) mod export;
pub(crate) mod hand_in;
pub(crate) mod import;
pub(crate) mod import_told;
pub(crate) mod load;
pub(crate) mod maintenance;
pub(crate) mod papers;
pub(crate) mod progress;
pub(crate) mod standings;
pub(crate) mod survey;
pub(crate) mod teach;
