//! Names of files as they are told. Opens none.

use std::path::Path;

/// The name of a file, as it is told while it is read.
pub fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}
