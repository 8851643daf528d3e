//! A class with all that was made of it, and what there is to tell of its files. Reads and measures nothing.

use crate::class::{Class, ClassFigures, ItemFigures, Lesson, Proposal};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

/// What came of an order.
#[derive(Debug, Default)]
pub struct ClassRead {
    /// The files, where they were read anew.
    pub files: Option<Vec<FileTold>>,
    /// The class.
    pub view: Arc<ClassView>,
}

/// A file of results, and what there is to tell of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileTold {
    /// Where it lies.
    pub path: PathBuf,
    /// Why nothing of it can be used, and at which line.
    pub failure: Option<(u64, String)>,
    /// The first rows that cannot be used, with their lines.
    pub rows: Vec<(u64, String)>,
    /// How many rows cannot be used.
    pub row_count: usize,
}

impl FileTold {
    /// Whether all of it counts.
    pub fn is_sound(&self) -> bool {
        self.failure.is_none() && self.row_count == 0
    }
}

/// A class with all that was made of it, for one choice of part and of questions left out.
#[derive(Debug, Default)]
pub struct ClassView {
    /// The class, those merged who are one person.
    pub class: Arc<Class>,
    /// Its figures.
    pub figures: ClassFigures,
    /// Its figures with the questions that are left out; `None` where none is.
    pub with_all: Option<ClassFigures>,
    /// Places of the questions that are left out.
    pub left_out: BTreeSet<u32>,
    /// What to teach again.
    pub lessons: Vec<Lesson>,
    /// Learners who may be one person.
    pub proposals: Vec<Proposal>,
    /// How many scores there are in each tenth, those of 100 % in the last.
    pub tenths: [u32; 10],
    /// The banks of everything that was read, by id and title, whatever part is looked at.
    pub banks: Vec<(String, String)>,
    /// The ready-made quizzes of the bank that is looked at, by id.
    pub quizzes: Vec<String>,
    /// The number that stands for each learner where names are left out.
    pub numbers: Vec<u32>,
    /// Sittings of which files hold copies that differ, as sentences.
    pub copies: Vec<String>,
    /// Rows that a file has twice.
    pub doubled_rows: u32,
}

impl ClassView {
    /// The figures of a question, also where it is left out.
    pub fn item(&self, question: u32) -> Option<&ItemFigures> {
        let of = |figures: &ClassFigures| figures.items.binary_search_by_key(&question, |item| item.question).ok();
        match of(&self.figures) {
            Some(place) => self.figures.items.get(place),
            None => self.with_all.as_ref().and_then(|figures| figures.items.get(of(figures)?)),
        }
    }

    /// The topics that questions have, in alphabetical order.
    pub fn topics(&self) -> impl Iterator<Item = &str> {
        self.figures.topics.iter().map(|topic| &*topic.topic).filter(|topic| !topic.is_empty())
    }

    /// Whether there are figures at all.
    pub fn is_judged(&self) -> bool {
        self.figures.sittings > 0
    }
}

/// What a learner is called: by name, or by a number that tells neither name nor place in the alphabet.
pub fn name_of(view: &ClassView, learner: u32, hides_names: bool) -> String {
    let known = &view.class.learners[learner as usize];
    match (&*known.name, hides_names) {
        (_, true) | ("", false) => format!("Learner {}", view.numbers[learner as usize]),
        (name, false) => name.to_owned(),
    }
}
