//! Opens a bank to write in it: one that is there, a new one, or a copy of one that cannot be written.

use crate::app::action::{BankRef, Page};
use crate::app::app::App;
use crate::app::file_name::name_of;
use crate::app::handlers::bank_page::drop_elsewhere;
use crate::app::screens::author::AuthorScreen;
use crate::app::state::author::{Author, Known, Saving};
use crate::app::state::card::Card;
use crate::app::state::pictures::Pictures;
use crate::app::wording::{author_words, words};
use crate::app::workers::author_told::{OpenError, Opened};
use crate::author::{Change, Document, new_bank, new_question};
use crate::bank::{Bank, Kind};
use crate::disk::{free_path, read_bank_text, save_new};
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl App {
    pub(in crate::app) fn ask_for_title(&mut self) {
        self.screens.title.open();
        self.model.is_title_open = true;
    }

    /// Makes a bank among the learner's own, and opens it at its first question.
    pub(in crate::app) fn new_bank(&mut self, title: &str) {
        let document = Document::open(new_bank(title, None));
        let wanted = document.head().map(|head| head.id.to_string()).unwrap_or_default();
        let id = self.free_bank_id(&wanted);
        let text = under_id(document, &id, title).ok_or_else(|| "its title cannot be written".to_owned());
        match text.and_then(|text| self.save_own(&id, &text)) {
            Err(reason) => self.warn(format!("No bank could be made: {reason}.")),
            Ok(path) => {
                self.read_unless_known(&path, false);
                let bank = BankRef::File(self.folder.to_stored(&path));
                self.open_author(bank, None);
                self.screens.author.begin_at_prompt();
            }
        }
    }

    /// An id that no bank of the library has.
    fn free_bank_id(&self, wanted: &str) -> String {
        let is_taken = |id: &str| self.model.cards.iter().filter_map(Card::as_bank).any(|card| card.id == id);
        let ids = std::iter::once(wanted.to_owned()).chain((2..).map(|number| format!("{wanted}-{number}")));
        ids.into_iter().find(|id| !is_taken(id)).unwrap_or_else(|| wanted.to_owned())
    }

    /// Saves a bank among the learner's own, over nothing.
    fn save_own(&self, id: &str, text: &str) -> Result<PathBuf, String> {
        let path = free_path(&self.folder.quizzes(), id, "ron");
        save_new(&path, text.as_bytes()).map_err(|error| error.to_string())?;
        Ok(path)
    }

    /// Makes a copy that can be written, with an id of its own, and opens it. The original stays as it is.
    pub(in crate::app) fn copy_to_write(&mut self, bank: &BankRef) {
        let text = match bank {
            BankRef::File(stored) => {
                read_bank_text(&self.folder.from_stored(stored)).map_err(|error| error.to_string())
            }
            BankRef::Shipped(id) => {
                let shipped = self
                    .shelf
                    .shipped_name(id)
                    .and_then(|name| crate::bank::shipped().iter().find(|bank| bank.file_name == name));
                shipped.map(|bank| bank.text.to_owned()).ok_or_else(|| "it is not there".to_owned())
            }
        };
        let copied = text.and_then(|text| {
            let document = Document::open(text);
            let id = self.free_bank_id(&format!("{}-copy", document.head().map_or("bank", |head| &head.id)));
            let title = document.head().map(|head| format!("{} (copy)", head.title)).unwrap_or_default();
            let text = under_id(document, &id, &title).ok_or_else(|| "its id cannot be found in it".to_owned())?;
            self.save_own(&id, &text)
        });
        match copied {
            Err(reason) => self.warn(format!("No copy could be made: {reason}.")),
            Ok(path) => {
                self.read_unless_known(&path, false);
                let name = name_of(&path);
                self.open_author(BankRef::File(self.folder.to_stored(&path)), None);
                self.tell(author_words::copied(&name));
            }
        }
    }

    /// Opens a bank to write in it; a bank that came with the program is copied first.
    pub(in crate::app) fn open_author(&mut self, bank: BankRef, question: Option<String>) {
        let BankRef::File(stored) = &bank else { return self.copy_to_write(&bank) };
        self.close_author();
        let path = self.folder.from_stored(stored);
        self.awaited_author = Some((path.clone(), bank.clone(), question));
        self.keeper().open(path);
    }

    pub(in crate::app) fn author_opened(&mut self, path: &Path, outcome: Result<Box<Opened>, OpenError>) {
        let Some((_, bank, question)) = self.awaited_author.take_if(|(awaited, ..)| *awaited == path) else { return };
        let opened = match outcome {
            Ok(opened) => opened,
            Err(error) => {
                let why = words::as_sentence(&error.to_string());
                return self.warn(author_words::cannot_open(path, why.trim_end_matches('.')));
            }
        };
        let Opened { text, is_recovered, unwritable, conflicts, versions } = *opened;
        let document = Document::open(text);
        let first = document.questions().first().map(|placed| placed.key);
        let wanted = question.and_then(|id| document.questions().iter().find(|placed| *placed.id == *id));
        let selected = wanted.map(|placed| placed.key).or(first);
        let saving = match unwritable {
            Some(error) => Saving::Failed(Arc::new(error)),
            None if is_recovered => Saving::Kept,
            None => Saving::Untouched,
        };
        let starts_at_prompt = std::mem::take(&mut self.screens.author).is_to_begin_at_prompt();
        self.model.author = Some(Author {
            bank,
            file_name: name_of(path),
            path: path.to_owned(),
            version: 0,
            selected,
            check: None,
            saving,
            preview: None,
            pictures: Pictures::default(),
            pictured: Vec::new(),
            known: Known::of(&document),
            seed: self.world.seed(),
            refused: None,
            conflicts,
            versions,
            document,
            opened_at: self.world.now(),
            is_to_be_played: false,
        });
        self.model.page = Page::Author;
        self.focus.forget();
        // The bank page lets go of the check it has asked for, which must not be this one.
        self.close_bank_page();
        if is_recovered {
            self.tell(author_words::RECOVERED);
        }
        self.check_written();
        self.draw_written();
        if starts_at_prompt {
            self.screens.author.begin_at_prompt();
            let questions = vec![new_question(Kind::Choice)];
            self.change_bank(Change::Insert { after: None, questions });
        }
    }

    pub(in crate::app) fn leave_author(&mut self) {
        self.model.page = Page::Library;
        self.close_author();
    }

    /// Lets go of the bank that is written when another page is shown, whatever led there. What was typed goes into its file.
    pub(in crate::app) fn close_author(&mut self) {
        if let Some(author) = self.model.author.take() {
            if let Some(keeper) = &self.keeper {
                keeper.close();
            }
            self.awaited_check = None;
            self.screens.author = AuthorScreen::default();
            drop_elsewhere(author);
        }
    }

    /// Lets go of it where its page is no longer shown.
    pub(in crate::app) fn follow_author_page(&mut self) {
        if self.model.page != Page::Author {
            self.close_author();
        }
    }
}

/// The text of the bank with this id and title; `None` where its own fields cannot be read.
fn under_id(mut document: Document, id: &str, title: &str) -> Option<String> {
    let head = document.head()?.clone();
    let new = Bank { id: id.into(), title: title.into(), ..head.clone() };
    if new != head {
        document.apply(Change::Head { new }).ok()?;
    }
    Some(document.text().to_owned())
}
