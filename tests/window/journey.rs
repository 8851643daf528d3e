//! A window without a screen, driven as people drive it: by what it shows, with mouse or keyboard. Judges nothing.

use crate::world::FakeWorld;
use egui::accesskit::{Action, Live, Role, Toggled};
use egui::{Event, Key, Modifiers, Rect, Vec2, vec2};
use egui_kittest::kittest::{AccessKitNode, NodeT};
use egui_kittest::{Harness, Node};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;
use torus::app::model::Card;
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
    /// The first name on the screen that begins so, spoken by something that can be used.
    pub fn name_beginning(&self, beginning: &str) -> String {
        let names = self.names();
        names
            .iter()
            .find(|name| name.starts_with(beginning))
            .cloned()
            .unwrap_or_else(|| panic!("{beginning:?}:\n{}", self.shown()))
    }

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

    // What the window shows

    /// Every node of the tree that screen readers see and that stands at a place of the window: what had the focus before
    /// stays in the tree without one.
    pub fn nodes(&self) -> Vec<Node<'_>> {
        let nodes = self.harness().root().children_recursive();
        nodes.filter(|node| node.accesskit_node().raw_bounds().is_some()).collect()
    }

    /// Every name and text on the screen, in order.
    pub fn names(&self) -> Vec<String> {
        self.nodes().iter().map(name_of).filter(|name| !name.is_empty()).collect()
    }

    /// What stands on the screen, one line a node, for messages.
    pub fn shown(&self) -> String {
        let lines = self.nodes().into_iter().filter(|node| !name_of(node).is_empty());
        lines.map(|node| format!("  {:?} {:?}\n", node.accesskit_node().role(), name_of(&node))).collect()
    }

    /// Whether some text on the screen contains `words`.
    pub fn says(&self, words: &str) -> bool {
        self.nodes().iter().any(|node| name_of(node).contains(words) || node.value().is_some_and(|v| v.contains(words)))
    }

    pub fn assert_says(&self, words: &str) {
        assert!(self.says(words), "{words:?} is not on the screen:\n{}", self.shown());
    }

    pub fn assert_silent(&self, words: &str) {
        assert!(!self.says(words), "{words:?} is on the screen:\n{}", self.shown());
    }

    /// The titles and headings of the page, in order.
    pub fn headings(&self) -> Vec<String> {
        let headings = self.nodes().into_iter().filter(|node| node.accesskit_node().role() == Role::Heading);
        headings.map(|node| name_of(&node)).collect()
    }

    /// What stands on the screen with this role and exactly this name, where there is one such thing.
    pub fn find(&self, role: Role, name: &str) -> Option<Node<'_>> {
        let mut found = self.nodes().into_iter().filter(|node| is_named(node, role, name));
        let first = found.next();
        assert!(found.next().is_none(), "two of {role:?} {name:?}:\n{}", self.shown());
        first
    }

    pub fn get(&self, role: Role, name: &str) -> Node<'_> {
        self.find(role, name).unwrap_or_else(|| panic!("no {role:?} {name:?}:\n{}", self.shown()))
    }

    pub fn has_button(&self, name: &str) -> bool {
        self.find(Role::Button, name).is_some()
    }

    /// Whether a radio button or check box is picked.
    pub fn is_picked(&self, role: Role, name: &str) -> bool {
        self.get(role, name).accesskit_node().toggled() == Some(Toggled::True)
    }

    pub fn is_enabled(&self, role: Role, name: &str) -> bool {
        !self.get(role, name).accesskit_node().is_disabled()
    }

    /// How many files of the learner have a card, whether they can be played or not.
    pub fn own_cards(&self) -> usize {
        let is_own = |card: &&Card| card.as_bank().is_none_or(|bank| bank.path.is_some());
        self.app().model().cards.iter().filter(is_own).count()
    }

    /// What stands in the text field of that name.
    pub fn field(&self, name: &str) -> String {
        self.get(Role::TextInput, name).value().unwrap_or_default()
    }

    /// Texts that screen readers say of themselves when they appear: live text, and name and description of what has the
    /// focus.
    pub fn announced(&self) -> Vec<String> {
        let nodes = self.nodes();
        let live = nodes.iter().filter(|node| node.accesskit_node().live() != Live::Off).map(name_of);
        let focused = nodes.iter().filter(|node| node.accesskit_node().is_focused());
        let said = focused.flat_map(|node| [name_of(node), node.accesskit_node().description().unwrap_or_default()]);
        live.chain(said).collect()
    }

    /// Role and name of what has the keyboard's focus; of a list that has it, screen readers are told its selected row.
    pub fn focus(&self) -> Option<(Role, String)> {
        let focused = self.nodes().into_iter().find(|node| node.accesskit_node().is_focused_in_tree())?;
        let role = focused.accesskit_node().role();
        self.harness().ctx.memory(|memory| memory.focused()).map(|_| (role, name_of(&focused)))
    }

    /// The part of the window that the page stands in.
    pub fn window(&self) -> Rect {
        Rect::from_min_size(egui::Pos2::ZERO, self.size)
    }

    /// Whether the overview of a test is shown, with everything answered or not.
    pub fn is_on_overview(&self) -> bool {
        self.names().iter().any(|name| name == "Hand in" || name.starts_with("Hand in with "))
    }

    // Mouse

    /// Hands a test in from its overview, and says yes where that is asked because something is open.
    pub fn hand_in(&mut self) {
        let early = self.names().into_iter().find(|name| name.starts_with("Hand in with "));
        match early {
            Some(early) => {
                self.click(&early);
                self.click("Hand in now");
            }
            None => self.click("Hand in"),
        }
    }

    /// Clicks a button with the mouse.
    pub fn click(&mut self, name: &str) {
        self.click_on(Role::Button, name);
    }

    /// Opens the list of what is done now and then with a bank, a file or a learner, and chooses from it.
    pub fn choose(&mut self, of: &str, deed: &str) {
        self.click(&format!("More about {of}"));
        self.click_on(Role::MenuItem, deed);
    }

    /// Whether that list is there and holds the deed.
    pub fn can_choose(&mut self, of: &str, deed: &str) -> bool {
        self.click(&format!("More about {of}"));
        let can = self.find(Role::MenuItem, deed).is_some();
        self.keys("Esc");
        can
    }

    /// Clicks something with the mouse, scrolling to it first where it is out of sight.
    pub fn click_on(&mut self, role: Role, name: &str) {
        assert!(can_click(&self.get(role, name)), "{role:?} {name:?} cannot be clicked");
        let place = self.bring_into_sight(role, name);
        self.click_at(place);
    }

    /// Scrolls to something where it is out of sight, and gives the place to click at.
    pub fn bring_into_sight(&mut self, role: Role, name: &str) -> egui::Pos2 {
        // The first wish of a screen reader gives the focus to the primary button and shows that; the second is followed.
        for _ in 0..2 {
            if !self.window().shrink(60.0).contains(self.get(role, name).rect().center()) {
                self.get(role, name).scroll_to_me();
                self.settle();
            }
        }
        let rect = self.get(role, name).rect();
        assert!(self.window().contains(rect.center()), "{name:?} cannot be scrolled to: {rect:?}");
        rect.center()
    }

    /// Clicks a place of the window, where several things have one name, later than a double click would.
    pub fn click_at(&mut self, place: egui::Pos2) {
        // Each step is a quarter of a second.
        self.harness_mut().run_steps(3);
        for event in [Event::PointerMoved(place), button_event(place, true), button_event(place, false)] {
            self.harness().event(event);
        }
        self.settle();
    }

    /// Clicks a place twice, as fast as a double click is.
    pub fn double_click_at(&mut self, place: egui::Pos2) {
        self.harness_mut().run_steps(3);
        self.step_with(Event::PointerMoved(place));
        for pressed in [true, false, true, false] {
            self.step_with(button_event(place, pressed));
        }
        self.settle();
    }

    /// Takes something with the mouse, carries it in small steps to a place of the window, and holds it there.
    pub fn carry(&mut self, role: Role, name: &str, to: egui::Pos2) {
        const STEPS: u8 = 6;
        let from = self.bring_into_sight(role, name);
        self.step_with(Event::PointerMoved(from));
        self.step_with(button_event(from, true));
        for step in 1..=STEPS {
            self.step_with(Event::PointerMoved(from.lerp(to, f32::from(step) / f32::from(STEPS))));
        }
        // What makes room takes a moment.
        self.harness_mut().run_steps(3);
    }

    /// Lets go what is held at a place.
    pub fn let_go(&mut self, at: egui::Pos2) {
        self.step_with(button_event(at, false));
        self.settle();
    }

    /// Drags something onto something else.
    pub fn drag(&mut self, role: Role, name: &str, onto: Role, onto_name: &str) {
        self.bring_into_sight(role, name);
        let to = self.get(onto, onto_name).rect().center();
        self.carry(role, name, to);
        self.let_go(to);
    }

    fn step_with(&mut self, event: Event) {
        self.harness().event(event);
        self.harness_mut().step();
    }

    /// Presses something as a screen reader does, wherever it is.
    pub fn press_by_reader(&mut self, role: Role, name: &str) {
        self.get(role, name).click_accesskit();
        self.settle();
    }

    /// Opens a page by the side bar.
    pub fn go(&mut self, page: &str) {
        self.click_on(Role::Tab, page);
    }

    /// Drops a file on the window.
    pub fn drop_file(&mut self, path: &Path) {
        let dropped: egui::DroppedFileHandle = std::sync::Arc::new(Dropped(path.to_owned()));
        self.harness_mut().input_mut().dropped_files.push(dropped);
        self.harness_mut().step();
        self.settle();
    }

    // Keyboard

    /// Presses and lets go a key, with the text that it types.
    pub fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    /// Presses a key with others held. As on a real keyboard, `Alt` and a letter come with the letter's text, and a
    /// press and its text come in one frame.
    pub fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        let name = key.symbol_or_name();
        let text = if modifiers.shift { name.to_uppercase() } else { name.to_lowercase() };
        let types = name.chars().count() == 1 && name.is_ascii() && !modifiers.command && !modifiers.ctrl;
        self.press_typing(modifiers, key, types.then_some(text));
    }

    /// Types a text, key by key.
    pub fn type_text(&mut self, text: &str) {
        for letter in text.chars() {
            let name = letter.to_uppercase().to_string();
            let key = if letter == ' ' { Some(Key::Space) } else { Key::from_name(&name) };
            match key {
                Some(key) => self.press_typing(Modifiers::NONE, key, Some(letter.to_string())),
                None => {
                    self.harness_mut().event(Event::Text(letter.to_string()));
                    self.settle();
                }
            }
        }
    }

    /// Presses keys one after the other, by the names that buttons show: `1`, `Enter`, `Alt H`, `Ctrl K`, `?`.
    pub fn keys(&mut self, names: &str) {
        for name in names.split(", ") {
            self.key(name);
        }
    }

    fn key(&mut self, name: &str) {
        if name == "?" {
            // Where `?` is depends on the keyboard; what it types does not.
            return self.press_typing(Modifiers::SHIFT, Key::Slash, Some("?".to_owned()));
        }
        let (modifiers, name) = match name.split_once(' ') {
            Some(("Alt", name)) => (Modifiers::ALT, name),
            Some(("Ctrl", name)) => (Modifiers::CTRL.plus(Modifiers::COMMAND), name),
            Some(("Shift", name)) => (Modifiers::SHIFT, name),
            _ => (Modifiers::NONE, name),
        };
        let name = if name == "Esc" { "Escape" } else { name };
        let key = Key::from_name(name).unwrap_or_else(|| panic!("no key {name:?}"));
        self.press_with(modifiers, key);
    }

    fn press_typing(&mut self, modifiers: Modifiers, key: Key, text: Option<String>) {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        let harness = self.harness_mut();
        let together = [Event::ModifiersChanged(modifiers), event(true)].into_iter().chain(text.map(Event::Text));
        harness.input_mut().events.extend(together);
        harness.step();
        harness.input_mut().events.extend([event(false), Event::ModifiersChanged(Modifiers::NONE)]);
        harness.step();
        self.settle();
    }

    /// Moves the focus with `Tab` until it stands on this.
    pub fn tab_to(&mut self, role: Role, name: &str) {
        const MOST_STOPS: usize = 200;
        for _ in 0..MOST_STOPS {
            if self.focus().is_some_and(|focus| focus == (role, name.to_owned())) {
                return;
            }
            self.press(Key::Tab);
        }
        panic!("Tab never reaches {role:?} {name:?}:\n{}", self.shown());
    }
}

fn button_event(pos: egui::Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos, button: egui::PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
}

/// The name that a screen reader says; for a text, the text.
pub fn name_of(node: &Node<'_>) -> String {
    let node = node.accesskit_node();
    let name = if node.role() == Role::Label { node.value() } else { node.label() };
    name.unwrap_or_default()
}

/// Whether it does something when it is clicked.
pub fn can_click(node: &Node<'_>) -> bool {
    let node: AccessKitNode<'_> = node.accesskit_node();
    node.data().supports_action(Action::Click) && !node.is_disabled()
}

/// Whether it can have the keyboard's focus.
pub fn can_focus(node: &Node<'_>) -> bool {
    let node: AccessKitNode<'_> = node.accesskit_node();
    node.data().supports_action(Action::Focus) && !node.is_disabled()
}

fn is_named(node: &Node<'_>, role: Role, name: &str) -> bool {
    node.accesskit_node().role() == role && name_of(node) == name
}

/// A file that was dropped on the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}
