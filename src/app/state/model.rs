//! What screens see: a view of the state that only [`crate::app::App`] changes.

use crate::app::action::{Page, TeachPage};
use crate::app::state::added::AddedBank;
use crate::app::state::agenda::Agenda;
use crate::app::state::author::Author;
use crate::app::state::bank_export::BankExport;
use crate::app::state::bank_page::BankPage;
use crate::app::state::card::Card;
use crate::app::state::class_folder::ClassFolder;
use crate::app::state::found::Found;
use crate::app::state::handing_in::HandingIn;
use crate::app::state::import::ImportPage;
use crate::app::state::marking::Marking;
use crate::app::state::notice_line::NoticeLine;
use crate::app::state::play::{Phase, Play};
use crate::app::state::result_view::ResultView;
use crate::app::state::teach::Teach;
use crate::bank::Bank;
use crate::disk::Settings;
use crate::history::{Learner, UnfinishedSitting};
use crate::moment::Moment;
use crate::progress::{Progress, Wish};
use crate::sitting::SittingRecord;
use std::sync::Arc;
use uuid::Uuid;

/// The state that screens read.
#[derive(Debug)]
pub struct Model {
    /// The page that is shown.
    pub page: Page,
    /// The settings in force.
    pub settings: Settings,
    /// Who learns now.
    pub learner: Learner,
    /// Everybody who learns on this computer.
    pub learners: Vec<Learner>,
    /// The banks that can be played.
    pub banks: Vec<Arc<Bank>>,
    /// What the library shows.
    pub cards: Vec<Card>,
    /// Sittings that wait to be carried on, newest first.
    pub unfinished: Vec<UnfinishedSitting>,
    /// What the learner can review; `None` until that is known.
    pub agenda: Option<Arc<Agenda>>,
    /// What the learner has learned; `None` until that is known.
    pub progress: Option<Arc<Progress>>,
    /// Which part of it is to be told.
    pub progress_wish: Wish,
    /// How far fitting the model to the learner is, 0 to 1; `None` where that is not going on.
    pub fitting: Option<f32>,
    /// The sitting on the screen.
    pub play: Option<Play>,
    /// The result on the screen.
    pub result: Option<ResultView>,
    /// The bank that is looked at.
    pub bank_page: Option<BankPage>,
    /// The bank that is written.
    pub author: Option<Author>,
    /// Other programs' questions that are to become a bank.
    pub import: ImportPage,
    /// How far reading them is, where it takes noticeably long.
    pub importing: Option<Loading>,
    /// The bank that goes to another program.
    pub bank_export: Option<BankExport>,
    /// Printed papers, and the answers on them.
    pub marking: Marking,
    /// The results of a class.
    pub teach: Teach,
    /// How far reading the class is, where it takes noticeably long.
    pub reading_class: Option<Loading>,
    /// What is handed in, and what waits.
    pub handing_in: HandingIn,
    /// The folder where a class hands in; `None` where none is looked through.
    pub class_folder: Option<ClassFolder>,
    /// Earlier sittings of the learner, newest first.
    pub sittings: Vec<SittingRecord>,
    /// When they were listed: days are told from then, as `today` or `yesterday`.
    pub sittings_listed_at: Moment,
    /// What the search has found.
    pub found: Vec<Found>,
    /// How many questions have the words; more than are shown, where there are many.
    pub found_count: usize,
    /// The words that it was found by.
    pub found_words: String,
    /// What the user should know.
    pub notices: Vec<NoticeLine>,
    /// The bank that was added last, where it is not whole.
    pub added: Option<AddedBank>,
    /// The bank that is being read.
    pub loading: Option<Loading>,
    /// The wiping of a deleted learner, where it takes noticeably long.
    pub wiping: Option<Loading>,
    /// The folder whose results are being brought in, where that takes noticeably long.
    pub bringing_in: Option<Loading>,
    /// Whether what the cards tell of results is being looked up.
    pub is_counting: bool,
    /// Whether the list of keys is shown.
    pub is_help_open: bool,
    /// Whether the field for a path is shown.
    pub is_path_open: bool,
    /// Whether the field for the title of a new bank is shown.
    pub is_title_open: bool,
    /// Where everything is kept.
    pub data_folder: String,
}

impl Model {
    /// The bank of that id, where it can be played.
    pub fn bank(&self, id: &str) -> Option<&Bank> {
        self.banks.iter().find(|bank| *bank.id == *id).map(|bank| &**bank)
    }

    /// The bank whose sources the question on the screen cites: a sitting keeps those that it began with, whatever
    /// becomes of the file, and the page of a bank has its own.
    pub fn cited_bank(&self, id: &str) -> Option<&Bank> {
        let of_sitting =
            self.play.as_ref().filter(|_| self.page == Page::Sitting).and_then(|play| play.bank.as_deref());
        let looked_at = self.bank_page.as_ref().and_then(|page| page.survey.as_ref()).map(|survey| &survey.head);
        let written = self.author.as_ref().and_then(|author| author.document.head());
        [of_sitting, looked_at, written].into_iter().flatten().find(|bank| *bank.id == *id).or_else(|| self.bank(id))
    }

    /// What the window shows at the moment: two places share neither focus nor scrolling nor what is typed.
    pub fn place(&self) -> Place {
        let play = self.play.as_ref().filter(|_| self.page == Page::Sitting);
        let paper = self.marking.open.as_ref().filter(|_| self.page == Page::Marking);
        Place {
            page: self.page,
            paper: paper.map(|open| open.paper.printed_at.unix_ms),
            has_import: self.page == Page::Import && self.import.import.is_some(),
            class: (self.page == Page::Teach).then(|| self.teach.page.place()),
            turn: play.map(|play| (play.sitting.id, play.sitting.current, play.phase)),
            result: self
                .result
                .as_ref()
                .filter(|_| self.page == Page::Result)
                .map(|result| (result.sitting.id, result.reviewing)),
        }
    }

    /// Whether something lies over the page, so that the page must not hear the keyboard.
    pub fn is_modal_open(&self) -> bool {
        self.is_help_open || self.is_path_open || self.is_title_open
    }
}

/// A place in the window where a person can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    page: Page,
    turn: Option<(Uuid, usize, Phase)>,
    result: Option<(Uuid, Option<usize>)>,
    /// When the paper was printed whose answers are typed.
    paper: Option<i64>,
    /// Whether questions of another program were read.
    has_import: bool,
    /// Which page of the class.
    class: Option<TeachPage>,
}

/// A bank that is being read.
#[derive(Clone, Debug, PartialEq)]
pub struct Loading {
    /// Name of the file.
    pub name: String,
    /// Share of it that is read, 0 to 1.
    pub share: f32,
}
