//! Puts tables together: who answered, what was asked, and which copy of a sitting counts. Reads no table.

use crate::bank::Mode;
use crate::class::model::{Answered, Class, ClassLearner, ClassQuestion, ClassRemark, ClassSitting, TextId, Texts};
use crate::class::read::answer::RowAnswer;
use crate::class::read::version::Version;
use crate::class::read::when::moment;
use crate::moment::Moment;
use crate::sitting::{State, Verdict};
use indexmap::IndexMap;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashMap;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Tables that are being put together. Two gatherings, of different tables, can be filled side by side.
#[derive(Debug, Default)]
pub struct Gathering {
    /// By id: each name that there was, with when it was written last.
    learners: IndexMap<Box<str>, Names>,
    /// By bank and id, with a sign between them that no id has.
    questions: IndexMap<Box<str>, Vec<Version>>,
    /// Ids of sittings.
    sittings: IndexMap<Box<str>, ()>,
    copies: Vec<Copy>,
    rows: Vec<RowOfCopy>,
    remarks: Vec<(u32, u32, Box<str>)>,
    texts: Texts,
}

type Names = Vec<(Box<str>, i64)>;

/// One sitting as one table has it.
#[derive(Debug)]
struct Copy {
    table: u32,
    sitting: u32,
    learner: u32,
    bank: Box<str>,
    title: Box<str>,
    quiz: Box<str>,
    mode: Option<Mode>,
    started_at: Option<Moment>,
    finished_at: Option<Moment>,
    state: State,
    /// Rows, and how many of them were answered.
    rows: u32,
    answered: u32,
    /// When its last answer was given, in milliseconds since 1970.
    last_ms: i64,
}

impl Copy {
    /// The longer and then the later of two copies counts.
    fn rank(&self) -> (u32, u32, bool, i64, Option<i64>) {
        let finished_ms = self.finished_at.map(|moment| moment.unix_ms);
        (self.answered, self.rows, self.state == State::Finished, self.last_ms, finished_ms)
    }
}

#[derive(Clone, Copy, Debug)]
struct RowOfCopy {
    copy: u32,
    answered: Answered,
}

/// Tables that were put together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gathered {
    /// The class.
    pub class: Class,
    /// Sittings that several tables have, where the copies differ.
    pub copies: Vec<Copies>,
    /// Rows that a table has twice, and that counted once.
    pub doubled_rows: u32,
}

