//! Reads a bank from text. Never opens a file.

#[cfg(test)]
mod hint_tests;
#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
pub(crate) mod law_tests;
#[cfg(test)]
mod mutation_tests;
mod places;
pub(crate) mod recover;
#[cfg(test)]
mod repair_tests;
pub(crate) mod sections;
#[cfg(test)]
mod span_tests;
#[cfg(test)]
mod tests;
pub(crate) mod visit;
pub(crate) mod vocabulary;
mod written;

pub use places::{QuestionPlace, question_places};

use crate::bank::check as errors;
use crate::bank::check::{Finding, Subject};
use crate::bank::lints;
use crate::bank::others;
use crate::bank::read::recover::{Recovered, Spans};
use crate::bank::read::visit::BankSeed;
use crate::bank::{AnyLetter, AnyPicture, Bank, Diagnostic, LetterFinder, PictureFinder, Problem, Severity};
use crate::syntax::path;
use memchr::memmem;
use ron::Options;
use ron::extensions::Extensions;
use std::cell::Cell;

/// What came of reading a bank.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The bank with every question that can be asked, or why there is none.
    pub bank: Result<Bank, Diagnostic>,
    /// The questions left out, each with its reason, and what else is wrong, in the order of the file.
    pub problems: Vec<Diagnostic>,
}

/// Hears how far reading has come, and may stop it.
pub trait Progress {
    /// Called after each question with the share of the text read, 0 to 1, never less than before. Returning `false`
    /// stops the reading.
    fn advance(&self, share: f32) -> bool;
}

/// Hears nothing and stops nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quietly;

impl Progress for Quietly {
    fn advance(&self, _share: f32) -> bool {
        true
    }
}

/// Reads a bank: a sound one in one go, a damaged one question by question. A question that cannot be asked is left
/// out and named in `problems`. Where `progress` stops the reading, `bank` is [`Problem::Cancelled`].
///
/// Pictures are taken for there: see [`read_with`].
pub fn read(text: &str, progress: &dyn Progress) -> Reading {
    read_with(text, progress, &AnyPicture)
}

/// The same, and questions whose pictures are not there are left out too.
pub fn read_with(text: &str, progress: &dyn Progress, pictures: &dyn PictureFinder) -> Reading {
    read_to(Depth::Errors, text, progress, pictures, &AnyLetter)
}

/// All that is wrong with a bank, in the order of the file: the errors that [`read`] tells of, and the flaws in how its
/// questions are written. Where `progress` stops the reading, [`Problem::Cancelled`] is among them.
///
/// Pictures are taken for there: see [`check_with`].
pub fn check(text: &str, progress: &dyn Progress) -> Vec<Diagnostic> {
    check_with(text, progress, &AnyPicture, &AnyLetter)
}

/// The same, with what is wrong with its pictures and letters.
pub fn check_with(
    text: &str,
    progress: &dyn Progress,
    pictures: &dyn PictureFinder,
    letters: &dyn LetterFinder,
) -> Vec<Diagnostic> {
    read_to(Depth::Warnings, text, progress, pictures, letters).into_problems()
}

/// How much is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Depth {
    /// What keeps something from being asked.
    Errors,
    /// How questions are written too.
    Warnings,
}

fn read_to(
    depth: Depth,
    text: &str,
    progress: &dyn Progress,
    pictures: &dyn PictureFinder,
    letters: &dyn LetterFinder,
) -> Reading {
    let mark_bytes = mark_bytes(text);
    let mut reading = match examine(depth, &text[mark_bytes..], progress, pictures, letters) {
        Ok(examined) => examined.into_reading(),
        Err(reading) => *reading,
    };
    move_on(reading.bank.as_mut().err().into_iter().chain(&mut reading.problems), mark_bytes);
    reading
}

/// How many bytes the byte order mark takes that some editors write.
pub(crate) fn mark_bytes(text: &str) -> usize {
    text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len()
}

/// Moves what was found in a text without its byte order mark to where it stands with it.
pub(crate) fn move_on<'a>(problems: impl IntoIterator<Item = &'a mut Diagnostic>, mark_bytes: usize) {
    for Diagnostic { span, .. } in problems {
        *span = span.start + mark_bytes..span.end + mark_bytes;
    }
}

/// A bank with all questions that could be read, those that cannot be asked too, and what was found in them.
pub(crate) struct Examined {
    /// The bank.
    pub bank: Bank,
    /// Where its parts stand, if that was asked for already.
    pub spans: Option<Spans>,
    /// All that is wrong but for `refusal`, in the order of the file.
    pub problems: Vec<Diagnostic>,
    /// Why it cannot be played at all, if so.
    pub refusal: Option<Diagnostic>,
    question_findings: Vec<Finding>,
    quiz_findings: Vec<Finding>,
}

/// Reads what can be read of `text`, which has no byte order mark. Where that is nothing, the reading that says so is in
/// `Err`.
pub(crate) fn examine(
    depth: Depth,
    text: &str,
    progress: &dyn Progress,
    pictures: &dyn PictureFinder,
    letters: &dyn LetterFinder,
) -> Result<Examined, Box<Reading>> {
    let watch = Watch { progress, pictures, letters, highest: Cell::new(0.0), is_stopped: Cell::new(false) };
    let expected_count = memmem::find_iter(text.as_bytes(), b"prompt").count();
    let seed = BankSeed { progress: &watch, expected_count };
    match options().from_str_seed(text, seed) {
        Ok(bank) => {
            checked(depth, &watch, text, Recovered { bank, spans: None, problems: Vec::new(), head_problem: None })
        }
        Err(_) if watch.is_stopped.get() => Err(Box::new(stopped())),
        Err(_) => checked(depth, &watch, text, recover::recover(text, &watch)?),
    }
}

