//! How texts compare and which English they need: equality, articles, and the order that options have of themselves.

pub mod alike;
pub mod article;
pub mod ascending;
pub(crate) mod neighbours;
pub(crate) mod shown;
