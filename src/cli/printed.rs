//! A problem as `torus check` and `torus generate` print it, for people and for programs.

use crate::bank::{Diagnostic, Severity};
use crate::syntax::{LineIndex, Place};
use serde::Serialize;
use std::borrow::Cow;
use std::ops::Range;
use std::path::Path;

/// A problem as it is printed.
#[derive(Debug, Serialize)]
pub(super) struct Printed {
    /// The path as it was named.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    #[serde(serialize_with = "in_small_letters")]
    pub severity: Severity,
    pub code: &'static str,
    pub message: String,
    /// Id of the question it is about.
    pub question: Option<Box<str>>,
    /// As it is shown to people.
    #[serde(skip)]
    pub shown: Shown,
}

/// What of a problem is shown to people with the line that it is about.
#[derive(Debug)]
pub(super) struct Shown {
    /// What is wrong.
    pub message: String,
    /// What to do, or what else to say at the place.
    pub label: Option<Cow<'static, str>>,
    /// The line that it is about.
    pub line: String,
    /// The bytes of the line to underline.
    pub underlined: Range<usize>,
}

impl Printed {
    /// A problem of the bank in the file at `path`, whose text has those lines.
    pub fn of(path: &Path, lines: &LineIndex<&str>, diagnostic: Diagnostic) -> Self {
        let Place { line, column } = lines.place(diagnostic.span.start);
        let (shown_line, underlined) = lines.first_line(&diagnostic.span);
        let problem = &diagnostic.problem;
        let shown = Shown {
            message: problem.message(),
            label: label(problem.help(), problem.label()),
            line: shown_line.to_owned(),
            underlined,
        };
        Self {
            file: path.display().to_string(),
            line,
            column,
            severity: diagnostic.severity(),
            code: diagnostic.code(),
            message: problem.to_string(),
            question: diagnostic.question,
            shown,
        }
    }
}

/// What to do, or what else to say at the place.
pub(super) fn label(help: Option<String>, label: Option<&'static str>) -> Option<Cow<'static, str>> {
    help.map(Into::into).or(label.map(Into::into))
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn in_small_letters<S: serde::Serializer>(severity: &Severity, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    })
}
