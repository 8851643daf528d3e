//! `torus import`: other programs' questions to banks. A bank that was not imported is never written over.

use super::talk::{counted, tell};
use super::{Failure, Outcome};
use crate::bank::{Quietly, id_from};
use crate::disk::{ImportError, import_into, save_atomically};
use crate::exchange::{
    DraftBank, Finding, Format, ImportedText, MadeBank, MakeOptions, ReadFile, ReadOptions, Remark, Severity,
    TextEncoding, findings, make, read,
};
use crate::report::exchanged::{ExchangedJson, FindingJson, Telling, findings_text};
use clap::{Args, ValueEnum};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufReader, Write};
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Examples:
  torus import questions.xml -o banks
  torus import course.imscc -o banks
  torus import vocabulary.txt -o banks --cards
  torus import *.gift -o banks --format json

Reads Moodle XML, GIFT, tables of questions (Kahoot, Quizizz, Blooket, Gimkit,
Brightspace, Blackboard, or any with a heading), Canvas and other QTI packages,
questions with lettered options, also in Word documents, Anki, Quizlet, H5P and
Open Trivia DB. A file becomes a bank, a package one bank a quiz, with pictures
beside it. What was left out or changed is told, and kept in NAME.import.txt.
Import the same file again to bring its bank up to date: what you have changed in
the bank stays, and nothing is doubled.";

/// What was typed after `torus import`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct ImportArgs {
    /// Files of other programs
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The folder for the banks; it is created if needed
    #[arg(short, long, value_name = "DIR")]
    pub output: PathBuf,
    /// The format of the files, if their content does not show it
    #[arg(long, value_name = "FORMAT", value_parser = format_of)]
    pub from: Option<Format>,
    /// The encoding of the text, if it is detected wrongly, such as macintosh
    #[arg(long, value_name = "NAME", value_parser = encoding_of)]
    pub encoding: Option<TextEncoding>,
    /// Turn terms and essays, which have no key, into cards that learners rate themselves
    #[arg(long)]
    pub cards: bool,
    /// How to print the result
    #[arg(long, value_enum, default_value_t = ExchangeFormat::Text)]
    pub format: ExchangeFormat,
}

/// How the outcome of an import or export is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExchangeFormat {
    /// For people
    Text,
    /// For programs
    Json,
}

fn format_of(name: &str) -> Result<Format, String> {
    let names = || Format::ALL.map(Format::as_str).join(", ");
    Format::from_name(name).ok_or_else(|| format!("choose one of {}", names()))
}

fn encoding_of(name: &str) -> Result<TextEncoding, String> {
    TextEncoding::from_name(name)
        .ok_or_else(|| "there is no such encoding; try utf-8, windows-1252 or macintosh".into())
}

/// Imports every file. One that gives no question keeps no other from being imported.
pub(super) fn run(args: &ImportArgs, out: &mut dyn Write, talk: &mut dyn Write) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Done;
    let mut taken = BTreeSet::new();
    let mut told = Vec::new();
    for path in &args.files {
        let one = import(path, args, &mut taken)?;
        outcome = outcome.max(one.outcome());
        match args.format {
            ExchangeFormat::Text => one.print(out).map_err(Failure::Output)?,
            ExchangeFormat::Json => told.push(one.json()),
        }
        if let Some(error) = &one.error {
            tell(talk, &format!("{}: {error}", one.file));
        }
    }
    if args.format == ExchangeFormat::Json {
        let text = serde_json::to_string_pretty(&told).map_err(|error| Failure::Output(error.into()))?;
        writeln!(out, "{text}").map_err(Failure::Output)?;
    }
    Ok(outcome)
}

/// What became of a file.
#[derive(Default)]
struct Imported {
    file: String,
    format: Option<Format>,
    encoding: Option<&'static str>,
    separator: Option<&'static str>,
    banks: Vec<ImportedBank>,
    error: Option<String>,
}

struct ImportedBank {
    path: PathBuf,
    questions: usize,
    made: usize,
    text: ImportedText,
    findings: Vec<Finding>,
}

