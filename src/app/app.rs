//! Owns the state and applies actions: the only place of the window that touches history and the file system.

use crate::app::action::{Action, BankRef, Page};
use crate::app::inbox::{Inbox, Message};
use crate::app::input::focus::FocusKeeper;
use crate::app::input::key_queue::KeyQueue;
use crate::app::outgoing::{Outgoing, folders_of};
use crate::app::screens::{
    author, bank, bank_export, history, import, learners, marking, overview, path, progress, question, review, search,
    settings, setup, teach,
};
use crate::app::start::Start;
use crate::app::state::handing_in::HandingIn;
use crate::app::state::import::ImportPage;
use crate::app::state::marking::Marking;
use crate::app::state::model::Model;
use crate::app::state::notice_line::{About, NoticeLine};
use crate::app::state::shelf::{RemovedBank, Shelf};
use crate::app::state::teach::Teach;
use crate::app::theme::{Theme, install_fonts};
use crate::app::workers::agenda::Planner;
use crate::app::workers::author::Keeper;
use crate::app::workers::class_folder::ClassFolderWatch;
use crate::app::workers::hand_in::Courier;
use crate::app::workers::import::Importer;
use crate::app::workers::import_told::SavedImport;
use crate::app::workers::load::Loader;
use crate::app::workers::maintenance::{Chores, Files};
use crate::app::workers::papers::PaperKeeper;
use crate::app::workers::progress::Statistician;
use crate::app::workers::standings::Ledger;
use crate::app::workers::survey::Inspector;
use crate::app::workers::teach::ClassReader;
use crate::app::world::World;
use crate::bank::Bank;
use crate::class::Decisions;
use crate::disk::{ClassChoices, DataFolder, Watch, Watched};
use crate::history::{History, Standing};
use crate::progress::Wish;
use crate::schedule::StudyDay;
use egui::{Context, ViewportCommand};
use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;

/// How often a frame may be laid out before it is seen.
const MOST_PASSES: NonZeroUsize = NonZeroUsize::new(3).expect("more than none");

/// The window's state.
pub struct App {
    pub(super) model: Model,
    pub(super) screens: Screens,
    pub(super) history: History,
    pub(super) folder: DataFolder,
    pub(super) world: Box<dyn World>,
    pub(super) inbox: Inbox,
    pub(super) loader: Loader,
    pub(super) inspector: Inspector,
    pub(super) importer: Importer,
    /// What keeps the bank that is written; `None` until one is.
    pub(super) keeper: Option<Keeper>,
    /// The bank that is being opened to write in it, and the question to begin with.
    pub(super) awaited_author: Option<(PathBuf, BankRef, Option<String>)>,
    /// The check of the bank that is written which is waited for, and of which version of its text.
    pub(super) awaited_check: Option<(u64, u64)>,
    /// Frames to go until the clipboard, which was asked for, has nothing to read.
    pub(super) awaits_paste: Option<u8>,
    /// What was imported last, which can still be undone.
    pub(super) imported: Option<SavedImport>,
    pub(super) ledger: Ledger,
    pub(super) planner: Planner,
    /// The banks that the agenda was asked for last.
    pub(super) agenda_banks: Vec<Arc<Bank>>,
    /// The day that it was asked for last.
    pub(super) agenda_day: StudyDay,
    pub(super) statistician: Statistician,
    /// How the learner stood with each bank when that was asked last.
    pub(super) standings: HashMap<String, Standing>,
    pub(super) class_reader: ClassReader,
    /// What was chosen of the class before the last change, which can still be undone.
    pub(super) class_before: Option<(ClassChoices, Decisions)>,
    /// `None` after the end.
    pub(super) chores: Option<Chores>,
    /// `None` after the end.
    pub(super) paper_keeper: Option<PaperKeeper>,
    /// What is to be handed in.
    pub(super) outgoing: Outgoing,
    /// `None` where no folder of a class is looked through.
    pub(super) class_watch: Option<ClassFolderWatch>,
    /// The survey that the bank page waits for.
    pub(super) awaited_survey: Option<u64>,
    /// `None` where nothing can be watched.
    pub(super) watch: Option<Watch>,
    /// What is watched.
    pub(super) watched: Watched,
    pub(super) shelf: Shelf,
    pub(super) desktop_is_dark: Option<bool>,
    pub(super) desktop_reduces_motion: Option<bool>,
    /// How many notices there have been.
    pub(super) notices_told: u64,
    /// The bank that can still be put back.
    pub(super) removed_bank: Option<RemovedBank>,
    /// The learner whose deletion can still be undone.
    pub(super) deleted_learner: Option<i64>,
    /// The day of the last daily copy; `None` where none are made.
    pub(super) copied_on: Option<String>,
    /// Whether something that was to be kept could not be kept.
    pub(super) has_failed: bool,
    pub(super) keys: KeyQueue,
    /// Where the keyboard's focus is and was.
    pub(super) focus: FocusKeeper,
    pub(super) last_tick_ms: u64,
    pub(super) clock_noted_ms: u64,
    pub(super) applied_looks: Option<Theme>,
}

