//! `torus explain-mark`: tells step by step how an answer was read and why it got its mark. Marks as the window does.

use super::banks::{BankRead, read_file};
use super::{Failure, Outcome};
use crate::bank::{AnyPicture, Question};
use crate::report::write_number;
use crate::sitting::{Collected, Meaning, Note, Step, TextRule, Trace, Unforgiven, Verdict, as_asked, explain_written};
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
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remark: Option<String>,
    steps: &'a [Step],
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
            note: mark.and_then(|mark| mark.note.as_ref()).map(note),
            remark: collected.oddity.as_ref().map(ToString::to_string),
            steps,
        }
    }

    fn text(&self) -> String {
        let mut text = format!("{} ({}): {}\n", self.question, self.kind, self.verdict);
        for step in self.steps {
            text.push_str(&format!("  {}\n", words(step)));
        }
        for told in self.remark.iter().chain(&self.note) {
            text.push_str(&format!("  {told}\n"));
        }
        text.push_str(&format!("  The mark is {} of 1.\n", write_number(self.fraction)));
        text
    }
}

fn note(note: &Note) -> String {
    match note {
        Note::NotANumber => "It is no number that can be marked.".to_owned(),
        Note::WrongUnit { expected } if expected.is_empty() => "It is asked without a unit.".to_owned(),
        Note::WrongUnit { expected } => format!("It is asked in {expected}, and the unit is another one."),
        Note::UnitMissing { expected } => format!("The unit must be there: {expected}."),
        Note::WrongPowerOfTen => "The digits are right, the power of ten is not.".to_owned(),
        Note::Typo { accepted } => format!("Taken for \"{accepted}\", with slips that are forgiven."),
        Note::OtherWord { accepted } => format!("Close to \"{accepted}\", but a word of its own."),
        Note::Punctuation { accepted } => format!("The punctuation of \"{accepted}\" counts."),
        Note::NotKnown => "The learner said not to know it.".to_owned(),
    }
}

/// A step as a sentence.
fn words(step: &Step) -> String {
    match step {
        Step::Compared { typed, compared } => format!("\"{typed}\" is compared as \"{compared}\"."),
        Step::IsAccepted { accepted, rule } => format!("It is the accepted form \"{accepted}\"{}.", with_rule(*rule)),
        Step::TooLong => "It is far longer than any accepted form.".to_owned(),
        Step::IsNamedWrong { named } => format!("It is \"{named}\", which `reject` or the feedback names as wrong."),
        Step::PunctuationCounts { accepted, because } => {
            format!("It is \"{accepted}\" but for its punctuation, which counts: {}.", meaning(*because))
        }
        Step::Nearest { accepted, slips: Some(slips), forgiven } => {
            format!(
                "The nearest accepted form is \"{accepted}\", {slips} {} away; {forgiven} can be forgiven.",
                plural(*slips)
            )
        }
        Step::Nearest { accepted, slips: None, .. } if accepted.is_empty() => "No form is accepted.".to_owned(),
        Step::Nearest { accepted, slips: None, forgiven } => {
            format!("No accepted form is near; the first is \"{accepted}\", in which {forgiven} slips can be forgiven.")
        }
        Step::NotForgiven { accepted, because } => {
            format!("It is no slip for \"{accepted}\": {}.", unforgiven(*because))
        }
        Step::NoNumber { because } => format!("No number could be read: {because}."),
        Step::Number { value, unit } if unit.is_empty() => {
            format!("Read as the number {}, without a unit.", write_number(*value))
        }
        Step::Number { value, unit } => {
            format!("Read as the number {} with the unit \"{unit}\".", write_number(*value))
        }
        Step::InKeyUnit { value, unit } if unit.is_empty() => format!("That is {}.", write_number(*value)),
        Step::InKeyUnit { value, unit } => format!("That is {} {unit}.", write_number(*value)),
        Step::OtherUnit { unit, expected } if expected.is_empty() => {
            format!("\"{unit}\" is a unit, and none is asked for.")
        }
        Step::OtherUnit { unit, expected } => format!("\"{unit}\" cannot stand for \"{expected}\"."),
        Step::NoUnit { expected } => format!("The unit is left out, and \"{expected}\" must be there."),
        Step::Bounds { least, most, is_within } => {
            let is = if *is_within { "It is" } else { "It is not" };
            format!("{is} within what is right: {} to {}.", write_number(*least), write_number(*most))
        }
        Step::OtherPowerOfTen => "With another power of ten it would be right.".to_owned(),
        Step::Part { given, right, is_right: true } => format!("\"{given}\" is right{}.", instead(given, right)),
        Step::Part { given, right, .. } if given.is_empty() => format!("Nothing stands where \"{right}\" is right."),
        Step::Part { given, right, .. } => format!("\"{given}\" is wrong: \"{right}\" is right."),
        Step::PairsInOrder { right, wrong, all } => {
            format!("Of {all} pairs of items {right} stand in the right order and {wrong} the wrong way round.")
        }
        Step::Picks { right, keys, wrong, distractors } => {
            format!("Picked are {right} of {keys} right options and {wrong} of {distractors} wrong ones.")
        }
    }
}

fn instead(given: &str, right: &str) -> String {
    if given == right { String::new() } else { format!(", for \"{right}\"") }
}

fn with_rule(rule: TextRule) -> &'static str {
    match rule {
        TextRule::Signs => "",
        TextRule::Punctuation => ", with punctuation put aside",
        TextRule::Slips => ", with slips that are forgiven",
    }
}

fn meaning(because: Meaning) -> &'static str {
    match because {
        Meaning::AsAsked => "the question says so",
        Meaning::Mathematics => "in mathematics `!` is a factorial",
        Meaning::Code => "the question is about code",
        Meaning::NamedWrong => "a form that is named as wrong differs by it",
    }
}

fn unforgiven(because: Unforgiven) -> &'static str {
    match because {
        Unforgiven::NamedWrong => "`reject` or the feedback names it as wrong",
        Unforgiven::OtherAnswer => "it is the answer of another question of the bank",
        Unforgiven::OtherWord => "it is another word",
        Unforgiven::FirstLetter => "the first letter is another one",
        Unforgiven::ShortWord => "the word is too short for slips",
        Unforgiven::Digits => "it holds digits",
    }
}

fn plural(slips: usize) -> &'static str {
    if slips == 1 { "slip" } else { "slips" }
}
