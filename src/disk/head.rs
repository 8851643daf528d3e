//! The beginning of a file, which tells what it is. Judges nothing.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// At most that many bytes of a file as text; what is no UTF-8 stands as a replacement sign.
///
/// # Errors
/// Where it cannot be read.
pub fn head_of(path: &Path, most_bytes: usize) -> io::Result<String> {
    let mut bytes = Vec::new();
    File::open(path)?.take(most_bytes as u64).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
