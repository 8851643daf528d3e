//! The actions about other programs' questions: reads a file, makes a bank of it as the teacher wants it, saves it. Nothing is
//! written before that.

use crate::app::action::{Action, BankRef, Export, ImportDeed, Page};
use crate::app::app::App;
use crate::app::handlers::bank_page::{drawn, drop_elsewhere};
use crate::app::handlers::banks::{Found, typed_path};
use crate::app::inbox::Message;
use crate::app::state::bank_page::Preview;
use crate::app::state::import::{Import, ImportPage, Outcome, Source};
use crate::app::state::import_choice::Choice;
use crate::app::state::notice_line::NoticeAction;
use crate::app::state::pictures::Pictures;
use crate::app::state::shelf::Outcome as ShelfOutcome;
use crate::app::wording::import_words;
use crate::app::workers::import::{Wanted, save_import};
use crate::app::workers::import_told::{ImportError, ImportRead, SavedImport};
use crate::bank::model::picture::pictures;
use crate::bank::{Answer, Question, id_from};
use crate::disk::{Picture, free_path};
use crate::exchange::{DraftBank, MakeOptions, ReadOptions, was_imported};
use egui::{Context, Event, ViewportCommand};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The window system hands over what is on the clipboard within a frame or two.
const FRAMES_TO_PASTE: u8 = 3;

impl App {
    /// Carries out what a teacher does where other programs' questions come in.
    pub(in crate::app) fn import(&mut self, ctx: &Context, deed: ImportDeed) {
        match deed {
            ImportDeed::Begin => self.begin_import(),
            ImportDeed::Choose => self.world.choose_questions(self.inbox.reporter()),
            ImportDeed::Paste => {
                ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
                self.awaits_paste = Some(FRAMES_TO_PASTE);
            }
            ImportDeed::Pasted(text) => self.read_questions(Source::Clipboard(text.into())),
            ImportDeed::AskForPath => self.screens.import.ask_for_path(false),
            ImportDeed::ReadTyped(typed) => self.read_typed(&typed),
            ImportDeed::ReadAs(options) => self.read_again(options),
            ImportDeed::MakeWith(options) => self.make_again(|wanted| wanted.options = options),
            ImportDeed::TakeQuiz(quiz) => self.make_again(|wanted| wanted.quiz = quiz),
            ImportDeed::LookAt(draft) => self.look_at_draft(draft),
            ImportDeed::Take { drafts, is_taken } => self.take_drafts(&drafts, is_taken),
            ImportDeed::Title(title) => self.change_import(|import| import.title = title),
            ImportDeed::Id(id) => self.change_import(|import| import.id = id),
            ImportDeed::Save => self.save_import(),
            ImportDeed::Stop => self.begin_import(),
            ImportDeed::Undo => self.undo_import(),
        }
    }

    fn begin_import(&mut self) {
        self.importer.stop();
        self.screens.import = crate::app::screens::import::ImportScreen::default();
        drop_elsewhere(std::mem::take(&mut self.model.import));
        self.model.page = Page::Import;
    }

    /// Takes what is pasted where no field has the focus, on the pages that questions come in by.
    pub(in crate::app) fn take_paste(&mut self, ctx: &Context) {
        if self.model.page == Page::Author {
            return self.take_pasted_picture(ctx);
        }
        let is_wanted = matches!(self.model.page, Page::Import | Page::Library) && !self.model.is_modal_open();
        if is_wanted && !ctx.text_edit_focused() {
            let pasted = ctx.input_mut(|input| {
                let place = input.events.iter().position(|event| matches!(event, Event::Paste(_)))?;
                Some(input.events.remove(place))
            });
            if let Some(Event::Paste(text)) = pasted {
                self.awaits_paste = None;
                if !text.trim().is_empty() {
                    return self.apply(ctx, Action::Import(ImportDeed::Pasted(text)));
                }
                return self.tell(import_words::EMPTY_CLIPBOARD);
            }
        }
        match self.awaits_paste {
            None => {}
            Some(0) => {
                self.awaits_paste = None;
                self.tell(import_words::EMPTY_CLIPBOARD);
            }
            Some(frames) => {
                self.awaits_paste = Some(frames - 1);
                ctx.request_repaint();
            }
        }
    }

    /// Looks at a file that was dropped. A sitting under way, or its result, is not disturbed.
    pub(in crate::app) fn import_dropped(&mut self, path: PathBuf) {
        if matches!(self.model.page, Page::Sitting | Page::Result) {
            return self.tell(import_words::dropped_meanwhile(&path));
        }
        self.read_questions(Source::File(path));
    }

    pub(in crate::app) fn questions_chosen(&mut self, path: Option<PathBuf>, was_seen: bool) {
        match path {
            Some(path) => self.read_questions(Source::File(path)),
            None if was_seen => {}
            None => {
                self.model.page = Page::Import;
                self.screens.import.ask_for_path(true);
            }
        }
    }

