//! Finds what keeps a question, a quiz or a bank from being asked. Never changes a bank, and gives no advice on style.

pub mod explain;
pub(crate) mod formula;
pub mod judge;
mod kinds;
#[cfg(test)]
mod kinds_tests;
pub mod problem;
mod same;
#[cfg(test)]
mod tests;
pub(crate) mod texts;
pub(crate) mod words;

use crate::bank::model::picture;
use crate::bank::wording::alike::{fingerprint, folded};
use crate::bank::{Answer, AnyPicture, Bank, PictureFault, PictureFinder, Problem, Question, Quiz};
use crate::syntax::did_you_mean::nearest;
use crate::syntax::path::Step;
use crate::text::{Suspect, suspects};
use std::collections::HashSet;

/// Something wrong with a part of a bank.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Flaw {
    /// Which part.
    pub subject: Subject,
    /// The way from that part to the value that is wrong.
    path: Vec<Step>,
    /// What is wrong with it.
    pub problem: Problem,
}

/// A part of a bank, by its index before anything is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Subject {
    /// The bank itself.
    Bank,
    /// A question.
    Question(usize),
    /// A ready-made plan.
    Quiz(usize),
}

impl Flaw {
    /// A fault of `subject` at the end of `path`.
    pub fn new(subject: Subject, path: impl Into<Vec<Step>>, fault: impl Into<Problem>) -> Self {
        Self { subject, path: path.into(), problem: fault.into() }
    }

    /// The field that the path begins with; empty where the part as a whole is meant.
    pub fn field(&self) -> &'static str {
        match self.path.first() {
            Some(Step::Field(name)) => name,
            _ => "",
        }
    }

    /// The way from the part to the value. A field of the bank is a part of its own.
    pub fn path(&self) -> &[Step] {
        if self.subject == Subject::Bank { &[] } else { &self.path }
    }
}

/// What is wrong with the bank's own fields.
pub(crate) fn head(bank: &Bank) -> Vec<Flaw> {
    let mut flaws = Flaws::new(&AnyPicture);
    flaws.blank("id", &bank.id);
    flaws.blank("title", &bank.title);
    flaws.found
}

/// What is wrong with the questions.
pub(crate) fn questions(bank: &Bank, finder: &dyn PictureFinder) -> Vec<Flaw> {
    let sources: HashSet<&str> = bank.sources.iter().map(|(key, _)| key).collect();
    let mut ids = HashSet::with_capacity(bank.questions.len());
    let mut flaws = Flaws::new(finder);
    for (index, question) in bank.questions.iter().enumerate() {
        flaws.subject = Subject::Question(index);
        flaws.id(&question.id, &mut ids);
        flaws.blank("prompt", &question.prompt);
        flaws.answer(&question.answer);
        flaws.parts(&question.answer);
        flaws.same_options(question);
        flaws.calculated(question);
        flaws.numbers(question);
        flaws.cites(question, &sources, bank);
        flaws.texts(question);
    }
    flaws.found
}

/// What is wrong with the ready-made plans.
pub(crate) fn quizzes(bank: &Bank) -> Vec<Flaw> {
    let mut flaws = Flaws::new(&AnyPicture);
    let mut ids = HashSet::new();
    for (index, quiz) in bank.quizzes.iter().enumerate() {
        flaws.subject = Subject::Quiz(index);
        flaws.id(&quiz.id, &mut ids);
        flaws.blank("title", &quiz.title);
        flaws.limits(quiz);
    }
    flaws.found
}

/// Collects what is wrong with one part after the other.
pub(crate) struct Flaws<'a> {
    subject: Subject,
    finder: &'a dyn PictureFinder,
    /// What was found so far.
    pub(crate) found: Vec<Flaw>,
}

impl<'f> Flaws<'f> {
    fn new(finder: &'f dyn PictureFinder) -> Self {
        Self { subject: Subject::Bank, finder, found: Vec::new() }
    }

