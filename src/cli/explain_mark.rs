//! `torus explain-mark`: tells step by step how an answer was read and why it got its mark. Marks as the window does.

use super::banks::{BankRead, read_file};
use super::{Failure, Outcome};
use crate::bank::{AnyPicture, Question};
use crate::report::{mark_sentences, note_words};
use crate::sitting::{Collected, Step, Trace, Verdict, as_asked, explain_written};
use crate::syntax::did_you_mean::nearest;
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::io::Write;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  torus explain-mark rivers.ron paris \"Sene\"
  torus explain-mark rivers.ron amazon-length \"6,400 km\" --format json

An answer is written as in a table for `torus grade`. A calculated question is
explained where its values are known: where each variable has one value alone,
or with the prompt as it was asked in --prompt.";

/// How the steps are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ExplainFormat {
    /// Sentences
    #[default]
    Text,
    /// One object
    Json,
}

/// What was typed after `torus explain-mark`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct ExplainMarkArgs {
    /// The bank that the question is in
    #[arg(value_name = "BANK.ron")]
    pub bank: PathBuf,
    /// The id of the question
    #[arg(value_name = "QUESTION")]
    pub question: String,
    /// The answer, as it was given
    #[arg(value_name = "ANSWER", allow_hyphen_values = true)]
    pub answer: String,
    /// The prompt as it was asked, for a calculated question
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub prompt: String,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    pub format: ExplainFormat,
}

/// Marks the answer and prints every step. An answer that is wrong is no fault of the input.
pub(super) fn run(args: &ExplainMarkArgs, out: &mut dyn Write, talk: &mut dyn Write) -> Result<Outcome, Failure> {
    let BankRead { bank, outcome, .. } = read_file(&args.bank, &AnyPicture, talk)?;
    let bank = bank.ok_or_else(|| Failure::NoBank { path: args.bank.clone() })?;
    let known = bank.questions.iter().find(|question| *question.id == *args.question.trim());
    let question = known.ok_or_else(|| Failure::UnknownQuestion {
        id: args.question.clone(),
        nearest: nearest(&args.question, bank.questions.iter().map(|question| &*question.id)),
    })?;
    let trace = Trace { prompt: &args.prompt, ..Trace::default() };
    let question = as_asked(question, &trace).map_err(|_| Failure::UnknownValues { id: args.question.clone() })?;
    let (collected, steps) = explain_written(&question, &args.answer);
    let explained = Explained::new(&question, &args.answer, &collected, &steps);
    match args.format {
        ExplainFormat::Text => write!(out, "{}", explained.text())?,
        ExplainFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, &explained).map_err(|error| Failure::Output(error.into()))?;
            writeln!(out)?;
        }
    }
    Ok(outcome)
}

/// A mark with its steps.
#[derive(Serialize)]
struct Explained<'a> {
    question: &'a str,
    kind: &'static str,
    answer: &'a str,
    verdict: &'static str,
    fraction: f64,
    /// Where the reference tells how such a question is marked.
    rule: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remark: Option<String>,
    steps: &'a [Step],
    #[serde(skip)]
    sentences: Vec<String>,
}

impl<'a> Explained<'a> {
    fn new(question: &'a Question, answer: &'a str, collected: &Collected, steps: &'a [Step]) -> Self {
        let mark = collected.mark.as_ref();
        Self {
            question: &question.id,
            kind: question.kind().as_str(),
            answer,
            verdict: mark.map_or(Verdict::Unanswered, |mark| mark.verdict()).as_str(),
            fraction: mark.map_or(0.0, |mark| mark.fraction),
            rule: format!("docs/quiz-format.md#{}", question.kind().as_str().replace('_', "")),
            note: mark.and_then(|mark| mark.note.as_ref()).map(note_words),
            remark: collected.oddity.as_ref().map(ToString::to_string),
            steps,
            sentences: mark_sentences(mark, collected.oddity.as_ref(), steps),
        }
    }

    fn text(&self) -> String {
        let mut text = format!("{} ({}): {}\n", self.question, self.kind, self.verdict);
        for sentence in &self.sentences {
            text.push_str(&format!("  {sentence}\n"));
        }
        text.push_str(&format!("  The rule: {}\n", self.rule));
        text
    }
}
