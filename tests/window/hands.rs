//! Mouse and keyboard, as tests use them: by what is seen.

use crate::journey::Journey;
use crate::sight::can_click;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use std::path::{Path, PathBuf};

impl Journey {
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
