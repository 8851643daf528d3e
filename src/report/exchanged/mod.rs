//! What an import or an export came to, for people and for programs.

mod json;
mod text;

pub use json::{ExchangedJson, FindingJson};
pub use text::{Telling, findings_text, place_words};
