//! How texts compare and which English they need: equality, articles, and the order that options have of themselves.

pub mod alike;
pub mod article;
pub mod ascending;
pub(crate) mod neighbours;
pub(crate) mod other_words;
pub(crate) mod plain;
pub(crate) mod shown;
pub(crate) mod signs;
pub(crate) mod truth;