    /// Notes a fault at the end of `path`.
    pub(crate) fn add(&mut self, path: impl Into<Vec<Step>>, fault: Problem) {
        self.found.push(Flaw::new(self.subject, path, fault));
    }

    fn blank(&mut self, field: &'static str, text: &str) {
        if text.trim().is_empty() {
            self.add([Step::Field(field)], Problem::Blank { field });
        }
    }

    fn id<'a>(&mut self, id: &'a str, ids: &mut HashSet<&'a str>) {
        self.blank("id", id);
        if !ids.insert(id) && !id.trim().is_empty() {
            self.add([Step::Field("id")], Problem::DuplicateId { id: id.into() });
        }
    }

    fn answer(&mut self, answer: &Answer) {
        match answer {
            Answer::Choice { correct, distractors } => {
                if distractors.is_empty() {
                    self.add(in_answer("distractors"), Problem::NoDistractor);
                }
                self.options(std::slice::from_ref(correct), distractors, answer);
            }
            Answer::Choices { correct, distractors } => {
                if correct.is_empty() {
                    self.add(in_answer("correct"), Problem::NoCorrectOption);
                }
                self.options(correct, distractors, answer);
            }
            Answer::TrueFalse(_) => {}
            Answer::Number { value, tolerance, unit, .. } => {
                self.number(in_answer("value"), "value", *value, value.is_finite(), "a finite number");
                let is_fit = tolerance.is_finite() && *tolerance >= 0.0;
                self.number(in_answer("tolerance"), "tolerance", *tolerance, is_fit, "0 or more");
                self.unit(unit);
            }
            Answer::Text { accept, .. } => {
                if accept.is_empty() {
                    self.add(in_answer("accept"), Problem::NoAcceptedAnswer);
                }
                for index in blank_ones(accept) {
                    let path = [Step::Field("answer"), Step::Field("accept"), Step::Item(index)];
                    self.add(path, Problem::Blank { field: "accepted answer" });
                }
            }
            // These have files of their own.
            Answer::Order { .. }
            | Answer::Match { .. }
            | Answer::Cloze { .. }
            | Answer::Categorise { .. }
            | Answer::Hotspot { .. }
            | Answer::Calculated { .. }
            | Answer::Recall { .. } => {}
        }
    }

    fn options(&mut self, correct: &[Box<str>], distractors: &[Box<str>], answer: &Answer) {
        let options = || correct.iter().chain(distractors);
        for index in blank_ones(options()) {
            let field = if index < correct.len() { "correct option" } else { "distractor" };
            self.add(option_path(answer, correct.len(), index), Problem::Blank { field });
        }
        for (earlier, later) in alike_pairs(options()) {
            let Some(option) = options().nth(later).cloned() else { continue };
            let is_key_and_distractor = earlier < correct.len() && later >= correct.len();
            let fault = match is_key_and_distractor {
                true => Problem::CorrectDistractor { option },
                false => Problem::DuplicateOption { option },
            };
            self.add(option_path(answer, correct.len(), later), fault);
        }
    }

    fn numbers(&mut self, question: &Question) {
        let Question { points, difficulty, hint_cost, .. } = question;
        let is_fit = points.is_finite() && *points > 0.0;
        self.number([Step::Field("points")], "points", *points, is_fit, "above 0");
        self.number([Step::Field("hint_cost")], "hint_cost", *hint_cost, is_share(*hint_cost), "0 to 1");
        if let Some(difficulty) = difficulty {
            // By way of its digits, so that the message shows 1.1 and not 1.10000002384.
            let shown = difficulty.to_string().parse().unwrap_or(f64::from(*difficulty));
            self.number([Step::Field("difficulty")], "difficulty", shown, is_share(shown), "0 to 1");
        }
    }

    /// Notes a number that is not fit.
    pub(crate) fn number(
        &mut self,
        path: impl Into<Vec<Step>>,
        field: &'static str,
        value: f64,
        is_fit: bool,
        range: &'static str,
    ) {
        if !is_fit {
            self.add(path, Problem::OutOfRange { field, value, range });
        }
    }

    fn cites(&mut self, question: &Question, sources: &HashSet<&str>, bank: &Bank) {
        for (index, cite) in question.cite.0.iter().enumerate().filter(|(_, cite)| !sources.contains(&*cite.source)) {
            // In the order of the file, so that of two that are as near the same is named each time.
            let suggestion = nearest(&cite.source, bank.sources.iter().map(|(key, _)| key));
            let fault = Problem::UnknownSource { source_key: cite.source.clone(), suggestion };
            // In a list the citation is one step farther away than where it stands alone.
            let path = match question.cite.0.len() {
                1 => vec![Step::Field("cite"), Step::Item(0)],
                _ => vec![Step::Field("cite"), Step::Item(index), Step::Item(0)],
            };
            self.add(path, fault);
        }
    }

    fn texts(&mut self, question: &Question) {
        texts::each(question, &mut |text, path| {
            for fault in picture::faults(text, self.finder) {
                self.add(path(), fault);
            }
            for suspect in suspects(text) {
                if let Suspect::Control { command } = suspect {
                    self.add(path(), Problem::ControlInMaths { command: command.into() });
                }
            }
        });
    }

    /// Notes that a path is not that of a picture that can be shown.
    pub(crate) fn picture_at(&mut self, steps: impl Into<Vec<Step>>, path: &str) {
        if let Some(fault) = PictureFault::of_path(path).or_else(|| self.finder.fault(path)) {
            self.add(steps, fault.told(path));
        }
    }

    fn limits(&mut self, quiz: &Quiz) {
        if let Some(percent) = quiz.pass_percent {
            let is_fit = (0.0..=100.0).contains(&percent);
            self.number([Step::Field("pass_percent")], "pass_percent", percent, is_fit, "0 to 100");
        }
        if quiz.time_limit_secs == Some(0) {
            self.number([Step::Field("time_limit_secs")], "time_limit_secs", 0.0, false, "1 or more");
        }
    }
}