    fn read_typed(&mut self, typed: &str) {
        let path = typed_path(typed);
        if path.is_file() {
            self.read_questions(Source::File(path));
        } else {
            self.screens.import.fail_path(import_words::no_such_file(&path));
        }
    }

    fn read_questions(&mut self, source: Source) {
        self.begin_import();
        self.model.import = ImportPage { source: Some(source), ..ImportPage::default() };
        self.read_again(ReadOptions::default());
    }

    fn read_again(&mut self, options: ReadOptions) {
        let Some(source) = self.model.import.source.clone() else { return };
        let wanted = self.wanted_import(&source);
        let page = &mut self.model.import;
        (page.is_reading, page.failure, page.options) = (true, None, options.clone());
        self.importer.read(source, options, wanted);
    }

    fn make_again(&mut self, change: impl FnOnce(&mut Wanted)) {
        let Some(source) = self.model.import.source.clone() else { return };
        let mut wanted = self.wanted_import(&source);
        change(&mut wanted);
        self.model.import.is_reading = true;
        // What is chosen shows at once, and what comes of it when it is made.
        if let Some(import) = &mut self.model.import.import {
            import.make = wanted.options.clone();
        }
        self.importer.make(wanted);
    }

    fn wanted_import(&self, source: &Source) -> Wanted {
        let import = self.model.import.import.as_ref();
        Wanted {
            quiz: import.map_or(0, |import| import.quiz),
            id: import.map_or_else(|| id_from(&source.stem(), "questions"), |import| import.id.clone()),
            options: import.map_or_else(MakeOptions::default, |import| import.make.clone()),
        }
    }

    pub(in crate::app) fn import_read(&mut self, number: u64, outcome: Result<Box<ImportRead>, ImportError>) {
        if !self.importer.is_newest(number) {
            return drop_elsewhere(outcome.ok());
        }
        let page = &mut self.model.import;
        page.is_reading = false;
        let Some(source) = page.source.clone() else { return };
        match outcome {
            Err(error) if error.is_stopped() => {}
            Err(error) => {
                page.failure = Some(import_words::failure(&source.name(), &error));
                drop_elsewhere(page.import.take());
            }
            Ok(read) => {
                let before = page.import.take();
                page.import = Some(taken_up(&source, *read, before.as_ref()));
                drop_elsewhere(before);
                self.draw_import_preview(true);
                if self.model.import.is_to_be_saved {
                    self.save_import();
                }
            }
        }
    }

    fn change_import(&mut self, change: impl FnOnce(&mut Import)) {
        if let Some(import) = &mut self.model.import.import {
            change(import);
        }
    }

    fn take_drafts(&mut self, drafts: &[usize], is_taken: bool) {
        self.change_import(|import| {
            import.choice.take(drafts, is_taken, &import.considered.made);
        });
    }

    fn look_at_draft(&mut self, draft: usize) {
        let Some(import) = &mut self.model.import.import else { return };
        if draft < import.considered.lines.len() && draft != import.selected {
            import.selected = draft;
            self.draw_import_preview(true);
        }
    }

    /// Draws the selected question, with its key beside it or not: who looks an import over wants to see the key first.
    pub(in crate::app) fn draw_import_preview(&mut self, shows_key: bool) {
        let seed = self.world.seed();
        let Some(import) = &mut self.model.import.import else { return };
        let number = import.preview.take().map_or(import.version << 32, |preview| preview.number) + 1;
        let considered = Arc::clone(&import.considered);
        let Some(line) = considered.lines.get(import.selected) else { return };
        let Outcome::Made(place, _) = &line.outcome else { return };
        let bank = &considered.made.bank;
        let Some(turn) = drawn(&bank.id, &bank.questions[*place], seed) else { return };
        let pictures = pictures_of(import.drafts(), &turn.item.question, import.version);
        import.preview = Some(Preview { turn, pictures, is_marked: shows_key, number });
    }

    /// Asks where the bank is to go; where it is being made anew, as soon as that is done.
    fn save_import(&mut self) {
        self.model.import.is_to_be_saved = self.model.import.is_reading;
        if self.model.import.is_reading {
            return;
        }
        let Some(import) = self.model.import.import.as_ref().filter(|import| import.is_ready()) else { return };
        let file_name = format!("{}.ron", id_from(&import.id, "questions"));
        self.world.choose_place(Some(&self.folder.quizzes()), &file_name, Export::Imported, self.inbox.reporter());
    }

