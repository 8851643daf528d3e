//! `torus report`: what many learners' exports say of a class and of its questions. Changes no file.

mod left_out;

use super::gathered::gathered;
use super::people;
use super::tables::files;
use super::talk::tell;
use super::{Failure, Outcome};
use crate::class::{MeasuringOptions, measure};
use crate::report::class::{Beside, class_html, class_json, class_text, items_csv};
use clap::{Args, ValueEnum};
use std::io::Write;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  torus report class-7b
  torus report ada.csv ben.csv --format json
  torus report class-7b --format csv > questions.csv
  torus report class-7b --format html > class-7b.html
  torus report class-7b --format html --anonymous > without-names.html
  torus report class-7b --class 7b.csv --people people.ron

The tables are those that the window and `torus results` export, also as a
spreadsheet saved them since, or a Moodle quiz's reports of responses or grades;
a folder counts as every .csv below it. A sitting that several tables have
counts once. Figures are over each learner's first
answer to a question, in finished sittings; docs/statistics.md tells what
each of them means. No learner is named but in HTML, and of a class list those
who have handed in nothing.

Learners are told apart by their ids. Who may be one person with two ids is
told on standard error, with the lines that decide it, for a file such as
  [
      Same(\"id\", \"id\"),
      Different(\"id\", \"id\"),
  ]
Without that file nobody is merged.

With --anonymous neither the report nor standard error names a learner, and
standard error names a file only where a row or all of it cannot be used.";

/// What was typed after `torus report`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct ReportArgs {
    /// Responses as exported, or folders of them
    #[arg(value_name = "RESPONSES.csv", required = true)]
    pub tables: Vec<PathBuf>,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    pub format: ReportFormat,
    /// Leave the weak prior on difficulties off, as published figures do
    #[arg(long)]
    pub no_prior: bool,
    /// Leave out who learners are: names, ids, addresses, remarks, times
    #[arg(long)]
    pub anonymous: bool,
    /// The class: names, email addresses or numbers, to tell who has handed in nothing
    #[arg(long, value_name = "LIST.csv")]
    pub class: Option<PathBuf>,
    /// Who is who, as decided
    #[arg(long, value_name = "DECISIONS.ron")]
    pub people: Option<PathBuf>,
    /// Leave a question out of every sum, by its id, or BANK/ID where several banks have it; may be repeated
    #[arg(long, value_name = "QUESTION")]
    pub leave_out: Vec<String>,
}

/// How a report is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// The class, then its questions, those to look at first
    #[default]
    Text,
    /// One object
    Json,
    /// One row for each question
    Csv,
    /// One page to read, to keep and to print
    Html,
}

/// Reports on all tables together. A row or a table that cannot be used is told, and the others count.
pub(super) fn run(args: &ReportArgs, out: &mut dyn Write, talk: &mut dyn Write) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Done;
    let paths = files(&args.tables, talk, &mut outcome)?;
    let Some(class) = gathered(&paths, args.anonymous, talk, &mut outcome)? else {
        tell(talk, "torus: there is no table of responses to report on");
        return Ok(Outcome::Impossible);
    };
    let choices = people::Choices {
        list: args.class.as_deref(),
        decisions: args.people.as_deref(),
        is_anonymous: args.anonymous,
    };
    let (class, listed, settled) = people::settle(&choices, class, talk)?;
    outcome = outcome.max(settled);
    let left_out = left_out::left_out(&args.leave_out, &class)?;
    let beside =
        Beside { list: listed.as_ref().map(|listed| (&listed.list, &listed.attendance)), left_out: left_out.as_ref() };
    let places = left_out.iter().flat_map(|left_out| &left_out.questions).copied().collect();
    let figures = measure(&class, &MeasuringOptions { no_prior: args.no_prior, left_out: places });
    match args.format {
        ReportFormat::Text => out.write_all(class_text(&class, &figures, &beside).as_bytes())?,
        ReportFormat::Json => out.write_all(class_json(&class, &figures, &beside).as_bytes())?,
        ReportFormat::Csv => out.write_all(&items_csv(&class, &figures))?,
        ReportFormat::Html => out.write_all(class_html(&class, &figures, &beside, !args.anonymous).as_bytes())?,
    }
    Ok(outcome)
}
