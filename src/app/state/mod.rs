//! What the window knows, and what of it the screens may see. Changes nothing on the disk.

pub mod added;
pub(super) mod agenda;
pub mod author;
pub mod bank_export;
pub mod bank_page;
pub(super) mod bank_read;
pub mod card;
pub(super) mod cards;
pub mod class_folder;
pub mod class_view;
pub mod found;
pub mod handing_in;
pub mod import;
pub mod marking;
pub mod model;
pub mod notice_line;
pub(super) mod notices;
pub(super) mod pictures;
pub(super) mod plans;
pub mod play;
pub mod remark_groups;
pub mod result_view;
pub(super) mod shelf;
pub mod teach;
pub(super) mod teach_details;
pub(super) mod under_way;
