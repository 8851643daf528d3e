//! The apostrophe that keeps a spreadsheet from running a cell: put before what looks like a formula, taken off on
//! reading. Knows no table.

use std::borrow::Cow;

/// The text as a cell may hold it.
pub fn guard(text: &str) -> Cow<'_, str> {
    if needs_guard(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text as it was before [`guard`].
pub fn unguard(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if needs_guard(cell) => text,
        _ => cell,
    }
}

/// Whether a cell with this text must get an apostrophe.
pub fn needs_guard(text: &str) -> bool {
    let first = text.bytes().find(|&byte| byte != b'\'');
    matches!(first, Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | b'\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_guarded_comes_back() {
        for (text, cell) in
            [("=1+1", "'=1+1"), ("-44", "'-44"), ("'=1", "''=1"), ("'tis", "'tis"), ("", ""), ("a=b", "a=b")]
        {
            assert_eq!((guard(text).as_ref(), unguard(cell)), (cell, text), "{text}");
        }
    }
}
