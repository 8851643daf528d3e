//! Papers and what to print with them.

use super::rich::PrintedPictures;
use super::words::{counted, points};
use crate::bank::Bank;
use crate::paper::{Paper, PaperItem, paper_code};
use crate::report::letters::letter;

/// What to print: a paper, or versions of one.
#[derive(Clone, Copy, Debug)]
pub enum Papers<'a> {
    /// One paper.
    One(&'a Paper),
    /// Versions of one paper, A first; each tells its letter. At least one.
    Versions(&'a [Paper]),
}

/// Papers and what to print with them.
#[derive(Clone, Copy, Debug)]
pub struct Printout<'a> {
    /// The questions in the order drawn.
    pub papers: Papers<'a>,
    /// The banks that they were drawn from, for titles and languages.
    pub banks: &'a [&'a Bank],
    /// Whether text and HTML end with the answer key. JSON always holds it.
    pub with_key: bool,
    /// Whether text and HTML have an answer sheet after each paper.
    pub with_sheets: bool,
    /// Who has the pictures, which HTML holds in itself; text has the words for them.
    pub pictures: &'a dyn PrintedPictures,
}

/// A paper with its letter, where it is a version.
pub(super) struct Printed<'a> {
    pub(super) version: Option<String>,
    pub(super) paper: &'a Paper,
}

impl Printout<'_> {
    pub(super) fn papers(&self) -> &[Paper] {
        match self.papers {
            Papers::One(paper) => std::slice::from_ref(paper),
            Papers::Versions(papers) => papers,
        }
    }

    /// The papers in turn, each with its letter where it is a version.
    pub(super) fn printed(&self) -> impl Iterator<Item = Printed<'_>> {
        let has_letter = matches!(self.papers, Papers::Versions(_));
        let version = move |index| has_letter.then(|| letter(index));
        self.papers().iter().enumerate().map(move |(index, paper)| Printed { version: version(index), paper })
    }

    /// The questions of the first paper, which all versions have in common.
    pub(super) fn items(&self) -> &[PaperItem] {
        self.papers().first().map_or(&[], |paper| &paper.items)
    }

    /// What draws all of it again.
    pub(super) fn seed(&self) -> u32 {
        self.papers().first().map_or(0, |paper| paper.seed)
    }

    /// What all pages have, by which the paper is known again.
    pub(super) fn code(&self) -> String {
        paper_code(self.papers())
    }

    /// Titles of the banks that questions were drawn from, in the order of the banks; all banks where none was drawn.
    pub(super) fn title(&self) -> String {
        let drawn_from = |bank: &Bank| self.items().iter().any(|item| *item.bank_id == *bank.id);
        let mut titles: Vec<&str> =
            self.banks.iter().filter(|bank| drawn_from(bank)).map(|bank| bank.title.trim()).collect();
        if titles.is_empty() {
            titles.extend(self.banks.iter().map(|bank| bank.title.trim()));
        }
        titles.join(" · ")
    }

    /// The BCP 47 tag of a question's bank; empty where none was written.
    pub(super) fn language(&self, item: &PaperItem) -> &str {
        self.banks.iter().find(|bank| *bank.id == *item.bank_id).map_or("", |bank| bank.language.trim())
    }

    /// The BCP 47 tag of the first question.
    pub(super) fn page_language(&self) -> &str {
        let language = self.items().first().map_or("", |item| self.language(item));
        if language.is_empty() { "en" } else { language }
    }

    /// The last line of a paper, by which it can be drawn again and marked, and by which a missing page is noticed.
    pub(super) fn ending(&self, printed: &Printed) -> String {
        let (seed, code) = (printed.paper.seed, self.code());
        match &printed.version {
            None => format!("End of the questions · Seed {seed} · Paper {code}"),
            Some(letter) => format!("End of version {letter} · Seed {seed} · Paper {code}"),
        }
    }

    /// The last line of a key: `Seed 7 · Paper 7QK2`, and for versions how they are drawn again.
    pub(super) fn key_ending(&self) -> String {
        let (seed, code) = (self.seed(), self.code());
        match self.papers {
            Papers::One(_) => format!("Seed {seed} · Paper {code}"),
            Papers::Versions(papers) => {
                let seeds: Vec<String> = self
                    .printed()
                    .filter_map(|printed| Some(format!("{} {}", printed.version?, printed.paper.seed)))
                    .collect();
                format!(
                    "Seed {seed}, {} · Paper {code}. Seeds of the versions: {}",
                    counted(papers.len(), "version"),
                    seeds.join(", ")
                )
            }
        }
    }
}

impl Printed<'_> {
    /// `10 questions, 12 points`.
    pub(super) fn extent(&self) -> String {
        format!("{}, {}", counted(self.paper.items.len(), "question"), points(self.points()))
    }

    /// What all questions are worth together.
    pub(super) fn points(&self) -> f64 {
        self.paper.items.iter().map(|item| item.question.points).sum()
    }
}
