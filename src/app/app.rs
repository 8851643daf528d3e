//! Owns the state and applies actions: the only place of the window that touches history and the file system.

use super::action::{Action, Page, Setting};
use super::banks::Shelf;
use super::inbox::{Inbox, Message};
use super::keys;
use super::keys::KeyQueue;
use super::loader::Loader;
use super::model::{Model, NoticeAction, NoticeLine, Phase};
use super::screens::{self, learners, library, path, question, search, settings, setup};
use super::start::Start;
use super::theme::{Palette, Theme, install_fonts};
use super::world::World;
use crate::disk::{DataFolder, ThemeChoice};
use crate::history::{History, HistoryError, check_at_next_open};
use egui::{Context, Key, Ui, ViewportCommand};
use std::time::Duration;

/// How often a sitting against the clock notes its time, so that a power cut gives back a few seconds at most.
const CLOCK_NOTE_MS: u64 = 5_000;

/// The window's state.
pub struct App {
    pub(super) model: Model,
    pub(super) screens: Screens,
    pub(super) history: History,
    pub(super) folder: DataFolder,
    pub(super) world: Box<dyn World>,
    pub(super) inbox: Inbox,
    pub(super) loader: Loader,
    pub(super) shelf: Shelf,
    pub(super) desktop_is_dark: Option<bool>,
    pub(super) desktop_reduces_motion: Option<bool>,
    /// The learner whose deletion can still be undone.
    pub(super) deleted_learner: Option<i64>,
    /// The day of the last daily copy; `None` where none are made.
    pub(super) copied_on: Option<String>,
    /// Whether something that was to be kept could not be kept.
    has_failed: bool,
    keys: KeyQueue,
    last_tick_ms: u64,
    clock_noted_ms: u64,
    applied_looks: Option<Theme>,
}

/// The drafts of every screen.
#[derive(Debug, Default)]
pub(super) struct Screens {
    pub library: library::LibraryScreen,
    pub setup: setup::SetupScreen,
    pub question: question::QuestionScreen,
    pub learners: learners::LearnersScreen,
    pub settings: settings::SettingsScreen,
    pub search: search::SearchScreen,
    pub path: path::PathScreen,
}

