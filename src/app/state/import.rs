//! A file of another program that is looked at before anything of it is written. Reads none.

use crate::app::file_name::name_of;
use crate::app::state::bank_page::Preview;
use crate::app::state::import_choice::Choice;
use crate::app::state::remark_groups::{RemarkGroup, grouped};
use crate::bank::{Kind, Problem, Severity as CheckSeverity, judge};
use crate::exchange::{
    Answer as DraftAnswer, Draft, DraftBank, MadeBank, MakeOptions, Place, ReadFile, ReadOptions, Remark, Severity,
};
use crate::text::plain;
use std::path::PathBuf;
use std::sync::Arc;

/// What the page shows where questions come in.
#[derive(Debug, Default)]
pub struct ImportPage {
    /// What is being read, or was; `None` until something is.
    pub source: Option<Source>,
    /// How it is read.
    pub options: ReadOptions,
    /// Whether it is being read, or made anew.
    pub is_reading: bool,
    /// Whether the bank is to be saved as soon as it is made.
    pub is_to_be_saved: bool,
    /// Why it gives no question.
    pub failure: Option<String>,
    /// What was read.
    pub import: Option<Import>,
}

/// Where questions come from.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// What was on the clipboard.
    Clipboard(Arc<str>),
}

impl Source {
    /// What it is called.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => name_of(path),
            Self::Clipboard(_) => "Pasted questions".to_owned(),
        }
    }

    /// The name without its ending, for a bank that has no other.
    pub fn stem(&self) -> String {
        let stem = match self {
            Self::File(path) => path.file_stem().map(|stem| stem.to_string_lossy().into_owned()),
            Self::Clipboard(_) => None,
        };
        stem.unwrap_or_else(|| self.name())
    }
}

/// What was read, and what of it is to become a bank.
#[derive(Debug)]
pub struct Import {
    /// What the file holds.
    pub file: Arc<ReadFile>,
    /// Which quiz of it.
    pub quiz: usize,
    /// How questions are made of it.
    pub make: MakeOptions,
    /// What was made.
    pub considered: Arc<Considered>,
    /// Which questions of it are taken.
    pub choice: Choice,
    /// What the bank is to be called.
    pub title: String,
    /// Its id.
    pub id: String,
    /// Place of the draft that is shown.
    pub selected: usize,
    /// Its question as learners see it; `None` where none was made.
    pub preview: Option<Preview>,
    /// Rises with each making.
    pub version: u64,
}

/// What becomes of the drafts of a quiz.
#[derive(Debug)]
pub struct Considered {
    /// The bank.
    pub made: MadeBank,
    /// A line for each draft, in the order of the file.
    pub lines: Vec<ImportLine>,
    /// What is to be told, put together.
    pub groups: Vec<RemarkGroup>,
    /// Whether some of the drafts become questions only where cards to rate oneself are asked for.
    pub has_cards: bool,
    /// Whether some of the drafts belong to a topic of the file.
    pub has_topics: bool,
}

/// What becomes of a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportLine {
    /// What is asked, as a bank has it.
    pub prompt: String,
    /// The same in one line, without markup; may be empty.
    pub in_one_line: String,
    /// Where it begins.
    pub place: Place,
    /// What came of it.
    pub outcome: Outcome,
    /// What was lost or guessed.
    pub remarks: Vec<Remark>,
    /// What the check says of the question.
    pub findings: Vec<Problem>,
}

/// What came of a draft.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The question of that place in the bank.
    Made(usize, Kind),
    /// None, for this reason; with the other program's word for its kind.
    LeftOut(Box<Remark>, Box<str>),
}

impl ImportLine {
    /// Whether a question came of it.
    pub fn is_made(&self) -> bool {
        matches!(self.outcome, Outcome::Made(..))
    }

    /// Whether there is something to tell of it.
    pub fn has_remarks(&self) -> bool {
        !self.is_made() || !self.remarks.is_empty()
    }

    /// What matters most of what is to be told.
    pub fn worst(&self) -> Option<&Remark> {
        match &self.outcome {
            Outcome::LeftOut(reason, _) => Some(reason),
            Outcome::Made(..) => self.remarks.iter().min_by_key(|remark| remark.severity()),
        }
    }
}

/// What became of a draft: what is told of it, and what the check finds in its question.
type Told = (Outcome, Vec<Remark>, Vec<Problem>);

impl Considered {
    /// Looks over what was made of the drafts.
    pub fn new(drafts: &DraftBank, made: MadeBank) -> Self {
        let mut findings: Vec<Vec<Problem>> = vec![Vec::new(); made.bank.questions.len()];
        for (question, problem) in judge(&made.bank) {
            if let Some(own) = question.and_then(|question| findings.get_mut(question))
                && problem.severity() == CheckSeverity::Warning
            {
                own.push(problem);
            }
        }
        let of_file = drafts.remarks.iter().map(|(_, remark)| (None, remark));
        let of_drafts = made.remarks().into_iter().map(|(draft, remark)| (Some(draft), remark));
        let groups = grouped(of_file.chain(of_drafts));
        let mut outcomes: Vec<Option<Told>> = vec![None; drafts.drafts.len()];
        for (place, (from, found)) in made.made.iter().zip(findings).enumerate() {
            let outcome = Outcome::Made(place, made.bank.questions[place].kind());
            outcomes[from.draft] = Some((outcome, from.remarks.clone(), found));
        }
        for left_out in &made.left_out {
            let type_name = drafts.drafts[left_out.draft].type_name.clone();
            let outcome = Outcome::LeftOut(Box::new(left_out.reason.clone()), type_name);
            let others = left_out.remarks.iter().filter(|remark| remark.severity() != Severity::LeftOut);
            outcomes[left_out.draft] = Some((outcome, others.cloned().collect(), Vec::new()));
        }
        let lines = drafts.drafts.iter().zip(outcomes).filter_map(|(draft, outcome)| {
            let (outcome, remarks, findings) = outcome?;
            let prompt = if draft.prompt.trim().is_empty() { draft.name.to_string() } else { draft.prompt.clone() };
            let in_one_line = plain(&prompt).replace('\n', " ");
            Some(ImportLine { prompt, in_one_line, place: draft.place.clone(), outcome, remarks, findings })
        });
        let is_card = |draft: &Draft| matches!(draft.answer, DraftAnswer::Card { .. });
        let has_cards = drafts.drafts.iter().any(is_card);
        let has_topics = drafts.drafts.iter().any(|draft| !draft.topic.is_empty());
        Self { lines: lines.collect(), groups, has_cards, has_topics, made }
    }
}

impl Import {
    /// The drafts that the quiz holds.
    pub fn drafts(&self) -> &DraftBank {
        &self.file.banks[self.quiz]
    }

    /// How many questions the bank is to have.
    pub fn taken(&self) -> usize {
        self.choice.taken()
    }

    /// The bank as it is to be saved.
    pub fn chosen(&self) -> MadeBank {
        let mut chosen = self.considered.made.without(self.choice.left_off());
        chosen.bank.title = self.title.trim().into();
        chosen.bank.id = self.id.trim().into();
        chosen
    }

    /// Whether the bank can be saved: it has a name, an id and a question.
    pub fn is_ready(&self) -> bool {
        self.taken() > 0 && !self.title.trim().is_empty() && !self.id.trim().is_empty()
    }

    /// What is left off by hand of what could be made.
    pub fn untaken(&self) -> usize {
        self.considered.made.made.len() - self.taken()
    }
}
