//! `torus recall`: what each learner still knows on a day, predicted from exports alone. Changes no file.

use super::tables::{files, tell_table};
use super::talk::tell;
use super::{Failure, Outcome};
use crate::moment::Moment;
use crate::report::recall::{Answers, predict, read, recall_csv, recall_json, recall_text};
use crate::schedule::StudyDay;
use clap::{Args, ValueEnum};
use jiff::Zoned;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Examples:
  torus recall responses.csv
  torus recall class-7b --on 2026-12-01
  torus recall ada.csv ben.csv --format csv > recall.csv

The tables are those that the window and `torus results` export; a folder counts
as every .csv below it. Answers after the day are set aside, an answer in two
tables counts once, and what a learner practised in a quiz that does not count
for review is left out. A study day begins at four in the morning.";

/// What was typed after `torus recall`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct RecallArgs {
    /// Responses as exported, or folders of them
    #[arg(value_name = "RESPONSES.csv", required = true)]
    pub tables: Vec<PathBuf>,
    /// The study day to predict for, such as 2026-12-01 [default: today]
    #[arg(long, value_name = "DATE", value_parser = study_day)]
    pub on: Option<StudyDay>,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    pub format: RecallFormat,
}

/// How a prediction is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum RecallFormat {
    /// By learner, then by topic, weakest first
    #[default]
    Text,
    /// One object
    Json,
    /// One row for each question of each learner
    Csv,
}

fn study_day(text: &str) -> Result<StudyDay, String> {
    StudyDay::from_iso(text).ok_or_else(|| "a day is written as year, month and day, such as 2026-12-01".to_owned())
}

/// Predicts from all tables together. A row or a table that cannot be used is told, and the others count; where no table can
/// be used there is nothing to predict from.
pub(super) fn run(args: &RecallArgs, out: &mut dyn Write, talk: &mut dyn Write) -> Result<Outcome, Failure> {
    let on = args.on.unwrap_or_else(|| StudyDay::of(Moment::from_zoned(&Zoned::now())));
    let mut outcome = Outcome::Done;
    let mut tables = Vec::new();
    for path in files(&args.tables, talk, &mut outcome)? {
        match table(&path, talk)? {
            Some(answers) => {
                outcome = outcome.max(tell_table(&path, &answers.told, false, talk));
                tables.push(answers);
            }
            None => outcome = Outcome::InputWrong,
        }
    }
    if tables.is_empty() {
        tell(talk, "torus: there is no table of responses to predict from");
        return Ok(Outcome::Impossible);
    }
    let recall = predict(tables, on);
    if recall.set_aside > 0 {
        let answers = if recall.set_aside == 1 { "1 answer" } else { &*format!("{} answers", recall.set_aside) };
        tell(talk, &format!("torus: set aside {answers} after {on}"));
    }
    match args.format {
        RecallFormat::Text => out.write_all(recall_text(&recall).as_bytes())?,
        RecallFormat::Json => out.write_all(recall_json(&recall).as_bytes())?,
        RecallFormat::Csv => out.write_all(&recall_csv(&recall))?,
    }
    Ok(outcome)
}

/// The answers of a table; one that cannot be used is told.
fn table(path: &Path, talk: &mut dyn Write) -> Result<Option<Answers>, Failure> {
    let bytes = fs::read(path).map_err(|source| Failure::File { path: path.to_path_buf(), source })?;
    let read = read(&bytes).inspect_err(|fault| tell(talk, &format!("{}:{}: {fault}", path.display(), fault.line())));
    Ok(read.ok())
}
