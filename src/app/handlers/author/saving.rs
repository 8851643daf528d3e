//! Whether what was typed is in the file, as the keeper tells it.

use crate::app::action::Page;
use crate::app::app::App;
use crate::app::state::author::Saving;
use crate::app::wording::author_words;
use crate::app::workers::author::Keeper;
use crate::author::{Change, free_id};
use crate::bank::{Bank, Question, can_be_asked};
use crate::disk::authoring::{SaveError, Version};
use std::path::Path;
use std::sync::Arc;

impl App {
    /// What keeps what is typed; starts with the first bank that is opened.
    pub(super) fn keeper(&mut self) -> &Keeper {
        let (folder, reporter) = (self.folder.clone(), self.inbox.reporter());
        self.keeper.get_or_insert_with(|| Keeper::new(folder, reporter))
    }

    /// A field or a question was left.
    pub(in crate::app) fn rest_author(&mut self) {
        self.name_question();
        let Some(author) = &mut self.model.author else { return };
        author.document.break_typing();
        if matches!(author.saving, Saving::Kept)
            && let Some(keeper) = &self.keeper
        {
            keeper.save();
        }
    }

    /// Gives the question that is shown an id, made from its prompt, when that is left for the first time. Afterwards an id never
    /// changes by itself: results are kept under it.
    fn name_question(&mut self) {
        let Some(author) = &self.model.author else { return };
        let Some((key, question)) = author.shown().and_then(|placed| Some((placed.key, placed.question.as_ref()?)))
        else {
            return;
        };
        if !question.id.is_empty() || question.prompt.trim().is_empty() {
            return;
        }
        let questions = author.document.questions();
        let id = free_id(&question.prompt, |id| questions.iter().any(|placed| *placed.id == *id));
        let new = Question { id, ..question.clone() };
        self.change_bank(Change::Question { key, new });
    }

    pub(in crate::app) fn save_author(&mut self) {
        self.name_question();
        let Some(author) = &mut self.model.author else { return };
        author.document.break_typing();
        if let Some(keeper) = &self.keeper {
            keeper.save();
        }
    }

    pub(in crate::app) fn author_saved(
        &mut self,
        path: &Path,
        version: u64,
        outcome: Result<(), SaveError>,
        versions: Vec<Version>,
    ) {
        let now = self.world.now();
        let Some(author) = self.model.author.as_mut().filter(|author| author.path == *path) else { return };
        author.versions = versions;
        let is_all = outcome.is_ok() && author.version == version;
        author.saving = match outcome {
            Err(error) => Saving::Failed(Arc::new(error)),
            Ok(()) if is_all => Saving::Saved(now),
            Ok(()) => Saving::Kept,
        };
        let plays = std::mem::take(&mut author.is_to_be_played);
        if plays && is_all {
            self.play_saved();
        }
    }

    pub(in crate::app) fn author_not_kept(&mut self, path: &Path, reason: String) {
        if let Some(author) = self.model.author.as_mut().filter(|author| author.path == *path) {
            author.saving = Saving::Lost(reason);
        }
    }

    /// Takes up an older state of the bank as a change like any other.
    pub(in crate::app) fn go_back_to(&mut self, version: Version) {
        if self.model.author.is_some() {
            self.keeper().look_up(version);
        }
    }

    pub(in crate::app) fn version_looked_up(&mut self, path: &Path, text: Result<String, String>) {
        let Some(author) = self.model.author.as_ref().filter(|author| author.path == *path) else { return };
        match text {
            Err(reason) => self.warn(format!("That version cannot be read any more: {reason}.")),
            Ok(text) => {
                let whole = 0..author.document.text().len();
                self.change_bank(Change::Text { span: whole, new: text.into() });
                self.rest_author();
            }
        }
    }

    /// Plays the bank as it is written, once it is in its file. Where nothing of it can be asked yet, says so and stays.
    pub(in crate::app) fn play_written(&mut self) {
        self.rest_author();
        let Some(author) = &self.model.author else { return };
        let nothing = Bank::default();
        let head = author.document.head().unwrap_or(&nothing);
        let mut questions = author.document.questions().iter().filter_map(|placed| placed.question.as_ref());
        if !questions.any(|question| can_be_asked(head, question)) {
            return self.tell(author_words::NOTHING_TO_PLAY);
        }
        // What is played is what the file says, so that is written before it is read.
        if let Some(author) = &mut self.model.author {
            author.is_to_be_played = true;
        }
        self.save_author();
    }

    fn play_saved(&mut self) {
        let Some(path) = self.written_file() else { return };
        self.close_author();
        self.model.page = Page::Library;
        self.shelf.play_next = Some(path.clone());
        self.loader.read(path);
    }

    pub(in crate::app) fn finish_author(&mut self) {
        self.close_author();
        if let Some(keeper) = self.keeper.take() {
            keeper.finish();
        }
    }
}
