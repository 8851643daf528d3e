//! Merges three texts that can be taken apart from their first bracket to their last.

use super::blocks::Blocks;
use super::compare::{has_cr, is_same, missing_comments, with_line_ends};
use super::cut::{blocks, bracket_of};
use super::level::{Level, Merger, Owner, Part};
use super::merged::{ConflictOf, MergeError, Merged};
use crate::syntax::lexer::{Lexer, Token};
use std::ops::Range;

/// A text taken apart.
struct Document {
    blocks: Blocks,
    /// The list of questions, where there is one.
    questions: Option<Range<usize>>,
}

/// Merges; `None` where one of the texts cannot be taken apart.
pub(super) fn merge(bodies: [&str; 3]) -> Option<Result<Merged, MergeError>> {
    let [base, mine, theirs] = [document(bodies[0])?, document(bodies[1])?, document(bodies[2])?];
    let documents = [&base, &mine, &theirs];
    let mut merger = Merger {
        has_cr: has_cr(bodies[2]),
        conflicts: Vec::new(),
        taken: Vec::new(),
        removed: Vec::new(),
        is_unsound: false,
    };
    let owner = Owner { of: ConflictOf::Head, id: Box::default() };
    let parts = [0, 1, 2].map(|which| Part { text: bodies[which], blocks: &documents[which].blocks });
    let inside = merger.inside(Level::Bank, &owner, parts);
    let head =
        around([0, 1, 2].map(|which| &bodies[which][..documents[which].blocks.inside.start]), merger.has_cr, true);
    let foot =
        around([0, 1, 2].map(|which| &bodies[which][documents[which].blocks.inside.end..]), merger.has_cr, false);
    if merger.is_unsound {
        return Some(Err(MergeError::Unsound));
    }
    let Merger { conflicts, taken, removed, .. } = merger;
    Some(Ok(Merged { text: [head, inside, foot].concat(), conflicts, taken, removed }))
}

/// A text whose one value stands in brackets, with lists of questions that can be told apart.
fn document(text: &str) -> Option<Document> {
    let mut lexer = Lexer::new(text, 0);
    lexer.skip_attributes();
    let open = bracket_of(text, &(lexer.at.min(text.len())..text.len()))?;
    let cut = blocks(text, open, Level::Bank.by())?;
    let mut behind = Lexer::new(text, cut.inside.end + 1);
    if behind.next().is_some() {
        return None;
    }
    let questions = cut.list.iter().find(|block| block.name() == "questions").map(|block| block.value.clone());
    let document = Document { questions, blocks: cut };
    document.cut_questions(text).is_some().then_some(document)
}

/// The questions of a text that can be taken apart from its first bracket to its last.
pub(super) fn questions(text: &str) -> Option<Blocks> {
    document(text)?.cut_questions(text)
}

impl Document {
    /// The list of questions, cut up; none where there is no list.
    fn cut_questions(&self, text: &str) -> Option<Blocks> {
        let Some(value) = &self.questions else { return Some(Blocks::default()) };
        let is_list = matches!(Lexer::new(text, value.start).next(), Some((Token::Open(b'['), _)));
        is_list.then(|| blocks(text, value.start, Level::Items(ConflictOf::Question).by())).flatten()
    }
}

/// What stands before the first bracket, or behind the last item: comments, and the name.
fn around([base, mine, theirs]: [&str; 3], has_cr: bool, is_above: bool) -> String {
    if theirs == base || (is_same(theirs, base) && !is_same(mine, base)) {
        return with_line_ends(mine, has_cr);
    }
    let mut merged = theirs.to_owned();
    let missing = missing_comments([base, mine, theirs], theirs);
    let line_end = if has_cr { "\r\n" } else { "\n" };
    if is_above {
        merged.insert_str(0, &missing.iter().map(|comment| [comment, line_end].concat()).collect::<String>());
    } else {
        merged.extend(missing.iter().map(|comment| [line_end, comment].concat()));
    }
    merged
}
