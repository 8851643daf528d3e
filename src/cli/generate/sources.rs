//! What banks are made from: the table, its spreadsheets and its pins, read and checked.

use super::super::Failure;
use super::super::check::{tell_codes, unreadable, wants_colours};
use super::super::diagnostic::Diagnostics;
use super::super::printed::{Printed, Shown, label};
use super::report::NearName;
use crate::bank::{Bank, Quietly, Severity, read as read_bank};
use crate::disk::{BankFileError, read_bank_text, read_table_text};
use crate::facts::{
    FactTable, Report, RowFault, TableDiagnostic, TableProblem, generate, generated_text, read, read_pins, reported,
};
use crate::syntax::{LineIndex, Place};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// What banks are made from, and the banks.
pub(super) struct Sources {
    pub table: FactTable,
    /// Name of the table's file.
    pub table_file: String,
    /// The banks under the pins.
    pub banks: Vec<Bank>,
    /// Whether something was told that may be a slip, though banks can be made with it.
    pub has_slips: bool,
    /// What each ask made, before the pins, where that is wanted.
    pub report: Option<Report>,
    /// Names in rows that are nearly known ones.
    pub near_names: Vec<NearName>,
}

/// Reads the table at `path` and makes its banks for `output`. Tells all that is wrong; nothing comes of it where that
/// has an error.
///
/// # Errors
/// Where the table is not there or may not be read.
pub(super) fn gather(
    path: &Path,
    output: &Path,
    is_reported: bool,
    talk: &mut dyn Write,
) -> Result<Option<Sources>, Failure> {
    let mut page = Page { is_reported, ..Page::default() };
    let table_file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let sources = match read_bank_text(path) {
        Ok(text) => read_all(path, &text, table_file, output, &mut page)?,
        Err(error) => {
            page.add(unreadable(path, error)?)?;
            None
        }
    };
    // Where nobody can hear it, there is nobody to tell that either.
    let _ = talk.write_all(&page.bytes);
    tell_codes(page.codes.iter().copied(), talk);
    Ok(sources.filter(|_| !page.has_errors))
}

