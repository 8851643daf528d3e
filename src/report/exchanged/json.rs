//! What an import or an export came to, as JSON.

use crate::exchange::Finding;
use serde::Serialize;

/// What became of a file.
#[derive(Debug, Serialize)]
pub struct ExchangedJson {
    /// The file that was read, as it was named.
    pub file: String,
    /// The name of the format; `None` where it was not recognised.
    pub format: Option<&'static str>,
    /// The name of the encoding; `None` for what is no text.
    pub encoding: Option<&'static str>,
    /// The bank that was written, the first of several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bank: Option<Option<String>>,
    /// All banks that were written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub banks: Option<Vec<String>>,
    /// The file that was written for another program.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub output: Option<Option<String>>,
    /// Ids of questions that stand in the bank and no longer in the file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub no_longer: Vec<String>,
    /// How many questions there were.
    pub questions: usize,
    /// How many were carried. All others have a finding of severity `left_out`.
    pub made: usize,
    /// What there is to tell.
    pub findings: Vec<FindingJson>,
    /// Why the file gave no question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// A finding.
#[derive(Debug, Serialize)]
pub struct FindingJson {
    severity: &'static str,
    file: String,
    line: Option<u32>,
    cell: Option<String>,
    question: Option<String>,
    kind: Option<String>,
    message: String,
}

impl FindingJson {
    /// A finding in this file, with its words.
    pub fn of(file: &str, finding: &Finding, message: String) -> Self {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let place = &finding.place;
        let inside = some(&place.inside);
        Self {
            severity: finding.severity().as_str(),
            file: inside.as_ref().map_or_else(|| file.to_owned(), |inside| format!("{file} › {inside}")),
            line: place.line,
            cell: some(&place.cell),
            question: some(&finding.question),
            kind: some(&finding.kind),
            message,
        }
    }
}