    /// Saves the bank; where the desktop shows no dialog, among the learner's own banks.
    pub(in crate::app) fn save_import_at(&mut self, place: Option<PathBuf>, was_seen: bool) {
        let Some(import) = self.model.import.import.as_ref().filter(|import| import.is_ready()) else { return };
        let own = || self.own_place(&import.id);
        let Some(path) = place.or_else(|| (!was_seen).then(own)) else { return };
        let path = if path.extension().is_none() { path.with_extension("ron") } else { path };
        let (made, file, quiz) = (import.chosen(), Arc::clone(&import.file), import.quiz);
        let source = self.model.import.source.as_ref().map(Source::name).unwrap_or_default();
        let reporter = self.inbox.reporter();
        std::thread::spawn(move || {
            let outcome = save_import(&path, &made, &file, quiz, &source).map_err(|error| error.to_string());
            reporter.send(Message::ImportSaved { path, outcome });
        });
    }

    /// Where a bank goes without a dialog: to where it was imported before, or where nothing is yet.
    fn own_place(&self, id: &str) -> PathBuf {
        let (folder, name) = (self.folder.quizzes(), id_from(id, "questions"));
        let known = folder.join(format!("{name}.ron"));
        let is_same = fs::read_to_string(&known).is_ok_and(|text| was_imported(&text));
        if is_same { known } else { free_path(&folder, &name, "ron") }
    }

    pub(in crate::app) fn import_saved(&mut self, path: &Path, outcome: Result<SavedImport, String>) {
        let saved = match outcome {
            Ok(saved) => saved,
            Err(reason) => return self.warn(format!("The bank could not be saved. {reason}")),
        };
        self.keep_in_library(path);
        self.shelf.put(path, true, ShelfOutcome::Waiting);
        self.loader.read(path.to_owned());
        let told = import_words::saved(&saved, path);
        self.model.notices.retain(|notice| notice.action != Some(NoticeAction::UndoImport));
        if saved.new_files.is_empty() {
            self.imported = None;
            self.tell(told);
        } else {
            self.imported = Some(saved);
            self.offer_undo(told, NoticeAction::UndoImport);
        }
        if self.model.page == Page::Import {
            self.look_at(BankRef::File(self.folder.to_stored(path)));
        }
    }

    /// Deletes the files that the last import has made, and shows it as it was before it was saved.
    fn undo_import(&mut self) {
        self.model.notices.retain(|notice| notice.action != Some(NoticeAction::UndoImport));
        let Some(SavedImport { new_files, .. }) = self.imported.take() else { return };
        if let Some(bank) = new_files.first() {
            let stored = self.folder.to_stored(bank);
            self.take_out(&stored);
        }
        for path in &new_files {
            if let Err(error) = fs::remove_file(path) {
                self.warn(format!("{} could not be deleted: {error}", path.display()));
            }
        }
        if self.model.page == Page::Bank {
            self.model.page = if self.model.import.import.is_some() { Page::Import } else { Page::Library };
        }
    }
}

/// What was read, with what was chosen before where it is of the same file.
fn taken_up(source: &Source, read: ImportRead, before: Option<&Import>) -> Import {
    let ImportRead { file, quiz, options, considered } = read;
    let same = before.filter(|before| Arc::ptr_eq(&before.file, &file) && before.quiz == quiz);
    let is_it = |title: &&str| !title.trim().is_empty();
    let stem = source.stem();
    let title = Some(&*file.banks[quiz].title).filter(is_it).unwrap_or(&stem).to_owned();
    let first_told = considered.lines.iter().position(|line| !line.is_made()).unwrap_or(0);
    let first = if considered.made.made.is_empty() { first_told } else { considered.made.made[0].draft };
    Import {
        selected: same.map_or(first, |before| before.selected),
        choice: same.map_or_else(Choice::default, |before| before.choice.clone()).of(&considered.made),
        title: before.filter(|before| before.quiz == quiz).map_or(title, |before| before.title.clone()),
        id: before.map_or_else(|| considered.made.bank.id.to_string(), |before| before.id.clone()),
        make: options,
        considered: Arc::new(considered),
        preview: None,
        version: before.map_or(1, |before| before.version + 1),
        file,
        quiz,
    }
}

/// The pictures that a question shows, which are no files yet.
fn pictures_of(drafts: &DraftBank, question: &Question, version: u64) -> Pictures {
    let image = if let Answer::Hotspot { image, .. } = &question.answer { Some(image.to_string()) } else { None };
    let in_texts = question.texts().into_iter().flat_map(pictures).map(|(path, _)| path);
    let (mut found, mut held) = (Found::new(), Vec::new());
    for path in in_texts.chain(image) {
        let Some(picture) = drafts.pictures.at(&path) else { continue };
        let address = format!("bytes://import/{version}/{path}");
        found.insert(path, Picture::in_memory(address.clone(), &picture.bytes));
        held.push((address, Arc::clone(&picture.bytes)));
    }
    Pictures::with_held(found, held)
}
