//! Mends what is certain in the text of a bank: changes at spans, never a text printed anew. Opens no file.
//!
//! A remedy is certain where anybody who knows the format would make the same change. A change stays only where it leaves fewer
//! errors than there were; no remedy takes a comment away, and mending a mended text changes nothing.

mod remedy;
mod slips;
#[cfg(test)]
mod tests;

use crate::bank::read::read_with;
use crate::bank::{Diagnostic, PictureFinder, Quietly, Severity};
use crate::syntax::edit::{Edit, Edits};
use remedy::remedy;

/// A text with what was mended in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Mended {
    /// The text as it reads now.
    pub text: String,
    /// How many errors there are fewer than before.
    pub errors_fewer: usize,
}

/// More rounds than mistakes hide behind one another in any question.
const MOST_ROUNDS: usize = 24;
/// Where remedies that are tried together do not help, so many are tried one by one.
const MOST_SINGLES: usize = 64;

/// Mends `text` as far as that is certain. `None` where there is nothing to mend.
pub fn mend(text: &str, pictures: &dyn PictureFinder) -> Option<Mended> {
    let errors_before = errors(text, pictures).len();
    let mut mended = text.to_owned();
    loop {
        let errors = errors(&mended, pictures);
        let together = all_together(&mended, &errors, pictures);
        match together.or_else(|| one_of_them(&mended, &errors, pictures)) {
            Some(better) => mended = better,
            None if mended == text => return None,
            None => return Some(Mended { text: mended, errors_fewer: errors_before - errors.len() }),
        }
    }
}

/// The changes that put one problem right, for a button beside it; `None` where somebody has to decide. They help with what
/// the problem is about: whether the text has fewer errors then is for whoever makes them to see.
pub fn remedy_for(text: &str, problem: &Diagnostic) -> Option<Vec<Edit>> {
    let edits = remedy(text, problem).filter(|edits| !edits.is_empty())?;
    Edits::new(edits.iter().cloned()).ok()?.apply(text).ok()?;
    Some(edits)
}

/// What keeps something of the bank from being asked, the bank itself included.
fn errors(text: &str, pictures: &dyn PictureFinder) -> Vec<Diagnostic> {
    let mut problems = read_with(text, &Quietly, pictures).into_problems();
    problems.retain(|problem| problem.severity() == Severity::Error);
    problems
}

/// The text after all remedies, and those of the errors that come to light then; `None` where it has no fewer errors.
fn all_together(text: &str, errors: &[Diagnostic], pictures: &dyn PictureFinder) -> Option<String> {
    let mut now = text.to_owned();
    let mut left = errors.to_vec();
    for _ in 0..MOST_ROUNDS {
        let remedies = left.iter().filter_map(|error| remedy(&now, error));
        let Some(next) = made(&now, apart(remedies)) else { break };
        now = next;
        left = self::errors(&now, pictures);
        if left.len() < errors.len() {
            return Some(now);
        }
    }
    None
}

/// The text after the first remedy that helps by itself, with those of the errors that come to light behind it.
fn one_of_them(text: &str, errors: &[Diagnostic], pictures: &dyn PictureFinder) -> Option<String> {
    let remedies = errors.iter().filter_map(|error| remedy(text, error)).take(MOST_SINGLES);
    remedies.filter_map(|remedy| made(text, remedy)).find(|next| self::errors(next, pictures).len() < errors.len())
}

/// The changes of those remedies that do not meet an earlier one.
fn apart(remedies: impl Iterator<Item = Vec<Edit>>) -> Vec<Edit> {
    let mut all: Vec<Edit> = Vec::new();
    for remedy in remedies {
        if Edits::new(all.iter().chain(&remedy).cloned()).is_ok() {
            all.extend(remedy);
        }
    }
    all
}

/// `text` with the changes; `None` where there are none.
fn made(text: &str, changes: Vec<Edit>) -> Option<String> {
    if changes.is_empty() {
        return None;
    }
    Edits::new(changes).ok()?.apply(text).ok()
}
