//! The actions about bank files: adding, reading, locating and taking out.

use crate::app::action::Page;
use crate::app::app::App;
use crate::app::file_name::name_of;
use crate::app::state::added::AddedBank;
use crate::app::state::bank_read::BankRead;
use crate::app::state::card::Card;
use crate::app::state::notice_line::NoticeAction;
use crate::app::state::pictures::Pictures;
use crate::app::state::shelf::{Outcome, RemovedBank, ShelfPlace, outcome_of};
use crate::bank::model::picture::pictures;
use crate::bank::{Answer, PictureFault, Question};
use crate::disk::{BankFileError, Picture, nearest_bank, picture_beside};
use crate::sitting::Sitting;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

impl App {
    /// Reads the learner's own banks and those that were added before; those named at the start join them.
    pub(in crate::app) fn read_waiting_files(&mut self) {
        for path in std::mem::take(&mut self.shelf.named) {
            if !self.model.settings.library.contains(&self.folder.to_stored(&path)) {
                self.shelf.new.insert(path.clone());
            }
            self.keep_in_library(&path);
            self.read_unless_known(&path, true);
        }
        for (path, error) in std::mem::take(&mut self.shelf.refused) {
            self.tell_refused(&path, &error);
        }
        let stored: Vec<PathBuf> =
            self.model.settings.library.iter().map(|stored| self.folder.from_stored(stored)).collect();
        for path in stored {
            self.read_unless_known(&path, true);
        }
        for path in self.folder.own_banks() {
            self.read_unless_known(&path, false);
        }
    }

    pub(in crate::app) fn read_unless_known(&mut self, path: &Path, is_added: bool) {
        if self.shelf.place_of(path).is_none() {
            self.shelf.put(path, is_added, Outcome::Waiting);
            self.loader.read(path.to_owned());
        }
    }

    /// Shows the first bank that was named at the start, if it is read already.
    pub(in crate::app) fn show_first_named(&mut self) {
        self.build_cards();
        let Some(path) = self.shelf.show_next.clone() else { return };
        let Some(place) = self.shelf.place_of(&path) else { return };
        if matches!(place.outcome, Outcome::Waiting) {
            return;
        }
        self.shelf.show_next = None;
        self.model.added = self.faults_of(&path);
        match &self.model.added {
            Some(_) => self.model.page = Page::Library,
            None => self.set_up_file(&path),
        }
    }

    fn set_up_file(&mut self, path: &Path) {
        if let Some(Outcome::Read { bank, .. }) = self.shelf.place_of(path).map(|place| &place.outcome) {
            let id = bank.id.to_string();
            self.set_up(&id, None, None);
        }
    }

    /// What is wrong with a file that was added; `None` where it is whole.
    fn faults_of(&mut self, path: &Path) -> Option<AddedBank> {
        let stored = self.folder.to_stored(path);
        let shadowed = self.model.cards.iter().filter_map(Card::as_faulty).find(|card| card.path == stored);
        let shadowed = shadowed.map(|card| card.message.clone());
        let name = name_of(path);
        let place = self.shelf.place_of(path)?;
        let (title, playable_id, askable, failure, problems) = match &place.outcome {
            Outcome::Waiting => return None,
            Outcome::Read { problems, .. } if problems.count == 0 && shadowed.is_none() => return None,
            Outcome::Read { bank, problems, .. } => {
                let count = bank.questions.len();
                let id = Some(bank.id.to_string()).filter(|_| count > 0 && shadowed.is_none());
                (bank.title.to_string(), id, count, shadowed.unwrap_or_default(), problems)
            }
            Outcome::Faulty { message, problems, .. } => (name, None, 0, message.clone(), problems),
        };
        Some(AddedBank {
            path: path.to_owned(),
            stored,
            title,
            playable_id,
            askable,
            left_out: problems.left_out,
            failure,
            problem_count: problems.count,
            problems: problems.first.clone(),
        })
    }

    /// Forgets what was wrong with the file added last, once the library is left.
    pub(in crate::app) fn forget_added(&mut self) {
        if self.model.page != Page::Library {
            self.model.added = None;
        }
    }

    pub(in crate::app) fn add_banks(&mut self, paths: Vec<PathBuf>) {
        if let (Some(gone), false) = (self.shelf.locating.take(), paths.is_empty()) {
            self.take_out(&gone);
        }
        let paths: Vec<PathBuf> =
            paths.iter().map(|path| std::path::absolute(path).unwrap_or_else(|_| path.clone())).collect();
        for path in &paths {
            if self.shelf.place_of(path).is_none() {
                self.shelf.new.insert(path.clone());
            }
            self.keep_in_library(path);
            self.shelf.put(path, true, Outcome::Waiting);
            self.loader.read(path.clone());
        }
        // A sitting under way, or its result, is not disturbed; the banks wait in the library.
        let is_busy = matches!(self.model.page, Page::Sitting | Page::Result);
        self.shelf.show_next = paths.into_iter().next().filter(|_| !is_busy);
    }

