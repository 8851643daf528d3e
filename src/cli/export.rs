//! `torus export`: a bank for another program.

use super::import::{ExchangeFormat, leaves_out, message};
use super::talk::{counted, tell};
use super::{Failure, Outcome};
use crate::bank::{AnyPicture, Quietly, question_places, read_with};
use crate::disk::{read_bank_text, read_picture, save_atomically};
use crate::exchange::{Exported, Finding, PictureSource, Place, Remark, Target, write};
use crate::report::exchanged::{ExchangedJson, FindingJson, Telling, findings_text};
use crate::syntax::LineIndex;
use clap::Args;
use std::collections::HashMap;
use std::io::Write;
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Examples:
  torus export rivers.ron --to moodle-xml -o rivers.xml
  torus export rivers.ron --to canvas -o rivers.zip
  torus export rivers.ron --to table -o rivers.csv
  torus export rivers.ron --to apkg -o rivers.apkg --format json

Formats: moodle-xml, canvas (a QTI 1.2 package), gift, qti (a QTI 2.1 package),
apkg (Anki), kahoot (a spreadsheet), table (.xlsx or .csv by the name), quizlet,
aiken. What the other program marks differently or cannot hold is told; with a
question left out it ends with 1. The same bank gives the same file.";

/// What was typed after `torus export`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct ExportArgs {
    /// The bank
    #[arg(value_name = "BANK.ron")]
    pub bank: PathBuf,
    /// The program to export for
    #[arg(long, value_name = "FORMAT", value_parser = target_name)]
    pub to: String,
    /// The file to write
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// How to print the result
    #[arg(long, value_enum, default_value_t = ExchangeFormat::Text)]
    pub format: ExchangeFormat,
}

fn target_name(name: &str) -> Result<String, String> {
    if Target::ALL.iter().any(|target| target.as_str() == name) {
        return Ok(name.to_owned());
    }
    let mut names: Vec<&str> = Target::ALL.iter().map(|target| target.as_str()).collect();
    names.dedup();
    Err(format!("choose one of {}", names.join(", ")))
}

/// The target of that name for a file: a table is CSV where its name says so, else a workbook.
fn target(name: &str, output: &Path) -> Target {
    let is_csv = output.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    let named = Target::ALL.into_iter().filter(|target| target.as_str() == name);
    let of_table = |target: &Target| match target {
        Target::TableCsv => is_csv,
        Target::TableXlsx => !is_csv,
        Target::MoodleXml
        | Target::Canvas
        | Target::Gift
        | Target::Qti
        | Target::Apkg
        | Target::Kahoot
        | Target::Quizlet
        | Target::Aiken => true,
    };
    named.into_iter().find(of_table).unwrap_or(Target::MoodleXml)
}

/// Larger pictures are left out: no other program takes them.
const MOST_PICTURE_BYTES: usize = 20 << 20;

struct PicturesOf<'p>(&'p Path);

impl PictureSource for PicturesOf<'_> {
    fn picture(&self, path: &str) -> Option<Vec<u8>> {
        read_picture(self.0, path, MOST_PICTURE_BYTES).map(|picture| picture.bytes)
    }
}