/// The drafts of every screen.
#[derive(Debug, Default)]
pub(super) struct Screens {
    pub setup: setup::SetupScreen,
    pub question: question::QuestionScreen,
    pub overview: overview::OverviewScreen,
    pub history: history::HistoryScreen,
    pub learners: learners::LearnersScreen,
    pub settings: settings::SettingsScreen,
    pub search: search::SearchScreen,
    pub path: path::PathScreen,
    pub bank: bank::BankScreen,
    pub author: author::AuthorScreen,
    pub title: author::TitleScreen,
    pub import: import::ImportScreen,
    pub bank_export: bank_export::BankExportScreen,
    pub review: review::ReviewScreen,
    pub progress: progress::ProgressScreen,
    pub marking: marking::MarkingScreen,
    pub teach: teach::TeachScreen,
}

impl App {
    /// Builds the window's state from what was prepared, and begins to read the learner's own banks.
    pub fn new(ctx: &Context, start: Start) -> Self {
        install_fonts(ctx);
        egui_extras::install_image_loaders(ctx);
        ctx.options_mut(|options| {
            options.zoom_with_keyboard = false;
            // What lies over the page is measured, shown, and given the focus.
            options.max_passes = MOST_PASSES;
        });
        let inbox = Inbox::new(ctx.clone());
        let is_to_be_counted = start.standings.is_none();
        let last_tick_ms = start.world.ticks_ms();
        let (database, folders, reporter) = (start.folder.database(), folders_of(&start.settings), inbox.reporter());
        let outgoing = Outgoing::new(start.folder.outbox(), |outbox| Courier::new(database, outbox, folders, reporter));
        start.world.watch_desktop(inbox.reporter());
        let mut app = Self {
            model: Model {
                page: Page::Library,
                settings: start.settings,
                learner: start.learner,
                learners: Vec::new(),
                banks: Vec::new(),
                cards: Vec::new(),
                unfinished: Vec::new(),
                agenda: None,
                progress: None,
                progress_wish: Wish::default(),
                fitting: None,
                play: None,
                result: None,
                bank_page: None,
                author: None,
                import: ImportPage::default(),
                importing: None,
                bank_export: None,
                marking: Marking::default(),
                teach: Teach::default(),
                reading_class: None,
                handing_in: HandingIn::default(),
                class_folder: None,
                sittings: Vec::new(),
                sittings_listed_at: start.world.now(),
                found: Vec::new(),
                found_count: 0,
                found_words: String::new(),
                notices: start.notices.into_iter().map(NoticeLine::warning).collect(),
                added: None,
                loading: None,
                wiping: None,
                bringing_in: None,
                is_counting: false,
                is_help_open: false,
                is_path_open: false,
                is_title_open: false,
                data_folder: start.folder.root().display().to_string(),
            },
            screens: Screens::default(),
            history: start.history,
            loader: Loader::new(inbox.reporter()),
            inspector: Inspector::new(inbox.reporter()),
            importer: Importer::new(start.world.question_reader(), inbox.reporter()),
            keeper: None,
            awaited_author: None,
            awaited_check: None,
            awaits_paste: None,
            imported: None,
            ledger: Ledger::new(start.folder.database(), inbox.reporter()),
            agenda_banks: Vec::new(),
            agenda_day: StudyDay::of(start.world.now()),
            planner: Planner::new(start.folder.database(), inbox.reporter()),
            class_reader: ClassReader::new(inbox.reporter()),
            class_before: None,
            statistician: Statistician::new(start.folder.database(), inbox.reporter()),
            standings: start.standings.unwrap_or_default(),
            chores: Some(Chores::new(
                Files { database: start.folder.database(), backups: start.folder.backups() },
                inbox.reporter(),
            )),
            paper_keeper: Some(PaperKeeper::new(inbox.reporter())),
            outgoing,
            class_watch: None,
            awaited_survey: None,
            watch: start.world.watch_files(inbox.reporter()),
            watched: Watched::default(),
            shelf: Shelf::new(start.shelf),
            folder: start.folder,
            world: start.world,
            inbox,
            desktop_is_dark: None,
            desktop_reduces_motion: None,
            notices_told: 0,
            removed_bank: None,
            deleted_learner: None,
            copied_on: None,
            has_failed: false,
            keys: KeyQueue::default(),
            focus: FocusKeeper::default(),
            last_tick_ms,
            clock_noted_ms: 0,
            applied_looks: None,
        };
        app.refresh_learners();
        app.build_cards();
        if is_to_be_counted {
            app.refresh_library();
        }
        app.refresh_unfinished();
        app.read_waiting_files();
        app.show_first_named();
        app.follow_class_folder();
        if start.makes_copies {
            app.make_daily_copy();
        }
        app.dress(ctx);
        app
    }

