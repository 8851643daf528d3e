//! Puts tables together: who answered, what was asked, and every copy of a sitting. Reads no table and puts nothing in order.

use crate::class::model::{Answered, TextId, Texts};
use crate::class::read::answer::RowAnswer;
use crate::class::read::copies::{RowOfCopy, SittingCopy};
use crate::class::read::version::Version;
use crate::class::read::when::moment;
use crate::sitting::Verdict;
use indexmap::IndexMap;
use std::borrow::Cow;
use std::collections::HashMap;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Tables that are being put together. Two gatherings, of different tables, can be filled side by side.
#[derive(Debug, Default)]
pub struct Gathering {
    /// By id: each name that there was, with when it was written last.
    pub(super) learners: IndexMap<Box<str>, Names>,
    /// By bank and id, with a sign between them that no id has.
    pub(super) questions: IndexMap<Box<str>, Vec<Version>>,
    /// Ids of sittings.
    pub(super) sittings: IndexMap<Box<str>, ()>,
    pub(super) copies: Vec<SittingCopy>,
    pub(super) rows: Vec<RowOfCopy>,
    pub(super) remarks: Vec<(u32, u32, Box<str>)>,
    pub(super) texts: Texts,
}

/// Names, each with when it was written last, in milliseconds since 1970.
pub(super) type Names = Vec<(Box<str>, i64)>;

/// How much there was before a table was added.
struct Before {
    learners: usize,
    questions: usize,
    sittings: usize,
    copies: usize,
    rows: usize,
    remarks: usize,
}

/// A table that is being added.
pub(super) struct Part<'g> {
    gathering: &'g mut Gathering,
    table: u32,
    /// The copies that this table has begun, by sitting.
    copies: HashMap<u32, u32>,
    before: Before,
    /// What questions are looked up by.
    name: String,
}

impl Gathering {
    /// Begins a table.
    pub(super) fn part(&mut self, table: u32) -> Part<'_> {
        let before = Before {
            learners: self.learners.len(),
            questions: self.questions.len(),
            sittings: self.sittings.len(),
            copies: self.copies.len(),
            rows: self.rows.len(),
            remarks: self.remarks.len(),
        };
        Part { gathering: self, table, copies: HashMap::new(), before, name: String::new() }
    }

    /// Takes what another gathering has of other tables.
    pub fn absorb(&mut self, other: Self) {
        let learners: Vec<u32> = other.learners.into_iter().map(|(id, names)| self.learner(id, names)).collect();
        let questions: Vec<(u32, Vec<u16>)> =
            other.questions.into_iter().map(|(name, versions)| self.question(name, versions)).collect();
        let sittings: Vec<u32> =
            other.sittings.into_iter().map(|(id, ())| place(self.sittings.insert_full(id, ()).0)).collect();
        let texts: Vec<TextId> = other.texts.iter().map(|text| self.texts.add(text)).collect();
        let first_copy = place(self.copies.len());
        self.copies.extend(other.copies.into_iter().map(|copy| SittingCopy {
            sitting: sittings[copy.sitting as usize],
            learner: learners[copy.learner as usize],
            ..copy
        }));
        self.rows.reserve(other.rows.len());
        self.rows.extend(other.rows.into_iter().map(|RowOfCopy { copy, answered }| {
            let (question, versions) = &questions[answered.question as usize];
            RowOfCopy {
                copy: copy + first_copy,
                answered: Answered {
                    question: *question,
                    version: versions[usize::from(answered.version)],
                    response: answered.response.map(|text| texts[text.place()]),
                    ..answered
                },
            }
        }));
        let remarks = other.remarks.into_iter();
        self.remarks
            .extend(remarks.map(|(copy, question, text)| (copy + first_copy, questions[question as usize].0, text)));
    }

    fn learner(&mut self, id: Box<str>, names: Names) -> u32 {
        let entry = self.learners.entry(id);
        let found = entry.index();
        let known = entry.or_default();
        for (name, ms) in names {
            named(known, &name, ms);
        }
        place(found)
    }

    fn question(&mut self, name: Box<str>, versions: Vec<Version>) -> (u32, Vec<u16>) {
        let entry = self.questions.entry(name);
        let found = entry.index();
        let known = entry.or_default();
        let places = versions.into_iter().map(|version| {
            let at = known.iter().position(|other| other.is_same(&version));
            let at = at.unwrap_or_else(|| {
                known.push(version.clone());
                known.len() - 1
            });
            known[at].learn_version(&version);
            u16::try_from(at).unwrap_or(u16::MAX)
        });
        let places = places.collect();
        (place(found), places)
    }
}