fn import(path: &Path, args: &ImportArgs, taken: &mut BTreeSet<PathBuf>) -> Result<Imported, Failure> {
    let file_failure = |source| Failure::File { path: path.to_path_buf(), source };
    let file = File::open(path).map_err(file_failure)?;
    if file.metadata().map_err(file_failure)?.is_dir() {
        return Err(file_failure(std::io::ErrorKind::IsADirectory.into()));
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let options = ReadOptions { format: args.from, encoding: args.encoding, separator: None };
    let mut imported = Imported { file: path.display().to_string(), ..Imported::default() };
    match read(&mut BufReader::new(file), &name, &options, &Quietly) {
        Ok(read) => {
            imported.format = Some(read.format);
            imported.encoding = read.encoding.map(TextEncoding::name);
            imported.separator = read.separator.as_deref().and_then(separator_name);
            imported.banks = save(&read, path, args, taken)?;
        }
        Err(reason) => imported.error = Some(reason.to_string()),
    }
    Ok(imported)
}

fn save(
    read: &ReadFile,
    path: &Path,
    args: &ImportArgs,
    taken: &mut BTreeSet<PathBuf>,
) -> Result<Vec<ImportedBank>, Failure> {
    let base = path.file_stem().map(|base| base.to_string_lossy().into_owned()).unwrap_or_default();
    let source = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let is_package = read.banks.len() > 1;
    let make_options = MakeOptions { with_cards: args.cards, one_topic: None };
    let mut banks = Vec::new();
    for drafts in &read.banks {
        let name = match (is_package, drafts.title.trim().is_empty()) {
            (true, false) => id_from(&format!("{base} {}", drafts.title), "imported"),
            (true, true) => id_from(&format!("{base} {}", drafts.origin), "imported"),
            (false, _) => id_from(&base, "imported"),
        };
        let path = free(&args.output, &name, read.format, taken);
        let id = path.file_stem().map(|base| base.to_string_lossy().into_owned()).unwrap_or(name);
        let made = make(&titled(drafts, &base), &id, &make_options);
        banks.push(save_bank(read, drafts, &made, path, &source)?);
    }
    Ok(banks)
}

/// The drafts with the file's name as their title where they have none.
fn titled(drafts: &DraftBank, base: &str) -> DraftBank {
    let title = if drafts.title.trim().is_empty() { base.into() } else { drafts.title.clone() };
    DraftBank { title, ..drafts.clone() }
}

fn save_bank(
    read: &ReadFile,
    drafts: &DraftBank,
    made: &MadeBank,
    path: PathBuf,
    source: &str,
) -> Result<ImportedBank, Failure> {
    let mut told = findings(drafts, made);
    if let Some(encoding) = read.encoding.filter(|encoding| encoding.is_guessed()) {
        let place = crate::exchange::Place::line(1);
        let remark = Remark::Encoding(encoding.name().into());
        told.insert(0, Finding { place, question: Box::default(), kind: Box::default(), remark });
    }
    let mut text = ImportedText::default();
    if !made.made.is_empty() {
        text = import_into(&path, made, drafts, read.format, source).map_err(failure)?;
        let changed = text.changed_here.iter().map(|place| Finding {
            place: drafts.drafts[*place].place.clone(),
            question: drafts.drafts[*place].name.clone(),
            kind: drafts.drafts[*place].type_name.clone(),
            remark: Remark::ChangedHere,
        });
        told.extend(changed);
        let beside = path.with_extension("import.txt");
        let counts = counts(made.questions(), made.made.len());
        let telling = Telling { message: &message, names_all: true };
        let summary = format!("{source}: {counts}{}\n\n{}", text.again(), findings_text(&told, telling));
        save_atomically(&beside, |file| file.write_all(summary.as_bytes()))
            .map_err(|source| Failure::File { path: beside.clone(), source })?;
    }
    Ok(ImportedBank { path, questions: made.questions(), made: made.made.len(), text, findings: told })
}

/// What stands between cells, in the plural; `None` for what has no name.
fn separator_name(separator: &str) -> Option<&'static str> {
    Some(match separator {
        "\t" => "tabs",
        "," => "commas",
        ";" => "semicolons",
        "|" => "vertical bars",
        ":" => "colons",
        " " => "spaces",
        " - " | " – " | " — " => "dashes",
        " = " => "equals signs",
        _ => return None,
    })
}