    /// What the screens see.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// An end over which other threads reach this window.
    pub fn reporter(&self) -> crate::app::inbox::Reporter {
        self.inbox.reporter()
    }

    /// Carries out what the user wants.
    pub fn apply(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Go(page) => self.go(page),
            Action::SetUp { bank_id, mode, topic } => self.set_up(&bank_id, mode, topic),
            Action::SetUpPrint { bank_id } => self.set_up_print(&bank_id),
            Action::Start { bank_id, choice } => self.start_sitting(&bank_id, choice),
            Action::StartQuiz { bank_id, quiz_id } => self.start_quiz(&bank_id, &quiz_id),
            Action::Resume(id) => self.resume(id),
            Action::Discard(id) => self.discard(id),
            Action::UndoDiscard(id) => self.undo_discard(id),
            Action::Answer(response, certainty) => self.answer(response, certainty),
            Action::ClearAnswer => self.clear_answer(),
            Action::Next => self.next(),
            Action::Back => self.back(),
            Action::GoTo(index) => self.go_to(index),
            Action::Skip => self.skip(),
            Action::NotKnown => self.not_known(),
            Action::Hint => self.hint(),
            Action::Flag => self.flag(),
            Action::Overrule { index, stands } => self.overrule(index, stands),
            Action::Remark { index, words } => self.remark(index, &words),
            Action::ShowOverview => self.show_overview(),
            Action::HandIn => self.hand_in(),
            Action::Leave => self.leave(),
            Action::OpenResult(id) => self.open_result(id),
            Action::Review(index) => self.review(index),
            Action::PractiseMistakes => self.practise_mistakes(),
            Action::StartReview => self.start_review(),
            Action::PractiseSelection(selection) => self.practise_selection(selection),
            Action::SetStudy(choice) => self.set_study(choice),
            Action::SetBankStudy { bank_id, study } => self.set_bank_study(&bank_id, study),
            Action::TellOf(wish) => self.tell_of(wish),
            Action::PractiseTopic { bank_id, topic } => self.practise_topic(&bank_id, &topic),
            Action::ChooseBanks => self.choose_banks(),
            Action::AskForPath => self.ask_for_path("Type the path of the bank."),
            Action::AddBanks(paths) => self.add_banks(paths),
            Action::AddTyped(path) => self.add_typed(&path),
            Action::RemoveBank(path) => self.remove_bank(&path),
            Action::UndoRemove => self.undo_remove(),
            Action::Locate(path) => self.locate(path),
            Action::ReloadBank(path) => self.reload_bank(&path),
            Action::LookAt(bank) => self.look_at(bank),
            Action::LookAtProblems(bank) => self.look_at_problems(bank),
            Action::LookAtFound { bank_id, question_id } => self.look_at_found(&bank_id, question_id),
            Action::LookAgain => self.look_again(),
            Action::LookAtQuestion(index) => self.look_at_question(index),
            Action::DrawAnew => self.draw_anew(),
            Action::Try(response) => self.try_answer(response),
            Action::TryAgain => self.try_again(),
            Action::Search(words) => self.search(words),
            Action::Export(export) => self.export(export),
            Action::Print(print) => self.print(&print),
            Action::Mark(deed) => self.mark(deed),
            Action::Teach(deed) => self.teach(deed),
            Action::Author(deed) => self.author(deed),
            Action::Import(deed) => self.import(ctx, deed),
            Action::ExportBank(deed) => self.export_bank(deed),
            Action::Set(setting) => self.set(setting),
            Action::SwitchLearner(id) => self.switch_learner(id),
            Action::AddLearner(name) => self.add_learner(&name),
            Action::RenameLearner(id, name) => self.rename_learner(id, &name),
            Action::DeleteLearner(id) => self.delete_learner(id),
            Action::UndoDelete => self.undo_delete(),
            Action::ChooseResultsFolder => self.choose_results_folder(),
            Action::BringInTyped(path) => self.bring_in_typed(&path),
            Action::StopBringingIn => self.stop_bringing_in(),
            Action::GiveSitting { sitting, learner_id } => self.give_sitting(sitting, learner_id),
            Action::CountForReview { sitting, counts } => self.count_for_review(sitting, counts),
            Action::HandingIn(deed) => self.handle_hand_in(deed),
            Action::WatchClassFolder(folder) => self.watch_class_folder(folder),
            Action::StopReading => self.stop_reading(),
            Action::Dismiss(index) => self.dismiss(index),
            Action::ToggleHelp => self.toggle_help(),
            Action::Copy(text) => ctx.copy_text(text),
        }
        self.close_bank_page();
        self.follow_author_page();
        self.follow_outbox();
        self.dress(ctx);
    }

    pub(super) fn save_settings(&mut self) {
        match self.model.settings.save(&self.folder.settings_file()) {
            Ok(()) => self.is_over(About::Settings),
            Err(error) => self.warn_about(About::Settings, format!("The settings could not be saved: {error}")),
        }
    }

    fn go(&mut self, page: Page) {
        if page == Page::History {
            self.refresh_sittings();
        }
        if page == Page::Progress {
            self.refresh_progress();
        }
        if page == Page::Marking {
            self.close_paper();
        }
        if page == Page::Teach {
            self.open_class();
        }
        if matches!(page, Page::Library | Page::Review) {
            self.refresh_library();
        }
        if self.model.page == Page::Search && page != Page::Search {
            self.screens.search.close();
            self.model.found.clear();
        }
        if page == Page::Search && self.model.page != Page::Search {
            self.screens.search.open_from(self.model.page);
            self.model.found.clear();
            self.model.found_words.clear();
        }
        self.model.page = page;
    }

    /// Takes what worker threads, dialogs and the desktop have sent since the last frame.
    pub(super) fn receive(&mut self, ctx: &Context) {
        while let Some(message) = self.inbox.take() {
            match message {
                Message::BankRead { path, outcome } => self.bank_read(&path, outcome),
                Message::BankSurveyed { number, outcome } => {
                    if let Some(outcome) = self.written_checked(number, outcome) {
                        self.bank_surveyed(number, outcome);
                    }
                }
                Message::AuthorOpened { path, outcome } => self.author_opened(&path, outcome),
                Message::PictureChosen { path, was_seen } => self.picture_chosen(path, was_seen),
                Message::AuthorSaved { path, version, outcome, versions } => {
                    self.author_saved(&path, version, outcome, versions);
                }
                Message::AuthorNotKept { path, reason } => self.author_not_kept(&path, reason),
                Message::AuthorChangedOutside { path, outside } => self.changed_outside(&path, *outside),
                Message::AuthorVersion { path, text } => self.version_looked_up(&path, text),
                Message::FilesChanged(paths) => self.files_changed(paths),
                Message::WatchFailed(reason) => self.watch_failed(&reason),
                Message::Progress => {}
                Message::BanksChosen { paths, was_seen } => self.banks_chosen(paths, was_seen),
                Message::FolderChosen { folder, was_seen } => self.folder_chosen(folder, was_seen),
                Message::HandInFolderChosen { folder, was_seen } => self.hand_in_folder_chosen(folder, was_seen),
                Message::HandInFolderTried { learner, folder, outcome } => {
                    self.hand_in_folder_tried(learner, folder, outcome);
                }
                Message::SittingHandedIn(sitting) => self.sitting_handed_in(sitting),
                Message::HandingInHindered(hindered) => self.handing_in_hindered(hindered),
                Message::ForClassChosen { wanted, paths, was_seen } => self.for_class_chosen(wanted, paths, was_seen),
                Message::ClassRead { number, read } => self.class_read(number, *read),
                Message::ClassRecall(recall) => self.class_recalled(*recall),
                Message::ClassFolderLooked(found) => self.class_folder_looked(&found),
                Message::BroughtIn { folder, outcome } => self.brought_in(&folder, outcome),
                Message::QuestionsChosen { path, was_seen } => self.questions_chosen(path, was_seen),
                Message::ImportRead { number, outcome } => self.import_read(number, outcome),
                Message::ImportSaved { path, outcome } => self.import_saved(&path, outcome),
                Message::BankWritten { number, written } => self.bank_written(number, *written),
                Message::PlaceChosen { place, export, was_seen } => self.place_chosen(place, export, was_seen),
                Message::Saved { path, outcome } => self.saved(&path, outcome),
                Message::PapersListed(papers) => self.papers_listed(*papers),
                Message::DrawnAgain(outcome) => self.drawn_again(outcome),
                Message::DraftKept(outcome) => self.draft_kept(outcome),
                Message::PaperNotDiscarded(reason) => self.paper_not_discarded(&reason),
                Message::Printed { path, outcome } => self.printed(ctx, &path, outcome),
                Message::HandedOver(paths) => {
                    ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
                    ctx.send_viewport_cmd(ViewportCommand::Focus);
                    self.handed_over(paths);
                }
                Message::Found { words, found, count } => self.searched(&words, found, count),
                Message::Desktop { is_dark, reduces_motion } => {
                    self.desktop_is_dark = is_dark;
                    self.desktop_reduces_motion = reduces_motion;
                }
                Message::ProgressCounted { number, outcome } => self.progress_counted(number, outcome),
                Message::Agenda { number, outcome } => self.agenda_made(number, outcome),
                Message::Fitting { learner_id, share } => {
                    self.model.fitting = share.filter(|_| learner_id == self.model.learner.id);
                }
                Message::Standings { number, outcome } => self.standings_counted(number, outcome),
                Message::Wiped(outcome) => self.wiped(outcome),
                Message::CopyMade(Ok(())) => self.is_over(About::Copy),
                Message::CopyMade(Err(error)) => {
                    let words = format!("Today's copy of the results could not be made: {error}");
                    self.warn_about(About::Copy, words);
                }
            }
        }
        self.model.loading = self.loader.loading().or_else(|| self.inspector.loading());
        self.model.importing = self.importer.loading();
        self.model.reading_class = self.class_reader.loading();
        self.model.wiping = self.chores.as_ref().and_then(Chores::wiping);
        self.model.bringing_in = self.chores.as_ref().and_then(Chores::bringing_in);
        self.close_bank_page();
        self.follow_author_page();
        self.follow_outbox();
        self.follow_files();
        self.model.is_title_open = self.screens.title.is_open();
        let was_path_open = std::mem::replace(&mut self.model.is_path_open, self.screens.path.is_open());
        if was_path_open && !self.model.is_path_open {
            self.shelf.give_up_locating();
        }
        self.dress(ctx);
    }
}

impl std::fmt::Debug for App {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("App").field("model", &self.model).finish_non_exhaustive()
    }
}
