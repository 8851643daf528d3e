//! The screens, one a file. Each sees the model, keeps its own drafts, and pushes actions.

pub mod answers;
pub mod bank;
pub mod certainty;
pub mod feedback;
pub mod folder;
pub mod frame;
pub mod help;
pub mod history;
pub mod learners;
pub mod library;
pub mod overview;
pub mod path;
pub mod question;
pub mod result;
pub mod search;
pub mod settings;
pub mod setup;
pub mod shell;
pub mod toasts;