fn is_share(number: f64) -> bool {
    (0.0..=1.0).contains(&number)
}

/// The way to a field of the answer.
pub(crate) fn in_answer(field: &'static str) -> [Step; 2] {
    [Step::Field("answer"), Step::Field(field)]
}

/// The way to the option at `index`, keys counted first.
pub(crate) fn option_path(answer: &Answer, key_count: usize, index: usize) -> Vec<Step> {
    let mut path = in_answer(if index < key_count { "correct" } else { "distractors" }).to_vec();
    match answer {
        Answer::Choice { .. } if index < key_count => {}
        _ if index < key_count => path.push(Step::Item(index)),
        _ => path.push(Step::Item(index - key_count)),
    }
    path
}

/// Indices of the texts with nothing in them.
pub(crate) fn blank_ones<'a>(texts: impl IntoIterator<Item = &'a Box<str>>) -> Vec<usize> {
    let numbered = texts.into_iter().enumerate();
    numbered.filter(|(_, text)| text.trim().is_empty()).map(|(index, _)| index).collect()
}

/// Each option that is like an earlier one, with the first it is like; blank ones are told on their own.
pub(crate) fn alike_pairs<'a>(options: impl Iterator<Item = &'a Box<str>> + Clone) -> Vec<(usize, usize)> {
    let mut fingerprints: Vec<u64> = options.clone().map(|option| fingerprint(option)).collect();
    fingerprints.sort_unstable();
    if fingerprints.windows(2).all(|pair| pair[0] != pair[1]) {
        return Vec::new();
    }
    let mut folded: Vec<_> = options.enumerate().map(|(index, option)| (folded(option), index)).collect();
    folded.sort_unstable();
    let groups = folded.chunk_by(|left, right| left.0 == right.0).filter(|group| !group[0].0.is_empty());
    let mut pairs: Vec<_> = groups.flat_map(|group| group[1..].iter().map(|(_, later)| (group[0].1, *later))).collect();
    pairs.sort_unstable_by_key(|(_, later)| *later);
    pairs
}
