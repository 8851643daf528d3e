//! `torus results`: what this computer has recorded, as CSV. Reads only, also while the window is open.

use super::talk::tell;
use super::{Failure, Outcome};
use crate::disk::{DataFolder, save_atomically};
use crate::history::{Filter, History, Unreadable};
use crate::report::{ResponsesCsv, sittings_csv};
use clap::{Args, ValueEnum};
use std::io::{self, Write};
use std::path::PathBuf;
use unicode_normalization::UnicodeNormalization;

const EXAMPLES: &str = "\
Examples:
  torus results > responses.csv
  torus results --kind sittings --learner Ada
  torus results --bank fusion-machines --bom -o results.csv";

/// What was typed after `torus results`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct ResultsArgs {
    /// One row for each answer, or one for each sitting
    #[arg(long, value_enum, default_value_t = RowKind::Responses)]
    pub kind: RowKind,
    /// Only learners of this name
    #[arg(long, value_name = "NAME")]
    pub learner: Option<String>,
    /// Only the bank with this id
    #[arg(long, value_name = "ID")]
    pub bank: Option<String>,
    /// Write to this file, whole or not at all [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Begin with a byte order mark, by which spreadsheets know UTF-8
    #[arg(long)]
    pub bom: bool,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RowKind {
    /// A question that was asked
    Responses,
    /// A sitting
    Sittings,
}

/// Writes the rows that are wanted. A name without any record is reported, and so is a data folder that is not
/// there; the header stands all the same. A record that cannot be read is reported and left out.
pub(super) fn run(
    args: &ResultsArgs,
    data_dir: Option<PathBuf>,
    out: &mut dyn Write,
    talk: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let mistyped = data_dir.clone().filter(|named| !named.as_os_str().is_empty() && !named.is_dir());
    let folder = DataFolder::find(data_dir)?;
    let history = History::open_read_only(&folder.database())?;
    let mut outcome = tell_unknown(args, history.as_ref(), talk)?;
    if let Some(named) = mistyped {
        tell(talk, &format!("torus: there is no folder {}", named.display()));
        outcome = Outcome::InputWrong;
    }
    let mut unreadable = Vec::new();
    let mut write = |out: &mut dyn Write| {
        unreadable = write_rows(args, history.as_ref(), out)?;
        Ok(())
    };
    match &args.output {
        Some(path) => save_atomically(path, write).map_err(|error| Failure::saving(path, error))?,
        None => write(out)?,
    }
    for record in &unreadable {
        tell(talk, &format!("torus: left out: {record}"));
        outcome = Outcome::InputWrong;
    }
    Ok(outcome)
}

/// Gives back the records that could not be read, which have no row.
fn write_rows(args: &ResultsArgs, history: Option<&History>, out: &mut dyn Write) -> io::Result<Vec<Unreadable>> {
    let filter = Filter { learner_name: args.learner.clone(), bank: args.bank.clone(), ..Filter::default() };
    match args.kind {
        RowKind::Responses => {
            let mut csv = ResponsesCsv::new(out, args.bom)?;
            let unreadable = match history {
                Some(history) => history.for_each_response(&filter, |record| csv.write(&record))?,
                None => Vec::new(),
            };
            csv.finish()?;
            Ok(unreadable)
        }
        RowKind::Sittings => {
            let found = history.map(|history| history.sittings(&filter)).transpose()?.unwrap_or_default();
            out.write_all(&sittings_csv(&found.records, args.bom))?;
            Ok(found.unreadable)
        }
    }
}

/// Most often a learner or a bank that nothing is known of is a slip of the keyboard.
fn tell_unknown(args: &ResultsArgs, history: Option<&History>, talk: &mut dyn Write) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Done;
    if let Some(name) = &args.learner
        && !knows_learner(history, name)?
    {
        tell(talk, &format!("torus: nobody called \"{name}\" has been recorded on this computer"));
        outcome = Outcome::InputWrong;
    }
    if let Some(id) = &args.bank
        && !knows_bank(history, id)?
    {
        tell(talk, &format!("torus: nothing has been recorded for a bank with the id \"{id}\""));
        outcome = Outcome::InputWrong;
    }
    Ok(outcome)
}

fn knows_learner(history: Option<&History>, name: &str) -> Result<bool, Failure> {
    let Some(history) = history else { return Ok(false) };
    Ok(history.learners()?.iter().any(|learner| name.nfc().eq(learner.name.chars())))
}

/// A bank is known by the sittings held with it, or by single questions where several banks were drawn together.
fn knows_bank(history: Option<&History>, id: &str) -> Result<bool, Failure> {
    let Some(history) = history else { return Ok(false) };
    let filter = Filter { bank: Some(id.to_owned()), ..Filter::default() };
    let sittings = history.sittings(&filter)?;
    let mut is_known = !sittings.records.is_empty() || !sittings.unreadable.is_empty();
    if !is_known {
        let unreadable = history.for_each_response::<Failure>(&filter, |_| {
            is_known = true;
            Ok(())
        })?;
        is_known |= !unreadable.is_empty();
    }
    Ok(is_known)
}
