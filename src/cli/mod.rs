//! The command line: its arguments, and the command that runs.

mod banks;
mod check;
mod diagnostic;
mod explain;
mod explain_mark;
mod export;
mod failure;
mod fix;
mod generate;
mod grade;
mod import;
mod merge;
mod new;
mod paper;
mod printed;
mod recall;
mod report;
mod results;
mod tables;
mod talk;

pub mod display;

pub use check::{CheckArgs, CheckFormat};
pub use explain::ExplainArgs;
pub use explain_mark::{ExplainFormat, ExplainMarkArgs};
pub use export::ExportArgs;
pub use failure::{Failure, Outcome};
pub use generate::GenerateArgs;
pub use grade::GradeArgs;
pub use import::{ExchangeFormat, ImportArgs};
pub use merge::MergeArgs;
pub use new::NewArgs;
pub use paper::{PaperArgs, PaperFormat};
pub use recall::{RecallArgs, RecallFormat};
pub use report::{ReportArgs, ReportFormat};
pub use results::{ResultsArgs, RowKind};
pub use talk::tell;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};
use std::ffi::OsString;
use std::io::{BufWriter, Write};
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  torus                              opens the window
  torus fusion.ron chemistry.ron     adds two banks to the library and shows the first
  torus --data-dir /media/stick      keeps everything on a memory stick
  torus new fusion.ron               writes a bank to start from
  torus check fusion.ron             tells what could be better in it
  torus paper quizzes --count 10     prints a paper of ten questions
  torus import quiz.xml -o banks     makes a bank of another program's questions
  torus grade fusion.ron answers.csv marks what was answered on paper

A first bank whose file is called like a command is named with its folder:
  torus ./paper";

/// What was typed after `torus`.
#[derive(Debug, Parser)]
#[command(name = "torus", version, about = "Quizzes, offline: learners take them, teachers write them in plain text")]
#[command(after_help = EXAMPLES, disable_help_subcommand = true)]
pub struct Cli {
    /// Banks to add to the library; the first is shown
    #[arg(value_name = "BANK.ron")]
    pub banks: Vec<PathBuf>,
    /// Keep everything in this folder [or set TORUS_DATA_DIR]
    #[arg(long, global = true, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// A command to run instead of the window.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The commands that open no window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Tell what is wrong with banks, and what could be written better
    Check(CheckArgs),
    /// Tell why a check exists, with an example
    Explain(ExplainArgs),
    /// Tell how an answer was read and why it got its mark
    ExplainMark(ExplainMarkArgs),
    /// Make banks from a table of facts, or check them against it
    Generate(GenerateArgs),
    /// Make banks of other programs' questions
    Import(ImportArgs),
    /// Write a bank for another program
    Export(ExportArgs),
    /// Write a bank to start from, with every kind of question
    New(NewArgs),
    /// Draw a paper from banks and print it
    Paper(PaperArgs),
    /// Mark responses that were collected elsewhere
    Grade(GradeArgs),
    /// Print what this computer has recorded, as CSV
    Results(ResultsArgs),
    /// Add what another data folder has recorded
    Merge(MergeArgs),
    /// Predict from exports what each learner still knows on a day
    Recall(RecallArgs),
    /// Tell from many learners' exports what was not understood, and which questions are bad
    Report(ReportArgs),
}

impl Cli {
    /// Reads a command line, the program's name first.
    ///
    /// # Errors
    /// What to print, and with which status to exit: usage errors, and also the help and the version.
    pub fn read<I, T>(line: I) -> Result<Self, clap::Error>
    where
        I: IntoIterator<Item = T>,
        T: Into<OsString> + Clone,
    {
        let cli = Self::try_parse_from(line)?;
        // clap's own rule for this would also refuse `torus --data-dir DIR results`.
        if cli.command.is_some() && !cli.banks.is_empty() {
            let reason = "banks for the window cannot stand before a command: name them after it";
            return Err(Self::command().error(ErrorKind::ArgumentConflict, reason));
        }
        Ok(cli)
    }
}

impl Command {
    /// Runs the command: output to `out`, talk to `talk`. A reader that stops reading is no failure.
    pub fn run(&self, data_dir: Option<PathBuf>, out: &mut dyn Write, talk: &mut dyn Write) -> Outcome {
        let mut out = BufWriter::new(out);
        let result = match self {
            Self::Check(args) => check::run(args, &mut out, talk),
            Self::Explain(args) => explain::run(args, &mut out),
            Self::ExplainMark(args) => explain_mark::run(args, &mut out, talk),
            Self::Generate(args) => generate::run(args, &mut out, talk),
            Self::Import(args) => import::run(args, &mut out, talk),
            Self::Export(args) => export::run(args, &mut out, talk),
            Self::New(args) => new::run(args, talk),
            Self::Paper(args) => paper::run(args, &mut out, talk),
            Self::Grade(args) => grade::run(args, &mut out, talk),
            Self::Results(args) => results::run(args, data_dir, &mut out, talk),
            Self::Merge(args) => merge::run(args, data_dir, &mut out, talk),
            Self::Recall(args) => recall::run(args, &mut out, talk),
            Self::Report(args) => report::run(args, &mut out, talk),
        };
        match result.and_then(|outcome| out.flush().map(|()| outcome).map_err(Failure::Output)) {
            Ok(outcome) => outcome,
            Err(failure) if failure.is_broken_pipe() => Outcome::Done,
            Err(failure) => {
                tell(talk, &format!("torus: {failure}"));
                Outcome::Impossible
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_holds_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_command_shows_an_example() {
        let mut root = Cli::command();
        root.build();
        let commands = std::iter::once(&root).chain(root.get_subcommands());
        for command in commands {
            let help = command.clone().render_long_help().to_string();
            assert!(help.contains("Example"), "{}", command.get_name());
        }
    }

    #[test]
    fn the_data_folder_can_stand_before_or_after_the_command() {
        for line in [&["torus", "--data-dir", "d", "results"], &["torus", "results", "--data-dir", "d"]] {
            let cli = Cli::read(line).expect("understood");
            assert_eq!(cli.data_dir, Some(PathBuf::from("d")));
            assert!(cli.command.is_some());
        }
    }

    #[test]
    fn a_bank_called_like_a_command_is_named_with_its_folder() {
        let cli = Cli::read(["torus", "./paper", "check.ron"]).expect("understood");
        assert_eq!(cli.banks, [PathBuf::from("./paper"), PathBuf::from("check.ron")]);
        assert!(cli.command.is_none());
    }

    #[test]
    fn banks_for_the_window_do_not_vanish_before_a_command() {
        let error = Cli::read(["torus", "a.ron", "--data-dir", "d", "paper", "b.ron"]).expect_err("refused");
        assert_eq!((error.exit_code(), error.kind()), (2, ErrorKind::ArgumentConflict));
    }

    #[test]
    fn a_word_after_a_bank_is_a_bank() {
        let cli = Cli::read(["torus", "a.ron", "paper", "b.ron"]).expect("understood");
        assert_eq!((cli.banks.len(), cli.command.is_some()), (3, false));
    }

    #[test]
    fn talk_carries_no_control_characters_to_a_terminal() {
        let mut heard = Vec::new();
        tell(&mut heard, "\u{1b}[31mred\u{7}\u{9b}2J");
        assert_eq!(String::from_utf8(heard).expect("text"), "[31mred2J\n");
    }
}
