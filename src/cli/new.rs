//! `torus new`: writes a bank, or a table of facts, to start from. An existing file is never overwritten.

use super::talk::tell;
use super::{Failure, Outcome};
use crate::bank::{Starter, starter};
use crate::disk::save_new;
use crate::facts::{StarterTable, starter_table};
use clap::Args;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Examples:
  torus new rivers.ron
  torus new lessons/chemistry-7b.ron
  torus new novels.ron --facts

The bank has one question of every kind, with comments, and a picture beside it;
its id is made from the name of the file. With --facts it is a table of facts with
a spreadsheet beside it, from which `torus generate` makes a bank.";

/// What was typed after `torus new`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct NewArgs {
    /// The file to write; there must be none of that name
    #[arg(value_name = "FILE.ron")]
    pub file: PathBuf,
    /// Write a table of facts, and a spreadsheet beside it
    #[arg(long)]
    pub facts: bool,
}

/// Writes what to start from and what stands beside it, or neither.
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
    let Start { text, beside, beside_text, advice } = if args.facts { facts(&name) } else { bank(&name) };
    let beside_path = path.with_file_name(&beside);
    if let Some(there) = [path, &beside_path].into_iter().find(|path| path.exists()) {
        return Err(Failure::Occupied { path: there.clone() });
    }
    save(&beside_path, beside_text)?;
    if let Err(failure) = save(path, &text) {
        // What was written a moment ago is of no use to anybody without the other.
        let _ = fs::remove_file(&beside_path);
        return Err(failure);
    }
    tell(talk, &format!("torus: wrote {} and {beside}: {advice}", path.display()));
    Ok(Outcome::Done)
}

/// What is written.
struct Start {
    text: String,
    /// Name of the file beside it.
    beside: String,
    beside_text: &'static str,
    /// What to do next.
    advice: &'static str,
}

fn bank(name: &str) -> Start {
    let Starter { text, picture_name, picture } = starter(name);
    let advice = "open the bank in any editor, and try `torus check`";
    Start { text, beside: picture_name, beside_text: picture, advice }
}

fn facts(name: &str) -> Start {
    let StarterTable { text, rows_name, rows } = starter_table(name);
    let advice = "open both, and try `torus generate`, as the first lines say";
    Start { text, beside: rows_name, beside_text: rows, advice }
}

fn save(path: &Path, text: &str) -> Result<(), Failure> {
    save_new(path, text.as_bytes()).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::Occupied { path: path.to_path_buf() },
        _ => Failure::File { path: path.to_path_buf(), source: error },
    })
}
