//! The widgets that screens are made of: one a file, each telling screen readers what it is.

pub mod bar;
pub mod button;
pub mod card;
pub mod chip;
pub mod excerpt;
pub mod field;
pub mod icon;
pub mod list;
pub mod option_row;
pub mod page;
pub mod ring;
pub mod segmented;
pub mod stepper;
pub mod text;

pub use button::Button;
pub use option_row::{OptionLook, OptionRow};
