//! The widgets that screens are made of: one a file, each telling screen readers what it is.

pub mod bar;
pub mod button;
pub mod card;
pub mod chip;
pub mod dialog;
pub mod dropdown;
pub mod excerpt;
pub mod field;
pub mod figures;
pub mod form;
pub mod heard;
pub mod icon;
pub mod list;
pub mod marked_row;
pub mod menu;
pub mod offer;
pub mod option_row;
pub mod page;
pub mod path_field;
pub mod plan_row;
pub mod plot;
pub mod rich_text;
pub mod ring;
pub mod row;
pub mod scroll;
pub mod segmented;
pub mod spot_outline;
pub mod stepper;
pub mod text;
pub mod token;

pub use button::Button;
pub use dropdown::Dropdown;
pub use marked_row::MarkedRow;
pub use menu::Menu;
pub use option_row::{OptionLook, OptionRow};
pub use token::{Token, TokenLook};