/// A sitting whose copies differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copies {
    /// Place of the sitting in the class.
    pub sitting: u32,
    /// The table whose copy counts.
    pub kept: u32,
    /// The tables whose copies are set aside.
    pub set_aside: Vec<u32>,
}

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
        self.copies.extend(other.copies.into_iter().map(|copy| Copy {
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
            if version.asked_ms > known[at].asked_ms {
                known[at] = version;
            }
            u16::try_from(at).unwrap_or(u16::MAX)
        });
        let places = places.collect();
        (place(found), places)
    }

    /// Chooses among copies, and puts everything in an order that does not depend on that of the tables.
    pub fn finish(self) -> Gathered {
        let Self { learners, questions, sittings, copies, mut rows, remarks, texts } = self;
        rows.sort_by_key(|row| (row.copy, row.answered.position, row.answered.attempt));
        let chosen = Chosen::among(&copies, &rows, &texts, &questions, sittings.len());
        rows.retain(|row| chosen.is_kept[row.copy as usize]);

        let sitting_order = order(sittings.keys());
        let learner_order = order(learners.keys());
        let question_order = order(questions.keys());
        let versions: Vec<Vec<u16>> = questions.values().map(|versions| version_places(versions)).collect();
        let mut text_order = Texts::default();
        let text_places = sorted_texts(&texts, &rows, &mut text_order);

        let rank = |row: &RowOfCopy| {
            let answered = &row.answered;
            let sitting = sitting_order[copies[row.copy as usize].sitting as usize];
            let question = question_order[answered.question as usize];
            (sitting, answered.position, answered.attempt, question, Reverse(answered.answered_ms))
        };
        let key = |row: &RowOfCopy| {
            (rank(row), row.answered.score.to_bits(), row.answered.response.map(|id| text_places[id.place()]))
        };
        rows.sort_by_key(key);
        let before = rows.len();
        rows.dedup_by(|next, first| {
            let place =
                |row: &RowOfCopy| (row.copy, row.answered.position, row.answered.attempt, row.answered.question);
            place(next) == place(first)
        });
        let doubled_rows = place(before - rows.len());

        let mut class = Class {
            learners: learner_list(learners),
            questions: question_list(questions),
            texts: text_order,
            ..Class::default()
        };
        let mut by_sitting: Vec<(u32, &Copy)> = chosen
            .copy_of
            .iter()
            .map(|copy| &copies[*copy as usize])
            .map(|copy| (sitting_order[copy.sitting as usize], copy))
            .collect();
        by_sitting.sort_by_key(|(place, _)| *place);
        let ids: Vec<&str> = sittings.keys().map(|id| &**id).collect();
        class.sittings =
            by_sitting.iter().map(|(_, copy)| sitting(copy, ids[copy.sitting as usize], &learner_order)).collect();
        class.answers = rows
            .into_iter()
            .map(|RowOfCopy { copy, answered }| Answered {
                sitting: sitting_order[copies[copy as usize].sitting as usize],
                question: question_order[answered.question as usize],
                version: versions[answered.question as usize][usize::from(answered.version)],
                response: answered.response.map(|id| text_places[id.place()]),
                ..answered
            })
            .collect();
        lay_out(&mut class);
        let told = remarks.into_iter().filter(|(copy, ..)| chosen.is_kept[*copy as usize]);
        class.remarks = told
            .map(|(copy, question, text)| ClassRemark {
                learner: learner_order[copies[copy as usize].learner as usize],
                question: question_order[question as usize],
                text,
            })
            .collect();
        class.remarks.sort_by(|one, other| {
            (one.question, one.learner, &one.text).cmp(&(other.question, other.learner, &other.text))
        });
        class.remarks.dedup();
        let mut differing: Vec<Copies> = chosen
            .differing
            .into_iter()
            .map(|copies| Copies { sitting: sitting_order[copies.sitting as usize], ..copies })
            .collect();
        differing.sort_by_key(|copies| copies.sitting);
        Gathered { class, copies: differing, doubled_rows }
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
        gathering.copies.push(Copy {
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
        let known = &mut versions[version];
        if asked_ms > known.asked_ms {
            known.asked_ms = asked_ms;
            if *known.prompt != *row.prompt || *known.topic != *row.topic {
                (known.prompt, known.topic) = (row.prompt.into(), row.topic.into());
            }
        }
        (place(found), u16::try_from(version).unwrap_or(u16::MAX))
    }
}

/// Which copy of each sitting counts.
struct Chosen {
    is_kept: Vec<bool>,
    copy_of: Vec<u32>,
    differing: Vec<Copies>,
}

impl Chosen {
    fn among(
        copies: &[Copy],
        rows: &[RowOfCopy],
        texts: &Texts,
        questions: &IndexMap<Box<str>, Vec<Version>>,
        sittings: usize,
    ) -> Self {
        let mut of_sitting: Vec<Vec<u32>> = vec![Vec::new(); sittings];
        for (copy, known) in (0..).zip(copies) {
            of_sitting[known.sitting as usize].push(copy);
        }
        let mut chosen = Self { is_kept: vec![false; copies.len()], copy_of: Vec::new(), differing: Vec::new() };
        for (sitting, of_it) in (0..).zip(&of_sitting) {
            let content = |copy: u32| content(copy, rows, texts, questions);
            let Some(kept) = of_it.iter().copied().max_by(|one, other| {
                let ranks = copies[*one as usize].rank().cmp(&copies[*other as usize].rank());
                ranks.then_with(|| content(*one).cmp(&content(*other)))
            }) else {
                continue;
            };
            chosen.is_kept[kept as usize] = true;
            chosen.copy_of.push(kept);
            let differs = |copy: &u32| {
                *copy != kept
                    && (copies[*copy as usize].rank() != copies[kept as usize].rank()
                        || content(*copy) != content(kept))
            };
            let mut set_aside: Vec<u32> =
                of_it.iter().filter(|copy| differs(copy)).map(|copy| copies[*copy as usize].table).collect();
            set_aside.sort_unstable();
            if !set_aside.is_empty() {
                chosen.differing.push(Copies { sitting, kept: copies[kept as usize].table, set_aside });
            }
        }
        chosen
    }
}

/// What a copy says, to be compared. `rows` are in the order of copies.
fn content<'t>(
    copy: u32,
    rows: &[RowOfCopy],
    texts: &'t Texts,
    questions: &'t IndexMap<Box<str>, Vec<Version>>,
) -> Vec<(u32, u16, &'t str, u64, &'t str)> {
    let first = rows.partition_point(|row| row.copy < copy);
    let own = rows[first..].iter().take_while(|row| row.copy == copy);
    let mut content: Vec<_> = own
        .map(|row| {
            let answered = &row.answered;
            let question = questions.get_index(answered.question as usize).map_or("", |(name, _)| name);
            let response = answered.response.map_or("", |id| texts.get(id));
            (answered.position, answered.attempt, question, answered.score.to_bits(), response)
        })
        .collect();
    content.sort_unstable();
    content
}

