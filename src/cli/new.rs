//! `torus new`: writes a bank to start from. Never writes over a file.

use super::{Failure, Outcome, tell};
use crate::bank::starter;
use crate::disk::save_new;
use clap::Args;
use std::io::{self, Write};
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  torus new rivers.ron
  torus new lessons/chemistry-7b.ron

The bank has one question of every kind, with comments; its id is made from the name of the file.";

/// What was typed after `torus new`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct NewArgs {
    /// The file to write; there must be none of that name
    #[arg(value_name = "FILE.ron")]
    pub file: PathBuf,
}

/// Writes the starter bank.
pub(super) fn run(args: &NewArgs, talk: &mut dyn Write) -> Result<Outcome, Failure> {
    let path = &args.file;
    let name = path.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    save_new(path, starter(&name).as_bytes()).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::Occupied { path: path.clone() },
        _ => Failure::File { path: path.clone(), source: error },
    })?;
    tell(talk, &format!("torus: wrote {}: open it in any editor, and look at it with `torus check`", path.display()));
    Ok(Outcome::Done)
}
