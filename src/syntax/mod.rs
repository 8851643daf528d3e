//! RON text that may be damaged: cut into tokens, searched, and told of in plain words.

pub mod did_you_mean;
pub mod excerpt;
pub(crate) mod layout;
pub(crate) mod lexer;
pub(crate) mod line_index;
pub(crate) mod outline;
pub(crate) mod path;
pub(crate) mod repair;
pub(crate) mod resync;
pub(crate) mod ron_error;
pub(crate) mod ron_hints;
pub(crate) mod tree;

pub use excerpt::Excerpt;