/// What stands between bank and id where a question is looked up.
const BETWEEN: &str = "\u{1f}";

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

fn place(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// For each key its place in the sorted order.
fn order<'k>(keys: impl ExactSizeIterator<Item = &'k Box<str>>) -> Vec<u32> {
    let mut sorted: Vec<(&str, usize)> = keys.enumerate().map(|(at, key)| (&**key, at)).collect();
    sorted.sort_unstable();
    let mut places = vec![0; sorted.len()];
    for (place, (_, at)) in (0..).zip(sorted) {
        places[at] = place;
    }
    places
}

fn version_places(versions: &[Version]) -> Vec<u16> {
    let mut sorted: Vec<usize> = (0..versions.len()).collect();
    sorted.sort_by(|one, other| versions[*one].rank().cmp(&versions[*other].rank()));
    let mut places = vec![0; versions.len()];
    for (place, at) in (0..).zip(sorted) {
        places[at] = place;
    }
    places
}

/// Fills `sorted` with the texts that the rows name, and gives the new number of each old one.
fn sorted_texts(texts: &Texts, rows: &[RowOfCopy], sorted: &mut Texts) -> Vec<TextId> {
    let mut is_used = vec![false; texts.len()];
    rows.iter().filter_map(|row| row.answered.response).for_each(|id| is_used[id.place()] = true);
    let mut used: Vec<(&str, usize)> =
        texts.iter().enumerate().filter(|(at, _)| is_used[*at]).map(|(at, text)| (text, at)).collect();
    used.sort_unstable();
    let mut places = vec![TextId::default(); texts.len()];
    for (text, at) in used {
        places[at] = sorted.add(text);
    }
    places
}

fn learner_list(learners: IndexMap<Box<str>, Names>) -> Vec<ClassLearner> {
    let mut learners: Vec<(Box<str>, Names)> = learners.into_iter().collect();
    learners.sort();
    let learner = |(id, mut names): (Box<str>, Names)| {
        names.sort_by(|(one, one_ms), (other, other_ms)| (other_ms, other).cmp(&(one_ms, one)));
        let mut names = names.into_iter().map(|(name, _)| name);
        let name = names.next().unwrap_or_default();
        let mut also: Vec<Box<str>> = names.filter(|name| !name.is_empty()).collect();
        also.sort();
        ClassLearner { id, name, also, ..ClassLearner::default() }
    };
    learners.into_iter().map(learner).collect()
}

fn question_list(questions: IndexMap<Box<str>, Vec<Version>>) -> Vec<ClassQuestion> {
    let mut questions: Vec<(Box<str>, Vec<Version>)> = questions.into_iter().collect();
    questions.sort_by(|(one, _), (other, _)| one.cmp(other));
    let question = |(name, mut versions): (Box<str>, Vec<Version>)| {
        versions.sort_by(|one, other| one.rank().cmp(&other.rank()));
        let (bank, id) = name.split_once(BETWEEN).unwrap_or(("", &name));
        let last = versions.last();
        ClassQuestion {
            bank: bank.into(),
            id: id.into(),
            kind: last.and_then(|version| version.kind),
            topic: last.map(|version| version.topic.clone()).unwrap_or_default(),
            prompt: last.map(|version| version.prompt.clone()).unwrap_or_default(),
            versions: versions.into_iter().map(Version::finished).collect(),
        }
    };
    questions.into_iter().map(question).collect()
}

fn sitting(copy: &Copy, id: &str, learner_order: &[u32]) -> ClassSitting {
    ClassSitting {
        id: id.into(),
        learner: learner_order[copy.learner as usize],
        bank: copy.bank.clone(),
        title: copy.title.clone(),
        quiz: copy.quiz.clone(),
        mode: copy.mode,
        started_at: copy.started_at,
        finished_at: copy.finished_at,
        state: copy.state,
        answers: (0, 0),
    }
}

/// Tells each sitting where its answers are.
fn lay_out(class: &mut Class) {
    let mut at = 0;
    for (sitting, known) in (0..).zip(&mut class.sittings) {
        let count = class.answers[at..].iter().take_while(|answered| answered.sitting == sitting).count();
        known.answers = (place(at), place(at + count));
        at += count;
    }
}
