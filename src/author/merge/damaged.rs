//! Merges texts of which one cannot be taken apart as a whole: the questions that can, each in its place in the other one's text.
//! Everything else that was changed here is a conflict.

use super::align::{Aligned, Found, Side, align};
use super::blocks::{Block, of_places};
use super::compare::{has_cr, is_same, with_line_ends};
use super::merged::{Conflict, ConflictOf, MergeError, Merged};
use crate::bank::question_places;
use crate::syntax::edit::{Edit, Edits};
use std::collections::BTreeMap;

/// Merges, with the result standing on theirs.
///
/// # Errors
/// Where no question can be told apart in a text, or two stand without anything between them.
pub(super) fn merge(bodies: [&str; 3]) -> Result<Merged, MergeError> {
    let mut damaged = Damaged::of(bodies);
    if damaged.blocks.iter().any(Vec::is_empty) {
        return Err(MergeError::NothingToTellApart);
    }
    damaged.bring_mine();
    damaged.compare_rest();
    let text = damaged.edits().and_then(|edits| edits.apply(bodies[2]).ok()).ok_or(MergeError::Unsound)?;
    Ok(Merged { text, conflicts: std::mem::take(&mut damaged.conflicts), ..damaged.told() })
}

/// What theirs brings, where nothing was changed here.
pub(super) fn taken(bodies: [&str; 3]) -> Merged {
    Damaged::of(bodies).told()
}

struct Damaged<'a> {
    bodies: [&'a str; 3],
    blocks: [Vec<Block>; 3],
    aligned: Aligned,
    conflicts: Vec<Conflict>,
    /// What happens at each question of theirs.
    changes: BTreeMap<usize, ChangeAt>,
}

/// What happens at a question of theirs.
#[derive(Default)]
struct ChangeAt {
    before: String,
    instead: Option<String>,
    behind: String,
}

impl<'a> Damaged<'a> {
    fn of(bodies: [&'a str; 3]) -> Self {
        let blocks = bodies.map(places);
        let side = |which: usize| Side { text: bodies[which], blocks: &blocks[which] };
        let aligned = align([side(0), side(1), side(2)], true);
        Self { bodies, aligned, conflicts: Vec::new(), changes: BTreeMap::new(), blocks }
    }

    /// The text of a thing on one side.
    fn own(&self, found: &Found, which: usize) -> Option<&'a str> {
        found[which].map(|place| &self.bodies[which][self.blocks[which][place].own.clone()])
    }

