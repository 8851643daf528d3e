//! The actions about bank files: adding, reading, locating and taking out.

use super::action::Page;
use super::app::App;
use super::bank_read::BankRead;
use super::model::Pictures;
use super::shelf::{Outcome, ShelfPlace, outcome_of};
use crate::bank::model::picture::pictures;
use crate::bank::{Answer, PictureFault, Question};
use crate::disk::{BankFileError, Picture, picture_beside};
use crate::sitting::Sitting;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

impl App {
    /// Reads the learner's own banks and those that were added before; those named at the start join them.
    pub(super) fn read_waiting_files(&mut self) {
        for path in std::mem::take(&mut self.shelf.named) {
            self.keep_in_library(&path);
            self.read_unless_known(&path, true);
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

    pub(super) fn read_unless_known(&mut self, path: &Path, is_added: bool) {
        if self.shelf.place_of(path).is_none() {
            self.shelf.put(path, is_added, Outcome::Waiting);
            self.loader.read(path.to_owned());
        }
    }

    /// Shows the first bank that was named at the start, if it is read already.
    pub(super) fn show_first_named(&mut self) {
        self.build_cards();
        let Some(path) = self.shelf.show_next.clone() else { return };
        let Some(place) = self.shelf.place_of(&path) else { return };
        let id = match &place.outcome {
            Outcome::Waiting => return,
            Outcome::Read { bank, .. } => Some(bank.id.to_string()),
            Outcome::Faulty { .. } => None,
        };
        self.shelf.show_next = None;
        if let Some(id) = id {
            self.set_up(&id, None, None);
        }
    }

    pub(super) fn add_banks(&mut self, paths: Vec<PathBuf>) {
        if let (Some(gone), false) = (self.shelf.locating.take(), paths.is_empty()) {
            self.remove_bank(&gone);
        }
        let paths: Vec<PathBuf> =
            paths.iter().map(|path| std::path::absolute(path).unwrap_or_else(|_| path.clone())).collect();
        for path in &paths {
            self.keep_in_library(path);
            self.shelf.put(path, true, Outcome::Waiting);
            self.loader.read(path.clone());
        }
        // A sitting under way, or its result, is not disturbed; the banks wait in the library.
        let is_busy = matches!(self.model.page, Page::Sitting | Page::Result);
        self.shelf.show_next = paths.into_iter().next().filter(|_| !is_busy);
    }

    pub(super) fn handed_over(&mut self, paths: Vec<PathBuf>) {
        let is_busy = self.model.page == Page::Sitting && !paths.is_empty();
        self.add_banks(paths);
        if is_busy {
            self.tell("The banks that were opened are in the library.");
        }
    }

    pub(super) fn banks_chosen(&mut self, paths: Vec<PathBuf>, was_seen: bool) {
        if !was_seen {
            self.ask_for_path("This desktop shows no dialog for files. Type the path of the bank instead.");
            return;
        }
        self.add_banks(paths);
    }

    pub(super) fn choose_banks(&mut self) {
        self.shelf.locating = None;
        self.world.choose_banks(self.inbox.reporter());
    }

    pub(super) fn ask_for_path(&mut self, explanation: &'static str) {
        self.screens.path.open(explanation);
        self.model.is_path_open = true;
    }

    pub(super) fn locate(&mut self, stored: String) {
        self.shelf.locating = Some(stored);
        self.world.choose_banks(self.inbox.reporter());
    }

    pub(super) fn remove_bank(&mut self, shown: &str) {
        let path = self.folder.from_stored(shown);
        self.model.settings.library.retain(|stored| *stored != shown);
        self.shelf.places.retain(|place| place.path.as_ref() != Some(&path));
        self.save_settings();
        self.build_cards();
    }

    pub(super) fn reload_bank(&mut self, shown: &str) {
        let path = self.folder.from_stored(shown);
        if self.shelf.place_of(&path).is_some() {
            self.loader.read(path);
        }
    }

    pub(super) fn bank_read(&mut self, path: &Path, outcome: Result<Box<BankRead>, BankFileError>) {
        // A file that was taken out while it was being read stays out.
        let Some(place) = self.shelf.place_of(path) else { return };
        place.outcome = match outcome {
            // A file of the data folder that was deleted is no loss to tell of; it may come back.
            Err(BankFileError::Gone) if !place.is_added => Outcome::Waiting,
            outcome => outcome_of(outcome),
        };
        let is_free = !matches!(self.model.page, Page::Sitting | Page::Result);
        if self.shelf.show_next.take_if(|next| next == path).is_some() && is_free {
            self.shelf.show_next = Some(path.to_owned());
            self.model.page = Page::Library;
            self.show_first_named();
        } else {
            self.build_cards();
        }
    }

    /// Where the pictures of a sitting lie: beside its bank, and nowhere else.
    pub(super) fn pictures_of(&self, sitting: &Sitting) -> Pictures {
        let mut found = Found::new();
        for turn in &sitting.turns {
            if let Some(folder) = self.path_of(&turn.item.bank_id).as_deref().and_then(Path::parent) {
                look_for_pictures(folder, &turn.item.question, &mut found);
            }
        }
        Pictures::new(found)
    }

    /// The file of a bank that was read; `None` for one that came with the program.
    pub(super) fn path_of(&self, bank_id: &str) -> Option<PathBuf> {
        let is_it = |place: &&ShelfPlace| matches!(&place.outcome, Outcome::Read { bank, .. } if *bank.id == *bank_id);
        self.shelf.places.iter().find(is_it)?.path.clone()
    }

    fn keep_in_library(&mut self, path: &Path) {
        let stored = self.folder.to_stored(path);
        let is_own = path.starts_with(self.folder.quizzes());
        if !is_own && !self.model.settings.library.contains(&stored) {
            self.model.settings.library.push(stored);
            self.save_settings();
        }
    }
}

/// What was found at the paths that a bank names.
pub(super) type Found = HashMap<String, Result<Picture, PictureFault>>;

/// Looks in `folder` for the pictures that a question shows, but for those that were looked for before.
pub(super) fn look_for_pictures(folder: &Path, question: &Question, found: &mut Found) {
    let image = if let Answer::Hotspot { image, .. } = &question.answer { image } else { "" };
    let in_texts = question.texts().into_iter().flat_map(pictures).map(|(path, _)| path);
    for path in in_texts.chain([image.to_owned()]).filter(|path| !path.is_empty()) {
        found.entry(path).or_insert_with_key(|path| picture_beside(folder, path));
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
