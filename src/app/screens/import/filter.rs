//! Which questions of a file the list shows. Shows none.

use crate::app::state::import::{Import, ImportLine, Outcome};

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
    /// Whether a question of these that can be made is left off, and whether one is taken.
    pub has: (bool, bool),
    asked: Option<(u64, Filter, String)>,
    chosen: Option<u64>,
}

impl Shown {
    pub fn follow(&mut self, import: &Import, filter: Filter, words: &str) {
        let asked = (import.version, filter, words.trim().to_lowercase());
        if self.asked.as_ref() != Some(&asked) {
            self.find(import, asked);
        } else if self.chosen == Some(import.choice.version()) {
            return;
        }
        let taken = |wanted: bool| {
            let mut made = self.drafts.iter().filter(|draft| import.considered.lines[**draft].is_made());
            made.any(|draft| import.choice.takes(*draft) == wanted)
        };
        self.has = (taken(false), taken(true));
        self.chosen = Some(import.choice.version());
    }

    fn find(&mut self, import: &Import, asked: (u64, Filter, String)) {
        let filter = asked.1;
        let has_words = |line: &ImportLine| asked.2.is_empty() || line.in_one_line.to_lowercase().contains(&asked.2);
        let lines = import.considered.lines.iter().enumerate();
        let found = lines.filter(|(_, line)| filter.lets(line) && has_words(line));
        self.drafts = found.map(|(draft, _)| draft).collect();
        self.asked = Some(asked);
    }
}
