//! `torus paper`: draws a paper from banks and prints it. Nothing is recorded.

use super::banks::{self, Gathered};
use super::talk::tell;
use super::{Failure, Outcome};
use crate::bank::{Bank, Mode, Question};
use crate::disk::{PictureBytes, read_picture, save_atomically};
use crate::paper::{Draw, Met, Paper, Plan, draw_versions};
use crate::report::printed::{LARGEST_EMBEDDED_BYTES, Papers, PrintedPicture, PrintedPictures, Printout};
use clap::{Args, ValueEnum};
use rand::TryRng;
use rand::rngs::SysRng;
use std::collections::HashMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Examples:
  torus paper fusion.ron
  torus paper quizzes --count 10 --topic JET --seed 7
  torus paper quizzes --quiz ten-minutes --key -o paper.html
  torus paper fusion.ron --count 20 --versions 4 --key -o papers.html
  torus paper fusion.ron --versions 4 --answer-sheets --key -o papers.html

Open an .html file in a browser, and print the pages from there.
The same banks, options and seed give the same paper on every computer.";

/// What was typed after `torus paper`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct PaperArgs {
    /// Banks, or folders with banks (every .ron below them)
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Draw the paper with this seed, 0 to 4294967295 [default: a new one, which is printed]
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub seed: Option<u32>,
    /// Draw this many questions [default: all]
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(u64).range(1..))]
    pub count: Option<u64>,
    /// Draw from this topic and those below it, such as JET or JET/dates
    #[arg(long, value_name = "T")]
    pub topic: Option<String>,
    /// Draw as this ready-made quiz of a bank says
    #[arg(long, value_name = "ID", conflicts_with_all = ["count", "topic"])]
    pub quiz: Option<String>,
    /// Print 1 to 26 versions, from A on: the same questions, in another order and with options in another order
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..=26))]
    pub versions: Option<u32>,
    /// How to print it [default: as the name of FILE ends, else text]
    #[arg(long, value_enum)]
    pub format: Option<PaperFormat>,
    /// Add the answer key to text and html (json always holds it)
    #[arg(long)]
    pub key: bool,
    /// Add an answer sheet after each version, one row a question, to text and html
    #[arg(long)]
    pub answer_sheets: bool,
    /// Write to this file, whole or not at all [default: standard output, which `-` names too]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// How a paper is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PaperFormat {
    /// For a terminal of 80 columns
    Text,
    /// For programs
    Json,
    /// A page to print
    Html,
}

/// Draws the paper and prints it. What is wrong with the banks is told first; the rest is printed.
pub(super) fn run(args: &PaperArgs, out: &mut dyn Write, talk: &mut dyn Write) -> Result<Outcome, Failure> {
    let Gathered { banks, files, outcome } = banks::gather(&args.paths, talk)?;
    let banks: Vec<&Bank> = banks.iter().collect();
    let seed = args.seed.map_or_else(new_seed, Ok)?;
    let (banks, plan) = plan(args, banks)?;
    let papers = draw_versions(&banks, &plan, &Met::new(), seed, args.versions.unwrap_or(1));
    let topic_outcome = papers.first().map_or(Outcome::Done, |paper| tell_shortage(args, &banks, &plan, paper, talk));
    let papers = match (args.versions, papers.as_slice()) {
        (None, [paper]) => Papers::One(paper),
        (_, versions) => Papers::Versions(versions),
    };
    let printout = Printout {
        papers,
        banks: &banks,
        with_key: args.key,
        with_sheets: args.answer_sheets,
        pictures: &Beside(&files),
    };
    match args.file() {
        Some(path) => save_atomically(path, |file| write(&printout, args.format(), file))
            .map_err(|error| Failure::saving(path, error))?,
        None => write(&printout, args.format(), out)?,
    }
    Ok(outcome.max(topic_outcome))
}