fn read_all(
    path: &Path,
    text: &str,
    table_file: String,
    output: &Path,
    page: &mut Page,
) -> Result<Option<Sources>, Failure> {
    let guessed: RefCell<Vec<(PathBuf, &'static str, u64)>> = RefCell::default();
    let reading = read(text, &|name| {
        let file = path.with_file_name(name);
        let (text, encoding) = read_table_text(&file).map_err(|error| error.to_string())?;
        if let Some((name, line)) = encoding.guess() {
            guessed.borrow_mut().push((file, name, line));
        }
        Ok(text)
    });
    for (file, name, line) in guessed.into_inner() {
        page.add_guess(&file, name, line)?;
    }
    let mut texts = HashMap::from([(path.to_path_buf(), LineIndex::new(text.to_owned()))]);
    let beside = |problem: &TableDiagnostic| match &problem.file {
        Some(file) => path.with_file_name(&**file),
        None => path.to_path_buf(),
    };
    page.add_all(&reading.problems, &beside, &mut texts)?;
    let near_names =
        reading.problems.iter().filter_map(|problem| near_name(problem, &beside(problem), &texts)).collect();
    let Some(table) = reading.table.filter(|_| !page.has_errors) else { return Ok(None) };
    let (banks, report) = match page.is_reported {
        true => {
            let (banks, report) = reported(&table);
            (banks, Some(report))
        }
        false => (generate(&table), None),
    };
    let pins_path = path.with_file_name("pins").join(&table_file);
    let banks = match read_bank_text(&pins_path) {
        Err(BankFileError::Gone) => banks,
        Err(error) => {
            page.add(unreadable(&pins_path, error)?)?;
            return Ok(None);
        }
        Ok(pins_text) => {
            let reading = read_pins(&pins_text, &table_file);
            let (banks, problems) = reading.pins.apply(&table, banks, &reading.text, &table_file);
            texts.insert(pins_path.clone(), LineIndex::new(pins_text));
            page.add_all(&reading.problems, &|_| pins_path.clone(), &mut texts)?;
            page.add_all(&problems, &|_| pins_path.clone(), &mut texts)?;
            banks
        }
    };
    page.add_banks(&banks, &table_file, output)?;
    Ok(Some(Sources { table, table_file, banks, report, near_names, has_slips: page.has_slips }))
}

/// A new name in a row that is nearly one of the table.
fn near_name(
    diagnostic: &TableDiagnostic,
    path: &Path,
    texts: &HashMap<PathBuf, LineIndex<String>>,
) -> Option<NearName> {
    let TableProblem::Rows(RowFault::NewNameNear { name, near }) = &diagnostic.problem else { return None };
    let line = texts.get(path).map_or(1, |lines| lines.place(diagnostic.span.start).line);
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Some(NearName { file, line, name: name.clone(), near: near.clone() })
}

/// What is wrong, as it is shown.
#[derive(Default)]
struct Page {
    bytes: Vec<u8>,
    has_errors: bool,
    has_slips: bool,
    codes: BTreeSet<&'static str>,
    /// Whether it is told, beside, what each ask made.
    is_reported: bool,
}

impl Page {
    /// Adds problems, each with its line in the file that `path_of` tells.
    fn add_all(
        &mut self,
        problems: &[TableDiagnostic],
        path_of: &dyn Fn(&TableDiagnostic) -> PathBuf,
        texts: &mut HashMap<PathBuf, LineIndex<String>>,
    ) -> Result<(), Failure> {
        for problem in problems {
            self.has_slips |= !problem.problem.is_notice();
            let path = path_of(problem);
            let read = || LineIndex::new(read_table_text(&path).map(|(text, _)| text).unwrap_or_default());
            let lines = texts.entry(path.clone()).or_insert_with(read);
            self.add(printed(&path, lines, problem))?;
        }
        Ok(())
    }

    /// Says that a spreadsheet is in an encoding that nobody can be sure of, from this line on.
    fn add_guess(&mut self, path: &Path, name: &str, line: u64) -> Result<(), Failure> {
        let text = read_table_text(path).map(|(text, _)| text).unwrap_or_default();
        let number = usize::try_from(line).unwrap_or(1);
        let shown_line = text.lines().nth(number.saturating_sub(1)).unwrap_or_default().to_owned();
        let message =
            format!("from here on the spreadsheet is not UTF-8: it is read as {name}; look whether accents are right");
        let shown = Shown { message: message.clone(), label: None, underlined: 0..shown_line.len(), line: shown_line };
        self.add(Printed {
            file: path.display().to_string(),
            line: number,
            column: 1,
            severity: Severity::Warning,
            code: "guessed-encoding",
            message,
            question: None,
            shown,
        })
    }

    /// Adds what keeps questions of the banks from being asked: pins may hold anything.
    fn add_banks(&mut self, banks: &[Bank], table_file: &str, output: &Path) -> Result<(), Failure> {
        for bank in banks {
            let text = generated_text(bank, table_file);
            let path = output.join(format!("{}.ron", bank.id));
            let reading = read_bank(&text, &Quietly);
            let lines = LineIndex::new(text.as_str());
            for problem in reading.problems.into_iter().chain(reading.bank.err()) {
                if problem.severity() == Severity::Error {
                    self.add(Printed::of(&path, &lines, problem))?;
                }
            }
        }
        Ok(())
    }

    fn add(&mut self, printed: Printed) -> Result<(), Failure> {
        self.has_errors |= printed.severity == Severity::Error;
        self.codes.insert(printed.code);
        Diagnostics::new(wants_colours(io::stderr().is_terminal())).write(&printed, &mut self.bytes)
    }
}

fn printed(path: &Path, lines: &LineIndex<String>, diagnostic: &TableDiagnostic) -> Printed {
    let Place { line, column } = lines.place(diagnostic.span.start);
    let (shown_line, underlined) = lines.first_line(&diagnostic.span);
    let about = diagnostic.about.as_ref().map(|about| format!("{} \"{}\": ", about.part.as_str(), about.id));
    let cell = diagnostic.column.as_ref().map(|column| format!("column \"{column}\": "));
    let subject = format!("{}{}", about.unwrap_or_default(), cell.unwrap_or_default());
    let problem = &diagnostic.problem;
    let shown = Shown {
        message: format!("{subject}{}", problem.message()),
        label: label(problem.help(), problem.label()),
        line: shown_line.to_owned(),
        underlined,
    };
    Printed {
        file: path.display().to_string(),
        line,
        column,
        severity: diagnostic.severity(),
        code: diagnostic.code(),
        message: format!("{subject}{problem}"),
        question: None,
        shown,
    }
}
