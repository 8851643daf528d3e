//! Collects what lints find. Judges nothing.

use crate::bank::Problem;
use crate::bank::check::{Finding, Subject};
use crate::bank::lints::Warning;
use crate::syntax::path::Step;
use crate::text::TexFault;
use std::collections::HashMap;

/// Collects the findings about one part of a bank after the other.
pub(crate) struct Notes {
    /// The part.
    pub subject: Subject,
    /// What was found so far.
    pub found: Vec<Finding>,
    /// What came of drawing each formula so far, by its TeX and whether it stands alone: many stand in a bank more than
    /// once.
    pub drawn: HashMap<(String, bool), Option<TexFault>>,
}

impl Default for Notes {
    fn default() -> Self {
        Self { subject: Subject::Bank, found: Vec::new(), drawn: HashMap::new() }
    }
}

impl Notes {
    /// Notes a finding about the value at the end of `path`.
    pub fn add(&mut self, path: impl Into<Vec<Step>>, warning: impl Into<Warning>) {
        self.found.push(Finding::new(self.subject, path, Problem::Warning(warning.into())));
    }

    /// Notes a finding about the prompt.
    pub fn add_to_prompt(&mut self, warning: impl Into<Warning>) {
        self.add([Step::Field("prompt")], warning);
    }
}