impl App {
    /// Builds the window's state from what was prepared, and begins to read the learner's own banks.
    pub fn new(ctx: &Context, start: Start) -> Self {
        install_fonts(ctx);
        egui_extras::install_image_loaders(ctx);
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let inbox = Inbox::new(ctx.clone());
        let last_tick_ms = start.world.ticks_ms();
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
                play: None,
                result: None,
                sittings: Vec::new(),
                found: Vec::new(),
                found_words: String::new(),
                notices: start.notices.into_iter().map(NoticeLine::warning).collect(),
                loading: None,
                is_help_open: false,
                is_path_open: false,
                data_folder: start.folder.root().display().to_string(),
            },
            screens: Screens::default(),
            history: start.history,
            loader: Loader::new(inbox.reporter()),
            shelf: Shelf::new(start.shelf),
            folder: start.folder,
            world: start.world,
            inbox,
            desktop_is_dark: None,
            desktop_reduces_motion: None,
            deleted_learner: None,
            copied_on: None,
            has_failed: false,
            keys: KeyQueue::default(),
            last_tick_ms,
            clock_noted_ms: 0,
            applied_looks: None,
        };
        app.refresh_learners();
        app.refresh_library();
        app.read_waiting_files();
        app.show_first_named();
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
    pub fn reporter(&self) -> super::inbox::Reporter {
        self.inbox.reporter()
    }

    /// Carries out what the user wants.
    pub fn apply(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Go(page) => self.go(page),
            Action::SetUp { bank_id, mode, topic } => self.set_up(&bank_id, mode, topic),
            Action::Start { bank_id, choice } => self.start_sitting(&bank_id, choice),
            Action::StartQuiz { bank_id, quiz_id } => self.start_quiz(&bank_id, &quiz_id),
            Action::Resume(id) => self.resume(id),
            Action::Discard(id) => self.discard(id),
            Action::Answer(response, certainty) => self.answer(response, certainty),
            Action::ClearAnswer => self.clear_answer(),
            Action::Next => self.next(),
            Action::Back => self.back(),
            Action::GoTo(index) => self.go_to(index),
            Action::Skip => self.skip(),
            Action::Hint => self.hint(),
            Action::Flag => self.flag(),
            Action::ShowOverview => self.show_overview(),
            Action::HandIn => self.hand_in(),
            Action::Leave => self.leave(),
            Action::OpenResult(id) => self.open_result(id),
            Action::Review(index) => self.review(index),
            Action::PractiseMistakes => self.practise_mistakes(),
            Action::ChooseBanks => self.choose_banks(),
            Action::AskForPath => self.ask_for_path("Type the path of the bank."),
            Action::AddBanks(paths) => self.add_banks(paths),
            Action::RemoveBank(path) => self.remove_bank(&path),
            Action::Locate(path) => self.locate(path),
            Action::ReloadBank(path) => self.reload_bank(&path),
            Action::Search(words) => self.search(words),
            Action::Export(export) => self.export(export),
            Action::Set(setting) => self.set(setting),
            Action::SwitchLearner(id) => self.switch_learner(id),
            Action::AddLearner(name) => self.add_learner(&name),
            Action::RenameLearner(id, name) => self.rename_learner(id, &name),
            Action::DeleteLearner(id) => self.delete_learner(id),
            Action::UndoDelete => self.undo_delete(),
            Action::StopReading => self.loader.stop(),
            Action::Dismiss(index) => self.dismiss(index),
            Action::ToggleHelp => self.toggle_help(ctx),
            Action::Copy(text) => ctx.copy_text(text),
        }
        self.dress(ctx);
    }

    /// Tells the user something.
    pub(super) fn tell(&mut self, text: impl Into<String>) {
        self.push_notice(NoticeLine { text: text.into(), is_warning: false, action: None });
    }

    /// Tells the user that something is wrong.
    pub(super) fn warn(&mut self, text: impl Into<String>) {
        self.push_notice(NoticeLine::warning(text.into()));
    }

    /// Tells the user that what was to be kept could not be kept.
    pub(super) fn warn_history(&mut self, error: &HistoryError) {
        self.has_failed = true;
        let mut words = format!("This could not be saved: {error}");
        if matches!(error, HistoryError::Damaged) {
            check_at_next_open(self.history.path());
            words.push_str(" Start Torus again: it will look for the newest good copy.");
        }
        self.warn(words);
    }

    pub(super) fn push_notice(&mut self, notice: NoticeLine) {
        const MOST_NOTICES: usize = 4;
        self.model.notices.retain(|shown| *shown != notice);
        self.model.notices.push(notice);
        if self.model.notices.len() > MOST_NOTICES
            && let Some(oldest) = self.model.notices.iter().position(|shown| shown.action.is_none())
        {
            self.model.notices.remove(oldest);
        }
    }

    pub(super) fn save_settings(&mut self) {
        if let Err(error) = self.model.settings.save(&self.folder.settings_file()) {
            self.warn(format!("The settings could not be saved: {error}"));
        }
    }

    fn toggle_help(&mut self, ctx: &Context) {
        self.model.is_help_open = !self.model.is_help_open;
        // What lies under the list must not keep the keys to itself.
        ctx.memory_mut(|memory| memory.focused().into_iter().for_each(|id| memory.surrender_focus(id)));
    }

    fn dismiss(&mut self, index: usize) {
        if index >= self.model.notices.len() {
            return;
        }
        let notice = self.model.notices.remove(index);
        if notice.action == Some(NoticeAction::UndoDelete) {
            self.purge_deleted();
        }
    }

    fn go(&mut self, page: Page) {
        if page == Page::History {
            self.refresh_sittings();
        }
        if page == Page::Library {
            self.refresh_library();
        }
        if self.model.page == Page::Search && page != Page::Search {
            self.screens.search.close();
            self.model.found.clear();
        }
        self.model.page = page;
    }

    fn set(&mut self, setting: Setting) {
        let settings = &mut self.model.settings;
        match setting {
            Setting::Theme(theme) => settings.theme = theme,
            Setting::TextScale(percent) => settings.text_scale_percent = percent.clamp(80, 200),
            Setting::ReduceMotion(reduce) => settings.reduce_motion = reduce,
            Setting::SingleLetterKeys(on) => settings.single_letter_keys = on,
        }
        self.save_settings();
    }

    /// Puts on the looks that settings and desktop ask for.
    fn dress(&mut self, ctx: &Context) {
        let settings = &self.model.settings;
        let is_dark = match settings.theme {
            ThemeChoice::Light => false,
            ThemeChoice::Dark => true,
            ThemeChoice::System => {
                self.desktop_is_dark.unwrap_or_else(|| ctx.system_theme() == Some(egui::Theme::Dark))
            }
        };
        let reduces_motion = settings.reduce_motion.or(self.desktop_reduces_motion).unwrap_or(false);
        let looks = Theme {
            palette: if is_dark { Palette::DARK } else { Palette::LIGHT },
            is_dark,
            text_scale: f32::from(settings.text_scale_percent) / 100.0,
            has_motion: !reduces_motion,
        };
        if self.applied_looks.as_ref() != Some(&looks) {
            looks.clone().apply(ctx);
            self.applied_looks = Some(looks);
        }
    }

    fn receive(&mut self, ctx: &Context) {
        while let Some(message) = self.inbox.take() {
            match message {
                Message::BankRead { path, outcome } => self.bank_read(&path, outcome),
                Message::Progress => {}
                Message::BanksChosen { paths, was_seen } => self.banks_chosen(paths, was_seen),
                Message::PlaceChosen { place, export, was_seen } => self.place_chosen(place, export, was_seen),
                Message::Saved { path, outcome } => self.saved(&path, outcome),
                Message::HandedOver(paths) => {
                    ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
                    ctx.send_viewport_cmd(ViewportCommand::Focus);
                    self.handed_over(paths);
                }
                Message::Found { words, found } => self.searched(&words, found),
                Message::Desktop { is_dark, reduces_motion } => {
                    self.desktop_is_dark = is_dark;
                    self.desktop_reduces_motion = reduces_motion;
                }
                Message::CopyMade(Ok(())) => {}
                Message::CopyMade(Err(error)) => {
                    self.warn(format!("Today's copy of the results could not be made: {error}"));
                }
            }
        }
        self.model.loading = self.loader.loading();
        let was_path_open = std::mem::replace(&mut self.model.is_path_open, self.screens.path.is_open());
        if was_path_open && !self.model.is_path_open {
            self.shelf.give_up_locating();
        }
        self.dress(ctx);
    }

    /// Lets the time of the sitting on the screen run on, and ends it when its time is up.
    fn run_clock(&mut self, ctx: &Context) {
        let now_ms = self.world.ticks_ms();
        let passed_ms = now_ms.saturating_sub(std::mem::replace(&mut self.last_tick_ms, now_ms));
        if self.model.page != Page::Sitting {
            return;
        }
        let Some(play) = &mut self.model.play else { return };
        play.sitting.tick(passed_ms);
        let Some(remaining_ms) = play.sitting.remaining_ms() else { return };
        if remaining_ms == 0 {
            self.time_is_up();
            return;
        }
        if now_ms.saturating_sub(self.clock_noted_ms) >= CLOCK_NOTE_MS {
            self.clock_noted_ms = now_ms;
            self.note_place();
        }
        // Wakes when the clock on the screen changes to its next second, and at the end.
        let to_next_second_ms = remaining_ms % 1000;
        let wait_ms = if to_next_second_ms == 0 { 1000 } else { to_next_second_ms };
        ctx.request_repaint_after(Duration::from_millis(wait_ms));
    }

    fn take_drops(&mut self, ctx: &Context) {
        let dropped: Vec<_> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if !dropped.is_empty() {
            self.add_banks(dropped);
        }
    }

    fn listen(&mut self, ctx: &Context) {
        keys::note_device(ctx);
        let scale = |step: i32| {
            let now = settings::TEXT_SCALES.iter().position(|scale| *scale >= self.model.settings.text_scale_percent);
            let index = now.map_or(settings::TEXT_SCALES.len() as i32 - 1, |index| index as i32) + step;
            settings::TEXT_SCALES[index.clamp(0, settings::TEXT_SCALES.len() as i32 - 1) as usize]
        };
        let wish = if keys::take_command(ctx, Key::Plus) || keys::take_command(ctx, Key::Equals) {
            Some(scale(1))
        } else if keys::take_command(ctx, Key::Minus) {
            Some(scale(-1))
        } else if keys::take_command(ctx, Key::Num0) {
            Some(100)
        } else {
            None
        };
        if let Some(percent) = wish {
            self.apply(ctx, Action::Set(Setting::TextScale(percent)));
        }
        if self.model.page != Page::Sitting && !self.model.is_modal_open() {
            if keys::take_command(ctx, Key::K) {
                self.apply(ctx, Action::Go(Page::Search));
            }
            if keys::take_command(ctx, Key::O) {
                self.apply(ctx, Action::ChooseBanks);
            }
        }
        if keys::take_question_mark(ctx) {
            self.apply(ctx, Action::ToggleHelp);
        }
    }

    fn note_window(&mut self, ctx: &Context) {
        let (inner, outer, is_maximized) = ctx.input(|input| {
            let viewport = input.viewport();
            (viewport.inner_rect, viewport.outer_rect, viewport.maximized.unwrap_or(false))
        });
        let window = &mut self.model.settings.window;
        window.is_maximized = is_maximized;
        if is_maximized {
            return;
        }
        if let Some(inner) = inner {
            (window.width, window.height) = (Some(inner.width()), Some(inner.height()));
        }
        if let Some(outer) = outer {
            (window.x, window.y) = (Some(outer.left()), Some(outer.top()));
        }
    }

    fn show_page(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let (model, screens) = (&self.model, &mut self.screens);
        let place = model.place();
        if model.page == Page::Sitting
            && let Some(play) = &model.play
        {
            screens::shell::notices(ui, model, actions);
            ui.push_id(place, |ui| match play.phase {
                Phase::Overview => screens::overview::show(ui, model, play, actions),
                Phase::Asking | Phase::Feedback => screens.question.show(ui, model, play, actions),
            });
            return;
        }
        let here = screens::shell::side_bar(ui, model, actions);
        screens::shell::notices(ui, model, actions);
        egui::CentralPanel::default().frame(screens::frame::canvas(ui)).show(ui, |ui| {
            ui.push_id(place, |ui| match model.page {
                Page::Library | Page::Sitting => screens.library.show(ui, model, actions),
                Page::Search => screens.search.show(ui, model, actions),
                Page::SetUp => screens.setup.show(ui, model, actions),
                Page::Result => match &model.result {
                    Some(result) => screens::result::show(ui, model, result, actions),
                    None => screens.library.show(ui, model, actions),
                },
                Page::History => screens::history::show(ui, model, actions),
                Page::Learners => screens.learners.show(ui, model, actions),
                Page::Settings => screens.settings.show(ui, model, actions),
            });
        });
        if let Some(here) = here {
            screens::frame::hold_focus(ui, &here);
        }
    }
}

