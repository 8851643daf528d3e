//! The window. [`App`] owns the state and carries out [`Action`]s; screens read a [`state::model::Model`] and push actions.

pub mod action;
#[expect(clippy::module_inception, reason = "`App` is what this folder is about, and owns its state")]
mod app;
mod clock;
mod desktop;
mod entrance;
mod file_name;
mod frame;
mod handlers;
mod inbox;
mod input;
mod outgoing;
mod plots;
pub mod screens;
mod start;
pub mod state;
pub mod theme;
mod typed_path;
pub mod widgets;
mod window;
mod wording;
mod workers;
mod world;

pub use action::Action;
pub use app::App;
pub use inbox::{Message, Reporter};
pub use start::{Start, StartError};
pub use window::{WindowError, run};
pub use world::{Computer, QuestionReader, QuestionWriter, World};
