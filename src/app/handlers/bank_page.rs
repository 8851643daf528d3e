//! The actions of the bank page: looking a bank over, and trying its questions. Nothing of it is recorded.

use crate::app::action::{BankRef, Page};
use crate::app::app::App;
use crate::app::file_name::name_of;
use crate::app::handlers::banks::{Found, look_for_pictures};
use crate::app::state::bank_page::{BankPage, Preview, Sought};
use crate::app::state::card::Card;
use crate::app::state::pictures::Pictures;
use crate::app::workers::survey::BankText;
use crate::bank::{Bank, Question, Survey, shipped};
use crate::disk::BankFileError;
use crate::paper::{Met, Plan, draw};
use crate::sitting::{Response, Turn, grade};
use std::path::{Path, PathBuf};

impl App {
    /// Shows the page of a bank, and begins to look it over.
    pub(in crate::app) fn look_at(&mut self, bank: BankRef) {
        self.look_for(bank, Sought::Beginning);
    }

    /// Shows what is wrong with a bank, on its page.
    pub(in crate::app) fn look_at_problems(&mut self, bank: BankRef) {
        self.look_for(bank, Sought::Problems);
        self.screens.bank.show_problems();
    }

    /// Shows a question on the page of its bank.
    pub(in crate::app) fn look_at_found(&mut self, bank_id: &str, question_id: String) {
        let mut banks = self.model.cards.iter().filter_map(Card::as_bank);
        let Some(card) = banks.find(|card| card.id == bank_id) else { return };
        let file = card.path.clone().map(BankRef::File);
        self.look_for(file.unwrap_or_else(|| BankRef::Shipped(bank_id.to_owned())), Sought::Question(question_id));
        self.screens.bank.show_preview();
    }

    fn look_for(&mut self, bank: BankRef, sought: Sought) {
        let Some((file_name, path)) = self.names_of(&bank) else { return };
        self.leave_bank_page();
        self.model.bank_page = Some(BankPage {
            bank,
            file_name,
            path,
            survey: None,
            failure: None,
            version: 0,
            sought,
            selected: None,
            remarks: Vec::new(),
            listed_at: self.world.now(),
            preview: None,
        });
        self.model.page = Page::Bank;
        self.look_again();
    }

    /// Looks the bank of the page over again; what is shown stays until that is done.
    pub(in crate::app) fn look_again(&mut self) {
        let Some(page) = &self.model.bank_page else { return };
        let text = match &page.bank {
            BankRef::File(stored) => BankText::File(self.folder.from_stored(stored)),
            BankRef::Shipped(_) => match shipped().iter().find(|bank| bank.file_name == page.file_name) {
                Some(bank) => BankText::Shipped { name: bank.file_name, text: bank.text },
                None => return,
            },
        };
        self.awaited_survey = Some(self.inspector.look_over(text));
    }

    pub(in crate::app) fn bank_surveyed(&mut self, number: u64, outcome: Result<Box<Survey>, BankFileError>) {
        if self.awaited_survey != Some(number) {
            return drop_elsewhere(outcome.ok());
        }
        self.awaited_survey = None;
        let remarks = outcome.as_ref().ok().map(|survey| self.history.remarks(&survey.head.id));
        let remarks = remarks.transpose().unwrap_or_else(|error| {
            self.warn_history(&error);
            None
        });
        let now = self.world.now();
        let Some(page) = &mut self.model.bank_page else { return };
        page.version += 1;
        match outcome {
            // A file that is gone for the moment takes nothing from the screen but its place.
            Err(error) => {
                page.failure = Some(error.to_string());
                page.selected = None;
                page.preview = None;
                drop_elsewhere(page.survey.take());
            }
            Ok(survey) => {
                page.failure = None;
                (page.remarks, page.listed_at) = (remarks.unwrap_or_default(), now);
                let old = page.survey.replace(survey);
                let before = page.selected.zip(old.as_ref()).map(|(index, old)| old.questions[index].id.to_string());
                let id = match (before, std::mem::take(&mut page.sought)) {
                    (Some(id), _) | (None, Sought::Question(id)) => id,
                    (None, Sought::Beginning) => String::new(),
                    (None, Sought::Problems) => {
                        self.select_problem();
                        return drop_elsewhere(old);
                    }
                };
                self.keep_selected(&id);
                drop_elsewhere(old);
            }
        }
    }

    /// Shows the question of the first error, or else of the first warning.
    fn select_problem(&mut self) {
        let Some(page) = &mut self.model.bank_page else { return };
        let Some(survey) = &page.survey else { return };
        page.selected = survey.worst_problem().and_then(|problem| survey.question_of(problem));
        self.draw_preview();
    }

