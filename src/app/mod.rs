//! The window. [`App`] owns the state and carries out [`Action`]s; screens read a [`model::Model`] and push actions.

pub mod action;
#[expect(clippy::module_inception, reason = "`App` is what this folder is about, and owns its state")]
mod app;
mod bank_page;
mod bank_read;
mod banks;
mod cards;
mod click_guard;
mod clock;
mod desktop;
mod entrance;
mod exports;
mod focus;
mod frame;
mod inbox;
mod key_queue;
mod keys;
mod kind_words;
mod learners;
mod listen;
mod looks;
pub mod model;
mod notices;
mod pictures;
mod plans;
mod printing;
pub mod screens;
mod searches;
mod shelf;
mod sittings;
mod start;
pub mod theme;
mod under_way;
mod watching;
pub mod widgets;
mod window;
mod words;
mod workers;
mod world;

pub use action::Action;
pub use app::App;
pub use inbox::{Message, Reporter};
pub use start::{Start, StartError};
pub use window::{WindowError, run};
pub use world::{Computer, World};
