//! Collects what is wrong with one part of a bank after the other. Knows no kind of answer.

use crate::bank::check::part::{Allowed, TextPart};
use crate::bank::wording::alike::{fingerprint, folded};
use crate::bank::{PictureFault, PictureFinder, Problem};
use crate::syntax::path::Step;

/// Something wrong with a part of a bank.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Finding {
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

impl Finding {
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

/// Collects what is wrong with one part after the other.
pub(crate) struct Findings<'a> {
    /// The part that is looked at.
    pub subject: Subject,
    /// Who knows which pictures are there.
    pub finder: &'a dyn PictureFinder,
    /// What was found so far.
    pub found: Vec<Finding>,
}

impl<'f> Findings<'f> {
    /// Nothing found yet.
    pub fn new(finder: &'f dyn PictureFinder) -> Self {
        Self { subject: Subject::Bank, finder, found: Vec::new() }
    }

    /// Notes a fault at the end of `path`.
    pub fn add(&mut self, path: impl Into<Vec<Step>>, fault: Problem) {
        self.found.push(Finding::new(self.subject, path, fault));
    }

    /// Notes a text that is blank.
    pub fn blank(&mut self, field: &'static str, part: TextPart, text: &str) {
        if text.trim().is_empty() {
            self.add([Step::Field(field)], Problem::Blank { part });
        }
    }

    /// Blank texts, and those that a learner could not tell from an earlier one.
    pub fn list(&mut self, texts: &[Box<str>], part: TextPart, path: impl Fn(usize) -> Vec<Step>) {
        for index in blank_ones(texts) {
            self.add(path(index), Problem::Blank { part });
        }
        for (_, later) in alike_pairs(texts.iter()) {
            self.add(path(later), Problem::DuplicatePart { part, text: texts[later].clone() });
        }
    }

    /// Notes a number that is not fit.
    pub fn number(
        &mut self,
        path: impl Into<Vec<Step>>,
        field: &'static str,
        value: f64,
        is_fit: bool,
        allowed: Allowed,
    ) {
        if !is_fit {
            self.add(path, Problem::OutOfRange { field, value, allowed });
        }
    }

    /// Notes that a path is not that of a picture that can be shown.
    pub fn picture_at(&mut self, steps: impl Into<Vec<Step>>, path: &str) {
        if let Some(fault) = PictureFault::of_path(path).or_else(|| self.finder.fault(path)) {
            self.add(steps, fault.told(path));
        }
    }
}

/// The way to a field of the answer.
pub(crate) fn in_answer(field: &'static str) -> [Step; 2] {
    [Step::Field("answer"), Step::Field(field)]
}

/// A path with more steps.
pub(crate) fn with(path: impl Into<Vec<Step>>, more: impl IntoIterator<Item = Step>) -> Vec<Step> {
    let mut path = path.into();
    path.extend(more);
    path
}

/// Indices of the texts with nothing in them.
pub(crate) fn blank_ones(texts: impl IntoIterator<Item = impl AsRef<str>>) -> Vec<usize> {
    let numbered = texts.into_iter().enumerate();
    numbered.filter(|(_, text)| text.as_ref().trim().is_empty()).map(|(index, _)| index).collect()
}

/// Each option that is like an earlier one, with the first it is like; blank ones are told on their own.
pub(crate) fn alike_pairs(options: impl Iterator<Item = impl AsRef<str>> + Clone) -> Vec<(usize, usize)> {
    let mut fingerprints: Vec<u64> = options.clone().map(|option| fingerprint(option.as_ref())).collect();
    fingerprints.sort_unstable();
    if fingerprints.windows(2).all(|pair| pair[0] != pair[1]) {
        return Vec::new();
    }
    let mut folded: Vec<_> = options.enumerate().map(|(index, option)| (folded(option.as_ref()), index)).collect();
    folded.sort_unstable();
    let groups = folded.chunk_by(|left, right| left.0 == right.0).filter(|group| !group[0].0.is_empty());
    let mut pairs: Vec<_> = groups.flat_map(|group| group[1..].iter().map(|(_, later)| (group[0].1, *later))).collect();
    pairs.sort_unstable_by_key(|(_, later)| *later);
    pairs
}
