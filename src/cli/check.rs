//! `torus check`: reports what is wrong with banks and what could be written better.

use super::banks::bank_files;
use super::diagnostic::Diagnostics;
use super::fix::{Fixed, fix, show};
use super::printed::{Printed, Shown};
use super::talk::{counted, tell};
use super::{Failure, Outcome};
use crate::bank::{ErrorCode, Quietly, Severity, check_with};
use crate::disk::{BankFileError, LettersOfFonts, PicturesBeside, read_bank_text};
use crate::syntax::{LineIndex, Place};
use clap::{Args, ValueEnum};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Examples:
  torus check fusion.ron
  torus check quizzes --strict
  torus check quizzes --format json > problems.json
  torus check energy.ron --fix --dry-run

Errors end with 1: a question that cannot be asked. Warnings do so with
--strict: a question that can be answered by guessing, or that is easily misread.
`torus explain CODE` tells more about each.

--fix mends what is certain, such as a missing comma, curly quotation marks or a
name with a letter too many, and changes nothing else in the file: comments and
layout stay. Whatever somebody has to decide is told as before.";

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
    /// Mend what is certain, and tell what is left
    #[arg(long)]
    pub fix: bool,
    /// Write nothing, and print what --fix would change
    #[arg(long, requires = "fix", conflicts_with = "format")]
    pub dry_run: bool,
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

/// Checks the banks. Nothing is printed where a file is not there or may not be read.
pub(super) fn run(args: &CheckArgs, out: &mut dyn Write, talk: &mut dyn Write) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Done;
    let files = bank_files(&args.paths, talk, &mut outcome)?;
    let letters = LettersOfFonts::default();
    let mut page = Page::new(args.format);
    for path in &files {
        let text = match read_bank_text(path) {
            Ok(text) => text,
            Err(error) => {
                page.add(vec![unreadable(path, error)?])?;
                continue;
            }
        };
        let fixed = match (args.fix, args.dry_run) {
            (false, _) => Fixed::Untouched,
            (true, false) => fix(path, &text, talk)?,
            (true, true) => show(path, &text, out, talk)?,
        };
        let text = match fixed {
            Fixed::Mended(mended) => mended,
            Fixed::Untouched => text,
            Fixed::Refused => {
                outcome = Outcome::InputWrong;
                text
            }
        };
        let problems = problems(path, &text, &letters);
        if args.dry_run {
            problems.iter().for_each(|problem| page.tally.count(problem));
        } else {
            page.add(problems)?;
        }
    }
    if !args.dry_run {
        out.write_all(&page.finish()?)?;
    }
    page.tally.tell(files.len(), talk);
    let is_wrong = page.tally.errors > 0 || (args.strict && page.tally.warnings > 0);
    Ok(outcome.max(if is_wrong { Outcome::InputWrong } else { Outcome::Done }))
}

/// All that is wrong with a file.
fn problems(path: &Path, text: &str, letters: &LettersOfFonts) -> Vec<Printed> {
    let problems = check_with(text, &Quietly, &PicturesBeside::of_bank(path), letters);
    let lines = LineIndex::new(text);
    problems.into_iter().map(|problem| Printed::of(path, &lines, problem)).collect()
}

const START: Place = Place { line: 1, column: 1 };

/// What is in the file is told; that there is none, or none for us, is a failure.
pub(super) fn unreadable(path: &Path, error: BankFileError) -> Result<Printed, Failure> {
    let mut line = String::new();
    let (code, place) = match &error {
        BankFileError::Gone | BankFileError::NoPermission => {
            return Err(Failure::BankFile { path: path.to_path_buf(), source: error });
        }
        BankFileError::NotText { line: number, column } => {
            // Lines are shown as far as they can be: the place is where they stop being text.
            let bytes = fs::read(path).unwrap_or_default();
            line = LineIndex::new(String::from_utf8_lossy(&bytes)).line(*number).to_owned();
            (ErrorCode::NotText, Place { line: *number, column: *column })
        }
        BankFileError::NotAFile { .. } => (ErrorCode::NotAFile, START),
        BankFileError::TooLarge => (ErrorCode::TooLarge, START),
        BankFileError::Failed(_) => (ErrorCode::Unreadable, START),
    };
    let start = line.char_indices().nth(place.column - 1).map_or(line.len(), |(at, _)| at);
    let underlined = start..line.ceil_char_boundary(start + 1);
    let (what, help) = (error.message(), error.help());
    let message = format!("{what}: {help}");
    let shown = Shown { message: what, label: Some(help.into()), line, underlined };
    let (line, column, file) = (place.line, place.column, path.display().to_string());
    Ok(Printed { file, line, column, severity: Severity::Error, code: code.name(), message, question: None, shown })
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
    fn add(&mut self, problems: Vec<Printed>) -> Result<(), Failure> {
        for printed in problems {
            match self.format {
                CheckFormat::Text => self.diagnostics.write(&printed, &mut self.bytes)?,
                CheckFormat::Json => {
                    self.bytes.extend_from_slice(if self.bytes.is_empty() { b"[\n" } else { b",\n" });
                    serde_json::to_writer(&mut self.bytes, &printed).map_err(io::Error::from)?;
                }
            }
            self.tally.count(&printed);
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
    fn count(&mut self, printed: &Printed) {
        match printed.severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
        }
        self.codes.insert(printed.code);
    }

    fn tell(&self, file_count: usize, talk: &mut dyn Write) {
        let banks = counted(file_count, "bank");
        if self.errors + self.warnings == 0 {
            tell(talk, &format!("torus: {banks} checked, no problems found"));
            return;
        }
        let (errors, warnings) = (counted(self.errors, "error"), counted(self.warnings, "warning"));
        tell(talk, &format!("torus: {banks} checked: {errors}, {warnings}"));
        tell_codes(self.codes.iter().copied(), talk);
    }
}

/// Says where more is told of these codes.
pub(super) fn tell_codes(codes: impl Iterator<Item = &'static str>, talk: &mut dyn Write) {
    let codes: Vec<&str> = codes.collect();
    if !codes.is_empty() {
        tell(talk, &format!("torus: `torus explain CODE` tells why, with an example: {}", codes.join(", ")));
    }
}

/// Colours are for a terminal that knows them, and nobody has asked to leave them out (<https://no-color.org>). The
/// older consoles of Windows would show the codes instead.
pub(super) fn wants_colours(is_terminal: bool) -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_dumb = std::env::var_os("TERM").is_some_and(|value| value == "dumb");
    is_terminal && !is_set("NO_COLOR") && !is_dumb && !cfg!(windows)
}