impl Part<'_> {
    /// Takes a row.
    pub fn take(&mut self, row: &RowAnswer) {
        let answered_ms = row.answered_at.map(|moment| moment.unix_ms);
        let copy = self.copy(row);
        let asked_ms = answered_ms.or(self.gathering.copies[copy as usize].started_at.map(|moment| moment.unix_ms));
        let (question, version) = self.question(row, asked_ms.unwrap_or(i64::MIN));
        let gathering = &mut *self.gathering;
        let known = &mut gathering.copies[copy as usize];
        known.rows += 1;
        known.answered += u32::from(row.verdict != Verdict::Unanswered);
        known.last_ms = known.last_ms.max(answered_ms.unwrap_or(i64::MIN));
        if !row.remark.is_empty() {
            gathering.remarks.push((copy, question, row.remark.into()));
        }
        let response = row.response.map(|text| gathering.texts.add(text));
        let answered = Answered {
            sitting: known.sitting,
            question,
            version,
            position: row.position,
            attempt: row.attempt,
            score: row.score,
            max_score: row.max_score,
            verdict: row.verdict,
            response,
            certainty: row.certainty,
            hints_used: row.hints_used,
            duration_ms: row.duration_ms,
            answered_ms,
            is_overruled: row.is_overruled,
            is_flagged: row.is_flagged,
        };
        gathering.rows.push(RowOfCopy { copy, answered });
    }

    /// Forgets what the table has told so far.
    pub fn give_up(self) {
        let gathering = self.gathering;
        gathering.learners.truncate(self.before.learners);
        gathering.questions.truncate(self.before.questions);
        gathering.sittings.truncate(self.before.sittings);
        gathering.copies.truncate(self.before.copies);
        gathering.rows.truncate(self.before.rows);
        gathering.remarks.truncate(self.before.remarks);
    }

    /// The copy of the row's sitting in this table.
    fn copy(&mut self, row: &RowAnswer) -> u32 {
        let gathering = &mut *self.gathering;
        let sitting = match gathering.sittings.get_index_of(&*row.sitting) {
            Some(found) => place(found),
            None => place(gathering.sittings.insert_full((&*row.sitting).into(), ()).0),
        };
        if let Some(copy) = self.copies.get(&sitting) {
            return *copy;
        }
        let started_at = moment(row.started_at);
        let finished_at = moment(row.finished_at);
        let name = composed(row.learner);
        let id: Cow<str> = match (&*row.learner_id, &*name) {
            ("", "") => format!("sitting:{}", row.sitting).into(),
            ("", name) => format!("name:{name}").into(),
            (id, _) => id.into(),
        };
        let seen_ms = started_at.or(finished_at).map_or(i64::MIN, |moment| moment.unix_ms);
        let learner = gathering.learner(id.into(), vec![(name.into(), seen_ms)]);
        let copy = place(gathering.copies.len());
        gathering.copies.push(SittingCopy {
            table: self.table,
            sitting,
            learner,
            bank: row.bank.into(),
            title: row.title.into(),
            quiz: row.quiz.into(),
            mode: row.mode,
            started_at,
            finished_at,
            state: row.state,
            rows: 0,
            answered: 0,
            last_ms: i64::MIN,
        });
        self.copies.insert(sitting, copy);
        copy
    }

    fn question(&mut self, row: &RowAnswer, asked_ms: i64) -> (u32, u16) {
        self.name.clear();
        self.name.extend([row.bank, BETWEEN, row.question]);
        let questions = &mut self.gathering.questions;
        let found = match questions.get_index_of(&*self.name) {
            Some(found) => found,
            None => questions.insert_full((&*self.name).into(), Vec::new()).0,
        };
        let versions = &mut questions[found];
        let version = versions.iter().position(|version| version.is_of(row)).unwrap_or_else(|| {
            versions.push(Version::of(row));
            versions.len() - 1
        });
        versions[version].learn(row, asked_ms);
        (place(found), u16::try_from(version).unwrap_or(u16::MAX))
    }
}

/// What stands between bank and id where a question is looked up.
pub(super) const BETWEEN: &str = "\u{1f}";

fn named(known: &mut Names, name: &str, ms: i64) {
    match known.iter_mut().find(|(other, _)| **other == *name) {
        Some((_, last)) => *last = (*last).max(ms),
        None => known.push((name.into(), ms)),
    }
}

/// A name in NFC: the same letters, however they were typed.
fn composed(name: &str) -> Cow<'_, str> {
    if is_nfc(name) { name.into() } else { name.nfc().collect::<String>().into() }
}

pub(super) fn place(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