    pub(in crate::app) fn handed_over(&mut self, paths: Vec<PathBuf>) {
        let is_busy = self.model.page == Page::Sitting && !paths.is_empty();
        self.add_banks(paths);
        if is_busy {
            self.tell("The banks that were opened are in the library.");
        }
    }

    pub(in crate::app) fn banks_chosen(&mut self, paths: Vec<PathBuf>, was_seen: bool) {
        if !was_seen {
            self.ask_for_path("This desktop shows no dialog for files. Type the path of the bank instead.");
            return;
        }
        self.add_banks(paths);
    }

    pub(in crate::app) fn choose_banks(&mut self) {
        self.shelf.locating = None;
        self.world.choose_banks(self.inbox.reporter());
    }

    pub(in crate::app) fn ask_for_path(&mut self, explanation: &'static str) {
        self.screens.path.open(explanation);
        self.model.is_path_open = true;
    }

    pub(in crate::app) fn locate(&mut self, stored: String) {
        self.shelf.locating = Some(stored);
        self.world.choose_banks(self.inbox.reporter());
    }

    /// Takes a bank out of the library, which can be undone for a while.
    pub(in crate::app) fn remove_bank(&mut self, shown: &str) {
        let Some(removed) = self.take_out(shown) else { return };
        let (name, is_gone) = match &removed.place.outcome {
            Outcome::Read { bank, .. } => (bank.title.to_string(), false),
            Outcome::Faulty { is_gone, .. } => (name_of(&removed.path), *is_gone),
            Outcome::Waiting => (name_of(&removed.path), false),
        };
        let rest = if is_gone { "" } else { " The file is still there." };
        self.model.notices.retain(|notice| notice.action != Some(NoticeAction::UndoRemove));
        self.removed_bank = Some(removed);
        self.offer_undo(format!("{name} was removed from the library.{rest}"), NoticeAction::UndoRemove);
    }

    /// Puts the bank back that was taken out last, where it was.
    pub(in crate::app) fn undo_remove(&mut self) {
        self.model.notices.retain(|notice| notice.action != Some(NoticeAction::UndoRemove));
        let Some(removed) = self.removed_bank.take() else { return };
        // It may have come back in another way meanwhile.
        if self.shelf.place_of(&removed.path).is_none() {
            let index = removed.index.min(self.shelf.places.len());
            self.shelf.places.insert(index, removed.place);
        }
        let library = &mut self.model.settings.library;
        if !library.contains(&removed.stored) {
            library.insert(removed.library_index.min(library.len()), removed.stored);
        }
        self.save_settings();
        // It may have changed while nobody looked.
        self.loader.read(removed.path);
        self.build_cards();
    }

    pub(in crate::app) fn take_out(&mut self, stored: &str) -> Option<RemovedBank> {
        let path = self.folder.from_stored(stored);
        let library_index = self.model.settings.library.iter().position(|other| other == stored);
        self.model.settings.library.retain(|other| other != stored);
        self.save_settings();
        let index = self.shelf.places.iter().position(|place| place.path.as_ref() == Some(&path));
        let place = index.map(|index| self.shelf.places.remove(index));
        self.model.added.take_if(|added| added.path == path);
        self.build_cards();
        Some(RemovedBank {
            stored: stored.to_owned(),
            path,
            library_index: library_index.unwrap_or(usize::MAX),
            index: index?,
            place: place?,
        })
    }

    /// Reads the file whose path was typed; it joins the library if it can be read.
    pub(in crate::app) fn add_typed(&mut self, typed: &str) {
        let path = typed_path(typed);
        self.shelf.typed = Some(path.clone());
        self.loader.read(path);
    }

    fn typed_read(&mut self, path: PathBuf, outcome: Result<Box<BankRead>, BankFileError>) {
        match outcome {
            Err(error) if !error.is_text_fault() => {
                let nearest = nearest_bank(&path).filter(|_| error.is_gone());
                self.screens.path.fail(&error, nearest.as_deref());
            }
            outcome => {
                self.screens.path.close();
                self.add_banks(vec![path.clone()]);
                self.bank_read(&path, outcome);
            }
        }
    }

    /// Tells why a file that was added by hand is not in the library.
    fn refuse(&mut self, path: &Path, error: &BankFileError) {
        self.shelf.show_next.take_if(|next| next == path);
        let stored = self.folder.to_stored(path);
        self.take_out(&stored);
        self.tell_refused(path, error);
    }

    fn tell_refused(&mut self, path: &Path, error: &BankFileError) {
        let reason = if error.is_gone() { "there is no such file".to_owned() } else { error.to_string() };
        self.warn(format!("{} was not added: {reason}.", path.display()));
    }

    pub(in crate::app) fn reload_bank(&mut self, shown: &str) {
        let path = self.folder.from_stored(shown);
        if self.shelf.place_of(&path).is_some() {
            self.loader.read(path);
        }
    }

