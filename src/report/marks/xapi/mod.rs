//! Sittings as xAPI statements (1.0.3, which 2.0 reads too): one for each answer, and one for each sitting that was completed. Format:
//! <https://github.com/adlnet/xAPI-Spec>.
//!
//! The ids of statements follow from the sitting and the place in it, so a store takes the same statements twice as once.

mod actor;
mod components;
mod ids;
mod interaction;
mod result;
mod statement;
mod words;

use crate::class::{Class, ClassSitting};
use crate::report::marks::xapi::statement::Sat;
use crate::sitting::State;
use std::io::{self, Write};

/// Writes the statements of all finished sittings as one JSON array, a statement a line. What was not answered has none.
///
/// # Errors
/// What `out` returns.
pub fn write_statements(class: &Class, out: &mut dyn Write) -> io::Result<()> {
    let mut between: &[u8] = b"[\n";
    let finished = |sitting: &&ClassSitting| sitting.state == State::Finished;
    for sitting in class.sittings.iter().filter(finished) {
        let sat = Sat::of(class, sitting);
        for statement in sat.answered().chain([sat.completed()]) {
            out.write_all(between)?;
            serde_json::to_writer(&mut *out, &statement)?;
            between = b",\n";
        }
    }
    let end: &[u8] = if class.sittings.iter().any(|sitting| finished(&sitting)) { b"\n]\n" } else { b"[]\n" };
    out.write_all(end)
}
