//! `torus generate`: makes banks from a fact table, or tells where they differ from it. Writes over no bank that was
//! written by hand.

mod renamed;
mod report;
mod sources;

use self::report::{ReportFormat, Told};
use self::sources::Sources;
use super::talk::tell;
use super::{Failure, Outcome};
use crate::bank::{Bank, Kind};
use crate::disk::{BankFileError, read_bank_text, save_atomically};
use crate::facts::{Fact, FactTable, Relation, generated_text, is_made_from};
use clap::Args;
use std::collections::HashSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Examples:
  torus generate assets/facts/fusion.ron -o quizzes
  torus generate assets/facts/fusion.ron -o quizzes --check
  torus generate battles.ron -o quizzes --report text

The table names its banks; each becomes a file of its own, whose first line names
the table. Pins beside the table, in pins/ under the same file name, keep, reword,
reject and add questions. With --check nothing is written: it ends with 1 where a
bank differs from the table, is missing or is left over.";

/// What was typed after `torus generate`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct GenerateArgs {
    /// The fact table
    #[arg(value_name = "FACTS.ron")]
    pub table: PathBuf,
    /// The folder for the banks; made where there is none
    #[arg(short, long, value_name = "DIR")]
    pub output: PathBuf,
    /// Write nothing; end with 1 where the banks in DIR differ from the table
    #[arg(long)]
    pub check: bool,
    /// Print what each ask made, what it did not and why
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub report: Option<ReportFormat>,
}

/// A bank as its file should be.
struct Wanted {
    bank: Bank,
    path: PathBuf,
    text: String,
}

/// Makes the banks. Nothing is written where anything is wrong with the table or its pins.
pub(super) fn run(args: &GenerateArgs, out: &mut dyn Write, talk: &mut dyn Write) -> Result<Outcome, Failure> {
    let gathered = sources::gather(&args.table, &args.output, args.report.is_some(), talk)?;
    let Some(Sources { table, table_file, banks, report, near_names, has_slips }) = gathered else {
        tell(talk, "torus: no bank was made: mend what is wrong first");
        return Ok(Outcome::InputWrong);
    };
    if let Some((format, report)) = args.report.zip(report) {
        report::write(&Told { near_names: &near_names, report: &report }, format, out)?;
    }
    let wanted = |bank: Bank| Wanted {
        path: args.output.join(format!("{}.ron", bank.id)),
        text: generated_text(&bank, &table_file),
        bank,
    };
    let wanted: Vec<Wanted> = banks.into_iter().map(wanted).collect();
    let left_over = left_over(&args.output, &table_file, &wanted)?;
    let changed = wanted.iter().filter_map(|wanted| {
        let before = made_before(&wanted.path, &table_file).ok()??;
        (!is_same(&before, &wanted.text)).then_some((before, &wanted.bank))
    });
    let is_renamed = renamed::tell_renamed(&table, changed, talk);
    let outcome = match args.check {
        true => compare(&wanted, &table_file, &args.output, left_over.is_empty(), talk)?,
        false => {
            write_all(&wanted, &table_file, &args.output, talk)?;
            tell_unasked(&table, &wanted, talk);
            Outcome::Done
        }
    };
    for path in &left_over {
        tell(talk, &format!("{}: left over: {table_file} makes no such bank: delete it", path.display()));
    }
    let is_wrong = has_slips || is_renamed || !left_over.is_empty();
    Ok(outcome.max(if is_wrong { Outcome::InputWrong } else { Outcome::Done }))
}

/// The banks in `folder` that were made from the table and that it makes no more, in sorted order.
fn left_over(folder: &Path, table_file: &str, wanted: &[Wanted]) -> Result<Vec<PathBuf>, Failure> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(source) => return Err(Failure::File { path: folder.to_path_buf(), source }),
    };
    let is_bank = |path: &PathBuf| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"));
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_bank).collect();
    paths.retain(|path| !wanted.iter().any(|wanted| wanted.path == *path));
    // What cannot be read names no table.
    paths.retain(|path| read_bank_text(path).is_ok_and(|text| is_made_from(&text, table_file)));
    paths.sort();
    Ok(paths)
}

