//! A row of a list: its text, the feedback to it, and what keeps both as the bank has them. Knows no kind.

/// A text with the feedback to whoever picks it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The text as typed.
    pub text: String,
    /// What is said to whoever picks it; for lists without feedback always empty.
    pub feedback: String,
    pub(super) kept: Kept,
}

/// What the bank has that a field would not show.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Kept {
    /// The bank holds it although nothing stands in it.
    pub is_blank: bool,
    /// Where the bank has the feedback to it.
    pub said: Option<SaidAt>,
}

/// Where the bank has the feedback to a row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SaidAt {
    pub place: usize,
    /// The answer as the feedback names it, and the row's text that it was found for.
    pub key: Box<str>,
    pub row_text: Box<str>,
    pub was_blank: bool,
}

impl Row {
    /// A row as the bank has it.
    pub(super) fn of(text: &str) -> Self {
        let kept = Kept { is_blank: text.trim().is_empty(), said: None };
        Self { text: text.to_owned(), feedback: String::new(), kept }
    }

    /// A row that somebody has just typed or pasted.
    pub fn typed(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }

    /// The answer as feedback to it names it: as the bank has it while the text is the same.
    pub(super) fn said_key(&self) -> &str {
        let was = self.kept.said.as_ref().filter(|was| *was.row_text == self.text);
        was.map_or(self.text.as_str(), |was| &was.key)
    }

    /// Whether nothing stands in it, so that it is not written; one that the bank has blank is.
    pub fn is_empty(&self) -> bool {
        !self.kept.is_blank && self.text.trim().is_empty() && self.feedback.trim().is_empty()
    }
}

/// The rows of a list in the bank.
pub(super) fn rows(texts: &[Box<str>]) -> Vec<Row> {
    texts.iter().map(|text| Row::of(text)).collect()
}

/// The list that the rows make in the bank.
pub(super) fn texts(rows: &[Row]) -> Box<[Box<str>]> {
    rows.iter().filter(|row| !row.is_empty()).map(|row| row.text.as_str().into()).collect()
}

/// So many empty rows, to begin with.
pub(super) fn empty_rows(count: usize) -> Vec<Row> {
    vec![Row::default(); count]
}

/// Whether nobody has typed anything in them.
pub(super) fn are_untouched(rows: &[Row]) -> bool {
    rows.iter().all(Row::is_empty)
}
