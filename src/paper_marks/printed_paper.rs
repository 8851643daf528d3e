//! A paper as it was printed, whole, so that later changes of its bank do not matter.

use crate::moment::Moment;
use crate::paper::{Paper, paper_code};

/// A paper that was printed.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintedPaper {
    /// What stands on every page: see [`paper_code`].
    pub code: String,
    /// Id of the bank, or of the first where several were drawn from.
    pub bank_id: String,
    /// Its title when the paper was printed.
    pub bank_title: String,
    /// When it was printed.
    pub printed_at: Moment,
    /// The paper, or its versions, A first.
    pub papers: Vec<Paper>,
}

impl PrintedPaper {
    /// A paper that is printed now.
    pub fn new(
        bank_id: impl Into<String>,
        bank_title: impl Into<String>,
        papers: Vec<Paper>,
        printed_at: Moment,
    ) -> Self {
        Self { code: paper_code(&papers), bank_id: bank_id.into(), bank_title: bank_title.into(), printed_at, papers }
    }

    /// Whether there are versions, which have letters.
    pub fn has_versions(&self) -> bool {
        self.papers.len() > 1
    }

    /// How many questions each version asks.
    pub fn question_count(&self) -> usize {
        self.papers.first().map_or(0, |paper| paper.items.len())
    }
}