    /// What of theirs comes into the result.
    fn told(&self) -> Merged {
        let mut merged = Merged { text: self.bodies[2].to_owned(), ..Merged::default() };
        let same = |one: Option<&str>, other: Option<&str>| match (one, other) {
            (Some(one), Some(other)) => is_same(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        for thing in self.aligned.orders[2].iter().chain(&self.aligned.orders[0]) {
            let found = &self.aligned.found[*thing];
            let [base, mine, theirs] = [0, 1, 2].map(|which| self.own(found, which));
            let list = match theirs {
                Some(_) if !same(theirs, base) && !same(theirs, mine) => &mut merged.taken,
                None if same(base, mine) => &mut merged.removed,
                _ => continue,
            };
            let id = self.id(found);
            if !list.contains(&id) {
                list.push(id);
            }
        }
        merged
    }

    fn id(&self, found: &Found) -> Box<str> {
        let id = |which: usize| found[which].map(|place| self.blocks[which][place].name());
        id(2).or(id(1)).or(id(0)).unwrap_or_default().into()
    }

    /// Puts what was changed or added here into its place.
    fn bring_mine(&mut self) {
        let mut before = None;
        for thing in self.aligned.orders[1].clone() {
            let found = self.aligned.found[thing];
            let [base, mine, theirs] = [0, 1, 2].map(|which| self.own(&found, which));
            let is_as_base =
                |text: Option<&str>| matches!((base, text), (Some(base), Some(text)) if is_same(base, text));
            if let (Some(mine), Some(at)) = (mine, found[2]) {
                if is_as_base(theirs) && !is_as_base(Some(mine)) {
                    self.changes.entry(at).or_default().instead = Some(with_line_ends(mine, has_cr(self.bodies[2])));
                } else if !is_as_base(Some(mine)) && !theirs.is_some_and(|theirs| is_same(mine, theirs)) {
                    self.conflict(&found);
                }
                before = Some(at);
            } else if let Some(mine) = mine.filter(|mine| !is_as_base(Some(mine))) {
                if base.is_some() {
                    self.conflict(&found);
                }
                self.add(mine, before);
            }
        }
        for found in self.aligned.found.clone() {
            // What was deleted here stays, for taking it out of a damaged text could take more.
            if found[0].is_some() && found[1].is_none() && found[2].is_some() {
                self.conflict(&found);
            }
        }
    }

    fn add(&mut self, mine: &str, before: Option<usize>) {
        let body = self.bodies[2];
        let has_cr = has_cr(body);
        let start = self.blocks[2][before.unwrap_or_default()].own.start;
        let line = body[..start].rsplit('\n').next().unwrap_or_default();
        let indent = if line.trim().is_empty() { line } else { "" };
        let line_end = if has_cr { "\r\n" } else { "\n" };
        let mine = with_line_ends(mine, has_cr);
        let change = self.changes.entry(before.unwrap_or_default()).or_default();
        match before {
            Some(_) => change.behind.push_str(&[",", line_end, indent, &mine].concat()),
            None => change.before.push_str(&[&mine, ",", line_end, indent].concat()),
        }
    }

    fn conflict(&mut self, found: &Found) {
        let [base, mine, theirs] = [0, 1, 2].map(|which| self.own(found, which).unwrap_or_default().into());
        let (of, id) = (ConflictOf::Question, self.id(found));
        self.conflicts.push(Conflict { of, id, field: Box::default(), base, mine, theirs });
    }

    /// Tells what was changed here between the questions, which nobody can put into its place.
    fn compare_rest(&mut self) {
        let [base, mine, theirs] = [0, 1, 2].map(|which| self.rest(which));
        if !is_same(&mine, &base) && !is_same(&mine, &theirs) {
            let [base, mine, theirs] = [base, mine, theirs].map(String::into_boxed_str);
            let (of, id, field) = (ConflictOf::Head, Box::default(), Box::default());
            self.conflicts.push(Conflict { of, id, field, base, mine, theirs });
        }
    }

    /// A text without the questions that could be told apart, and without the commas between them.
    fn rest(&self, which: usize) -> String {
        let body = self.bodies[which];
        let mut rest = String::new();
        let mut from = 0;
        for block in &self.blocks[which] {
            rest.push_str(&body[from..block.own.start]);
            from = block.own.end;
            let behind = body[from..].trim_start();
            if behind.starts_with(',') {
                from = body.len() - behind.len() + 1;
            }
        }
        rest + &body[from..]
    }

    fn edits(&mut self) -> Option<Edits> {
        let mut edits = Vec::new();
        for (place, ChangeAt { before, instead, behind }) in std::mem::take(&mut self.changes) {
            let own = self.blocks[2][place].own.clone();
            if let Some(instead) = instead {
                edits.push(Edit { span: own, new_text: [before, instead, behind].concat().into() });
                continue;
            }
            let ends = [(own.start, before), (own.end, behind)].into_iter().filter(|(_, text)| !text.is_empty());
            edits.extend(ends.map(|(at, text)| Edit { span: at..at, new_text: text.into() }));
        }
        Edits::new(edits).ok()
    }
}

/// The questions that can be told apart. One that is damaged ends where the next begins at the latest.
fn places(body: &str) -> Vec<Block> {
    let mut places: Vec<_> = question_places(body).into_iter().map(|place| (place.span, place.id)).collect();
    let mut end = body.len();
    for (span, _) in places.iter_mut().rev() {
        let own = body[span.start..span.end.min(end)].trim_end().trim_end_matches(',').trim_end();
        span.end = span.start + own.len();
        end = span.start;
    }
    places.retain(|(span, _)| !span.is_empty());
    of_places(body, places)
}