/// The file for a bank. Two files of one name, such as `a.gift` and `a.xml`, become two banks.
fn free(folder: &Path, name: &str, format: Format, taken: &mut BTreeSet<PathBuf>) -> PathBuf {
    let names = [name.to_owned(), format!("{name}-{}", format.as_str())]
        .into_iter()
        .chain((2..).map(|number| format!("{name}-{number}")));
    let paths = names.map(|name| folder.join(format!("{name}.ron")));
    let path = paths.into_iter().find(|path| !taken.contains(path)).unwrap_or_default();
    taken.insert(path.clone());
    path
}

fn failure(error: ImportError) -> Failure {
    match error {
        ImportError::File { path, source } => Failure::File { path, source },
        error @ (ImportError::NotImported(_) | ImportError::Damaged(_) | ImportError::OtherQuestions(_)) => {
            Failure::Import(error)
        }
    }
}

fn counts(questions: usize, made: usize) -> String {
    match questions - made {
        0 => format!("{} made", counted(made, "question")),
        left_out => format!("{made} of {} made, {left_out} left out", counted(questions, "question")),
    }
}

impl Imported {
    fn outcome(&self) -> Outcome {
        let leaves_out = |bank: &ImportedBank| bank.made < bank.questions;
        if self.error.is_some() || self.banks.iter().any(leaves_out) { Outcome::InputWrong } else { Outcome::Done }
    }

    fn print(&self, out: &mut dyn Write) -> std::io::Result<()> {
        let Some(format) = self.format else { return Ok(()) };
        let encoding = self.encoding.map(|encoding| format!(", {encoding}")).unwrap_or_default();
        let separator = self.separator.map(|separator| format!(", separated by {separator}")).unwrap_or_default();
        writeln!(out, "{} ({}{encoding}{separator})", self.file, format.title())?;
        for bank in &self.banks {
            let counts = counts(bank.questions, bank.made);
            match bank.made {
                0 => writeln!(out, "no bank: {counts}")?,
                _ => writeln!(out, "{}: {counts}{}", bank.path.display(), bank.text.again())?,
            }
            let telling = Telling { message: &message, names_all: false };
            write!(out, "{}", findings_text(&bank.findings, telling))?;
        }
        Ok(())
    }

    fn json(&self) -> ExchangedJson {
        let written = self.banks.iter().filter(|bank| bank.made > 0);
        let banks: Vec<String> = written.map(|bank| bank.path.display().to_string()).collect();
        let findings = self.banks.iter().flat_map(|bank| &bank.findings);
        ExchangedJson {
            file: self.file.clone(),
            format: self.format.map(Format::as_str),
            encoding: self.encoding,
            bank: Some(banks.first().cloned()),
            banks: Some(banks),
            output: None,
            no_longer: self.banks.iter().flat_map(|bank| &bank.text.no_longer).map(|id| id.to_string()).collect(),
            questions: self.banks.iter().map(|bank| bank.questions).sum(),
            made: self.banks.iter().map(|bank| bank.made).sum(),
            findings: findings.map(|finding| FindingJson::of(&self.file, finding, message(&finding.remark))).collect(),
            error: self.error.clone(),
        }
    }
}

impl ImportedText {
    /// What became of a bank that was there already; empty for a new one.
    fn again(&self) -> String {
        if self.changed + self.unchanged + self.changed_here.len() == 0 {
            return String::new();
        }
        let mut parts = vec![
            format!("{} new", self.added),
            format!("{} changed", self.changed),
            format!("{} unchanged", self.unchanged),
        ];
        if !self.changed_here.is_empty() {
            parts.push(format!("{} changed in the bank too and left alone", self.changed_here.len()));
        }
        if !self.no_longer.is_empty() {
            let ids = self.no_longer.join(", ");
            parts.push(format!("{} no longer in the file, but kept: {ids}", self.no_longer.len()));
        }
        format!(" ({})", parts.join(", "))
    }
}

/// What happened, with the option that changes it.
pub(super) fn message(remark: &Remark) -> String {
    match remark {
        Remark::CardNotAsked => {
            format!("{} Use --cards to make cards that learners rate themselves.", remark.message())
        }
        _ => remark.message(),
    }
}

/// Whether something was left out.
pub(super) fn leaves_out(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity() == Severity::LeftOut)
}
