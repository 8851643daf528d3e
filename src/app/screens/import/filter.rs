//! Which questions of a file the list shows. Shows none.

use crate::app::state::import::{Import, ImportLine, Outcome};
use crate::app::wording::import_words;

/// Which questions the list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Filter {
    #[default]
    All,
    WithRemarks,
    LeftOut,
    Checked,
}

impl Filter {
    pub const ALL: [Self; 4] = [Self::All, Self::WithRemarks, Self::LeftOut, Self::Checked];

    pub fn words(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::WithRemarks => "With remarks",
            Self::LeftOut => "Left out",
            Self::Checked => "To check",
        }
    }

    pub fn lets(self, line: &ImportLine) -> bool {
        match self {
            Self::All => true,
            Self::WithRemarks => line.has_remarks(),
            Self::LeftOut => matches!(line.outcome, Outcome::LeftOut(..)),
            Self::Checked => !line.findings.is_empty(),
        }
    }
}

/// The rows that the filter and the words leave, and for what they were found.
#[derive(Debug, Default)]
pub(super) struct Shown {
    pub drafts: Vec<usize>,
    asked: Option<(u64, Filter, String)>,
}

impl Shown {
    pub fn follow(&mut self, import: &Import, filter: Filter, words: &str) {
        let asked = (import.version, filter, words.trim().to_lowercase());
        if self.asked.as_ref() == Some(&asked) {
            return;
        }
        let has_words =
            |line: &ImportLine| asked.2.is_empty() || import_words::prompt(line).to_lowercase().contains(&asked.2);
        let lines = import.considered.lines.iter().enumerate();
        let found = lines.filter(|(_, line)| filter.lets(line) && has_words(line));
        self.drafts = found.map(|(draft, _)| draft).collect();
        self.asked = Some(asked);
    }
}
