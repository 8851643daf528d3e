//! `torus check`: tells what is wrong with banks and what could be written better. Changes no bank.

use super::banks::bank_files;
use super::diagnostic::Diagnostics;
use super::talk::tell;
use super::{Failure, Outcome};
use crate::bank::{Diagnostic, Place, Quietly, Severity, check_with};
use crate::disk::{BankFileError, PicturesBeside, read_bank_text};
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Examples:
  torus check fusion.ron
  torus check quizzes --strict
  torus check quizzes --format json > problems.json

Errors end with 1: a question that cannot be asked. Warnings do so with
--strict: a question that can be answered by guessing, or that is easily misread.
`torus explain CODE` tells more about each.";

/// What was typed after `torus check`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct CheckArgs {
    /// Banks, or folders with banks (every .ron below them)
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// End with 1 for warnings too
    #[arg(long)]
    pub strict: bool,
    /// How to print what was found
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub format: CheckFormat,
}

/// How problems are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people: each problem with the line it is about
    Text,
    /// For programs
    Json,
}

/// A problem as it is printed.
#[derive(Debug, Serialize)]
pub(super) struct Finding {
    /// The path as it was named.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    #[serde(serialize_with = "in_small_letters")]
    pub severity: Severity,
    pub code: &'static str,
    pub message: String,
    /// Id of the question it is about.
    pub question: Option<Box<str>>,
}

impl Finding {
    /// A problem of the bank in that file; one without a place stands at its beginning.
    pub fn of(path: &Path, problem: Diagnostic) -> Self {
        let Place { line, column } = problem.place.unwrap_or(START);
        Self {
            file: path.display().to_string(),
            line,
            column,
            severity: problem.problem.severity(),
            code: problem.problem.code(),
            message: problem.problem.to_string(),
            question: problem.question,
        }
    }
}

/// Checks the banks. Nothing is printed where a file is not there or may not be read.
pub(super) fn run(args: &CheckArgs, out: &mut dyn Write, talk: &mut dyn Write) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Done;
    let files = bank_files(&args.paths, talk, &mut outcome)?;
    let mut page = Page::new(args.format);
    for path in &files {
        let (text, findings) = findings(path)?;
        page.add(&text, findings)?;
    }
    out.write_all(&page.finish()?)?;
    page.tally.tell(files.len(), talk);
    let is_wrong = page.tally.errors > 0 || (args.strict && page.tally.warnings > 0);
    Ok(outcome.max(if is_wrong { Outcome::InputWrong } else { Outcome::Done }))
}

/// The text of a file and all that is wrong with it. A file that is no text has none.
fn findings(path: &Path) -> Result<(String, Vec<Finding>), Failure> {
    let text = match read_bank_text(path) {
        Ok(text) => text,
        Err(error) => {
            // The lines are shown as far as they can be: the place is where they stop being text.
            let is_shown = matches!(error, BankFileError::NotText { .. });
            let bytes = if is_shown { fs::read(path).unwrap_or_default() } else { Vec::new() };
            return Ok((String::from_utf8_lossy(&bytes).into_owned(), vec![unreadable(path, error)?]));
        }
    };
    let problems = check_with(&text, &Quietly, &PicturesBeside::of_bank(path));
    let findings = problems.into_iter().map(|problem| Finding::of(path, problem)).collect();
    Ok((text, findings))
}

const START: Place = Place { line: 1, column: 1 };

/// What is in the file is told; that there is none, or none for us, is a failure.
pub(super) fn unreadable(path: &Path, error: BankFileError) -> Result<Finding, Failure> {
    let (code, place, message) = match error {
        BankFileError::Gone | BankFileError::NoPermission => {
            return Err(Failure::BankFile { path: path.to_path_buf(), source: error });
        }
        BankFileError::NotText { line, column } => {
            ("not-text", Place { line, column }, "the file is not UTF-8 text: save it as UTF-8".to_owned())
        }
        BankFileError::NotAFile { .. } => ("not-a-file", START, error.to_string()),
        BankFileError::TooLarge => ("too-large", START, error.to_string()),
        BankFileError::Failed(_) => ("unreadable", START, error.to_string()),
    };
    let (line, column, file) = (place.line, place.column, path.display().to_string());
    Ok(Finding { file, line, column, severity: Severity::Error, code, message, question: None })
}

/// What is printed, and the tally of it.
struct Page {
    format: CheckFormat,
    diagnostics: Diagnostics,
    bytes: Vec<u8>,
    tally: Tally,
}

impl Page {
    fn new(format: CheckFormat) -> Self {
        Self {
            format,
            diagnostics: Diagnostics::new(wants_colours(io::stdout().is_terminal())),
            bytes: Vec::new(),
            tally: Tally::default(),
        }
    }

    /// Adds what was found in one file.
    fn add(&mut self, text: &str, findings: Vec<Finding>) -> Result<(), Failure> {
        let lines: Vec<&str> = text.strip_prefix('\u{feff}').unwrap_or(text).split('\n').collect();
        for finding in findings {
            match self.format {
                CheckFormat::Text => {
                    let line = lines.get(finding.line - 1).copied().unwrap_or_default();
                    self.diagnostics.write(&finding, line, &mut self.bytes)?;
                }
                CheckFormat::Json => {
                    self.bytes.extend_from_slice(if self.bytes.is_empty() { b"[\n" } else { b",\n" });
                    serde_json::to_writer(&mut self.bytes, &finding).map_err(io::Error::from)?;
                }
            }
            self.tally.count(&finding);
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<Vec<u8>, Failure> {
        let mut bytes = std::mem::take(&mut self.bytes);
        if self.format == CheckFormat::Json {
            bytes.extend_from_slice(if bytes.is_empty() { b"[]\n" } else { b"\n]\n" });
        }
        Ok(bytes)
    }
}

/// How many problems there were, and of which kinds.
#[derive(Debug, Default)]
struct Tally {
    errors: usize,
    warnings: usize,
    codes: BTreeSet<&'static str>,
}

impl Tally {
    fn count(&mut self, finding: &Finding) {
        match finding.severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
        }
        self.codes.insert(finding.code);
    }

    fn tell(&self, file_count: usize, talk: &mut dyn Write) {
        let banks = counted(file_count, "bank");
        if self.errors + self.warnings == 0 {
            tell(talk, &format!("torus: {banks} checked, no problems found"));
            return;
        }
        let (errors, warnings) = (counted(self.errors, "error"), counted(self.warnings, "warning"));
        tell(talk, &format!("torus: {banks} checked: {errors}, {warnings}"));
        let codes: Vec<&str> = self.codes.iter().copied().collect();
        tell(talk, &format!("torus: `torus explain CODE` tells why, with an example: {}", codes.join(", ")));
    }
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// Colours are for a terminal that knows them, and nobody has asked to leave them out (<https://no-color.org>). The
/// older consoles of Windows would show the codes instead.
pub(super) fn wants_colours(is_terminal: bool) -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_dumb = std::env::var_os("TERM").is_some_and(|value| value == "dumb");
    is_terminal && !is_set("NO_COLOR") && !is_dumb && !cfg!(windows)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn in_small_letters<S: serde::Serializer>(severity: &Severity, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    })
}
