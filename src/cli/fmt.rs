//! `torus fmt`: lays banks out anew, blanks and line breaks alone. Judges nothing.

use super::banks::{bank_files, line, unreadable};
use super::talk::{counted, tell};
use super::{Failure, Outcome};
use crate::bank::{Bank, Quietly, Severity, read};
use crate::disk::{read_bank_text, save_atomically};
use crate::syntax::{LineIndex, Place, TidyError, tidy};
use clap::Args;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Examples:
  torus fmt energy.ron
  torus fmt quizzes
  torus fmt quizzes --check

Values, order and comments stay; blanks and line breaks change, and the comma
behind a last item. What fits stands on one line of 120 signs, unless its bracket
was left open at the end of a line. A bank with errors is left as it is: see
`torus check --fix`. With --check nothing is written, and a bank that is not laid
out ends with 1.";

/// What was typed after `torus fmt`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct FmtArgs {
    /// Banks, or folders with banks (every .ron below them)
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Write nothing, and tell which banks are not laid out
    #[arg(long)]
    pub check: bool,
}

/// What came of a bank.
enum Laid {
    /// It was laid out already.
    Already,
    /// It is laid out now, or would be.
    Anew,
    /// It is left as it is, and that was told.
    Refused,
}

/// Lays out all banks; one that cannot be is told, and the others are.
pub(super) fn run(args: &FmtArgs, talk: &mut dyn Write) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Done;
    let files = bank_files(&args.paths, talk, &mut outcome)?;
    let mut anew = 0;
    for path in &files {
        let laid = match read_bank_text(path) {
            Ok(text) => lay_out(path, &text, args.check, talk)?,
            Err(error) => {
                unreadable(path, error, talk)?;
                Laid::Refused
            }
        };
        match laid {
            Laid::Already => {}
            Laid::Anew if args.check => (anew, outcome) = (anew + 1, Outcome::InputWrong),
            Laid::Anew => anew += 1,
            Laid::Refused => outcome = Outcome::InputWrong,
        }
    }
    let what = if args.check { "not laid out" } else { "laid out anew" };
    tell(talk, &format!("torus: {anew} of {} {what}", counted(files.len(), "bank")));
    Ok(outcome)
}

fn lay_out(path: &Path, text: &str, is_check: bool, talk: &mut dyn Write) -> Result<Laid, Failure> {
    let name = path.display();
    let Some(bank) = sound_bank(path, text, talk) else { return Ok(Laid::Refused) };
    let laid = match tidy(text) {
        Ok(laid) => laid,
        Err(fault) => {
            tell(talk, &format!("{}: {fault}: the file is left as it is", place(path, text, fault)));
            return Ok(Laid::Refused);
        }
    };
    if laid == text {
        return Ok(Laid::Already);
    }
    if read(&laid, &Quietly).bank.as_ref() != Ok(&bank) {
        tell(talk, &format!("{name}: the bank would not be the same afterwards: the file is left as it is"));
        return Ok(Laid::Refused);
    }
    if is_check {
        tell(talk, &format!("{name}: not laid out"));
        return Ok(Laid::Anew);
    }
    if fs::metadata(path).is_ok_and(|there| there.permissions().readonly()) {
        tell(talk, &format!("{name}: the file is read-only, and is left as it is"));
        return Ok(Laid::Refused);
    }
    // Somebody may have saved it since.
    if !read_bank_text(path).is_ok_and(|now| now == text) {
        tell(talk, &format!("{name}: the file has changed meanwhile, and is left as it is: run the command again"));
        return Ok(Laid::Refused);
    }
    save_atomically(path, |file| file.write_all(laid.as_bytes()))
        .map_err(|source| Failure::File { path: path.to_path_buf(), source })?;
    Ok(Laid::Anew)
}

/// The bank, unless there is an error in it, which is told.
fn sound_bank(path: &Path, text: &str, talk: &mut dyn Write) -> Option<Bank> {
    let reading = read(text, &Quietly);
    let lines = LineIndex::new(text);
    let (bank, fatal) = match reading.bank {
        Ok(bank) => (Some(bank), None),
        Err(problem) => (None, Some(problem)),
    };
    let all = reading.problems.into_iter().chain(fatal);
    let errors: Vec<_> = all.filter(|problem| problem.severity() == Severity::Error).collect();
    errors.iter().for_each(|error| tell(talk, &line(path, &lines, error)));
    bank.filter(|_| errors.is_empty())
}

fn place(path: &Path, text: &str, fault: TidyError) -> String {
    match fault {
        TidyError::Unbalanced { at } => {
            let Place { line, column } = LineIndex::new(text).place(at);
            format!("{}:{line}:{column}", path.display())
        }
        TidyError::Changed => path.display().to_string(),
    }
}
