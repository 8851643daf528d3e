//! `torus marks`: results for a school's system, from learners' exports. Changes no export.

mod told;

use super::gathered::gathered;
use super::tables::files;
use super::talk::tell;
use super::{Failure, Outcome, people};
use crate::class::Class;
use crate::disk::save_atomically;
use crate::report::marks::{brightspace_csv, canvas_csv, gradebook, moodle_csv, write_statements};
use crate::sitting::State;
use clap::{Args, ValueEnum};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Examples:
  torus marks class-7b --to moodle --class 7b.csv -o marks.csv
  torus marks ada.csv ben.csv --to canvas --class 7b.csv -o marks.csv
  torus marks class-7b --to brightspace --class 7b.csv -o marks.csv
  torus marks class-7b --to xapi --class 7b.csv -o statements.json

The tables are those that the window and `torus results` export; a folder counts
as every .csv below it. The class list has names, email addresses or numbers:
by these the school's system knows its learners.

Of several sittings of one quiz the first that was finished counts, and where
anybody took it as a test, practice does not. xAPI gets every finished sitting.
docs/marks.md tells what to do in each system.";

/// What was typed after `torus marks`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct MarksArgs {
    /// Responses as exported, or folders of them
    #[arg(value_name = "RESPONSES.csv", required = true)]
    pub tables: Vec<PathBuf>,
    /// The system to write for
    #[arg(long, value_enum, value_name = "SYSTEM")]
    pub to: MarksSystem,
    /// A class list, with names, email addresses or numbers
    #[arg(long, value_name = "LIST.csv")]
    pub class: Option<PathBuf>,
    /// Who is one person and who is not, as decided: see `torus report --help`
    #[arg(long, value_name = "DECISIONS.ron")]
    pub people: Option<PathBuf>,
    /// The file to write
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
}

/// A system that results are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MarksSystem {
    /// A CSV file for the gradebook of Moodle
    Moodle,
    /// A CSV file for the gradebook of Canvas
    Canvas,
    /// A CSV file for the grades of Brightspace (D2L)
    Brightspace,
    /// xAPI statements as JSON, for a learning record store
    Xapi,
}

/// Writes the results. Whoever is not in them is told; nothing is written where there is no result.
pub(super) fn run(args: &MarksArgs, talk: &mut dyn Write) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Done;
    let paths = files(&args.tables, talk, &mut outcome)?;
    refuse_own_input(&args.output, paths.iter().chain(&args.class).chain(&args.people))?;
    let Some(class) = gathered(&paths, false, talk, &mut outcome)? else {
        tell(talk, "torus: found no table of responses");
        return Ok(Outcome::Impossible);
    };
    let choices =
        people::Choices { list: args.class.as_deref(), decisions: args.people.as_deref(), is_anonymous: false };
    let (class, listed, settled) = people::settle(&choices, class, talk)?;
    outcome = outcome.max(settled);
    let list = listed.as_ref().map(|listed| &listed.list);
    if let Some(listed) = &listed {
        told::missing(&listed.list, &listed.attendance.handed_in_nothing, talk);
    }
    let book = gradebook(&class, list);
    if args.to == MarksSystem::Xapi {
        if !has_finished_sitting(&class) {
            return Ok(nothing(talk));
        }
    } else {
        if book.quizzes.is_empty() {
            return Ok(nothing(talk));
        }
        outcome = outcome.max(told::left_out(&book.left_out, &class, talk));
        told::uncounted(&book.uncounted, talk);
        if book.people.is_empty() {
            return Ok(nobody(talk));
        }
        told::columns(&book, args.to == MarksSystem::Canvas, talk);
    }
    save_atomically(&args.output, |file| match args.to {
        MarksSystem::Moodle => file.write_all(&moodle_csv(&book)),
        MarksSystem::Canvas => file.write_all(&canvas_csv(&book)),
        MarksSystem::Brightspace => file.write_all(&brightspace_csv(&book)),
        MarksSystem::Xapi => write_statements(&class, file),
    })
    .map_err(|error| Failure::saving(&args.output, error))?;
    Ok(outcome)
}

fn has_finished_sitting(class: &Class) -> bool {
    class.sittings.iter().any(|sitting| sitting.state == State::Finished)
}

fn nothing(talk: &mut dyn Write) -> Outcome {
    tell(talk, "torus: nobody has finished a quiz with points to earn, so nothing was written");
    Outcome::InputWrong
}

fn nobody(talk: &mut dyn Write) -> Outcome {
    tell(talk, "torus: there are no marks to write, so nothing was written");
    Outcome::InputWrong
}

/// Learners' exports and lists are never written over, under whichever name.
fn refuse_own_input<'p>(output: &Path, mut inputs: impl Iterator<Item = &'p PathBuf>) -> Result<(), Failure> {
    let Ok(real) = fs::canonicalize(output) else { return Ok(()) };
    // A device such as /dev/stdout keeps nothing.
    let is_own = real.is_file() && inputs.any(|input| fs::canonicalize(input).is_ok_and(|input| input == real));
    if is_own { Err(Failure::OwnInput { path: output.to_path_buf() }) } else { Ok(()) }
}
