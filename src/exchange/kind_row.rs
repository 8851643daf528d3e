//! A row of the table that tells teachers what becomes of another program's kinds of question.

/// What becomes of a kind of question that another program has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindRow {
    /// The other program's word for it, such as `multichoice`.
    pub theirs: &'static str,
    /// What it becomes, as teachers read it: `Choice`, `Match or Categorise`, `left out`.
    pub ours: &'static str,
    /// What is marked differently or dropped, as a sentence without its point; empty where all is carried.
    pub note: &'static str,
}
