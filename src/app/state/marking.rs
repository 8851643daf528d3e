//! Printed papers, and the one whose answers are being typed. Marks nothing itself.

use crate::moment::Moment;
use crate::paper_marks::{
    Difference, LineFault, MarkedLine, MarkingDraft, Pass, PrintedPaper, Row, differences, mark_line, read_line, rows,
};
use std::path::PathBuf;
use std::sync::Arc;

/// What the page for marking papers shows.
#[derive(Debug, Default)]
pub struct Marking {
    /// Every printed paper, the newest first; `None` until they are read.
    pub papers: Option<Vec<KeptPaper>>,
    /// When they were read: days are told from then.
    pub listed_at: Option<Moment>,
    /// The paper that was thrown away last, while that can be undone.
    pub discarded: Option<PathBuf>,
    /// Files in the folder of papers that cannot be read, and why not.
    pub unreadable: Vec<String>,
    /// The paper whose answers are being typed.
    pub open: Option<OpenPaper>,
    /// Why a paper could not be drawn again.
    pub again_fault: Option<String>,
}

/// A printed paper with what was typed from it.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptPaper {
    /// Where it is kept.
    pub path: PathBuf,
    /// The paper.
    pub paper: Arc<PrintedPaper>,
    /// What was typed so far.
    pub draft: MarkingDraft,
}

/// What was found in the folder of papers.
#[derive(Debug, Default)]
pub struct Papers {
    /// The newest first.
    pub papers: Vec<KeptPaper>,
    /// What cannot be read, and why not.
    pub unreadable: Vec<String>,
}

/// The paper on the screen.
#[derive(Debug)]
pub struct OpenPaper {
    /// Where it is kept.
    pub path: PathBuf,
    /// The paper.
    pub paper: Arc<PrintedPaper>,
    /// What was typed so far.
    pub draft: MarkingDraft,
    /// What the line means that is being typed; `None` where there is nothing.
    pub typed: Option<Result<MarkedLine, LineFault>>,
    /// The lines of the first pass.
    pub first: Vec<Row>,
    /// The lines of the second pass.
    pub second: Vec<Row>,
    /// In what they differ; nothing where there is no second pass.
    pub differences: Vec<Difference>,
}

impl Marking {
    /// The papers that are not thrown away, the newest first.
    pub fn listed(&self) -> Vec<&KeptPaper> {
        let papers = self.papers.iter().flatten();
        papers.filter(|kept| self.discarded.as_ref() != Some(&kept.path)).collect()
    }
}

impl OpenPaper {
    /// Takes up a paper.
    pub fn new(KeptPaper { path, paper, mut draft }: KeptPaper) -> Self {
        draft.version = draft.version.min(paper.papers.len().saturating_sub(1));
        let (first, second) = (Vec::new(), Vec::new());
        let mut open = Self { path, paper, draft, typed: None, first, second, differences: Vec::new() };
        open.follow_lines();
        open
    }

    /// Marks what is being typed anew.
    pub fn follow_typing(&mut self) {
        let text = &self.draft.typing;
        let read = || read_line(&self.paper, self.draft.version, text).map(|line| mark_line(&self.paper, line));
        self.typed = (!text.trim().is_empty()).then(read);
    }

    /// Marks every line anew, and what is being typed.
    pub fn follow_lines(&mut self) {
        self.first = rows(&self.paper, self.draft.lines(Pass::First), &self.first);
        self.second = rows(&self.paper, self.draft.lines(Pass::Second), &self.second);
        self.differences = if self.second.is_empty() { Vec::new() } else { differences(&self.first, &self.second) };
        self.follow_typing();
    }

    /// The lines of the pass at hand.
    pub fn rows(&self) -> &[Row] {
        match self.draft.pass {
            Pass::First => &self.first,
            Pass::Second => &self.second,
        }
    }

    /// The lines of the first pass that are marked: what is saved.
    pub fn marked(&self) -> impl Iterator<Item = &MarkedLine> {
        self.first.iter().filter_map(|row| row.outcome.as_ref().ok())
    }

    /// How many lines of the first pass cannot be marked.
    pub fn faulty(&self) -> usize {
        self.first.iter().filter(|row| row.outcome.is_err()).count()
    }

    /// Whether the results can be saved: there are some, and none is left out.
    pub fn is_ready(&self) -> bool {
        !self.first.is_empty() && self.faulty() == 0
    }
}