impl PaperArgs {
    /// The file to write to; none for standard output.
    fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| *path != Path::new("-"))
    }

    fn format(&self) -> PaperFormat {
        let ending = || Some(self.file()?.extension()?.to_str()?.to_ascii_lowercase());
        self.format.unwrap_or_else(|| match ending().as_deref() {
            Some("html" | "htm") => PaperFormat::Html,
            Some("json") => PaperFormat::Json,
            _ => PaperFormat::Text,
        })
    }
}

fn write(printout: &Printout, format: PaperFormat, out: &mut dyn Write) -> io::Result<()> {
    match format {
        PaperFormat::Text => printout.write_text(out),
        PaperFormat::Json => printout.write_json(out),
        PaperFormat::Html => printout.write_html(out),
    }
}

/// The pictures beside the files of the banks.
#[derive(Debug)]
struct Beside<'a>(&'a HashMap<Box<str>, PathBuf>);

impl PrintedPictures for Beside<'_> {
    fn picture(&self, bank_id: &str, path: &str) -> Option<PrintedPicture> {
        let read = read_picture(self.0.get(bank_id)?, path, LARGEST_EMBEDDED_BYTES)?;
        let PictureBytes { kind, bytes, width, height } = read;
        Some(PrintedPicture { kind, bytes, width, height })
    }
}

fn new_seed() -> Result<u32, Failure> {
    SysRng.try_next_u32().map_err(|error| Failure::NoSeed { reason: error.to_string() })
}

/// What to draw, and from which banks: a ready-made quiz draws from its own bank alone, since its topics are that bank's.
fn plan<'a>(args: &PaperArgs, banks: Vec<&'a Bank>) -> Result<(Vec<&'a Bank>, Plan), Failure> {
    if let Some(id) = &args.quiz {
        let quizzes = || banks.iter().flat_map(|&bank| bank.quizzes.iter().map(move |quiz| (bank, quiz)));
        let known = || quizzes().map(|(_, quiz)| quiz.id.to_string()).collect();
        let (bank, quiz) = quizzes()
            .find(|(_, quiz)| *quiz.id == **id)
            .ok_or_else(|| Failure::UnknownQuiz { id: id.clone(), known: known() })?;
        return Ok((vec![bank], Plan::of_quiz(quiz)));
    }
    let count = args.count.map(|count| usize::try_from(count).unwrap_or(usize::MAX));
    // Nobody types an empty topic to mean the questions without one.
    let topics = args.topic.iter().filter(|topic| !topic.is_empty()).cloned().collect();
    let draws = vec![Draw { topics, count }];
    Ok((banks, Plan { draws, mode: Mode::Practice }))
}

/// Says that there were fewer questions than asked for. Only a topic that has none is an error: a mistyped name.
fn tell_shortage(args: &PaperArgs, banks: &[&Bank], plan: &Plan, paper: &Paper, talk: &mut dyn Write) -> Outcome {
    let drawn = paper.items.len();
    if let (Some(topic), 0) = (&args.topic, drawn) {
        tell(talk, &format!("torus: no question in these banks is on the topic \"{topic}\""));
        return Outcome::InputWrong;
    }
    if paper.short_by > 0 {
        let wanted = drawn.saturating_add(paper.short_by);
        let why = match are_enough(banks, plan, wanted) {
            true => ": the others are their `enemies`, which give answers away",
            false => "",
        };
        tell(talk, &format!("torus: {wanted} questions were asked for, and {drawn} could be drawn{why}"));
    }
    Outcome::Done
}

/// Whether there are as many questions as were asked for, so that only enemies can have kept them out.
fn are_enough(banks: &[&Bank], plan: &Plan, wanted: usize) -> bool {
    let held = |admits: &dyn Fn(&Question) -> bool| {
        let questions = banks.iter().flat_map(|bank| &bank.questions);
        questions.filter(|question| plan.mode.asks(question.kind()) && admits(question)).count()
    };
    let is_full = |draw: &Draw| draw.count.is_none_or(|count| count <= held(&|question| draw.admits(question)));
    plan.draws.iter().all(is_full) && wanted <= held(&|question| plan.draws.iter().any(|draw| draw.admits(question)))
}
