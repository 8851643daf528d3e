//! `torus new`: writes a bank to start from. An existing file is never overwritten.

use super::talk::tell;
use super::{Failure, Outcome};
use crate::bank::starter;
use crate::disk::save_new;
use clap::Args;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Examples:
  torus new rivers.ron
  torus new lessons/chemistry-7b.ron

The bank has one question of every kind, with comments, and a picture beside it;
its id is made from the name of the file.";

/// What was typed after `torus new`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct NewArgs {
    /// The file to write; there must be none of that name
    #[arg(value_name = "FILE.ron")]
    pub file: PathBuf,
}

/// Writes the starter bank and the picture beside it, or neither.
pub(super) fn run(args: &NewArgs, talk: &mut dyn Write) -> Result<Outcome, Failure> {
    let path = &args.file;
    if path.extension().is_none_or(|extension| !extension.eq_ignore_ascii_case("ron")) {
        return Err(Failure::NotRon { path: path.clone(), named: path.with_added_extension("ron") });
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        return Err(Failure::NoFolder { path: path.clone(), folder: folder.to_path_buf() });
    }
    let name = path.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    let starter = starter(&name);
    let picture_path = path.with_file_name(&starter.picture_name);
    if path.exists() {
        return Err(Failure::Occupied { path: path.clone() });
    }
    save(&picture_path, starter.picture)?;
    if let Err(failure) = save(path, &starter.text) {
        // What was written a moment ago is of no use to anybody without the bank.
        let _ = fs::remove_file(&picture_path);
        return Err(failure);
    }
    let (bank, picture) = (path.display(), &starter.picture_name);
    tell(talk, &format!("torus: wrote {bank} and {picture}: open the bank in any editor, and try `torus check`"));
    Ok(Outcome::Done)
}

fn save(path: &Path, text: &str) -> Result<(), Failure> {
    save_new(path, text.as_bytes()).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::Occupied { path: path.to_path_buf() },
        _ => Failure::File { path: path.to_path_buf(), source: error },
    })
}
