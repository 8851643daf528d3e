//! The window from its first frame on: the program, or why its data folder cannot be used and what to do about it.

use crate::app::app::App;
use crate::app::inbox::Message;
use crate::app::input::key_queue::KeyQueue;
use crate::app::screens::folder::{FolderScreen, Refusal, Wish};
use crate::app::start::Start;
use crate::app::theme::{Palette, Theme, install_fonts};
use crate::app::world::Computer;
use crate::disk::{
    DataFolder, DataFolderError, Guard, Settings, claim_or_hand_over, remember_data_folder, usual_data_folder,
};
use egui::{Context, RawInput, Ui, ViewportCommand};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};

/// A data folder that is there and that nobody else has.
#[derive(Debug)]
pub(super) struct Claimed {
    pub folder: DataFolder,
    pub guard: Guard,
}

/// What came of asking for a data folder.
#[derive(Debug)]
pub(super) enum Asked {
    /// It is ours.
    Ours(Claimed),
    /// Another window has it, and has taken the files.
    HandedOver,
}

/// Makes the folder where it is missing and claims it, or hands the files over to the window that has it.
pub(super) fn ask_for(found: Result<DataFolder, DataFolderError>, files: &[PathBuf]) -> Result<Asked, Refusal> {
    let folder = found.map_err(|error| Refusal::new(None, error.to_string()))?;
    let refuse = |reason: String| Refusal::new(Some(folder.root().to_owned()), reason);
    folder.make().map_err(|error| match error {
        DataFolderError::NotMade { reason, .. } => refuse(format!("It cannot be made: {reason}")),
        DataFolderError::NoPlatformFolder => refuse(error.to_string()),
    })?;
    match claim_or_hand_over(&folder, files) {
        Ok(Some(guard)) => Ok(Asked::Ours(Claimed { folder, guard })),
        Ok(None) => Ok(Asked::HandedOver),
        Err(error) => Err(refuse(format!("Torus is open with this data folder already, and does not answer: {error}"))),
    }
}

/// The window.
pub(super) struct Entrance {
    state: State,
    files: Vec<PathBuf>,
    /// Whether the folder that is chosen is to be used at later starts too.
    remembers: bool,
    /// The folder stays claimed until the window is closed.
    guard: Option<Guard>,
}

enum State {
    Open(Box<App>),
    Shut(Box<Shut>),
}

/// No data folder can be used yet.
struct Shut {
    screen: FolderScreen,
    keys: KeyQueue,
    /// Where the desktop's dialog answers.
    answer: Option<Receiver<Option<PathBuf>>>,
}

impl Entrance {
    /// The program.
    pub fn open(ctx: &Context, start: Start, guard: Guard) -> Self {
        let mut entrance = Self {
            state: State::Open(Box::new(App::new(ctx, start))),
            files: Vec::new(),
            remembers: false,
            guard: None,
        };
        entrance.keep(guard);
        entrance
    }

    /// The page that tells why there is no program yet. A folder that is chosen there is remembered where none was named
    /// for this run.
    pub fn shut(ctx: &Context, refusal: Refusal, files: Vec<PathBuf>, remembers: bool) -> Self {
        install_fonts(ctx);
        let is_dark = ctx.system_theme() == Some(egui::Theme::Dark);
        let palette = if is_dark { Palette::DARK } else { Palette::LIGHT };
        Theme { palette, is_dark, ..Theme::default() }.apply(ctx);
        let shut =
            Shut { screen: FolderScreen::new(refusal, usual_data_folder()), keys: KeyQueue::default(), answer: None };
        Self { state: State::Shut(Box::new(shut)), files, remembers, guard: None }
    }

    fn keep(&mut self, mut guard: Guard) {
        if let State::Open(app) = &self.state {
            let reporter = app.reporter();
            // Without a socket everything works but handing files over; the second start then says so.
            let _ = guard.listen(move |files| reporter.send(Message::HandedOver(files)));
        }
        self.guard = Some(guard);
    }