/// Writes the bank for the other program. Questions that cannot be asked are left out and told.
pub(super) fn run(args: &ExportArgs, out: &mut dyn Write, talk: &mut dyn Write) -> Result<Outcome, Failure> {
    if is_bank(&args.output) || is_same_file(&args.bank, &args.output) {
        return Err(Failure::Occupied { path: args.output.clone() });
    }
    let text = read_bank_text(&args.bank).map_err(|source| Failure::BankFile { path: args.bank.clone(), source })?;
    let reading = read_with(&text, &Quietly, &AnyPicture);
    let Ok(bank) = reading.bank else {
        return Err(Failure::NoBankToExport { path: args.bank.clone() });
    };
    let places = Places::of(&text);
    let exported = write(&bank, target(&args.to, &args.output), &PicturesOf(&args.bank));
    let is_empty = exported.made == 0;
    if !is_empty {
        save_atomically(&args.output, |file| file.write_all(&exported.bytes))
            .map_err(|source| Failure::File { path: args.output.clone(), source })?;
    }
    let mut findings = places.findings(&exported);
    let problem_of = |id: &str| {
        reading
            .problems
            .iter()
            .find(|problem| problem.question.as_deref() == Some(id))
            .map(|found| found.problem.clone())
    };
    // Those that can be asked stand in the order of the file.
    let mut asked = bank.questions.iter().peekable();
    let faulty = places.all.iter().filter(|(id, _)| asked.next_if(|question| question.id == *id).is_none());
    findings.extend(faulty.map(|(id, line)| Finding {
        place: Place::line(*line),
        question: id.clone(),
        kind: Box::default(),
        remark: problem_of(id).map_or_else(
            || Remark::Damaged("torus check tells what is wrong with it".into()),
            |problem| Remark::Refused(Box::new(problem)),
        ),
    }));
    let questions = places.all.len().max(bank.questions.len());
    let output = args.output.display().to_string();
    if is_empty {
        let target = target(&args.to, &args.output).title();
        tell(talk, &format!("torus: {output} was not written: no question of this bank can go out as {target}"));
    }
    match args.format {
        ExchangeFormat::Text => {
            if !is_empty {
                told_written(&output, exported.made, questions, talk);
            }
            write!(out, "{}", findings_text(&findings, Telling { message: &message, names_all: false }))
                .map_err(Failure::Output)?;
        }
        ExchangeFormat::Json => {
            let file = args.bank.display().to_string();
            let told = [ExchangedJson {
                format: Some(target(&args.to, &args.output).as_str()),
                encoding: None,
                bank: None,
                banks: None,
                output: Some((!is_empty).then_some(output)),
                no_longer: Vec::new(),
                questions,
                made: exported.made,
                findings: findings
                    .iter()
                    .map(|finding| FindingJson::of(&file, finding, message(&finding.remark)))
                    .collect(),
                error: None,
                file,
            }];
            let json = serde_json::to_string_pretty(&told).map_err(|error| Failure::Output(error.into()))?;
            writeln!(out, "{json}").map_err(Failure::Output)?;
        }
    }
    Ok(if is_empty || leaves_out(&findings) { Outcome::InputWrong } else { Outcome::Done })
}

fn told_written(output: &str, made: usize, questions: usize, talk: &mut dyn Write) {
    let rest = match questions - made {
        0 => String::new(),
        left_out => format!(", {left_out} left out"),
    };
    tell(talk, &format!("torus: wrote {output}: {}{rest}", counted(made, "question")));
}

/// Whether there is a bank: it is never written over by what is meant for another program.
fn is_bank(path: &Path) -> bool {
    path.exists() && path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    let [one, other] = [one, other].map(|path| path.canonicalize().ok());
    one.is_some() && one == other
}

/// Where each question of a bank begins.
struct Places {
    /// Ids and lines in the order of the file.
    all: Vec<(Box<str>, u32)>,
    kinds: HashMap<Box<str>, &'static str>,
}

impl Places {
    fn of(text: &str) -> Self {
        let lines = LineIndex::new(text);
        let mut places = Self { all: Vec::new(), kinds: HashMap::new() };
        for place in question_places(text) {
            let line = u32::try_from(lines.place(place.span.start).line).unwrap_or(u32::MAX);
            if let Some(question) = &place.question {
                places.kinds.insert(place.id.clone(), question.kind().as_str());
            }
            places.all.push((place.id, line));
        }
        places
    }

    fn findings(&self, exported: &Exported) -> Vec<Finding> {
        let lines: HashMap<&str, u32> = self.all.iter().map(|(id, line)| (&**id, *line)).collect();
        let finding = |(id, remark): &(Box<str>, Remark)| Finding {
            place: lines.get(&**id).map_or_else(Place::default, |line| Place::line(*line)),
            question: id.clone(),
            kind: self.kinds.get(id).copied().unwrap_or_default().into(),
            remark: remark.clone(),
        };
        exported.remarks.iter().map(finding).collect()
    }
}
