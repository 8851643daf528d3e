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

impl KindRow {
    /// A row of the table.
    pub(super) const fn new(theirs: &'static str, ours: &'static str, note: &'static str) -> Self {
        Self { theirs, ours, note }
    }
}

/// The rows of a table that has beside each who reads that kind.
pub(super) const fn rows<R: Copy, const N: usize>(table: &[(KindRow, R); N]) -> [KindRow; N] {
    let mut rows = [table[0].0; N];
    let mut at = 0;
    while at < N {
        rows[at] = table[at].0;
        at += 1;
    }
    rows
}