    fn carry_out(&mut self, ctx: &Context, wish: Wish) {
        match wish {
            Wish::Use(path) => self.enter(ctx, DataFolder::find(Some(path))),
            Wish::TryAgain(path) => self.enter(ctx, DataFolder::find(path)),
            Wish::Choose => self.choose(ctx),
            Wish::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
    }

    /// Asks the desktop for a folder, without the window waiting for that.
    fn choose(&mut self, ctx: &Context) {
        let State::Shut(shut) = &mut self.state else { return };
        let (sender, answer) = channel();
        shut.answer = Some(answer);
        let ctx = ctx.clone();
        std::thread::spawn(move || {
            let chosen = rfd::FileDialog::new().set_title("Choose a data folder").pick_folder();
            if sender.send(chosen).is_ok() {
                ctx.request_repaint();
            }
        });
    }

    fn enter(&mut self, ctx: &Context, found: Result<DataFolder, DataFolderError>) {
        match ask_for(found, &self.files) {
            Ok(Asked::HandedOver) => ctx.send_viewport_cmd(ViewportCommand::Close),
            Ok(Asked::Ours(Claimed { folder, guard })) => self.start(ctx, folder, guard),
            Err(refusal) => self.refuse(refusal),
        }
    }

    fn start(&mut self, ctx: &Context, folder: DataFolder, guard: Guard) {
        let loaded = Settings::load(&folder.settings_file());
        let world = Box::new(Computer::new());
        match Start::with_settings(loaded, folder.clone(), world, std::mem::take(&mut self.files)) {
            Ok(mut start) => {
                start.notices.push(self.where_all_is_kept(&folder));
                self.state = State::Open(Box::new(App::new(ctx, start)));
                self.keep(guard);
                ctx.request_repaint();
            }
            Err(error) => self.refuse(Refusal::new(Some(folder.root().to_owned()), error.to_string())),
        }
    }

    /// Remembers the folder for later starts where that is wanted, and says what came of it.
    fn where_all_is_kept(&self, folder: &DataFolder) -> String {
        let place = folder.root().display();
        if !self.remembers {
            return format!(
                "Everything is kept in {place} this time. To keep it there always, start Torus with --data-dir and this \
                 folder."
            );
        }
        match remember_data_folder(folder.root()) {
            Ok(()) => format!("From now on, everything is kept in {place}."),
            Err(error) => format!("Everything is kept in {place} this time; it could not be remembered: {error}"),
        }
    }

    fn refuse(&mut self, refusal: Refusal) {
        if let State::Shut(shut) = &mut self.state {
            shut.screen.refuse(refusal);
        }
    }
}

impl eframe::App for Entrance {
    fn raw_input_hook(&mut self, ctx: &Context, raw_input: &mut RawInput) {
        match &mut self.state {
            State::Open(app) => app.raw_input_hook(ctx, raw_input),
            State::Shut(shut) => {
                let now_secs = raw_input.time.unwrap_or_else(|| ctx.input(|input| input.time));
                if shut.keys.pace(raw_input, ctx.text_edit_focused(), now_secs) {
                    ctx.request_repaint();
                }
            }
        }
    }

    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        match &mut self.state {
            State::Open(app) => app.logic(ctx, frame),
            State::Shut(shut) => {
                if let Some(Some(path)) = shut.answer.as_ref().and_then(|answer| answer.try_recv().ok()) {
                    self.enter(ctx, DataFolder::find(Some(path)));
                }
            }
        }
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        let wish = match &mut self.state {
            State::Open(app) => return app.ui(ui, frame),
            State::Shut(shut) => shut.screen.show(ui),
        };
        if let Some(wish) = wish {
            self.carry_out(&ctx, wish);
        }
    }

    fn on_exit(&mut self, gl: Option<&eframe::glow::Context>) {
        if let State::Open(app) = &mut self.state {
            app.on_exit(gl);
        }
    }
}
