//! A window without a screen: a data folder, a world, and time that passes. What it shows stands in `sight.rs`, mouse and keyboard
//! in `hands.rs`.

use crate::world::FakeWorld;
use egui::{Rect, Vec2, vec2};
use egui_kittest::Harness;
use std::path::PathBuf;
use std::time::Duration;
use tempfile::TempDir;
use torus::app::{App, Start};
use torus::disk::{DataFolder, Settings};

/// Frames after which a window that still asks for more is one that never rests.
const MOST_FRAMES: u64 = 60;
/// How often a worker thread is waited for, [`WAIT`] each time: 20 s, far more than any needs.
const MOST_WAITS: usize = 4000;
const WAIT: Duration = Duration::from_millis(5);

/// A data folder, a world, and the window that is open on them.
pub struct Journey {
    pub world: FakeWorld,
    /// Holds the data folder, and whatever files a test puts beside it.
    pub folder: TempDir,
    size: Vec2,
    makes_copies: bool,
    harness: Option<Harness<'static, App>>,
}

impl Journey {
    /// Opens the window for the first time, 1280 × 800.
    pub fn begin() -> Self {
        Self::begin_with(|_| {})
    }

    /// Prepares the data folder before the window opens for the first time.
    pub fn begin_with(prepare: impl FnOnce(&mut Self)) -> Self {
        let mut journey = Self::closed();
        prepare(&mut journey);
        journey.open(&[]);
        journey
    }

    /// The first start with these banks named on the command line.
    pub fn begin_named(files: &[(&str, &str)]) -> Self {
        let mut journey = Self::closed();
        let mut paths: Vec<PathBuf> = files.iter().map(|(name, text)| journey.write(name, text)).collect();
        // A picture lies beside the banks and is not opened.
        paths.retain(|path| path.extension().is_some_and(|ending| ending == "ron"));
        journey.open(&paths);
        journey
    }

    fn closed() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let journey =
            Self { world: FakeWorld::new(), folder, size: vec2(1280.0, 800.0), makes_copies: false, harness: None };
        journey.data().make().expect("a data folder");
        journey
    }

    pub fn data(&self) -> DataFolder {
        DataFolder::find(Some(self.folder.path().join("data"))).expect("named")
    }

    /// A path outside the data folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file outside the data folder.
    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(&path, text).expect("written");
        path
    }

    /// Writes a bank into the data folder's `quizzes/`.
    pub fn write_own(&self, name: &str, text: &str) -> PathBuf {
        let path = self.data().quizzes().join(name);
        std::fs::write(&path, text).expect("written");
        path
    }

    /// Sets the size of windows opened from now on.
    pub fn set_size(&mut self, size: Vec2) {
        self.size = size;
    }

    /// Makes the daily copy at the starts from now on.
    pub fn make_copies(&mut self) {
        self.makes_copies = true;
    }

    /// Changes the settings file of a window that is closed.
    pub fn change_settings(&self, change: impl FnOnce(&mut Settings)) {
        let path = self.data().settings_file();
        let (mut settings, _) = Settings::load(&path);
        change(&mut settings);
        settings.save(&path).expect("saved");
    }

    /// Starts the program with these files named.
    pub fn open(&mut self, named: &[PathBuf]) {
        assert!(self.harness.is_none(), "the window is open already");
        let mut start = Start::prepare(self.data(), Box::new(self.world.clone()), named.to_vec()).expect("starts");
        start.makes_copies = self.makes_copies;
        let harness = Harness::builder()
            .with_size(self.size)
            .with_max_steps(MOST_FRAMES)
            .build_eframe(|creation| App::new(&creation.egui_ctx, start));
        self.harness = Some(harness);
        self.settle();
    }

    /// Closes the window as its owner does.
    pub fn close(&mut self) {
        let mut harness = self.harness.take().expect("open");
        eframe::App::on_exit(harness.state_mut(), None);
    }

    /// Ends the program without a word, as a power cut does.
    pub fn kill(&mut self) {
        drop(self.harness.take().expect("open"));
    }

    /// Closes the window and opens it again.
    pub fn restart(&mut self) {
        self.close();
        self.world.sleep_ms(0);
        self.open(&[]);
    }

    pub fn harness(&self) -> &Harness<'static, App> {
        self.harness.as_ref().expect("open")
    }

    pub fn harness_mut(&mut self) -> &mut Harness<'static, App> {
        self.harness.as_mut().expect("open")
    }

    /// The window's state, for what no screen shows.
    pub fn app(&self) -> &App {
        self.harness().state()
    }

    /// Lets the window draw until it rests. One that never rests would burn a computer's battery.
    pub fn settle(&mut self) {
        self.harness_mut().run();
        // What the cards tell of results is looked up elsewhere, and the next look at them is to see it.
        while self.app().model().is_counting {
            std::thread::sleep(Duration::from_millis(1));
            self.harness_mut().run();
        }
    }

    /// Lets time pass with the window open, and the window see it.
    pub fn pass_ms(&mut self, ms: u64) {
        self.world.pass_ms(ms);
        self.harness_mut().run_steps(2);
        self.settle();
    }

    /// Waits for worker threads until something is so.
    pub fn wait_until(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        for _ in 0..MOST_WAITS {
            self.settle();
            if is_so(self) {
                return;
            }
            std::thread::sleep(WAIT);
        }
        panic!("waited in vain until {what}; the window shows:\n{}", self.shown());
    }

    /// Waits until the window says `words`.
    pub fn wait_for(&mut self, words: &str) {
        self.wait_until(&format!("it says {words:?}"), |journey| journey.says(words));
    }

    /// The part of the window that the page stands in.
    pub fn window(&self) -> Rect {
        Rect::from_min_size(egui::Pos2::ZERO, self.size)
    }
}
