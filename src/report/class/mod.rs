//! Writes a class's figures: text and HTML for teachers, JSON and CSV for other programs. Computes none.

mod beside;
mod counted;
mod csv;
mod html;
mod json;
mod lessons;
mod text;

pub use beside::{Beside, LeftOut};
pub use csv::items_csv;
pub use html::class_html;
pub use json::class_json;
pub use text::{class_text, flag_title, flag_words, urgency};

use crate::class::Flag;

/// The name of a flag in JSON and CSV.
fn name(flag: &Flag) -> &'static str {
    match flag {
        Flag::CheckKey { .. } => "check_key",
        Flag::NobodyPicks { .. } => "nobody_picks",
        Flag::TooEasy => "too_easy",
        Flag::TooHard => "too_hard",
        Flag::Ambiguous => "ambiguous",
        Flag::Slow => "slow",
        Flag::DiffersByVersion => "differs_by_version",
    }
}

/// The names of a question's flags, each once.
fn names(flags: &[Flag]) -> Vec<&'static str> {
    let mut names: Vec<&str> = flags.iter().map(name).collect();
    names.dedup();
    names
}