/// How banks are read: optional fields are written without `Some(…)`.
pub(crate) fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// What is told after a reading was stopped.
pub(crate) fn stopped() -> Reading {
    Reading::failed(Diagnostic { problem: Problem::Cancelled, span: 0..0, question: None }, Vec::new())
}

impl Reading {
    /// A reading that gave no bank.
    pub(crate) fn failed(problem: Diagnostic, problems: Vec<Diagnostic>) -> Self {
        Self { bank: Err(problem), problems }
    }

    /// All that it tells of, in the order of the file.
    pub(crate) fn into_problems(self) -> Vec<Diagnostic> {
        let Self { bank, mut problems } = self;
        problems.extend(bank.err());
        problems.sort_by_key(|problem| problem.span.start);
        problems
    }
}

impl Examined {
    /// Leaves out what cannot be asked.
    fn into_reading(self) -> Reading {
        let Self { mut bank, problems, refusal, question_findings, quiz_findings, .. } = self;
        if let Some(problem) = refusal {
            return Reading::failed(problem, problems);
        }
        bank.questions = without_faulty(std::mem::take(&mut bank.questions), &question_findings, Subject::Question);
        bank.quizzes =
            without_faulty(std::mem::take(&mut bank.quizzes).into_vec(), &quiz_findings, Subject::Quiz).into();
        Reading { bank: Ok(bank), problems }
    }
}

/// What reading is told from outside. Passes progress on: never backwards, and never again after a stop.
struct Watch<'a> {
    progress: &'a dyn Progress,
    pictures: &'a dyn PictureFinder,
    letters: &'a dyn LetterFinder,
    highest: Cell<f32>,
    is_stopped: Cell<bool>,
}

impl Progress for Watch<'_> {
    fn advance(&self, share: f32) -> bool {
        self.highest.set(self.highest.get().max(share.min(1.0)));
        if !self.is_stopped.get() && !self.progress.advance(self.highest.get()) {
            self.is_stopped.set(true);
        }
        !self.is_stopped.get()
    }
}

/// Names what the checks find.
fn checked(depth: Depth, watch: &Watch, text: &str, recovered: Recovered) -> Result<Examined, Box<Reading>> {
    let Recovered { mut bank, mut spans, mut problems, head_problem } = recovered;
    others::note(&mut bank);
    let mut question_findings = errors::questions(&bank, watch.pictures);
    if head_problem.is_some() {
        // The sources could not be read, so nobody knows which there are.
        question_findings.retain(|finding| !matches!(finding.problem, Problem::UnknownSource { .. }));
    }
    let quiz_findings = errors::quizzes(&bank);
    let quiz_warnings = lints::find_in_quizzes(&bank, &question_findings);
    let head_findings = if head_problem.is_some() { Vec::new() } else { errors::head(&bank) };
    let warnings = if depth == Depth::Warnings { lints::find(&bank, watch.letters, watch) } else { Vec::new() };
    if watch.is_stopped.get() {
        return Err(Box::new(stopped()));
    }
    let all =
        || head_findings.iter().chain(&question_findings).chain(&quiz_findings).chain(&quiz_warnings).chain(&warnings);
    if all().next().is_some() {
        let spans = spans.get_or_insert_with(|| Spans::of_sound_text(text));
        problems.extend(all().map(|finding| diagnostic(text, spans, &bank, finding)));
    }
    problems.sort_by_key(|problem| problem.span.start);
    let refusal = head_problem.or_else(|| {
        let finding = head_findings.first()?;
        let is_first = |problem: &Diagnostic| problem.question.is_none() && problem.problem == finding.problem;
        problems.iter().position(is_first).map(|index| problems.remove(index))
    });
    Ok(Examined { bank, spans, problems, refusal, question_findings, quiz_findings })
}

fn diagnostic(text: &str, spans: &Spans, bank: &Bank, finding: &Finding) -> Diagnostic {
    let (span, question) = match finding.subject {
        Subject::Bank => (spans.head.get(finding.field()), None),
        Subject::Question(index) => (spans.questions.get(index), bank.questions.get(index)),
        Subject::Quiz(index) => (spans.quizzes.get(index), None),
    };
    // Every part that could be checked was read somewhere.
    let span = span.map_or(0..0, |part| {
        let value = path::span_of(&text[part.clone()], finding.path());
        part.start + value.start..part.start + value.end
    });
    let id = question.map(|question| question.id.clone()).filter(|id| !id.trim().is_empty());
    Diagnostic { problem: finding.problem.clone(), span, question: id }
}

/// The items that no error was found in.
fn without_faulty<T>(items: Vec<T>, findings: &[Finding], subject: fn(usize) -> Subject) -> Vec<T> {
    let is_error = |finding: &&Finding| finding.problem.severity() == Severity::Error;
    let mut faulty: Vec<Subject> = findings.iter().filter(is_error).map(|finding| finding.subject).collect();
    if faulty.is_empty() {
        return items;
    }
    faulty.sort_unstable();
    let numbered = items.into_iter().enumerate();
    numbered.filter(|(index, _)| faulty.binary_search(&subject(*index)).is_err()).map(|(_, item)| item).collect()
}