    pub(in crate::app) fn bank_read(&mut self, path: &Path, outcome: Result<Box<BankRead>, BankFileError>) {
        if self.shelf.typed.take_if(|typed| typed == path).is_some() {
            return self.typed_read(path.to_owned(), outcome);
        }
        if let (true, Err(error)) = (self.shelf.new.remove(path), &outcome)
            && !error.is_text_fault()
        {
            return self.refuse(path, error);
        }
        // A file that was taken out while it was being read stays out.
        let Some(place) = self.shelf.place_of(path) else { return };
        place.outcome = match outcome {
            // A file of the data folder that was deleted is no loss to tell of; it may come back.
            Err(BankFileError::Gone) if !place.is_added => Outcome::Waiting,
            outcome => outcome_of(outcome),
        };
        let is_free = !matches!(self.model.page, Page::Sitting | Page::Result);
        if self.shelf.play_next.take_if(|next| next == path).is_some() && is_free {
            self.build_cards();
            self.set_up_file(path);
        } else if self.shelf.show_next.take_if(|next| next == path).is_some() && is_free {
            self.shelf.show_next = Some(path.to_owned());
            self.model.page = Page::Library;
            self.show_first_named();
        } else {
            self.build_cards();
            self.follow_bank(path);
        }
    }

    /// Lets what is on the screen follow a bank that was read again.
    fn follow_bank(&mut self, path: &Path) {
        if self.model.added.as_ref().is_some_and(|added| added.path == path) {
            self.model.added = self.faults_of(path);
        }
        if let Some(bank) = self.model.banks.iter().find(|bank| *bank.id == *self.screens.setup.bank_id()) {
            self.screens.setup.follow(bank);
        }
        if self.model.page == Page::Search {
            self.search(self.screens.search.asked().to_owned());
        }
    }

    /// Where the pictures of a sitting lie: beside its bank, and nowhere else.
    pub(in crate::app) fn pictures_of(&self, sitting: &Sitting) -> Pictures {
        let mut found = Found::new();
        for turn in &sitting.turns {
            if let Some(folder) = self.path_of(&turn.item.bank_id).as_deref().and_then(Path::parent) {
                look_for_pictures(folder, &turn.item.question, &mut found);
            }
        }
        Pictures::new(found)
    }

    /// The file of a bank that was read; `None` for one that came with the program.
    pub(in crate::app) fn path_of(&self, bank_id: &str) -> Option<PathBuf> {
        let is_it = |place: &&ShelfPlace| matches!(&place.outcome, Outcome::Read { bank, .. } if *bank.id == *bank_id);
        self.shelf.places.iter().find(is_it)?.path.clone()
    }

    pub(in crate::app) fn keep_in_library(&mut self, path: &Path) {
        let stored = self.folder.to_stored(path);
        let is_own = path.starts_with(self.folder.quizzes());
        if !is_own && !self.model.settings.library.contains(&stored) {
            self.model.settings.library.push(stored);
            self.save_settings();
        }
    }
}

/// What was found at the paths that a bank names.
pub(in crate::app) type Found = HashMap<String, Result<Picture, PictureFault>>;

/// Looks in `folder` for the pictures that a question shows, but for those that were looked for before.
pub(in crate::app) fn look_for_pictures(folder: &Path, question: &Question, found: &mut Found) {
    for path in pictures_named(question) {
        found.entry(path).or_insert_with_key(|path| picture_beside(folder, path));
    }
}

/// The paths of the pictures that a question shows.
pub(in crate::app) fn pictures_named(question: &Question) -> Vec<String> {
    let image = if let Answer::Hotspot { image, .. } = &question.answer { image } else { "" };
    let in_texts = question.texts().into_iter().flat_map(pictures).map(|(path, _)| path);
    in_texts.chain([image.to_owned()]).filter(|path| !path.is_empty()).collect()
}

/// The path that was typed: `~` stands for the home folder.
pub(in crate::app) fn typed_path(typed: &str) -> PathBuf {
    let path = Path::new(typed);
    match (path.strip_prefix("~"), directories::UserDirs::new()) {
        (Ok(below), Some(user)) => user.home_dir().join(below),
        _ => std::path::absolute(path).unwrap_or_else(|_| path.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_of_many_questions_is_looked_for_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("map.svg");
        std::fs::write(&file, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>").expect("written");
        let ron = r#"(id: "q", prompt: "![A map](map.svg) Is it flat?", answer: TrueFalse(true))"#;
        let question: Question = ron::from_str(ron).expect("a question");
        let mut found = Found::new();
        look_for_pictures(folder.path(), &question, &mut found);
        std::fs::remove_file(&file).expect("removed");
        look_for_pictures(folder.path(), &question, &mut found);
        assert_eq!(found["map.svg"].as_ref().map(|picture| picture.width), Ok(4.0));
    }
}
