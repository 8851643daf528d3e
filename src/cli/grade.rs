//! `torus grade`: marks responses that were collected elsewhere. Neither file is changed.

use super::banks::{BankRead, read_file};
use super::talk::tell;
use super::{Failure, Outcome};
use crate::bank::{AnyPicture, Bank};
use crate::disk::save_atomically;
use crate::report::{Difference, GradeError, Remark, Tally, compare_csv, grade_csv};
use clap::Args;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Examples:
  torus grade fusion.ron answers.csv > marked.csv
  torus grade fusion.ron answers.csv --bom -o marked.csv
  torus results --bank fusion > all.csv && torus grade fusion.ron all.csv
  torus grade fusion.ron answers.csv --compare marked.csv

The table has a column `question` with ids and a column `response`, in any place;
all other columns are passed through. `score`, `max_score` and `verdict` are
added, or filled anew. An option is written as in the bank; several are joined by
`; `, pairs as `left = right`; nothing is unanswered. Calculated questions need a
column `prompt` with the text as it was asked, or `seed` and `position` of the
paper. Of an export, `hints_used` and `certainty` count as they did. Rows that
cannot be used are named, keep their place and end with 1; wrong answers do not.
Letters of a printed paper stand for its options where `seed` and `position` are
there. The table may be parted by commas, semicolons or tabs, in any encoding
that spreadsheets write. --compare prints only the rows that would be marked
otherwise than that table has them.";

/// What was typed after `torus grade`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct GradeArgs {
    /// The bank to mark by
    #[arg(value_name = "BANK.ron")]
    pub bank: PathBuf,
    /// The responses, as CSV
    #[arg(value_name = "RESPONSES.csv")]
    pub responses: PathBuf,
    /// Write to this file, whole or not at all [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Print only the rows that this table, marked before, has marked otherwise
    #[arg(long, value_name = "OLD.csv")]
    pub compare: Option<PathBuf>,
    /// Begin with a byte order mark, by which spreadsheets know UTF-8
    #[arg(long)]
    pub bom: bool,
}

/// Marks every row. What is wrong with the bank is told first; a picture that is not there is not, because marking looks
/// at none.
pub(super) fn run(args: &GradeArgs, out: &mut dyn Write, talk: &mut dyn Write) -> Result<Outcome, Failure> {
    let table = open(&args.responses)?;
    let BankRead { bank, faulty, outcome } = read_file(&args.bank, &AnyPicture, talk)?;
    let bank = bank.ok_or_else(|| Failure::NoBank { path: args.bank.clone() })?;
    let marking = Marking { bank: &bank, faulty: faulty.iter().map(|id| &**id).collect(), args };
    if let Some(old) = &args.compare {
        return marking.compare(table, old, out, talk).map(|compared| compared.max(outcome));
    }
    let tally = match &args.output {
        Some(path) => marking.save(path, table, talk)?,
        None => marking.write(table, out, talk).map_err(|error| marking.failure(error))?,
    };
    if tally.unusable == 0 {
        return Ok(outcome);
    }
    let Tally { rows, unusable } = tally;
    tell(talk, &format!("torus: {unusable} of {rows} rows could not be used; they have no score"));
    Ok(Outcome::InputWrong)
}

/// Opens the table. A folder can be opened on some systems, and read on none.
fn open(path: &Path) -> Result<File, Failure> {
    let failure = |source| Failure::File { path: path.to_path_buf(), source };
    if fs::metadata(path).map_err(failure)?.is_dir() {
        return Err(failure(io::ErrorKind::IsADirectory.into()));
    }
    File::open(path).map_err(failure)
}

/// Rows to mark by a bank.
struct Marking<'a> {
    bank: &'a Bank,
    faulty: Vec<&'a str>,
    args: &'a GradeArgs,
}

impl Marking<'_> {
    fn write(&self, table: File, out: &mut dyn Write, talk: &mut dyn Write) -> Result<Tally, GradeError> {
        let name = self.args.responses.display();
        let mut tell_row = |line: u64, remark: &Remark| tell(talk, &format!("{name}:{line}: {remark}"));
        grade_csv(self.bank, &self.faulty, table, out, self.args.bom, &mut tell_row)
    }

    /// Prints the rows that would be marked otherwise than `old` has them, or saves them.
    fn compare(
        &self,
        mut table: File,
        old: &Path,
        out: &mut dyn Write,
        talk: &mut dyn Write,
    ) -> Result<Outcome, Failure> {
        let in_file = |path: &Path, source| Failure::File { path: path.to_path_buf(), source };
        let (mut new, mut marked, mut rows) = (Vec::new(), Vec::new(), Vec::new());
        table.read_to_end(&mut new).map_err(|source| in_file(&self.args.responses, source))?;
        open(old)?.read_to_end(&mut marked).map_err(|source| in_file(old, source))?;
        let name = self.args.responses.display();
        let mut tell_row = |line: u64, remark: &Remark| tell(talk, &format!("{name}:{line}: {remark}"));
        let found = compare_csv(self.bank, &self.faulty, &new, &marked, &mut rows, &mut tell_row);
        let Difference { rows: compared, changed, unusable } = found.map_err(|error| self.failure(error))?;
        match &self.args.output {
            Some(path) => {
                save_atomically(path, |file| file.write_all(&rows)).map_err(|source| in_file(path, source))?;
            }
            None => out.write_all(&rows)?,
        }
        tell(talk, &format!("torus: {changed} of {compared} rows would be marked otherwise"));
        if unusable == 0 {
            return Ok(Outcome::Done);
        }
        tell(talk, &format!("torus: {unusable} of {compared} rows could not be compared"));
        Ok(Outcome::InputWrong)
    }

    /// Writes to a file, which stays as it was where the table cannot be marked.
    fn save(&self, path: &Path, table: File, talk: &mut dyn Write) -> Result<Tally, Failure> {
        let mut marked = None;
        let saved = save_atomically(path, |file| {
            let outcome = self.write(table, file, talk);
            let is_whole = outcome.is_ok();
            marked = Some(outcome);
            if is_whole { Ok(()) } else { Err(io::Error::other("there is nothing to save")) }
        });
        let in_file = |source| Failure::File { path: path.to_path_buf(), source };
        match (marked, saved) {
            (Some(Ok(tally)), Ok(())) => Ok(tally),
            (Some(Err(GradeError::Writing(source))), _) => Err(in_file(source)),
            (Some(Err(error)), _) => Err(self.failure(error)),
            (_, saved) => Err(in_file(saved.err().unwrap_or_else(|| io::Error::other("nothing was written")))),
        }
    }

    /// Why the table could not be marked.
    fn failure(&self, error: GradeError) -> Failure {
        match error {
            GradeError::Writing(source) => Failure::Output(source),
            error => Failure::Table { path: self.args.responses.clone(), reason: error.to_string() },
        }
    }
}