    /// Stays on the question of that id after the bank was read again, else on its place, else goes to the first.
    fn keep_selected(&mut self, id: &str) {
        let Some(page) = &mut self.model.bank_page else { return };
        let Some(survey) = &page.survey else { return };
        let same = Some(id).filter(|id| !id.is_empty()).and_then(|id| {
            let is_it = |index: &usize| survey.questions.get(*index).is_some_and(|question| *question.id == *id);
            page.selected.filter(is_it).or_else(|| survey.questions.iter().position(|question| *question.id == *id))
        });
        let last = survey.questions.len().checked_sub(1);
        let index = same.or_else(|| Some(page.selected.unwrap_or(0).min(last?)));
        page.selected = index;
        let question = index.map(|index| &survey.questions[index]).filter(|question| question.can_be_asked());
        let shown = page.preview.as_ref().map(|preview| preview.turn.item.original());
        // What was tried stays where the question is the same.
        if shown.is_none() || shown != question.and_then(|question| question.question.as_ref()) {
            self.draw_preview();
        }
    }

    pub(in crate::app) fn look_at_question(&mut self, index: Option<usize>) {
        let Some(page) = &mut self.model.bank_page else { return };
        let count = page.survey.as_ref().map_or(0, |survey| survey.questions.len());
        if index.is_none_or(|index| index < count) && page.selected != index {
            page.selected = index;
            self.draw_preview();
        }
    }

    /// Draws the question that the page shows anew.
    pub(in crate::app) fn draw_anew(&mut self) {
        match self.model.page {
            Page::Import => self.draw_import_preview(false),
            Page::Author => self.draw_written_anew(),
            _ => self.draw_preview(),
        }
    }

    /// Draws the selected question as a paper of its own.
    fn draw_preview(&mut self) {
        let seed = self.world.seed();
        let Some(page) = &mut self.model.bank_page else { return };
        let number = page.preview.take().map_or(0, |preview| preview.number) + 1;
        let Some(survey) = &page.survey else { return };
        let Some(selected) = page.selected.and_then(|index| survey.questions.get(index)) else { return };
        let Some(question) = selected.question.as_ref().filter(|_| selected.can_be_asked()) else { return };
        let Some(turn) = drawn(&survey.head.id, question, seed) else { return };
        let folder = match &page.bank {
            BankRef::File(stored) => self.folder.from_stored(stored).parent().map(Path::to_owned),
            BankRef::Shipped(_) => None,
        };
        let mut pictures = Found::new();
        if let Some(folder) = folder {
            look_for_pictures(&folder, &turn.item.question, &mut pictures);
        }
        let pictures = Pictures::new(pictures);
        page.preview = Some(Preview { turn, pictures, is_marked: false, number });
    }

    pub(in crate::app) fn try_answer(&mut self, response: Option<Response>) {
        let Some(preview) = self.preview_on_page() else { return };
        preview.turn.mark = response.as_ref().map(|response| grade(&preview.turn.item.question, response));
        preview.turn.response = response;
        preview.is_marked = true;
    }

    pub(in crate::app) fn try_again(&mut self) {
        let Some(preview) = self.preview_on_page() else { return };
        preview.turn.mark = None;
        preview.turn.response = None;
        preview.is_marked = false;
    }

    /// The question that the page shows as learners see it.
    fn preview_on_page(&mut self) -> Option<&mut Preview> {
        match self.model.page {
            Page::Import => self.model.import.import.as_mut()?.preview.as_mut(),
            Page::Author => self.model.author.as_mut()?.preview.as_mut(),
            _ => self.model.bank_page.as_mut()?.preview.as_mut(),
        }
    }

    /// Stops whatever is being read.
    pub(in crate::app) fn stop_reading(&mut self) {
        self.loader.stop();
        self.inspector.stop();
    }

    /// Lets go of the bank page when another page is shown, whatever led there.
    pub(in crate::app) fn close_bank_page(&mut self) {
        if self.model.page != Page::Bank && self.model.bank_page.is_some() {
            self.leave_bank_page();
        }
    }

    fn leave_bank_page(&mut self) {
        self.inspector.drop_order();
        self.awaited_survey = None;
        drop_elsewhere(self.model.bank_page.take());
        self.screens.bank = crate::app::screens::bank::BankScreen::default();
    }

    /// The file that the bank page shows.
    pub(in crate::app) fn looked_at_file(&self) -> Option<PathBuf> {
        match &self.model.bank_page.as_ref()?.bank {
            BankRef::File(stored) => Some(self.folder.from_stored(stored)),
            BankRef::Shipped(_) => None,
        }
    }

    /// The name of a bank's file, and its path in full.
    fn names_of(&self, bank: &BankRef) -> Option<(String, String)> {
        match bank {
            BankRef::File(stored) => {
                let path = self.folder.from_stored(stored);
                Some((name_of(&path), path.display().to_string()))
            }
            BankRef::Shipped(id) => {
                let name = self.shelf.shipped_name(id)?;
                Some((name.to_owned(), name.to_owned()))
            }
        }
    }
}

/// A question as a paper of its own.
pub(in crate::app) fn drawn(bank_id: &str, question: &Question, seed: u32) -> Option<Turn> {
    let bank = Bank { id: bank_id.into(), questions: vec![question.clone()], ..Bank::default() };
    let paper = draw(&[&bank], &Plan::default(), &Met::default(), seed);
    Some(Turn::new(paper.items.into_iter().next()?, 1))
}

/// Lets go of what may hold a hundred thousand questions, without the window waiting for that.
pub(in crate::app) fn drop_elsewhere<T: Send + 'static>(value: T) {
    std::thread::spawn(move || drop(value));
}
