//! RON text that may be damaged: cut into tokens, searched, changed, and told of in plain words. Knows no bank and no
//! table.

pub(crate) mod diagnostic;
pub mod did_you_mean;
pub mod edit;
pub mod excerpt;
pub(crate) mod items;
pub(crate) mod layout;
pub(crate) mod lexer;
pub(crate) mod line_index;
pub(crate) mod number_hints;
pub(crate) mod outline;
pub(crate) mod path;
pub(crate) mod repair;
pub(crate) mod resync;
pub(crate) mod rewrite;
pub(crate) mod ron_error;
pub(crate) mod ron_hints;
pub(crate) mod tidy;
pub(crate) mod words;

pub use diagnostic::Wanted;
pub use excerpt::Excerpt;
pub use line_index::{LineIndex, Place};
pub use number_hints::{NumberCause, NumberSlip};
pub use ron_hints::Slip;
pub use tidy::{TidyError, tidy};
pub use words::Words;