/// The text of the file at `path` if it was made from the table; nothing where there is no file.
fn made_before(path: &Path, table_file: &str) -> Result<Option<String>, Failure> {
    match read_bank_text(path) {
        Ok(text) if is_made_from(&text, table_file) => Ok(Some(text)),
        Ok(_) => Err(Failure::HandWritten { path: path.to_path_buf(), table_file: table_file.into() }),
        Err(BankFileError::Gone) => Ok(None),
        Err(source) => Err(Failure::BankFile { path: path.to_path_buf(), source }),
    }
}

/// A file may have been given other line ends on its way.
fn is_same(text: &str, wanted: &str) -> bool {
    text == wanted || text.replace("\r\n", "\n") == wanted
}

/// Writes the banks that are not yet as they should be. Where one may not be written over, none is written.
fn write_all(wanted: &[Wanted], table_file: &str, folder: &Path, talk: &mut dyn Write) -> Result<(), Failure> {
    let before = wanted.iter().map(|wanted| made_before(&wanted.path, table_file)).collect::<Result<Vec<_>, _>>()?;
    fs::create_dir_all(folder).map_err(|source| Failure::File { path: folder.to_path_buf(), source })?;
    for (Wanted { bank, path, text }, before) in wanted.iter().zip(before) {
        let is_there = before.is_some_and(|before| is_same(&before, text));
        if !is_there {
            save_atomically(path, |file| file.write_all(text.as_bytes()))
                .map_err(|source| Failure::File { path: path.clone(), source })?;
        }
        let did = if is_there { "is as it was" } else { "is written" };
        tell(talk, &format!("torus: {} {did}: {}", path.display(), tally(&bank.questions_by_kind())));
    }
    Ok(())
}

/// Tells of every bank that differs or is not there.
fn compare(
    wanted: &[Wanted],
    table_file: &str,
    folder: &Path,
    is_complete: bool,
    talk: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Done;
    for Wanted { path, text, .. } in wanted {
        let told = match made_before(path, table_file) {
            Ok(Some(before)) if is_same(&before, text) => continue,
            Ok(Some(before)) => {
                let same = before.lines().zip(text.lines()).take_while(|(before, after)| before == after).count();
                format!(":{}: differs from what {table_file} gives: run `torus generate` without --check", same + 1)
            }
            Ok(None) => format!(": missing: run `torus generate` with {table_file} and without --check"),
            Err(failure @ Failure::HandWritten { .. }) => {
                tell(talk, &failure.to_string());
                outcome = Outcome::InputWrong;
                continue;
            }
            Err(failure) => return Err(failure),
        };
        tell(talk, &format!("{}{told}", path.display()));
        outcome = Outcome::InputWrong;
    }
    if outcome == Outcome::Done && is_complete {
        let banks = if wanted.len() == 1 { "1 bank agrees".into() } else { format!("{} banks agree", wanted.len()) };
        tell(talk, &format!("torus: {banks} with {table_file} in {}", folder.display()));
    }
    Ok(outcome)
}

/// `48 questions: 40 choice, 8 true_false`.
fn tally(counts: &[(Kind, usize)]) -> String {
    let total: usize = counts.iter().map(|(_, count)| count).sum();
    let kinds: Vec<String> = counts.iter().map(|(kind, count)| format!("{count} {}", kind.as_str())).collect();
    let questions = if total == 1 { "1 question" } else { &format!("{total} questions") };
    if kinds.is_empty() { questions.to_owned() } else { format!("{questions}: {}", kinds.join(", ")) }
}

/// Tells which facts nothing asks for.
fn tell_unasked(table: &FactTable, wanted: &[Wanted], talk: &mut dyn Write) {
    let questions = || wanted.iter().flat_map(|wanted| &wanted.bank.questions);
    let asked: HashSet<&str> = questions().flat_map(|question| &question.facts).map(|id| &**id).collect();
    // What nothing is meant to ask for serves the answers to others.
    let is_meant = |fact: &&Fact| table.relations.get(&fact.relation).is_some_and(Relation::is_asked);
    let meant = table.facts.iter().filter(is_meant).map(|fact| &*fact.id);
    let unasked: Vec<&str> = meant.filter(|id| !asked.contains(id)).collect();
    let sum = format!("torus: {} questions from {} facts", questions().count(), table.facts.len());
    match &unasked[..] {
        [] => tell(talk, &sum),
        unasked => tell(talk, &format!("{sum}; no question asks for {}", unasked.join(", "))),
    }
}
