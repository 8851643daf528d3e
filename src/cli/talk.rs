//! Messages to the person at the terminal, beside the output.

use std::io::Write;

/// Says one line. Where nobody can hear it, there is nobody to tell that either.
pub fn tell(talk: &mut dyn Write, line: &str) {
    let is_harmless = |letter: &char| !letter.is_control();
    let line: String = line.chars().filter(is_harmless).collect();
    let _ = writeln!(talk, "{line}");
}

/// The number with its noun.
pub(super) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