impl eframe::App for App {
    fn raw_input_hook(&mut self, ctx: &Context, raw_input: &mut egui::RawInput) {
        if self.keys.pace(raw_input) {
            ctx.request_repaint();
        }
    }

    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.receive(ctx);
        self.run_clock(ctx);
        self.take_drops(ctx);
        self.note_window(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.listen(&ctx);
        let mut actions = Vec::new();
        if self.model.is_help_open {
            screens::help::show(&ctx, &mut actions);
        }
        if self.model.is_path_open {
            self.screens.path.show(&ctx, &mut actions);
        }
        self.show_page(ui, &mut actions);
        if ctx.input(|input| !input.raw.hovered_files.is_empty()) {
            screens::shell::drop_place(&ctx);
        }
        if !actions.is_empty() {
            ctx.request_repaint();
        }
        let before = self.model.place();
        self.has_failed = false;
        for action in actions {
            self.apply(&ctx, action);
            if self.has_failed {
                // What could not be kept must stay on the screen, not be left for the next question.
                break;
            }
        }
        if self.model.place() != before {
            self.keys.rest();
            // What had the focus is gone; the next page gives it to what is wanted there.
            ctx.memory_mut(|memory| memory.focused().inspect(|focused| memory.surrender_focus(*focused)));
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.note_place();
        self.purge_deleted();
        self.save_settings();
    }
}

impl NoticeLine {
    /// Says that something is wrong.
    pub fn warning(text: String) -> Self {
        Self { text, is_warning: true, action: None }
    }
}

impl std::fmt::Debug for App {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("App").field("model", &self.model).finish_non_exhaustive()
    }
}
